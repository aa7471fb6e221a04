"""A spine of capsules after a plan: bones simple enough that every landmark is known by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.bone import Block, FloatBlock, MaterialBlock
from trainer.anatomy.synthetic.frame import Frame
from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.plan import Plan, VertebraPlan
from trainer.anatomy.synthetic.planning import plan_of
from trainer.geometry.pinhole import FloatArray

SIGN: Mapping[Side, float] = {Side.LEFT: 1.0, Side.RIGHT: -1.0}
FAR_MM, REACH_MM = 50.0, 75.0  # no part of a vertebra is further from its body's centre
Capsule = tuple[FloatArray, FloatArray, float, float]


def capsule_mm(points: FloatArray, capsule: Capsule) -> FloatArray:
    a, b, start, end = capsule
    along = b - a
    share = np.clip((points - a) @ along / max(float(along @ along), 1e-9), 0.0, 1.0)
    away = np.linalg.norm(points - (a + share[:, None] * along), axis=1)
    return np.asarray(away - (start + share * (end - start)))


@dataclass(frozen=True, slots=True, eq=False)
class CapsuleBone:
    """A box-like body and capsules in one vertebra's frame, the canal cut out of the rest."""

    name: str
    frame: Frame
    capsules: tuple[Capsule, ...]
    body_half_mm: FloatArray
    canal: tuple[float, float, float]  # centre y, half width, half depth

    @property
    def low_world_mm(self) -> FloatArray:
        return np.asarray(self.frame.centre_world_mm - 90.0)

    @property
    def high_world_mm(self) -> FloatArray:
        return np.asarray(self.frame.centre_world_mm + 90.0)

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        local = self.frame.local(points_world_mm)
        over = np.abs(local) - self.body_half_mm
        outside = np.linalg.norm(np.maximum(over, 0.0), axis=1)
        distance = outside + np.minimum(over.max(axis=1), 0.0)
        for capsule in self.capsules:
            distance = np.minimum(distance, capsule_mm(local, capsule))
        y, wide, deep = self.canal
        ring = np.hypot(local[:, 0] / wide, (local[:, 1] - y) / deep)
        hollow = (1.0 - ring) * min(wide, deep)
        behind = local[:, 1] > self.body_half_mm[1]
        return np.asarray(np.maximum(distance, np.where(behind, hollow, -50.0)))

    def on_block(self, block: Block) -> tuple[FloatBlock, MaterialBlock]:
        raise NotImplementedError


@dataclass(frozen=True, slots=True, eq=False)
class CapsuleSpine:
    """All capsule bones as one surface."""

    plan: Plan
    bones: tuple[CapsuleBone, ...]

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        points = np.asarray(points_world_mm, dtype=np.float64)
        nearest = np.full(len(points), FAR_MM)
        for bone in self.bones:
            away = np.linalg.norm(points - bone.frame.centre_world_mm, axis=1)
            near = away < REACH_MM
            if near.any():
                nearest[near] = np.minimum(nearest[near], bone.at(points[near]))
        return nearest


@lru_cache(maxsize=4)
def capsule_spine(seed: int = 0, levels: tuple[str, ...] = ()) -> CapsuleSpine:
    plan = plan_of(Person(seed=seed))
    kept: Iterable[VertebraPlan] = plan.vertebrae.values()
    bones = tuple(_bone(one) for one in kept if not levels or one.level in levels)
    return CapsuleSpine(plan, bones)


def _bone(one: VertebraPlan) -> CapsuleBone:
    size = one.size
    wall = sum(size.plate_depths) / 4.0
    canal_y = wall - 1.0 + size.canal[1] / 2.0
    half = np.array([sum(size.plate_widths) / 4.0, wall, size.body_height / 2.0])
    capsules: list[Capsule] = []
    for side, sign in SIGN.items():
        capsules += _side(one, side, sign, wall)
    back = canal_y + size.canal[1] / 2.0 + 3.0
    down = np.radians(size.sp_down_deg)
    along = np.array([0.0, np.cos(down), -np.sin(down)])
    root = np.array([0.0, back, 0.0])
    length = max(8.0, size.sp_length - size.canal[1] - 7.5)
    capsules.append((root, root + length * along, 3.0, 2.5))
    canal = (canal_y, size.canal[0] / 2.0, size.canal[1] / 2.0)
    return CapsuleBone(one.level, one.frame, tuple(capsules), half, canal)


def _side(one: VertebraPlan, side: Side, s: float, wall: float) -> list[Capsule]:
    size, process = one.size, one.processes[side]
    x = (size.canal[0] + size.pedicle[0]) / 2.0
    z = (size.body_height - size.pedicle[1]) / 2.0 - 0.6
    tall, thin = size.pedicle[1] / 2.0, size.pedicle[0] / 2.0
    behind = wall + 12.0
    club = (process.club_low + process.club_high) / 2.0

    def p(*values: float) -> FloatArray:
        return np.array(values)

    pedicle = [
        (p(s * x, wall - 5, z + d), p(s * x, behind, z + d), thin, thin)
        for d in np.linspace(thin - tall, tall - thin, 4)
    ]
    low = -size.body_height / 2.0
    return [
        *pedicle,
        (p(s * (x + 1), behind, z + 3), p(s * (x + 1), behind + 1.5, low + 1), 4.2, 3.6),
        (p(s * x, behind + 1, z), p(s * x, behind - 1.5, z + size.pedicle[1] / 2 + 6), 3.0, 2.4),
        (p(s * 9, behind + 6, -2), p(s * 9, behind + 5.5, low - 6.5), 3.0, 2.4),
        (p(s * (x + 1), behind, 0), p(0, one.size.canal[1] + wall + 2, -3), 3.4, 3.4),
        (process.root, club, 4.4, 3.2),
        (process.club_low, process.club_high, process.radius_low_mm, process.radius_high_mm),
    ]
