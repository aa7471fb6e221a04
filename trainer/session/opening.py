"""Open an attempt: bind scenario and patient, write the truth down, set the room up."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from trainer import __version__
from trainer.anatomy.distance import skin_y_mm
from trainer.anatomy.half_space import HalfSpace
from trainer.anatomy.levels import Procedure
from trainer.anatomy.patient import Patient, PatientKind
from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.soft_outline import SKIN_MM, fat_mm_of
from trainer.attempt.header import Hazard, Header, Provenance, Target
from trainer.attempt.settings import Settings, open_edges
from trainer.attempt.state import State
from trainer.attempt.world import DistanceField, StoredView, World
from trainer.geometry.carm import CArmPose
from trainer.imaging.tables import tables_sha256
from trainer.imaging.thickness import water_equivalent_g_cm2
from trainer.needle.catalogue import NEEDLES, NeedleModel
from trainer.refusal import Refusal
from trainer.scenario.canonical import sha256, to_document
from trainer.scenario.patient import RadiographPatient, SyntheticPatient
from trainer.scenario.scenario import Scenario
from trainer.scenario.start import start_pose
from trainer.session.bodies import body_of, pain_of
from trainer.session.known_thickness import remembered
from trainer.session.near_targets import blocks_round
from trainer.session.surroundings import surroundings_of
from trainer.session.targets import micrometres, resolve

PRACTICE = "practice"


@dataclass(frozen=True, slots=True, eq=False)
class Opening:
    """An attempt about to begin (or to go on): everything but the hand."""

    scenario: Scenario
    patient: Patient
    header: Header
    world: World


def open_attempt(
    scenario: Scenario,
    patient: Patient,
    *,
    build_sha256: str,
    created_utc: str,
    seed: int,
    mode: str = PRACTICE,
    attempt_id: str | None = None,
) -> Opening:
    """Resolve the targets and set the start pose. Raises Refusal where they do not exist."""
    targets = resolve(scenario, patient)
    world = bind_world(scenario, patient, targets)
    header = Header(
        attempt_id=attempt_id or str(uuid.uuid4()),
        created_utc=created_utc,
        mode=mode,
        seed=seed,
        provenance=Provenance(
            __version__, build_sha256, patient.sha256, tables_sha256(), sha256(scenario)
        ),
        scenario=to_document(scenario),
        targets=targets,
        hazards=tuple(
            Hazard(str(hazard.structure), round(hazard.margin_mm * 1000))
            for hazard in scenario.hazards
        ),
        tolerance_um=round(scenario.tolerance_mm * 1000),
        uncertainty_um=round(scenario.target_uncertainty_mm * 1000),
        start=_start(scenario, patient),
        landmarks_um={name: micrometres(at) for name, at in sorted(patient.landmarks.items())},
    )
    return Opening(scenario, patient, header, with_practice(world, header))


def with_practice(world: World, header: Header) -> World:
    """The world with what practice adds: the drill of a header, and aids outside of exams."""
    ready = world.prepared or header.drill is not None  # a drill begins in a prepared room
    return replace(world, drill=header.drill, aids=header.mode == PRACTICE, prepared=ready)


def bind_world(scenario: Scenario, patient: Patient, targets: tuple[Target, ...]) -> World:
    """What `decide` looks at for this scenario and patient."""
    if patient.kind is PatientKind.RADIOGRAPH:
        return _picture_world(scenario, patient, targets)
    points = np.array([target.point_um for target in targets]) / 1000.0
    blocks = blocks_round(patient, points)
    skin = blocks["skin"]
    return World(
        skin=skin,
        bone=blocks["bone"],
        hazards=_hazard_fields(scenario, dict(blocks)),
        skin_y_mm=lambda x_mm, z_mm: skin_y_mm(skin, x_mm, z_mm),
        needles=_needles(scenario),
        carm=start_pose(scenario, patient.landmarks),
        views={},
        thickness_g_cm2=remembered(partial(water_equivalent_g_cm2, patient)),
        around=surroundings_of(patient),
        fascia_mm=fascia_mm_of(scenario),
        body=body_of(scenario, patient, targets, blocks),
        profile=scenario.profile,
        findings=frozenset(trait.value for trait in scenario.story.traits),
        weight_kg=scenario.story.person.weight_kg if scenario.story.person else None,
        pain=pain_of(scenario),
        prepared=scenario.procedure is Procedure.PLACEMENT,
        target_count=len(targets),
    )


def fascia_mm_of(scenario: Scenario) -> float:
    """How deep the fascia of the back's muscles lies.

    Under the skin and fat that a synthetic person of this sex and body mass is built with; in other
    patients, whose labels do not tell fat from muscle, under those of an average one.
    """
    who = scenario.patient
    person = Person()
    if isinstance(who, SyntheticPatient):
        person = replace(person, sex=who.sex, bmi=who.bmi)
    return SKIN_MM + fat_mm_of(person.bmi, person.sex)


def _picture_world(scenario: Scenario, patient: Patient, targets: tuple[Target, ...]) -> World:
    assert isinstance(scenario.patient, RadiographPatient)
    most_posterior_mm = max(target.point_um[1] for target in targets) / 1000.0
    skin = HalfSpace(most_posterior_mm + scenario.patient.skin_depth_mm)
    return World(
        skin=skin,
        bone=None,
        hazards=_hazard_fields(scenario, {}),
        skin_y_mm=lambda _x_mm, _z_mm: skin.y_mm,
        needles=_needles(scenario),
        carm=machine_of(scenario),
        views={
            picture.name: StoredView(picture.view, picture.oblique_deg, picture.tilt_deg)
            for picture in patient.radiographs
        },
        thickness_g_cm2=remembered(partial(water_equivalent_g_cm2, patient)),
        target_count=len(targets),
    )


def _hazard_fields(
    scenario: Scenario, fields: dict[str, DistanceField]
) -> tuple[tuple[str, DistanceField], ...]:
    missing = [h.structure for h in scenario.hazards if str(h.structure) not in fields]
    if missing:
        raise Refusal(
            f"{scenario.id} cannot be opened",
            f"its patient has no {', '.join(missing)} to stay away from",
            "Take the hazard out of the scenario, or give the patient a segmentation of it",
        )
    return tuple((str(h.structure), fields[str(h.structure)]) for h in scenario.hazards)


def _needles(scenario: Scenario) -> dict[str, NeedleModel]:
    return {name: NEEDLES[name] for name in scenario.equipment.needles}


def machine_of(scenario: Scenario) -> CArmPose:
    """The scenario's machine at rest; the pose comes from the state."""
    machine = scenario.machine
    return CArmPose(
        sid_mm=machine.sid_mm,
        sod_mm=machine.sod_mm,
        field_mm=machine.field_mm,
        matrix_px=machine.matrix_px,
    )


def _start(scenario: Scenario, patient: Patient) -> State:
    if patient.kind is PatientKind.RADIOGRAPH:
        first = scenario.start_pose.view or patient.radiographs[0].name
        picture = next((p for p in patient.radiographs if p.name == first), None)
        if picture is None:
            raise Refusal(
                f"{scenario.id} cannot be opened",
                f"its start view {first!r} is none of its pictures",
                f"Use one of {', '.join(p.name for p in patient.radiographs)}",
            )
        angles = _mdeg(picture.oblique_deg), _mdeg(picture.tilt_deg)
        return State(*angles, (0, 0, 0), first, settings_of(scenario))
    pose = start_pose(scenario, patient.landmarks)
    return State(
        _mdeg(pose.oblique_deg),
        _mdeg(pose.tilt_deg),
        micrometres(pose.isocentre_world_mm),
        settings=settings_of(scenario),
    )


def settings_of(scenario: Scenario) -> Settings:
    """The console as the scenario leaves it: whole field, shutters open."""
    machine = scenario.machine
    field_um = round(machine.field_mm * 1000.0)
    return Settings(
        pulse_rate_hz=machine.pulse_rate_hz,
        field_um=field_um,
        shutters_um=open_edges(field_um),
        sid_um=round(machine.sid_mm * 1000.0),
    )


def _mdeg(angle_deg: float) -> int:
    return round(angle_deg * 1000.0)


def resolved_start(scenario: Scenario, patient: Patient) -> dict[str, object]:
    """The start pose in numbers, for machines; radiographs give the pose of their start view."""
    machine, start = scenario.machine, _start(scenario, patient)
    return {
        "oblique_deg": start.oblique_mdeg / 1000.0,
        "tilt_deg": start.tilt_mdeg / 1000.0,
        "isocentre_world_mm": [part / 1000.0 for part in start.isocentre_um],
        "sid_mm": machine.sid_mm,
        "sod_mm": machine.sod_mm,
        "field_mm": machine.field_mm,
        "matrix_px": machine.matrix_px,
        "view": start.view or None,
    }
