"""A vertebra's own axes, as the ruler finds them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.geometry.pinhole import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Axes:
    """origin : world mm, middle of the body. columns : left, posterior, up; shape (3, 3)."""

    origin_world_mm: FloatArray
    columns: FloatArray

    @property
    def left(self) -> FloatArray:
        """World direction toward the patient's left, in the end-plate plane."""
        return np.asarray(self.columns[:, 0])

    @property
    def back(self) -> FloatArray:
        """World direction backward, in the end-plate plane."""
        return np.asarray(self.columns[:, 1])

    @property
    def up(self) -> FloatArray:
        """World direction toward the head, square to the end plates."""
        return np.asarray(self.columns[:, 2])

    def world(self, local_mm: FloatArray) -> FloatArray:
        """World mm of local (x, y, z); shape (..., 3)."""
        return np.asarray(np.asarray(local_mm) @ self.columns.T + self.origin_world_mm)

    def local(self, world_mm: FloatArray) -> FloatArray:
        """Local (x, y, z) of world mm; shape (..., 3)."""
        return np.asarray((np.asarray(world_mm) - self.origin_world_mm) @ self.columns)

    def direction(self, local: tuple[float, float, float]) -> FloatArray:
        """World direction of a local one."""
        return np.asarray(self.columns @ np.asarray(local, dtype=np.float64))

    def moved(self, local_mm: tuple[float, float, float]) -> Axes:
        """The same axes at another origin."""
        return Axes(self.world(np.asarray(local_mm)), self.columns)

    def turned(self, yaw_deg: float) -> Axes:
        """Turned about its own up; + carries left toward back."""
        c, s = np.cos(np.radians(yaw_deg)), np.sin(np.radians(yaw_deg))
        turn = np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])
        return Axes(self.origin_world_mm, self.columns @ turn)


def upright(origin_world_mm: FloatArray, up: FloatArray, left: FloatArray) -> Axes:
    """Axes of an up and a rough left."""
    up = np.asarray(up) / np.linalg.norm(up)
    left = np.asarray(left) - np.dot(left, up) * up
    left = left / np.linalg.norm(left)
    return Axes(np.asarray(origin_world_mm), np.stack([left, np.cross(up, left), up], axis=1))
