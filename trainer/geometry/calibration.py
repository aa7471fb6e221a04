"""A radiograph's geometry from landmarks of known place, and whether to trust it.

The sum that is minimised stands in `trainer.geometry.camera_fit`. A given SID scales the receptor
and moves no ray.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from trainer.geometry.camera_fit import (
    CLICK_PX,
    Fit,
    Task,
    best_fit,
    from_the_other_side,
    uncertainty_mm,
)
from trainer.geometry.carm import DEFAULT_SID_MM
from trainer.geometry.dlt import LEAST_POINTS, Camera
from trainer.geometry.pinhole import FloatArray, PinholeView

# All limits are design values. A click on a sharp landmark is good to a pixel or two, anatomy that
# two people name alike to about a millimetre; tolerances of the tasks begin at 2 mm.
MAX_RMS_MM = 1.0
MAX_ERROR_MM = 3.0  # of one landmark; as far as two rays of one point may pass apart
MAX_UNCERTAINTY_MM = 1.5  # one standard deviation of a ray, across it
LEAST_OFF_PLANE_MM = 4.0  # root mean square distance from the best plane
OTHER_SIDE_RATIO = 1.5


@dataclass(frozen=True, slots=True)
class Landmark:
    """A point of known place and where it was clicked: pixel (col, row) of the stored picture."""

    name: str
    world_mm: tuple[float, float, float]
    pixel: tuple[float, float]


@dataclass(frozen=True, slots=True)
class LandmarkError:
    """How far a landmark's projection lies from its click; mm at the landmark, across the ray."""

    name: str
    column_px: float
    row_px: float
    error_mm: float

    @property
    def error_px(self) -> float:
        """Length of the error in pixels."""
        return float(np.hypot(self.column_px, self.row_px))


@dataclass(frozen=True, slots=True)
class KnownOptics:
    """What tags tell of the machine. focal_px = SID / pitch is fitted where it is None."""

    sid_mm: float | None = None
    focal_px: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class CalibratedView:
    """The geometry of a picture, and how far to trust it.

    principal_fitted : the central ray was found, else the middle of the picture stands for it.
    uncertainty_mm : one standard deviation of a ray, across it, where the landmarks doubt most.
    """

    view: PinholeView
    errors: tuple[LandmarkError, ...]
    principal_fitted: bool
    uncertainty_mm: float

    @property
    def rms_px(self) -> float:
        """Root mean square reprojection error in pixels."""
        return rms([error.error_px for error in self.errors])

    @property
    def rms_mm(self) -> float:
        """Root mean square reprojection error in mm at the landmarks."""
        return rms([error.error_mm for error in self.errors])


class NotCalibratedError(ValueError):
    """Why landmarks give no geometry. why, next_step : as of a refusal; errors : what was found."""

    def __init__(self, why: str, next_step: str, errors: tuple[LandmarkError, ...] = ()) -> None:
        super().__init__(why)
        self.why = why
        self.next_step = next_step
        self.errors = errors


def calibrate(
    landmarks: Sequence[Landmark],
    size_px: tuple[int, int],
    known: KnownOptics = KnownOptics(),
    *,
    name_outlier: bool = True,
) -> CalibratedView:
    """The view that explains the landmarks.

    landmarks : at least 6 with names of their own, not in one plane. size_px : (columns, rows).
    name_outlier : look for the one wrong landmark of a misfit: as many fits as there are landmarks.
    Raises NotCalibratedError where they are too few, lie badly, or do not fit.
    """
    _refuse_poor(landmarks)
    task = _task(landmarks, size_px, known)
    fit = best_fit(task)
    if fit is None:
        raise NotCalibratedError(
            "no C-arm sees these landmarks so",
            "Check that every name stands for the point that was clicked",
        )
    view = view_of_camera(fit.camera, size_px, known.sid_mm or DEFAULT_SID_MM)
    errors = errors_of(view, landmarks)
    _refuse_misfit(landmarks, size_px, known, errors, name_outlier)
    _refuse_two_sided(fit, task)
    doubt_mm = uncertainty_mm(fit, task)
    if doubt_mm > MAX_UNCERTAINTY_MM:
        raise NotCalibratedError(
            f"the landmarks leave the rays uncertain by {doubt_mm:.1f} mm, the limit is "
            f"{MAX_UNCERTAINTY_MM} mm",
            "Add landmarks, spread over the picture and over depth",
            errors,
        )
    return CalibratedView(view, errors, fit.principal_fitted, doubt_mm)


def view_of_camera(camera: Camera, size_px: tuple[int, int], sid_mm: float) -> PinholeView:
    """The same rays as a pinhole view whose receptor stands `sid_mm` from the source."""
    pitch_mm = sid_mm / camera.focal_px
    right = -camera.rotation[0] if camera.mirrored else camera.rotation[0]
    column, row = right * pitch_mm, camera.rotation[1] * pitch_mm
    middle = camera.centre_world_mm + sid_mm * camera.rotation[2]
    corner = middle - camera.principal_px[0] * column - camera.principal_px[1] * row
    return PinholeView(camera.centre_world_mm, corner, column, row, size_px)


def errors_of(view: PinholeView, landmarks: Sequence[Landmark]) -> tuple[LandmarkError, ...]:
    """Reprojection errors of landmarks in any view; NaN for those behind the source."""
    world, pixels = _arrays(landmarks)
    off = view.project(world) - pixels
    axis = np.cross(view.column_step_mm, view.row_step_mm)
    sid_mm = (view.pixel00_world_mm - view.source_world_mm) @ axis
    minified = np.abs((world - view.source_world_mm) @ axis / sid_mm)
    across_mm = off[:, :1] * view.column_step_mm + off[:, 1:] * view.row_step_mm
    lengths_mm = np.linalg.norm(across_mm, axis=1) * minified
    return tuple(
        LandmarkError(landmark.name, float(col), float(row), float(mm))
        for landmark, (col, row), mm in zip(landmarks, off, lengths_mm, strict=True)
    )


def outlier_of(
    landmarks: Sequence[Landmark], size_px: tuple[int, int], known: KnownOptics = KnownOptics()
) -> tuple[str, float] | None:
    """The landmark without which the rest fits best and within the limit, and that error in mm.

    None where leaving out one does not help, or too few would be left to tell (at 6 landmarks).
    """
    best: tuple[str, float] | None = None
    for left_out in landmarks if len(landmarks) > LEAST_POINTS else ():
        rest = [landmark for landmark in landmarks if landmark is not left_out]
        fit = best_fit(_task(rest, size_px, known))
        if fit is None:
            continue
        view = view_of_camera(fit.camera, size_px, DEFAULT_SID_MM)
        rms_mm = rms([error.error_mm for error in errors_of(view, rest)])
        if rms_mm < (MAX_RMS_MM if best is None else best[1]):
            best = left_out.name, rms_mm
    return best


def off_plane_mm(points_world_mm: FloatArray) -> float:
    """Root mean square distance of points, shape (n, 3), from the plane that fits them best."""
    spread = np.linalg.svd(points_world_mm - points_world_mm.mean(axis=0), compute_uv=False)
    return float(spread[-1] / np.sqrt(len(points_world_mm)))


def rms(values: Sequence[float]) -> float:
    """Root mean square."""
    return float(np.sqrt(np.mean(np.square(values))))


def _refuse_poor(landmarks: Sequence[Landmark]) -> None:
    if len(landmarks) < LEAST_POINTS:
        raise NotCalibratedError(
            f"{len(landmarks)} landmark(s) are given, at least {LEAST_POINTS} are needed",
            "Mark more landmarks",
        )
    world, pixels = _arrays(landmarks)
    places = len(np.unique(world.round(6), axis=0))
    if len({landmark.name for landmark in landmarks}) < len(landmarks) or places < len(landmarks):
        raise NotCalibratedError("a landmark is given twice", "Give each landmark once")
    if not (np.isfinite(world).all() and np.isfinite(pixels).all()):
        raise NotCalibratedError("a number is not finite", "Correct the table")
    off_mm = off_plane_mm(world)
    if off_mm < LEAST_OFF_PLANE_MM:
        raise NotCalibratedError(
            f"the landmarks lie in one plane (within {off_mm:.1f} mm, at least "
            f"{LEAST_OFF_PLANE_MM:g} mm are needed): such points fit many geometries",
            "Add landmarks before and behind it, e.g. spinous tips beside vertebral bodies",
        )


def _refuse_misfit(
    landmarks: Sequence[Landmark],
    size_px: tuple[int, int],
    known: KnownOptics,
    errors: tuple[LandmarkError, ...],
    name_outlier: bool,
) -> None:
    rms_mm, worst = rms([e.error_mm for e in errors]), max(errors, key=lambda e: e.error_mm)
    if rms_mm <= MAX_RMS_MM and worst.error_mm <= MAX_ERROR_MM:
        return
    outlier = outlier_of(landmarks, size_px, known) if name_outlier else None
    why = (
        f"the reprojection error is {rms_mm:.2f} mm ({rms([e.error_px for e in errors]):.1f} px), "
        f"the limit is {MAX_RMS_MM} mm; {worst.name} is off by {worst.error_mm:.1f} mm"
    )
    if outlier is None:
        raise NotCalibratedError(why, "Check names, places and clicks of all landmarks", errors)
    raise NotCalibratedError(
        f"the reprojection error is {rms_mm:.2f} mm, the limit is {MAX_RMS_MM} mm; {worst.name} is "
        f"off by {worst.error_mm:.1f} mm; without {outlier[0]} it would be {outlier[1]:.2f} mm",
        f"Check the name, the place and the click of {outlier[0]}",
        errors,
    )


def _refuse_two_sided(fit: Fit, task: Task) -> None:
    other = from_the_other_side(fit, task)
    noise_px2 = max(fit.squares_px2, task.equations * (CLICK_PX / 2.0) ** 2)
    if other is not None and other.squares_px2 < OTHER_SIDE_RATIO**2 * noise_px2:
        raise NotCalibratedError(
            "the landmarks have too little depth to tell from which side the tube looked",
            "Add landmarks nearer to the tube and nearer to the receptor",
        )


def _task(landmarks: Sequence[Landmark], size_px: tuple[int, int], known: KnownOptics) -> Task:
    return Task(*_arrays(landmarks), size_px, known.focal_px)


def _arrays(landmarks: Sequence[Landmark]) -> tuple[FloatArray, FloatArray]:
    return (
        np.array([landmark.world_mm for landmark in landmarks], dtype=np.float64),
        np.array([landmark.pixel for landmark in landmarks], dtype=np.float64),
    )
