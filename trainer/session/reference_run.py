"""The author's reference run of a placement: computed from the truth, not by a player.

It shows what a scenario asks for and proves that it can be done: level picture and declaration, the
hub view down the beam, advance under pictures, depth view, submit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from trainer.attempt.commands import (
    Advance,
    Command,
    DeclareLevel,
    Expose,
    Grip,
    LetGo,
    MarkSkin,
    MovePointer,
    RotateHub,
    SelectView,
    Submit,
    TakeNeedle,
    Tilt,
    TurnCArm,
)
from trainer.attempt.header import Target
from trainer.attempt.machine import pose_of
from trainer.attempt.state import State
from trainer.attempt.steel import hub_axis
from trainer.attempt.step import step
from trainer.geometry.pinhole import FloatArray
from trainer.needle.tip import notch_side
from trainer.scenario.views import ViewRole
from trainer.session.opening import Opening

PACE_MS = 1500  # between two acts: an unhurried hand (design value)
PICTURE_EVERY_UM = 8_000  # never further than this between two pictures
AIM_WITHIN_DEG = 0.02
STEER_WITHIN_MDEG = 20_000  # a nearer notch is left as it is
LATERAL_DEG = 90.0


@dataclass(slots=True)
class _Hand:
    """Plays commands on its own copy of the state and keeps what it played."""

    opening: Opening
    state: State
    played: list[Command] = field(default_factory=list)
    t_ms: int = 0

    def do(self, command: Command) -> None:
        self.played.append(command)
        _, self.state = step(self.state, command, self.opening.world, len(self.played))
        self.t_ms += PACE_MS


def reference_commands(opening: Opening) -> tuple[Command, ...]:
    """The commands of the reference run for the scenario's first target."""
    hand = _Hand(opening, opening.header.start)
    target = opening.header.targets[0]
    _look_at_the_level(hand, target)
    _stand_on_the_skin(hand, target)
    _aim_down_the_beam(hand, target)
    _go_to(hand, target)
    _look_at_the_depth(hand)
    hand.do(Submit(hand.t_ms))
    return tuple(hand.played)


def _look_at_the_level(hand: _Hand, target: Target) -> None:
    if not hand.opening.world.views:
        hand.do(TurnCArm(hand.t_ms, 0, _working_tilt_mdeg(hand.opening)))
    hand.do(Expose(hand.t_ms))
    hand.do(DeclareLevel(hand.t_ms, target.bone, target.side))


def _working_tilt_mdeg(opening: Opening) -> int:
    for view in opening.scenario.required_views:
        if view.role is ViewRole.WORKING and view.tilt_deg is not None:
            return round(view.tilt_deg * 1000)
    return 0


def _source_mm(hand: _Hand) -> FloatArray:
    world, state = hand.opening.world, hand.state
    if world.views:
        return world.views[state.view].view.source_world_mm
    return pose_of(state, world).source_world_mm


def _toward_hub(hand: _Hand, target: Target) -> FloatArray:
    """Unit vector from the target along the beam, up to the skin of the back."""
    along = np.array(target.point_um) / 1000.0 - _source_mm(hand)
    return np.asarray(along / np.linalg.norm(along), dtype=np.float64)


def _stand_on_the_skin(hand: _Hand, target: Target) -> None:
    point, up = np.array(target.point_um) / 1000.0, _toward_hub(hand, target)
    place = point
    for _ in range(50):  # walk up the beam until the skin over it is met
        skin_y_mm = hand.opening.world.skin_y_mm(float(place[0]), float(place[2]))
        if skin_y_mm is None:
            break
        place = point + up * ((skin_y_mm - point[1]) / up[1])
    hand.do(MovePointer(hand.t_ms, round(place[0] * 1000), round(place[2] * 1000)))
    hand.do(Expose(hand.t_ms))
    hand.do(MarkSkin(hand.t_ms))
    hand.do(TakeNeedle(hand.t_ms, next(iter(hand.opening.world.needles))))
    hand.do(Grip(hand.t_ms))


def _aim_down_the_beam(hand: _Hand, target: Target) -> None:
    for _ in range(20):
        right_deg, down_deg = _aim_error_deg(hand, target)
        if max(abs(right_deg), abs(down_deg)) < AIM_WITHIN_DEG:
            break
        hand.do(Tilt(hand.t_ms, round(right_deg * 1000), round(down_deg * 1000)))
    _look(hand)


def _look(hand: _Hand) -> None:
    """A picture without the hand in it."""
    hand.do(LetGo(hand.t_ms))
    hand.do(Expose(hand.t_ms))


def _aim_error_deg(hand: _Hand, target: Target) -> tuple[float, float]:
    """How far the hub must still go along the held picture's axes to aim at the target."""
    needle, held = hand.state.needle, hand.state.held
    assert needle is not None
    assert held is not None
    tip = np.array(needle.tip_um) / 1000.0
    wanted = tip - np.array(target.point_um) / 1000.0
    wanted /= np.linalg.norm(wanted)
    hub = -np.array(needle.axis_e9) / 1e9
    miss = wanted - hub * float(wanted @ hub)
    right, down = np.array(held.right_e9) / 1e9, np.array(held.down_e9) / 1e9
    return float(np.degrees(miss @ right)), float(np.degrees(miss @ down))


def _go_to(hand: _Hand, target: Target) -> None:
    for step_um in _steps_um(hand, target):
        hand.do(Grip(hand.t_ms))
        _steer(hand, target)
        hand.do(Advance(hand.t_ms, step_um))
        _look(hand)
        if hand.state.needle is not None and hand.state.needle.at_bone:
            break


def _steer(hand: _Hand, target: Target) -> None:
    """Turn the notch so that bevel or bent tip goes where the target lies off the axis."""
    needle = hand.state.needle
    assert needle is not None
    model = hand.opening.world.needles[needle.model]
    axis = hub_axis(needle)
    away = np.array(target.point_um) / 1000.0 - np.array(needle.tip_um) / 1000.0
    lead = np.array(needle.axis_e9) / 1e9
    off = away / np.linalg.norm(away) - lead
    up, right = notch_side(axis, 0.0), notch_side(axis, 90.0)
    notch_deg = np.degrees(np.arctan2(float(off @ right), float(off @ up)))
    wanted_mdeg = round(float(notch_deg) * 1000) + (0 if model.toward_notch else 180_000)
    turn_mdeg = (wanted_mdeg - needle.notch_mdeg + 180_000) % 360_000 - 180_000
    if model.steer_radius_mm > 0.0 and abs(turn_mdeg) > STEER_WITHIN_MDEG:
        hand.do(RotateHub(hand.t_ms, turn_mdeg))


def _steps_um(hand: _Hand, target: Target) -> Iterator[int]:
    needle = hand.state.needle
    assert needle is not None
    way = np.array(target.point_um, dtype=np.float64) - np.array(needle.tip_um)
    left_um = round(float(way @ (np.array(needle.axis_e9) / 1e9)))
    while left_um > 0:
        yield min(left_um, PICTURE_EVERY_UM)
        left_um -= PICTURE_EVERY_UM


def _look_at_the_depth(hand: _Hand) -> None:
    views = hand.opening.world.views
    if len(views) == 1:
        return
    if views:
        depth = next(v.view for v in hand.opening.scenario.required_views if v.view is not None)
        roles = [v for v in hand.opening.scenario.required_views if v.role is ViewRole.DEPTH]
        hand.do(SelectView(hand.t_ms, (roles[0].view if roles else depth) or depth))
    else:
        hand.do(TurnCArm(hand.t_ms, round(LATERAL_DEG * 1000), 0))
    hand.do(Expose(hand.t_ms))
