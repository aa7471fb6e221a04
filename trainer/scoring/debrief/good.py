"""Good decisions: what a trainee should keep doing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from trainer.attempt.events import (
    Exposed,
    InjectionBegan,
    LesionEnded,
    LesionStarted,
    LevelDeclared,
    NeedleMoved,
    PatientSaid,
    Responded,
)
from trainer.scenario.views import ViewRole
from trainer.scoring.debrief.course import Course, Entry
from trainer.scoring.debrief.ribbon import nearest_margin
from trainer.scoring.debrief.served import first, last
from trainer.scoring.debrief.words import amount
from trainer.scoring.places import wanted_places
from trainer.scoring.views import serves

HARMLESS = "planes"  # the spread of an injection that stays between muscle planes
NEAR_UM = 10_000  # a clearance worth praising a look for (design value)

Told = tuple[Entry, str, str, str]  # where, id, title, sentence


def good_decisions(course: Course) -> Iterator[Told]:
    """Decisions that were good, the most telling first."""
    for find in _FINDERS:
        yield from find(course)


def _stopped_the_heat(course: Course) -> Iterator[Told]:
    hot, complained = False, False
    for entry in course.entries:
        event = entry.event
        if isinstance(event, LesionStarted):
            hot, complained = True, False
        elif isinstance(event, PatientSaid) and hot:
            complained = True
        elif isinstance(event, LesionEnded):
            if complained and event.how == "stopped":
                words = (
                    f"The patient spoke up and you stopped the heat after {event.seconds} s. "
                    "Keep doing that."
                )
                yield entry, "stopped_heat", "You stopped when the patient spoke", words
            hot = False


def _moved_after_uptake(course: Course) -> Iterator[Told]:
    uptake: Entry | None = None
    for entry in course.entries:
        event = entry.event
        if isinstance(event, InjectionBegan):
            if uptake is not None:
                return  # injected again without moving
            uptake = entry if event.pattern != HARMLESS else None
        elif isinstance(event, NeedleMoved) and uptake is not None:
            words = "Contrast went astray, and you moved the needle before you injected again."
            yield entry, "moved_after_uptake", "You saw the uptake and moved", words
            return


def _answered(course: Course) -> Iterator[Told]:
    entry = last(course, Responded, lambda one: getattr(one.event, "right", False))
    if entry is not None:
        words = "You recognised what was happening and answered it rightly."
        yield entry, "answered", "You answered a complication", words


def _looked_in_time(course: Course) -> Iterator[Told]:
    """A depth view on the way, after which the needle went on or was drawn back."""
    wanted = course.view.case.views_of(ViewRole.DEPTH)

    def shows(entry: Entry) -> bool:
        shot, needle = entry.event, entry.needle
        if not isinstance(shot, Exposed) or needle is None or needle.depth_um <= NEAR_UM:
            return False
        return shot.tip_in_field and any(serves(shot, each) for each in wanted)

    entry = first(course, Exposed, shows)
    if entry is None or entry.needle is None or entry.needle.move is None:
        return
    structure, clearance_um = nearest_margin(course.view.header, entry.needle.move)
    near = (
        f", {amount(clearance_um, 'um')} outside the margin of the {structure}"
        if clearance_um is not None and clearance_um >= 0
        else ""
    )
    words = (
        f"You looked from the side with the tip {amount(entry.needle.depth_um, 'um')} deep{near}. "
        "That is the picture that keeps a needle safe."
    )
    yield entry, "depth_view", "You checked the depth", words


def _counted(course: Course) -> Iterator[Told]:
    wanted = wanted_places(course.view.header)
    entry = last(course, LevelDeclared)
    if entry is None or not isinstance(entry.event, LevelDeclared):
        return
    said = entry.event
    if said.exposure > 0 and (said.level, said.side) in wanted:
        words = f"You declared {said.level} {said.side} on a picture, and it was right."
        yield entry, "counted", "You counted the level right", words


_FINDERS: tuple[Callable[[Course], Iterator[Told]], ...] = (
    _stopped_the_heat,
    _moved_after_uptake,
    _answered,
    _looked_in_time,
    _counted,
)
