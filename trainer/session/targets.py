"""What must be reached, in the patient at hand: names become micrometres, once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from trainer.anatomy.patient import Patient, PatientKind, RadiographView
from trainer.attempt.events import Vec3
from trainer.attempt.header import Target
from trainer.geometry.pinhole import FloatArray
from trainer.geometry.triangulation import triangulate
from trainer.refusal import Refusal
from trainer.scenario import target as wanted
from trainer.scenario.scenario import Scenario
from trainer.session.courses import accepted_convention, target_in

# A click on a picture is good to about a pixel; two rays that pass further apart than this belong
# to two different points (design value).
MAX_RAY_GAP_MM = 3.0


def micrometres(point_world_mm: Sequence[float] | FloatArray) -> Vec3:
    """World mm to the log's integers."""
    x, y, z = (round(float(part) * 1000.0) for part in point_world_mm)
    return (x, y, z)


def resolve(scenario: Scenario, patient: Patient) -> tuple[Target, ...]:
    """All targets of a scenario. Raises Refusal where one does not exist in the patient."""
    return tuple(_resolved(scenario, triple, patient) for triple in scenario.targets)


def _resolved(scenario: Scenario, triple: wanted.Target, patient: Patient) -> Target:
    if patient.kind is PatientKind.RADIOGRAPH:
        return _sighted(scenario, triple, patient)
    if triple.point_world_mm is not None:
        return _target(scenario, triple, np.asarray(triple.point_world_mm))
    convention = accepted_convention(scenario, triple)
    found = target_in(scenario, patient, triple.bone, triple.side, convention)
    nerve = () if found.nerve_world_mm is None else found.nerve_world_mm
    return _target(
        scenario, triple, found.point_world_mm, nerve=tuple(micrometres(point) for point in nerve)
    )


def _sighted(scenario: Scenario, triple: wanted.Target, patient: Patient) -> Target:
    views = {picture.name: picture for picture in patient.radiographs}
    sightings = [
        (views[name], np.asarray(pixel, dtype=np.float64))
        for name, pixel in (triple.picture_points or {}).items()
    ]
    if len(sightings) == 1:
        picture, pixel = sightings[0]
        point = _at_isocentre_depth(picture, pixel)
        return _target(scenario, triple, point, sight=micrometres(picture.view.source_world_mm))
    point, gap_mm = triangulate([(picture.view, pixel) for picture, pixel in sightings])
    if gap_mm > MAX_RAY_GAP_MM:
        raise Refusal(
            f"{scenario.id}: the target on {triple.bone} cannot be placed",
            f"the rays from its pictures pass {gap_mm:.1f} mm apart, the limit is "
            f"{MAX_RAY_GAP_MM} mm",
            "Mark the same point in every picture, or check the pictures' geometry",
        )
    return _target(scenario, triple, point)


def _at_isocentre_depth(picture: RadiographView, pixel: FloatArray) -> FloatArray:
    """The point of a pixel's ray level with the isocentre (the world's origin on import)."""
    view = picture.view
    ray, middle = view.ray_directions(pixel), view.central_direction
    depth_mm = float(-view.source_world_mm @ middle)
    return view.source_world_mm + ray * (depth_mm / float(ray @ middle))


def _target(
    scenario: Scenario,
    triple: wanted.Target,
    point_world_mm: FloatArray,
    nerve: tuple[Vec3, ...] = (),
    sight: Vec3 | None = None,
) -> Target:
    return Target(
        joint=triple.joint,
        nerve=triple.nerve,
        bone=triple.bone,
        side=str(triple.side),
        convention=accepted_convention(scenario, triple),
        point_um=micrometres(point_world_mm),
        nerve_um=nerve,
        line_of_sight_um=sight,
    )
