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


def utc_now() -> str:
    """Wall time for people, e.g. ``2026-11-23T08:15:00Z``."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
