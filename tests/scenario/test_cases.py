"""A case: its file, its diary, its reasons and talk, and what its parts owe each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import REPOSITORY
from tests.scenario.documents import SYNTHETIC, as_file, changed, only_problem, problems
from trainer.anatomy.levels import Procedure
from trainer.attempt import acts, causes
from trainer.scenario.case_choices import PlanSubject, Trait
from trainer.scenario.case_file import DiaryEntry
from trainer.scenario.case_words import CaseTopic, Decision, Point, Reason, Verdict
from trainer.scenario.cautions import cautions
from trainer.scenario.conversation import conversation
from trainer.scenario.diary import diary_suffices, positive_blocks
from trainer.scenario.reading import read_scenario
from trainer.scenario.scenario import Scenario
from trainer.scenario.tables import profiles
from trainer.therapy.block import block_result
from trainer.therapy.outcome import outcome_of

FOLDERS = sorted(path.parent for path in (REPOSITORY / "scenarios").glob("*/scenario.yaml"))
each = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)

BLOCK_1 = {
    "joint": "T7-T8 left",
    "agent": "lidocaine-1",
    "volume_ul": 300,
    "weeks_ago": 8,
    "relief_percent": 85,
    "hours": 2,
}
BLOCK_2 = {**BLOCK_1, "agent": "bupivacaine-0.25", "weeks_ago": 5, "hours": 5}
STORY: dict[str, Any] = {
    "history": "A case.",
    "decision": "proceed",
    "person": {
        "name": "Mrs A.",
        "age_years": 45,
        "sex": "female",
        "weight_kg": 70,
        "work": "a smith",
    },
    "pages": [
        {
            "topic": "history",
            "text": "It hurts.",
            "findings": [{"id": "axial", "text": "It hurts beside the spine"}],
        },
        {"topic": "imaging", "text": "Worn joints."},
    ],
    "diary": [BLOCK_1, BLOCK_2],
    "pain": {"joints_permille": {"T7-T8 left": 800}, "placebo_permille": 100},
    "reasons": [
        {"reason": "axial-pain", "verdict": "required", "rests_on": ["axial"], "teaching": "Yes."}
    ],
    "consent_needed": ["aim", "evidence"],
}
TARGETS = [
    {"joint": "T7-T8", "nerve": "T6-mb", "bone": "T7", "side": "left"},
    {"joint": "T7-T8", "nerve": "T7-mb", "bone": "T8", "side": "left"},
]
CASE = changed(
    SYNTHETIC,
    (("procedure",), "rhizotomy"),
    (("targets",), TARGETS),
    (("equipment", "needles"), ["rf-18g-100-10"]),
    (("story",), STORY),
    (("practice_profile",), "us-lcd-2021"),
)


def shipped(folder: Path) -> Scenario:
    return read_scenario((folder / "scenario.yaml").read_bytes(), folder.name)


def read(document: dict[str, Any]) -> Scenario:
    return read_scenario(as_file(document), "x.yaml")


def with_diary(*entries: dict[str, Any], profile: str = "us-lcd-2021") -> dict[str, Any]:
    return changed(CASE, (("story", "diary"), list(entries)), (("practice_profile",), profile))


# The words are the same for every case, and those the attempt knows


def test_topics_points_reasons_and_decisions_are_those_of_the_attempt() -> None:
    assert [topic.value for topic in CaseTopic] == list(acts.CASE_TOPICS)
    assert [point.value for point in Point] == list(acts.POINTS)
    assert [reason.value for reason in Reason] == list(acts.REASONS)
    assert [decision.value for decision in Decision] == list(acts.DECISIONS)


def test_traits_are_what_the_causes_of_complications_know() -> None:
    assert {trait.value for trait in Trait} == set(causes.FINDINGS)


@each
def test_planned_acts_are_acts_of_the_room(folder: Path) -> None:
    for plan in shipped(folder).story.plans:
        for planned in (*plan.needed, *plan.wrong):
            assert set(planned.details) <= set(acts.ACTS[planned.act].details)


# Reading a case


def test_what_is_not_noted_under_a_topic_is_nothing() -> None:
    story = read(CASE).story
    assert story.text_of(CaseTopic.REFERRAL) == "A case."
    assert story.text_of(CaseTopic.IMAGING) == "Worn joints."
    assert story.text_of(CaseTopic.DEVICES) is None


def test_the_talk_has_every_point_once_and_a_case_may_say_it_in_its_own_words() -> None:
    own = {"point": "aim", "asked": "Why?", "told": "Because.", "answered": "Ah."}
    talk = conversation(read(changed(CASE, (("story", "consent"), [own]))).story)
    assert list(talk) == list(Point)
    assert talk[Point.AIM].told == "Because."
    assert all(one.told for one in talk.values())


def test_the_usual_talk_says_how_weak_the_evidence_is() -> None:
    said = conversation(read(CASE).story)[Point.EVIDENCE].told
    assert "limited evidence" in said
    assert "no recommendation" in " ".join(said.split())


def test_the_pain_of_a_case_is_what_therapy_takes() -> None:
    pain = read(CASE).story.pain
    assert pain is not None
    assert pain.nerves == ("T6-mb left", "T7-mb left")
    asleep = dict.fromkeys(pain.nerves, 1.0)
    found = block_result(pain.source, asleep, "lidocaine-1")
    assert found.relief_percent == 82  # 80 % of it, and a tenth of the rest by placebo
    assert outcome_of(pain.source, asleep, (), 2).relief[3][1] == 80


# What its parts owe each other


@pytest.mark.parametrize(
    ("place", "value", "where"),
    [
        (("story", "reasons", 0, "rests_on"), ["axail"], "story.reasons[0].rests_on[0]"),
        (("story", "reasons"), STORY["reasons"] * 2, "story.reasons[1].reason"),
        (("story", "pages", 1), STORY["pages"][0], "story.pages"),
        (("story", "pages", 0, "topic"), "referral", "story.pages"),
        (("story", "pages", 1, "findings"), STORY["pages"][0]["findings"], "story.pages[1]"),
        (("story", "person", "age_years"), 46, "story.person.age_years"),
        (("story", "person", "sex"), "male", "story.person.sex"),
        (("story", "pain", "joints_permille"), {"T7-T9 left": 1}, "story.pain.joints_permille"),
        (("story", "pain", "joints_permille"), {"T7-T8": 1}, "story.pain.joints_permille"),
        (
            ("story", "pain", "joints_permille"),
            {"T7-T8 left": 600, "T7-T8 right": 600},
            "story.pain.joints_permille",
        ),
        (("story", "diary", 0, "agent"), "saline", "story.diary[0].agent"),
        (("story", "diary", 0, "agent"), "lidocain-1", "story.diary[0].agent"),
        (("story", "also_acceptable"), ["proceed"], "story.also_acceptable"),
        (("story", "traits"), ["implant"], "story.traits[0]"),
        (("story", "traits"), ["faint-easily"], "story.traits[0]"),
        (("story", "consent_needed"), ["prognosis"], "story.consent_needed[0]"),
        (("story", "wish"), "x", "story.wish"),
        (("story", "diary", 0, "reliefs"), 1, "story.diary[0].reliefs"),
        (("targets", 1, "nerve"), "T8-mb", "targets[1].nerve"),
    ],
)
def test_a_case_that_contradicts_itself_is_refused_at_its_place(
    place: tuple[str | int, ...], value: object, where: str
) -> None:
    found = problems(changed(CASE, (place, value)))
    assert any(name.startswith(where) for name in found), found


def test_a_misspelt_finding_is_refused_with_the_nearest() -> None:
    problem = only_problem(changed(CASE, (("story", "reasons", 0, "rests_on"), ["axail"])))
    assert "did you mean 'axial'?" in problem.message
    assert problem.line is not None


def test_a_hidden_vein_lies_at_a_target() -> None:
    vein = {
        "bone": "T8",
        "side": "left",
        "lateral_mm": 1.0,
        "posterior_mm": 1.0,
        "cranial_mm": 2.0,
        "radius_mm": 0.6,
    }
    at_home = changed(CASE, (("story", "vessels"), [vein]))
    assert read(at_home).story.vessels[0].length_mm == 40.0
    away = changed(at_home, (("story", "vessels", 0, "side"), "right"))
    assert list(problems(away)) == ["story.vessels[0].bone"]


@pytest.mark.parametrize("decision", ["postpone", "decline"])
def test_a_decision_against_the_needle_has_a_required_reason(decision: str) -> None:
    bare = changed(CASE, (("story", "decision"), decision), (("story", "reasons"), []))
    assert list(problems(bare)) == ["story.reasons"]
    read(changed(CASE, (("story", "decision"), decision)))


# The diary


@pytest.mark.parametrize(
    ("entries", "us", "asra"),
    [
        ((BLOCK_1, BLOCK_2), True, True),
        ((BLOCK_2, BLOCK_1), True, True),
        ((BLOCK_1,), False, True),
        ((), False, False),
        ((BLOCK_1, BLOCK_1), False, True),  # not comparative
        ((BLOCK_1, {**BLOCK_2, "hours": 2}), False, True),  # the longer drug lasted no longer
        ((BLOCK_1, {**BLOCK_2, "relief_percent": 79}), False, True),
        ((BLOCK_1, {**BLOCK_2, "joint": "T6-T7 left"}), False, True),
        (({**BLOCK_1, "relief_percent": 49},), False, False),
    ],
)
def test_what_a_diary_carries_depends_on_the_profile(
    entries: tuple[dict[str, Any], ...], us: bool, asra: bool
) -> None:
    diary = [DiaryEntry.model_validate(entry) for entry in entries]
    found = [
        diary_suffices(diary, "T7-T8 left", profiles()[name])
        for name in ("us-lcd-2021", "asra-2020-lumbar-derived")
    ]
    assert found == [us, asra]


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 12), st.integers(0, 12))
def test_two_blocks_agree_when_both_help_and_the_longer_drug_lasts_longer(
    one: int, other: int, first_h: int, second_h: int
) -> None:
    entries = [
        DiaryEntry.model_validate({**BLOCK_1, "relief_percent": one, "hours": first_h}),
        DiaryEntry.model_validate({**BLOCK_2, "relief_percent": other, "hours": second_h}),
    ]
    agree = min(one, other) >= 80 and second_h > first_h
    assert diary_suffices(entries, "T7-T8 left", profiles()["us-lcd-2021"]) == agree


@given(st.lists(st.integers(0, 100), max_size=5), st.sampled_from(sorted(profiles())))
def test_another_block_never_makes_a_diary_worse(reliefs: list[int], name: str) -> None:
    profile = profiles()[name]
    entries = [DiaryEntry.model_validate({**BLOCK_1, "relief_percent": one}) for one in reliefs]
    positive = len(positive_blocks(entries, "T7-T8 left", profile))
    assert positive == sum(one >= profile.blocks.relief_percent for one in reliefs)
    before = diary_suffices(entries[:-1], "T7-T8 left", profile)
    assert diary_suffices(entries, "T7-T8 left", profile) or not before


def test_a_rhizotomy_without_its_blocks_is_refused_or_warned_of_as_the_profile_says() -> None:
    assert list(problems(with_diary(BLOCK_1))) == ["story.diary"]
    warned = cautions(read(with_diary(BLOCK_1, profile="house-default")))
    assert [one.where for one in warned] == ["story.diary"]
    assert "2 comparative blocks of at least 80 %" in warned[0].message
    assert cautions(read(with_diary(BLOCK_1, profile="asra-2020-lumbar-derived"))) == ()


def test_a_case_on_which_one_does_not_go_on_needs_no_blocks() -> None:
    read(changed(with_diary(BLOCK_1), (("story", "decision"), "postpone")))


# Cautions


@pytest.mark.parametrize(
    ("place", "value", "where"),
    [
        (("equipment", "needles"), ["spinal-22g-90"], "equipment.needles"),
        (("targets",), TARGETS[:1], "targets"),
        (("story", "pain"), None, "story.pain"),
        (("story", "consent_needed"), ["aim"], "story.consent_needed"),
    ],
)
def test_an_author_is_warned_of_what_is_probably_a_slip(
    place: tuple[str, ...], value: object, where: str
) -> None:
    assert cautions(read(CASE)) == ()
    assert [one.where for one in cautions(read(changed(CASE, (place, value))))] == [where]


# What ships


@each
def test_a_shipped_case_needs_no_second_look(folder: Path) -> None:
    assert cautions(shipped(folder)) == ()


@each
def test_a_shipped_case_is_about_somebody(folder: Path) -> None:
    story = shipped(folder).story
    assert story.person is not None
    assert story.text_of(CaseTopic.HISTORY)


@pytest.mark.parametrize(
    ("name", "decision", "reason"),
    [
        ("mbb-t7-8", Decision.PROCEED, Reason.AXIAL_PAIN),
        ("rf-t7-8", Decision.PROCEED, Reason.BLOCKS_POSITIVE),
        ("one-block-60", Decision.POSTPONE, Reason.BLOCKS_INSUFFICIENT),
        ("red-flag", Decision.DECLINE, Reason.RED_FLAG),
        ("doac", Decision.PROCEED, Reason.BLEEDING_RISK_LOW),
        ("icd", Decision.PROCEED, Reason.DEVICE),
        ("infection", Decision.POSTPONE, Reason.INFECTION),
    ],
)
def test_a_shipped_case_is_decided_for_its_reason(
    name: str, decision: Decision, reason: Reason
) -> None:
    scenario = shipped(REPOSITORY / "scenarios" / name)
    story = scenario.story
    required = {one.reason for one in story.reasons if one.verdict is Verdict.REQUIRED}
    assert story.decision is decision
    assert reason in required
    assert {page.topic for page in story.pages} == set(CaseTopic) - {CaseTopic.REFERRAL}
    assert all(one.rests_on for one in story.reasons)


@pytest.mark.parametrize("name", ["mbb-t7-8", "rf-t7-8"])
def test_both_nerves_of_left_t7_t8_are_aimed_at(name: str) -> None:
    targets = shipped(REPOSITORY / "scenarios" / name).targets
    assert [(one.nerve, one.bone, one.side) for one in targets] == [
        ("T6-mb", "T7", "left"),
        ("T7-mb", "T8", "left"),
    ]


@each
def test_the_diary_of_a_shipped_case_fits_its_pain(folder: Path) -> None:
    """A block with all nerves asleep cannot have helped much less than the author's truth."""
    scenario = shipped(folder)
    if scenario.procedure is not Procedure.RHIZOTOMY or scenario.story.pain is None:
        return
    pain = scenario.story.pain
    asleep = dict.fromkeys(pain.nerves, 1.0)
    for entry in scenario.story.diary:
        told = block_result(pain.source, asleep, entry.agent)
        assert abs(told.relief_percent - entry.relief_percent) <= 15


def test_an_implant_and_an_anticoagulant_ship_with_their_plans() -> None:
    subjects = {
        name: {plan.subject for plan in shipped(REPOSITORY / "scenarios" / name).story.plans}
        for name in ("icd", "doac")
    }
    assert subjects == {"icd": {PlanSubject.DEVICE}, "doac": {PlanSubject.MEDICATION}}
