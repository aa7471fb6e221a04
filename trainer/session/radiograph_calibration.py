"""Pictures get their geometry: from tags, from landmarks, or a scale in one plane."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import Patient, PatientKind, RadiographView
from trainer.geometry.angles import (
    Hanging,
    angles_of,
    hanging_of,
    hanging_of_letters,
    orientation_conflict,
)
from trainer.geometry.calibration import (
    CalibratedView,
    KnownOptics,
    Landmark,
    LandmarkError,
    NotCalibratedError,
    calibrate,
)
from trainer.geometry.carm import CArmPose
from trainer.geometry.in_plane import OFF_PLANE_MM, in_plane_view, scale_of
from trainer.geometry.pinhole import FloatArray, PinholeView
from trainer.geometry.triangulation import triangulate
from trainer.refusal import Problem, Refusal
from trainer.scenario.calibration import (
    CalibrationLandmark,
    CalibrationMethod,
    PictureCalibration,
)
from trainer.session.landmark_table import Click
from trainer.session.radiograph_found import FoundPicture

SQUARE_SHARE = 0.001  # pixels that differ more in their edges are not square
IN_PLANE_REACH_MM = 30.0  # a scale's doubt is told for a distance of so much
_WHAT = "The radiographs were not calibrated"


@dataclass(frozen=True, slots=True)
class Measured:
    """A ruler, or a ball by the two ends of its diameter.

    Pixels (col, row) as stored. off_plane_mm : how far before or behind the target it may lie.
    oblique_deg, tilt_deg : of the picture, where its tags do not say them.
    """

    first_px: tuple[float, float]
    second_px: tuple[float, float]
    length_mm: float
    off_plane_mm: float = OFF_PLANE_MM
    oblique_deg: float = 0.0
    tilt_deg: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class CalibratedPicture:
    """A picture hung as the C-arm's axes say, with its geometry.

    calibration : as a scenario keeps it, pixels of the hung picture. errors : of landmarks, in
    pixels; () for other methods. hanging : how the stored picture was turned. notes : sentences.
    """

    view: RadiographView
    calibration: PictureCalibration
    hanging: Hanging
    errors: tuple[LandmarkError, ...] = ()
    rms_px: float = 0.0
    rms_mm: float = 0.0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """A landmark seen in several pictures, placed by their rays alone.

    gap_mm : root mean square distance of the rays from that place; off_mm : from the table's.
    """

    name: str
    gap_mm: float
    off_mm: float


def by_landmarks(
    pictures: Sequence[FoundPicture], clicks: Sequence[Click]
) -> tuple[CalibratedPicture, ...]:
    """Every picture from its own landmarks; the world's origin becomes the landmarks' middle.

    Raises one Refusal that names each picture that cannot be.
    """
    _same_places(clicks)
    origin_mm = _origin_mm(clicks)
    done: list[CalibratedPicture] = []
    problems: list[tuple[Problem, str]] = []
    for index, picture in enumerate(pictures):
        own = [_landmark(click, origin_mm) for click in clicks if click.picture == index]
        try:
            done.append(_from_landmarks(picture, own, origin_mm))
        except NotCalibratedError as error:
            problems.append((Problem(_called(picture, index), error.why), error.next_step))
    if problems:
        why = str(problems[0][0]) if len(problems) == 1 else f"{len(problems)} pictures do not fit"
        raise Refusal(_WHAT, why, problems[0][1], problems=tuple(found for found, _ in problems))
    return named_apart(done)


def one_by_landmarks(picture: FoundPicture, clicks: Sequence[Click]) -> CalibratedView:
    """One picture alone, in the table's own coordinates, pixels as stored: for a look on the way.

    Raises NotCalibratedError.
    """
    marks = [Landmark(click.name, click.world_mm, click.pixel) for click in clicks]
    return _fitted(picture, marks, name_outlier=False)[0]


def in_plane(pictures: Sequence[FoundPicture], measured: Measured) -> CalibratedPicture:
    """One picture with a scale in the target's plane. Raises Refusal."""
    if len(pictures) != 1:
        raise Refusal(
            _WHAT,
            "a ruler or a ball gives millimetres in one plane of one picture, and "
            f"{len(pictures)} are given",
            "Give one picture, or calibrate several by landmarks",
        )
    picture = pictures[0]
    try:
        scale = scale_of(
            measured.first_px, measured.second_px, measured.length_mm, measured.off_plane_mm
        )
    except ValueError as error:
        raise Refusal(_WHAT, str(error), "Click its two ends and give its true length") from None
    oblique_deg = measured.oblique_deg if picture.oblique_deg is None else picture.oblique_deg
    tilt_deg = measured.tilt_deg if picture.tilt_deg is None else picture.tilt_deg
    hanging = _hanging_by_letters(picture, CArmPose(oblique_deg, tilt_deg))
    grey = hanging.of_picture(picture.grey)
    view = in_plane_view(scale, (grey.shape[1], grey.shape[0]), oblique_deg, tilt_deg)
    doubt_mm = scale.doubt_mm(IN_PLANE_REACH_MM)
    notes = (
        f"{scale.mm_per_px:.4f} mm a pixel in the plane of what was measured, within "
        f"{100.0 * scale.doubt_share:.1f} % ({doubt_mm:.1f} mm in {IN_PLANE_REACH_MM:.0f} mm)",
        "depth is not measured: a task on this picture is scored in the plane of its target",
    )
    hung = RadiographView(name_of(oblique_deg), grey, view, oblique_deg, tilt_deg)
    calibration = _calibration(CalibrationMethod.IN_PLANE, view, doubt_mm)
    return CalibratedPicture(hung, calibration, hanging, notes=(*picture.notes, *notes))


def from_tags(pictures: Sequence[FoundPicture]) -> tuple[CalibratedPicture, ...]:
    """Pictures whose tags give their geometry. Raises one Refusal with what is missing."""
    problems = tuple(
        Problem(_called(picture, index), sentence)
        for index, picture in enumerate(pictures)
        for sentence in picture.missing
    )
    if problems:
        raise Refusal(
            _WHAT,
            str(problems[0]) if len(problems) == 1 else f"{len(problems)} things are missing",
            "Calibrate them by landmarks, or one alone by a ruler or a ball",
            problems=problems,
        )
    return named_apart([_from_tags(picture) for picture in pictures])


def patient_of(pictures: Sequence[CalibratedPicture]) -> Patient:
    """The pictures as a patient."""
    return Patient(PatientKind.RADIOGRAPH, radiographs=tuple(one.view for one in pictures))


def cross_checks(
    pictures: Sequence[CalibratedPicture],
) -> tuple[CrossCheck, ...]:
    """Landmarks that several pictures show, placed again by their rays."""
    seen: dict[str, list[tuple[PinholeView, CalibrationLandmark]]] = {}
    for picture in pictures:
        for mark in picture.calibration.landmarks:
            seen.setdefault(mark.name, []).append((picture.view.view, mark))
    found = []
    for name, sightings in seen.items():
        if len(sightings) < 2:
            continue
        try:
            point, gap_mm = triangulate([(view, np.array(mark.pixel)) for view, mark in sightings])
        except ValueError:  # views of nearly one direction say nothing of depth
            continue
        off_mm = float(np.linalg.norm(point - np.array(sightings[0][1].world_mm)))
        found.append(CrossCheck(name, gap_mm, off_mm))
    return tuple(found)


def name_of(oblique_deg: float) -> str:
    """What a scenario calls such a view: "AP", "LAT", "OBL-L-30"; within 20° of the axis."""
    from_back_deg = min(abs(oblique_deg), 180.0 - abs(oblique_deg))
    if from_back_deg <= 20.0:
        return "AP"
    if from_back_deg >= 70.0:
        return "LAT"
    return f"OBL-{'L' if oblique_deg > 0.0 else 'R'}-{from_back_deg:.0f}"


def named_apart(pictures: Sequence[CalibratedPicture]) -> tuple[CalibratedPicture, ...]:
    """A number behind the second and later picture of one name."""
    counts: dict[str, int] = {}
    apart = []
    for picture in pictures:
        name = picture.view.name
        counts[name] = counts.get(name, 0) + 1
        numbered = name if counts[name] == 1 else f"{name}-{counts[name]}"
        apart.append(replace(picture, view=replace(picture.view, name=numbered)))
    return tuple(apart)


def _from_landmarks(
    picture: FoundPicture, marks: Sequence[Landmark], origin_mm: FloatArray
) -> CalibratedPicture:
    fitted, notes = _fitted(picture, marks)
    _check_orientation(fitted, picture)
    hanging = hanging_of(fitted.view)
    view, grey = hanging.of_view(fitted.view), hanging.of_picture(picture.grey)
    oblique_deg, tilt_deg = angles_of(view)
    moved = tuple(
        CalibrationLandmark(
            name=mark.name,
            world_mm=mark.world_mm,
            pixel=hanging.of_pixel(mark.pixel, picture.size_px),
        )
        for mark in marks
    )
    calibration = _calibration(
        CalibrationMethod.LANDMARKS, view, fitted.uncertainty_mm, moved, _three(origin_mm)
    )
    said = (
        f"{len(marks)} landmarks, reprojection error {fitted.rms_px:.2f} px = "
        f"{fitted.rms_mm:.2f} mm, rays within {fitted.uncertainty_mm:.2f} mm",
        *notes,
    )
    hung = RadiographView(name_of(oblique_deg), grey, view, oblique_deg, tilt_deg)
    return CalibratedPicture(
        hung,
        calibration,
        hanging,
        fitted.errors,
        fitted.rms_px,
        fitted.rms_mm,
        (*picture.notes, *said),
    )


def _check_orientation(fitted: CalibratedView, picture: FoundPicture) -> None:
    """Raises NotCalibratedError where the tag and the landmarks hang the picture differently."""
    conflict = orientation_conflict(fitted.view, picture.orientation)
    if conflict is not None:
        raise NotCalibratedError(
            f"Patient Orientation (0020,0020) says {picture.orientation}, the landmarks say "
            f"{conflict}",
            "Check left and right in the table; a wrong tag has to be taken out of the file",
            fitted.errors,
        )


def _fitted(
    picture: FoundPicture, marks: Sequence[Landmark], *, name_outlier: bool = True
) -> tuple[CalibratedView, tuple[str, ...]]:
    """With the machine of the tags where they tell one, else with any; and what to say of it."""
    square = picture.pitch_mm is None or np.isclose(*picture.pitch_mm, rtol=SQUARE_SHARE)
    if not square:
        raise NotCalibratedError(
            "its pixels are not square (0018,1164)", "Export it with square pixels"
        )
    if picture.sid_mm is None or picture.pitch_mm is None:
        return calibrate(
            marks, picture.size_px, KnownOptics(picture.sid_mm), name_outlier=name_outlier
        ), ()
    told = KnownOptics(picture.sid_mm, picture.sid_mm / picture.pitch_mm[0])
    try:
        return calibrate(marks, picture.size_px, told, name_outlier=False), ()
    except NotCalibratedError as error:
        try:
            known = KnownOptics(picture.sid_mm)
            fitted = calibrate(marks, picture.size_px, known, name_outlier=name_outlier)
        except NotCalibratedError as freely:
            raise freely from error
    note = "the landmarks contradict the tags' distance to the detector or pixel spacing"
    return fitted, (f"{note}; the landmarks are believed",)


def _from_tags(picture: FoundPicture) -> CalibratedPicture:
    assert picture.view is not None, "nothing is missing"
    hung = replace(picture.view, name=name_of(picture.view.oblique_deg))
    calibration = _calibration(CalibrationMethod.TAGS, hung.view, 0.0)
    return CalibratedPicture(hung, calibration, Hanging(False, False, False), notes=picture.notes)


def _calibration(
    method: CalibrationMethod,
    view: PinholeView,
    uncertainty_mm: float,
    landmarks: tuple[CalibrationLandmark, ...] = (),
    origin_mm: tuple[float, float, float] = (0.0, 0.0, 0.0),
) -> PictureCalibration:
    return PictureCalibration(
        method=method,
        source_world_mm=_three(view.source_world_mm),
        pixel00_world_mm=_three(view.pixel00_world_mm),
        column_step_mm=_three(view.column_step_mm),
        row_step_mm=_three(view.row_step_mm),
        uncertainty_mm=round(uncertainty_mm, 4),
        landmarks=landmarks,
        table_origin_mm=origin_mm,
    )


def _hanging_by_letters(picture: FoundPicture, pose: CArmPose) -> Hanging:
    if not picture.orientation:
        raise Refusal(
            _WHAT,
            "Patient Orientation (0020,0020) is missing: nothing else says which side is left",
            'Say where rows and columns run, e.g. "R/F" for a picture from behind',
        )
    hanging = hanging_of_letters(picture.orientation, pose)
    if hanging is None:
        raise Refusal(
            _WHAT,
            f"Patient Orientation {picture.orientation} contradicts the view "
            f"({name_of(pose.oblique_deg)})",
            "Say the view's angles, or the orientation",
        )
    return hanging


def _same_places(clicks: Sequence[Click]) -> None:
    places: dict[str, tuple[float, float, float]] = {}
    for click in clicks:
        if places.setdefault(click.name, click.world_mm) != click.world_mm:
            raise Refusal(
                _WHAT,
                f"{click.name} has two places in the table",
                "Give every name one place, the same in each picture",
            )


def _origin_mm(clicks: Sequence[Click]) -> FloatArray:
    """The middle of the landmarks to the millimetre: the world's origin, as an isocentre is."""
    places = {click.name: click.world_mm for click in clicks} or {"": (0.0, 0.0, 0.0)}
    middle: NDArray[np.float64] = np.array(list(places.values()), dtype=np.float64).mean(axis=0)
    return np.asarray(middle.round(0) + 0.0)


def _landmark(click: Click, origin_mm: FloatArray) -> Landmark:
    return Landmark(click.name, _three(np.array(click.world_mm) - origin_mm), click.pixel)


def _three(point: FloatArray) -> tuple[float, float, float]:
    return float(point[0]), float(point[1]), float(point[2])


def _called(picture: FoundPicture, index: int) -> str:
    return f"picture {index + 1} ({picture.name})"


def calibration_document(picture: CalibratedPicture) -> Mapping[str, object]:
    """How a picture was calibrated, for machines."""
    calibration = picture.calibration
    return {
        "method": str(calibration.method),
        "rms_px": round(picture.rms_px, 4),
        "rms_mm": round(picture.rms_mm, 4),
        "uncertainty_mm": calibration.uncertainty_mm,
        "table_origin_mm": list(calibration.table_origin_mm),
        "landmarks": [
            {
                "name": one.name,
                "error_px": round(one.error_px, 3),
                "error_mm": round(one.error_mm, 3),
            }
            for one in picture.errors
        ],
    }
