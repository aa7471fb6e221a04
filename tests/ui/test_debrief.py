"""The debrief and the own call before it: presenters without Qt, screens with clicks and keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import create_autospec

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QTextBrowser
from pytestqt.qtbot import QtBot

from tests.scoring.attempts import careful, log_of, reckless
from tests.ui.stand_ins import StandInRoom
from trainer.attempt.own_call import DIRECTIONS as KNOWN
from trainer.imaging.styles import Style
from trainer.scenario.tables import DRILL_IDS
from trainer.scoring.debrief.advice_by_error import ERROR_ADVICE
from trainer.scoring.debrief.advice_by_metric import METRIC_ADVICE
from trainer.scoring.debrief.drill_for import BY_ID, BY_THEME, drill_for
from trainer.scoring.debrief.ribbon import Break
from trainer.scoring.errors import ERRORS
from trainer.scoring.metrics import METRICS
from trainer.ui.debrief_call_screen import DebriefCallScreen
from trainer.ui.debrief_screen import DebriefScreen
from trainer.ui.language import speak
from trainer.ui.presenters.debrief import DebriefPresenter, DebriefView, head_of
from trainer.ui.presenters.debrief_call import CallPresenter, CallView, Said
from trainer.ui.presenters.debrief_pages import Ink, pages_of
from trainer.ui.presenters.debrief_pictures import Drawer, Shown, Wanted
from trainer.ui.presenters.debrief_ribbon import RibbonLayout, seen_at, stops_of
from trainer.ui.presenters.debrief_words import DIRECTIONS
from trainer.ui.presenters.outline import place_on

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
LEFT = Qt.MouseButton.LeftButton
INK = Ink("#888888", "#444444", "#5AA9F0")
ROOM = StandInRoom()


@pytest.fixture
def view() -> Any:
    return create_autospec(DebriefView, instance=True)


def opened(view: Any, room: StandInRoom = ROOM) -> tuple[DebriefPresenter, list[Wanted]]:
    asked: list[Wanted] = []
    presenter = DebriefPresenter(room, view, asked.append)
    presenter.open(INK)
    return presenter, asked


# Which drill -------------------------------------------------------------------------------------


def test_every_line_of_the_drill_table_names_what_there_is() -> None:
    assert set(BY_ID) <= set(METRICS) | set(ERRORS)
    advice = (*METRIC_ADVICE.values(), *ERROR_ADVICE.values())
    assert set(BY_THEME) <= {one.theme for one in advice}
    assert {*BY_ID.values(), *BY_THEME.values()} <= set(DRILL_IDS)


def test_a_blind_advance_is_drilled_down_to_bone_and_a_consent_by_nothing() -> None:
    assert drill_for("blind_advance_um") == "d08"
    assert drill_for("consent_permille") == ""


# The ribbon --------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(
    width=st.integers(400, 2500),
    breaks=st.lists(st.integers(0, 17_000), max_size=4, unique=True),
    times=st.lists(st.integers(0, 18_000), min_size=2, max_size=6),
)
def test_time_runs_to_the_right_and_back_again(
    width: int, breaks: list[int], times: list[int]
) -> None:
    found = tuple(Break(t_ms, 60_000) for t_ms in sorted(breaks))
    ribbon = replace(ROOM.debrief.ribbon, breaks=found)
    layout = RibbonLayout(ribbon, (), width, 200)
    places = [layout.x(t_ms) for t_ms in sorted(times)]
    assert places == sorted(places)
    px_ms = ribbon.end_ms / 300
    for t_ms in times:
        if t_ms <= ribbon.end_ms:
            assert abs(layout.t_ms(layout.x(t_ms)) - t_ms) <= px_ms


def test_the_arrow_keys_go_through_every_picture_and_act() -> None:
    stops = stops_of(ROOM.debrief.ribbon, ROOM.debrief.moments)
    assert {tick.t_ms for tick in ROOM.debrief.ribbon.ticks} <= set(stops)
    assert list(stops) == sorted(set(stops))
    first = ROOM.debrief.ribbon.ticks[0]
    assert seen_at(ROOM.debrief.ribbon, first.t_ms - 1) == 0
    assert seen_at(ROOM.debrief.ribbon, first.t_ms) == first.number


def test_a_long_blind_run_is_hatched_and_the_hazard_lettered() -> None:
    shown = RibbonLayout(ROOM.debrief.ribbon, ROOM.debrief.moments, 900, 150).shown()
    assert shown.lanes[0].hatched
    assert "X" in {mark.letter for mark in shown.marks}
    assert any(tick.hand for tick in shown.ticks)
    assert {box.shade for box in shown.lanes[0].shades} & {0, 1}


# The presenter -----------------------------------------------------------------------------------


def test_the_verdict_says_that_it_is_provisional(view: Any) -> None:
    opened(view)
    head = view.show_head.call_args.args[0]
    assert head.verdict == "Not passed"
    assert head.note == "Provisional, not for decisions."
    assert f"Critical errors: {len(ROOM.debrief.score.critical)}," in head.counts


def test_an_unsubmitted_attempt_says_so() -> None:
    assert "not submitted" in head_of(replace(ROOM.debrief.score, complete=False)).note


def test_three_cards_and_the_first_is_looked_at(view: Any) -> None:
    presenter, asked = opened(view)
    cards = view.show_cards.call_args.args[0]
    assert len(cards) == len(ROOM.debrief.moments) <= 3
    choice = view.show_choice.call_args.args[0]
    assert choice.card == 1
    first = ROOM.debrief.moments[0]
    assert asked[0] == Wanted("own", first.exposure, first.t_ms)
    with_needle = next(n for n, one in enumerate(ROOM.debrief.moments, 1) if one.truth)
    presenter.choose(with_needle)
    assert "Truth: the tip was" in view.show_choice.call_args.args[0].story


def test_a_time_shows_the_picture_that_was_seen_then(view: Any) -> None:
    presenter, asked = opened(view)
    last = ROOM.debrief.ribbon.ticks[-1]
    presenter.look_at(last.t_ms + 1)
    assert asked[-1] == Wanted("own", last.number, last.t_ms + 1)
    assert view.show_choice.call_args.args[0].card == 0
    presenter.look_at(0)
    assert view.show_picture.call_args_list[-2].args[:2] == ("own", None)


def test_pictures_come_one_after_the_other_and_only_what_is_looked_at_is_shown(view: Any) -> None:
    presenter, asked = opened(view)
    drawer = Drawer(ROOM)
    first = asked[-1]
    presenter.choose(2)
    view.show_picture.reset_mock()
    presenter.drawn(first, drawer.drawn(first))
    assert all(call.args[1] is None for call in view.show_picture.call_args_list)
    while presenter.missing:
        presenter.drawn(asked[-1], drawer.drawn(asked[-1]))
    shown = view.show_picture.call_args.args[1]
    assert shown.exposed.number == ROOM.debrief.moments[1].exposure
    assert "has no inside" in view.show_inside.call_args.args[1]


def test_the_truth_over_a_picture_has_nerve_target_and_tip() -> None:
    room = StandInRoom()
    x_um, y_um, z_um = room.header.targets[0].point_um
    nerve = tuple((x_um, y_um, z_um + step) for step in (-6_000, 0, 6_000))
    target = replace(room.header.targets[0], nerve_um=nerve)
    room.header = replace(room.header, targets=(target,))
    drawn = Drawer(room).drawn(Wanted("own", 1))
    assert isinstance(drawn, Shown)
    assert [style.value for style in drawn.truth.styles] == ["nerve"]
    ((_, line, closed),) = drawn.truth.lines
    assert not closed
    assert line[1] == pytest.approx(drawn.truth.targets[0])
    assert drawn.truth.tips


def test_a_needle_that_moved_since_the_picture_is_drawn_where_it_stood_then() -> None:
    room = StandInRoom()
    drawer = Drawer(room)
    shot = room.picture("own", 1).exposed
    taken = drawer.drawn(Wanted("own", 1, shot.t_ms))
    still = drawer.drawn(Wanted("own", 1, shot.t_ms + 5))
    room.steel_at = lambda _t_ms: (np.array([[31.0, 60.0, 15.0], [31.0, 20.0, 15.0]]),)
    moved = drawer.drawn(Wanted("own", 1, shot.t_ms + 5))
    assert isinstance(taken, Shown) and isinstance(still, Shown) and isinstance(moved, Shown)
    assert taken.truth == still.truth and not still.truth.moved
    assert moved.truth.moved and moved.truth.tips == (place_on(shot, (31_000, 20_000, 15_000)),)
    ((_, line, _),) = (one for one in moved.truth.lines if one[0] is Style.NEEDLE)
    assert line[-1] == moved.truth.tips[0] != taken.truth.tips[0]
    assert room.asked == [("own", 1), ("own", 1)]  # here and once for all three


def test_retry_goes_before_the_moment_or_after_the_time(view: Any) -> None:
    presenter, _ = opened(view)
    assert presenter.retry_seq == ROOM.debrief.moments[0].seq
    presenter.look_at(ROOM.debrief.ribbon.ticks[0].t_ms + 1)
    assert presenter.retry_seq == ROOM.seq_after(ROOM.debrief.ribbon.ticks[0].t_ms + 1)


def test_a_good_attempt_has_nothing_to_frighten(view: Any) -> None:
    room = StandInRoom(log=log_of(careful()))
    opened(view, room)
    pages = view.show_pages.call_args.args[0]
    assert "No critical error." in pages.errors
    assert {moment.kind for moment in room.debrief.moments} <= {"good", "loss", "major"}


# The pages ---------------------------------------------------------------------------------------


def test_each_change_says_what_was_done_risked_and_to_do() -> None:
    pages = pages_of(ROOM.debrief, ROOM.explained, INK)
    assert pages.changes.count("You did") == len(ROOM.debrief.changes) > 0
    assert pages.changes.count("It risked") == pages.changes.count("You did")
    assert "Source:" in pages.changes


def test_after_the_changes_stands_what_the_author_says_of_the_case() -> None:
    told = pages_of(ROOM.debrief, ROOM.explained, INK, teaching="Tilt <first>,\nthen aim.\n\nLook.")
    changes, _, about = told.changes.partition("About this case")
    assert "It risked" in changes
    assert "Tilt &lt;first&gt;, then aim.</p>" in about
    assert "Look.</p>" in about
    assert "About this case" not in pages_of(ROOM.debrief, ROOM.explained, INK).changes


def test_the_authors_pictures_are_shown_with_the_words(qtbot: QtBot, tmp_path: Path) -> None:
    drawing = QImage(40, 20, QImage.Format.Format_RGB32)
    drawing.fill(Qt.GlobalColor.red)
    drawing.save(str(tmp_path / "corner.png"))
    html = pages_of(ROOM.debrief, ROOM.explained, INK, beside=[tmp_path / "corner.png"]).changes
    page = QTextBrowser()
    qtbot.addWidget(page)
    page.setHtml(html[html.index("About this case") :])
    page.resize(400, 300)
    page.show()
    assert page.grab().toImage().pixelColor(100, 60) == QColor(Qt.GlobalColor.red)


def test_the_screen_shows_what_the_author_says() -> None:
    view = create_autospec(DebriefView, instance=True)
    DebriefPresenter(ROOM, view, lambda _: None).write(INK)
    assert ROOM.teaching in view.show_pages.call_args.args[0].changes


def test_the_score_card_has_every_weighed_metric_and_opens_its_formula() -> None:
    closed = pages_of(ROOM.debrief, ROOM.explained, INK).card
    for one in ROOM.explained:
        assert f"how:{one.marked.id}" in closed
    name = ROOM.explained[0].marked.id
    opened_card = pages_of(ROOM.debrief, ROOM.explained, INK, frozenset({name})).card
    assert METRICS[name].citation[:12].replace("'", "") in opened_card.replace("&#x27;", "")
    assert len(opened_card) > len(closed)


def test_critical_acts_stand_with_time_and_jump() -> None:
    page = pages_of(ROOM.debrief, ROOM.explained, INK).errors
    for error in ROOM.debrief.score.critical:
        assert f":{error.t_ms}" in page


# The own call ------------------------------------------------------------------------------------


def test_every_direction_of_the_log_can_be_said() -> None:
    assert set(DIRECTIONS) == set(KNOWN)


def test_nothing_is_told_before_everything_is_said() -> None:
    view: Any = create_autospec(CallView, instance=True)
    presenter = CallPresenter(ROOM.header.targets, view)
    presenter.open()
    assert presenter.said == ()
    assert view.show_ready.call_args.args[0] is False
    for row in presenter.rows:
        presenter.say_direction(row.target, "deep")
        presenter.say_off(row.target, 4)
        presenter.say_safe(row.target, False)
        presenter.say_sure(row.target, 85)
    assert {one[1:] for one in presenter.said} == {("deep", 4_000, False, 85)}
    assert view.show_ready.call_args.args == (True, "")


def test_on_target_is_nothing_off() -> None:
    presenter = CallPresenter(ROOM.header.targets[:1], create_autospec(CallView, instance=True))
    presenter.say_direction(1, "on-target")
    presenter.say_safe(1, True)
    (said,) = presenter.said
    assert said.off_um == 0


def test_the_own_call_by_mouse(dressed: Any) -> None:
    page = DebriefCallScreen(ROOM.header.targets[:1])
    dressed.addWidget(page)
    page.resize(1280, 640)
    page.show()
    assert not page.tell_button.isEnabled()
    card = page.cards[1]
    dressed.mouseClick(card.directions["short"], LEFT)
    dressed.mouseClick(card.safe[True], LEFT)
    with dressed.waitSignal(page.told) as told:
        dressed.mouseClick(page.tell_button, LEFT)
    assert told.args[0] == (Said(1, "short", 3_000, True, 70),)


def test_the_own_call_by_keyboard(dressed: Any) -> None:
    page = DebriefCallScreen(ROOM.header.targets[:1])
    dressed.addWidget(page)
    page.show()
    card = page.cards[1]
    card.directions["deep"].setFocus()
    dressed.keyClick(card.directions["deep"], Qt.Key.Key_Return)
    dressed.keyClick(card.off, Qt.Key.Key_Right)
    dressed.keyClick(card.safe[False], Qt.Key.Key_Space)
    dressed.keyClick(card.sure, Qt.Key.Key_Right)
    with dressed.waitSignal(page.told) as told:
        page.tell_button.setFocus()
        dressed.keyClick(page.tell_button, Qt.Key.Key_Return)
    assert told.args[0] == (Said(1, "deep", 4_000, False, 75),)


# The screen --------------------------------------------------------------------------------------


@pytest.fixture
def screen(dressed: Any) -> Any:
    made = DebriefScreen(StandInRoom(log=log_of(reckless())))
    dressed.addWidget(made)
    made.resize(1280, 640)
    made.show()
    dressed.waitUntil(lambda: made.is_drawn)
    yield made
    made.leave()


def test_a_card_a_number_key_and_a_click_on_the_ribbon_choose(screen: Any, dressed: Any) -> None:
    dressed.mouseClick(screen.cards[1], LEFT)
    assert screen.cards[1].isChecked()
    assert not screen.cards[0].isChecked()
    dressed.keyClick(screen, Qt.Key.Key_1)
    assert screen.cards[0].isChecked()
    tick = screen.presenter.attempt.debrief.ribbon.ticks[-1]
    at = QPoint(round(screen.ribbon.x_of(tick.t_ms)) + 9, 90)
    dressed.mouseClick(screen.ribbon, LEFT, pos=at)
    dressed.waitUntil(lambda: screen.is_drawn)
    assert screen.seen.shown.exposed.number == tick.number


def test_the_arrows_walk_along_the_ribbon(screen: Any, dressed: Any) -> None:
    dressed.keyClick(screen.ribbon, Qt.Key.Key_Home)
    assert screen.seen.shown is None
    assert screen.seen.note
    for _ in range(3):
        dressed.keyClick(screen.ribbon, Qt.Key.Key_Right)
    dressed.waitUntil(lambda: screen.is_drawn)
    assert screen.seen.shown is not None


def test_a_link_of_a_page_jumps_and_opens(screen: Any, dressed: Any) -> None:
    error = screen.presenter.attempt.debrief.score.critical[0]
    screen.presenter.follow(f"jump:0:{error.t_ms}")
    assert f"{error.t_ms // 60_000}:{error.t_ms % 60_000 // 1000:02d}" in screen.text_of("title")
    before = len(screen.pages["card"].toPlainText())
    screen.presenter.follow("how:tip_to_target_um")
    assert len(screen.pages["card"].toPlainText()) > before


def test_what_is_looked_at_offers_its_drill_and_its_retry(screen: Any) -> None:
    assert screen.presenter.drill in DRILL_IDS
    assert screen.buttons["drill_this"].isEnabled()
    assert "just before" in screen.buttons["retry"].toolTip()


@pytest.mark.parametrize("size", [(1280, 640), (1920, 1080)])
def test_pictures_are_square_and_the_ribbon_keeps_its_room(
    screen: Any, dressed: Any, size: tuple[int, int]
) -> None:
    screen.resize(*size)
    dressed.wait(20)
    assert screen.ribbon.height() >= 132
    for picture in (screen.seen, screen.truth):
        assert min(picture.width(), picture.height()) >= 250
    assert screen.pages["changes"].width() >= 300


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_verdict_and_its_standing_are_whole_on_the_smallest_window(
    dressed: Any, language: str
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    speak(app, language)
    score = replace(ROOM.debrief.score, complete=False)
    room = StandInRoom(log=log_of(reckless()))
    room.debrief = replace(room.debrief, score=score)
    made = DebriefScreen(room)
    dressed.addWidget(made)
    try:
        made.resize(1280, 640)
        made.show()
        QApplication.processEvents()
        note = made.labels["note"]
        assert note.height() >= note.heightForWidth(note.width())
        for name in ("headline", "verdict", "counts"):
            label = made.labels[name]
            assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width(), name
    finally:
        made.leave()
        speak(app, "en")
