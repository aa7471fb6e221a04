"""The simulated needle follows a tracked one, by any hand's commands: so the score is the same.

What the simulation's bone, shaft and skin do not allow stays undone; how far that leaves the two
needles apart is told, never hidden.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from trainer.attempt.commands import Advance, Aim, Command, MovePointer
from trainer.attempt.integers import mm_of
from trainer.attempt.state import NeedleInHand, State
from trainer.attempt.steel import hub_axis
from trainer.session.tracking import NeedlePose

# Design values: below them a tracker's noise (a few tenths of a millimetre and degree) would be a
# hand that never rests. Between two looks no more than so much is asked, as of any hand.
STILL_UM = 300
STILL_DEG = 0.3
MOST_UM = 10_000
MOST_DEG = 20.0
E6 = 1_000_000
EVERY_MS = 100  # how often it looks: ten movements a second at most enter the log

CommandAt = Callable[[int], Command]


@dataclass(frozen=True, slots=True)
class Apart:
    """How the simulated needle stands to the tracked one."""

    tip_mm: float
    turn_deg: float


def apart(state: State, pose: NeedlePose) -> Apart | None:
    """None while no needle is in hand."""
    if state.needle is None:
        return None
    tip_mm = float(np.linalg.norm(mm_of(state.needle.tip_um) - pose.tip_mm))
    return Apart(tip_mm, _turn_deg(state.needle, pose))


def following(state: State, pose: NeedlePose) -> Iterator[CommandAt]:
    """What a hand would do now to bring the simulated needle to the tracked one.

    Without a needle in hand the pointer goes to where the tip is over the skin; a needle that is
    not gripped stays.
    """
    needle = state.needle
    if needle is None:
        yield from _point(state, pose)
    elif state.gripped:
        if _turn_deg(needle, pose) > STILL_DEG:
            yield _aimed(needle, pose)
        yield from _pushed(needle, pose)


def _point(state: State, pose: NeedlePose) -> Iterator[CommandAt]:
    x_um, z_um = (round(float(pose.tip_mm[axis]) * 1000.0) for axis in (0, 2))
    at_um = state.pointer_um
    if at_um is None or math.hypot(x_um - at_um[0], z_um - at_um[2]) > STILL_UM:
        yield lambda t_ms: MovePointer(t_ms, x_um, z_um)


def _turn_deg(needle: NeedleInHand, pose: NeedlePose) -> float:
    cosine = float(np.clip(hub_axis(needle) @ pose.axis, -1.0, 1.0))
    return math.degrees(math.acos(cosine))


def _aimed(needle: NeedleInHand, pose: NeedlePose) -> CommandAt:
    """Toward the tracked direction, so far as a hand turns at once."""
    part = min(1.0, MOST_DEG / max(_turn_deg(needle, pose), 1e-9))
    toward = hub_axis(needle) * (1.0 - part) + pose.axis * part
    x, y, z = (round(float(one) * E6) for one in toward / np.linalg.norm(toward))
    return lambda t_ms: Aim(t_ms, x, y, z)


def _pushed(needle: NeedleInHand, pose: NeedlePose) -> Iterator[CommandAt]:
    """Along the needle's own way; what bone already holds is not pushed again."""
    ahead = pose.tip_mm - mm_of(needle.tip_um)
    axis = np.array(needle.axis_e9) / 1e9
    distance_um = round(float(ahead @ axis) * 1000.0)
    if abs(distance_um) <= STILL_UM or (needle.at_bone and distance_um > 0):
        return
    step_um = max(-MOST_UM, min(MOST_UM, distance_um))
    yield lambda t_ms: Advance(t_ms, step_um)
