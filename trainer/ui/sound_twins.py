"""When the suite sounds: the same facts that it shows. Each call says what is seen now."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from trainer.ui.preferences import PREFER
from trainer.ui.presenters.feel import BONE, POP, FeelSample

AGAIN_MS = {"beam": 1_000, "signal": 1_000, "heat": 2_000}  # while it lasts; design values
STRUCK = {BONE: "bone", POP: "pop"}


class SoundTwins(QObject):
    """Turns what is seen into tones, where tones are wanted. They never come before the sight."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timers = {name: self._timer(name, each) for name, each in AGAIN_MS.items()}
        self._felt_s = -1.0

    def beam(self, on: bool) -> None:
        """The lamp."""
        self._lasting("beam", on)

    def signal(self, on: bool) -> None:
        """Five minutes of beam: audible until it is reset (21 CFR 1020.32)."""
        self._lasting("signal", on)

    def heat(self, on: bool) -> None:
        """The generator's orange panel."""
        self._lasting("heat", on)

    def feel(self, felt: tuple[FeelSample, ...]) -> None:
        """The newest sample of the trace, struck once: bone and pop."""
        if felt and felt[-1].at_s > self._felt_s:
            self._felt_s = felt[-1].at_s
            if name := STRUCK.get(felt[-1].height):
                PREFER.tone(name)

    def silence(self) -> None:
        """Everything ends."""
        for timer in self._timers.values():
            timer.stop()

    def _lasting(self, name: str, on: bool) -> None:
        timer = self._timers[name]
        if not on:
            timer.stop()
        elif not timer.isActive():
            PREFER.tone(name)
            timer.start()

    def _timer(self, name: str, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(lambda: PREFER.tone(name))
        return timer
