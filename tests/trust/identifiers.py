"""Pictures full of canaries are taken in by the program; not one of them may come out anywhere.

Searched are all files it wrote (as they are, inflated, and the members of zips), what it printed,
and its temporary folder, for the canary in the usual encodings.
"""

from __future__ import annotations

import contextlib
import io
import os
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.dicom.factory import ct_slice, picture, projection
from tests.dicom.test_privacy import CANARY, with_canaries
from trainer.app.crash import write_crash_file
from trainer.app.main import main
from trainer.storage.folders import user_folders
from trainer.storage.house import HouseFolders

SPELLINGS = tuple(CANARY.encode(code) for code in ("ascii", "utf-16-le", "utf-16-be", "utf-32-le"))
SLICES = 46
_VARIABLES = ("RHIZOTOMY_HOME", "RHIZOTOMY_CACHE", "TMPDIR")


def run() -> tuple[int, list[str]]:
    """Take canaries in by every door; (bytes searched, what was found)."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        sources = _sources(root / f"{CANARY} in")
        with _living_in(root):
            said = "".join(_commands(sources, root / "home"))
            _fail(root)
            _house().collect(root / "home" / "support.zip")
        places = [root / name for name in ("home", "cache", "tmp")]
        found = [f"printed: {line}" for line in said.splitlines() if _hits(line.encode())]
        taken = {path.name for path in (root / "home" / "patients").glob("*")}
        found += [f"{name} was not even taken in" for name in {"ct", "film"} - taken]
        searched = len(said)
        for path in (path for place in places for path in place.rglob("*")):
            data = path.read_bytes() if path.is_file() else b""
            searched += len(data)
            if hits := _hits(str(path.relative_to(root)).encode()) + _hits(data):
                found.append(f"{path.relative_to(root)}: {hits} time(s)")
    return searched, found


def control() -> list[str]:
    """What a program that logs the name it was given would leave: must be found."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("log.txt", f"reading /x/{CANARY}.dcm")
    kept = {
        "a line": f"reading /x/{CANARY}.dcm".encode(),
        "UTF-16": CANARY.encode("utf-16"),
        "zlib": zlib.compress(CANARY.encode() * 3),
        "a zip": packed.getvalue(),
    }
    return [name for name, data in kept.items() if _hits(data)]


def _sources(folder: Path) -> tuple[Path, Path]:
    series = folder / CANARY
    series.mkdir(parents=True)
    for k in range(SLICES):
        at_mm = np.array([-140.0, -128.0, 2.0 * k])
        (series / f"{CANARY}_{k}").write_bytes(with_canaries(ct_slice(k, _chest(), at_mm)))
    (series / f"{CANARY}.txt").write_text(CANARY)
    film = folder / f"{CANARY}.dcm"
    film.write_bytes(with_canaries(projection(picture(64, 64))))
    return series, film


def _chest() -> NDArray[np.int16]:
    """A slice that the program takes for a chest: body, two lungs, a vertebra; HU."""
    hu = np.full((320, 400), -1000, dtype=np.int16)
    hu[20:300, 20:380] = 40
    hu[70:230, 60:165] = hu[70:230, 235:340] = -800
    hu[190:250, 180:220] = 500
    return hu


def _commands(sources: tuple[Path, Path], home: Path) -> Iterator[str]:
    series, film = sources
    patients = home / "patients"
    for arguments in (
        ("inspect", series), ("inspect", film, "--json"),
        ("import", "ct", series, "--out", patients / "ct"),
        ("import", "radiograph", film, "--out", patients / "film", "--json"),
    ):  # fmt: skip
        yield _printed(lambda words=arguments: main([str(word) for word in words]))  # type: ignore[misc]


def _printed(act: Callable[[], object]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        act()
    return out.getvalue()


def _fail(root: Path) -> None:
    """A mistake of ours while a name is in hand: in the message, in a local, as a cause."""
    patient_name = f"{CANARY}^{CANARY}"
    try:
        try:
            raise ValueError(patient_name)
        except ValueError as cause:
            raise RuntimeError(f"{root}/{patient_name}") from cause
    except RuntimeError as error:
        write_crash_file(error)


def _house() -> HouseFolders:
    folders = user_folders()
    return HouseFolders(folders, folders.home / "settings.json")


@contextlib.contextmanager
def _living_in(root: Path) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in _VARIABLES}
    for name, place in zip(_VARIABLES, ("home", "cache", "tmp"), strict=True):
        (root / place).mkdir()
        os.environ[name] = str(root / place)
    kept, tempfile.tempdir = tempfile.tempdir, None
    try:
        yield
    finally:
        tempfile.tempdir = kept
        for name, value in before.items():
            os.environ.pop(name, None) if value is None else os.environ.update({name: value})


def _hits(data: bytes) -> int:
    lowered = [each.lower() for each in _views(data)]
    return sum(view.count(spelling.lower()) for view in lowered for spelling in SPELLINGS)


def _views(data: bytes) -> Iterator[bytes]:
    """The bytes, what they inflate to, the members of a zip."""
    yield data
    for bits in (zlib.MAX_WBITS, zlib.MAX_WBITS | 16):
        with contextlib.suppress(zlib.error):
            yield zlib.decompress(data, bits)
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield archive.read(name)
