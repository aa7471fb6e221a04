"""The least of a command."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """The least of a command: when. Ranges: 0 <= t_ms <= 86,400,000 (one day)."""

    t_ms: int


@dataclass(frozen=True, slots=True)
class Tick(Command):
    """Time passes and nothing else."""
