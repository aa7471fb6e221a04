"""Keys of a widget and of what is in it, bound as they are now."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trainer.ui.actions import BY_ID
from trainer.ui.bindings import keys_of

Acts = Mapping[str, Callable[[], None]]  # id in the table of actions -> what it does here


class Shortcuts:
    """The shortcuts of some widgets; they can be forgotten and made anew when keys change."""

    def __init__(self) -> None:
        self._made: list[QShortcut] = []

    def listen(self, owner: QWidget, acts: Acts) -> None:
        """Listen for the keys of these actions while the focus is in `owner`."""
        for name, act in acts.items():
            for key in keys_of(BY_ID[name]):
                shortcut = QShortcut(QKeySequence(key), owner)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(act)
                self._made.append(shortcut)

    def forget(self) -> None:
        """Listen no more; before the owner goes."""
        while self._made:
            made = self._made.pop()
            made.setEnabled(False)  # it goes later; two of one key would silence both
            made.deleteLater()
