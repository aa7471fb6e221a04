"""The dead-man beam in the real window: whatever takes the hand away ends it, and the log says why.

One attempt is enough: each case begins with a beam that is on and looks at what was recorded.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.journeys.resident import Resident
from trainer.attempt.beam import LATCH_MS
from trainer.attempt.events import BeamStarted, BeamStopped, Event

KEY, STATE = Qt.Key, Qt.ApplicationState
FIRST = "First corner"


def test_the_beam_drops_for_every_reason_and_the_log_keeps_it(resident: Resident) -> None:
    resident.choose(FIRST, by_key=False)
    stopped: list[str] = []
    resident.attempt.runner.listen(
        lambda snapshot: stopped.extend(
            event.reason for event in snapshot.events if isinstance(event, BeamStopped)
        )
    )

    def drops(reason: str, act: Callable[[], object]) -> None:
        resident.suite.setFocus()
        QTest.keyPress(resident.suite, KEY.Key_F)
        resident.wait(lambda: resident.suite.top.lamp.lit)
        act()
        resident.wait(lambda: not resident.suite.top.lamp.lit)
        QTest.keyRelease(resident.suite, KEY.Key_F)
        assert resident.state.beam_since_ms is None
        resident.wait(lambda: bool(stopped))  # told by the attempt's thread, after the screen
        assert stopped.pop() == reason
        assert stopped == []

    change = QApplication.instance().applicationStateChanged
    drops("released", lambda: QTest.keyRelease(resident.suite, KEY.Key_F))
    drops("focus", resident.suite.carm.oblique_edit.setFocus)
    drops("focus", lambda: other_window(resident))
    drops("focus", lambda: change.emit(STATE.ApplicationInactive))
    drops("lock", lambda: change.emit(STATE.ApplicationSuspended))
    drops("dialog", resident.suite.ask_submit)
    QTest.mouseClick(no_button(resident), Qt.MouseButton.LeftButton)
    drops("dialog", resident.window.show_keys)
    resident.window.findChild(QWidget, "key_list").close()
    drops("dialog", resident.suite.instrument.level.showPopup)
    resident.suite.instrument.level.hidePopup()
    latched_drops(resident, stopped)


def latched_drops(resident: Resident, stopped: list[str]) -> None:
    """A latched beam needs no hand and lasts 10 s.

    The list that was open a moment ago gives the focus back when it likes, and that drops a beam: a
    hand clicks until the window has it, and then presses.
    """
    resident.wait(lambda: QApplication.activePopupWidget() is None)
    resident.wait(lambda: has_focus(resident))
    beams: list[Event] = []
    resident.attempt.runner.listen(
        lambda snapshot: beams.extend(
            event for event in snapshot.events if isinstance(event, BeamStarted | BeamStopped)
        )
    )
    QTest.keyClick(resident.suite, KEY.Key_F, Qt.KeyboardModifier.ShiftModifier)
    resident.wait(lambda: resident.suite.top.lamp.lit)
    resident.wait(lambda: not resident.suite.top.lamp.lit)
    resident.wait(lambda: bool(stopped))
    assert stopped == ["latch"]
    began, ended = beams
    assert ended.t_ms - began.t_ms == LATCH_MS  # by the log, however late the screen heard of it


def has_focus(resident: Resident) -> bool:
    """Whether the suite has the focus; asks for it where something else has."""
    if not resident.suite.hasFocus():
        resident.window.activateWindow()
        resident.suite.setFocus()
    return resident.suite.hasFocus()


def other_window(resident: Resident) -> None:
    """Something else comes to the front, and goes again."""
    other = QWidget()
    other.show()
    other.activateWindow()
    resident.wait(lambda: not resident.window.isActiveWindow())
    resident.wait(lambda: resident.attempt.runner.snapshot.state.beam_since_ms is None)
    other.close()
    resident.window.activateWindow()
    resident.wait(resident.window.isActiveWindow)


def no_button(resident: Resident) -> QPushButton:
    button = resident.window.findChild(QPushButton, "answer_no")
    assert button is not None
    return button
