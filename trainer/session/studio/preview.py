"""What an author looks at: pictures, slices and the inside, with targets and margins over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.distance import DistanceBlock, blocks_near
from trainer.anatomy.patient import Patient, PatientKind, RadiographView
from trainer.attempt.header import Target
from trainer.geometry.carm import CArmPose
from trainer.geometry.pinhole import FloatArray, PinholeView
from trainer.geometry.triangulation import triangulate
from trainer.imaging.margin_lines import margin_lines
from trainer.imaging.slice_picture import Marks, slice_picture
from trainer.imaging.slices import Cut, SlicePlane, plane_through
from trainer.refusal import Refusal
from trainer.scenario.manuscript.stand_in import has_own_targets
from trainer.scenario.scenario import Scenario
from trainer.scenario.start import start_pose
from trainer.session.exposed_view import letters_of
from trainer.session.fluoroscope import Fluoroscope
from trainer.session.interior import Interior, interior_of
from trainer.session.projectors import FAST
from trainer.session.studio.patient_notes import resolved
from trainer.session.studio.workbench import Workbench
from trainer.session.targets import MAX_RAY_GAP_MM

RING_STEPS = 48
SIZE_PX = 512
SLICE_MM = 110.0  # across a slice (design value, as session.interior)
SEED = 1  # of a preview's noise: it stands still while a slider moves


@dataclass(frozen=True, slots=True, eq=False)
class TargetMark:
    """A target over a picture.

    index : in the document. at_px : shape (2,), its middle. tolerance_px, uncertainty_px : shape
    (n, 2), closed rings round all that counts as reached, and round where the target itself may
    lie; (0, 2) where a slice passes by. off_mm : how far it lies before or behind a slice.
    """

    index: int
    name: str
    world_mm: FloatArray
    at_px: FloatArray
    tolerance_px: FloatArray
    uncertainty_px: FloatArray
    off_mm: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """An exposure. free : of another pose than the case opens with, so screens mark it a preview.

    picture : uint8, shape (rows, columns). pose : None for a stored radiograph. letters : patient
    directions at the edges. missing : why targets could not be placed, by their number.
    """

    picture: NDArray[np.uint8]
    view: PinholeView
    pose: CArmPose | None
    free: bool
    letters: Mapping[str, str]
    marks: tuple[TargetMark, ...]
    missing: Mapping[int, str]


@dataclass(frozen=True, slots=True, eq=False)
class MarginLine:
    """A hazard's safe distance in a slice: lines as `margin_lines` has them, pixels."""

    structure: str
    margin_mm: float
    lines_px: tuple[FloatArray, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SlicePreview:
    """A slice. picture : uint8 RGB, shape (rows, columns, 3)."""

    picture: NDArray[np.uint8]
    plane: SlicePlane
    marks: tuple[TargetMark, ...]
    margins: tuple[MarginLine, ...]


@dataclass(frozen=True, slots=True)
class Margins:
    """Distances to the case's hazards round its targets, by structure; made by `margins_of`."""

    blocks: Mapping[str, DistanceBlock]


def exposed(
    bench: Workbench,
    oblique_deg: float | None = None,
    tilt_deg: float | None = None,
    isocentre_mm: tuple[float, float, float] | None = None,
    size_px: int = SIZE_PX,
    picture: str | None = None,
) -> Preview:
    """An exposure of the pose the case opens with, or of another one. Raises Refusal.

    picture : the name of a stored radiograph; None is the one it opens with.
    """
    scenario, patient = _seen(bench)
    if patient.kind is PatientKind.RADIOGRAPH:
        return _stored(bench, scenario, patient, size_px, picture)
    start = start_pose(scenario, patient.landmarks)
    pose = replace(
        start,
        oblique_deg=start.oblique_deg if oblique_deg is None else oblique_deg,
        tilt_deg=start.tilt_deg if tilt_deg is None else tilt_deg,
        isocentre_world_mm=isocentre_mm or start.isocentre_world_mm,
        matrix_px=size_px,
    )
    free = pose != replace(start, matrix_px=size_px)
    return _preview(bench, scenario, patient, pose.view, pose, None, free=free)


def _stored(
    bench: Workbench, scenario: Scenario, patient: Patient, size_px: int, name: str | None
) -> Preview:
    first = scenario.start_pose.view or patient.radiographs[0].name
    found = next((one for one in patient.radiographs if one.name == (name or first)), None)
    if found is None:
        raise Refusal(
            f"There is no picture {name!r}",
            f"the patient has {', '.join(one.name for one in patient.radiographs)}",
            "Choose one of them",
        )
    columns, rows = found.view.size_px
    scale = size_px / max(columns, rows)
    view = found.view.resized((round(columns * scale), round(rows * scale)))
    return _preview(bench, scenario, patient, view, None, found, free=found.name != first)


def _preview(
    bench: Workbench,
    scenario: Scenario,
    patient: Patient,
    view: PinholeView,
    pose: CArmPose | None,
    stored: RadiographView | None,
    *,
    free: bool,
) -> Preview:
    scope = Fluoroscope(scenario, patient, SEED, FAST.for_attempts())
    shown = scope.still(view, stored).display
    found, missing = _found(bench, scenario, patient)
    marks = tuple(_projected(view, scenario, index, target) for index, target in found)
    return Preview(shown, view, pose, free, letters_of(view), marks, missing)


def sliced(
    bench: Workbench,
    cut: Cut,
    centre_world_mm: Sequence[float] | FloatArray,
    size_px: int = SIZE_PX,
    width_mm: float = SLICE_MM,
    margins: Margins | None = None,
) -> SlicePreview:
    """A slice through a point, margins of the hazards drawn where they are given. Raises Refusal"""
    scenario, patient = _seen(bench)
    _inside_there(patient)
    centre = np.asarray(centre_world_mm, dtype=np.float64)
    plane = plane_through(cut, centre, width_mm / size_px, (size_px, size_px))
    accepted = frozenset(scenario.accepted_conventions)
    nerves = tuple(one for one in patient.nerves if one.convention in accepted)
    grey = slice_picture(replace(patient, nerves=nerves), plane, marks=Marks())
    found, _ = _found(bench, scenario, patient)
    blocks = {} if margins is None else margins.blocks
    return SlicePreview(
        grey,
        plane,
        tuple(_cut(plane, scenario, index, target) for index, target in found),
        tuple(
            MarginLine(
                str(one.structure),
                one.margin_mm,
                margin_lines(blocks[str(one.structure)], plane, one.margin_mm),
            )
            for one in scenario.hazards
            if str(one.structure) in blocks
        ),
    )


def margins_of(bench: Workbench) -> Margins:
    """Distances to skin, bone and hazards round the targets; a second or two. Raises Refusal."""
    scenario, patient = _seen(bench)
    _inside_there(patient)
    found, _ = _found(bench, scenario, patient)
    points = [_world_mm(target) for _, target in found]
    if not points:
        points = [np.array(start_pose(scenario, patient.landmarks).isocentre_world_mm)]
    return Margins(blocks_near(patient, np.array(points)))


def inside(bench: Workbench) -> Interior:
    """The patient's inside round the first target, for slices and 3D views. Raises Refusal."""
    return interior_of(*_seen(bench))


def world_of_clicks(
    clicks: Sequence[tuple[PinholeView, Sequence[float] | FloatArray]],
) -> tuple[tuple[float, float, float], float]:
    """The point that was pointed at in two or more pictures, world mm, and how far the rays miss.

    clicks : (view, (column, row)). Raises Refusal where the rays belong to two points.
    """
    try:
        point, gap_mm = triangulate([(view, np.asarray(at, float)) for view, at in clicks])
    except ValueError as error:
        raise Refusal("The point cannot be placed", str(error), "Click in another view") from None
    if gap_mm > MAX_RAY_GAP_MM:
        raise Refusal(
            "The point cannot be placed",
            f"the rays pass {gap_mm:.1f} mm apart, the limit is {MAX_RAY_GAP_MM} mm",
            "Click the same point in both pictures",
        )
    return _triple(point), gap_mm


def world_of_slice(
    plane: SlicePlane, at_px: Sequence[float] | FloatArray
) -> tuple[float, float, float]:
    """The point under a click in a slice, world mm."""
    return _triple(plane.world_of(np.asarray(at_px, dtype=np.float64)))


def _triple(point: FloatArray) -> tuple[float, float, float]:
    """To a hundredth of a millimetre: no finer than a click."""
    x, y, z = (round(float(part), 2) for part in point)
    return (x, y, z)


def _seen(bench: Workbench) -> tuple[Scenario, Patient]:
    scenario, patient = bench.stand_in(), bench.patient
    if scenario is None or patient is None or not bench.patient_is_current:
        raise Refusal(
            "There is nothing to look at yet", "the patient is not built", "Build the patient first"
        )
    return scenario, patient


def _inside_there(patient: Patient) -> None:
    if patient.kind is PatientKind.RADIOGRAPH:
        raise Refusal(
            "There is nothing to cut", "radiographs have no inside", "Look at the pictures instead"
        )


def _found(
    bench: Workbench, scenario: Scenario, patient: Patient
) -> tuple[list[tuple[int, Target]], dict[int, str]]:
    """The author's targets that the patient has, and why others are not there."""
    if not has_own_targets(bench.document, scenario):
        return [], {}
    found, missing = [], {}
    for index, one in resolved(scenario, patient):
        if isinstance(one, Refusal):
            missing[index] = one.why
        else:
            found.append((index, one))
    return found, missing


def _world_mm(target: Target) -> FloatArray:
    return np.array(target.point_um) / 1000.0


def _name(target: Target) -> str:
    return f"MB {target.nerve.removesuffix('-mb')} on {target.bone}, {target.side}"


def _projected(view: PinholeView, scenario: Scenario, index: int, target: Target) -> TargetMark:
    point = _world_mm(target)
    along = (point - view.source_world_mm) / np.linalg.norm(point - view.source_world_mm)
    across = np.linalg.svd(along[None])[2][1:]  # two unit vectors at right angles to the ray
    reached, unsure = (
        view.project(point + radius_mm * _circle() @ across)
        for radius_mm in (scenario.tolerance_mm, scenario.target_uncertainty_mm)
    )
    return TargetMark(index, _name(target), point, view.project(point), reached, unsure)


def _cut(plane: SlicePlane, scenario: Scenario, index: int, target: Target) -> TargetMark:
    point = _world_mm(target)
    off_mm, middle = float(plane.depth_mm_of(point)), plane.pixel_of(point)
    reached, unsure = (
        _ring_px(plane, middle, radius_mm, off_mm)
        for radius_mm in (scenario.tolerance_mm, scenario.target_uncertainty_mm)
    )
    return TargetMark(index, _name(target), point, middle, reached, unsure, off_mm)


def _ring_px(plane: SlicePlane, middle: FloatArray, radius_mm: float, off_mm: float) -> FloatArray:
    """Where the slice cuts a ball round the target."""
    if abs(off_mm) >= radius_mm:
        return np.zeros((0, 2))
    cut_mm = np.sqrt(radius_mm**2 - off_mm**2)
    return np.asarray(middle + _circle() * (cut_mm / np.array(plane.spacing_mm)))


def _circle() -> FloatArray:
    turn = np.linspace(0.0, 2.0 * np.pi, RING_STEPS, endpoint=False)
    return np.stack([np.cos(turn), np.sin(turn)], axis=1)
