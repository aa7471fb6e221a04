"""A world one can compute by hand: planes, balls and boxes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.geometry.pinhole import FloatArray


def _lengths(vectors: FloatArray) -> FloatArray:
    return np.asarray(np.sqrt(np.einsum("...i,...i", vectors, vectors)))


@dataclass(frozen=True)
class Ball:
    """Negative inside a ball."""

    centre_mm: tuple[float, float, float]
    radius_mm: float

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        return _lengths(points_world_mm - np.array(self.centre_mm)) - self.radius_mm


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
        most = np.maximum(np.maximum(over[..., 0], over[..., 1]), over[..., 2])
        return _lengths(np.maximum(over, 0.0)) + np.minimum(most, 0.0)


@dataclass(frozen=True)
class Either:
    """The nearest of several structures."""

    parts: tuple[Ball | Below | Box, ...]

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        return np.minimum.reduce([part.at(points_world_mm) for part in self.parts])
