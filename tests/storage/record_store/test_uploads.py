"""The thread that copies: it never holds anybody up, and it gives nothing up."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.storage.record_store.chains import attempt, read
from tests.storage.records import act, header
from trainer.refusal import ExitCode, Refusal
from trainer.session.record_lines import RecordHeader
from trainer.session.records import StoreRefusal, UploadStatus
from trainer.storage.attempt_folder import AttemptFolder
from trainer.storage.records import uploads as module
from trainer.storage.records.engine import engine_of
from trainer.storage.records.store import RecordsDatabase
from trainer.storage.records.uploads import RecordUploads

QUICK_S = 0.01
Begin = Callable[..., RecordUploads]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FIRST_WAIT_S", QUICK_S)
    monkeypatch.setattr(module, "LONGEST_WAIT_S", 2 * QUICK_S)


@pytest.fixture
def begin() -> Iterator[Begin]:
    begun: list[RecordUploads] = []

    def start(*arguments: object, **named: object) -> RecordUploads:
        begun.append(RecordUploads(*arguments, every_s=QUICK_S, **named))  # type: ignore[arg-type]
        return begun[-1]

    yield start
    for each in begun:
        each.close()


def until(uploads: RecordUploads, enough: Callable[[UploadStatus], bool]) -> UploadStatus:
    deadline = time.monotonic() + 20.0
    while not enough(uploads.status()):
        assert time.monotonic() < deadline, uploads.status()
        time.sleep(0.005)
    return uploads.status()


def file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_an_attempt_is_followed_while_it_is_recorded(
    store: RecordsDatabase, begin: Begin, tmp_path: Path
) -> None:
    journal = AttemptFolder(tmp_path).create(header())
    uploads = begin(lambda: RecordsDatabase(engine_of(store.address), store.address))
    told = threading.Event()
    uploads.listen(told.set)
    uploads.follow(journal.path)
    for seq in range(1, 4):
        journal.append(act(seq))
        journal.flush()
        deadline = time.monotonic() + 20.0
        while not store.records() or store.records()[0].lines <= seq:
            assert time.monotonic() < deadline
            time.sleep(0.005)
    assert store.records()[0].head is None
    journal.seal()
    journal.close()
    until(uploads, lambda status: status.done == 1)
    uploads.close()
    record = store.records()[0].header.record
    assert b"".join(store.lines(record)) == journal.path.read_bytes()
    assert told.is_set()


def test_nobody_waits_for_a_server_that_does_not_answer(
    filled_store: RecordsDatabase, begin: Begin, tmp_path: Path
) -> None:
    asked, answers = threading.Event(), threading.Event()

    def hanging() -> RecordsDatabase:
        asked.set()
        answers.wait(20.0)
        return filled_store

    uploads = begin(hanging, lambda: tmp_path.glob("*.attempt"))
    uploads.follow(file(tmp_path, "1.attempt", b"".join(attempt("a-1"))))
    assert asked.wait(20.0)
    begun = time.thread_time()
    for number in range(module.QUEUED):
        uploads.follow(tmp_path / f"nothing-{number}.attempt")
        uploads.status()
    assert time.thread_time() - begun < 2.0  # processor time: the machine is shared
    assert uploads._new.full()
    uploads.follow(file(tmp_path, "2.attempt", b"".join(attempt("a-2"))))  # one too many
    answers.set()
    until(uploads, lambda status: status.done == 2)


def test_closing_waits_for_no_server(begin: Begin, tmp_path: Path) -> None:
    asked, answers = threading.Event(), threading.Event()

    def hanging() -> RecordsDatabase:
        asked.set()
        answers.wait(20.0)
        raise StoreRefusal("x", "y", "z", code=ExitCode.STORAGE)

    uploads = begin(hanging)
    uploads.follow(file(tmp_path, "1.attempt", b"".join(attempt("a-1"))))
    assert asked.wait(20.0)
    uploads.close(0.05)
    assert uploads._thread.is_alive()  # left to itself
    answers.set()


def test_what_the_server_missed_is_sent_when_it_is_back(
    filled_store: RecordsDatabase, begin: Begin, tmp_path: Path
) -> None:
    down = [True]

    def door() -> RecordsDatabase:
        if down[0]:
            raise StoreRefusal("The records cannot be reached", "no", "x", code=ExitCode.STORAGE)
        return filled_store

    path = file(tmp_path, "a.attempt", b"".join(attempt()))
    uploads = begin(door)
    uploads.follow(path)
    status = until(uploads, lambda status: status.failure is not None)
    assert status.waiting == 1
    down[0] = False
    status = until(uploads, lambda status: status.done == 1)
    until(uploads, lambda status: status.failure is None and status.waiting == 0)


def test_after_a_new_start_only_what_is_missing_is_sent(
    filled_store: RecordsDatabase, begin: Begin, tmp_path: Path
) -> None:
    whole = read(attempt("a-half", 6))
    filled_store.put(whole.header, dict(enumerate(whole.lines[:4])))
    done = read(attempt("a-done"))
    filled_store.put(done.header, dict(enumerate(done.lines)))
    filled_store.complete(done.header.record)
    paths = (
        file(tmp_path, "half.attempt", b"".join(whole.lines)),
        file(tmp_path, "done.attempt", b"".join(done.lines)),
    )
    sent: list[int] = []
    put = filled_store.put

    def noted(header: RecordHeader, lines: Mapping[int, bytes]) -> None:
        sent.extend(lines)
        put(header, lines)

    filled_store.put = noted  # type: ignore[method-assign]
    uploads = begin(lambda: filled_store, lambda: paths)
    until(uploads, lambda status: status.done == 1)
    assert sent == [4, 5, 6, 7]


def test_a_file_that_is_not_what_it_was_is_refused_alone(
    filled_store: RecordsDatabase, begin: Begin, tmp_path: Path
) -> None:
    first = read(attempt("a-1", 3))
    filled_store.put(first.header, dict(enumerate(first.lines)))
    filled_store.complete(first.header.record)
    forged = file(tmp_path, "forged.attempt", b"".join(attempt("a-1", 4)))
    damaged = b"".join(attempt("a-2")).replace(b'"seq":2', b'"seq":7')
    bad = file(tmp_path, "bad.attempt", damaged)
    good = file(tmp_path, "good.attempt", b"".join(attempt("a-3")))
    uploads = begin(lambda: filled_store)
    for path in (forged, bad, good):
        uploads.follow(path)
    status = until(uploads, lambda status: status.done == 1 and len(status.refused) == 2)
    assert {name for name, _ in status.refused} == {"forged.attempt", "bad.attempt"}
    assert all(isinstance(why, Refusal) for _, why in status.refused)
    assert status.waiting == 0


def test_a_file_that_cannot_be_read_holds_no_other_up(
    filled_store: RecordsDatabase, begin: Begin, tmp_path: Path
) -> None:
    (tmp_path / "0.attempt").mkdir()
    uploads = begin(lambda: filled_store)
    uploads.follow(tmp_path / "0.attempt")
    uploads.follow(file(tmp_path, "1.attempt", b"".join(attempt("a-1"))))
    status = until(uploads, lambda status: status.done == 1 and status.failure is not None)
    assert status.failure is not None
    assert "0.attempt" in status.failure.what
    assert (status.waiting, status.refused) == (1, ())


def test_half_a_line_waits_for_its_end(
    filled_store: RecordsDatabase, begin: Begin, tmp_path: Path
) -> None:
    lines = attempt("a-1", 4)
    path = file(tmp_path, "a.attempt", lines[0][:50])
    uploads = begin(lambda: filled_store)
    uploads.follow(path)
    data = b"".join(lines)
    for end in (len(lines[0]) + 20, len(data) - 30, len(data)):
        path.write_bytes(data[:end])
        time.sleep(3 * QUICK_S)
    until(uploads, lambda status: status.done == 1)
    assert filled_store.lines(read(lines).header.record) == lines


def test_files_that_nobody_named_are_found_whenever_they_come(
    filled_store: RecordsDatabase, begin: Begin, tmp_path: Path
) -> None:
    uploads = begin(lambda: filled_store, lambda: tmp_path.glob("*.attempt"))
    for count in (1, 2):
        file(tmp_path, f"{count}.attempt", b"".join(attempt(f"a-{count}", count)))
        until(uploads, lambda status, count=count: status.done == count)  # type: ignore[misc]


@pytest.fixture
def filled_store(tmp_path: Path, filled_once: Path) -> RecordsDatabase:
    from trainer.storage.records.address import file_address
    from trainer.storage.records.opening import open_records

    path = tmp_path / "records.sqlite"
    path.write_bytes(filled_once.read_bytes())
    return open_records(file_address(path))
