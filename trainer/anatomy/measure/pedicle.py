"""One pedicle: width and height at its isthmus, and how far it converges."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from trainer.anatomy.measure.blobs import Mask, Sheet, sheet, span
from trainer.anatomy.measure.vertebra import Vertebra
from trainer.anatomy.measure.walls import middle, outer_walls
from trainer.geometry.pinhole import FloatArray

STEP_MM = 0.5
TUBE_MM = 4.0
FLARED = 1.6  # of the isthmus: wider sections are body or pillar
SMOOTH = 5  # sections, 2.5 mm
REACH_MM = 14.0
ACROSS_MM = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])
ALONG_MM = np.array([-0.8, -0.4, 0.0, 0.4, 0.8])
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
    back = one.body.back_mm
    depths = np.arange(back + 0.5, back + 0.75 * one.canal.depth_mm, STEP_MM)
    sections = [part for y in depths if (part := _section(one, sign, float(y))) is not None]
    if len(sections) < 8:
        return NOT_FOUND
    middles = np.array([(part.min(axis=0) + part.max(axis=0)) / 2.0 for part in sections])
    left, up = one.axes.left, one.axes.up
    centres, widths = _centred(one, middles, left, 0)
    centres, _ = _centred(one, centres, up, 2)
    near = _tube(widths)
    if near.sum() < 5:
        return NOT_FOUND
    long = np.isfinite(widths) & (widths < FLARED * np.median(widths[near]))
    angle = _converging(centres[long], sign)
    if np.isnan(angle):
        return NOT_FOUND
    turned = one.axes.direction((np.cos(angle), -sign * np.sin(angle), 0.0))
    _, widths = _centred(one, centres[near], turned, 0)
    _, heights = _centred(one, centres[near], up, 2)
    if np.isfinite(widths).sum() < SMOOTH:
        return NOT_FOUND
    widths = np.where(np.isfinite(widths), widths, np.nanmedian(widths))
    best = int(np.argmin(_smooth(widths)))
    at = centres[near][best + SMOOTH // 2]
    return Pedicle(
        float(_smooth(widths)[best]),
        middle(heights[best : best + SMOOTH]),
        float(np.degrees(angle)),
        (float(at[0]), float(at[1]), float(at[2])),
    )


def _centred(
    one: Vertebra, middles: FloatArray, way: FloatArray, axis: int
) -> tuple[FloatArray, FloatArray]:
    """Points moved midway between the walls along a direction, and the distance of the walls, mm.

    axis : 0 where the direction is sideways (rays at several heights), 2 where it is up.
    """
    spread = ACROSS_MM if axis == 0 else ALONG_MM
    starts = np.repeat(middles[:, None], spread.size, axis=1)
    starts[..., 2 - axis] += spread
    world = one.axes.world(starts)
    ahead = outer_walls(one.density, world, way, REACH_MM)
    behind = outer_walls(one.density, world, -way, REACH_MM)
    local = (way @ one.axes.columns) * np.ones((len(middles), 1))
    shift = np.array([middle(row) for row in (ahead - behind) / 2.0])
    size = np.array([middle(row) for row in ahead + behind])
    return middles + np.nan_to_num(shift)[:, None] * local, size


def _smooth(widths: FloatArray) -> FloatArray:
    """Running means over `SMOOTH` sections: roughness of the surface is no isthmus."""
    return np.convolve(widths, np.ones(SMOOTH) / SMOOTH, mode="valid")


def _tube(widths: FloatArray) -> NDArray[np.bool_]:
    """The sections within 4 mm of the narrowest run: where the pedicle is a tube."""
    kept = np.isfinite(widths)
    filled = np.where(kept, widths, np.nanmax(widths) if kept.any() else 0.0)
    best = int(np.argmin(_smooth(filled))) + SMOOTH // 2
    near = np.abs(np.arange(len(widths)) - best) * STEP_MM <= TUBE_MM
    return np.asarray(near & kept)


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


def _converging(centres: FloatArray, sign: float) -> float:
    """Radians the axis turns toward the mid-line in front."""
    if len(centres) < 3:
        return float("nan")
    slope = stats.theilslopes(sign * centres[:, 0], centres[:, 1]).slope
    return float(np.arctan(slope))
