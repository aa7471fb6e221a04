"""The story: the file as a trainee opens it, the block diary, decision and reasons, person."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from trainer.attempt.acts import CASE_TOPICS, REASONS
from trainer.scenario.manuscript.edits import Remove, SetValue
from trainer.ui.case_folder import DECISION_WORDS
from trainer.ui.choice import Choice
from trainer.ui.presenters.studio_rows import teach_reason, teaching_of
from trainer.ui.presenters.studio_story import (
    REFERRAL,
    TOPICS,
    add_block,
    items,
    judge_reason,
    page_text,
    verdict_of,
    write_page,
)
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.fields import WRITING_MS, ProseEdit, labelled
from trainer.ui.studio.page import Page, button
from trainer.ui.studio.person_leaf import PersonLeaf

KEY = Qt.ItemDataRole.UserRole
VERDICTS = (
    ("", "beside the point"),
    ("required", "must be given"),
    ("acceptable", "may be given"),
    ("wrong", "wrong here"),
)
COLUMNS: tuple[tuple[str, str], ...] = (
    ("joint", "Joint"),
    ("agent", "Agent"),
    ("volume_ul", "Volume, µL"),
    ("weeks_ago", "Weeks ago"),
    ("relief_percent", "Relief, %"),
    ("hours", "Hours"),
)


class StoryPage(Page):
    """Four leaves: file, diary, decision, person."""

    id = "story"

    def build(self) -> None:
        """The leaves."""
        self.tabs = QTabWidget()
        self.tabs.setObjectName("story_tabs")
        self.tabs.tabBar().setAccessibleName(self.tr("Leaves of the story"))
        self.tabs.addTab(self._file(), self.tr("File"))
        self.tabs.addTab(self._diary(), self.tr("Block diary"))
        self.tabs.addTab(self._decision(), self.tr("Decision"))
        self.tabs.addTab(PersonLeaf(self.fields), self.tr("Person"))
        self.column.addWidget(self.tabs, 1)

    def refresh(self) -> None:
        """As the document has it."""
        super().refresh()
        self._show_topics()
        self._show_page()
        self._show_diary()
        for reason, combo in self.reasons.items():
            verdict = verdict_of(self.presenter, reason)
            combo.setCurrentIndex(combo.findData(verdict))
            self.teachings[reason].setVisible(bool(verdict))
            self.teachings[reason].setText(teaching_of(self.presenter, reason))
            self.teachings[reason].setCursorPosition(0)

    def focus_field(self, where: str) -> bool:
        """On its leaf."""
        leaf = 1 if where.startswith("story.diary") else 0
        if where.startswith(("story.decision", "story.also", "story.reasons")):
            leaf = 2
        if where.startswith(("story.person", "story.pain", "story.plans", "story.consent")):
            leaf = 3
        self.tabs.setCurrentIndex(leaf)
        return super().focus_field(where)

    def _file(self) -> QWidget:
        self.topics = QListWidget()
        self.topics.setObjectName("story_topics")
        self.topics.setAccessibleName(self.tr("Parts of the file"))
        self.topics.setFixedWidth(190)
        for topic in (REFERRAL, *TOPICS):
            QListWidgetItem(tr(CASE_TOPICS[topic]), self.topics).setData(KEY, topic)
        self.text = ProseEdit("edit_story_text", self.tr("What the file says"), 8)
        self._writing = QTimer(self)
        self._writing.setSingleShot(True)
        self._writing.setInterval(WRITING_MS)
        self._writing.timeout.connect(self._write)
        self.text.textChanged.connect(self._writing.start)
        self.text.left.connect(self._write)
        self.topics.setCurrentRow(0)
        self._topic = REFERRAL
        self.topics.currentItemChanged.connect(self._turn)
        for place in ("story", "story.history", "story.pages"):
            self.fields.home(place, self.text)
        page = QWidget()
        row = QHBoxLayout(page)
        row.addWidget(self.topics)
        row.addWidget(self.text, 1)
        return page

    def _turn(self, item: QListWidgetItem | None) -> None:
        self._write()
        if item is not None:
            self._topic = str(item.data(KEY))
            self._show_page()

    def _write(self) -> None:
        self._writing.stop()
        write_page(self.presenter, self._topic, self.text.toPlainText())

    def _show_page(self) -> None:
        words = page_text(self.presenter, self._topic)
        if self.text.toPlainText().strip() != words.strip():
            blocked = self.text.blockSignals(True)
            self.text.setPlainText(words)
            self.text.blockSignals(blocked)

    def _show_topics(self) -> None:
        """What is written is marked, in words too."""
        for row in range(self.topics.count()):
            item = self.topics.item(row)
            topic = str(item.data(KEY))
            written = bool(page_text(self.presenter, topic))
            item.setText(f"{'●' if written else '○'}  {tr(CASE_TOPICS[topic])}")
        needed = self.topics.sizeHintForColumn(0) + 2 * self.topics.frameWidth() + 8
        self.topics.setFixedWidth(max(190, needed))

    def _diary(self) -> QWidget:
        self.diary = QTableWidget(0, len(COLUMNS))
        self.diary.setObjectName("story_diary")
        self.diary.setAccessibleName(self.tr("Block diary, oldest first"))
        self.diary.setHorizontalHeaderLabels([tr(text) for _, text in COLUMNS])
        self.diary.setTabKeyNavigation(False)
        self.diary.verticalHeader().hide()
        self.diary.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.diary.cellChanged.connect(self._wrote)
        self.fields.home("story.diary", self.diary)
        add = button("diary_add", self.tr("Add a block"))
        remove = button("diary_remove", self.tr("Take the block away"))
        add.clicked.connect(lambda: add_block(self.presenter))
        remove.clicked.connect(self._remove_block)
        page, row = QWidget(), QHBoxLayout()
        row.addWidget(add)
        row.addWidget(remove)
        row.addStretch(1)
        column = QVBoxLayout(page)
        column.addWidget(self.diary, 1)
        column.addLayout(row)
        return page

    def _show_diary(self) -> None:
        blocks = items(self.presenter, "diary")
        blocked = self.diary.blockSignals(True)
        self.diary.setRowCount(len(blocks))
        for row, one in enumerate(blocks):
            for column, (name, _) in enumerate(COLUMNS):
                text = str(one.get(name, ""))
                item = self.diary.item(row, column)
                if item is None:
                    self.diary.setItem(row, column, QTableWidgetItem(text))
                else:
                    item.setText(text)
        self.diary.blockSignals(blocked)

    def _wrote(self, row: int, column: int) -> None:
        name, item = COLUMNS[column][0], self.diary.item(row, column)
        words = "" if item is None else item.text().strip()
        value: Any = int(words) if name not in ("joint", "agent") and words.isdigit() else words
        self.presenter.set(("story", "diary", row, name), value, self.tr("Block diary"))

    def _remove_block(self) -> None:
        row = self.diary.currentRow()
        if row >= 0:
            self.presenter.change(
                Remove(("story", "diary", row)), label=self.tr("Block taken away")
            )

    def _decision(self) -> QWidget:
        page, outer = QWidget(), self.column
        column = self.column = QVBoxLayout(page)
        options = [(name, tr(words)) for name, words in DECISION_WORDS.items()]
        column.addWidget(
            self.fields.choice(
                ("story", "decision"), "decision", self.tr("The right decision"), options
            )
        )
        for name, words in options:
            box = self.fields.tick(
                f"also_{name}",
                self.tr("A careful colleague could also say: {words}").format(words=words),
                partial(self._is_also, name),
                partial(self._also, name),
            )
            column.addWidget(box)
        self.reasons: dict[str, Choice] = {}
        self.teachings: dict[str, QLineEdit] = {}
        self.heading(self.tr("What each reason is worth in this case"))
        for reason, text in REASONS.items():
            column.addWidget(labelled(tr(text), self._worth(reason, tr(text))))
            column.addWidget(self._teaching(reason, tr(text)))
        column.addStretch(1)
        self.column = outer
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _worth(self, reason: str, words: str) -> Choice:
        """What a reason is worth, chosen among the verdicts."""
        combo = Choice(f"reason_{reason}", words)
        for verdict, said in VERDICTS:
            combo.addItem(tr(said), verdict)
        combo.activated.connect(
            lambda _at: judge_reason(self.presenter, reason, str(combo.currentData()))
        )
        self.fields.home("story.reasons", combo)
        self.reasons[reason] = combo
        return combo

    def _teaching(self, reason: str, words: str) -> QLineEdit:
        """Why a reason is worth what it is; there for those that are worth something."""
        edit = QLineEdit()
        edit.setObjectName(f"teaching_{reason}")
        edit.setAccessibleName(self.tr("Why: {reason}").format(reason=words))
        edit.setPlaceholderText(self.tr("What the debrief says about it"))
        edit.editingFinished.connect(lambda: self._teach(reason))
        edit.hide()
        self.teachings[reason] = edit
        return edit

    def _teach(self, reason: str) -> None:
        """Only what was written: a line cannot show a text's paragraphs."""
        edit = self.teachings[reason]
        if edit.isModified():
            teach_reason(self.presenter, reason, edit.text())

    def _is_also(self, name: str) -> bool:
        return name in (self.presenter.value(("story", "also_acceptable")) or [])

    def _also(self, name: str, on: bool) -> None:
        kept = [
            one for one in self.presenter.value(("story", "also_acceptable")) or [] if one != name
        ]
        also = [*kept, name] if on else kept
        edit = SetValue(("story", "also_acceptable"), also)
        self.presenter.change(edit, label=self.tr("Decision"))
