"""The first sixty seconds (teaching.md 5): six beats, each of which ends on its act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from trainer.attempt.events import BoneTouched, Event, Exposed, NeedleMoved
from trainer.attempt.header import Header
from trainer.attempt.state import State
from trainer.scoring.drills.outcome import DrillView
from trainer.scoring.drills.views import plate_off_mdeg
from trainer.scoring.exact import angle_mdeg, minus

SQUARE_MDEG = 2_000  # as D2 and D7 have it
DOT_MDEG = 2_000
SIDEWAYS_MDEG = 80_000
HALF_TURN_MDEG = 180_000


@dataclass(frozen=True, slots=True)
class Beat:
    """What the screen says now. place : which of the six. last : only the reveal is left."""

    text: str
    place: str
    last: bool = False


Done = Callable[[Header, State, Sequence[Event]], bool]


def _looked(_header: Header, _state: State, events: Sequence[Event]) -> bool:
    return any(isinstance(event, Exposed) for event in events)


def _squared(header: Header, _state: State, events: Sequence[Event]) -> bool:
    """Some picture shows the end plate as one line."""
    task = header.drill
    assert task is not None
    for event in events:
        if isinstance(event, Exposed):
            off = plate_off_mdeg(DrillView(header, task, ()), event)
            if off is not None and off <= SQUARE_MDEG:
                return True
    return False


def _aimed(header: Header, _state: State, events: Sequence[Event]) -> bool:
    """Some picture shows the needle as a dot."""
    needle = header.start.needle
    assert needle is not None
    tip, axis = needle.tip_um, needle.axis_e9
    for event in events:
        if isinstance(event, NeedleMoved):
            tip, axis = event.tip_um, event.axis_e9
        elif isinstance(event, Exposed) and event.tip_in_field:
            off = angle_mdeg(minus(event.source_um, tip), axis)
            if min(off, HALF_TURN_MDEG - off) <= DOT_MDEG:
                return True
    return False


def _on_bone(_header: Header, _state: State, events: Sequence[Event]) -> bool:
    return any(isinstance(event, BoneTouched) for event in events)


def _proved(_header: Header, _state: State, events: Sequence[Event]) -> bool:
    met = [at for at, event in enumerate(events) if isinstance(event, BoneTouched)]
    after = events[met[0] :] if met else ()
    return any(isinstance(e, Exposed) and abs(e.oblique_mdeg) >= SIDEWAYS_MDEG for e in after)


BEATS: tuple[tuple[str, Done], ...] = (
    ("Hold F: X-rays run while you hold, and the monitor lives.", _looked),
    ("Arrow down, then F: tilt until the double end plate of T7, in the middle, is one line.",
     _squared),
    ("Hold Space and move the hub with I J K L; S takes a picture. Make the needle a dot.", _aimed),
    ("Hold Space and press Page Down: advance until you feel bone.", _on_bone),
    ("Shift and arrow left to the side view, then F: a second view proves the depth.", _proved),
)  # fmt: skip
REVEAL = "That was all of it. Look where the tip really is."


def beat_at(header: Header, state: State, events: Sequence[Event]) -> Beat:
    """The first beat whose act was not done."""
    for number, (text, done) in enumerate(BEATS, start=1):
        if not done(header, state, events):
            return Beat(text, f"{number} / {len(BEATS) + 1}")
    return Beat(REVEAL, f"{len(BEATS) + 1} / {len(BEATS) + 1}", last=True)
