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
STEEPNESS = 0.53  # the part of a cannula's way that goes forward: 58 degrees off straight [X]
SLANT = 0.55  # of the nerve's slant outward that the line takes: clear of lamina and spine [X]


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """aim_mm : for the tip. toward : unit vector from hub to tip. point : the aim's mark."""

    aim_mm: FloatArray
    toward: FloatArray
    mark: str


def block_plan(
    pictures: Sequence[Picture], wanted: Wanted, tilt_deg: float, skin_y_mm: float
) -> Plan | None:
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


def lesion_plan(pictures: Sequence[Picture], wanted: Wanted) -> Plan | None:
    """Along the nerve, from below and behind, its middle in the middle of the lesion."""
    marks = [f"{wanted.bone} {wanted.side} {part}" for part in ("first", "middle", "last")]
    found = [place for mark in marks if (place := place_mm(pictures, spot(mark))) is not None]
    if len(found) < len(marks):
        return None
    course = found[0] - found[2]
    flat = np.array([SLANT * course[0], 0.0, course[2]])
    flat *= np.sqrt(1.0 - STEEPNESS**2) / np.linalg.norm(flat)
    toward = np.array([flat[0], -STEEPNESS, flat[2]])
    return Plan(np.mean(found, axis=0) + BEHIND_TIP_MM * toward, toward, marks[1])
