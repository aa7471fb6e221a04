"""Syringe, generator, case folder and room: pressed with the mouse and with keys."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.ui.stand_ins import StandInAttempt
from trainer.attempt.acts import ACTS, CASE_TOPICS, POINTS, QUESTIONS, REASONS, WORDS
from trainer.attempt.commands import (
    Act,
    AskPatient,
    BeamOff,
    Command,
    ConnectTubing,
    DecideCase,
    Discuss,
    GiveReason,
    Inject,
    ReadCase,
    Respond,
    SaveImage,
    SetGenerator,
    Stimulate,
    Wait,
)
from trainer.attempt.complications import RESPONSES
from trainer.attempt.events import (
    ActDone,
    Asked,
    Aspirated,
    BlockJudged,
    CaseDecided,
    Event,
    GeneratorFault,
    ImageSaved,
    Injected,
    LesionStarted,
    PatientSaid,
    Responded,
    Told,
    Waited,
)
from trainer.ui.presenters.voice import said
from trainer.ui.presenters.window_view import Opened
from trainer.ui.suite_screen import SuiteScreen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def suite(dressed: QtBot, attempt: StandInAttempt) -> Iterator[SuiteScreen]:
    screen = SuiteScreen(Opened(attempt, np.zeros((8, 8, 3), np.uint8)))  # type: ignore[arg-type]
    dressed.addWidget(screen)
    screen.resize(1280, 640)
    screen.show()
    screen.enter()
    yield screen
    screen.leave()


def press(qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.mouseClick(button, LEFT)


def said_and_done(attempt: StandInAttempt) -> list[Command]:
    """All but the beam's release, which comes along whenever the keyboard goes elsewhere."""
    return [command for command in attempt.runner.sent if not isinstance(command, BeamOff)]


def test_one_instrument_is_shown_at_a_time(dressed: QtBot, suite: SuiteScreen) -> None:
    card = suite.instrument
    for key, shown in (
        (Qt.Key.Key_F9, card.syringe),
        (Qt.Key.Key_F10, card.generator),
        (Qt.Key.Key_F8, card.needle),
    ):
        dressed.keyClick(suite, key)
        pages = (card.syringe, card.generator, card.needle)
        assert [page.isVisible() for page in pages] == [page is shown for page in pages]


def test_the_syringe_gives_what_is_chosen(
    dressed: QtBot, suite: SuiteScreen, attempt: StandInAttempt
) -> None:
    card = suite.instrument
    press(dressed, card.page_buttons["page_syringe"])
    page = card.syringe
    assert page.agent.count() >= 3
    page.agent.setCurrentIndex(1)
    page.volume.setCurrentIndex(page.volume.findData(500))
    press(dressed, page.buttons["tubing"])
    press(dressed, page.buttons["inject"])
    tubing, injection = attempt.runner.sent
    assert tubing == ConnectTubing(tubing.t_ms, True)
    assert injection == Inject(injection.t_ms, str(page.agent.currentData()), 500)


def test_the_generator_stimulates_and_is_set(
    dressed: QtBot, suite: SuiteScreen, attempt: StandInAttempt
) -> None:
    page = suite.instrument.generator
    press(dressed, suite.instrument.page_buttons["page_generator"])
    page.volt.setCurrentIndex(page.volt.findData(400))
    press(dressed, page.buttons["stimulate_sensory"])
    press(dressed, page.buttons["stimulate_motor"])
    page.temperature.setCurrentIndex(page.temperature.findData(85))
    page.temperature.activated.emit(page.temperature.currentIndex())
    felt, seen, setting = attempt.runner.sent
    assert (felt, seen) == (Stimulate(felt.t_ms, 50, 400), Stimulate(seen.t_ms, 2, 400))
    assert setting == SetGenerator(setting.t_ms, "conventional", 85, 90)
    assert attempt.runner.snapshot.state.procedure.generator.temperature_c == 85


def test_time_passes_and_pictures_are_kept_by_keys(
    dressed: QtBot, suite: SuiteScreen, attempt: StandInAttempt
) -> None:
    dressed.keyClick(suite, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    dressed.keyClick(suite, Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    waited, saved = attempt.runner.sent
    assert waited == Wait(waited.t_ms, 10)
    assert saved == SaveImage(saved.t_ms, "level")


def test_the_folder_opens_over_the_room_and_closes_again(
    dressed: QtBot, suite: SuiteScreen
) -> None:
    dressed.keyClick(suite, Qt.Key.Key_F12)
    assert suite.folder.isVisible()
    assert not suite.folder.geometry().intersects(suite.live.geometry())
    dressed.keyClick(suite, Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    assert (suite.folder.isVisible(), suite.room.isVisible()) == (False, True)
    dressed.keyClick(suite, Qt.Key.Key_Escape)
    assert not suite.room.isVisible()


def test_reading_talking_and_deciding_are_recorded(
    dressed: QtBot, suite: SuiteScreen, attempt: StandInAttempt
) -> None:
    dressed.keyClick(suite, Qt.Key.Key_F12)
    folder = suite.folder
    press(dressed, folder.topics["history"])
    press(dressed, folder._tabs[1])
    press(dressed, folder.points["evidence"])
    press(dressed, folder._tabs[2])
    press(dressed, folder.reasons["axial-pain"])
    press(dressed, folder.decisions["decline"])
    kinds = [type(command) for command in said_and_done(attempt)]
    assert kinds == [ReadCase, Discuss, GiveReason, DecideCase]
    dressed.waitUntil(folder.decisions["decline"].isChecked)
    assert not folder.decisions["proceed"].isChecked()


def test_the_room_acts_asks_says_and_helps(
    dressed: QtBot, suite: SuiteScreen, attempt: StandInAttempt
) -> None:
    dressed.keyClick(suite, Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    room = suite.room
    press(dressed, room.acts["time-out"])
    room.acts["pad"].menu().actions()[1].trigger()
    press(dressed, room._tabs[1])
    press(dressed, room.questions["pain"])
    press(dressed, room._tabs[2])
    press(dressed, room.responses["oxygen"])
    time_out, pad, asked, answered = said_and_done(attempt)
    assert time_out == Act(time_out.t_ms, "time-out", "")
    assert pad == Act(pad.t_ms, "pad", ACTS["pad"].details[1])
    assert asked == AskPatient(asked.t_ms, "pain")
    assert answered == Respond(answered.t_ms, "oxygen")
    dressed.waitUntil(lambda: ACTS["pad"].details[1] in room.acts["pad"].text())


@pytest.mark.parametrize("by", ["folder", "room"])
def test_the_keyboard_opens_a_sheet_works_in_it_and_comes_back_with_escape(
    dressed: QtBot, suite: SuiteScreen, by: str
) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier if by == "room" else Qt.KeyboardModifier.NoModifier
    sheet = getattr(suite, by)
    suite.setFocus()
    dressed.keyClick(suite, Qt.Key.Key_F12, shift)
    assert sheet.isAncestorOf(suite.window().focusWidget())
    dressed.keyClick(suite.window().focusWidget(), Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert suite.window().focusWidget() is suite


def test_a_sheet_opened_while_the_beam_is_held_leaves_the_beam_alone(
    dressed: QtBot, suite: SuiteScreen, attempt: StandInAttempt
) -> None:
    suite.setFocus()
    dressed.keyPress(suite, Qt.Key.Key_F)
    dressed.keyClick(suite, Qt.Key.Key_F12)
    assert attempt.runner.snapshot.state.beam_since_ms is not None
    dressed.keyRelease(suite, Qt.Key.Key_F)


def test_one_waits_beside_the_syringe_and_beside_the_generator(
    dressed: QtBot, suite: SuiteScreen, attempt: StandInAttempt
) -> None:
    card = suite.instrument
    for page in ("page_syringe", "page_generator"):
        suite.acts[page]()
        press(dressed, card.waits["wait_60"])
    waited = [each.seconds for each in attempt.runner.sent if isinstance(each, Wait)]
    assert waited == [60, 60]
    suite.acts["page_needle"]()
    assert not card.waits["wait_60"].isVisible()


def test_forceps_breath_hub_and_the_next_needle_have_buttons_that_show_how_things_stand(
    dressed: QtBot, suite: SuiteScreen, attempt: StandInAttempt
) -> None:
    buttons = suite.instrument.buttons
    suite.acts["pointer_head"]()
    for name in ("take", "grip_lock", "hub_on", "advance", "advance", "holder", "breath"):
        press(dressed, buttons[name])
    suite.hand.flush()
    suite.presenter.tick()
    dressed.waitUntil(lambda: buttons["holder"].isChecked() and buttons["breath"].isChecked())
    state = attempt.runner.snapshot.state
    assert state.holder and state.breath_held_ms is not None
    assert state.needle.notch_mdeg != 0
    press(dressed, buttons["leave"])
    assert attempt.runner.snapshot.state.needle is None
    press(dressed, buttons["take_up"])
    assert attempt.runner.snapshot.state.needle is not None


def test_everything_can_always_be_pressed(suite: SuiteScreen) -> None:
    """Nothing greyed out tells what comes next."""
    tables = (
        (suite.folder.topics, CASE_TOPICS),
        (suite.folder.points, POINTS),
        (suite.folder.reasons, REASONS),
        (suite.room.acts, ACTS),
        (suite.room.questions, QUESTIONS),
        (suite.room.words, WORDS),
        (suite.room.responses, RESPONSES),
    )
    for buttons, table in tables:
        assert set(buttons) == set(table)
        assert all(button.isEnabled() for button in buttons.values())


def test_a_sheet_gives_the_keyboard_back(
    dressed: QtBot, suite: SuiteScreen, attempt: StandInAttempt
) -> None:
    dressed.keyClick(suite, Qt.Key.Key_F12)
    suite.folder.put_away()
    dressed.keyClick(suite, Qt.Key.Key_S)
    assert attempt.runner.snapshot.state.exposures == 1


SPOKEN = [
    (ActDone(0, "pad", "thigh"), "Return pad: thigh."),
    (Asked(0, "pain"), "You: Does anything hurt?"),
    (Told(0, "done"), "You: We are done."),
    (PatientSaid(0, "cough", "x"), "Patient: (coughs)"),
    (PatientSaid(0, "silent", "x"), "[does not answer"),
    (Responded(0, "oxygen", True), "Oxygen."),
    (Aspirated(0, "blood"), "Plunger back: blood."),
    (Injected(0, "lidocaine-1", 300, 0, False, "planes", (), ()), "0.3 mL of lidocaine-1 is in."),
    (GeneratorFault(0, "pad", 9999), "The generator stops by itself: return pad."),
    (LesionStarted(0, 240, 1), "Heat is on."),
    (Waited(0, 60_000), "60 seconds pass."),
    (CaseDecided(0, "decline"), "Decided: decline."),
    (ImageSaved(0, "depth", 7), "Picture 7 is kept: depth."),
    (BlockJudged(0, "lidocaine-1", 90, 2), "Diary: 90 % better for 2 hours."),
]


@pytest.mark.parametrize(("event", "words"), SPOKEN)
def test_what_happens_has_words(event: Event, words: str) -> None:
    assert said(event).startswith(words)


@pytest.mark.parametrize("right", [True, False])
def test_the_room_does_not_say_whether_an_answer_was_right(right: bool) -> None:
    assert said(Responded(0, "oxygen", right)) == "Oxygen."


def test_the_patient_is_heard(dressed: QtBot, suite: SuiteScreen) -> None:
    dressed.keyClick(suite, Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    press(dressed, suite.room._tabs[1])
    press(dressed, suite.room.questions["comfortable"])
    dressed.waitUntil(lambda: suite.bottom.voice.text().startswith("Patient:"))
