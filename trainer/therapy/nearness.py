"""How near an electrode's bare part, or a drop at a needle's tip, lies to nerves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from trainer.geometry.pinhole import FloatArray


class NerveKind(StrEnum):
    """What a nerve answers with."""

    MEDIAL_BRANCH = "medial-branch"
    VENTRAL_RAMUS = "ventral-ramus"
    NERVE_ROOT = "nerve-root"
    CORD = "cord"


@dataclass(frozen=True, slots=True, eq=False)
class NerveLine:
    """One nerve's centreline, shape (n, 3), and its radius."""

    name: str
    kind: NerveKind
    level: str
    side: str
    radius_mm: float
    points_world_mm: FloatArray


@dataclass(frozen=True, slots=True)
class NerveNear:
    """How far a nerve's surface is from the bare part; numb : 0..1, how much of it sleeps."""

    name: str
    kind: NerveKind
    level: str
    side: str
    distance_mm: float
    numb: float = 0.0


def nerves_near(
    nerves: Iterable[NerveLine], bare_world_mm: FloatArray, within_mm: float
) -> tuple[NerveNear, ...]:
    """Nerves within a distance of a bare segment, shape (2, 3), the nearest first."""
    found = [
        NerveNear(one.name, one.kind, one.level, one.side, max(0.0, gap - one.radius_mm))
        for one in nerves
        if (gap := segment_gap_mm(bare_world_mm, one.points_world_mm)) <= within_mm + one.radius_mm
    ]
    return tuple(sorted(found, key=lambda near: (near.distance_mm, near.name)))


def segment_gap_mm(segment_mm: FloatArray, line_mm: FloatArray) -> float:
    """Least distance between a segment (2, 3) and the points of a finely sampled line (n, 3)."""
    start, along = segment_mm[0], segment_mm[1] - segment_mm[0]
    squared = float(along @ along)
    away = line_mm - start
    part = np.clip(away @ along / squared, 0.0, 1.0) if squared > 0.0 else np.zeros(len(away))
    return float(np.linalg.norm(away - np.multiply.outer(part, along), axis=1).min())
