"""The case folder: the file one reads, the talk before consent, reasons and the decision."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from trainer.attempt.acts import CASE_TOPICS, DECISIONS, POINTS, REASONS
from trainer.ui.presenters.folder import CaseTexts, FolderShown, reason_title, topic_title
from trainer.ui.presenters.texts import tr
from trainer.ui.side_sheet import SideSheet

DECISION_WORDS = {
    "proceed": "Go ahead",
    "postpone": "Not today",
    "decline": "Not this procedure",
}


class CaseFolder(SideSheet):
    """Three pages. What is pressed is said and done; nothing tells what is right."""

    opened = Signal(str)
    discussed = Signal(str)
    reasoned = Signal(str)
    decided = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("case_folder", self.tr("Case"), parent)
        self._texts = CaseTexts(None)
        self.topics = self._buttons("topic", CASE_TOPICS)
        self.points = self._buttons("point", POINTS)
        self.reasons = self._buttons("reason", REASONS)
        self.decisions = {
            name: self.button(f"decide_{name}", tr(DECISION_WORDS[name])) for name in DECISIONS
        }
        self.page_text = self._browser("case_text", self.tr("What the file says"))
        self.talk = self._browser("case_talk", self.tr("What was said"))
        self._decision = QLabel()
        self.add_page("case_file", self.tr("File"), self._split(self.topics, self.page_text))
        self.add_page("case_consent", self.tr("Talk"), self._split(self.points, self.talk))
        self.add_page("case_decision", self.tr("Decide"), self._deciding())
        self._connect()

    def set_case(self, texts: CaseTexts) -> None:
        """Whose folder it is."""
        self._texts = texts
        self.page_text.setPlainText(self.tr("Open a part of the file on the left."))
        self.talk.setPlainText(self.tr("Choose what to talk about."))

    def show_folder(self, shown: FolderShown) -> None:
        """What was opened, talked over, said and decided."""
        for names, buttons in (
            (shown.read, self.topics),
            (shown.discussed, self.points),
            (shown.reasons, self.reasons),
        ):
            for name, button in buttons.items():
                button.setChecked(name in names)
        for name, button in self.decisions.items():
            button.setChecked(name == shown.decision)
        words = tr(DECISION_WORDS[shown.decision]) if shown.decision else self.tr("not yet")
        self._decision.setText(self.tr("Decided: {words}").format(words=words))

    def _open(self, topic: str) -> None:
        self.page_text.setPlainText(f"{topic_title(topic)}\n\n{self._texts.page(topic)}")
        self.opened.emit(topic)

    def _talk_over(self, point: str) -> None:
        for who, words in self._texts.talk(point):
            self.talk.append(f"<b>{who}:</b> {words}")
        self.talk.append("")
        self.discussed.emit(point)

    def _buttons(self, kind: str, table: object) -> dict[str, QPushButton]:
        assert isinstance(table, dict)
        made = {}
        for name, title in table.items():
            button = self.button(f"{kind}_{name}", tr(title))
            button.setCheckable(True)
            button.setStyleSheet(
                "text-align: left; padding: 0px 8px; min-height: 26px; font-size: 12px;"
            )
            made[name] = button
        return made

    def _browser(self, name: str, spoken: str) -> QTextBrowser:
        browser = QTextBrowser(self)
        browser.setObjectName(name)
        browser.setAccessibleName(spoken)
        browser.setStyleSheet("font-size: 15px;")
        return browser

    def _split(self, buttons: dict[str, QPushButton], text: QTextBrowser) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 4, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(3)
        for button in buttons.values():
            column.addWidget(button)
        column.addStretch(1)
        row.addLayout(column, 2)
        row.addWidget(text, 3)
        return page

    def _deciding(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(
            QLabel(self.tr("Reasons, as you would give them to a colleague:")), 0, 0, 1, 2
        )
        for at, button in enumerate(self.reasons.values()):
            grid.addWidget(button, 1 + at // 2, at % 2)
        last = 2 + len(self.reasons) // 2
        row = QHBoxLayout()
        for button in self.decisions.values():
            button.setCheckable(True)
            row.addWidget(button)
        grid.setRowStretch(last, 1)
        grid.addLayout(row, last + 1, 0, 1, 2)
        grid.addWidget(self._decision, last + 2, 0, 1, 2)
        return page

    def _connect(self) -> None:
        for topic, button in self.topics.items():
            button.clicked.connect(lambda _=False, name=topic: self._open(name))
        for point, button in self.points.items():
            button.clicked.connect(lambda _=False, name=point: self._talk_over(name))
        for reason, button in self.reasons.items():
            button.setToolTip(reason_title(reason))
            button.clicked.connect(lambda _=False, name=reason: self.reasoned.emit(name))
        for decision, button in self.decisions.items():
            button.clicked.connect(lambda _=False, name=decision: self.decided.emit(name))
