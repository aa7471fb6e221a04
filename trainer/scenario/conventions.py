"""Where the nerve is taken to run: the conventions a scenario may accept.

The course is disputed (clinical.md 2.2), so each convention is named after what it rests on; their
courses, sources and confidence are `trainer.anatomy`'s tables, or the scenario's own
(`scenario.brought`), whose ids hold a slash.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, Field

from trainer.anatomy.tables import conventions
from trainer.scenario.brought import BROUGHT_PATTERN, is_brought
from trainer.scenario.part import one_of

CONVENTIONS: Mapping[str, str] = MappingProxyType(
    {convention.id: convention.text for convention in conventions().values()}
)
_own = one_of(CONVENTIONS, "convention")


def _known(name: str) -> str:
    """One of the program's own; whether a brought one is there, the rules between parts say."""
    if not is_brought(name):
        return _own(name)
    if not re.fullmatch(BROUGHT_PATTERN, name):
        raise ValueError(f"{name!r} is not of the form package/name")
    return name


ConventionId = Annotated[
    str,
    AfterValidator(_known),
    Field(
        json_schema_extra={
            "anyOf": [
                {"type": "string", "enum": list(CONVENTIONS)},
                {"type": "string", "pattern": BROUGHT_PATTERN},
            ]
        }
    ),
]
