"""A drill's task drawn from its seed: where the room begins, and what its items are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from trainer.attempt.commands import NextItem
from trainer.attempt.drill import Ask, DrillItem, DrillTask, NeedleSet
from trainer.attempt.events import Event, ItemSet
from trainer.attempt.integers import e9_of, um_of
from trainer.attempt.state import NeedleInHand, State
from trainer.attempt.step import step
from trainer.geometry.pinhole import FloatArray
from trainer.refusal import Refusal
from trainer.scenario.drill import Drill, TaskKind
from trainer.scoring.drills.answers import ItemSeen, contrast_truth, generator_truth
from trainer.session.drill_acts import acts_of
from trainer.session.drill_places import (
    Room,
    beside_branch,
    beside_ramus,
    entry_mm,
    entry_over_mm,
    far_from_nerves,
    mm,
    near_levels,
    source_mm,
    squaring_tilt_deg,
    tips_with,
    true_ap_deg,
    turned,
)
from trainer.therapy.spread import Pattern

SIDES = ("left", "right")
LATERAL_DEG = 90.0
PATTERNS = tuple(pattern.value for pattern in Pattern)
PATTERN_ASKS = (Ask("pattern", PATTERNS), Ask("act", ("inject", "move", "stop")))
DECIDE_ASKS = (Ask("decide", ("lesion", "move", "stop")),)
# Of twelve runs and of fifteen cases; design values: what is common is shown more often.
RUNS = (*[Pattern.PLANES] * 4, *[Pattern.VESSEL] * 3, *[Pattern.FORAMEN] * 2,
        Pattern.EPIDURAL, Pattern.INTRATHECAL, Pattern.PLEURA)  # fmt: skip
CASES = (*["near"] * 5, *["far"] * 3, *["ramus"] * 3, *["heat"] * 2, *["burn"] * 2)
FIRST_HUB_OFF_DEG = 5.0
TRIES = 24  # places looked at before another level is tried
MIDDLE_MM, WALK_BELOW_MM, WALK_INWARD = 0.35, 3.0, 0.15


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was drawn: how the room begins, and the items."""

    start: State
    items: tuple[DrillItem, ...] = ()


def drawn(drill: Drill, room: Room, level: str, side: str) -> Drawn:
    """Draw a drill's task in an opened patient. Raises Refusal where it has no such place."""
    return _TASKS[drill.task.kind](drill, room, level, side)


def _posed(room: Room, level: str, oblique_deg: float, tilt_deg: float) -> State:
    """The room with the machine turned so, the level in the middle."""
    return replace(
        room.opening.header.start,
        oblique_mdeg=round(oblique_deg * 1000.0),
        tilt_mdeg=round(tilt_deg * 1000.0),
        isocentre_um=um_of(room.at_mm(f"{level}.body_centre")),
    )


def _count(_drill: Drill, room: Room, level: str, _side: str) -> Drawn:
    away = room.chance.choice([name for name in ("T5", "T6", "T7", "T8") if name != level])
    return Drawn(_posed(room, away, 0.0, 0.0))


def _end_plate(drill: Drill, room: Room, level: str, _side: str) -> Drawn:
    off = room.either(*drill.task.off_deg)
    return Drawn(_posed(room, level, 0.0, squaring_tilt_deg(room, level) + off))


def _true_ap(drill: Drill, room: Room, level: str, _side: str) -> Drawn:
    off = room.either(*drill.task.off_deg)
    tilt = squaring_tilt_deg(room, level)
    return Drawn(_posed(room, level, true_ap_deg(room, level) + off, tilt))


def _lateral(_drill: Drill, room: Room, level: str, _side: str) -> Drawn:
    return Drawn(replace(_posed(room, level, 0.0, 0.0), place="tube_side"))


def _pointer(_drill: Drill, room: Room, level: str, _side: str) -> Drawn:
    return Drawn(_posed(room, level, 0.0, squaring_tilt_deg(room, level)))


def _hub(drill: Drill, room: Room, level: str, side: str) -> Drawn:
    corner = room.at_mm(f"{level}.{side}.tp_corner")
    off = room.chance.uniform(*drill.task.off_deg), room.chance.uniform(0.0, 360.0)
    return Drawn(_on_skin(drill, room, level, corner, off))


def _advance(drill: Drill, room: Room, level: str, side: str) -> Drawn:
    corner, root = (room.at_mm(f"{level}.{side}.{name}") for name in ("tp_corner", "tp_root"))
    tip = room.at_mm(f"{level}.{side}.tp_tip")
    aim = (corner + tip) / 2.0
    return Drawn(_on_skin(drill, room, level, aim + MIDDLE_MM * (root - aim)))


def _first_minute(drill: Drill, room: Room, level: str, side: str) -> Drawn:
    """The end plate stands double, and the needle a little off the beam over the process."""
    found = _advance(drill, room, level, side).start
    needle = found.needle
    assert needle is not None
    axis = turned(np.array(needle.axis_e9) / 1e9, FIRST_HUB_OFF_DEG, 30.0)
    off_mdeg = round(drill.task.off_deg[0] * 1000.0)
    return Drawn(
        replace(
            found,
            tilt_mdeg=found.tilt_mdeg + off_mdeg,
            needle=replace(needle, axis_e9=e9_of(axis)),
        )
    )


def _walk_off(drill: Drill, room: Room, level: str, side: str) -> Drawn:
    corner, root = (room.at_mm(f"{level}.{side}.{name}") for name in ("tp_corner", "tp_root"))
    aim = corner + WALK_INWARD * (root - corner) - mm(0.0, 0.0, WALK_BELOW_MM)
    return Drawn(_on_skin(drill, room, level, aim))


def _on_skin(
    drill: Drill, room: Room, level: str, aim_mm: FloatArray, off: tuple[float, float] = (0.0, 0.0)
) -> State:
    """The first needle on the skin, along the beam to a place, or so far off it."""
    tilt_deg = squaring_tilt_deg(room, level)
    start = _posed(room, level, 0.0, tilt_deg)
    tube = source_mm(room, 0.0, tilt_deg, room.at_mm(f"{level}.body_centre"))
    entry = entry_mm(room, tube, aim_mm)
    axis = (aim_mm - entry) / np.linalg.norm(aim_mm - entry)
    needle = NeedleInHand(drill.needles[0], um_of(entry), e9_of(turned(axis, *off)))
    return replace(start, pointer_um=um_of(entry), needle=needle)


def _corners(drill: Drill, room: Room, level: str, _side: str) -> Drawn:
    def item() -> DrillItem:
        at, side = room.chance.choice(drill.task.levels), room.chance.choice(SIDES)
        tilt = squaring_tilt_deg(room, at) + room.chance.uniform(-7.0, 7.0)
        oblique = room.chance.uniform(-12.0, 12.0)
        return _seen(room, at, side, oblique, tilt, (Ask("corner"),))

    return Drawn(_posed(room, level, 0.0, 0.0), tuple(item() for _ in range(drill.task.items)))


def _seen(
    room: Room, level: str, side: str, oblique: float, tilt: float, asks: tuple[Ask, ...]
) -> DrillItem:
    """A picture of a level, its body in the middle."""
    return DrillItem(
        asks,
        level,
        side,
        round(oblique * 1000.0),
        round(tilt * 1000.0),
        um_of(room.at_mm(f"{level}.body_centre")),
        acts=("spot",),
    )


def _tips(drill: Drill, room: Room, level: str, _side: str) -> Drawn:
    items: list[DrillItem] = []
    for group in range(1, drill.task.items // 2 + 1):
        at, side = room.chance.choice(near_levels(level)), room.chance.choice(SIDES)
        draw = room.chance.uniform
        away = mm(draw(-8.0, 8.0), draw(1.0, 12.0), draw(-8.0, 8.0))
        tip = room.at_mm(f"{at}.{side}.tp_corner") + away
        needle = NeedleSet(drill.needles[0], um_of(entry_over_mm(room, tip)), um_of(tip))
        behind = _seen(room, at, side, 0.0, squaring_tilt_deg(room, at), (Ask("tip"),))
        beside = _seen(room, at, side, LATERAL_DEG, 0.0, (Ask("tip"),))
        centre = um_of((room.at_mm(f"{at}.body_centre") + tip) / 2.0)
        items += (
            replace(one, needle=needle, group=group, isocentre_um=centre)
            for one in (behind, beside)
        )
    return Drawn(_posed(room, level, 0.0, 0.0), tuple(items))


def _contrast(drill: Drill, room: Room, level: str, _side: str) -> Drawn:
    runs = list(RUNS)
    room.chance.shuffle(runs)
    return _cases(drill, room, level, [(run, (("contrast", PATTERN_ASKS))) for run in runs])


def _generator(drill: Drill, room: Room, level: str, _side: str) -> Drawn:
    cases = list(CASES)
    room.chance.shuffle(cases)
    return _cases(drill, room, level, [(case, (_act_of(case), DECIDE_ASKS)) for case in cases])


def _act_of(case: str) -> str:
    return "heat" if case in ("heat", "burn") else "stimulate"


def _cases(
    drill: Drill,
    room: Room,
    level: str,
    wanted: Iterable[tuple[Pattern | str, tuple[str, tuple[Ask, ...]]]],
) -> Drawn:
    """A needle for each case, where the physics of today really makes it that case."""
    places = [(at, side) for at in near_levels(level) for side in SIDES]
    items = []
    for case, (act, asks) in wanted:
        room.chance.shuffle(places)
        found = (
            item
            for at, side in places
            for item in _needles_for(
                drill, room, at, side, act, asks, _tips_for(room, case, at, side)
            )
            if _truth(room, item) == TRUTHS.get(case, case)
        )
        items.append(_first(found, str(case)))
    return Drawn(_posed(room, level, 0.0, squaring_tilt_deg(room, level)), tuple(items))


# What a case must come to in the log, so that a drill never asks what its own physics denies.
TRUTHS: Mapping[Pattern | str, str] = {
    **{pattern: pattern.value for pattern in Pattern},
    "near": "lesion", "far": "move", "ramus": "move", "heat": "lesion", "burn": "stop",
}  # fmt: skip


def _tips_for(room: Room, case: Pattern | str, level: str, side: str) -> Iterator[FloatArray]:
    if isinstance(case, Pattern):
        return tips_with(room, case, level, side)
    if case in ("near", "heat"):
        return beside_branch(room, level, side)
    return (far_from_nerves if case == "far" else beside_ramus)(room, level, side)


def _needles_for(
    drill: Drill,
    room: Room,
    level: str,
    side: str,
    act: str,
    asks: tuple[Ask, ...],
    tips: Iterator[FloatArray],
) -> Iterator[DrillItem]:
    rf = drill.task.kind is TaskKind.GENERATOR
    picture = _seen(room, level, side, 0.0, squaring_tilt_deg(room, level), asks)
    acts = ("spot", act) if rf else (act,)
    for _, tip in zip(range(TRIES), tips, strict=False):
        entry = um_of(entry_over_mm(room, tip))
        needle = NeedleSet(drill.needles[0], entry, um_of(tip), stylet=False, electrode=rf)
        yield replace(picture, needle=needle, acts=acts)


def _truth(room: Room, item: DrillItem) -> str | None:
    """What the log will say of an item: its commands are really decided."""
    seen = ItemSeen(item, events=list(_happens(room, item)))
    if item.asks is DECIDE_ASKS:
        return generator_truth(seen)
    truth = contrast_truth(seen)
    return None if truth is None else truth[0]


def _happens(room: Room, item: DrillItem) -> Iterator[Event]:
    task = DrillTask("", 1, "", (), items=(item,))
    world, t_ms = replace(room.world, drill=task, prepared=True), 0
    state = room.opening.header.start
    for command_at in (NextItem, *(act for act in acts_of(item))):
        record, state = step(state, command_at(t_ms), world, 1)
        t_ms += 40
        yield from (event for event in record.events if not isinstance(event, ItemSet))


def _first(found: Iterator[DrillItem], case: str) -> DrillItem:
    item = next(found, None)
    if item is None:
        raise Refusal(
            "The drill cannot be opened",
            f"this patient has no place for a case of {case!r} at the levels drawn",
            "Open it again: it then draws other levels",
        )
    return item


_TASKS: Mapping[TaskKind, Callable[[Drill, Room, str, str], Drawn]] = {
    TaskKind.FIRST: _first_minute,
    TaskKind.COUNT: _count,
    TaskKind.END_PLATE: _end_plate,
    TaskKind.TRUE_AP: _true_ap,
    TaskKind.LATERAL: _lateral,
    TaskKind.CORNERS: _corners,
    TaskKind.POINTER: _pointer,
    TaskKind.HUB: _hub,
    TaskKind.ADVANCE: _advance,
    TaskKind.WALK_OFF: _walk_off,
    TaskKind.TIPS: _tips,
    TaskKind.CONTRAST: _contrast,
    TaskKind.GENERATOR: _generator,
}
