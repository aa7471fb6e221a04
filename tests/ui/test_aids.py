"""Practice aids in the suite: each has its own switch and its own sight, and all are in the log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.attempt.worlds import WORLD
from tests.ui.stand_ins import StandInAttempt
from tests.ui.test_suite_screen import beam_on, opened
from trainer.attempt.commands import SetAid
from trainer.attempt.training import AIDS
from trainer.imaging.styles import Style
from trainer.session.aids import Offer
from trainer.ui.aid_overlay import AidOverlay
from trainer.ui.suite_screen import SuiteScreen

LEFT = Qt.MouseButton.LeftButton
TARGET_UM = (4_000, -20_000, 3_000)  # within the picture of the flat back
NERVE_UM = ((0, -22_000, 3_000), (4_000, -22_000, 3_000), (8_000, -22_000, 3_000))
SEEN = ("target", "danger", "best_view", "distance", "steps")


@pytest.fixture
def suite(dressed: QtBot) -> Iterator[SuiteScreen]:
    attempt = StandInAttempt(replace(WORLD, aids=True))
    target = replace(attempt.header.targets[0], point_um=TARGET_UM, nerve_um=NERVE_UM)
    attempt.header.targets, attempt.header.tolerance_um = (target,), 3_000
    attempt.scenario.procedure = "placement"
    attempt.offer = Offer(tuple(AIDS), True, 0)
    yield from opened(dressed, attempt)


def sights(overlay: AidOverlay) -> set[str]:
    """Which aids lie over the picture, told by what is drawn."""
    lines = overlay._lines
    styles = {style for style, drawn in lines.lines if any(len(one) > 1 for one in drawn)}
    starts = {"View:": "best_view", "Tip to": "distance", "Next:": "steps"}
    said = {name for start, name in starts.items() if any(w.startswith(start) for w in lines.words)}
    return said | ({"target"} if lines.rings else set()) | ({"danger"} if styles else set())


def switched(suite: SuiteScreen, qtbot: QtBot, name: str) -> AidOverlay:
    """Clicked, and the screen has heard of it."""
    qtbot.mouseClick(suite.aids.sheet.switches[name], LEFT)
    on = suite._attempt.runner.snapshot.state.aids
    qtbot.waitUntil(lambda: suite.aids._told == on)
    return suite.aids._overlays[suite.live]


def pictured(suite: SuiteScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(suite, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: suite.live.picture is not None)
    qtbot.keyClick(suite, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert suite.aids.sheet.isVisible()


def test_each_aid_is_switched_alone_shows_its_own_and_is_recorded(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    pictured(suite, qtbot)
    assert set(suite.aids.sheet.switches) == {*SEEN, "pause"}
    assert not suite.aids._overlays[suite.live].isVisible()
    for name in SEEN:
        overlay = switched(suite, qtbot, name)
        assert (overlay.isVisible(), sights(overlay)) == (True, {name})
        assert suite._attempt.runner.snapshot.state.aids == (name,)
        assert not switched(suite, qtbot, name).isVisible()
        assert sights(overlay) == set()
    runner: Any = suite._attempt.runner
    told = [(c.aid, c.on) for c in runner.sent if isinstance(c, SetAid)]
    assert told == [(name, on) for name in SEEN for on in (True, False)]


def test_the_danger_overlay_has_the_nerve_and_every_hazard_of_the_patient(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    pictured(suite, qtbot)
    styles = {style for style, _ in switched(suite, qtbot, "danger")._lines.lines}
    assert styles == {Style.NERVE, *(Style(name) for name, _ in WORLD.hazards)}


def test_the_guide_says_the_view_until_one_stands_in_it(suite: SuiteScreen, qtbot: QtBot) -> None:
    pictured(suite, qtbot)
    before = switched(suite, qtbot, "best_view")._lines.words
    assert before == ("View: the end plate is one line here",)
    for _ in range(2):
        qtbot.keyClick(suite, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    suite.hand.flush()
    assert suite._attempt.runner.snapshot.state.oblique_mdeg
    qtbot.waitUntil(lambda: suite.aids._overlays[suite.live]._lines.words != before)


def test_a_pause_stops_the_hand_and_ends_by_the_same_switch(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    pictured(suite, qtbot)
    switched(suite, qtbot, "pause")
    qtbot.keyPress(suite, Qt.Key.Key_F)
    assert not beam_on(suite)
    qtbot.keyRelease(suite, Qt.Key.Key_F)
    switched(suite, qtbot, "pause")
    qtbot.keyPress(suite, Qt.Key.Key_F)
    assert beam_on(suite)
    qtbot.keyRelease(suite, Qt.Key.Key_F)


def test_the_way_back_is_asked_for_by_button_and_by_key(suite: SuiteScreen, qtbot: QtBot) -> None:
    pictured(suite, qtbot)
    with qtbot.waitSignal(suite.back_wanted):
        qtbot.mouseClick(suite.aids.sheet.back_button, LEFT)
    with qtbot.waitSignal(suite.back_wanted):
        qtbot.keyClick(suite, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
