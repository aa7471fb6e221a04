"""Critical errors are acts: each with its time and one sentence."""

from __future__ import annotations

import pytest

from tests.scoring.attempts import (
    FAR,
    SKIN_Y_UM,
    Hand,
    careful,
    film_header,
    header,
    rubric,
    scenario,
    scored,
)
from trainer.scoring.critical import CRITICAL


def left_at(x_um: int, z_um: int) -> list:
    """A needle pushed straight down and left at the depth of the processes."""
    hand = Hand().expose().declare().take((x_um, SKIN_Y_UM, z_um)).push(40_000)
    return hand.turn(90).expose().submit()


def test_the_table_says_what_each_is_and_who_calls_it_one():
    for name, kind in CRITICAL.items():
        assert name == kind.id
        assert kind.title
        assert kind.citation


def test_a_careful_attempt_has_none():
    assert scored(careful()).critical == ()


def test_the_wrong_level_declared_is_told_with_both_levels():
    events = Hand().expose().declare("T8").submit()
    assert scored(events).critical == (
        ("wrong_level", 4_000, "T8 left was declared; the target is T7 left.", 1),
    )


def test_a_declaration_put_right_is_no_error():
    assert scored(Hand().expose().declare("T8").declare().submit()).critical == ()


def test_the_wrong_side_declared_is_its_own_error():
    (error,) = scored(Hand().expose().declare("T7", "right").submit()).critical
    assert error.id == "wrong_side"


@pytest.mark.parametrize(
    ("x_um", "z_um", "found"),
    [
        (28_000, 4_000, []),
        (28_000, 15_900, []),
        (28_000, 16_100, ["wrong_level"]),
        (28_000, -8_100, ["wrong_level"]),
        (-28_000, 4_000, ["wrong_side"]),
    ],
    ids=["at the target", "just nearer T7", "just nearer T6", "just nearer T8", "other side"],
)
def test_a_needle_left_nearest_to_another_process_is_at_the_wrong_place(x_um, z_um, found):
    assert [error.id for error in scored(left_at(x_um, z_um)).critical] == found


def test_where_the_needle_stands_before_submit_is_no_act():
    events = left_at(28_000, 30_000)[:-1]
    assert scored(events).critical == ()


def test_one_radiograph_cannot_tell_where_in_space_a_needle_is():
    events = Hand().expose(picture="AP").take((-28_000, SKIN_Y_UM, 4_000)).push(9_000).submit()
    assert scored(events, film_header()).critical == ()


def test_each_danger_zone_entered_is_told_once_with_its_first_time():
    hand = Hand().take().push(20_000).enter("canal").push(-1_000).push(1_000).enter("canal")
    events = hand.enter("pleura").events
    assert scored(events).critical == (
        ("hazard_entered", 6_000, "The needle tip entered the canal 2 times.", 0),
        ("hazard_entered", 14_000, "The needle tip entered the pleura.", 0),
    )


def test_submitting_without_a_depth_view_since_the_last_movement_is_an_error():
    events = Hand().take().push(40_000).turn(90).expose().push(100).submit()
    (error,) = scored(events).critical
    assert (error.id, error.t_ms) == ("no_depth_view", 12_000)


@pytest.mark.parametrize(
    ("events", "document"),
    [
        (Hand().take().push(40_000).events, None),
        (Hand().take().submit(), None),
        (Hand().take().push(40_000).submit(), scenario(views=())),
    ],
    ids=["not submitted", "no needle left", "no depth view asked for"],
)
def test_no_depth_view_is_missed(events, document):
    assert scored(events, header(document)).critical == ()


def test_only_what_the_rubric_lists_is_critical():
    lenient = header(scenario(rubric(critical=["wrong_side"])))
    events = Hand().expose().declare("T8", "left").take().enter().submit()
    assert scored(events, lenient).critical == ()


def test_critical_errors_come_in_the_order_of_time():
    hand = Hand().take().push(20_000, clearance=FAR).enter().expose().declare("T8", "right")
    times = [error.t_ms for error in scored(hand.submit()).critical]
    assert times == sorted(times)
    assert len(times) == 4
