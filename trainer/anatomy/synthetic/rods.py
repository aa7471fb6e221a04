"""Round rods and chains of them: screws, wires, leads."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from trainer.anatomy.synthetic.bone import Material
from trainer.anatomy.synthetic.solid import Loft
from trainer.geometry.pinhole import FloatArray


def rod(
    start: FloatArray,
    end: FloatArray,
    radius: float,
    material: Material = Material.METAL,
    rounding: float | None = None,
) -> Loft:
    """A straight rod with round ends; mm."""
    along = np.abs(np.asarray(end) - np.asarray(start))
    across = np.eye(3)[int(np.argmin(along))]
    sizes = (radius, radius, radius)
    ends = radius if rounding is None else rounding
    return Loft(start, end, across, sizes, sizes, (ends, ends), material, blend=0.4)


def chain(points: FloatArray, radius: float) -> tuple[Loft, ...]:
    """A bent rod through points, shape (n, 3); neighbours overlap by their radius."""
    found = []
    for a, b in pairwise(np.asarray(points, float)):
        way = (b - a) / np.linalg.norm(b - a)
        found.append(rod(a - radius * way, b + radius * way, radius))
    return tuple(found)
