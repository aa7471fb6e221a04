"""What a person prefers of hand and ear, asked when something moves or sounds."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


class Preferences:
    """right_zooms : a right drag zooms and a free left drag spreads the greys (as 3D Slicer does).

    trackpad : fingers scroll further than a wheel turns. sound : whether anything may beep.
    """

    def __init__(self) -> None:
        self.right_zooms = False
        self.trackpad = False
        self.sound = True

    def beep(self) -> None:
        """A short tone, where tones are wanted; whatever beeps is also seen."""
        if self.sound:
            QApplication.beep()

    def tone(self, name: str) -> None:
        """One of the room's tones (`sound.TONES`), where tones are wanted and can be played.

        The five-minute signal beeps where there is no player: it has to be heard.
        """
        if not self.sound:
            return
        from trainer.ui.sound import play

        if not play(name) and name == "signal":
            self.beep()


PREFER = Preferences()
