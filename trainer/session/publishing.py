"""Publishing many scenarios at once: a template and a table become a folder of valid ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer.refusal import Problem, Refusal
from trainer.scenario.authoring import left_behind, made, why_no_template
from trainer.scenario.authoring_table import ID, Row, read_table
from trainer.scenario.scenario import Scenario
from trainer.scenario.yaml_document import read_document
from trainer.scenario.yaml_text import text_of
from trainer.scoring.rubric import rubric_problems
from trainer.session.services import Services


@dataclass(frozen=True, slots=True)
class Published:
    """ids : of the scenarios, in the order of the table. cautions : what to look at again."""

    ids: tuple[str, ...]
    cautions: tuple[Problem, ...]


def publish_table(services: Services, template: str, table: Path, out: Path) -> Published:
    """Write a scenario for each row of a CSV table into the new folder `out`.

    template : the id or path of the scenario that the rows vary. Raises Refusal with every problem
    of every row; nothing is written then.
    """
    texts, cautions, _ = made_of_rows(
        services, template, read_table(services.packages.table_bytes(table), str(table)), str(table)
    )
    services.packages.write_scenarios(out, texts)
    return Published(tuple(texts), cautions)


def made_of_rows(
    services: Services, template: str, rows: Sequence[Row], name: str
) -> tuple[dict[str, bytes], tuple[Problem, ...], tuple[Scenario, ...]]:
    """The files by id, what to look at again, and the scenarios; nothing is written.

    name : what messages call the rows. Raises Refusal with the problems of all rows.
    """
    scenario = services.scenarios.load(template)
    why = why_no_template(scenario)
    if why is not None:
        raise Refusal(f"{scenario.id} is no template", why, "Choose another template")
    document = _document(services.packages.scenario_text(template), template)
    return _all_made(document, scenario, rows, name)


def _document(data: bytes, name: str) -> dict[str, Any]:
    found = read_document(text_of(data, name), name).value
    if not isinstance(found, dict):  # it was read as a scenario a moment ago
        raise Refusal(f"{name} is no template", "it changed while it was read", "Try again")
    return found


def _all_made(
    template: Mapping[str, Any], scenario: Scenario, rows: Sequence[Row], table: str
) -> tuple[dict[str, bytes], tuple[Problem, ...], tuple[Scenario, ...]]:
    """The files by id, cautions, scenarios. Raises Refusal with the problems of all rows."""
    texts: dict[str, bytes] = {}
    scenarios: list[Scenario] = []
    problems: list[Problem] = []
    cautions: list[Problem] = []
    for row in rows:
        named = _name_problem(row, texts)
        if named is not None:
            problems.append(named)
            continue
        data, own, wrong = made(template, scenario, row, rubric_problems)
        problems += wrong
        texts[row.cells[ID]] = data
        if own is not None:
            scenarios.append(own)
            said = left_behind(scenario, own, _document(data, own.id))
            cautions += [row.problem("", one) for one in said]
    if problems:
        raise Refusal(
            f"No scenario was made from {table}",
            f"{len(problems)} problem(s) were found",
            "Correct the table or the template and try again; nothing was written",
            problems=tuple(problems),
        )
    return texts, tuple(cautions), tuple(scenarios)


def _name_problem(row: Row, texts: Mapping[str, bytes]) -> Problem | None:
    name = row.cells.get(ID)
    if name is None:
        return row.problem(ID, "is empty")
    return row.problem(ID, "is there twice") if name in texts else None
