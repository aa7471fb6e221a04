"""The block every figure of rendering.md was measured on: an ellipsoid thorax, 256 x 256 x 300."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import Basis, BasisVolume
from trainer.geometry.carm import CArmPose
from trainer.geometry.grid import VoxelGrid

SPACING_MM, SHAPE_KJI = (1.3, 1.3, 1.0), (300, 256, 256)
G_CM3_PER_COUNT = {Basis.WATER: 0.005, Basis.BONE: 0.008}

Ellipsoid = tuple[tuple[float, float, float], tuple[float, float, float], float]

# Centre and half axes in mm (x, y, z) and the density inside in g/cm3; later ones overwrite.
BODY: tuple[Ellipsoid, ...] = (
    ((0, 0, 0), (150, 105, 400), 1.0),
    ((75, -10, 0), (55, 70, 130), 0.26),
    ((-75, -10, 0), (55, 70, 130), 0.26),
    ((15, -35, -30), (45, 40, 55), 1.05),
)
VERTEBRAE: tuple[Ellipsoid, ...] = tuple(
    part
    for z in range(-132, 133, 24)
    for part in (
        ((0, 50, z), (16, 14, 10), 0.9),
        ((0, 50, z), (13, 11, 8), 0.35),
        ((0, 85, z - 6), (3, 16, 7), 0.8),
        ((22, 72, z), (14, 5, 5), 0.7),
        ((-22, 72, z), (14, 5, 5), 0.7),
    )
)
RIB_HALF_AXES_MM, RIB_WALL_MM, RIB_HALF_HEIGHT_MM, RIB_G_CM3 = (138.0, 94.0), 6.0, 5.0, 0.8


def block() -> tuple[BasisVolume, ...]:
    """Water and bone of the block, both on one grid about the world's origin."""
    nk, nj, ni = SHAPE_KJI
    origin = tuple(-(n - 1) / 2.0 * mm for n, mm in zip((ni, nj, nk), SPACING_MM, strict=True))
    grid = VoxelGrid.aligned((origin[0], origin[1], origin[2]), SPACING_MM, SHAPE_KJI)
    x, y, z = (
        (np.arange(n, dtype=np.float32) * mm + start)
        for n, mm, start in zip((ni, nj, nk), SPACING_MM, origin, strict=True)
    )
    place = z[:, None, None], y[None, :, None], x[None, None, :]
    density = {Basis.WATER: _filled(place, BODY), Basis.BONE: _filled(place, VERTEBRAE)}
    density[Basis.BONE][_ribs(place)] = RIB_G_CM3
    return tuple(_volume(basis, grid, density[basis]) for basis in density)


def pose(oblique_deg: float, size_px: int) -> CArmPose:
    """SOD 700, SID 1100, a receptor of 400 mm (rendering.md)."""
    return CArmPose(
        oblique_deg=oblique_deg, sid_mm=1100.0, sod_mm=700.0, field_mm=400.0, matrix_px=size_px
    )


def _filled(
    place: tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]],
    parts: tuple[Ellipsoid, ...],
) -> NDArray[np.float32]:
    density = np.zeros(SHAPE_KJI, np.float32)
    z, y, x = place
    for centre, half_axes, inside in parts:
        near = tuple(
            slice(*np.searchsorted(line.ravel(), (at - half - 3.0, at + half + 3.0)))
            for line, at, half in zip((z, y, x), centre[::-1], half_axes[::-1], strict=True)
        )
        dz, dy, dx = z[near[0]] - centre[2], y[:, near[1]] - centre[1], x[:, :, near[2]] - centre[0]
        radius = (dx / half_axes[0]) ** 2 + (dy / half_axes[1]) ** 2 + (dz / half_axes[2]) ** 2
        edge = np.clip((1.0 - radius) * min(half_axes) / 2.0 + 0.5, 0.0, 1.0)
        density[near] += edge * (np.float32(inside) - density[near])
    return density


def _ribs(
    place: tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]],
) -> NDArray[np.float32]:
    z, y, x = place
    ring = np.hypot(x / RIB_HALF_AXES_MM[0], y / RIB_HALF_AXES_MM[1])
    in_wall = np.abs(ring - 1.0) * RIB_HALF_AXES_MM[1] < RIB_WALL_MM / 2.0
    along = np.mod(z + 0.35 * y + 12.0, 24.0) - 12.0
    return np.asarray(in_wall & (np.abs(along) < RIB_HALF_HEIGHT_MM))


def _volume(basis: Basis, grid: VoxelGrid, density: NDArray[np.float32]) -> BasisVolume:
    counts = np.rint(np.clip(density / G_CM3_PER_COUNT[basis], 0, 255)).astype(np.uint8)
    return BasisVolume(basis, grid, counts, G_CM3_PER_COUNT[basis])
