"""A point in space from its place in two or more pictures."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from trainer.geometry.pinhole import FloatArray, PinholeView


def triangulate(sightings: Sequence[tuple[PinholeView, FloatArray]]) -> tuple[FloatArray, float]:
    """The point nearest to all rays, and the root mean square distance to them in mm.

    sightings : (view, pixel (col, row)) pairs, at least two.
    Raises ValueError with fewer than two sightings or (nearly) parallel rays.
    """
    if len(sightings) < 2:
        raise ValueError("triangulation needs at least two views")
    normal = np.zeros((3, 3))
    moment = np.zeros(3)
    rays = [(view.source_world_mm, view.ray_directions(pixel)) for view, pixel in sightings]
    for source, direction in rays:
        across = np.eye(3) - np.outer(direction, direction)
        normal += across
        moment += across @ source
    # Smallest eigenvalue = sum of sin^2 of each ray against the common direction: 1 degree apart
    # leaves about 1.5e-4, which would turn 0.1 mm of click into 6 mm of depth.
    if float(np.linalg.eigvalsh(normal)[0]) < 1e-4:
        raise ValueError("the rays are nearly parallel: take views at least 10 degrees apart")
    point: FloatArray = np.linalg.solve(normal, moment).astype(np.float64)
    residuals = [float(np.linalg.norm(np.cross(point - source, d))) for source, d in rays]
    return point, float(np.sqrt(np.mean(np.square(residuals))))
