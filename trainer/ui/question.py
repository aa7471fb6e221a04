"""One question with two answers, over the screen that asks it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


class Question(QDialog):
    """`accepted` on yes, `rejected` on no or Esc. Open it with `open`: no event loop of its own."""

    def __init__(self, title: str, text: str, yes: str, no: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("question")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading, words = QLabel(title), QLabel(text)
        heading.setProperty("role", "heading")
        for label in (heading, words):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.yes, self.no = self._button("yes", yes), self._button("no", no)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        self.yes.setDefault(True)
        answers = QHBoxLayout()
        answers.addStretch(1)
        answers.addWidget(self.no)
        answers.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for label in (heading, words):
            column.addWidget(label)
        column.addLayout(answers)
        self.resize(column.sizeHint())

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"answer_{name}")
        button.setAccessibleName(text)
        button.setToolTip(text)
        return button
