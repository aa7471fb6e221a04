"""A store that a process of its own talks to: what copying computes holds up no thread here.

A thread beside the window's would share its interpreter (only one thread runs Python at a time):
taken off its processor at the wrong moment, it keeps the window waiting. Here the thread that
copies reads new lines, hands them over and sleeps until the answer is there. Every question may be
asked twice, so one whose process was killed is asked a second time of a new one.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess, parent_process
from typing import Any
from uuid import UUID

from trainer.refusal import ExitCode, Refusal
from trainer.session.ports import RecordReceiver
from trainer.session.record_lines import RecordHeader
from trainer.session.records import Held, StoreRefusal

# Beyond what a server is waited for (`engine.STATEMENT_MS`, some statements a question) [X].
ANSWER_S = 120.0
NICENESS = 10  # whoever sits at the station comes first
SPAWN = multiprocessing.get_context("spawn")  # no lock of this one's threads comes along
OpenStore = Callable[[], RecordReceiver]


@dataclass(frozen=True, slots=True)
class _Mistake:
    """What our own code raised over there."""

    told: str


class StoreApart:
    """Implements `trainer.session.ports.RecordReceiver`; not for two threads at once.

    open_store : opens the store over there (it is pickled). context : how processes are begun.
    """

    def __init__(self, open_store: OpenStore, context: BaseContext = SPAWN) -> None:
        self._open_store, self._context = open_store, context
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def begin(self) -> None:
        """Start the process where none runs; the first question does so by itself."""
        if self._process is not None and self._process.is_alive():
            return
        self.end()
        self._line, theirs = self._context.Pipe()
        self._process = self._context.Process(  # type: ignore[attr-defined]
            target=serve, args=(theirs, self._open_store), name="uploads", daemon=True
        )
        self._process.start()
        theirs.close()

    def end(self) -> None:
        """Stop the process; what it had not finished is asked again."""
        line, process = self._line, self._process
        self._line = self._process = None
        if line is not None:
            line.close()
        if process is not None:
            process.kill()
            process.join()
            process.close()

    def rest(self) -> None:
        """Keep no connection open; without a process there is none."""
        if self._process is not None and self._process.is_alive():
            self._asked("rest")

    def held(self, record: UUID) -> Held:
        """Which lines of a record are there, committed."""
        found: Held = self._asked("held", record)
        return found

    def completed(self, records: Sequence[UUID]) -> frozenset[UUID]:
        """Which of these are complete there."""
        found: frozenset[UUID] = self._asked("completed", tuple(records))
        return found

    def put(self, header: RecordHeader, lines: Mapping[int, bytes]) -> None:
        """Keep lines of a record by their number; safe when this returns."""
        self._asked("put", header, dict(lines))

    def complete(self, record: UUID) -> str:
        """Have a sealed record checked and noted; its head."""
        head: str = self._asked("complete", record)
        return head

    def _asked(self, question: str, *parts: object) -> Any:
        for _ in range(2):
            self.begin()
            try:
                return self._answer(question, parts)
            except (EOFError, OSError):
                self.end()
        raise StoreRefusal(
            "The records cannot be copied",
            "the process that copies them ended",
            "It is tried again by itself; free some memory",
            code=ExitCode.STORAGE,
        )

    def _answer(self, question: str, parts: tuple[object, ...]) -> Any:
        assert self._line is not None
        self._line.send((question, parts))
        if not self._line.poll(ANSWER_S):
            raise EOFError
        answer = self._line.recv()
        if isinstance(answer, Refusal):
            raise answer
        if isinstance(answer, _Mistake):
            raise RuntimeError(answer.told)
        return answer


def serve(line: Connection, open_store: OpenStore) -> None:
    """Answer until the other side or its process is gone."""
    _stand_back()
    store: list[RecordReceiver] = []
    parent = parent_process()
    ends: list[Any] = [line] if parent is None else [line, parent.sentinel]
    with contextlib.suppress(EOFError, OSError):
        while line in wait(ends):
            question, parts = line.recv()
            line.send(_said(store, open_store, question, parts))


def _said(
    store: list[RecordReceiver], open_store: OpenStore, question: str, parts: tuple[Any, ...]
) -> object:
    """The answer. A store that failed is opened anew the next time, with its connection."""
    try:
        if not store:
            if question == "rest":
                return None
            store.append(open_store())
        return getattr(store[0], question)(*parts)
    except Refusal as refusal:
        if isinstance(refusal, StoreRefusal):
            _let_go(store)
        return refusal
    except Exception:
        return _Mistake(traceback.format_exc())


def _let_go(store: list[RecordReceiver]) -> None:
    while store:
        store.pop().rest()


def _stand_back() -> None:
    """Ctrl+C is answered by the parent; everybody else comes first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(NICENESS)
