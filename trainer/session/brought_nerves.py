"""Nerves by conventions that a case brings along, drawn into a finished patient."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from trainer.anatomy.bone_surface import BoneSurface
from trainer.anatomy.ct_landmarks import bone_round
from trainer.anatomy.nerve_courses import nerves_of
from trainer.anatomy.patient import Nerve, Patient
from trainer.anatomy.synthetic.composer import Skeleton
from trainer.anatomy.synthetic.envelope import envelope_of
from trainer.anatomy.synthetic.girdle import girdle
from trainer.anatomy.synthetic.hardware import hardware
from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.planning import plan_of
from trainer.anatomy.synthetic.ribs import ribs
from trainer.anatomy.synthetic.vertebrae import vertebrae
from trainer.scenario.brought import BroughtConvention
from trainer.scenario.patient import SyntheticPatient
from trainer.scenario.scenario import Scenario


def with_brought(
    patient: Patient, brought: Iterable[BroughtConvention], person: Person | None
) -> Patient:
    """The patient with the nerves that brought conventions draw; a second or two of work.

    person : whom the patient was built from, so that bone is as exact as it was for the program's
    own conventions; None where only its labels are known (CT). Radiographs stay as they are.
    """
    bone = _bone(patient, person)
    if bone is None:
        return patient
    seed = int(patient.sha256[:8], 16) if person is None else person.seed
    drawn = [one for each in brought for one in _drawn(each, patient, bone, seed)]
    return replace(patient, nerves=(*patient.nerves, *drawn))


def person_of(scenario: Scenario) -> Person | None:
    """Whom a synthetic patient was built from."""
    wanted = scenario.patient
    return wanted.person() if isinstance(wanted, SyntheticPatient) else None


def _drawn(
    brought: BroughtConvention, patient: Patient, bone: BoneSurface, seed: int
) -> list[Nerve]:
    """Drawn under its short name, as if it were the program's own: chance goes by that name."""
    short = brought.id.partition("/")[2]
    convention = replace(brought.convention, id=short)
    found = nerves_of(patient.landmarks, bone, {short: convention}, seed)
    return [replace(nerve, convention=brought.id) for nerve in found]


def _bone(patient: Patient, person: Person | None) -> BoneSurface | None:
    if person is not None:
        plan = plan_of(person)
        envelope = envelope_of(plan)
        bones = (*vertebrae(plan), *ribs(plan, envelope), *girdle(plan, envelope))
        return Skeleton.of(person, bones, hardware(plan))
    if patient.labels is None or not patient.landmarks:
        return None
    return bone_round(patient.labels, np.array(list(patient.landmarks.values())))
