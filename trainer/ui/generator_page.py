"""The page of the generator: stimulus, setting, panel. Orange means that heat is on."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from trainer.ui.buttons import ActionButton
from trainer.ui.choice import SHORT, Choice
from trainer.ui.presenters.instruments import GeneratorShown
from trainer.ui.presenters.texts import decimal, tr
from trainer.ui.theme import LOOK
from trainer.ui.wrapped import ElidingLabel

MODES = ("conventional", "cooled", "pulsed")
TEMPERATURES_C = (42, 60, 65, 70, 75, 80, 85, 90)
SECONDS = (60, 90, 120, 150, 180, 240)
MILLIVOLTS = (*range(100, 1001, 100), 1_200, 1_500, 2_000, 2_500, 3_000)
USUAL_MV = 500


class GeneratorPage(QWidget):
    """Choices, two stimuli, start and stop, and the panel's line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = ("stimulate_sensory", "stimulate_motor", "lesion_start", "lesion_stop")
        self.buttons = {name: ActionButton(name, self) for name in names}
        self.mode = self._choice("choose_mode", self.tr("Mode"), MODES, "{}")
        self.temperature = self._choice(
            "choose_temperature", self.tr("Temperature"), TEMPERATURES_C, "{} °C"
        )
        self.seconds = self._choice("choose_seconds", self.tr("Duration"), SECONDS, "{} s")
        self.volt = self._choice("choose_volt", self.tr("Stimulus"), (), "{}")
        for millivolts in MILLIVOLTS:
            self.volt.addItem(decimal(f"{millivolts / 1000:.1f} V"), millivolts)
        self.volt.setCurrentIndex(MILLIVOLTS.index(USUAL_MV))
        self.panel, self.stimulus = ElidingLabel(), ElidingLabel()
        self.panel.setObjectName("generator_panel")
        self.panel.setAccessibleName(self.tr("Generator panel"))
        self.stimulus.setProperty("role", "muted")
        self._lay_out()

    @property
    def setting(self) -> tuple[str, int, int]:
        """Mode, temperature, seconds as chosen."""
        return (
            str(self.mode.currentData()),
            int(self.temperature.currentData()),
            int(self.seconds.currentData()),
        )

    @property
    def millivolts(self) -> int:
        """The stimulus as chosen."""
        return int(self.volt.currentData())

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All choices, for giving the keyboard back."""
        return self.mode, self.temperature, self.seconds, self.volt

    def show_generator(self, shown: GeneratorShown) -> None:
        """Setting, panel and the last stimulus."""
        for choice, value in (
            (self.mode, shown.setting.mode),
            (self.temperature, shown.setting.temperature_c),
            (self.seconds, shown.setting.seconds),
        ):
            choice.setCurrentIndex(max(0, choice.findData(value)))
        colour = LOOK.heat if shown.heating else LOOK.text
        self.panel.setStyleSheet(f"font-size: 17px; color: {colour};")
        idle = self.tr("RF off") if shown.electrode else self.tr("RF off: no electrode in hand")
        self.panel.setText(shown.panel or idle)
        self.stimulus.setText(shown.stimulus or self.tr("No stimulus yet"))

    def _choice(self, name: str, spoken: str, values: tuple[object, ...], words: str) -> Choice:
        choice = Choice(name, spoken, self)
        short = {"conventional": tr("conv."), "cooled": tr("cool."), "pulsed": tr("puls.")}
        for value in values:
            choice.addItem(tr(words.format(value)), value)
            choice.setItemData(choice.count() - 1, short.get(str(value), ""), SHORT)
        return choice

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for button in self.buttons.values():
            button.set_tight(22)
        grid.addWidget(self.volt, 0, 0)
        grid.addWidget(self.buttons["stimulate_sensory"], 0, 1)
        grid.addWidget(self.buttons["stimulate_motor"], 0, 2)
        grid.addWidget(self.stimulus, 1, 0, 1, 3)
        for column, choice in enumerate((self.mode, self.temperature, self.seconds)):
            grid.addWidget(choice, 2, column)
        grid.addWidget(self.panel, 3, 0, 1, 3)
        grid.addWidget(self.buttons["lesion_start"], 4, 0, 1, 2)
        grid.addWidget(self.buttons["lesion_stop"], 4, 2)
        grid.setRowStretch(5, 1)
