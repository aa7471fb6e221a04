"""D1 to D4: the level, the end plate, the true AP, the depth view."""

from __future__ import annotations

from trainer.attempt.events import Exposed, LevelDeclared, StoodAt
from trainer.scoring.drills.outcome import PASS, DrillView, Outcome
from trainer.scoring.drills.sight import at_depth_um, on_receptor_um, shows
from trainer.scoring.exact import angle_mdeg, cross, minus

QUARTER_MDEG = 90_000
ENDS = (("upper", "T1"), ("lower", "T12"))
RECEPTOR_SIDE = "receptor_side"
SIDEWAYS_MDEG = 45_000  # from here on the tube stands beside the operator [X]
HIDDEN_FROM_THE_SIDE = ("T1", "T2", "T3", "T4")  # by the shoulders, teaching.md 1 (M)


def count(view: DrillView) -> Outcome:
    """Declared rightly, with the level in the middle, after pictures of both ends."""
    declared = next((e for e in view.events if isinstance(e, LevelDeclared)), None)
    if declared is None:
        return Outcome("undeclared", (("errors", 1),))
    before = tuple(shot for shot in view.exposures if shot.t_ms <= declared.t_ms)
    held = next((shot for shot in before if shot.number == declared.exposure), None)
    wrong = held is None or not declared.level == view.level == in_the_middle(view, held)
    unseen = [
        code
        for code, level in ENDS
        if not any(shows(shot, view.landmark(f"{level}.body_centre")) for shot in before)
    ]
    codes = [*(["wrong"] if wrong else []), *unseen]
    return Outcome(codes[0] if codes else PASS, (("errors", len(codes)),))


def in_the_middle(view: DrillView, shot: Exposed) -> str:
    """The level whose body lies nearest to the middle of a picture."""

    def off_um(name: str) -> int:
        right, down = on_receptor_um(shot, view.landmark(name))
        return right * right + down * down

    bodies = [name for name in view.header.landmarks_um if name.endswith(".body_centre")]
    return min(bodies, key=off_um).partition(".")[0]


def end_plate(view: DrillView) -> Outcome:
    """The angle between the upper end plate and the ray to its middle, in the last picture."""
    shots = view.exposures
    off = plate_off_mdeg(view, shots[-1]) if shots else None
    if off is None:
        return Outcome("unseen", (("shots", len(shots)),))
    return _within(view, "angle", "angle_mdeg", off)


def plate_off_mdeg(view: DrillView, shot: Exposed) -> int | None:
    """How far a picture is from showing the level's upper end plate as one line; None unseen."""
    plate = f"{view.level}.upper_plate_"
    if not shows(shot, view.landmark(f"{plate}centre")):
        return None
    across = minus(view.landmark(f"{plate}left"), view.landmark(f"{plate}right"))
    along = minus(view.landmark(f"{plate}front"), view.landmark(f"{plate}back"))
    ray = minus(view.landmark(f"{plate}centre"), shot.source_um)
    return abs(QUARTER_MDEG - angle_mdeg(ray, cross(across, along)))


def true_ap(view: DrillView) -> Outcome:
    """How far the spinous process stands from midway between the pedicles, in the last picture."""
    shot = _last_with(view, f"{view.level}.spinous_tip")
    if shot is None:
        return Outcome("unseen", (("shots", len(view.exposures)),))
    left, right = (view.landmark(f"{view.level}.{side}.pedicle") for side in ("left", "right"))
    x, y, z = ((a + b) // 2 for a, b in zip(left, right, strict=True))
    tip = view.landmark(f"{view.level}.spinous_tip")
    aside = on_receptor_um(shot, tip)[0] - on_receptor_um(shot, (x, y, z))[0]
    return _within(view, "off", "off_um", abs(at_depth_um(shot, aside, (x, y, z))))


def depth_view(view: DrillView) -> Outcome:
    """A true lateral, or where shoulders hide it the contralateral oblique."""
    shot = _last_with(view, f"{view.level}.body_centre")
    if shot is None:
        return Outcome("unseen", (("shots", len(view.exposures)),))
    hidden = view.level in HIDDEN_FROM_THE_SIDE
    off = _off_oblique_mdeg(view, shot) if hidden else _off_lateral_mdeg(view, shot)
    numbers = (("angle_mdeg", off), ("shots", len(view.exposures)))
    if off > (0 if hidden else view.task.limit("angle_mdeg")):
        return Outcome("oblique" if hidden else "angle", numbers)
    if not _stood_well(view):
        return Outcome("stand", numbers)
    return Outcome("shots" if _too_many(view) else PASS, numbers)


def _off_lateral_mdeg(view: DrillView, shot: Exposed) -> int:
    """Between the ray to the body and the line through both pedicles."""
    ray = minus(view.landmark(f"{view.level}.body_centre"), shot.source_um)
    off = angle_mdeg(ray, view.across(view.level))
    return min(off, 2 * QUARTER_MDEG - off)


def _off_oblique_mdeg(view: DrillView, shot: Exposed) -> int:
    """How far the receptor is from the wanted range on the other side than the needle's."""
    least, most = (view.task.limit(f"oblique_{end}_mdeg") for end in ("least", "most"))
    turned = -shot.oblique_mdeg if view.side == "left" else shot.oblique_mdeg
    return max(least - turned, turned - most, 0)


def _stood_well(view: DrillView) -> bool:
    """Whether every sideways picture was taken from the receptor's side."""
    place, stood = view.header.start.place, []
    for event in view.events:
        if isinstance(event, StoodAt):
            place = event.place
        elif isinstance(event, Exposed) and abs(event.oblique_mdeg) >= SIDEWAYS_MDEG:
            stood.append(place)
    return all(one == RECEPTOR_SIDE for one in stood)


def _last_with(view: DrillView, landmark: str) -> Exposed | None:
    """The last picture of all, where it shows a landmark."""
    shots = view.exposures
    return shots[-1] if shots and shows(shots[-1], view.landmark(landmark)) else None


def _too_many(view: DrillView) -> bool:
    return len(view.exposures) > view.task.limit("shots")


def _within(view: DrillView, code: str, name: str, value: int) -> Outcome:
    numbers = ((name, value), ("shots", len(view.exposures)))
    if value > view.task.limit(name):
        return Outcome(code, numbers)
    return Outcome("shots" if _too_many(view) else PASS, numbers)
