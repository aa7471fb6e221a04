"""Which frames a running attempt has to draw: each pulse as it comes, newest first in line.

A pulse that is overtaken before its turn is never shown, but what it left in the receptor is: it
goes along with the newer one, so that the frame is the one a replay draws.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trainer.attempt.events import BeamStopped, Exposed
from trainer.imaging.projector import Quality
from trainer.imaging.pulse import MOST_EARLIER
from trainer.session.earlier_pulses import lead_in
from trainer.session.runner import Snapshot
from trainer.session.taken import Taken, held, taken_in


@dataclass(frozen=True, slots=True, eq=False)
class FrameRequest:
    """One exposure to be drawn. before : earlier ones, not drawn yet, that still show in it."""

    taken: Taken
    before: tuple[Taken, ...] = ()


def request_of(taken: Iterable[Taken]) -> FrameRequest | None:
    """Draw the last of exposures in order, with what still shows in it; None of none."""
    every = tuple(taken)
    return FrameRequest(every[-1], lead_in(every)[-MOST_EARLIER:]) if every else None


def overtaking(older: FrameRequest, newer: FrameRequest) -> FrameRequest:
    """The newer request where the older one was not drawn."""
    every = (*older.before, older.taken, *newer.before)
    return FrameRequest(newer.taken, lead_in((*every, newer.taken))[-MOST_EARLIER:])


class FramesDue:
    """Follows one attempt's snapshots. last : of a resumed attempt."""

    def __init__(self, last: Taken | None = None) -> None:
        self._last = last

    def hear(self, snapshot: Snapshot) -> FrameRequest | None:
        """What a snapshot asks to be drawn: its newest pulse, or at a run's end what is held."""
        if not snapshot.events or snapshot.before is None:
            return None
        before = self._last.exposed if self._last else None
        found = list(taken_in(snapshot.before, snapshot.events, before))
        if found:
            self._last = found[-1]
        elif self._last is None or self._last.quality is not Quality.MOVING:
            return None
        if isinstance(_last_of_beam(snapshot), BeamStopped):
            self._last = held(self._last)
            found = [*found[:-1], self._last]
        return request_of(found)


def _last_of_beam(snapshot: Snapshot) -> Exposed | BeamStopped | None:
    of_beam = (e for e in reversed(snapshot.events) if isinstance(e, Exposed | BeamStopped))
    return next(of_beam, None)
