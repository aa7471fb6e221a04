"""Random hands at the window; and that they would notice if something were broken.

The patient is a flat back, so that no patient has to be built; HANDS=20000 makes the first test
longer. `python -m tests.trust monkey --long` sends 200,000 events at the real practice.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.attempt.test_training import DRILL, TASK
from tests.trust.monkey import Monkey
from tests.trust.monkey_report import Report
from tests.trust.monkey_stops import Stop, at_the_needle, desk, drill, scenario, submitted, way
from tests.trust.patience import until
from tests.ui.rooms import memory_desk
from tests.ui.stand_in_exam import StandInExamDesk, StandInExamRoom, StandInStation
from tests.ui.stand_ins import StandInAttempt, StandInPractice, film_attempt
from tests.ui.test_anatomy import inside
from trainer.assessment.mastery import mastery_of
from trainer.attempt.commands import Submit
from trainer.attempt.hand import NO_GRIP
from trainer.refusal import Refusal
from trainer.scoring.drills.outcome import Outcome
from trainer.scoring.drills.result import DrillResult
from trainer.session.studio.workbench import Workbench
from trainer.ui.bindings import use_keys
from trainer.ui.exam_places import StationOpened
from trainer.ui.language import speak
from trainer.ui.places import PLACES
from trainer.ui.presenters.pedal import HubGrip, Pedal
from trainer.ui.presenters.window_view import opened
from trainer.ui.question import Question
from trainer.ui.suite_screen import SuiteScreen
from trainer.ui.theme import dress

EVENTS = int(os.environ.get("HANDS", "20000"))


def arrive(window: Any, place: str) -> Any:
    window.navigation.go(place)
    until(lambda: window.at == place)
    return window.places[place].screen


def bench(window: Any) -> None:
    """A forked case in the studio; its patient is not built."""
    window.navigation.fork("rf-t7-8")
    until(lambda: window.at == "studio" and window.places["studio"].screen.bench is not None)
    window.places["studio"].screen.bench.rail.turn_to("story")


def exam_wall(window: Any) -> None:
    screen = arrive(window, "exam")
    screen.front.enter_button.click()
    until(lambda: screen.wall is not None)
    screen.unlock("ex-T7")


def exam_station(window: Any) -> None:
    exam_wall(window)
    screen, station = window.places["exam"].screen, StandInStation()
    ready = opened(station.live)  # type: ignore[arg-type]
    what: Any = StationOpened(station, ready, "T7", screen)  # type: ignore[arg-type]
    window.show_place("exam_station", what)


def paper(window: Any) -> None:
    arrive(window, "marking").begin("ABCD", "T7")


STOPS = (
    at_the_needle("flat"),
    desk("settings"),
    scenario("film"),
    submitted("calls"),
    desk("help"),
    at_the_needle("calls"),
    drill("d05"),
    lambda window: window.navigation.look_inside("flat"),
    submitted("flat"),
    lambda window: window.open(),
    drill("judged"),
    desk("about"),
    bench,
    exam_wall,
    exam_station,
    paper,
    way("cohort"),
    way("progress"),
)


def refused(*_given: Any, **_named: Any) -> Any:
    raise Refusal("This was not done", "the session is in memory only", "Go on here")


class FlatRoom(StandInExamRoom):
    """A session; what it cannot do it refuses, as the real one may."""

    def __getattr__(self, _name: str) -> Any:
        return refused


class FlatExams(StandInExamDesk):
    """One session, and nothing else that can be opened."""

    def enter(self, _session_id: str) -> FlatRoom:
        return FlatRoom(self.commands)

    def __getattr__(self, _name: str) -> Any:
        return refused


class FlatPractice(StandInPractice):
    """Flat patients, one of them known from films; a drill, an inside, a debrief: all at hand."""

    def start(self, scenario_id: str, *given: Any, **named: Any) -> StandInAttempt:
        if scenario_id == "film":
            self.opened.append(film_attempt())
            return self.opened[-1]
        self.asks_calls = scenario_id == "calls"
        return super().start(scenario_id, *given, **named)

    def look_inside(self, *_given: Any, **_named: Any) -> Any:
        return inside()

    def back(self, *_given: Any, **_named: Any) -> Any:
        raise Refusal("There is no step back", "the attempt is not recorded", "Go on here")

    def drill(self, name: str, *_given: Any, **_named: Any) -> StandInAttempt:
        attempt = StandInAttempt(DRILL)
        attempt.header.drill = replace(TASK, id="d05")
        if name == "judged":
            attempt.runner.send(Submit)
        return attempt

    @property
    def exams(self) -> Any:
        return FlatExams()

    def drill_result(self, _path: Path) -> Any:
        return DrillResult(
            "d02", Outcome("pass", (("angle_mdeg", 1500), ("shots", 2))), True
        ), mastery_of(())


@pytest.fixture(autouse=True)
def as_it_was(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(Workbench, "build_patient", refused)  # a patient takes seconds
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    yield
    use_keys({})
    speak(app, "en")
    dress(app)


def played(
    events: int, stops: tuple[Stop, ...] = STOPS, seed: int = 7, *, until_problem: bool = False
) -> Report:
    hands = Monkey(FlatPractice(), memory_desk(), seed)
    try:
        return hands.run(events, stops, until_problem=until_problem)
    finally:
        hands.close()


@pytest.mark.timeout(900)  # a busy machine may take its time
def test_random_hands_find_nothing_wrong_on_any_screen() -> None:
    report = played(EVENTS)
    print(report)
    assert report.problems == [], str(report)
    assert min(report.beams, report.grips, report.moves) > EVENTS // 1_000, str(report)
    places = {"home", *PLACES}
    dialogs = {"settings", "help", "about", "question", "key_list"}
    assert places | dialogs <= report.screens, str(report)


def held(key: Qt.Key) -> list[str]:
    """A key is pressed in the room and let go at the rest; what is found then."""
    hands = Monkey(FlatPractice(), memory_desk(), 7)
    try:
        hands._go(at_the_needle("flat"))
        suite = hands._window.suite
        assert suite is not None
        suite.setFocus()
        hands.hands.keys.append(key)
        QTest.keyPress(suite, key)
        hands._rest()
        hands._leave()
        return hands.report.problems
    finally:
        hands.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_Space])
def test_what_is_held_and_let_go_is_no_problem(key: Qt.Key) -> None:
    assert held(key) == []


# Broken builds: each breaks one promise, and random hands must find it ----------------------------

Break = Callable[[pytest.MonkeyPatch], None]


def pedal_stays_down(build: pytest.MonkeyPatch) -> None:
    build.setattr(Pedal, "release", lambda _pedal, _source: None)


def hub_stays_gripped(build: pytest.MonkeyPatch) -> None:
    build.setattr(HubGrip, "release", lambda _grip, _source: None)
    build.setattr(HubGrip, "drop", lambda _grip: None)


def steel_needs_no_grip(build: pytest.MonkeyPatch) -> None:
    """Neither the hand nor `decide` looks."""
    build.setattr(HubGrip, "held", property(lambda _grip: True))
    build.setattr(
        "trainer.attempt.push.gripped_needle", lambda moment: moment.state.needle or NO_GRIP
    )


def question_ignores_escape(build: pytest.MonkeyPatch) -> None:
    build.setattr(Question, "keyPressEvent", lambda _question, event: event.accept())


def a_rare_key_raises(build: pytest.MonkeyPatch) -> None:
    whole = SuiteScreen.keyPressEvent

    def broken(suite: SuiteScreen, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F9:
            raise ZeroDivisionError("of the broken build")
        whole(suite, event)

    build.setattr(SuiteScreen, "keyPressEvent", broken)


@pytest.mark.parametrize(
    ("broken", "noticed"),
    [
        (pedal_stays_down, "the beam is on and"),
        (hub_stays_gripped, "the hub is gripped and"),
        (steel_needs_no_grip, "steel moved without a grip"),
        (question_ignores_escape, "a dialog cannot be closed by Esc"),
        (a_rare_key_raises, "ZeroDivisionError"),
    ],
)
def test_random_hands_find_what_a_broken_build_does(
    broken: Break, noticed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(monkeypatch)
    report = played(24_000, (at_the_needle("flat"), at_the_needle("calls")), until_problem=True)
    assert any(noticed in problem for problem in report.problems), str(report)
