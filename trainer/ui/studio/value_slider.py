"""One number of the case: a slider for the hand, a field for the exact value, its unit beside it.

While the hand drags, `moving` tells each value for a cheap drawing; `settled` tells the one that
was meant, once, so that undo takes back a whole drag.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSlider, QVBoxLayout, QWidget

from trainer.ui.presenters.texts import decimal
from trainer.ui.wrapped import ElidingLabel

REST_MS = 300  # keys on a slider: so long after the last one the value is meant


class _Slider(QSlider):
    """A wheel never changes a value by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """To whoever scrolls the page."""
        event.ignore()


class NumberEdit(QLineEdit):
    """Whoever comes to it types a new number: the old one is chosen as a whole."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By Tab or a click."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)  # after the click has set its cursor

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """The whole number, not what stands before its point."""
        self.selectAll()


class ValueSlider(QWidget):
    """A labelled slider. least, most, step : in the value's unit."""

    moving = Signal(float)
    settled = Signal(float)

    def __init__(
        self,
        name: str,
        text: str,
        limits: tuple[float, float],
        step: float,
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"value_{name}")
        self.step, self._least, self._most = step, *limits
        self._value = limits[0]
        self._told = limits[0]
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.edit = NumberEdit()
        self.slider.setObjectName(f"slide_{name}")
        self.edit.setObjectName(f"edit_{name}")
        self.slider.setRange(0, round((self._most - self._least) / step))
        self.slider.setPageStep(max(1, self.slider.maximum() // 10))
        spoken = f"{text}, {unit}" if unit else text
        for part in (self.slider, self.edit):
            part.setAccessibleName(spoken)
            part.setToolTip(f"{spoken}: {self._said(self._least)} – {self._said(self._most)}")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._settle)
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderReleased.connect(self._settle)
        self.edit.editingFinished.connect(self._typed)
        self._lay_out(text, unit)

    @property
    def value(self) -> float:
        """What it stands at."""
        return self._value

    def show_value(self, value: float) -> None:
        """Stand there, telling nobody."""
        self._value = self._told = float(value)
        blocked = self.slider.blockSignals(True)
        self.slider.setValue(round((self._value - self._least) / self.step))
        self.slider.blockSignals(blocked)
        self.edit.setText(self._said(self._value))

    def _slid(self, at: int) -> None:
        self._value = round(self._least + at * self.step, 6)
        self.edit.setText(self._said(self._value))
        self.moving.emit(self._value)
        if not self.slider.isSliderDown():
            self._rest.start()

    def _typed(self) -> None:
        try:
            wanted = float(self.edit.text().replace(",", "."))
        except ValueError:
            wanted = self._value
        wanted = min(self._most, max(self._least, wanted))
        changed = wanted != self._value
        told = self._told
        self.show_value(wanted)
        self._told = told
        if changed:
            self.moving.emit(self._value)
            self._settle()

    def _settle(self) -> None:
        self._rest.stop()
        if self._value != self._told:
            self._told = self._value
            self.settled.emit(self._value)

    def _said(self, value: float) -> str:
        digits = 0 if self.step >= 1 and float(value).is_integer() else 2 if self.step < 0.1 else 1
        return decimal(f"{value:.{digits}f}")

    def _lay_out(self, text: str, unit: str) -> None:
        label, after = ElidingLabel(text), QLabel(unit)
        label.setBuddy(self.slider)
        after.setProperty("role", "muted")
        self.edit.setFixedWidth(58)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(label, 1)
        top.addWidget(self.edit)
        if unit:
            top.addWidget(after)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(top)
        column.addWidget(self.slider)
