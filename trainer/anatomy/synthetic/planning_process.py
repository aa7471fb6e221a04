"""Where a transverse process runs: the target of the procedure, and what ribs hold on to."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.chance import generator, normal
from trainer.anatomy.synthetic.person import Person, Sex
from trainer.anatomy.synthetic.plan import Size, TransverseProcess
from trainer.geometry.pinhole import FloatArray

SIGN = {Side.LEFT: 1.0, Side.RIGHT: -1.0}
# Height of the tip club. Jones 2023 [S]: 9 mm thick in women, 11 mm in men.
CLUB_TALL = {Sex.FEMALE: 0.93, Sex.MALE: 1.07}
# Tip club (half length of its upright axis, radius below, radius above) in mm: anatomy.md 2 [X].
CLUB = (1.85, 2.9, 2.45)
CLUB_OF = {
    **dict.fromkeys(("C5", "C6"), (1.4, 3.0, 2.8)),
    "C7": (1.8, 3.2, 2.8),
    "T1": (1.8, 3.1, 2.7),
    "T2": (1.8, 3.1, 2.6),
    "T11": (2.3, 2.2, 1.9),
    "T12": (2.2, 1.9, 1.6),
    **dict.fromkeys(("L1", "L2", "L3"), (2.6, 2.0, 1.7)),
}
# [X] C7: beside a wide canal the turned borders are found to add more still (measured).
MOST_DRIFT_DEG = 26.0
SPREAD_DEG, SPREAD_MM = 1.5, 0.5  # [X] one side against the other


def processes_of(person: Person, level: str, size: Size) -> Mapping[Side, TransverseProcess]:
    """Both transverse processes in the vertebra's local mm; the sides differ a little."""
    return MappingProxyType({side: _process(person, level, side, size) for side in Side})


def _process(person: Person, level: str, side: Side, size: Size) -> TransverseProcess:
    rng = generator(person.seed, "process", level, side)
    back = math.radians(size.tp_back_deg + normal(rng, SPREAD_DEG))
    up = math.radians(size.tp_up_deg + normal(rng, SPREAD_DEG))
    tall = person.height_cm / 170.0 * CLUB_TALL[person.sex]
    half, low, high = (tall * value for value in CLUB_OF.get(level, CLUB))
    root = root_of(size, side)
    ahead = np.array([SIGN[side] * math.cos(back), math.sin(back), math.tan(up)])
    uneven = SIGN[side] * normal(generator(person.seed, "process", level), SPREAD_MM)
    reach = size.tp_span / 2.0 + uneven - 0.48 * (low + high) - abs(root[0])
    tip = root + ahead * (reach / abs(ahead[0]))
    lift = np.array([0.0, 0.0, half])
    return TransverseProcess(root, tip - lift, tip + lift, low, high)


def drift(size: Size) -> float:
    """How far a pedicle's axis goes outward for each mm backward.

    Less than the tangent of its angle: pillar and canal turn the borders that are measured (on the
    distance: built 10 degrees, found 12).
    """
    return math.tan(math.radians(min((size.pedicle_converge_deg - 1.0) / 1.2, MOST_DRIFT_DEG)))


def root_of(size: Size, side: Side) -> FloatArray:
    """Where a process leaves the pillar, local mm."""
    wall = sum(size.plate_depths) / 4.0
    x = (size.canal[0] + size.pedicle[0]) / 2.0 + 0.35 * drift(size) * size.canal[1] + 0.5
    z = (size.body_height - size.pedicle[1]) / 2.0 + 0.4
    return np.array([SIGN[side] * x, wall + 0.76 * size.canal[1], z])
