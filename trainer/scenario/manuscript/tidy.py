"""A finished document as a person would have written it: fields in the schema's order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trainer.scenario.scenario import Scenario


def tidy(document: Mapping[str, Any]) -> dict[str, Any]:
    """A copy with the fields of its first level in order; unknown ones last."""
    known = [name for name in Scenario.model_fields if name in document]
    rest = [name for name in document if name not in Scenario.model_fields]
    return {name: document[name] for name in (*known, *rest)}
