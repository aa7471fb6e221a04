"""The projector against double-precision integrals and against formulas."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from tests.imaging.oracle import fine_integral
from trainer.anatomy.patient import Basis, BasisVolume
from trainer.geometry.carm import CArmPose
from trainer.geometry.grid import VoxelGrid
from trainer.imaging.slice_projector import SliceProjector


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
    "diagonal": CArmPose(oblique_deg=44.0, detector_rotation_deg=25.0),
}


@pytest.mark.parametrize("grid", [ALIGNED, FLAT, TURNED], ids=["aligned", "flat", "turned"])
@pytest.mark.parametrize("pose", POSES.values(), ids=list(POSES))
def test_it_is_within_a_twentieth_of_a_percent_of_the_fine_integral(
    pose: CArmPose, grid: VoxelGrid
) -> None:
    volume = smooth_volume(grid)
    view = pose.view.resized((40, 40))
    found = SliceProjector().path_lengths([volume], view)[Basis.WATER]
    truth = fine_integral(volume, view)
    rms_percent = 100.0 * np.sqrt(np.mean(np.square(found - truth))) / truth.max()
    assert rms_percent < 0.05


def ellipsoid(grid: VoxelGrid, half_axes_mm: tuple[float, float, float]) -> BasisVolume:
    nk, nj, ni = grid.shape_kji
    index = np.stack(np.meshgrid(np.arange(ni), np.arange(nj), np.arange(nk), indexing="ij"), -1)
    world = grid.world_of(index.astype(float))
    radius = np.linalg.norm(world / np.array(half_axes_mm), axis=-1)
    nearness = np.clip((1.0 - radius) * min(half_axes_mm) + 0.5, 0.0, 1.0)
    counts = np.round(100.0 * nearness).astype(np.uint8).transpose(2, 1, 0)
    return BasisVolume(Basis.BONE, grid, np.ascontiguousarray(counts), 0.02)


def test_an_ellipsoids_middle_ray_is_its_diameter() -> None:
    grid = VoxelGrid.aligned((-40.0, -40.0, -40.0), (1.0, 1.0, 1.0), (81, 81, 81))
    volume = ellipsoid(grid, (20.0, 30.0, 25.0))
    view = CArmPose(matrix_px=65).view
    paths = SliceProjector().path_lengths([volume], view)[Basis.BONE]
    assert paths[32, 32] == pytest.approx(2 * 3.0 * 2.0, rel=0.01)  # 6 cm of 2 g/cm3


def test_volumes_of_one_basis_add_up_and_bases_stay_apart() -> None:
    a = smooth_volume(ALIGNED)
    b = BasisVolume(Basis.WATER, FLAT, smooth_volume(FLAT, 2).counts, 0.01)
    c = BasisVolume(Basis.BONE, ALIGNED, smooth_volume(ALIGNED, 3).counts, 0.02)
    view = POSES["oblique"].view.resized((32, 32))
    project = SliceProjector().path_lengths
    together = project([a, b, c], view)
    # The warp rounds coordinates to 1/32 pixel, and where it starts depends on the company.
    apart = project([a], view)[Basis.WATER] + project([b], view)[Basis.WATER]
    alone = project([c], view)[Basis.BONE]
    assert together[Basis.WATER] == pytest.approx(apart, abs=0.002 * apart.max())
    assert together[Basis.BONE] == pytest.approx(alone, abs=0.002 * alone.max())


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
