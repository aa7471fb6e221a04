"""While an exam runs nothing on the disk tells where the nerves are, or what the case is."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.session.exams.conftest import Held, definition_of
from tests.session.exams.test_sealed_exam import DRAFT as SECRET
from tests.session.exams.test_sealed_exam import WORDS, write_own_case
from trainer.assessment.exams.state import TryStatus
from trainer.attempt import commands
from trainer.refusal import Refusal
from trainer.session.exams.desk import ExamDesk
from trainer.session.exams.live import LiveStation
from trainer.session.marking import MarkingDesk
from trainer.session.records import URL_VARIABLE
from trainer.session.services import Services
from trainer.storage import exam_shelf
from trainer.storage.locked_attempts import LockedAttempts
from trainer.storage.records.address import file_address
from trainer.storage.records.opening import open_records
from trainer.storage.records.uploads import RecordUploads
from trainer.storage.verifier import verifier_text


@pytest.fixture
def held(desk: ExamDesk, tmp_path: Path) -> Iterator[Held]:
    held = Held(desk, definition_of(desk, tmp_path)).staffed().seated("c-100", "c-200")
    yield held
    held.room.leave()


def canaries_of(header: dict[str, Any]) -> list[bytes]:
    """What must not be read: every coordinate of targets, nerves, hazards and landmarks."""
    found: set[str] = set()
    for part in ("targets", "nerves", "hazards", "landmarks", "end_plates"):
        _gather(header.get(part), found)
    said = ("stated_profile", "rubric")  # which the candidate is told before
    _gather({key: one for key, one in header["scenario"].items() if key not in said}, found)
    return [one.encode() for one in sorted(found)]


def _gather(value: object, found: set[str]) -> None:
    if isinstance(value, dict):
        for one in value.values():
            _gather(one, found)
    elif isinstance(value, list) and value and all(isinstance(one, int) for one in value):
        found.add(",".join(str(one) for one in value))
    elif isinstance(value, list):
        for one in value:
            _gather(one, found)
    elif isinstance(value, str) and len(value) > 24 and " " in value:
        found.add(value)


def told_in(folder: Path, canaries: list[bytes]) -> list[tuple[str, bytes]]:
    """Which of them stand in which file, as JSON or YAML writes them."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [
        (path.name, one)
        for path in files
        for one in canaries
        if one in path.read_bytes() or one.replace(b",", b", ") in path.read_bytes()
    ]


def header_of(services: Services, at: LiveStation, session_id: str) -> dict[str, Any]:
    content = services.exams.attempts(session_id).content(at.live.path)
    return dict(json.loads(content.partition(b"\n")[0]))


def test_the_folder_of_a_running_sitting_holds_no_truth(
    held: Held, exam_services: Services, desk: ExamDesk
) -> None:
    room, session_id = held.room, held.room.session_id
    folder = exam_services.exams.home(session_id)
    at = room.begin("c-100", "station-1")
    at.live.runner.send(commands.Expose)
    at.live.runner.settle()
    canaries = canaries_of(header_of(exam_services, at, session_id))
    assert len(canaries) > 9
    assert told_in(folder, canaries) == []
    at.submit()
    assert told_in(folder, canaries) == [], "the next candidate has the same station"
    verdict = desk.verify(session_id)  # whoever is here can have all of it checked
    assert (verdict.attempts, verdict.locked) == (1, 0)
    room.end_sitting("c-100", "in-1", "enough")
    room.seal("c-100")
    assert MarkingDesk(exam_services, session_id, "rater-a").papers == ()
    for attempt_id, exposure in room.needs("c-100", "ex-1").frames:
        room.picture(attempt_id, exposure or 1, "ex-1")
    other = room.begin("c-200", "station-1")
    room.release("c-100", "ex-1", "ex-2")
    told = {name for name, _ in told_in(folder, canaries)}
    assert told == {at.live.path.name}, "what was released is in its place, byte for byte"
    assert len(MarkingDesk(exam_services, session_id, "rater-a").papers) == 1
    other.submit()
    room.end_sitting("c-200", "in-1", "enough")
    room.seal("c-200")
    room.close("ex-1")
    assert not list(folder.rglob("*.locked"))
    assert desk.verify(session_id).attempts == 2


def test_without_a_pin_of_the_staff_it_stays_locked(
    held: Held, desk: ExamDesk, exam_services: Services
) -> None:
    room, session_id = held.room, held.room.session_id
    at = room.begin("c-100", "station-1")
    at.live.runner.send(commands.Expose)
    at.leave("a crash")
    room.leave()
    assert desk.verify(session_id).locked == 1
    with pytest.raises(Refusal, match="locked"):
        exam_services.exams.attempts(session_id).load(at.live.path)
    room = held.room = desk.enter(session_id)
    assert room.try_pin("c-100", held.pins["c-100"])
    with pytest.raises(Refusal, match="are locked"):
        room.begin("c-200", "station-1")
    assert room.try_pin("in-1", held.pins["in-1"])
    resumed = room.resume(at.attempt_id, "in-1")
    resumed.submit()
    assert next(room.state.tries).tried.status is TryStatus.SUBMITTED


def test_who_was_submitted_in_the_last_moment_is_told_by_the_first_pin(
    held: Held, desk: ExamDesk, exam_services: Services
) -> None:
    """A kill between the seal and the session's line: another run tells it, once it can read."""
    room, session_id = held.room, held.room.session_id
    at = room.begin("c-100", "station-1")
    at._ends = lambda *_told: None  # the program dies before it says so
    at.submit()
    room.leave()
    room = held.room = desk.enter(session_id)
    (where,) = room.state.tries
    assert where.tried.status is TryStatus.RUNNING, "nobody can know yet"
    assert room.try_pin("in-1", held.pins["in-1"])
    (where,) = room.state.tries
    assert (where.tried.status, where.tried.how) == (TryStatus.SUBMITTED, "candidate")


def test_the_scenarios_of_an_encrypted_exam_are_no_files_of_it(
    desk: ExamDesk, exam_services: Services, home: Path, tmp_path: Path
) -> None:
    own = write_own_case(home)
    text = (own / "scenario.yaml").read_bytes()
    source, out = tmp_path / "exam.yaml", tmp_path / "exam.sealed"
    source.write_text(SECRET, encoding="utf-8")
    desk.define(source, out, WORDS)
    for path in own.rglob("*"):
        path.unlink()
    own.rmdir()
    opened = desk.open_sealed(out, WORDS, "desk-1", "ex-1")
    room, folder = opened.room, exam_services.exams.home(opened.room.session_id)
    unpacked = exam_shelf._private_place() / f"rhizotomy-exam-{room.session_id}"
    assert (unpacked / "an-own-case" / "scenario.yaml").read_bytes() == text
    assert unpacked.stat().st_mode & 0o077 == 0 or sys.platform == "win32"
    lines = [line for line in text.splitlines() if len(line) > 24]
    assert told_in(folder, lines) == []
    room.leave()
    assert not unpacked.exists()
    again = desk.enter(room.session_id)
    assert again.try_pin("ex-1", opened.pin)
    again.close("ex-1")
    assert (folder / "private" / "scenarios" / "an-own-case" / "scenario.yaml").is_file()
    again.leave()


def test_the_stand_alone_verifier_notes_what_is_locked_and_finds_nothing_wrong(
    held: Held, exam_services: Services
) -> None:
    room = held.room
    room.begin("c-100", "station-1").submit()
    folder = exam_services.exams.home(room.session_id)
    told = [sys.executable, "-c", verifier_text(), str(folder)]
    found = subprocess.run(told, capture_output=True, text=True, check=False)
    assert "locked until the session is closed" in found.stdout
    assert found.returncode == 0, found.stdout


def test_a_locked_try_is_copied_as_it_was_written_and_only_while_somebody_is_here(
    held: Held, exam_services: Services, tmp_path: Path
) -> None:
    """What reaches a server are the plain lines; the same record when the file is unlocked."""
    room, exams = held.room, exam_services.exams
    folder = exams.home(room.session_id) / "attempts"
    store = open_records(file_address(tmp_path / "server.sqlite"), may_upgrade=True)

    def copied(enough: Callable[[], bool]) -> None:
        source = LockedAttempts(exams)  # type: ignore[arg-type]
        uploads = RecordUploads(
            lambda: store, lambda: sorted(folder.glob("*.*")), source=source, every_s=0.05
        )
        until_s = time.monotonic() + 20.0
        while not enough() and time.monotonic() < until_s:
            time.sleep(0.02)
        uploads.close()
        assert enough()

    def lines() -> bytes:
        return b"".join(b"".join(store.lines(one.header.record)) for one in store.records())

    at = room.begin("c-100", "station-1")
    at.live.runner.send(commands.Expose)
    at.live.runner.settle()
    plain = exams.attempts(room.session_id).content(at.live.path)
    exams.lock(room.session_id)
    copied(lambda: not store.records())  # nobody is here: nothing to read, nothing refused
    assert exams.unlock(room.session_id, "in-1", held.pins["in-1"])
    copied(lambda: lines() == plain)
    at.submit()
    room.end_sitting("c-100", "in-1", "enough")
    room.seal("c-100")
    for attempt_id, exposure in room.needs("c-100", "ex-1").frames:
        room.picture(attempt_id, exposure or 1, "ex-1")
    room.release("c-100", "ex-1", "ex-2")
    copied(lambda: [one.head for one in store.records()] == [room_head(exam_services, at)])
    assert lines() == at.live.path.read_bytes()
    store.rest()


def room_head(services: Services, at: LiveStation) -> str:
    return services.exams.attempts(at.live.path.parent.parent.name).load(at.live.path).head


def test_in_a_store_that_is_a_file_of_this_computer_they_wait(
    held: Held, exam_services: Services, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    at = held.room.begin("c-100", "station-1")
    locked, records = at.live.path.with_suffix(".locked"), exam_services.records
    for url, there in (
        (f"sqlite:///{tmp_path}/own.sqlite", False),
        ("postgresql://nobody@server/records", True),
    ):
        monkeypatch.setenv(URL_VARIABLE, url)
        files = records.exam_files()  # type: ignore[attr-defined]
        assert (locked in files) == there
    at.leave("a test")
