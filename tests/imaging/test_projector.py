"""The projector against double-precision integrals and against formulas."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from tests.imaging.oracle import ellipsoid_chord_mm, fine_integral
from trainer.anatomy.patient import Basis, BasisVolume
from trainer.geometry.carm import CArmPose
from trainer.geometry.grid import VoxelGrid
from trainer.imaging.index_view import IndexView
from trainer.imaging.slice_projector import NEAREST_SHARE, SliceProjector


def smooth_volume(grid: VoxelGrid, seed: int = 1) -> BasisVolume:
    """A body with soft structure, as a patient's volumes have."""
    rng = np.random.default_rng(seed)
    nk, nj, ni = grid.shape_kji
    k, j, i = np.meshgrid(*(np.linspace(-1, 1, n) for n in (nk, nj, ni)), indexing="ij")
    body = np.clip(2.0 - 2.0 * (k**2 + j**2 + i**2), 0.0, 1.0)
    texture = gaussian_filter(rng.standard_normal(grid.shape_kji), 2.0)
    counts = np.clip(body * (150.0 + 200.0 * texture), 0, 255).astype(np.uint8)
    return BasisVolume(Basis.WATER, grid, counts, 0.01)


ALIGNED = VoxelGrid.aligned((-45.0, -45.0, -45.0), (1.5, 1.5, 1.5), (61, 61, 61))
FLAT = VoxelGrid.aligned((-35.0, -35.0, -45.0), (0.7, 0.7, 2.5), (37, 101, 101))
TURNED = VoxelGrid(
    np.array(
        [[0.0, 1.2, 0.0, -36.0], [0.0, 0.0, 1.4, -42.0], [-1.3, 0.0, 0.0, 39.0], [0, 0, 0, 1.0]]
    ),
    (61, 61, 61),
)
POSES = {
    "AP": CArmPose(),
    "oblique": CArmPose(oblique_deg=20.0),
    "lateral": CArmPose(oblique_deg=90.0),
    "tilted": CArmPose(oblique_deg=-15.0, tilt_deg=30.0),
    "diagonal": CArmPose(oblique_deg=45.0, detector_rotation_deg=25.0),
}
TOLERANCE_PERCENT = 0.05  # RMS of the picture's peak


@pytest.mark.parametrize("grid", [ALIGNED, FLAT, TURNED], ids=["aligned", "flat", "turned"])
@pytest.mark.parametrize("pose", POSES.values(), ids=list(POSES))
def test_it_is_within_a_twentieth_of_a_percent_of_the_fine_integral(
    pose: CArmPose, grid: VoxelGrid
) -> None:
    assert error_percent(smooth_volume(grid), pose) < TOLERANCE_PERCENT


def error_percent(volume: BasisVolume, pose: CArmPose) -> float:
    view = pose.view.resized((24, 24))
    found = SliceProjector().path_lengths([volume], view)[Basis.WATER]
    truth = fine_integral(volume, view)
    return float(100.0 * np.sqrt(np.mean(np.square(found - truth))) / truth.max())


@pytest.mark.parametrize("name", ["AP", "oblique", "tilted"])
def test_matter_that_fills_the_grid_falls_to_zero_over_one_voxel_outside(name: str) -> None:
    full = BasisVolume(Basis.WATER, FLAT, np.full(FLAT.shape_kji, 200, np.uint8), 0.01)
    assert error_percent(full, POSES[name]) < TOLERANCE_PERCENT


def test_thick_slices_are_looked_along_only_where_nothing_else_serves() -> None:
    thick = VoxelGrid.aligned((-35.0, -35.0, -40.0), (0.7, 0.7, 5.0), (17, 101, 101))

    def axis(tilt_deg: float) -> int:
        return IndexView.of(CArmPose(tilt_deg=tilt_deg).view, thick).best_axis()

    assert [axis(0.0), axis(50.0), axis(89.0)] == [1, 1, 2]


def ellipsoid(grid: VoxelGrid, half_axes_mm: tuple[float, float, float]) -> BasisVolume:
    nk, nj, ni = grid.shape_kji
    index = np.stack(np.meshgrid(np.arange(ni), np.arange(nj), np.arange(nk), indexing="ij"), -1)
    world = grid.world_of(index.astype(float))
    radius = np.linalg.norm(world / np.array(half_axes_mm), axis=-1)
    nearness = np.clip((1.0 - radius) * min(half_axes_mm) + 0.5, 0.0, 1.0)
    counts = np.round(100.0 * nearness).astype(np.uint8).transpose(2, 1, 0)
    return BasisVolume(Basis.BONE, grid, np.ascontiguousarray(counts), 0.02)


def test_an_ellipsoid_is_as_deep_as_the_formula_says() -> None:
    half_axes = np.array([20.0, 30.0, 25.0])
    grid = VoxelGrid.aligned((-32.0, -32.0, -32.0), (0.8, 0.8, 0.8), (81, 81, 81))
    view = CArmPose(oblique_deg=30.0, tilt_deg=10.0, matrix_px=64).view
    volume = ellipsoid(grid, (20.0, 30.0, 25.0))
    found = SliceProjector().path_lengths([volume], view)[Basis.BONE]
    truth = 0.2 * ellipsoid_chord_mm(half_axes, view)  # 2 g/cm3, 10 mm per cm
    assert 100.0 * np.sqrt(np.mean(np.square(found - truth))) / truth.max() < 0.4


def test_a_slab_is_as_thick_as_the_ray_is_long_in_it() -> None:
    grid = VoxelGrid.aligned((-200.0, -9.5, -200.0), (2.0, 1.0, 2.0), (201, 20, 201))
    counts = np.full(grid.shape_kji, 100, np.uint8)
    view = CArmPose(oblique_deg=35.0, tilt_deg=20.0, matrix_px=32).view
    volume = BasisVolume(Basis.WATER, grid, counts, 0.01)
    found = SliceProjector().path_lengths([volume], view)[Basis.WATER]
    pixels = np.stack(np.meshgrid(np.arange(32.0), np.arange(32.0)), axis=-1)
    assert found == pytest.approx(2.0 / view.ray_directions(pixels)[..., 1], rel=1e-4)


@pytest.mark.parametrize("size_px", [(24, 24), (31, 17)])
def test_a_receptor_of_any_shape_is_the_same_picture(size_px: tuple[int, int]) -> None:
    volume, view = smooth_volume(ALIGNED), POSES["tilted"].view.resized(size_px)
    found = SliceProjector().path_lengths([volume], view)[Basis.WATER]
    assert found.shape == size_px[::-1]
    assert found == pytest.approx(fine_integral(volume, view), abs=0.002 * float(found.max()))


def test_what_was_looked_at_before_leaves_no_trace() -> None:
    view = POSES["lateral"].view.resized((32, 32))
    one, other = smooth_volume(ALIGNED), smooth_volume(ALIGNED, 2)
    project = SliceProjector().path_lengths
    first = project([one], view)[Basis.WATER]
    project([other], view)
    assert (project([one], view)[Basis.WATER] == first).all()


def test_volumes_of_one_basis_add_up_and_bases_stay_apart() -> None:
    a = smooth_volume(ALIGNED)
    b = BasisVolume(Basis.WATER, FLAT, smooth_volume(FLAT, 2).counts, 0.01)
    c = BasisVolume(Basis.BONE, ALIGNED, smooth_volume(ALIGNED, 3).counts, 0.02)
    view = POSES["oblique"].view.resized((32, 32))
    project = SliceProjector().path_lengths
    together = project([a, b, c], view)
    apart = project([a], view)[Basis.WATER] + project([b], view)[Basis.WATER]
    alone = project([c], view)[Basis.BONE]
    assert together[Basis.WATER] == pytest.approx(apart, abs=1e-4 * float(apart.max()))
    assert together[Basis.BONE] == pytest.approx(alone, abs=1e-4 * float(alone.max()))


def test_a_source_inside_the_patient_sees_only_what_lies_ahead() -> None:
    around = VoxelGrid.aligned((-45.0, -590.0, -45.0), (1.5, 2.0, 1.5), (61, 61, 61))  # source -530
    volume = BasisVolume(Basis.WATER, around, np.full(around.shape_kji, 100, np.uint8), 0.01)
    paths = SliceProjector().path_lengths([volume], CArmPose(matrix_px=33).view)
    ahead_mm = 60.0 - NEAREST_SHARE * 1020.0
    assert paths[Basis.WATER][16, 16] == pytest.approx(ahead_mm / 10.0, abs=0.25)


def test_matter_behind_the_source_casts_no_shadow() -> None:
    behind = VoxelGrid.aligned((-45.0, -700.0, -45.0), (1.5, 1.5, 1.5), (61, 61, 61))
    paths = SliceProjector().path_lengths([smooth_volume(behind)], CArmPose(matrix_px=32).view)
    assert not paths[Basis.WATER].any()


def test_a_patient_beside_the_beam_casts_no_shadow() -> None:
    beside = VoxelGrid.aligned((400.0, -45.0, -45.0), (1.5, 1.5, 1.5), (61, 61, 61))
    paths = SliceProjector().path_lengths([smooth_volume(beside)], CArmPose(matrix_px=32).view)
    assert not paths[Basis.WATER].any()


def test_an_empty_volume_is_an_empty_picture() -> None:
    empty = BasisVolume(Basis.WATER, ALIGNED, np.zeros(ALIGNED.shape_kji, np.uint8), 0.01)
    paths = SliceProjector().path_lengths([empty], CArmPose(matrix_px=32).view)
    assert not paths[Basis.WATER].any()
