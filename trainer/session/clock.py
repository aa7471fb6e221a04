"""Where time comes from: the only clock of the house, injected so that tests can turn it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Milliseconds since an attempt began."""

    def now_ms(self) -> int:
        """Monotonic, never backwards; wall time never decides anything."""


@dataclass(slots=True)
class MonotonicClock:
    """The monotonic clock, beginning at `offset_ms` (a resumed attempt goes on there)."""

    offset_ms: int = 0
    _origin_ns: int = field(default_factory=time.monotonic_ns)

    def now_ms(self) -> int:
        """Milliseconds since the clock was made, plus its offset."""
        return self.offset_ms + (time.monotonic_ns() - self._origin_ns) // 1_000_000


@dataclass(slots=True)
class PausableClock:
    """A clock that stands while it is paused; nothing falls due meanwhile."""

    clock: Clock
    _away_ms: int = 0
    _stands_ms: int | None = None

    def now_ms(self) -> int:
        """Milliseconds without the pauses."""
        return self.clock.now_ms() - self._away_ms if self._stands_ms is None else self._stands_ms

    def pause(self, paused: bool) -> None:
        """Stand still, or go on."""
        if paused and self._stands_ms is None:
            self._stands_ms = self.now_ms()
        elif not paused and self._stands_ms is not None:
            stood_ms, self._stands_ms = self._stands_ms, None
            self._away_ms = self.clock.now_ms() - stood_ms


def utc_now() -> str:
    """Wall time for people, e.g. ``2026-11-23T08:15:00Z``."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
