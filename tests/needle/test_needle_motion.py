"""Laws of a straight needle: bone stops it, the pivot stays, and steps add up."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.needle.analytic import Ball, Below, Box, Either
from trainer.geometry.pinhole import FloatArray
from trainer.needle.ahead import REACH_MM, distance_ahead_mm
from trainer.needle.clearance import least_mm
from trainer.needle.motion import (
    advance_until_contact,
    before_first,
    free_part,
    rotation_of_drag,
    tilt_until_contact,
    tilted,
    turned_way,
)

BONE = Either((Ball((0.0, -40.0, 0.0), 8.0), Box((25.0, -35.0, 0.0), (10.0, 4.0, 6.0))))
NOWHERE = Below(-1_000.0)
ANTERIOR = np.array([0.0, -1.0, 0.0])
RIGHT, DOWN = np.array([-1.0, 0.0, 0.0]), np.array([0.0, 0.0, -1.0])


def unit(vector: FloatArray) -> FloatArray:
    return np.asarray(vector / np.linalg.norm(vector))


AXES = st.tuples(st.floats(-1, 1), st.floats(-1, 1)).map(
    lambda xz: unit(np.array([xz[0], -1.2, xz[1]]))
)
ANGLES = st.tuples(st.floats(-0.7, 0.7), st.floats(-0.7, 0.7))
TIPS = st.tuples(st.floats(-40, 40), st.floats(-20, 0), st.floats(-20, 20)).map(np.array)


@given(TIPS, AXES, st.floats(-80, 80))
def test_nothing_in_the_way_means_the_whole_way(
    tip: FloatArray, axis: FloatArray, travel: float
) -> None:
    assert advance_until_contact(tip, axis, travel, NOWHERE) == travel
    assert advance_until_contact(tip, axis, travel, None) == travel


@settings(deadline=None)
@given(TIPS, AXES, st.floats(0.01, 90))
def test_the_tip_stops_at_the_first_contact(
    tip: FloatArray, axis: FloatArray, travel: float
) -> None:
    came = advance_until_contact(tip, axis, travel, BONE)
    way = tip + np.multiply.outer(np.linspace(0.0, came, 20_001), axis)
    assert BONE.at(way).min() > -1e-3
    if came < travel:
        assert abs(BONE.at((tip + axis * came)[None])[0]) < 1e-3


@given(AXES)
def test_a_tip_on_bone_may_leave_but_not_enter(axis: FloatArray) -> None:
    on_bone = np.array([0.0, -40.0, 0.0]) - axis * (8.0 - 5e-4)  # as rounding may lay it
    assert advance_until_contact(on_bone, axis, 5.0, BONE) < 0.002
    assert advance_until_contact(on_bone, axis, -5.0, BONE) == -5.0


@settings(deadline=None)
@given(AXES, ANGLES, st.floats(1, 80))
def test_turning_keeps_pivot_and_length(
    axis: FloatArray, angles: tuple[float, float], depth: float
) -> None:
    pivot = np.array([3.0, 0.0, -2.0])
    rotation = rotation_of_drag(axis, RIGHT, DOWN, *angles)
    way = turned_way(pivot, axis, rotation, depth)
    for part in (0.0, 0.3, 1.0):
        steel = way(np.array([part]))[0] - pivot
        lengths = np.linalg.norm(steel, axis=1)
        assert abs(lengths[-1] - depth) < 1e-9
        assert np.allclose(steel, np.outer(lengths, steel[-1] / depth), atol=1e-9)


@given(AXES, ANGLES)
def test_the_hub_goes_where_the_drag_says(axis: FloatArray, angles: tuple[float, float]) -> None:
    small = 1e-4
    rotation = rotation_of_drag(axis, RIGHT, DOWN, small * angles[0], small * angles[1])
    hub_moved = -(tilted(axis, rotation, np.ones(1))[0] - axis)
    drag = small * (angles[0] * RIGHT + angles[1] * DOWN)
    across = drag - axis * float(drag @ axis)
    assert np.allclose(hub_moved, across, atol=2e-8)


def test_dragging_along_the_needle_turns_nothing() -> None:
    rotation = rotation_of_drag(ANTERIOR, ANTERIOR, DOWN, 0.5, 0.0)
    assert np.array_equal(tilted(ANTERIOR, rotation, np.ones(1))[0], ANTERIOR)


@settings(deadline=None, max_examples=60)
@given(AXES, ANGLES, st.floats(5, 60))
def test_no_part_of_a_turning_needle_enters_bone(
    axis: FloatArray, angles: tuple[float, float], depth: float
) -> None:
    pivot = np.array([12.0, 0.0, 0.0])
    depth = advance_until_contact(pivot, axis, depth, BONE)
    rotation = rotation_of_drag(axis, RIGHT, DOWN, *angles)
    part = tilt_until_contact(pivot, axis, rotation, depth, BONE)
    tips = pivot + depth * tilted(axis, rotation, np.linspace(0.0, part, 4_001))
    assert BONE.at(tips).min() > -1e-3
    turned = tilted(axis, rotation, np.array([part]))[0]
    shaft = pivot + np.multiply.outer(np.linspace(0.0, depth, 4_001), turned)
    # Corners of the box are sharp: between two points of the shaft, half a step of it may dip in.
    assert BONE.at(shaft).min() > -0.26


def test_a_shaft_is_stopped_by_bone_beside_it() -> None:
    beside = Ball((5.0, -20.0, 0.0), 2.0)
    rotation = rotation_of_drag(ANTERIOR, RIGHT, DOWN, np.radians(30.0), 0.0)
    part = tilt_until_contact(np.zeros(3), ANTERIOR, rotation, 60.0, beside)
    stopped_deg = 30.0 * part
    touching_deg = np.degrees(np.arctan2(5.0, 20.0) - np.arcsin(2.0 / np.hypot(5.0, 20.0)))
    assert stopped_deg == pytest.approx(touching_deg, abs=0.05)
    assert tilt_until_contact(np.zeros(3), ANTERIOR, rotation, 15.0, beside) == 1.0


@given(st.floats(0.001, 0.999), st.integers(1, 200))
def test_the_place_before_a_border_is_found_to_a_ten_thousandth_of_a_step(
    border: float, steps: int
) -> None:
    found = before_first(lambda part: part >= border, steps)
    assert found is not None
    assert border - 1.0 / (steps * 4_000) < found < border


def test_a_border_that_is_never_met_is_none_and_one_met_at_once_is_zero() -> None:
    assert before_first(lambda part: part > 2.0, 5) is None
    assert before_first(lambda part: part >= 0.0, 5) == 0.0


@given(st.floats(1.0, 55.0), st.floats(0.5, 20.0))
def test_what_lies_straight_ahead_is_met_at_its_surface(gap: float, radius: float) -> None:
    ball = Ball((0.0, -gap - radius, 0.0), radius)
    ahead = distance_ahead_mm(np.zeros(3), ANTERIOR, ball)
    assert ahead is not None
    assert ahead == pytest.approx(gap, abs=1e-6)


def test_the_cone_has_five_degrees_to_each_side() -> None:
    for off_deg, met in ((4.9, True), (5.1, False)):
        aside = 50.0 * np.tan(np.radians(off_deg))
        speck = Ball((aside, -50.0, 0.0), 1e-3)
        ahead = distance_ahead_mm(np.zeros(3), ANTERIOR, speck)
        assert (ahead is not None) is met
        if ahead is not None:
            assert ahead == pytest.approx(50.0, abs=0.2)


def test_beyond_its_reach_nothing_is_ahead_and_inside_it_is_here() -> None:
    far = Ball((0.0, -REACH_MM * 1.2 - 5.0, 0.0), 5.0)
    assert distance_ahead_mm(np.zeros(3), ANTERIOR, far) is None
    assert distance_ahead_mm(np.zeros(3), ANTERIOR, Ball((0.0, 0.0, 0.0), 5.0)) == 0.0


EDGED = Box((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
BAR = np.stack([np.linspace(-3.0, 3.0, 25), np.zeros(25), np.zeros(25)], axis=1)


@settings(deadline=None)
@given(st.floats(0.0, 0.25), st.floats(0.3, 1.2))
def test_an_edge_between_two_points_of_the_shaft_stops_it_all_the_same(
    shift: float, lean_rad: float
) -> None:
    """A bar known every 0.25 mm comes down across the edge of a box turned by an angle."""
    along = np.array([np.cos(lean_rad), np.sin(lean_rad), 0.0])
    across = np.array([np.sin(lean_rad), -np.cos(lean_rad), 0.0])
    start = np.array([1.0, 1.0, 0.0]) - 2.0 * across + np.multiply.outer(BAR[:, 0] + shift, along)
    part = free_part(
        lambda parts: start[None] + np.multiply.outer(parts, 4.0 * across)[:, None], 4.0, EDGED
    )
    stopped = start + 4.0 * part * across
    finely = np.concatenate(
        [a + np.linspace(0, 1, 400)[:, None] * (b - a) for a, b in pairwise(stopped)]
    )
    assert -0.01 < EDGED.at(finely).min() < 0.01


def test_an_edge_between_two_looks_is_not_stepped_over() -> None:
    """A tip cuts the corner of a box so narrowly that it is inside for a fraction of a look."""
    across = unit(np.array([1.0, -1.0, 0.0]))
    for deep_mm in (0.012, 0.016, 0.02):
        middle = np.array([1.0, 1.0, 0.0]) - deep_mm * unit(np.array([1.0, 1.0, 0.0]))
        for shift in np.linspace(0.0, 0.05, 11):
            start = middle - (1.0 + shift) * across
            assert advance_until_contact(start, across, 2.0, EDGED) < 1.0 + shift


def test_the_least_distance_is_that_of_the_pieces_between_points() -> None:
    line = np.array([[-2.0, 1.1, 0.0], [1.6, 1.1, 0.0]]) + np.array([0.0, -0.05, 0.0])
    assert least_mm(EDGED, line) == pytest.approx(0.05, abs=1e-6)
    assert EDGED.at(line).min() > 0.5
