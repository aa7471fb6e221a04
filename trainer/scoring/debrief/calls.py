"""The trainee's own call against the truth, and how well the sureness fits (teaching.md 2).

Sureness is scored by Brier (1950), Verification of forecasts expressed in terms of probability,
Mon Weather Rev 78:1: here in ten-thousandths, 0 best, 2,500 what a guess earns, 10,000 worst [M].
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from trainer.attempt.events import LesionEnded, OwnCallMade
from trainer.scoring.debrief.course import Course
from trainer.scoring.debrief.ribbon import nearest_margin
from trainer.scoring.debrief.served import stand_for
from trainer.scoring.debrief.truth import AXES, ON_TARGET, Off, distance_um, offset
from trainer.scoring.exact import length, minus

SURE_PERCENT = 80  # from here on a wrong answer is called over-confident (design value)
GUESS_PERCENT = 60  # up to here a right one is called under-confident (design value)


class Call(NamedTuple):
    """One call and what was true.

    direction, off_um : said. true_direction : "on-target" within the scenario's tolerance, ""
    where no needle was in the patient. error_um : between the said place of the tip and the true
    one, None where depth is unknown or no needle was there. safe_right : None where the log cannot
    say. brier : 0..10,000 of `safe`.
    """

    target: int
    direction: str
    off_um: int
    true_direction: str
    true_off_um: int | None
    error_um: int | None
    direction_right: bool
    safe: bool
    truly_safe: bool | None
    safe_right: bool | None
    sure_percent: int
    brier: int | None


@dataclass(frozen=True, slots=True)
class Calibration:
    """All calls. brier : their mean, rounded down. words : one sentence on sureness."""

    calls: tuple[Call, ...]
    brier: int | None
    words: str


def calibration(course: Course) -> Calibration | None:
    """The calls that were made against the truth; None where none was."""
    if not course.calls:
        return None
    calls = tuple(_call(course, said) for said in course.calls)
    scores = [call.brier for call in calls if call.brier is not None]
    mean = sum(scores) // len(scores) if scores else None
    return Calibration(calls, mean, _words(calls))


def _call(course: Course, said: OwnCallMade) -> Call:
    target = course.view.header.targets[said.target - 1]
    stand = stand_for(course, target)
    needle = None if stand is None else stand.needle
    safe = truly_safe(course, None if needle is None else needle.number)
    true_off_um = None if needle is None else distance_um(target, needle.tip_um)
    off = None if needle is None else offset(target, needle.tip_um)
    true_direction = _direction(off, true_off_um, course.view.header.tolerance_um)
    right = None if safe is None else said.safe == safe
    return Call(
        target=said.target,
        direction=said.direction,
        off_um=said.off_um,
        true_direction=true_direction,
        true_off_um=true_off_um,
        error_um=None if off is None else length(minus(off, said_place(said))),
        direction_right=said.direction == true_direction,
        safe=said.safe,
        truly_safe=safe,
        safe_right=right,
        sure_percent=said.sure_percent,
        brier=None if right is None else _brier(said.sure_percent, right),
    )


def _direction(off: Off | None, off_um: int | None, tolerance_um: int) -> str:
    if off_um is None:
        return ""
    if off_um <= tolerance_um:
        return ON_TARGET
    return "" if off is None else off.direction


def said_place(said: OwnCallMade) -> Off:
    """Where the trainee says that the tip is, from the target."""
    parts = [0, 0, 0]
    for axis, (minus_way, plus_way) in enumerate(AXES):
        if said.direction in (minus_way, plus_way):
            parts[axis] = said.off_um if said.direction == plus_way else -said.off_um
    return Off(*parts)


def truly_safe(course: Course, needle: int | None) -> bool | None:
    """Whether needle and heat kept out of every danger zone's margin; None without a needle.

    Of the needle: each movement's least distance against the scenario's margin. Of the heat: the
    45 C surface must not reach any structure that the lesion's event names.
    """
    if needle is None:
        return None
    return not any(_breaches(course, needle))


def _breaches(course: Course, needle: int) -> Iterator[bool]:
    for entry in course.entries:
        if isinstance(entry.event, LesionEnded) and entry.event.needle == needle:
            yield any(um <= 0 for _, um in entry.event.clearance_um)
        stands = entry.needle
        if stands is not None and stands.number == needle and stands.move is entry.event:
            _, clearance_um = nearest_margin(course.view.header, stands.move)
            yield clearance_um is not None and clearance_um < 0


def _brier(sure_percent: int, right: bool) -> int:
    missed = 100 - sure_percent if right else sure_percent
    return missed * missed


def _words(calls: tuple[Call, ...]) -> str:
    judged = [call for call in calls if call.safe_right is not None]
    if not judged:
        return "No needle was in the patient, so your sureness cannot be judged."
    wrong = [call for call in judged if not call.safe_right]
    if any(call.sure_percent >= SURE_PERCENT for call in wrong):
        return "You were sure and wrong about safety: look once more before you rely on it."
    if wrong:
        return "You were wrong about safety, and you knew that you were not sure."
    if all(call.sure_percent <= GUESS_PERCENT for call in judged):
        return "You were right about safety but hardly sure: your eye is better than you think."
    if all(call.sure_percent >= SURE_PERCENT for call in judged):
        return "You were right about safety, and rightly sure."
    return "You were right about safety."
