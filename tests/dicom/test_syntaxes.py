"""Every lossless encoding gives identical pixels; what cannot be decoded is refused by name."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    RLELossless,
)

from tests.dicom.factory import ct_folder, ct_slice, file_name, phantom
from trainer.dicom import syntaxes
from trainer.dicom.answers import answer
from trainer.dicom.reader import LimitedImageReader
from trainer.refusal import Refusal

NATIVE = [
    ImplicitVRLittleEndian,
    ExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    DeflatedExplicitVRLittleEndian,
]


def encoded(dataset: pydicom.FileDataset, uid: str, path: Path) -> None:
    """Write a generated slice in another transfer syntax."""
    if uid in NATIVE:
        dataset.file_meta.TransferSyntaxUID = pydicom.uid.UID(uid)
        if uid == ExplicitVRBigEndian:
            dataset.PixelData = np.frombuffer(dataset.PixelData, "<i2").astype(">i2").tobytes()
        little, implicit = uid != ExplicitVRBigEndian, uid == ImplicitVRLittleEndian
        pydicom.dcmwrite(
            path, dataset, implicit_vr=implicit, little_endian=little, enforce_file_format=True
        )
        return
    plugin = "pydicom" if uid == RLELossless else "pylibjpeg"
    dataset.compress(uid, encoding_plugin=plugin, generate_instance_uid=False)
    dataset.save_as(path, enforce_file_format=True)


@pytest.mark.parametrize("uid", [*NATIVE, RLELossless, JPEG2000Lossless])
def test_a_generated_series_is_identical_in_every_lossless_encoding(
    uid: str, tmp_path: Path, reader: LimitedImageReader
) -> None:
    hu = np.pad(phantom(), [(0, 0), (9, 9), (13, 13)], constant_values=-1000)  # J2K needs 32 x 32
    for k in range(hu.shape[0]):
        encoded(ct_slice(k, hu[k], np.array([0.0, 0.0, 2.0 * k])), uid, tmp_path / str(k))
    scan = reader.read_ct(tmp_path)
    np.testing.assert_array_equal(scan.hu, hu)
    assert not any("loss" in note for note in scan.notes)


@pytest.mark.parametrize(
    ("uid", "name"),
    [
        ("1.2.840.10008.1.2.4.53", "Process 6 and 8"),
        ("1.2.840.10008.1.2.4.55", "Process 10 and 12"),
        ("1.2.840.10008.1.2.4.103", "MPEG-4"),
        ("1.2.3.4.5", "unknown or private"),
    ],
)
def test_a_syntax_without_decoder_is_refused_by_name_and_uid(
    uid: str, name: str, tmp_path: Path, reader: LimitedImageReader
) -> None:
    folder = ct_folder(tmp_path / "s")
    for k in range(21):
        path = folder / file_name(k)
        plain, packed = b"1.2.840.10008.1.2.1\x00", uid.encode() + b"\x00" * (len(uid) % 2)
        element = b"\x02\x00\x10\x00UI"
        old = element + len(plain).to_bytes(2, "little") + plain
        new = element + len(packed).to_bytes(2, "little") + packed
        content = path.read_bytes()
        assert old in content
        path.write_bytes(content.replace(old, new))
    with pytest.raises(Refusal) as caught:
        reader.read_ct(folder)
    assert uid in str(caught.value)
    assert name in str(caught.value)


def test_the_table_names_a_decoder_that_is_there() -> None:
    for uid, syntax in syntaxes.READ.items():
        if not syntax.native:
            decoder = pydicom.pixels.get_decoder(uid)
            assert syntax.plugin in decoder.available_plugins, uid


# The same slice in 16 encodings; what each must give (data/README.md).
LOSSLESS = ("LittleEndianExplicit", "LittleEndianImplicit", "BigEndian", "Deflated", "RLELossless")
LOSSLESS += ("JPEG2000LosslessOnly", "JPEGLSLossless", "JPEGProcess14SV1", "JPEGProcess14Transfer")
LOSSY = ("JPEG2000Transfer", "JPEGLSLossy", "JPEGProcess1Transfer")
REFUSED = {
    "JPEGProcess2_4": "12-bit JPEG Extended (Process 2 and 4) (1.2.840.10008.1.2.4.51)",
    "JPEGProcess6_8": "Process 6 and 8) (1.2.840.10008.1.2.4.53)",
    "JPEGProcess10_12": "Process 10 and 12) (1.2.840.10008.1.2.4.55)",
}


def real_slice(real_data: Path, part: str) -> Path:
    (path,) = (real_data / "dicom-syntaxes").glob(f"CTImage.dcm_{part}*")
    return path


def hu_of(path: Path) -> np.ndarray:
    header, pixels = answer({"op": "hu", "path": str(path), "salt": "", "frame": 0})
    assert pixels is not None, header
    return pixels


@pytest.mark.real_ct
@pytest.mark.parametrize("part", LOSSLESS)
def test_a_real_slice_is_identical_in_every_lossless_encoding(part: str, real_data: Path) -> None:
    plain = hu_of(real_data / "dicom-syntaxes" / "CTImage.dcm")
    assert (plain.min(), plain.max()) == (-1024, 1378)
    np.testing.assert_array_equal(hu_of(real_slice(real_data, part)), plain)


@pytest.mark.real_ct
@pytest.mark.parametrize("part", LOSSY)
def test_a_real_slice_compressed_with_loss_is_near_and_says_so(
    part: str, real_data: Path, reader: LimitedImageReader
) -> None:
    plain = hu_of(real_data / "dicom-syntaxes" / "CTImage.dcm").astype(int)
    path = real_slice(real_data, part)
    off = np.abs(hu_of(path) - plain)
    assert np.median(off) + off.max() > 0
    assert np.median(off) < 40  # 8 bits over 4,000 HU are 16 HU a step
    assert any("loss" in warning for warning in reader.inspect(path).warnings)


@pytest.mark.real_ct
@pytest.mark.parametrize("part", REFUSED)
def test_a_real_slice_that_cannot_be_decoded_is_refused_by_name(
    part: str, real_data: Path, reader: LimitedImageReader
) -> None:
    with pytest.raises(Refusal) as caught:
        reader.inspect(real_slice(real_data, part))
    assert REFUSED[part] in str(caught.value)


@pytest.mark.real_ct
def test_real_odd_files_are_refused_by_kind(real_data: Path, reader: LimitedImageReader) -> None:
    folder = real_data / "dicom-syntaxes"
    fragmented = "CT0012.fragmented_no_bot_jpeg_baseline.51.dcm"
    expected = {
        "no-pixel-data.dcm": "no CT image but SR",
        "TestPattern_Palette.dcm": "SECONDARY CAPTURE",
        "CT2_J2KR": "secondary picture",
        fragmented: "no CT image but ENHANCED CT",
    }
    for name, reason in expected.items():
        with pytest.raises(Refusal) as caught:
            reader.inspect(folder / name)
        assert reason in str(caught.value), name
