"""First start: the first minute, a placement; one drill to mastery; real clicks and keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.resident import LEFT, Resident
from trainer.app.wiring import wired
from trainer.attempt.steel import notch_toward
from trainer.session.practice import Practice
from trainer.session.services import Services
from trainer.storage.folders import Folders, user_folders
from trainer.ui.main_window import MainWindow
from trainer.ui.theme import dress

SPACE = Qt.Key.Key_Space


class Calendar:
    """A wall clock that a test can turn: a minute later at each look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

    def __call__(self) -> str:
        self.now += timedelta(minutes=1)
        return self.now.strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def newcomer(
    qtbot: QtBot, services: Services, calendar: Calendar, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Resident]:
    """The program as it is on its first start: nothing was ever practised."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    own = wired(Folders(tmp_path_factory.mktemp("first"), user_folders().cache))
    window = MainWindow(Practice(own, calendar))
    window.resize(1280, 640)
    window.show()
    window.open()
    yield Resident(qtbot, window)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def card_says(resident: Resident) -> str:
    assert resident.suite.drill is not None
    return resident.suite.drill.card._place.text()


def open_next(resident: Resident) -> None:
    """Start what Home recommends."""
    home = resident.window.home
    resident.wait(lambda: home.cards.count() > 0 and not resident.window.jobs.busy)
    QTest.mouseClick(home.buttons["start_next"], LEFT)
    resident._wait_for_suite()


def held(resident: Resident, act: object) -> None:
    QTest.keyPress(resident.suite, SPACE)
    assert callable(act)
    act()
    assert resident.state.gripped
    QTest.keyRelease(resident.suite, SPACE)


def make_it_a_dot(resident: Resident) -> None:
    """I J K L until the shaft lies in the beam through its tip."""
    for _ in range(8):
        needle, shot = resident.state.needle, resident.state.held
        assert needle is not None
        assert shot is not None
        way = np.array(needle.tip_um, float) / 1000.0 - resident._source_mm()
        miss = way / np.linalg.norm(way) + np.array(needle.axis_e9) / 1e9
        right = float(np.degrees(miss @ np.array(shot.right_e9) / 1e9))
        down = float(np.degrees(miss @ np.array(shot.down_e9) / 1e9))
        if max(abs(right), abs(down)) < 0.5:
            return
        held(resident, lambda: _tilted(resident, right, down))  # noqa: B023 - called at once


def _tilted(resident: Resident, right: float, down: float) -> None:
    resident.key("tilt_right" if right > 0 else "tilt_left", round(abs(right)))
    resident.key("tilt_down" if down > 0 else "tilt_up", round(abs(down)))


def to_bone(resident: Resident) -> None:
    """Wheel by keys, the bevel turned now and then so that it does not lead the tip away."""
    for _ in range(60):
        needle = resident.state.needle
        assert needle is not None
        if needle.at_bone:
            return
        if float(np.array(needle.axis_e9) @ notch_toward(needle)) > 1e9 or _ % 4 == 3:
            held(resident, lambda: resident.key("hub_on", 12))
        held(resident, lambda: resident.key("advance", 2))


def test_first_start_first_minute_then_home_recommends_on(newcomer: Resident) -> None:
    open_next(newcomer)
    assert newcomer.suite.drill is not None
    assert card_says(newcomer) == "1 / 6"
    QTest.keyPress(newcomer.suite, Qt.Key.Key_F)
    newcomer.wait(lambda: newcomer.shown >= 1)
    QTest.keyRelease(newcomer.suite, Qt.Key.Key_F)
    newcomer.wait(lambda: card_says(newcomer) == "2 / 6")
    newcomer.key("turn_feet", 6)
    newcomer.look(lambda: newcomer.key("spot"))
    newcomer.wait(lambda: card_says(newcomer) == "3 / 6")
    make_it_a_dot(newcomer)
    newcomer.look(lambda: newcomer.key("spot"))
    newcomer.wait(lambda: card_says(newcomer) == "4 / 6")
    to_bone(newcomer)
    newcomer.wait(lambda: card_says(newcomer) == "5 / 6")
    newcomer.key("turn_left_5", 18)
    newcomer.look(lambda: newcomer.key("spot"))
    newcomer.wait(lambda: card_says(newcomer) == "6 / 6")
    QTest.mouseClick(newcomer.suite.drill.card.done, LEFT)  # reveal
    newcomer.wait(lambda: "target" in newcomer.state.aids)
    newcomer.wait(lambda: bool(newcomer.suite.aids._overlays[newcomer.suite.live]._lines.rings))
    QTest.mouseClick(newcomer.suite.drill.card.done, LEFT)
    newcomer.wait(lambda: newcomer.window.drill_result is not None)
    result = newcomer.window.drill_result
    assert newcomer.window.suite is None and result is not None
    assert "mm" in result.labels["number"].text()
    newcomer.wait(lambda: result.solid is not None and result.solid.is_drawn)  # where it ended
    QTest.mouseClick(result.home_button, LEFT)
    home = newcomer.window.home
    newcomer.wait(lambda: home.isVisible() and not newcomer.window.jobs.busy)
    assert home._next is not None
    assert not home._next.drill  # after a drill a whole case: the scored placement
    open_next(newcomer)
    newcomer.look(lambda: newcomer.key("spot"))
    newcomer.submit(by_key=True)
    assert newcomer.window.debrief is not None
    assert newcomer.window.debrief.text_of("verdict") == "Not passed"


def test_escape_leaves_the_first_minute(newcomer: Resident) -> None:
    newcomer.wait(lambda: newcomer.window.home.cards.count() > 0)
    newcomer.window.home.setFocus()
    newcomer.key("first_minute")
    newcomer._wait_for_suite()
    QTest.keyClick(newcomer.suite, Qt.Key.Key_Escape)
    newcomer.wait(lambda: newcomer.window.suite is None and newcomer.window.home.isVisible())


def square(resident: Resident) -> None:
    """D2 as a good eye does it: tilt to the plate, one picture, done."""
    marks, level = resident.attempt.header.landmarks_um, resident.target.bone
    ends = ("left", "right", "front", "back")
    left, right, front, back = (np.array(marks[f"{level}.upper_plate_{e}"], float) for e in ends)
    normal = np.cross(left - right, front - back)
    wanted = float(np.degrees(np.arctan(-normal[1] / normal[2])))
    steps = round(wanted - resident.state.tilt_mdeg / 1000.0)
    resident.key("turn_head" if steps > 0 else "turn_feet", abs(steps))
    resident.look(lambda: resident.key("spot"))
    assert resident.suite.drill is not None
    QTest.mouseClick(resident.suite.drill.card.done, LEFT)
    resident.wait(lambda: resident.window.suite is None)


def test_one_drill_to_mastery_on_two_patients_and_two_days(
    newcomer: Resident, calendar: Calendar
) -> None:
    window, home = newcomer.window, newcomer.window.home
    newcomer.wait(lambda: home.drills.count() == 12)
    home.drills.setFocus()
    QTest.keyClick(home.drills, Qt.Key.Key_Down)
    QTest.keyClick(home.drills, Qt.Key.Key_Return)
    newcomer._wait_for_suite()
    said = []
    patients = set()
    for again in range(3):
        patients.add(newcomer.attempt.header.provenance.patient_sha256)
        square(newcomer)
        newcomer.wait(lambda: window.drill_result is not None)
        result = window.drill_result
        assert result is not None
        labels = result.labels
        assert "Passed" in labels["verdict"].text(), labels["sentence"].text()
        said.append(labels["mastery"].text())
        if again == 1:
            calendar.now += timedelta(days=1)
        if again < 2:
            QTest.mouseClick(result.again_button, LEFT)
            newcomer._wait_for_suite()
    assert len(patients) == 2
    assert "1 of 3" in said[0]
    assert "2 of 3" in said[1]
    assert said[2].startswith("Mastered")
    QTest.mouseClick(newcomer.window.places["drill_result"].screen.home_button, LEFT)
    newcomer.wait(lambda: home.isVisible() and not window.jobs.busy)
    assert "1 of 12 drills mastered" in home._progress.text()
