"""What is wrong with the case now: a list whose lines lead to the field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from trainer.scenario.manuscript.notes import Note
from trainer.ui.presenters.texts import tr, tr_sentence

NOTE = Qt.ItemDataRole.UserRole


class ProblemList(QWidget):
    """A heading that counts, and the list. `wanted` tells the note of the chosen line."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_problems")
        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.heading.setWordWrap(True)
        self.lines = QListWidget()
        self.lines.setObjectName("problem_lines")
        self.lines.setAccessibleName(self.tr("Problems, each leads to its field"))
        self.lines.setWordWrap(True)
        self.lines.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.itemClicked.connect(self._go)
        self.lines.itemActivated.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.lines, 1)
        column.addStretch(0)
        self.show_notes(())

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Everything there is to say, hindrances first."""
        stopping = sum(one.stops for one in notes)
        kept = self.lines.currentRow()
        self.lines.clear()
        for one in notes:
            item = QListWidgetItem(_said(one), self.lines)
            item.setData(NOTE, one)
            item.setToolTip(tr("Go to {where}").format(where=one.where or tr("the case")))
        self.lines.setCurrentRow(min(kept, self.lines.count() - 1))
        if stopping:
            words = self.tr("To be mended before publishing: {count}")
        elif notes:
            words = self.tr("Nothing hinders publishing; worth a look: {count}")
        else:
            words = self.tr("Nothing hinders publishing.")
        self.heading.setText(words.format(count=stopping or len(notes)))

    def _go(self, item: QListWidgetItem) -> None:
        self.wanted.emit(item.data(NOTE))


def _said(one: Note) -> str:
    """The sign tells what stops from what is only worth a look, without colour."""
    sign = "▲" if one.stops else "△"
    where = f"{one.where}: " if one.where else ""
    return f"{sign} {where}{tr_sentence(one.message)}"
