"""A packaged picture that names somebody is refused, on the way out and on the way in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.dicom.factory import file_bytes, picture, projection
from tests.dicom.test_leftovers import CLEAN, PNG, with_chunk, with_segment
from tests.storage.packages import House, film_case, house
from trainer.dicom.reader import LimitedImageReader
from trainer.refusal import Refusal
from trainer.scoring.rubric import rubric_problems
from trainer.storage.package_store import PackageFolder
from trainer.storage.patient_folder import PatientFolderStore

NAME = b"CANARY^EVA"


@dataclass(frozen=True)
class Careful:
    """A house with and without eyes for pictures."""

    blind: House
    store: PackageFolder


@pytest.fixture(scope="module")
def reader() -> Iterator[LimitedImageReader]:
    with LimitedImageReader() as kept:
        yield kept


@pytest.fixture
def careful(tmp_path: Path, reader: LimitedImageReader) -> Careful:
    blind = house(tmp_path / "house")
    store = PackageFolder(
        blind.library, PatientFolderStore(), rubric_problems, blind.reading, reader
    )
    return Careful(blind, store)


def put(careful: Careful, dicom: bytes, **beside: bytes) -> str:
    document, _ = film_case()
    document["patient"]["pictures"][0]["sha256"] = hashlib.sha256(dicom).hexdigest()
    files = {"ap.dcm": dicom, **{name.replace("_", "."): data for name, data in beside.items()}}
    return careful.blind.put(document, files).name


SPEAKING = {
    "dicom": ({"dicom": file_bytes(projection(picture(64, 64)))}, "PatientName (0010,0010)"),
    "png": ({"note_png": with_chunk(b"tEXt", b"Author\0" + NAME)}, "a text chunk"),
    "jpeg": ({"note_JPG": with_segment(0xFE, NAME)}, "a comment"),
}


@pytest.mark.parametrize("kind", SPEAKING)
def test_a_speaking_picture_is_neither_packed_nor_installed(
    kind: str, careful: Careful, tmp_path: Path
) -> None:
    files, told = SPEAKING[kind]
    name = put(careful, **{"dicom": CLEAN["clean copy"], **files})
    out = tmp_path / "p.zip"
    with pytest.raises(Refusal, match="may name a person") as packing:
        careful.store.pack(name, out)
    assert any(told in problem.message for problem in packing.value.problems)
    assert not out.exists()

    careful.blind.store.pack(name, out)  # an older program, or somebody with another one
    for path in (careful.blind.own / name).iterdir():
        path.unlink()
    (careful.blind.own / name).rmdir()
    with pytest.raises(Refusal, match="may name a person") as installing:
        careful.store.install(out)
    assert "CANARY" not in str(installing.value.problems)
    assert careful.blind.tree() == {}


def test_pictures_that_say_nothing_travel(careful: Careful, tmp_path: Path) -> None:
    name = put(careful, CLEAN["clean copy"], note_png=PNG, note_jpg=CLEAN["jpeg"])
    careful.store.pack(name, tmp_path / "p.zip")
    assert careful.store.verify(tmp_path / "p.zip").scenario_id == name
    assert careful.store.install(tmp_path / "p.zip").outcome == "unchanged"
