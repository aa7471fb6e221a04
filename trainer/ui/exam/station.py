"""What an exam adds to the suite: the candidate's clock, the way to the invigilator, the cover."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from trainer.attempt.events import Exposed
from trainer.refusal import Refusal
from trainer.session.exams.live import LiveStation
from trainer.ui.presenters.exam import clock_of
from trainer.ui.presenters.texts import tr

if TYPE_CHECKING:
    from trainer.session.fluoroscope import Frame
    from trainer.session.runner import Snapshot
    from trainer.ui.suite_screen import SuiteScreen

LOG = logging.getLogger(__name__)
CLOCK_MS = 250
ENOUGH_PICTURES = 5  # design value: fewer say nothing of a 95th percentile


class StationParts(QObject):
    """Belongs to one suite. `over` comes once the station is."""

    over = Signal()
    staff_wanted = Signal()

    def __init__(self, station: LiveStation, title: str, suite: SuiteScreen) -> None:
        super().__init__(suite)
        self.station, self._suite = station, suite
        self._here = True
        self.left = QLabel()
        self.left.setObjectName("exam_left")
        self.left.setToolTip(tr("Time left at this station"))
        self.staff = QPushButton(tr("Invigilator"))
        self.staff.setObjectName("exam_staff")
        self.staff.setAccessibleName(self.staff.text())
        self.staff.setToolTip(tr("Call the invigilator: pause, or leave, with a PIN"))
        self.staff.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.staff.setAutoDefault(False)
        self.staff.clicked.connect(self.staff_wanted)
        row = suite.top.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(2, self.left)
        row.insertWidget(3, self.staff)
        self._title = title
        self.cover = Cover(suite)
        self.cover.go_on.clicked.connect(self.staff_wanted)
        self._waits: dict[int, float] = {}
        self._pictures_ms: list[float] = []
        suite.bridge.snapshot.connect(self._exposed, Qt.ConnectionType.QueuedConnection)
        suite.bridge.frame.connect(self._drawn, Qt.ConnectionType.QueuedConnection)
        suite.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)
        self._timer.start(CLOCK_MS)
        station.listen(self.over.emit)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self.application_is)
        self.refresh()

    def refresh(self) -> None:
        """The clock and the cover."""
        left = tr("{station}   {left} left").format(
            station=self._title, left=clock_of(self.station.left_ms)
        )
        self.left.setText(left)
        self.left.setAccessibleName(left)
        self.cover.show_paused(self.station.paused)

    def application_is(self, state: Qt.ApplicationState) -> None:
        """Another program was put in front: it cannot be prevented here, so it is noted."""
        here = state == Qt.ApplicationState.ApplicationActive
        if self._here and not here and self._timer.isActive():
            try:
                self.station.window_left()
            except Refusal as refusal:  # the disk failed; the station stops by itself
                LOG.warning("leaving the window was not noted: %s", refusal)
        self._here = here

    def stop(self) -> None:
        """The suite goes."""
        self._timer.stop()
        self._suite.removeEventFilter(self)

    @property
    def picture_p95_ms(self) -> int | None:
        """From an exposure to its picture, 95th percentile (nearest rank); None of a few."""
        waits = sorted(self._pictures_ms)
        if len(waits) < ENOUGH_PICTURES:
            return None
        return round(waits[-(-95 * len(waits) // 100) - 1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The cover keeps the size of the suite."""
        if event.type() == QEvent.Type.Resize:
            self.cover.setGeometry(self._suite.rect())
        return super().eventFilter(watched, event)

    def _exposed(self, snapshot: Snapshot) -> None:
        now = time.monotonic()
        for event in snapshot.events:
            if isinstance(event, Exposed):
                self._waits[event.number] = now

    def _drawn(self, frame: Frame) -> None:
        began = self._waits.pop(frame.exposed.number, None)
        if began is not None:
            self._pictures_ms.append(1000.0 * (time.monotonic() - began))


class Cover(QFrame):
    """Lies over the suite while the clock stands: nobody looks or plans on."""

    def __init__(self, suite: SuiteScreen) -> None:
        super().__init__(suite)
        self.setObjectName("card")
        self.setAutoFillBackground(True)
        self.setGeometry(suite.rect())
        words = QLabel(tr("The invigilator has stopped the clock."))
        words.setProperty("role", "title")
        self.go_on = QPushButton(tr("Go on, with the invigilator's PIN"))
        self.go_on.setObjectName("exam_unpause")
        self.go_on.setAccessibleName(self.go_on.text())
        self.go_on.setToolTip(self.go_on.text())
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        self.hide()

    def show_paused(self, paused: bool) -> None:
        """Lie there, or not."""
        if paused and self.isHidden():
            self.show()
            self.raise_()
            self.go_on.setFocus()
        elif not paused and not self.isHidden():
            self.hide()
