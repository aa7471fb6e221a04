"""A vertebra's axes found from its voxels: square to both end plates, turned by its own symmetry.

A landmark (or a click) near the middle of the body starts the search and is forgotten.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import optimize

from trainer.anatomy.measure.axes import Axes, upright
from trainer.anatomy.measure.density import Density
from trainer.anatomy.measure.walls import middle, outer_walls
from trainer.geometry.pinhole import FloatArray

PLATE_REACH_MM = 20.0
SIDE_REACH_MM = 34.0
DEPTH_REACH_MM = 21.0  # from the middle: past the wall of L1 (18), short of the laminae of C7 (24)
# Rays toward the plates stand in the middle of the body: the smallest half-depth is 8 mm (T1, C7).
RAYS_X_MM = np.linspace(-7.0, 7.0, 8)
RAYS_Y_MM = np.linspace(-5.0, 5.0, 6)
ROUNDS = 4
OUTLIER_MM = 1.2
LARGEST_YAW_DEG = 25.0


@dataclass(frozen=True, slots=True, eq=False)
class Plate:
    """One end plate's plane.

    normal : world, unit, away from the body. height_mm : above the body's middle along its axes, at
    the plate's dish; negative for the lower one.
    """

    normal: FloatArray
    height_mm: float


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """Where a vertebral body stands, and its waist.

    front_mm, back_mm : local y of the walls at mid-height in the mid-line; half_width_mm there.
    """

    axes: Axes
    upper: Plate
    lower: Plate
    half_width_mm: float
    front_mm: float
    back_mm: float


def fitted(
    density: Density, near_world_mm: FloatArray, up: FloatArray, left: FloatArray
) -> Body | None:
    """The body around a point; None where its end plates cannot be found."""
    axes = upright(np.asarray(near_world_mm, dtype=np.float64), up, left)
    for turn in range(ROUNDS):
        plates = _plates(density, axes)
        if plates is None:
            return None
        upper, lower = plates
        axes = upright(axes.origin_world_mm, upper.normal - lower.normal, axes.left)
        axes = axes.moved((0.0, 0.0, (upper.height_mm + lower.height_mm) / 2.0))
        half_width, shift, front, back = _waist(density, axes)
        if np.isnan([half_width, front, back]).any():
            return None
        axes = axes.moved((shift, (front + back) / 2.0, 0.0))
        if turn % 2:
            axes = _symmetric(density, axes, half_width, (back - front) / 2.0)
    half_width, shift, front, back = _waist(density, axes)
    plates = _plates(density, axes)
    if plates is None or np.isnan([half_width, front, back]).any():
        return None
    return Body(axes, *plates, half_width, front, back)


def _plates(density: Density, axes: Axes) -> tuple[Plate, Plate] | None:
    found = []
    for sign in (1.0, -1.0):
        x, y = (part.ravel() for part in np.meshgrid(RAYS_X_MM, RAYS_Y_MM))
        starts = axes.world(np.stack([x, y, np.zeros_like(x)], axis=1))
        reach = outer_walls(density, starts, sign * axes.up, PLATE_REACH_MM)
        plane = plane_through(x, y, sign * reach)
        if plane is None:
            return None
        a, b, height = plane
        normal = sign * (axes.up - a * axes.left - b * axes.back)
        found.append(Plate(normal / np.linalg.norm(normal), height))
    return found[0], found[1]


def plane_through(x: FloatArray, y: FloatArray, z: FloatArray) -> tuple[float, float, float] | None:
    """a, b, c of z = a x + b y + c, outliers left out; None where under 8 points agree."""
    kept = np.isfinite(z)
    if kept.sum() < 8:
        return None
    kept &= np.abs(z - np.median(z[kept])) < 4.0
    matrix = np.stack([x, y, np.ones_like(x)], axis=1)
    for _ in range(4):
        if kept.sum() < 8:
            return None
        solved = np.linalg.lstsq(matrix[kept], z[kept], rcond=None)[0]
        off = np.abs(z - matrix @ solved)
        kept = np.isfinite(z) & (off < max(OUTLIER_MM, 2.0 * float(np.median(off[kept]))))
    return float(solved[0]), float(solved[1]), float(solved[2])


def _waist(density: Density, axes: Axes) -> tuple[float, float, float, float]:
    """Half-width, sideways shift of the middle, front and back at mid-height, mm."""
    z = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])
    sideways = axes.world(_points([0.0], [-2.0, -1.0, 0.0, 1.0], z))
    left, right = (
        middle(outer_walls(density, sideways, sign * axes.left, SIDE_REACH_MM))
        for sign in (1.0, -1.0)
    )
    midline = axes.world(_points([-1.5, 0.0, 1.5], [0.0], z))
    front, back = (
        middle(outer_walls(density, midline, sign * axes.back, DEPTH_REACH_MM))
        for sign in (-1.0, 1.0)
    )
    return (left + right) / 2.0, (left - right) / 2.0, -front, back


def _points(
    x: list[float] | FloatArray, y: list[float] | FloatArray, z: list[float] | FloatArray
) -> FloatArray:
    grid = np.meshgrid(np.asarray(x), np.asarray(y), np.asarray(z), indexing="ij")
    return np.stack([part.ravel() for part in grid], axis=1)


def _symmetric(density: Density, axes: Axes, half_width: float, half_depth: float) -> Axes:
    """Turned and shifted sideways until left mirrors right best: body, pedicles, laminae."""
    wide = min(half_width + 2.0, 20.0)
    right_half = _points(
        np.arange(1.0, wide, 1.3), np.arange(-half_depth, half_depth + 22.0, 1.6), _SLICES
    )

    def unlike(found: FloatArray) -> float:
        turned = axes.moved((float(found[1]), 0.0, 0.0)).turned(float(found[0]))
        one, other = (
            density.at(turned.world(right_half * [sign, 1.0, 1.0])) for sign in (1.0, -1.0)
        )
        one, other = one - one.mean(), other - other.mean()
        return -float((one * other).sum() / np.sqrt((one**2).sum() * (other**2).sum() + 1e-9))

    start = np.array([[0.0, 0.0], [4.0, 0.0], [0.0, 1.0]])
    best = optimize.minimize(
        unlike,
        start[0],
        method="Nelder-Mead",
        options={"initial_simplex": start, "xatol": 0.05, "fatol": 1e-5, "maxfev": 60},
    )
    yaw, shift = (float(part) for part in best.x)
    if abs(yaw) > LARGEST_YAW_DEG or abs(shift) > 4.0:
        return axes
    return axes.moved((shift, 0.0, 0.0)).turned(yaw)


_SLICES = np.array([-4.0, -2.0, 0.0, 2.0, 4.0, 6.0])
