"""What lies between the bones: canal, foramina, discs, as distances.

They reach a little into the bone round them, which is drawn over them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.bone import Block, FloatBlock
from trainer.anatomy.synthetic.frame import Frame
from trainer.anatomy.synthetic.frame_change import WORLD, between
from trainer.anatomy.synthetic.plan import Plan, VertebraPlan
from trainer.anatomy.synthetic.planning_process import SIGN
from trainer.anatomy.synthetic.solid import Body, Loft, Solid
from trainer.anatomy.synthetic.solid_bone import SolidBone, solid_bone
from trainer.anatomy.synthetic.vertebra_shape import Shape, shape_of
from trainer.geometry.pinhole import FloatArray

BULGE_MM = 1.0  # of a disc beyond its plates, anatomy.md 2
ANNULUS_MM = 5.0  # anatomy.md 2
INTO_BONE_MM = 2.0  # a disc's reach into the plates' hollows
OVER_MM = 9.0  # pieces of the canal overlap by more than its radius: no seam is felt inside
FORAMEN_REACH_MM = 5.0  # [X] beyond the lateral border of the pedicle


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """One space with a box in the world; distances in mm, negative inside."""

    name: str
    solid: SolidBone

    @property
    def low_world_mm(self) -> FloatArray:
        """Lower corner of the box, shape (3,)."""
        return self.solid.low_world_mm

    @property
    def high_world_mm(self) -> FloatArray:
        """Upper corner of the box, shape (3,)."""
        return self.solid.high_world_mm

    def on_block(self, block: Block) -> FloatBlock:
        """Distance at a block's voxel centres, of its shape."""
        return self.solid.on_block(block)[0]

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        """Distance at points, shape (n, 3) to (n,)."""
        return self.solid.at(points_world_mm)


@dataclass(frozen=True, slots=True, eq=False)
class Disc:
    """One disc: `whole` holds the nucleus; the annulus is the rest."""

    whole: Space
    nucleus: Space


@dataclass(frozen=True, slots=True, eq=False)
class Spaces:
    """All spaces of a plan.

    canal : one tube from C5 to L3. foramina : by the vertebra whose pedicle roofs them ("T7" lets
    nerve T7 out) and side. discs : by the vertebra above them.
    """

    canal: Space
    foramina: Mapping[tuple[str, Side], Space]
    discs: Mapping[str, Disc]


def spaces_of(plan: Plan) -> Spaces:
    """Canal, foramina and discs of a plan."""
    shapes = {level: shape_of(plan, level) for level in plan.vertebrae}
    pairs = list(pairwise(plan.vertebrae.values()))
    foramina = {
        (upper.level, side): _foramen(shapes[upper.level], lower, side)
        for upper, lower in pairs
        for side in Side
    }
    discs = {upper.level: _disc(upper, lower) for upper, lower in pairs}
    return Spaces(_canal(shapes), MappingProxyType(foramina), MappingProxyType(discs))


def _canal(shapes: dict[str, Shape]) -> Space:
    parts = tuple(_canal_part(upper, lower) for upper, lower in pairwise(shapes.values()))
    return Space("canal", solid_bone("canal", WORLD, parts))


def _canal_part(upper: Shape, lower: Shape) -> Loft:
    """From the middle of one level's canal to the next one's."""
    ends = [one.vertebra.frame.world(np.array([0.0, one.canal_y, 0.0])) for one in (upper, lower)]
    (w0, h0), (w1, h1) = upper.size.canal, lower.size.canal
    along = (ends[1] - ends[0]) / np.linalg.norm(ends[1] - ends[0])
    return Loft(
        ends[0] - OVER_MM * along,
        ends[1] + OVER_MM * along,
        upper.vertebra.frame.axes[:, 0],
        (w0 / 2.0, (w0 + w1) / 4.0, w1 / 2.0),
        (h0 / 2.0, (h0 + h1) / 4.0, h1 / 2.0),
        (0.0, 0.0),
        blend=0.5,
    )


def _foramen(upper: Shape, lower: VertebraPlan, side: Side) -> Space:
    """A pear-shaped passage under the pedicle, from the canal outward."""
    size, sign = upper.size, SIGN[side]
    roof = upper.pedicle_z - size.pedicle[1] / 2.0
    floor = -upper.half - lower.size.disc_above - 0.6
    y = (upper.wall_y + upper.pillar_y - 4.0) / 2.0
    start = np.array([sign * size.canal[0] * 0.3, y, (roof + floor) / 2.0])
    out = upper.pedicle_x + size.pedicle[0] / 2.0 + FORAMEN_REACH_MM
    end = np.array([sign * out, y, (roof + floor) / 2.0 - 1.0])
    half_y, half_z = (upper.pillar_y - 4.0 - upper.wall_y) / 2.0 + 1.0, (roof - floor) / 2.0 + 0.5
    passage = Loft(
        start,
        end,
        np.array([0.0, 1.0, 0.0]),
        (half_y, half_y, half_y + 0.5),
        (half_z, half_z, half_z + 0.5),
        (1.0, 2.0),
        square=0.2,
        blend=0.5,
    )
    name = f"foramen.{upper.level}.{side}"
    return Space(name, solid_bone(name, upper.vertebra.frame, (passage,)))


def _disc(upper: VertebraPlan, lower: VertebraPlan) -> Disc:
    above, below = _plate(upper, -1.0), _plate(lower, 1.0)
    frame = between(upper.frame, lower.frame)
    middle = (above.mean(axis=0) + below.mean(axis=0)) / 2.0
    frame = Frame(middle, frame.axes)
    back, front = np.abs(frame.local(above)[:, 2] - frame.local(below)[:, 2])
    widths = (upper.size.plate_widths[1], lower.size.plate_widths[0])
    depths = (upper.size.plate_depths[1], lower.size.plate_depths[0])
    whole = Body(
        (back + 2.0 * INTO_BONE_MM, front + 2.0 * INTO_BONE_MM),
        _pair(widths),
        _pair(depths),
        waist=(-2.0 * BULGE_MM / widths[0], -BULGE_MM / depths[0]),
        hollow=1.0,
        dips=(0.0, 0.0),
    )
    core = _nucleus(_pair(widths), _pair(depths), (back + front) / 4.0 + INTO_BONE_MM)
    return Disc(
        _space(f"disc.{upper.level}", frame, whole), _space(f"nucleus.{upper.level}", frame, core)
    )


def _plate(vertebra: VertebraPlan, way: float) -> FloatArray:
    """Rear and front end of a plate's mid-line in the world; way +1 upper, -1 lower."""
    size = vertebra.size
    depth = sum(size.plate_depths) / 4.0
    local = [
        [0.0, depth, way * size.body_height / 2.0],
        [0.0, -depth, way * size.body_height_anterior / 2.0],
    ]
    return vertebra.frame.world(np.array(local))


def _nucleus(widths: tuple[float, float], depths: tuple[float, float], half: float) -> Loft:
    wide = min(widths) / 2.0 - ANNULUS_MM
    deep = min(depths) / 2.0 - ANNULUS_MM
    return Loft(
        np.array([0.0, 1.5, -half]),
        np.array([0.0, 1.5, half]),
        np.array([1.0, 0.0, 0.0]),
        (wide - 1.0, wide, wide - 1.0),
        (deep - 1.0, deep, deep - 1.0),
        (1.5, 1.5),
        blend=0.5,
    )


def _space(name: str, frame: Frame, solid: Solid) -> Space:
    return Space(name, solid_bone(name, frame, (solid,)))


def _pair(values: tuple[float, float]) -> tuple[float, float]:
    mean = (values[0] + values[1]) / 2.0
    return mean, mean
