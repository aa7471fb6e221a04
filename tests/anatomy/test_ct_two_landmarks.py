"""Without a segmentation two named points make a level of a CT a place to train on."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from tests.anatomy.labelled_ct import bare_patient, scan
from tests.anatomy.thorax import thorax
from trainer.anatomy.ct_landmarks import checked_given, placed
from trainer.anatomy.ct_patient import patient_from_ct
from trainer.anatomy.ct_template import average_landmarks, fitted, laid_onto
from trainer.anatomy.distance import blocks_near
from trainer.anatomy.levels import Side
from trainer.anatomy.patient import Patient
from trainer.anatomy.targets import resolve_target
from trainer.anatomy.vertebral_axes import Landmarks
from trainer.refusal import Refusal


def two() -> Landmarks:
    """The two points one gives; asked for in tests, never on import: a thorax takes long."""
    return {name: thorax().landmarks[name] for name in ("T7.left.tp_corner", "T7.body_centre")}


@pytest.fixture(scope="module")
def patient() -> Patient:
    return patient_from_ct(scan(), given=two())


def test_the_target_is_the_given_point_and_the_nerve_follows(patient: Patient) -> None:
    found = resolve_target(patient, "T7", Side.LEFT, "chua-bogduk-1995")
    assert tuple(found.point_world_mm) == pytest.approx(two()["T7.left.tp_corner"])
    assert found.nerve_world_mm is not None
    away = np.linalg.norm(found.nerve_world_mm - found.point_world_mm, axis=1)
    assert away.min() < 6.0


@pytest.mark.parametrize(
    "name", ["T7.left.pedicle", "T7.left.tp_tip", "T7.canal_centre", "T7.upper_plate_centre"]
)
def test_what_follows_lies_near_the_truth(patient: Patient, name: str) -> None:
    off = np.linalg.norm(np.array(patient.landmarks[name]) - thorax().landmarks[name])
    assert off < 6.0
    assert name in patient.proposed


def test_given_points_are_not_proposals(patient: Patient) -> None:
    assert not set(two()) & set(patient.proposed)


def test_the_dangers_are_there(patient: Patient) -> None:
    corner = np.array([patient.landmarks["T7.left.tp_corner"]])
    assert {"pleura", "canal", "foramen"} <= set(blocks_near(patient, corner))


def test_the_average_spine_fits_itself_without_change() -> None:
    own = {name: average_landmarks()[name] for name in ("T7.body_centre", "T7.left.tp_corner")}
    fit = fitted(own)
    assert fit.scale == pytest.approx(1.0)
    assert np.allclose(fit.turn, np.eye(3), atol=1e-6)
    assert np.allclose(fit.shift, 0.0, atol=1e-6)


@pytest.mark.parametrize("seed", range(8))
def test_a_moved_and_turned_spine_is_found_again_from_three_points(seed: int) -> None:
    rng = np.random.default_rng(seed)
    angle, scale = np.radians(rng.uniform(-25, 25)), rng.uniform(0.85, 1.15)
    axis = rng.normal(size=3)
    axis /= np.linalg.norm(axis)
    cross = np.cross(np.eye(3), axis)
    turn = np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross
    shift = rng.uniform(-300, 300, 3)
    names = [n for n in average_landmarks() if n.startswith("T7.")]
    moved = {n: tuple(scale * turn @ np.array(average_landmarks()[n]) + shift) for n in names}
    given = {n: moved[n] for n in ("T7.body_centre", "T7.left.tp_corner", "T7.spinous_tip")}
    found = laid_onto(given)
    off = [np.linalg.norm(found[n].point_world_mm - moved[n]) for n in names if n not in given]
    assert max(off) < 0.5


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (
            lambda: {"T7.body_centre": (0.0, 0.0, 0.0)},
            "one point .* does not tell how a vertebra stands",
        ),
        (
            lambda: {**two(), "T7.left.tp_corner": thorax().landmarks["T7.right.tp_corner"]},
            "would turn the vertebra by",
        ),
        (lambda: {**two(), "T7.body_centre": (0.0, 0.0, 900.0)}, "lies outside the scan"),
        (lambda: {**two(), "T7.left.tp_corner": (60.0, 0.0, 0.0)}, "lies in the lung"),
        (lambda: {**two(), "T7.left.tp_korner": (0.0, 0.0, 0.0)}, "is no landmark's name"),
    ],
    ids=["one point", "sides swapped", "outside", "lung", "unknown name"],
)
def test_points_that_cannot_be_are_refused_with_the_reason(
    given: Callable[[], Landmarks], why: str
) -> None:
    with pytest.raises(Refusal, match=why):
        placed_on_the_scan(given())


def placed_on_the_scan(given: Landmarks) -> None:
    """What `patient_from_ct` does with given points, on the tissues it found."""
    labels = bare_patient().labels
    assert labels is not None
    checked_given(given, labels)
    placed({}, given, None, labels)


def test_a_point_in_the_air_and_one_off_the_bone_are_refused() -> None:
    x, y, z = two()["T7.left.tp_corner"]
    with pytest.raises(Refusal, match=r"air outside the body|outside the scan"):
        placed_on_the_scan({**two(), "T7.left.tp_corner": (x, y + 55.0, z)})
    with pytest.raises(Refusal, match="from the surface of any bone"):
        placed_on_the_scan({**two(), "T7.left.tp_corner": (x + 4.0, y + 16.0, z)})


def test_an_import_with_a_wrong_point_is_refused() -> None:
    with pytest.raises(Refusal, match="lies in the lung"):
        patient_from_ct(scan(), given={**two(), "T7.left.tp_corner": (60.0, 0.0, 0.0)})


def test_points_that_are_no_vertebra_s_size_are_refused() -> None:
    far = {"T7.body_centre": (0.0, 0.0, 0.0), "T7.left.tp_corner": (70.0, 80.0, 30.0)}
    with pytest.raises(Refusal, match=r"lie 11[01] mm apart, in an average adult \d+ mm"):
        laid_onto(far)


def test_levels_far_apart_do_not_place_a_vertebra_between_them() -> None:
    with pytest.raises(Refusal, match="levels apart"):
        laid_onto({"T2.body_centre": (0.0, 0.0, 100.0), "T9.body_centre": (0.0, 0.0, -50.0)})
