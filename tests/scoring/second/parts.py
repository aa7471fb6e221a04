"""A rubric of parts: value functions, gates, major errors with their cost, and two marks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.scoring.second import errors_acts, errors_course, errors_first
from tests.scoring.second.angles import settled
from tests.scoring.second.marks import line_of, mark_on_knots, mean
from tests.scoring.second.metrics import METRICS
from tests.scoring.second.reading import Attempt
from tests.scoring.second.weighed import OF_ACTS, weighed
from tests.scoring.second.worked import stood_back, worked

ERRORS = {**errors_first.ERRORS, **errors_acts.ERRORS, **errors_course.ERRORS}
Line = dict[str, Any]
Shut = tuple[str, int | None, str, int, bool]  # metric, value, part, cap, fails
Stated = dict[str, int | None]


def judged(attempt: Attempt, stated: Stated) -> dict[str, Any]:
    """What a score document of version 2 says, but for its sentences."""
    rubric = attempt.scenario["rubric"]
    critical = happened(attempt, rubric["critical"])
    among = weighed(attempt, (t_ms for t_ms, *_ in critical))
    gates, done = shut(attempt, rubric["gates"], stated, among), worked(among[0])
    lines, parts, weighted = [], [], []
    for part in rubric["parts"]:
        found = [marked(attempt, entry, done, stated, among) for entry in part["metrics"]]
        mark = capped(total_of(found), gates, part["id"])
        counts = any(line["applies"] and line["weight"] for line in found)
        weight = part["weight"] if counts else 0
        weighted.append((mark, weight))
        parts.append({"id": part["id"], "mark": mark, "weight": weight})
        lines += found
    major = costs(attempt, rubric)
    mark = max(0, capped(mean(weighted), gates, "") - sum(cost for *_, cost in major))
    case = judgement(attempt, rubric["judgement"], stated)
    performed = case is None or not stood_back(attempt)
    score = mark if performed or case is None else case["judgement score"]
    fails = bool(critical) or (performed and any(gate[4] for gate in gates))
    passed = attempt.submitted and score >= rubric["pass_mark"] and not fails
    return {
        "score": score,
        "pass_mark": rubric["pass_mark"],
        "complete": attempt.submitted,
        "passed": passed and (case is None or case["judgement passed"]),
        "performed": performed,
        "metrics": [shown(line) for line in lines],
        "parts": parts,
        "gates": gates,
        "critical": critical,
        "major": major,
        **(case or {}),
    }


def marked(attempt: Attempt, entry: Line, done: bool, stated: Stated, among: list[Attempt]) -> Line:
    """A line of the rubric: nothing is earned where it does not apply, or no work was done."""
    metric, applies, value, mark = METRICS[entry["id"]], False, None, 0
    if metric.applies(attempt):
        applies, value = True, settled(metric.measure(attempt), stated.get(entry["id"]))
    if applies and (done or metric.earns_anyway):
        line = line_of(entry, len(attempt.targets))
        values = values_in(attempt, entry["id"], stated, among)
        mark = min(0 if one is None else mark_on_knots(one, line) for one in values)
    return {**entry, "value": value, "mark": mark, "applies": applies}


def values_in(
    attempt: Attempt, name: str, stated: Stated, among: list[Attempt]
) -> list[int | None]:
    """What a mark is taken from: of acts in each weighed attempt, else in the whole one."""
    weighed_in = among if name in OF_ACTS else [attempt]
    return [settled(METRICS[name].measure(one), stated.get(name)) for one in weighed_in]


def shown(line: Line) -> Line:
    return {name: line[name] for name in ("id", "value", "mark", "weight")}


def total_of(lines: Iterable[Line]) -> int:
    return mean([(line["mark"], line["weight"]) for line in lines if line["applies"]])


def shut(
    attempt: Attempt, gates: Iterable[Line], stated: Stated, among: list[Attempt]
) -> list[Shut]:
    """The gates that a value lies beyond; what applies and cannot be said shuts them too."""
    found = []
    for gate in gates:
        metric = METRICS[gate["metric"]]
        if not metric.applies(attempt):
            continue
        value = settled(metric.measure(attempt), stated.get(gate["metric"]))
        low, high = gate["below"], gate["above"]
        fits = (
            one is not None and (low is None or one >= low) and (high is None or one <= high)
            for one in values_in(attempt, gate["metric"], stated, among)
        )
        if not all(fits):
            found.append((gate["metric"], value, gate["part"], gate["cap"], gate["fails"]))
    return found


def capped(mark: int, gates: Iterable[Shut], part: str) -> int:
    return min([mark, *(cap for _, _, of, cap, _ in gates if of == part)])


def happened(attempt: Attempt, names: Iterable[str]) -> list[tuple[int, str, int]]:
    """Time, kind, and the picture seen last, in order of time."""
    shots = attempt.of("exposed")
    found = sorted((t_ms, name) for name in names for t_ms in ERRORS[name](attempt))
    return [
        (t_ms, name, ([0] + [shot["number"] for shot in shots if shot["t_ms"] <= t_ms])[-1])
        for t_ms, name in found
    ]


def costs(attempt: Attempt, rubric: Line) -> list[tuple[int, str, int, int]]:
    """Each major error and what it costs: up to the most of its kind and of all together."""
    known = {one["id"]: one for one in rubric["major"]}
    spent: dict[str, int] = {}
    found = []
    for t_ms, name, exposure in happened(attempt, known):
        cost, most = known[name]["cost"], known[name]["most"]
        limit = cost if most is None else max(cost, most)
        left = min(limit - spent.get(name, 0), rubric["major_most"] - sum(spent.values()))
        spent[name] = spent.get(name, 0) + min(cost, left)
        found.append((t_ms, name, exposure, min(cost, left)))
    return found


def judgement(attempt: Attempt, rubric: Line | None, stated: Stated) -> Line | None:
    """The second mark, of the case."""
    if rubric is None:
        return None
    gates = shut(attempt, rubric["gates"], stated, [attempt])
    lines = [marked(attempt, entry, True, stated, [attempt]) for entry in rubric["metrics"]]
    mark = capped(total_of(lines), gates, "")
    passed = mark >= rubric["pass_mark"] and not any(gate[4] for gate in gates)
    return {
        "judgement score": mark,
        "judgement pass_mark": rubric["pass_mark"],
        "judgement passed": passed,
        "judgement metrics": [shown(line) for line in lines],
        "judgement gates": gates,
    }
