"""Mutated DICOM slices in a series: refused, noted, or the identical scan; and crafted bombs.

Every file is read by the real limited child. The other twenty slices are read once.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import random
import tempfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from tests.trust.dicom_seeds import CHANGED, in_eight_bits, one_slice, phantom_hu, written
from tests.trust.mutations import BLIND
from tests.trust.verdicts import Verdicts
from trainer.anatomy.ct import CtScan
from trainer.dicom import ct_series, limits
from trainer.dicom.allowlist import FileFacts
from trainer.dicom.asking import Asking
from trainer.dicom.border import Pixels
from trainer.dicom.child import ReadingChildren
from trainer.dicom.ct_choice import Chosen, find_ct
from trainer.dicom.hounsfield import Counts
from trainer.dicom.syntaxes import READ
from trainer.dicom.volume_facts import VolumeFacts
from trainer.refusal import Refusal

PIXELS = (b"\xe0\x7f\x10\x00", b"\x7f\xe0\x00\x10")
TOLERANCE_MM = 0.05
BOMB_BYTES = 160 * 2**20
FILES_PER_CHILD = 4_000  # twenty times the program's: a child's start costs as much as 200 files
TIMEOUTS_S = {"look": limits.LOOK_TIMEOUT_S, "hu": limits.PIXELS_TIMEOUT_S}
LATE = "took longer than"  # a child's words for having been ended: a hang
Answer = TypeVar("Answer")


class Remembering(Asking):
    """The real children; what they said of the unchanged slices is kept, checked as it was."""

    def __init__(self, children: ReadingChildren) -> None:
        self.steadily = Steadily(children)
        super().__init__(self.steadily)
        self._known: dict[tuple[str, Path], Any] = {}

    def look(self, path: Path) -> FileFacts | VolumeFacts | None:
        """What a file is."""
        return self._once("look", path, lambda: super(Remembering, self).look(path))

    def slice_hu(self, path: Path, shape: tuple[int, int]) -> tuple[NDArray[np.int16], Counts]:
        """One slice."""
        return self._once("hu", path, lambda: super(Remembering, self).slice_hu(path, shape))

    def _once(self, what: str, path: Path, ask: Callable[[], Answer]) -> Answer:
        if path.name == str(CHANGED):
            return ask()
        if (what, path) not in self._known:
            self._known[what, path] = ask()
        known: Answer = self._known[what, path]
        return known


class Steadily:
    """The same question in the same words each time; of the changed file, each is asked once."""

    def __init__(self, children: ReadingChildren) -> None:
        self._children = children
        self._said: dict[object, tuple[dict[str, object], Pixels | None] | Refusal] = {}

    def ask(
        self, request: Mapping[str, object], timeout_s: float
    ) -> tuple[dict[str, object], Pixels | None]:
        """As the children answer."""
        same = {**request, "salt": "same"}
        if Path(str(request["path"])).name != str(CHANGED):
            return self._children.ask(same, timeout_s)
        operation = request["op"]
        if operation not in self._said:
            self._said[operation] = self._really(same, timeout_s)
        said = self._said[operation]
        if isinstance(said, Refusal):
            raise said
        return said

    def _really(
        self, request: Mapping[str, object], timeout_s: float
    ) -> tuple[dict[str, object], Pixels | None] | Refusal:
        try:
            return self._children.ask(request, timeout_s)
        except Refusal as refusal:
            return refusal

    def changed(self) -> None:
        """The changed file is another one: it is asked again."""
        self._said.clear()

    @property
    def asked(self) -> tuple[str, ...]:
        """What the changed file was asked for, as it is now."""
        return tuple(map(str, self._said))

    def heard(self, path: Path, operations: Sequence[str]) -> bytes:
        """A digest of what a child says of the changed file when it is asked for this.

        The program learns nothing else of the file: what is said alike is judged alike.
        """
        digest = hashlib.sha256()
        for operation in operations:
            request = {"op": operation, "path": str(path.absolute()), "salt": "", "frame": 0}
            try:
                header, pixels = self.ask(request, TIMEOUTS_S[operation])
            except Refusal as refusal:
                digest.update(repr((refusal.code, refusal.why, refusal.next_step)).encode())
                continue
            digest.update(json.dumps(header, sort_keys=True).encode())
            digest.update(b"" if pixels is None else pixels.tobytes())
        return digest.digest()


def series(folder: Path, eight_bits: bool) -> Path:
    """The phantom as a series; one slice of it is the one that gets changed."""
    folder.mkdir(parents=True)
    for k in range(len(phantom_hu())):
        one_slice(k, eight_bits).save_as(folder / str(k), enforce_file_format=True)
    return folder


def run(count: int, seed: int, *, naive: bool = False) -> Verdicts:
    """So many mutants, spread over the syntaxes, and the bombs. naive : pydicom, unguarded."""
    dice, verdicts = random.Random(seed), Verdicts()
    with (
        tempfile.TemporaryDirectory(prefix="rhizotomy-dicom-") as root,
        ReadingChildren(files_per_child=FILES_PER_CHILD) as children,
    ):
        remembering = Remembering(children)
        judge = Judge(remembering)
        folders = {eight: series(Path(root) / f"{eight}", eight) for eight in (False, True)}
        for uid in READ:
            folder = folders[in_eight_bits(uid)]
            path = folder / str(CHANGED)
            clean = written(uid, path)
            remembering.steadily.changed()
            whole = read(folder, remembering)
            for number in range(-(-count // len(READ))):
                data, headers_only = mutant(dice, clean)
                path.write_bytes(data)
                said = f"{uid} {number}"
                if naive:
                    verdicts.add(said, lambda: unguarded(data))  # noqa: B023
                else:
                    verdicts.add(said, lambda: judge(uid, path, whole, headers_only))  # noqa: B023
        for name, data in () if naive else bombs(clean):
            path.write_bytes(data)
            remembering.steadily.changed()
            verdicts.add(name, lambda: defused(folder, remembering))
        left = {one.name for one in Path(root).iterdir()} - {"True", "False"}
        verdicts.found += [f"left behind: {name}" for name in left]
    return verdicts


def mutant(dice: random.Random, clean: bytes) -> tuple[bytes, bool]:
    """A changed file, and whether only what stands before the pixels was touched."""
    wrong = dice.choice(BLIND)
    border = max(clean.rfind(mark) for mark in PIXELS)
    if border > 0 and dice.random() < 0.7:
        return wrong(dice, clean[:border]) + clean[border:], True
    return wrong(dice, clean), False


def read(folder: Path, children: Remembering) -> CtScan:
    """The scan of a folder."""
    found = find_ct(folder, children)
    assert isinstance(found, Chosen)
    return ct_series.scan_of_series(folder, found, children)


class Judge:
    """What is wrong with having taken a file; asked once of what a child says in the same words."""

    def __init__(self, children: Remembering) -> None:
        self._children = children
        self._asked: dict[bytes, tuple[str, ...]] = {}  # after such a look, what else is asked
        self._known: dict[tuple[str, bool, bytes], str | Refusal | None] = {}

    def __call__(self, uid: str, path: Path, whole: CtScan, headers_only: bool) -> str | None:
        """The sentence, or None; raises the Refusal."""
        said = self._children.steadily
        said.changed()
        look = said.heard(path, ("look",))
        about = uid, headers_only, said.heard(path, self._asked.get(look, ()))
        if look not in self._asked or about not in self._known:
            verdict = self._judged(path.parent, whole, headers_only)
            self._asked[look] = said.asked
            about = uid, headers_only, said.heard(path, said.asked)
            self._known[about] = verdict
        verdict = self._known[about]
        if isinstance(verdict, Refusal):
            raise verdict
        return verdict

    def _judged(self, folder: Path, whole: CtScan, headers_only: bool) -> str | Refusal | None:
        try:
            return judged(folder, self._children, whole, headers_only)
        except Refusal as refusal:
            return f"it hangs: {refusal}" if LATE in str(refusal) else refusal


def judged(folder: Path, children: Remembering, whole: CtScan, headers_only: bool) -> str | None:
    """What is wrong with having taken it. Where pixels were touched nothing can prove them."""
    scan = read(folder, children)
    if scan.notes != whole.notes:
        return None  # it is said that something is not as it should be
    if scan.hu.shape != whole.hu.shape:
        return "it silently has another shape"
    off_mm = np.abs(scan.grid.world_from_index - whole.grid.world_from_index).max()
    if off_mm > TOLERANCE_MM:
        return f"it silently lies {off_mm:.3f} mm elsewhere"
    if headers_only and not np.array_equal(scan.hu, whole.hu):
        return "its pixels silently are others"
    return None


def unguarded(data: bytes) -> str | None:
    """pydicom as one would use it without thinking: the negative control.

    In a fork: some of its decoders end the process that calls them (gdcm, by `terminate`).
    """
    child = os.fork()
    if child == 0:
        os._exit(_read_unguarded(data))
    _, status = os.waitpid(child, 0)
    if status:
        raise RuntimeError(f"the reader ended with {os.waitstatus_to_exitcode(status)}")
    return None


def _read_unguarded(data: bytes) -> int:
    import warnings

    import pydicom

    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            _ = pydicom.dcmread(io.BytesIO(data), force=True).pixel_array.shape
        except Exception:
            return 1
    return 0


def bombs(clean: bytes) -> Iterator[tuple[str, bytes]]:
    """Small files that ask for much (reliability.md F6, 5.3)."""
    meta = clean[: clean.index(b"\x02\x00\x10\x00UI")]
    deflated, explicit = b"1.2.840.10008.1.2.1.99", b"1.2.840.10008.1.2.1\x00"

    def file(uid: bytes, body: bytes) -> bytes:
        return meta + b"\x02\x00\x10\x00UI" + len(uid).to_bytes(2, "little") + uid + body

    yield "deflated bomb", file(deflated, deflated_zeros())
    nested = b"\x08\x00\x05\x11SQ\x00\x00\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff"
    yield "nested sequences", file(explicit, nested * 3_000)
    yield "endless elements", file(explicit, b"\x09\x00\x10\x10LO\x00\x00" * 250_000)
    huge = b"\x28\x00\x10\x00US\x02\x00\xff\xff\x28\x00\x11\x00US\x02\x00\xff\xff"
    frames = b"\x28\x00\x08\x00IS\x0a\x001000000000"
    pixels = b"\xe0\x7f\x10\x00OW\x00\x00\x02\x00\x00\x00\x00\x00"
    yield "rows, columns and frames", file(explicit, frames + huge + pixels)
    yield "a length beyond the file", file(explicit, b"\x09\x00\x10\x10OB\x00\x00\xff\xff\xff\x7f")
    yield "a program in the preamble", b"MZ" + clean[2:]
    yield "nothing", b""


@cache
def deflated_zeros() -> bytes:
    """Much in little."""
    engine = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
    many = range(BOMB_BYTES // 2**20)
    return b"".join(engine.compress(bytes(2**20)) for _ in many) + engine.flush()


def defused(folder: Path, children: Remembering) -> str | None:
    """A bomb that is taken must at least be told of."""
    return None if "21 slices" not in " ".join(read(folder, children).notes) else "it was taken"
