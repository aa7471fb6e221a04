"""Open a drill: a scenario of its own on one of the shared patients, its task drawn by the seed."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

from trainer.anatomy.levels import joints_of, nerve_at
from trainer.attempt.drill import DrillTask
from trainer.refusal import ExitCode, Refusal
from trainer.scenario.canonical import from_document
from trainer.scenario.drill import BasePatient, Drill, TaskKind
from trainer.scenario.scenario import Scenario
from trainer.scenario.tables import FIRST_MINUTE, drill_patients, drills, first_minute
from trainer.session.drill_places import Room, near_levels
from trainer.session.drill_tasks import drawn
from trainer.session.opening import Opening, open_attempt, with_practice
from trainer.session.services import Services
from trainer.session.waiting import IN_SILENCE, Waiting

CONVENTION = "chua-bogduk-1995"
HAZARDS = tuple({"structure": name, "margin_mm": 5.0} for name in ("pleura", "canal", "foramen"))
# Whose needles stand at several levels: what is measured about targets must reach all of them.
WIDE = (TaskKind.CONTRAST, TaskKind.GENERATOR, TaskKind.TIPS)
# Where the trainee's own hand takes the needle into the patient.
WITH_NEEDLE = (TaskKind.FIRST, TaskKind.ADVANCE, TaskKind.WALK_OFF)


def drill_named(name: str) -> Drill:
    """A drill by its id. Raises Refusal (USAGE) with those that exist."""
    drill = first_minute() if name == FIRST_MINUTE else drills().get(name)
    if drill is None:
        known = ", ".join(drills())
        raise Refusal(
            f"There is no drill {name!r}", f"known are {known}", "Choose one", code=ExitCode.USAGE
        )
    return drill


def open_drill(
    services: Services, name: str, seed: int, created_utc: str, waiting: Waiting = IN_SILENCE
) -> Opening:
    """A drill ready to begin; the same seed draws the same. Raises Refusal.

    The patient is drawn by the seed too: an even one the first of the shared two, an odd one the
    other.
    """
    drill, chance = drill_named(name), Random(seed)  # noqa: S311 - a task, no secret
    people = drill_patients()
    level, side = chance.choice(drill.task.levels), chance.choice(drill.task.sides)
    scenario = scenario_of(drill, people[seed % len(people)], level, str(side))
    opening = open_attempt(
        scenario,
        services.patients.patient_of(scenario, waiting),
        build_sha256=services.build_sha256(),
        created_utc=created_utc,
        seed=seed,
    )
    found = drawn(drill, Room(opening, chance), level, str(side))
    task = DrillTask(
        drill.id,
        drill.version,
        drill.measure,
        tuple(sorted(drill.limits.items())),
        drill.live,
        found.items,
    )
    header = replace(opening.header, start=found.start, drill=task)
    return replace(opening, header=header, world=with_practice(opening.world, header))


def scenario_of(drill: Drill, person: BasePatient, level: str, side: str) -> Scenario:
    """The scenario that a drill's attempt is: placement at one level, its picture in the middle."""
    return from_document(_document(drill, person, level, side))


def _document(drill: Drill, person: BasePatient, level: str, side: str) -> dict[str, Any]:
    return {
        "schema_version": 1,
        "id": f"drill-{drill.id}",
        "version": drill.version,
        "title": drill.title,
        "exam_title": "Station",
        "authors": ["The Rhizotomy Trainer authors"],
        "summary": drill.skill,
        "patient": person.patient.model_dump(mode="json"),
        "procedure": str(drill.procedure),
        "targets": list(_targets(drill, level, side)),
        "accepted_conventions": [CONVENTION],
        "tolerance_mm": 5.0,
        "target_uncertainty_mm": 2.0,
        "hazards": list(HAZARDS),
        "machine": {"sid_mm": 1020.0, "sod_mm": 750.0, "field_mm": 220.0},
        "equipment": {"needles": list(drill.needles)},
        "start_pose": {
            "oblique_deg": 0.0,
            "tilt_deg": 0.0,
            "isocentre": f"{level}.body_centre",
        },
        "practice_profile": "house-default",
        "story": {"history": "A drill: one skill, no case.", "decision": "proceed"},
        "rubric": _rubric(drill),
        "teaching": f"{drill.skill}. {drill.source}.",
    }


def _rubric(drill: Drill) -> dict[str, Any]:
    """By its own criterion; where the needle goes into the patient, by how safely too."""
    if drill.task.kind in WITH_NEEDLE:
        return {"base": "drill", "version": 2}
    return {"base": "drill-skill", "version": 1}


def _targets(drill: Drill, level: str, side: str) -> list[dict[str, str]]:
    wide = drill.task.kind in WIDE
    places = [(level, side)]
    if wide:
        places += [
            (at, on)
            for at in near_levels(level)
            for on in ("left", "right")
            if (at, on) != (level, side)
        ]
    return [
        {"joint": joints_of(at)[-1], "nerve": nerve_at(at), "bone": at, "side": on}
        for at, on in places
    ]
