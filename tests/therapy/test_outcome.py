"""Relief follows the nerves that were reached; the rest follows what was heated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.therapy.block import BlockResult, block_result
from trainer.therapy.outcome import Heated, after_effects, outcome_of
from trainer.therapy.pain import PainSource, nerves_of_joint, share_silenced
from trainer.therapy.stimulation import Answer
from trainer.therapy.voice import SAYINGS

SHARE = st.floats(0.0, 1.0)
FACET = PainSource({"T7-T8 left": 900})
BOTH = ("T6-mb left", "T7-mb left")


@pytest.mark.parametrize(
    ("joint", "nerves"),
    [
        ("T7-T8 left", BOTH),
        ("C7-T1 right", ("C7-mb right", "C8-mb right")),
        ("T1-T2 left", ("C8-mb left", "T1-mb left")),
        ("T12-L1 left", ("T11-mb left", "T12-mb left")),
    ],
)
def test_a_joint_has_two_nerves(joint: str, nerves: tuple[str, str]) -> None:
    assert nerves_of_joint(joint) == nerves


@pytest.mark.parametrize("joint", ["L5-S1 left", "T7-T8", ""])
def test_what_is_no_joint_is_refused(joint: str) -> None:
    with pytest.raises(ValueError, match="no joint"):
        nerves_of_joint(joint)


@given(SHARE, SHARE, SHARE)
def test_more_asleep_is_never_more_pain(a: float, b: float, more: float) -> None:
    before = share_silenced(FACET, dict(zip(BOTH, (a, b), strict=True)))
    after = share_silenced(FACET, dict(zip(BOTH, (min(1.0, a + more), b), strict=True)))
    assert after >= before - 1e-12
    assert 0.0 <= before <= 0.9


def test_one_nerve_alone_does_not_silence_a_joint() -> None:
    assert share_silenced(FACET, {BOTH[0]: 1.0}) == pytest.approx(0.27)


def test_a_block_of_both_nerves_takes_what_the_joint_makes() -> None:
    asleep = dict.fromkeys(BOTH, 1.0)
    assert block_result(FACET, asleep, 5) == BlockResult(90, 5)
    assert block_result(FACET, asleep, 0) == BlockResult(0, 0)


def test_a_placebo_helps_where_nothing_sleeps() -> None:
    believer = PainSource({}, placebo_permille=600)
    assert block_result(believer, {}, 2) == BlockResult(60, 3)


@given(SHARE, SHARE)
def test_more_covered_is_never_less_relief(share: float, more: float) -> None:
    better = min(1.0, share + more)
    first = outcome_of(FACET, dict.fromkeys(BOTH, share), [], 2).relief
    second = outcome_of(FACET, dict.fromkeys(BOTH, better), [], 2).relief
    assert all(b[1] >= a[1] - 1 for a, b in zip(first, second, strict=True))


def test_relief_comes_in_weeks_and_goes_in_months() -> None:
    weeks = dict(outcome_of(FACET, dict.fromkeys(BOTH, 1.0), [], 2).relief)
    assert weeks[0] == 0
    assert weeks[6] >= 85
    assert 30 <= weeks[52] <= 60
    assert weeks[78] < 15


def test_nothing_covered_helps_nothing() -> None:
    assert {percent for _, percent in outcome_of(FACET, {}, [], 1).relief} == {0}


@pytest.mark.parametrize(
    ("structure", "mm", "effect"),
    [
        ("ventral-ramus", -0.5, "band-numbness"),
        ("ventral-ramus", 0.5, "neuritis"),
        ("nerve-root", -0.1, "root-injury"),
        ("canal", -1.0, "cord-injury"),
        ("skin", -1.0, "skin-burn"),
        ("pleura", -1.0, "pleuritic-pain"),
    ],
)
def test_each_after_effect_has_its_cause(structure: str, mm: float, effect: str) -> None:
    found = {one.id: one for one in after_effects([Heated(structure, mm)], 1)}
    assert structure in found[effect].cause
    assert effect not in {one.id for one in after_effects([Heated(structure, 5.0)], 1)}


def test_no_lesion_leaves_nothing_behind() -> None:
    assert after_effects([], 0) == ()


def test_every_answer_has_words() -> None:
    assert {str(answer) for answer in Answer} <= set(SAYINGS)
