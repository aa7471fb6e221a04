"""A patient from a CT: bases, body, tissues, and what is refused."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.anatomy.generated_ct import BACK_Y, CANAL_Y, OUTSIDE, SPINE_Y, Chest, chest_ct, grid_of
from trainer.anatomy.back import posterior_skin_mm
from trainer.anatomy.ct import CtScan
from trainer.anatomy.ct_patient import patient_from_ct
from trainer.anatomy.hounsfield import basis_densities
from trainer.anatomy.patient import Patient, PatientKind, Tissue
from trainer.geometry.grid import VoxelGrid
from trainer.refusal import ExitCode, Refusal


def tissue_at(patient: Patient, x: float, y: float, z: float = 0.0) -> Tissue:
    assert patient.labels is not None
    i, j, k = np.rint(patient.labels.grid.index_of(np.array([x, y, z]))).astype(int)
    return Tissue(patient.labels.tissues[k, j, i])


def water_at(patient: Patient, x: float, y: float, z: float = 0.0) -> float:
    part = patient.volumes[0]
    i, j, k = np.rint(part.grid.index_of(np.array([x, y, z]))).astype(int)
    nk, nj, ni = part.grid.shape_kji
    inside = 0 <= i < ni and 0 <= j < nj and 0 <= k < nk
    return float(part.counts[k, j, i]) * part.g_cm3_per_count if inside else 0.0


@pytest.fixture(scope="module")
def patient() -> Patient:
    return patient_from_ct(chest_ct(Chest(arms=True, bowel_gas=True, metal=True)))


# anatomy.md 2: below 60 HU water 1 + HU/1000; above f = (HU-60)/1526, bone 1.92 f, water 1.06 (1-f)
@pytest.mark.parametrize(
    ("hu", "water", "bone"),
    [
        (-2048, 0.0, 0.0),
        (-1000, 0.0, 0.0),
        (-870, 0.13, 0.0),
        (0, 1.0, 0.0),
        (59, 1.059, 0.0),
        (60, 1.06, 0.0),
        (823, 0.53, 0.96),
        (1586, 0.0, 1.92),
        (3071, 0.0, 1.92),
    ],
)
def test_hounsfield_units_become_the_two_bases(hu: int, water: float, bone: float) -> None:
    found = basis_densities(np.array([hu], dtype=np.int16))
    assert [float(part[0]) for part in found] == pytest.approx([water, bone], abs=1e-6)


@given(st.integers(-1000, 3071), st.integers(1, 500))
def test_denser_is_never_lighter(hu: int, more: int) -> None:
    pair = np.array([hu, min(hu + more, 3071)], dtype=np.int16)
    water, bone = basis_densities(pair)
    assert bone[1] >= bone[0]
    assert (water + bone)[1] >= (water + bone)[0] - 1e-6


def test_a_chest_becomes_a_patient(patient: Patient) -> None:
    assert patient.kind is PatientKind.CT
    assert tissue_at(patient, 0.0, SPINE_Y - 14.5) is Tissue.BONE
    assert tissue_at(patient, 25.0, 78.0) is Tissue.BONE
    assert tissue_at(patient, 70.0, 0.0) is Tissue.LUNG
    assert tissue_at(patient, -70.0, 0.0) is Tissue.LUNG
    assert tissue_at(patient, 0.0, -40.0) is Tissue.SOFT


def test_marrow_inside_its_cortex_is_bone_and_the_canal_is_not(patient: Patient) -> None:
    assert tissue_at(patient, 6.0, SPINE_Y + 4.0, 30.0) is Tissue.BONE
    assert tissue_at(patient, 0.0, CANAL_Y) is Tissue.SOFT


def test_the_notes_say_what_is_not_known(patient: Patient) -> None:
    notes = " ".join(patient.notes)
    assert "levels, spinal canal and foramina are unknown" in notes
    assert "metal in or beside the spine" in notes


def test_gas_in_the_bowel_is_no_lung(patient: Patient) -> None:
    assert tissue_at(patient, 0.0, -70.0) is Tissue.SOFT
    assert water_at(patient, 0.0, -70.0) < 0.05


def test_couch_arms_and_what_lies_outside_the_circle_are_air(patient: Patient) -> None:
    for x, y in ((0.0, BACK_Y + 10.0), (172.0, 0.0), (-172.0, 0.0), (180.0, -130.0)):
        assert water_at(patient, x, y) == 0.0
    assert not np.isin(patient.volumes[1].counts[:, 0], [0], invert=True).any()


@pytest.mark.parametrize("gap_mm", [2.0, 8.0, 30.0])
def test_the_skin_of_the_back_stays_where_it_is_above_a_couch(gap_mm: float) -> None:
    labels = patient_from_ct(chest_ct(Chest(couch_gap_mm=gap_mm))).labels
    assert labels is not None
    skin = posterior_skin_mm(labels, np.array([0.0, 60.0]), np.array([0.0]))[0]
    assert skin[0] == pytest.approx(BACK_Y, abs=2.1)
    assert skin[1] == pytest.approx(BACK_Y * np.sqrt(1 - 0.4**2), abs=2.1)


def test_a_couch_that_touches_is_cut_off_beside_the_back() -> None:
    touching = patient_from_ct(chest_ct(Chest(couch_gap_mm=-1.0)))
    assert tissue_at(touching, 60.0, BACK_Y + 2.0) is Tissue.AIR
    assert water_at(touching, 120.0, BACK_Y + 2.0) == 0.0


def test_the_volume_is_cropped_to_the_body(patient: Patient) -> None:
    corners = patient.volumes[0].grid.corners_world_mm
    assert corners[:, 0].max() < 162.0
    assert corners[:, 1].max() < BACK_Y + 12.0
    assert patient.volumes[0].grid.shape_kji == patient.labels.grid.shape_kji  # type: ignore[union-attr]


SMALL = chest_ct(Chest(spacing_mm=(4.0, 4.0, 4.0), couch_gap_mm=20.0))
ORDERS = list(itertools.permutations(range(3)))
FLIPS = list(itertools.product((False, True), repeat=3))


def stored_as(scan: CtScan, order: tuple[int, ...], flips: tuple[bool, ...]) -> CtScan:
    """The same scan with its axes in another order and direction; only the matrix tells."""
    matrix = np.array(scan.grid.world_from_index)
    hu = scan.hu
    for axis, flip in enumerate(flips):
        if flip:
            matrix[:3, 3] += (hu.shape[2 - axis] - 1) * matrix[:3, axis]
            matrix[:3, axis] *= -1.0
            hu = np.flip(hu, 2 - axis)
    matrix[:3, :3] = matrix[:3, order]
    hu = np.ascontiguousarray(hu.transpose([2 - order[2 - n] for n in range(3)]))
    nk, nj, ni = hu.shape
    return CtScan(VoxelGrid(matrix, (nk, nj, ni)), hu)


@settings(max_examples=16, deadline=None)
@given(st.sampled_from(ORDERS), st.sampled_from(FLIPS))
def test_all_48_ways_of_storing_a_scan_give_the_same_patient(
    order: tuple[int, ...], flips: tuple[bool, ...]
) -> None:
    found = patient_from_ct(stored_as(SMALL, order, flips))
    for mine, theirs in zip(found.volumes, EXPECTED.volumes, strict=True):
        assert np.array_equal(mine.counts, theirs.counts)
        assert np.allclose(mine.grid.world_from_index, theirs.grid.world_from_index, atol=1e-9)


EXPECTED = patient_from_ct(SMALL)


def test_a_scan_that_stands_askew_is_put_straight_and_says_so() -> None:
    straight = grid_of(Chest())
    angle = np.radians(6.0)
    turn = np.eye(4)
    turn[:2, :2] = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
    askew = VoxelGrid(turn @ straight.world_from_index, straight.shape_kji)
    found = patient_from_ct(chest_ct(Chest(), askew))
    assert any("resampled straight" in note for note in found.notes)
    matrix = found.volumes[0].grid.world_from_index[:3, :3]
    assert np.array_equal(matrix, np.diag(np.diag(matrix)))
    assert tissue_at(found, 0.0, SPINE_Y - 14.5) is Tissue.BONE
    assert tissue_at(found, 28.0, 78.0) is Tissue.BONE
    assert tissue_at(found, 70.0, 0.0) is Tissue.LUNG


def test_a_small_field_of_view_that_cuts_the_lungs_is_a_chest_too() -> None:
    spine = patient_from_ct(chest_ct(Chest(half_field_mm=(90.0, 140.0))))
    assert tissue_at(spine, 70.0, 0.0) is Tissue.LUNG
    assert any("cut off at the edge" in note for note in spine.notes)


def test_thick_slices_are_noted() -> None:
    assert any("too coarse" in note for note in EXPECTED.notes)


@pytest.mark.parametrize(
    ("chest", "why"),
    [
        (Chest(lungs_z=(1.0, -1.0)), r"no mid-thoracic level.*over 0 mm, at least 80 mm"),
        (Chest(lungs_z=(20.0, 60.0)), r"no mid-thoracic level.*over (3|4)\d mm, at least 80 mm"),
        (Chest(height_mm=40.0), r"40 mm tall \(17 slices\), at least 80 mm"),
    ],
    ids=["no lung", "lung bases only", "too short"],
)
def test_a_scan_without_a_mid_thoracic_level_is_refused(chest: Chest, why: str) -> None:
    with pytest.raises(Refusal, match=why) as caught:
        patient_from_ct(chest_ct(chest))
    assert caught.value.code is ExitCode.BAD_INPUT


@pytest.mark.parametrize("value", [OUTSIDE, -1000])
def test_a_scan_of_nothing_is_refused(value: int) -> None:
    grid = grid_of(Chest())
    with pytest.raises(Refusal, match="holds no body"):
        patient_from_ct(CtScan(grid, np.full(grid.shape_kji, value, np.int16)))
