"""The transverse process and the tubercles that replace it at T11-T12: the procedure's target."""

from __future__ import annotations

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.bone import Material
from trainer.anatomy.synthetic.plan import TransverseProcess
from trainer.anatomy.synthetic.planning_process import SIGN
from trainer.anatomy.synthetic.solid import Loft
from trainer.anatomy.synthetic.vertebra_shape import Shape
from trainer.geometry.pinhole import FloatArray

UP = np.array([0.0, 0.0, 1.0])


def transverse(shape: Shape, side: Side) -> tuple[Loft, ...]:
    """All lofts of one side's process, holes last."""
    process = shape.vertebra.processes[side]
    if shape.level.startswith("L"):
        return _costal(shape, process)
    if shape.number >= 11:
        return _short(shape, process, side)
    return _long(shape, process)


def _long(shape: Shape, process: TransverseProcess) -> tuple[Loft, ...]:
    """C5-T10: a tapering beam, a web down to the pillar, an upright club, the rib's hollow."""
    g = shape.grow
    across, ahead = _directions(process)
    tip = _middle(process)
    high = _half_tall(process)
    beam = Loft(
        process.root - 2.0 * ahead,
        tip,
        across,
        (3.9 * g, 3.1 * g, 0.95 * process.radius_low_mm),
        (1.28 * high, 1.12 * high, 1.0 * high),
        (2.0, 1.5),
        Material.TRANSVERSE,
        square=0.8,
        blend=1.5,
    )
    web_end = process.root + 0.6 * (tip - process.root)
    web = Loft(
        process.root - 1.5 * ahead - 3.2 * g * UP,
        web_end - 1.0 * g * UP,
        across,
        (3.2 * g, 2.8 * g, 2.0 * g),
        (6.2 * g, 5.0 * g, 3.4 * g),
        (2.0, 2.0),
        Material.TRANSVERSE,
        square=0.3,
        blend=2.0,
    )
    parts = (beam, web, club(process, _toward_back(across)))
    return parts if shape.number < 1 else (*parts, _rib_hollow(shape, process, across))


def club(process: TransverseProcess, across: FloatArray) -> Loft:
    """The upright tip; its upper outer edge is the corner a needle is aimed at."""
    low, high = process.radius_low_mm, process.radius_high_mm
    mid = (low + high) / 2.0
    return Loft(
        process.club_low - low * UP,
        process.club_high + high * UP,
        across,
        (0.9 * low, 0.96 * mid, 0.92 * high),
        (low, mid * 1.05, high),
        (1.2 * low, 0.40 * high),
        Material.TRANSVERSE,
        square=0.8,
        blend=3.0,
    )


def _rib_hollow(shape: Shape, process: TransverseProcess, across: FloatArray) -> Loft:
    """The costal facet: a shallow bowl in the front of the club."""
    front = across if across[1] < 0.0 else -across
    bowl, deep = 9.0 * shape.grow, 0.7
    centre = _middle(process) + front * (0.95 * process.radius_low_mm + bowl - deep)
    return _ball(centre, bowl, carve=True)


def _short(shape: Shape, process: TransverseProcess, side: Side) -> tuple[Loft, ...]:
    """T11-T12: a low ridge with lateral, mammillary and accessory tubercles."""
    g, sign = shape.grow, SIGN[side]
    across, ahead = _directions(process)
    tip, high = _middle(process), _half_tall(process)
    ridge = Loft(
        process.root - 2.5 * ahead - 1.0 * g * UP,
        tip + 0.2 * process.radius_low_mm * ahead,
        across,
        (3.8 * g, 3.0 * g, 1.9 * g),
        (7.6 * g, 1.45 * high, 1.0 * high),
        (2.0, 1.2),
        Material.TRANSVERSE,
        square=0.85,
        bow=(0.0, 0.0),
        blend=2.0,
    )
    twelfth = shape.number >= 12
    rise = np.array([sign * 2.0, 3.4, 4.6]) * g * (1.0 if twelfth else 0.75)
    start = process.root + np.array([-sign * 0.5, 1.0, 3.6]) * g
    mammillary = _peak(start, start + rise, across, 3.0 * g, 1.7 * g)
    fall = np.array([sign * 1.8, 2.6, -3.8]) * g * (1.0 if twelfth else 0.6)
    low = process.root + np.array([sign * 1.0, 1.0, -4.5]) * g
    accessory = _peak(low, low + fall, across, 2.6 * g, 1.3 * g)
    return ridge, club(process, _toward_back(across)), mammillary, accessory


def _costal(shape: Shape, process: TransverseProcess) -> tuple[Loft, ...]:
    """L1-L3: a long thin blade with an accessory process at its root."""
    g = shape.grow
    across, ahead = _directions(process)
    tip, high = _middle(process), _half_tall(process)
    blade = Loft(
        process.root - 2.0 * ahead,
        tip + 0.9 * process.radius_low_mm * ahead,
        across,
        (3.4 * g, 1.9 * g, 1.6 * g),
        (6.0 * g, 1.05 * high, 0.85 * high),
        (2.0, 1.5),
        square=0.4,
        bow=(0.0, 0.0),
        blend=2.0,
    )
    low = process.root + np.array([np.sign(tip[0]) * 2.0, 1.2, -2.0]) * g
    accessory = _peak(low, low + np.array([0.0, 3.6, -2.6]) * g, across, 2.4 * g, 1.3 * g)
    return blade, accessory


def mammillary_of(shape: Shape, side: Side, top: FloatArray) -> Loft:
    """L1-L3: the knuckle behind the superior facet."""
    g, sign = shape.grow, SIGN[side]
    start = top + np.array([sign * 1.0, 1.5, -6.0]) * g
    return _peak(start, start + np.array([sign * 1.0, 4.6, 0.8]) * g, UP, 3.6 * g, 2.2 * g)


def _peak(
    start: FloatArray, end: FloatArray, across: FloatArray, wide: float, narrow: float
) -> Loft:
    middle = 0.55 * wide + 0.45 * narrow
    sizes = (wide, middle, narrow)
    return Loft(start, end, across, sizes, sizes, (wide, narrow), blend=2.0)


def _ball(centre: FloatArray, radius: float, *, carve: bool) -> Loft:
    lift = radius * UP
    sizes = (radius, radius, radius)
    return Loft(
        centre - lift,
        centre + lift,
        np.array([1.0, 0.0, 0.0]),
        sizes,
        sizes,
        (radius, radius),
        blend=0.8,
        carve=carve,
    )


def _directions(process: TransverseProcess) -> tuple[FloatArray, FloatArray]:
    """Across the process, level; and along it."""
    ahead = _middle(process) - process.root
    ahead = ahead / np.linalg.norm(ahead)
    across = np.cross(ahead, UP)
    return across / np.linalg.norm(across), ahead


def _toward_back(across: FloatArray) -> FloatArray:
    """A quarter of the way from square to the process to straight back, nearer the beam."""
    back = np.array([0.0, float(np.sign(across[1])), 0.0])
    way = 3.0 * across + back
    return np.asarray(way / np.linalg.norm(way))


def _middle(process: TransverseProcess) -> FloatArray:
    return np.asarray((process.club_low + process.club_high) / 2.0)


def _half_tall(process: TransverseProcess) -> float:
    axis = float(process.club_high[2] - process.club_low[2])
    return (axis + process.radius_low_mm + process.radius_high_mm) / 2.0
