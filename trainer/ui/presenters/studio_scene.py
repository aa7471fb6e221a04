"""What the studio's pictures are of: the patient, the machine, the case's points; no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from trainer.anatomy.levels import LEVELS
from trainer.anatomy.patient import Patient, PatientKind
from trainer.geometry.carm import CArmPose
from trainer.refusal import Refusal
from trainer.scenario.scenario import Scenario
from trainer.scenario.start import start_pose
from trainer.session.targets import resolve
from trainer.ui.presenters.studio_marks import Mark, Pixel, Point, moved_on_beam
from trainer.ui.presenters.texts import tr

LATERAL_DEG = 90.0
CORNER = "tp_corner"  # where names are clicked: the corner of the transverse process


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A patient and what is marked in it. pose : the start pose; None: nothing to turn.

    targets : one for each of the document's; None where it does not exist in this patient. sights :
    where each is marked in the radiographs, by their names; () for other patients.
    """

    patient: Patient
    scenario: Scenario
    pose: CArmPose | None
    targets: tuple[Point | None, ...]
    radius_mm: float
    chosen: int = 0
    sights: tuple[Mapping[str, Pixel], ...] = ()

    @property
    def about(self) -> Point:
        """What the pictures look at: the chosen target, else the machine's isocentre."""
        chosen = self.targets[self.chosen] if self.chosen < len(self.targets) else None
        first = next((one for one in (chosen, *self.targets) if one is not None), None)
        if first is not None:
            return first
        return (0.0, 0.0, 0.0) if self.pose is None else self.pose.isocentre_world_mm

    def looking(self, oblique_deg: float, tilt_deg: float, field_mm: float) -> CArmPose | None:
        """The case's machine, turned so, about what is looked at."""
        if self.pose is None:
            return None
        return replace(
            self.pose,
            oblique_deg=oblique_deg,
            tilt_deg=tilt_deg,
            isocentre_world_mm=self.about,
            field_mm=field_mm,
        )

    @property
    def hazards(self) -> tuple[tuple[str, float], ...]:
        """Structures and margins."""
        return tuple((str(one.structure), one.margin_mm) for one in self.scenario.hazards)


def scene_of(
    scenario: Scenario | None, patient: Patient | None, document: Mapping[str, Any], chosen: int
) -> Scene | None:
    """The scene, as far as it can be had. scenario : a whole one to draw (`stand_in`)."""
    if scenario is None or patient is None:
        return None
    wanted = document.get("targets")
    count = len(wanted) if isinstance(wanted, list) else 0
    return Scene(
        patient,
        scenario,
        _pose(scenario, patient),
        tuple(_places(scenario, patient, count)),
        scenario.tolerance_mm,
        min(chosen, max(0, count - 1)),
        tuple(_sights(wanted)) if patient.kind is PatientKind.RADIOGRAPH else (),
    )


def _sights(targets: object) -> Iterator[Mapping[str, Pixel]]:
    for one in targets if isinstance(targets, list) else ():
        points = one.get("picture_points") if isinstance(one, dict) else None
        told = points.items() if isinstance(points, dict) else ()
        yield {str(name): (float(at[0]), float(at[1])) for name, at in told}


def _pose(scenario: Scenario, patient: Patient) -> CArmPose | None:
    try:
        return start_pose(scenario, patient.landmarks)
    except (ValueError, Refusal):
        return None


def _places(scenario: Scenario, patient: Patient, count: int) -> Iterator[Point | None]:
    for one in scenario.targets[:count]:
        try:
            alone = scenario.model_copy(update={"targets": (one,)})
            x, y, z = (part / 1000.0 for part in resolve(alone, patient)[0].point_um)
        except (Refusal, ValueError):
            yield None
        else:
            yield (x, y, z)


def target_marks(scene: Scene) -> tuple[Mark, ...]:
    """The targets with their tolerance; the chosen one stands out."""
    if scene.patient.kind is PatientKind.RADIOGRAPH:
        return tuple(_sighted(scene))
    kind = scene.patient.kind.value
    return tuple(
        Mark(
            f"target {at}",
            point,
            scene.radius_mm,
            "target",
            f"{at + 1}  {one.bone} {'L' if str(one.side) == 'left' else 'R'}",
            at == scene.chosen,
            kind == "ct",
        )
        for at, (point, one) in enumerate(zip(scene.targets, scene.scenario.targets, strict=False))
        if point is not None
    )


def _sighted(scene: Scene) -> Iterator[Mark]:
    """Each target in each picture that it is marked in, at the isocentre's depth."""
    views = {one.name: one.view for one in scene.patient.radiographs}
    for at, points in enumerate(scene.sights):
        for name, pixel in points.items():
            if name in views:
                point = moved_on_beam(views[name], (0.0, 0.0, 0.0), pixel)
                words, chosen = str(at + 1), at == scene.chosen
                yield Mark(
                    f"target {at}", point, scene.radius_mm, "target", words, chosen, True, name
                )


def corner_marks(scene: Scene) -> tuple[Mark, ...]:
    """Every corner that can be clicked to make it the target's bone."""
    taken = {(one.bone, str(one.side)) for one in scene.scenario.targets}
    found = []
    for level in LEVELS:
        for side in ("left", "right"):
            point = scene.patient.landmarks.get(f"{level}.{side}.{CORNER}")
            if point is not None and (level, side) not in taken:
                found.append(Mark(f"{level}.{side}.{CORNER}", point, 0.0, "landmark", level))
    return tuple(found)


def landmark_marks(scene: Scene, name: str) -> tuple[Mark, ...]:
    """Landmarks of the chosen one's level, and the bodies of all for counting."""
    level = name.split(".", maxsplit=1)[0]
    return tuple(
        Mark(
            each,
            point,
            0.0,
            "proposed" if each in scene.patient.proposed else "landmark",
            each.split(".")[0] if each.endswith("body_centre") else "",
            each == name,
            True,
        )
        for each, point in scene.patient.landmarks.items()
        if each.endswith(".body_centre") or each.split(".")[0] == level
    )


def isocentre_names(patient: Patient) -> tuple[tuple[str, str], ...]:
    """Landmarks that a machine is sensibly centred on, with words."""
    return tuple(
        (f"{level}.body_centre", tr("Body of {level}").format(level=level))
        for level in LEVELS
        if f"{level}.body_centre" in patient.landmarks
    )
