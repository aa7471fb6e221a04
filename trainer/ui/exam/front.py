"""The first page of exams: sessions to go on with, and a form that opens a new one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.buttons import ActionButton
from trainer.ui.exam.named import button, entry
from trainer.ui.home_lists import DATA, plain_list
from trainer.ui.presenters.exam import ExamOpened, session_lines


class ExamFront(QWidget):
    """Enter a session, or open one."""

    enter = Signal(str)
    open = Signal(dict)  # file, by, workstation, passphrase
    define = Signal()

    def __init__(self, what: ExamOpened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exam_front")
        self.home_button = ActionButton("home")
        self.sessions = plain_list("exam_sessions", self.tr("Sessions"))
        self.enter_button = button("exam_enter", self.tr("Go on with this session"))
        self.open_button = button("exam_open", self.tr("Open a session"))
        self.define_button = button("exam_define", self.tr("Define an exam"))
        self.browse_button = button("exam_browse", self.tr("Choose a file"))
        self.fields = {
            "file": entry("file", self.tr("Exam, defined or as written (YAML)")),
            "by": entry("by", self.tr("Examiner, by a short name")),
            "workstation": entry("workstation", self.tr("Workstation")),
            "passphrase": entry("passphrase", self.tr("Passphrase, if it is encrypted")),
        }
        self.fields["passphrase"].setEchoMode(QLineEdit.EchoMode.Password)
        self.fields["workstation"].setText(what.workstation)
        for line in session_lines(what.sessions, datetime.now().astimezone()):
            item = QListWidgetItem(line.text, self.sessions)
            item.setData(DATA, line.id if line.readable else "")
        self.sessions.setCurrentRow(0)
        self.busy = QLabel()
        self.busy.setObjectName("exam_busy")
        self._connect()
        self._lay_out()

    def say(self, text: str) -> None:
        """What takes a while."""
        self.busy.setText(text)

    def show_file(self, path: Path) -> None:
        """An exam that was just defined, ready to be opened."""
        self.fields["file"].setText(str(path))
        self.fields["by"].setFocus()

    def _connect(self) -> None:
        self.enter_button.clicked.connect(self._enter)
        self.sessions.itemActivated.connect(lambda _item: self._enter())
        self.open_button.clicked.connect(self._open)
        self.browse_button.clicked.connect(self._browse)
        self.define_button.clicked.connect(self.define)
        for field in self.fields.values():
            field.returnPressed.connect(self._open)

    def _enter(self) -> None:
        item = self.sessions.currentItem()
        if item is not None and item.data(DATA):
            self.enter.emit(item.data(DATA))

    def _open(self) -> None:
        self.open.emit({name: field.text().strip() for name, field in self.fields.items()})

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose an exam"), str(Path.home()))
        dialog.setObjectName("choose_exam")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.fields["file"].setText)
        dialog.open()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Exams"))
        title.setProperty("role", "title")
        words = QLabel(
            self.tr(
                "An exam is held on this workstation. Its records stay here, chained and signed. "
                "There is no validity evidence yet: no decision should rest on a mark."
            )
        )
        words.setWordWrap(True)
        words.setProperty("role", "muted")
        top = QHBoxLayout()
        top.addWidget(title)
        top.addStretch(1)
        top.addWidget(self.home_button)
        lists = QHBoxLayout()
        lists.setSpacing(20)
        lists.addLayout(self._left(), 6)
        lists.addWidget(self._right(), 5, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.addLayout(top)
        column.addWidget(words)
        column.addLayout(lists, 1)
        column.addWidget(self.busy)

    def _left(self) -> QVBoxLayout:
        heading = QLabel(self.tr("Sessions"))
        heading.setProperty("role", "heading")
        row = QHBoxLayout()
        row.addWidget(self.enter_button)
        row.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(heading)
        left.addWidget(self.sessions, 1)
        left.addLayout(row)
        return left

    def _right(self) -> QFrame:
        card, heading = QFrame(), QLabel(self.tr("Open a session"))
        card.setObjectName("card")
        heading.setProperty("role", "heading")
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 10, 14, 12)
        column.addWidget(heading)
        for name, field in self.fields.items():
            column.addWidget(QLabel(field.accessibleName()))
            row = QHBoxLayout()
            row.addWidget(field, 1)
            if name == "file":
                row.addWidget(self.browse_button)
            column.addLayout(row)
        column.addSpacing(6)
        column.addWidget(self.open_button)
        column.addWidget(self.define_button)
        return card
