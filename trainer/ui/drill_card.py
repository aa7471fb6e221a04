"""The card of a drill, over the reference monitor: what is asked, answers, what came of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.presenters.drill import DrillShown
from trainer.ui.side_sheet import SideSheet
from trainer.ui.wrapped import wrapped_label

COLUMNS = 2


class DrillCard(QFrame):
    """Shows what a `DrillPresenter` says; a `DrillCardView`."""

    chosen = Signal(str)
    go_on = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Drill"))
        self._title, self._place = QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._place.setProperty("role", "muted")
        self.ask, self.feedback = wrapped_label("drill_ask"), wrapped_label("drill_feedback")
        self.next = self._act("drill_next", self.go_on.emit)
        self.done = self._act("drill_done", self.finished.emit)
        self.choices: dict[str, QPushButton] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._lay_out()

    def show_drill(self, shown: DrillShown) -> None:
        """The card as it is now."""
        self._title.setText(shown.title)
        self._place.setText(shown.place)
        self.ask.setText(shown.ask)
        self.feedback.setText(_marked(shown))
        for button, text in ((self.next, shown.next_text), (self.done, shown.done_text)):
            button.setText(text)
            button.setAccessibleName(text)
            button.setVisible(bool(text))
        if tuple(self.choices) != tuple(name for name, _ in shown.choices):
            self._set_choices(shown.choices)

    def _set_choices(self, choices: tuple[tuple[str, str], ...]) -> None:
        for old in self.choices.values():
            old.setParent(None)
            old.deleteLater()
        self.choices = {}
        for at, (name, words) in enumerate(choices):
            text = f"{at + 1}  {words}"
            button = SideSheet.button(f"choice_{name}", text)
            button.setStyleSheet("text-align: left; padding: 4px 10px;")
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self._grid.addWidget(button, at // COLUMNS, at % COLUMNS)
            self.choices[name] = button

    def _act(self, name: str, act: Callable[[], None]) -> QPushButton:
        button = SideSheet.button(name, "")
        button.clicked.connect(act)
        button.hide()
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._place, 0, Qt.AlignmentFlag.AlignVCenter)
        acts = QHBoxLayout()
        acts.addWidget(self.done)
        acts.addStretch(1)
        acts.addWidget(self.next)
        self.ask.setStyleSheet("font-size: 15px;")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.ask)
        column.addLayout(self._grid)
        column.addWidget(self.feedback)
        column.addStretch(1)
        column.addLayout(acts)


def _marked(shown: DrillShown) -> str:
    """The feedback with its sign: a word's colour alone says nothing to everybody."""
    if not shown.feedback or shown.good is None:
        return shown.feedback
    return f"{'✓' if shown.good else '✗'}  {shown.feedback}"
