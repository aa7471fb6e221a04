"""The writer of one manuscript: each edit is appended and made safe before the next second is over.

A drag is many changes of one stroke; those that follow each other within the wait are one line.
After a failed write nothing more is written and nothing more is claimed, as in the attempt's
journal.
"""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from trainer.attempt.log import hash_of, line_of
from trainer.refusal import ExitCode, Refusal
from trainer.scenario.manuscript.change import Change, Entry, entry_to_json, merged
from trainer.scenario.manuscript.manuscript import Manuscript
from trainer.storage.file_lock import FileLock

# Killing the studio loses at most two seconds of work (issue 8): half a second here, the rest is
# left to a slow disk.
STROKE_WAIT_S = 0.5

_Handed = Entry | int | threading.Event | None


class ManuscriptJournal:
    """Implements `trainer.session.studio.ports.ManuscriptFile`; made by `ManuscriptFolder`."""

    def __init__(
        self, home: Path, lock: FileLock, head: str, manuscript: Manuscript, origin: str
    ) -> None:
        self.key = home.name
        self.folder = home / "files"
        self.tries = home / "tries"
        self.manuscript = manuscript
        self.origin = origin
        self.failure: Refusal | None = None
        self._home = home
        self._lock = lock
        self._head = head
        self._handed = 0
        self._written = 0
        self._told: Callable[[], None] = lambda: None
        self._queue: queue.SimpleQueue[_Handed] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="manuscript", daemon=True)
        self._thread.start()

    @property
    def recorded(self) -> bool:
        """Whether everything handed over is safe on disk."""
        return self._written == self._handed

    def listen(self, told: Callable[[], None]) -> None:
        """Call `told` from the writer's thread after each write and where it stopped."""
        self._told = told

    def append(self, entry: Entry) -> None:
        """Hand an entry over; returns at once."""
        self._hand(entry)

    def published(self, version: int) -> None:
        """Note that the case as it stands was published."""
        self._hand(version)
        self.flush()

    def flush(self) -> None:
        """Wait until everything is safe. Raises the Refusal that stopped it."""
        done = threading.Event()
        self._queue.put(done)
        while self._thread.is_alive() and not done.wait(0.1):
            pass
        if self.failure is not None:
            raise self.failure

    def close(self) -> None:
        """Write what is to be written, let the file go; doing it twice is harmless."""
        if self._thread.is_alive():
            self._queue.put(None)
            self._thread.join()
        self._lock.release()

    def _hand(self, handed: Entry | int) -> None:
        self._handed += 1
        self._queue.put(handed)

    def _run(self) -> None:
        pending: Change | None = None
        count, deadline = 0, 0.0
        while True:
            item = self._next(pending, deadline)
            if isinstance(item, Change) and item.stroke:
                if pending is not None and pending.stroke == item.stroke:
                    pending, count = merged(pending, item), count + 1
                    continue
                self._write(pending, count)
                pending, count, deadline = item, 1, time.monotonic() + STROKE_WAIT_S
                continue
            self._write(pending, count)
            pending, count = None, 0
            if isinstance(item, threading.Event):
                item.set()
            elif item is None:
                return
            elif not isinstance(item, str):
                self._write(item, 1)

    def _next(self, pending: Change | None, deadline: float) -> _Handed | str:
        if pending is None:
            return self._queue.get()
        left_s = deadline - time.monotonic()
        if left_s <= 0.0:
            return "due"  # even while more is coming in: a drag that never rests is written too
        try:
            return self._queue.get(timeout=left_s)
        except queue.Empty:
            return "due"

    def _write(self, item: Entry | int | None, count: int) -> None:
        if item is None or self.failure is not None:
            return
        line = line_of(_body(item), self._head)
        try:
            self._lock.append(line)
        except OSError as error:
            self.failure = _stopped(self._home, error)
        else:
            self._head = hash_of(line)
            self._written += count
        self._told()


def _body(item: Entry | int) -> Mapping[str, Any]:
    return {"entry": "published", "version": item} if isinstance(item, int) else entry_to_json(item)


def _stopped(home: Path, error: OSError) -> Refusal:
    return Refusal(
        "The studio has stopped saving",
        f"the disk did not take the last edit ({os.strerror(error.errno or 0)})",
        f"Everything before it is safe in {home}; free some space, then open the case again",
        code=ExitCode.STORAGE,
    )
