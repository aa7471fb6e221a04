"""Marks of people: blinded order, whole answers, agreement."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import REPOSITORY
from trainer.assessment.marking.agreement import mark_agreement
from trainer.assessment.marking.checklist import ANSWERS, ITEMS, VERDICTS, items_for
from trainer.assessment.marking.mark import (
    Mark,
    from_json,
    newest,
    points_permille,
    problems,
    to_json,
)
from trainer.assessment.marking.queue import queue_for
from trainer.attempt.steps import STEPS

IDS = [f"attempt-{number}" for number in range(40)]
ANSWERED = {item.id: "done" for item in items_for("placement")}
MARK = Mark(
    *("m-1", "s-1", "attempt-1", "a" * 64, "rater-a", "2026-11-23T08:00:00Z", "placement"),
    *(ANSWERED, 4, "pass", "calm", 7),
)


def given_by(rater: str, attempt: int, overall: int, share: int = 9) -> Mark:
    """A mark with `share` items done, the rest not."""
    names = list(ANSWERED)
    answers = {name: "done" if at < share else "not-done" for at, name in enumerate(names)}
    verdict = "pass" if overall > 3 else "borderline" if overall == 3 else "fail"
    return replace(
        MARK,
        mark_id=f"{rater}-{attempt}",
        attempt_id=f"attempt-{attempt}",
        rater=rater,
        answers=answers,
        overall=overall,
        verdict=verdict,
    )


def test_every_item_is_tied_to_steps_of_the_procedure_and_asks_in_words_of_its_own() -> None:
    steps = {step.id: step for step in STEPS}
    for item in ITEMS:
        assert item.steps and set(item.steps) <= set(steps), item.id
        assert item.text not in {step.title for step in STEPS}
    assert len({item.id for item in ITEMS}) == len(ITEMS)
    for procedure in ("placement", "block", "rhizotomy"):
        assert len(items_for(procedure)) >= 5


def test_each_rater_has_an_order_of_their_own_which_stays() -> None:
    first, again = queue_for("a", "nonce", IDS), queue_for("a", "nonce", reversed(IDS))
    other, later = queue_for("b", "nonce", IDS), queue_for("a", "nonce", [*IDS, "one-more"])
    assert first == again
    assert [one.attempt_id for one in first] != [one.attempt_id for one in other]
    assert {one.attempt_id for one in first} == set(IDS)
    assert set(first) < set(later), "a candidate who is sealed later changes nobody's label"
    assert not {one.label for one in first} & {one.label for one in other}


@settings(max_examples=30)
@given(st.permutations(IDS))
def test_the_order_does_not_follow_the_one_they_were_made_in(ids: list[str]) -> None:
    papers = queue_for("a", "nonce", ids)
    assert papers == queue_for("a", "nonce", IDS)
    assert all(len(one.label) == 6 and one.attempt_id not in one.label for one in papers)


def test_a_mark_is_whole_or_says_everything_that_is_missing() -> None:
    assert problems(MARK) == ()
    bad = replace(MARK, answers={"tested": "done"}, overall=6, verdict="", rater=" ")
    told = problems(replace(bad, comment="x" * 10_001))
    assert len(told) == len(ANSWERED) + 5
    assert any("'tested' is not asked here" in one for one in told)
    assert problems(replace(MARK, answers={**ANSWERED, "corrects": "maybe"}))


def test_points_are_of_what_could_be_judged() -> None:
    assert points_permille(MARK) == 1000
    answers = {**dict.fromkeys(ANSWERED, "not-seen"), "corrects": "partly"}
    assert points_permille(replace(MARK, answers=answers)) == 500
    assert points_permille(replace(MARK, answers=dict.fromkeys(ANSWERED, "not-seen"))) is None
    assert {ANSWERS[name] for name in ANSWERS} == {2, 1, 0, None}


def test_a_mark_comes_back_from_its_row_and_nothing_else_does() -> None:
    assert from_json(to_json(MARK)) == MARK
    for bent in ({}, {**to_json(MARK), "overall": "4"}, {**to_json(MARK), "more": 1}):
        with pytest.raises(ValueError, match=r"no mark|bent"):
            from_json(bent)


def test_the_newest_mark_of_a_rater_counts() -> None:
    again = replace(MARK, mark_id="m-2", overall=2, revises="m-1")
    other = replace(MARK, rater="rater-b")
    assert newest([MARK, other, again]) == (again, other)


def test_raters_who_agree_agree() -> None:
    marks = [
        given_by(rater, attempt, overall=1 + attempt, share=attempt + 1)
        for attempt in range(5)
        for rater in ("a", "b")
    ]
    found = mark_agreement(marks, {f"attempt-{attempt}": 200 * attempt for attempt in range(5)})
    assert found.overall is not None and found.overall.agreement.value == pytest.approx(1.0)
    assert found.checklist is not None and found.checklist.agreement.value == pytest.approx(1.0)
    (pair,) = found.pairs
    assert pair.n == 5
    assert pair.kappa is not None and pair.kappa.value == pytest.approx(1.0)
    assert found.machine is not None and found.machine.n == 5
    assert "not validity" in found.caveat


def test_what_one_rater_left_out_is_said_and_never_filled_in() -> None:
    marks = [given_by("a", attempt, 3) for attempt in range(4)]
    marks += [given_by("b", attempt, 3) for attempt in range(3)]
    found = mark_agreement(marks, {})
    assert found.left_out == ("attempt-3",)
    assert found.complete == ("attempt-0", "attempt-1", "attempt-2")
    assert found.overall is None, "everybody gave the same to everybody: undefined, not 1"
    assert found.pairs[0].kappa is None
    assert found.machine is None


def test_shrout_and_fleiss_come_out_of_marks() -> None:
    """Four raters of six attempts, the goldens of 1979 (overall ratings are not limited here)."""
    table = ((9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7))
    marks = [
        replace(given_by(f"r{column}", row, 4), overall=one)
        for row, line in enumerate(table)
        for column, one in enumerate(line)
    ]
    found = mark_agreement(marks, {}).overall
    assert found is not None
    assert found.agreement.value == pytest.approx(0.2898, abs=5e-5)
    assert found.consistency.value == pytest.approx(0.7148, abs=5e-5)
    assert set(VERDICTS) == {"fail", "borderline", "pass"}


def test_the_page_shows_every_item_as_it_is_asked() -> None:
    page = (REPOSITORY / "docs" / "marking.md").read_text(encoding="utf-8")
    for item in ITEMS:
        assert f"| {item.id} | {item.text} | {', '.join(item.steps)} |" in page
    assert "There is no validity evidence" in page
