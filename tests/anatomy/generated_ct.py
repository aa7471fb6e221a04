"""A CT of a simple chest, made here: body, lungs, spine, couch, arms, values outside the circle."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.ct import CtScan
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray

AIR, FAT, MUSCLE, LUNG, CORTEX, MARROW, CORD, OUTSIDE = (
    -1000, -90, 50, -860, 900, 180, 30, -2048,
)  # fmt: skip
SPINE_Y, CANAL_Y, BACK_Y = 45.0, 69.0, 100.0


@dataclass(frozen=True)
class Chest:
    """What to draw; mm in the world."""

    lungs_z: tuple[float, float] = (-1000.0, 1000.0)
    height_mm: float = 110.0
    couch_gap_mm: float | None = 8.0
    arms: bool = False
    bowel_gas: bool = False
    metal: bool = False
    half_field_mm: tuple[float, float] = (186.0, 140.0)
    spacing_mm: tuple[float, float, float] = (2.0, 2.0, 2.5)


def grid_of(chest: Chest) -> VoxelGrid:
    x, y = chest.half_field_mm
    dx, dy, dz = chest.spacing_mm
    shape = (round(chest.height_mm / dz) + 1, round(2 * y / dy) + 1, round(2 * x / dx) + 1)
    return VoxelGrid.aligned((-x, -y, -chest.height_mm / 2), chest.spacing_mm, shape)


def chest_ct(chest: Chest = Chest(), grid: VoxelGrid | None = None) -> CtScan:
    """The scan on its own grid, or on any other."""
    grid = grid or grid_of(chest)
    nk, nj, ni = grid.shape_kji
    k, j, i = np.meshgrid(np.arange(nk), np.arange(nj), np.arange(ni), indexing="ij")
    world = grid.world_of(np.stack([i, j, k], axis=-1).astype(float))
    x, y, z = world[..., 0], world[..., 1], world[..., 2]
    noise = np.random.default_rng(3).normal(0.0, 6.0, x.shape)
    return CtScan(grid, np.rint(_drawn(chest, x, y, z) + noise).astype(np.int16))


def _drawn(chest: Chest, x: FloatArray, y: FloatArray, z: FloatArray) -> NDArray[np.float64]:
    hu = np.full(x.shape, float(AIR))
    hu[(x / 150) ** 2 + (y / BACK_Y) ** 2 < 1] = FAT
    hu[(x / 142) ** 2 + (y / (BACK_Y - 8)) ** 2 < 1] = MUSCLE
    low, high = chest.lungs_z
    lungs = ((np.abs(x) - 70) / 52) ** 2 + (y / 70) ** 2 < 1
    hu[lungs & (z >= low) & (z <= high)] = LUNG
    _draw_spine(hu, x, y)
    if chest.bowel_gas:
        hu[x**2 + (y + 70) ** 2 + (z / 2) ** 2 < 12**2] = AIR
    if chest.metal:
        hu[(x + 5) ** 2 + (y - SPINE_Y) ** 2 + z**2 < 8**2] = 3000
    if chest.arms:
        hu[(np.abs(x) - 172) ** 2 + y**2 < 12**2] = MUSCLE
    if chest.couch_gap_mm is not None:
        top = BACK_Y + chest.couch_gap_mm
        hu[(y > top) & (y < top + 5) & (np.abs(x) < 180)] = 150
    hu[np.hypot(x, y) > max(chest.half_field_mm)] = OUTSIDE
    return hu


def _draw_spine(hu: NDArray[np.float64], x: FloatArray, y: FloatArray) -> None:
    for middle, outer, wall, core in ((SPINE_Y, 16.0, 3.0, MARROW), (CANAL_Y, 11.0, 3.0, CORD)):
        r = np.hypot(x, y - middle)
        hu[r < outer] = CORTEX
        hu[r < outer - wall] = core
    hu[(np.abs(x) < 32) & (np.abs(y - 78.0) < 4.0)] = CORTEX
