"""What therapy may ask of the patient: nerves, vessels, hollow spaces, and what is on the tray."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from trainer.attempt.integers import mm_of, unit_of
from trainer.attempt.state import NeedleInHand
from trainer.geometry.pinhole import FloatArray
from trainer.needle.distance import DistanceField
from trainer.therapy.electrode import Electrode
from trainer.therapy.nearness import NerveKind, NerveLine, NerveNear, nerves_near
from trainer.therapy.spread import Surroundings, VesselLine

STIMULUS_REACH_MM = 15.0  # 10 V by the teaching model's threshold: no generator here gives more
CORD_INSIDE_MM = 4.0  # X: from the canal's wall to the cord, dorsally (epidural fat and CSF, M)
VESSEL_NEAR_MM = 10.0  # farther ones take no drop (X)


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """A patient's nerves and vessels. Names of nerves carry their side, e.g. "T6-mb left".

    stretches : of each medial branch the part that a lesion is to cover, points no further than
    0.1 mm apart, one for each accepted convention. targets : the nerves to be treated.
    structures : signed distances to pleura, canal and foramen, where the patient has them.
    electrodes : by catalogue needle, of those that can make a lesion.
    """

    nerves: tuple[NerveLine, ...]
    stretches: Mapping[str, tuple[FloatArray, ...]]
    targets: tuple[str, ...]
    vessels: tuple[VesselLine, ...]
    structures: Mapping[str, DistanceField]
    electrodes: Mapping[str, Electrode]

    def of_kind(self, *kinds: NerveKind) -> Iterator[NerveLine]:
        """Nerves of some kinds."""
        return (nerve for nerve in self.nerves if nerve.kind in kinds)

    def distance_mm(self, structure: str, points_mm: FloatArray) -> float | None:
        """Least signed distance of points (n, 3) to a structure, None where it is unknown."""
        field = self.structures.get(structure)
        return None if field is None else float(field.at(points_mm).min())


def bare_part_mm(needle: NeedleInHand, active_tip_mm: float) -> FloatArray:
    """Tip and upper end of the bare metal; shape (2, 3)."""
    tip = mm_of(needle.tip_um)
    return np.stack([tip, tip - unit_of(needle.axis_e9) * active_tip_mm])


def near_bare_part(
    body: Body, bare_mm: FloatArray, numb: Mapping[str, float]
) -> tuple[NerveNear, ...]:
    """What a stimulus can reach, the nearest first; the cord by its canal's wall."""
    near = [
        NerveNear(one.name, one.kind, one.level, one.side, one.distance_mm, numb.get(one.name, 0.0))
        for one in nerves_near(body.nerves, bare_mm, STIMULUS_REACH_MM)
    ]
    parts = np.linspace(0.0, 1.0, 21)[:, None]
    wall_mm = body.distance_mm("canal", bare_mm[0] + parts * (bare_mm[1] - bare_mm[0]))
    if wall_mm is not None and wall_mm + CORD_INSIDE_MM < STIMULUS_REACH_MM:
        distance_mm = max(0.0, wall_mm + CORD_INSIDE_MM)
        near.append(NerveNear("cord", NerveKind.CORD, "", "", distance_mm, numb.get("cord", 0.0)))
    return tuple(sorted(near, key=lambda one: (one.distance_mm, one.name)))


def surroundings_of(body: Body, tip_mm: FloatArray, bone: DistanceField | None) -> Surroundings:
    """What a drop at the tip meets."""
    point = tip_mm[None, :]
    medial = np.array([-1.0 if tip_mm[0] > _midline_x_mm(body) else 1.0, 0.0, 0.0])
    return Surroundings(
        tip_world_mm=tip_mm,
        medial=medial,
        bone_mm=None if bone is None else bone.at,
        canal_mm=body.distance_mm("canal", point),
        foramen_mm=body.distance_mm("foramen", point),
        lung_mm=body.distance_mm("pleura", point),
        vessels=tuple(
            vessel
            for vessel in body.vessels
            if float(np.linalg.norm(vessel.points_world_mm - tip_mm, axis=1).min())
            < VESSEL_NEAR_MM + vessel.radius_mm
        ),
    )


def _midline_x_mm(body: Body) -> float:
    """Between the medial branches of both sides, 0 where only one side is known."""
    sides = [
        [float(nerve.points_world_mm[:, 0].mean()) for nerve in body.nerves if nerve.side == side]
        for side in ("left", "right")
    ]
    if not all(sides):
        return 0.0
    return sum(sum(side) / len(side) for side in sides) / 2.0
