"""Mastery: three passes in a row, two patients, two days; what does not count changes nothing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from trainer.assessment.mastery import Trial, mastery_of

TRIALS = st.lists(
    st.builds(
        Trial,
        day=st.integers(1, 4),
        patient=st.sampled_from("ab"),
        seed=st.integers(0, 10**6),
        passed=st.booleans(),
        counts=st.booleans(),
    ),
    max_size=12,
)


def passes(*days_and_patients: tuple[int, str]) -> list[Trial]:
    return [
        Trial(day, patient, seed, True, True)
        for seed, (day, patient) in enumerate(days_and_patients)
    ]


@given(TRIALS)
def test_what_does_not_count_changes_nothing_but_the_tries(trials: list[Trial]) -> None:
    counted = [trial for trial in trials if trial.counts]
    whole, alone = mastery_of(trials), mastery_of(counted)
    assert replace(whole, tried=0) == replace(alone, tried=0) or _a_clock_went_back(trials)


def _a_clock_went_back(trials: list[Trial]) -> bool:
    """A trial that does not count may still show which day it is."""
    days = [trial.day for trial in trials]
    return days != sorted(days)


@given(TRIALS, TRIALS)
def test_what_was_mastered_stays_mastered(before: list[Trial], after: list[Trial]) -> None:
    assert mastery_of(before + after).mastered >= mastery_of(before).mastered


def test_three_passes_on_two_patients_and_two_days_are_mastery() -> None:
    assert mastery_of(passes((1, "a"), (1, "b"), (2, "a"))).mastered
    assert not mastery_of(passes((1, "a"), (1, "b"))).mastered
    assert not mastery_of(passes((1, "a"), (1, "b"), (1, "a"))).mastered
    assert not mastery_of(passes((1, "a"), (2, "a"), (3, "a"))).mastered


def test_a_fail_begins_the_row_anew() -> None:
    one, two, three = passes((1, "a"), (1, "b"), (2, "a"))
    failed = replace(two, seed=99, passed=False)
    assert not mastery_of([one, two, failed, three]).mastered
    assert mastery_of([one, two, failed, three]).passes == 1


def test_the_same_seed_again_and_an_aided_pass_prove_nothing() -> None:
    one, two, three = passes((1, "a"), (1, "b"), (2, "a"))
    assert not mastery_of([one, two, replace(three, seed=two.seed)]).mastered
    assert not mastery_of([one, two, replace(three, counts=False)]).mastered


def test_a_clock_that_goes_back_makes_no_new_day() -> None:
    assert not mastery_of(passes((5, "a"), (5, "b"), (4, "a"))).mastered
