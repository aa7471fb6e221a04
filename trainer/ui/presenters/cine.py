"""Cine: the pictures of the last fluoroscopy run, to be looked at again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from trainer.attempt.events import BeamStarted, BeamStopped, Event, Exposed
from trainer.ui.presenters.shown import Picture

# 15 pulses a second over the 10 s of a latched beam; at 512 x 512 half floats 79 MB.
MOST_FRAMES = 150
LEAST_MS, MOST_MS = 40, 1000


@dataclass(frozen=True, slots=True)
class CineShown:
    """What the screen must know. at counts from 1; 0 while the monitor shows no cine."""

    at: int = 0
    count: int = 0
    playing: bool = False
    interval_ms: int = MOST_MS


class Cine:
    """Collects a run's pictures as they are drawn and steps through them.

    Half floats keep 11 bits of 0..1, three more than a monitor shows.
    """

    def __init__(self) -> None:
        self._frames: list[Picture] = []
        self._first, self._last = 1, 0  # numbers of the run's exposures; no run yet
        self._starting = self._running = False
        self._at: int | None = None
        self._playing = False

    @property
    def shown(self) -> CineShown:
        """Where it stands."""
        at = 0 if self._at is None else self._at + 1
        return CineShown(at, len(self._frames), self._playing, self._interval_ms)

    @property
    def picture(self) -> Picture | None:
        """The picture of the cine, None while none is looked at."""
        if self._at is None:
            return None
        kept = self._frames[self._at]
        return replace(kept, values=kept.values.astype(np.float32))

    def hear(self, events: Iterable[Event]) -> None:
        """Follow the beam: a new run forgets the old one with its first exposure."""
        for event in events:
            match event:
                case BeamStarted():
                    self._starting = self._running = True
                    self.stop()
                case BeamStopped():
                    self._starting = self._running = False
                case Exposed() if self._running:
                    self._follow(event.number)
                case Exposed():
                    self.stop()

    def add(self, picture: Picture) -> None:
        """A picture was drawn, or drawn anew; one that is not of the run is none of ours."""
        if self._first <= picture.number <= self._last and not self._is_past(picture.number):
            halved = replace(picture, values=picture.values.astype(np.float16))
            older = [one for one in self._frames if one.number < picture.number]
            self._frames = [*older, halved][-MOST_FRAMES:]

    def toggle(self) -> None:
        """Play or pause; the first press opens the run."""
        if self._frames and not self._running:
            self._at = self._at or 0
            self._playing = not self._playing

    def step(self, frames: int) -> None:
        """To another picture of the run; it pauses."""
        if self._frames and not self._running:
            before = len(self._frames) if self._at is None and frames < 0 else self._at
            self._at = ((-1 if before is None else before) + frames) % len(self._frames)
            self._playing = False

    def next(self) -> None:
        """The next picture of a playing run, round and round."""
        if self._playing and self._at is not None:
            self._at = (self._at + 1) % len(self._frames)

    def stop(self) -> None:
        """Back to the held picture."""
        self._at, self._playing = None, False

    def _follow(self, number: int) -> None:
        if self._starting:
            self._starting, self._first, self._frames = False, number, []
        self._last = number

    def _is_past(self, number: int) -> bool:
        return bool(self._frames) and self._frames[-1].number > number

    @property
    def _interval_ms(self) -> int:
        if len(self._frames) < 2:
            return MOST_MS
        first, last = self._frames[0], self._frames[-1]
        between = (last.t_ms - first.t_ms) / (len(self._frames) - 1)
        return round(min(MOST_MS, max(LEAST_MS, between)))
