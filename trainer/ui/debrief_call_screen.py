"""One calm page before the reveal: where was the tip, was it safe, how sure are you."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from trainer.attempt.header import Target
from trainer.attempt.own_call import CERTAIN_PERCENT, GUESS_PERCENT
from trainer.ui.presenters.debrief_call import MOST_MM, CallPresenter, CallRow
from trainer.ui.presenters.debrief_words import DIRECTIONS
from trainer.ui.presenters.texts import tr
from trainer.ui.theme import LOOK

CARD_PX = 860
SURE_STEP = 5


class DebriefCallScreen(QWidget):
    """The own call. told : every target has its call; skipped : none is made."""

    told = Signal(object)  # tuple of Said
    skipped = Signal()

    def __init__(self, targets: Sequence[Target], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("own_call")
        self.presenter = CallPresenter(targets, self)
        self.cards = {row.target: CallCard(row, self.presenter) for row in self.presenter.rows}
        self.left = QLabel()
        self.left.setObjectName("call_left")
        self.left.setProperty("role", "muted")
        self.tell_button = _button("call_tell", self.tr("Show me"))
        self.tell_button.setToolTip(self.tr("Record this call and open the debrief"))
        self.skip_button = _button("call_skip", self.tr("Skip"))
        self.skip_button.setToolTip(self.tr("Open the debrief without a call of your own"))
        self.tell_button.clicked.connect(self._tell)
        self.skip_button.clicked.connect(self.skipped)
        self._lay_out()
        self.presenter.open()

    def show_row(self, row: CallRow) -> None:
        """One target as it stands."""
        self.cards[row.target].show_row(row)

    def show_ready(self, ready: bool, left: str) -> None:
        """Whether everything is said."""
        self.tell_button.setEnabled(ready)
        self.left.setText(left)

    def show_busy(self, text: str) -> None:
        """What takes a while; "" when it is over."""
        self.left.setText(text)

    def showEvent(self, event: QShowEvent) -> None:
        """The hand begins at the first question."""
        super().showEvent(event)
        self.cards[1].directions["on-target"].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the focus, as Space does."""
        focused = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        if self.presenter.said:
            self.told.emit(self.presenter.said)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Before anything is shown: what do you think?"))
        title.setProperty("role", "title")
        title.setWordWrap(True)
        why = QLabel(
            self.tr(
                "Say where each tip ended and whether needle and heat kept their distance. "
                "It is recorded, costs no mark, and trains your own eye."
            )
        )
        why.setWordWrap(True)
        why.setProperty("role", "muted")
        middle = QWidget()
        middle.setMaximumWidth(CARD_PX)
        whole = QVBoxLayout(middle)
        whole.setSpacing(10)
        whole.addWidget(title)
        whole.addWidget(why)
        whole.addWidget(self._card_area(), 1)
        whole.addLayout(self._acts())
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 20)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)

    def _card_area(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        for card in self.cards.values():
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("call_area")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _acts(self) -> QHBoxLayout:
        acts = QHBoxLayout()
        acts.addWidget(self.left, 1)
        acts.addWidget(self.skip_button)
        acts.addWidget(self.tell_button)
        return acts


class CallCard(QFrame):
    """The questions about one target."""

    def __init__(self, row: CallRow, presenter: CallPresenter) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(row.title)
        self._target, self._presenter = row.target, presenter
        title = QLabel(tr("Target {number}: {what}").format(number=row.target, what=row.title))
        title.setProperty("role", "heading")
        title.setWordWrap(True)
        self.directions = {
            name: _choice(f"call_{row.target}_{name}", tr(text))
            for name, text in DIRECTIONS.items()
        }
        self.safe = {
            True: _choice(f"call_{row.target}_safe", self.tr("Kept its distance")),
            False: _choice(f"call_{row.target}_near", self.tr("Came too near")),
        }
        self.off = _slider(f"call_{row.target}_off", self.tr("How far off, in mm"), 1, MOST_MM, 1)
        self.sure = _slider(
            f"call_{row.target}_sure",
            self.tr("How sure you are, in percent"),
            GUESS_PERCENT,
            CERTAIN_PERCENT,
            SURE_STEP,
        )
        self.off_label, self.sure_label = QLabel(), QLabel()
        for label in (self.off_label, self.sure_label):
            label.setMinimumWidth(150)
        self._connect()
        self._lay_out(title)

    def show_row(self, row: CallRow) -> None:
        """What is said so far."""
        for name, button in self.directions.items():
            button.setChecked(name == row.direction)
        for safe, button in self.safe.items():
            button.setChecked(row.safe is safe)
        self.off.setEnabled(row.off_is_asked)
        _set_quietly(self.off, row.off_mm)
        _set_quietly(self.sure, row.sure_percent)
        self.off_label.setText(row.off_text)
        self.sure_label.setText(row.sure_text)

    def _connect(self) -> None:
        say, target = self._presenter, self._target
        for name, button in self.directions.items():
            button.clicked.connect(lambda _=False, name=name: say.say_direction(target, name))
        for safe, button in self.safe.items():
            button.clicked.connect(lambda _=False, safe=safe: say.say_safe(target, safe))
        self.off.valueChanged.connect(lambda mm: say.say_off(target, mm))
        self.sure.valueChanged.connect(lambda percent: say.say_sure(target, percent))

    def _lay_out(self, title: QLabel) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 12, 14, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.addWidget(title, 0, 0, 1, 3)
        asked = (
            self.tr("Where was the tip?"),
            self.tr("How far off?"),
            self.tr("Was it safe?"),
            self.tr("How sure of that?"),
        )
        for at, text in enumerate(asked, start=1):
            label = QLabel(text)
            label.setProperty("role", "muted")
            grid.addWidget(label, at, 0)
        grid.addLayout(_line(self.directions.values()), 1, 1, 1, 2)
        grid.addWidget(self.off, 2, 1)
        grid.addWidget(self.off_label, 2, 2)
        grid.addLayout(_line(self.safe.values()), 3, 1, 1, 2)
        grid.addWidget(self.sure, 4, 1)
        grid.addWidget(self.sure_label, 4, 2)
        grid.setColumnStretch(1, 1)


def _button(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAccessibleName(text)
    button.setMinimumHeight(32)
    button.setMinimumWidth(110)
    return button


def _choice(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAccessibleName(text)
    button.setCheckable(True)
    button.setAutoDefault(False)
    button.setStyleSheet(
        f"QPushButton:checked {{ background: {LOOK.text}; color: {LOOK.surround}; }}"
    )
    return button


def _line(buttons: Iterable[QPushButton]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(6)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return line


def _slider(name: str, spoken: str, least: int, most: int, step: int) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setObjectName(name)
    slider.setAccessibleName(spoken)
    slider.setToolTip(spoken)
    slider.setRange(least, most)
    slider.setSingleStep(step)
    slider.setPageStep(step * 2)
    slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return slider


def _set_quietly(slider: QAbstractSlider, value: int) -> None:
    slider.blockSignals(True)
    slider.setValue(value)
    slider.blockSignals(False)
