"""From room to room, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import create_autospec

import pytest

from tests.ui.stand_ins import StandInPractice
from trainer.attempt.commands import OwnCall
from trainer.refusal import Refusal
from trainer.scoring.score import MarkedValue, Score
from trainer.ui.presenters.debrief import head_of
from trainer.ui.presenters.debrief_call import Said
from trainer.ui.presenters.home import INTENDED_USE
from trainer.ui.presenters.navigation import Navigation
from trainer.ui.presenters.window_view import WindowView

REFUSAL = Refusal("The scenario was not opened", "its patient is missing", "Import it again")


def at_once(work: Callable[[], Any], done: Callable[[Any], None], refused: Any) -> None:
    try:
        result = work()
    except Refusal as refusal:
        refused(refusal)
    else:
        done(result)


class Later:
    """Work that is done when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Any, Any, Any]] = []

    def __call__(self, work: Any, done: Any, refused: Any) -> None:
        self.waiting.append((work, done, refused))

    def finish(self) -> None:
        waiting, self.waiting = self.waiting, []
        for each in waiting:
            at_once(*each)


def a_score(**changes: Any) -> Score:
    facts: dict[str, Any] = {
        "scenario_id": "flat", "scenario_sha256": "0" * 64, "rubric_id": "r", "rubric_version": 1,
        "note": "n", "complete": True, "score": 713, "pass_mark": 700, "passed": True,
        "critical": (), "metrics": (MarkedValue("tip_to_target_um", 1, 3120, "um", 800, 30),),
    }  # fmt: skip
    return Score(**(facts | changes))


@pytest.fixture
def view() -> Any:
    return create_autospec(WindowView, instance=True)


@pytest.fixture
def practice() -> StandInPractice:
    return StandInPractice()


def test_home_shows_scenarios_and_what_was_begun(view: Any, practice: StandInPractice) -> None:
    Navigation(practice, view, at_once).go_home()
    home = view.show_home.call_args.args[0]
    assert [card.title for card in home.cards] == ["Title of flat", "Title of other"]
    told = home.unfinished[0].text
    assert told.startswith("Title: begun Jan 2")
    assert told.endswith(", 7 entries in its log")
    assert "UTC" not in told


def test_a_refusal_is_one_sentence_in_the_notice(view: Any) -> None:
    Navigation(StandInPractice(REFUSAL), view, at_once).start("flat")
    view.show_notice.assert_called_with(str(REFUSAL))
    view.show_suite.assert_not_called()
    assert view.show_busy.call_args.args == ("",)


def test_an_attempt_that_comes_after_cancel_is_closed(view: Any, practice: StandInPractice) -> None:
    later = Later()
    navigation = Navigation(practice, view, later)
    navigation.start("flat")
    navigation.cancel()
    later.finish()
    assert practice.opened[0].closed
    view.show_suite.assert_not_called()


def test_what_is_being_built_is_shown_while_somebody_waits(
    view: Any, practice: StandInPractice
) -> None:
    Navigation(practice, view, at_once).start("flat")
    view.show_progress.assert_called_once_with(0.5, "Bones")
    assert practice.stopped is False


def test_cancelling_stops_the_building_and_shows_no_more_of_it(
    view: Any, practice: StandInPractice
) -> None:
    later = Later()
    navigation = Navigation(practice, view, later)
    navigation.start("flat")
    navigation.cancel()
    later.finish()
    assert practice.stopped is True
    view.show_progress.assert_not_called()


def test_while_one_scenario_opens_a_second_start_does_nothing(
    view: Any, practice: StandInPractice
) -> None:
    later = Later()
    navigation = Navigation(practice, view, later)
    navigation.start("flat")
    navigation.start("other")
    assert len(later.waiting) == 1


def test_leaving_for_home_closes_the_attempt(view: Any, practice: StandInPractice) -> None:
    navigation = Navigation(practice, view, at_once)
    navigation.start("flat")
    navigation.go_home()
    assert practice.opened[0].closed
    view.leave_suite.assert_called_once_with()


def test_a_submitted_attempt_is_scored_and_its_report_can_be_saved(
    view: Any, practice: StandInPractice
) -> None:
    navigation = Navigation(practice, view, at_once)
    navigation.start("flat")
    navigation.finish()
    assert view.show_debrief.call_args.args[0].path == Path("stand-in.attempt")
    assert practice.opened[0].closed
    navigation.save_report(Path("r.pdf"))
    navigation.save_report(Path("tables.csv"))
    assert practice.reports == [(Path("stand-in.attempt"), Path("r.pdf"))]
    assert practice.exports == [(Path("stand-in.attempt"), Path("tables"))]


def test_nothing_is_revealed_before_the_own_call(view: Any, practice: StandInPractice) -> None:
    practice.asks_calls = True
    navigation = Navigation(practice, view, at_once)
    navigation.start("flat")
    navigation.finish()
    view.show_own_call.assert_called_once_with(practice.opened[0].header.targets)
    view.show_debrief.assert_not_called()
    assert not practice.opened[0].closed
    navigation.call([Said(1, "deep", 3_000, False, 80)])
    assert practice.opened[0].runner.sent[-1] == OwnCall(0, 1, "deep", 3_000, False, 80)
    view.show_debrief.assert_called_once()


def test_the_own_call_can_be_skipped(view: Any, practice: StandInPractice) -> None:
    practice.asks_calls = True
    navigation = Navigation(practice, view, at_once)
    navigation.start("flat")
    navigation.finish()
    navigation.skip_call()
    assert "OwnCall" not in practice.opened[0].runner.kinds()
    view.show_debrief.assert_called_once()


def test_leaving_the_own_call_closes_the_attempt(view: Any, practice: StandInPractice) -> None:
    practice.asks_calls = True
    navigation = Navigation(practice, view, at_once)
    navigation.start("flat")
    navigation.finish()
    navigation.go_home()
    assert practice.opened[0].closed
    view.show_debrief.assert_not_called()


def test_retry_opens_a_new_attempt_from_that_record(view: Any, practice: StandInPractice) -> None:
    navigation = Navigation(practice, view, at_once)
    navigation.start("flat")
    navigation.finish()
    navigation.retry(17)
    assert practice.retried == [(Path("stand-in.attempt"), 17)]
    assert len(practice.opened) == 2
    assert view.show_suite.call_count == 2


def test_again_opens_the_same_scenario(view: Any, practice: StandInPractice) -> None:
    navigation = Navigation(practice, view, at_once)
    navigation.start("flat")
    navigation.again()
    assert len(practice.opened) == 2


def test_the_head_says_that_it_is_provisional() -> None:
    head = head_of(a_score())
    assert (head.verdict, head.note) == ("Passed", "Provisional, not for decisions.")


def test_the_head_counts_what_weighed_most() -> None:
    from trainer.scoring.critical import Critical

    error = Critical("canal", 65_000, "the tip entered the canal")
    head = head_of(a_score(critical=(error,), passed=False))
    assert head.counts == "Critical errors: 1, major errors: 0"
    assert head.verdict == "Not passed"


def test_an_unsubmitted_attempt_says_so() -> None:
    assert "not submitted" in head_of(a_score(complete=False)).note


def test_the_line_of_intended_use_is_whole() -> None:
    for part in ("not for planning", "no validity evidence", "weaker than lumbar", "disputed"):
        assert part in INTENDED_USE
