"""The page of picture tools: every one of them with a click, none of them needs beam."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from trainer.attempt.acts import ROLES
from trainer.ui.buttons import ActionButton
from trainer.ui.presenters.caliper import NEEDED, Tool
from trainer.ui.presenters.pictures import PicturesShown
from trainer.ui.presenters.texts import tr
from trainer.ui.wrapped import ElidingLabel

# One row of the page each; five columns at most.
ROWS: tuple[tuple[str, ...], ...] = (
    ("window_standard", "window_bone", "window_needle", "window_lung", "window_soft"),
    ("invert", "flip", "rotate", "zoom_in", "fit"),
    ("caliper", "angle", "subtract", "zoom_out", "other_monitor"),
    ("cine_back", "cine_play", "cine_on", "store_back", "store_on"),
    tuple(f"save_{role}" for role in ROLES),
)
WORDED = frozenset((*ROWS[0], *ROWS[4]))  # written, not drawn
# The held picture is kept as evidence for a role.
KEEPS = {f"save_{role}": role for role in ROLES}


class PicturePage(QWidget):
    """Buttons of the action table and where cine and store stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {
            name: ActionButton(name, self, only_icon=name not in WORDED)
            for row in ROWS
            for name in row
        }
        for name in ("subtract", "caliper", "angle"):
            self.buttons[name].setCheckable(True)
        for name, role in KEEPS.items():
            self.buttons[name].setText(tr(role))
        self._run, self._store = ElidingLabel(), ElidingLabel()
        for label, name in ((self._run, self.tr("Run")), (self._store, self.tr("Store"))):
            label.setProperty("role", "muted")
            label.setAccessibleName(name)
        self._lay_out()
        self.show_tools(PicturesShown())

    def show_tools(self, tools: PicturesShown) -> None:
        """Where cine, store and subtraction stand."""
        cine = tools.cine
        place = f"{cine.at}/{cine.count}" if cine.at else self.tr("{n} pictures").format(
            n=cine.count
        )  # fmt: skip
        self._run.setText(self.tr("Last run: {place}").format(place=place if cine.count else "-"))
        self._store.setText(self.tr("Store: {place}").format(place=tools.store or "-"))
        self.buttons["subtract"].setChecked(tools.subtracting)
        self.buttons["cine_play"].set_icon("pause" if cine.playing else "play")

    def show_tool(self, tool: Tool) -> None:
        """The tool in hand is pressed in."""
        for each in NEEDED:
            self.buttons[each.value].setChecked(each is tool)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for row, names in enumerate(ROWS):
            for column, name in enumerate(names):
                self.buttons[name].set_tight(22)
                grid.addWidget(self.buttons[name], row, column + (name in KEEPS))
        evidence = ElidingLabel(self.tr("Keep"))
        evidence.setProperty("role", "muted")
        grid.addWidget(evidence, len(ROWS) - 1, 0)
        grid.addWidget(self._run, len(ROWS), 0, 1, 3)
        grid.addWidget(self._store, len(ROWS), 3, 1, 2)
        grid.setRowStretch(len(ROWS) + 1, 1)
