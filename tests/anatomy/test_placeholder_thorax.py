"""The placeholder thorax: where its parts lie, what its picture shows, that it stays the same."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest

from tests.anatomy.thorax import SEED, thorax
from trainer.anatomy.back import back_of, posterior_skin_mm
from trainer.anatomy.distance import (
    SPACING_MM,
    DistanceBlock,
    blocks_near,
    signed_distance_block,
)
from trainer.anatomy.levels import Side
from trainer.anatomy.patient import Basis, BasisVolume, Nerve, Patient, Tissue
from trainer.anatomy.placeholder_bone import skeleton
from trainer.anatomy.placeholder_nerves import landmarks_of
from trainer.anatomy.placeholder_solids import grid_axes
from trainer.anatomy.placeholder_thorax import SPINE_GRID, spine_share
from trainer.geometry.pinhole import FloatArray

LEVELS = ("T6", "T7", "T8")
PLACES = [(level, side) for level in LEVELS for side in Side]


@pytest.fixture(scope="module")
def patient() -> Patient:
    return thorax()


@pytest.fixture(scope="module")
def bone(patient: Patient) -> DistanceBlock:
    assert patient.labels is not None
    low, high = np.array([-40.0, 5.0, -45.0]), np.array([40.0, 60.0, 55.0])
    block = signed_distance_block(patient.labels, {Tissue.BONE}, low, high, SPACING_MM["bone"])
    assert block is not None
    return block


@pytest.fixture(scope="module")
def corners(patient: Patient) -> FloatArray:
    return np.array([at(patient, f"{level}.{side}.tp_corner") for level, side in PLACES])


def at(patient: Patient, name: str) -> FloatArray:
    return np.array(patient.landmarks[name])


def tissue_at(patient: Patient, point: FloatArray) -> Tissue:
    assert patient.labels is not None
    i, j, k = np.rint(patient.labels.grid.index_of(point)).astype(int)
    return Tissue(patient.labels.tissues[k, j, i])


def volume(patient: Patient, basis: Basis, fine: bool) -> BasisVolume:
    found = [v for v in patient.volumes if v.basis is basis]
    return min(found, key=lambda v: v.grid.spacing_mm[0] * (1 if fine else -1))


def test_the_same_seed_gives_the_same_bytes_whatever_the_threads(patient: Patient) -> None:
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")
    code = (
        "from trainer.anatomy.placeholder_thorax import placeholder_thorax;"
        f"print(placeholder_thorax({SEED}).sha256)"
    )
    again = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | threads,
        capture_output=True,
        text=True,
        check=True,
    )
    assert again.stdout.strip() == patient.sha256


def test_another_seed_gives_another_spine(patient: Patient) -> None:
    other = landmarks_of(skeleton(np.random.Generator(np.random.PCG64(SEED + 1))))
    assert other.keys() == patient.landmarks.keys()
    assert other["T7.left.tp_corner"] != patient.landmarks["T7.left.tp_corner"]


def test_the_body_of_t7_is_the_origin_of_the_world(patient: Patient) -> None:
    assert patient.landmarks["T7.body_centre"] == (0.0, 0.0, 0.0)


def test_levels_stand_one_above_the_other(patient: Patient) -> None:
    heights = [at(patient, f"{level}.body_centre")[2] for level in LEVELS]
    assert np.all(np.diff(heights) < -18.0)
    assert np.all(np.diff(heights) > -30.0)


@pytest.mark.parametrize("level", LEVELS)
def test_from_front_to_back_come_body_canal_and_spinous_process(
    patient: Patient, level: str
) -> None:
    names = ("body_centre", "canal_centre", "spinous_tip")
    depths = [at(patient, f"{level}.{name}")[1] for name in names]
    assert np.all(np.diff(depths) > 12.0)
    assert tissue_at(patient, at(patient, f"{level}.body_centre")) is Tissue.BONE
    assert tissue_at(patient, at(patient, f"{level}.canal_centre")) is Tissue.CANAL


@pytest.mark.parametrize(("level", "side"), PLACES)
def test_the_corner_is_the_upper_outer_end_of_the_transverse_process(
    patient: Patient, level: str, side: Side
) -> None:
    root, corner = at(patient, f"{level}.{side}.tp_root"), at(patient, f"{level}.{side}.tp_corner")
    outward = 1.0 if side is Side.LEFT else -1.0
    assert outward * (corner[0] - root[0]) > 10.0
    assert corner[1] > root[1]
    assert corner[2] > root[2] + 5.0
    middle = at(patient, f"{level}.body_centre")
    assert 24.0 <= outward * (corner[0] - middle[0]) <= 33.0  # TP reach, clinical.md 1.5


def test_corners_lie_on_the_bone_that_stops_a_needle(
    bone: DistanceBlock, corners: FloatArray
) -> None:
    assert np.abs(bone.at(corners)).max() <= 0.5


@pytest.mark.parametrize("level", LEVELS)
def test_left_and_right_mirror_each_other_but_not_exactly(patient: Patient, level: str) -> None:
    centre = at(patient, f"{level}.body_centre")
    left, right = (at(patient, f"{level}.{side}.tp_corner") - centre for side in Side)
    apart = left - right * np.array([-1.0, 1.0, 1.0])
    assert 0.0 < np.abs(apart).max() < 5.0


def test_each_level_carries_the_nerve_of_the_level_above(patient: Patient) -> None:
    found = {(nerve.name, nerve.level, nerve.side) for nerve in patient.nerves}
    named = {"T6": "T5-mb", "T7": "T6-mb", "T8": "T7-mb"}
    assert found == {(named[level], level, side) for level, side in PLACES}


def test_no_nerve_runs_inside_bone(patient: Patient, bone: DistanceBlock) -> None:
    for nerve in patient.nerves:
        assert bone.covers(nerve.points_world_mm).all()
        assert bone.at(nerve.points_world_mm).min() >= -0.5


def test_nerves_turn_two_to_five_millimetres_above_the_corner(patient: Patient) -> None:
    for nerve in patient.nerves:
        corner = at(patient, f"{nerve.level}.{nerve.side}.tp_corner")
        nearest = _nearest(nerve, corner)
        assert 1.5 <= np.linalg.norm(nearest - corner) <= 5.5
        assert nearest[2] > corner[2]


def test_nerves_come_from_under_the_pedicle_above_and_end_behind_the_lamina(
    patient: Patient,
) -> None:
    for nerve in patient.nerves:
        first, last = nerve.points_world_mm[0], nerve.points_world_mm[-1]
        corner = at(patient, f"{nerve.level}.{nerve.side}.tp_corner")
        assert first[1] < corner[1] - 10.0
        assert abs(first[0]) < abs(corner[0]) - 10.0
        assert abs(last[0]) < 12.0
        assert last[2] < corner[2] - 10.0
        steps = np.linalg.norm(np.diff(nerve.points_world_mm, axis=0), axis=1)
        assert steps.max() < 2.5


def _nearest(nerve: Nerve, point: FloatArray) -> FloatArray:
    away = np.linalg.norm(nerve.points_world_mm - point, axis=1)
    return np.asarray(nerve.points_world_mm[int(away.argmin())])


def test_lung_lies_on_both_sides_and_skin_behind_all(patient: Patient) -> None:
    assert tissue_at(patient, np.array([60.0, 0.0, 0.0])) is Tissue.LUNG
    assert tissue_at(patient, np.array([-60.0, 0.0, 0.0])) is Tissue.LUNG
    assert tissue_at(patient, np.array([0.0, 78.0, 0.0])) is Tissue.AIR
    heights = back_of(patient).y_mm
    hindmost = max(point[1] for point in patient.landmarks.values())
    assert np.nanmax(heights) > hindmost + 15.0


def test_skin_lies_two_to_four_centimetres_behind_the_transverse_process(
    patient: Patient, corners: FloatArray
) -> None:
    assert patient.labels is not None
    for corner in corners:
        skin = posterior_skin_mm(patient.labels, corner[:1], corner[2:])[0, 0]
        assert 20.0 < skin - corner[1] < 45.0  # clinical.md 1.6


def test_all_that_a_needle_may_meet_is_known_at_a_target(patient: Patient) -> None:
    target = at(patient, "T7.left.tp_corner")
    blocks = blocks_near(patient, target[None])
    assert set(blocks) == {"skin", "bone", "pleura", "canal", "foramen"}
    found = {name: float(block.at(target)) for name, block in blocks.items()}
    assert found["skin"] < -20.0
    assert abs(found["bone"]) < 0.5
    assert min(found["pleura"], found["canal"], found["foramen"]) > 5.0


def test_body_and_spine_volume_share_the_density_without_a_seam(patient: Patient) -> None:
    """Muscle behind the ribs, from inside the spine's box to outside of it."""
    line = np.stack([np.linspace(38.0, 56.0, 40), np.full(40, 50.0), np.full(40, 12.0)], axis=1)
    total = sum(_density(volume(patient, Basis.WATER, fine), line) for fine in (True, False))
    assert np.all(np.abs(total - 1.05) < 0.06)


def _density(part: BasisVolume, points: FloatArray) -> FloatArray:
    from scipy import ndimage

    index = part.grid.index_of(points)[:, ::-1].T
    counts = ndimage.map_coordinates(part.counts.astype(float), index, order=1)
    return np.asarray(counts * part.g_cm3_per_count)


def test_the_shares_of_both_volumes_are_nothing_at_the_border_and_all_inside() -> None:
    share = spine_share(grid_axes(SPINE_GRID))
    assert share[0].max() == share[:, 0].max() == share[:, :, -1].max() == 0.0
    assert share[10:-10, 10:-10, 10:-10].min() == 1.0


@pytest.mark.parametrize("side", list(Side))
def test_a_pedicle_shows_as_a_ring_in_the_picture_from_behind(patient: Patient, side: Side) -> None:
    """Bone summed along y at T7, which stands square: walls darker than the middle by 8 %."""
    bone = volume(patient, Basis.BONE, fine=True)
    picture = bone.counts.sum(axis=1) * bone.g_cm3_per_count * bone.grid.spacing_mm[1] / 10.0
    i, _, k = np.rint(bone.grid.index_of(at(patient, f"T7.{side}.pedicle"))).astype(int)
    row = picture[k - 2 : k + 3].mean(axis=0)
    middle = row[i - 1 : i + 2].min()
    assert row[i - 5 : i].max() > 1.08 * middle
    assert row[i + 1 : i + 6].max() > 1.08 * middle


def test_end_plates_show_as_lines_when_seen_square(patient: Patient) -> None:
    bone = volume(patient, Basis.BONE, fine=True)
    picture = bone.counts.sum(axis=1, dtype=np.int64)
    i, _, k = np.rint(bone.grid.index_of(at(patient, "T7.body_centre"))).astype(int)
    column = picture[:, i + 6 : i + 9].mean(axis=1)
    half = round(9.1 / bone.grid.spacing_mm[2])
    middle = column[k - 3 : k + 4].mean()
    for edge in (k - half, k + half):
        assert column[edge - 3 : edge + 4].max() > 1.4 * middle
