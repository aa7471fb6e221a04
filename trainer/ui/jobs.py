"""Slow work off the screen's thread; what comes of it comes back through a queued signal."""

from __future__ import annotations

import threading
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, Signal, Slot

from trainer.refusal import Refusal
from trainer.ui.presenters.navigation import Done, Refused, Work


class _Job(QObject):
    """One piece of work."""

    over = Signal(object, object)  # result, error

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        """On the worker's thread."""
        own_loop = QEventLoop()  # a report's text keeps timers, which need one in their thread
        try:
            result = self._work()
        except BaseException as error:  # it is raised again where somebody sees it
            self.over.emit(None, error)
        else:
            self.over.emit(result, None)
        finally:
            del own_loop


class Jobs(QObject):
    """Runs work in threads of its own and remembers them until they are over."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[_Job, tuple[threading.Thread, Done, Refused]] = {}

    def run(self, work: Work, done: Done, refused: Refused) -> None:
        """Do `work`; then, on this object's thread, `done(result)` or `refused(refusal)`.

        Any other error is ours: it is raised here, on this thread.
        """
        job = _Job(work)
        thread = threading.Thread(target=job.run, name="job", daemon=True)
        self._running[job] = (thread, done, refused)
        job.over.connect(self._over, Qt.ConnectionType.QueuedConnection)
        thread.start()

    @property
    def busy(self) -> bool:
        """Whether anything runs."""
        return bool(self._running)

    def close(self) -> None:
        """Wait for what runs and hand its results over, so that what was opened can be closed."""
        for thread, _done, _refused in list(self._running.values()):
            thread.join()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    @Slot(object, object)
    def _over(self, result: Any, error: BaseException | None) -> None:
        job = self.sender()
        assert isinstance(job, _Job)
        thread, done, refused = self._running.pop(job)
        thread.join()
        if isinstance(error, Refusal):
            refused(error)
        elif error is not None:
            raise error
        else:
            done(result)
