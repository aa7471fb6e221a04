"""What the parts of a scenario owe each other."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.scenario.documents import (
    ALL,
    CT,
    RADIOGRAPH,
    SYNTHETIC,
    Document,
    Place,
    as_file,
    changed,
    problems,
    without,
)
from trainer.anatomy.levels import LEVELS, joints_of, nerve_at
from trainer.scenario.canonical import to_document
from trainer.scenario.neutral import telling_words
from trainer.scenario.part import Part
from trainer.scenario.parts import PARTS
from trainer.scenario.reading import read_scenario
from trainer.scenario.scenario import Scenario

POINT = ("targets", 0, "point_world_mm")
PICTURES = ("targets", 0, "picture_points")
levels = st.sampled_from(LEVELS)


@given(bone=levels, which=st.integers(0, 1))
def test_every_triple_of_the_level_table_is_accepted(bone: str, which: int) -> None:
    joints = joints_of(bone)
    target = {
        "bone": bone,
        "nerve": nerve_at(bone),
        "joint": joints[which % len(joints)],
        "side": "right",
    }
    read_scenario(as_file(changed(SYNTHETIC, (("targets", 0), target))), "x")


@given(bone=levels, crossing=levels, joint=levels)
def test_a_nerve_or_joint_of_another_bone_is_refused(bone: str, crossing: str, joint: str) -> None:
    nerve, served = nerve_at(crossing), joints_of(joint)[0]
    document = changed(
        SYNTHETIC,
        (("targets", 0, "bone"), bone),
        (("targets", 0, "nerve"), nerve),
        (("targets", 0, "joint"), served),
    )
    wrong = {
        "targets[0].nerve": nerve != nerve_at(bone),
        "targets[0].joint": served not in joints_of(bone),
    }
    expected = {where for where, is_wrong in wrong.items() if is_wrong}
    assert (set(problems(document)) if expected else set()) == expected


def test_the_message_says_which_nerve_it_is() -> None:
    found = problems(changed(SYNTHETIC, (("targets", 0, "nerve"), "T7-mb")))
    assert found == {"targets[0].nerve": "'T7-mb' does not cross T7; there it is 'T6-mb'"}


@pytest.mark.parametrize(
    ("document", "where"),
    [
        (changed(SYNTHETIC, (POINT, [0.0, 0.0, 0.0])), "targets[0].point_world_mm"),
        (changed(SYNTHETIC, (PICTURES, {"AP": [1, 2]})), "targets[0].picture_points"),
        (changed(CT, (PICTURES, {"AP": [1, 2]})), "targets[0].picture_points"),
        (without(RADIOGRAPH, PICTURES), "targets[0].picture_points"),
        (changed(RADIOGRAPH, (POINT, [0.0, 0.0, 0.0])), "targets[0].point_world_mm"),
        (changed(RADIOGRAPH, ((*PICTURES, "OBL"), [1, 2])), "targets[0].picture_points.OBL"),
        (changed(RADIOGRAPH, (PICTURES, {})), "targets[0].picture_points"),
        (changed(RADIOGRAPH, ((*PICTURES, "AP"), [-3, 2])), "targets[0].picture_points.AP[0]"),
        (changed(CT, (POINT, [0.0, 4000.0, 0.0])), "targets[0].point_world_mm[1]"),
        (changed(CT, (POINT, [0.0, 0.0])), "targets[0].point_world_mm[2]"),
    ],
)
def test_a_target_lies_as_its_patient_can_say(document: Document, where: str) -> None:
    assert list(problems(document)) == [where]


@pytest.mark.parametrize(
    ("document", "where"),
    [
        (without(SYNTHETIC, ("start_pose", "isocentre")), {"start_pose.isocentre"}),
        (without(CT, ("start_pose", "oblique_deg")), {"start_pose.oblique_deg"}),
        (changed(SYNTHETIC, (("start_pose", "view"), "AP")), {"start_pose.view"}),
        (without(RADIOGRAPH, ("start_pose", "view")), {"start_pose.view"}),
        (changed(RADIOGRAPH, (("start_pose", "tilt_deg"), 0.0)), {"start_pose.tilt_deg"}),
        (changed(RADIOGRAPH, (("start_pose", "view"), "PA")), {"start_pose.view"}),
        (changed(RADIOGRAPH, (("required_views", 0, "view"), "PA")), {"required_views[0].view"}),
        (
            changed(SYNTHETIC, (("required_views", 0), {"role": "depth"})),
            {f"required_views[0].{name}" for name in ("oblique_deg", "tilt_deg", "tolerance_deg")},
        ),
    ],
)
def test_a_c_arm_stands_at_angles_and_a_radiograph_has_a_name(
    document: Document, where: set[str]
) -> None:
    assert set(problems(document)) == where


@pytest.mark.parametrize(
    ("base", "place", "value", "where"),
    [
        (SYNTHETIC, ("patient", "generator_version"), 2, "patient.generator_version"),
        (SYNTHETIC, ("patient", "generator"), "thorax", "patient.generator"),
        (SYNTHETIC, ("patient", "kind"), "mri", "patient"),
        (SYNTHETIC, ("target_uncertainty_mm",), 5.5, "target_uncertainty_mm"),
        (SYNTHETIC, ("machine", "sod_mm"), 1020.0, "machine.sod_mm"),
        (SYNTHETIC, ("equipment", "needles", 0), "spinal-23g", "equipment.needles[0]"),
        (SYNTHETIC, ("accepted_conventions", 0), "joshi-2021", "accepted_conventions[0]"),
        (SYNTHETIC, ("rubric", "metrics", 0, "weight"), 71, "rubric.metrics"),
        (SYNTHETIC, ("rubric", "metrics", 1, "id"), "tip_to_target_um", "rubric.metrics"),
        (SYNTHETIC, ("rubric", "metrics", 0, "zero_at"), 3000, "rubric.metrics[0].zero_at"),
        (SYNTHETIC, ("rubric", "critical"), ["a_b", "a_b"], "rubric.critical"),
        (RADIOGRAPH, ("hazards",), [{"structure": "pleura", "margin_mm": 5}], "hazards"),
        (RADIOGRAPH, ("patient", "pictures", 1, "name"), "AP", "patient.pictures[1].name"),
    ],
)
def test_a_broken_rule_is_told_at_its_place(
    base: Document, place: Place, value: Any, where: str
) -> None:
    assert where in problems(changed(base, (place, value)))


@pytest.mark.parametrize("name", ["targets", "hazards", "accepted_conventions"])
def test_nothing_is_listed_twice(name: str) -> None:
    document = changed(SYNTHETIC, ((name,), SYNTHETIC[name] * 2))
    assert list(problems(document)) == [f"{name}[1]"]


def test_a_ct_case_s_target_may_be_a_landmark_s_name() -> None:
    scenario = read_scenario(as_file(without(CT, POINT)), "ct.yaml")
    assert scenario.targets[0].point_world_mm is None


def test_all_targets_of_a_film_case_are_marked_in_the_same_pictures() -> None:
    other = RADIOGRAPH["targets"][0] | {"side": "right", "picture_points": {"AP": [1, 2]}}
    document = changed(RADIOGRAPH, (("targets",), [*RADIOGRAPH["targets"], other]))
    assert list(problems(document)) == ["targets[1].picture_points"]


def test_a_broken_part_does_not_hide_the_rules_between_the_others() -> None:
    document = changed(
        SYNTHETIC,
        (("rubric",), "none"),
        (("targets",), [*SYNTHETIC["targets"], {"bone": "T99"}]),
        (POINT, [0.0, 0.0, 0.0]),
    )
    found = set(problems(document))
    assert {"rubric", "targets[1].bone", "targets[0].point_world_mm"} <= found


@pytest.mark.parametrize(
    "title",
    [
        "Station T7",
        "Case t-7",
        "T7-T8",
        "C8",
        "L1 pain",
        "thoracic 7",
        "the Left one",
        "RIGHT",
        "bilateral",
        "A block",
        "RF case",
        "needle placement",
        "Rhizotomy",
        "medial branch",
    ],
)
def test_an_exam_title_that_tells_is_refused(title: str) -> None:
    assert list(problems(changed(SYNTHETIC, (("exam_title",), title)))) == ["exam_title"]


@pytest.mark.parametrize(
    "title", ["Station A", "Case 12", "The writer", "Mid-back pain, a teacher"]
)
def test_a_neutral_exam_title_is_accepted(title: str) -> None:
    assert telling_words(title) == []


@pytest.mark.parametrize("kind", sorted(ALL))
def test_a_scenario_that_breaks_a_rule_cannot_be_built(kind: str) -> None:
    sound = read_scenario(as_file(ALL[kind]), "x")
    document = to_document(sound) | {"exam_title": "T7 left"}
    with pytest.raises(ValidationError, match="tells"):
        Scenario.model_validate(document, strict=False)


def test_a_scenario_cannot_be_changed() -> None:
    scenario = read_scenario(as_file(SYNTHETIC), "x")
    with pytest.raises(ValidationError, match="frozen"):
        scenario.tolerance_mm = 9.0  # type: ignore[misc]


OTHER_FILES = ("trainer.scenario.drill", "trainer.scenario.curriculum")  # have parts of their own


def test_every_part_has_its_place_in_the_table_of_parts() -> None:
    parts = {
        part
        for part in Part.__subclasses__()
        if part.__module__.startswith("trainer.scenario") and part.__module__ not in OTHER_FILES
    }
    assert set(PARTS.values()) == parts


def test_levels_and_sides_are_told_once_each_in_order() -> None:
    targets = [
        {"bone": bone, "nerve": nerve_at(bone), "joint": joints_of(bone)[-1], "side": side}
        for bone, side in (("T8", "right"), ("T7", "right"), ("T8", "left"))
    ]
    scenario = read_scenario(as_file(changed(SYNTHETIC, (("targets",), targets))), "x")
    assert scenario.levels == ("T8", "T7")
    assert scenario.sides == ("right", "left")
