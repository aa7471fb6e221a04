"""Distance blocks against spheres and planes whose distance is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.anatomy.distance import (
    BODY,
    DistanceBlock,
    blocks_near,
    signed_distance_block,
    skin_y_mm,
)
from trainer.anatomy.patient import (
    Basis,
    BasisVolume,
    LabelVolume,
    Patient,
    PatientKind,
    RadiographView,
    Tissue,
)
from trainer.geometry.carm import CArmPose
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray

HALF_MM = 26.0
SPACINGS = st.sampled_from([(1.0, 1.0, 1.0), (0.7, 0.7, 2.5), (2.0, 2.0, 2.0)])
BLOCKS_MM = st.sampled_from([0.8, 1.5])
CENTRES = st.tuples(*[st.floats(-1.0, 1.0)] * 3).map(np.array)
LOW, HIGH = np.full(3, -20.0), np.full(3, 20.0)


def voxels(spacing: tuple[float, float, float]) -> tuple[VoxelGrid, FloatArray]:
    nk, nj, ni = (int(2 * HALF_MM / edge) + 1 for edge in reversed(spacing))
    grid = VoxelGrid.aligned((-HALF_MM, -HALF_MM, -HALF_MM), spacing, (nk, nj, ni))
    k, j, i = np.indices(grid.shape_kji)
    return grid, grid.world_of(np.stack([i, j, k], axis=-1).astype(float))


def labelled(spacing: tuple[float, float, float], inside: object) -> LabelVolume:
    grid, points = voxels(spacing)
    assert callable(inside)
    return LabelVolume(grid, np.where(inside(points), np.uint8(Tissue.BONE), np.uint8(Tissue.SOFT)))


def block_of(labels: LabelVolume, spacing_mm: float) -> DistanceBlock:
    block = signed_distance_block(labels, {Tissue.BONE}, LOW, HIGH, spacing_mm)
    assert block is not None
    return block


def somewhere(count: int = 3000) -> FloatArray:
    return np.random.default_rng(7).uniform(-19.0, 19.0, (count, 3))


def errors_in_voxels(
    block: DistanceBlock, labels: LabelVolume, points: FloatArray, true_mm: FloatArray
) -> FloatArray:
    coarser = max(*block.grid.spacing_mm, *labels.grid.spacing_mm)
    return np.abs(block.at(points) - true_mm) / coarser


@settings(max_examples=20, deadline=None)
@given(SPACINGS, BLOCKS_MM, CENTRES, st.floats(8.0, 15.0))
def test_a_sphere_s_distance_is_right_to_half_a_voxel(
    spacing: tuple[float, float, float], block_mm: float, centre: FloatArray, radius: float
) -> None:
    labels = labelled(spacing, lambda p: np.linalg.norm(p - centre, axis=-1) < radius)
    points = somewhere()
    true_mm = np.linalg.norm(points - centre, axis=1) - radius
    off = errors_in_voxels(block_of(labels, block_mm), labels, points, true_mm)
    off = off[true_mm > 3.0 - radius]  # the very middle has no nearest surface
    assert np.percentile(off, 95) <= 0.5
    assert np.sqrt(np.mean(off**2)) <= 0.3
    assert off.max() <= 1.0


@settings(max_examples=15, deadline=None)
@given(SPACINGS, BLOCKS_MM, CENTRES.filter(lambda n: np.linalg.norm(n) > 0.3), st.floats(-4, 4))
def test_a_plane_s_distance_is_right_to_a_voxel_wherever_it_lies(
    spacing: tuple[float, float, float], block_mm: float, normal: FloatArray, offset: float
) -> None:
    normal = normal / np.linalg.norm(normal)
    labels = labelled(spacing, lambda p: p @ normal < offset)
    points = somewhere() * 0.45  # what lies beyond the block is no part of its plane
    true_mm = points @ normal - offset
    off = errors_in_voxels(block_of(labels, block_mm), labels, points, true_mm)
    assert np.percentile(off, 95) <= 0.75
    assert off.max() <= 1.0


@settings(max_examples=10, deadline=None)
@given(SPACINGS, BLOCKS_MM, st.integers(0, 2), st.integers(-4, 4))
def test_a_plane_between_two_voxels_is_found_midway(
    spacing: tuple[float, float, float], block_mm: float, axis: int, step: int
) -> None:
    edge = spacing[axis]
    offset = -HALF_MM + edge * (round(HALF_MM / edge) + step + 0.5)
    labels = labelled(spacing, lambda p: p[..., axis] < offset)
    points = somewhere() * 0.45
    off = errors_in_voxels(block_of(labels, block_mm), labels, points, points[:, axis] - offset)
    assert off.max() <= 0.35


@settings(max_examples=10, deadline=None)
@given(CENTRES)
def test_distance_grows_outward_and_is_negative_inside(centre: FloatArray) -> None:
    labels = labelled((1.0, 1.0, 1.0), lambda p: np.linalg.norm(p - centre, axis=-1) < 9.0)
    block = block_of(labels, 0.8)
    ways = somewhere(200)
    ways /= np.linalg.norm(ways, axis=1)[:, None]
    along = np.array([block.at(centre + ways * r) for r in (3.0, 6.0, 9.0, 12.0, 15.0)])
    assert np.all(np.diff(along, axis=0) > 0.0)
    assert np.all(along[1] < 0.0)
    assert np.all(along[3] > 0.0)


@given(st.tuples(*[st.floats(-300.0, 300.0)] * 3).map(np.array))
def test_beyond_the_block_a_point_is_never_nearer_than_its_border(point: FloatArray) -> None:
    block = BALL
    border = np.clip(point, *ends(block))
    beyond = float(np.linalg.norm(point - border))
    near, far = float(block.at(border)), float(block.at(point))
    assert abs(far) == pytest.approx(abs(near) + beyond, abs=1e-6)
    assert (far < 0.0) == (near < 0.0)
    assert bool(block.covers(point)) == (beyond == 0.0)


def ends(block: DistanceBlock) -> tuple[FloatArray, FloatArray]:
    nk, nj, ni = block.grid.shape_kji
    return block.grid.world_of(np.zeros(3)), block.grid.world_of(np.array([ni, nj, nk]) - 1.0)


BALL = block_of(labelled((1.0, 1.0, 1.0), lambda p: np.linalg.norm(p, axis=-1) < 9.0), 1.0)


def test_points_come_back_in_the_shape_they_were_asked() -> None:
    assert BALL.at(np.zeros(3)).shape == ()
    assert BALL.at(np.zeros((4, 3))).shape == (4,)
    assert BALL.at(np.zeros((2, 4, 3))).shape == (2, 4)


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_a_label_volume_stored_backward_gives_the_same_block(axis: int) -> None:
    labels = labelled((1.0, 1.0, 1.0), lambda p: np.linalg.norm(p - 3.0, axis=-1) < 8.0)
    matrix = np.array(labels.grid.world_from_index)
    last = labels.tissues.shape[2 - axis] - 1
    matrix[:3, 3] += last * matrix[:3, axis]
    matrix[:3, axis] *= -1.0
    backward = LabelVolume(
        VoxelGrid(matrix, labels.grid.shape_kji),
        np.ascontiguousarray(np.flip(labels.tissues, 2 - axis)),
    )
    there, here = block_of(labels, 1.0), block_of(backward, 1.0)
    assert np.abs(there.hundredths_mm.astype(int) - here.hundredths_mm).max() <= 1


def test_a_box_without_the_tissue_has_no_block() -> None:
    labels = labelled((2.0, 2.0, 2.0), lambda p: p[..., 0] > 1000.0)
    assert signed_distance_block(labels, {Tissue.BONE}, LOW, HIGH, 2.0) is None


def test_a_box_full_of_the_tissue_is_deep_inside_it() -> None:
    labels = labelled((2.0, 2.0, 2.0), lambda p: p[..., 0] < 1000.0)
    assert block_of(labels, 2.0).at(np.zeros((1, 3)))[0] < -100.0


def a_patient(skin_y: float) -> Patient:
    """Soft tissue in front of a plane, a bar of bone in it."""
    grid, points = voxels((2.0, 2.0, 2.0))
    tissues = np.where(points[..., 1] < skin_y, np.uint8(Tissue.SOFT), np.uint8(Tissue.AIR))
    tissues[(np.abs(points[..., 1]) < 5.0) & (np.abs(points[..., 2]) < 5.0)] = Tissue.BONE
    water = BasisVolume(Basis.WATER, grid, np.zeros(grid.shape_kji, np.uint8), 0.004)
    return Patient(PatientKind.SYNTHETIC, (water,), LabelVolume(grid, tissues))


@settings(max_examples=10, deadline=None)
@given(st.floats(8.0, 20.0))
def test_the_skin_is_found_over_the_table(skin_y: float) -> None:
    labels = a_patient(skin_y).labels
    assert labels is not None
    skin = signed_distance_block(labels, BODY, LOW, HIGH + 4.0, 1.5)
    assert skin is not None
    found = skin_y_mm(skin, 3.0, -4.0)
    assert found is not None
    assert abs(found - skin_y) <= 1.2  # half of the 2 mm voxel and a little
    assert skin.at(np.array([0.0, found + 5.0, 0.0])) > 0.0 > skin.at(np.array([0.0, 0.0, 0.0]))


def test_what_the_labels_do_not_hold_is_left_out_and_beside_the_block_is_no_skin() -> None:
    blocks = blocks_near(a_patient(10.0), np.zeros((1, 3)))
    assert set(blocks) == {"skin", "bone"}
    assert skin_y_mm(blocks["skin"], 0.0, 0.0) is not None
    assert skin_y_mm(blocks["skin"], 500.0, 0.0) is None


def test_a_patient_without_labels_has_no_distances() -> None:
    pose = CArmPose(matrix_px=8)
    picture = RadiographView("AP", np.zeros((8, 8), np.uint16), pose.view, 0.0, 0.0)
    with pytest.raises(ValueError, match="without labels"):
        blocks_near(Patient(PatientKind.RADIOGRAPH, radiographs=(picture,)), np.zeros((1, 3)))
