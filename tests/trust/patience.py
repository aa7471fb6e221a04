"""How long one waits for the program before something is wrong."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

PATIENCE_S = 60.0  # of this program's own processor time: on a busy machine all takes longer
STUCK_S = 300.0  # by the clock: what waits for something that never comes computes nothing


class Patience:
    """How long something may take that a person waits for."""

    def __init__(self) -> None:
        self._clock_s, self._computed_s = time.monotonic(), time.process_time()

    @property
    def is_over(self) -> bool:
        """Whether nobody would wait any longer."""
        computed_s = time.process_time() - self._computed_s
        return computed_s > PATIENCE_S or time.monotonic() - self._clock_s > STUCK_S


def until(ready: Callable[[], bool]) -> bool:
    """Turn the loop until then, no longer than a person would wait; whether it came."""
    waited = Patience()
    while not ready():
        QApplication.processEvents()
        time.sleep(0.001)
        if waited.is_over:
            return False
    return True
