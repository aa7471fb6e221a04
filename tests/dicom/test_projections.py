"""Projection pictures: hung as the C-arm's axes say, dense is dark, geometry to 1e-3 pixel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from tests.dicom.factory import picture, projection, projection_file
from trainer.anatomy.patient import RadiographView
from trainer.dicom.hanging import Turn, orientation_problem, turn_for
from trainer.dicom.polarity import grey_of
from trainer.dicom.reader import LimitedImageReader
from trainer.geometry.carm import CArmPose
from trainer.geometry.positioner import orientation_letters
from trainer.refusal import Refusal

Picture = NDArray[np.uint16]


def read(reader: LimitedImageReader, path: Path, orientation: str | None = None) -> RadiographView:
    (view,) = reader.read_radiographs([path], orientation)
    return view


@given(st.floats(-180, 180), st.floats(-80, 80), st.sampled_from([0.0, 90.0, 180.0, 270.0]))
def test_letters_of_any_pose_tell_how_its_picture_hangs(
    oblique: float, tilt: float, rotation: float
) -> None:
    shown = CArmPose(oblique_deg=oblique, tilt_deg=tilt, detector_rotation_deg=rotation)
    upright = CArmPose(oblique_deg=oblique, tilt_deg=tilt)
    letters = tuple(orientation_letters(axis) for axis in shown.image_axes)
    assert orientation_problem(letters, upright) is None
    turned = turn_for(letters, upright).axes(*shown.image_axes)
    np.testing.assert_allclose(turned, upright.image_axes, atol=1e-9)


def test_a_picture_from_behind_hangs_with_the_patients_right_on_screen_right(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    view = read(reader, projection_file(tmp_path / "ap"))
    np.testing.assert_array_equal(view.grey, picture())
    assert (view.name, view.oblique_deg, view.tilt_deg) == ("AP", 0.0, 0.0)
    centre = [15.5, 11.5]
    np.testing.assert_allclose(view.view.project(np.zeros(3)), centre, atol=1e-9)
    right, head = view.view.project(np.array([[-10.0, 0, 0], [0, 0, 10.0]]))
    # 10 mm at the isocentre, magnified by 1020/530, over 0.3 mm columns and 0.4 mm rows.
    np.testing.assert_allclose(right, [15.5 + 10 * 1020 / 530 / 0.3, 11.5], atol=1e-9)
    np.testing.assert_allclose(head, [15.5, 11.5 - 10 * 1020 / 530 / 0.4], atol=1e-9)


STORED: list[tuple[str, Callable[[Picture], Picture], list[float]]] = [
    ("R/F", lambda p: p, [0.4, 0.3]),
    ("L/F", lambda p: p[:, ::-1], [0.4, 0.3]),
    ("R/H", lambda p: p[::-1], [0.4, 0.3]),
    ("L/H", lambda p: p[::-1, ::-1], [0.4, 0.3]),
    ("F/R", lambda p: p.T, [0.3, 0.4]),
    ("H/R", lambda p: p.T[:, ::-1], [0.3, 0.4]),
    ("F/L", lambda p: p.T[::-1], [0.3, 0.4]),
    ("H/L", lambda p: p.T[::-1, ::-1], [0.3, 0.4]),
]


@pytest.mark.parametrize(("letters", "stored", "spacing"), STORED)
def test_the_same_picture_stored_eight_ways_comes_out_alike(
    letters: str,
    stored: Callable[[Picture], Picture],
    spacing: list[float],
    tmp_path: Path,
    reader: LimitedImageReader,
) -> None:
    plain = read(reader, projection_file(tmp_path / "plain"))
    path = projection_file(
        tmp_path / "turned",
        stored(picture()),
        PatientOrientation=letters.split("/"),
        ImagerPixelSpacing=spacing,
    )
    turned = read(reader, path)
    np.testing.assert_array_equal(turned.grey, plain.grey)
    np.testing.assert_allclose(turned.view.detector_from_world, plain.view.detector_from_world)


def test_a_lateral_and_an_oblique_picture_are_named_and_placed(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    # Receptor at the patient's left: primary +90. u = (0, 1, 0): the back on screen right.
    lateral = projection_file(
        tmp_path / "a", PositionerPrimaryAngle=90.0, PatientOrientation=["P", "F"]
    )
    oblique = projection_file(
        tmp_path / "b", PositionerPrimaryAngle=150.0, PatientOrientation=["RP", "F"]
    )
    first, second = reader.read_radiographs([lateral, oblique])
    assert (first.name, second.name) == ("LAT", "OBL L 30")
    assert first.oblique_deg == 90.0
    back = first.view.project(np.array([0.0, 10.0, 0.0]))
    assert back[0] > first.view.central_pixel[0] + 10
    expected = CArmPose(oblique_deg=30.0).receptor_direction
    np.testing.assert_allclose(second.view.central_direction, expected, atol=1e-12)


def test_a_missing_orientation_is_asked_for_and_an_answer_is_taken(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    path = projection_file(tmp_path / "p", PatientOrientation=None)
    with pytest.raises(Refusal, match=r"Patient Orientation \(0020,0020\) is missing: say it"):
        read(reader, path)
    np.testing.assert_array_equal(read(reader, path, "l\\h").grey, picture()[::-1, ::-1])
    told = reader.inspect(path).warnings
    assert "Patient Orientation (0020,0020) is missing: say it, e.g. L/F" in told
    assert not any("cannot be imported" in warning for warning in told)
    with pytest.raises(Refusal, match="is not two groups of the letters"):
        read(reader, path, "left/down")


def test_an_orientation_that_contradicts_the_angles_is_refused_unless_answered(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    path = projection_file(
        tmp_path / "p", PositionerPrimaryAngle=90.0, PatientOrientation=["L", "F"]
    )
    with pytest.raises(Refusal, match="L/F contradicts the positioner angles"):
        read(reader, path)
    assert read(reader, path, "P/F").name == "LAT"
    twice = projection_file(tmp_path / "q", PatientOrientation=["R", "L"])
    with pytest.raises(Refusal, match="R/L names one direction twice"):
        read(reader, twice)


def test_everything_missing_is_told_at_once(tmp_path: Path, reader: LimitedImageReader) -> None:
    path = projection_file(
        tmp_path / "p",
        PositionerPrimaryAngle=None,
        PositionerSecondaryAngle=None,
        DistanceSourceToDetector=None,
        DistanceSourceToPatient=None,
        ImagerPixelSpacing=None,
        PatientOrientation=None,
        PixelSpacing=[0.3, 0.3],
    )
    with pytest.raises(Refusal) as caught:
        read(reader, path)
    told = [problem.message for problem in caught.value.problems]
    tags = ("0018,1510", "0018,1511", "0018,1110", "0018,1111", "0018,1164", "0020,0020")
    assert len(told) == len(tags)
    assert all(any(tag in message for message in told) for tag in tags)
    assert any("Pixel Spacing (0028,0030) alone is not enough" in message for message in told)


NO_PICTURES: dict[str, tuple[dict[str, Any], str]] = {
    "distances": ({"DistanceSourceToPatient": 1100.0}, "not nearer to the patient"),
    "angle": ({"PositionerSecondaryAngle": 95.0}, "outside -89 to 89"),
    "spacing": ({"ImagerPixelSpacing": [0.0, 0.3]}, "outside 0.02 to 20 mm"),
    "nonsense": ({"DistanceSourceToDetector": 1e30}, "outside 300 to 3000 mm"),
    "modality": ({"Modality": "MG"}, "it is a MG image, only projection images are read"),
    "burned in": ({"BurnedInAnnotation": "YES"}, "burned into its picture"),
    "colour": ({"PhotometricInterpretation": "RGB", "SamplesPerPixel": 3}, "colour picture"),
}


@pytest.mark.parametrize("case", NO_PICTURES)
def test_a_picture_that_cannot_be_used_is_refused_with_its_reason(
    case: str, tmp_path: Path, reader: LimitedImageReader
) -> None:
    changes, reason = NO_PICTURES[case]
    with pytest.raises(Refusal) as caught:
        read(reader, projection_file(tmp_path / "p", **changes))
    assert reason in str(caught.value)


def test_the_middle_frame_of_a_run_is_taken_and_a_turning_run_refused(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    run = np.stack([picture() + 1000 * n for n in range(5)]).astype(np.uint16)
    path = projection_file(tmp_path / "run", run)
    np.testing.assert_array_equal(read(reader, path).grey, picture() + 2000)
    assert "frame 3 of 5 is taken" in reader.inspect(path).warnings
    turning = projection_file(tmp_path / "turning", run, PositionerMotion="DYNAMIC")
    with pytest.raises(Refusal, match="the C-arm turned during the run"):
        read(reader, turning)


# Stored values: dense is dark as they are (kept), or the other way round (inverted).
POLARITY: list[tuple[dict[str, Any], bool]] = [
    ({"PixelIntensityRelationshipSign": 1}, False),
    ({"PixelIntensityRelationshipSign": -1}, True),
    ({"PixelIntensityRelationshipSign": None}, False),
    ({"PixelIntensityRelationshipSign": None, "Modality": "RF"}, False),
    ({"PixelIntensityRelationshipSign": None, "PhotometricInterpretation": "MONOCHROME1"}, True),
    ({"PixelIntensityRelationshipSign": None, "Modality": "DX"}, True),
    (
        {
            "PixelIntensityRelationshipSign": None,
            "Modality": "CR",
            "PhotometricInterpretation": "MONOCHROME1",
        },
        False,
    ),
    ({"Modality": "DX", "PixelIntensityRelationshipSign": 1}, False),
]


@pytest.mark.parametrize(("changes", "inverted"), POLARITY)
def test_dense_comes_out_dark_by_the_rule_and_the_rule_is_told(
    changes: dict[str, Any], inverted: bool, tmp_path: Path, reader: LimitedImageReader
) -> None:
    path = projection_file(tmp_path / "p", **changes)
    expected = 65535 - picture() if inverted else picture()
    np.testing.assert_array_equal(read(reader, path).grey, expected)
    word = "inverted to dense is dark" if inverted else "kept, dense is dark already"
    assert any(warning.endswith(word) for warning in reader.inspect(path).warnings)


def test_a_rescale_is_applied_and_a_falling_one_turns_the_picture(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    rising = projection_file(tmp_path / "a", RescaleSlope=2, RescaleIntercept=7)
    np.testing.assert_array_equal(read(reader, rising).grey, 2 * picture() + 7)
    falling = projection_file(tmp_path / "b", RescaleSlope=-1, RescaleIntercept=5000)
    grey = read(reader, falling).grey.astype(int)
    np.testing.assert_array_equal(np.diff(grey.ravel()), 1)  # still rising with the beam


def test_a_voi_table_is_applied_but_a_window_never_clips(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    table = Dataset()
    table.LUTDescriptor, table.LUTData = [1024, 0, 16], [3 * n for n in range(1024)]
    table["LUTDescriptor"].VR = table["LUTData"].VR = "US"
    windowed = projection_file(tmp_path / "w", WindowCenter=120, WindowWidth=2)
    np.testing.assert_array_equal(read(reader, windowed).grey, picture())
    mapped = projection_file(tmp_path / "v", VOILUTSequence=Sequence([table]))
    np.testing.assert_array_equal(read(reader, mapped).grey, 3 * picture())
    assert "the file's VOI look-up table was applied" in reader.inspect(mapped).warnings


def test_overlays_are_dropped_also_from_unused_high_bits(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    stored = (picture() | 0x8000).astype(np.uint16)
    path = projection_file(tmp_path / "p", stored, BitsStored=12, HighBit=11)
    assert "overlays were dropped" not in reader.inspect(path).warnings
    np.testing.assert_array_equal(read(reader, path).grey, picture())
    overlaid = projection(picture())
    overlaid.add_new(0x60000010, "US", 24)
    overlaid.add_new(0x60003000, "OW", bytes(96))
    overlaid.save_as(tmp_path / "o", enforce_file_format=True)
    assert "overlays were dropped" in reader.inspect(tmp_path / "o").warnings


def test_eight_bit_and_signed_pictures_keep_their_values(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    small = np.arange(15 * 17, dtype=np.uint8).reshape(15, 17)  # an odd number of bytes
    np.testing.assert_array_equal(read(reader, projection_file(tmp_path / "a", small)).grey, small)
    signed = picture().astype(np.int16) - 500
    grey = read(reader, projection_file(tmp_path / "b", signed)).grey
    np.testing.assert_array_equal(grey, signed.astype(int) + 400)


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=20, unique=True),
    st.booleans(),
)
def test_grey_keeps_the_order_of_any_values(values: list[float], inverted: bool) -> None:
    array = np.array(values)
    assume(np.ptp(array) > 0)
    grey, _ = grey_of(array, inverted, 16)
    order = np.argsort(array)
    steps = np.diff(grey.astype(int)[order])
    assert (steps <= 0).all() if inverted else (steps >= 0).all()


def test_a_turn_is_the_same_for_pixels_and_axes() -> None:
    u, v = np.eye(3)[0], np.eye(3)[1]
    for turn in (Turn(t, c, r) for t in (0, 1) for c in (0, 1) for r in (0, 1)):
        along_u, along_v = (np.round(axis) for axis in turn.axes(u, v))
        turned = turn.of(picture()).astype(int)
        step_right = turned[0, 1] - turned[0, 0]
        assert step_right == along_u @ np.array([1, 32, 0])
        assert turned[1, 0] - turned[0, 0] == along_v @ np.array([1, 32, 0])


def test_inspect_tells_the_geometry_it_found(tmp_path: Path, reader: LimitedImageReader) -> None:
    found = reader.inspect(projection_file(tmp_path / "p"))
    assert (found.kind, found.modality, found.shape) == ("radiograph", "XA", (1, 24, 32))
    assert found.spacing_mm == (0.3, 0.4)
    assert found.geometry["oblique_deg"] == 0.0
    assert found.geometry["sid_mm"] == 1020.0
    assert found.geometry["patient_orientation"] == "R/F"
    missing = reader.inspect(projection_file(tmp_path / "q", ImagerPixelSpacing=None))
    assert any("(0018,1164) is missing" in warning for warning in missing.warnings)


def test_a_folder_of_pictures_is_read_and_a_ct_among_the_paths_refused(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    folder = tmp_path / "views"
    folder.mkdir()
    projection_file(folder / "a")
    projection_file(folder / "b")
    assert [view.name for view in reader.read_radiographs([folder])] == ["AP", "AP 2"]
    assert reader.inspect(folder).kind == "radiograph"
    projection_file(folder / "c", Modality="CT")
    with pytest.raises(Refusal, match="it is a CT image, only projection images are read"):
        reader.read_radiographs([folder])
