"""Where the machine really stands at the start, once the patient's landmarks are known."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.geometry.carm import CArmPose
from trainer.refusal import Refusal
from trainer.scenario.scenario import Scenario
from trainer.scenario.spelling import nearest

WorldPoint = tuple[float, float, float]


def start_pose(scenario: Scenario, landmarks: Mapping[str, WorldPoint]) -> CArmPose:
    """The C-arm's pose when an attempt opens (volumetric patients).

    landmarks : the patient's, world mm. Raises Refusal where the pose names one it has not, and
    ValueError for a radiograph patient, whose pictures bring their own geometry.
    """
    pose, machine = scenario.start_pose, scenario.machine
    if pose.oblique_deg is None or pose.tilt_deg is None or pose.isocentre is None:
        raise ValueError("a radiograph patient's machine stands nowhere: use its stored views")
    centre = _point(scenario.id, pose.isocentre, landmarks)
    x, y, z = (a + b for a, b in zip(centre, pose.isocentre_offset_mm, strict=True))
    return CArmPose(
        oblique_deg=pose.oblique_deg,
        tilt_deg=pose.tilt_deg,
        isocentre_world_mm=(x, y, z),
        sid_mm=machine.sid_mm,
        sod_mm=machine.sod_mm,
        field_mm=machine.field_mm,
        matrix_px=machine.matrix_px,
    )


def _point(
    scenario_id: str, named: str | WorldPoint, landmarks: Mapping[str, WorldPoint]
) -> WorldPoint:
    if not isinstance(named, str):
        return named
    if named not in landmarks:
        raise Refusal(
            f"Scenario {scenario_id} cannot start",
            f"its patient has no landmark {named!r}{nearest(named, sorted(landmarks))}".rstrip("?"),
            "Correct start_pose.isocentre in the scenario",
        )
    return landmarks[named]
