"""A wheel in whole detents: what is left of a fine wheel or a trackpad waits for the next event."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

from trainer.ui.preferences import PREFER
from trainer.ui.presenters.suite_acts import wheel_um

DETENT = 120  # Qt: eighths of a degree, 15 degrees a detent
TRACKPAD = 2  # design value: fingers scroll about twice as far as a wheel turns


class WheelDetents:
    """Adds up angle deltas. Momentum that a trackpad sends after the fingers left is dropped."""

    def __init__(self) -> None:
        self._rest = 0

    def down(self, event: QWheelEvent) -> int:
        """Whole detents toward the hand."""
        if event.phase() == Qt.ScrollPhase.ScrollMomentum:
            self._rest = 0
            return 0
        # Alt turns a wheel sideways on some platforms; the larger part is what was meant.
        delta = event.angleDelta()
        turned = delta.y() if abs(delta.y()) >= abs(delta.x()) else delta.x()
        self._rest -= turned
        step = DETENT * TRACKPAD if PREFER.trackpad else DETENT
        detents = int(self._rest / step)
        self._rest -= detents * step
        return detents


def pushed_um(event: QWheelEvent, detents_down: int) -> int:
    """How far so many detents push a gripped needle; Ctrl makes them fine."""
    return wheel_um(
        detents_down, fine=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    )
