"""PerkTutor's definitions with their defects (field.md 2.1, 2.2), and ours, which differ.

Each defective definition is written out here and shown to be wrong on an attempt where the metric
that replaces it is right.
"""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scoring.attempts import DOWN, SKIN_Y_UM, TARGET_UM, Hand, careful, scored, value_of
from trainer.attempt.events import NeedleMoved
from trainer.scoring.metric import Better
from trainer.scoring.metrics import METRICS


def moves_of(events: list) -> list[NeedleMoved]:
    return [event for event in events if isinstance(event, NeedleMoved)]


def test_defect_2_turning_about_the_tip_is_no_travel():
    """Translational Actions take the translation of M_i M_{i-1}^-1: a lever about the origin."""
    hand = Hand().take((28_000, SKIN_Y_UM, 4_000)).push(20_000).aim((1, -57, 0))
    before, after = moves_of(hand.events)[-2:]
    assert before.tip_um == after.tip_um
    angle = math.acos(sum(a * b for a, b in zip(before.axis_e9, after.axis_e9, strict=True)) / 1e18)
    lever_um = angle * math.hypot(*after.tip_um[:2])
    assert lever_um > 1_000  # a millimetre of motion that never was
    assert value_of("path_in_tissue_um", hand.events) == 20_000
    assert abs(value_of("swept_mdeg", hand.events) - math.degrees(angle) * 1_000) < 2


def test_defect_3_passing_the_target_is_no_hit():
    """Targets Hit counts a target that the tip was ever within 3 mm of."""
    hand = Hand().take().push(40_000).push(-9_000)
    ever = min(math.dist(move.tip_um, TARGET_UM) for move in moves_of(hand.events))
    assert ever <= 3_000
    assert value_of("tip_to_target_um", hand.submit()) == 9_000
    assert value_of("tip_at_act_um", hand.events) == 9_000


def test_defect_4_every_metric_says_which_way_is_good():
    """Benchmark scoring takes higher as worse for every metric, Targets Hit too."""
    assert {metric.better for metric in METRICS.values()} == set(Better)
    assert METRICS["nerve_covered_permille"].better is Better.HIGHER


def perktutor_smoothness(moves: list[NeedleMoved]) -> float:
    """Root of the sum of |jerk|^2 dt, by backward differences, not normalised."""
    points = [(move.t_ms / 1_000, move.depth_um / 1_000) for move in moves]
    rates = points
    for _ in range(3):
        rates = [(t, (y - x) / (t - s)) for (s, x), (t, y) in pairwise(rates)]
    steps = [t - s for (s, _), (t, _) in pairwise(rates)]
    return math.sqrt(sum(j * j * dt for (_, j), dt in zip(rates[1:], steps, strict=True)))


def there_and_back(scale: int) -> list:
    hand = Hand().take().push(10_000)
    for _ in range(4):
        hand.push(-2_000 * scale).push(3_000 * scale)
    return hand.events


def test_defect_5_smoothness_depends_on_neither_time_nor_amplitude():
    """Motion Smoothness is not normalised: a long trial or a large task always scores worse."""
    small, large = there_and_back(1), there_and_back(2)
    slow = [replace(event, t_ms=event.t_ms * 3) for event in small]
    assert perktutor_smoothness(moves_of(slow)) < perktutor_smoothness(moves_of(small)) / 3
    assert perktutor_smoothness(moves_of(large)) > perktutor_smoothness(moves_of(small)) * 1.5
    assert value_of("reversals_per_m", slow) == value_of("reversals_per_m", small)
    assert value_of("reversals_per_m", small) == 8 * 1_000_000 // 30_000


def test_defect_5_smoothness_is_never_marked_by_a_shipped_rubric():
    from trainer.scenario.rubric_tables import shipped_rubrics

    weights = [
        metric.weight
        for rubric in shipped_rubrics().values()
        for part in rubric.parts
        for metric in part.metrics
        if metric.id == "reversals_per_m"
    ]
    assert weights
    assert set(weights) == {0}


def through_the_skin(step_um: int) -> list:
    """From 10 mm above the skin to 10 mm below it, in steps."""
    hand = Hand().take()
    hand.depth_um = 0
    travelled = -10_000
    while travelled < 10_000:
        inside = max(0, travelled + step_um) - max(0, travelled)
        travelled += step_um
        depth = max(0, travelled)
        tip = (28_000, SKIN_Y_UM - travelled, 4_000)
        hand.note(
            NeedleMoved(
                hand.t_ms, "advance", tip, DOWN, step_um, inside, depth,
                "soft" if depth else "air", (), (),
            )
        )  # fmt: skip
    return hand.events


def perktutor_path_um(moves: list[NeedleMoved]) -> int:
    """Path in Tissue: the whole step where its end is inside."""
    return sum(move.pushed_um for move in moves if move.depth_um > 0)


@pytest.mark.parametrize("step_um", [1_000, 4_000, 7_000])
def test_defect_6_the_path_through_the_skin_does_not_depend_on_the_step(step_um):
    events = through_the_skin(step_um)
    assert value_of("path_in_tissue_um", events) == moves_of(events)[-1].depth_um
    crossing = [m for m in moves_of(events) if 0 < m.depth_um < step_um]
    if crossing:
        assert perktutor_path_um(moves_of(events)) > value_of("path_in_tissue_um", events)


def test_defect_7_what_cannot_be_measured_is_none_and_earns_nothing():
    """A constant std or a missing class gives z = 0 silently: an average mark for nothing."""
    found = scored(Hand().submit())
    tip = next(metric for metric in found.metrics if metric.id == "tip_to_target_um")
    assert (tip.value, tip.mark) == (None, 0)


def test_defect_8_every_result_names_the_version_of_its_definition():
    for metric in scored(careful()).document["metrics"]:
        assert metric["version"] == METRICS[metric["id"]].version


@given(st.integers(1, 9), st.integers(0, 8))
def test_the_swept_angle_of_steps_is_that_of_one_turn(steps, around):
    """Rotation Total of a turn in one plane: its parts add up, whatever their number."""
    whole = Hand().take().push(20_000).aim((around, -50, 9))
    apart = Hand().take().push(20_000)
    for part in range(1, steps + 1):
        apart.aim((around * part, -50 * steps, 9 * part))
    one, many = (value_of("swept_mdeg", hand.events) for hand in (whole, apart))
    assert abs(one - many) <= max(20, one // 200)
