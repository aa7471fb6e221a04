"""From what an examiner wrote to a definition: scenarios pinned by hash, forms drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, ValidationError

from trainer.assessment.exams.canonical import not_a_definition, problems_of
from trainer.assessment.exams.cautions import cautions
from trainer.assessment.exams.definition import (
    Blueprint,
    Cut,
    ExamDefinition,
    Familiarisation,
    Form,
    Policy,
    Surroundings,
)
from trainer.assessment.exams.drawing import Pin, drawn_forms, station
from trainer.refusal import Problem
from trainer.scenario.canonical import sha256
from trainer.scenario.part import Part
from trainer.scenario.rubric_tables import rubric_sha256
from trainer.scenario.scenario import Scenario
from trainer.scenario.text import Line, Prose, Slug
from trainer.scenario.yaml_document import read_document
from trainer.scenario.yaml_text import text_of

Load = Callable[[str], Scenario]


class StationDraft(Part):
    """A station as an examiner writes it."""

    scenario: Slug
    time_limit_s: int = Field(default=300, ge=30, le=7200)
    seed: int = Field(default=1, ge=0, lt=2**32)


class WarmUpDraft(Part):
    """A familiarisation as an examiner writes it."""

    scenario: Slug
    exposures: int = Field(default=3, ge=0, le=100)
    machine_moves: int = Field(default=1, ge=0, le=100)
    needle_moves: int = Field(default=1, ge=0, le=100)
    at_most_s: int = Field(default=600, ge=30, le=7200)


class ExamDraft(Part):
    """An exam as an examiner writes it: forms by name, or a blueprint to draw them from."""

    id: Slug
    version: int = Field(ge=1, le=100_000)
    title: Line
    forms: Mapping[
        Slug, Annotated[tuple[StationDraft, ...], Field(min_length=1, max_length=32)]
    ] = Field(default_factory=dict)
    blueprint: Blueprint | None = None
    time_limit_s: int | None = Field(default=None, ge=30, le=86_400)
    cut: Cut
    familiarisation: WarmUpDraft | None = None
    surroundings: Surroundings = Surroundings(input_profile="mouse-and-keyboard")
    retention_days: int = Field(default=3650, ge=1, le=36_500)
    rules: Prose


@dataclass(frozen=True, slots=True)
class Defined:
    """A definition and what it cannot promise."""

    definition: ExamDefinition
    cautions: tuple[str, ...]


def read_draft(data: bytes, name: str) -> ExamDraft:
    """The draft of a YAML file. Raises Refusal with every problem."""
    document = read_document(text_of(data, name), name)
    if document.findings or not isinstance(document.value, dict):
        found = tuple(Problem(".".join(map(str, at)), why) for at, why in document.findings)
        raise not_a_definition(name, "it holds no usable fields", found)
    return draft_of(document.value, name)


def draft_of(fields: Mapping[str, Any], name: str) -> ExamDraft:
    """The draft of fields as a file would hold them. Raises Refusal with every problem."""
    try:
        return ExamDraft.model_validate(fields, strict=False)
    except ValidationError as error:
        raise not_a_definition(name, "see below", problems_of(error)) from None


def defined(draft: ExamDraft, load: Load, name: str) -> Defined:
    """The definition of a draft. Raises Refusal: a scenario is missing, or the whole is unsound."""
    known = {one: load(one) for one in dict.fromkeys(_named(draft))}
    pins = {one: pin_of(scenario) for one, scenario in known.items()}
    if bool(draft.forms) == (draft.blueprint is not None):
        raise not_a_definition(name, "it must hold either forms or a blueprint")
    try:
        definition = _definition(draft, known, pins)
    except ValidationError as error:
        raise not_a_definition(name, "see below", problems_of(error)) from None
    except ValueError as error:
        raise not_a_definition(name, str(error)) from None
    return Defined(definition, cautions(definition))


def _named(draft: ExamDraft) -> Iterable[str]:
    for stations in draft.forms.values():
        yield from (one.scenario for one in stations)
    if draft.blueprint is not None:
        yield from draft.blueprint.anchors
        for cell in draft.blueprint.cells:
            yield from cell.pool
    if draft.familiarisation is not None:
        yield draft.familiarisation.scenario


def pin_of(scenario: Scenario) -> Pin:
    """What a definition fixes of a scenario: its version, its hash, its rubric's hash."""
    return scenario.version, sha256(scenario), rubric_sha256(scenario.whole_rubric)


def _definition(
    draft: ExamDraft, known: Mapping[str, Scenario], pins: Mapping[str, Pin]
) -> ExamDefinition:
    forms = _forms(draft, pins) if draft.blueprint is None else drawn_forms(draft.blueprint, pins)
    used = [known[one.scenario] for form in forms for one in form.stations]
    return ExamDefinition(
        id=draft.id,
        version=draft.version,
        title=draft.title,
        forms=forms,
        blueprint=draft.blueprint,
        time_limit_s=draft.time_limit_s,
        cut=draft.cut,
        familiarisation=_familiarisation(draft.familiarisation, pins),
        surroundings=draft.surroundings,
        accepted_conventions=_conventions(used),
        policies=_policies(used),
        retention_days=draft.retention_days,
        rules=draft.rules,
    )


def _forms(draft: ExamDraft, pins: Mapping[str, Pin]) -> tuple[Form, ...]:
    held = [{one.scenario for one in stations} for stations in draft.forms.values()]
    return tuple(
        Form(
            id=name,
            stations=tuple(
                station(
                    number,
                    one.scenario,
                    pins[one.scenario],
                    seed=one.seed,
                    time_limit_s=one.time_limit_s,
                    anchor=len(held) > 1 and all(one.scenario in form for form in held),
                )
                for number, one in enumerate(stations, start=1)
            ),
        )
        for name, stations in draft.forms.items()
    )


def _familiarisation(draft: WarmUpDraft | None, pins: Mapping[str, Pin]) -> Familiarisation | None:
    if draft is None:
        return None
    return Familiarisation(scenario_sha256=pins[draft.scenario][1], **draft.model_dump())


def _conventions(used: Iterable[Scenario]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in used for name in one.accepted_conventions))


def _policies(used: Iterable[Scenario]) -> tuple[Policy, ...]:
    found = {one.profile.id: one.profile for one in used}
    return tuple(Policy(id=one.id, version=one.version, title=one.title) for one in found.values())
