"""Attempt, own call, debrief, retry from here, drill this: with real clicks and keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.journeys.resident import LEFT, Resident
from trainer.attempt.events import OwnCallMade
from trainer.session.services import Services
from trainer.ui.debrief_screen import DebriefScreen


def debrief(resident: Resident) -> DebriefScreen:
    screen = resident.window.debrief
    assert screen is not None
    return screen


def test_from_the_own_call_to_the_drill_that_trains_the_worst(
    resident: Resident, services: Services
) -> None:
    resident.choose("One film", by_key=True)
    first = resident.attempt.path
    resident.look(lambda: resident.key("spot"))
    resident.key("pointer_right_10")
    resident.key("mark")
    resident.key("take")
    assert resident.state.needle is not None
    QTest.keyPress(resident.suite, Qt.Key.Key_Space)
    resident.key("advance", 20)
    QTest.keyRelease(resident.suite, Qt.Key.Key_Space)
    resident.look(lambda: resident.key("spot"))
    resident.submit(by_key=True, calls=False)

    resident.wait(lambda: resident.window.own_call is not None)
    page = resident.window.own_call
    assert page is not None
    card = page.cards[1]
    QTest.mouseClick(card.directions["lateral"], LEFT)
    QTest.mouseClick(card.safe[True], LEFT)
    QTest.mouseClick(page.tell_button, LEFT)

    resident.wait(lambda: resident.window.debrief is not None)
    screen = debrief(resident)
    assert screen.text_of("verdict") == "Not passed"
    resident.wait(lambda: screen.is_drawn)
    log = services.attempts.load(first)
    assert log.sealed
    (said,) = (event for event in log.events if isinstance(event, OwnCallMade))
    assert (said.direction, said.safe) == ("lateral", True)
    assert "lateral" in screen.pages["call"].toPlainText()
    QTest.keyClick(screen.ribbon, Qt.Key.Key_End)
    resident.wait(lambda: screen.is_drawn and screen.seen.shown is not None)

    QTest.mouseClick(screen.buttons["retry"], LEFT)
    resident.wait(lambda: resident.window.suite is not None)
    parent = resident.attempt.header.parent
    assert parent is not None
    assert parent[0] == log.head
    assert resident.state.needle is not None
    assert resident.state.exposures == 2
    resident.submit(by_key=False)

    drill = debrief(resident).presenter.drill
    assert drill
    QTest.mouseClick(debrief(resident).buttons["drill_this"], LEFT)
    resident.wait(lambda: resident.window.suite is not None)
    assert resident.attempt.header.drill is not None
    assert resident.attempt.header.drill.id == drill
