"""The rubric as a table one can change: a changed value makes the case's own rubric; no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from trainer.scenario.manuscript.edits import Edit, SetValue
from trainer.scenario.rubric_tables import SHIPPED, shipped_rubrics
from trainer.scoring.metrics import METRICS
from trainer.ui.presenters.texts import tr

WHOLE = 100  # points of all parts together (`scenario.rubric.WEIGHTS_SUM`)
WHY = "changed in the studio"


@dataclass(frozen=True, slots=True)
class RubricRow:
    """One line. cells : setting path and value of what can be changed, "" and None where nothing.

    kind : "part", "metric", "gate", "major" or "cut". own : it differs from the shipped rubric.
    """

    kind: str
    text: str
    points: tuple[str, int | None]
    full: tuple[str, int | None]
    zero: tuple[str, int | None]
    own: bool


@dataclass(frozen=True, slots=True)
class RubricShown:
    """The table. sums : words for what adds up and what does not; right : all of it does."""

    title: str
    own_name: str
    rows: tuple[RubricRow, ...]
    sums: str
    right: bool
    changeable: bool


_NOTHING = ("", None)


def bases() -> tuple[tuple[str, str], ...]:
    """Shipped rubrics, the newest version of each, with their titles."""
    newest = dict(SHIPPED)
    known = shipped_rubrics()
    return tuple(
        (name, known[name, version].title) for name, version in newest.items() if name != "drill"
    )


def chosen_base(name: str) -> Edit:
    """The shipped rubric of this name as it is."""
    return SetValue(("rubric",), {"base": name, "version": dict(SHIPPED)[name]})


def rubric_shown(document: Mapping[str, Any]) -> RubricShown | None:
    """The table of a case's rubric; None where it is a whole one of its own, or unknown."""
    named = document.get("rubric")
    base = _base_of(named)
    if base is None or not isinstance(named, dict):
        return None
    changes = _changes(named)
    rows = tuple(_rows(base, changes))
    sums, right = _sums(base, changes)
    return RubricShown(
        str(base["title"]), str(named.get("changed_id") or ""), rows, sums, right, changeable=True
    )


def with_setting(document: Mapping[str, Any], setting: str, value: int) -> Edit:
    """The edit that gives a setting another value, or its shipped one back."""
    named = dict(document.get("rubric") or {})
    base = _base_of(named)
    changes = _changes(named)
    changes.pop(setting, None)
    if base is not None and value != value_of(base, setting):
        changes[setting] = value
    fresh: dict[str, Any] = {"base": named.get("base"), "version": named.get("version")}
    if changes:
        fresh["changes"] = [
            {"setting": name, "value": changed, "why": _why(named, name)}
            for name, changed in changes.items()
        ]
        fresh["changed_id"] = named.get("changed_id") or _own_id(document)
        fresh["changed_version"] = named.get("changed_version") or 1
    return SetValue(("rubric",), fresh)


def value_of(base: Mapping[str, Any], setting: str) -> Any:
    """A shipped rubric's value by its setting path; None where it has none."""
    node: Any = base
    for step in setting.split("."):
        if isinstance(node, list):
            node = next((one for one in node if step in (one.get("id"), one.get("metric"))), None)
        else:
            node = node.get(step) if isinstance(node, dict) else None
    return node


def metric_title(name: str) -> str:
    """What a metric is called."""
    known = METRICS.get(name)
    if known is None:
        return name
    return tr(known.title) if known.unit in ("1", "count") else f"{tr(known.title)}  [{known.unit}]"


def _base_of(named: object) -> dict[str, Any] | None:
    if not isinstance(named, dict) or "base" not in named:
        return None
    found = shipped_rubrics().get((str(named["base"]), named.get("version", 0)))
    return None if found is None else found.model_dump(mode="json")


def _changes(named: Mapping[str, Any]) -> dict[str, Any]:
    found = named.get("changes") or []
    return {str(one["setting"]): one["value"] for one in found if isinstance(one, dict)}


def _why(named: Mapping[str, Any], setting: str) -> str:
    found = (one for one in named.get("changes") or [] if one.get("setting") == setting)
    return str(next((one.get("why") for one in found), WHY))


def _own_id(document: Mapping[str, Any]) -> str:
    stem = re.sub(r"[^a-z0-9-]", "-", str(document.get("id") or "case"))[:56]
    return f"{stem}-rubric"


def _rows(base: Mapping[str, Any], changes: Mapping[str, Any]) -> Iterator[RubricRow]:
    def cell(setting: str, value: Any) -> tuple[str, int | None]:
        now = changes.get(setting, value)
        return (setting, now) if isinstance(now, int) else _NOTHING

    yield _row("cut", tr("Pass mark, thousandths"), cell("pass_mark", base["pass_mark"]), changes)
    for part in base["parts"]:
        stem = f"parts.{part['id']}"
        yield _row("part", tr(part["title"]), cell(f"{stem}.weight", part["weight"]), changes)
        for metric in part["metrics"]:
            own = f"{stem}.metrics.{metric['id']}"
            cells = [cell(f"{own}.{name}", metric[name]) for name in ("full_at", "zero_at")]
            points = cell(f"{own}.weight", metric["weight"])
            yield _row("metric", metric_title(metric["id"]), points, changes, *cells)
    for gate in base["gates"]:
        limit = "below" if gate["below"] is not None else "above"
        stem = f"gates.{gate['metric']}"
        words = tr("Gate: {metric}").format(metric=metric_title(gate["metric"]))
        cells = [cell(f"{stem}.{limit}", gate[limit]), cell(f"{stem}.cap", gate["cap"])]
        yield _row("gate", words, _NOTHING, changes, *cells)
    for error in base["major"]:
        words = tr("Major error: {error}").format(error=error["id"].replace("_", " "))
        setting = f"major.{error['id']}.cost"
        yield _row("major", words, cell(setting, error["cost"]), changes)


def _row(
    kind: str,
    text: str,
    points: tuple[str, int | None],
    changes: Mapping[str, Any],
    full: tuple[str, int | None] = _NOTHING,
    zero: tuple[str, int | None] = _NOTHING,
) -> RubricRow:
    own = any(setting in changes for setting, _ in (points, full, zero))
    return RubricRow(kind, text, points, full, zero, own)


def _sums(base: Mapping[str, Any], changes: Mapping[str, Any]) -> tuple[str, bool]:
    """Whether parts add up to the whole, and metrics to their parts."""
    total, wrong = 0, []
    for part in base["parts"]:
        stem = f"parts.{part['id']}"
        weight = changes.get(f"{stem}.weight", part["weight"])
        inside = sum(
            changes.get(f"{stem}.metrics.{one['id']}.weight", one["weight"])
            for one in part["metrics"]
        )
        total += weight
        if inside != weight:
            words = tr("{part}: its lines add up to {sum}, not {weight}")
            wrong.append(words.format(part=tr(part["title"]), sum=inside, weight=weight))
    said = tr("All parts: {total} of {whole} points").format(total=total, whole=WHOLE)
    return "\n".join((said, *wrong)), total == WHOLE and not wrong
