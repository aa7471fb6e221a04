"""What a CT series must not be: each case is one refusal that names what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nibabel
import numpy as np
import pytest

from tests.dicom.factory import (
    ORIGIN_MM,
    SPACING_MM,
    ct_datasets,
    ct_folder,
    file_dataset,
    file_name,
    phantom,
    phantom_grid,
    projection_file,
    write_all,
)
from trainer.dicom import limits
from trainer.dicom.reader import LimitedImageReader
from trainer.refusal import ExitCode, Refusal

ALL = -1


def at(k: float, x: float = 0.0) -> list[float]:
    """Image position of height k, pushed sideways by x mm."""
    return [ORIGIN_MM[0] + x, ORIGIN_MM[1], ORIGIN_MM[2] + k * SPACING_MM[2]]


def refusal_of(reader: LimitedImageReader, path: Path) -> str:
    with pytest.raises(Refusal) as caught:
        reader.read_ct(path)
    assert caught.value.code is ExitCode.BAD_INPUT
    return str(caught.value)


CASES: dict[str, tuple[dict[int, dict[str, Any]], str]] = {
    "position missing": ({3: {"ImagePositionPatient": None}}, "position (0020,0032) is missing"),
    "position short": ({3: {"ImagePositionPatient": [1, 2]}}, "position (0020,0032) is not read"),
    "orientation missing": ({ALL: {"ImageOrientationPatient": None}}, "(0020,0037) is missing"),
    "orientation skew": (
        {ALL: {"ImageOrientationPatient": [1, 0, 0, 0.001, 1, 0]}},
        "not two unit vectors at a right angle",
    ),
    "spacing missing": ({ALL: {"PixelSpacing": None}}, "pixel spacing (0028,0030) is missing"),
    "spacing one value": ({ALL: {"PixelSpacing": "0.5"}}, "(0028,0030) is not readable"),
    "spacing zero": ({ALL: {"PixelSpacing": [0, 0]}}, "0 x 0 mm is outside 0.1 to 5 mm"),
    "spacing negative": ({ALL: {"PixelSpacing": [-1, 1]}}, "is outside 0.1 to 5 mm"),
    "spacing mixed": ({2: {"PixelSpacing": [0.9, 0.9]}}, "2 pixel spacings"),
    "slope zero": ({ALL: {"RescaleSlope": 0}}, "rescale slope (0028,1053) 0 is outside"),
    "slope missing": ({ALL: {"RescaleSlope": None}}, "rescale slope or intercept"),
    "intercept wild": ({ALL: {"RescaleIntercept": "1e30"}}, "intercept (0028,1052) 1e+30"),
    "rescale mixed": ({4: {"RescaleIntercept": 0}}, "2 rescale intercepts"),
    "kernel mixed": ({4: {"ConvolutionKernel": "B80"}}, "2 reconstruction kernels"),
    "voltage mixed": ({4: {"KVP": 80}}, "2 tube voltages"),
    "orientation mixed": (
        {4: {"ImageOrientationPatient": [0, 1, 0, 0, 0, -1]}},
        "2 image orientations",
    ),
    "irregular": ({9: {"ImagePositionPatient": at(9.3)}}, "uneven distance between"),
    "sideways": ({9: {"ImagePositionPatient": at(9, 4.0)}}, "shifted sideways"),
    "palette": ({ALL: {"PhotometricInterpretation": "PALETTE COLOR"}}, "PALETTE COLOR"),
    "colour": ({ALL: {"SamplesPerPixel": 3, "PhotometricInterpretation": "RGB"}}, "RGB"),
    "burned in": ({ALL: {"BurnedInAnnotation": "YES"}}, "burned into its picture"),
    "secondary": ({ALL: {"ImageType": ["DERIVED", "SECONDARY"]}}, "secondary picture"),
    "rows enormous": ({0: {"Rows": 65535, "Columns": 65535}}, "more than 512 MiB"),
    "rows zero": ({0: {"Rows": 0}}, "are no picture"),
    "rows wrong": ({ALL: {"Rows": 11}}, "bytes of pixels but holds"),
    "frames negative": ({0: {"NumberOfFrames": -1}}, "number of frames is impossible"),
    "frames many": ({0: {"NumberOfFrames": 1_000_000_000}}, "more than 512 MiB"),
    "bits": ({ALL: {"BitsStored": 17}}, "17 bits stored in 16 allocated"),
    "high bit": ({ALL: {"HighBit": 11}}, "high bit 11 does not fit 16 bits stored"),
    "signedness": ({ALL: {"PixelRepresentation": 7}}, "neither 0 nor 1"),
    "modality": ({ALL: {"Modality": "MR"}}, "other DICOM (MR)"),
    "localizer": ({ALL: {"ImageType": ["ORIGINAL", "PRIMARY", "LOCALIZER"]}}, "21 localizer"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_series_that_is_no_volume_is_refused_with_its_reason(
    case: str, tmp_path: Path, reader: LimitedImageReader
) -> None:
    changes, reason = CASES[case]
    assert reason in refusal_of(reader, ct_folder(tmp_path / "s", changes))


def test_a_missing_slice_is_refused_by_name(tmp_path: Path, reader: LimitedImageReader) -> None:
    folder = ct_folder(tmp_path / "s")
    (folder / file_name(8)).unlink()
    text = refusal_of(reader, folder)
    assert f"a slice is missing between '{file_name(7)}' and '{file_name(9)}'" in text
    assert "2.00 mm expected, 4.00 mm found" in text


def test_doubled_slices_are_dropped_where_their_pixels_agree(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    folder = write_all(tmp_path / "s", [*ct_datasets(), ct_datasets()[5]])
    scan = reader.read_ct(folder)
    np.testing.assert_array_equal(scan.hu, phantom())
    assert "1 doubled slice with the same pixels dropped" in scan.notes


def test_two_different_slices_at_one_place_are_refused(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    other = ct_datasets()[5]
    other.PixelData = other.PixelData[::-1]
    other.AcquisitionNumber = 2
    text = refusal_of(reader, write_all(tmp_path / "s", [*ct_datasets(), other]))
    assert "lies at the same place with other pixels (of two acquisitions)" in text


def test_a_tilted_gantry_is_refused_and_a_hair_of_drift_is_noted(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    tilted = {k: {"ImagePositionPatient": at(k, 0.05 * k)} for k in range(21)}
    assert "sheared by 1.4 degrees (at most 0.5)" in refusal_of(
        reader, ct_folder(tmp_path / "tilted", tilted)
    )
    drifting = {k: {"ImagePositionPatient": at(k, 0.01 * k)} for k in range(21)}
    notes = reader.read_ct(ct_folder(tmp_path / "drifting", drifting)).notes
    assert "a sideways drift of 0.2 mm over the whole scan was ignored" in notes


def test_too_few_or_too_distant_slices_are_refused_and_coarse_ones_noted(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    few = write_all(tmp_path / "few", ct_datasets()[:19])
    assert "19 slices cannot hold a spine (at least 20)" in refusal_of(reader, few)
    apart = {k: {"ImagePositionPatient": at(3 * k)} for k in range(21)}
    assert "slices are 6.00 mm apart, more than 5 mm" in refusal_of(
        reader, ct_folder(tmp_path / "apart", apart)
    )
    coarse = {k: {"ImagePositionPatient": at(2 * k)} for k in range(21)}
    scan = reader.read_ct(ct_folder(tmp_path / "coarse", coarse))
    assert scan.grid.spacing_mm[2] == pytest.approx(4.0)
    assert "slices are 4.00 mm apart: coarse for facet work (up to 3)" in scan.notes


def test_spacing_is_that_of_the_positions_not_slice_thickness(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    scan = reader.read_ct(ct_folder(tmp_path / "s", {ALL: {"SliceThickness": 9}}))
    assert scan.grid.spacing_mm == pytest.approx(SPACING_MM)


def test_mixed_series_are_listed_and_one_file_chooses(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    second = ct_datasets()
    for dataset in second:
        dataset.SeriesInstanceUID = "2.25.3"
    folder = write_all(tmp_path / "s", [*ct_datasets(), *second[:4]])
    text = refusal_of(reader, folder)
    assert "it holds 2 series" in text
    assert "a series of 21 slices, 20 x 22, 0.80 mm" in text
    assert "a series of 4 slices" in text
    scan = reader.read_ct(folder / "I00000")
    np.testing.assert_array_equal(scan.hu, phantom())
    assert "4 files skipped: 4 slices of other series" in scan.notes


def test_all_problems_are_told_at_once(tmp_path: Path, reader: LimitedImageReader) -> None:
    folder = ct_folder(
        tmp_path / "s",
        {
            ALL: {"RescaleSlope": 0},
            2: {"KVP": 80, "BurnedInAnnotation": "YES"},
            20: {"ImagePositionPatient": at(21)},
        },
    )
    with pytest.raises(Refusal) as caught:
        reader.read_ct(folder)
    messages = " | ".join(str(problem) for problem in caught.value.problems)
    for reason in ("slope", "burned into", "tube voltages", "a slice is missing"):
        assert reason in messages
    assert "and 20 more" in messages  # the same finding in 21 files is one line


def test_litter_is_skipped_and_counted_without_names(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    folder = ct_folder(tmp_path / "s")
    for name in ("._I00001", ".hidden", "DICOMDIR", "Thumbs.db"):
        (folder / name).write_bytes(b"DICM" * 99)
    (folder / "letter.txt").write_text("dear colleague")
    (folder / "deep").mkdir()
    (folder / "deep" / "loop").symlink_to(folder)
    (folder / "I00000").rename(folder / "deep" / "slice")
    structured = file_dataset("1.2.840.10008.5.1.4.1.1.88.33", 77)
    structured.Modality = "SR"
    structured.save_as(folder / "report", enforce_file_format=True)
    scan = reader.read_ct(folder)
    np.testing.assert_array_equal(scan.hu, phantom())
    (note,) = [n for n in scan.notes if "skipped" in n]
    assert note == (
        "6 files skipped: 4 hidden or system files, 1 not DICOM, NIfTI or NRRD, 1 other DICOM (SR)"
    )


def test_other_things_than_a_ct_are_refused_by_kind(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    (tmp_path / "empty").mkdir()
    assert "there are no files" in refusal_of(reader, tmp_path / "empty")
    assert "does not exist" in refusal_of(reader, tmp_path / "nowhere")
    (tmp_path / "a.dcm").write_bytes(b"%PDF-1.7 " * 50)
    assert "neither DICOM nor NIfTI nor NRRD" in refusal_of(reader, tmp_path / "a.dcm")
    (tmp_path / "zero").write_bytes(b"")
    assert "neither DICOM nor NIfTI nor NRRD" in refusal_of(reader, tmp_path / "zero")
    xa = projection_file(tmp_path / "xa")
    assert "it is no CT image but XA" in refusal_of(reader, xa)


def test_a_program_in_the_preamble_is_refused(tmp_path: Path, reader: LimitedImageReader) -> None:
    folder = ct_folder(tmp_path / "s")
    path = folder / "I00000"
    path.write_bytes(b"MZ" + path.read_bytes()[2:])
    assert "a program is hidden before its DICOM header" in refusal_of(reader, folder)


def test_values_outside_the_scanned_circle_become_air_and_metal_is_clipped(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    datasets = ct_datasets()
    stored = np.frombuffer(datasets[0].PixelData, "<i2").copy()
    stored[0], stored[1], stored[2] = -1024, -2000 + 1024, 20000
    datasets[0].PixelData = stored.tobytes()
    scan = reader.read_ct(write_all(tmp_path / "s", datasets))
    assert scan.hu[0, 0, :3].tolist() == [-1024, -1024, 8191]
    assert "2 voxels below -1500 HU (not scanned) became air (-1024 HU)" in scan.notes
    assert "1 voxel above 8191 HU were clipped" in scan.notes


def test_a_constant_volume_is_refused_and_a_boneless_one_noted(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    constant = ct_datasets()
    for dataset in constant:
        dataset.PixelData = bytes(len(dataset.PixelData))
    assert "every voxel has the same value (-1024 HU)" in refusal_of(
        reader, write_all(tmp_path / "c", constant)
    )
    shifted = {ALL: {"RescaleIntercept": -2224}}
    notes = reader.read_ct(ct_folder(tmp_path / "b", shifted)).notes
    assert "nothing is denser than 0 HU: no bone, or a wrong scale" in notes


VOLUMES: dict[str, tuple[dict[str, Any], str]] = {
    "four dimensions": ({"data": np.zeros((4, 4, 4, 3), np.int16)}, "4 dimensions"),
    "labels": ({"data": np.arange(64, dtype=np.uint8).reshape(4, 4, 4)}, "not Hounsfield units"),
    "sheared": (
        {"affine": np.array([[1, 0.1, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1.0]])},
        "sheared by 5.7 degrees",
    ),
    "coarse": ({"affine": np.diag([6.0, 6.0, 6.0, 1.0])}, "outside 0.1 to 5 mm"),
    "metres": ({"unit": "meter"}, "not the millimetre"),
    "nowhere": ({"code": 0}, "no orientation"),
    "colour": ({"data": np.zeros((4, 4, 4), [("R", "u1"), ("G", "u1"), ("B", "u1")])}, "numbers"),
}


@pytest.mark.parametrize("case", VOLUMES)
def test_a_nifti_that_is_no_ct_is_refused_with_its_reason(
    case: str, tmp_path: Path, reader: LimitedImageReader
) -> None:
    wanted, reason = VOLUMES[case]
    data = wanted.get("data", phantom().transpose(2, 1, 0))
    image = nibabel.Nifti1Image(data, wanted.get("affine", np.eye(4)))
    image.header.set_xyzt_units(wanted.get("unit", "mm"))
    image.header["sform_code"] = image.header["qform_code"] = wanted.get("code", 1)
    path = tmp_path / "v.nii"
    nibabel.save(image, path)
    if wanted.get("code") == 0:
        raw = bytearray(path.read_bytes())
        raw[252:256] = bytes(4)  # qform_code, sform_code
        path.write_bytes(bytes(raw))
    assert reason in refusal_of(reader, path)


def test_a_nifti_scale_is_applied_and_missing_numbers_become_air(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    hu = phantom().astype(np.float32)
    hu[0, 0, 0] = np.nan
    ras = np.diag([-1.0, -1.0, 1.0, 1.0]) @ phantom_grid().world_from_index
    nibabel.save(nibabel.Nifti1Image(hu.transpose(2, 1, 0), ras), tmp_path / "v.nii.gz")
    scan = reader.read_ct(tmp_path / "v.nii.gz")
    expected = phantom()
    expected[0, 0, 0] = -1024
    np.testing.assert_array_equal(scan.hu, expected)
    assert "1 voxel without a number became air" in scan.notes


def test_a_volume_that_promises_more_than_the_limit_is_refused_unread(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    nibabel.save(nibabel.Nifti1Image(np.zeros((4, 4, 4), np.int16), np.eye(4)), tmp_path / "v.nii")
    raw = bytearray((tmp_path / "v.nii").read_bytes())
    raw[42:48] = np.array([4096, 4096, 4096], "<i2").tobytes()
    (tmp_path / "v.nii").write_bytes(bytes(raw))
    assert "more than 512 MiB" in refusal_of(reader, tmp_path / "v.nii")


NRRDS = {
    "type: block\n": "not plain numbers",
    "space: scanner-xyz\n": "neither LPS nor RAS nor LAS",
    "data file: /etc/passwd\n": "data lie in another file",
    "byte skip: 100\n": "begin somewhere else",
    "encoding: ascii\n": "neither raw nor gzip nor bzip2",
    "space origin: (none,none,none)\n": "",
    "sizes: 4 4\n": "",
    "sizes: 9999 9999 9999\n": "more than 512 MiB",
    "sizes: 4 4 5\n": "does not hold them",
}


@pytest.mark.parametrize("line", NRRDS)
def test_an_nrrd_that_is_no_volume_is_refused_with_its_reason(
    line: str, tmp_path: Path, reader: LimitedImageReader
) -> None:
    header = {
        "type": "type: int16\n",
        "dimension": "dimension: 3\n",
        "space": "space: LPS\n",
        "sizes": "sizes: 4 4 4\n",
        "space directions": "space directions: (1,0,0) (0,1,0) (0,0,1)\n",
        "space origin": "space origin: (0,0,0)\n",
        "endian": "endian: little\n",
        "encoding": "encoding: raw\n",
    }
    header[line.split(":", maxsplit=1)[0]] = line
    text = "NRRD0004\n" + "".join(header.values()) + "\n"
    (tmp_path / "v.nrrd").write_bytes(text.encode() + bytes(128))
    assert NRRDS[line] in refusal_of(reader, tmp_path / "v.nrrd")


def test_a_folder_of_too_many_files_is_refused(
    tmp_path: Path, reader: LimitedImageReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FILES_PER_FOLDER", 10)
    assert "it holds more than 10 files" in refusal_of(reader, ct_folder(tmp_path / "s"))
