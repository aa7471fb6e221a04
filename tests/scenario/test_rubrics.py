"""Rubrics: the schema of parts, the shipped ones and their register, names and changes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from tests.scenario.documents import SYNTHETIC, as_file, changed, problems
from tools.make_scoring_reference import FROZEN, PAGE, frozen_text, page
from trainer.scenario.canonical import from_document, to_document
from trainer.scenario.reading import read_scenario
from trainer.scenario.rubric import PROVISIONAL, Rubric
from trainer.scenario.rubric_named import NamedRubric, RubricChange, changed_rubric
from trainer.scenario.rubric_parts import RubricOfParts
from trainer.scenario.rubric_tables import (
    SHIPPED,
    frozen_rubrics,
    rubric_sha256,
    shipped_rubrics,
)

PLAIN: dict[str, Any] = {
    "rubric_format": 2,
    "id": "mine",
    "version": 1,
    "title": "Mine",
    "pass_mark": 700,
    "parts": [
        {
            "id": "all",
            "title": "All",
            "weight": 100,
            "metrics": [{"id": "tip_at_act_um", "weight": 100, "full_at": 3000, "zero_at": 8000}],
        }
    ],
}
GATE = {"metric": "punctures", "above": 3, "cap": 500, "why": "Too often."}
METRIC = ("parts", 0, "metrics", 0)


def rubric_of(document: dict[str, Any]) -> RubricOfParts:
    return RubricOfParts.model_validate_json(json.dumps(document))


def scenario_with(rubric: dict[str, Any]) -> dict[str, Any]:
    return SYNTHETIC | {"rubric": rubric}


def read(rubric: dict[str, Any]) -> Any:
    return read_scenario(as_file(scenario_with(rubric)), "x.yaml")


@pytest.mark.parametrize(
    ("place", "value", "why"),
    [
        ((*METRIC, "weight"), 99, "add up to 99"),
        (("parts", 0, "weight"), 99, "add up to 100"),
        ((*METRIC, "zero_at"), 3000, "must differ"),
        ((*METRIC, "knots"), [[0, 0], [1, 1]], "knots instead"),
        (("gates",), [GATE | {"below": 1}], "either below or above"),
        (("gates",), [{**GATE, "cap": 1000}], "does nothing"),
        (("gates",), [GATE | {"part": "none"}], "which there is not"),
        (("critical",), ["a_b", "a_b"], "listed twice"),
        (("major",), [{"id": "a_b", "cost": 1}, {"id": "a_b", "cost": 1}], "listed twice"),
        (("rubric_format",), 3, "2"),
    ],
)
def test_a_rubric_that_does_not_fit_together_is_refused(place, value, why):
    with pytest.raises(ValidationError, match=why):
        rubric_of(changed(PLAIN, (place, value)))


@pytest.mark.parametrize("knots", [[[0, 0]], [[5, 0], [5, 1]], [[5, 0], [1, 1000]]])
def test_knots_are_at_least_two_and_rise(knots):
    metric = {"id": "exposures", "weight": 100, "knots": knots}
    with pytest.raises(ValidationError, match="rising values"):
        rubric_of(changed(PLAIN, (METRIC, metric)))


def test_the_simple_form_is_a_line_of_two_knots():
    (part,) = rubric_of(PLAIN).parts
    assert part.metrics[0].line == ((3000, 1000), (8000, 0))


def test_a_cut_is_provisional_until_a_record_says_who_set_it():
    assert rubric_of(PLAIN).standing == PROVISIONAL
    record = {
        "method": "contrasting-groups",
        "judges": 12,
        "date": "2027-02-01",
        "cut": 700,
        "who": "Somebody",
    }
    assert "12 judges" in rubric_of(PLAIN | {"standard_setting": record}).standing
    with pytest.raises(ValidationError, match="standard was set at 650"):
        rubric_of(PLAIN | {"standard_setting": record | {"cut": 650}})


def test_a_rubric_of_the_first_form_reads_as_it_always_did():
    rubric = from_document(SYNTHETIC).rubric
    assert isinstance(rubric, Rubric)
    stored = to_document(from_document(SYNTHETIC))["rubric"]
    assert set(stored) == {"id", "version", "pass_mark", "note", "metrics", "critical"}


def test_a_scenario_may_hold_a_whole_rubric_of_parts():
    assert read(PLAIN).whole_rubric == rubric_of(PLAIN)


def test_a_named_rubric_is_written_out_whole():
    read_one = read({"base": "placement", "version": 2})
    assert read_one.rubric == shipped_rubrics()["placement", 2]
    assert from_document(to_document(read_one)) == read_one


@pytest.mark.parametrize(
    ("rubric", "where", "why"),
    [
        ({"base": "placment", "version": 2}, "rubric", "did you mean 'placement'"),
        ({"base": "placement", "version": 1}, "rubric", "known: 2"),
        ({"base": "placement"}, "rubric.version", ""),
        (PLAIN | {"notes": "x"}, "rubric.notes", "did you mean 'note'"),
        (PLAIN | {"id": "block", "version": 2}, "rubric.version", "count the version up"),
        (
            {**SYNTHETIC["rubric"], "id": "placement", "version": 2},
            "rubric.version",
            "count the version up",
        ),
    ],
)
def test_what_is_wrong_with_a_rubric_is_said_at_its_place(rubric, where, why):
    found = problems(scenario_with(rubric))
    assert set(found) == {where}
    assert why in found[where]


def test_a_shipped_rubric_written_out_in_a_scenario_is_the_same_rubric():
    whole = shipped_rubrics()["placement", 2].model_dump(mode="json")
    assert read(whole).whole_rubric == shipped_rubrics()["placement", 2]
    other = whole | {"pass_mark": 650}
    assert problems(scenario_with(other)) == {
        "rubric.version": "rubric placement 2 ships with other content; count the version up"
    }


def change(setting: str, value: Any) -> dict[str, Any]:
    return {"setting": setting, "value": value, "why": "Ours."}


def named(*changes: dict[str, Any], **parts: Any) -> dict[str, Any]:
    own = {"changed_id": "ours", "changed_version": 1} if changes else {}
    return {"base": "placement", "version": 2, "changes": list(changes)} | own | parts


def test_single_settings_can_be_changed_under_another_name():
    made = read(
        named(
            change("pass_mark", 750),
            change("parts.radiation.metrics.kerma_ngy.full_at", 1_000_000),
            change("parts.effect.metrics.tip_to_target_um.knots", [[1_000, 1000], [9_000, 0]]),
            change("major.hand_in_beam.cost", 50),
        )
    ).whole_rubric
    assert isinstance(made, RubricOfParts)
    assert (made.id, made.version, made.pass_mark) == ("ours", 1, 750)
    metrics = {metric.id: metric for part in made.parts for metric in part.metrics}
    assert metrics["kerma_ngy"].full_at == 1_000_000
    assert metrics["tip_to_target_um"].line == ((1_000, 1000), (9_000, 0))
    assert rubric_sha256(made) != frozen_rubrics()["placement", 2]


@pytest.mark.parametrize(
    ("rubric", "why"),
    [
        (named(change("pass_marks", 1)), "did you mean 'pass_mark'"),
        (named(change("parts.safty.weight", 1)), "did you mean 'safety'"),
        (named(change("id", "x")), "there is no setting 'id'"),
        (named(change("pass_mark", 5_000)), "pass_mark"),
        (named(change("parts.economy.weight", 4)), "add up to 5"),
        (named(change("pass_mark", 650), changed_id="placement", changed_version=2), "count the"),
        (named(changed_id="ours"), "only then"),
        (named(change("pass_mark", 1), changed_version=None), "with changes"),
    ],
)
def test_a_change_that_does_not_fit_is_refused(rubric, why):
    (message,) = problems(scenario_with(rubric)).values()
    assert why in message


def test_a_change_takes_the_standard_away():
    record = {
        "method": "modified-angoff",
        "judges": 9,
        "date": "2027-02-01",
        "cut": 700,
        "who": "Somebody",
    }
    set_once = rubric_of(PLAIN | {"standard_setting": record})
    other = NamedRubric(
        base="mine",
        version=1,
        changes=(RubricChange(setting="note", value="Ours.", why="Ours."),),
        changed_id="ours",
        changed_version=1,
    )
    assert changed_rubric(set_once, other).standing == PROVISIONAL


@pytest.mark.parametrize("key", SHIPPED, ids=lambda key: f"{key[0]}-{key[1]}")
def test_a_shipped_rubric_is_what_its_register_says(key):
    assert rubric_sha256(shipped_rubrics()[key]) == frozen_rubrics()[key], (
        "a rubric that shipped is never edited: write a new version beside it"
    )


def test_no_rubric_that_was_registered_has_gone():
    assert set(frozen_rubrics()) == set(shipped_rubrics())


def test_the_register_refuses_what_has_changed():
    assert FROZEN.read_text(encoding="utf-8") == frozen_text()


def test_the_page_about_scoring_is_current():
    text = PAGE.read_text(encoding="utf-8")
    assert text == page(), "run python -m tools.make_scoring_reference"
    for key in SHIPPED:
        assert frozen_rubrics()[key] in text
