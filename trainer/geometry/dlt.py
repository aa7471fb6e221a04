"""A camera from points of known place: the normalised direct linear transformation.

Hartley and Zisserman, Multiple View Geometry in Computer Vision, 2nd ed., Cambridge 2004: the
algorithm 7.1 (resectioning), the normalisation of 4.4.4, the affine camera of 7.2.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.linalg import rq

from trainer.geometry.pinhole import FloatArray

LEAST_POINTS = 6  # 11 unknowns, two equations a point


@dataclass(frozen=True, slots=True, eq=False)
class Camera:
    """A pinhole with square pixels, as the refinement turns it.

    rotation : shape (3, 3), a rotation; its rows are the picture's right, its down and the ray to
    the receptor. mirrored : the picture shows right as left, so its columns run along minus the
    first row. centre_world_mm : the focal spot. focal_px : source to receptor over the pixel pitch.
    principal_px : (col, row) where the central ray meets the receptor.
    """

    rotation: FloatArray
    mirrored: bool
    centre_world_mm: FloatArray
    focal_px: float
    principal_px: FloatArray

    def project(self, points_world_mm: FloatArray) -> FloatArray:
        """Pixels (col, row) of points, shape (n, 3) to (n, 2); no check which side they lie on."""
        seen = (points_world_mm - self.centre_world_mm) @ self.rotation.T
        sign = np.array([-1.0 if self.mirrored else 1.0, 1.0])
        return np.asarray(self.principal_px + self.focal_px * sign * seen[:, :2] / seen[:, 2:])

    def depth_mm(self, points_world_mm: FloatArray) -> FloatArray:
        """How far beyond the source points lie, along the central ray; shape (n,)."""
        return np.asarray((points_world_mm - self.centre_world_mm) @ self.rotation[2])


def projection_matrix(points_world_mm: FloatArray, pixels: FloatArray) -> FloatArray:
    """The 3 x 4 matrix that takes points nearest to their pixels, in the algebraic sense.

    points_world_mm : shape (n, 3), pixels : shape (n, 2), n >= 6. The sign is such that the points
    lie before the source. Raises ValueError with fewer points.
    """
    if len(points_world_mm) < LEAST_POINTS:
        raise ValueError(f"a projection needs at least {LEAST_POINTS} points")
    world, to_world = _normalised(points_world_mm)
    picture, to_picture = _normalised(pixels)
    ones = np.hstack([world, np.ones((len(world), 1))])
    zeros = np.zeros_like(ones)
    col, row = picture[:, :1], picture[:, 1:]
    equations = np.vstack(
        [np.hstack([ones, zeros, -col * ones]), np.hstack([zeros, ones, -row * ones])]
    )
    smallest = np.linalg.svd(equations)[2][-1].reshape(3, 4)
    matrix = np.linalg.inv(to_picture) @ smallest @ to_world
    before = matrix[2, :3] @ points_world_mm.mean(axis=0) + matrix[2, 3]
    return np.asarray(matrix if before > 0.0 else -matrix)


def camera_of(matrix: FloatArray) -> Camera | None:
    """The square-pixel camera nearest to a projection matrix; None where it has none.

    Pixels that are not square, and skew, are averaged away: a start for the refinement.
    """
    left = matrix[:, :3]
    if not np.isfinite(matrix).all() or abs(np.linalg.det(left)) < 1e-15:
        return None
    inner, rotation = rq(left)
    signs = np.sign(np.diag(inner))
    if (signs == 0.0).any():
        return None
    inner, rotation = inner * signs, signs[:, None] * rotation
    inner = inner / inner[2, 2]
    mirrored = bool(np.linalg.det(rotation) < 0.0)
    if mirrored:
        rotation = rotation * np.array([[-1.0], [1.0], [1.0]])
    return Camera(
        rotation=np.asarray(rotation),
        mirrored=mirrored,
        centre_world_mm=np.asarray(-np.linalg.solve(left, matrix[:, 3])),
        focal_px=float(np.sqrt(inner[0, 0] * inner[1, 1])),
        principal_px=np.array([inner[0, 2], inner[1, 2]]),
    )


def affine_cameras(
    points_world_mm: FloatArray, pixels: FloatArray, focal_px: float, principal_px: FloatArray
) -> tuple[Camera, ...]:
    """The two cameras, tube on either side, that see the points as a very distant one would.

    Steady where the points have little depth and the direct transformation has not; both are starts
    for a refinement. Empty where the points lie in one plane.
    """
    middle, centre = points_world_mm.mean(axis=0), pixels.mean(axis=0)
    across, _, rank, _ = np.linalg.lstsq(points_world_mm - middle, pixels - centre, rcond=1e-9)
    if rank < 3:
        return ()
    left, sizes, right = np.linalg.svd(across.T, full_matrices=False)
    px_per_mm = float(np.sqrt(sizes[0] * sizes[1]))
    axes = left @ right  # the two orthonormal rows nearest to the affine ones
    ray = np.cross(axes[0], axes[1])
    found = []
    for mirrored in (False, True):
        x = -axes[0] if mirrored else axes[0]
        rotation = np.stack([x, axes[1], -ray if mirrored else ray])
        depth_mm = focal_px / px_per_mm
        sign = np.array([-1.0 if mirrored else 1.0, 1.0])
        aside = sign * (centre - principal_px) / focal_px * depth_mm
        seen = np.array([aside[0], aside[1], depth_mm])
        found.append(Camera(rotation, mirrored, middle - rotation.T @ seen, focal_px, principal_px))
    return tuple(found)


def _normalised(points: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Points moved and scaled to mean 0 and mean distance sqrt(dimensions), and how."""
    dimensions = points.shape[1]
    middle = points.mean(axis=0)
    distance = float(np.linalg.norm(points - middle, axis=1).mean()) or 1.0
    scale = np.sqrt(dimensions) / distance
    matrix = np.diag([*([scale] * dimensions), 1.0])
    matrix[:dimensions, -1] = -scale * middle
    return (points - middle) * scale, matrix
