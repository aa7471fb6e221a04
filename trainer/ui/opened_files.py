"""Files that the desktop hands to the running program (macOS: a double-click in the Finder)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

from trainer.session.opened_file import is_attempt


class OpenedFiles(QObject):
    """An event filter of the application that tells of every attempt it is asked to open."""

    def __init__(self, tell: Callable[[Path], None], parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what names an attempt; leave the rest."""
        if isinstance(event, QFileOpenEvent) and is_attempt(event.file()):
            self._tell(Path(event.file()))
            return True
        return super().eventFilter(watched, event)
