"""Settings, first page: language, looks, hand, ear, unit of dose."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QWidget

from trainer.session.settings import CHOICES
from trainer.ui.choice import Choice
from trainer.ui.language import LANGUAGES
from trainer.ui.presenters.settings import CHOICE_WORDS, SettingsDesk
from trainer.ui.presenters.texts import tr


class GeneralPage(QWidget):
    """One choice a line; each holds as soon as it is made."""

    respoken = Signal()
    told = Signal(str)

    def __init__(self, desk: SettingsDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        spoken = {code: language.name for code, language in LANGUAGES.items()}
        self.choices = {
            "language": self._choice(
                "language",
                self.tr("Language"),
                (("", self.tr("As the computer")), *spoken.items()),
            ),
            "theme": self._worded("theme", self.tr("Theme")),
            "mouse": self._worded("mouse", self.tr("Mouse on a monitor")),
            "input_profile": self._worded("input_profile", self.tr("Scrolling with")),
            "kap_unit": self._choice(
                "kap_unit",
                self.tr("Kerma-area product in"),
                ((unit, unit) for unit in CHOICES["kap_unit"]),
            ),
        }
        self.sound = QCheckBox(self.tr("Tones (every tone is also seen)"))
        self.sound.setObjectName("set_sound")
        self.sound.setAccessibleName(self.tr("Tones"))
        self._lay_out()
        self.show_settings()
        for name, choice in self.choices.items():
            choice.activated.connect(lambda _=0, name=name: self._chosen(name))
        self.sound.toggled.connect(lambda on: self._desk.change(sound=on))

    def show_settings(self) -> None:
        """As they are set now."""
        for name, choice in self.choices.items():
            choice.setCurrentIndex(max(0, choice.findData(getattr(self._desk.now, name))))
        self.sound.setChecked(self._desk.now.sound)

    def _chosen(self, name: str) -> None:
        before = self._desk.now.language
        self._desk.change(**{name: self.choices[name].currentData()})
        if self._desk.now.language != before:
            self.respoken.emit()

    def _worded(self, name: str, title: str) -> Choice:
        return self._choice(
            name, title, ((value, tr(CHOICE_WORDS[name][value])) for value in CHOICES[name])
        )

    def _choice(self, name: str, title: str, values: Iterable[tuple[str, str]]) -> Choice:
        choice = Choice(f"set_{name}", title, self)
        for value, words in values:
            choice.addItem(words, value)
        choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        return choice

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(18, 8, 8, 8)
        form.setVerticalSpacing(12)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for choice in self.choices.values():
            form.addRow(choice.accessibleName(), choice)
        form.addRow("", self.sound)
        note = QLabel(
            self.tr(
                "Monitors stay dark in every theme: a radiograph is read on a dark ground. "
                "A procedure that is under way keeps its language until it is left. "
                "Numbers in logs and exports are always written with a point."
            )
        )
        note.setWordWrap(True)
        note.setProperty("role", "muted")
        form.addRow(note)
