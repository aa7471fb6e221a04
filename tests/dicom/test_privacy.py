"""No identifier survives: canaries in text elements, private tags, names, preamble, overlay."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from pydicom.datadict import DicomDictionary, keyword_for_tag
from pydicom.dataset import Dataset, FileDataset
from pydicom.sequence import Sequence

from tests.dicom.factory import ct_datasets, file_bytes, picture, projection
from trainer.dicom.allowlist import KEYWORDS, FileFacts, from_wire, to_wire
from trainer.dicom.answers import answer
from trainer.dicom.reader import LimitedImageReader
from trainer.refusal import Refusal

CANARY = "CANARY"
TEXT = {"AE", "LO", "LT", "PN", "SH", "ST", "UC", "UR", "UT"}
FOUND_IN_CODES = ("ConvolutionKernel", "BodyPartExamined", "PatientPosition", "ScanOptions")


def with_canaries(dataset: FileDataset) -> bytes:
    """The same picture with the canary wherever text may stand."""
    for tag, entry in DicomDictionary.items():
        if entry[0] in TEXT and 0x0008 <= tag >> 16 <= 0x4000 and entry[3] == "":
            value = f"{CANARY}^{CANARY}" if entry[0] == "PN" else CANARY
            if keyword_for_tag(tag) not in KEYWORDS:
                with contextlib.suppress(ValueError):
                    dataset.add_new(tag, entry[0], value)
    for keyword in FOUND_IN_CODES:
        setattr(dataset, keyword, CANARY)
    dataset.ImageType = [*dataset.ImageType[:2], CANARY]
    inner = Dataset()
    inner.PatientName = CANARY
    dataset.OtherPatientIDsSequence = Sequence([inner])
    private = dataset.private_block(0x0011, CANARY, create=True)
    private.add_new(0x01, "LO", CANARY)
    private.add_new(0x02, "UN", CANARY.encode())
    dataset.add_new(0x60000022, "LO", CANARY)
    dataset.add_new(0x60003000, "OW", CANARY.encode() * 3)
    dataset.DataSetTrailingPadding = CANARY.encode()
    content = file_bytes(dataset)
    assert content.count(CANARY.encode()) > 500
    return CANARY.encode() + content[6:] + CANARY.encode()


def canary_in(value: object) -> bool:
    """Whether the canary shows in a value, in any usual spelling."""
    text = repr(value)
    codes = [CANARY.encode(code).hex() for code in ("ascii", "utf-16-le", "utf-16-be")]
    return CANARY.lower() in text.lower() or any(code in text for code in codes)


@pytest.fixture(scope="module")
def canary_series(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("x") / f"{CANARY}_folder"
    folder.mkdir()
    for k, dataset in enumerate(ct_datasets()):
        (folder / f"{CANARY}_{k}").write_bytes(with_canaries(dataset))
    (folder / f"{CANARY}.txt").write_text(CANARY)
    return folder


def test_no_canary_comes_out_of_a_ct(canary_series: Path, reader: LimitedImageReader) -> None:
    scan = reader.read_ct(canary_series)
    assert len(scan.notes) >= 2
    assert not canary_in(scan.notes)
    assert CANARY.encode() not in scan.hu.tobytes()
    assert not canary_in(reader.inspect(canary_series))


def test_no_canary_comes_out_of_a_radiograph(tmp_path: Path, reader: LimitedImageReader) -> None:
    path = tmp_path / f"{CANARY}.dcm"
    path.write_bytes(with_canaries(projection(picture())))
    (view,) = reader.read_radiographs([path])
    assert not canary_in((view.name, view.view))
    assert CANARY.encode() not in view.grey.tobytes()
    found = reader.inspect(path)
    assert "overlays were dropped" in found.warnings
    assert not canary_in(found)


def test_not_even_the_childs_own_answer_holds_a_canary(canary_series: Path) -> None:
    for operation in ("look", "hu"):
        path = str(canary_series / f"{CANARY}_3")
        header, pixels = answer({"op": operation, "path": path, "salt": "s", "frame": 0})
        assert "refused" not in header
        assert not canary_in(json.dumps(header))
        assert pixels is None or CANARY.encode() not in pixels.tobytes()


@pytest.mark.parametrize(
    "keyword",
    ["Modality", "PhotometricInterpretation", "PatientOrientation", "BurnedInAnnotation"],
)
def test_a_refusal_does_not_repeat_what_stood_in_a_code(
    keyword: str, tmp_path: Path, reader: LimitedImageReader
) -> None:
    dataset = projection(picture())
    setattr(dataset, keyword, CANARY)
    dataset.save_as(tmp_path / "p", enforce_file_format=True)
    try:
        told: object = reader.read_radiographs([tmp_path / "p"])[0].name
    except Refusal as refusal:
        told = (str(refusal), refusal.problems)
    assert not canary_in(told)


def facts(**changes: object) -> dict[str, object]:
    plain = FileFacts("ct", "1.2", {"Rows": (4.0,)}, {"Modality": ("CT",)}, {})
    return json.loads(json.dumps(to_wire(plain))) | changes


@pytest.mark.parametrize(
    "wire",
    [
        facts(words={"Modality": [CANARY]}),
        facts(words={"PatientName": ["CT"]}),
        facts(numbers={"PatientID": [1]}),
        facts(numbers={"Rows": [1, 2]}),
        facts(numbers={"Rows": ["x"]}),
        facts(tokens={"SeriesInstanceUID": "1.2.3"}),
        facts(tokens={"PatientID": "0123456789abcdef"}),
        facts(syntax_uid=CANARY),
        facts(sop_class=CANARY),
    ],
)
def test_the_parent_takes_nothing_from_a_child_that_the_table_does_not_allow(
    wire: dict[str, object],
) -> None:
    assert from_wire(facts()).modality == "CT"
    with pytest.raises((ValueError, KeyError)):
        from_wire(wire)
