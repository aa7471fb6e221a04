"""Older schemas migrate a copy; an imagined version 0 stands in for the past."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from tests.scenario.documents import SYNTHETIC, as_file, without
from trainer.refusal import Refusal
from trainer.scenario.migrations import migrated, why_not_readable
from trainer.scenario.reading import read_scenario


def from_version_0(document: dict[str, Any]) -> dict[str, Any]:
    """Version 0 called the tolerance `tolerance` and gave it in centimetres."""
    tolerance_cm = document.pop("tolerance")
    return {**document, "tolerance_mm": tolerance_cm * 10.0}


OLD = {**without(SYNTHETIC, ("tolerance_mm",)), "schema_version": 0, "tolerance": 0.5}
PAST = {0: from_version_0}


def test_an_older_document_is_brought_up_to_date() -> None:
    scenario = read_scenario(as_file(OLD), "old.yaml", migrations=PAST)
    assert scenario == read_scenario(as_file(SYNTHETIC), "new.yaml")


def test_the_older_document_itself_stays_as_it_was() -> None:
    before = copy.deepcopy(OLD)
    fresh = migrated(OLD, 1, PAST)
    fresh["targets"][0]["side"] = "right"
    assert before == OLD
    assert fresh["schema_version"] == 1


def test_problems_of_an_older_file_have_its_own_lines() -> None:
    old = {**OLD, "targets": [{**OLD["targets"][0], "side": "up"}]}
    with pytest.raises(Refusal) as caught:
        read_scenario(as_file(old), "old.yaml", migrations=PAST)
    (problem,) = caught.value.problems
    assert problem.where == "targets[0].side"
    assert problem.line is not None
    assert b'"side": "up"' in as_file(old).splitlines()[problem.line - 1]


def test_several_steps_are_taken_in_turn() -> None:
    steps = {n: lambda d, n=n: {**d, "seen": [*d.get("seen", []), n]} for n in (1, 2, 3)}
    assert migrated({"schema_version": 1}, 4, steps) == {"schema_version": 4, "seen": [1, 2, 3]}


def test_a_gap_in_the_way_is_refused_and_the_present_needs_no_way() -> None:
    assert why_not_readable(0, 2, {0: from_version_0}) is not None
    assert why_not_readable(0, 1, {0: from_version_0}) is None
    assert why_not_readable(1, 1, {}) is None
