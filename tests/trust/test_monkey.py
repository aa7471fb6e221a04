"""Random hands at the window; and that they would notice if something were broken.

The patient is a flat back, so that no patient has to be built; `python -m tests.trust monkey
--long` sends 200,000 events at the real practice with its drills, debrief and progress.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.trust.monkey import Monkey, Report, Stop, desk, scenario
from tests.ui.rooms import memory_desk
from tests.ui.stand_ins import StandInPractice
from trainer.refusal import Refusal
from trainer.ui.bindings import use_keys
from trainer.ui.language import speak
from trainer.ui.presenters.pedal import HubGrip, Pedal
from trainer.ui.theme import dress

EVENTS = 720  # `--long` sends 200,000
STOPS = (
    scenario("flat"),
    desk("settings"),
    scenario("other"),
    desk("help"),
    scenario("flat"),
    lambda window: window.open(),
    desk("about"),
)


class FlatPractice(StandInPractice):
    """Has no patient to look into and no drills, and says so."""

    def look_inside(self, *_given: Any, **_named: Any) -> Any:
        raise Refusal("There is nothing inside", "the back is flat", "Open another scenario")

    def back(self, *_given: Any, **_named: Any) -> Any:
        raise Refusal("There is no step back", "the attempt is not recorded", "Go on here")

    def drill(self, *_given: Any, **_named: Any) -> Any:
        raise Refusal("There is no drill", "the back is flat", "Open a scenario")


@pytest.fixture(autouse=True)
def as_it_was(qtbot: QtBot) -> Iterator[None]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    yield
    use_keys({})
    speak(app, "en")
    dress(app)


def played(events: int, stops: tuple[Stop, ...], seed: int = 7) -> Report:
    hands = Monkey(FlatPractice(), memory_desk(), seed)
    try:
        return hands.run(events, stops)
    finally:
        hands.close()


def test_random_hands_find_nothing_wrong_on_any_screen() -> None:
    report = played(EVENTS, STOPS)
    assert report.problems == [], str(report)
    assert report.beams > 0, str(report)
    assert {"home", "suite"} < report.screens, str(report)


def held(key: Qt.Key) -> list[str]:
    """A key is pressed in the room and let go at the rest; what is found then."""
    hands = Monkey(FlatPractice(), memory_desk(), 7)
    try:
        hands._go(scenario("flat"))
        suite = hands._window.suite
        assert suite is not None
        for act in ("pointer_head", "take"):
            suite.acts[act]()
        suite.setFocus()
        hands._keys.append(key)
        QTest.keyPress(suite, key)
        hands._rest()
        hands._leave()
        return hands.report.problems
    finally:
        hands.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_Space])
def test_what_is_held_and_let_go_is_no_problem(key: Qt.Key) -> None:
    assert held(key) == []


def test_a_pedal_that_ignores_its_release_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pedal, "release", lambda _pedal, _source: None)
    assert any("beam is on and nobody" in problem for problem in held(Qt.Key.Key_F))


def test_a_hub_that_is_never_let_go_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(HubGrip, "release", lambda _grip, _source: None)
    monkeypatch.setattr(HubGrip, "drop", lambda _grip: None)
    assert any("gripped" in problem for problem in held(Qt.Key.Key_Space))
