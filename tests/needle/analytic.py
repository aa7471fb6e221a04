"""A world one can compute by hand: planes, balls and boxes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.geometry.pinhole import FloatArray


@dataclass(frozen=True)
class Ball:
    """Negative inside a ball."""

    centre_mm: tuple[float, float, float]
    radius_mm: float

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        return np.linalg.norm(points_world_mm - np.array(self.centre_mm), axis=-1) - self.radius_mm


@dataclass(frozen=True)
class Below:
    """Negative where y is below a height: a body under a flat skin."""

    height_mm: float

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        return np.asarray(points_world_mm)[:, 1] - self.height_mm


@dataclass(frozen=True)
class Box:
    """Negative inside a box along the world's axes."""

    centre_mm: tuple[float, float, float]
    half_mm: tuple[float, float, float]

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        over = np.abs(points_world_mm - np.array(self.centre_mm)) - np.array(self.half_mm)
        outside = np.linalg.norm(np.maximum(over, 0.0), axis=-1)
        return outside + np.minimum(over.max(axis=-1), 0.0)


@dataclass(frozen=True)
class Either:
    """The nearest of several structures."""

    parts: tuple[Ball | Below | Box, ...]

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        return np.min([part.at(points_world_mm) for part in self.parts], axis=0)
