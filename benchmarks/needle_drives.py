"""Random hands drive bending steel at bone; an independent look every 0.1 mm says how deep it got.

    python -m benchmarks.needle_drives --drives 10000

The look knows nothing of the physics: it takes the logged vertices, lays the steel through them,
bends the tip by its own formula, and walks from each logged shape to the next in steps of 0.1 mm.
A push follows its own line; a hub that is turned takes a bent tip round on a circle; a tilt turns
each link from its old direction to its new one. A tip that slides on bone is driven again in pushes
of half a millimetre, and where that looks deep in pushes of a twentieth, and looked at after each.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

from tests.attempt.worlds import START, WORLD
from tests.needle.analytic import Ball, Box, Either
from trainer.attempt.commands import (
    Advance,
    Command,
    Grip,
    MovePointer,
    RotateHub,
    TakeNeedle,
    Tilt,
)
from trainer.attempt.decide import decide
from trainer.attempt.events import BoneTouched, Event, NeedleMoved
from trainer.attempt.evolve import fold
from trainer.attempt.state import NeedleInHand, State
from trainer.geometry.pinhole import FloatArray
from trainer.needle.catalogue import NEEDLES, NeedleModel

LOOK_MM = 0.1
FINE_UM, FINEST_UM = 500, 50
DEEP_MM = 0.02
# A transverse process with a rib behind it, a lamina, and a ball: flat, round and edged bone.
BONE = Either((
    Ball((0.0, -40.0, 0.0), 8.0),
    Box((25.0, -35.0, 0.0), (10.0, 4.0, 6.0)),
    Box((-20.0, -30.0, 4.0), (7.0, 3.0, 9.0)),
    Ball((12.0, -48.0, 3.0), 4.0),
))  # fmt: skip
WORLD_OF_DRIVES = WORLD.__class__(
    **{
        **{name: getattr(WORLD, name) for name in WORLD.__slots__},
        "bone": BONE,
        "needles": NEEDLES,
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """What one drive brought. deepest_mm : least distance to bone, negative inside."""

    deepest_mm: float
    touched: int
    slid: int
    moves: int
    replays: bool


def drives(count: int, seed: int) -> Iterator[list[Command]]:
    """Hands that push, withdraw, turn and roll at random, mostly toward the bone."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    names = list(NEEDLES)
    for _ in range(count):
        place = MovePointer(0, chance.randint(-30_000, 36_000), chance.randint(-9_000, 9_000))
        acts: list[Command] = [
            Tilt(0, chance.randint(-25_000, 25_000), chance.randint(-9_000, 9_000))
        ]
        acts += [_act(chance) for _ in range(8)]
        yield [place, TakeNeedle(0, chance.choice(names)), Grip(0), *acts]


def _act(chance: random.Random) -> Command:
    kind = chance.random()
    if kind < 0.55:
        return Advance(0, chance.choice([-1, 1, 1, 1]) * chance.randint(1, 30_000))
    if kind < 0.75:
        return RotateHub(0, chance.randint(-200_000, 200_000))
    angle = chance.choice([300, 3_000, 20_000])
    return Tilt(0, chance.randint(-angle, angle), chance.randint(-angle, angle))


def check(commands: list[Command]) -> Found:
    """Drive, look, and fold the events alone again."""
    state, deepest, touched, slid, moves = START, math.inf, 0, 0, 0
    happened: list[Event] = []
    for command in commands:
        events = decide(state, command, WORLD_OF_DRIVES)
        after = fold(state, events)
        for move in (event for event in events if isinstance(event, NeedleMoved)):
            moves += 1
            touched += any(isinstance(event, BoneTouched) for event in events)
            slid += _slides(state, move)
            deepest = min(deepest, _deepest_mm(state, after, move, command))
            if _slides(state, move) and move.pushed_um > FINE_UM:
                found = _finely(state, move, FINE_UM)
                deepest = min(
                    deepest, found if found > -DEEP_MM else _finely(state, move, FINEST_UM)
                )
        happened.extend(events)
        state = after
    replayed = fold(START, happened)
    return Found(deepest, touched, slid, moves, replayed.sha256 == state.sha256)


def _finely(state: State, move: NeedleMoved, piece_um: int) -> float:
    """The same push again, in pieces so small that the steel goes straight from one to the next."""
    deepest = math.inf
    for _ in range(-(-move.pushed_um // piece_um)):
        push = Advance(0, piece_um)
        events = decide(state, push, WORLD_OF_DRIVES)
        after = fold(state, events)
        for piece in (event for event in events if isinstance(event, NeedleMoved)):
            deepest = min(deepest, _deepest_mm(state, after, piece, push))
        state = after
    return deepest


def _slides(before: State, move: NeedleMoved) -> bool:
    """Whether a push moved the shaft aside at the skin: only sliding on bone does that."""
    old = before.needle.shaft_um if before.needle is not None else ()
    if move.how != "advance" or not old or not move.shaft_um:
        return False
    return old[0] != move.shaft_um[0]


def _deepest_mm(before: State, after: State, move: NeedleMoved, command: Command) -> float:
    """The least distance to bone of any steel on the way from one shape to the next."""
    assert before.needle is not None
    assert after.needle is not None
    model = NEEDLES[after.needle.model]
    here = _steel(after.needle, model)
    straight_on = move.how in ("advance", "withdraw") and not _slides(before, move)
    long_slide = _slides(before, move) and move.pushed_um > FINE_UM
    if straight_on or long_slide or move.depth_um == 0 or before.needle.depth_um == 0:
        return float(BONE.at(here).min())  # of a push the shape is the way itself
    if move.how == "turn":
        return _turned_mm(before.needle, after.needle, model, command)
    return float(BONE.at(_swept(before.needle, after.needle, model)).min())


def _turned_mm(one: NeedleInHand, two: NeedleInHand, model: NeedleModel, command: Command) -> float:
    """The least distance of a bent tip that goes round its shaft the way the hub was turned."""
    assert isinstance(command, RotateHub)
    line = _line(two)
    points, back = _along(line)
    axis = np.array(two.hub_e9 or two.axis_e9) / 1e9
    first, last = ((np.array(each.tip_um) - line[-1] * 1000.0) / 1000.0 for each in (one, two))
    way = math.atan2(float(np.cross(first, last) @ axis), float(first @ last))
    if way * command.turn_mdeg < 0 and abs(way) > 1e-3:  # the long way round
        way += math.copysign(2.0 * math.pi, command.turn_mdeg)
    count = max(2, math.ceil(abs(way) * float(np.linalg.norm(first)) / LOOK_MM) + 1)
    least = math.inf
    for part in np.linspace(0.0, 1.0, count):
        turned = math.cos(part * way) * first + math.sin(part * way) * np.cross(axis, first)
        steel = points + _bent_share(model, back)[:, None] * turned
        least = min(least, float(BONE.at(steel).min()))
    return least


def _swept(one: NeedleInHand, two: NeedleInHand, model: NeedleModel) -> FloatArray:
    """Points of the steel between two shapes: links turn from direction to direction."""
    lines = [_line(each) for each in (one, two)]
    count = min(len(line) for line in lines)
    ends = [_tip_offset(each) for each in (one, two)]
    first, last = (line[:count] for line in lines)
    far_mm = float(np.linalg.norm(last - first, axis=1).max()) + float(
        np.linalg.norm(ends[1] - ends[0])
    )
    found = []
    for part in np.linspace(0.0, 1.0, max(2, math.ceil(1.1 * far_mm / LOOK_MM) + 1)):
        line = _between_lines(first, last, part)
        points, back = _along(line)
        aside = _between_directions(ends[0], ends[1], part)
        found.append(points + _bent_share(model, back)[:, None] * aside)
    return np.concatenate(found)


def _between_lines(first: FloatArray, last: FloatArray, part: float) -> FloatArray:
    links = [
        _between_directions(a, b, part)
        for a, b in zip(np.diff(first, axis=0), np.diff(last, axis=0), strict=True)
    ]
    skin = first[0] + part * (last[0] - first[0])
    return np.vstack([skin, skin + np.cumsum(links, axis=0)])


def _between_directions(one: FloatArray, two: FloatArray, part: float) -> FloatArray:
    """A vector on its way to another along the great circle, its length going evenly."""
    lengths = np.linalg.norm(one), np.linalg.norm(two)
    if min(lengths) < 1e-6:
        return np.asarray(one + part * (two - one))
    a, b = one / lengths[0], two / lengths[1]
    angle = math.acos(max(-1.0, min(1.0, float(a @ b))))
    if angle < 1e-6:
        return np.asarray(one + part * (two - one))
    way = math.sin((1.0 - part) * angle) * a + math.sin(part * angle) * b
    return np.asarray(way / math.sin(angle) * (lengths[0] + part * (lengths[1] - lengths[0])))


def _line(needle: NeedleInHand) -> FloatArray:
    return np.array(needle.shaft_um) / 1000.0


def _tip_offset(needle: NeedleInHand) -> FloatArray:
    return np.asarray((np.array(needle.tip_um) - np.array(needle.shaft_um[-1])) / 1000.0)


def _steel(needle: NeedleInHand, model: NeedleModel) -> FloatArray:
    """The steel inside the skin, a point every 0.1 mm from the tip back, the tip last."""
    if not needle.shaft_um:
        return np.array([needle.tip_um]) / 1000.0
    points, back = _along(_line(needle))
    return np.asarray(points + _bent_share(model, back)[:, None] * _tip_offset(needle))


def _along(line: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Points every 0.1 mm from the end back, the end last, and how far back each is."""
    lengths = np.append(0.0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1)))
    back = np.arange(0.0, lengths[-1], LOOK_MM)[::-1]
    points = np.stack([np.interp(lengths[-1] - back, lengths, part) for part in line.T], axis=1)
    return points, back


def _bent_share(model: NeedleModel, back: FloatArray) -> FloatArray:
    """How much of the tip's offset a place has, so far behind it: a circle's arc."""
    if model.bent_mm == 0.0:
        return np.zeros(len(back))
    reach = math.radians(model.bent_deg)
    share = np.clip((model.bent_mm - back) / model.bent_mm, 0.0, 1.0)
    return np.asarray((1.0 - np.cos(reach * share)) / (1.0 - math.cos(reach)))


def main() -> None:
    """Print the worst of many drives."""
    parser = argparse.ArgumentParser(description="How deep random drives bring steel into bone.")
    parser.add_argument("--drives", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=2_026)
    parser.add_argument("--from-drive", type=int, default=0, help="go on where a run stopped")
    asked = parser.parse_args()
    wanted = islice(drives(asked.drives, asked.seed), asked.from_drive, None)
    found = [check(commands) for commands in wanted]
    depths = np.array([one.deepest_mm for one in found])
    print(
        f"{len(found)} drives, {sum(one.moves for one in found)} movements, "
        f"{sum(one.touched for one in found)} contacts, {sum(one.slid for one in found)} slides"
    )
    print(f"deepest {-depths.min():.3f} mm in bone; over 0.02 mm: {int((depths < -DEEP_MM).sum())}")
    print(f"replays differ: {sum(not one.replays for one in found)}")


if __name__ == "__main__":
    main()
