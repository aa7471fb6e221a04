"""The writer of one .attempt file: append, make safe, then say so.

One thread, one file, one order. Discrete events are written and synced at once; motion, which comes
in records of up to 200 ms, waits 50 ms for company. After a failed write or sync nothing is retried
and nothing more is claimed (the kernel may have dropped the pages: PostgreSQL learnt this in 2018).
"""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from trainer.attempt.chain import hash_of, line_of
from trainer.attempt.log import Record, record_body
from trainer.attempt.seal import seal_body, signed_seal_body
from trainer.attempt.sitting import Sitting
from trainer.refusal import ExitCode, Refusal

if TYPE_CHECKING:
    from trainer.session.ports import Signer

# With the 200 ms of `trainer.session.motion`: a crash takes 250 ms of motion at most (DESIGN 10).
MOTION_WAIT_S = 0.050


Sealing = Callable[[int, str], Mapping[str, Any]]


class HeldFile(Protocol):
    """A file that is open for appending, by this program alone: `FileLock`, `LockedFile`."""

    def append(self, data: bytes) -> None:
        """Write whole lines at the end and make them safe. Raises OSError."""

    def cut_to(self, size: int) -> None:
        """Drop what stands after `size` bytes. Raises OSError."""

    def release(self) -> None:
        """Let the file go; doing it twice is harmless."""


def plain_seal(count: int, _head: str) -> Mapping[str, Any]:
    """The seal of practice."""
    return seal_body(count)


def signed_seal(sitting: Sitting, signer: Signer) -> Sealing:
    """The seal of an exam's sitting. The key is held from the start: submitting cannot miss it."""
    key = signer.public_bytes.hex()
    return lambda count, head: signed_seal_body(count, sitting, head, key, signer.sign)


class JournalWriter:
    """Records one attempt. Made by `AttemptFolder`, which has written the header already.

    sealing : makes the seal's content of the number of records and the hash of the last line.
    """

    def __init__(
        self, path: Path, lock: HeldFile, head: str, seq: int, sealing: Sealing = plain_seal
    ) -> None:
        self.path = path
        self._lock = lock
        self._sealing = sealing
        self._head = head
        self._recorded_seq = seq
        self._handed_seq = seq
        self._failure: Refusal | None = None
        self._recorded: Callable[[], None] = lambda: None
        self._queue: queue.SimpleQueue[Record | threading.Event | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    @property
    def recorded_seq(self) -> int:
        """The last record that is safe on disk."""
        return self._recorded_seq

    @property
    def failure(self) -> Refusal | None:
        """Why recording stopped, None while it goes well."""
        return self._failure

    def listen(self, recorded: Callable[[], None]) -> None:
        """Call `recorded` from the writer's thread after each change."""
        self._recorded = recorded

    def append(self, record: Record) -> None:
        """Hand a record over; returns at once."""
        self._handed_seq = record.seq
        self._queue.put(record)

    def flush(self) -> None:
        """Wait until everything handed over is safe. Raises the Refusal that stopped it."""
        if self._thread.is_alive():
            done = threading.Event()
            self._queue.put(done)
            while not done.wait(0.1):
                if not self._thread.is_alive():
                    break
        if self._failure is not None:
            raise self._failure

    def seal(self) -> None:
        """Flush and write the seal. Raises Refusal."""
        self.flush()
        self._write(self._sealing(self._recorded_seq, self._head))
        if self._failure is not None:
            raise self._failure

    def close(self) -> None:
        """Flush what can be and let the file go."""
        if self._thread.is_alive():
            self._queue.put(None)
            self._thread.join()
        self._lock.release()

    def _run(self) -> None:
        waiting: list[Record] = []
        deadline = 0.0
        while True:
            item = self._next(waiting, deadline)
            if isinstance(item, Record):
                if not waiting:
                    deadline = time.monotonic() + MOTION_WAIT_S
                waiting.append(item)
                if item.is_motion and time.monotonic() < deadline:
                    continue
            self._commit(waiting)
            waiting = []
            if isinstance(item, threading.Event):
                item.set()
            elif item is None:
                return

    def _next(
        self, waiting: list[Record], deadline: float
    ) -> Record | threading.Event | str | None:
        if not waiting:
            return self._queue.get()
        try:
            return self._queue.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            return "due"

    def _commit(self, records: list[Record]) -> None:
        if not records or self._failure is not None:
            return
        self._write(*(record_body(record) for record in records))
        if self._failure is None:
            self._recorded_seq = records[-1].seq
        self._recorded()

    def _write(self, *bodies: Mapping[str, Any]) -> None:
        if self._failure is not None:
            return
        lines, head = bytearray(), self._head
        for body in bodies:
            line = line_of(body, head)
            head = hash_of(line)
            lines += line
        try:
            self._lock.append(bytes(lines))
        except OSError as error:
            self._failure = recording_stopped(self.path, error)
            return
        self._head = head


def recording_stopped(path: Path, error: OSError) -> Refusal:
    """The sentence for a disk that failed while an attempt was running."""
    return Refusal(
        "Recording has stopped",
        f"the disk did not take the attempt ({os.strerror(error.errno or 0)})",
        f"Everything up to the last solid mark is safe in {path.name}; free some space or choose "
        "another folder, then resume it",
        code=ExitCode.STORAGE,
    )
