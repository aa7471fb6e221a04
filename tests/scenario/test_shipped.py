"""The scenarios that ship with the program, the JSON Schema and the authors' page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.conftest import REPOSITORY
from tests.scenario.documents import ALL, changed
from tools.make_scenario_reference import PAGE, SCHEMA, page, schema_text
from trainer.needle.catalogue import NEEDLES
from trainer.scenario.canonical import to_document
from trainer.scenario.parts import PARTS
from trainer.scenario.patient import SyntheticPatient
from trainer.scenario.reading import read_scenario
from trainer.scenario.rubric import PROVISIONAL
from trainer.scenario.scenario import Scenario
from trainer.scenario.views import ViewRole
from trainer.scenario.yaml_document import read_document

FILES = sorted((REPOSITORY / "scenarios").glob("*/scenario.yaml"))
MADE_BY = "run python -m tools.make_scenario_reference"
each = pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)


def scenario_of(file: Path) -> Scenario:
    return read_scenario(file.read_bytes(), file.name)


@pytest.fixture(scope="module")
def schema() -> Any:
    stored = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(stored)
    return jsonschema.Draft202012Validator(stored)


def test_what_ships_is_what_is_planned() -> None:
    kinds = {file.parent.name: scenario_of(file).patient.kind for file in FILES}
    films = {"place-t7-biplane", "place-t7-single"}
    procedures = {"mbb-t7-8", "rf-t7-8"}
    decisions = {"one-block-60", "red-flag", "doac", "icd", "infection"}
    assert set(kinds) == {"place-t7-left"} | films | procedures | decisions
    assert {name for name, kind in kinds.items() if kind == "radiograph"} == films


def test_the_shipped_scenarios_share_their_patients() -> None:
    patients = (scenario_of(file).patient for file in FILES)
    people = {one.person() for one in patients if isinstance(one, SyntheticPatient)}
    assert len(people) <= 6  # DESIGN 8


@each
def test_a_shipped_file_fits_the_json_schema(file: Path, schema: Any) -> None:
    schema.validate(read_document(file.read_text(encoding="utf-8"), file.name).value)


@each
def test_a_shipped_scenario_with_its_defaults_fits_the_json_schema(file: Path, schema: Any) -> None:
    schema.validate(to_document(scenario_of(file)))


@pytest.mark.parametrize("kind", sorted(ALL))
def test_the_json_schema_refuses_what_the_reader_refuses(kind: str, schema: Any) -> None:
    schema.validate(ALL[kind])
    for place, value in (
        (("targets", 0, "side"), "up"),
        (("tolerance_mm",), "5"),
        (("rubric", "metrics", 0, "weight"), 101),
        (("wrong",), 1),
        (("targets", 0, "bone"), "T13"),
        (("equipment", "needles", 0), "spinal-1g"),
    ):
        assert not schema.is_valid(changed(ALL[kind], (place, value))), place


@each
def test_a_shipped_scenario_is_at_home_in_its_folder(file: Path) -> None:
    assert scenario_of(file).id == file.parent.name


@each
def test_a_shipped_cut_score_says_that_it_is_provisional(file: Path) -> None:
    assert scenario_of(file).rubric.note == PROVISIONAL


@each
def test_a_shipped_scenario_asks_for_depth_where_depth_can_be_seen(file: Path) -> None:
    scenario = scenario_of(file)
    pictures = getattr(scenario.patient, "pictures", None)
    depth = [view for view in scenario.required_views if view.role is ViewRole.DEPTH]
    can_be_seen = pictures is None or len(pictures) > 1
    assert bool(depth) == can_be_seen
    assert ("no_depth_view" in scenario.rubric.critical) == can_be_seen


@each
def test_wrong_level_and_wrong_side_fail_every_shipped_scenario(file: Path) -> None:
    assert {"wrong_level", "wrong_side"} <= set(scenario_of(file).rubric.critical)


@each
def test_a_shipped_image_count_is_shown_and_never_marked_alone(file: Path) -> None:
    weights = {metric.id: metric.weight for metric in scenario_of(file).rubric.metrics}
    assert weights["exposures"] == 0


def test_the_receptor_of_the_first_scenario_stands_near_the_back() -> None:
    machine = scenario_of(REPOSITORY / "scenarios" / "place-t7-left" / "scenario.yaml").machine
    over_t7_mm = machine.sid_mm - machine.sod_mm
    longest_mm = max(NEEDLES[name].length_mm for name in ("spinal-22g-90", "spinal-25g-90"))
    assert longest_mm + 100.0 < over_t7_mm < 300.0


def test_the_committed_json_schema_is_current() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), MADE_BY


def test_the_authors_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), MADE_BY


def test_the_authors_page_explains_every_field() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line[:3] == "| `"]
    fields = [name for part in PARTS.values() for name in part.model_fields]
    told = [row.split("`")[1] for row in rows[: len(fields)]]
    assert told == fields
    assert not [row for row in rows if row.endswith("|  |")]
