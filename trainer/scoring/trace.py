"""What a metric looked at: the events of a log that its value comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any, NamedTuple

from trainer.attempt.events import NAMES, Event
from trainer.scoring.view import AttemptView

SHOWN = 200  # events of one metric; more tell nobody anything


class Trace(NamedTuple):
    """One event. place : among the counted events, from 0; parts : the fields that were read."""

    place: int
    t_ms: int
    event: str
    parts: tuple[tuple[str, Any], ...]


Inputs = Callable[[AttemptView], tuple[Trace, ...]]


def nothing_traced(_view: AttemptView) -> tuple[Trace, ...]:
    """No events: the value comes from the whole log, or from the case."""
    return ()


def of_events(kind: type[Event], *names: str) -> Inputs:
    """Every event of a kind, with the named fields of it (none named: all but its time)."""
    wanted = names or tuple(part.name for part in fields(kind) if part.name != "t_ms")

    def inputs(view: AttemptView) -> tuple[Trace, ...]:
        found = (
            Trace(
                index,
                event.t_ms,
                NAMES[kind],
                tuple((name, getattr(event, name)) for name in wanted),
            )
            for index, event in view.by_kind.get(kind, ())
        )
        return tuple(_first(found))

    return inputs


def both(*several: Inputs) -> Inputs:
    """What several look at, in the order of the log."""

    def inputs(view: AttemptView) -> tuple[Trace, ...]:
        return tuple(sorted(trace for one in several for trace in one(view)))[:SHOWN]

    return inputs


def _first(found: Iterator[Trace]) -> Iterator[Trace]:
    for _, trace in zip(range(SHOWN), found, strict=False):
        yield trace
