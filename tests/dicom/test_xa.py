"""An exposure written as XA comes back as it was: pixels, geometry, nobody's name."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pydicom
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer.app.pictures import PictureFiles
from trainer.dicom.reader import LimitedImageReader
from trainer.geometry.carm import CArmPose
from trainer.refusal import ExitCode, Refusal

STORED = np.arange(48 * 48, dtype=np.uint16).reshape(48, 48) * 28
POINTS = np.random.default_rng(3).uniform(-60.0, 60.0, size=(40, 3))
write_exposure = PictureFiles().write_dicom


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    oblique=st.floats(-180, 180),
    tilt=st.floats(-60, 60),
    sod=st.floats(300, 700),
    field=st.floats(100, 400),
)
def test_any_exposure_comes_back_to_a_thousandth_of_a_pixel(
    oblique: float,
    tilt: float,
    sod: float,
    field: float,
    tmp_path: Path,
    reader: LimitedImageReader,
) -> None:
    iso = (4.0, -7.5, 30.0)
    pose = CArmPose(oblique, tilt, iso, 1020.0, sod, 0.0, field, 48)
    write_exposure(tmp_path / "x.dcm", STORED, pose, {})
    (view,) = reader.read_radiographs([tmp_path / "x.dcm"])
    np.testing.assert_array_equal(view.grey, STORED)
    expected = pose.view.project(POINTS + iso)  # on import the isocentre is the origin
    np.testing.assert_allclose(view.view.project(POINTS), expected, atol=1e-3)


@pytest.mark.parametrize("rotation", [90.0, 180.0, -90.0])
def test_a_picture_turned_by_right_angles_hangs_upright_again(
    rotation: float, tmp_path: Path, reader: LimitedImageReader
) -> None:
    upright = CArmPose(25.0, -10.0, matrix_px=48)
    turned = CArmPose(25.0, -10.0, detector_rotation_deg=rotation, matrix_px=48)
    write_exposure(tmp_path / "x.dcm", STORED, turned, {})
    (view,) = reader.read_radiographs([tmp_path / "x.dcm"])
    np.testing.assert_allclose(view.view.project(POINTS), upright.view.project(POINTS), atol=1e-3)
    corners = turned.view.pixel_world_mm(np.array([[0.0, 0.0], [47.0, 0.0], [10.0, 30.0]]))
    for world, value in zip(corners, (STORED[0, 0], STORED[0, 47], STORED[30, 10]), strict=True):
        column, row = np.rint(view.view.project(world)).astype(int)
        assert view.grey[row, column] == value


def test_a_picture_turned_in_between_is_refused(tmp_path: Path) -> None:
    pose = CArmPose(detector_rotation_deg=17.0, matrix_px=48)
    with pytest.raises(Refusal, match="only say multiples of 90"):
        write_exposure(tmp_path / "x.dcm", STORED, pose, {})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("compress", ["", "rle", "j2k"])
def test_every_encoding_is_without_loss(
    compress: str, tmp_path: Path, reader: LimitedImageReader
) -> None:
    path = tmp_path / "x.dcm"
    write_exposure(path, STORED, CArmPose(matrix_px=48), {"compress": compress})
    (view,) = reader.read_radiographs([path])
    np.testing.assert_array_equal(view.grey, STORED)
    assert not any("loss" in warning for warning in reader.inspect(path).warnings)


def test_a_dense_is_bright_exposure_says_so_and_comes_back_dark(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    facts = {"pixel_intensity": "LOG", "pixel_sign": -1}
    write_exposure(tmp_path / "x.dcm", STORED, CArmPose(matrix_px=48), facts)
    (view,) = reader.read_radiographs([tmp_path / "x.dcm"])
    np.testing.assert_array_equal(view.grey, 65535 - STORED)


def test_the_file_says_that_it_is_simulated_and_how_it_was_exposed(tmp_path: Path) -> None:
    pose = CArmPose(oblique_deg=15.0, tilt_deg=10.0, matrix_px=48)
    facts = {"kvp": 72.5, "tube_current_ma": 3.4, "pulse_ms": 8, "instance": "attempt 1/7"}
    write_exposure(tmp_path / "x.dcm", STORED, pose, facts)
    found = pydicom.dcmread(tmp_path / "x.dcm")
    assert found.SOPClassUID.name == "X-Ray Angiographic Image Storage"
    assert str(found.PatientName) == "SIMULATION^NOT A PATIENT"
    assert found.DerivationDescription.startswith("Simulated")
    assert list(found.ImageType) == ["DERIVED", "PRIMARY", "SINGLE PLANE"]
    assert (found.PositionerPrimaryAngle, found.PositionerSecondaryAngle) == (165.0, 10.0)
    assert (found.DistanceSourceToDetector, found.DistanceSourceToPatient) == (1020.0, 530.0)
    assert list(found.PatientOrientation) == ["RP", "F"]
    assert (found.KVP, found.XRayTubeCurrent, found.ExposureTime) == (72.5, 3, 8)
    assert all(len(str(x)) <= 16 for x in found.ImagerPixelSpacing)


def test_the_same_instance_text_gives_the_same_bytes_and_another_another(tmp_path: Path) -> None:
    pose = CArmPose(matrix_px=48)
    for name, seed in (("a", "one"), ("b", "one"), ("c", "two")):
        write_exposure(tmp_path / name, STORED, pose, {"instance": seed})
    a, b, c = ((tmp_path / name).read_bytes() for name in "abc")
    assert a == b
    assert a != c


def test_an_exposure_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    old = tmp_path / "x.dcm"
    old.write_bytes(b"old")
    pose = CArmPose(matrix_px=48)
    write_exposure(old, STORED, pose, {})
    assert pydicom.dcmread(old).Rows == 48
    for blocked in (old / "below.dcm", tmp_path / "taken"):
        (tmp_path / "taken").mkdir(exist_ok=True)
        with pytest.raises(Refusal) as caught:
            write_exposure(blocked, STORED, pose, {})
        assert caught.value.code is ExitCode.STORAGE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["taken", "x.dcm"]


def test_facts_that_make_no_sense_are_errors(tmp_path: Path) -> None:
    pose = CArmPose(matrix_px=48)
    for facts in ({"kv": 70}, {"pixel_sign": 2}, {"compress": "zip"}, {"pixel_intensity": "X"}):
        with pytest.raises(ValueError, match=r"facts|must be"):
            write_exposure(tmp_path / "x.dcm", STORED, pose, facts)
    with pytest.raises(ValueError, match="48 x 48"):
        write_exposure(tmp_path / "x.dcm", STORED[:9], pose, {})


def test_a_run_is_one_object_with_its_frames_in_order(tmp_path: Path) -> None:
    run = np.stack([STORED, STORED // 2, STORED // 3])
    write_exposure(tmp_path / "run.dcm", run, CArmPose(matrix_px=48), {"frame_ms": 250.0})
    found = pydicom.dcmread(tmp_path / "run.dcm")
    assert (found.NumberOfFrames, float(found.FrameTime), found.CineRate) == (3, 250.0, 4)
    np.testing.assert_array_equal(found.pixel_array, run)


def test_the_middle_frame_of_a_run_comes_back(tmp_path: Path, reader: LimitedImageReader) -> None:
    run = np.stack([STORED // 3, STORED, STORED // 2])
    write_exposure(tmp_path / "run.dcm", run, CArmPose(matrix_px=48), {"frame_ms": 125.0})
    (view,) = reader.read_radiographs([tmp_path / "run.dcm"])
    np.testing.assert_array_equal(view.grey, STORED)


def test_a_run_without_its_time_makes_no_sense(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="frame_ms"):
        write_exposure(tmp_path / "x.dcm", np.stack([STORED] * 2), CArmPose(matrix_px=48), {})


def test_dose_is_said_in_dicom_s_units(tmp_path: Path) -> None:
    facts = {"kerma_mgy": 0.45, "kap_dgycm2": 1.38}
    write_exposure(tmp_path / "x.dcm", STORED, CArmPose(matrix_px=48), facts)
    found = pydicom.dcmread(tmp_path / "x.dcm")
    assert float(found.EntranceDoseInmGy) == 0.45
    assert float(found.ImageAndFluoroscopyAreaDoseProduct) == 1.38


@pytest.mark.skipif(shutil.which("dcmdump") is None, reason="dcmtk is not installed")
@pytest.mark.parametrize("frames", [1, 3])
def test_another_toolkit_reads_it_without_complaint(frames: int, tmp_path: Path) -> None:
    file = tmp_path / "x.dcm"
    stored = STORED if frames == 1 else np.stack([STORED] * frames)
    write_exposure(file, stored, CArmPose(15.0, 10.0, matrix_px=48), {"frame_ms": 250.0, "kvp": 75})
    dump = subprocess.run(["dcmdump", "-q", file], capture_output=True, text=True, check=True)
    assert "E:" not in dump.stderr
    assert "W:" not in dump.stderr
    for part in ("PositionerPrimaryAngle", "SIMULATION^NOT A PATIENT", "Simulated by Rhizotomy"):
        assert part in dump.stdout
    picture = tmp_path / "x.pgm"
    subprocess.run(["dcm2pnm", "--write-raw-pnm", file, picture], check=True, capture_output=True)
    assert picture.read_bytes().startswith(b"P5")
