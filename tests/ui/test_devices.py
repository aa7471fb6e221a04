"""Gamepads, other devices and the mouse's side buttons: hands that obey the same rules."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.rooms import memory_desk
from tests.ui.stand_ins import StandInAttempt, StandInPractice
from trainer.attempt.state import State
from trainer.session.input_devices import (
    FULL,
    Axis,
    Deflected,
    InputDevice,
    Pressed,
    Released,
    Told,
)
from trainer.ui import joystick
from trainer.ui.actions import BY_ID
from trainer.ui.joystick import EVENT, Joysticks, Layout
from trainer.ui.key_list import KeyList
from trainer.ui.main_window import MainWindow
from trainer.ui.presenters.device_hand import DeviceHand
from trainer.ui.presenters.gamepad import BUTTONS, LEGEND, Gamepad
from trainer.ui.presenters.hand import Hand
from trainer.ui.presenters.suite_acts import ACTS
from trainer.ui.suite_screen import SuiteScreen

XBOX = Layout("Pad", (0, 1, 2, 3, 4, 5, 16, 17), tuple(sorted(BUTTONS)))
MOST = 32767
BYTES_AXIS = 0x02  # JS_EVENT_AXIS


class Pedal:
    """A device that tells what the test lets it tell."""

    title = "Pedal"
    legend: Sequence[tuple[str, str]] = (("Left pedal", "beam"),)

    def __init__(self) -> None:
        self.next: list[Told] = []
        self.broken: Exception | None = None
        self.closed = False

    def told(self) -> Sequence[Told]:
        if self.broken is not None:
            raise self.broken
        told, self.next = self.next, []
        return told

    def close(self) -> None:
        self.closed = True


class OneDevice:
    """Finds the device once."""

    def __init__(self, device: InputDevice) -> None:
        self.left = [device]

    def appeared(self) -> Sequence[InputDevice]:
        found, self.left = self.left, []
        return found


# The presenter: no Qt, no device -----------------------------------------------------------------


def device_hand(attempt: StandInAttempt) -> DeviceHand:
    hand = Hand(attempt.runner, lambda _ms, _call: None)
    acts = {name: (lambda act=act: act(hand)) for name, act in ACTS.items()}
    holds = {
        "beam": (lambda: hand.pedal.press("device"), lambda: hand.pedal.release("device")),
        "grip": (lambda: hand.grip.press("device"), lambda: hand.let_go("device")),
    }
    return DeviceHand(hand, acts, holds)


def held(attempt: StandInAttempt) -> tuple[bool, bool]:
    state = attempt.runner.snapshot.state
    return state.beam_since_ms is not None, state.gripped


TOLD = st.one_of(
    st.sampled_from(sorted(BY_ID)).map(Pressed),
    st.sampled_from(sorted(BY_ID)).map(Released),
    st.builds(Deflected, st.sampled_from(Axis), st.integers(-FULL, FULL)),
)


@given(told=st.lists(TOLD, max_size=30), awake=st.booleans())
def test_whatever_a_device_tells_beam_and_grip_are_off_once_it_is_gone(
    told: list[Told], awake: bool
) -> None:
    attempt = StandInAttempt()
    hands = device_hand(attempt)
    for one in told:
        hands.take([one], awake=awake)
        hands.pass_time(0.016, awake=awake)
    hands.gone()
    assert held(attempt) == (False, False)


@given(told=st.lists(TOLD, max_size=30))
def test_nothing_begins_while_something_lies_over_the_room(told: list[Told]) -> None:
    attempt = StandInAttempt()
    before = attempt.runner.snapshot.state
    hands = device_hand(attempt)
    hands.take(told, awake=False)
    hands.pass_time(1.0, awake=False)
    assert attempt.runner.snapshot.state == before


def test_a_full_deflection_turns_at_its_speed_and_stops_when_let_go() -> None:
    attempt = StandInAttempt()
    hands = device_hand(attempt)
    before = attempt.runner.snapshot.state.tilt_mdeg
    hands.take([Deflected(Axis.TURN_HEAD, FULL)], awake=True)
    for _ in range(10):
        hands.pass_time(0.05, awake=True)
        hands._hand.flush()
    hands.take([Deflected(Axis.TURN_HEAD, 0)], awake=True)
    hands.pass_time(0.05, awake=True)
    assert attempt.runner.snapshot.state.tilt_mdeg - before == pytest.approx(10_000, abs=10)


def test_half_a_deflection_is_a_quarter_as_fast_so_that_small_moves_are_fine() -> None:
    hands = device_hand(StandInAttempt())
    hands.take([Deflected(Axis.HUB_UP, FULL // 2), Deflected(Axis.HUB_RIGHT, FULL)], awake=True)
    assert hands._step(Axis.HUB_UP, 0.1) * 4 == hands._step(Axis.HUB_RIGHT, 0.1)


def test_a_held_d_pad_pushes_again_as_a_held_key_does() -> None:
    attempt = StandInAttempt()
    hands = device_hand(attempt)
    hands.take([Pressed("turn_head")], awake=True)
    for _ in range(20):
        hands.pass_time(0.05, awake=True)  # one second: at once, at 0.5, 0.75 and 1.0 s
    hands._hand.flush()
    turned = attempt.runner.snapshot.state.tilt_mdeg - StandInAttempt().state.tilt_mdeg
    assert turned in (3_000, 4_000)


# A gamepad's raw values --------------------------------------------------------------------------


@given(values=st.lists(st.tuples(st.integers(0, 7), st.integers(-MOST, MOST)), max_size=40))
def test_every_press_of_a_pad_is_followed_by_its_release_and_never_by_another(
    values: list[tuple[int, int]],
) -> None:
    pad, down = Gamepad(XBOX.axes, XBOX.buttons), set[str]()
    rest = [(number, -MOST if XBOX.axes[number] in (2, 5) else 0) for number in range(8)]
    for number, value in [*values, *rest]:
        for told in pad.axis(number, value):
            if isinstance(told, Pressed):
                assert told.action not in down
                down.add(told.action)
            elif isinstance(told, Released):
                down.remove(told.action)
    assert down == set()


def test_a_worn_stick_at_rest_moves_nothing_and_a_full_one_moves_fully() -> None:
    pad = Gamepad(XBOX.axes, XBOX.buttons)
    assert pad.axis(0, MOST // 10) == ()
    assert pad.axis(0, MOST) == (Deflected(Axis.HUB_RIGHT, FULL),)
    assert pad.axis(0, 0) == (Deflected(Axis.HUB_RIGHT, 0),)


def test_a_trigger_that_trembles_in_its_middle_does_not_flicker() -> None:
    pad = Gamepad(XBOX.axes, XBOX.buttons)
    assert pad.axis(5, 4_000) == (Pressed("beam"),)
    assert [pad.axis(5, value) for value in (-2_000, 2_000, -4_000)] == [(), (), ()]
    assert pad.axis(5, -MOST) == (Released("beam"),)


def test_where_the_right_stick_is_z_the_triggers_are_brake_and_gas() -> None:
    pad = Gamepad((0, 1, 2, 5, 9, 10), XBOX.buttons)
    assert pad.axis(2, MOST) == (Deflected(Axis.TURN_RIGHT, FULL),)
    assert pad.axis(4, MOST) == (Pressed("beam"),)
    assert pad.axis(5, MOST) == (Pressed("grip"),)


def test_the_legend_names_every_button_and_every_action_is_of_the_table() -> None:
    told = {does for _, does in LEGEND}
    assert set(BUTTONS.values()) <= told
    assert {does for does in told if " " not in does} <= set(BY_ID)


# The kernel's joystick, through a pipe instead of a pad ------------------------------------------


@pytest.fixture
def pipe(tmp_path: Path) -> Iterator[tuple[Joysticks, int]]:
    os.mkfifo(tmp_path / "js0")
    reader = os.open(tmp_path / "js0", os.O_RDONLY | os.O_NONBLOCK)  # a writer needs one
    writer = os.open(tmp_path / "js0", os.O_WRONLY)
    yield Joysticks(tmp_path, lambda _: XBOX), writer
    os.close(reader)


def event(kind: int, number: int, value: int) -> bytes:
    return EVENT.pack(7, value, kind, number)


def test_eight_bytes_are_an_event_and_how_it_stands_at_first_is_none(
    pipe: tuple[Joysticks, int],
) -> None:
    joysticks, writer = pipe
    (pad,) = joysticks.appeared()
    assert joysticks.appeared() == []
    os.write(writer, event(0x81, 0, 1) + event(0x82, 5, MOST))  # as it stands when it is opened
    assert list(pad.told()) == []
    whole = event(0x01, XBOX.buttons.index(0x130), 1) + event(0x02, 5, MOST)
    os.write(writer, whole[:5])
    assert list(pad.told()) == []
    os.write(writer, whole[5:])
    assert list(pad.told()) == [Pressed("spot"), Pressed("beam")]
    os.close(writer)
    with pytest.raises(OSError, match="gone"):
        pad.told()
    pad.close()


def test_the_kernel_is_asked_by_the_numbers_of_its_own_header() -> None:
    def reads(number: int, size: int) -> int:  # _IOR of asm-generic/ioctl.h
        return 2 << 30 | size << 16 | ord("j") << 8 | number

    asked = (joystick.JSIOCGAXES, joystick.JSIOCGBUTTONS, joystick.JSIOCGNAME_128)
    assert asked == (reads(0x11, 1), reads(0x12, 1), reads(0x13, 128))
    maps = (joystick.JSIOCGAXMAP, joystick.JSIOCGBTNMAP)
    assert maps == (reads(0x32, 0x40), reads(0x34, 2 * (0x2FF - 0x100 + 1)))


def test_bytes_of_a_pad_move_needle_and_beam_in_the_window(
    dressed: QtBot, pipe: tuple[Joysticks, int]
) -> None:
    joysticks, writer = pipe
    window = MainWindow(StandInPractice(), memory_desk(), (joysticks,))  # type: ignore[arg-type]
    dressed.addWidget(window)
    window.show()
    window.open()
    dressed.waitUntil(lambda: window.home.cards.count() > 0, timeout=30_000)
    window.navigation.start("flat")
    dressed.waitUntil(lambda: window.suite is not None, timeout=30_000)
    window.activateWindow()
    dressed.waitUntil(window.isActiveWindow)
    suite = suite_of(window)
    for act in ("pointer_head", "mark", "take"):
        suite.acts[act]()
    suite.hand.flush()

    def tell(*events: bytes) -> State:
        os.write(writer, b"".join(events))
        window.devices.ask()
        suite.hand.flush()
        state: State = suite._attempt.runner.snapshot.state
        return state

    window.devices.ask()  # found
    began = tell(event(0x81, 0, 0))
    assert began.needle is not None
    d_pad_down = event(BYTES_AXIS, 7, MOST), event(BYTES_AXIS, 7, 0)
    assert tell(*d_pad_down).needle == began.needle  # nobody grips
    assert tell(event(BYTES_AXIS, 2, MOST)).gripped
    moved = tell(*d_pad_down).needle
    assert moved is not None
    assert moved != began.needle
    assert tell(event(BYTES_AXIS, 5, MOST)).beam_since_ms is not None
    released = tell(event(BYTES_AXIS, 5, -MOST), event(BYTES_AXIS, 2, -MOST))
    assert (released.beam_since_ms, released.gripped) == (None, False)
    tell(event(BYTES_AXIS, 5, MOST), event(BYTES_AXIS, 2, MOST))
    os.close(writer)  # unplugged with both held
    window.devices.ask()
    gone = suite._attempt.runner.snapshot.state
    assert (gone.beam_since_ms, gone.gripped, window.devices.devices) == (None, False, [])
    window.navigation.leave()
    window.close()


def test_what_is_no_gamepad_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "js0").write_bytes(b"")
    assert Joysticks(tmp_path).appeared() == []  # the kernel says that it is no joystick
    assert Joysticks(tmp_path, lambda _: Layout("Tilt sensor", (0, 1), (0x120,))).appeared() == []
    assert Joysticks(tmp_path / "absent").appeared() == []


# In the window -----------------------------------------------------------------------------------


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[tuple[MainWindow, Pedal]]:
    device = Pedal()
    practice = StandInPractice()
    window = MainWindow(practice, memory_desk(), (OneDevice(device),))  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.show()
    window.open()
    qtbot.waitUntil(lambda: window.home.cards.count() > 0, timeout=30_000)
    window.navigation.start("flat")
    qtbot.waitUntil(lambda: window.suite is not None, timeout=30_000)
    window.activateWindow()
    yield window, device
    window.navigation.leave()
    window.close()


def suite_of(window: MainWindow) -> SuiteScreen:
    assert window.suite is not None
    return window.suite


def beam_on(window: MainWindow) -> bool:
    return suite_of(window)._attempt.runner.snapshot.state.beam_since_ms is not None


def test_a_device_holds_the_beam_until_it_lets_go_or_is_lost(
    room: tuple[MainWindow, Pedal],
) -> None:
    window, device = room
    for end in ("released", "lost"):
        device.next = [Pressed("beam")]
        window.devices.ask()
        assert beam_on(window)
        device.next = [Released("beam")] if end == "released" else []
        device.broken = OSError("unplugged") if end == "lost" else None
        window.devices.ask()
        assert not beam_on(window)
    assert device.closed
    assert window.devices.devices == []


def test_a_device_that_fails_in_another_way_is_let_go_too(
    room: tuple[MainWindow, Pedal], caplog: pytest.LogCaptureFixture
) -> None:
    window, device = room
    device.broken = ZeroDivisionError("of a plug-in")
    window.devices.ask()
    assert window.devices.devices == []
    assert "input device failed" in caplog.text


def test_a_dialog_takes_the_device_away_and_the_page_of_keys_tells_its_parts(
    room: tuple[MainWindow, Pedal],
) -> None:
    window, device = room
    device.next = [Pressed("beam")]
    window.devices.ask()
    window.show_keys()
    assert not beam_on(window)
    device.next = [Pressed("spot"), Pressed("beam")]
    window.devices.ask()
    assert not beam_on(window)
    (keys,) = window.findChildren(KeyList)
    cells = [keys._table.item(row, 0) for row in range(keys._table.rowCount())]
    rows = [cell.text().strip() for cell in cells if cell is not None]
    assert rows[-2:] == ["Pedal", "Left pedal"]
    keys.close()


def test_without_a_suite_devices_are_closed(room: tuple[MainWindow, Pedal]) -> None:
    window, device = room
    window.navigation.go_home()
    QApplication.processEvents()
    assert device.closed
    assert window.devices.devices == []


def test_the_side_buttons_are_a_foot_wherever_the_mouse_is(
    room: tuple[MainWindow, Pedal],
) -> None:
    window, _device = room
    suite, at = suite_of(window), QPoint(2, 2)
    for part in ("live", "reference", "bedside", "carm", "top", "bottom"):
        whole = getattr(suite, part)
        under = suite.childAt(whole.mapTo(suite, whole.rect().center()))
        assert under is not None
        QTest.mousePress(under, Qt.MouseButton.BackButton, pos=at)
        assert beam_on(window), part
        QTest.mouseRelease(under, Qt.MouseButton.BackButton, pos=at)
        assert not beam_on(window), part
        shots = suite.exposures
        QTest.mouseClick(under, Qt.MouseButton.ForwardButton, pos=at)
        assert suite.exposures == shots + 1, part
