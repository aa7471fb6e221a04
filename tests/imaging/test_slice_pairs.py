"""Slices taken in pairs: nothing is lost, nothing moves, and the picture stays as true."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.imaging.oracle import fine_integral
from tests.imaging.test_slab_projector import TOLERANCE_PERCENT, path, rms_percent
from trainer.anatomy.patient import Basis, BasisVolume
from trainer.geometry.carm import CArmPose
from trainer.geometry.grid import VoxelGrid
from trainer.imaging.slab_projector import FINE, PAIRED_SLICES, SlabProjector
from trainer.imaging.slice_pairs import in_pairs

WIDE = VoxelGrid.aligned((-105.0, -30.0, -25.0), (1.0, 1.3, 1.0), (51, 47, PAIRED_SLICES + 11))


def blobs(grid: VoxelGrid = WIDE, seed: int = 3) -> BasisVolume:
    """Smooth waves with a sharp-edged ellipsoid in them."""
    k, j, i = np.indices(grid.shape_kji)
    waves = 90.0 + 40.0 * np.sin(i / 7.0 + seed) * np.cos(j / 5.0) * np.sin(k / 6.0)
    middle = (np.array(grid.shape_kji) - 1) / 2.0
    far = sum(((n - m) / (0.4 * m)) ** 2 for n, m in zip((k, j, i), middle, strict=True))
    counts = np.where(far < 1.0, 230.0, waves).astype(np.uint8)
    return BasisVolume(Basis.BONE, grid, counts, 0.004)


@given(st.integers(0, 2), st.integers(1, 9), st.integers(0, 99))
def test_no_mass_is_lost_beyond_the_rounding_of_half_counts(
    normal: int, slices: int, seed: int
) -> None:
    shape = [12, 14, 16]
    shape[2 - normal] = slices
    grid = VoxelGrid.aligned((0, 0, 0), (1.0, 2.0, 3.0), (shape[0], shape[1], shape[2]))
    counts = np.random.default_rng(seed).integers(0, 256, shape).astype(np.uint8)
    pairs = in_pairs(BasisVolume(Basis.WATER, grid, counts, 0.01), normal)
    assert pairs.counts.shape[2 - normal] == (slices + 1) // 2
    error = 2.0 * pairs.counts.sum(dtype=float) - counts.sum(dtype=float)
    # One count up or down for each odd pair, by the field of a chessboard: a walk of coins.
    assert abs(error) <= 5.0 * np.sqrt(pairs.counts.size)


@pytest.mark.parametrize("normal", [0, 1, 2])
def test_a_pair_stands_midway_between_its_two_slices(normal: int) -> None:
    pairs = in_pairs(blobs(), normal)
    third, first = np.zeros(3), np.zeros(3)
    third[normal], first[normal] = 3.0, 6.5
    np.testing.assert_allclose(pairs.grid.world_of(third), WIDE.world_of(first), atol=1e-9)
    assert pairs.grid.spacing_mm[normal] == pytest.approx(2.0 * WIDE.spacing_mm[normal])


def test_nothing_stays_nothing() -> None:
    empty = BasisVolume(Basis.WATER, WIDE, np.zeros(WIDE.shape_kji, np.uint8), 0.01)
    assert not in_pairs(empty, 0).counts.any()


@pytest.mark.parametrize("oblique_deg", [90.0, 86.0, -90.0])
def test_a_lateral_of_many_slices_is_as_true_as_with_each_on_its_own(oblique_deg: float) -> None:
    view = CArmPose(oblique_deg=oblique_deg, matrix_px=40, field_mm=120.0).view
    volume = blobs()
    truth = fine_integral(volume, view)
    paired = path(volume, view, SlabProjector())
    assert rms_percent(paired, truth) < TOLERANCE_PERCENT
    alone = path(volume, view, SlabProjector(FINE))
    assert (paired != alone).any()
    assert rms_percent(paired, alone) < TOLERANCE_PERCENT


def test_a_view_from_behind_and_a_slanted_one_are_summed_slice_by_slice() -> None:
    volume = blobs()
    one = SlabProjector()
    for oblique_deg in (0.0, 70.0):
        one.path_lengths([volume], CArmPose(oblique_deg=oblique_deg, matrix_px=32).view)
    assert not any(paired for _, _, paired in one._layered)
    one.path_lengths([volume], CArmPose(oblique_deg=90.0, matrix_px=32).view)
    assert any(paired for _, _, paired in one._layered)
