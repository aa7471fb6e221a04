"""Blind runs: how deep a needle was pushed between two pictures that showed its tip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from trainer.attempt.events import Exposed, NeedleMoved, NeedleTaken, NeedleTakenUp
from trainer.scoring.debrief.course import Course, Entry

SUPERFICIAL_UM = 10_000  # "the first superficial centimetre free" (teaching.md 1)
LONGEST_UM = 10_000  # drill 8: blind run of 10 mm at most (teaching.md 3)
BONE = "bone"


class BlindRun(NamedTuple):
    """A run of advance that no picture with the tip in it broke.

    from_um, to_um : depths; only what is deeper than the first centimetre counts. ahead : what lay
    nearest ahead on the axis where it was most dangerous, "" where nothing was in reach; ahead_um :
    how far, -1 then. from_exposure : the last picture before it, 0 = none. long : over the limit.
    """

    needle: int
    seq: int
    from_ms: int
    to_ms: int
    from_um: int
    to_um: int
    ahead: str
    ahead_um: int
    from_exposure: int

    @property
    def length_um(self) -> int:
        """How much deeper the needle came unseen."""
        return self.to_um - self.from_um

    @property
    def long(self) -> bool:
        """Whether it is longer than a trainee should go."""
        return self.length_um > LONGEST_UM


@dataclass(slots=True)
class _Open:
    """The run under way."""

    needle: int
    depth_um: int
    since_ms: int
    exposure: int
    from_um: int = 0
    to_um: int = 0
    entry: Entry | None = None
    ahead: tuple[str, int] | None = None


def blind_runs(course: Course) -> tuple[BlindRun, ...]:
    """Every blind run, in order."""
    return tuple(_runs(course))


def _runs(course: Course) -> Iterator[BlindRun]:
    run: _Open | None = None
    for entry in course.entries:
        event = entry.event
        if isinstance(event, NeedleTaken | NeedleTakenUp) or _looked(event):
            yield from _closed(run)
            run = _begun(entry)
        elif isinstance(event, NeedleMoved) and entry.needle is not None:
            run = run or _begun(entry)
            if run is not None:
                _push(run, entry, event)
    yield from _closed(run)


def _looked(event: object) -> bool:
    return isinstance(event, Exposed) and event.tip_in_field


def _begun(entry: Entry) -> _Open | None:
    needle = entry.needle
    if needle is None:
        return None
    return _Open(needle.number, needle.depth_um, entry.t_ms, entry.exposure)


def _push(run: _Open, entry: Entry, move: NeedleMoved) -> None:
    before_um = max(run.depth_um, SUPERFICIAL_UM)
    run.depth_um = move.depth_um
    if move.pushed_um <= 0 or move.depth_um <= before_um:
        return
    if run.entry is None:
        run.from_um = before_um
    run.to_um, run.entry = max(run.to_um, move.depth_um), entry
    ahead = _first_ahead(move)
    run.ahead = ahead if run.ahead is None else min(run.ahead, ahead, key=_danger)


def _first_ahead(move: NeedleMoved) -> tuple[str, int]:
    met = [(um, what != BONE, what) for what, um in move.ahead_um if um >= 0]
    if not met:
        return "", -1
    um, _, what = min(met)  # bone wins a tie: it stops the needle
    return what, um


def _danger(ahead: tuple[str, int]) -> tuple[int, int]:
    what, um = ahead
    return {BONE: 2, "": 1}.get(what, 0), um


def _closed(run: _Open | None) -> Iterator[BlindRun]:
    if run is not None and run.entry is not None:
        ahead, ahead_um = run.ahead or ("", -1)
        yield BlindRun(
            needle=run.needle,
            seq=run.entry.seq,
            from_ms=run.since_ms,
            to_ms=run.entry.t_ms,
            from_um=run.from_um,
            to_um=run.to_um,
            ahead=ahead,
            ahead_um=ahead_um,
            from_exposure=run.exposure,
        )
