"""Progress: what charts say, how a hand and a screen reader read them, what counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.session.made_facts import TODAY, drilled, made
from tests.ui.rooms import Rooms
from trainer.assessment.caveats import CAVEATS
from trainer.session.progress import Progress, Wanted, progress_of
from trainer.ui.presenters.progress import EVIDENCE, ChartShown, choices_of, curves_shown
from trainer.ui.presenters.progress_axes import nearest, numbers_to, ticks_to
from trainer.ui.presenters.progress_drills import drill_rows, next_words
from trainer.ui.progress_screen import ProgressScreen

LEFT = Qt.MouseButton.LeftButton
MANY = progress_of(
    [
        *(made(number) for number in range(14)),
        made(20, aided=True),
        made(21, undone=True),
        *(drilled("d01", day) for day in (1, 2, 3)),
    ],
    TODAY,
    unread=2,
)
NONE = progress_of((), TODAY)


def charts(progress: Progress = MANY, wanted: Wanted | None = None) -> dict[str, ChartShown]:
    shown = curves_shown(progress, wanted or Wanted())
    return {chart.id: chart for chart in shown.charts}


# --- words ---------------------------------------------------------------------------------------


def test_every_chart_states_n_its_parameters_and_what_it_does_not_prove() -> None:
    for chart in charts().values():
        assert chart.facts.startswith("n = 14.")
        assert chart.caveat in CAVEATS.values()
    assert "median of the last 5" in charts()["safety"].facts
    assert "AICc" in charts()["safety"].facts
    assert "limit 3.55 for 30 attempts" in charts()[EVIDENCE].facts


def test_few_attempts_get_no_curve_and_are_told_so() -> None:
    few = charts(progress_of([made(number) for number in range(6)], TODAY))
    assert few["safety"].curve == ()
    assert "No curve is fitted below 10 attempts" in few["safety"].facts
    assert few["safety"].caveat == CAVEATS["moving-median"]


def test_nothing_yet_is_said_and_not_drawn_as_nought() -> None:
    shown = curves_shown(NONE, Wanted())
    for chart in shown.charts:
        assert chart.points == ()
        assert chart.latest == "none yet"
        assert chart.facts.startswith("n = 0.")
    assert shown.evidence == "No attempt counts yet. For practice only."
    assert shown.counts == "0 attempts count"
    one = curves_shown(progress_of([made(1)], TODAY), Wanted())
    assert one.counts == "1 attempt counts"


def test_what_does_not_count_is_counted_with_its_reason() -> None:
    assert curves_shown(MANY, Wanted()).counts == (
        "14 attempts count  ·  not counted: with an aid: 1, taken back: 1  ·  "
        "files that cannot be judged: 2"
    )
    chosen = curves_shown(MANY, Wanted(procedure="placement"))
    assert "7 of them chosen" in chosen.counts
    assert {one.procedure for one in chosen.counted} == {"placement"}


def test_evidence_is_told_with_its_parameters_and_never_as_a_certificate() -> None:
    words = curves_shown(MANY, Wanted()).evidence.replace("\N{NO-BREAK SPACE}", " ")
    assert "12 of 14 attempts passed." in words
    assert "of 3.55: not enough yet" in words
    assert "4 % of those who fail in 30 % would reach it too" in words
    assert "72 % of those who fail in 10 %" in words
    assert words.endswith("For practice only.")
    assert "competent" not in words


def test_evidence_that_reached_the_limit_says_when_and_when_it_no_longer_holds() -> None:
    good = progress_of([made(number, passed=True) for number in range(31)], TODAY)
    words = curves_shown(good, Wanted()).evidence
    assert "reached 3.55 at attempt 15" in words
    assert "more than 30 attempts" in words


def test_drills_say_what_is_next() -> None:
    rows = {row.id: row for row in drill_rows(MANY)}
    assert len(rows) == 12
    assert (rows["d01"].state, rows["d01"].retest) == ("Mastered", "Due: 2026-09-11")
    assert rows["d02"].state == "Not tried"
    assert next_words(MANY).startswith("Re-test now: D1")
    early = replace(MANY, today=TODAY - 55)
    assert "on 2026-09-11, in 5 days" in next_words(early)
    assert next_words(NONE).startswith("No re-test is planned")


def test_a_failed_re_test_lapses_and_says_how_to_come_back() -> None:
    tries = [*(drilled("d01", day) for day in (1, 2, 3)), drilled("d01", 30, passed=False)]
    (row,) = (row for row in drill_rows(progress_of(tries, TODAY)) if row.id == "d01")
    assert row.state == "Lapsed at a re-test"
    assert "earned anew" in row.meaning


def test_filters_offer_what_is_there_in_anatomical_order() -> None:
    facts = [made(0, levels=("T10", "T2")), made(1, levels=("T9",))]
    assert [value for value, _ in choices_of(progress_of(facts, TODAY)).levels] == [
        "T2", "T9", "T10",
    ]  # fmt: skip


# --- axes ----------------------------------------------------------------------------------------


@settings(max_examples=80, deadline=None)
@given(st.floats(1e-6, 1e6))
def test_ticks_are_few_even_and_hold_the_value(top: float) -> None:
    ticks = ticks_to(top)
    assert ticks[0] == 0.0
    assert ticks[-1] >= top * (1 - 1e-6)
    assert 2 <= len(ticks) <= 6
    assert ticks[-2] < top
    steps = {round(b - a, 9) for a, b in pairwise(ticks)}
    assert max(steps) - min(steps) <= 1e-6 * top


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 3000))
def test_first_and_last_attempt_are_numbered_and_no_crowd_between(count: int) -> None:
    numbers = numbers_to(count)
    assert (numbers[0], numbers[-1]) == (1, count)
    assert len(numbers) <= 12
    assert list(numbers) == sorted(set(numbers))


def test_no_value_has_axes_too() -> None:
    assert ticks_to(0.0) == (0.0, 1.0)
    assert nearest([], 3.0) is None
    assert nearest([0.0, 10.0], 6.0) == 1


# --- the screen ----------------------------------------------------------------------------------


@pytest.fixture
def screen(dressed: QtBot) -> Iterator[ProgressScreen]:
    holder = QWidget()
    dressed.addWidget(holder)
    holder.resize(1280, 640)
    made_ = ProgressScreen(holder)
    made_.resize(1280, 640)
    made_.show_curves(MANY)
    with dressed.waitExposed(holder):
        holder.show()
    yield made_
    holder.close()


def test_arrows_read_every_attempt_aloud(screen: ProgressScreen, dressed: QtBot) -> None:
    screen.charts.setCurrentRow(1)
    screen.chart.setFocus()
    said = []
    for key in (Qt.Key.Key_Home, *[Qt.Key.Key_Right] * 13):
        QTest.keyClick(screen.chart, key)
        said.append(screen.chart.accessibleDescription())
    assert len(set(said)) == 14
    assert said[0].startswith("Attempt 1 of 14: 2026-09-01, Title of RF: 30;")
    assert "critical" in said[0]
    assert screen.text_of("pointed") == said[-1]
    QTest.keyClick(screen.chart, Qt.Key.Key_Right)
    assert screen.chart.cursor_at == 13  # the last one stays
    QTest.keyClick(screen.chart, Qt.Key.Key_Escape)
    assert screen.chart.accessibleDescription() == ""
    assert "Arrow keys" in screen.text_of("pointed")


def test_the_pointer_reads_the_nearest_attempt(screen: ProgressScreen, dressed: QtBot) -> None:
    QTest.mouseMove(screen.chart, QPoint(screen.chart.width() - 20, 40))
    assert screen.chart.cursor_at == 13
    QTest.mouseMove(screen.chart, QPoint(50, 40))
    assert screen.chart.cursor_at == 0


def test_the_table_holds_the_numbers_of_the_chart(screen: ProgressScreen, dressed: QtBot) -> None:
    QTest.mouseClick(screen.buttons["progress_table"], LEFT)
    assert screen.attempts.isVisible()
    assert not screen.chart.isVisible()
    chart = charts()["score"]
    table: Any = screen.attempts
    assert table.rowCount() == len(chart.points)
    for row, point in enumerate(chart.points):
        assert table.item(row, 3).text() == point.shown
        assert table.item(row, 1).text() == point.day
    QTest.mouseClick(screen.buttons["progress_table"], LEFT)
    assert screen.chart.isVisible()


def test_a_filter_changes_every_chart_and_keeps_the_one_that_is_read(
    screen: ProgressScreen,
) -> None:
    screen.charts.setCurrentRow(2)
    level = screen.choices["level"]
    level.setCurrentIndex(level.findData("T8"))
    level.activated.emit(level.currentIndex())
    assert screen.charts.currentRow() == 2
    assert screen.text_of("heading") == "Effect"
    assert screen.text_of("facts").startswith("n = 7.")
    assert "of 7 attempts passed" in screen.text_of("evidence")


def test_export_hands_over_what_is_shown_and_nothing_where_nothing_is(
    screen: ProgressScreen, dressed: QtBot
) -> None:
    with dressed.waitSignal(screen.export) as told:
        screen.ask_export()
    assert told.args is not None
    assert len(told.args[0]) == 14
    screen.show_curves(NONE)
    assert not screen.buttons["progress_export"].isEnabled()
    with dressed.assertNotEmitted(screen.export):
        screen.ask_export()


def _ink(screen: ProgressScreen) -> QImage:
    return screen.chart.grab().toImage()


def test_passed_failed_and_critical_differ_without_colour(
    screen: ProgressScreen, dressed: QtBot
) -> None:
    pictures = []
    for passed, critical in ((True, 0), (False, 0), (False, 1)):
        one = progress_of([made(5, passed=passed, critical=critical)], TODAY)
        screen.show_curves(one)
        grey = _ink(screen).convertToFormat(QImage.Format.Format_Grayscale8)
        pictures.append(bytes(grey.constBits()))
    assert len(set(pictures)) == 3


def test_one_attempt_and_none_are_drawn_without_a_fault(screen: ProgressScreen) -> None:
    for progress in (NONE, progress_of([made(1)], TODAY)):
        screen.show_curves(progress)
        for row in range(screen.charts.count()):
            screen.charts.setCurrentRow(row)
            assert not _ink(screen).isNull()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_from_home_to_progress_to_a_saved_table_and_back(dressed: QtBot, tmp_path: Path) -> None:
    with Rooms(dressed) as rooms:
        window = rooms.window
        QTest.mouseClick(window.home.buttons["progress"], LEFT)
        dressed.waitUntil(lambda: window.at == "progress")
        screen = window.progress
        dressed.waitUntil(screen.chart.isVisible)
        QTest.keyClick(screen.charts, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        assert screen.attempts.isVisible()
        QTest.keyClick(screen.charts, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        dialog = window.findChild(QFileDialog, "save_progress")
        assert dialog is not None
        dialog.fileSelected.emit(str(tmp_path / "progress.csv"))
        dialog.close()
        dressed.waitUntil(lambda: "progress.csv" in window.notice.sentence)
        (saved,) = window.navigation._practice.tables
        assert (saved[0].name, len(saved[1])) == ("progress.csv", 12)
        QTest.mouseClick(screen.buttons["home"], LEFT)
        dressed.waitUntil(lambda: window.at == "home")
