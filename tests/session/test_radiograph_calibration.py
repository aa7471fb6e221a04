"""Found pictures get their geometry: what is said, what is refused, what a scenario keeps."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from trainer.geometry.angles import HANGINGS, Hanging
from trainer.geometry.carm import CArmPose
from trainer.refusal import Refusal
from trainer.session.landmark_table import Click, clicks_of
from trainer.session.radiograph_calibration import (
    Measured,
    by_landmarks,
    cross_checks,
    from_tags,
    in_plane,
    name_of,
    patient_of,
)
from trainer.session.radiograph_found import FoundPicture

OFFSET = np.array([100.0, -40.0, 900.0])  # a table in coordinates of its own
POSES = (CArmPose(0.0, 3.0, matrix_px=400), CArmPose(90.0, 0.0, matrix_px=400))
POINTS = {
    f"{level}.{part}": np.array([x, y, z])
    for level, z in (("T6", 24.0), ("T7", 0.0), ("T8", -24.0))
    for part, x, y in (("left", 31.0, 9.0), ("right", -32.0, 8.0), ("body", 0.5, -25.0))
}
UPRIGHT = Hanging(False, False, False)


def found(index: int, hanging: Hanging = UPRIGHT, **facts: object) -> FoundPicture:
    grey = np.random.default_rng(index).integers(0, 9000, (400, 400)).astype(np.uint16)
    picture = FoundPicture(f"P{index + 1}", "XA", hanging.of_picture(grey), missing=("all",))
    return replace(picture, **facts)  # type: ignore[arg-type]


def clicks(hanging: Hanging = UPRIGHT, seed: int = 1) -> list[Click]:
    noise = np.random.default_rng(seed)
    marks = []
    for index, pose in enumerate(POSES):
        for name, point in POINTS.items():
            column, row = pose.view.project(point) + noise.normal(0.0, 0.2, 2)
            place = point + OFFSET
            world = (float(place[0]), float(place[1]), float(place[2]))
            pixel = hanging.of_pixel((float(column), float(row)), (400, 400))
            marks.append(Click(index, name, world, pixel))
    return marks


@pytest.mark.parametrize("hanging", HANGINGS)
def test_a_picture_stored_any_way_round_is_hung_and_placed_by_its_landmarks(
    hanging: Hanging,
) -> None:
    pictures = [found(0, hanging), found(1, hanging)]
    ap, lateral = by_landmarks(pictures, clicks(hanging))
    assert (ap.view.name, lateral.view.name) == ("AP", "LAT")
    np.testing.assert_array_equal(ap.view.grey, found(0).grey)
    origin = np.array(ap.calibration.table_origin_mm)
    for made, pose in zip((ap, lateral), POSES, strict=True):
        point = np.array([5.0, 3.0, -8.0])
        off = made.view.view.project(point + OFFSET - origin) - pose.view.project(point)
        assert np.linalg.norm(off) < 1.5
    assert max(check.off_mm for check in cross_checks((ap, lateral))) < 0.6
    assert patient_of((ap, lateral)).radiographs[0].oblique_deg == pytest.approx(0.0, abs=2.0)


def test_tags_that_say_the_other_side_stop_it() -> None:
    pictures = [found(0, orientation="L/F"), found(1)]
    with pytest.raises(Refusal, match="says L/F, the landmarks say R/F"):
        by_landmarks(pictures, clicks())
    by_landmarks([found(0, orientation="R/F"), found(1, orientation="P/F")], clicks())


def test_a_machine_in_the_tags_that_the_landmarks_contradict_is_told() -> None:
    pitch = 298.0 / 400
    right = found(0, sid_mm=1020.0, pitch_mm=(pitch, pitch))
    wrong = found(1, sid_mm=1020.0, pitch_mm=(pitch * 5.0, pitch * 5.0))
    first, second = by_landmarks([right, wrong], clicks())
    assert not any("contradict" in note for note in first.notes)
    assert any("contradict the tags' distance" in note for note in second.notes)
    with pytest.raises(Refusal, match="not square"):
        by_landmarks([found(0, pitch_mm=(0.3, 0.4)), found(1)], clicks())


def test_one_name_at_two_places_and_too_few_in_one_picture_are_refused() -> None:
    marks = clicks()
    moved = replace(marks[9], world_mm=(1.0, 2.0, 3.0))
    with pytest.raises(Refusal, match="two places in the table"):
        by_landmarks([found(0), found(1)], [*marks[:9], moved, *marks[10:]])
    with pytest.raises(Refusal, match=r"picture 2 \(P2\): 4 landmark\(s\) are given"):
        by_landmarks([found(0), found(1)], marks[:13])


def test_a_ruler_gives_one_picture_a_scale_and_says_how_well() -> None:
    ruler = Measured((100.0, 50.0), (300.0, 50.0), 100.0)
    picture = in_plane([found(0, orientation="R/F")], ruler)
    assert picture.calibration.method == "in-plane"
    assert any("0.5000 mm a pixel" in note and "%" in note for note in picture.notes)
    view = picture.view.view
    np.testing.assert_allclose(
        view.project(np.array([-50.0, 0.0, 0.0])) - view.project(np.zeros(3)), (100.0, 0.0)
    )
    flipped = in_plane([found(0, HANGINGS[2], orientation="L/F")], ruler)
    np.testing.assert_array_equal(flipped.view.grey, found(0).grey)


def test_a_ruler_for_two_pictures_or_without_a_side_is_refused() -> None:
    ruler = Measured((100.0, 50.0), (300.0, 50.0), 100.0)
    with pytest.raises(Refusal, match="one plane of one picture, and 2 are given"):
        in_plane([found(0), found(1)], ruler)
    with pytest.raises(Refusal, match="nothing else says which side is left"):
        in_plane([found(0)], ruler)
    with pytest.raises(Refusal, match="contradicts the view"):
        in_plane([found(0, orientation="P/F")], ruler)
    with pytest.raises(Refusal, match="are missing"):
        from_tags([found(0), found(1)])


TABLE = "picture;name;x_mm;y_mm;z_mm;column_px;row_px\n1;a;1;2;3;4;5\n2;b;1.5;2;3;-4;5\n"


def test_a_table_is_read_with_any_separator_and_a_byte_order_mark() -> None:
    for separator in ";,\t":
        first, second = clicks_of("\ufeff" + TABLE.replace(";", separator), 2)
        assert first == Click(0, "a", (1.0, 2.0, 3.0), (4.0, 5.0))
        assert (second.picture, second.world_mm[0], second.pixel[0]) == (1, 1.5, -4.0)
    short = "name,column_px,row_px\nT7.left,4,5\n"
    assert clicks_of(short, 1, {"T7.left": (7.0, 8.0, 9.0)})[0].world_mm == (7.0, 8.0, 9.0)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "the column 'name' is missing"),
        (TABLE.replace("z_mm", "z"), "the column 'z_mm' is missing"),
        (TABLE.replace(";4;5", ";4,5;5"), "is no number with a decimal point"),
        (TABLE.replace("1;a", "3;a"), "is none of 1 to 2"),
        (TABLE.replace("1.5", "nan"), "is no finite number"),
        (TABLE.split("\n", maxsplit=1)[0], "it has no landmarks"),
    ],
)
def test_what_is_wrong_in_a_table_is_told_with_its_line(text: str, why: str) -> None:
    with pytest.raises(Refusal) as caught:
        clicks_of(text, 2)
    assert any(why in str(problem) for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("oblique", "name"), [(5, "AP"), (-175, "AP"), (90, "LAT"), (30, "OBL-L-30"), (-40, "OBL-R-40")]
)
def test_views_have_names_that_a_scenario_may_use(oblique: float, name: str) -> None:
    assert name_of(oblique) == name
