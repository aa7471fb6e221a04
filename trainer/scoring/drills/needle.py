"""D6 to D9: the skin mark, the bullseye, down the beam, over the edge."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.events import (
    BoneLost,
    BoneTouched,
    Event,
    Exposed,
    NeedleMoved,
    SkinMarked,
    Vec3,
)
from trainer.scoring.drills.outcome import PASS, DrillView, Outcome
from trainer.scoring.exact import angle_mdeg, distance_to_line, length, minus

QUARTER_MDEG = 90_000
SUPERFICIAL_UM = 10_000  # DESIGN 9: the first superficial centimetre is free
MIDDLE_UM = 2_000  # "2 mm cephalad", teaching.md 3, D9


def skin_mark(view: DrillView) -> Outcome:
    """How far the last mark lies beside the beam through the target."""
    shots = len(view.exposures)
    marks = [event.at_um for event in view.events if isinstance(event, SkinMarked)]
    if not marks or not shots:
        return Outcome("unmarked", (("shots", shots),))
    source = view.exposures[-1].source_um
    target = view.header.targets[0].point_um
    off = distance_to_line(marks[-1], source, minus(target, source))
    numbers = (("off_um", off), ("shots", shots))
    if off > view.task.limit("off_um"):
        return Outcome("off", numbers)
    return Outcome("shots" if shots > view.task.limit("shots") else PASS, numbers)


def bullseye(view: DrillView) -> Outcome:
    """The angle between shaft and ray through the tip, in the last picture since the last move."""
    tip, axis = _start(view)
    shot: Exposed | None = None
    for event in view.events:
        if isinstance(event, NeedleMoved):
            tip, axis, shot = event.tip_um, event.axis_e9, None
        elif isinstance(event, Exposed) and event.tip_in_field:
            shot = event
    shots = len(view.exposures)
    if shot is None:
        return Outcome("unseen", (("shots", shots),))
    off = angle_mdeg(minus(shot.source_um, tip), axis)
    off = min(off, 2 * QUARTER_MDEG - off)
    numbers = (("angle_mdeg", off), ("shots", shots))
    if off > view.task.limit("angle_mdeg"):
        return Outcome("angle", numbers)
    return Outcome("shots" if shots > view.task.limit("shots") else PASS, numbers)


def down_the_beam(view: DrillView) -> Outcome:
    """How far beside the beam that the needle began in bone was met, and how far it went unseen."""
    entry, axis = _start(view)
    tip, on_bone, blind, longest, depth = entry, False, 0, 0, 0
    for event in view.events:
        if isinstance(event, NeedleMoved):
            gained = event.depth_um - max(depth, SUPERFICIAL_UM)
            blind += max(0, gained)
            longest, tip, depth = max(longest, blind), event.tip_um, event.depth_um
        elif isinstance(event, Exposed) and event.tip_in_field:
            blind = 0
        on_bone = _on_bone(on_bone, event)
    drift = distance_to_line(tip, entry, axis)
    numbers = (("drift_um", drift), ("blind_um", longest))
    if not on_bone:
        return Outcome("bone", numbers)
    if drift > view.task.limit("drift_um"):
        return Outcome("drift", numbers)
    return Outcome("blind" if longest > view.task.limit("blind_um") else PASS, numbers)


@dataclass(slots=True)
class _Walk:
    """Where bone was met last, how far the needle went on since it was lost, and where it ends."""

    tip_um: Vec3
    touched_um: Vec3 | None = None
    on_bone: bool = False
    past_um: int = 0
    farthest_um: int = 0


def first_minute(view: DrillView) -> Outcome:
    """How far the tip stands from the target, once it has met bone."""
    tip, on_bone = _start(view)[0], False
    for event in view.events:
        if isinstance(event, NeedleMoved):
            tip = event.tip_um
        on_bone = _on_bone(on_bone, event)
    off = length(minus(tip, view.header.targets[0].point_um))
    numbers = (("off_um", off), ("shots", len(view.exposures)))
    if not on_bone:
        return Outcome("unplaced", numbers)
    return Outcome(PASS if off <= view.task.limit("off_um") else "off", numbers)


def walk_off(view: DrillView) -> Outcome:
    """Bone near the corner first, then above it, and hardly past bone lost."""
    corner = view.landmark(f"{view.level}.{view.side}.tp_corner")
    walk = _walked(view)
    above = walk.tip_um[2] - corner[2]
    if walk.touched_um is None:
        return Outcome("untouched", (("above_um", above),))
    near = length(minus(walk.touched_um, corner))
    numbers = (("above_um", above), ("corner_um", near), ("past_um", walk.farthest_um))
    return Outcome(_walk_code(view, walk, near, above), numbers)


def _walk_code(view: DrillView, walk: _Walk, near_um: int, above_um: int) -> str:
    limit = view.task.limit
    if near_um > limit("corner_um"):
        return "corner"
    if walk.on_bone:
        return "on-bone"
    if walk.farthest_um > limit("past_um"):
        return "past"
    return PASS if limit("above_least_um") <= above_um <= limit("above_most_um") else "above"


def _walked(view: DrillView) -> _Walk:
    walk = _Walk(_start(view)[0])
    for event in view.events:
        if isinstance(event, BoneTouched):
            walk.touched_um, walk.on_bone, walk.past_um = event.at_um, True, 0
        elif isinstance(event, BoneLost):
            walk.on_bone, walk.past_um = False, 0
        elif isinstance(event, NeedleMoved):
            walk.tip_um = event.tip_um
            if walk.touched_um is not None and not walk.on_bone:
                walk.past_um += event.pushed_um
                walk.farthest_um = max(walk.farthest_um, walk.past_um)
    return walk


def _start(view: DrillView) -> tuple[Vec3, Vec3]:
    """Tip and axis of the needle that the drill begins with."""
    needle = view.header.start.needle
    if needle is None:
        raise ValueError("the drill begins without its needle")
    return needle.tip_um, needle.axis_e9


def _on_bone(before: bool, event: Event) -> bool:
    if isinstance(event, BoneTouched):
        return True
    return False if isinstance(event, BoneLost) else before
