"""Settings, help and about at a screen's upper right corner, for who has only a mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.ui.buttons import ActionButton

NAMES = ("settings", "help", "about")
MARGIN_PX = 20


class Corner(QWidget):
    """Three buttons that stay in the corner of their parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("corner")
        self.buttons = {name: ActionButton(name, self) for name in NAMES}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in self.buttons.values():
            row.addWidget(button)
        parent.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The parent has another size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        parent = self.parentWidget()
        if parent is not None:
            left = MARGIN_PX
            if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
                left = parent.width() - self.width() - MARGIN_PX
            self.move(left, MARGIN_PX)
            self.raise_()
