"""A second, independent scorer: plain JSON and fractions, nothing of trainer.scoring.

It reads the stored lines itself and knows two things only: how far the tip was left from the
target, and how marks make a total.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given

from tests.conftest import REPOSITORY
from tests.scoring.attempts import file_of
from tests.scoring.test_laws import wanderings
from trainer.attempt.log import parse
from trainer.scoring.score import score

GOLDEN = sorted((REPOSITORY / "tests" / "golden").glob("*.attempt"))


def happenings(data: bytes) -> tuple[dict, list[dict]]:
    head, *lines = [json.loads(line) for line in data.decode().split("\n") if line]
    return head, [event for line in lines for event in line.get("events", ())]


def tip_to_target_um(data: bytes) -> int | None:
    head, events = happenings(data)
    tip, depth = None, 0
    for event in events:
        if event["event"] in ("needle_taken", "needle_removed"):
            tip, depth = None, 0
        elif event["event"] == "needle_moved":
            tip, depth = event["tip_um"], event["depth_um"]
    points = [t["point_um"] for t in head["targets"] if t["line_of_sight_um"] is None]
    if not points or tip is None or depth == 0:
        return None
    squared = max(sum((a - b) ** 2 for a, b in zip(tip, point, strict=True)) for point in points)
    whole = int(squared**0.5)
    return next(n for n in (whole + 1, whole, whole - 1) if n * n <= squared)


def total(data: bytes, values: dict[str, int | None]) -> int:
    head, events = happenings(data)
    needle = [e for e in events if e["event"] in ("needle_moved", "needle_taken", "needle_removed")]
    inside = bool(needle) and needle[-1].get("depth_um", 0) > 0
    gained = weights = 0
    for line in head["scenario"]["rubric"]["metrics"]:
        weights += line["weight"]
        value = values[line["id"]]
        if value is None or not (inside or line["id"] == "level_and_side"):
            continue
        part = Fraction(value - line["zero_at"], line["full_at"] - line["zero_at"])
        gained += line["weight"] * int(1000 * min(Fraction(1), max(Fraction(0), part)))
    return gained // weights


def agree(data: bytes) -> None:
    found = score(parse(data))
    values = {metric.id: metric.value for metric in found.metrics}
    if "tip_to_target_um" in values:
        assert values["tip_to_target_um"] == tip_to_target_um(data)
    assert found.score == total(data, values)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
def test_both_scorers_agree_on_the_frozen_attempts(path: Path):
    agree(path.read_bytes())


@given(wanderings())
def test_both_scorers_agree_on_any_attempt(events):
    agree(file_of(events))
