"""The page of the machine's console: pulses, dose, field, shutters, detector, table, operator."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trainer.ui.buttons import ActionButton
from trainer.ui.presenters.machine import MachineShown
from trainer.ui.presenters.texts import tr
from trainer.ui.wrapped import ElidingLabel

# Rows of buttons behind a word each.
ROWS: Mapping[str, tuple[str, ...]] = {
    "Pulse": ("pulse_1", "pulse_2", "pulse_4", "pulse_8", "pulse_15"),
    "Dose": ("dose_low", "dose_normal", "dose_boost"),
    "Field": ("field_1", "field_2", "field_3"),
    "": ("collimate", "blades_open", "brightness_lock"),
}
DRAWN = ("detector_left", "detector_straight", "detector_right")
MOVES = (*DRAWN, "receptor_near", "receptor_far", "table_up", "table_down")
STANCE = ("stand_next", "stand_nearer", "stand_farther")
REPEATED = (*MOVES, "stand_nearer", "stand_farther")


class MachinePage(QWidget):
    """Buttons of the action table; the ones that hold are pressed in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = [name for row in ROWS.values() for name in row]
        self.buttons = {name: ActionButton(name, self) for name in words}
        self.buttons |= {
            name: ActionButton(name, self, only_icon=True) for name in (*MOVES, *STANCE)
        }
        for name in words:
            self.buttons[name].setCheckable(name != "blades_open")
        for name in REPEATED:
            self.buttons[name].setAutoRepeat(True)
        self._stand, self._stance = ElidingLabel(), ElidingLabel()
        self._fields: tuple[int, ...] = ()
        self._lay_out()

    def set_fields(self, fields_um: tuple[int, ...]) -> None:
        """What the machine offers, the whole receptor first."""
        self._fields = fields_um
        for place, name in enumerate(ROWS["Field"]):
            button = self.buttons[name]
            button.setVisible(place < len(fields_um))
            if place < len(fields_um):
                button.setText(f"{fields_um[place] / 1000:.0f}")

    def show_machine(self, shown: MachineShown) -> None:
        """The console as it stands."""
        for name in ROWS["Pulse"]:
            self.buttons[name].setChecked(name == f"pulse_{shown.pulse_rate_hz}")
        for mode, cost in shown.costs:
            button = self.buttons[f"dose_{mode}"]
            button.setChecked(mode == shown.dose_mode)
            button.setText(tr(mode) if mode == "normal" else f"{tr(mode)} {cost}")
        for field_um, name in zip(self._fields, ROWS["Field"], strict=False):
            self.buttons[name].setChecked(field_um == shown.field_um)
        self.buttons["brightness_lock"].setChecked(shown.locked)
        self._stand.setText(shown.stand_text)
        self._stance.setText(shown.stance_text)
        self._stance.setToolTip(f"{shown.stance_text}\n{shown.operator_text}")
        self._stance.setAccessibleDescription(shown.operator_text)

    def show_collimating(self, on: bool) -> None:
        """Whether the blades are in hand."""
        self.buttons["collimate"].setChecked(on)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        grid = QGridLayout()
        grid.setSpacing(3)
        for row, (word, names) in enumerate(ROWS.items()):
            if word:
                grid.addWidget(self._label(QLabel(tr(word))), row, 0)
            grid.addLayout(self._row(names), row, 1 if word else 0, 1, 1 if word else 2)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addLayout(self._row(MOVES))
        column.addWidget(self._label(self._stand))
        stance = self._row(STANCE)
        stance.insertWidget(0, self._label(self._stance), 1)
        column.addLayout(stance)
        column.addStretch(1)

    def _row(self, names: tuple[str, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(3)
        for name in names:
            self.buttons[name].set_tight(22)
            row.addWidget(self.buttons[name])
        return row

    @staticmethod
    def _label(label: QLabel) -> QLabel:
        label.setProperty("role", "muted")
        label.setStyleSheet("font-size: 11px;")
        return label
