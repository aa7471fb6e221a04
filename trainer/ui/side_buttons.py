"""The mouse's side buttons in the suite, wherever in it the mouse is: a foot for the thumb."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from trainer.ui.presenters.hand import Hand

BEAM, SPOT = Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton
SOURCE = "thumb"


def left_to_the_room(event: QMouseEvent) -> bool:
    """Whether a view leaves this press or release to the room that it stands in."""
    if event.button() not in (BEAM, SPOT):
        return False
    event.ignore()
    return True


def press(hand: Hand, event: QMouseEvent) -> bool:
    """Back: beam on while held. Forward: one picture. Whether it was one of them."""
    if event.button() == BEAM:
        hand.pedal.press(SOURCE)
    elif event.button() == SPOT:
        hand.spot()
    return event.button() in (BEAM, SPOT)


def release(hand: Hand, event: QMouseEvent) -> bool:
    """The beam goes off; whether it was a side button."""
    if event.button() == BEAM:
        hand.pedal.release(SOURCE)
    return event.button() in (BEAM, SPOT)
