"""The lists of Home: the library with its filters and small pictures, the drills."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from trainer.anatomy.levels import LEVELS
from trainer.ui.card_delegate import CARD_ROLE, COURSE_ROLE, CardDelegate
from trainer.ui.drill_delegate import DrillDelegate
from trainer.ui.presenters.home import CardShown, DrillLine, Filter
from trainer.ui.presenters.texts import tr

DATA = Qt.ItemDataRole.UserRole
PROCEDURES = ("placement", "block", "rhizotomy")
DIFFICULTIES = (1, 2, 3, 4, 5)
DONE = {"open": "Not done yet", "done": "Done"}


def plain_list(name: str, spoken: str) -> QListWidget:
    """An empty list."""
    made = QListWidget()
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setWordWrap(True)
    made.setSpacing(2)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


class FilterRow(QWidget):
    """Which scenarios are shown."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = {
            "level": self._choice("level", self.tr("Level"), [(each, each) for each in LEVELS]),
            "side": self._choice("side", self.tr("Side"), _words(("left", "right"))),
            "procedure": self._choice("procedure", self.tr("Procedure"), _words(PROCEDURES)),
            "difficulty": self._choice(
                "difficulty", self.tr("Difficulty"), [(str(n), str(n)) for n in DIFFICULTIES]
            ),
            "done": self._choice(
                "done", self.tr("Done or not"), [(name, tr(text)) for name, text in DONE.items()]
            ),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for choice in self.choices.values():
            row.addWidget(choice, 1)

    @property
    def filter(self) -> Filter:
        """What is chosen."""
        level, side, procedure, difficulty, done = (
            str(choice.currentData() or "") for choice in self.choices.values()
        )
        return Filter(level, side, procedure, int(difficulty or 0), done)

    def _choice(self, name: str, spoken: str, items: Sequence[tuple[str, str]]) -> QComboBox:
        made = QComboBox()
        made.setObjectName(f"filter_{name}")
        made.setAccessibleName(spoken)
        made.setToolTip(spoken)
        made.addItem(self.tr("{what}: all").format(what=spoken), "")
        for value, words in items:
            made.addItem(words, value)
        made.activated.connect(lambda _: self.changed.emit())
        return made


class LibraryList(QListWidget):
    """Cards, some of them filtered away."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scenarios")
        self.setAccessibleName(self.tr("Scenarios"))
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(CardDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)  # a card's height hangs on its width

    def show_cards(self, cards: Sequence[CardShown]) -> None:
        """Fill it, the first chosen."""
        self.clear()
        for card in cards:
            item = QListWidgetItem(card.title, self)
            item.setData(DATA, card.id)
            item.setData(CARD_ROLE, card)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, card.spoken)
        self.head_courses()
        self.setCurrentRow(0)

    def head_courses(self) -> None:
        """The first card of a course that is not filtered away stands under its heading."""
        before = None
        for row in range(self.count()):
            item = self.item(row)
            if item.isHidden():
                continue
            course = item.data(CARD_ROLE).course
            item.setData(COURSE_ROLE, course if course != before else None)
            before = course


class DrillList(QListWidget):
    """The twelve drills with how far each is."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drills")
        self.setAccessibleName(self.tr("Drills"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(DrillDelegate(self))

    def show_drills(self, drills: Sequence[DrillLine]) -> None:
        """Fill it, the first chosen."""
        self.clear()
        for line in drills:
            item = QListWidgetItem(line.title, self)
            item.setData(DATA, line.id)
            item.setData(CARD_ROLE, line)
            item.setToolTip(f"{line.skill}\n{line.state}")
            spoken = f"{line.title}. {line.skill}. {line.state}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.setCurrentRow(0)


def _words(names: Sequence[str]) -> list[tuple[str, str]]:
    return [(name, tr(name.capitalize())) for name in names]
