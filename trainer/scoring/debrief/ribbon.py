"""The ribbon: how deep each needle stood when, what was near, and what was done; data only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from trainer.attempt.events import (
    ComplicationBegan,
    Event,
    Exposed,
    HazardEntered,
    InjectionBegan,
    LesionEnded,
    LesionStarted,
    LevelDeclared,
    NeedleMoved,
    NeedleRemoved,
    NeedleTaken,
    Stimulated,
    Submitted,
    Waited,
)
from trainer.attempt.header import Header
from trainer.scoring.debrief.blind import BlindRun, blind_runs
from trainer.scoring.debrief.course import Course, Entry

ONE_BREAK_MS = 15_000  # waits no further apart are one break of the ribbon (design value)


class Segment(NamedTuple):
    """One movement along the ribbon: the depth is held until it, then changes.

    from_ms : since when the depth was held; to_ms : of the movement. tissue : at the tip after it.
    structure, clearance_um : the danger zone whose margin was nearest, and the least distance of
    the tip beyond that margin (negative: within it); "" and None where none is known.
    """

    seq: int
    from_ms: int
    to_ms: int
    from_um: int
    to_um: int
    tissue: str
    structure: str
    clearance_um: int | None


@dataclass(frozen=True, slots=True)
class Track:
    """One needle's way. taken_ms, gone_ms : in the patient's reach; gone_ms None = it stayed."""

    needle: int
    model: str
    taken_ms: int
    gone_ms: int | None
    segments: tuple[Segment, ...]
    blind: tuple[BlindRun, ...]


class Tick(NamedTuple):
    """An exposure."""

    number: int
    t_ms: int
    tip_seen: bool
    hand_in_beam: bool


class Mark(NamedTuple):
    """An act. needle : 0 where it has none. lasts_s : of heat, simulated; else 0."""

    kind: str
    t_ms: int
    seq: int
    needle: int
    depth_um: int
    words: str
    lasts_s: int = 0


class Break(NamedTuple):
    """Time that was let pass while the clock stood."""

    t_ms: int
    passed_ms: int


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Everything that the ribbon shows. deepest_um : of any needle, for the scale."""

    end_ms: int
    deepest_um: int
    tracks: tuple[Track, ...]
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    breaks: tuple[Break, ...]


def ribbon(course: Course) -> Ribbon:
    """The ribbon of an attempt."""
    tracks = tuple(_tracks(course))
    depths = (segment.to_um for track in tracks for segment in track.segments)
    shots = (entry.event for entry in course.entries if isinstance(entry.event, Exposed))
    return Ribbon(
        end_ms=course.view.end_ms,
        deepest_um=max(depths, default=0),
        tracks=tracks,
        ticks=tuple(Tick(s.number, s.t_ms, s.tip_in_field, s.hand_in_beam) for s in shots),
        marks=tuple(_marks(course)),
        breaks=tuple(_breaks(course)),
    )


def _breaks(course: Course) -> Iterator[Break]:
    """Waits that follow each other closely are one, at the time of the first."""
    first_ms, last_ms, passed_ms = 0, 0, 0
    for entry in course.entries:
        if not isinstance(entry.event, Waited):
            continue
        if passed_ms and entry.t_ms - last_ms > ONE_BREAK_MS:
            yield Break(first_ms, passed_ms)
            passed_ms = 0
        first_ms = first_ms if passed_ms else entry.t_ms
        last_ms, passed_ms = entry.t_ms, passed_ms + entry.event.passed_ms
    if passed_ms:
        yield Break(first_ms, passed_ms)


def _tracks(course: Course) -> Iterator[Track]:
    runs = blind_runs(course)
    for number in dict.fromkeys(e.needle.number for e in course.entries if e.needle is not None):
        own = [e for e in course.entries if e.needle is not None and e.needle.number == number]
        taken = next((e for e in own if isinstance(e.event, NeedleTaken)), own[0])
        gone = [e.t_ms for e in own if isinstance(e.event, NeedleRemoved)]
        yield Track(
            needle=number,
            model=own[0].needle.model if own[0].needle else "",
            taken_ms=taken.t_ms,
            gone_ms=gone[-1] if gone else None,
            segments=tuple(_segments(course.view.header, own, taken.t_ms)),
            blind=tuple(run for run in runs if run.needle == number),
        )


def _segments(header: Header, own: list[Entry], taken_ms: int) -> Iterator[Segment]:
    held_ms, depth_um = taken_ms, 0
    for entry in own:
        move = entry.event
        if not isinstance(move, NeedleMoved):
            continue
        structure, clearance_um = nearest_margin(header, move)
        span = held_ms, move.t_ms, depth_um, move.depth_um
        yield Segment(entry.seq, *span, move.tissue, structure, clearance_um)
        held_ms, depth_um = move.t_ms, move.depth_um


def nearest_margin(header: Header, move: NeedleMoved) -> tuple[str, int | None]:
    """The danger zone whose margin a movement came nearest to, and the distance beyond it."""
    margins_um = {hazard.structure: hazard.margin_um for hazard in header.hazards}
    found = [(um - margins_um.get(what, 0), what) for what, um in move.clearance_um]
    if not found:
        return "", None
    clearance_um, structure = min(found)
    return structure, clearance_um


def _injection(event: InjectionBegan) -> str:
    millilitres = f"{event.volume_ul // 1000}.{event.volume_ul % 1000 // 10:02d} mL"
    return f"{millilitres} {event.agent}" + _spread(event.pattern)


def _spread(pattern: str) -> str:
    return "" if pattern == "planes" else f", went into: {pattern}"


def _stimulation(event: Stimulated) -> str:
    answers = ", ".join(dict.fromkeys(answer for answer, _, _ in event.answers)) or "no answer"
    volts = f"{event.millivolts // 1000}.{event.millivolts % 1000 // 10:02d} V"
    return f"{event.hz} Hz {volts}: {answers}"


# Event -> kind of mark and its words.
_MARKS: Mapping[type[Event], tuple[str, Callable[[Any], str]]] = {
    LevelDeclared: ("declaration", lambda event: f"{event.level} {event.side}"),
    HazardEntered: ("hazard", lambda event: f"into the {event.structure}"),
    InjectionBegan: ("injection", _injection),
    Stimulated: ("stimulation", _stimulation),
    LesionStarted: ("lesion", lambda event: f"heat, {event.ohm} ohm"),
    ComplicationBegan: ("complication", lambda event: event.complication),
    Submitted: ("submit", lambda _event: "submitted"),
}


def _marks(course: Course) -> Iterator[Mark]:
    for index, entry in enumerate(course.entries):
        found = _MARKS.get(type(entry.event))
        if found is None:
            continue
        kind, words = found
        needle, depth_um = (entry.needle.number, entry.needle.depth_um) if entry.needle else (0, 0)
        lasts_s = _lasts_s(course, index) if kind == "lesion" else 0
        yield Mark(kind, entry.t_ms, entry.seq, needle, depth_um, words(entry.event), lasts_s)


def _lasts_s(course: Course, index: int) -> int:
    later = (entry.event for entry in course.entries[index:])
    return next((event.seconds for event in later if isinstance(event, LesionEnded)), 0)
