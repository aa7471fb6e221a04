"""The pinhole that explains points of known place best, by least squares.

Minimise, over the direction, the place and the inner numbers of a pinhole with square pixels,

    sum_i | p_i - (c + f (s x_i / z_i, y_i / z_i)) |^2 ,    (x, y, z)_i = R (X_i - C)

X_i : a point, world mm; p_i : its pixel; R, C : direction and focal spot; f : source to receptor
in pixels; c : where the central ray meets the receptor; s = -1 where the picture is mirrored. Only
f = SID / pitch is seen, never SID alone. The middle of the picture is taken for c unless the points
speak against it (F test, 1 %): two unknowns fewer for most pictures. Starts: `dlt`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import least_squares
from scipy.special import fdtri

from trainer.geometry.dlt import (
    LEAST_POINTS,
    Camera,
    affine_cameras,
    camera_of,
    projection_matrix,
)
from trainer.geometry.pinhole import FloatArray

# Design values.
CLICK_PX = 0.5  # nobody clicks better: the least noise that uncertainty is reckoned with
FOCAL_WIDTHS = (0.6, 40.0)  # source to receptor over the picture's width: SID 0.3-3 m
USUAL_FOCAL_WIDTHS = 3.4  # 1020 mm over a receptor of 298 mm
PRINCIPAL_LEVEL = 0.01
_EXACT_PX = 1e-3  # an error nobody can have clicked: no test is needed
_MOST_STEPS = 100


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """Points and what is known of the machine.

    world_mm : shape (n, 3); pixels : shape (n, 2); size_px : (columns, rows). focal_px : source to
    receptor over the pixel pitch, None = to be fitted.
    """

    world_mm: FloatArray
    pixels: FloatArray
    size_px: tuple[int, int]
    focal_px: float | None = None

    @property
    def middle_px(self) -> FloatArray:
        """The picture's middle; shape (2,)."""
        return (np.asarray(self.size_px, dtype=np.float64) - 1.0) / 2.0

    @property
    def equations(self) -> int:
        """Two a point."""
        return 2 * len(self.world_mm)


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A camera, the sum of its squared errors, and whether its principal point was fitted."""

    camera: Camera
    squares_px2: float
    unknowns: int
    principal_fitted: bool


def best_fit(task: Task) -> Fit | None:
    """The machine that explains the points best; None where no possible one does.

    Where only machines that nobody has would do, the focal length is taken as usual: that fit is a
    poor one and tells which point is wrong.
    """
    found = _best_of_all(task)
    if found is None and task.focal_px is None:
        return _best_of_all(replace(task, focal_px=USUAL_FOCAL_WIDTHS * max(task.size_px)))
    return found


def _best_of_all(task: Task) -> Fit | None:
    starts = _starts(task)
    plain = _best(starts, task, False)
    if plain is not None and plain.squares_px2 < _EXACT_PX**2 * len(task.pixels):
        return plain
    again = [*starts[2:], *([plain.camera] if plain else starts[:2])]
    free = _best(again, task, True)
    if plain is None or free is None:
        return plain or free
    return free if _speaks_for_it(plain, free, task.equations) else plain


def from_the_other_side(fit: Fit, task: Task) -> Fit | None:
    """The best machine of this focal length whose tube stands on the other side of the points."""
    held = replace(task, focal_px=fit.camera.focal_px)
    starts = [start for start in _starts(held) if start.mirrored != fit.camera.mirrored]
    return _best(starts, held, fit.principal_fitted)


def uncertainty_mm(fit: Fit, task: Task) -> float:
    """One standard deviation of a ray, across it, where the points doubt most.

    Noise: what the fit leaves, at least `CLICK_PX`. First-order propagation through the fit.
    """
    unknowns = _unknowns_of(fit.camera, task, fit.principal_fitted)
    slopes = _slopes(unknowns, fit.camera, task, fit.principal_fitted)
    scale = np.linalg.norm(slopes, axis=0)
    scaled = slopes / np.where(scale > 0.0, scale, 1.0)
    noise_px2 = max(fit.squares_px2 / max(task.equations - fit.unknowns, 1), CLICK_PX**2)
    inverse = np.linalg.pinv(scaled.T @ scaled, rcond=1e-14)
    variance_px2 = noise_px2 * np.einsum("ij,jk,ik->i", scaled, inverse, scaled)
    mm_per_px = fit.camera.depth_mm(task.world_mm) / fit.camera.focal_px
    return float((np.sqrt(variance_px2.reshape(-1, 2).sum(axis=1)) * mm_per_px).max())


def _best(starts: Sequence[Camera], task: Task, free: bool) -> Fit | None:
    fits = [fit for fit in (_refined(start, task, free) for start in starts) if fit is not None]
    return min(fits, key=lambda fit: fit.squares_px2, default=None)


def _starts(task: Task) -> list[Camera]:
    """Two from far away, tube on either side; then the direct one, where it is a machine."""
    focal_px = task.focal_px or USUAL_FOCAL_WIDTHS * max(task.size_px)
    starts = [*affine_cameras(task.world_mm, task.pixels, focal_px, task.middle_px)]
    if len(task.world_mm) >= LEAST_POINTS:
        direct = camera_of(projection_matrix(task.world_mm, task.pixels))
        starts += [direct] if direct is not None and _possible(direct, task) else []
    return starts


def _speaks_for_it(simple: Fit, free: Fit, equations: int) -> bool:
    """Whether two more unknowns lower the error by more than chance would."""
    left = equations - free.unknowns
    gain_px2 = (simple.squares_px2 - free.squares_px2) / 2.0
    noise_px2 = max(free.squares_px2 / left, 1e-12)
    return bool(gain_px2 / noise_px2 > fdtri(2, left, 1.0 - PRINCIPAL_LEVEL))


def _refined(start: Camera, task: Task, free: bool) -> Fit | None:
    """Levenberg-Marquardt from a start; None where it ends outside what a machine can be."""

    def off_px(values: FloatArray) -> FloatArray:
        camera = _camera(values, start, task, free)
        return np.asarray((camera.project(task.world_mm) - task.pixels).ravel())

    def slopes(values: FloatArray) -> FloatArray:
        return _slopes(values, start, task, free)

    unknowns = _unknowns_of(start, task, free)
    with np.errstate(all="ignore"):
        try:
            found = least_squares(
                off_px, unknowns, slopes, method="lm", x_scale="jac", max_nfev=_MOST_STEPS
            )
        except ValueError:  # a wrong start ran to infinity
            return None
    camera = _camera(found.x, start, task, free)
    if not np.isfinite(found.fun).all() or not _possible(camera, task):
        return None
    return Fit(camera, float(found.fun @ found.fun), len(unknowns), free)


def _possible(camera: Camera, task: Task) -> bool:
    least, most = (widths * max(task.size_px) for widths in FOCAL_WIDTHS)
    near = (np.abs(camera.principal_px - task.middle_px) <= np.asarray(task.size_px)).all()
    before = (camera.depth_mm(task.world_mm) > 0.0).all()
    return bool(least <= camera.focal_px <= most and near and before)


def _unknowns_of(start: Camera, task: Task, free: bool) -> FloatArray:
    """Turn from the start (rad), the points' middle as the camera sees it (mm), log f, c (px)."""
    seen = start.rotation @ (task.world_mm.mean(axis=0) - start.centre_world_mm)
    focal = [] if task.focal_px else [np.log(start.focal_px)]
    return np.array([0.0, 0.0, 0.0, *seen, *focal, *(start.principal_px if free else ())])


def _camera(values: FloatArray, start: Camera, task: Task, free: bool) -> Camera:
    rotation = _turn(values[:3])[0] @ start.rotation
    focal_px = task.focal_px or float(np.exp(np.clip(values[6], -20.0, 20.0)))
    centre = task.world_mm.mean(axis=0) - rotation.T @ values[3:6]
    principal = np.asarray(values[-2:]) if free else task.middle_px
    return Camera(rotation, start.mirrored, centre, focal_px, principal)


def _slopes(values: FloatArray, start: Camera, task: Task, free: bool) -> FloatArray:
    """How the pixels follow the unknowns; shape (2 n, unknowns)."""
    camera = _camera(values, start, task, free)
    seen = (task.world_mm - camera.centre_world_mm) @ camera.rotation.T
    count, depth = len(seen), seen[:, 2]
    scale = camera.focal_px * np.array([-1.0 if camera.mirrored else 1.0, 1.0])
    of_seen = np.zeros((count, 2, 3))
    of_seen[:, 0, 0], of_seen[:, 1, 1] = scale[0] / depth, scale[1] / depth
    of_seen[:, :, 2] = -scale * seen[:, :2] / depth[:, None] ** 2
    turned = seen - values[3:6]
    of_turn = of_seen @ (-_crosses(turned) @ _turn(values[:3])[1])
    parts = [of_turn, of_seen]
    if task.focal_px is None:
        parts.append((scale * seen[:, :2] / depth[:, None])[:, :, None])
    if free:
        parts.append(np.broadcast_to(np.eye(2), (count, 2, 2)))
    return np.asarray(np.concatenate(parts, axis=2).reshape(2 * count, -1))


def _turn(vector_rad: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The rotation about a vector by its length, and how a small change of the vector turns it on.

    Rodrigues' formula and the left Jacobian of the rotation group (Barfoot, State Estimation for
    Robotics, Cambridge 2017, 7.1).
    """
    angle = float(np.linalg.norm(vector_rad))
    if angle < 1e-9:
        small = _crosses(vector_rad[None])[0]
        return np.eye(3) + small, np.eye(3) + small / 2.0
    axis = vector_rad / angle
    cross, along = _crosses(axis[None])[0], np.outer(axis, axis)
    sine, cosine = np.sin(angle), np.cos(angle)
    rotation = cosine * np.eye(3) + (1.0 - cosine) * along + sine * cross
    share = sine / angle
    left = share * np.eye(3) + (1.0 - share) * along + (1.0 - cosine) / angle * cross
    return np.asarray(rotation), np.asarray(left)


def _crosses(vectors: FloatArray) -> FloatArray:
    """The matrices of the cross products with vectors; shape (n, 3) to (n, 3, 3)."""
    matrices = np.zeros((len(vectors), 3, 3))
    x, y, z = vectors.T
    matrices[:, 0, 1], matrices[:, 0, 2], matrices[:, 1, 2] = -z, y, -x
    matrices[:, 1, 0], matrices[:, 2, 0], matrices[:, 2, 1] = z, -y, x
    return matrices
