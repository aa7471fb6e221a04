"""Every course a scenario may mean: the program's conventions and those that the case brings.

A case that brings none is resolved as before, by `trainer.anatomy.targets`, which knows the
program's own conventions only.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from trainer.anatomy.convention import Convention
from trainer.anatomy.curves import nearest_on
from trainer.anatomy.levels import Side, nerve_at
from trainer.anatomy.patient import Nerve, Patient
from trainer.anatomy.targets import ResolvedTarget, convention_for, resolve_target
from trainer.geometry.pinhole import FloatArray
from trainer.refusal import Refusal
from trainer.scenario.scenario import Scenario
from trainer.scenario.target import Target


def brought_of(scenario: Scenario) -> Mapping[str, Convention]:
    """The conventions that a case brings, by id (`package/name`)."""
    return {one.id: one.convention for one in scenario.brought_conventions}


def accepted_convention(scenario: Scenario, triple: Target) -> str:
    """The first accepted convention that speaks of the bone, else the first: it says why not."""
    brought = brought_of(scenario)
    for name in scenario.accepted_conventions:
        if name in brought and triple.bone in brought[name].levels:
            return name
        if convention_for(triple.bone, (name,)):
            return name
    return scenario.accepted_conventions[0]


def target_in(
    scenario: Scenario, patient: Patient, level: str, side: Side, convention: str
) -> ResolvedTarget:
    """The target of a level and side by one of the program's conventions or a brought one.

    Raises Refusal, with what exists, where the level, the landmark or the nerve is unknown.
    """
    brought = brought_of(scenario).get(convention)
    if brought is None:
        return resolve_target(patient, level, side, convention)
    nerve = _nerve(patient, level, side, convention)
    places = _places(patient, brought, level, side)
    landmark, point = min(places, key=lambda place: nearest_on(nerve.points_world_mm, place[1])[1])
    name, line = nerve_at(level), nerve.points_world_mm
    return ResolvedTarget(level, Side(side), convention, name, landmark, point, line)


def _nerve(patient: Patient, level: str, side: Side, convention: str) -> Nerve:
    here = [nerve for nerve in patient.nerves if nerve.convention == convention]
    found = next((one for one in here if (one.level, one.side) == (level, side)), None)
    if found is None:
        told = ", ".join(sorted({one.level for one in here})) or "no level of this patient"
        why = f"the convention {convention!r} draws {told}"
        raise _unknown(level, side, why, "Accept a convention that speaks of this level too")
    return found


def _places(
    patient: Patient, convention: Convention, level: str, side: Side
) -> list[tuple[str, FloatArray]]:
    """The landmarks a needle may be sent to, the most frequent course's first."""
    courses = sorted(convention.courses_at(level), key=lambda course: -course.share)
    wanted = dict.fromkeys(course.target for course in courses)
    known = [(what, f"{level}.{side}.{what}") for what in wanted]
    found = [(what, np.array(patient.landmarks[n])) for what, n in known if n in patient.landmarks]
    if not found:
        why = f"the patient has no landmark {known[0][1]}"
        raise _unknown(level, side, why, "Choose a level whose landmarks are placed")
    return found


def _unknown(level: str, side: Side, why: str, next_step: str) -> Refusal:
    return Refusal(f"The target {level} {side} cannot be found", why, next_step)
