"""Dialogs of an exam: what an act asks for, whose PIN, what is told afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from trainer.refusal import Refusal
from trainer.ui.exam.named import button
from trainer.ui.presenters.exam_acts import Told
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.texts import tr

WIDTH_PX, PAGE_PX, PICTURE_PX = 460, 640, 420


@dataclass(frozen=True, slots=True)
class Line:
    """One thing asked for. choices : None for a free text."""

    id: str
    text: str
    choices: tuple[str, ...] | None = None
    secret: bool = False
    given: str = ""


def _hidden_sentence(name: str) -> QLabel:
    """A label for what a person or a file may have written: never read as markup."""
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.hide()
    return label


class AskDialog(QDialog):
    """Asks for a few lines. `tried` decides: a sentence keeps it open, "" closes it."""

    def __init__(
        self,
        heading: str,
        lines: Sequence[Line],
        yes: str,
        tried: Callable[[dict[str, str]], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tried = tried
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        self.yes, no = button("ask_yes", yes), button("ask_no", self.tr("Cancel"))
        self.yes.setDefault(True)
        self.yes.clicked.connect(self._try)
        no.clicked.connect(self.reject)
        self.why = _hidden_sentence("ask_why")
        title = QLabel(heading)
        title.setProperty("role", "heading")
        title.setWordWrap(True)
        form = QFormLayout()
        form.setSpacing(8)
        for line in lines:
            form.addRow(QLabel(line.text), self._field(line))
        answers = QHBoxLayout()
        answers.addStretch(1)
        answers.addWidget(no)
        answers.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.addWidget(title)
        column.addLayout(form)
        column.addWidget(self.why)
        column.addLayout(answers)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._fit()

    @property
    def said(self) -> dict[str, str]:
        """What was typed or chosen."""
        return {
            name: one.currentText() if isinstance(one, QComboBox) else one.text()
            for name, one in self.fields.items()
        }

    def show_why(self, sentence: str) -> None:
        """Why it stays open."""
        self.why.setText(sentence)
        self.why.setAccessibleName(sentence)
        self.why.setVisible(bool(sentence))
        self._fit()

    def _fit(self) -> None:
        """As high as its lines need; the sentence below wraps."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        width = max(WIDTH_PX, layout.sizeHint().width())
        self.resize(width, max(layout.heightForWidth(width), layout.sizeHint().height()))

    def _try(self) -> None:
        why = self._tried(self.said)
        if why:
            for name, one in self.fields.items():
                if isinstance(one, QLineEdit) and one.echoMode() is QLineEdit.EchoMode.Password:
                    one.clear()
                    self.fields[name].setFocus()
            self.show_why(why)
        else:
            self.accept()

    def _field(self, line: Line) -> QWidget:
        made: QLineEdit | QComboBox
        if line.choices is None:
            made = QLineEdit(line.given)
            if line.secret:
                made.setEchoMode(QLineEdit.EchoMode.Password)
        else:
            made = QComboBox()
            made.addItems(list(line.choices))
        made.setObjectName(f"ask_{line.id}")
        made.setAccessibleName(line.text)
        made.setToolTip(line.text)
        self.fields[line.id] = made
        return made


class ToldDialog(QDialog):
    """What came of an act: a PIN, a receipt, a report, a picture."""

    def __init__(self, told: Told, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("told")
        self.setWindowTitle(told.heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = QLabel(told.heading)
        heading.setProperty("role", "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.addWidget(heading)
        if told.picture is not None:
            column.addWidget(_picture(told.picture, told.heading))
        self.text = QLabel(told.text) if told.once or told.picture is not None else None
        if self.text is not None:
            self.text.setObjectName("told_text")
            self.text.setProperty("role", "score" if told.once else "")
            self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(self.text)
        elif _is_page(told):
            column.addWidget(_page(told.text, told.heading))
        close = button("told_close", self.tr("Close"))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        if _is_page(told):
            copy = button("told_copy", self.tr("Copy"))
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(told.text))
            row.addWidget(copy)
        row.addWidget(close)
        column.addLayout(row)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        close.setDefault(True)
        least = PAGE_PX if _is_page(told) else WIDTH_PX
        self.resize(max(least, column.sizeHint().width()), column.sizeHint().height())


class PinDialog(AskDialog):
    """Whose PIN. `shown` : by whom, once it was right; a wrong one stays here and makes wait."""

    shown = Signal(str)

    def __init__(
        self,
        heading: str,
        names: Sequence[str],
        is_right: Callable[[str, str], bool],
        parent: QWidget,
        more: Sequence[Line] = (),
    ) -> None:
        self._is_right = is_right
        lines = (
            Line("name", tr("Name"), tuple(names)),
            Line("pin", tr("PIN"), secret=True),
            *more,
        )
        super().__init__(heading, lines, tr("Sign on"), self._look, parent)
        self.setObjectName("pin")
        self.fields["pin"].setFocus()

    def _look(self, said: dict[str, str]) -> str:
        try:
            right = self._is_right(said["name"], said["pin"])
        except Refusal as refusal:
            return refused_text(refusal)
        return "" if right else self.tr("That is not the PIN.")

    def accept(self) -> None:
        """It was right."""
        who = self.said["name"]
        super().accept()
        self.shown.emit(who)


def _is_page(told: Told) -> bool:
    return bool(told.text) and not told.once and told.picture is None


def _page(text: str, spoken: str) -> QPlainTextEdit:
    page = QPlainTextEdit(text)
    page.setObjectName("told_page")
    page.setAccessibleName(spoken)
    page.setReadOnly(True)
    page.setTabChangesFocus(True)
    page.setMinimumHeight(300)
    return page


def _picture(picture: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], spoken: str) -> QLabel:
    grey = np.ascontiguousarray(picture)
    height, width = grey.shape[:2]
    image = QImage(grey.data, width, height, grey.strides[0], QImage.Format.Format_Grayscale8)
    label = QLabel()
    label.setObjectName("told_picture")
    label.setAccessibleName(spoken)
    keep = Qt.AspectRatioMode.KeepAspectRatio
    label.setPixmap(QPixmap.fromImage(image.copy()).scaled(PICTURE_PX, PICTURE_PX, keep))
    return label
