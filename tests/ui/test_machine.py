"""The console: shutters, costs, and every control by mouse and by key on the real screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.stand_ins import StandInAttempt
from tests.ui.test_suite_screen import beam_on, clear, drag, opened, sent
from trainer.attempt.console import LEAST_OPEN_UM
from trainer.attempt.settings import Edges, Settings, open_edges
from trainer.ui.monitor_view import MonitorView
from trainer.ui.picture_image import ArrayImage
from trainer.ui.presenters.collimator import BladesShown, moved, widened
from trainer.ui.presenters.machine import costs, machine_shown
from trainer.ui.presenters.shown import MonitorState, Picture
from trainer.ui.suite_screen import SuiteScreen

KEY, MOD = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
FIELD_UM = 298_000


@pytest.fixture
def suite(dressed: QtBot, attempt: StandInAttempt) -> Iterator[SuiteScreen]:
    yield from opened(dressed, attempt)


def settings(suite: SuiteScreen) -> Settings:
    return suite._attempt.runner.snapshot.state.settings


def spot(suite: SuiteScreen, qtbot: QtBot) -> None:
    before = suite.exposures
    qtbot.keyClick(suite, KEY.Key_S)
    qtbot.waitUntil(
        lambda: suite.live.picture is not None and suite.live.picture.number == before + 1
    )


# Shutters ----------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(-400_000, 400_000)), max_size=8))
def test_blades_never_close_nor_leave_the_field(moves: list[tuple[int, int]]) -> None:
    edges: Edges = open_edges(FIELD_UM)
    for edge, wanted_um in moves:
        edges = moved(edges, edge, wanted_um, FIELD_UM)
    left, right, top, bottom = edges
    assert -FIELD_UM // 2 <= left <= right - LEAST_OPEN_UM <= FIELD_UM // 2 - LEAST_OPEN_UM
    assert -FIELD_UM // 2 <= top <= bottom - LEAST_OPEN_UM <= FIELD_UM // 2 - LEAST_OPEN_UM


def test_widening_after_narrowing_gives_the_same_opening() -> None:
    edges = widened(
        widened(open_edges(FIELD_UM), -20_000, -5_000, FIELD_UM), 20_000, 5_000, FIELD_UM
    )
    assert edges == open_edges(FIELD_UM)


def test_a_hand_takes_the_blade_that_is_near_and_none_in_the_middle() -> None:
    blades = BladesShown((-74_500, 149_000, -149_000, 149_000), FIELD_UM, differ=True)
    assert blades.nearest((-0.27, 0.1)) == 0
    assert blades.nearest((0.1, 0.48)) == 3
    assert blades.nearest((0.1, 0.0)) is None
    assert blades.dragged(0, (-0.1, 0.3), FIELD_UM)[0] == -29_800


def test_the_blades_move_on_the_held_picture_without_beam(suite: SuiteScreen, qtbot: QtBot) -> None:
    spot(suite, qtbot)
    qtbot.keyClick(suite, KEY.Key_B)
    side = suite.live.side_px
    clear(suite)
    drag(qtbot, suite.live, QPoint(2, side // 2), QPoint(side // 4, side // 2))
    suite.hand.flush()
    assert set(sent(suite)) == {"SetShutters"}
    assert settings(suite).shutters_um[0] == pytest.approx(-FIELD_UM / 4, abs=2_000)
    assert suite.exposures == 1
    qtbot.waitUntil(lambda: suite.live.blades.differ)
    assert suite.live.picture.taken.shutters_um == open_edges(FIELD_UM)


def test_blades_follow_a_flipped_picture(suite: SuiteScreen, qtbot: QtBot) -> None:
    spot(suite, qtbot)
    qtbot.keyClick(suite, KEY.Key_H)
    qtbot.keyClick(suite, KEY.Key_B)
    side = suite.live.side_px
    drag(qtbot, suite.live, QPoint(2, side // 2), QPoint(side // 4, side // 2))
    suite.hand.flush()
    left, right, _top, _bottom = settings(suite).shutters_um
    assert left == -FIELD_UM // 2
    assert right == pytest.approx(FIELD_UM / 4, abs=2_000)


def test_blades_in_hand_move_by_keys(suite: SuiteScreen, qtbot: QtBot) -> None:
    spot(suite, qtbot)
    qtbot.keyClick(suite, KEY.Key_B)
    for key in (KEY.Key_Left, KEY.Key_Down):
        qtbot.keyClick(suite, key, MOD.ControlModifier | MOD.ShiftModifier)
    assert settings(suite).shutters_um == (-144_000, 144_000, -144_000, 144_000)
    qtbot.keyClick(suite, KEY.Key_B, MOD.ShiftModifier)
    assert settings(suite).shutters_um == open_edges(FIELD_UM)
    qtbot.keyClick(suite, KEY.Key_Escape)
    assert not suite.live.collimating


# The console -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "modifier", "name", "field", "value"),
    [
        (KEY.Key_5, MOD.ControlModifier, "pulse_15", "pulse_rate_hz", 15),
        (KEY.Key_F5, MOD.NoModifier, "dose_low", "dose_mode", "low"),
        (KEY.Key_2, MOD.AltModifier, "field_2", "field_um", 220_000),
        (KEY.Key_Comma, MOD.ControlModifier, "detector_left", "rotation_mdeg", 5_000),
        (KEY.Key_Insert, MOD.ShiftModifier, "receptor_far", "sid_um", 1_030_000),
    ],
)
def test_each_control_by_key_and_by_mouse(
    suite: SuiteScreen,
    qtbot: QtBot,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    name: str,
    field: str,
    value: object,
) -> None:
    before = settings(suite)
    qtbot.keyClick(suite, key, modifier)
    assert getattr(settings(suite), field) == value
    suite._attempt.runner.publish(
        replace(
            suite._attempt.runner.snapshot,
            state=replace(suite._attempt.runner.snapshot.state, settings=before),
        )
    )
    qtbot.keyClick(suite, KEY.Key_F3)
    qtbot.mouseClick(suite.carm.machine.buttons[name], LEFT)
    assert getattr(settings(suite), field) == value


def test_the_table_goes_up_with_the_patient(suite: SuiteScreen, qtbot: QtBot) -> None:
    before_um = suite._attempt.runner.snapshot.state.isocentre_um[1]
    qtbot.keyClick(suite, KEY.Key_PageUp, MOD.ShiftModifier)
    assert suite._attempt.runner.snapshot.state.isocentre_um[1] == before_um - 5_000


def test_brightness_is_locked_and_let_go_again(suite: SuiteScreen, qtbot: QtBot) -> None:
    spot(suite, qtbot)
    qtbot.keyClick(suite, KEY.Key_A, MOD.ShiftModifier)
    qtbot.waitUntil(suite.carm.machine.buttons["brightness_lock"].isChecked)
    qtbot.keyClick(suite, KEY.Key_A, MOD.ShiftModifier)
    assert not settings(suite).brightness_locked


def test_the_operator_steps_back_and_goes_round_the_table(suite: SuiteScreen, qtbot: QtBot) -> None:
    state = suite._attempt.runner.snapshot.state
    qtbot.keyClick(suite, KEY.Key_End, MOD.ShiftModifier)
    qtbot.keyClick(suite, KEY.Key_S, MOD.ShiftModifier)
    now = suite._attempt.runner.snapshot.state
    assert now.distance_mm == state.distance_mm + 250
    assert now.place != state.place


def test_low_costs_less_and_boost_more_than_normal(attempt: StandInAttempt) -> None:
    factors = {mode: float(cost[1:]) for mode, cost in costs(20_000, 1_020_000)}
    assert factors["low"] < factors["normal"] == 1.0 < factors["boost"]
    shown = machine_shown(attempt.runner.snapshot.state)
    assert dict(shown.costs).keys() == {"low", "normal", "boost"}


def test_the_exposure_tells_its_technique_in_the_corner(suite: SuiteScreen, qtbot: QtBot) -> None:
    spot(suite, qtbot)
    taken = suite.live.picture.taken
    assert f"{taken.tube_v / 1000:.0f} kV" in suite.live.picture.lines[-1]
    assert f"{taken.charge_nas / taken.pulse_us:.1f} mA" in suite.live.picture.lines[-1]


# Lamp, signal, dead man --------------------------------------------------------------------------


def test_a_spot_flashes_the_lamp(suite: SuiteScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(suite, KEY.Key_S)
    qtbot.waitUntil(lambda: suite.top.lamp.lit)
    assert suite.top.lamp.flashed == 1
    qtbot.waitUntil(lambda: not suite.top.lamp.lit)


def test_the_five_minute_signal_is_seen_until_it_is_reset(suite: SuiteScreen, qtbot: QtBot) -> None:
    runner = suite._attempt.runner
    state = replace(runner.snapshot.state, signals=1, signal_sounding=True)
    runner.publish(replace(runner.snapshot, state=state))
    qtbot.waitUntil(suite.top.signal.isVisible)
    assert suite.top.signal.text() == "5 min: reset"
    assert suite.sounds._timers["signal"].isActive()
    qtbot.mouseClick(suite.top.signal, LEFT)
    qtbot.waitUntil(lambda: not suite.top.signal.isVisible())
    assert not suite.sounds._timers["signal"].isActive()


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (Qt.ApplicationState.ApplicationInactive, "focus"),
        (Qt.ApplicationState.ApplicationSuspended, "lock"),
        (Qt.ApplicationState.ApplicationHidden, "lock"),
    ],
)
def test_the_beam_drops_when_the_application_is_put_away_or_locked(
    suite: SuiteScreen, qtbot: QtBot, state: Qt.ApplicationState, reason: str
) -> None:
    qtbot.keyPress(suite, KEY.Key_F)
    QApplication.instance().applicationStateChanged.emit(state)
    assert not beam_on(suite)
    assert suite._attempt.runner.sent[-1].reason == reason


def test_the_beam_drops_when_a_list_is_opened_over_it(suite: SuiteScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(suite, KEY.Key_F, MOD.ShiftModifier)
    assert beam_on(suite)
    qtbot.mouseClick(suite.instrument.level, LEFT)
    qtbot.waitUntil(lambda: not beam_on(suite))
    suite.instrument.level.hidePopup()


def test_a_beam_ends_a_cine_and_a_held_cine_says_so(suite: SuiteScreen, qtbot: QtBot) -> None:
    qtbot.keyPress(suite, KEY.Key_F)
    suite._attempt.runner.pass_time(500)
    qtbot.waitUntil(lambda: suite.live.picture is not None)
    qtbot.keyRelease(suite, KEY.Key_F)
    qtbot.waitUntil(lambda: suite.live.state is MonitorState.HELD)
    qtbot.keyClick(suite, KEY.Key_P)
    qtbot.waitUntil(lambda: "CINE" in suite.live._note)
    assert suite.live.state is MonitorState.HELD
    assert suite.cine_timer.isActive()
    qtbot.keyClick(suite, KEY.Key_Escape)
    assert "CINE" not in suite.live._note
    assert not suite.cine_timer.isActive()


# Tools on the real monitors ----------------------------------------------------------------------


def test_a_caliper_is_dragged_and_its_value_survives_zoom_and_flip(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    spot(suite, qtbot)
    qtbot.keyClick(suite, KEY.Key_C)
    drag(qtbot, suite.live, QPoint(100, 200), QPoint(300, 200))
    value = suite.live.measured
    assert value == f"{200 / suite.live.side_px * suite.live.picture.edge_mm:.1f} mm"
    for key in (KEY.Key_H, KEY.Key_O, KEY.Key_Plus):
        qtbot.keyClick(suite, key)
    assert suite.live.measured == value
    assert suite.live.display.zoom > 1.0
    qtbot.keyClick(suite, KEY.Key_Escape)
    assert suite.live.measure is None


def test_keys_and_buttons_act_on_the_monitor_that_was_touched(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    spot(suite, qtbot)
    qtbot.keyClick(suite, KEY.Key_R)
    qtbot.mouseClick(suite.reference, LEFT, pos=QPoint(100, 100))
    qtbot.keyClick(suite, KEY.Key_2)
    assert not suite.reference.window_level.untouched
    assert suite.live.window_level.untouched
    qtbot.keyClick(suite, KEY.Key_W)
    qtbot.keyClick(suite, KEY.Key_F4)
    qtbot.mouseClick(suite.carm.pictures.buttons["invert"], LEFT)
    assert suite.live.display.invert
    assert not suite.reference.display.invert


def test_without_grip_the_wheel_zooms_and_with_it_the_needle_moves(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    from tests.ui.test_suite_screen import take_needle, turn_wheel

    spot(suite, qtbot)
    take_needle(suite, qtbot)
    turn_wheel(suite.live, -2, MOD.NoModifier)
    assert suite.live.display.zoom == pytest.approx(1.25**2)
    qtbot.keyPress(suite, KEY.Key_Space)
    turn_wheel(suite.live, 1, MOD.NoModifier)
    qtbot.keyRelease(suite, KEY.Key_Space)
    assert suite.live.display.zoom == pytest.approx(1.25**2)
    assert "Advance" in sent(suite)


def test_a_flipped_monitor_is_the_drawn_picture_mirrored(suite: SuiteScreen, qtbot: QtBot) -> None:
    spot(suite, qtbot)
    plain = suite.live._drawn(suite.live.picture).toImage()
    qtbot.keyClick(suite, KEY.Key_H)
    flipped = suite.live._drawn(suite.live.picture).toImage()
    side = plain.width()
    for x, y in ((side // 5, side // 3), (side // 2, side // 7), (side - 20, side - 40)):
        one, other = plain.pixelColor(x, y).red(), flipped.pixelColor(side - 1 - x, y).red()
        assert abs(one - other) <= 24  # bilinear neighbours of the stand-in's ramps
    assert suite.live.display.orientation.letters(suite.live.picture.letters)[0] == "R"


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_picture_is_drawn_in_the_screens_own_pixels(dressed: QtBot, ratio: float) -> None:
    grey = np.repeat(np.arange(64, dtype=np.uint8)[None] * 4, 64, axis=0)
    drawn = ArrayImage(grey).placed(100.0, ratio, QRectF(0.0, 0.0, 1.0, 1.0))
    assert drawn.width() == drawn.height() == round(100 * ratio)
    assert drawn.deviceIndependentSize().width() == pytest.approx(100.0)
    middle = drawn.toImage().pixelColor(drawn.width() // 2, 5).red()
    assert middle == pytest.approx(126, abs=6)


def test_a_tall_picture_keeps_its_shape(dressed: QtBot) -> None:
    view = MonitorView("tall", "Tall")
    dressed.addWidget(view)
    view.resize(200, 200)
    values = np.full((64, 32), 0.9, np.float32)
    view.show_picture(Picture(1, values, ("L", "R", "H", "F"), (), 1.0))
    drawn = view._drawn(view.picture).toImage()
    assert drawn.pixelColor(100, 5).red() > 200
    assert drawn.pixelColor(20, 100).red() < 20
    assert view.picture.edge_mm == 64.0
