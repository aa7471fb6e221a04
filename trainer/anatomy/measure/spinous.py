"""The spinous process: length from the body's posterior-superior margin, and its slope."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy import stats

from trainer.anatomy.measure.blobs import sheet, span
from trainer.anatomy.measure.vertebra import Vertebra
from trainer.anatomy.measure.walls import outer_walls
from trainer.geometry.pinhole import FloatArray

STEP_MM = 0.5
HALF_WIDTH_MM = 9.0
BEHIND_ROOF_MM = 6.5  # the laminae are 5 to 6.5 mm thick
LONGEST_MM = 62.0
BLADE_MM = 20.0  # of the process is asked how dense it is
FAINTEST_G_CM3 = 0.15  # what counts as bone then
FEWEST = 12  # sections
TURNS = 3
ROUND_MM = 3.0  # of the tip


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
    sections = _followed(one)
    if len(sections) < FEWEST:
        return NOT_FOUND
    axis, centre = _axis(sections)
    if axis is None:
        return NOT_FOUND
    axis = _straightened(sections, axis)
    tip = _tip(one, np.concatenate(sections), axis, centre)
    margin = np.array([0.0, one.upper.back_mm, margin_z_mm])
    off_midline = tip - margin
    return Spinous(
        float(np.linalg.norm(off_midline[1:])),
        float(np.degrees(np.arctan2(-axis[2], axis[1]))),
        (float(tip[0]), float(tip[1]), float(tip[2])),
    )


def _followed(one: Vertebra) -> list[FloatArray]:
    """Local points of each section square to y, backward from behind the laminae to the tip."""
    half = one.height_mm / 2.0
    x, z = span(-HALF_WIDTH_MM, HALF_WIDTH_MM), span(-half - 52.0, half + 6.0)
    level = _own_level(one, z)
    piece, found = None, []
    for n, y in enumerate(np.arange(one.canal.roof_y_mm + BEHIND_ROOF_MM, 120.0, STEP_MM)):
        cut = sheet(one.density, one.axes, x=x, y=float(y), z=z, level_g_cm3=level)
        if piece is None:
            # Half-way between a level and a steep process; the neighbours' are a level away.
            piece = cut.piece_at(np.array([0.0, y, -0.3 * half - BEHIND_ROOF_MM]))
        else:
            piece = cut.touching(piece)
        if piece is None or n * STEP_MM > LONGEST_MM:
            break
        found.append(np.asarray(cut.points_mm[piece]))
    return found


def _own_level(one: Vertebra, z: FloatArray) -> float:
    """Half of what the blade itself reaches, g/cm3: it is fainter than the arch it stands on."""
    y = one.canal.roof_y_mm + BEHIND_ROOF_MM + np.arange(0.0, BLADE_MM, 1.0)
    grid = np.meshgrid(np.arange(-2.0, 2.1, 1.0), y, z)
    values = one.density.at(one.axes.world(np.stack(grid, axis=-1)))
    solid = values[values > FAINTEST_G_CM3]
    if solid.size < 50:
        return one.bone_g_cm3
    return min(one.bone_g_cm3, 0.5 * float(np.percentile(solid, 85.0)))


def _axis(sections: list[FloatArray]) -> tuple[FloatArray | None, FloatArray]:
    """Unit direction from root to tip and a point on it: midway between upper and lower border.

    Sections cut a steep process aslant, so its borders are followed, each as far as it runs: the
    lower one ends at the tip's lowest corner, the upper one at the tip's last section.
    """
    y, x, top, bottom = np.array(
        [[part[0, 1], part[:, 0].mean(), part[:, 2].max(), part[:, 2].min()] for part in sections]
    ).T
    free_top = (y > y[0] + 1.0) & (y < y[-1] - 2.0)
    free_bottom = y < y[int(np.argmin(bottom))] - 1.0
    if free_top.sum() < FEWEST // 2:
        return None, np.zeros(3)
    slopes = [stats.theilslopes(top[free_top], y[free_top]).slope]
    if free_bottom.sum() >= FEWEST // 2:
        slopes.append(stats.theilslopes(bottom[free_bottom], y[free_bottom]).slope)
    down = -float(np.mean(np.arctan(slopes)))
    aside = float(stats.theilslopes(x, y).slope)
    axis = np.array([aside * np.cos(down), np.cos(down), -np.sin(down)])
    points = np.concatenate(sections)
    return axis / np.linalg.norm(axis), points.mean(axis=0)


def _straightened(sections: list[FloatArray], axis: FloatArray) -> FloatArray:
    """The axis through the middles of sections square to it, clear of root and rounded tip.

    The borders bend over the tip: their slopes alone read a short steep process up to 8 degrees
    too steep (tests/anatomy/measure).
    """
    points = np.concatenate(sections)
    root = sections[0]
    for _ in range(TURNS):
        square = np.array([0.0, -axis[2], axis[1]])
        square = square / np.linalg.norm(square)
        along, off = points @ axis, points @ square
        low = float((root @ axis).max()) + STEP_MM
        bins = np.arange(low, float(along.max()) - ROUND_MM, STEP_MM)
        middles = []
        for start in bins:
            inside = off[(along >= start) & (along < start + STEP_MM)]
            if inside.size:
                middles.append((start, (inside.min() + inside.max()) / 2.0))
        if len(middles) < FEWEST:
            return axis
        turn = math.atan(float(stats.theilslopes(*np.array(middles).T[::-1]).slope))
        axis = math.cos(turn) * axis + math.sin(turn) * square
    return np.asarray(axis / np.linalg.norm(axis))


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
