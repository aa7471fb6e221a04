"""From a file's bytes to a scenario, or to one Refusal with everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from trainer.scenario.canonical import from_document
from trainer.scenario.checking import findings_about
from trainer.scenario.draft import Finding
from trainer.scenario.migrations import MIGRATIONS, Migration, migrated, why_not_readable
from trainer.scenario.scenario import SCHEMA_VERSION, Scenario
from trainer.scenario.spelling import nearest
from trainer.scenario.verdict import problems_at, refusal, refused
from trainer.scenario.yaml_document import Document, read_document
from trainer.scenario.yaml_text import text_of

WAY_OUT = "Update this program, or ask the author for a copy that it can read; the file is unharmed"


def read_scenario(
    data: bytes,
    name: str,
    known_metrics: frozenset[str] | None = None,
    known_critical: frozenset[str] | None = None,
    migrations: Mapping[int, Migration] = MIGRATIONS,
) -> Scenario:
    """The scenario of a file.

    name : how messages call the file. known_metrics, known_critical : what the rubric may name,
    None for anything of the right form. Raises one Refusal whose problems are all findings, each
    with field path and line; a newer schema is refused before anything else is judged.
    """
    source = read_document(text_of(data, name), name)
    document = _present(source, name, migrations)
    findings = source.findings + findings_about(document)
    findings += _unknown_names(document, "metrics", known_metrics)
    findings += _unknown_names(document, "critical", known_critical)
    if findings:
        raise refused(name, problems_at(findings, source.lines))
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


def _unknown_names(
    document: Mapping[str, object], field: str, known: Collection[str] | None
) -> list[Finding]:
    """The rubric's names that nothing in this program computes."""
    rubric = document.get("rubric")
    listed = rubric.get(field) if isinstance(rubric, dict) else None
    if known is None or not isinstance(listed, list):
        return []
    findings: list[Finding] = []
    for index, entry in enumerate(listed):
        named = entry.get("id") if isinstance(entry, dict) else entry
        if isinstance(named, str) and named not in known:
            step = ("id",) if isinstance(entry, dict) else ()
            why = f"nothing measures {named!r}{nearest(named, sorted(known))}"
            findings.append((("rubric", field, index, *step), why))
    return findings
