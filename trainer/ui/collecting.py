"""Python's cycle collector runs on the GUI thread only.

Left alone it runs on whichever thread allocates, and may there destroy a widget that lay in a
cycle:
Qt answers with "Timers cannot be stopped from another thread", or hangs.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500  # design value: garbage may lie this long
LONG_AGO = 20  # sweeps of the youngest between two of everything (design value)


class Collector(QObject):
    """While it runs, no other thread collects; what stands at its start is looked at no more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sweeps = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._sweep)

    def start(self) -> None:
        """Take the collector over."""
        gc.collect()
        gc.freeze()  # modules and tables stay: a sweep of everything is short
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give it back."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _sweep(self) -> None:
        self._sweeps += 1
        gc.collect(2 if self._sweeps % LONG_AGO == 0 else 1)
