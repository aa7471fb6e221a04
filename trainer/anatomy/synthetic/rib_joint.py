"""Room for the joints of a rib: how its head and tubercle stand off the finished vertebrae."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from trainer.anatomy.synthetic.bone import FAR_MM, Bone
from trainer.anatomy.synthetic.rib_section import END
from trainer.anatomy.synthetic.sweep import Sweep, tangents
from trainer.geometry.pinhole import FloatArray

STEPS = 0.1 * np.eye(3)
MOST_MM = 2.0  # of one round's move, along each axis
ESCAPE_MM = 3.0


def room_mm(
    surface: FloatArray, bones: Sequence[Bone], wanted_mm: float, free: FloatArray, *, pulled: bool
) -> FloatArray:
    """The move that leaves a gap to bones; world mm, (3,).

    surface : points of the rib, (n, 3). free : unit vector out of the bones, where their own
    surface cannot say. pulled : come up to the nearest one too, not only away from all.
    """
    gaps = [float(bone.at(surface).min()) for bone in bones]
    least = min(gaps)
    if least < 0.0:  # inside bone the nearest way out may lead into the canal
        return np.asarray(free * min(wanted_mm - least, ESCAPE_MM))
    if least >= FAR_MM:
        return np.asarray(-free * MOST_MM * pulled)
    moves = [
        _away(surface, bone, wanted_mm)
        for gap, bone in zip(gaps, bones, strict=True)
        if gap < wanted_mm or (pulled and gap == least)
    ]
    return np.clip(np.sum(moves, axis=0) if moves else np.zeros(3), -MOST_MM, MOST_MM)


def cap_world_mm(sweep: Sweep) -> FloatArray:
    """Points of the head's rounded end, shape (m, 3)."""
    back = -tangents(sweep.points)[0] * END * sweep.section.half_thickness_mm[0]
    ring = sweep.surface_world_mm()[0] - sweep.points[0]
    bent = np.radians([30.0, 60.0, 90.0])
    return np.vstack([sweep.points[0] + np.sin(b) * back + np.cos(b) * ring for b in bent])


def _away(surface: FloatArray, bone: Bone, wanted_mm: float) -> FloatArray:
    """The move along the bone's normal at the rib's nearest point."""
    gaps = bone.at(surface)
    point = surface[int(np.argmin(gaps))]
    normal = bone.at(point + STEPS) - bone.at(point - STEPS)
    length = max(float(np.linalg.norm(normal)), 1e-6)
    return np.asarray((wanted_mm - gaps.min()) * normal / length)
