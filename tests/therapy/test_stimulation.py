"""Nearer nerves answer to less; what answers tells which nerve it was."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.therapy.impedance import FACTOR, OPEN_OHM, impedance_ohm
from trainer.therapy.nearness import (
    NerveKind,
    NerveLine,
    NerveNear,
    nerves_near,
    segment_gap_mm,
)
from trainer.therapy.stimulation import Answer, responses, threshold_mv

MILLIVOLTS = st.integers(0, 5_000)


def near(kind: NerveKind, mm: float, level: str = "T7", numb: float = 0.0) -> NerveNear:
    return NerveNear(f"{level}-{kind}", kind, level, "left", mm, numb)


@given(st.floats(0.0, 20.0), st.floats(0.0, 5.0))
def test_farther_needs_more(mm: float, more: float) -> None:
    branch = NerveKind.MEDIAL_BRANCH
    assert threshold_mv(near(branch, mm + more)) >= threshold_mv(near(branch, mm))


def test_the_cut_off_lies_at_under_three_millimetres() -> None:
    assert threshold_mv(near(NerveKind.MEDIAL_BRANCH, 2.83)) == pytest.approx(500.0, abs=2.0)


@given(MILLIVOLTS, MILLIVOLTS, st.sampled_from((2, 50)), st.floats(0.0, 6.0))
def test_a_stronger_stimulus_is_answered_no_less(a: int, b: int, hz: int, mm: float) -> None:
    low, high = sorted((a, b))
    before = responses([near(NerveKind.VENTRAL_RAMUS, mm)], hz, low)
    after = responses([near(NerveKind.VENTRAL_RAMUS, mm)], hz, high)
    assert len(after) >= len(before)
    if before:
        assert after[0].strength_permille >= before[0].strength_permille


@given(MILLIVOLTS, st.floats(0.0, 6.0))
def test_a_numb_nerve_is_quieter(millivolts: int, mm: float) -> None:
    awake = responses([near(NerveKind.MEDIAL_BRANCH, mm)], 50, millivolts)
    asleep = responses([near(NerveKind.MEDIAL_BRANCH, mm, numb=1.0)], 50, millivolts)
    assert len(asleep) <= len(awake)


@pytest.mark.parametrize(
    ("kind", "level", "hz", "answer"),
    [
        (NerveKind.MEDIAL_BRANCH, "T7", 50, Answer.BACK),
        (NerveKind.MEDIAL_BRANCH, "T7", 2, Answer.PARASPINAL),
        (NerveKind.VENTRAL_RAMUS, "T4", 50, Answer.BAND),
        (NerveKind.VENTRAL_RAMUS, "T4", 2, Answer.INTERCOSTAL),
        (NerveKind.VENTRAL_RAMUS, "T9", 2, Answer.ABDOMINAL),
        (NerveKind.VENTRAL_RAMUS, "C8", 2, Answer.LIMB),
        (NerveKind.CORD, "T7", 2, Answer.LEGS),
    ],
)
def test_each_nerve_answers_in_its_own_way(
    kind: NerveKind, level: str, hz: int, answer: Answer
) -> None:
    (found,) = responses([near(kind, 1.0, level)], hz, 1_500)
    assert found.answer is answer


def test_motor_needs_more_than_sensory() -> None:
    at_threshold = round(threshold_mv(near(NerveKind.MEDIAL_BRANCH, 2.0))) + 1
    one = [near(NerveKind.MEDIAL_BRANCH, 2.0)]
    assert responses(one, 50, at_threshold)
    assert not responses(one, 2, at_threshold)


def test_other_frequencies_are_not_stimulation() -> None:
    assert responses([near(NerveKind.MEDIAL_BRANCH, 0.0)], 100, 5_000) == ()


def test_the_bare_part_counts_not_the_tip_alone() -> None:
    beside = NerveLine(
        "n", NerveKind.MEDIAL_BRANCH, "T7", "left", 0.5, np.array([[3.0, 0.0, z] for z in range(9)])
    )
    bare = np.array([[0.0, 0.0, 20.0], [0.0, 0.0, 5.0]])
    (found,) = nerves_near([beside], bare, 10.0)
    assert found.distance_mm == pytest.approx(2.5)
    assert nerves_near([beside], bare, 2.0) == ()


def test_a_point_is_a_segment_too() -> None:
    point = np.zeros((2, 3))
    assert segment_gap_mm(point, np.array([[0.0, 3.0, 4.0]])) == 5.0


def test_ohms_keep_to_the_ranges_one_knows() -> None:
    assert 150.0 <= impedance_ohm(90.0, "muscle", wetted=True, pad=True) <= 600.0
    assert impedance_ohm(90.0, "lung", wetted=False, pad=True) > 1_000.0
    assert impedance_ohm(90.0, "muscle", wetted=True, pad=False) == OPEN_OHM
    dry = {tissue: impedance_ohm(90.0, tissue, wetted=False, pad=True) for tissue in FACTOR}
    assert dry["fluid"] < dry["muscle"] < dry["bone"] < dry["fat"]
