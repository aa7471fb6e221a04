"""One pedicle: width and height at its isthmus, and how far it converges."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.measure.blobs import Mask, Sheet, sheet, span
from trainer.anatomy.measure.vertebra import Vertebra
from trainer.anatomy.measure.walls import both_walls, middle
from trainer.geometry.pinhole import FloatArray

STEP_MM = 0.5
LARGEST_SECTION_MM2 = 420.0  # T11: 7.8 x 17.4 mm is 110 mm2; beyond this it is no isthmus


@dataclass(frozen=True, slots=True)
class Pedicle:
    """mm and degrees; converge_deg : + where the front is nearer the mid-line.

    centre_local_mm : of the isthmus.
    """

    width_mm: float
    height_mm: float
    converge_deg: float
    centre_local_mm: tuple[float, float, float]


NOT_FOUND = Pedicle(np.nan, np.nan, np.nan, (np.nan, np.nan, np.nan))


def pedicle_of(one: Vertebra, sign: float) -> Pedicle:
    """The pedicle on a side; sign : +1 left, -1 right. NaN where no isthmus is found."""
    depths = np.arange(
        one.body.back_mm + 0.5, one.body.back_mm + 0.75 * one.canal.depth_mm, STEP_MM
    )
    sections = [(y, _section(one, sign, float(y))) for y in depths]
    cut = [(y, part) for y, part in sections if part is not None]
    if len(cut) < 4:
        return NOT_FOUND
    centres = np.array([part.mean(axis=0) for _, part in cut])
    areas = np.array([len(part) for _, part in cut], dtype=np.float64)
    near = _waist_of(areas)
    angle = _converging(centres[near], sign)
    turned = one.axes.direction((np.cos(angle), -sign * np.sin(angle), 0.0))
    widths, heights = _extents(one, centres[near], turned)
    best = int(np.nanargmin(widths)) if np.isfinite(widths).any() else 0
    at = centres[near][best]
    return Pedicle(
        _waist_width(widths),
        middle(heights[max(0, best - 2) : best + 3]),
        float(np.degrees(angle)),
        (float(at[0]), float(at[1]), float(at[2])),
    )


def _section(one: Vertebra, sign: float, y: float) -> FloatArray | None:
    """Pixels of the pedicle's section at a depth; None where it is no closed oval of its own."""
    inner = one.canal.width_mm / 2.0
    x = np.sort(sign * span(inner - 4.0, inner + 15.0))
    z = span(-0.9 * one.height_mm / 2.0 - 3.0, one.height_mm / 2.0 + 6.0)
    cut = sheet(one.density, one.axes, x=x, y=y, z=z, level_g_cm3=one.bone_g_cm3)
    piece = cut.piece_at(np.array([sign * (inner + 3.0), y, one.canal.pedicle_z_mm]))
    if piece is None or _open(piece) or not _small(piece):
        return None
    part = _points(cut, piece)
    off = abs(abs(float(part[:, 0].mean())) - inner - 4.0)
    return part if off < 6.0 and len(part) > 40 else None


def _points(cut: Sheet, piece: Mask) -> FloatArray:
    return np.asarray(cut.points_mm[piece])


def _open(piece: Mask) -> bool:
    return bool(piece[0].any() or piece[-1].any() or piece[:, 0].any() or piece[:, -1].any())


def _small(piece: Mask) -> bool:
    return float(piece.sum()) * 0.16 < LARGEST_SECTION_MM2


def _waist_of(areas: FloatArray) -> FloatArray:
    """The sections round the smallest one: where the pedicle is a tube."""
    return np.asarray(areas <= 1.35 * np.percentile(areas, 10.0))


def _converging(centres: FloatArray, sign: float) -> float:
    """Radians the axis turns toward the mid-line in front."""
    if len(centres) < 3:
        return float("nan")
    slope = np.polyfit(centres[:, 1], sign * centres[:, 0], 1)[0]
    return float(np.arctan(slope))


def _extents(
    one: Vertebra, centres: FloatArray, across: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Width square to the axis and height, at each section, mm."""
    lifts = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])
    starts = np.repeat(centres[:, None], lifts.size, axis=1)
    starts[..., 2] += lifts
    world = one.axes.world(starts)
    wide = both_walls(one.density, world, across, 11.0)
    shifts = np.array([-0.8, -0.4, 0.0, 0.4, 0.8])
    starts = np.repeat(centres[:, None], shifts.size, axis=1)
    starts[..., 0] += shifts
    world = one.axes.world(starts)
    tall = both_walls(one.density, world, one.axes.up, 14.0)
    return np.array([middle(row) for row in wide]), np.array([middle(row) for row in tall])


def _waist_width(widths: FloatArray) -> float:
    """The least width that three neighbouring sections agree on."""
    if np.isfinite(widths).sum() < 3:
        return float("nan")
    smooth = [np.median(widths[n : n + 3]) for n in range(len(widths) - 2)]
    return float(np.nanmin(smooth))
