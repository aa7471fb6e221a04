"""What a scenario owes its rubric."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.scenario.draft import Draft, Finding
from trainer.scenario.rubric import Rubric
from trainer.scenario.rubric_named import NamedRubric
from trainer.scenario.rubric_parts import RubricOfParts
from trainer.scenario.rubric_tables import frozen_rubrics, rubric_named, rubric_sha256


def the_rubric_is_known(draft: Draft) -> Iterator[Finding]:
    """A named rubric ships, and its changes fit it."""
    rubric = draft.get("rubric")
    if isinstance(rubric, NamedRubric):
        try:
            rubric_named(rubric)
        except ValueError as error:
            yield ("rubric",), str(error)


def a_shipped_rubric_stays_as_it_is(draft: Draft) -> Iterator[Finding]:
    """Nothing else goes by the id and version of a shipped rubric."""
    rubric = draft.get("rubric")
    if isinstance(rubric, NamedRubric):
        if (rubric.changed_id, rubric.changed_version) in frozen_rubrics():
            yield ("rubric", "changed_version"), _count_up(str(rubric.changed_id), rubric.version)
    elif isinstance(rubric, Rubric | RubricOfParts):
        frozen = frozen_rubrics().get((rubric.id, rubric.version))
        if frozen is not None and frozen != rubric_sha256(rubric):
            yield ("rubric", "version"), _count_up(rubric.id, rubric.version)


def _count_up(name: str, version: int) -> str:
    return f"rubric {name} {version} ships with other content; count the version up"
