"""Paired-point registration: the rigid motion that takes points of one frame onto another's.

Arun KS, Huang TS, Blostein SD. Least-squares fitting of two 3-D point sets. IEEE Trans Pattern Anal
Mach Intell 1987;9:698-700: the rotation from a singular value decomposition, a reflection undone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.geometry.pinhole import FloatArray

LEAST_POINTS = 3
# The second singular value over the first: points nearer to one line than this leave the turn about
# it open (design value: 3 points 100 mm apart, 5 mm off their line).
LEAST_SPREAD = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class RigidFit:
    """to_from : shape (4, 4), takes points (x, y, z, 1) of the first frame to the second.

    residual_mm : shape (n,), how far each point ends from its partner.
    """

    to_from: FloatArray
    residual_mm: FloatArray

    @property
    def rms_mm(self) -> float:
        """The fiducial registration error, root of the mean square."""
        return float(np.sqrt(np.mean(self.residual_mm**2)))


def rigid_fit(from_mm: FloatArray, to_mm: FloatArray) -> RigidFit:
    """The rotation and shift of least squares; both shape (n, 3), rows are partners.

    Raises ValueError for fewer than three pairs, or points that lie on one line.
    """
    source, goal = np.asarray(from_mm, dtype=np.float64), np.asarray(to_mm, dtype=np.float64)
    if source.shape != goal.shape or source.ndim != 2 or source.shape[1] != 3:
        raise ValueError("pairs of points, each of three coordinates, are needed")
    if len(source) < LEAST_POINTS:
        raise ValueError(f"{len(source)} pairs are fewer than {LEAST_POINTS}")
    middle, aim = source.mean(axis=0), goal.mean(axis=0)
    for points in (source - middle, goal - aim):
        spread = np.linalg.svd(points, compute_uv=False)
        if spread[1] < LEAST_SPREAD * spread[0] or spread[0] == 0.0:
            raise ValueError("the points lie on one line, which leaves the turn about it open")
    left, _, right = np.linalg.svd((source - middle).T @ (goal - aim))
    flip = np.diag([1.0, 1.0, np.sign(np.linalg.det(left @ right))])
    rotation = (left @ flip @ right).T
    found = np.eye(4)
    found[:3, :3], found[:3, 3] = rotation, aim - rotation @ middle
    residual = source @ rotation.T + found[:3, 3] - goal
    return RigidFit(found, np.linalg.norm(residual, axis=1))


def turned_and_shifted(to_from: FloatArray, points_mm: FloatArray) -> FloatArray:
    """Points of one frame in another; shape (n, 3) or (3,)."""
    return np.asarray(np.asarray(points_mm) @ to_from[:3, :3].T + to_from[:3, 3])
