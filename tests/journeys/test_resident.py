"""A resident completes each of the three cases, with real clicks and keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from tests.journeys.resident import LATERAL_MDEG, Resident
from trainer.scoring.score import Score
from trainer.session.services import Services
from trainer.ui.suite_screen import SuiteScreen

SPACE = Qt.Key.Key_Space


def score_of(services: Services, path: Path) -> Score:
    from trainer.session.playing import score_file

    return score_file(services, path)


def test_the_c_arm_case_by_keyboard_alone(resident: Resident, services: Services) -> None:
    resident.choose("First corner", by_key=True)
    path = resident.attempt.path
    resident.key("turn_feet", 6)  # square the end plate
    resident.look(lambda: resident.key("spot"))
    declare_by_key(resident, "T7", "left")
    walk_pointer_by_key(resident)
    resident.look(lambda: resident.key("spot"))
    resident.key("mark")
    resident.key("take")
    grip_by_key(resident, lambda: aim_by_key(resident))
    resident.look(lambda: resident.key("spot"))
    while not bone_or_there(resident):
        grip_by_key(resident, lambda: resident.key("advance", 6))
        resident.look(lambda: resident.key("spot"))
    resident.key("turn_left_5", (LATERAL_MDEG - resident.state.oblique_mdeg) // 5000)
    resident.look(lambda: resident.key("spot"))
    resident.submit(by_key=True)
    score = score_of(services, path)
    assert score.complete
    assert score.passed, score
    assert "Passed" in all_text(resident)


def test_two_films_by_mouse_alone(resident: Resident, services: Services) -> None:
    resident.choose("Two films", by_key=False)
    path = resident.attempt.path
    suite = resident.suite
    resident.look(lambda: resident.click("spot"))
    resident.pick(suite.instrument.level, "T7")
    resident.pick(suite.instrument.side, "left")
    resident.click("declare")
    drag_pointer(resident)
    resident.click("mark")
    resident.click("take")
    resident.click("grip_lock")
    aim_by_drag(resident)
    resident.click("grip_lock")
    resident.look(lambda: resident.click("spot"))
    while resident.left_to_go_mm() > 0.5:
        resident.click("grip_lock")
        for _ in range(min(6, round(resident.left_to_go_mm()))):
            resident.click("advance")
        resident.click("grip_lock")
        resident.look(lambda: resident.click("spot"))
    resident.click("view_LAT")
    resident.look(lambda: resident.click("spot"))
    resident.submit(by_key=False)
    score = score_of(services, path)
    assert score.passed, score


def test_one_film_with_pedal_wheel_and_hub(resident: Resident, services: Services) -> None:
    resident.choose("One film", by_key=True)
    path = resident.attempt.path
    suite = resident.suite
    QTest.keyPress(suite, Qt.Key.Key_F)
    resident.wait(lambda: resident.shown >= 2)
    assert suite.live.state.name == "LIVE"
    QTest.keyRelease(suite, Qt.Key.Key_F)
    resident.wait(lambda: suite.live.state.name == "HELD")
    declare_by_key(resident, "T7", "left")
    drag_pointer(resident)
    resident.key("take")
    wheel(resident, suite, 3)  # nothing is gripped: no steel moves
    assert resident.state.needle is not None
    assert resident.state.needle.depth_um == 0
    QTest.keyPress(suite, SPACE)
    aim_by_key(resident)
    while resident.left_to_go_mm() > 0.6:
        if resident.bevel_leads_away():
            resident.key("hub_on", 12)  # half round
        wheel(resident, suite, 1)
    QTest.keyRelease(suite, SPACE)
    resident.look(lambda: resident.key("spot"))
    resident.submit(by_key=True)
    score = score_of(services, path)
    assert score.complete
    in_plane = next(metric for metric in score.metrics if metric.id == "in_plane_um")
    assert in_plane.value is not None
    assert in_plane.value < 1500


def test_an_attempt_that_was_left_goes_on_from_home(resident: Resident) -> None:
    resident.choose("One film", by_key=True)
    path = resident.attempt.path
    resident.look(lambda: resident.key("spot"))
    resident.key("home")
    resident.wait(lambda: resident.window.suite is None)
    unfinished = resident.window.home.unfinished
    resident.wait(lambda: unfinished.count() > 0 and not resident.window.jobs.busy)
    unfinished.setFocus()
    QTest.keyClick(unfinished, Qt.Key.Key_Return)
    resident.wait(lambda: resident.window.suite is not None)
    assert resident.attempt.path == path
    assert resident.state.exposures == 1
    resident.wait(lambda: resident.shown == 1)  # the monitor holds what it held


def test_the_report_can_be_saved_after_an_attempt(resident: Resident, tmp_path: Path) -> None:
    resident.choose("One film", by_key=True)
    resident.look(lambda: resident.key("spot"))
    resident.submit(by_key=True)
    report = tmp_path / "report.pdf"
    resident.window.navigation.save_report(report)
    resident.wait(report.exists)
    assert report.read_bytes().startswith(b"%PDF")


# What hands do ---------------------------------------------------------------------------------


def grip_by_key(resident: Resident, act: object) -> None:
    """Hold Space while doing something."""
    QTest.keyPress(resident.suite, SPACE)
    assert callable(act)
    act()
    assert resident.state.gripped
    QTest.keyRelease(resident.suite, SPACE)


def declare_by_key(resident: Resident, level: str, side: str) -> None:
    """Type into both choices, then declare."""
    card = resident.suite.instrument
    for combo, text in ((card.level, level), (card.side, side)):
        combo.setFocus()
        QTest.keyClicks(combo, text)
        assert combo.currentText() == text
    resident.suite.setFocus()
    resident.key("declare")
    assert resident.state.declared == (level, side)


def walk_pointer_by_key(resident: Resident) -> None:
    """Alt and arrows, until the pointer lies within a millimetre of the entry."""
    resident.key("pointer_left")
    x_um, z_um = resident.entry_um()
    pointer = resident.state.pointer_um
    assert pointer is not None
    left_mm, head_mm = round((x_um - pointer[0]) / 1000), round((z_um - pointer[2]) / 1000)
    resident.key("pointer_left" if left_mm > 0 else "pointer_right", abs(left_mm))
    resident.key("pointer_head" if head_mm > 0 else "pointer_feet", abs(head_mm))


def aim_by_key(resident: Resident) -> None:
    """I, J, K, L; fine with Shift, until the axis points at the target within 0.2 degrees."""
    for _ in range(8):
        right, down = resident.aim_error_deg()
        if max(abs(right), abs(down)) < 0.15:
            return
        step = 0.2 if max(abs(right), abs(down)) < 1.5 else 1.0
        fine = "_fine" if step < 1.0 else ""
        resident.key(f"tilt_{'right' if right > 0 else 'left'}{fine}", round(abs(right) / step))
        resident.key(f"tilt_{'down' if down > 0 else 'up'}{fine}", round(abs(down) / step))


def aim_by_drag(resident: Resident) -> None:
    """Drag on the held picture: 0.2 degrees a pixel."""
    for _ in range(6):
        right, down = resident.aim_error_deg()
        steps = [QPoint(round(right / 0.2), 0), QPoint(0, round(down / 0.2))]
        resident.drag(resident.suite.live, QPoint(280, 280), steps)


def drag_pointer(resident: Resident) -> None:
    """Drag the pointer over the back to the entry."""
    bedside = resident.suite.bedside
    x_um, z_um = resident.entry_um()
    end: QPointF = bedside.pixel_of((x_um / 1000.0, z_um / 1000.0))
    start = QPoint(20, bedside.height() - 20)
    way = QPoint(round(end.x()), round(end.y())) - start
    resident.drag(bedside, start, [way / 2, way - way / 2])
    pointer = resident.state.pointer_um
    assert pointer is not None
    assert abs(pointer[0] - x_um) + abs(pointer[2] - z_um) < 2000


def wheel(resident: Resident, suite: SuiteScreen, detents: int) -> None:
    """Roll down over the live monitor."""
    from PySide6.QtCore import QPoint as Point
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    middle = QPointF(suite.live.rect().center())
    for _ in range(detents):
        event = QWheelEvent(
            middle,
            QPointF(suite.live.mapToGlobal(middle.toPoint())),
            Point(0, 0),
            Point(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(suite.live, event)
    resident.state  # noqa: B018 - waits


def bone_or_there(resident: Resident) -> bool:
    needle = resident.state.needle
    assert needle is not None
    return needle.at_bone or resident.left_to_go_mm() < 0.5


def all_text(resident: Resident) -> str:
    from PySide6.QtWidgets import QLabel

    assert resident.window.debrief is not None
    return " ".join(label.text() for label in resident.window.debrief.findChildren(QLabel))
