"""A needle on a phantom, told of over OpenIGTLink, does and scores as the mouse does."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from pyigtl.messages import MessageBase, StringMessage, TransformMessage
from scipy.spatial.transform import Rotation

from tests.attempt.worlds import BONE, START, WORLD
from tests.scoring.attempts import value_of
from trainer.attempt.commands import (
    Advance,
    Command,
    Grip,
    LetGo,
    MovePointer,
    Submit,
    TakeNeedle,
    Tilt,
)
from trainer.attempt.decide import decide
from trainer.attempt.events import Event, NotPossible
from trainer.attempt.evolve import fold
from trainer.attempt.integers import mm_of
from trainer.attempt.state import State
from trainer.attempt.steel import hub_axis
from trainer.exchange.openigtlink import MOST_BODY_BYTES, OpenIgtLinkTracker, transform_of
from trainer.geometry.registration import turned_and_shifted
from trainer.refusal import Refusal
from trainer.session.needle_follower import apart, following
from trainer.session.tracking import (
    LOST_AFTER_S,
    NeedlePose,
    Registration,
    Signal,
    ToolPose,
    TrackerAddress,
    registered,
)

FIDUCIALS = {
    "T6 left": (30.0, -20.0, 25.0), "T6 right": (-30.0, -20.0, 25.0),
    "T8 left": (28.0, -22.0, -40.0), "notch": (0.0, -5.0, 60.0),
}  # fmt: skip
# Where the phantom stands before the camera: any turn and shift will do.
TRACKER_FROM_WORLD = np.eye(4)
TRACKER_FROM_WORLD[:3, :3] = Rotation.from_euler("zyx", (35.0, -70.0, 160.0), True).as_matrix()
TRACKER_FROM_WORLD[:3, 3] = (120.0, -340.0, 1100.0)


class Server:
    """A tracker's server on this computer: whoever connects is sent what is said here."""

    def __init__(self) -> None:
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._door.getsockname()[1])
        self._line: socket.socket | None = None
        self._came = threading.Event()
        threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        while True:
            try:
                self._line, _ = self._door.accept()
            except OSError:
                return
            self._came.set()

    def say(self, *messages: MessageBase | bytes) -> None:
        assert self._came.wait(5.0)
        assert self._line is not None
        for one in messages:
            self._line.sendall(one if isinstance(one, bytes) else one.pack())

    def hang_up(self) -> None:
        assert self._came.wait(5.0)
        assert self._line is not None
        self._came.clear()
        self._line.close()

    def close(self) -> None:
        self._door.close()
        if self._line is not None:
            self._line.close()


class Now:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.s = 100.0

    def __call__(self) -> float:
        return self.s


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def tracker(server: Server, now: Now) -> Iterator[OpenIgtLinkTracker]:
    address = TrackerAddress(port=server.port, device="NeedleToTracker")
    made = OpenIgtLinkTracker(address, now)
    yield made
    made.close()


def until(true: Callable[[], Any]) -> Any:
    """What it gives as soon as it is something."""
    ends = time.monotonic() + 5.0
    while not (found := true()):
        assert time.monotonic() < ends, "it never came"
        time.sleep(0.002)
    return found


def told(matrix: np.ndarray, device: str = "NeedleToTracker", **metadata: str) -> TransformMessage:
    message = TransformMessage(matrix, device_name=device)
    message.header_version = 2 if metadata else 1
    message.metadata = metadata
    return message


def tool_at(tip_world_mm: np.ndarray, axis: np.ndarray) -> np.ndarray:
    """tracker_from_tool of a needle in the world: the tip its origin, its +z from hub to tip."""
    across = np.cross(axis, [0.0, 0.6, 0.8])
    across /= np.linalg.norm(across)
    world_from_tool = np.eye(4)
    world_from_tool[:3, :3] = np.column_stack([across, np.cross(axis, across), axis])
    world_from_tool[:3, 3] = tip_world_mm
    return np.asarray(TRACKER_FROM_WORLD @ world_from_tool)


def touched(noise_mm: float = 0.0) -> dict[str, np.ndarray]:
    """The fiducials as the tracker sees the tip on them."""
    chance = np.random.default_rng(1)
    return {
        name: turned_and_shifted(TRACKER_FROM_WORLD, np.array(at))
        + chance.normal(0.0, noise_mm or 1e-12, 3)
        for name, at in FIDUCIALS.items()
    }


# What comes over the line -------------------------------------------------------------------------


def test_a_pose_comes_over_as_it_was_sent(server: Server, tracker: OpenIgtLinkTracker):
    sent = tool_at(np.array([1.0, 2.0, 3.0]), np.array([0.0, -1.0, 0.0]))
    until(lambda: tracker.signal is Signal.WAITING)
    server.say(told(sent, "ProbeToTracker"), StringMessage("hello"), told(sent))
    pose = until(tracker.pose)
    assert (pose.device, tracker.signal) == ("NeedleToTracker", Signal.TRACKED)
    assert np.abs(pose.tracker_from_tool - sent).max() < 1e-3  # the protocol's floats have 32 bits


def test_a_needle_that_is_not_seen_is_lost_and_found_again(
    server: Server, tracker: OpenIgtLinkTracker, now: Now
):
    sent = tool_at(np.zeros(3), np.array([0.0, -1.0, 0.0]))
    server.say(told(sent))
    until(tracker.pose)
    now.s += LOST_AFTER_S * 1.1
    assert (tracker.signal, tracker.pose()) == (Signal.LOST, None)
    server.say(told(sent, TransformStatus="INVALID"), told(sent, "Mark"))
    time.sleep(0.05)
    assert tracker.signal is Signal.LOST
    server.say(told(sent, TransformStatus="OK"))
    assert until(tracker.pose).number == 2


def test_a_server_that_goes_and_comes_back_is_found_again(
    server: Server, tracker: OpenIgtLinkTracker
):
    sent = tool_at(np.zeros(3), np.array([0.0, -1.0, 0.0]))
    server.say(told(sent))
    until(tracker.pose)
    server.hang_up()
    until(lambda: tracker.signal is Signal.LOST)
    assert "closed" in tracker.why
    server.say(told(sent))
    until(tracker.pose)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (b"HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\n\r\n" * 2, "not OpenIGTLink"),
        (struct.pack("> H12s20sIIQQ", 1, b"IMAGE", b"x", 0, 0, MOST_BODY_BYTES + 1, 0), "large"),
        (told(np.eye(4)).pack()[:-1] + b"\x55", "check sum"),
    ],
)
def test_what_is_no_tracker_says_so(
    server: Server, tracker: OpenIgtLinkTracker, said: bytes, why: str
):
    server.say(said)
    until(lambda: why in tracker.why)
    assert tracker.pose() is None


def test_a_matrix_that_bends_space_is_no_pose():
    for wrong in (np.diag([2.0, 1.0, 1.0, 1.0]), np.diag([-1.0, 1.0, 1.0, 1.0])):
        packed = told(wrong).pack()
        fields = MessageBase.parse_header(packed[:58])
        fields["crc"] = struct.unpack_from("> Q", packed, 50)[0]
        assert transform_of(fields, packed[58:]) is None


# Where the phantom lies ---------------------------------------------------------------------------


def test_touched_points_lead_to_the_needle_in_the_world():
    axis = np.array([0.2, -0.9, 0.3]) / np.linalg.norm([0.2, -0.9, 0.3])
    found = registered(touched(0.3), FIDUCIALS)
    pose = found.needle(ToolPose("n", tool_at(np.array([5.0, -30.0, 2.0]), axis), 1))
    assert np.linalg.norm(pose.tip_mm - [5.0, -30.0, 2.0]) < 0.6
    assert pose.axis @ axis > np.cos(np.radians(1.0))
    assert 0.0 < found.fit.rms_mm < 0.6


def test_a_registration_that_does_not_fit_is_refused_and_names_the_point():
    wrong = touched()
    wrong["notch"] = wrong["notch"] + [0.0, 12.0, 0.0]
    with pytest.raises(Refusal) as caught:
        registered(wrong, FIDUCIALS)
    assert "notch" in caught.value.next_step
    assert "limit 2" in caught.value.why
    with pytest.raises(Refusal, match="fewer than 3"):
        registered({"notch": wrong["notch"]}, FIDUCIALS)


# The same attempt by mouse and by phantom ---------------------------------------------------------

BY_MOUSE: tuple[Command, ...] = (
    MovePointer(0, 6_000, 4_000),
    TakeNeedle(500, "spinal-22g-90"),
    Grip(1_000),
    Tilt(1_500, 3_000, 1_000),
    *(Advance(2_000 + 500 * at, 2_000) for at in range(6)),
    Tilt(6_000, -4_000, 500),
    *(Advance(6_500 + 500 * at, 2_000) for at in range(5)),
    Advance(10_000, -3_000),
    Advance(10_500, 4_000),
)


def played(state: State, commands: Iterator[Command] | tuple[Command, ...]) -> tuple[Any, State]:
    events: list[Event] = []
    for command in commands:
        come = decide(state, command, WORLD)
        state = fold(state, come)
        events += come
    return events, state


def phantom_poses() -> Iterator[NeedlePose]:
    """Where the needle stands on the phantom after each thing the mouse did."""
    state = START
    for command in BY_MOUSE:
        _, state = played(state, (command,))
        if state.needle is not None:
            yield NeedlePose(mm_of(state.needle.tip_um), hub_axis(state.needle))


def by_phantom(server: Server, tracker: OpenIgtLinkTracker, found: Registration) -> Any:
    """Events and state of the same hand, seen by the tracker."""
    events, state = played(START, BY_MOUSE[:1])
    for pose in phantom_poses():
        before = tracker.pose()
        server.say(told(tool_at(pose.tip_mm, pose.axis)))
        seen = until(lambda last=before: (p := tracker.pose()) is not last and p)
        for _ in range(4):  # it looks ten times a second
            asked = [at(state.t_ms + 100) for at in following(state, found.needle(seen))]
            more, state = played(state, tuple(asked))
            events += more
        if state.needle is None:
            more, state = played(state, (TakeNeedle(state.t_ms, "spinal-22g-90"), Grip(0)))
            events += more
    return events, state


def test_a_phantom_with_a_tracked_needle_scores_as_the_mouse_does(
    server: Server, tracker: OpenIgtLinkTracker
):
    mine, mouse = played(START, BY_MOUSE)
    found = registered(touched(), FIDUCIALS)
    theirs, phantom = by_phantom(server, tracker, found)
    assert mouse.needle is not None
    assert phantom.needle is not None
    off_um = np.subtract(phantom.needle.tip_um, mouse.needle.tip_um)
    assert np.linalg.norm(off_um) < 800
    assert not any(isinstance(one, NotPossible) for one in theirs)
    for metric, within in (("tip_to_target_um", 800), ("path_in_tissue_um", 2_500)):
        values = [value_of(metric, (*part, *submitted(part))) for part in (mine, theirs)]
        assert abs(values[0] - values[1]) < within, metric


def submitted(events: list[Event]) -> list[Event]:
    state = fold(START, tuple(events))
    return list(decide(state, Submit(state.t_ms), WORLD))


def test_a_needle_that_is_lost_or_let_go_stands_still():
    _, state = played(START, BY_MOUSE)
    assert state.needle is not None
    moved = NeedlePose(np.add(mm_of(state.needle.tip_um), [0.0, -9.0, 0.0]), hub_axis(state.needle))
    assert list(following(state, moved))
    _, free = played(state, (LetGo(state.t_ms),))
    assert list(following(free, moved)) == []
    still = NeedlePose(np.add(mm_of(state.needle.tip_um), [0.1, 0.1, 0.1]), hub_axis(state.needle))
    assert list(following(state, still)) == []


def test_bone_holds_the_simulated_needle_and_the_distance_is_told():
    _, state = played(
        START,
        (MovePointer(0, 0, 0), TakeNeedle(0, "spinal-22g-90"), Grip(0), Advance(0, 60_000)),
    )
    assert state.needle is not None
    assert state.needle.at_bone
    assert abs(BONE.at(mm_of(state.needle.tip_um)[None])[0]) < 0.1
    deeper = NeedlePose(
        np.add(mm_of(state.needle.tip_um), [0.0, -5.0, 0.0]), hub_axis(state.needle)
    )
    assert list(following(state, deeper)) == [], "it is not pushed at bone again and again"
    found = apart(state, deeper)
    assert found is not None
    assert found.tip_mm == pytest.approx(5.0, abs=0.01)
