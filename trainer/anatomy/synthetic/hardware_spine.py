"""Pedicle screws with rods, and cement in a vertebral body.

Sizes are usual catalogue ones, from memory [M]: screws 4.5-6.5 mm thick, 35-50 mm long, pitch
2.75 mm, heads 12-13 mm wide, rods 5.5 mm.
"""

from __future__ import annotations

import math

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.bone import Bone, Material
from trainer.anatomy.synthetic.chance import generator, normal
from trainer.anatomy.synthetic.frame import Frame
from trainer.anatomy.synthetic.frame_change import WORLD
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.planning_process import SIGN
from trainer.anatomy.synthetic.rods import chain, rod
from trainer.anatomy.synthetic.solid import Loft
from trainer.anatomy.synthetic.solid_bone import SolidBone, solid_bone
from trainer.anatomy.synthetic.vertebra_shape import Shape, shape_of
from trainer.geometry.pinhole import FloatArray

SCREWED, CEMENTED = ("T10", "T11", "T12"), ("T8",)  # where a person names no levels
THINNEST_MM, THICKEST_MM = 4.5, 6.5
CORE_SHARE, PITCH_MM, THREAD_HALF_MM = 0.72, 2.75, 0.45
INTO_BODY = 0.75  # of the body's depth
HEAD_MM, HEAD_LONG_MM = 6.3, 13.0
ROD_MM = 2.75
CEMENT_BALLS = 9


def screws_and_rods(plan: Plan) -> tuple[Bone, ...]:
    """Screws in both pedicles of each level, a rod on each side through their heads."""
    levels = _ordered(plan, plan.person.hardware_levels or SCREWED)
    found: list[Bone] = []
    for side in Side:
        heads = []
        for level in levels:
            shape = shape_of(plan, level)
            entry, ahead = _axis(shape, side)
            frame = plan.vertebrae[level].frame
            found.append(_screw(shape, side, entry, ahead, frame))
            heads.append(frame.world(entry - (HEAD_LONG_MM - 4.0) * ahead))
        if len(heads) > 1:
            found.append(_rod(side, np.array(heads)))
    return tuple(found)


def _ordered(plan: Plan, levels: tuple[str, ...]) -> list[str]:
    return [level for level in plan.vertebrae if level in levels]


def _axis(shape: Shape, side: Side) -> tuple[FloatArray, FloatArray]:
    """Entry point on the back of the pillar and the unit way forward through the pedicle."""
    converge = math.radians(max(shape.size.pedicle_converge_deg, 3.0))
    converge += math.radians(shape.jitter("screw", 2.0, side))
    sign = SIGN[side]
    ahead = np.array([-sign * math.sin(converge), -math.cos(converge), -0.03])
    ahead = ahead / np.linalg.norm(ahead)
    isthmus = np.array([sign * shape.pedicle_x, shape.wall_y + 4.0, shape.pedicle_z])
    back = shape.pillar_y + 5.0 - isthmus[1]
    return isthmus - ahead * (back / -ahead[1]), ahead


def _screw(
    shape: Shape, side: Side, entry: FloatArray, ahead: FloatArray, frame: Frame
) -> SolidBone:
    thick = float(np.clip(0.85 * shape.size.pedicle[0], THINNEST_MM, THICKEST_MM)) / 2.0
    depth = 2.0 * shape.wall_y
    length = (entry[1] - (shape.wall_y - INTO_BODY * depth)) / -ahead[1]
    shaft = rod(entry, entry + length * ahead, CORE_SHARE * thick)
    turns = np.arange(6.0, length - 3.0, PITCH_MM)
    threads = [
        rod(
            entry + (at - THREAD_HALF_MM) * ahead,
            entry + (at + THREAD_HALF_MM) * ahead,
            thick,
            rounding=0.3,
        )
        for at in turns
    ]
    head = rod(entry - HEAD_LONG_MM * ahead, entry, HEAD_MM, rounding=1.5)
    parts = (shaft, *threads, head)
    return solid_bone(f"screw.{shape.level}.{side}", frame, parts)


def _rod(side: Side, heads_world_mm: FloatArray) -> SolidBone:
    """Through the heads and 6 mm beyond the first and the last."""
    above = heads_world_mm[0] - heads_world_mm[1]
    below = heads_world_mm[-1] - heads_world_mm[-2]
    first = heads_world_mm[0] + 6.0 * above / np.linalg.norm(above)
    last = heads_world_mm[-1] + 6.0 * below / np.linalg.norm(below)
    line = np.vstack([first, heads_world_mm, last])
    return solid_bone(f"rod.{side}", WORLD, chain(line, ROD_MM))


def cement(plan: Plan) -> tuple[Bone, ...]:
    """A cloud of cement in the front half of each level's body."""
    chosen = plan.person.hardware_levels or (plan.person.wedge_level or CEMENTED[0],)
    return tuple(_cloud(plan, level) for level in _ordered(plan, chosen))


def _cloud(plan: Plan, level: str) -> SolidBone:
    shape = shape_of(plan, level)
    size = shape.size
    low = min(size.body_height, size.body_height_anterior)
    rng = generator(plan.person.seed, "cement", level)
    balls: list[Loft] = []
    for _ in range(CEMENT_BALLS):
        place = np.array(
            [
                normal(rng, 0.14, 1.6) * min(size.plate_widths),
                normal(rng, 0.12, 1.5) * shape.wall_y * 2.0 - 0.08 * shape.wall_y,
                normal(rng, 0.10, 1.5) * low,
            ]
        )
        radius = float(rng.uniform(0.24, 0.36)) * low
        way = rng.normal(size=3)
        way = way / np.linalg.norm(way) * radius * 0.6
        blob = rod(place - way - 0.5 * radius * way, place + way, radius, Material.CEMENT)
        balls.append(blob)
    return solid_bone(f"cement.{level}", plan.vertebrae[level].frame, tuple(balls))
