"""Whose patient is built, when, and when it is only read."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from tests.scenario.documents import SYNTHETIC
from tests.storage.test_patient_folder import a_patient
from trainer.anatomy.patient import Patient
from trainer.anatomy.synthetic.person import GENERATOR, GENERATOR_VERSION, Person, Sex
from trainer.refusal import Refusal
from trainer.scenario.canonical import from_document
from trainer.scenario.reading import read_scenario
from trainer.scenario.scenario import Scenario
from trainer.session import patients
from trainer.session.patients import PatientCache
from trainer.session.waiting import Waiting
from trainer.storage.generated_patients import GeneratedPatientFolder


class Builder:
    """Stands for the generator, which takes seconds: notes whom it was asked for."""

    def __init__(self) -> None:
        self.asked: list[Person] = []

    def __call__(self, person: Person, waiting: Waiting) -> Patient:
        self.asked.append(person)
        waiting.progress(0.5, "Bones")
        if waiting.cancelled():
            raise Refusal("not built", "cancelled", "again")
        return a_patient()


@pytest.fixture
def builder(monkeypatch: pytest.MonkeyPatch) -> Builder:
    made = Builder()
    monkeypatch.setattr(patients, "GENERATORS", {(GENERATOR, GENERATOR_VERSION): made})
    return made


def scenario(name: str = "a-test", **person: Any) -> Scenario:
    document = copy.deepcopy(SYNTHETIC) | {"id": name}
    document["patient"] = document["patient"] | person
    return from_document(document)


def cache(folder: Path) -> PatientCache:
    kept = GeneratedPatientFolder(folder, lambda: "this build")
    return PatientCache(None, None, None, kept)  # type: ignore[arg-type]


def test_the_person_is_the_one_the_scenario_describes(builder: Builder, tmp_path: Path) -> None:
    described = scenario(seed=3, sex="male", age_years=71.0, hardware_levels=["T7", "T8"])
    cache(tmp_path).patient_of(described)
    (person,) = builder.asked
    assert (person.seed, person.sex, person.age_years) == (3, Sex.MALE, 71.0)
    assert person.hardware_levels == ("T7", "T8")
    assert person.bmi == Person().bmi


def test_two_scenarios_on_one_person_share_the_patient(builder: Builder, tmp_path: Path) -> None:
    kept = cache(tmp_path)
    assert kept.patient_of(scenario("one")) is kept.patient_of(scenario("other"))
    assert len(builder.asked) == 1


def test_another_person_is_another_patient(builder: Builder, tmp_path: Path) -> None:
    kept = cache(tmp_path)
    for person in ({}, {"bmi": 30.0}, {"seed": 8}, {"hardware": "cement"}):
        kept.patient_of(scenario(**person))
    assert len(builder.asked) == 4


def test_the_next_start_reads_what_the_last_one_built(builder: Builder, tmp_path: Path) -> None:
    built = cache(tmp_path).patient_of(scenario())
    read = cache(tmp_path).patient_of(scenario())
    assert len(builder.asked) == 1
    assert read.sha256 == built.sha256


def test_who_waits_is_told_and_may_stop(builder: Builder, tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    waiting = Waiting(lambda done, words: told.append((done, words)), lambda: True)
    with pytest.raises(Refusal, match="cancelled"):
        cache(tmp_path).patient_of(scenario(), waiting)
    assert told == [(0.5, "Bones")]
    assert not list(tmp_path.iterdir())
    cache(tmp_path).patient_of(scenario())  # and nothing is left of it
    assert len(builder.asked) == 2


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("bmi", 60.0, "45"),
        ("rib_pairs", 14, "13"),
        ("sex", "other", "'female'"),
        ("wedge_level", "T13", "T1"),
        ("hardware_levels", ["T7", "T77"], "T7"),
        ("kyphosis", 40.0, "kyphosis_deg"),
    ],
)
def test_a_person_that_cannot_be_built_is_refused_by_field(
    field: str, value: object, said: str
) -> None:
    document = copy.deepcopy(SYNTHETIC)
    document["patient"] = document["patient"] | {field: value}
    with pytest.raises(Refusal) as caught:
        read_scenario(json.dumps(document).encode(), "scenario.yaml")
    (problem,) = caught.value.problems
    assert problem.where.startswith(f"patient.{field}")
    assert said in problem.message
