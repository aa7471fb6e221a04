"""Exposures as the log has them: each with its state, and how finely its picture is drawn.

How finely follows from the log alone, so that a replay draws what was seen: a pulse of a run whose
pulse before it was taken from elsewhere is drawn in half the detail, for the C-arm moves; every
other is drawn whole, the last of a run too, because the monitor holds it; a single picture is
drawn finest (docs/decisions/0011).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from trainer.attempt.events import BeamStopped, Event, Exposed
from trainer.attempt.evolve import evolve
from trainer.attempt.state import State
from trainer.imaging.projector import Quality

# A pulse that is to be seen for longer is worth the whole detail, moving or not: at 2 a second and
# slower (design value).
MOVING_GAP_MS = 300


class Taken(NamedTuple):
    """An exposure, the state in which it was taken, and how finely it is drawn."""

    exposed: Exposed
    state: State
    quality: Quality


def taken_of(exposed: Exposed, state: State, before: Exposed | None) -> Taken:
    """One exposure. before : the one before it, if any; state : as evolve leaves it."""
    if exposed.mode == "spot":
        return Taken(exposed, state, Quality.FINE)
    moving = before is not None and state.pulses_in_run > 1 and moved_between(before, exposed)
    return Taken(exposed, state, Quality.MOVING if moving else Quality.LIVE)


def moved_between(before: Exposed, exposed: Exposed) -> bool:
    """Whether two neighbouring pulses saw the anatomy from different places."""
    gap_ms = exposed.t_ms - before.t_ms
    return gap_ms <= MOVING_GAP_MS and stance_of(before) != stance_of(exposed)


def held(taken: Taken) -> Taken:
    """The same exposure as the monitor holds it once its run is over."""
    whole = Quality.LIVE if taken.quality is Quality.MOVING else taken.quality
    return taken._replace(quality=whole)


def taken_in(
    state: State, events: Iterable[Event], before: Exposed | None = None
) -> Iterator[Taken]:
    """The exposures among events as they were seen while the beam was on.

    state : before the events. before : the last exposure before them.
    """
    for event in events:
        state = evolve(state, event)
        if isinstance(event, Exposed):
            yield taken_of(event, state, before)
            before = event


def kept_of(state: State, events: Iterable[Event]) -> Iterator[Taken]:
    """The same, the last of each run as it was held; a log that ends ends its run."""
    last: Taken | None = None
    before: Exposed | None = None
    for event in events:
        state = evolve(state, event)
        if isinstance(event, Exposed):
            if last is not None:
                yield last
            last, before = taken_of(event, state, before), event
        elif isinstance(event, BeamStopped) and last is not None:
            yield held(last)
            last = None
    if last is not None:
        yield held(last)


def stance_of(exposed: Exposed) -> tuple[object, ...]:
    """From where an exposure sees the anatomy: what has to be projected anew."""
    return (
        exposed.view,
        exposed.source_um,
        exposed.direction_e9,
        exposed.right_e9,
        exposed.field_um,
        exposed.sid_um,
    )


def sight_of(exposed: Exposed) -> tuple[object, ...]:
    """Equal for exposures that see the anatomy alike: stance, shutters, whole kilovolts."""
    return (*stance_of(exposed), exposed.shutters_um, round(exposed.tube_v / 1e3))
