"""Every finding about a document, at once: types and ranges, then the rules between parts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, cast

from pydantic import TypeAdapter, ValidationError

from trainer.scenario.brought import BroughtConvention
from trainer.scenario.conventions import ConventionId
from trainer.scenario.draft import Draft, Finding, Place
from trainer.scenario.messages import sentence
from trainer.scenario.parts import PARTS
from trainer.scenario.profile_changes import ProfileChange
from trainer.scenario.rules import broken_rules
from trainer.scenario.scenario import Scenario
from trainer.scenario.spelling import nearest
from trainer.scenario.target import Hazard, Target
from trainer.scenario.views import RequiredView

# Places that hold one of several kinds: pydantic adds the kind as a step that the file lacks.
_CHOICES: frozenset[Place] = frozenset({("patient",), ("start_pose", "isocentre"), ("rubric",)})
_KEY_STEP = "[key]"  # pydantic's step for the key of a mapping, rather than its value
_ITEMS: Mapping[str, Any] = {
    "targets": Target,
    "hazards": Hazard,
    "required_views": RequiredView,
    "accepted_conventions": ConventionId,
    "brought_conventions": BroughtConvention,
    "profile_changes": ProfileChange,
}


def examined(document: object) -> tuple[list[Finding], Draft]:
    """What is wrong with a document of the present schema, and what of it is sound.

    No findings means that it makes a scenario, which the draft then is the whole of.
    """
    try:
        return [], Draft.whole(Scenario.model_validate_json(json.dumps(document)))
    except ValidationError as error:
        draft = Draft(_sound_parts(document) if isinstance(document, dict) else {})
        return _types_and_ranges(error) + broken_rules(draft), draft


def _types_and_ranges(error: ValidationError) -> list[Finding]:
    """Errors with a place; those without are the rules' between parts, asked by themselves."""
    errors = error.errors(include_url=False)
    return [_finding(one) for one in errors if one["loc"] and not _is_an_echo(one)]


def _is_an_echo(error: Any) -> bool:
    """Whether a list is called too short only because its items are unsound (pydantic 2.14)."""
    given = error["input"]
    return (
        error["type"] == "too_short"
        and isinstance(given, list | dict)
        and len(given) >= error["ctx"]["min_length"]
    )


def _finding(error: Any) -> Finding:
    loc, kind = error["loc"], error["type"]
    place = _place_in_file(loc)
    if kind == "extra_forbidden":
        part = PARTS[tuple(step for step in loc[:-1] if isinstance(step, str))]
        return place, f"is not a field here{nearest(str(loc[-1]), tuple(part.model_fields))}"
    return place, sentence(kind, error.get("ctx", {}), error["input"], error["msg"])


def _place_in_file(loc: Place) -> Place:
    return tuple(
        step
        for index, step in enumerate(loc)
        if loc[:index] not in _CHOICES and not (step == _KEY_STEP and index == len(loc) - 1)
    )


def _sound_parts(document: Mapping[str, Any]) -> dict[Place, Any]:
    parts: dict[Place, Any] = {}
    for name, field in Scenario.model_fields.items():
        if name not in document:
            if not field.is_required():
                parts[(name,)] = field.default
            continue
        _keep(parts, (name,), _adapter(name), document[name])
        if name in _ITEMS and isinstance(document[name], list):
            for index, item in enumerate(document[name]):
                _keep(parts, (name, index), _item_adapter(name), item)
    return parts


def _keep(parts: dict[Place, Any], place: Place, adapter: TypeAdapter[Any], value: object) -> None:
    try:
        parts[place] = adapter.validate_json(json.dumps(value), strict=True)
    except ValidationError:
        return


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    field = Scenario.model_fields[name]
    return TypeAdapter(cast(Any, Annotated)[field.annotation, field])


@cache
def _item_adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(_ITEMS[name])
