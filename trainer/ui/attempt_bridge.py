"""Brings an attempt's snapshots and frames to the screen's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trainer.session.frames_due import FrameRequest, FramesDue, overtaking
from trainer.session.render_worker import RenderWorker

if TYPE_CHECKING:
    from trainer.session.fluoroscope import Frame
    from trainer.session.live_attempt import LiveAttempt
    from trainer.session.runner import Snapshot


class AttemptBridge(QObject):
    """Signals of one attempt; connect them queued.

    Pulses are drawn as the attempt's thread tells of them, newest first; the screen's thread, which
    may be busy, only gets what is drawn.
    """

    snapshot = Signal(object)
    frame = Signal(object)

    def __init__(self, attempt: LiveAttempt, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._worker: RenderWorker[FrameRequest, Frame] = RenderWorker(
            attempt.frame, self._deliver, overtaking
        )
        self._due = FramesDue(attempt.held.taken if attempt.held else None)
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

    def _deliver(self, frame: Frame) -> None:
        if self._open:
            self.frame.emit(frame)

    def _hear(self, snapshot: Snapshot) -> None:
        if not self._open:
            return
        self.snapshot.emit(snapshot)  # first: a frame is of a pulse that the screen knows
        if (request := self._due.hear(snapshot)) is not None:
            self._worker.ask(request)
