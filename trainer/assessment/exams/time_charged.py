"""Which time is a candidate's: what passed on a running clock, never what passed while it stood.

No decision is taken from wall time; where the clocks go apart it is told.
"""

from __future__ import annotations

from dataclasses import dataclass

BEAT_MS = 1000  # design value: how often the charged time is made safe
# Design values: without a beat for so long, the program did not run (asleep, stopped by the
# system); clocks that differ by so much went apart (reliability 2).
STOOD_MS, APART_MS = 10_000, 2_000


@dataclass(frozen=True, slots=True)
class Reading:
    """All clocks at one moment. boot : which run of the program; mono_ms stops in sleep."""

    mono_ms: int
    boot_ms: int
    wall_ms: int
    boot: str


@dataclass(frozen=True, slots=True)
class Jump:
    """kind : "back", "slept", "stood" or "wall". by_ms : how far."""

    kind: str
    by_ms: int


@dataclass(frozen=True, slots=True)
class Charge:
    """What passed between two readings, and what was odd about it."""

    charged_ms: int
    jumps: tuple[Jump, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether the program did not run in between: nothing is charged."""
        return any(jump.kind in ("back", "slept", "stood") for jump in self.jumps)


def charged_between(before: Reading, now: Reading) -> Charge:
    """The milliseconds to charge between two readings of one running program."""
    passed_ms = now.mono_ms - before.mono_ms
    if now.boot != before.boot or passed_ms < 0:
        return Charge(0, (Jump("back", passed_ms),))
    slept_ms = now.boot_ms - before.boot_ms - passed_ms
    shifted_ms = now.wall_ms - before.wall_ms - (now.boot_ms - before.boot_ms)
    jumps = []
    if slept_ms > APART_MS:
        jumps.append(Jump("slept", slept_ms))
    if passed_ms > STOOD_MS:
        jumps.append(Jump("stood", passed_ms))
    if abs(shifted_ms) > APART_MS:
        jumps.append(Jump("wall", shifted_ms))
    charge = Charge(passed_ms, tuple(jumps))
    return Charge(0, charge.jumps) if charge.broken else charge
