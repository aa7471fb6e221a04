"""What is worth a second look once a scenario meets its stored patient; no error.

`trainer.scenario.cautions` judges the file alone; here the patient folder is opened.
"""

from __future__ import annotations

from collections.abc import Iterator

from trainer.anatomy.patient import Patient
from trainer.refusal import Problem, Refusal
from trainer.scenario.patient import CtPatient
from trainer.scenario.scenario import Scenario
from trainer.scenario.target import Target
from trainer.scenario.verdict import field_path
from trainer.session.courses import accepted_convention, target_in
from trainer.session.patients import PatientCache


def patient_cautions(scenario: Scenario, patients: PatientCache) -> tuple[Problem, ...]:
    """Of a CT: a folder that cannot be had, targets it lacks or that nobody has confirmed.

    () for other patients: what they need is in the file and was checked there.
    """
    if not isinstance(scenario.patient, CtPatient):
        return ()
    try:
        patient = patients.patient_of(scenario)
    except Refusal as refusal:
        return (_said("patient.folder", refusal),)
    return tuple(
        Problem(field_path(("targets", index)), why)
        for index, why in target_cautions(scenario, patient)
    )


def target_cautions(scenario: Scenario, patient: Patient) -> Iterator[tuple[int, str]]:
    """The number of each target of a CT that is to be looked at again, and why."""
    for index, target in enumerate(scenario.targets):
        for why in _of_target(scenario, target, patient):
            yield index, why


def _of_target(scenario: Scenario, target: Target, patient: Patient) -> Iterator[str]:
    if target.point_world_mm is not None:  # a person has put it there
        return
    convention = accepted_convention(scenario, target)
    try:
        found = target_in(scenario, patient, target.bone, target.side, convention)
    except Refusal as refusal:
        yield f"{refusal.what}: {refusal.why}"
        return
    name = f"{target.bone}.{target.side}.{found.landmark}"
    if name in patient.proposed:
        yield (
            f"rests on {name}, which the program proposed and nobody has confirmed: it may be off "
            f"by {patient.proposed[name]:.1f} mm; look at it, then import again with --landmark "
            "or --confirm"
        )


def _said(where: str, refusal: Refusal) -> Problem:
    return Problem(where, f"{refusal.what}: {refusal.why}")
