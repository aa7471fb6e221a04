"""The candidate's desk between stations: sign in, checks, warm-up, stations, receipt. Locked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.bottom_strip import RecordLight
from trainer.ui.exam.checks import Checks
from trainer.ui.exam.named import button, entry
from trainer.ui.home_lists import DATA, plain_list
from trainer.ui.presenters.exam_candidate import CandidateShown, StationLine
from trainer.ui.presenters.shown import RecordMark
from trainer.ui.presenters.texts import tr
from trainer.ui.top_bar import ElidedLabel


class CandidateDesk(QWidget):
    """Shows a `CandidateShown`; what is pressed is sent on."""

    signed_in = Signal(str, str)
    start_wanted = Signal()
    warm_up_wanted = Signal()
    station_wanted = Signal(object)
    seal_wanted = Signal()
    next_wanted = Signal()
    staff_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exam_desk")
        self.setAccessibleName(self.tr("Examination"))
        self.heading, self.left, self.why = ElidedLabel(), QLabel(), QLabel()
        self.heading.setProperty("role", "title")
        self.why.setObjectName("exam_why")
        for label in (self.left, self.why):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setWordWrap(True)
        self.record = RecordLight()
        self.record.show_mark(RecordMark.RECORDED)
        self.staff = button("exam_staff", self.tr("Invigilator"))
        self.staff.clicked.connect(self.staff_wanted)
        self.checks = Checks()
        self.name, self.pin = self._line("who", self.tr("Pseudonym")), self._line("pin", tr("PIN"))
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.rules, self.told, self.to_do = self._words(), self._words(), self._words()
        self.stations = plain_list("exam_stations", self.tr("Stations"))
        self.receipt = self._words()
        self.receipt.setProperty("role", "score")
        self.receipt.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons = self._buttons()
        self._lines: tuple[StationLine, ...] = ()
        self.pages = QStackedWidget()
        self._at = {
            "sign_in": self._page(*self._asked(), self.buttons["sign_in"]),
            "checks": self._page(self.rules, self.told, self.checks, self.buttons["checks"]),
            "warm_up": self._page(self._warm_up_words(), self.to_do, self.buttons["warm_up"]),
            "stations": self._page(self.stations, self.buttons["stations"], grows=self.stations),
            "finished": self._page(self._finished_words(), self.buttons["finished"]),
            "receipt": self._page(*self._receipt_words(), self.buttons["receipt"]),
        }
        for page in self._at.values():
            self.pages.addWidget(page)
        self._connect()
        self._lay_out()

    def _buttons(self) -> dict[str, QPushButton]:
        """What leads on from each page."""
        return {
            "sign_in": button("exam_sign_in", self.tr("Sign in")),
            "checks": button("exam_start", self.tr("I am ready: call the invigilator")),
            "warm_up": button("exam_warm_up", self.tr("Begin the warm-up")),
            "stations": button("exam_begin", self.tr("Begin the station")),
            "finished": button("exam_seal", self.tr("Hand in")),
            "receipt": button("exam_next", self.tr("Next candidate")),
        }

    def show_candidate(self, shown: CandidateShown) -> None:
        """The page as the session stands."""
        self.heading.set_whole(shown.heading)
        self.left.setText(shown.left)
        self.rules.setText(shown.rules)
        self.told.setText(shown.told)
        self.to_do.setText(shown.to_do)
        self.receipt.setText(shown.receipt)
        self._show_stations(shown.stations)
        moved = self.pages.currentWidget() is not self._at[shown.page]
        self.pages.setCurrentWidget(self._at[shown.page])
        if moved:
            self.say("")
            self.take_focus()

    def say(self, text: str) -> None:
        """Why something was not done, or what takes a while."""
        self.why.setText(text)
        self.why.setAccessibleName(text)

    def show_record(self, mark: RecordMark) -> None:
        """Whether what was done is safe."""
        self.record.show_mark(mark)

    def clear(self) -> None:
        """For the next candidate."""
        for field in (self.name, self.pin):
            field.clear()
        self.checks.clear()

    def take_focus(self) -> None:
        """The keyboard goes where one begins."""
        page = self.pages.currentWidget()
        first = {"sign_in": self.name, "checks": self.checks.seen, "stations": self.stations}
        name = next(name for name, each in self._at.items() if each is page)
        first.get(name, self.buttons[name]).setFocus()

    def _show_stations(self, lines: tuple[StationLine, ...]) -> None:
        self._lines = lines
        texts = [self.stations.item(row).text() for row in range(self.stations.count())]
        if texts == [line.text for line in lines]:
            return
        self.stations.clear()
        for line in lines:
            QListWidgetItem(line.text, self.stations).setData(DATA, line.id)
        ready = (row for row, line in enumerate(lines) if line.begins)
        self.stations.setCurrentRow(next(ready, 0))

    def _begin(self) -> None:
        row = self.stations.currentRow()
        if 0 <= row < len(self._lines):
            self.station_wanted.emit(self._lines[row])

    def _sign_in(self) -> None:
        name, pin = self.name.text().strip(), self.pin.text()
        self.pin.clear()
        self.signed_in.emit(name, pin)

    def _connect(self) -> None:
        self.name.returnPressed.connect(self.pin.setFocus)
        self.pin.returnPressed.connect(self._sign_in)
        self.stations.itemActivated.connect(lambda _item: self._begin())
        self.buttons["sign_in"].clicked.connect(self._sign_in)
        self.buttons["checks"].clicked.connect(self.start_wanted)
        self.buttons["warm_up"].clicked.connect(self.warm_up_wanted)
        self.buttons["stations"].clicked.connect(self._begin)
        self.buttons["finished"].clicked.connect(self.seal_wanted)
        self.buttons["receipt"].clicked.connect(self.next_wanted)

    def _asked(self) -> tuple[QWidget, ...]:
        labels = QLabel(self.name.accessibleName()), QLabel(self.pin.accessibleName())
        return labels[0], self.name, labels[1], self.pin

    def _warm_up_words(self) -> QLabel:
        words = self._words()
        words.setText(
            self.tr(
                "First a warm-up: find your way about the room, the machine and the needle. "
                "It is never scored, and you may repeat it."
            )
        )
        return words

    def _finished_words(self) -> QLabel:
        words = self._words()
        words.setText(self.tr("Every station is submitted. Hand in to get your receipt."))
        return words

    def _receipt_words(self) -> tuple[QWidget, ...]:
        before, after = self._words(), self._words()
        before.setText(
            self.tr("Your exam is sealed. Write this receipt down; it proves the record.")
        )
        after.setText(self.tr("Results are withheld until an examiner has released them."))
        return before, self.receipt, after

    def _page(self, *parts: QWidget, grows: QWidget | None = None) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        for part in parts:
            if isinstance(part, QPushButton):
                column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                column.addWidget(part, 1 if part is grows else 0)
        if grows is None:
            column.addStretch(1)
        return page

    def _words(self) -> QLabel:
        label = QLabel()
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _line(self, name: str, spoken: str) -> QLineEdit:
        field = entry(name, spoken)
        field.setMaximumWidth(320)
        return field

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.left)
        top.addWidget(self.record)
        top.addWidget(self.staff)
        column = QVBoxLayout(self)
        column.setContentsMargins(120, 24, 120, 16)
        column.addLayout(top)
        column.addWidget(self.pages, 1)
        column.addWidget(self.why)
