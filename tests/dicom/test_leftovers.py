"""What a picture file says beside its picture is found, and never repeated."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.conftest import REPOSITORY
from tests.dicom.factory import picture, projection
from tests.dicom.test_privacy import CANARY, canary_in, with_canaries
from trainer.dicom.clean_picture import clean_picture_bytes
from trainer.dicom.reader import LimitedImageReader
from trainer.dicom.xa import exposure_bytes
from trainer.geometry.carm import CArmPose
from trainer.refusal import Refusal

GREY = np.arange(64 * 64, dtype=np.uint8).reshape(64, 64)
PNG = cv2.imencode(".png", GREY)[1].tobytes()
JPEG = cv2.imencode(".jpg", GREY)[1].tobytes()


def with_chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    chunk = struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    return PNG[:33] + chunk + PNG[33:]


def with_segment(marker: int, data: bytes) -> bytes:
    return JPEG[:2] + bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data + JPEG[2:]


def own_exposure() -> bytes:
    pose = CArmPose(matrix_px=64)
    return exposure_bytes(np.ones((64, 64), np.uint16), pose, {"kvp": 80.0})


CLEAN = {
    "png": PNG,
    "jpeg": JPEG,
    "clean copy": clean_picture_bytes(picture(64, 64)),
    "own exposure": own_exposure(),
}


@pytest.mark.parametrize("kind", CLEAN)
def test_a_picture_that_says_nothing_more_passes(
    kind: str, tmp_path: Path, reader: LimitedImageReader
) -> None:
    (tmp_path / "x").write_bytes(CLEAN[kind])
    assert reader.leftovers(tmp_path / "x") == ()


def test_the_shipped_films_pass(reader: LimitedImageReader) -> None:
    for name in ("thorax-ap.dcm", "thorax-lat.dcm"):
        assert reader.leftovers(REPOSITORY / "assets/images" / name) == ()


SAID = {
    "text chunk": (with_chunk(b"tEXt", f"Author\0{CANARY}".encode()), "a text chunk"),
    "exif chunk": (with_chunk(b"eXIf", CANARY.encode()), "camera data (Exif)"),
    "own chunk": (with_chunk(b"prVt", CANARY.encode()), "a chunk of another program"),
    "behind png": (PNG + CANARY.encode(), "bytes behind its end"),
    "exif": (with_segment(0xE1, b"Exif\0\0" + CANARY.encode()), "camera data (Exif or XMP)"),
    "comment": (with_segment(0xFE, CANARY.encode()), "a comment"),
    "captions": (with_segment(0xED, CANARY.encode()), "captions (IPTC)"),
    "behind jpeg": (JPEG + CANARY.encode(), "bytes behind its end"),
}


@pytest.mark.parametrize("kind", SAID)
def test_texts_in_pngs_and_jpegs_are_found(
    kind: str, tmp_path: Path, reader: LimitedImageReader
) -> None:
    data, told = SAID[kind]
    (tmp_path / "x").write_bytes(data)
    assert reader.leftovers(tmp_path / "x") == (told,)


def test_every_place_of_a_name_in_a_dicom_file_is_found_and_the_name_not_repeated(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    (tmp_path / "x").write_bytes(with_canaries(projection(picture(64, 64))))
    told = reader.leftovers(tmp_path / "x")
    assert not canary_in(told)
    for place in ("PatientName (0010,0010)", "bytes before its header", "overlays"):
        assert place in told
    assert any(one.startswith("private element") for one in told)
    assert "ImageType (0008,0008)" in told
    assert "DataSetTrailingPadding (FFFC,FFFC)" in told


@pytest.mark.parametrize(
    ("keyword", "value"),
    [
        ("PatientName", CANARY),
        ("StudyDate", "20260101"),
        ("BodyPartExamined", CANARY),
        ("StudyInstanceUID", "1.2.3.4"),
        ("SOPInstanceUID", "1.3.12.2.1107.5"),
        ("PatientOrientation", [CANARY[0], "F"]),
        ("SoftwareVersions", CANARY),
    ],
)
def test_one_name_date_or_foreign_number_is_enough(
    keyword: str, value: object, tmp_path: Path, reader: LimitedImageReader
) -> None:
    import pydicom

    dataset = pydicom.dcmread(io.BytesIO(CLEAN["clean copy"]))
    setattr(dataset, keyword, value)
    dataset.save_as(tmp_path / "x")
    told = reader.leftovers(tmp_path / "x")
    assert [one.split(" ")[0] for one in told] == [keyword]


def test_what_is_no_picture_is_refused(tmp_path: Path, reader: LimitedImageReader) -> None:
    for data in (b"", b"hello", PNG[:60], JPEG[:80]):
        (tmp_path / "x").write_bytes(data)
        with pytest.raises(Refusal):
            reader.leftovers(tmp_path / "x")
