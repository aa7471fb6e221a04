"""One needle to one place: entry, aim, advance under pictures, depth, correction."""

from __future__ import annotations

import numpy as np

from trainer.attempt.commands import (
    Act,
    Advance,
    Grip,
    MarkSkin,
    MovePointer,
    RotateHub,
    SaveImage,
    TakeNeedle,
    Tilt,
)
from trainer.geometry.pinhole import FloatArray
from trainer.session.players.belief import Reads, place_mm
from trainer.session.players.hand import Hand
from trainer.session.players.plan import Plan
from trainer.session.players.seen import NeedleSeen, Picture, Pixel

NEAR_MM = 0.4  # nearer than this he is there
MOST_DRAGS = 12  # of the pointer
NEARER = 0.9  # where the pointer found no back
SLOW_FROM_MM = 14.0  # the last stretch is taken in smaller steps
SLOWLY = 0.4
FIRST_MM = 10.0  # the superficial centimetre, in one go
MOST_STEPS = 60
MOST_TILT_DEG = 40.0
AIMED_DEG = 0.5
DEPTH_OFF_MM = 1.0  # further off than this in the lateral he corrects
WITHDRAW_MM = 12.0  # to redirect
# Further from the aim than this, and he punctures anew [X].
STOPPED_SHORT_MM = 2.5
LED_ASIDE_MM = 2.0


def places(hand: Hand, needle: str, plan: Plan, tilt_deg: float) -> bool:
    """Bring a new needle's tip to the plan's aim, as well as he can see it.

    False where bone stopped it so far short, or led it so far aside, that he saw it: in the
    lateral, or, without one, on the rings.
    """
    _stands_on_the_skin(hand, plan)
    hand.step(MarkSkin)
    hand.step(Act, "skin-local")
    hand.do(TakeNeedle, needle)
    hand.do(Grip)
    _aims(hand, plan)
    if hand.traits.look_every_mm:
        _looks_down(hand, tilt_deg)
        hand.step(SaveImage, "hub")
    _advances(hand, plan, tilt_deg)
    if not hand.proves_depth():
        return not _short_by_rings(hand, plan)
    _corrects_depth(hand, plan)
    return not (_stopped_short(hand, plan) or _led_aside(hand, plan))


def _stopped_short(hand: Hand, plan: Plan) -> bool:
    off_mm = _off_along_mm(hand, plan)
    return _on_bone(hand) and off_mm is not None and off_mm > STOPPED_SHORT_MM


def _short_by_rings(hand: Hand, plan: Plan) -> bool:
    needle = hand.seen.needle
    if needle is None or not _on_bone(hand):
        return False
    return _whole_mm(hand, plan, needle) - needle.depth_mm > STOPPED_SHORT_MM


def _whole_mm(hand: Hand, plan: Plan, needle: NeedleSeen) -> float:
    """From the skin to where he stops."""
    return float(np.linalg.norm(plan.aim_mm - needle.skin_mm)) - hand.traits.short_mm


def _led_aside(hand: Hand, plan: Plan) -> bool:
    picture, needle = hand.seen.picture, hand.seen.needle
    if picture is None or needle is None or picture.tip is None:
        return False
    off = plan.aim_mm - tip_seen_mm(hand, picture, needle)
    beside_mm = float(np.linalg.norm(off - needle.hub * float(off @ needle.hub)))
    return beside_mm > LED_ASIDE_MM + 2.0 * hand.traits.sees_mm


def _looks_down(hand: Hand, tilt_deg: float) -> None:
    hand.look("working", 0.0, tilt_deg, keep=False)


def _stands_on_the_skin(hand: Hand, plan: Plan) -> None:
    """Drag the pointer until the line to the aim meets the skin under it, as the bedside shows.

    Where it finds no back to lie on, he comes nearer to the aim and takes a steeper line.
    """
    place, reach = plan.aim_mm, 1.0
    for _ in range(MOST_DRAGS):
        before = place
        hand.do(MovePointer, round(place[0] * 1000.0), round(place[2] * 1000.0))
        skin = hand.seen.pointer_mm
        if skin is None:
            return
        if hand.seen.refused:
            reach *= NEARER
        away = plan.toward * ((skin[1] - plan.aim_mm[1]) / -plan.toward[1])
        place = plan.aim_mm - reach * away
        if float(np.linalg.norm(place - before)) < NEAR_MM:
            return


def _aims(hand: Hand, plan: Plan) -> None:
    for _ in range(6):
        needle = hand.seen.needle
        if needle is None or not _turns(hand, plan.aim_mm - needle.skin_mm, needle):
            return


def _turns(hand: Hand, wanted: FloatArray, needle: NeedleSeen) -> bool:
    """One turn of the hub toward a direction (hub to tip); False where it stands right."""
    picture = hand.seen.picture
    if picture is None:
        return False
    miss = needle.hub - wanted / np.linalg.norm(wanted)
    right = miss @ _unit(picture.view.column_step_mm)
    down = miss @ _unit(picture.view.row_step_mm)
    turn_deg = np.clip(np.degrees([right, down]), -MOST_TILT_DEG, MOST_TILT_DEG)
    if float(np.abs(turn_deg).max()) < max(AIMED_DEG, 1.5 * hand.traits.aims_deg):
        return False
    hand.do(Tilt, round(float(turn_deg[0]) * 1000), round(float(turn_deg[1]) * 1000))
    return not hand.seen.refused


def _unit(way: FloatArray) -> FloatArray:
    return np.asarray(way / np.linalg.norm(way))


def _advances(hand: Hand, plan: Plan, tilt_deg: float) -> None:
    turned, tries = False, 0
    for _ in range(MOST_STEPS):
        needle = hand.seen.needle
        if needle is None:
            return
        whole_mm = _whole_mm(hand, plan, needle)
        left_mm = whole_mm - needle.depth_mm
        if left_mm < NEAR_MM + hand.traits.rings_mm:
            return
        hand.do(Grip)
        if not turned and needle.depth_mm > whole_mm / 2.0:
            turned = True  # the bevel pulls to one side: half the way each
            hand.step(RotateHub, 180_000)
        hand.do(Advance, round(_stride_mm(hand, needle.depth_mm, left_mm) * 1000))
        if hand.seen.refused or _on_bone(hand):
            return
        if hand.traits.look_every_mm:
            _looks_down(hand, tilt_deg)
            tries += _redirected(hand, plan, tries)


def _on_bone(hand: Hand) -> bool:
    return hand.seen.needle is not None and hand.seen.needle.feel == "bone"


def _stride_mm(hand: Hand, depth_mm: float, left_mm: float) -> float:
    every_mm = hand.traits.look_every_mm
    if not every_mm:
        return left_mm
    if depth_mm < FIRST_MM / 2.0:
        return min(left_mm, FIRST_MM)
    return min(left_mm, every_mm * (SLOWLY if left_mm < SLOW_FROM_MM else 1.0))


def _redirected(hand: Hand, plan: Plan, tries: int) -> int:
    """Turn in tissue where the picture shows the line to pass the mark; 1 where he did."""
    picture, needle = hand.seen.picture, hand.seen.needle
    if picture is None or needle is None or picture.tip is None or tries >= hand.traits.tries:
        return 0
    # Where the aim lies beside the line, as this picture shows both.
    tip_mm = needle.skin_mm + needle.hub * needle.depth_mm
    tip_mm = _shifted(picture, tip_mm, picture.tip)
    left = plan.aim_mm - tip_mm
    left_mm = float(np.linalg.norm(left))
    beside = left - needle.hub * float(left @ needle.hub)
    if float(np.linalg.norm(beside)) < hand.traits.redirect_mm or left_mm < hand.traits.redirect_mm:
        return 0
    hand.do(Grip)
    if left_mm < WITHDRAW_MM:  # too near to turn: back first
        hand.do(Advance, -round(WITHDRAW_MM * 1000))
        left = left + WITHDRAW_MM * needle.hub
    return int(_turns(hand, left, needle))


def _shifted(picture: Picture, believed_mm: FloatArray, seen: Pixel) -> FloatArray:
    """A believed place, moved across the view to where the picture shows it."""
    ray = picture.view.ray_directions(np.array(seen))
    source = picture.view.source_world_mm
    return np.asarray(source + ray * float((believed_mm - source) @ ray))


def _corrects_depth(hand: Hand, plan: Plan) -> None:
    """Along the shaft, where the lateral shows the tip off its depth; then another lateral."""
    for _ in range(2):
        off_mm = _off_along_mm(hand, plan)
        if off_mm is None or abs(off_mm) < DEPTH_OFF_MM + hand.traits.sees_mm:
            return
        if off_mm > 0.0 and _on_bone(hand):
            return
        hand.do(Grip)
        hand.do(Advance, round(off_mm * 1000))
        hand.look_at_depth()


def _off_along_mm(hand: Hand, plan: Plan) -> float | None:
    """How far the tip must still go along the shaft, by the pictures since it moved last."""
    picture, needle = hand.seen.picture, hand.seen.needle
    if picture is None or needle is None or picture.tip is None:
        return None
    tip_mm = tip_seen_mm(hand, picture, needle)
    off_mm = float((plan.aim_mm - tip_mm) @ needle.hub) - hand.traits.short_mm
    return float(np.clip(off_mm, -15.0, 15.0))


def tip_seen_mm(hand: Hand, picture: Picture, needle: NeedleSeen) -> FloatArray:
    """Where the tip stands, by his last two pictures; by rings and the last one where alike."""
    last: Reads = lambda one: one.tip  # noqa: E731
    both = place_mm(hand.pictures[-2:], last)
    believed = needle.skin_mm + needle.hub * needle.depth_mm
    return _shifted(picture, believed, picture.tip or (0.0, 0.0)) if both is None else both
