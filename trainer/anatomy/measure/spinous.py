"""The spinous process: length from the body's posterior-superior margin, and its slope."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.measure.blobs import sheet, span
from trainer.anatomy.measure.vertebra import Vertebra
from trainer.anatomy.measure.walls import outer_walls
from trainer.geometry.pinhole import FloatArray

STEP_MM = 0.5
HALF_WIDTH_MM = 9.0


@dataclass(frozen=True, slots=True)
class Spinous:
    """length_mm : posterior-superior body margin to tip, canal included (clinical.md 1.1).

    down_deg : its axis below the end-plate plane. tip_local_mm : its tip.
    """

    length_mm: float
    down_deg: float
    tip_local_mm: tuple[float, float, float]


NOT_FOUND = Spinous(np.nan, np.nan, (np.nan, np.nan, np.nan))


def spinous_of(one: Vertebra, margin_z_mm: float) -> Spinous:
    """The spinous process; margin_z_mm : height of the posterior-superior body margin."""
    points = _followed(one)
    if len(points) < 400:
        return NOT_FOUND
    axis, centre = _axis(points, one.canal.roof_y_mm)
    if axis is None:
        return NOT_FOUND
    tip = _tip(one, points, axis, centre)
    margin = np.array([0.0, one.upper.back_mm, margin_z_mm])
    off_midline = tip - margin
    return Spinous(
        float(np.linalg.norm(off_midline[1:])),
        float(np.degrees(np.arctan2(-axis[2], axis[1]))),
        (float(tip[0]), float(tip[1]), float(tip[2])),
    )


def _followed(one: Vertebra) -> FloatArray:
    """Local points of the process, section by section backward from the laminae."""
    half = one.height_mm / 2.0
    x, z = span(-HALF_WIDTH_MM, HALF_WIDTH_MM), span(-half - 52.0, half + 6.0)
    piece, found = None, []
    for y in np.arange(one.canal.roof_y_mm + 2.0, one.canal.roof_y_mm + 60.0, STEP_MM):
        cut = sheet(one.density, one.axes, x=x, y=float(y), z=z, level_g_cm3=one.bone_g_cm3)
        if piece is None:
            piece = cut.piece_at(np.array([0.0, y, one.canal.roof_z_mm - 2.0]))
        else:
            piece = cut.touching(piece)
        if piece is None:
            break
        found.append(cut.points_mm[piece])
    return np.concatenate(found) if found else np.empty((0, 3))


def _axis(points: FloatArray, roof_mm: float) -> tuple[FloatArray | None, FloatArray]:
    """Unit direction from root to tip, and a point on it: the free part's middle line."""
    free = points[points[:, 1] > roof_mm + 7.0]
    if len(free) < 200:
        return None, np.zeros(3)
    centre = free.mean(axis=0)
    axis = np.linalg.svd(free - centre, full_matrices=False)[2][0]
    axis = axis * np.sign(axis[1])
    for _ in range(3):
        along = (free - centre) @ axis
        low, high = np.percentile(along, [4.0, 96.0])
        bins = np.clip(((along - low) / (high - low) * 14.0).astype(int), 0, 13)
        inside = (along >= low) & (along <= high)
        parts = [free[inside & (bins == n)] for n in range(2, 13)]
        line = np.array([part.mean(axis=0) for part in parts if len(part)])
        if len(line) < 6:
            return None, centre
        centre = line.mean(axis=0)
        axis = np.linalg.svd(line - centre, full_matrices=False)[2][0]
        axis = axis * np.sign(axis[1])
    return axis, centre


def _tip(one: Vertebra, points: FloatArray, axis: FloatArray, centre: FloatArray) -> FloatArray:
    """Where the process ends along its axis: rays through its last 5 mm."""
    along = (points - centre) @ axis
    end = float(np.percentile(along, 99.8))
    last = points[(along > end - 5.0) & (along < end - 2.0)][::5]
    if not len(last):
        return np.asarray(centre + end * axis)
    walls = outer_walls(one.density, one.axes.world(last), one.axes.direction(tuple(axis)), 9.0)
    reach = (last - centre) @ axis + walls
    reach = reach[np.isfinite(reach) & (np.abs(reach - end) < 1.5)]
    far = float(np.percentile(reach, 95.0)) if reach.size else end
    middle_line = points[along > end - 4.0].mean(axis=0)
    return np.asarray(middle_line + (far - (middle_line - centre) @ axis) * axis)
