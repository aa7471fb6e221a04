"""No exam widget's text or state depends on what is hidden, or on what would be right next.

Two candidates do the same, act by act, in worlds that differ in the truth alone: where the target
and its nerve lie, which level bears the true landmarks, which decision on the case is right. After
every act all that the two screens show and allow is the same.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import zip_longest
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.stand_in_exam import (
    SITTING,
    StandInExamDesk,
    StandInExamRoom,
    StandInStation,
    definition,
    exam_attempt,
)
from tests.ui.stand_ins import StandInAttempt
from trainer.attempt.header import Target
from trainer.scenario.case_words import Decision
from trainer.scenario.story import Story
from trainer.ui import suite_screen
from trainer.ui.exam.desk import CandidateDesk
from trainer.ui.exam.station import StationParts
from trainer.ui.exam.wall import ExamWall
from trainer.ui.presenters.exam_acts import Hand
from trainer.ui.presenters.exam_candidate import candidate_shown
from trainer.ui.presenters.window_view import opened
from trainer.ui.suite_screen import SuiteScreen

ACTS_DONE = 14
# They open a window of their own, or end the station: nothing of the room is shown by them.
ASIDE = {"submit", "detach_live", "detach_reference", "monitors"}
TRUTH = Target(
    "T7-T8", "T6-mb", "T7", "left", "chua-bogduk-1995", (31_417, -47_113, 26_897),
    nerve_um=((30_000, -47_000, 20_000), (33_000, -47_000, 30_000)),
)  # fmt: skip
MIRRORED = replace(
    TRUTH, point_um=(-31_417, -47_113, 26_897), nerve_um=((-30_000, -47_000, 20_000),)
)
ONE_LEVEL_DOWN = replace(TRUTH, point_um=(31_417, -47_113, -5_000), nerve_um=())
STORY = Story(history="A patient with pain beside the spine.", decision=Decision.PROCEED)
OTHERS: dict[str, dict[str, Any]] = {
    "mirrored target": {"targets": (MIRRORED,)},
    "another level and another decision are right": {
        "targets": (ONE_LEVEL_DOWN,),
        "landmarks_um": {"T7": (0, -40_000, -5_000)},
        "right": Decision.DECLINE,
    },
}


def facts(screen: QWidget) -> Iterator[tuple[object, ...]]:
    """All that a widget says, and whether it can be seen and used, in the order of the tree."""
    for part in (screen, *screen.findChildren(QWidget)):
        yield (
            type(part).__name__,
            part.objectName(),
            part.toolTip(),
            part.statusTip(),
            part.whatsThis(),
            part.accessibleName(),
            part.accessibleDescription(),
            part.isEnabled(),
            part.isVisibleTo(screen),
            part.focusPolicy().name,
            *_said(part),
        )


def _said(part: QWidget) -> tuple[object, ...]:
    if isinstance(part, QAbstractButton):
        return part.text(), part.isChecked(), part.icon().isNull()
    if isinstance(part, QLabel | QLineEdit):
        return (part.text(),)
    if isinstance(part, QPlainTextEdit):
        return (part.toPlainText(),)
    if isinstance(part, QComboBox):
        return (part.currentText(), *(part.itemText(at) for at in range(part.count())))
    if isinstance(part, QMenu):
        return tuple((each.text(), each.isEnabled(), each.isVisible()) for each in part.actions())
    if isinstance(part, QListWidget):
        return (part.currentRow(), *(part.item(at).text() for at in range(part.count())))
    if isinstance(part, QTableWidget):
        cells = (part.item(r, k) for r in range(part.rowCount()) for k in range(part.columnCount()))
        return tuple("" if cell is None else cell.text() for cell in cells)
    return ()


class Seat:
    """A candidate at a station."""

    def __init__(self, qtbot: QtBot, right: Decision = Decision.PROCEED, **hidden: Any) -> None:
        attempt = exam_attempt(**{"targets": (TRUTH,), **hidden})
        told = STORY.model_copy(update={"decision": right})
        attempt.scenario = SimpleNamespace(**{**vars(attempt.scenario), "story": told})
        self.attempt: StandInAttempt = attempt
        self.suite: Any = SuiteScreen(opened(attempt))  # type: ignore[arg-type]
        qtbot.addWidget(self.suite)
        self.suite.resize(1280, 640)
        station: Any = StandInStation(attempt)
        self.parts = StationParts(station, "Station 1 of 2", self.suite)
        self.suite.show()
        self.suite._timer.stop()

    def drawn(self) -> bool:
        picture = self.suite.live.picture
        return bool(self.suite.exposures == (0 if picture is None else picture.number))

    def act(self, name: str) -> None:
        self.attempt.runner.pass_time(400)
        self.suite.acts[name]()
        self.suite.hand.flush()

    def leave(self) -> None:
        self.parts.stop()
        self.suite.bridge.close()


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both look at the same clock."""
    monkeypatch.setattr(suite_screen, "time", SimpleNamespace(monotonic=lambda: 5.0))


def all_do_the_same(qtbot: QtBot, seats: list[Seat], seed: int) -> Iterator[str]:
    """The name of each act, once everybody has done it and all is drawn."""
    chance = random.Random(seed)
    names = sorted(set(seats[0].suite.acts) - ASIDE)
    assert all(names == sorted(set(seat.suite.acts) - ASIDE) for seat in seats)
    yield "before"
    first = ["spot", "mark", "take", "grip_lock", "advance", "advance", "spot", "declare"]
    first += ["case_folder", "room_sheet", "put_down", "page_syringe", "page_generator"]
    for name in (*first, *chance.choices(names, k=ACTS_DONE)):
        for seat in seats:
            seat.act(name)
        qtbot.waitUntil(lambda: all(seat.drawn() for seat in seats))
        QApplication.processEvents()
        yield name


def in_time_the_same(
    qtbot: QtBot, one: Seat, other: Seat, within_ms: int = 10_000
) -> list[tuple[object, object]]:
    """What differs for longer than one acts after the other: a lamp goes out by the real clock."""
    pairs: list[tuple[object, object]] = []

    def same() -> bool:
        ours, theirs = list(facts(one.suite)), list(facts(other.suite))
        pairs[:] = [(a, b) for a, b in zip_longest(ours, theirs) if a != b]
        return not pairs

    with suppress(qtbot.TimeoutError):
        qtbot.waitUntil(same, timeout=within_ms)
    return pairs


@pytest.mark.usefixtures("still", "dressed")
def test_at_a_station_nothing_shows_or_allows_what_is_hidden(qtbot: QtBot) -> None:
    one, others = Seat(qtbot), {name: Seat(qtbot, **hidden) for name, hidden in OTHERS.items()}
    seats, seen = [one, *others.values()], set()
    for act in all_do_the_same(qtbot, seats, seed=11):
        for name, other in others.items():
            differing = in_time_the_same(qtbot, one, other)
            assert not differing, (act, name, differing)
        seen.add(tuple(facts(one.suite)))
    assert len(seen) > 12  # many states, and not one over and over
    for seat in seats:
        seat.leave()


def _tells(seat: Seat) -> str:
    return "left" if seat.attempt.header.targets[0].point_um[0] > 0 else "right"


Undo = Callable[[], object]


def _a_label(seat: Seat) -> Undo:
    made = QLabel(_tells(seat), seat.suite)
    return lambda: made.setParent(None)


def _a_tooltip(seat: Seat) -> Undo:
    seat.suite.bottom.setToolTip(_tells(seat))
    return lambda: seat.suite.bottom.setToolTip("")


def _a_spoken_name(seat: Seat) -> Undo:
    before = seat.suite.live.accessibleName()
    seat.suite.live.setAccessibleName(_tells(seat))
    return lambda: seat.suite.live.setAccessibleName(before)


def _greyed_out(seat: Seat) -> Undo:
    button = seat.suite.bottom.buttons["keep"]
    button.setEnabled(_tells(seat) == "left")
    return lambda: button.setEnabled(True)


def _hidden_away(seat: Seat) -> Undo:
    seat.suite.bottom.voice.setVisible(_tells(seat) == "left")
    return lambda: seat.suite.bottom.voice.setVisible(True)


LEAKS = (_a_label, _a_tooltip, _a_spoken_name, _greyed_out, _hidden_away)


@pytest.mark.usefixtures("still", "dressed")
def test_a_screen_that_leaks_is_caught(qtbot: QtBot) -> None:
    one, other = Seat(qtbot), Seat(qtbot, targets=(MIRRORED,))
    for leak in LEAKS:
        assert tuple(facts(one.suite)) == tuple(facts(other.suite))
        undone = [leak(seat) for seat in (one, other)]
        assert in_time_the_same(qtbot, one, other, within_ms=100), leak.__name__
        for undo in undone:
            undo()
    for seat in (one, other):
        seat.leave()


@pytest.mark.usefixtures("dressed")
def test_in_an_exam_there_are_no_aids_and_no_way_back(qtbot: QtBot) -> None:
    seat = Seat(qtbot)
    assert not {"aids", "back_step"} & set(seat.suite.acts)
    assert "Title C" in seat.suite.top.case.whole
    assert "Flat back" not in "".join(str(fact) for fact in facts(seat.suite))
    seat.leave()


@pytest.mark.usefixtures("dressed")
def test_another_program_in_front_is_noted_once_each_time(qtbot: QtBot) -> None:
    """Alt+Tab cannot be prevented here: it is told to the invigilator."""
    seat = Seat(qtbot)
    station: Any = seat.parts.station
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    active, away = Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive
    seat.parts.application_is(active)
    for state in (away, Qt.ApplicationState.ApplicationHidden, active, away):
        app.applicationStateChanged.emit(state)
    assert station.times_left == 2
    seat.parts.stop()
    for state in (active, away):
        app.applicationStateChanged.emit(state)
    assert station.times_left == 2, "a suite that is gone notes nothing"
    seat.leave()


@pytest.mark.usefixtures("dressed")
def test_between_stations_everything_follows_from_the_session_alone(qtbot: QtBot) -> None:
    """Other cases, other truths, the same commands: the same pages, act by act."""
    rooms = [
        StandInExamRoom((), exam)
        for exam in (definition("rf-t7-8", "rf-t5-6"), definition("mbb-t6-7", "find-t7", seed=9))
    ]
    walls: list[ExamWall] = []
    desks = [CandidateDesk() for _ in rooms]
    pages = set()
    for command in SITTING:
        shown = []
        for room, desk in zip(rooms, desks, strict=True):
            room.do(command)
            desk.show_candidate(candidate_shown(room.definition, room.state, "T7-a"))
            shown.append(tuple(facts(desk)))
            pages.add(desk.pages.currentIndex())
        assert shown[0] == shown[1], command
    assert pages == set(range(6))
    for room in rooms:
        walls.append(ExamWall(Hand(desk=StandInExamDesk(), room=room, by="ex-T7")))  # type: ignore[arg-type]
    assert tuple(facts(walls[0])) == tuple(facts(walls[1]))
    for made in (*walls, *desks):
        qtbot.addWidget(made)
