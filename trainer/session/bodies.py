"""The patient's nerves, vessels and hollow spaces as the attempt asks of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from trainer.anatomy.levels import Side, nerve_at
from trainer.anatomy.patient import Nerve, Patient, Strand, StrandKind
from trainer.attempt.body import Body
from trainer.attempt.header import Target
from trainer.geometry.pinhole import FloatArray
from trainer.needle.catalogue import NEEDLES
from trainer.needle.distance import DistanceField
from trainer.refusal import Refusal
from trainer.scenario.case_choices import HiddenVessel
from trainer.scenario.scenario import Scenario
from trainer.session.courses import target_in
from trainer.therapy.electrode import Electrode
from trainer.therapy.nearness import NerveKind, NerveLine
from trainer.therapy.pain import PainSource
from trainer.therapy.spread import VesselLine
from trainer.therapy.tables import lesion_tables

# A medial branch is 0.7-1.3 mm thick (clinical reference 2.2, M).
BRANCH_RADIUS_MM = 0.5
# The stretch that a lesion is to cover: 10 mm, as long as the usual active tip (X).
STRETCH_MM = 10.0
STRETCH_STEP_MM, LINE_STEP_MM = 0.1, 0.5
STRUCTURES = ("pleura", "canal", "foramen")
_NERVES: Mapping[StrandKind, NerveKind] = {
    StrandKind.NERVE_ROOT: NerveKind.NERVE_ROOT,
    StrandKind.VENTRAL_RAMUS: NerveKind.VENTRAL_RAMUS,
}


def body_of(
    scenario: Scenario,
    patient: Patient,
    targets: tuple[Target, ...],
    blocks: Mapping[str, DistanceField],
) -> Body:
    """Everything that drops, current and heat may meet in a volumetric patient."""
    chosen = _chosen(scenario, patient.nerves, targets)
    strands = [strand for strand in patient.strands if strand.kind in _NERVES]
    return Body(
        nerves=(*(_branch(nerve) for nerve in chosen), *(_strand(one) for one in strands)),
        stretches=dict(_stretches(scenario, patient)),
        targets=tuple(f"{target.nerve} {target.side}" for target in targets),
        vessels=(
            *(_vessel(one) for one in patient.strands if one.kind not in _NERVES),
            *(line for vessel in scenario.story.vessels for line in _hidden(vessel, targets)),
        ),
        structures={name: blocks[name] for name in STRUCTURES if name in blocks},
        electrodes=dict(electrodes(scenario.equipment.needles)),
    )


def electrodes(needles: Iterable[str]) -> Iterator[tuple[str, Electrode]]:
    """The electrode of each needle for which lesions are tabulated."""
    for name in needles:
        model = NEEDLES[name]
        for electrode in lesion_tables():
            same = electrode.gauge == model.gauge and electrode.cooled == (model.gauge == 17)
            if same and electrode.active_tip_mm == model.active_tip_mm:
                yield name, electrode


def pain_of(scenario: Scenario) -> PainSource:
    """Where the case's pain comes from; its target joints, evenly, where the story is silent."""
    if scenario.story.pain is not None:
        return scenario.story.pain.source
    joints = dict.fromkeys(f"{target.joint} {target.side}" for target in scenario.targets)
    return PainSource(dict.fromkeys(joints, 1000 // max(1, len(joints))))


def _hidden(vessel: HiddenVessel, targets: tuple[Target, ...]) -> Iterator[VesselLine]:
    """A vein of the story past its target's point, where the target exists."""
    for target in targets:
        if (target.bone, target.side) != (vessel.bone, str(vessel.side)):
            continue
        outward = 1.0 if vessel.side is Side.LEFT else -1.0
        offset = (outward * vessel.lateral_mm, vessel.posterior_mm, vessel.cranial_mm)
        middle = np.array(target.point_um) / 1000.0 + np.array(offset)
        half = np.array([0.0, 0.0, vessel.length_mm / 2.0])
        line = np.stack([middle - half, middle + half])
        name = f"{target.bone}-vein {target.side}"
        yield VesselLine(name, vessel.radius_mm, finely(line, LINE_STEP_MM))


def _chosen(
    scenario: Scenario, nerves: tuple[Nerve, ...], targets: tuple[Target, ...]
) -> Iterator[Nerve]:
    """Each nerve once: by its target's convention, else the first accepted, else the first."""
    aimed = {(target.nerve, target.side): target.convention for target in targets}
    by_name: dict[tuple[str, str], list[Nerve]] = {}
    for nerve in nerves:
        by_name.setdefault((nerve.name, str(nerve.side)), []).append(nerve)
    for key, courses in by_name.items():
        order = [aimed.get(key), *scenario.accepted_conventions]
        ranked = {name: n for n, name in reversed(list(enumerate(order)))}
        yield min(courses, key=lambda one: ranked.get(one.convention, len(order)))


def _stretches(
    scenario: Scenario, patient: Patient
) -> Iterator[tuple[str, tuple[FloatArray, ...]]]:
    """By nerve: the part round the target's point, for each accepted convention."""
    found: dict[str, list[FloatArray]] = {}
    for nerve in patient.nerves:
        if nerve.convention not in scenario.accepted_conventions:
            continue
        if nerve.name != nerve_at(nerve.level):
            continue
        point = _target_point(scenario, patient, nerve)
        if point is not None:
            stretch = stretch_at(nerve.points_world_mm, point)
            found.setdefault(_named(nerve.name, nerve.side), []).append(stretch)
    yield from ((name, tuple(stretches)) for name, stretches in sorted(found.items()))


def _target_point(scenario: Scenario, patient: Patient, nerve: Nerve) -> FloatArray | None:
    try:
        found = target_in(scenario, patient, nerve.level, nerve.side, nerve.convention)
    except Refusal:
        return None  # this patient has no landmarks there: nothing can be covered either
    return found.point_world_mm


def stretch_at(line_mm: FloatArray, point_mm: FloatArray) -> FloatArray:
    """Points of a line within half a stretch of its nearest place to a point; shape (n, 3)."""
    fine = finely(line_mm, STRETCH_STEP_MM)
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(fine, axis=0), axis=1))])
    middle = along[int(np.linalg.norm(fine - point_mm, axis=1).argmin())]
    return np.asarray(fine[np.abs(along - middle) <= STRETCH_MM / 2.0])


def finely(line_mm: FloatArray, step_mm: float) -> FloatArray:
    """A polyline's points with none further apart than a step; shape (m, 3)."""
    lengths = np.linalg.norm(np.diff(line_mm, axis=0), axis=1)
    along = np.concatenate([[0.0], np.cumsum(lengths)])
    count = max(2, int(np.ceil(along[-1] / step_mm)) + 1)
    places = np.linspace(0.0, along[-1], count)
    return np.stack([np.interp(places, along, line_mm[:, axis]) for axis in range(3)], axis=1)


def _branch(nerve: Nerve) -> NerveLine:
    return NerveLine(
        _named(nerve.name, nerve.side),
        NerveKind.MEDIAL_BRANCH,
        nerve.name.removesuffix("-mb"),
        str(nerve.side),
        BRANCH_RADIUS_MM,
        finely(nerve.points_world_mm, LINE_STEP_MM),
    )


def _strand(strand: Strand) -> NerveLine:
    return NerveLine(
        _named(strand.name, strand.side),
        _NERVES[strand.kind],
        strand.level,
        str(strand.side),
        strand.radius_mm,
        finely(strand.points_world_mm, LINE_STEP_MM),
    )


def _vessel(strand: Strand) -> VesselLine:
    line = finely(strand.points_world_mm, LINE_STEP_MM)
    return VesselLine(_named(strand.name, strand.side), strand.radius_mm, line)


def _named(name: str, side: object) -> str:
    return f"{name} {side}"
