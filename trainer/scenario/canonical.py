"""A scenario as the one document and the one hash that every machine agrees on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from trainer.scenario.scenario import Scenario


def to_document(scenario: Scenario) -> dict[str, Any]:
    """The whole scenario as plain values, defaults written out; what a log's header keeps."""
    return scenario.model_dump(mode="json")


def from_document(document: Mapping[str, Any]) -> Scenario:
    """The scenario of a document made by `to_document`, its profile and rubric written out.

    An attempt keeps the profile and the rubric it was played under, whatever later releases ship.
    Raises ValueError (pydantic's) where it is not a whole, valid scenario of the present schema.
    """
    scenario = Scenario.model_validate_json(json.dumps(document))
    whole = {"stated_profile": scenario.profile, "rubric": scenario.whole_rubric}
    return scenario.model_copy(update=whole)


def canonical_json(scenario: Scenario) -> str:
    """The document as one line: sorted keys, no spaces, ASCII; equal scenarios, equal text."""
    return json.dumps(to_document(scenario), sort_keys=True, separators=(",", ":"))


def sha256(scenario: Scenario) -> str:
    """SHA-256 (hex) of the canonical document; comments and layout of the file do not count."""
    return hashlib.sha256(canonical_json(scenario).encode("ascii")).hexdigest()


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a scenario file, for editors and other programs."""
    schema = Scenario.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
