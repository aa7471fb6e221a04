"""A rubric without parts: lines, a weighted mean, a cut, and what fails outright."""

from __future__ import annotations

from typing import Any

from tests.scoring.second.angles import settled
from tests.scoring.second.errors_first import ERRORS
from tests.scoring.second.first import METRICS
from tests.scoring.second.marks import mark_between, mean
from tests.scoring.second.reading import Attempt, needle_at_end

# They earn although no needle was left; every other line needs one in the patient at the end.
WITHOUT_NEEDLE = ("level_and_side", "case_decision", "case_reasons")


def judged(attempt: Attempt, stated: dict[str, int | None]) -> dict[str, Any]:
    """What a score document of version 1 says, but for its sentences."""
    rubric = attempt.scenario["rubric"]
    left = needle_at_end(attempt) is not None
    lines = []
    for entry in rubric["metrics"]:
        value = settled(METRICS[entry["id"]](attempt), stated.get(entry["id"]))
        mark = 0
        if value is not None and (left or entry["id"] in WITHOUT_NEEDLE):
            mark = mark_between(value, entry["full_at"], entry["zero_at"])
        lines.append({"id": entry["id"], "value": value, "mark": mark, "weight": entry["weight"]})
    total = mean([(line["mark"], line["weight"]) for line in lines])
    critical = sorted((t_ms, name) for name in rubric["critical"] for t_ms in ERRORS[name](attempt))
    over = total >= rubric["pass_mark"]
    return {
        "score": total,
        "pass_mark": rubric["pass_mark"],
        "complete": attempt.submitted,
        "passed": attempt.submitted and over and not critical,
        "metrics": lines,
        "critical": critical,
    }
