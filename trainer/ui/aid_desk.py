"""Practice aids in the suite: the sheet that offers them, the overlay that shows them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from trainer.attempt.commands import SetAid
from trainer.attempt.events import Event
from trainer.ui.aid_overlay import AidOverlay
from trainer.ui.monitor_view import MonitorView
from trainer.ui.presenters.aids import AidLines, Aids, AidsShown
from trainer.ui.side_sheet import SideSheet

if TYPE_CHECKING:
    from trainer.session.live_attempt import LiveAttempt
    from trainer.session.runner import Snapshot


class AidSheet(SideSheet):
    """A switch for each aid that is offered, and the way back."""

    switched = Signal(str, bool)
    back = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("aid_sheet", self.tr("Practice aids"), parent)
        self.switches: dict[str, QPushButton] = {}
        self.back_button = self.button("aid_back", self.tr("Back to the last step"))
        self.back_button.setToolTip(
            self.tr("Go on in a new attempt from before the last step; this one stays as it is")
        )
        self.back_button.clicked.connect(self.back)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setProperty("role", "muted")
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.back_button)
        self._column.addWidget(self._note)
        self._column.addStretch(1)
        self._pages.addWidget(page)

    def show_aids(self, shown: AidsShown) -> None:
        """The switches as they stand."""
        for at, (name, words) in enumerate(shown.offered):
            if name not in self.switches:
                self._add(at, name, words)
        for name, switch in self.switches.items():
            switch.setChecked(name in shown.on)
        self.back_button.setVisible(shown.back)
        self._note.setText(shown.note)

    def _add(self, at: int, name: str, words: str) -> None:
        switch = self.button(f"aid_{name}", words)
        switch.setCheckable(True)
        switch.setStyleSheet("text-align: left; padding: 5px 12px;")
        switch.clicked.connect(lambda on: self.switched.emit(name, on))
        self._column.insertWidget(at, switch)
        self.switches[name] = switch


class AidDesk(QObject):
    """Joins aids to the suite. back : go on from before the last step."""

    def __init__(
        self, attempt: LiveAttempt, monitors: tuple[MonitorView, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.sheet = AidSheet(parent)
        self.aids = Aids(attempt)
        self._attempt, self._monitors = attempt, monitors
        self._overlays = {monitor: AidOverlay(monitor) for monitor in monitors}
        self._events: list[Event] = []
        self._seq, self._kept = -1, 0
        self._told: tuple[str, ...] | None = None
        self._drawn: dict[MonitorView, object] = {}
        self.sheet.switched.connect(self._switch)
        self.refresh()

    def receive(self, snapshot: Snapshot) -> None:
        """Take a snapshot in."""
        if snapshot.events:
            if snapshot.seq == self._seq:
                del self._events[self._kept :]
            self._seq, self._kept = snapshot.seq, len(self._events)
            self._events += snapshot.events
        self.refresh()

    def refresh(self) -> None:
        """Sheet and overlays as things stand; nothing is computed while no aid is on."""
        state = self._attempt.runner.snapshot.state
        if state.aids != self._told:
            self._told = state.aids
            self.sheet.show_aids(self.aids.shown(state))
        for monitor, overlay in self._overlays.items():
            if not state.aids:
                overlay.show_aids(AidLines(), on=False)
                continue
            picture = monitor.picture
            shot = None if picture is None else picture.taken
            key = (None if shot is None else shot.number, state.aids, self._seq)
            if self._drawn.get(monitor) != (key, overlay.size()):
                lines = AidLines()
                if shot is not None:
                    lines = self.aids.over(shot, state, self._events)
                overlay.show_aids(lines, on=True)
                self._drawn[monitor] = (key, overlay.size())
            overlay.show()

    def act(self) -> Callable[[], None]:
        """Open the sheet, or put it away."""
        return self.sheet.toggle

    def _switch(self, name: str, on: bool) -> None:
        self._attempt.runner.send(lambda t_ms: SetAid(t_ms, name, on))
