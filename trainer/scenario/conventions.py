"""Where the nerve is taken to run: the conventions a scenario may accept.

The course is disputed (clinical.md 2.2), so each convention is named after what it rests on; their
courses, sources and confidence are `trainer.anatomy`'s tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, Field

from trainer.anatomy.tables import conventions
from trainer.scenario.part import one_of

CONVENTIONS: Mapping[str, str] = MappingProxyType(
    {convention.id: convention.text for convention in conventions().values()}
)

ConventionId = Annotated[
    str,
    AfterValidator(one_of(CONVENTIONS, "convention")),
    Field(json_schema_extra={"enum": list(CONVENTIONS)}),
]
