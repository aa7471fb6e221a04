"""What the suite shows, told to an autospec'd view."""

from __future__ import annotations

from unittest.mock import Mock, create_autospec

import pytest

from tests.ui.stand_ins import TRUTH_UM, StandInAttempt, frame_of
from trainer.attempt.commands import (
    Advance,
    BeamOff,
    BeamOn,
    DeclareLevel,
    Expose,
    Grip,
    MovePointer,
    TakeNeedle,
    TurnCArm,
)
from trainer.refusal import Refusal
from trainer.session.frames_due import FrameRequest, FramesDue
from trainer.session.runner import Snapshot
from trainer.ui.presenters.shown import BeamShown, MonitorState, RecordMark
from trainer.ui.presenters.suite import SuitePresenter
from trainer.ui.presenters.suite_view import SuiteView


class Room:
    """A presenter with its view, its requests for frames and its clock."""

    def __init__(self, attempt: StandInAttempt) -> None:
        self.attempt = attempt
        self.view = create_autospec(SuiteView, instance=True)
        self.asked: list[FrameRequest] = []
        self.now_s = 0.0
        self.presenter = SuitePresenter(attempt, self.view, self.asked.append, lambda: self.now_s)
        self.due = FramesDue()
        attempt.runner.listen(self.hear)
        self.presenter.open("Title")
        self.view.reset_mock()

    def hear(self, snapshot: Snapshot) -> None:
        if (request := self.due.hear(snapshot)) is not None:
            self.asked.append(request)
        self.presenter.receive(snapshot)

    def do(self, kind: type, *arguments: object) -> None:
        self.attempt.runner.send(lambda t_ms: kind(t_ms, *arguments))

    def expose(self) -> None:
        self.do(Expose)
        self.presenter.receive_frame(frame_of(self.asked[-1].taken.exposed))

    def last(self, setter: str) -> object:
        return getattr(self.view, setter).call_args.args[0]


@pytest.fixture
def room(attempt: StandInAttempt) -> Room:
    return Room(attempt)


def test_turning_the_machine_changes_the_card_and_no_monitor(room: Room) -> None:
    room.do(TurnCArm, 15_000, 10_000)
    assert room.last("show_pose").oblique_text == "OBL L 15.0° (ipsilateral)"
    room.view.show_live.assert_not_called()
    room.view.show_monitor.assert_not_called()
    assert room.asked == []


def test_an_exposure_asks_for_one_frame_and_shows_it_held_with_its_pose(room: Room) -> None:
    room.do(TurnCArm, 15_000, 10_000)
    room.expose()
    room.do(TurnCArm, 0, 0)
    picture = room.last("show_live")
    assert picture.lines[:2] == ("OBL L 15.0° (ipsilateral)", "CEPH 10.0°")
    assert "EXP 1" in picture.lines[2]
    assert room.view.show_monitor.call_args.args[0] is MonitorState.HELD


def test_before_the_first_picture_the_monitor_says_how_to_get_one(attempt: StandInAttempt) -> None:
    room = Room(attempt)
    room.presenter.tick()
    room2_view = create_autospec(SuiteView, instance=True)
    SuitePresenter(attempt, room2_view, room.asked.append, lambda: 0.0).open("T")
    state, note = room2_view.show_monitor.call_args.args
    assert state is MonitorState.EMPTY
    assert "Hold F" in note


def test_the_lamp_follows_the_snapshot(room: Room) -> None:
    room.do(BeamOn)
    assert room.last("show_beam") == BeamShown(on=True, latched=False)
    assert room.view.show_monitor.call_args.args[0] is MonitorState.LIVE
    room.do(BeamOff, "focus")
    assert room.last("show_beam") == BeamShown(on=False, latched=False)
    assert "keyboard went elsewhere" in room.last("show_message")


def test_a_setter_is_called_only_when_its_value_changed(room: Room) -> None:
    room.do(MovePointer, 5_000, 5_000)
    assert [call[0] for call in room.view.method_calls] == ["show_bedside"]


def test_the_age_of_a_held_picture_grows(room: Room) -> None:
    room.expose()
    room.now_s = 75.0
    room.presenter.tick()
    assert room.view.show_monitor.call_args.args[1] == "HELD  1 min 15 s old"


def test_an_older_frame_that_comes_late_is_dropped(room: Room) -> None:
    room.do(Expose)
    room.do(Expose)
    first, second = (request.taken.exposed for request in room.asked)
    room.presenter.receive_frame(frame_of(second))
    room.presenter.receive_frame(frame_of(first))
    assert room.last("show_live").number == 2
    assert room.view.show_live.call_count == 1


def test_keep_stores_the_held_picture_and_swap_exchanges_both(room: Room) -> None:
    room.expose()
    room.presenter.keep()
    room.expose()
    room.presenter.swap()
    assert room.last("show_live").number == 1
    assert room.last("show_reference").number == 2
    assert room.view.show_monitor.call_args.args[0] is MonitorState.REFERENCE
    room.expose()
    assert room.last("show_live").number == 3
    assert room.view.show_monitor.call_args.args[0] is MonitorState.HELD


def test_there_is_nothing_to_keep_before_the_first_picture(room: Room) -> None:
    room.presenter.keep()
    room.view.show_reference.assert_not_called()
    assert room.last("show_message") == "There is no picture to keep yet."


def test_the_clock_runs_between_snapshots(room: Room) -> None:
    room.now_s = 65.4
    room.presenter.tick()
    assert room.last("show_clock") == "01:05"


def test_a_word_from_the_disk_sets_no_clock_back(room: Room) -> None:
    state = room.attempt.runner.snapshot.state
    room.now_s = 10.0
    room.presenter.receive(Snapshot(3, 3, state))
    room.now_s = 20.0
    room.presenter.tick()
    assert room.last("show_clock") == "00:20"


def test_what_is_not_yet_on_disk_is_marked_and_a_failure_is_said(room: Room) -> None:
    state = room.attempt.runner.snapshot.state
    room.presenter.receive(Snapshot(3, 2, state))
    assert room.last("show_record") is RecordMark.WRITING
    room.presenter.receive(Snapshot(3, 3, state))
    assert room.last("show_record") is RecordMark.RECORDED
    failure = Refusal("The attempt is not recorded", "the disk is full", "Free some space")
    room.presenter.receive(Snapshot(3, 3, state, (), failure))
    assert room.last("show_record") is RecordMark.FAILED
    room.view.show_refusal.assert_called_once_with(str(failure))


def test_a_snapshot_that_was_overtaken_changes_no_state(room: Room) -> None:
    room.do(TurnCArm, 5_000, 0)
    newest = room.attempt.runner.snapshot
    room.do(TurnCArm, 9_000, 0)
    room.presenter.receive(newest)
    assert room.last("show_pose").oblique_deg == 9.0


def test_a_broken_attempt_thread_is_said_once_without_a_traceback(room: Room) -> None:
    room.attempt.runner.broken = ValueError("secret")
    room.presenter.tick()
    room.presenter.tick()
    room.view.show_refusal.assert_called_once()
    assert "secret" not in room.last("show_refusal")


def test_the_needle_is_shown_by_its_rings(room: Room) -> None:
    in_skin(room, 25_000)
    needle = room.last("show_bedside").needle
    assert needle.rings_text == "6 of 8 rings outside"
    assert needle.outside_mm == pytest.approx(65.0)
    assert len(needle.rings) == 6


def in_skin(room: Room, depth_um: int) -> None:
    room.do(MovePointer, 0, 0)
    room.do(TakeNeedle, "spinal-22g-90")
    room.do(Grip)
    room.do(Advance, depth_um)


def told(view: Mock) -> str:
    """Everything that a view was ever told, but for pictures."""
    calls = [call for call in view.method_calls if call[0] not in ("show_live", "show_reference")]
    return repr(calls)


def test_no_truth_reaches_the_suite(attempt: StandInAttempt) -> None:
    room = Room(attempt)
    room.view.reset_mock()
    room.do(MovePointer, -14_000, 5_000)
    room.do(TakeNeedle, "spinal-22g-90")
    room.do(Grip)
    room.do(Advance, 42_000)  # into the canal of this world
    room.expose()
    room.do(DeclareLevel, "T8", "right")
    state = attempt.runner.snapshot.state
    assert state.needle is not None
    assert state.needle.inside == ("canal",)
    words = told(room.view)
    for truth in ("canal", "pleura", "hazard", "42_000", "42.0", "chua", *map(str, TRUTH_UM)):
        assert truth not in words, truth
    assert "wrong" not in words
