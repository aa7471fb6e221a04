"""What came of random hands: what they did, and every problem, raised and told ones included."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

# What the offscreen platform says of itself, and QTest of a press that nobody wanted.
PLATFORM = ("This plugin does not support", "Mouse event")


@dataclass
class Report:
    """What came of it. events : presses, releases, moves and wheels that were sent. acts : what
    they were part of. problems : each with the number of events before it.
    """

    events: int = 0
    acts: int = 0
    missed: int = 0
    rests: int = 0
    beams: int = 0
    grips: int = 0
    moves: int = 0
    logs: int = 0
    quits: int = 0
    seconds: float = 0.0
    screens: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        figures = (
            f"{self.events} events in {self.acts} acts ({self.missed} at what was gone) in "
            f"{self.seconds:.0f} s, "
            f"{self.rests} rests, {self.beams} times "
            f"beam, {self.grips} grips, {self.moves} needle moves, {self.logs} logs read, "
            f"{self.quits} times quit; screens: "
            f"{', '.join(sorted(self.screens))}"
        )
        return "\n".join((figures, *(self.problems or ("no problem",))))

    def problem(self, what: str) -> None:
        """Something that must not be."""
        self.problems.append(f"after {self.events} events: {what}")

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Exceptions of every thread and Qt's own warnings are problems."""

        def raised(
            kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
        ) -> None:
            where = "?"
            while trace is not None:
                code = trace.tb_frame.f_code
                where, trace = f"{Path(code.co_filename).name}:{trace.tb_lineno}", trace.tb_next
            self.problem(f"{kind.__name__}: {error} ({where})")

        def told(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
            loud = kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
            if loud and not text.startswith(PLATFORM):
                self.problem(f"Qt: {text}")

        hooks = sys.excepthook, threading.excepthook
        sys.excepthook = raised
        threading.excepthook = lambda told_by: raised(
            told_by.exc_type, told_by.exc_value, told_by.exc_traceback
        )
        before = qInstallMessageHandler(told)
        try:
            yield
        finally:
            qInstallMessageHandler(before)
            sys.excepthook, threading.excepthook = hooks
