"""Look inside a patient: for authors, for practice, for the debrief. Never in an exam."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from trainer.anatomy.patient import Patient, PatientKind
from trainer.attempt.header import Target
from trainer.geometry.pinhole import FloatArray
from trainer.imaging.orbit_camera import OrbitCamera
from trainer.imaging.overlays import Ellipsoid, Shaft
from trainer.imaging.slice_picture import Marks, slice_picture
from trainer.imaging.slices import Cut, plane_through
from trainer.imaging.solid_render import render_solid
from trainer.imaging.solid_scene import SolidScene, solid_scene
from trainer.refusal import Refusal
from trainer.scenario.scenario import Scenario
from trainer.scenario.start import start_pose
from trainer.session.services import Services
from trainer.session.targets import resolve
from trainer.session.viewing import ViewRequest, usage_refusal
from trainer.session.waiting import IN_SILENCE, Waiting

HEIGHT_MM = 88.0  # of the world in the first 3D view: the region with a little room (design value)
SLICE_MM = 110.0  # across a slice (design value)
DEFAULT_PX = 512


@dataclass(frozen=True, slots=True, eq=False)
class Interior:
    """One patient to look into, the first target in its middle.

    patient : with the nerves of the accepted conventions only. camera : as the machine starts.
    """

    title: str
    target_name: str
    patient: Patient
    target_world_mm: FloatArray
    scene: SolidScene
    camera: OrbitCamera
    marks: Marks


def interior_of(
    scenario: Scenario,
    patient: Patient,
    shafts: tuple[Shaft, ...] = (),
    lesions: tuple[Ellipsoid, ...] = (),
    at: Target | None = None,
) -> Interior:
    """Ready to be looked into, round a target or the scenario's first; takes half a second.

    Raises Refusal where the patient has no inside (radiographs) or the target does not exist.
    """
    if patient.kind is PatientKind.RADIOGRAPH:
        raise Refusal(
            f"{scenario.id} cannot be looked into",
            "its patient is a set of radiographs, which have no inside",
            "Choose a scenario with a synthetic or a CT patient",
        )
    first = resolve(scenario, patient)[0] if at is None else at
    target = np.array(first.point_um) / 1000.0
    shown = replace(patient, nerves=_accepted(patient, scenario))
    scene = solid_scene(shown, target, shafts=shafts, lesions=lesions, target_world_mm=target)
    camera = _first_camera(scenario, patient, target)
    render_solid(scene, camera, (8, 8))  # compiles, or loads, its loops while somebody waits anyway
    return Interior(
        scenario.title,
        f"{first.joint}: MB {first.nerve.removesuffix('-mb')} on the {first.bone} TP, {first.side}",
        shown,
        target,
        scene,
        camera,
        Marks(target, shafts, lesions),
    )


def look_inside(services: Services, scenario_id: str, waiting: Waiting = IN_SILENCE) -> Interior:
    """The inside of a scenario's patient; building the patient may take seconds. Raises Refusal."""
    scenario = services.scenarios.load(scenario_id)
    return interior_of(scenario, services.patients.patient_of(scenario, waiting))


def solid_to_file(services: Services, request: ViewRequest, path: Path) -> Mapping[str, Any]:
    """Write the 3D view of a scenario's patient as PNG. Raises Refusal."""
    inside, size = _for_file(services, request, path)
    camera = replace(
        inside.camera,
        azimuth_deg=_either(request.oblique_deg, inside.camera.azimuth_deg),
        elevation_deg=max(-90.0, min(90.0, _either(request.tilt_deg, inside.camera.elevation_deg))),
    )
    services.pictures.write_png(path, render_solid(inside.scene, camera, (size, size)).rgb)
    return _written(request, path, [size, size]) | {
        "kind": "solid",
        "oblique_deg": camera.azimuth_deg,
        "tilt_deg": camera.elevation_deg,
        "caption": f"3D, oblique {camera.azimuth_deg:g} deg, tilt {camera.elevation_deg:g} deg",
    }


def slices_to_file(services: Services, request: ViewRequest, path: Path) -> Mapping[str, Any]:
    """Write axial, sagittal and coronal slices through the target, side by side, as PNG."""
    if request.oblique_deg is not None or request.tilt_deg is not None:
        raise usage_refusal("--oblique and --tilt", "turn the 3D view; slices stand still")
    inside, size = _for_file(services, request, path)
    spacing_mm = SLICE_MM / size
    pictures = [
        slice_picture(
            inside.patient,
            plane_through(cut, inside.target_world_mm, spacing_mm, (size, size)),
            marks=inside.marks,
        )
        for cut in Cut
    ]
    services.pictures.write_png(path, np.hstack(pictures))
    return _written(request, path, [size * len(pictures), size]) | {
        "kind": "slices",
        "cuts": [str(cut) for cut in Cut],
        "centre_world_mm": [round(float(part), 3) for part in inside.target_world_mm],
        "spacing_mm": spacing_mm,
        "caption": "axial, sagittal and coronal through the target",
    }


def _for_file(services: Services, request: ViewRequest, path: Path) -> tuple[Interior, int]:
    if path.suffix.lower() != ".png":
        raise usage_refusal("-o", f"{path.name} must end in .png: the inside is no radiograph")
    if request.view is not None:
        raise usage_refusal("--view", "names a stored radiograph, which has no inside")
    return look_inside(services, request.scenario), request.size_px or DEFAULT_PX


def _written(request: ViewRequest, path: Path, size_px: list[int]) -> dict[str, Any]:
    return {"path": str(path), "scenario": request.scenario, "size_px": size_px}


def _accepted(patient: Patient, scenario: Scenario) -> tuple[Any, ...]:
    accepted = scenario.accepted_conventions
    return tuple(nerve for nerve in patient.nerves if nerve.convention in accepted)


def _first_camera(scenario: Scenario, patient: Patient, target: FloatArray) -> OrbitCamera:
    pose = start_pose(scenario, patient.landmarks)
    x, y, z = (float(part) for part in target)
    tilt = max(-90.0, min(90.0, pose.tilt_deg))
    return OrbitCamera((x, y, z), pose.oblique_deg, tilt, HEIGHT_MM)


def _either(wanted: float | None, other: float) -> float:
    return other if wanted is None else wanted
