"""The scenarios that ship with the program, the JSON Schema and the authors' page."""

from __future__ import annotations

import functools
import json
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.conftest import REPOSITORY
from tests.scenario.documents import ALL, changed
from tools.make_scenario_reference import PAGE, SCHEMA, page, schema_text
from trainer.anatomy.levels import LEVELS, Procedure
from trainer.anatomy.synthetic.person import Person
from trainer.needle.catalogue import NEEDLES
from trainer.scenario.canonical import to_document
from trainer.scenario.case_words import CaseTopic, Decision
from trainer.scenario.cautions import cautions
from trainer.scenario.parts import PARTS
from trainer.scenario.patient import SyntheticPatient
from trainer.scenario.reading import read_scenario
from trainer.scenario.rubric import PROVISIONAL
from trainer.scenario.rubric_parts import RubricOfParts
from trainer.scenario.rubric_tables import shipped_rubrics
from trainer.scenario.scenario import Scenario
from trainer.scenario.views import ViewRole
from trainer.scenario.yaml_document import read_document

FILES = sorted((REPOSITORY / "scenarios").glob("*/scenario.yaml"))
MADE_BY = "run python -m tools.make_scenario_reference"
each = pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)


@functools.cache
def scenario_of(file: Path) -> Scenario:
    return read_scenario(file.read_bytes(), file.name)


def whole(file: Path) -> RubricOfParts:
    rubric = scenario_of(file).whole_rubric
    assert isinstance(rubric, RubricOfParts)
    return rubric


@pytest.fixture(scope="module")
def schema() -> Any:
    stored = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(stored)
    return jsonschema.Draft202012Validator(stored)


def test_what_ships_is_what_is_planned() -> None:
    shipped = [scenario_of(file) for file in FILES]
    kinds = Counter(str(one.procedure) for one in shipped)
    decided = Counter(str(one.story.decision) for one in shipped)
    films = {one.id for one in shipped if one.patient.kind == "radiograph"}
    assert len(shipped) >= 24  # DESIGN 8
    assert kinds == {"placement": 7, "block": 13, "rhizotomy": 18}
    assert decided == {"proceed": 34, "postpone": 3, "decline": 1}
    assert films == {"place-t7-biplane", "place-t7-single"}


def test_the_library_goes_from_the_neck_to_the_loin_on_both_sides() -> None:
    targets = [target for file in FILES for target in scenario_of(file).targets]
    assert {target.bone for target in targets} >= {"C7", "T1", "T3", "T5", "T9", "T12", "L1"}
    sides = Counter(target.side for target in targets)
    assert min(sides.values()) >= len(targets) // 3


def test_usual_backs_share_their_patients() -> None:
    patients = (scenario_of(file).patient for file in FILES)
    people = {one.person() for one in patients if isinstance(one, SyntheticPatient)}
    usual = [one for one in people if is_usual(one)]
    assert len(usual) <= 6  # DESIGN 8: where that teaches as well
    assert len(people) - len(usual) <= 6  # a curve or a thirteenth rib needs a back of its own


def is_usual(person: Person) -> bool:
    plain = (person.scoliosis_deg, person.rib_pairs, person.wedge_level) == (0.0, 12, "")
    return plain and person.bmi < 35.0 and person.bone_density >= 0.7


@each
def test_a_shipped_scenario_gives_its_author_nothing_to_look_at_again(file: Path) -> None:
    assert cautions(scenario_of(file)) == ()


@each
def test_a_shipped_scenario_starts_at_a_level_within_reach_of_its_target(file: Path) -> None:
    scenario = scenario_of(file)
    if scenario.patient.kind == "radiograph":
        return
    level = str(scenario.start_pose.isocentre).partition(".")[0]
    away = [abs(LEVELS.index(level) - LEVELS.index(one.bone)) for one in scenario.targets]
    assert min(away) <= 2
    assert 200.0 <= scenario.machine.sid_mm - scenario.machine.sod_mm <= 300.0


@each
def test_a_shipped_story_rests_on_what_its_file_says(file: Path) -> None:
    story = scenario_of(file).story
    assert story.person is not None
    if scenario_of(file).patient.kind == "radiograph":
        return  # a volunteer's films need no reason
    assert story.reasons
    assert all(judged.rests_on for judged in story.reasons)
    assert {page.topic for page in story.pages} == set(CaseTopic) - {CaseTopic.REFERRAL}


def test_no_two_shipped_stories_are_the_same_and_no_two_stations_have_one_name() -> None:
    shipped = [scenario_of(file) for file in FILES]
    assert len({one.exam_title for one in shipped}) == len(shipped)
    assert len({one.order for one in shipped}) == len(shipped)
    assert len({one.story.history for one in shipped}) == len(shipped)
    assert len({one.teaching for one in shipped}) == len(shipped)


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
    rubric = whole(file)
    assert rubric.note == rubric.standing == PROVISIONAL


@each
def test_a_shipped_scenario_names_its_rubric_and_its_attempts_hold_the_whole(file: Path) -> None:
    written: Any = read_document(file.read_text(encoding="utf-8"), file.name).value
    assert set(written["rubric"]) == {"base", "version"}
    stored = to_document(scenario_of(file))["rubric"]
    shipped = shipped_rubrics()[written["rubric"]["base"], written["rubric"]["version"]]
    assert stored == shipped.model_dump(mode="json")


@each
def test_a_shipped_scenario_asks_for_depth_where_depth_can_be_seen(file: Path) -> None:
    scenario = scenario_of(file)
    pictures = getattr(scenario.patient, "pictures", None)
    depth = [view for view in scenario.required_views if view.role is ViewRole.DEPTH]
    assert bool(depth) == (pictures is None or len(pictures) > 1)


@each
def test_wrong_level_and_wrong_side_fail_every_shipped_scenario_with_a_needle(file: Path) -> None:
    if scenario_of(file).story.decision is Decision.PROCEED:
        assert {"wrong_level", "wrong_side"} <= set(whole(file).critical)


@each
def test_a_shipped_image_count_is_shown_and_never_marked_alone(file: Path) -> None:
    weights = {metric.id: metric.weight for part in whole(file).parts for metric in part.metrics}
    assert weights["exposures"] == 0


@each
def test_a_case_to_decide_has_a_second_mark(file: Path) -> None:
    placement = scenario_of(file).procedure is Procedure.PLACEMENT
    assert (whole(file).judgement is None) == placement


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
