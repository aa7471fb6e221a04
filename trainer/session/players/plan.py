"""Where the tip is to go and along which line, as a player believes from his pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from trainer.geometry.pinhole import FloatArray
from trainer.session.players.belief import below_skin_mm, place_mm, spot
from trainer.session.players.seen import Picture, Wanted

# A lesion grows sideways from the bare centimetre: its middle lies this far behind the tip [X].
BEHIND_TIP_MM = 4.4
# Where a nerve crosses the notch of a lumbar-like bone, the foramen lies before its upper end:
# there the lesion's middle stays this far behind the course's [X].
SHY_MM = {"T12": 3.0, "L1": 4.5}
# The part of a cannula's way that goes forward: as the nerve does, 58 to 32 degrees off straight.
STEEPNESS = (0.53, 0.85)
# Where bone lay in the way: how far outward and how much steeper the next line runs, and how far it
# turns inward on its way. First past the bone's outer edge (walking off, teaching.md 5, by another
# puncture), then over it, then round it (from further out and turned in, so that the tip still
# comes near the nerve), at last well aside [X].
LINES = ((0.0, 0.0, 0.0), (1.5, 0.0, 0.0), (0.0, 0.15, 0.0), (1.0, 0.0, 0.25), (3.0, 0.0, 0.0))
SLANT = 0.55  # of the nerve's slant outward that the line takes: clear of lamina and spine [X]


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """aim_mm : for the tip. toward : unit vector from hub to tip. mark : the aim's.

    course_mm : of the nerve that a lesion is to reach, shape (3, 3).
    """

    aim_mm: FloatArray
    toward: FloatArray
    mark: str
    course_mm: FloatArray | None = None


def block_plan(pictures: Sequence[Picture], wanted: Wanted, skin_y_mm: float) -> Plan | None:
    """Down the working beam onto the target."""
    mark = f"{wanted.bone} {wanted.side} point"
    aim_mm = place_mm(pictures, spot(mark))
    working = [one for one in pictures if not one.lateral and mark in one.spots]
    if not working:
        return None
    if aim_mm is None:
        aim_mm = below_skin_mm(working[-1], working[-1].spots[mark], skin_y_mm)
    along = aim_mm - working[-1].view.source_world_mm
    return Plan(aim_mm, np.asarray(-along / np.linalg.norm(along)), mark)


def lesion_plan(pictures: Sequence[Picture], wanted: Wanted, line: int) -> Plan | None:
    """Along the nerve, from below and behind, its middle in the middle of the lesion.

    line : from 0, how many lines bone has closed to him here.
    """
    marks = [f"{wanted.bone} {wanted.side} {part}" for part in ("first", "middle", "last")]
    found = [place for mark in marks if (place := place_mm(pictures, spot(mark))) is not None]
    if len(found) < len(marks):
        return None
    out_mm, steeper, inward = LINES[line]
    outward = np.array([1.0 if wanted.side == "left" else -1.0, 0.0, 0.0])
    toward = _unit(_along(found[0] - found[2], steeper) - inward * outward)
    aside_mm = out_mm * outward
    ahead_mm = BEHIND_TIP_MM - SHY_MM.get(wanted.bone, 0.0)
    aim_mm = np.mean(found, axis=0) + ahead_mm * toward + aside_mm
    return Plan(aim_mm, toward, marks[1], np.stack(found))


def _unit(way: FloatArray) -> FloatArray:
    return np.asarray(way / np.linalg.norm(way))


def _along(course_mm: FloatArray, steeper: float) -> FloatArray:
    """Unit vector from hub to tip, for a nerve's course from its last place to its first."""
    forward = -float(course_mm[1]) / float(np.linalg.norm(course_mm))
    steep = min(0.95, float(np.clip(forward, *STEEPNESS)) + steeper)
    flat = np.array([SLANT * course_mm[0], course_mm[2]])
    x, z = flat * np.sqrt(1.0 - steep**2) / np.linalg.norm(flat)
    return np.array([x, -steep, z])
