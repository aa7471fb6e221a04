"""The thread that copies records to the shared store: implements `trainer.session.ports.Uploads`.

It only ever reads files that are safe on this machine already, so nothing waits for it; what is to
be computed for the store a process of its own computes (`trainer.storage.records.apart`). Each file
is looked at again every few seconds; after a failure it waits longer each time, by chance a little
more or less, so that 200 stations do not come back at once.
"""

from __future__ import annotations

import queue
import random
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from trainer.refusal import ExitCode, Refusal
from trainer.session.ports import RecordReceiver
from trainer.session.records import StoreRefusal, UploadStatus
from trainer.storage.records.followed import DISK, FollowedFile, Source, header_in

# A round costs the station 12 ms of processor and the server as much again, most of it for a new
# connection: at 2 s, 200 stations alone kept two cores busy (measured, tests/trust/stations.py).
EVERY_S = 5.0
LOOK_EVERY = 2  # rounds
FIRST_WAIT_S, LONGEST_WAIT_S = 0.5, 30.0
QUEUED = 1024  # files named at once; more are found by looking
_AGAIN = frozenset({ExitCode.STORAGE, ExitCode.IN_USE})


class RecordUploads:
    """open_store : opens the store, may raise Refusal. find : files of records that lie here.

    source : reads them. every_s : between two looks at files that grow.
    """

    def __init__(
        self,
        open_store: Callable[[], RecordReceiver],
        find: Callable[[], Iterable[Path]] = tuple,
        *,
        source: Source = DISK,
        every_s: float = EVERY_S,
    ) -> None:
        self._open = open_store
        self._find = find
        self._source = source
        self._every_s = every_s
        self._new: queue.Queue[Path] = queue.Queue(QUEUED)
        self._look_at_s = 0.0  # when files that nobody named are looked for
        self._seen: set[Path] = set()
        self._found: list[Path] = []
        self._files: dict[Path, FollowedFile] = {}
        self._store: RecordReceiver | None = None
        self._status = UploadStatus()
        self._changed: Callable[[], None] = lambda: None
        self._closing = threading.Event()
        self._chance = random.Random()  # noqa: S311 (when to try again, nothing secret)
        self._thread = threading.Thread(target=self._run, name="uploads", daemon=True)
        self._thread.start()

    def follow(self, path: Path) -> None:
        """Copy this file from now on; returns at once."""
        try:
            self._new.put_nowait(path)
        except queue.Full:
            self._look_at_s = 0.0

    def status(self) -> UploadStatus:
        """How far it is."""
        return self._status

    def listen(self, changed: Callable[[], None]) -> None:
        """Call `changed` from the thread after each change."""
        self._changed = changed

    def close(self, within_s: float = 2.0) -> None:
        """Stop; what is left is found again after the next start."""
        self._closing.set()
        self._thread.join(within_s)

    def _run(self) -> None:
        failed = 0
        try:
            while not self._closing.wait(self._pause_s(failed)):
                failed = 0 if self._round() else failed + 1
        except BaseException:
            why = Refusal("Copying the records has stopped", "this is our mistake", "Start anew")
            self._say(failure=why)
            raise  # threading.excepthook writes it down

    def _pause_s(self, failed: int) -> float:
        if not failed:
            return self._every_s * self._chance.uniform(0.75, 1.25)
        longest = min(LONGEST_WAIT_S, FIRST_WAIT_S * float(1 << min(failed - 1, 10)))
        return longest * self._chance.uniform(0.5, 1.0)

    def _round(self) -> bool:
        """Look at every file once; False where the store could not be reached."""
        self._take_named()
        self._look()
        if not self._found and not any(each.is_waiting for each in self._files.values()):
            self._say(failure=None)
            return True
        try:
            self._send_what_waits(self._opened())
        except Refusal as failure:
            self._let_go()
            self._say(failure=failure)
            return False
        self._say(failure=None)
        return True

    def _send_what_waits(self, store: RecordReceiver) -> None:
        if self._found:
            self._take_found(store)
        unread: Refusal | None = None
        for file in [each for each in self._files.values() if each.is_waiting]:
            if not self._closing.is_set():
                unread = self._send(file, store) or unread
        store.rest()
        if unread is not None:
            raise unread

    def _let_go(self) -> None:
        """What went wrong once is opened anew."""
        store, self._store = self._store, None
        if store is not None:
            store.rest()

    def _opened(self) -> RecordReceiver:
        if self._store is None:
            self._store = self._open()
        return self._store

    def _send(self, file: FollowedFile, store: RecordReceiver) -> Refusal | None:
        """Why the file could not be read just now; the others are sent all the same."""
        try:
            file.send(store)
        except StoreRefusal:
            raise
        except Refusal as refusal:
            if refusal.code in _AGAIN:
                return refusal
            file.refused = refusal  # this file alone; it stays as it is, and is told
        if file.complete:
            del self._files[file.path]
            self._say(done=self._status.done + 1)
        return None

    def _take_named(self) -> None:
        with suppress(queue.Empty):
            while True:
                self._take(self._new.get_nowait())

    def _look(self) -> None:
        """For files that came since the last look, every few rounds."""
        now = time.monotonic()
        if now >= self._look_at_s:
            self._look_at_s = now + LOOK_EVERY * self._every_s
            new = [path for path in self._find() if path not in self._seen]
            self._seen.update(new)
            self._found += new

    def _take_found(self, store: RecordReceiver) -> None:
        """All but those that the store has whole."""
        found = {path: header_in(path, self._source) for path in self._found}
        records = [header.record for header in found.values() if header is not None]
        known = store.completed(records)
        for path, header in found.items():
            if header is None or header.record not in known:
                self._take(path)
        self._found = []

    def _take(self, path: Path) -> None:
        self._files.setdefault(path, FollowedFile(path, self._source))

    def _say(self, **changes: object) -> None:
        files = self._files.values()
        status = replace(
            self._status,
            waiting=sum(each.is_waiting for each in files),
            refused=tuple(
                (each.path.name, each.refused) for each in files if each.refused is not None
            ),
            **changes,  # type: ignore[arg-type]
        )
        if status != self._status:
            self._status = status
            self._changed()
