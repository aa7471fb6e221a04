"""The arch behind the canal: pillars, laminae, articular processes, spinous process."""

from __future__ import annotations

import math

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.bone import Material
from trainer.anatomy.synthetic.planning_process import SIGN
from trainer.anatomy.synthetic.solid import Loft
from trainer.anatomy.synthetic.vertebra_joints import GAP_MM, Joint
from trainer.anatomy.synthetic.vertebra_shape import Shape
from trainer.geometry.pinhole import FloatArray

FACET_THICK_MM = 4.0  # Ebraheim 1997: inferior facets 3-5 mm [S]
LAMINA_THICK_MM = {"C5": 4.0, "C6": 4.2, "C7": 5.0, "T1": 5.8, "T2": 5.8, "T10": 6.6, "T11": 6.4}
LAMINA_ELSEWHERE_MM = 6.4  # clinical.md 1.2: 5 to 6.5-7 mm [X]
# Its height against the table's: neighbours' processes add to what is found low down (measured).
LAMINA_TALL = {"T9": 0.94}
OVER_MM = 2.0  # past the mid-line, where both laminae become one
LAMINA_LEAN_DEG = 10.0  # anatomy.md 2 has 18; the canal would cut the upper half away


def pillar(shape: Shape, side: Side) -> Loft:
    """The upright that pedicle, lamina, transverse and articular processes share."""
    x = SIGN[side] * shape.pillar_x
    g = shape.grow
    inward = 0.7 * (shape.pillar_x - shape.pedicle_x)  # as far as the canal, which is carved
    top = np.array([x, shape.pillar_y, shape.pedicle_z + 5.0 * g])
    low = np.array([x * 0.94, shape.pillar_y + 1.6 * g, -shape.half - 1.0])
    return Loft(
        top,
        low,
        np.array([1.0, 0.0, 0.0]),
        (4.8 * g + inward, 4.6 * g + inward, 4.0 * g + 0.5 * inward),
        (4.6 * g, 4.5 * g, 3.8 * g),
        (2.5, 2.5),
        square=0.4,
    )


def lamina(shape: Shape, side: Side) -> Loft:
    """A plate from pillar to mid-line, leaning backward downward: one shingle of the roof."""
    thick = LAMINA_THICK_MM.get(shape.level, LAMINA_ELSEWHERE_MM) * shape.grow / 2.0
    share = LAMINA_TALL.get(shape.level, 1.03 if shape.number < 9 else 0.90)
    tall = shape.table("lamina_height") * share / 2.0
    z = shape.pedicle_z - 0.70 * tall
    rise = 1.0
    outer = np.array([SIGN[side] * (shape.pillar_x - 0.5), shape.pillar_y + 1.6, z - rise])
    behind = (0.85 if shape.number < 9 else 1.0 if shape.number < 12 else 0.7) * thick
    inner = np.array([0.0, shape.roof_y + behind, z + rise])
    along = (inner - outer) / np.linalg.norm(inner - outer)
    inner = inner + OVER_MM * along
    back = np.cross(along, (0.0, 0.0, 1.0))
    back = back * np.sign(back[1])
    lean = math.radians(LAMINA_LEAN_DEG)
    face = back * math.cos(lean) + np.array([0.0, 0.0, math.sin(lean)])
    return Loft(
        outer,
        inner,
        face,
        (0.95 * thick, thick, 1.05 * thick),
        # Lowest at the mid-line: upper borders meet as a V, lower ones as an inverted V.
        (0.98 * tall, 0.98 * tall, 0.78 * tall),
        (1.5, 0.6),
        Material.LAMINA,
        square=0.75,
    )


def superior_process(shape: Shape, joint: Joint) -> Loft:
    """The ear that stands above the pedicle; its face is half a joint space before the joint."""
    middle, outward, upward, aside = joint.local(shape.vertebra.frame)
    thick = FACET_THICK_MM * shape.grow / 2.0
    stout = 1.15 * thick
    centre = middle - outward * (GAP_MM / 2.0 + stout)
    below = joint.half_height + max(centre[2] - joint.half_height - shape.pedicle_z, 0.0) + 1.0
    return Loft(
        centre - upward * below,
        centre + upward * (joint.half_height + 0.8),
        aside,
        (joint.half_width, joint.half_width, joint.half_width * 0.85),
        (thick * 1.35, stout, thick * 1.0),
        (1.5, 3.5),
        square=0.55,
        blend=1.5,
    )


def inferior_process(shape: Shape, joint: Joint) -> Loft:
    """The lamina's downward tongue behind the superior process of the vertebra below."""
    middle, outward, upward, aside = joint.local(shape.vertebra.frame)
    thick = FACET_THICK_MM * shape.grow / 2.0
    centre = middle + outward * (GAP_MM / 2.0 + thick)
    above = joint.half_height + max(-shape.half * 0.35 - centre[2] - joint.half_height, 0.0) + 1.0
    return Loft(
        centre + upward * above,
        centre - upward * (joint.half_height - 1.6),
        aside,
        (joint.half_width, joint.half_width * 0.96, joint.half_width * 0.75),
        (thick * 1.2, thick * 1.1, thick * 0.9),
        (1.5, 3.0),
        square=0.55,
        blend=1.5,
    )


# Spinous process, by level: half thickness, half height at root, middle, tip (anatomy.md 2, [X]).
BLADE = {
    "C5": ((2.8, 2.2, 3.0), (5.0, 3.6, 3.2)),
    "C6": ((2.8, 2.2, 3.0), (5.2, 3.8, 3.4)),
    "C7": ((3.2, 2.4, 3.4), (6.0, 4.4, 4.2)),
    "T1": ((3.4, 2.6, 3.6), (6.5, 4.8, 4.4)),
    "T2": ((3.3, 2.3, 3.2), (7.0, 4.8, 4.2)),
    "T10": ((3.0, 1.9, 2.6), (8.5, 5.4, 5.0)),
    "T11": ((3.5, 1.9, 2.9), (9.0, 6.6, 6.0)),
    "T12": ((3.8, 2.0, 3.1), (9.5, 8.0, 7.2)),
    **dict.fromkeys(("L1", "L2", "L3"), ((4.6, 2.2, 3.8), (11.0, 10.0, 9.2))),
}
BLADE_ELSEWHERE = ((3.2, 1.8, 2.5), (8.5, 4.5, 3.9))
INSIDE_MM = 4.0  # of the blade's root stand in the canal, which is carved from it
BEND_MM = 1.5  # spread of the tip's deviation, anatomy.md 2


def spinous_root(shape: Shape) -> FloatArray:
    """Where the spinous process leaves the laminae, local mm."""
    drop = {True: 4.5, False: 6.5}[shape.number >= 11 or shape.number <= 1]
    return np.array([0.0, shape.roof_y + 2.4 * shape.grow, shape.pedicle_z - drop * shape.grow])


def spinous_tip(shape: Shape) -> FloatArray:
    """The end of its axis, `sp_length` from the posterior-superior margin of the body."""
    size, root = shape.size, spinous_root(shape)
    down = math.radians(size.sp_down_deg)
    ahead = np.array([0.0, math.cos(down), -math.sin(down)])
    margin = np.array([0.0, shape.wall_y, shape.half])
    from_margin = root - margin
    half_b = float(np.dot(from_margin, ahead))
    rest = float(np.dot(from_margin, from_margin)) - size.sp_length**2
    length = max(-half_b + math.sqrt(max(half_b**2 - rest, 0.0)), 8.0 * shape.grow)
    return root + length * ahead


def spinous(shape: Shape) -> Loft:
    """A thin blade with a thicker tip, bent a little aside."""
    thick, tall = BLADE.get(shape.level, BLADE_ELSEWHERE)
    g = shape.grow
    bend = shape.jitter("spinous", BEND_MM)
    root, tip = spinous_root(shape), spinous_tip(shape)
    ahead = (tip - root) / np.linalg.norm(tip - root)
    return Loft(
        root - INSIDE_MM * ahead,
        tip,
        np.array([1.0, 0.0, 0.0]),
        (thick[0] * g, thick[1] * g, thick[2] * g),
        (tall[0] * g, tall[1] * g, tall[2] * g),
        (2.0, 0.8 * tall[2] * g),
        Material.SPINOUS,
        square=0.0,
        bend=(bend, 0.0),
        bow=(0.3 * bend, 0.0),
    )
