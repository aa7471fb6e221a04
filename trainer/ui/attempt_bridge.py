"""Brings an attempt's snapshots and frames to the screen's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trainer.session.render_worker import RenderWorker
from trainer.ui.presenters.suite import FrameRequest

if TYPE_CHECKING:
    from trainer.session.fluoroscope import Frame
    from trainer.session.practice import LiveAttempt


class AttemptBridge(QObject):
    """Signals of one attempt; connect them queued. `ask` draws an exposure, newest wins."""

    snapshot = Signal(object)
    frame = Signal(object)

    def __init__(self, attempt: LiveAttempt, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._attempt = attempt
        self._open = True
        self._worker: RenderWorker[FrameRequest, Frame] = RenderWorker(self._draw, self._deliver)
        attempt.runner.listen(self._hear)

    def ask(self, request: FrameRequest) -> None:
        """Draw this exposure next."""
        if self._open:
            self._worker.ask(request)

    @property
    def broken(self) -> BaseException | None:
        """Our own failure while drawing."""
        return self._worker.broken

    def settle(self) -> bool:
        """Wait until everything asked for is drawn."""
        return self._worker.settle()

    def close(self) -> None:
        """Tell the screen nothing more; end the drawing thread."""
        self._open = False
        self._worker.close()

    def _draw(self, request: FrameRequest) -> Frame:
        return self._attempt.frame(request.exposed, request.state)

    def _deliver(self, frame: Frame) -> None:
        if self._open:
            self.frame.emit(frame)

    def _hear(self, snapshot: object) -> None:
        if self._open:
            self.snapshot.emit(snapshot)
