"""The invigilator's wall: every candidate in one table, the tries of one below, the acts beside."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.buttons import ActionButton
from trainer.ui.exam.dialogs import AskDialog, Line, PinDialog
from trainer.ui.exam.named import button
from trainer.ui.presenters.exam_acts import ACTS, ASKS, Hand, chosen_candidate
from trainer.ui.presenters.exam_wall import HEADS, TRY_HEADS, copies_text, try_rows, wall_shown
from trainer.ui.presenters.texts import tr
from trainer.ui.read_table import ReadTable
from trainer.ui.top_bar import ElidedLabel

COLUMNS, SIDE_PX = 2, 460


class WallTable(ReadTable):
    """The choice stays with its key while the rows change. `chosen` : another row was."""

    chosen = Signal()

    def __init__(self, name: str, spoken: str, heads: Sequence[str], wide: int) -> None:
        super().__init__(name, spoken, heads, wide)
        self.itemSelectionChanged.connect(self.chosen)
        self._shown: object = None

    def show_rows(self, keys: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Fill it; the choice stays where its key is."""
        if self._shown == (keys, rows):
            return
        self._shown, before, at = (keys, rows), self.key, self.currentRow()
        self.blockSignals(True)
        self.setRowCount(len(rows))
        for row, (key, cells) in enumerate(zip(keys, rows, strict=True)):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.UserRole, key)
                item.setToolTip(text)
                self.setItem(row, column, item)
        wanted = keys.index(before) if before and before in keys else min(max(at, 0), len(keys) - 1)
        if wanted >= 0:
            self.selectRow(wanted)
        self.blockSignals(False)

    @property
    def key(self) -> str:
        """The key of the chosen row, "" where none is."""
        item = self.item(self.currentRow(), 0)
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))


class ExamWall(QWidget):
    """One session as the staff sees it. Acts are sent on; the place does them."""

    act = Signal(str, dict)
    hand_over = Signal()
    go_on = Signal()

    def __init__(self, hand: Hand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exam_wall")
        self.hand = hand
        self.leave_button = ActionButton("home")
        self.heading, self.standing = ElidedLabel(), ElidedLabel()
        self.heading.setProperty("role", "heading")
        self.standing.setProperty("role", "muted")
        self.copies = ElidedLabel()
        self.copies.setObjectName("exam_copies")
        self.by = QLabel()
        self.by.setObjectName("exam_by")
        self.people = WallTable("exam_people", self.tr("Candidates"), HEADS, 2)
        self.tries = WallTable("exam_tries", self.tr("Tries of the candidate"), TRY_HEADS, 4)
        self.sign_on = self._button("exam_sign_on", self.tr("Sign on"), self.tr("Show your PIN"))
        self.over = self._button(
            "exam_hand_over",
            self.tr("Hand over to candidates"),
            self.tr("Lock the workstation for candidates to sign in; the staff's PIN unlocks it"),
        )
        self.on = self._button(
            "exam_go_on",
            self.tr("Let it go on"),
            self.tr("Resume the interrupted try of the chosen candidate; time away is not charged"),
        )
        self.buttons = {
            name: self._button(f"exam_{name}", tr(each.text), tr(each.tip))
            for name, each in ACTS.items()
        }
        self.busy = QLabel()
        self.busy.setObjectName("exam_busy")
        self._connect()
        self._lay_out()
        self.refresh()

    def refresh(self, *, recording: bool = True) -> None:
        """Everything as the session stands."""
        hand = self.hand
        shown = wall_shown(hand.definition, hand.state, recording=recording)
        self.heading.set_whole(shown.heading)
        self.standing.set_whole(shown.standing)
        copies = copies_text(hand.desk.copies())
        self.copies.set_whole(copies)
        self.copies.setVisible(bool(copies))
        who = hand.by or tr("nobody")
        self.by.setText(self.tr("Acting: {who}").format(who=who))
        self.people.show_rows([row.name for row in shown.rows], [row.cells for row in shown.rows])
        self._choose()

    def say(self, text: str) -> None:
        """What takes a while."""
        self.busy.setText(text)

    def ask(self, name: str) -> None:
        """Ask for what an act needs, then send it."""
        act = ACTS[name]
        self._choose()
        if not act.asks:
            self.act.emit(name, {})
            return
        lines = tuple(self._line(each) for each in act.asks)

        def said(words: dict[str, str]) -> str:
            self.act.emit(name, words)
            return ""

        AskDialog(tr(act.text), lines, tr(act.text), said, self).open()

    def _line(self, name: str) -> Line:
        ask = ASKS[name]
        choices = None if ask.choices is None else ask.choices(self.hand)
        return Line(name, tr(ask.text), choices, ask.secret, ask.given)

    def ask_pin(self) -> None:
        """Somebody of the staff signs on; the acts that follow are theirs."""
        dialog = PinDialog(self.tr("Sign on"), staff_of(self.hand), self.hand.room.try_pin, self)
        dialog.shown.connect(self._signed_on)
        dialog.open()

    def _signed_on(self, who: str) -> None:
        self.hand.by = who
        self.refresh()

    def _choose(self) -> None:
        """Candidate and try that are chosen."""
        self.hand.candidate = self.people.key
        rows = try_rows(chosen_candidate(self.hand))
        keys = [f"{row.attempt_id} {row.station}" for row in rows]
        self.tries.show_rows(keys, [row.cells for row in rows])
        self.hand.attempt_id, _, self.hand.station = self.tries.key.partition(" ")

    def _connect(self) -> None:
        self.people.chosen.connect(self._choose)
        self.tries.chosen.connect(self._choose)
        self.sign_on.clicked.connect(self.ask_pin)
        self.over.clicked.connect(self.hand_over)
        self.on.clicked.connect(self.go_on)
        for name, each in self.buttons.items():
            each.clicked.connect(partial(self._pressed, name))

    def _pressed(self, name: str, _checked: bool = False) -> None:
        self.ask(name)

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        made = button(name, text)
        made.setAccessibleDescription(tip)
        made.setToolTip(tip)
        return made

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.leave_button)
        top.addWidget(self.heading, 1)
        top.addWidget(self.by)
        top.addWidget(self.sign_on)
        left = QVBoxLayout()
        for spoken, table, part in (
            (self.tr("Candidates"), self.people, 3),
            (self.tr("Tries of the candidate"), self.tries, 2),
        ):
            label = QLabel(spoken)
            label.setProperty("role", "heading")
            left.addWidget(label)
            left.addWidget(table, part)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addLayout(left, 1)
        middle.addWidget(self._side())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.addLayout(top)
        column.addWidget(self.standing)
        column.addWidget(self.copies)
        column.addLayout(middle, 1)
        column.addWidget(self.busy)

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(SIDE_PX)
        grid = QGridLayout(side)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.addWidget(self.over, 0, 0, 1, COLUMNS)
        grid.addWidget(self.on, 1, 0, 1, COLUMNS)
        for at, each in enumerate(self.buttons.values()):
            grid.addWidget(each, 2 + at // COLUMNS, at % COLUMNS)
        grid.setRowStretch(20, 1)
        return side


def staff_of(hand: Hand) -> tuple[str, ...]:
    """Everybody of the staff, who acted last first."""
    names = (name for name, one in hand.state.people.items() if one.role != "candidate")
    return tuple(sorted(names, key=lambda name: name != hand.by))
