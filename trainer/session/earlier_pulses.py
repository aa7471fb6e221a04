"""The pulses that the next frame of a run still shows: what shines on, what is averaged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.attempt.events import Exposed
from trainer.imaging.pulse import MOST_EARLIER, Pulse
from trainer.session.taken import Taken, sight_of

LONGEST_GAP_MS = 1_020  # between two pulses of one run: a second and a quantum


@dataclass(frozen=True, slots=True, eq=False)
class _Drawn:
    exposed: Exposed
    place: object
    pulse: Pulse


def lead_in(taken: Sequence[Taken]) -> tuple[Taken, ...]:
    """Of exposures in order, those before the last that show in it: same run, same sight."""
    found: list[Taken] = []
    if not taken or taken[-1].exposed.mode == "spot":
        return ()
    after = taken[-1].exposed
    for one in reversed(taken[:-1]):
        if sight_of(one.exposed) != sight_of(after) or not _follows(after, one.exposed):
            break
        found.insert(0, one)
        after = one.exposed
    return tuple(found)


class EarlierPulses:
    """Remembers what was drawn, so that frames drawn in order are what the log alone says.

    A frame drawn out of order has none before it.
    """

    def __init__(self) -> None:
        self._newest_first: list[_Drawn] = []

    def before(self, exposed: Exposed, place: object) -> list[Pulse]:
        """Pulses of the same run from the same place, newest first; a single picture has none.

        place : equal for exposures that see the anatomy alike.
        """
        found: list[Pulse] = []
        after = exposed
        for drawn in self._newest_first if exposed.mode != "spot" else ():
            if drawn.exposed.number >= exposed.number:
                continue
            if drawn.place != place or not _follows(after, drawn.exposed):
                break
            found.append(drawn.pulse)
            after = drawn.exposed
        return found

    def drew(self, exposed: Exposed, place: object, pulse: Pulse | None) -> None:
        """Remember a frame; a stored radiograph has no pulse."""
        older = [one for one in self._newest_first if one.exposed.number < exposed.number]
        newest = [] if pulse is None else [_Drawn(exposed, place, pulse)]
        self._newest_first = [*newest, *older][:MOST_EARLIER]


def _follows(after: Exposed, before: Exposed) -> bool:
    """Whether two exposures are neighbours of one run."""
    gap_ms = after.t_ms - before.t_ms
    return (
        before.mode != "spot"
        and after.number == before.number + 1
        and 0 <= gap_ms <= LONGEST_GAP_MS
    )
