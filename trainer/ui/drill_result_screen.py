"""The result of a drill: one number, one sentence, again or next; the first minute's in 3D."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.ui.presenters.drill_result import DrillResultShown
from trainer.ui.presenters.solid import SolidPresenter
from trainer.ui.side_sheet import SideSheet
from trainer.ui.solid_view import SolidView
from trainer.ui.theme import LOOK
from trainer.ui.wrapped import wrapped_label

if TYPE_CHECKING:
    from trainer.session.debrief_room import InsideThen

CARD_PX = 620
INSIDE_PX = 520


class DrillResultScreen(QWidget):
    """Shown as soon as a drill is over."""

    again = Signal(str)
    home = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drill_result")
        self._shown: DrillResultShown | None = None
        names = ("title", "number", "verdict", "sentence", "mastery", "criterion")
        self.labels = {name: wrapped_label(f"result_{name}") for name in names}
        self.labels["title"].setProperty("role", "title")
        self.labels["number"].setProperty("role", "score")
        for name in ("mastery", "criterion"):
            self.labels[name].setProperty("role", "muted")
        self.labels["sentence"].setStyleSheet("font-size: 15px;")
        self.again_button = SideSheet.button("drill_again", self.tr("Again"))
        self.next_button = SideSheet.button("drill_next", self.tr("Next drill"))
        self.home_button = SideSheet.button("drill_home", self.tr("Home"))
        self.again_button.clicked.connect(self._again)
        self.next_button.clicked.connect(self._next)
        self.home_button.clicked.connect(self.home)
        self.solid: SolidView | None = None
        self.inside = QFrame()
        self.inside_note = wrapped_label("result_inside_note")
        self._lay_out()

    def show_result(self, shown: DrillResultShown) -> None:
        """Show it; the likeliest next act has the focus."""
        self._shown = shown
        for name, label in self.labels.items():
            text = str(getattr(shown, name))
            label.setText(text)
            label.setVisible(bool(text))
        mark = "✓" if shown.passed else "✗"
        if shown.verdict:
            self.labels["verdict"].setText(f"{mark}  {shown.verdict}")
        self.labels["verdict"].setStyleSheet(f"font-size: 16px; color: {LOOK.text};")
        self.next_button.setVisible(bool(shown.next_id))
        (self.next_button if shown.passed and shown.next_id else self.again_button).setFocus()
        self.inside.setVisible(shown.reveal is not None)
        self.show_note(self.tr("Drawing the inside …"))

    def show_inside(self, inside: InsideThen) -> None:
        """Where the needle ended, to be turned."""
        self.solid = SolidView(SolidPresenter(inside.scene, inside.camera))
        self.solid.setAccessibleName(self.tr("Where the needle ended, in 3D"))
        self._inside_column.insertWidget(0, self.solid, 1)
        self.show_note(self.tr("Drag to turn it: the ring is the target, the line your needle."))

    def show_note(self, text: str) -> None:
        """What is seen, or why there is nothing to be seen."""
        self.inside_note.setText(text)

    def leave(self) -> None:
        """Let the thread go."""
        if self.solid is not None:
            self.solid.close_thread()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the focus."""
        focused = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and focused in (self.again_button, self.next_button, self.home_button):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _again(self) -> None:
        if self._shown is not None:
            self.again.emit(self._shown.drill_id)

    def _next(self) -> None:
        if self._shown is not None:
            self.again.emit(self._shown.next_id)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(CARD_PX)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 26, 32, 22)
        column.setSpacing(10)
        for label in self.labels.values():
            column.addWidget(label)
        acts = QHBoxLayout()
        acts.setContentsMargins(0, 14, 0, 0)
        for button in (self.again_button, self.next_button):
            button.setMinimumSize(110, 32)
            acts.addWidget(button)
        acts.addStretch(1)
        acts.addWidget(self.home_button)
        column.addLayout(acts)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.setSpacing(20)
        whole.addStretch(1)
        whole.addWidget(card, 0, Qt.AlignmentFlag.AlignVCenter)
        whole.addWidget(self._lay_out_inside())
        whole.addStretch(1)

    def _lay_out_inside(self) -> QFrame:
        self.inside.setObjectName("card")
        self.inside.setFixedSize(INSIDE_PX, INSIDE_PX + 40)
        self._inside_column = QVBoxLayout(self.inside)
        self._inside_column.setContentsMargins(12, 12, 12, 12)
        self._inside_column.addWidget(self.inside_note)
        self.inside_note.setProperty("role", "muted")
        self.inside.hide()
        return self.inside
