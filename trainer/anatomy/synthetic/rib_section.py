"""How thick one rib is along its length, and how its section stands."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.synthetic.bone import Material
from trainer.anatomy.synthetic.envelope import Envelope
from trainer.anatomy.synthetic.person import Person, Sex
from trainer.anatomy.synthetic.rib_table import (
    CARTILAGE_HALF_MM,
    GROOVE_MM,
    HALF_HEIGHT_MM,
    HALF_THICKNESS_MM,
    TAPER,
    RibShape,
)
from trainer.anatomy.synthetic.sweep import Section, across, tangents
from trainer.geometry.pinhole import FloatArray

STOUT = {Sex.FEMALE: 0.96, Sex.MALE: 1.05}  # [X] of a rib's section at one stature
MOST_LEAN_DEG = 40.0  # the wall of the upper chest is steeper than its ribs lie
TO_ANGLE_MM = 38.0  # from the tubercle [X]
POINTED = 0.5  # half-height at a floating rib's tip, as a part [X]
END = 0.9  # the head's and the tip's rounding


def section_of(
    arc: FloatArray, tubercle_mm: float, bone_mm: float, shape: RibShape, scale: float
) -> Section:
    """The section at arc lengths from the head; bone up to `bone_mm`, cartilage after it.

    scale : of the person's ribs. tubercle_mm, bone_mm : arc length of tubercle and front end.
    """
    angle = angle_mm(tubercle_mm, bone_mm, scale)
    late = max(0.7 * bone_mm, 0.5 * (angle + bone_mm))
    at = np.array([0.0, 0.5 * tubercle_mm, tubercle_mm, angle, late, bone_mm])

    def along(values: tuple[float, ...]) -> FloatArray:
        return np.asarray(np.interp(np.minimum(arc, bone_mm), at, values))

    past = np.clip((arc - bone_mm) / max(arc[-1] - bone_mm, 1.0), 0.0, 1.0)
    first, last = np.array(CARTILAGE_HALF_MM)
    gristle = first + past[:, None] * (last - first)
    soft = np.clip((arc - bone_mm) / 6.0, 0.0, 1.0) * shape.jointed
    tall = along(HALF_HEIGHT_MM) * (1.0 - soft) + gristle[:, 0] * soft
    thick = along(HALF_THICKNESS_MM) * (1.0 - soft) + gristle[:, 1] * soft
    shaft = np.interp(arc, [0.0, tubercle_mm, angle], [0.0, 0.3, 1.0])
    if not shape.jointed:  # a floating rib and a stump run to a point
        tall = tall * np.interp(arc, [late * 0.7, arc[-1]], [1.0, POINTED])
    slim = scale * (shape.head + (shape.thick - shape.head) * shaft)
    turned = 1.0 - min(shape.turned_deg / 60.0, 1.0)  # a flat rib has no lower flange
    return Section(
        tall * scale * (shape.head + (shape.tall - shape.head) * shaft),
        thick * slim,
        along(TAPER) * (1.0 - soft) * turned,
        along(GROOVE_MM) * scale * (1.0 - soft) * turned,
        np.full(len(arc), END),
        _kind(arc, tubercle_mm, bone_mm),
    )


def _kind(arc: FloatArray, tubercle_mm: float, bone_mm: float) -> NDArray[np.uint8]:
    """What the rib is made of along its length."""
    shaft = np.where(arc <= bone_mm, Material.RIB, Material.CARTILAGE)
    return np.where(arc <= tubercle_mm, Material.RIB_NECK, shaft).astype(np.uint8)


def angle_mm(tubercle_mm: float, bone_mm: float, scale: float) -> float:
    """Arc length from the head to the rib's angle."""
    return min(tubercle_mm + TO_ANGLE_MM * scale, 0.5 * (tubercle_mm + bone_mm))


def stoutness(person: Person, scale: float) -> float:
    """Scale of a person's rib sections."""
    return scale * STOUT[person.sex]


def axes_of(
    points: FloatArray, arc: FloatArray, tubercle_mm: float, envelope: Envelope, shape: RibShape
) -> tuple[FloatArray, FloatArray]:
    """Height and outward axes of the section along a rib, (n, 3): upright on the chest wall."""
    along = tangents(points)
    outward = _outward(points, envelope)
    upright = across(np.tile([0.0, 0.0, 1.0], (len(points), 1)), along)
    width = np.cross(along, upright)
    flat = outward.copy()
    flat[:, 2] = 0.0
    shaft = np.clip((arc - tubercle_mm + 8.0) / 30.0, 0.0, 1.0)
    if float((width * flat)[shaft >= 1.0].sum()) < 0.0:
        width = -width
    lean = np.clip(np.degrees(np.arcsin(outward[:, 2])), -20.0, MOST_LEAN_DEG)
    lean = np.maximum(lean, shape.turned_deg) if shape.turned_deg else lean
    turn = np.radians(lean * shaft)[:, None]
    heights = np.cos(turn) * upright - np.sin(turn) * width
    return heights, np.cos(turn) * width + np.sin(turn) * upright


def _outward(points: FloatArray, envelope: Envelope) -> FloatArray:
    """The envelope's normal; behind the wall's middle part it is simply backward."""
    step = 0.5
    sides = [
        envelope.distance_mm(points + step * axis) - envelope.distance_mm(points - step * axis)
        for axis in np.eye(3)
    ]
    normal = np.stack(sides, axis=1)
    length = np.linalg.norm(normal, axis=1, keepdims=True)
    back = np.array([0.0, 1.0, 0.0])
    return np.where(length > 0.2, normal / np.maximum(length, 1e-6), back)
