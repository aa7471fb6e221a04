"""Drills that are done with the machine and the hand: passed by who knows, failed by who does not.

Who knows reads places from the header, as an expert reads them in the picture; who does not leaves
the room as it was, or does what a beginner does. With tests/session/test_drills.py that is each of
the twelve.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from random import Random

import numpy as np
import pytest

from tests.session.test_drills import NOON, Hand, opened
from trainer.attempt.commands import (
    Advance,
    DeclareLevel,
    Expose,
    Grip,
    MarkSkin,
    MovePointer,
    MoveTable,
    StandAt,
    Tilt,
    TurnCArm,
)
from trainer.attempt.events import BoneTouched
from trainer.scoring.drills.result import judged
from trainer.scoring.drills.views import HIDDEN_FROM_THE_SIDE
from trainer.session.drill_places import Room, entry_mm, source_mm, true_ap_deg
from trainer.session.drills import open_drill
from trainer.session.services import Services

LOOK_UM = 5_000  # between two looks: half of what D8 lets a needle go unseen
WITHDRAW_UM, WALK_MDEG, STEP_UM = -6_000, -4_000, 500  # back to steer, hub to the feet, on


Act = Callable[[Hand], None]
DEPTH_SEEDS = (0, 2)


def target(hand: Hand) -> tuple[str, str]:
    """Level and side of what is asked for."""
    first = hand.opening.header.targets[0]
    return first.bone, first.side


def room_of(hand: Hand) -> Room:
    return Room(hand.opening, Random(0))


def middle(hand: Hand, level: str) -> None:
    """The table is driven until a vertebra is in the middle, and a picture taken."""
    x, _, z = hand.opening.header.landmarks_um[f"{level}.body_centre"]
    y = hand.state.isocentre_um[1]
    hand.do(lambda t_ms: MoveTable(t_ms, x, y, z))
    hand.do(Expose)


def turn(hand: Hand, oblique_deg: float, tilt_mdeg: int) -> None:
    hand.do(lambda t_ms: TurnCArm(t_ms, round(oblique_deg * 1000.0), tilt_mdeg))


def declare(hand: Hand) -> None:
    level, side = target(hand)
    hand.do(lambda t_ms: DeclareLevel(t_ms, level, side))


def counts_from_both_ends(hand: Hand) -> None:
    for level in ("T1", "T12", target(hand)[0]):
        middle(hand, level)
    declare(hand)


def counts_from_one_end(hand: Hand) -> None:
    for level in ("T1", target(hand)[0]):
        middle(hand, level)
    declare(hand)


def declares_what_is_there(hand: Hand) -> None:
    for level in ("T1", "T12"):
        middle(hand, level)
    declare(hand)


def squares_the_spine(hand: Hand) -> None:
    hand.do(Expose)
    turn(hand, true_ap_deg(room_of(hand), target(hand)[0]), hand.state.tilt_mdeg)
    hand.do(Expose)


def takes_five(hand: Hand) -> None:
    for _ in range(3):
        hand.do(Expose)
    squares_the_spine(hand)


def looks(hand: Hand) -> None:
    hand.do(Expose)


def shows_the_depth(hand: Hand) -> None:
    """From the side; where shoulders hide it, aslant with the receptor away from the needle."""
    hand.do(lambda t_ms: StandAt(t_ms, "receptor_side", 1_000))
    _turn_for_depth(hand)


def _turn_for_depth(hand: Hand) -> None:
    level, side = target(hand)
    room = room_of(hand)
    across = room.at_mm(f"{level}.left.pedicle") - room.at_mm(f"{level}.right.pedicle")
    lateral = math.degrees(math.atan2(float(across[0]), float(across[1])))
    slant = -52.0 if side == "left" else 52.0
    tilt = math.degrees(math.atan(float(across[2]) / math.hypot(*across[:2])))
    hidden = level in HIDDEN_FROM_THE_SIDE
    turn(hand, slant if hidden else lateral, 0 if hidden else round(tilt * 1000.0))
    hand.do(Expose)


def turns_half(hand: Hand) -> None:
    hand.do(lambda t_ms: StandAt(t_ms, "receptor_side", 1_000))
    turn(hand, 30.0, 0)
    hand.do(Expose)


def marks_over_the_corner(hand: Hand) -> None:
    level, side = target(hand)
    room, state = room_of(hand), hand.state
    centre_mm = np.array(state.isocentre_um) / 1000.0
    tube = source_mm(room, 0.0, state.tilt_mdeg / 1000.0, centre_mm)
    x_mm, _, z_mm = entry_mm(room, tube, room.at_mm(f"{level}.{side}.tp_corner"))
    hand.do(lambda t_ms: MovePointer(t_ms, round(x_mm * 1000.0), round(z_mm * 1000.0)))
    hand.do(Expose)
    hand.do(MarkSkin)


def marks_the_midline(hand: Hand) -> None:
    x_um, _, z_um = hand.opening.header.landmarks_um[f"{target(hand)[0]}.spinous_tip"]
    hand.do(lambda t_ms: MovePointer(t_ms, x_um, z_um))
    hand.do(Expose)
    hand.do(MarkSkin)


def until_bone(hand: Hand, *, look_every_um: int) -> None:
    unseen = 0
    for _ in range(80):
        felt = hand.do(lambda t_ms: Advance(t_ms, 1_000))
        if any(isinstance(event, BoneTouched) for event in felt):
            return
        unseen += 1_000
        if unseen >= look_every_um:
            hand.do(Expose)
            unseen = 0
    raise AssertionError("no bone within 80 mm")


def goes_down_looking(hand: Hand) -> None:
    hand.do(Grip)
    until_bone(hand, look_every_um=5_000)


def goes_down_blind(hand: Hand) -> None:
    hand.do(Grip)
    until_bone(hand, look_every_um=80_000)


def stops_before_bone(hand: Hand) -> None:
    hand.do(Grip)
    hand.do(lambda t_ms: Advance(t_ms, 8_000))


def steers_to_the_edge(hand: Hand) -> None:
    """Down to 4 mm before the corner's depth, then the hub to the head: the bend had led upward."""
    level, side = target(hand)
    corner_y_um = hand.opening.header.landmarks_um[f"{level}.{side}.tp_corner"][1]
    hand.do(Grip)
    while hand.state.needle is not None and hand.state.needle.tip_um[1] > corner_y_um + 4_000:
        hand.do(lambda t_ms: Advance(t_ms, 1_000))
    hand.do(lambda t_ms: Tilt(t_ms, 0, -4_000))
    until_bone(hand, look_every_um=80_000)


def walks_off(hand: Hand) -> None:
    """Bone at the corner, then over the upper edge until it is enough."""
    steers_to_the_edge(hand)
    for _ in range(12):
        hand.do(lambda t_ms: Advance(t_ms, 500))
        if judged(hand.opening.header, hand.events).outcome.passed:
            return


def walks_too_far(hand: Hand) -> None:
    walks_off(hand)
    hand.do(lambda t_ms: Advance(t_ms, 3_000))


def lets_the_bend_lead(hand: Hand) -> None:
    """Straight on: the bent tip climbs over the edge and meets no bone at all."""
    hand.do(Grip)
    hand.do(lambda t_ms: Advance(t_ms, 38_000))


KNOWS: Mapping[str, Act] = {
    "d01": counts_from_both_ends,
    "d03": squares_the_spine,
    "d04": shows_the_depth,
    "d06": marks_over_the_corner,
    "d08": goes_down_looking,
    "d09": walks_off,
}
DOES_NOT: tuple[tuple[str, Act, str], ...] = (
    ("d01", declares_what_is_there, "wrong"),
    ("d01", counts_from_one_end, "lower"),
    ("d03", looks, "off"),
    ("d03", takes_five, "shots"),
    ("d04", _turn_for_depth, "stand"),
    ("d06", marks_the_midline, "off"),
    ("d08", stops_before_bone, "bone"),
    ("d08", goes_down_blind, "blind"),
    ("d09", lets_the_bend_lead, "untouched"),
    ("d09", steers_to_the_edge, "on-bone"),
    ("d09", walks_too_far, "past"),
)


@pytest.mark.parametrize("name", KNOWS)
def test_who_knows_passes(services: Services, name: str) -> None:
    hand = opened(services, name)
    KNOWS[name](hand)
    assert hand.result() == "pass"
    assert judged(hand.opening.header, hand.events).counts


@pytest.mark.parametrize(("name", "act", "code"), DOES_NOT)
def test_who_does_not_know_is_told_why(services: Services, name: str, act: Act, code: str) -> None:
    hand = opened(services, name)
    act(hand)
    assert hand.result() == code


@pytest.mark.parametrize("seed", DEPTH_SEEDS)
def test_the_depth_is_shown_from_the_side_and_aslant_where_shoulders_hide_it(
    services: Services, seed: int
) -> None:
    opening = open_drill(services, "d04", seed, NOON)
    for act, code in ((shows_the_depth, "pass"), (turns_half, "oblique" if seed else "angle")):
        hand = Hand(opening)
        act(hand)
        assert hand.result() == code
