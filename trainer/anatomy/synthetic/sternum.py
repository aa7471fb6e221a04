"""The breast bone: manubrium, body with a notch for each cartilage, xiphoid process."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.bone import Material
from trainer.anatomy.synthetic.chance import generator
from trainer.anatomy.synthetic.envelope import Envelope
from trainer.anatomy.synthetic.person import Sex
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.rib_table import RIBS
from trainer.anatomy.synthetic.sweep import Sweep, across, arc_mm, plain_section, tangents, through
from trainer.geometry.pinhole import FloatArray

# Vertebrae between which notch, sternal angle and lower end stand [M], tip of the xiphoid [X].
STATIONS = (("T2", "T3"), ("T4", "T5"), ("T9", "T9"), ("T10", "T10"))
OFF_WALL_MM = 8.0  # middle of the bone in front of the envelope [X]
HALF_THICK_MM = 5.0  # anatomy.md 4
# Half-width along it, 0 the jugular notch, 1 the tip of the xiphoid: anatomy.md 4, 24 to 12-18 mm.
PLACE = (0.0, 0.06, 0.16, 0.30, 0.36, 0.55, 0.70, 0.82, 0.87, 1.0)
HALF_WIDTH_MM = (20.0, 25.0, 25.0, 14.5, 13.5, 15.5, 17.5, 15.0, 7.0, 3.5)
BULGE_MM, NOTCH_WIDE = 1.3, 0.028  # [X] between the notches; sigma of one, as part of the length
RAGGED_MM = 0.5
SLIM = {Sex.FEMALE: 0.93, Sex.MALE: 1.04}  # [X]
POINTS = 80


@dataclass(frozen=True, slots=True, eq=False)
class Sternum:
    """Axis from the jugular notch down, (n, 3), half-widths (n,), unit vectors left and forward."""

    axis_world_mm: FloatArray
    half_width_mm: FloatArray
    left: FloatArray
    forward: FloatArray
    scale: float

    def edge_world_mm(self, place: float, side: Side, beyond_mm: float = 0.0) -> FloatArray:
        """A point of the lateral border; place 0 the notch, 1 the xiphoid's tip."""
        at = np.linspace(0.0, 1.0, len(self.axis_world_mm))
        middle, left = (
            np.array([np.interp(place, at, values[:, n]) for n in range(3)])
            for values in (self.axis_world_mm, self.left)
        )
        wide = float(np.interp(place, at, self.half_width_mm)) + beyond_mm
        return np.asarray(middle + left * wide * (1.0 if side is Side.LEFT else -1.0))

    @property
    def bone(self) -> Sweep:
        """The bone itself."""
        thick = np.full(len(self.half_width_mm), HALF_THICK_MM * self.scale)
        thick[self.half_width_mm < 10.0 * self.scale] *= 0.7
        section = plain_section(self.half_width_mm, thick, Material.FLAT)
        return Sweep("sternum", self.axis_world_mm, self.left, self.forward, section)


def sternum_of(plan: Plan, envelope: Envelope) -> Sternum:
    """The breast bone in front of the envelope, straight but for its angle."""
    axis = _axis(plan, envelope)
    scale = plan.scale * SLIM[plan.person.sex]
    rng = generator(plan.person.seed, "sternum")
    place = np.linspace(0.0, 1.0, POINTS)
    wide = np.interp(place, PLACE, HALF_WIDTH_MM) * scale
    notches = sum(
        np.exp(-(((place - shape.sternal) / NOTCH_WIDE) ** 2) / 2.0)
        for shape in RIBS.values()
        if shape.sternal is not None
    )
    wide += (0.5 - np.asarray(notches)) * BULGE_MM * scale * (place < 0.85)
    wide += _ragged(rng, POINTS)
    along = tangents(axis)
    cosine, sine = envelope.slices_at(axis[:, 2])[:, 4:6].mean(axis=0)
    left = across(np.tile([cosine, -sine, 0.0], (POINTS, 1)), along)
    axis = axis + left * _ragged(rng, POINTS)[:, None]
    forward = np.cross(left, along)
    if forward[:, 1].mean() > 0.0:
        forward = -forward
    return Sternum(axis, wide, left, forward, scale)


def _axis(plan: Plan, envelope: Envelope) -> FloatArray:
    heights = [
        np.mean([plan.vertebrae[level].frame.centre_world_mm[2] for level in pair])
        for pair in STATIONS
    ]
    off = OFF_WALL_MM * plan.scale
    knots = envelope.wall_world_mm(np.full(4, 180.0), np.array(heights), Side.LEFT, off)
    knots[3, 1] = 0.5 * (knots[3, 1] + knots[2, 1])
    for _ in range(3):  # pushed forward until the envelope lies behind it everywhere
        axis = _straight(knots)
        short = off - 1.0 - envelope.distance_mm(axis)
        knots[:, 1] -= max(float(short.max()), 0.0)
    return _straight(knots)


def _straight(knots: FloatArray) -> FloatArray:
    fine = np.vstack([np.linspace(a, b, 30) for a, b in pairwise(knots)])
    keep = np.concatenate([[True], np.diff(arc_mm(fine)) > 1e-6])
    return through(fine[keep], POINTS, smooth_mm=6.0)


def _ragged(rng: np.random.Generator, count: int) -> FloatArray:
    """Unevenness of a border, mm, a few points wide."""
    from scipy.ndimage import gaussian_filter1d

    raw = gaussian_filter1d(rng.normal(size=count), 3.0)
    return np.asarray(raw / max(float(raw.std()), 1e-6) * RAGGED_MM)
