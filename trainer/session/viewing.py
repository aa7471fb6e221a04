"""One exposure or one projection without an attempt: what `view` and `project` ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from trainer.anatomy.patient import Patient, PatientKind, RadiographView
from trainer.geometry.carm import CArmPose
from trainer.geometry.pinhole import PinholeView
from trainer.refusal import ExitCode, Refusal
from trainer.scenario.scenario import Scenario
from trainer.scenario.start import start_pose
from trainer.session.fluoroscope import Fluoroscope
from trainer.session.services import Services

WRITERS = (".png", ".dcm")
# What `Exposure.stored` is: a logarithm of intensity, dense is low.
STORED_FACTS = {"pixel_intensity": "LOG", "pixel_sign": 1}


@dataclass(frozen=True, slots=True)
class ViewRequest:
    """What was asked for; None means the scenario's start pose and the machine's own matrix."""

    scenario: str
    oblique_deg: float | None = None
    tilt_deg: float | None = None
    view: str | None = None
    size_px: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Standpoint:
    """A patient and where it is looked at from. pose : None for a stored radiograph view."""

    scenario: Scenario
    patient: Patient
    view: PinholeView
    pose: CArmPose | None
    picture: RadiographView | None


def standpoint(services: Services, request: ViewRequest) -> Standpoint:
    """Resolve a request. Raises Refusal: USAGE where its options do not fit the patient."""
    scenario = services.scenarios.load(request.scenario)
    patient = services.patients.patient_of(scenario)
    if patient.kind is PatientKind.RADIOGRAPH:
        return _stored_view(scenario, patient, request)
    if request.view is not None:
        raise usage_refusal(
            "--view", "names a stored radiograph; this patient is seen with a C-arm"
        )
    pose = start_pose(scenario, patient.landmarks)
    try:
        pose = replace(
            pose,
            oblique_deg=pose.oblique_deg if request.oblique_deg is None else request.oblique_deg,
            tilt_deg=pose.tilt_deg if request.tilt_deg is None else request.tilt_deg,
            matrix_px=request.size_px or pose.matrix_px,
        )
    except ValueError as error:
        raise usage_refusal("--oblique or --tilt", str(error)) from None
    return Standpoint(scenario, patient, pose.view, pose, None)


def _stored_view(scenario: Scenario, patient: Patient, request: ViewRequest) -> Standpoint:
    if request.oblique_deg is not None or request.tilt_deg is not None:
        raise usage_refusal(
            "--oblique and --tilt", "turn a C-arm; this patient is a set of radiographs"
        )
    name = request.view or scenario.start_pose.view or patient.radiographs[0].name
    picture = next((one for one in patient.radiographs if one.name == name), None)
    if picture is None:
        names = ", ".join(one.name for one in patient.radiographs)
        raise usage_refusal("--view", f"{name!r} is none of this patient's pictures ({names})")
    view = picture.view
    if request.size_px is not None:
        columns, rows = view.size_px
        larger = max(columns, rows)
        view = view.resized(
            (
                max(1, round(columns * request.size_px / larger)),
                max(1, round(rows * request.size_px / larger)),
            )
        )
    return Standpoint(scenario, patient, view, None, picture)


def project_points(
    services: Services, request: ViewRequest, points_mm: Sequence[tuple[float, float, float]]
) -> list[dict[str, Any]]:
    """World points with their pixels (column, row); null where a point has none."""
    at = standpoint(services, request)
    pixels = at.view.project(np.array(points_mm, dtype=np.float64))
    return [
        {
            "world_mm": list(point),
            "pixel": None if np.isnan(pixel).any() else [round(float(p), 4) for p in pixel],
        }
        for point, pixel in zip(points_mm, pixels, strict=True)
    ]


def exposure_to_file(
    services: Services, request: ViewRequest, seed: int, path: Path
) -> Mapping[str, Any]:
    """Take one exposure and write it as PNG or DICOM. Raises Refusal."""
    if path.suffix.lower() not in WRITERS:
        raise usage_refusal("-o", f"{path.name} must end in {' or '.join(WRITERS)}")
    at = standpoint(services, request)
    scope = Fluoroscope(at.scenario, at.patient, seed)
    exposure = scope.still(at.view, at.picture)
    oblique, tilt = _angles(at)
    if path.suffix.lower() == ".png":
        services.pictures.write_png(path, exposure.display)
    elif at.pose is None:
        raise usage_refusal("-o", "a stored radiograph is DICOM already; write a PNG")
    else:
        facts = {"kvp": at.scenario.machine.kvp, **STORED_FACTS}
        services.pictures.write_dicom(path, exposure.stored, at.pose, facts)
    return {
        "path": str(path),
        "scenario": at.scenario.id,
        "oblique_deg": oblique,
        "tilt_deg": tilt,
        "size_px": list(at.view.size_px),
        "seed": seed,
        "caption": f"oblique {oblique:g} deg, tilt {tilt:g} deg, simulated",
    }


def _angles(at: Standpoint) -> tuple[float, float]:
    if at.pose is not None:
        return at.pose.oblique_deg, at.pose.tilt_deg
    assert at.picture is not None
    return at.picture.oblique_deg, at.picture.tilt_deg


def usage_refusal(option: str, why: str) -> Refusal:
    """An option of the command line that does not go with the patient or the others."""
    return Refusal(
        f"{option} does not fit", why, "See --help and `scenario show`", code=ExitCode.USAGE
    )
