"""The least of an event."""

from __future__ import annotations

from dataclasses import dataclass

Vec3 = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Event:
    """The least of an event: when it happened, in ms since the attempt began."""

    t_ms: int
