"""The page of the syringe: tubing, plunger, what to inject and how much."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from trainer.ui.buttons import ActionButton
from trainer.ui.choice import Choice
from trainer.ui.presenters.instruments import SyringeShown
from trainer.ui.presenters.texts import decimal, tr
from trainer.ui.wrapped import ElidingLabel

VOLUMES_UL = (100, 200, 300, 500, 1_000, 2_000, 3_000, 5_000)
USUAL_UL = 300
ROWS = (
    ("tubing", "stylet", "electrode"),
    ("aspirate", "inject", "stop_injection"),
)


class SyringePage(QWidget):
    """Buttons of the action table; agent and volume beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {name: ActionButton(name, self) for row in ROWS for name in row}
        for name in ("tubing", "stylet", "electrode"):
            self.buttons[name].setCheckable(True)
        self.agent = Choice("choose_agent", self.tr("What to inject"))
        self.volume = Choice("choose_volume", self.tr("How much to inject"))
        for volume in VOLUMES_UL:
            self.volume.addItem(
                self.tr("{ml} mL").format(ml=decimal(f"{volume / 1000:.1f}")), volume
            )
        self.volume.setCurrentIndex(VOLUMES_UL.index(USUAL_UL))
        self._plunger, self._given = ElidingLabel(), ElidingLabel()
        for label in (self._plunger, self._given):
            label.setProperty("role", "muted")
        self._lay_out()

    def set_agents(self, agents: tuple[tuple[str, str], ...]) -> None:
        """(id, title) of what the profile has on the tray."""
        self.agent.clear()
        for name, title in agents:
            self.agent.addItem(tr(title), name)

    @property
    def chosen(self) -> tuple[str, int]:
        """Agent and microlitres."""
        return str(self.agent.currentData() or ""), int(self.volume.currentData())

    def show_syringe(self, shown: SyringeShown) -> None:
        """What hangs on the needle and what went through it."""
        self.buttons["tubing"].setChecked(shown.tubing)
        self.buttons["stylet"].setChecked(shown.stylet)
        self.buttons["electrode"].setChecked(shown.electrode)
        flowing = self.tr("The plunger moves.")
        self._plunger.setText(flowing if shown.flowing else shown.plunger)
        self._given.setText(shown.given or self.tr("Nothing went through this needle yet"))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self.agent, 0, 0, 1, 2)
        grid.addWidget(self.volume, 0, 2)
        for row, names in enumerate(ROWS, start=1):
            for column, name in enumerate(names):
                self.buttons[name].set_tight(22)
                grid.addWidget(self.buttons[name], row, column)
        grid.addWidget(self._plunger, 3, 0, 1, 3)
        grid.addWidget(self._given, 4, 0, 1, 3)
        grid.setRowStretch(5, 1)
