"""One paper: its pictures to be stepped or played through, its timeline, the form beside them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from trainer.refusal import Refusal
from trainer.session.marking import MarkingDesk, PaperView
from trainer.ui.buttons import ActionButton
from trainer.ui.drawing_thread import DrawingThread
from trainer.ui.marking.form import MarkForm
from trainer.ui.marking.picture import PaperPicture
from trainer.ui.presenters.marking import frame_words, lines_of, paper_head, task_words
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.texts import tr

PLAY_MS = 700  # [X] a picture at a time, slow enough to be looked at
FORM_PX, LINES_PX = 392, 268


class PaperPage(QWidget):
    """One paper at a time. desk : None until the first one is shown."""

    sign_wanted = Signal()
    later_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marking_paper")
        names = ("mark_before", "mark_play", "mark_next", "mark_sign", "mark_later")
        self.buttons = {name: ActionButton(name) for name in names}
        self.picture, self.form, self.lines = PaperPicture(), MarkForm(), QListWidget()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.head, self.task = QLabel(), QLabel()
        self.dirty = False
        self._desk: MarkingDesk | None = None
        self._view: PaperView | None = None
        self._drawing: DrawingThread | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(PLAY_MS)
        self._timer.timeout.connect(lambda: self.step(1))
        self._lay_out()
        self._connect()

    @property
    def label(self) -> str:
        """Of the paper that is shown."""
        return "" if self._view is None else self._view.label

    @property
    def playing(self) -> bool:
        """Whether pictures go by."""
        return self._timer.isActive()

    def show_paper(self, desk: MarkingDesk, view: PaperView, at: int, of: int) -> None:
        """Another paper; its first picture is asked for."""
        self._desk, self._view = desk, view
        self.head.setText(paper_head(view, at, of))
        self.task.setText(task_words(view))
        self.form.ask(view.items, view.mine)
        self.dirty = False
        self._timer.stop()
        self._fill_lines(view)
        self.slider.setRange(0, max(0, len(view.frames) - 1))
        self.slider.setEnabled(len(view.frames) > 1)
        self.slider.setValue(0)
        self._look(0)
        self.lines.setFocus()

    def step(self, by: int) -> None:
        """One picture on or back; at the last one playing ends."""
        to = self.slider.value() + by
        if not self.slider.minimum() <= to <= self.slider.maximum():
            self._timer.stop()
            return
        self.slider.setValue(to)

    def play(self) -> None:
        """Let the pictures go by, or hold."""
        if self._timer.isActive():
            self._timer.stop()
        elif self._view is not None and self._view.frames:
            if self.slider.value() == self.slider.maximum():
                self.slider.setValue(0)
            self._timer.start()

    def leave(self) -> None:
        """End thread and timer."""
        self._timer.stop()
        if self._drawing is not None:
            self._drawing.close()
            self._drawing = None

    def _look(self, index: int) -> None:
        view = self._view
        if view is None or not 0 <= index < len(view.frames):
            self.picture.show_note(self.tr("No picture was taken."))
            return
        frame = view.frames[index]
        if not self.picture.has_picture:
            self.picture.show_note(self.tr("Drawing the picture; the first one takes a while."))
        if self._drawing is None:
            self._drawing = DrawingThread(_drawn, self._show, self)
        self._drawing.ask((self._desk, view.label, frame.number))
        self._follow(frame.number)

    def _show(self, request: tuple[MarkingDesk, str, int], drawn: Any) -> None:
        _, label, number = request
        view = self._view
        if view is None or label != view.label:
            return
        if isinstance(drawn, Refusal):
            self.picture.show_note(refused_text(drawn))
            return
        frame = next(one for one in view.frames if one.number == number)
        self.picture.show_picture(drawn, frame_words(frame))

    def _follow(self, number: int) -> None:
        """The line of this picture, if another one's is chosen."""
        item = self.lines.currentItem()
        if item is not None and item.data(Qt.ItemDataRole.UserRole) == number:
            return
        for row in range(self.lines.count()):
            if self.lines.item(row).data(Qt.ItemDataRole.UserRole) == number:
                self.lines.blockSignals(True)
                self.lines.setCurrentRow(row)
                self.lines.blockSignals(False)
                return

    def _line_chosen(self, row: int) -> None:
        item = self.lines.item(row)
        view = self._view
        if item is None or view is None:
            return
        number = item.data(Qt.ItemDataRole.UserRole)
        for index, frame in enumerate(view.frames):
            if frame.number == number:
                self.slider.setValue(index)

    def _fill_lines(self, view: PaperView) -> None:
        self.lines.blockSignals(True)
        self.lines.clear()
        for line in lines_of(view):
            item = QListWidgetItem(line.words, self.lines)
            item.setData(Qt.ItemDataRole.UserRole, line.frame)
            item.setToolTip(line.words)
        self.lines.setCurrentRow(0)
        self.lines.blockSignals(False)

    def _touched(self) -> None:
        self.dirty = True

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self._look)
        self.lines.currentRowChanged.connect(self._line_chosen)
        self.form.changed.connect(self._touched)
        self.buttons["mark_before"].clicked.connect(lambda: self.step(-1))
        self.buttons["mark_next"].clicked.connect(lambda: self.step(1))
        self.buttons["mark_play"].clicked.connect(self.play)
        self.buttons["mark_sign"].clicked.connect(self.sign_wanted)
        self.buttons["mark_later"].clicked.connect(self.later_wanted)

    def _lay_out(self) -> None:
        self.head.setProperty("role", "heading")
        self.task.setProperty("role", "muted")
        for label in (self.head, self.task):
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        self.lines.setObjectName("marking_lines")
        self.lines.setAccessibleName(self.tr("What was done, and when"))
        self.lines.setWordWrap(True)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setFixedWidth(LINES_PX)
        self.slider.setObjectName("marking_slider")
        self.slider.setAccessibleName(self.tr("Picture"))
        self.form.setMinimumWidth(FORM_PX)
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addLayout(self._left(), 3)
        body.addWidget(self.lines)
        body.addLayout(self._right(), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addWidget(self.task)
        column.addLayout(body, 1)

    def _left(self) -> QVBoxLayout:
        row = QHBoxLayout()
        for name in ("mark_before", "mark_play", "mark_next"):
            row.addWidget(self.buttons[name])
        left = QVBoxLayout()
        left.addWidget(self.picture, 1)
        left.addWidget(self.slider)
        left.addLayout(row)
        return left

    def _right(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.buttons["mark_later"])
        row.addWidget(self.buttons["mark_sign"], 1)
        told = QLabel(tr("Signing cannot be undone."))
        told.setProperty("role", "muted")
        told.setWordWrap(True)
        told.setMinimumWidth(1)
        right = QVBoxLayout()
        right.addWidget(self.form, 1)
        right.addWidget(told)
        right.addLayout(row)
        return right


def _drawn(request: tuple[MarkingDesk, str, int]) -> Any:
    """On the drawing thread: the picture, or why there is none."""
    desk, label, number = request
    try:
        return desk.picture(label, number)
    except Refusal as refusal:
        return refusal
