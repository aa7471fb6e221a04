"""From a file's bytes to a scenario, or to one Refusal with everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from trainer.refusal import Problem
from trainer.scenario.canonical import from_document
from trainer.scenario.checking import examined
from trainer.scenario.draft import Draft
from trainer.scenario.migrations import MIGRATIONS, Migration, migrated, why_not_readable
from trainer.scenario.rubric_named import WholeRubric
from trainer.scenario.rubric_tables import whole_rubric
from trainer.scenario.scenario import SCHEMA_VERSION, Scenario
from trainer.scenario.verdict import by_line, field_path, problems_at, refusal, refused
from trainer.scenario.yaml_document import Document, read_document
from trainer.scenario.yaml_text import text_of

WAY_OUT = "Update this program, or ask the author for a copy that it can read; the file is unharmed"

Judge = Callable[[WholeRubric], Iterable[Problem]]


def read_scenario(
    data: bytes,
    name: str,
    judge: Judge | None = None,
    migrations: Mapping[int, Migration] = MIGRATIONS,
) -> Scenario:
    """The scenario of a file.

    name : how messages call the file. judge : what keeps a rubric from being applied, as problems
    at field paths (`trainer.scoring.rubric.rubric_problems`). Raises one Refusal whose problems are
    all findings, each with field path and line; another schema is refused before anything else.
    """
    source = read_document(text_of(data, name), name)
    document = _present(source, name, migrations)
    findings, draft = examined(document)
    problems = problems_at(source.findings + findings, source.lines)
    rubric = _whole(draft)
    if judge is not None and rubric is not None:
        problems += _with_lines(judge(rubric), source)
    if problems:
        raise refused(name, by_line(problems))
    return from_document(document)


def _present(source: Document, name: str, migrations: Mapping[int, Migration]) -> dict[str, object]:
    """The document in the present schema. Raises Refusal where there is no way to it."""
    if not isinstance(source.value, dict):
        raise refusal(name, "it holds no fields, so it is no scenario", 1)
    if "schema_version" not in source.value:
        return source.value  # said among all other findings
    why = why_not_readable(source.value["schema_version"], SCHEMA_VERSION, migrations)
    if why is not None:
        problems = problems_at([(("schema_version",), why)], source.lines)
        raise refused(name, problems, WAY_OUT)
    return migrated(source.value, SCHEMA_VERSION, migrations)


def _whole(draft: Draft) -> WholeRubric | None:
    """The rubric to judge by; None where it is unsound, or named wrongly (said elsewhere)."""
    rubric = draft.get("rubric")
    try:
        return None if rubric is None else whole_rubric(rubric)
    except ValueError:
        return None


def _with_lines(problems: Iterable[Problem], source: Document) -> list[Problem]:
    """Problems with the line of their place, or that of the rubric where it is only named."""
    lines = {field_path(place): line for place, line in source.lines.items()}
    home = lines.get("rubric")
    return [Problem(one.where, one.message, lines.get(one.where, home)) for one in problems]
