"""The sheet of the tracked needle: address, known points, fit, follow; and its clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from trainer.session.needle_follower import EVERY_MS
from trainer.session.tracking import MOST_PORT, TOOL_AXES, TrackerAddress
from trainer.ui.choice import Choice
from trainer.ui.presenters.texts import decimal
from trainer.ui.presenters.tracker import TrackedHand, TrackerShown, words_of
from trainer.ui.side_sheet import SideSheet
from trainer.ui.wrapped import wrapped_label

if TYPE_CHECKING:
    from trainer.session.live_attempt import LiveAttempt
    from trainer.ui.suite_screen import SuiteScreen


class TrackerSheet(SideSheet):
    """One tracker at one attempt."""

    def __init__(self, attempt: LiveAttempt, suite: SuiteScreen) -> None:
        super().__init__("tracker_sheet", self.tr("Tracked needle"), suite)
        say = suite.presenter.say
        self.tracked = TrackedHand(attempt, suite.hand, attempt.trackers, say)
        self._suite = suite
        self._lay_out()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.look)
        self.show_tracker(self.tracked.shown)

    def look(self) -> None:
        """Ten times a second while there is a connection."""
        self.tracked.tick(awake=self._suite.in_front)
        if self.isVisible():
            self.show_tracker(self.tracked.shown)

    def close_tracker(self) -> None:
        """The attempt ends."""
        self._clock.stop()
        self.tracked.disconnect()

    def show_tracker(self, shown: TrackerShown) -> None:
        """Words and buttons as things stand."""
        self.status.setText(shown.status)
        self.connect_button.setChecked(shown.connected)
        self.touch_button.setEnabled(shown.seen)
        self.register_button.setEnabled(bool(shown.points))
        self.follow_button.setEnabled(shown.registered)
        self.follow_button.setChecked(shown.following)
        self.fit.setText(shown.fit)
        self.apart.setText(shown.apart)
        lines = [_line(words, residual) for _, words, residual in shown.points]
        if lines != [self.points.item(at).text() for at in range(self.points.count())]:
            self.points.clear()
            self.points.addItems(lines)

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        for part in (self._address(), self._touching(), self._registering()):
            column.addLayout(part)
        self.apart = wrapped_label("tracker_apart")
        column.addWidget(self.apart)
        column.addStretch(1)
        self._pages.addWidget(page)

    def _address(self) -> QVBoxLayout:
        last = self.tracked.last
        self.host, self.port, self.tool = QLineEdit(last.host), QSpinBox(), QLineEdit(last.device)
        self.port.setRange(1, MOST_PORT)
        self.port.setValue(last.port)
        self.tool.setPlaceholderText(self.tr("the first that comes"))
        self.connect_button = self.button("tracker_connect", self.tr("Connect"))
        self.connect_button.setCheckable(True)
        self.connect_button.clicked.connect(self._connect)
        fields = (
            (self.tr("Address"), self.host),
            (self.tr("Port"), self.port),
            (self.tr("Tool"), self.tool),
        )
        self.status = wrapped_label("tracker_status")
        return _stacked(_row(*fields, self.connect_button), self.status)

    def _touching(self) -> QVBoxLayout:
        self.landmark = Choice("tracker_landmark", self.tr("Point"))
        for name in self.tracked.offered:
            self.landmark.addItem(words_of(name), name)
        self.touch_button = self.button("tracker_touch", self.tr("Tip is on it"))
        self.touch_button.clicked.connect(self._touch)
        self.points = QListWidget()
        self.points.setObjectName("tracker_points")
        self.points.setAccessibleName(self.tr("Touched points"))
        self.points.setMaximumHeight(110)
        row = _row((self.tr("Point"), self.landmark), self.touch_button)
        return _stacked(row, self.points)

    def _registering(self) -> QVBoxLayout:
        self.axis = Choice("tracker_axis", self.tr("Hub to tip"))
        for name in TOOL_AXES:
            self.axis.addItem(name, name)
        self.register_button = self.button("tracker_register", self.tr("Register"))
        self.register_button.clicked.connect(self._register)
        self.follow_button = self.button("tracker_follow", self.tr("Follow the needle"))
        self.follow_button.setCheckable(True)
        self.follow_button.clicked.connect(self._follow)
        self.fit = wrapped_label("tracker_fit")
        row = _row((self.tr("Hub to tip"), self.axis), self.register_button, self.follow_button)
        return _stacked(row, self.fit)

    def _connect(self, on: bool) -> None:
        if on:
            address = TrackerAddress(
                self.host.text().strip(), self.port.value(), self.tool.text().strip()
            )
            self.tracked.connect(address)
            self._clock.start(EVERY_MS)
        else:
            self.tracked.disconnect()
            self._clock.stop()
        self.show_tracker(self.tracked.shown)

    def _touch(self) -> None:
        self.tracked.touch(str(self.landmark.currentData()))
        if self.landmark.currentIndex() + 1 < self.landmark.count():
            self.landmark.setCurrentIndex(self.landmark.currentIndex() + 1)
        self.show_tracker(self.tracked.shown)

    def _register(self) -> None:
        self.tracked.register(str(self.axis.currentData()))
        self.show_tracker(self.tracked.shown)

    def _follow(self, on: bool) -> None:
        self.tracked.follow(on)
        self.show_tracker(self.tracked.shown)


def _line(words: str, residual_mm: float | None) -> str:
    return words if residual_mm is None else f"{words}  {decimal(f'{residual_mm:.1f}')} mm"


def _row(*parts: tuple[str, QWidget] | QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for part in parts:
        if isinstance(part, tuple):
            words, field = part
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
            row.addWidget(label)
            row.addWidget(field, 1)
        else:
            row.addWidget(part)
    return row


def _stacked(row: QHBoxLayout, below: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addLayout(row)
    column.addWidget(below)
    return column
