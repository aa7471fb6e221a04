"""A newest-wins worker whose results come back on the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from trainer.session.render_worker import RenderWorker


class DrawingThread(QObject):
    """Draws in the background; `show` is called here with the newest (request, result)."""

    _drawn = Signal(object)

    def __init__(
        self,
        draw: Callable[[Any], Any],
        show: Callable[[Any, Any], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._show = show
        self._open = True
        self._drawn.connect(self._back, Qt.ConnectionType.QueuedConnection)
        self._worker: RenderWorker[Any, Any] = RenderWorker(
            lambda request: (request, draw(request)), self._drawn.emit
        )

    def ask(self, request: Any) -> None:
        """Draw this next."""
        if self._open:
            self._worker.ask(request)

    def close(self) -> None:
        """End the thread; what still comes is not shown."""
        if self._open:
            self._open = False
            self._worker.close()

    @Slot(object)
    def _back(self, drawn: tuple[Any, Any]) -> None:
        if self._open:
            self._show(*drawn)
