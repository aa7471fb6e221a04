"""The room: one-press acts, words with the patient, and what to do when something goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from trainer.attempt.acts import ACTS, QUESTIONS, WORDS
from trainer.attempt.complications import RESPONSES
from trainer.ui.presenters.folder import RoomShown
from trainer.ui.presenters.texts import tr
from trainer.ui.side_sheet import SideSheet

COLUMNS = 2


class RoomSheet(SideSheet):
    """Everything that can be done here at any time; nothing is greyed out and nothing hints."""

    acted = Signal(str, str)
    asked = Signal(str)
    told = Signal(str)
    responded = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("room_sheet", self.tr("Room and patient"), parent)
        self.acts = {name: self._act_button(name) for name in ACTS}
        self.questions = self._buttons("ask", QUESTIONS, self.asked.emit)
        self.words = self._buttons("tell", WORDS, self.told.emit)
        self.responses = self._buttons("respond", RESPONSES, self.responded.emit)
        self.add_page("room_acts", self.tr("Room"), self._grid(("", self.acts)))
        talking = self._grid(
            (self.tr("Ask"), self.questions), (self.tr("Say"), self.words), columns=2
        )
        self.add_page("room_patient", self.tr("Patient"), talking)
        self.add_page("room_help", self.tr("Something is wrong"), self._grid(("", self.responses)))

    def show_room(self, shown: RoomShown) -> None:
        """What was done; a detail stands behind it."""
        for name, button in self.acts.items():
            done = name in shown.done
            detail = shown.done.get(name, "")
            words = tr(ACTS[name].title)
            button.setText(f"{words}: {detail}" if detail else words)
            button.setChecked(done)
            button.setAccessibleDescription(self.tr("done") if done else self.tr("not done"))

    def _act_button(self, name: str) -> QPushButton:
        act = ACTS[name]
        button = self._small(self.button(f"act_{name}", tr(act.title)))
        button.setCheckable(True)
        if act.details == ("",):
            button.clicked.connect(lambda: self.acted.emit(name, ""))
            return button
        menu = QMenu(button)
        for detail in act.details:
            menu.addAction(tr(detail)).triggered.connect(
                lambda _=False, detail=detail: self.acted.emit(name, detail)
            )
        button.setMenu(menu)
        return button

    def _buttons(
        self, kind: str, table: Mapping[str, str], press: Callable[[str], object]
    ) -> dict[str, QPushButton]:
        made = {}
        for name, title in table.items():
            button = self._small(self.button(f"{kind}_{name}", tr(title)))
            button.clicked.connect(lambda _=False, name=name: press(name))
            made[name] = button
        return made

    @staticmethod
    def _small(button: QPushButton) -> QPushButton:
        button.setStyleSheet(
            "text-align: left; padding: 0px 8px; min-height: 30px; font-size: 12px;"
        )
        return button

    def _grid(
        self, *groups: tuple[str, Mapping[str, QPushButton]], columns: int = COLUMNS
    ) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 4, 0, 0)
        for title, buttons in groups:
            if title:
                column.addWidget(QLabel(title))
            grid = QGridLayout()
            grid.setSpacing(4)
            for at, button in enumerate(buttons.values()):
                grid.addWidget(button, at // columns, at % columns)
            column.addLayout(grid)
        column.addStretch(1)
        return page
