"""Our own failures, wherever they happen: written down there, told on the screen."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

LOG = logging.getLogger("trainer.ui")


class Mistakes(QObject):
    """written : keeps what failed (the crash file). told : shows that something did, in the GUI."""

    _happened = Signal()

    def __init__(
        self, written: Callable[[BaseException], object], told: Callable[[], None]
    ) -> None:
        super().__init__()
        self._written = written
        self._told = told
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @contextmanager
    def caught(self) -> Iterator[None]:
        """What escapes from slots, virtual methods and threads comes here inside the block."""
        before = sys.excepthook, threading.excepthook
        sys.excepthook, threading.excepthook = self._in_qt, self._in_a_thread
        try:
            yield
        finally:
            sys.excepthook, threading.excepthook = before

    def _in_qt(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        self._keep(error)
        # Qt hands what fails in its own threads (QThread, QRunnable) to this hook too.
        if threading.current_thread() is threading.main_thread():
            self._told()
        else:
            self._happened.emit()

    def _in_a_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and args.exc_type is not SystemExit:
            self._keep(args.exc_value)
            self._happened.emit()

    def _keep(self, error: BaseException) -> None:
        LOG.critical("failed", exc_info=error)
        self._written(error)

    def _tell(self) -> None:
        self._told()
