"""A shipped rubric by its name, with a few settings changed by a scenario's author."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import Discriminator, Field, StringConstraints, Tag, ValidationError, model_validator

from trainer.scenario.part import Part
from trainer.scenario.rubric import MetricValue, Rubric
from trainer.scenario.rubric_parts import Knot, RubricOfParts
from trainer.scenario.spelling import nearest
from trainer.scenario.text import Line, Slug

RubricSetting = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_.-]{1,120}$")]


class RubricChange(Part):
    """One setting that differs from the named rubric."""

    setting: RubricSetting = Field(
        description='Which one, e.g. "pass_mark", "parts.radiation.metrics.kerma_ngy.full_at", '
        '"major.no_aspiration.cost".'
    )
    value: bool | MetricValue | Line | Annotated[tuple[Knot, ...], Field(max_length=12)] = Field(
        description="What it is here."
    )
    why: Line = Field(description="Why.")


class NamedRubric(Part):
    """A shipped rubric; changed settings make it another one, with a name of its own."""

    base: Slug = Field(description="Which shipped rubric (scoring.md).")
    version: int = Field(ge=1, le=100_000, description="And which version of it.")
    changes: Annotated[tuple[RubricChange, ...], Field(max_length=32)] = Field(
        default=(), description="What is different here."
    )
    changed_id: Slug | None = Field(
        default=None, description="With changes: the name of what comes out."
    )
    changed_version: Annotated[int, Field(ge=1, le=100_000)] | None = Field(
        default=None, description="With changes: its version; count it up with every change."
    )

    @model_validator(mode="after")
    def _is_named_where_changed(self) -> NamedRubric:
        named = self.changed_id is not None and self.changed_version is not None
        if named != bool(self.changes) or (self.changed_id is None) != (
            self.changed_version is None
        ):
            raise ValueError("needs changed_id and changed_version with changes, and only then")
        return self


def _form_of(value: Any) -> str:
    """Which form a rubric has, in a file or as a value."""
    if isinstance(value, NamedRubric | RubricOfParts):
        return "named" if isinstance(value, NamedRubric) else "of_parts"
    keys = value if isinstance(value, dict) else {}
    if "base" in keys:
        return "named"
    return "of_parts" if "parts" in keys or "rubric_format" in keys else "flat"


AnyRubric = Annotated[
    Annotated[Rubric, Tag("flat")]
    | Annotated[RubricOfParts, Tag("of_parts")]
    | Annotated[NamedRubric, Tag("named")],
    Discriminator(_form_of),
]
WholeRubric = Rubric | RubricOfParts


def changed_rubric(base: RubricOfParts, named: NamedRubric) -> RubricOfParts:
    """The rubric with every change made, under its own name.

    Raises ValueError for a setting that the rubric has not, or a value that does not fit it.
    """
    if not named.changes:
        return base
    document = base.model_dump(mode="json")
    document |= {"id": named.changed_id, "version": named.changed_version}
    document |= {"standard_setting": None}  # a cut that was set for another rubric says nothing
    _make(document, named.changes)
    try:
        return RubricOfParts.model_validate_json(json.dumps(document))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        raise ValueError(f"{place or 'rubric'}: {first['msg']}") from None


def _make(document: dict[str, Any], changes: Iterable[RubricChange]) -> None:
    for change in changes:
        *way, last = change.setting.split(".")
        node: Any = document
        for step in way:
            node = _inner(node, step, change.setting)
        if not isinstance(node, dict) or last not in node or last in ("id", "rubric_format"):
            known = tuple(node) if isinstance(node, dict) else ()
            raise ValueError(f"there is no setting {change.setting!r}{nearest(last, known)}")
        node[last] = change.model_dump(mode="json")["value"]


def _inner(node: Any, step: str, setting: str) -> Any:
    """A field of a part, or the item of a list by its id (a gate: by its metric)."""
    if isinstance(node, list):
        known = {item.get("id", item.get("metric")): item for item in node}
    else:
        known = node if isinstance(node, dict) else {}
    if step not in known:
        raise ValueError(f"there is no setting {setting!r}{nearest(step, tuple(known))}")
    return known[step]
