"""A candidate's clock at a station: the time charged, which is also the attempt's own time."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable

from trainer.assessment.exams.time_charged import Jump, Reading, charged_between

Readings = Callable[[], Reading]
_RUN = secrets.token_hex(8)
_BOOT = getattr(time, "CLOCK_BOOTTIME", None)  # also counts sleep; Linux has it


def read_clocks() -> Reading:
    """All clocks of this computer now."""
    mono_ns = time.monotonic_ns()
    boot_ns = mono_ns if _BOOT is None else time.clock_gettime_ns(_BOOT)
    return Reading(mono_ns // 10**6, boot_ns // 10**6, time.time_ns() // 10**6, _RUN)


class StationMeter:
    """Implements `trainer.session.clock.Clock`: goes on from `charged_ms`, never past `limit_ms`.

    Never backwards; stands while paused, and for good once the program did not run for a while
    (`stood` says so: the station is then interrupted). It begins to run with `pause(False)`: what
    loading takes is nobody's time.
    """

    def __init__(self, charged_ms: int, limit_ms: int, readings: Readings = read_clocks) -> None:
        self.limit_ms = limit_ms
        self._charged_ms = min(charged_ms, limit_ms)
        self._readings = readings
        self._last: Reading | None = None
        self._jumps: list[Jump] = []
        self._stood = ""
        self._lock = threading.Lock()

    def now_ms(self) -> int:
        """What is charged so far, in ms."""
        with self._lock:
            if self._last is not None:
                self._advance(self._last)
            return self._charged_ms

    def _advance(self, last: Reading) -> None:
        now = self._readings()
        charge = charged_between(last, now)
        self._charged_ms = min(self.limit_ms, self._charged_ms + charge.charged_ms)
        self._jumps += charge.jumps
        self._last = None if charge.broken else now
        if charge.broken:
            self._stood = charge.jumps[0].kind

    @property
    def left_ms(self) -> int:
        """What is left."""
        return self.limit_ms - self.now_ms()

    @property
    def stood(self) -> str:
        """Why it stands for good ("slept", "stood", "back"), "" while it goes."""
        return self._stood

    def jumps(self) -> tuple[Jump, ...]:
        """What was odd about the clocks since this was asked last."""
        with self._lock:
            found, self._jumps = tuple(self._jumps), []
        return found

    def pause(self, paused: bool) -> None:
        """Stand, or go on; standing time is not charged."""
        with self._lock:
            if paused and self._last is not None:
                self._advance(self._last)
                self._last = None
            elif not paused and self._last is None and not self._stood:
                self._last = self._readings()
