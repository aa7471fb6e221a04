"""A whole scenario in place of an unfinished one, so that it can be looked at and tried."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trainer.scenario.checking import examined
from trainer.scenario.manuscript.blank import blank
from trainer.scenario.manuscript.completion import completion
from trainer.scenario.manuscript.edits import all_changed, plain
from trainer.scenario.manuscript.notes import scenario_of
from trainer.scenario.manuscript.target_parts import target_on
from trainer.scenario.scenario import Scenario

_ROUNDS = 6  # a field that is put right may show what is wrong with another
_ANY = "T7"  # the level looked at while there is no target


def stand_in(document: Mapping[str, Any]) -> Scenario | None:
    """The scenario of `stand_in_document`; None where there is none."""
    found = stand_in_document(document)
    return None if found is None else scenario_of(found)


def stand_in_document(document: Mapping[str, Any]) -> dict[str, Any] | None:
    """The document, every field that is missing or wrong in it replaced by a usual one.

    None while its patient is missing or wrong: there is nobody to look at. What stands in is never
    published; `has_own_targets` tells whether the targets are the author's.
    """
    own: dict[str, Any] = plain(document)
    if scenario_of(own) is not None:
        return own
    for _ in range(_ROUNDS):
        filled = _filled(own)
        if scenario_of(filled) is not None:
            return filled
        wrong = {place[:2] if place[0] in _LISTS else place[:1] for place, _ in _placed(filled)}
        if ("patient",) in wrong:
            return None
        own = _without(own, wrong)
    return None


_LISTS = frozenset(
    {"targets", "hazards", "required_views", "profile_changes", "brought_conventions"}
)


def has_own_targets(document: Mapping[str, Any], scenario: Scenario) -> bool:
    """Whether the stand-in's targets are the author's, and not one that stands in for them."""
    targets = document.get("targets")
    given = [one for one in targets if isinstance(one, dict)] if isinstance(targets, list) else []
    pairs = {(one.get("bone"), one.get("side")) for one in given}
    return all((one.bone, one.side.value) in pairs for one in scenario.targets)


def _placed(document: dict[str, Any]) -> list[tuple[Any, str]]:
    return [one for one in examined(document)[0] if one[0]]


def _filled(document: dict[str, Any]) -> dict[str, Any]:
    patient = document.get("patient")
    kind = patient.get("kind") if isinstance(patient, dict) else None
    base = blank("draft", "draft") | {key: value for key, value in document.items() if value}
    if not base.get("targets"):
        base["targets"] = [target_on(_ANY, "left", **_somewhere(kind, patient))]
    return all_changed(base, completion(base))


def _somewhere(kind: object, patient: Any) -> dict[str, Any]:
    """Where a radiograph's stand-in target lies: the first picture's corner."""
    if kind != "radiograph":
        return {}
    pictures = patient.get("pictures")
    first = pictures[0] if isinstance(pictures, list) and pictures else {}
    name = first.get("name", "AP") if isinstance(first, dict) else "AP"
    return {"picture_points": {str(name): [0.0, 0.0]}}


def _without(document: dict[str, Any], wrong: set[Any]) -> dict[str, Any]:
    """The document without its wrong fields and, from the last on, its wrong items."""
    fresh = dict(document)
    for place in sorted(wrong, key=str, reverse=True):
        if len(place) == 1:
            fresh.pop(place[0], None)
        elif isinstance(fresh.get(place[0]), list) and isinstance(place[1], int):
            fresh[place[0]] = [
                one for index, one in enumerate(fresh[place[0]]) if index != place[1]
            ]
    return fresh
