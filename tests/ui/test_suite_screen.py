"""The suite with real keys, clicks and wheels."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.stand_ins import TRUTH_UM, StandInAttempt, film_attempt
from trainer.attempt.commands import Advance, Tilt
from trainer.ui.actions import ACTIONS, Where
from trainer.ui.preferences import PREFER
from trainer.ui.presenters.shown import MonitorState
from trainer.ui.presenters.window_view import opened as made_ready
from trainer.ui.suite_screen import SuiteScreen

KEY, MOD = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def suite(dressed: QtBot, attempt: StandInAttempt) -> Iterator[SuiteScreen]:
    yield from opened(dressed, attempt)


@pytest.fixture
def films(dressed: QtBot) -> Iterator[SuiteScreen]:
    yield from opened(dressed, film_attempt())


def opened(qtbot: QtBot, attempt: StandInAttempt) -> Iterator[SuiteScreen]:
    screen = SuiteScreen(made_ready(attempt))
    screen.resize(1280, 640)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.enter()
    attempt.runner.sent.clear()
    yield screen
    screen.leave()
    screen.close()
    screen.deleteLater()


def beam_on(suite: SuiteScreen) -> bool:
    return suite._attempt.runner.snapshot.state.beam_since_ms is not None


def sent(suite: SuiteScreen) -> list[str]:
    return suite._attempt.runner.kinds()


def clear(suite: SuiteScreen) -> None:
    suite._attempt.runner.sent.clear()


def take_needle(suite: SuiteScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(suite, KEY.Key_Up, MOD.AltModifier)
    qtbot.keyClick(suite, KEY.Key_T)
    qtbot.waitUntil(lambda: suite.instrument.shaft._needle is not None)
    clear(suite)


def turn_wheel(view: QWidget, detents_down: int, modifiers: Qt.KeyboardModifier) -> None:
    at = QPointF(view.width() / 2, view.height() / 2)
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(0, -120 * detents_down),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def drag(qtbot: QtBot, view: QWidget, begin: QPoint, end: QPoint) -> None:
    qtbot.mousePress(view, LEFT, pos=begin)
    qtbot.mouseMove(view, end)
    qtbot.mouseRelease(view, LEFT, pos=end)


# The beam ----------------------------------------------------------------------------------------


def test_the_beam_is_on_while_f_is_held_and_the_lamp_shows_it(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    qtbot.keyPress(suite, KEY.Key_F)
    qtbot.waitUntil(lambda: suite.top.lamp.lit)
    assert suite.live.state is MonitorState.LIVE
    qtbot.keyRelease(suite, KEY.Key_F)
    qtbot.waitUntil(lambda: not suite.top.lamp.lit)
    assert sent(suite) == ["BeamOn", "BeamOff"]


def test_autorepeat_of_f_is_ignored(suite: SuiteScreen, qtbot: QtBot) -> None:
    qtbot.keyPress(suite, KEY.Key_F)
    for kind in (QKeyEvent.Type.KeyRelease, QKeyEvent.Type.KeyPress) * 3:
        QApplication.sendEvent(suite, QKeyEvent(kind, KEY.Key_F, MOD.NoModifier, "f", True))
    assert sent(suite) == ["BeamOn"]
    assert beam_on(suite)


def test_the_beam_drops_when_the_focus_goes_elsewhere(suite: SuiteScreen, qtbot: QtBot) -> None:
    qtbot.keyPress(suite, KEY.Key_F)
    suite.carm.oblique_edit.setFocus()
    assert not beam_on(suite)
    assert suite._attempt.runner.sent[-1].reason == "focus"


def test_the_beam_drops_when_another_window_comes_before_it(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    qtbot.keyPress(suite, KEY.Key_F)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not beam_on(suite))
    other.close()


def test_the_beam_drops_for_a_dialog_and_says_so(suite: SuiteScreen, qtbot: QtBot) -> None:
    qtbot.keyPress(suite, KEY.Key_F)
    qtbot.keyClick(suite, KEY.Key_Return, MOD.ControlModifier)
    assert not beam_on(suite)
    assert suite._attempt.runner.sent[-1].reason == "dialog"
    suite._question.reject()


def test_the_beam_drops_when_the_suite_is_left(suite: SuiteScreen, qtbot: QtBot) -> None:
    qtbot.keyPress(suite, KEY.Key_F)
    suite.leave()
    assert not beam_on(suite)
    assert suite._attempt.runner.sent[-1].reason == "closed"


def test_the_beam_drops_as_a_list_opens_which_would_swallow_the_release(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    suite.acts["page_syringe"]()
    qtbot.keyPress(suite, KEY.Key_F)
    suite._timer.stop()  # at once, not at the next look at the clock
    suite.instrument.syringe.volume.showPopup()
    assert not beam_on(suite)
    suite.instrument.syringe.volume.hidePopup()


def test_a_key_that_is_still_down_after_a_drop_does_nothing_when_it_comes_up(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    qtbot.keyPress(suite, KEY.Key_F)
    suite.let_go("focus")
    clear(suite)
    qtbot.keyRelease(suite, KEY.Key_F)
    assert sent(suite) == []


def test_the_button_holds_the_beam_as_long_as_it_is_pressed(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    qtbot.mousePress(suite.bottom.beam, LEFT)
    assert beam_on(suite)
    qtbot.mouseRelease(suite.bottom.beam, LEFT)
    assert not beam_on(suite)


def test_a_latched_beam_drops_after_ten_seconds(suite: SuiteScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(suite, KEY.Key_F, MOD.ShiftModifier)
    assert beam_on(suite)
    suite._attempt.runner.pass_time(10_000)
    qtbot.waitUntil(lambda: "10 s" in suite.bottom.voice.whole)
    assert not suite.top.lamp.lit


def test_a_spot_changes_the_monitor_and_turning_does_not(suite: SuiteScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(suite, KEY.Key_Left, MOD.ShiftModifier)
    assert suite.live.picture is None
    qtbot.keyClick(suite, KEY.Key_S)
    qtbot.waitUntil(lambda: suite.live.picture is not None)
    assert suite.live.picture.lines[0] == "OBL L 5.0° (ipsilateral)"
    qtbot.keyClick(suite, KEY.Key_Right)
    qtbot.wait(30)
    assert suite.live.picture.lines[0] == "OBL L 5.0° (ipsilateral)"


# The needle --------------------------------------------------------------------------------------


def test_wheel_keys_and_drags_without_grip_move_no_steel(suite: SuiteScreen, qtbot: QtBot) -> None:
    take_needle(suite, qtbot)
    turn_wheel(suite.live, 3, MOD.NoModifier)
    turn_wheel(suite.bedside, 3, MOD.NoModifier)
    drag(qtbot, suite.live, QPoint(100, 100), QPoint(180, 100))
    for key in (KEY.Key_PageDown, KEY.Key_I, KEY.Key_L):
        qtbot.keyClick(suite, key)
    assert not set(sent(suite)) & {"Advance", "Tilt"}


def test_with_space_held_the_wheel_pushes_by_a_millimetre(suite: SuiteScreen, qtbot: QtBot) -> None:
    take_needle(suite, qtbot)
    qtbot.keyPress(suite, KEY.Key_Space)
    turn_wheel(suite.live, 2, MOD.NoModifier)
    qtbot.wait(30)
    turn_wheel(suite.live, 1, MOD.ControlModifier)
    qtbot.keyRelease(suite, KEY.Key_Space)
    pushes = [each for each in suite._attempt.runner.sent if isinstance(each, Advance)]
    assert sum(each.distance_um for each in pushes) == 2_200
    assert sent(suite)[0] == "Grip"
    assert sent(suite)[-1] == "LetGo"


def test_a_gripped_drag_on_the_monitor_tilts(suite: SuiteScreen, qtbot: QtBot) -> None:
    take_needle(suite, qtbot)
    qtbot.mouseClick(suite.instrument.buttons["grip_lock"], LEFT)
    drag(qtbot, suite.live, QPoint(100, 100), QPoint(140, 90))
    suite.hand.flush()
    tilts = [each for each in suite._attempt.runner.sent if isinstance(each, Tilt)]
    assert sum(each.right_mdeg for each in tilts) == 8_000
    assert sum(each.down_mdeg for each in tilts) == -2_000


def test_pressing_the_hub_grips_it_and_dragging_it_tilts(suite: SuiteScreen, qtbot: QtBot) -> None:
    take_needle(suite, qtbot)
    hub = suite.instrument.shaft._needle.hub
    at = suite.bedside._standing(hub).toPoint()
    drag(qtbot, suite.bedside, at, at + QPoint(20, 0))
    assert sent(suite)[0] == "Grip"
    assert "Tilt" in sent(suite)
    assert "MovePointer" not in sent(suite)
    assert sent(suite)[-1] == "LetGo"


def test_the_grip_lock_shows_what_is_so(suite: SuiteScreen, qtbot: QtBot) -> None:
    lock = suite.instrument.buttons["grip_lock"]
    qtbot.mouseClick(lock, LEFT)  # there is no needle
    qtbot.waitUntil(lambda: "No needle" in suite.bottom.voice.whole)
    assert not lock.isChecked()
    take_needle(suite, qtbot)
    qtbot.mouseClick(lock, LEFT)
    qtbot.waitUntil(lock.isChecked)
    qtbot.mouseClick(lock, LEFT)
    qtbot.waitUntil(lambda: not lock.isChecked())


def test_momentum_of_a_trackpad_moves_nothing(suite: SuiteScreen, qtbot: QtBot) -> None:
    take_needle(suite, qtbot)
    qtbot.keyPress(suite, KEY.Key_Space)
    event = QWheelEvent(
        QPointF(50, 50), suite.live.mapToGlobal(QPointF(50, 50)), QPoint(0, -600),
        QPoint(0, -600), Qt.MouseButton.NoButton, MOD.NoModifier,
        Qt.ScrollPhase.ScrollMomentum, False,
    )  # fmt: skip
    QApplication.sendEvent(suite.live, event)
    assert "Advance" not in sent(suite)
    qtbot.keyRelease(suite, KEY.Key_Space)


# Keys, pointer, level ----------------------------------------------------------------------------


def test_single_keys_do_not_fire_in_a_text_field(suite: SuiteScreen, qtbot: QtBot) -> None:
    edit = suite.carm.oblique_edit
    edit.setFocus()
    clear(suite)
    for key in (KEY.Key_F, KEY.Key_S, KEY.Key_M, KEY.Key_T, KEY.Key_Space, KEY.Key_L, KEY.Key_D):
        qtbot.keyClick(edit, key)
    assert edit.text() == "fsmt ld"
    assert sent(suite) == []


def test_single_keys_do_not_fire_in_a_choice(suite: SuiteScreen, qtbot: QtBot) -> None:
    suite.instrument.level.setFocus()
    clear(suite)
    qtbot.keyClick(suite.instrument.level, KEY.Key_T)
    assert suite.instrument.level.currentText() == "T1"
    assert sent(suite) == []


def test_space_on_a_focused_button_is_still_the_grip(suite: SuiteScreen, qtbot: QtBot) -> None:
    take_needle(suite, qtbot)
    mark = suite.instrument.buttons["mark"]
    mark.setFocus()
    clear(suite)
    qtbot.keyClick(mark, KEY.Key_Space)
    assert sent(suite) == ["Grip", "LetGo"]


def test_enter_presses_a_focused_button(suite: SuiteScreen, qtbot: QtBot) -> None:
    take_needle(suite, qtbot)
    mark = suite.instrument.buttons["mark"]
    mark.setFocus()
    clear(suite)
    qtbot.keyClick(mark, KEY.Key_Return)
    assert sent(suite) == ["MarkSkin"]


def test_a_typed_angle_turns_the_machine_and_gives_the_keys_back(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    edit = suite.carm.oblique_edit
    edit.setFocus()
    qtbot.keyClicks(edit, "R 20")
    qtbot.keyClick(edit, KEY.Key_Return)
    assert suite._attempt.runner.snapshot.state.oblique_mdeg == -20_000
    assert suite.hasFocus()


def test_an_unclear_angle_is_said_and_nothing_turns(suite: SuiteScreen, qtbot: QtBot) -> None:
    edit = suite.carm.tilt_edit
    edit.setFocus()
    clear(suite)
    qtbot.keyClicks(edit, "much")
    qtbot.keyClick(edit, KEY.Key_Return)
    assert "no angle" in suite.bottom.voice.whole
    assert sent(suite) == []


def test_a_drag_on_the_back_lays_the_pointer_where_the_mouse_is(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    drag(qtbot, suite.bedside, QPoint(174, 100), QPoint(120, 100))
    suite.hand.flush()
    x_um, _y, z_um = suite._attempt.runner.snapshot.state.pointer_um
    assert x_um > 0  # left of the middle is the patient's left
    assert z_um > 0  # above the middle is toward the head


def test_a_level_is_declared_only_when_both_are_chosen(suite: SuiteScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(suite, KEY.Key_D)
    assert sent(suite) == []
    assert "Choose a level" in suite.bottom.voice.whole
    suite.instrument.level.setCurrentText("T7")
    suite.instrument.side.setCurrentIndex(1)
    qtbot.mouseClick(suite.instrument.buttons["declare"], LEFT)
    assert suite._attempt.runner.snapshot.state.declared == ("T7", "left")


def test_submit_asks_once_and_sends_nothing_on_no(suite: SuiteScreen, qtbot: QtBot) -> None:
    qtbot.mouseClick(suite.instrument.buttons["submit"], LEFT)
    suite._question.reject()
    assert "Submit" not in sent(suite)
    qtbot.mouseClick(suite.instrument.buttons["submit"], LEFT)
    with qtbot.waitSignal(suite.submitted):
        suite._question.yes.click()
    assert suite._attempt.runner.snapshot.state.submitted


def test_a_radiograph_patient_has_views_and_no_turning(films: SuiteScreen, qtbot: QtBot) -> None:
    assert not films.carm.drawing.isVisible()
    qtbot.keyClick(films, KEY.Key_Left)
    assert sent(films) == []
    qtbot.mouseClick(films.carm.findChild(QAbstractButton, "view_LAT"), LEFT)
    qtbot.keyClick(films, KEY.Key_S)
    qtbot.waitUntil(lambda: films.live.picture is not None)
    assert films.live.picture.lines[0] == "VIEW LAT"
    qtbot.keyClick(films, KEY.Key_V)
    assert films._attempt.runner.snapshot.state.view == "AP"


def test_right_drag_is_window_and_level_and_a_double_click_takes_it_back(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    right = Qt.MouseButton.RightButton
    qtbot.mousePress(suite.live, right, pos=QPoint(100, 100))
    qtbot.mouseMove(suite.live, QPoint(60, 130))
    qtbot.mouseRelease(suite.live, right, pos=QPoint(60, 130))
    assert not suite.live.window_level.untouched
    qtbot.mouseDClick(suite.live, LEFT, pos=QPoint(100, 100))
    assert suite.live.window_level.untouched


@pytest.mark.parametrize("button", [LEFT, Qt.MouseButton.RightButton])
@pytest.mark.parametrize("as_slicer", [False, True])
def test_the_mouse_preset_says_whether_left_or_right_spreads_the_greys(
    suite: SuiteScreen,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    button: Qt.MouseButton,
    as_slicer: bool,
) -> None:
    monkeypatch.setattr(PREFER, "right_zooms", as_slicer)
    qtbot.mousePress(suite.live, button, pos=QPoint(100, 100))
    qtbot.mouseMove(suite.live, QPoint(60, 70))
    qtbot.mouseRelease(suite.live, button, pos=QPoint(60, 70))
    assert suite.live.window_level.untouched is ((button == LEFT) is not as_slicer)
    assert (suite.live.display.zoom != 1.0) is (as_slicer and button != LEFT)


# What is written ---------------------------------------------------------------------------------


def words_of(screen: QWidget) -> str:
    words = []
    for widget in [screen, *screen.findChildren(QWidget)]:
        words += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton):
            words.append(widget.text())
    return "\n".join(words)


def test_no_text_of_the_suite_depends_on_the_truth(suite: SuiteScreen, qtbot: QtBot) -> None:
    take_needle(suite, qtbot)
    qtbot.keyPress(suite, KEY.Key_Space)
    for _ in range(42):
        qtbot.keyClick(suite, KEY.Key_PageDown)
    qtbot.keyRelease(suite, KEY.Key_Space)
    qtbot.wait(30)
    words = words_of(suite)
    for truth in ("canal", "pleura", "target is", "to target", *map(str, TRUTH_UM)):
        assert truth not in words, truth


def test_every_control_has_a_name_and_a_tooltip(suite: SuiteScreen) -> None:
    from PySide6.QtWidgets import QComboBox, QLineEdit

    controls = [
        widget for widget in suite.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QComboBox | QLineEdit)
    ]  # fmt: skip
    assert len(controls) > 20
    assert [each.objectName() for each in controls if not each.accessibleName()] == []
    assert [each.objectName() for each in controls if not each.toolTip()] == []


def test_every_action_of_the_table_is_done_by_the_screen(
    suite: SuiteScreen, films: SuiteScreen
) -> None:
    table = {action.id for action in ACTIONS if action.where is Where.SUITE}
    assert set(suite.acts) | set(suite._deeds.holds) | {"next_view"} == table
    assert set(films.acts) | set(films._deeds.holds) < table


# Whole attempts ----------------------------------------------------------------------------------


def test_an_attempt_can_be_finished_with_the_mouse_alone(suite: SuiteScreen, qtbot: QtBot) -> None:
    card, strip = suite.instrument.buttons, suite.bottom.buttons
    qtbot.mouseClick(strip["spot"], LEFT)
    drag(qtbot, suite.bedside, QPoint(180, 180), QPoint(170, 160))
    qtbot.mouseClick(card["mark"], LEFT)
    qtbot.mouseClick(card["take"], LEFT)
    qtbot.mouseClick(card["grip_lock"], LEFT)
    drag(qtbot, suite.live, QPoint(200, 200), QPoint(206, 200))
    for _ in range(5):
        qtbot.mouseClick(card["advance"], LEFT)
    qtbot.wait(30)
    qtbot.mouseClick(card["grip_lock"], LEFT)
    qtbot.mousePress(suite.bottom.beam, LEFT)
    qtbot.mouseRelease(suite.bottom.beam, LEFT)
    suite.instrument.level.setCurrentText("T7")
    suite.instrument.side.setCurrentIndex(1)
    qtbot.mouseClick(card["declare"], LEFT)
    qtbot.mouseClick(card["submit"], LEFT)
    qtbot.mouseClick(suite._question.yes, LEFT)
    state = suite._attempt.runner.snapshot.state
    assert state.submitted
    assert (state.needle.depth_um > 0, len(state.marks_um), state.exposures) == (True, 1, 2)


def test_an_attempt_can_be_finished_with_the_keyboard_alone(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    for key in (KEY.Key_S, KEY.Key_R):
        qtbot.keyClick(suite, key)
    qtbot.keyClick(suite, KEY.Key_Left, MOD.AltModifier | MOD.ShiftModifier)
    for key in (KEY.Key_M, KEY.Key_T):
        qtbot.keyClick(suite, key)
    qtbot.keyPress(suite, KEY.Key_Space)
    for key in (KEY.Key_L, KEY.Key_I, KEY.Key_PageDown, KEY.Key_PageDown):
        qtbot.keyClick(suite, key)
    qtbot.keyRelease(suite, KEY.Key_Space)
    qtbot.keyPress(suite, KEY.Key_F)
    qtbot.keyRelease(suite, KEY.Key_F)
    choose(suite, qtbot, suite.instrument.level, "T")
    choose(suite, qtbot, suite.instrument.side, "l")
    suite.setFocus()
    qtbot.keyClick(suite, KEY.Key_D)
    qtbot.keyClick(suite, KEY.Key_Return, MOD.ControlModifier)
    qtbot.keyClick(suite._question, KEY.Key_Return)
    state = suite._attempt.runner.snapshot.state
    assert state.submitted
    assert state.declared == ("T1", "left")
    assert (state.needle.depth_um > 0, len(state.marks_um), state.exposures) == (True, 1, 2)


def choose(suite: SuiteScreen, qtbot: QtBot, choice: QWidget, letters: str) -> None:
    """Reach a choice by Tab and choose in it by letter."""
    for _ in range(60):
        if choice.hasFocus():
            break
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    assert choice.hasFocus()
    qtbot.keyClicks(choice, letters)


def test_no_page_of_the_machine_s_card_is_cut_off_where_films_take_its_place(
    films: SuiteScreen,
) -> None:
    films.resize(1280, 640)
    shown = [button for button in films.carm.page_buttons.values() if not button.isHidden()]
    assert len(shown) == 2
    for button in shown:
        words = button.fontMetrics().horizontalAdvance(button.text())
        assert button.width() >= words + 8, button.text()
