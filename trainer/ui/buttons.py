"""Buttons of the suite. A click does not take the focus, so that held keys keep their screen; with
the focus (by Tab) Enter presses them, and Space stays the grip on the hub.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from trainer.ui.actions import BY_ID
from trainer.ui.bindings import tip_of
from trainer.ui.icons import wear
from trainer.ui.presenters.texts import tr
from trainer.ui.wrapped import draw_elided

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ActionButton(QPushButton):
    """A button of one action of the table."""

    def __init__(
        self, action_id: str, parent: QWidget | None = None, *, only_icon: bool = False
    ) -> None:
        super().__init__(parent)
        self.action_id = action_id
        action = BY_ID[action_id]
        self.setObjectName(f"button_{action_id}")
        if not only_icon:
            self.setText(tr(action.text))
        if action.icon:
            wear(self, action.icon)
        self.setAccessibleName(tr(action.text))
        self.tell_keys()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)

    def tell_keys(self) -> None:
        """Say in the tooltip which keys do the same, as they are bound now."""
        tip = tip_of(BY_ID[self.action_id])
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)

    def set_icon(self, name: str) -> None:
        """Another icon, where the act has two sides."""
        wear(self, name)

    def set_tight(self, height_px: int = 26) -> None:
        """As small as a page of many buttons needs."""
        self.setStyleSheet(f"padding: 0px 1px; min-height: {height_px}px; font-size: 12px;")
        self.setMinimumWidth(28 if not self.text() else 0)  # a worded button keeps its word whole

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A word that is too long for its place ends in "…"."""
        draw_elided(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; everything else belongs to the screen."""
        if event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            if not event.isAutoRepeat():
                self.click()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Nothing here: a key released belongs to the screen."""
        event.ignore()


class HoldButton(ActionButton):
    """A button that acts as long as it is pressed; Enter holds it too."""

    held = Signal()
    let_go = Signal()

    def __init__(self, action_id: str, parent: QWidget | None = None) -> None:
        super().__init__(action_id, parent)
        self._by_key = False
        self.pressed.connect(self.held)
        self.released.connect(self.let_go)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter holds."""
        if event.key() not in _ENTER or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            event.ignore()
        elif not event.isAutoRepeat() and not self._by_key:
            self._by_key = True
            self.held.emit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Enter lets go."""
        if event.key() not in _ENTER:
            event.ignore()
        elif not event.isAutoRepeat():
            self._release_key()

    def hideEvent(self, event: QHideEvent) -> None:
        """A hidden button holds nothing."""
        self._release_key()
        super().hideEvent(event)

    def _release_key(self) -> None:
        if self._by_key:
            self._by_key = False
            self.let_go.emit()
