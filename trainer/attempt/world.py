"""What `decide` may look at: bound when the attempt opens, never part of the state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from trainer.attempt.body import Body
from trainer.attempt.collision import Surroundings
from trainer.attempt.drill import DrillTask
from trainer.geometry.carm import CArmPose
from trainer.geometry.pinhole import PinholeView
from trainer.imaging.thickness import OpenPart
from trainer.needle.catalogue import NeedleModel
from trainer.needle.distance import DistanceField
from trainer.scenario.profile import Profile
from trainer.scenario.tables import NO_PROFILE, profile_named
from trainer.therapy.pain import PainSource

NO_PAIN = PainSource({})
__all__ = ["DistanceField", "StoredView", "World"]


@dataclass(frozen=True, slots=True, eq=False)
class StoredView:
    """One view of a radiograph patient, as the machine holds it."""

    view: PinholeView
    oblique_deg: float
    tilt_deg: float


def house_profile() -> Profile:
    """The policy where a scenario names none."""
    profile = profile_named(NO_PROFILE)
    assert profile is not None
    return profile


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """The patient and the machine as `decide` sees them.

    skin : negative inside the body. bone : None where it is unknown (radiograph patients): then
    nothing stops the needle. hazards : (structure, distance) in the header's order.
    skin_y_mm : world y of the posterior skin over table place (x_mm, z_mm), None beside the body.
    carm : the machine with its fixed numbers (SOD, matrix, first field); pose and settings come
    from the state. Its isocentre is where the table stood when the attempt opened: the table's
    range counts from there. views : the stored views of a radiograph patient, empty for a C-arm.
    thickness_g_cm2 : water that the patient is worth in the middle of a view's open part (left,
    top, right, bottom as shares of the picture), for automatic brightness.
    around : what the C-arm must not touch, None where it does not move. body : nerves, vessels and
    hollow spaces, None for picture patients: nothing can be injected, stimulated or heated there.
    profile : the practice profile with its agents. findings : of the case, that change what
    happens, e.g. "faints-easily" (`causes.FINDINGS`). pain : where the case's pain comes from.
    prepared : room and skin are ready before the attempt begins (placement alone is practised).
    weight_kg : of the person, for doses by weight, None where the case does not say.
    fascia_mm : how deep under the skin of the back the muscles' fascia lies.
    """

    skin: DistanceField
    bone: DistanceField | None
    hazards: tuple[tuple[str, DistanceField], ...]
    skin_y_mm: Callable[[float, float], float | None]
    needles: Mapping[str, NeedleModel]
    carm: CArmPose
    views: Mapping[str, StoredView]
    thickness_g_cm2: Callable[[PinholeView, OpenPart], float]
    around: Surroundings | None = None
    body: Body | None = None
    profile: Profile = field(default_factory=house_profile)
    findings: frozenset[str] = frozenset()
    pain: PainSource = NO_PAIN
    prepared: bool = False
    # Subcutaneous fat of the back 5-20 mm and skin 2-3 mm (clinical.md 1.6 [M]): the middle.
    fascia_mm: float = 12.0
    weight_kg: int | None = None
    target_count: int = 1  # how many targets the briefing names
    drill: DrillTask | None = None  # what is drilled, where the attempt is a drill
    aids: bool = False  # whether practice aids are offered: never in an exam
