"""What the patient says to the case: targets that it lacks, landmarks that nobody has confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from trainer.anatomy.distance import STRUCTURES
from trainer.anatomy.patient import Patient, PatientKind
from trainer.attempt.header import Target
from trainer.refusal import Refusal
from trainer.scenario.manuscript.notes import Note, Section, Weight, note
from trainer.scenario.manuscript.stand_in import has_own_targets, stand_in
from trainer.scenario.patient import CtPatient
from trainer.scenario.scenario import Scenario
from trainer.session.patient_cautions import target_cautions
from trainer.session.targets import resolve


def tissues_in(patient: Patient) -> frozenset[int]:
    """Which tissues a patient's voxels are; () for radiographs. Some tenths of a second."""
    if patient.labels is None:
        return frozenset()
    counts = np.bincount(patient.labels.tissues.ravel(), minlength=256)
    return frozenset(int(tissue) for tissue in np.flatnonzero(counts))


def patient_notes(
    document: Mapping[str, Any], patient: Patient, tissues: frozenset[int]
) -> tuple[Note, ...]:
    """Notes on a document whose patient is this one. tissues : `tissues_in` of it."""
    scenario = stand_in(document)
    if scenario is None:
        return ()
    return (*_targets(document, scenario, patient), *_hazards(scenario, patient, tissues))


def resolved(scenario: Scenario, patient: Patient) -> Iterator[tuple[int, Target | Refusal]]:
    """Each target with its number, or why the patient has no such place."""
    for index, one in enumerate(scenario.targets):
        try:
            yield index, resolve(scenario.model_copy(update={"targets": (one,)}), patient)[0]
        except Refusal as refusal:
            yield index, refusal
        except ValueError as error:  # rays that are nearly parallel
            yield index, Refusal("The target cannot be placed", str(error), "Mark it again")


def _targets(document: Mapping[str, Any], scenario: Scenario, patient: Patient) -> Iterator[Note]:
    if not has_own_targets(document, scenario):
        return
    for index, found in resolved(scenario, patient):
        place = ("targets", index)
        if isinstance(found, Refusal):
            yield note(place, f"{found.what}: {found.why}")
    if isinstance(scenario.patient, CtPatient):
        for index, why in target_cautions(scenario, patient):
            told = why.partition("; look at it")[0] + "; look at it and confirm it"
            one = note(("targets", index), told, Weight.CAUTION)
            yield replace(one, section=Section.LANDMARKS)


def _hazards(scenario: Scenario, patient: Patient, tissues: frozenset[int]) -> Iterator[Note]:
    """A structure that no voxel of the patient is cannot be stayed away from."""
    if patient.kind is PatientKind.RADIOGRAPH:
        return
    for index, hazard in enumerate(scenario.hazards):
        if tissues.isdisjoint(STRUCTURES[str(hazard.structure)]):
            why = f"this patient has no {hazard.structure} to stay away from"
            yield note(("hazards", index), why)
