"""The synthetic thorax: where its parts lie, what its picture shows, that it stays the same."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from tests.anatomy.thorax import thorax
from trainer.anatomy.back import back_of, posterior_skin_mm
from trainer.anatomy.distance import SPACING_MM, DistanceBlock, blocks_near, signed_distance_block
from trainer.anatomy.levels import LEVELS, Side
from trainer.anatomy.patient import Basis, BasisVolume, Patient, PatientKind, Tissue
from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.thorax import CancelledError, synthetic_thorax
from trainer.geometry.pinhole import FloatArray

WORKED = ("T6", "T7", "T8")
PLACES = [(level, side) for level in WORKED for side in Side]


@pytest.fixture(scope="module")
def patient() -> Patient:
    return thorax()


@pytest.fixture(scope="module")
def bone(patient: Patient) -> DistanceBlock:
    assert patient.labels is not None
    low, high = np.array([-45.0, 0.0, -45.0]), np.array([45.0, 62.0, 45.0])
    block = signed_distance_block(patient.labels, {Tissue.BONE}, low, high, SPACING_MM["bone"])
    assert block is not None
    return block


def at(patient: Patient, name: str) -> FloatArray:
    return np.array(patient.landmarks[name])


def tissue_at(patient: Patient, point: FloatArray) -> Tissue:
    assert patient.labels is not None
    i, j, k = np.rint(patient.labels.grid.index_of(point)).astype(int)
    return Tissue(patient.labels.tissues[k, j, i])


def grids_by_spacing(patient: Patient, basis: Basis) -> list[BasisVolume]:
    found = [volume for volume in patient.volumes if volume.basis is basis]
    return sorted(found, key=lambda volume: volume.grid.spacing_mm[0])


SAME = """
import numba
numba.set_num_threads(1)
from tests.anatomy.thorax import PERSON, SPAN
from trainer.anatomy.synthetic.thorax import synthetic_thorax
print(synthetic_thorax(PERSON, span=SPAN).sha256)
"""


def test_the_same_person_has_the_same_bytes_on_any_number_of_threads(patient: Patient) -> None:
    """`patient` was made by as many threads as there are, at least two."""
    done = subprocess.run([sys.executable, "-c", SAME], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == patient.sha256


def test_it_is_a_synthetic_patient_that_says_who_it_is(patient: Patient) -> None:
    assert patient.kind is PatientKind.SYNTHETIC
    assert "seed 7" in " ".join(patient.notes)


def test_progress_rises_to_the_end_and_cancelling_stops_it() -> None:
    told: list[tuple[float, str]] = []
    person = Person(seed=3)

    def stop() -> bool:
        return len(told) >= 6

    with pytest.raises(CancelledError):
        synthetic_thorax(person, lambda done, words: told.append((done, words)), stop, ("T7", "T7"))
    shares = [done for done, _ in told]
    assert shares == sorted(shares)
    assert all(0.0 <= done <= 1.0 for done in shares)
    assert len({words for _, words in told}) >= 3
    assert len(told) == 6


def test_the_body_of_t7_is_the_origin_of_the_world(patient: Patient) -> None:
    assert np.linalg.norm(at(patient, "T7.body_centre")) < 1.0


def test_all_levels_have_landmarks_even_where_the_voxels_are_cropped(patient: Patient) -> None:
    heights = [at(patient, f"{level}.body_centre")[2] for level in LEVELS]
    assert (np.diff(heights) < -13.0).all()
    assert (np.diff(heights) > -40.0).all()


@pytest.mark.parametrize("level", WORKED)
def test_from_front_to_back_come_body_canal_and_spinous_process(
    patient: Patient, level: str
) -> None:
    names = ("body_centre", "canal_centre", "spinous_tip")
    depths = [at(patient, f"{level}.{name}")[1] for name in names]
    assert (np.diff(depths) > 10.0).all()
    assert tissue_at(patient, at(patient, f"{level}.body_centre")) is Tissue.BONE
    assert tissue_at(patient, at(patient, f"{level}.canal_centre")) is Tissue.CANAL


@pytest.mark.parametrize(("level", "side"), PLACES)
def test_the_corner_is_the_upper_outer_end_of_the_transverse_process(
    patient: Patient, level: str, side: Side
) -> None:
    root, corner = at(patient, f"{level}.{side}.tp_root"), at(patient, f"{level}.{side}.tp_corner")
    outward = 1.0 if side is Side.LEFT else -1.0
    assert outward * (corner[0] - root[0]) > 8.0
    assert corner[2] > root[2]
    middle = at(patient, f"{level}.body_centre")
    assert 22.0 <= outward * (corner[0] - middle[0]) <= 36.0  # TP reach, clinical.md 1.5


def test_corners_lie_on_the_bone_that_stops_a_needle(patient: Patient, bone: DistanceBlock) -> None:
    corners = np.array([at(patient, f"{level}.{side}.tp_corner") for level, side in PLACES])
    assert np.abs(bone.at(corners)).max() <= 0.6


def test_no_nerve_runs_inside_bone(patient: Patient, bone: DistanceBlock) -> None:
    here = [nerve for nerve in patient.nerves if nerve.level in WORKED]
    assert {nerve.level for nerve in here} == set(WORKED)
    for nerve in here:
        points = nerve.points_world_mm[bone.covers(nerve.points_world_mm)]
        assert len(points) and bone.at(points).min() >= -0.6


def test_lung_lies_on_both_sides_and_skin_behind_all(patient: Patient) -> None:
    for x in (-70.0, 70.0):
        assert tissue_at(patient, np.array([x, -20.0, 0.0])) is Tissue.LUNG
    heights = back_of(patient).y_mm
    hindmost = max(at(patient, f"{level}.spinous_tip")[1] for level in WORKED)
    assert np.nanmax(heights) > hindmost + 5.0


def test_skin_lies_two_to_five_centimetres_behind_the_transverse_process(patient: Patient) -> None:
    assert patient.labels is not None
    for level, side in PLACES:
        corner = at(patient, f"{level}.{side}.tp_corner")
        skin = posterior_skin_mm(patient.labels, corner[:1], corner[2:])[0, 0]
        assert 20.0 < skin - corner[1] < 50.0  # clinical.md 1.6


def test_all_that_a_needle_may_meet_is_known_at_a_target(patient: Patient) -> None:
    target = at(patient, "T7.left.tp_corner")
    blocks = blocks_near(patient, target[None])
    assert set(blocks) == {"skin", "bone", "pleura", "canal", "foramen"}
    found = {name: float(block.at(target)) for name, block in blocks.items()}
    assert found["skin"] < -20.0
    assert abs(found["bone"]) < 0.6
    assert min(found["pleura"], found["canal"], found["foramen"]) > 4.0


@pytest.mark.parametrize("side", list(Side))
def test_a_pedicle_shows_as_a_ring_in_the_picture_from_behind(patient: Patient, side: Side) -> None:
    """Bone summed along y at T7, which stands nearly square: walls darker than the middle."""
    fine = grids_by_spacing(patient, Basis.BONE)[0]
    picture = fine.counts.sum(axis=1, dtype=np.int64)
    i, _, k = np.rint(fine.grid.index_of(at(patient, f"T7.{side}.pedicle"))).astype(int)
    row = picture[k - 2 : k + 3].mean(axis=0)
    middle = row[i - 1 : i + 2].min()
    assert row[i - 7 : i].max() > 1.08 * middle
    assert row[i + 1 : i + 8].max() > 1.08 * middle
