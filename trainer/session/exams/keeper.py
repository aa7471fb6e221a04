"""One session being kept: commands in, events safe on disk, then the new state. One at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable

from trainer.assessment.exams.commands import SessionCommand
from trainer.assessment.exams.decide import decide
from trainer.assessment.exams.events import SessionEvent
from trainer.assessment.exams.evolve import fold
from trainer.assessment.exams.session_log import SessionHeader, SessionLog, SessionRecord
from trainer.assessment.exams.state import SessionState
from trainer.session.exams.meter import Readings, read_clocks
from trainer.session.exams.ports import SessionJournal

Listener = Callable[[SessionState], None]


class SessionKeeper:
    """Holds a session's log open. Listeners are called from whichever thread did something."""

    def __init__(
        self, log: SessionLog, journal: SessionJournal, readings: Readings = read_clocks
    ) -> None:
        self.header: SessionHeader = log.header
        self.readings = readings
        self._state = log.state
        self._seq = len(log.records)
        self._journal = journal
        self._lock = threading.RLock()
        self._listeners: list[Listener] = []

    @property
    def state(self) -> SessionState:
        """Where the session stands; everything in it is safe on disk."""
        return self._state

    def listen(self, listener: Listener) -> None:
        """Call `listener` after every change."""
        self._listeners.append(listener)

    def do(self, *commands: SessionCommand) -> SessionState:
        """Do commands in order, each safe before the next. Raises Refusal; then it was not done."""
        for command in commands:
            with self._lock:
                events = decide(self.header.definition, self._state, command)
                if events:
                    self._write(events)
            if events:
                self._tell()
        return self._state

    def may(self, command: SessionCommand) -> None:
        """Ask whether a command would be done, and do nothing. Raises Refusal."""
        decide(self.header.definition, self._state, command)

    def close(self) -> None:
        """Let the log go."""
        self._journal.close()

    def _write(self, events: tuple[SessionEvent, ...]) -> None:
        state = fold(self.header.definition, self._state, events)
        self._journal.append(SessionRecord(self._seq + 1, self.readings(), events))
        self._seq += 1
        self._state = state

    def _tell(self) -> None:
        for listener in self._listeners:
            listener(self._state)
