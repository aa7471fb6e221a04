"""One lamina, in sections beside the spinous process."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.measure.blobs import sheet, span
from trainer.anatomy.measure.vertebra import Vertebra
from trainer.anatomy.measure.walls import both_walls, middle
from trainer.geometry.pinhole import FloatArray

BESIDE = (0.22, 0.25, 0.28)  # of the canal's width: clear of the spinous process and the facets


@dataclass(frozen=True, slots=True)
class Lamina:
    """Head-to-foot height along the plate and thickness across it, mm."""

    height_mm: float
    thickness_mm: float


def lamina_of(one: Vertebra, sign: float) -> Lamina:
    """The lamina on a side; sign : +1 left, -1 right."""
    found = [_in_section(one, sign * part * one.canal.width_mm) for part in BESIDE]
    heights, thicknesses = np.array(found).T
    return Lamina(middle(heights), middle(thicknesses))


def _in_section(one: Vertebra, x: float) -> tuple[float, float]:
    half = one.height_mm / 2.0
    y = span(one.body.back_mm + 4.0, one.canal.roof_y_mm + 16.0)
    z = span(-half - 24.0, half + 16.0)
    cut = sheet(one.density, one.axes, x=x, y=y, z=z, level_g_cm3=one.bone_g_cm3)
    piece = cut.piece_at(np.array([x, one.canal.roof_y_mm + 2.0, one.canal.roof_z_mm]))
    if piece is None or piece.sum() < 60:
        return float("nan"), float("nan")
    points = np.asarray(cut.points_mm[piece])[:, 1:]
    centre = points.mean(axis=0)
    axis = np.linalg.svd(points - centre, full_matrices=False)[2][0]
    axis = axis * np.sign(axis[1])
    along = (points - centre) @ axis
    height = float(np.percentile(along, 99.5) - np.percentile(along, 0.5)) + 0.4
    return height, _across(one, x, centre, axis)


def _across(one: Vertebra, x: float, centre: FloatArray, axis: FloatArray) -> float:
    """Thickness square to the plate, round its middle."""
    along = np.linspace(-3.0, 3.0, 7)[:, None]
    line = centre + along * axis
    starts = np.column_stack([np.full(len(line), x), line])
    world = one.axes.world(starts)
    square = one.axes.direction((0.0, axis[1], -axis[0]))
    return middle(both_walls(one.density, world, square, 9.0))
