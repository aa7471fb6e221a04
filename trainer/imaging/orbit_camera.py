"""Where one looks at the inside from: an eye that turns about a point."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from trainer.geometry.pinhole import FloatArray

LOWEST_MM, HIGHEST_MM = 10.0, 600.0  # of what is seen from top to bottom (design values)


@dataclass(frozen=True, slots=True)
class Ray:
    """A half line in the world; direction is a unit vector, both of shape (3,)."""

    origin_world_mm: FloatArray
    direction: FloatArray


@dataclass(frozen=True, slots=True)
class RayFan:
    """The rays of all pixels: origin and direction are linear in column and row.

    origins, directions : shape (3, 3); rows: at pixel (0, 0), change by column, change by row.
    Directions are not of unit length.
    """

    origins: FloatArray
    directions: FloatArray


@dataclass(frozen=True, slots=True)
class OrbitCamera:
    """The eye. Azimuth and elevation are the C-arm's oblique and tilt: it stands where the receptor
    does, so the same numbers hang the inside as the radiograph hangs.

    height_mm : of the world, seen from the picture's top to its bottom at the target.
    distance_mm : from eye to target. perspective : False draws parallel rays.
    Raises ValueError for a height or distance that is not positive, an elevation beyond 90.
    """

    target_world_mm: tuple[float, float, float]
    azimuth_deg: float = 0.0
    elevation_deg: float = 0.0
    height_mm: float = 80.0
    distance_mm: float = 400.0
    perspective: bool = False

    def __post_init__(self) -> None:
        if not (self.height_mm > 0.0 and self.distance_mm > 0.0):
            raise ValueError("height_mm and distance_mm must be positive")
        if not abs(self.elevation_deg) <= 90.0:
            raise ValueError("elevation_deg must lie in -90..90")
        object.__setattr__(self, "azimuth_deg", (self.azimuth_deg + 180.0) % 360.0 - 180.0)

    @property
    def axes(self) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Unit vectors to screen right, to screen bottom, and from target to eye (conventions)."""
        theta, phi = np.radians([self.azimuth_deg, self.elevation_deg])
        st, ct, sp, cp = np.sin(theta), np.cos(theta), np.sin(phi), np.cos(phi)
        right = np.array([-ct, st, 0.0])
        down = np.array([st * sp, ct * sp, -cp])
        return right, down, np.array([st * cp, ct * cp, sp])

    def turned(self, azimuth_deg: float, elevation_deg: float) -> OrbitCamera:
        """Turned further; the elevation stops at the poles."""
        elevation = min(90.0, max(-90.0, self.elevation_deg + elevation_deg))
        return replace(self, azimuth_deg=self.azimuth_deg + azimuth_deg, elevation_deg=elevation)

    def zoomed(self, factor: float) -> OrbitCamera:
        """Factor 2 shows things twice as large, within bounds."""
        height = min(HIGHEST_MM, max(LOWEST_MM, self.height_mm / factor))
        return replace(self, height_mm=height)

    def panned(self, right_mm: float, down_mm: float) -> OrbitCamera:
        """The target moved along the screen, mm."""
        right, down, _ = self.axes
        x, y, z = np.asarray(self.target_world_mm) + right_mm * right + down_mm * down
        return replace(self, target_world_mm=(float(x), float(y), float(z)))

    def mm_per_pixel(self, size_px: tuple[int, int]) -> float:
        """At the target's depth."""
        return self.height_mm / size_px[1]

    def fan(self, size_px: tuple[int, int]) -> RayFan:
        """The rays of a picture of that size (columns, rows)."""
        right, down, toward_eye = self.axes
        pitch = self.mm_per_pixel(size_px)
        columns, rows = size_px
        target = np.asarray(self.target_world_mm)
        corner = target - pitch * ((columns - 1) / 2.0 * right + (rows - 1) / 2.0 * down)
        away = self.distance_mm * toward_eye
        steps = np.stack([pitch * right, pitch * down])
        if self.perspective:
            still = np.zeros((2, 3))
            eye = target + away
            return RayFan(np.vstack([eye, still]), np.vstack([corner - eye, steps]))
        return RayFan(np.vstack([corner + away, steps]), np.vstack([-toward_eye, np.zeros((2, 3))]))

    def ray(self, pixel: FloatArray, size_px: tuple[int, int]) -> Ray:
        """The ray of a pixel (column, row)."""
        fan, by = self.fan(size_px), np.array([1.0, pixel[0], pixel[1]])
        direction = by @ fan.directions
        return Ray(by @ fan.origins, direction / np.linalg.norm(direction))

    def project(self, points_world_mm: FloatArray, size_px: tuple[int, int]) -> FloatArray:
        """Column, row and distance from the eye's plane in mm; shape (..., 3) to (..., 3).

        Column and row are NaN level with the eye or behind it.
        """
        right, down, toward_eye = self.axes
        away = np.asarray(points_world_mm, dtype=np.float64) - np.asarray(self.target_world_mm)
        depth = self.distance_mm - away @ toward_eye
        larger = (
            self.distance_mm / np.where(depth > 0.0, depth, np.nan) if self.perspective else 1.0
        )
        pitch = self.mm_per_pixel(size_px)
        column = (size_px[0] - 1) / 2.0 + (away @ right) * larger / pitch
        row = (size_px[1] - 1) / 2.0 + (away @ down) * larger / pitch
        return np.stack([column, row, depth], axis=-1)

    def dragged(
        self, point_world_mm: FloatArray, right_px: float, down_px: float, size_px: tuple[int, int]
    ) -> FloatArray:
        """A point moved parallel to the screen so that it follows the hand; shape (3,)."""
        right, down, _ = self.axes
        depth = self.project(np.asarray(point_world_mm), size_px)[2]
        pitch = self.mm_per_pixel(size_px)
        pitch *= depth / self.distance_mm if self.perspective else 1.0
        return np.asarray(point_world_mm + pitch * (right_px * right + down_px * down))
