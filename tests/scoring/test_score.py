"""The score: its total, its verdict, its document, and what it refuses."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scoring.attempts import (
    Hand,
    careful,
    film_header,
    header,
    log_of,
    one_film,
    only,
    reckless,
    rubric,
    scenario,
    scored,
)
from trainer.attempt.events import NotPossible
from trainer.refusal import ExitCode, Refusal
from trainer.scenario.canonical import from_document
from trainer.scenario.rubric import Rubric
from trainer.scoring.rubric import rubric_problems
from trainer.scoring.score import MarkedValue, score, total_of

MARKS = st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 100)), max_size=20)


def marked(pairs) -> tuple[MarkedValue, ...]:
    return tuple(MarkedValue("x", 1, 0, "1", mark, weight) for mark, weight in pairs)


@given(MARKS)
def test_the_total_lies_between_the_worst_and_the_best_mark(pairs):
    total = total_of(marked(pairs))
    weighed = [mark for mark, weight in pairs if weight]
    assert total == 0 if not weighed else min(weighed) <= total <= max(weighed)


@given(MARKS, st.integers(0, 1000), st.integers(1, 100))
def test_a_better_mark_never_lowers_the_total(pairs, mark, weight):
    worse = total_of(marked([*pairs, (mark, weight)]))
    assert worse <= total_of(marked([*pairs, (1000, weight)]))


def test_the_scenarios_of_these_tests_are_scenarios():
    assert from_document(scenario()).id == "by-hand"
    assert from_document(film_header().scenario).id == "by-hand"


def test_a_careful_attempt_passes_with_full_marks():
    found = scored(careful())
    assert (found.score, found.passed, found.complete, found.critical) == (1000, True, True, ())


def test_a_reckless_attempt_fails_and_says_why():
    found = scored(reckless())
    assert not found.passed
    assert [error.id for error in found.critical] == [
        "wrong_side",
        "hazard_entered",
        "no_depth_view",
    ]
    assert found.score < 400


def test_one_critical_error_fails_a_full_mark():
    events = careful()
    entered = Hand(events=events[:-1]).enter().events
    lenient = header(scenario(only("tip_to_target_um", 3_000, 8_000, critical=["hazard_entered"])))
    found = scored([*entered, replace(events[-1], t_ms=10**6)], lenient)
    assert (found.score, found.passed) == (1000, False)


@pytest.mark.parametrize(("pass_mark", "passed"), [(1000, True), (0, True)])
def test_at_the_pass_mark_is_over_it(pass_mark, passed):
    assert scored(careful(), header(scenario(rubric(pass_mark=pass_mark)))).passed is passed


def test_one_thousandth_under_the_pass_mark_fails():
    judged = only("time_ms", 31_000, 1_031_000, critical=(), pass_mark=1000)
    found = scored(careful(), header(scenario(judged)))
    assert (found.score, found.passed) == (999, False)


def test_an_attempt_that_was_not_submitted_is_scored_as_it_stands_and_does_not_pass():
    found = scored(careful()[:-1])
    assert (found.score, found.complete, found.passed) == (1000, False, False)


def test_an_empty_attempt_earns_nothing():
    assert scored([]).score == 0


def test_doing_nothing_is_neither_safe_nor_sparing():
    found = scored(Hand().expose().declare().submit())
    earned = {metric.id: metric.mark for metric in found.metrics if metric.mark}
    assert earned == {"level_and_side": 1000}


def test_what_was_not_possible_changes_nothing():
    events = careful()
    refused = NotPossible(events[-2].t_ms, "advance", "the hub is not gripped")
    with_refusal = [*events[:-1], refused, events[-1]]
    assert scored(with_refusal).digest == scored(events).digest


def test_the_document_holds_what_the_command_line_promises():
    document = scored(reckless()).document
    assert set(document) >= {"score", "passed", "critical", "metrics", "digest"}
    assert set(document["critical"][0]) == {"id", "t_ms", "why"}
    assert set(document["metrics"][0]) == {"id", "version", "value", "unit", "mark", "weight"}
    assert document["standing"] == "provisional, not for decisions"
    assert json.loads(json.dumps(document)) == document


def test_the_digest_is_that_of_the_document_without_it():
    document = scored(careful()).document
    digest = document.pop("digest")
    text = json.dumps(document, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest() == digest


def test_the_same_acts_at_another_hour_have_the_same_digest():
    later = header(attempt_id="another", created_utc="2027-01-01T00:00:00Z", seed=99)
    assert scored(careful(), later).digest == scored(careful()).digest


def test_another_act_has_another_digest():
    events = careful()
    slower = [*events[:-1], replace(events[-1], t_ms=events[-1].t_ms + 1)]
    assert scored(slower).digest != scored(events).digest


def test_one_film_is_scored_in_its_plane():
    found = scored(one_film(), film_header())
    assert found.metrics[0].id == "in_plane_um"
    assert found.metrics[0].mark == 1000
    assert not found.complete


def test_a_rubric_this_program_cannot_apply_is_refused_with_every_reason():
    judged = rubric(
        [
            ("tip_to_target", 50, 3_000, 8_000),
            ("view_depth", 25, 0, 1),
            ("time_ms", 25, 900_000, 300_000),
        ],
        critical=["wrong_levl"],
    )
    with pytest.raises(Refusal) as refused:
        scored(careful(), header(scenario(judged)))
    assert refused.value.code is ExitCode.BAD_INPUT
    assert [problem.where for problem in refused.value.problems] == [
        "rubric.metrics[0].id",
        "rubric.metrics[1].full_at",
        "rubric.metrics[2].full_at",
        "rubric.critical[0]",
    ]
    assert "did you mean 'tip_to_target_um'?" in str(refused.value)
    assert "higher is better for view_depth" in str(refused.value)


def test_a_sound_rubric_has_no_problems():
    assert rubric_problems(Rubric.model_validate_json(json.dumps(rubric()))) == ()


@pytest.mark.parametrize("part", ["rubric", "id", "title"])
def test_a_header_that_does_not_say_how_to_judge_is_refused(part):
    document = scenario()
    del document[part]
    with pytest.raises(Refusal, match="does not say how"):
        scored(careful(), header(document))


def test_a_header_of_another_shape_is_refused():
    log = log_of(careful())
    bent = replace(log, header={**log.header, "targets": "T7"})
    with pytest.raises(Refusal, match="does not say how"):
        score(bent)


def test_an_impossible_geometry_is_refused():
    film = film_header()
    source_in_target = replace(film.targets[0], line_of_sight_um=film.targets[0].point_um)
    with pytest.raises(Refusal, match="impossible geometry") as refused:
        scored(one_film(), replace(film, targets=(source_in_target,)))
    assert refused.value.code is ExitCode.INTEGRITY
