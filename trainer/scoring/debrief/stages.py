"""The stages that a decision belongs to, so that two attempts can be laid side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from trainer.attempt.events import (
    CaseDecided,
    Exposed,
    InjectionBegan,
    LesionStarted,
    LevelDeclared,
    NeedleTaken,
    SkinPunctured,
    Submitted,
)
from trainer.scenario.views import ViewRole
from trainer.scoring.debrief.course import Course, Entry
from trainer.scoring.debrief.truth import nearest_target
from trainer.scoring.views import serves

# id -> what it is called; in the order in which they come.
STAGES = {
    "case": "the decision about the case",
    "level": "the picture that the level was declared on",
    "entry": "the last picture before the skin was punctured",
    "depth": "the first look from the side at the needle",
    "before-injection": "the last picture before the injection",
    "before-lesion": "the last picture before the heat",
    "end": "the last picture",
}


class Reached(NamedTuple):
    """A stage that was reached. target : number from 1, 0 where it concerns none.

    entry : its picture, or the act itself. seq : the record of the act that the stage leads to.
    """

    stage: str
    target: int
    entry: Entry
    seq: int


def stages(course: Course) -> tuple[Reached, ...]:
    """Every stage the first time it was reached for each target, in order of time.

    A stage that is a picture is reached at that picture.
    """
    first: dict[tuple[str, int], Reached] = {}
    for reached in _reached(course):
        first.setdefault((reached.stage, reached.target), reached)
    return tuple(sorted(first.values(), key=lambda reached: (reached.entry.t_ms, reached.stage)))


def _reached(course: Course) -> Iterator[Reached]:
    shot: Entry | None = None
    number_to_target = _targets_of_needles(course)
    for entry in course.entries:
        event = entry.event
        target = number_to_target.get(entry.needle.number, 0) if entry.needle else 0
        if isinstance(event, Exposed):
            shot = entry
            if _shows_depth(course, event) and entry.needle is not None:
                yield Reached("depth", target, entry, entry.seq)
        elif isinstance(event, CaseDecided):
            yield Reached("case", 0, entry, entry.seq)
        elif isinstance(event, LevelDeclared):
            yield Reached("level", 0, shot or entry, entry.seq)
        elif isinstance(event, SkinPunctured):
            yield Reached("entry", target, shot or entry, entry.seq)
        elif isinstance(event, InjectionBegan):
            yield Reached("before-injection", target, shot or entry, entry.seq)
        elif isinstance(event, LesionStarted):
            yield Reached("before-lesion", target, shot or entry, entry.seq)
        elif isinstance(event, Submitted):
            yield Reached("end", 0, shot or entry, entry.seq)


def _shows_depth(course: Course, shot: Exposed) -> bool:
    wanted = course.view.case.views_of(ViewRole.DEPTH)
    return shot.tip_in_field and any(serves(shot, each) for each in wanted)


def _targets_of_needles(course: Course) -> dict[int, int]:
    """Each needle's target: the one that its tip ended nearest to."""
    if not course.view.header.targets:
        return {}
    deepest: dict[int, Entry] = {}
    for entry in course.entries:
        needle = entry.needle
        if needle is None or isinstance(entry.event, NeedleTaken):
            continue
        before = deepest.get(needle.number)
        if before is None or before.needle is None or needle.depth_um >= before.needle.depth_um:
            deepest[needle.number] = entry
    return {
        number: nearest_target(course.view.header, entry.needle.tip_um)
        for number, entry in deepest.items()
        if entry.needle is not None
    }


def stage_at(course: Course, seq: int, target: int) -> Reached | None:
    """The last stage of a target, or of none, reached up to a record; None before the first.

    Of several on one picture the last whose act was done by then; before any, the first of them.
    """
    own = [
        reached
        for reached in stages(course)
        if reached.entry.seq <= seq and (target == 0 or reached.target in (0, target))
    ]
    if not own:
        return None
    newest = max(reached.entry.seq for reached in own)
    order = tuple(STAGES)
    here = sorted(
        (reached for reached in own if reached.entry.seq == newest),
        key=lambda reached: order.index(reached.stage),
    )
    done = [reached for reached in here if reached.seq <= seq]
    return done[-1] if done else here[0]
