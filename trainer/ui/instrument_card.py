"""The card of what the hand holds: needle, syringe or generator; the case and the room beside."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from trainer.anatomy.levels import LEVELS, Side
from trainer.ui.buttons import ActionButton
from trainer.ui.choice import SHORT, Choice
from trainer.ui.feel_view import FeelView
from trainer.ui.generator_page import GeneratorPage
from trainer.ui.notch_view import NotchView
from trainer.ui.presenters.shown import BedsideShown, NeedleChoice
from trainer.ui.presenters.texts import tr
from trainer.ui.shaft_view import ShaftView
from trainer.ui.syringe_page import SyringePage
from trainer.ui.wrapped import ElidingLabel

PAGES = ("page_needle", "page_syringe", "page_generator")
SHEETS = ("case_folder", "room_sheet")
WORDED = (
    "take",
    "leave",
    "remove",
    "grip_lock",
    "withdraw",
    "advance",
    "mark",
    "declare",
    "submit",
)
DRAWN = ("take_up", "holder", "breath", "hub_back", "hub_on")
WAITS = ("wait_10", "wait_60", "wait_600")  # beside syringe and generator: both are waited for


class InstrumentCard(QFrame):
    """One instrument at a time; above it what else can be taken up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.buttons = {
            name: ActionButton(name, self, only_icon=name in DRAWN) for name in (*WORDED, *DRAWN)
        }
        for name in ("grip_lock", "holder", "breath"):
            self.buttons[name].setCheckable(True)
        for name in ("withdraw", "advance", "hub_back", "hub_on"):
            self.buttons[name].setAutoRepeat(True)
        self.waits = {name: ActionButton(name, self) for name in WAITS}
        self.needle = Choice("choose_needle", self.tr("Needle to take"))
        self.level = Choice("choose_level", self.tr("Level to declare"))
        self.level.addItems([self.tr("Level"), *LEVELS])
        self.side = Choice("choose_side", self.tr("Side to declare"))
        self.side.addItem(self.tr("Side"), "")
        for side in Side:
            self.side.addItem(tr(side.value), side.value)
        self.shaft, self.feel = ShaftView(self), FeelView(self)
        self.notch = NotchView(self)
        self.syringe, self.generator = SyringePage(self), GeneratorPage(self)
        self._pages = QStackedWidget(self)
        self.page_buttons = {name: ActionButton(name, self) for name in PAGES}
        self.sheet_buttons = {name: ActionButton(name, self) for name in SHEETS}
        self._rings, self._declared = QLabel(), ElidingLabel()
        self._declared.setProperty("role", "muted")
        self._rings.setProperty("role", "muted")
        self._lay_out()

    def set_needles(self, needles: tuple[NeedleChoice, ...]) -> None:
        """What the tray holds."""
        self.needle.clear()
        for choice in needles:
            self.needle.addItem(tr(choice.title), choice.id)
            self.needle.setItemData(self.needle.count() - 1, choice.short, SHORT)

    def show_bedside(self, shown: BedsideShown) -> None:
        """The shaft and the grip."""
        self.shaft.show_needle(shown.needle)
        self.notch.show_needle(shown.needle)
        self._rings.setText(shown.needle.rings_text if shown.needle else "")
        self.buttons["grip_lock"].setChecked(shown.gripped)
        self.buttons["holder"].setChecked(shown.forceps)
        self.buttons["grip_lock"].setText(
            self.tr("Gripped") if shown.gripped else self.tr("Hold grip")
        )

    def show_breath(self, held: bool) -> None:
        """Whether the patient holds the breath."""
        self.buttons["breath"].setChecked(held)

    def show_declared(self, text: str) -> None:
        """The level that was declared."""
        self._declared.setText(text)

    @property
    def chosen_needle(self) -> str:
        """The id of the needle in the choice."""
        return str(self.needle.currentData() or "")

    @property
    def chosen_level(self) -> tuple[str, str]:
        """Level and side in the choices, "" where none was chosen."""
        level = self.level.currentText() if self.level.currentIndex() > 0 else ""
        return level, str(self.side.currentData() or "")

    def show_page(self, name: str) -> None:
        """Take another instrument in hand."""
        self._pages.setCurrentIndex(PAGES.index(name))
        self._waiting.setVisible(name != PAGES[0])
        for each, button in self.page_buttons.items():
            button.setChecked(each == name)

    @property
    def all_buttons(self) -> dict[str, ActionButton]:
        """Every button of the card by its action."""
        return {
            **self.buttons,
            **self.page_buttons,
            **self.sheet_buttons,
            **self.waits,
            **self.syringe.buttons,
            **self.generator.buttons,
        }

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(5)
        bar = {**self.page_buttons, **self.sheet_buttons, "submit": self.buttons["submit"]}
        for name, button in bar.items():
            button.set_tight(20)
            button.setCheckable(name in PAGES)
        self._row(column, *((button, 1) for button in bar.values()))
        for page in (self._needle_page(), self.syringe, self.generator):
            self._pages.addWidget(page)
        column.addWidget(self._pages, 1)
        column.addWidget(self._wait_row())
        self.show_page(PAGES[0])

    def _needle_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for name, button in self.buttons.items():
            if name != "submit":
                button.set_tight(22)
        hands = ("take", "take_up", "leave", "remove")
        self._row(column, (self.needle, 1), *((self.buttons[name], 0) for name in hands))
        hub = ("grip_lock", "holder", "breath", "withdraw", "advance")
        self._row(column, *((self.buttons[name], int(name not in DRAWN)) for name in hub))
        self._row(column, (self.shaft, 5), *self._dial(), (self.feel, 3), stretch=1)
        self._row(column, (self._rings, 1), (self._declared, 1))
        self._row(
            column,
            (self.buttons["mark"], 0),
            (self.level, 1),
            (self.side, 1),
            (self.buttons["declare"], 0),
        )
        return page

    def _dial(self) -> tuple[tuple[QWidget, int], ...]:
        """The hub's clock between the two ways to turn it."""
        return (self.buttons["hub_back"], 0), (self.notch, 0), (self.buttons["hub_on"], 0)

    def _wait_row(self) -> QWidget:
        self._waiting = QWidget()
        row = QHBoxLayout(self._waiting)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in self.waits.values():
            button.set_tight(22)
            row.addWidget(button, 1)
        return self._waiting

    def _row(
        self, column: QVBoxLayout, *parts: tuple[QWidget | QLayout, int], stretch: int = 0
    ) -> None:
        row = QHBoxLayout()
        row.setSpacing(5)
        for part, share in parts:
            if isinstance(part, QWidget):
                row.addWidget(part, share)
            else:
                row.addLayout(part, share)
        column.addLayout(row, stretch)
