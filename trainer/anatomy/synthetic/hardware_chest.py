"""Sternal wires and a pacemaker with its lead. Sizes from memory [M], places by design [X]."""

from __future__ import annotations

import numpy as np
from scipy.interpolate import CubicSpline

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.bone import Bone, Material
from trainer.anatomy.synthetic.chance import generator, normal
from trainer.anatomy.synthetic.envelope import Envelope, envelope_of
from trainer.anatomy.synthetic.frame_change import WORLD
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.rods import chain, rod
from trainer.anatomy.synthetic.solid import Loft
from trainer.anatomy.synthetic.solid_bone import solid_bone
from trainer.anatomy.synthetic.sternum import Sternum, sternum_of
from trainer.geometry.pinhole import FloatArray

# Where wires go round the breast bone, 0 its notch, 1 the xiphoid's tip; two in the manubrium.
WIRE_PLACES = (0.06, 0.17, 0.36, 0.48, 0.60, 0.73)
WIRE_MM, TWIST_MM = 0.5, 0.9
LOOP_POINTS = 14
CAN_MM = (24.0, 21.0, 3.6)  # half width, half height, half thickness
CAN_WALL_MM = 0.5
POCKET_PSI_DEG, POCKET_OFF_MM = 143.0, 16.0
LEAD_MM = 1.0
# The lead from the pocket to the tip in the right ventricle: level, left, back of its body centre.
LEAD = (
    ("T2", 62.0, -58.0),
    ("T2", 36.0, -44.0),
    ("T3", 8.0, -46.0),
    ("T4", -20.0, -48.0),
    ("T6", -27.0, -62.0),
    ("T8", -20.0, -80.0),
    ("T9", 12.0, -96.0),
    ("T10", 38.0, -100.0),
)


def sternal_wires(plan: Plan) -> tuple[Bone, ...]:
    """Closed loops of steel round the breast bone, twisted in front."""
    envelope = envelope_of(plan)
    sternum = sternum_of(plan, envelope)
    rng = generator(plan.person.seed, "wires")
    found = []
    for n, place in enumerate(WIRE_PLACES):
        loop = _loop(sternum, place + normal(rng, 0.008), normal(rng, 0.15))
        twist = _twist(sternum, loop)
        parts = (*chain(np.vstack([loop, loop[:1]]), WIRE_MM), twist)
        found.append(solid_bone(f"wire.{n + 1}", WORLD, parts))
    return tuple(found)


def _loop(sternum: Sternum, place: float, slant: float) -> FloatArray:
    """Points round the bone's section at a place, shape (n, 3)."""
    at = np.linspace(0.0, 1.0, len(sternum.axis_world_mm))
    pick = int(np.argmin(np.abs(at - place)))
    middle, left, ahead = (
        values[pick] for values in (sternum.axis_world_mm, sternum.left, sternum.forward)
    )
    wide = 0.8 * float(sternum.half_width_mm[pick])
    deep = 5.0 * sternum.scale + 1.0
    turn = np.linspace(0.0, 2.0 * np.pi, LOOP_POINTS, endpoint=False)
    flat = np.abs(np.cos(turn)) ** 0.5 * np.sign(np.cos(turn)) * deep
    loop = middle + np.outer(np.sin(turn) * wide, left) + np.outer(flat, ahead)
    loop[:, 2] += slant * np.sin(turn) * wide
    return np.asarray(loop)


def _twist(sternum: Sternum, loop: FloatArray) -> Loft:
    """The twisted ends, bent down on the bone."""
    knot = loop[0]
    return rod(knot, knot + np.array([3.0, 0.0, -7.0]) * sternum.scale, TWIST_MM)


def pacemaker(plan: Plan) -> tuple[Bone, ...]:
    """A can in front of the left upper ribs, one lead to the right ventricle."""
    envelope = envelope_of(plan)
    middle, out, up = _pocket(plan, envelope)
    lead = _lead(plan, middle + 17.0 * up)
    return (
        solid_bone("pacemaker.can", WORLD, _can(middle, out, up)),
        solid_bone("pacemaker.lead", WORLD, chain(lead, LEAD_MM)),
    )


def _pocket(plan: Plan, envelope: Envelope) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Middle of the can, unit ways outward and up along the chest wall."""
    z = float(plan.vertebrae["T4"].frame.centre_world_mm[2])
    off = POCKET_OFF_MM + 0.25 * max(plan.person.bmi - 24.0, 0.0)
    psi = np.full(2, POCKET_PSI_DEG)
    low, high = envelope.wall_world_mm(psi, np.array([z - 12.0, z + 12.0]), Side.LEFT, off)
    inner = envelope.wall_world_mm(psi[:1], np.array([z]), Side.LEFT, 0.0)[0]
    up = (high - low) / np.linalg.norm(high - low)
    out = (low + high) / 2.0 - inner
    out = out - np.dot(out, up) * up
    return (low + high) / 2.0, out / np.linalg.norm(out), up


def _can(middle: FloatArray, out: FloatArray, up: FloatArray) -> tuple[Loft, ...]:
    """A thin shell with a battery and a circuit inside, and a header of small blocks."""
    wide, tall, thick = CAN_MM
    aside = np.cross(up, out)
    shell = _slab(middle, out, aside, (wide, tall, thick))
    hollow = _slab(middle, out, aside, (wide - 1.0, tall - 1.0, thick - CAN_WALL_MM), carve=True)
    cell = middle - 6.0 * up
    battery = _slab(cell, out, aside, (wide - 4.0, 0.5 * tall, 1.6))
    board = _slab(middle + 8.0 * up, out, aside, (wide - 6.0, 6.0, 0.4))
    plug = middle + (tall + 1.0) * up
    header = rod(plug - 8.0 * aside, plug + 6.0 * aside, 1.6)
    return shell, hollow, battery, board, header


def _slab(
    middle: FloatArray,
    out: FloatArray,
    aside: FloatArray,
    half: tuple[float, float, float],
    *,
    carve: bool = False,
) -> Loft:
    wide, tall, thick = half
    return Loft(
        middle - thick * out,
        middle + thick * out,
        aside,
        (wide, wide, wide),
        (tall, tall, tall),
        (0.4, 0.4),
        Material.METAL,
        square=0.45,
        blend=0.3,
        carve=carve,
    )


def _lead(plan: Plan, start: FloatArray) -> FloatArray:
    """A smooth line from the can to the tip, shape (n, 3)."""
    points = [start]
    for level, left, back in LEAD:
        offset = np.array([left, back, 0.0]) * plan.scale
        centre = plan.vertebrae[level].frame.centre_world_mm
        points.append(centre + plan.trunk.axes @ offset)
    way = np.arange(len(points), dtype=float)
    fine = np.linspace(0.0, way[-1], 40)
    return np.asarray(CubicSpline(way, np.array(points))(fine))
