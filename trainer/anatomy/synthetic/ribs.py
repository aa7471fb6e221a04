"""The ribs of one person, from head to cartilage, each a bone of its own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.bone import Block, FloatBlock, MaterialBlock
from trainer.anatomy.synthetic.envelope import Envelope
from trainer.anatomy.synthetic.person import Person, Transition
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.rib_build import RibMaker
from trainer.anatomy.synthetic.rib_cartilage import tip, to_breast, to_rib_above
from trainer.anatomy.synthetic.rib_path import RibKnots
from trainer.anatomy.synthetic.rib_section import angle_mm
from trainer.anatomy.synthetic.sternum import Sternum, sternum_of
from trainer.anatomy.synthetic.sweep import Sweep, across, arc_mm, tangents
from trainer.anatomy.synthetic.vertebrae import vertebrae
from trainer.geometry.pinhole import FloatArray

BELOW_MM = 2.0  # of the bundle under the border, medially (anatomy.md 7)
IN_GROOVE = 0.80  # from the angle on: this part of the half-height below the middle [X]
OFF_PLEURA_MM = 0.5  # [X]
FLAT_TO = 2  # ribs up to here have no groove
UNDER_BONE_MM = 1.2  # and so far inward of the bone there [X]


@dataclass(frozen=True, slots=True, eq=False)
class Rib:
    """One rib with its cartilage; a `Bone`.

    number : 0 of C7, 1-12, 13 of L1. level : its vertebra. bone_mm, tubercle_mm, angle_mm : arc
    lengths from the head to the end of bone and to the two landmarks. jointed : it has joints with
    bodies and a transverse process.
    """

    number: int
    side: Side
    level: str
    sweep: Sweep
    bone_mm: float
    tubercle_mm: float
    angle_mm: float
    jointed: bool

    @property
    def name(self) -> str:
        """E.g. "rib7.left"."""
        return self.sweep.name

    @property
    def flat(self) -> bool:
        """Whether its faces look up and down."""
        return self.number <= FLAT_TO

    @property
    def low_world_mm(self) -> FloatArray:
        """Lower corner of the box, shape (3,)."""
        return self.sweep.low_world_mm

    @property
    def high_world_mm(self) -> FloatArray:
        """Upper corner of the box, shape (3,)."""
        return self.sweep.high_world_mm

    def on_block(self, block: Block) -> tuple[FloatBlock, MaterialBlock]:
        """Distance and `Material` at a block's voxel centres."""
        return self.sweep.on_block(block)

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        """Distance at points, shape (n, 3) to (n,)."""
        return self.sweep.at(points_world_mm)

    @property
    def centreline_world_mm(self) -> FloatArray:
        """The bony part's middle from the head on, shape (n, 3)."""
        return np.asarray(self.sweep.points[arc_mm(self.sweep.points) <= self.bone_mm])

    @property
    def cartilage_world_mm(self) -> FloatArray:
        """The cartilage's middle from the bone on, shape (m, 3); a tip at least."""
        return np.asarray(self.sweep.points[len(self.centreline_world_mm) - 1 :])

    @property
    def lower_border_world_mm(self) -> FloatArray:
        """The bony part's lowest line, in the middle of its thickness, shape (n, 3)."""
        count = len(self.centreline_world_mm)
        tall = self.sweep.section.half_height_mm[:count, None]
        out = self.sweep.section.groove_mm[:count, None]
        heights, widths = self.sweep.heights[:count], self.sweep.widths[:count]
        return np.asarray(self.centreline_world_mm - tall * heights + out * widths)


def intercostal_bundle(rib: Rib, envelope: Envelope | None = None) -> FloatArray:
    """Vein, artery and nerve under a rib, medial to front, world mm, shape (n, 3).

    2 mm below the lower border medially, in the groove behind the flange from the angle on
    (anatomy.md 7); it begins at the tubercle. Under a flat rib (1, 2) it stays below the bone.
    envelope : keeps it outside the pleura.
    """
    count = len(rib.centreline_world_mm)
    begin = int(np.searchsorted(arc_mm(rib.sweep.points)[:count], rib.tubercle_mm))
    line = _under(rib, count) if rib.flat else _in_groove(rib, count)
    if envelope is not None:
        line = line + _short(envelope, line)[:, None] * rib.sweep.widths[:count]
    return np.asarray(line[begin:])


def _in_groove(rib: Rib, count: int) -> FloatArray:
    section, arc = rib.sweep.section, arc_mm(rib.sweep.points)[:count]
    tall, thick = section.half_height_mm[:count], section.half_thickness_mm[:count]
    inside = np.clip((arc - rib.tubercle_mm) / (rib.angle_mm - rib.tubercle_mm), 0.0, 1.0)
    down = (tall + BELOW_MM) * (1.0 - inside) + IN_GROOVE * tall * inside
    inward = inside * (UNDER_BONE_MM + 0.45 * thick)
    heights, widths = rib.sweep.heights[:count], rib.sweep.widths[:count]
    return np.asarray(rib.centreline_world_mm - down[:, None] * heights - inward[:, None] * widths)


def _under(rib: Rib, count: int) -> FloatArray:
    """Below a rib whose section lies down."""
    section = rib.sweep.section
    along = tangents(rib.sweep.points)[:count]
    down = across(np.tile([0.0, 0.0, -1.0], (count, 1)), along)
    heights, widths = rib.sweep.heights[:count], rib.sweep.widths[:count]
    tall, thick = section.half_height_mm[:count], section.half_thickness_mm[:count]
    half = np.hypot(tall * (down * heights).sum(axis=1), thick * (down * widths).sum(axis=1))
    return np.asarray(rib.centreline_world_mm + (half + BELOW_MM)[:, None] * down)


def _short(envelope: Envelope, line: FloatArray) -> FloatArray:
    """How far points must go outward to be off the pleura, mm."""
    return np.asarray(np.clip(OFF_PLEURA_MM - envelope.distance_mm(line), 0.0, 4.0))


def ribs(plan: Plan, envelope: Envelope) -> tuple[Rib, ...]:
    """All ribs, from the head down, left before right; cartilages reach the breast bone."""
    breast = sternum_of(plan, envelope)
    spine = {bone.name: bone for bone in vertebrae(plan)}
    found: list[Rib] = []
    for side in Side:
        above: Rib | None = None
        for number in numbers_of(plan.person):
            level = {0: "C7", 13: "L1"}.get(number, f"T{number}")
            short = is_short(plan.person, number)
            maker = RibMaker(plan, envelope, spine, level, number, side, short)
            above = _rib(maker, breast, above)
            found.append(above)
    return tuple(sorted(found, key=lambda rib: (rib.number, rib.side)))


def numbers_of(person: Person) -> tuple[int, ...]:
    """Which ribs this person has; 0 is a rib of C7, 13 one of L1."""
    last = 13 if person.transition is Transition.THORACIC_L1 else person.rib_pairs
    first = 0 if person.transition is Transition.CERVICAL_RIB_C7 else 1
    return tuple(range(first, last + 1))


def is_short(person: Person, number: int) -> bool:
    """Whether a rib is only a stump that ends in flesh."""
    return number in (0, 13) or (number == 12 and person.transition is Transition.LUMBAR_T12)


def _rib(maker: RibMaker, breast: Sternum, above: Rib | None) -> Rib:
    knots = maker.knots()
    draft = maker.draft(knots, _cartilage(maker, knots, breast, above))
    angle = angle_mm(draft.tubercle_mm, draft.bone_mm, maker.scale)
    own = (draft.sweep, draft.bone_mm, draft.tubercle_mm, angle)
    return Rib(maker.number, maker.side, maker.level, *own, maker.shape.jointed)


def _cartilage(maker: RibMaker, knots: RibKnots, breast: Sternum, above: Rib | None) -> FloatArray:
    if maker.short:
        return np.empty((0, 3))
    if maker.shape.sternal is not None:
        return to_breast(knots, breast, maker.envelope, maker.side, maker.shape)
    if maker.shape.jointed and above is not None:
        return to_rib_above(knots, above.cartilage_world_mm, maker.envelope)
    return tip(knots)
