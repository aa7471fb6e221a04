"""What each key of the suite does with the hands: action id to act, in one table.

Directions: screen right is the patient's right (world -x, oblique -) unless the live monitor is
flipped; up is the head (+z, tilt +).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from trainer.ui.presenters.hand import Hand

# Steps of DESIGN 6 and the brief of the room.
TURN_MDEG, TURN_FAST_MDEG = 1_000, 5_000
PAN_UM = 5_000
POINTER_UM, POINTER_FAST_UM = 1_000, 10_000
HUB_MDEG, HUB_FINE_MDEG = 1_000, 200
PUSH_UM, PUSH_FINE_UM = 1_000, 200
ROLL_MDEG, ROLL_FINE_MDEG = 15_000, 5_000  # half an hour of the clock
DRAG_MDEG, DRAG_FINE_MDEG = 200, 40  # a pixel of a gripped drag

Act = Callable[[Hand], None]


def _turn(right: int, up: int) -> Act:
    return lambda hand: hand.turn_seen(right, up)


def _pan(right: int, up: int) -> Act:
    return lambda hand: hand.pan_seen(right, up)


def _point(right: int, up: int) -> Act:
    return lambda hand: hand.nudge_pointer(-right, up)


def _tilt(right: int, down: int) -> Act:
    return lambda hand: hand.tilt_seen(right, down)


def _push(distance_um: int) -> Act:
    return lambda hand: hand.advance(distance_um)


def _roll(turn_mdeg: int) -> Act:
    return lambda hand: hand.turn_hub(turn_mdeg)


ACTS: Mapping[str, Act] = {
    "spot": lambda hand: hand.spot(),
    "latch": lambda hand: hand.latch(),
    "turn_right": _turn(TURN_MDEG, 0),
    "turn_left": _turn(-TURN_MDEG, 0),
    "turn_head": _turn(0, TURN_MDEG),
    "turn_feet": _turn(0, -TURN_MDEG),
    "turn_right_5": _turn(TURN_FAST_MDEG, 0),
    "turn_left_5": _turn(-TURN_FAST_MDEG, 0),
    "turn_head_5": _turn(0, TURN_FAST_MDEG),
    "turn_feet_5": _turn(0, -TURN_FAST_MDEG),
    "pan_right": _pan(PAN_UM, 0),
    "pan_left": _pan(-PAN_UM, 0),
    "pan_head": _pan(0, PAN_UM),
    "pan_feet": _pan(0, -PAN_UM),
    "pointer_right": _point(POINTER_UM, 0),
    "pointer_left": _point(-POINTER_UM, 0),
    "pointer_head": _point(0, POINTER_UM),
    "pointer_feet": _point(0, -POINTER_UM),
    "pointer_right_10": _point(POINTER_FAST_UM, 0),
    "pointer_left_10": _point(-POINTER_FAST_UM, 0),
    "pointer_head_10": _point(0, POINTER_FAST_UM),
    "pointer_feet_10": _point(0, -POINTER_FAST_UM),
    "mark": lambda hand: hand.mark_skin(),
    "remove": lambda hand: hand.remove_needle(),
    "tilt_up": _tilt(0, -HUB_MDEG),
    "tilt_down": _tilt(0, HUB_MDEG),
    "tilt_left": _tilt(-HUB_MDEG, 0),
    "tilt_right": _tilt(HUB_MDEG, 0),
    "tilt_up_fine": _tilt(0, -HUB_FINE_MDEG),
    "tilt_down_fine": _tilt(0, HUB_FINE_MDEG),
    "tilt_left_fine": _tilt(-HUB_FINE_MDEG, 0),
    "tilt_right_fine": _tilt(HUB_FINE_MDEG, 0),
    "advance": _push(PUSH_UM),
    "withdraw": _push(-PUSH_UM),
    "hub_back": _roll(-ROLL_MDEG),
    "hub_on": _roll(ROLL_MDEG),
    "hub_back_fine": _roll(-ROLL_FINE_MDEG),
    "hub_on_fine": _roll(ROLL_FINE_MDEG),
    "leave": lambda hand: hand.leave_needle(),
    "take_up": lambda hand: hand.take_up_needle(),
    "stylet": lambda hand: hand.change_stylet(),
    "holder": lambda hand: hand.change_holder(),
    "breath": lambda hand: hand.hold_breath(),
    "advance_fine": _push(PUSH_FINE_UM),
    "withdraw_fine": _push(-PUSH_FINE_UM),
}


def drag_mdeg(pixels: float, *, fine: bool) -> int:
    """How far a gripped drag of so many pixels tilts the hub."""
    return round(pixels * (DRAG_FINE_MDEG if fine else DRAG_MDEG))


def wheel_um(detents_down: int, *, fine: bool) -> int:
    """How far a gripped wheel pushes: toward the hand (down) is deeper, as Page Down."""
    return detents_down * (PUSH_FINE_UM if fine else PUSH_UM)
