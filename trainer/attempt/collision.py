"""Where the C-arm may not go: receptor onto the back, tube into table or patient.

Simple bodies, on the safe side: the back's skin as points, table and trunk as boxes, the receptor
as a flat square, the tube's housing as a ball.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.geometry.carm import CArmPose
from trainer.geometry.pinhole import FloatArray

# Design values: what a careful operator leaves, and the sizes of mobile C-arms.
RECEPTOR_GAP_MM = 30.0
TUBE_GAP_MM = 20.0
HOUSING_MM = 20.0  # the receptor's housing beyond its field, each side
TUBE_RADIUS_MM = 100.0
TABLE_HALF_WIDTH_MM, TABLE_THICKNESS_MM = 265.0, 30.0  # a carbon-fibre top


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """What stands in the machine's way.

    back_mm : points of the rear skin, shape (n, 3). trunk_low_mm, trunk_high_mm : corners of the
    box round the body, shape (3,); the table lies under its anterior face, along the whole z.
    """

    back_mm: FloatArray
    trunk_low_mm: FloatArray
    trunk_high_mm: FloatArray


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is left between machine and patient; negative where they touch."""

    receptor_mm: float
    tube_mm: float


def gaps_of(pose: CArmPose, receptor_mm: float, around: Surroundings) -> Gaps:
    """The gaps of a pose; receptor_mm : edge of the whole receptor, whatever field is in use."""
    return Gaps(_receptor_gap_mm(pose, receptor_mm, around), _tube_gap_mm(pose, around))


def collision(before: Gaps, after: Gaps) -> str | None:
    """Why a move is not made; None where it keeps the gaps, or widens one that is too small."""
    parts = (
        ("the receptor would come", before.receptor_mm, after.receptor_mm, RECEPTOR_GAP_MM),
        ("the tube would come", before.tube_mm, after.tube_mm, TUBE_GAP_MM),
    )
    for what, was_mm, is_mm, least_mm in parts:
        if is_mm < least_mm and is_mm < was_mm:
            return f"{what} to {is_mm:.0f} mm from patient or table, the limit is {least_mm:g} mm"
    return None


def _receptor_gap_mm(pose: CArmPose, receptor_mm: float, around: Surroundings) -> float:
    """From the receptor's plane to the nearest skin before it; infinite where none is."""
    right, down = pose.image_axes
    place = around.back_mm - pose.receptor_centre_world_mm
    half_mm = receptor_mm / 2.0 + HOUSING_MM
    before = (np.abs(place @ right) <= half_mm) & (np.abs(place @ down) <= half_mm)
    gap_mm = -(place[before] @ pose.receptor_direction)
    return float(gap_mm.min(initial=np.inf))


def _tube_gap_mm(pose: CArmPose, around: Surroundings) -> float:
    source = pose.source_world_mm
    low, high = around.trunk_low_mm, around.trunk_high_mm
    middle_mm, top_mm = (low[0] + high[0]) / 2.0, low[1]
    table_low = np.array([middle_mm - TABLE_HALF_WIDTH_MM, top_mm - TABLE_THICKNESS_MM, -np.inf])
    table_high = np.array([middle_mm + TABLE_HALF_WIDTH_MM, top_mm, np.inf])
    nearest_mm = min(_to_box_mm(source, low, high), _to_box_mm(source, table_low, table_high))
    return nearest_mm - TUBE_RADIUS_MM


def _to_box_mm(point: FloatArray, low: FloatArray, high: FloatArray) -> float:
    """Distance to a box; inside it minus the way to its nearest face."""
    beyond = np.maximum(low - point, point - high)
    outside_mm = float(np.linalg.norm(np.maximum(beyond, 0.0)))
    return outside_mm if outside_mm > 0.0 else float(beyond.max())
