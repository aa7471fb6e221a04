"""The fast projector against double-precision integrals, formulas and the reference projector."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.imaging.oracle import ellipsoid_chord_mm, fine_integral
from tests.imaging.test_projector import ALIGNED, FLAT, POSES, TURNED, ellipsoid, smooth_volume
from trainer.anatomy.patient import Basis, BasisVolume
from trainer.geometry.carm import CArmPose
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import PinholeView
from trainer.imaging.projector import PathMap, Quality
from trainer.imaging.slab_projector import FINE, MOVING, SlabProjector
from trainer.imaging.slice_projector import NEAREST_SHARE, SliceProjector

GRIDS = {"aligned": ALIGNED, "flat": FLAT, "turned": TURNED}
VIEWS = POSES | {"near 45": CArmPose(oblique_deg=44.0, tilt_deg=20.0)}
TOLERANCE_PERCENT = 0.15  # RMS of the picture's peak (DESIGN 14)
slab = SlabProjector()


def path(volume: BasisVolume, view: PinholeView, projector: SlabProjector = slab) -> PathMap:
    return projector.path_lengths([volume], view)[volume.basis]


def rms_percent(found: PathMap, truth: np.ndarray) -> float:
    return float(100.0 * np.sqrt(np.mean(np.square(found - truth))) / truth.max())


def rough_bone(grid: VoxelGrid = ALIGNED) -> BasisVolume:
    """Blobs with sharp edges, as cortex against marrow: the hardest thing to interpolate."""
    body = smooth_volume(grid, 5).counts
    return BasisVolume(Basis.BONE, grid, np.where(body > 150, body, 0).astype(np.uint8), 0.01)


@pytest.mark.parametrize("grid", GRIDS.values(), ids=list(GRIDS))
@pytest.mark.parametrize("pose", VIEWS.values(), ids=list(VIEWS))
def test_it_is_within_a_tenth_of_a_percent_of_the_fine_integral_and_a_still_within_half_of_it(
    pose: CArmPose, grid: VoxelGrid
) -> None:
    view = pose.view.resized((24, 24))
    volume, truth = smooth_volume(grid), fine_integral(smooth_volume(grid), view)
    assert rms_percent(path(volume, view), truth) < 0.1
    assert rms_percent(path(volume, view, SlabProjector(FINE)), truth) < 0.05


@pytest.mark.parametrize("pose", VIEWS.values(), ids=list(VIEWS))
def test_a_picture_with_rough_bone_stays_within_the_promise(pose: CArmPose) -> None:
    view = pose.view.resized((24, 24))
    body, bone = smooth_volume(ALIGNED), rough_bone()
    found = slab.path_lengths([body, bone], view)
    truth = fine_integral(body, view) + fine_integral(bone, view)
    assert rms_percent(found[Basis.WATER] + found[Basis.BONE], truth) < TOLERANCE_PERCENT


# Of bone alone, in percent of its own peak: a ray that drifts more than half a voxel from one slice
# to the next misses corners of voxels in a frame; a still meets planes between the slices too.
BONE_LIVE_PERCENT, BONE_STEEP_LIVE_PERCENT, BONE_FINE_PERCENT = 0.25, 0.5, 0.25
STEEP = ("near 45",)


@pytest.mark.parametrize("name", list(VIEWS))
def test_bone_alone_is_near_in_a_frame_and_nearer_in_a_still(name: str) -> None:
    view = VIEWS[name].view.resized((24, 24))
    volume, truth = rough_bone(), fine_integral(rough_bone(), view)
    live = rms_percent(path(volume, view), truth)
    fine = rms_percent(path(volume, view, SlabProjector(FINE)), truth)
    assert live < (BONE_STEEP_LIVE_PERCENT if name in STEEP else BONE_LIVE_PERCENT)
    assert fine < BONE_FINE_PERCENT
    assert fine < live + 0.02


def test_a_still_meets_planes_between_slices_where_rays_are_steep() -> None:
    view = VIEWS["near 45"].view.resized((24, 24))
    volume, truth = rough_bone(), fine_integral(rough_bone(), view)
    live = rms_percent(path(volume, view), truth)
    assert rms_percent(path(volume, view, SlabProjector(FINE)), truth) < 0.7 * live


def test_sparse_bone_in_tiles_is_the_bone_of_every_voxel() -> None:
    """Single voxels at the ends of tiles and rows are not skipped."""
    counts = np.zeros(ALIGNED.shape_kji, np.uint8)
    counts[::7, ::5, [0, 15, 16, 17, 31, 32, 47, 48, -1]] = 200
    for pose in POSES.values():
        bone = BasisVolume(Basis.BONE, ALIGNED, counts, 0.01)
        view = pose.view.resized((96, 96))
        everything = path(bone, view, SlabProjector(skip_empty=False))
        assert np.abs(path(bone, view) - everything).max() < 2e-3 * everything.max()


@pytest.mark.parametrize("pose", VIEWS.values(), ids=list(VIEWS))
def test_while_the_c_arm_moves_the_picture_is_coarser_and_still_close(pose: CArmPose) -> None:
    view = pose.view.resized((96, 96))
    volume = smooth_volume(ALIGNED)
    moving = path(volume, view, SlabProjector(MOVING))
    assert rms_percent(moving, path(volume, view)) < TOLERANCE_PERCENT


@settings(max_examples=12, deadline=None)
@given(
    oblique_deg=st.floats(-100, 100),
    tilt_deg=st.floats(-45, 45),
    turned_deg=st.floats(-180, 180),
    grid=st.sampled_from(list(GRIDS.values())),
)
def test_from_anywhere_it_agrees_with_the_reference_projector(
    oblique_deg: float, tilt_deg: float, turned_deg: float, grid: VoxelGrid
) -> None:
    pose = CArmPose(oblique_deg, tilt_deg, detector_rotation_deg=turned_deg, matrix_px=96)
    volume = smooth_volume(grid)
    reference = SliceProjector().path_lengths([volume], pose.view)[Basis.WATER]
    assert rms_percent(path(volume, pose.view), reference) < TOLERANCE_PERCENT


@pytest.mark.parametrize("name", ["AP", "lateral", "tilted"])
def test_one_and_two_and_three_threads_give_the_same_bytes(name: str) -> None:
    volumes, view = [smooth_volume(ALIGNED), rough_bone()], POSES[name].view.resized((101, 67))
    by_count = [SlabProjector(threads=n).path_lengths(volumes, view) for n in (1, 2, 3)]
    for basis in (Basis.WATER, Basis.BONE):
        assert len({paths[basis].tobytes() for paths in by_count}) == 1


@pytest.mark.parametrize("name", ["AP", "oblique", "lateral"])
def test_skipping_empty_space_leaves_the_picture_as_it_is(name: str) -> None:
    view = POSES[name].view.resized((96, 96))
    everything = path(smooth_volume(ALIGNED), view, SlabProjector(skip_empty=False))
    assert rms_percent(path(smooth_volume(ALIGNED), view), everything) < 0.05


def test_an_ellipsoid_is_as_deep_as_the_formula_says() -> None:
    half_axes = np.array([20.0, 30.0, 25.0])
    grid = VoxelGrid.aligned((-32.0, -32.0, -32.0), (0.8, 0.8, 0.8), (81, 81, 81))
    view = CArmPose(oblique_deg=30.0, tilt_deg=10.0, matrix_px=64).view
    truth = 0.2 * ellipsoid_chord_mm(half_axes, view)  # 2 g/cm3, 10 mm per cm
    assert rms_percent(path(ellipsoid(grid, (20.0, 30.0, 25.0)), view), truth) < 0.4


def test_two_volumes_of_different_spacing_add_up_and_bases_stay_apart() -> None:
    coarse = smooth_volume(ALIGNED)
    fine = BasisVolume(Basis.WATER, FLAT, smooth_volume(FLAT, 2).counts, 0.02)
    bone = BasisVolume(Basis.BONE, ALIGNED, smooth_volume(ALIGNED, 3).counts, 0.02)
    view = POSES["oblique"].view.resized((24, 24))
    found = slab.path_lengths([coarse, fine, bone], view)
    truth = fine_integral(coarse, view) + fine_integral(fine, view)
    assert rms_percent(found[Basis.WATER], truth) < 0.05
    assert rms_percent(found[Basis.BONE], fine_integral(bone, view)) < 0.05


def test_matter_that_fills_the_grid_falls_to_zero_over_one_voxel_outside() -> None:
    """Of a frame every second row of water is summed, and such an edge is a little softer."""
    full = BasisVolume(Basis.WATER, FLAT, np.full(FLAT.shape_kji, 255, np.uint8), 0.01)
    view = POSES["oblique"].view.resized((24, 24))
    truth = fine_integral(full, view)
    assert rms_percent(path(full, view, SlabProjector(FINE)), truth) < TOLERANCE_PERCENT
    assert rms_percent(path(full, view), truth) < 0.5


def test_rows_found_between_others_are_those_that_are_summed() -> None:
    view = POSES["oblique"].view.resized((96, 96))
    volume = smooth_volume(ALIGNED)
    as_bone = BasisVolume(Basis.BONE, ALIGNED, volume.counts, volume.g_cm3_per_count)
    assert rms_percent(path(volume, view), path(as_bone, view)) < 0.05


def test_a_slab_is_as_thick_as_the_ray_is_long_in_it() -> None:
    grid = VoxelGrid.aligned((-200.0, -9.5, -200.0), (2.0, 1.0, 2.0), (201, 20, 201))
    view = CArmPose(oblique_deg=35.0, tilt_deg=20.0, matrix_px=32).view
    volume = BasisVolume(Basis.WATER, grid, np.full(grid.shape_kji, 255, np.uint8), 0.01)
    pixels = np.stack(np.meshgrid(np.arange(32.0), np.arange(32.0)), axis=-1)
    assert path(volume, view) == pytest.approx(5.1 / view.ray_directions(pixels)[..., 1], rel=1e-3)


def test_a_source_inside_the_patient_sees_only_what_lies_ahead() -> None:
    around = VoxelGrid.aligned((-45.0, -590.0, -45.0), (1.5, 2.0, 1.5), (61, 61, 61))  # source -530
    volume = BasisVolume(Basis.WATER, around, np.full(around.shape_kji, 100, np.uint8), 0.01)
    ahead_mm = 60.0 - NEAREST_SHARE * 1020.0
    seen = path(volume, CArmPose(matrix_px=33).view)
    assert seen[16, 16] == pytest.approx(ahead_mm / 10.0, abs=0.25)


@pytest.mark.parametrize("corner", [(-45.0, -700.0, -45.0), (400.0, -45.0, -45.0)])
def test_matter_behind_the_source_or_beside_the_beam_casts_no_shadow(
    corner: tuple[float, float, float],
) -> None:
    elsewhere = VoxelGrid.aligned(corner, (1.5, 1.5, 1.5), (61, 61, 61))
    assert not path(smooth_volume(elsewhere), CArmPose(matrix_px=32).view).any()


def test_an_empty_volume_is_an_empty_picture() -> None:
    empty = BasisVolume(Basis.WATER, ALIGNED, np.zeros(ALIGNED.shape_kji, np.uint8), 0.01)
    assert not path(empty, CArmPose(matrix_px=32).view).any()


def test_what_was_looked_at_before_leaves_no_trace() -> None:
    view = POSES["lateral"].view.resized((32, 32))
    one, other = smooth_volume(ALIGNED), smooth_volume(ALIGNED, 2)
    first = path(one, view)
    path(other, view)
    assert (path(one, view) == first).all()


@pytest.mark.parametrize("quality", [MOVING, FINE])
def test_a_quality_asked_for_once_is_that_of_a_projector_made_for_it(quality: Quality) -> None:
    view = POSES["oblique"].view.resized((48, 48))
    volume = smooth_volume(ALIGNED)
    asked = slab.path_lengths([volume], view, quality)[Basis.WATER]
    assert (asked == path(volume, view, SlabProjector(quality))).all()
    assert (asked != path(volume, view)).any()
