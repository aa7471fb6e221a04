"""The prone back as the bedside shows it: the skin's height field under a lamp, draped.

Head up and the patient's right on the right, as in the fluoroscopic picture (DESIGN 3). Nothing but
the skin is drawn: this view knows no bone and no target.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, map_coordinates

Floats = NDArray[np.float64]

# Design values of the drawing: colours (8-bit sRGB), light, drape.
SKIN_RGB = np.array([196.0, 160.0, 138.0])
DRAPE_RGB = np.array([58.0, 96.0, 102.0])
TABLE_RGB = np.array([30.0, 32.0, 35.0])
LAMP_WORLD = np.array([0.52, 0.66, 0.54])  # from the patient's left and head, raking over the back
AMBIENT = 0.30
SMOOTH_MM = 2.0  # the voxel steps of a segmented skin are no wrinkles
WINDOW_HALF_WIDTH_MM, WINDOW_ENDS = 88.0, 0.09  # opening of the drape; share of the length covered
HEM_MM = 2.5
FALL_OFF = 0.22  # the lamp lights the middle of the field most


class BackSurface(Protocol):
    """The posterior skin: heights `y_mm` (m, n) over `z_mm` (m,) and `x_mm` (n,), NaN beside it."""

    @property
    def x_mm(self) -> Floats:
        """World x, shape (n,)."""

    @property
    def z_mm(self) -> Floats:
        """World z, shape (m,)."""

    @property
    def y_mm(self) -> Floats:
        """World y of the skin, shape (m, n)."""


@dataclass(frozen=True, slots=True)
class BedsideMap:
    """Table millimetres to pixels of a square view of `side_px`, and back."""

    middle_x_mm: float
    middle_z_mm: float
    side_mm: float
    side_px: float

    @property
    def px_per_mm(self) -> float:
        """How large a millimetre is drawn."""
        return self.side_px / self.side_mm

    def pixel(self, x_mm: float, z_mm: float) -> tuple[float, float]:
        """Column and row of a place."""
        half, scale = self.side_px / 2.0, self.px_per_mm
        return half - (x_mm - self.middle_x_mm) * scale, half - (z_mm - self.middle_z_mm) * scale

    def place_mm(self, column: float, row: float) -> tuple[float, float]:
        """World x and z of a pixel."""
        half, scale = self.side_px / 2.0, self.px_per_mm
        return self.middle_x_mm + (half - column) / scale, self.middle_z_mm + (half - row) / scale


def bedside_map(back: BackSurface, side_px: float) -> BedsideMap:
    """The map that shows the whole surface."""
    x, z = np.asarray(back.x_mm), np.asarray(back.z_mm)
    covered = np.isfinite(back.y_mm)
    columns = x[covered.any(axis=0)] if covered.any() else x
    length, width = float(np.ptp(z)), float(np.ptp(columns))
    side = max(min(length, width), 1.0) if length < width else length
    return BedsideMap(
        float(columns.min() + columns.max()) / 2.0, float(z.min() + z.max()) / 2.0, side, side_px
    )


def shaded_back(back: BackSurface, side_px: int) -> NDArray[np.uint8]:
    """The picture of the back; uint8 RGB, shape (side_px, side_px, 3)."""
    to_px = bedside_map(back, side_px)
    middle = np.arange(side_px) + 0.5
    x_mm = np.array([to_px.place_mm(column, 0.0)[0] for column in middle])
    z_mm = np.array([to_px.place_mm(0.0, row)[1] for row in middle])
    heights, body = _resampled(back, x_mm, z_mm)
    light = _light(heights, 1.0 / to_px.px_per_mm)
    drape = _drape(back, to_px, x_mm, z_mm)
    cloth = DRAPE_RGB * _folds(light, x_mm, z_mm)[..., None]
    pool = 1.0 - FALL_OFF * _distance_squared(side_px)
    skin = SKIN_RGB * (light * pool)[..., None]
    colour = cloth * drape[..., None] + skin * (1.0 - drape[..., None])
    edge = gaussian_filter(body.astype(float), 1.2)[..., None]
    return np.asarray(np.clip(TABLE_RGB * (1.0 - edge) + colour * edge, 0, 255), dtype=np.uint8)


def _resampled(back: BackSurface, x_mm: Floats, z_mm: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    heights = np.asarray(back.y_mm, dtype=float)
    known = np.isfinite(heights)
    step_mm = abs(float(np.median(np.diff(back.x_mm))))
    sigma = SMOOTH_MM / step_mm
    floor = float(heights[known].min()) if known.any() else 0.0
    weight = gaussian_filter(known.astype(float), sigma)
    smooth = gaussian_filter(np.where(known, heights - floor, 0.0), sigma)
    filled = np.where(weight > 1e-3, smooth / np.maximum(weight, 1e-3), 0.0)
    rows = _index_of(np.asarray(back.z_mm), z_mm)
    columns = _index_of(np.asarray(back.x_mm), x_mm)
    grid = np.meshgrid(rows, columns, indexing="ij")
    inside = map_coordinates(known.astype(float), grid, order=1, cval=0.0) > 0.5
    return map_coordinates(filled, grid, order=1, mode="nearest"), inside


def _index_of(axis_mm: Floats, places_mm: Floats) -> Floats:
    step = (axis_mm[-1] - axis_mm[0]) / max(len(axis_mm) - 1, 1)
    return np.asarray((places_mm - axis_mm[0]) / (step or 1.0))


def _light(heights_mm: Floats, mm_per_px: float) -> Floats:
    """Lambert's cosine law; rows run to the feet (-z), columns to the patient's right (-x)."""
    down, right = np.gradient(heights_mm, mm_per_px)
    normal = np.stack([right, np.ones_like(right), down])  # -dy/dx = +right, -dy/dz = +down
    normal /= np.linalg.norm(normal, axis=0)
    lamp = LAMP_WORLD / np.linalg.norm(LAMP_WORLD)
    cosine = np.clip(np.tensordot(lamp, normal, axes=1), 0.0, 1.0)
    return np.asarray(AMBIENT + (1.0 - AMBIENT) * cosine)


def _drape(back: BackSurface, to_px: BedsideMap, x_mm: Floats, z_mm: Floats) -> Floats:
    """How much cloth covers each pixel, 0..1: everything but a window along the spine."""
    half_length = float(np.ptp(back.z_mm)) / 2.0 * (1.0 - 2.0 * WINDOW_ENDS)
    beside = np.abs(x_mm - to_px.middle_x_mm) - WINDOW_HALF_WIDTH_MM
    beyond = np.abs(z_mm - to_px.middle_z_mm) - half_length
    outside = np.maximum(beside[None, :], beyond[:, None])
    return np.asarray(np.clip(outside / HEM_MM + 0.5, 0.0, 1.0))


def _distance_squared(side_px: int) -> Floats:
    """Squared distance from the middle, 1 in the middle of an edge."""
    along = np.linspace(-1.0, 1.0, side_px)
    return np.asarray(along[:, None] ** 2 + along[None, :] ** 2)


def _folds(light: Floats, x_mm: Floats, z_mm: Floats) -> Floats:
    waves = 0.06 * np.sin(x_mm[None, :] / 13.0 + 0.8 * np.sin(z_mm[:, None] / 31.0))
    return np.asarray(0.25 + 0.75 * light + waves)
