"""Where one rib runs: head, neck, tubercle, angle, shaft and cartilage, in world mm."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.chance import generator, normal
from trainer.anatomy.synthetic.envelope import SHOULDER_MM, Envelope
from trainer.anatomy.synthetic.plan import Plan, VertebraPlan
from trainer.anatomy.synthetic.rib_table import (
    AHEAD_MM,
    FIRST_PSI_DEG,
    FLOATING_MM,
    LATERAL_MM,
    OFF_WALL_MM,
    SHORT_MM,
    SHORT_OFF_MM,
    SHORT_SINK,
    SHORT_WAY,
    UP_MM,
    RibShape,
)
from trainer.geometry.pinhole import FloatArray

SIGN = {Side.LEFT: 1.0, Side.RIGHT: -1.0}
SHAFT_KNOTS = 40
FIRST_FALL, FLOATING_FIRST_FALL = 0.04, 0.16  # of the drop, at the shaft's first knot [X]
SIDE_DROP_SPREAD = 0.03  # nobody lies straight: all ribs of one side [X]
WAVE_MM = (1.8, 0.9)  # spread of slow waves up and down, once and twice along a shaft [X]
DROP_SPREAD, PSI_SPREAD_DEG, WALL_SPREAD_MM = 0.04, 2.0, 0.4  # one side against the other


@dataclass(frozen=True, slots=True, eq=False)
class RibKnots:
    """What a rib's curve goes through; world mm, (3,) each, shaft (n, 3)."""

    head: FloatArray
    tubercle: FloatArray
    neck_bow: FloatArray
    shaft: FloatArray

    @property
    def bony(self) -> FloatArray:
        """All of them, from the head on."""
        neck = 0.45 * self.head + 0.55 * self.tubercle + self.neck_bow
        return np.vstack([self.head, neck, self.tubercle, self.shaft])

    def moved(self, head: FloatArray, tubercle: FloatArray, neck: FloatArray) -> RibKnots:
        """The same rib with its joints and its neck elsewhere."""
        bow = self.neck_bow + neck
        return replace(self, head=self.head + head, tubercle=self.tubercle + tubercle, neck_bow=bow)


def knots_of(
    plan: Plan, envelope: Envelope, level: str, number: int, side: Side, shape: RibShape
) -> RibKnots:
    """The knots of one full rib, before its joints are adjusted."""
    vertebra = plan.vertebrae[level]
    head, tubercle = _head(vertebra, number, side), _tubercle(vertebra, number, side, plan.scale)
    bow = vertebra.frame.axes @ np.array([0.0, 0.5, 0.8]) * shape.jointed
    shaft = _shaft(plan, envelope, tubercle, number, side, shape)
    return RibKnots(head, tubercle, bow, shaft)


def short_knots(plan: Plan, level: str, number: int, side: Side) -> RibKnots:
    """A stump that begins before the tip of a process and ends in flesh."""
    vertebra = plan.vertebrae[level]
    process = vertebra.processes[side]
    rng = generator(plan.person.seed, "short rib", str(number), side)
    onward = np.array(SHORT_WAY[number]) * (SIGN[side], 1.0, 1.0)
    onward /= np.linalg.norm(onward)
    length = rng.uniform(*SHORT_MM[number]) * plan.scale
    middle = (process.club_low + process.club_high) / 2.0
    off = process.radius_low_mm + SHORT_OFF_MM
    part = np.array([[0.0], [0.25], [0.5], [0.75], [1.0]])
    drawn = middle + onward * (off + part * length) + np.array(SHORT_SINK) * length * part**2
    world = vertebra.frame.world(drawn)
    return RibKnots(world[0], world[1], np.zeros(3), world[2:])


def _head(vertebra: VertebraPlan, number: int, side: Side) -> FloatArray:
    """At the disc's margin for ribs 2-10, on the body for the others."""
    size = vertebra.size
    depth = sum(size.plate_depths) / 2.0
    high = 0.5 * size.body_height + 2.0 if 2 <= number <= 10 else 0.2 * size.body_height
    lateral = size.plate_widths[0] / 2.0 + 1.5
    local = np.array([SIGN[side] * lateral, depth / 2.0 - 4.5, high])
    return vertebra.frame.world(local)


def _tubercle(vertebra: VertebraPlan, number: int, side: Side, scale: float) -> FloatArray:
    process = vertebra.processes[side]
    club = (process.club_low + process.club_high) / 2.0
    ahead, lateral, up = AHEAD_MM, LATERAL_MM, UP_MM.get(number, 0.0)
    if number not in UP_MM:
        ahead, lateral, up = FLOATING_MM
    off = np.array([SIGN[side] * lateral, -ahead, up]) * scale
    return vertebra.frame.world(club + off)


def _shaft(
    plan: Plan,
    envelope: Envelope,
    tubercle: FloatArray,
    number: int,
    side: Side,
    shape: RibShape,
) -> FloatArray:
    rng = generator(plan.person.seed, "rib", str(number), side)
    drop = shape.drop_mm * plan.scale * (1.0 + normal(rng, DROP_SPREAD))
    drop *= 1.0 + normal(generator(plan.person.seed, "ribs", side), SIDE_DROP_SPREAD)
    end = shape.psi_end_deg + normal(rng, PSI_SPREAD_DEG)
    out = OFF_WALL_MM * min(plan.scale, 1.05) + normal(rng, WALL_SPREAD_MM)
    q = np.linspace(0.0, 1.0, SHAFT_KNOTS)
    start = psi_of(envelope, tubercle, side) + FIRST_PSI_DEG
    first = FIRST_FALL if shape.jointed else FLOATING_FIRST_FALL
    height = tubercle[2] - drop * (first + (1.0 - first) * q**shape.fall)
    for n, spread in enumerate(WAVE_MM, start=1):
        height += normal(rng, spread) * np.sin(n * np.pi * q)
    return envelope.wall_world_mm(start + q * (end - start), height, side, out)


def psi_of(envelope: Envelope, point: FloatArray, side: Side) -> float:
    """The polar angle at which the envelope's slice sees a point, degrees."""
    height = min(float(point[2]), envelope.apex_z_mm - SHOULDER_MM)
    x0, y0, _, _, cosine, sine = envelope.slices_at(np.array(height))
    away = point[:2] - (x0, y0)
    lateral = SIGN[side] * (cosine * away[0] - sine * away[1])
    return float(np.degrees(np.arctan2(lateral, sine * away[0] + cosine * away[1])))
