"""Practice profiles: every setting rests on something, and an attempt keeps the one it follows."""

from __future__ import annotations

import copy
import json
from fnmatch import fnmatchcase
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.scenario.documents import SYNTHETIC, as_file, changed, only_problem, problems
from tools.make_profile_reference import PAGE, page
from trainer.scenario.agent import AgentKind
from trainer.scenario.canonical import from_document, sha256, to_document
from trainer.scenario.profile import NAMES, Profile
from trainer.scenario.profile_changes import ProfileChange, changed_profile
from trainer.scenario.reading import read_scenario
from trainer.scenario.tables import NO_PROFILE, PROFILE_IDS, profile_named, profiles
from trainer.therapy.lesion_program import Mode

HOUSE = profiles()["house-default"]
CHANGES = ("profile_changes",)
HOURS = {  # that an agent numbs a small nerve (M)
    "lidocaine-1": 2,
    "lidocaine-2": 2,
    "bupivacaine-0.25": 5,
    "bupivacaine-0.5": 6,
    "ropivacaine-0.2": 5,
}
QUICK = settings(max_examples=40, deadline=None)
each = pytest.mark.parametrize("profile", profiles().values(), ids=lambda profile: profile.id)
settings_of_all = st.sampled_from(
    [(name, setting) for name in PROFILE_IDS for setting, _ in profiles()[name].settings()]
)


def change(setting: str, value: object, why: str = "our clinic does so") -> dict[str, object]:
    return {"setting": setting, "value": value, "why": why}


def named(profile: str, *changes: dict[str, object]) -> dict[str, Any]:
    return changed(SYNTHETIC, (("practice_profile",), profile), (CHANGES, list(changes)))


# What a profile is


@given(settings_of_all)
@QUICK
def test_every_setting_rests_on_evidence_with_a_tag_and_a_source(which: tuple[str, str]) -> None:
    evidence = profiles()[which[0]].evidence_for(which[1])
    assert evidence is not None
    assert evidence.tag in {"S", "S2", "D", "M", "X"}
    assert evidence.source


@given(settings_of_all)
@QUICK
def test_a_profile_that_leaves_a_setting_without_evidence_is_refused(
    which: tuple[str, str],
) -> None:
    name, setting = which
    document = profiles()[name].model_dump(mode="json")
    document["evidence"] = [
        one
        for one in document["evidence"]
        if not any(fnmatchcase(setting, about) for about in one["about"])
    ]
    with pytest.raises(ValidationError, match="nothing in evidence is about"):
        Profile.model_validate_json(json.dumps(document))


@each
def test_settings_are_reached_by_their_paths(profile: Profile) -> None:
    paths = [path for path, _ in profile.settings()]
    assert len(set(paths)) == len(paths)
    assert not [path for path in paths if path.rpartition(".")[2] in NAMES]
    assert dict(profile.settings())["blocks.count"] == profile.blocks.count


@each
def test_an_evidence_entry_speaks_of_some_setting(profile: Profile) -> None:
    used = {id(profile.evidence_for(path)) for path, _ in profile.settings()}
    assert [one.about for one in profile.evidence if id(one) not in used] == []


@each
def test_every_agent_numbs_as_long_as_is_said_of_it(profile: Profile) -> None:
    numbing = {agent.id: agent.hours for agent in profile.agents if agent.numbs}
    assert numbing == HOURS


@each
def test_every_kind_of_agent_can_be_drawn_up(profile: Profile) -> None:
    assert {agent.kind for agent in profile.agents} == set(AgentKind)


@each
def test_pulsed_current_is_never_credited_as_ablation(profile: Profile) -> None:
    by_mode = {setting.mode: setting for setting in profile.lesion.settings}
    assert set(by_mode) == set(Mode)
    assert not by_mode[Mode.PULSED].ablates


@each
def test_a_profile_says_where_societies_differ_and_that_nobody_reviewed_it(
    profile: Profile,
) -> None:
    assert {one.topic for one in profile.differences} >= {"blocks.count", "lesion.settings"}
    assert profile.reviewer == ""


def test_the_profiles_differ_where_their_sources_do() -> None:
    count = {name: one.blocks.count for name, one in profiles().items()}
    relief = {name: one.blocks.relief_percent for name, one in profiles().items()}
    assert count["us-lcd-2021"] == count["sis-2013-derived"] == 2
    assert count["asra-2020-lumbar-derived"] == 1
    assert (relief["us-lcd-2021"], relief["asra-2020-lumbar-derived"]) == (80, 50)
    assert not profiles()["sis-2013-derived"].stimulation.sensory_required


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("blocks", "count"), 9),
        (("blocks", "count"), 2.0),
        (("blocks", "volume_ul"), [500, 300]),
        (("lesion", "settings", 0, "temperature_c"), [80, 120]),
        (("lesion", "settings", 0, "mode"), "boiling"),
        (("evidence", 0, "tag"), "Z"),
        (("agents", 0, "lasts_s"), 0),
        (("agents", 0, "most_mg"), None),
        (("agents", 5, "lasts_s"), 60),
        (("agents", 0, "id"), "Lidocaine 1 %"),
        (("wrong",), 1),
    ],
)
def test_a_profile_that_cannot_be_is_refused(place: tuple[str | int, ...], value: object) -> None:
    document = copy.deepcopy(HOUSE.model_dump(mode="json"))
    with pytest.raises(ValidationError):
        Profile.model_validate_json(json.dumps(changed(document, (place, value))))


def test_an_agent_listed_twice_is_refused() -> None:
    document = HOUSE.model_dump(mode="json")
    document["agents"].append(document["agents"][0])
    with pytest.raises(ValidationError, match="twice"):
        Profile.model_validate_json(json.dumps(document))


# What a scenario has to do with it


@pytest.mark.parametrize("name", PROFILE_IDS)
def test_a_scenario_follows_the_profile_it_names(name: str) -> None:
    assert read_scenario(as_file(named(name)), "x").profile == profiles()[name]


def test_without_a_profile_the_houses_values_stand_in() -> None:
    scenario = read_scenario(as_file(SYNTHETIC), "x")
    assert scenario.practice_profile == NO_PROFILE
    assert scenario.profile == HOUSE == profile_named(NO_PROFILE)


def test_an_unknown_profile_is_refused_with_the_nearest_name() -> None:
    problem = only_problem(as_file(named("us-lcd-2012")))
    assert problem.where == "practice_profile"
    assert "did you mean 'us-lcd-2021'?" in problem.message


def test_a_change_is_made_and_accounted_for() -> None:
    profile = read_scenario(
        as_file(named("us-lcd-2021", change("blocks.relief_percent", 50))), "x"
    ).profile
    assert profile.blocks.relief_percent == 50
    evidence = profile.evidence_for("blocks.relief_percent")
    assert evidence is not None
    assert (evidence.tag, evidence.claim) == ("X", "our clinic does so")


@given(settings_of_all)
@QUICK
def test_changing_a_setting_to_what_it_is_changes_only_its_account(which: tuple[str, str]) -> None:
    profile = profiles()[which[0]]
    value = dict(profile.settings())[which[1]]
    document = json.loads(json.dumps({"v": value}, default=str))["v"]
    if not isinstance(document, int | str | list) or len(str(document)) > 200:
        return
    if isinstance(document, list) and (len(document) != 2 or isinstance(document[0], str)):
        return
    asked = ProfileChange.model_validate_json(json.dumps(change(which[1], document)))
    fresh = changed_profile(profile, [asked])
    assert dict(fresh.settings()) == dict(profile.settings())
    assert fresh.evidence[1:] == profile.evidence


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("blocks.relief", 50, "blocks.relief_percent"),
        ("blocks.count", 9, "blocks.count"),
        ("agents.lidocaine-1.most_mg", True, "most_mg"),
        ("lesion.settings.pulsed.seconds", [400, 100], "seconds"),
    ],
)
def test_a_change_that_does_not_fit_is_refused_at_its_place(
    setting: str, value: object, said: str
) -> None:
    found = problems(named("house-default", change(setting, value)))
    assert list(found) == ["profile_changes[0].setting"]
    assert said in found["profile_changes[0].setting"]


def test_an_agents_dose_can_be_changed_though_its_name_holds_a_point() -> None:
    scenario = read_scenario(
        as_file(named("house-default", change("agents.bupivacaine-0.25.most_mg", 100))), "x"
    )
    agent = scenario.profile.agent("bupivacaine-0.25")
    assert agent is not None
    assert agent.most_mg == 100


def test_an_attempt_carries_the_whole_profile_whatever_ships_later() -> None:
    document = to_document(read_scenario(as_file(named("us-lcd-2021")), "x"))
    assert document["stated_profile"]["id"] == "us-lcd-2021"
    document["stated_profile"]["blocks"]["relief_percent"] = 75  # as an older release had it
    assert from_document(document).profile.blocks.relief_percent == 75


def test_another_policy_is_another_scenario_by_its_hash() -> None:
    one, other = (read_scenario(as_file(named(name)), "x") for name in PROFILE_IDS[:2])
    assert sha256(one) != sha256(other)


def test_a_department_states_its_own_profile_under_its_own_name() -> None:
    own = {**HOUSE.model_dump(mode="json"), "id": "our-clinic"}
    document = named("our-clinic") | {"stated_profile": own}
    assert read_scenario(as_file(document), "x").profile.id == "our-clinic"
    assert "practice_profile" in problems(named("us-lcd-2021") | {"stated_profile": own})


def test_the_page_of_profiles_is_current() -> None:
    said = "run python -m tools.make_profile_reference"
    assert PAGE.read_text(encoding="utf-8") == page(), said
