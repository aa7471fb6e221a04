"""Settings put on: language, looks, keys, hand and ear, at once and everywhere."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from trainer.session.settings import Settings
from trainer.ui.bindings import use_keys
from trainer.ui.icons import redraw
from trainer.ui.language import speak
from trainer.ui.preferences import PREFER
from trainer.ui.presenters.amounts import use_kap_unit
from trainer.ui.theme import THEMES, dress


def put_on(app: QApplication, settings: Settings) -> None:
    """Let these settings hold; what is shown already changes its looks, not its words."""
    speak(app, settings.language)
    dress(app, THEMES[settings.theme])
    redraw(app)
    use_keys(dict(settings.keys))
    use_kap_unit(settings.kap_unit)
    PREFER.right_zooms = settings.mouse == "slicer"
    PREFER.trackpad = settings.input_profile == "trackpad"
    PREFER.sound = settings.sound
