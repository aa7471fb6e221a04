"""Define, open, enrol, sit, submit, seal, release: on the real program, with light patients."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.session.exams.conftest import WARMED, Held, definition_of
from trainer.assessment.exams.state import Phase, TryStatus
from trainer.attempt import commands
from trainer.refusal import ExitCode, Refusal
from trainer.session.exams.desk import ExamDesk
from trainer.session.exams.room import ExamRoom
from trainer.session.services import Services


@pytest.fixture
def held(desk: ExamDesk, tmp_path: Path) -> Iterator[Held]:
    held = Held(desk, definition_of(desk, tmp_path)).staffed()
    yield held
    held.room.leave()


def phase_of(room: ExamRoom, name: str = "c-001") -> str:
    return room.state.candidates[name].phase.value


def test_two_candidates_sit_and_nothing_is_seen_before_the_release(
    held: Held, desk: ExamDesk, home: Path
) -> None:
    room = held.seated("c-001", "c-002").room
    for name in ("c-001", "c-002"):
        for station in ("station-1", "station-2"):
            at = room.begin(name, station)
            assert not at.live.offer.aids
            assert "T7" not in at.title
            at.live.runner.send(commands.Expose)
            at.submit()
            with pytest.raises(Refusal, match=r"no resit was granted|is finished"):
                room.begin(name, station)
        assert room.state.candidates[name].phase is Phase.FINISHED
        assert len(room.seal(name).replace("-", "")) == 16
        assert all(one.outcome is None for one in room.results())
    with pytest.raises(Refusal, match="has not signed on"):
        room.release("c-001", "in-9")
    needs = room.needs("c-001", "ex-1")
    for attempt_id, exposure in needs.frames:
        room.picture(attempt_id, exposure or 1, "ex-1")
    shown = room.release("c-001", "ex-1", "ex-2" if needs.second else "")
    assert shown.outcome is not None
    assert shown.outcome.passed is False
    assert [one.outcome is None for one in room.results()] == [False, True]
    receipt = room.close("ex-1")
    verdict = desk.verify(room.session_id)
    assert (verdict.attempts, verdict.unsealed, verdict.closed) == (4, 0, receipt)
    folder = home / "exams" / room.session_id
    kept = b"".join(path.read_bytes() for path in folder.glob("*.jsonl"))
    assert all(pin.encode() not in kept for pin in held.pins.values())


def test_a_warm_up_comes_first_and_counts_for_nothing(desk: ExamDesk, tmp_path: Path) -> None:
    held = Held(desk, definition_of(desk, tmp_path, WARMED)).staffed().seated("c-001")
    room = held.room
    with pytest.raises(Refusal, match="started, not sitting"):
        room.begin("c-001", "station-1")
    room.warm_up("c-001").submit()
    assert phase_of(room) == "started"
    again = room.warm_up("c-001")
    again.live.runner.send(commands.Expose)
    again.submit()
    assert phase_of(room) == "sitting"
    assert not tuple(room.state.tries)
    room.leave()


def test_a_void_keeps_the_file_and_withholds_the_result(held: Held, desk: ExamDesk) -> None:
    room = held.seated("c-003").room
    at = room.begin("c-003", "station-1")
    room_path = at.live.path
    at.submit()
    room.end_sitting("c-003", "in-1", "taken ill")
    before = room.seal("c-003")
    room.release("c-003", "ex-1", "ex-2")
    with pytest.raises(Refusal, match="both persons are the same"):
        room.void(at.attempt_id, "ex-1", "ex-1", "helped")
    room.void(at.attempt_id, "ex-1", "ex-2", "helped")
    assert room_path.is_file()
    result = room.results()[0]
    assert (result.outcome, result.receipt) == (None, before)
    desk.verify(room.session_id)
    room.grant_resit("c-003", "station-1", "ex-1", "the first was voided")
    room.begin("c-003", "station-1").submit()
    assert [one.tried.void for one in room.state.tries] == ["helped", ""]


def test_the_invigilator_stops_the_clock(held: Held) -> None:
    room = held.seated("c-004").room
    at = room.begin("c-004", "station-1")
    at.live.runner.send(lambda t_ms: commands.MovePointer(t_ms, 0, 0))
    at.live.runner.send(lambda t_ms: commands.TakeNeedle(t_ms, "spinal-22g-90"))
    at.live.runner.send(commands.Grip)
    assert at.live.runner.settle().state.gripped
    at.pause("in-1", "a fire alarm")
    assert not at.live.runner.settle().state.gripped
    at.window_left()  # nothing is noted while the clock stands
    left_ms = at.left_ms
    seq = at.live.runner.settle().seq
    at.live.runner.send(commands.Expose)
    assert at.live.runner.settle().seq == seq  # nothing is done while it stands
    with pytest.raises(Refusal, match="the clock stands"):
        at.submit()
    assert at.left_ms == left_ms
    at.go_on("in-1")
    at.measured("picture_p95_ms", 180)
    at.window_left()
    assert next(room.state.tries).tried.left == 1
    at.submit()
    room.grant_resit("c-004", "station-1", "in-1", "pictures came late")
    assert room.state.candidates["c-004"].stations["station-1"].may_begin


def test_five_wrong_pins_and_no_sixth_is_looked_at(held: Held) -> None:
    room = held.room
    pin = room.enrol("c-005", "form-a", "in-1")
    wrong = "000000" if pin != "000000" else "000001"
    assert [room.try_pin("c-005", wrong) for _ in range(5)] == [False] * 5
    with pytest.raises(Refusal, match="5 wrong ones"):
        room.try_pin("c-005", pin)
    assert room.try_pin("c-005", room.issue_pin("c-005", "in-1"))


def test_a_changed_attempt_is_found_and_nothing_is_released(
    held: Held, desk: ExamDesk, exam_services: Services
) -> None:
    room = held.seated("c-006").room
    at = room.begin("c-006", "station-1")
    at.submit()
    other = room.begin("c-006", "station-2")
    other.submit()
    (first, second) = (one.live.path.with_suffix(".locked") for one in (at, other))
    second.write_bytes(first.read_bytes())  # each line is closed for its own file
    with pytest.raises(Refusal) as found:
        desk.verify(room.session_id)
    assert found.value.code is ExitCode.INTEGRITY
    with pytest.raises(Refusal, match="damaged or changed"):
        room.seal("c-006")


def test_another_program_cannot_enter(held: Held, desk: ExamDesk) -> None:
    with pytest.raises(Refusal) as found:
        desk.enter(held.room.session_id)
    assert found.value.code is ExitCode.IN_USE


def test_the_time_ends_a_station_by_itself(held: Held, exam_services: Services) -> None:
    room = held.seated("c-007").room
    at = room.begin("c-007", "station-1")
    at._meter._charged_ms = at.limit_ms - 30  # a minute passes
    assert at.wait(5.0)
    tried = next(room.state.tries).tried
    assert (tried.how, tried.status) == ("limit", TryStatus.SUBMITTED)
    assert tried.charged_ms == tried.limit_ms == 60_000
    content = exam_services.exams.attempts(room.session_id).content(at.live.path)
    last = [json.loads(line) for line in content.splitlines()][-2]
    assert last["command"]["t_ms"] == 60_000


def test_one_lost_file_keeps_nobody_out(held: Held, desk: ExamDesk) -> None:
    room = held.seated("c-008").room
    at = room.begin("c-008", "station-1")
    at.leave("a crash")
    with pytest.raises(Refusal, match="its file can be read"):
        room.close_lost(at.attempt_id, "ex-1")
    at.live.path.write_bytes(b"burnt")
    room.leave()
    room = held.enter_again(desk).room
    with pytest.raises(Refusal):
        room.resume(at.attempt_id, "in-1")
    room.close_lost(at.attempt_id, "ex-1")
    room.grant_resit("c-008", "station-1", "ex-1", "the file was lost")
    room.begin("c-008", "station-1").submit()
    assert desk.verify(room.session_id).attempts == 1
