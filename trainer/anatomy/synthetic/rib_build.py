"""One rib's curve and section from its knots: joints given room, shaft kept off the lung."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.bone import Bone
from trainer.anatomy.synthetic.chance import generator
from trainer.anatomy.synthetic.envelope import Envelope
from trainer.anatomy.synthetic.morphometry import SPINE
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.rib_joint import cap_world_mm, room_mm
from trainer.anatomy.synthetic.rib_path import SIGN, RibKnots, knots_of, short_knots
from trainer.anatomy.synthetic.rib_section import (
    axes_of,
    section_of,
    stoutness,
)
from trainer.anatomy.synthetic.rib_table import HEAD_MM, JOINT_MM, RIBS, SHORT_SHAPE, RibShape
from trainer.anatomy.synthetic.sweep import Sweep, arc_mm, through
from trainer.geometry.pinhole import FloatArray

SPACING_MM, LEAST_POINTS, MOST_POINTS = 2.6, 24, 150
SMOOTH_MM = 3.0  # anatomy.md 3
FLOATING_SMOOTH_MM = 8.0  # [X] ribs 11 and 12 have no angle to speak of
WALK_MM, WALK_LENGTH_MM = 0.45, 22.0  # anatomy.md 3: 0.3-1 mm; sigma along the rib [X]
FADE_MM = 30.0  # joints and cartilage are not moved by the walk
OFF_LUNG_MM = 1.0  # endothoracic fascia and pleura between bone and lung [X]
FREE_MM = 14.0  # from the tubercle to where the lung may push the rib
HEAD_REACH_MM, TUBERCLE_REACH_MM = 9.0, 8.0  # of the rib on either side of the knot
JOINT_ROUNDS, SETTLED_MM = 6, 0.05
STEPS = 0.1 * np.eye(3)


@dataclass(frozen=True, slots=True, eq=False)
class RibDraft:
    """A rib under way. tubercle_mm, bone_mm : arc lengths from the head along `sweep.points`."""

    sweep: Sweep
    tubercle_mm: float
    bone_mm: float


@dataclass(frozen=True, slots=True, eq=False)
class RibMaker:
    """Everything one rib is made from."""

    plan: Plan
    envelope: Envelope
    spine: Mapping[str, Bone]  # by level
    level: str
    number: int
    side: Side
    short: bool = False  # only a stump that ends in flesh

    @property
    def shape(self) -> RibShape:
        """The row of the table."""
        return SHORT_SHAPE if self.short else RIBS[self.number]

    @property
    def scale(self) -> float:
        """Of the rib's section."""
        return stoutness(self.plan.person, self.plan.scale)

    @property
    def name(self) -> str:
        """E.g. "rib7.left"."""
        return f"rib{self.number}.{self.side}"

    def knots(self) -> RibKnots:
        """Knots with room at both joints; cartilage not yet."""
        if self.short:
            return short_knots(self.plan, self.level, self.number, self.side)
        knots = knots_of(self.plan, self.envelope, self.level, self.number, self.side, self.shape)
        for _ in range(JOINT_ROUNDS):
            moves = self._room(knots)
            knots = knots.moved(*moves)
            if np.abs(moves).max() < SETTLED_MM:
                break
        return knots

    def draft(self, knots: RibKnots, cartilage: FloatArray) -> RibDraft:
        """The rib through its knots and on through cartilage points, shape (m, 3), m >= 0."""
        bony = knots.bony
        line = np.vstack([bony, cartilage])
        length = arc_mm(line)[-1]
        count = int(np.clip(length / SPACING_MM, LEAST_POINTS, MOST_POINTS))
        eased = SMOOTH_MM if self.shape.jointed or self.short else FLOATING_SMOOTH_MM
        points = through(line, count, eased)
        bone_mm = _nearest_arc(points, bony[-1])
        tubercle_mm = _nearest_arc(points, knots.tubercle)
        if not self.short:
            points = self._off_lung(self._walked(points, tubercle_mm), tubercle_mm)
        return self._swept(points, tubercle_mm, bone_mm)

    def _swept(self, points: FloatArray, tubercle_mm: float, bone_mm: float) -> RibDraft:
        arc = arc_mm(points)
        section = section_of(arc, tubercle_mm, bone_mm, self.shape, self.scale)
        heights, widths = axes_of(points, arc, tubercle_mm, self.envelope, self.shape)
        sweep = Sweep(self.name, points, heights, widths, section)
        return RibDraft(sweep, tubercle_mm, bone_mm)

    def _room(self, knots: RibKnots) -> tuple[FloatArray, FloatArray, FloatArray]:
        """How head, tubercle and neck must move so that cartilage fits between them and bone."""
        neck = knots.bony[:6]
        points = through(neck, max(int(arc_mm(neck)[-1] / 1.5), 12), SMOOTH_MM)
        tubercle_mm = _nearest_arc(points, knots.tubercle)
        sweep = self._swept(points, tubercle_mm, arc_mm(points)[-1] * 4).sweep
        surface, arc = sweep.surface_world_mm(), arc_mm(points)
        head = np.vstack([surface[arc < HEAD_REACH_MM].reshape(-1, 3), cap_world_mm(sweep)])
        near = np.abs(arc - tubercle_mm) < TUBERCLE_REACH_MM
        own, above = self.spine[self.level], self.spine[_above(self.level)]
        left, back, up = self.plan.vertebrae[self.level].frame.axes.T
        outward = left * SIGN[self.side]
        touched = (own, above) if 2 <= self.number <= 10 else (own,)
        off_bodies = room_mm(head, touched, HEAD_MM, outward, pulled=True)
        tubercle = surface[near].reshape(-1, 3)
        off_process = room_mm(tubercle, (own,), JOINT_MM, -back, pulled=self.shape.jointed)
        off_process += room_mm(tubercle, (above,), JOINT_MM, -back, pulled=False)
        between = ~near & (arc >= HEAD_REACH_MM) & (arc < tubercle_mm)
        off_neck = np.zeros(3)
        if between.any():
            neck_skin = surface[between].reshape(-1, 3)
            off_neck = room_mm(neck_skin, (own, above), JOINT_MM, -back, pulled=False)
        return off_bodies - (off_bodies @ up) * up, off_process, off_neck

    def _walked(self, points: FloatArray, tubercle_mm: float) -> FloatArray:
        """No rib is drawn with a ruler."""
        from scipy.ndimage import gaussian_filter1d

        rng = generator(self.plan.person.seed, "walk", self.name)
        arc = arc_mm(points)
        sigma = WALK_LENGTH_MM / max(arc[1], 0.1)
        raw = gaussian_filter1d(rng.normal(size=points.shape), sigma, axis=0, mode="nearest")
        walk = raw / np.maximum(raw.std(axis=0), 1e-6) * WALK_MM
        free = np.clip((arc - tubercle_mm) / FADE_MM, 0.0, 1.0)
        return np.asarray(points + walk * free[:, None])

    def _off_lung(self, points: FloatArray, tubercle_mm: float) -> FloatArray:
        """The inner face stays outside the envelope from the tubercle on."""
        arc = arc_mm(points)
        draft = self._swept(points, tubercle_mm, float(arc[-1]))
        for _ in range(3):
            inner = self.envelope.distance_mm(draft.sweep.surface_world_mm()).min(axis=1)
            short = np.clip(OFF_LUNG_MM - inner, 0.0, 6.0)
            normal = _growth(self.envelope, points)
            moved = _spread(short) * np.clip((arc - tubercle_mm) / FREE_MM - 0.3, 0.0, 1.0)
            points = points + moved[:, None] * normal
            draft = self._swept(points, tubercle_mm, float(arc[-1]))
        return points


def _nearest_arc(points: FloatArray, knot: FloatArray) -> float:
    return float(arc_mm(points)[np.argmin(np.linalg.norm(points - knot, axis=1))])


def _above(level: str) -> str:
    return SPINE[SPINE.index(level) - 1]


def _growth(envelope: Envelope, points: FloatArray) -> FloatArray:
    """Unit normals of the envelope, (n, 3)."""
    sides = [envelope.distance_mm(points + a) - envelope.distance_mm(points - a) for a in STEPS]
    normal = np.stack(sides, axis=1)
    return np.asarray(normal / np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-6))


def _spread(short: FloatArray) -> FloatArray:
    """A correction without edges, nowhere smaller than needed."""
    from scipy.ndimage import gaussian_filter1d, maximum_filter1d

    return np.asarray(gaussian_filter1d(maximum_filter1d(short, 7), 2.0))
