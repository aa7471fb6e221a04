"""A pinhole view: any X-ray picture's geometry, wherever it came from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class PinholeView:
    """A point source and a flat receptor in the world.

    source_world_mm : shape (3,), the focal spot.
    pixel00_world_mm : shape (3,), the *centre* of the top-left pixel.
    column_step_mm, row_step_mm : shape (3,), world vectors from one pixel to the next along a row
        (column index grows) and down a column (row index grows); their lengths are the pixel pitch.
    size_px : (columns, rows).
    """

    source_world_mm: FloatArray
    pixel00_world_mm: FloatArray
    column_step_mm: FloatArray
    row_step_mm: FloatArray
    size_px: tuple[int, int]

    def __post_init__(self) -> None:
        for name in ("source_world_mm", "pixel00_world_mm", "column_step_mm", "row_step_mm"):
            value = np.array(getattr(self, name), dtype=np.float64)
            if value.shape != (3,) or not np.isfinite(value).all():
                raise ValueError(f"{name} must be three finite numbers, got {value!r}")
            value.setflags(write=False)
            object.__setattr__(self, name, value)
        columns, rows = self.size_px
        if columns < 1 or rows < 1:
            raise ValueError(f"size_px must be positive, got {self.size_px}")
        if abs(np.linalg.det(self._pixel_axes())) < 1e-9:
            raise ValueError("the source lies in the receptor's plane, or the axes are parallel")

    def _pixel_axes(self) -> FloatArray:
        """Columns: column step, row step, source to pixel (0,0); shape (3, 3)."""
        return np.stack(
            [
                self.column_step_mm,
                self.row_step_mm,
                self.pixel00_world_mm - self.source_world_mm,
            ],
            axis=1,
        )

    @property
    def detector_from_world(self) -> FloatArray:
        """Homogeneous projection, shape (3, 4): world mm to (col w, row w, w), w > 0 before it."""
        rotation = np.linalg.inv(self._pixel_axes())
        return np.hstack([rotation, (-rotation @ self.source_world_mm)[:, None]])

    def project(self, points_world_mm: FloatArray) -> FloatArray:
        """Pixels (col, row) of points.

        points_world_mm : shape (..., 3). Returns shape (..., 2); NaN for points level with the
        source or behind it.
        """
        points = np.asarray(points_world_mm, dtype=np.float64)
        matrix = self.detector_from_world
        homogeneous = points @ matrix[:, :3].T + matrix[:, 3]
        depth = homogeneous[..., 2:]
        safe = np.where(depth > 0.0, depth, np.nan)
        return np.asarray(homogeneous[..., :2] / safe, dtype=np.float64)

    def pixel_world_mm(self, pixels: FloatArray) -> FloatArray:
        """World points of pixels (col, row) on the receptor; shape (..., 2) to (..., 3)."""
        px = np.asarray(pixels, dtype=np.float64)
        return np.asarray(
            self.pixel00_world_mm
            + px[..., :1] * self.column_step_mm
            + px[..., 1:] * self.row_step_mm,
            dtype=np.float64,
        )

    def ray_directions(self, pixels: FloatArray) -> FloatArray:
        """Unit vectors from the source through pixels (col, row); shape (..., 2) to (..., 3)."""
        along = self.pixel_world_mm(pixels) - self.source_world_mm
        return np.asarray(along / np.linalg.norm(along, axis=-1, keepdims=True), dtype=np.float64)

    @property
    def central_pixel(self) -> FloatArray:
        """The middle of the receptor, ((columns-1)/2, (rows-1)/2); shape (2,)."""
        return np.array([(self.size_px[0] - 1) / 2.0, (self.size_px[1] - 1) / 2.0])

    @property
    def central_direction(self) -> FloatArray:
        """Unit vector from the source to the middle of the receptor; shape (3,)."""
        return self.ray_directions(self.central_pixel)

    def resized(self, size_px: tuple[int, int]) -> PinholeView:
        """The same receptor outline with another number of pixels."""
        columns, rows = size_px
        column_step = self.column_step_mm * (self.size_px[0] / columns)
        row_step = self.row_step_mm * (self.size_px[1] / rows)
        corner = self.pixel00_world_mm - 0.5 * (self.column_step_mm + self.row_step_mm)
        return PinholeView(
            self.source_world_mm,
            corner + 0.5 * (column_step + row_step),
            column_step,
            row_step,
            size_px,
        )
