"""Names that are kept too long: asked about, and erased by nothing but a yes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.stand_in_exam import StandInExamDesk
from trainer.session.retention import Overdue
from trainer.ui.exam.screen import ExamScreen
from trainer.ui.presenters.exam import ExamOpened
from trainer.ui.question import Question

LATE = tuple(Overdue(f"p-{n}", ("spring-1",), date(2026, 1, 2)) for n in range(9))


def at_once(work: Callable[[], Any], done: Callable[[Any], None], _refused: Any) -> None:
    done(work())


def test_only_a_yes_erases_and_enter_and_esc_are_none(qtbot: QtBot) -> None:
    desk = StandInExamDesk()
    window = QWidget()
    what = ExamOpened(desk, desk.sessions(), "desk-1", LATE)  # type: ignore[arg-type]
    screen = ExamScreen(what, at_once, window)
    qtbot.addWidget(window)
    said: list[str] = []
    screen.told.connect(said.append)
    window.show()

    def asked() -> Question:
        screen.ask_overdue()
        found: list[Question] = [one for one in screen.findChildren(Question) if one.isVisible()]
        return found[0]

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        question = asked()
        qtbot.keyClick(question, key)
        qtbot.waitUntil(lambda: not screen.findChildren(Question))
        assert (desk.forgotten, said) == ((), [])
    question = asked()
    words = " ".join(one.text() for one in question.findChildren(QLabel))
    assert max(map(len, words.split("\n"))) < 120  # it is a question, not a banner
    assert "p-7" in words and "p-8" not in words and "1 more" in words and "2026-01-02" in words
    qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    assert desk.forgotten == LATE
    assert said == ["9 names were erased."]


def test_where_nobody_is_overdue_nothing_is_asked(qtbot: QtBot) -> None:
    desk = StandInExamDesk()
    screen = ExamScreen(ExamOpened(desk, desk.sessions(), "desk-1"), at_once)  # type: ignore[arg-type]
    qtbot.addWidget(screen)
    screen.ask_overdue()
    assert not screen.findChildren(Question)
