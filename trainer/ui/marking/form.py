"""The rater's form: checklist, overall rating, verdict, comment."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from trainer.assessment.marking.checklist import ANSWER_TEXTS, OVERALL, VERDICTS, Item
from trainer.assessment.marking.mark import Mark
from trainer.session.marking import Given
from trainer.ui.choice import Choice
from trainer.ui.presenters.texts import tr

COMMENT_PX = 74


class MarkForm(QScrollArea):
    """What a rater fills in; nothing is chosen before the rater chooses."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marking_form")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.answers: dict[str, Choice] = {}
        self.overall = self._choice("marking_overall", self.tr("Overall"))
        self.verdict = self._choice("marking_verdict", self.tr("Verdict"))
        self.comment = QPlainTextEdit()
        self.comment.setObjectName("marking_comment")
        self.comment.setAccessibleName(self.tr("Comment"))
        self.comment.setTabChangesFocus(True)
        self.comment.setFixedHeight(COMMENT_PX)
        self.comment.textChanged.connect(self.changed)

    @property
    def given(self) -> Given:
        """As it stands; what is not chosen is not in it."""
        answers = {
            name: str(choice.currentData())
            for name, choice in self.answers.items()
            if choice.currentData()
        }
        overall, verdict = self.overall.currentData(), self.verdict.currentData()
        return Given(answers, int(overall or 0), str(verdict or ""), self.comment.toPlainText())

    def ask(self, items: tuple[Item, ...], mine: Mark | None) -> None:
        """The questions of a paper, answered as this rater did before."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 10, 4)
        column.setSpacing(3)
        self.answers = {
            item.id: self._choice(f"marking_{item.id}", tr(item.text)) for item in items
        }
        for item in items:
            self._fill(self.answers[item.id], ANSWER_TEXTS)
            self._put(column, tr(item.text), self.answers[item.id])
        self.overall = self._choice("marking_overall", self.tr("Overall"))
        self.verdict = self._choice("marking_verdict", self.tr("Verdict"))
        self._fill(self.overall, {str(n): f"{n}  {tr(words)}" for n, words in OVERALL.items()})
        self._fill(self.verdict, VERDICTS)
        self._put(column, self.tr("Overall, 1 to 5"), self.overall)
        self._put(column, self.tr("Verdict"), self.verdict)
        self._put(column, self.tr("Comment"), self.comment)
        column.addStretch(1)
        self.comment.setPlainText("" if mine is None else mine.comment)
        old = self.takeWidget()
        if old is not None:
            old.deleteLater()
        self.setWidget(inner)
        if mine is not None:
            self._answer(mine)

    def _answer(self, mine: Mark) -> None:
        for name, choice in self.answers.items():
            choice.setCurrentIndex(max(0, choice.findData(mine.answers.get(name, ""))))
        self.overall.setCurrentIndex(max(0, self.overall.findData(str(mine.overall))))
        self.verdict.setCurrentIndex(max(0, self.verdict.findData(mine.verdict)))

    def _choice(self, name: str, spoken: str) -> Choice:
        made = Choice(name, spoken)
        made.activated.connect(lambda _at: self.changed.emit())
        return made

    def _fill(self, choice: Choice, words: Mapping[str, str]) -> None:
        choice.addItem(self.tr("choose"), "")
        for value, text in words.items():
            choice.addItem(tr(text), value)

    def _put(self, column: QVBoxLayout, text: str, part: QWidget) -> None:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setMinimumWidth(1)
        label.setBuddy(part)
        column.addWidget(label)
        column.addWidget(part)
        column.addSpacing(4)
