"""The sheet of the tracked needle: registered by touched points, followed, and still when lost."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.rooms import memory_desk
from tests.ui.stand_ins import StandInAttempt, StandInPractice
from trainer.attempt.integers import mm_of
from trainer.geometry.pinhole import FloatArray
from trainer.refusal import Refusal
from trainer.session.tracking import MOST_RESIDUAL_MM, Signal, ToolPose, TrackerAddress
from trainer.ui.main_window import MainWindow
from trainer.ui.presenters.hand import Hand
from trainer.ui.presenters.tracker import LOOKS, TrackedHand
from trainer.ui.suite_screen import SuiteScreen

LANDMARKS_UM = {
    "T7.left.tp_tip": (35_000, -30_000, 2_000),
    "T7.right.tp_tip": (-35_000, -30_000, 2_000),
    "T6.left.tp_tip": (36_000, -31_000, 24_000),
    "T8.spinous_tip": (0, -12_000, -30_000),
    "T1.left.tp_tip": (30_000, -30_000, 140_000),
    "T7.body_centre": (0, -70_000, 0),
}
AWAY_MM = np.array([300.0, -40.0, 900.0])  # from the patient to the tracker's own origin


class StandInTracker:
    """Tells what a test wants; `tests/exchange` has the real one."""

    def __init__(self) -> None:
        self.signal, self.why, self.closed = Signal.WAITING, "", False
        self._pose: ToolPose | None = None

    def pose(self) -> ToolPose | None:
        return self._pose if self.signal is Signal.TRACKED else None

    def close(self) -> None:
        self.closed = True

    def at(self, tip_world_mm: FloatArray) -> None:
        axis = np.array([0.0, -1.0, 0.0])
        self.signal = Signal.TRACKED
        matrix = np.eye(4)
        across = np.cross(axis, [1.0, 0.0, 0.0])
        across /= np.linalg.norm(across)
        matrix[:3, :3] = np.column_stack([across, np.cross(axis, across), axis])
        matrix[:3, 3] = tip_world_mm + AWAY_MM
        self._pose = ToolPose("n", matrix, 1)


class OneTracker:
    def __init__(self, tracker: StandInTracker) -> None:
        self.tracker, self.asked = tracker, []  # type: ignore[var-annotated]

    def last(self) -> TrackerAddress:
        return TrackerAddress("10.0.0.7", 18_945, "Stylus")

    def connect(self, address: TrackerAddress) -> StandInTracker:
        self.asked.append(address)
        return self.tracker


class Missing:
    def last(self) -> TrackerAddress:
        return TrackerAddress()

    def connect(self, _address: TrackerAddress) -> StandInTracker:
        raise Refusal("No tracker can be followed", "pyigtl is not installed", "Install it")


class Bench:
    """A hand that is tracked at an attempt on the flat back."""

    def __init__(self) -> None:
        self.attempt = StandInAttempt()
        self.attempt.header.landmarks_um = LANDMARKS_UM
        self.tracker, self.said = StandInTracker(), list[str]()
        hand = Hand(self.attempt.runner, lambda _ms, _call: None)
        self.hand = TrackedHand(
            self.attempt,
            hand,
            OneTracker(self.tracker),
            self.said.append,  # type: ignore[arg-type]
        )
        self.hand.connect(TrackerAddress())

    def touch(self, *names: str, off_mm: float = 0.0) -> None:
        for name in names:
            self.tracker.at(mm_of(LANDMARKS_UM[name]) + np.array([0.0, 0.0, off_mm]))
            for _ in range(LOOKS):
                self.hand.tick(awake=True)
            self.hand.touch(name)

    def see(self, tip_world_mm: FloatArray, times: int = 12) -> None:
        self.tracker.at(tip_world_mm)
        for _ in range(times):
            self.attempt.runner.pass_time(100)
            self.hand.tick(awake=True)


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def following(bench: Bench) -> Bench:
    bench.touch(*bench.hand.offered)
    bench.hand.register("+z")
    bench.hand.follow(True)
    return bench


def test_points_near_the_targets_are_offered_and_no_hidden_truth(bench: Bench):
    assert bench.hand.offered == (
        "T7.left.tp_tip", "T7.right.tp_tip", "T6.left.tp_tip", "T8.spinous_tip",
    )  # fmt: skip


def test_the_tip_must_be_held_still(bench: Bench):
    for at_mm in range(LOOKS):
        bench.tracker.at(np.array([0.0, 0.0, float(at_mm)]))
        bench.hand.tick(awake=True)
    bench.hand.touch("T7.left.tp_tip")
    assert "still" in bench.said[-1]
    assert bench.hand.shown.points == ()


def test_a_fit_is_shown_and_a_misfit_refused_with_the_old_one_kept(following: Bench):
    assert following.hand.shown.fit.startswith("4 points fit within 0.0 mm")
    following.touch("T8.spinous_tip", off_mm=3 * MOST_RESIDUAL_MM)
    following.hand.register("+z")
    assert "limit" in following.hand.shown.fit
    assert following.hand.shown.registered


def test_the_pointer_then_the_needle_go_where_the_tracked_tip_is(following: Bench):
    runner = following.attempt.runner
    following.see(np.array([4.0, 3.0, 6.0]))
    assert runner.snapshot.state.pointer_um == (4_000, 0, 6_000)
    following.hand._hand.take_needle("spinal-22g-90")
    following.see(np.array([4.0, -20.0, 6.0]))
    needle = runner.snapshot.state.needle
    assert needle is not None
    assert np.abs(mm_of(needle.tip_um) - [4.0, -20.0, 6.0]).max() < 0.5
    assert "0." in following.hand.shown.apart


def test_a_lost_needle_is_let_go_says_so_and_goes_on_when_seen(following: Bench):
    runner = following.attempt.runner
    following.see(np.array([4.0, 0.0, 6.0]))
    following.hand._hand.take_needle("spinal-22g-90")
    following.see(np.array([4.0, -10.0, 6.0]))
    assert runner.snapshot.state.gripped
    following.tracker.signal = Signal.LOST
    following.hand.tick(awake=True)
    assert not runner.snapshot.state.gripped
    assert "stands still" in following.said[-1]
    sent = len(runner.sent)
    for _ in range(5):
        following.hand.tick(awake=True)
    assert len(runner.sent) == sent
    following.see(np.array([4.0, -12.0, 6.0]))
    assert "seen again" in following.said[-1]
    assert runner.snapshot.state.gripped


def test_nothing_moves_behind_another_window(following: Bench):
    sent = len(following.attempt.runner.sent)
    following.tracker.at(np.array([9.0, 0.0, 9.0]))
    following.hand.tick(awake=False)
    assert len(following.attempt.runner.sent) == sent


def test_what_is_refused_is_not_asked_for_again_until_the_hand_moves(following: Bench):
    runner = following.attempt.runner
    following.see(np.array([400.0, 0.0, 0.0]), times=6)  # beside the back
    assert runner.kinds().count("MovePointer") == 1
    following.see(np.array([4.0, 0.0, 0.0]), times=2)
    assert runner.snapshot.state.pointer_um == (4_000, 0, 0)


def test_without_the_library_one_sentence_says_what_to_install(bench: Bench):
    bench.hand._trackers = Missing()
    bench.hand.connect(TrackerAddress())
    assert "Install it" in bench.said[-1]
    assert not bench.hand.shown.connected


# On the screen ------------------------------------------------------------------------------------


@pytest.fixture
def suite(qtbot: QtBot) -> Iterator[SuiteScreen]:
    window = MainWindow(StandInPractice(), memory_desk())  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.show()
    window.navigation.start("flat")
    qtbot.waitUntil(lambda: window.suite is not None)
    assert window.suite is not None
    yield window.suite
    window.close()


def test_the_sheet_connects_by_its_fields_and_is_closed_with_the_attempt(
    suite: SuiteScreen, qtbot: QtBot
):
    found = OneTracker(StandInTracker())
    suite._attempt.trackers = found
    suite.acts["tracker"]()
    sheet = suite.tracker
    assert sheet is not None
    assert sheet.isVisible()
    assert (sheet.host.text(), sheet.port.value(), sheet.tool.text()) == (
        "10.0.0.7",
        18_945,
        "Stylus",
    )
    sheet.host.setText("127.0.0.2")
    sheet.port.setValue(18_944)
    sheet.tool.setText("NeedleToTracker")
    qtbot.mouseClick(sheet.connect_button, Qt.MouseButton.LeftButton)
    assert found.asked == [TrackerAddress("127.0.0.2", 18944, "NeedleToTracker")]
    assert sheet.status.text() == "Connected. The tool has not been seen yet."
    assert not sheet.follow_button.isEnabled()
    suite.leave()
    assert found.tracker.closed
