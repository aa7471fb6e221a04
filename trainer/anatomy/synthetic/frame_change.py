"""From one frame to another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.synthetic.frame import Frame
from trainer.geometry.pinhole import FloatArray

WORLD = Frame(np.zeros(3), np.eye(3))


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """Points and directions of a source frame, in a target frame."""

    source: Frame
    target: Frame

    def point(self, place: FloatArray) -> FloatArray:
        """A point in the target frame."""
        return self.target.local(self.source.world(place))

    def direction(self, way: FloatArray) -> FloatArray:
        """A direction in the target frame."""
        return np.asarray((self.source.axes @ way) @ self.target.axes)


def between(one: Frame, other: Frame) -> Frame:
    """A frame half-way between two that are not far apart."""
    up = _unit(one.axes[:, 2] + other.axes[:, 2])
    left = one.axes[:, 0] + other.axes[:, 0]
    left = _unit(left - np.dot(left, up) * up)
    middle = (one.centre_world_mm + other.centre_world_mm) / 2.0
    return Frame(middle, np.stack([left, np.cross(up, left), up], axis=1))


def _unit(way: FloatArray) -> FloatArray:
    return np.asarray(way / np.linalg.norm(way))
