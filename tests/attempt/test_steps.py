"""The table of steps: it names real events, and a log tells what was done in its place."""

from __future__ import annotations

from dataclasses import fields

from tests.conftest import REPOSITORY
from tools.make_procedure_reference import PAGE, page
from trainer.attempt.acts import ACTS
from trainer.attempt.events import (
    EVENTS,
    ActDone,
    ElectrodeSet,
    Event,
    Exposed,
    LesionStarted,
    NeedleMoved,
    SkinPunctured,
    Stimulated,
)
from trainer.attempt.step_kinds import Weight
from trainer.attempt.steps import CONTRAST, NUMBING, STEPS
from trainer.attempt.steps_asked import ASKED, steps_for
from trainer.attempt.walked import Walked, walked
from trainer.scenario.agent import AgentKind
from trainer.scenario.tables import profiles

PUNCTURE, HEAT = SkinPunctured(5, (0, 0, 0)), LesionStarted(9, 300, 1)
EDGES = (-1, 1, -1, 1)


def moved(t_ms: int, how: str = "advance") -> NeedleMoved:
    return NeedleMoved(t_ms, how, (0, 0, 0), (0, -(10**9), 0), 1, 1, 1, "soft", (), ())


def picture(t_ms: int) -> Exposed:
    at = (0, 0, 0)
    beam = ("spot", 1, 1, 1, 1, 1, 1, 1, False, False)
    return Exposed(t_ms, 1, "", 0, 0, at, at, at, at, 0, 1, 1, EDGES, *beam)


def of(name: str, *events: Event, procedure: str = "rhizotomy") -> Walked:
    return next(one for one in walked(events, procedure) if one.step.id == name)


def test_the_committed_page_is_up_to_date() -> None:
    assert PAGE == REPOSITORY / "docs" / "procedure.md"
    assert PAGE.read_text(encoding="utf-8") == page(), (
        "run python -m tools.make_procedure_reference"
    )


def test_every_mark_names_an_event_and_fields_that_it_has() -> None:
    for step in STEPS:
        for mark in (*step.done_by, step.before, *((step.since,) if step.since else ())):
            known = {part.name for part in fields(EVENTS[mark.event])}
            assert {name for name, _ in mark.where} <= known, step.id
            acts = [value for name, values in mark.where if name == "act" for value in values]
            assert set(acts) <= set(ACTS), step.id


def test_no_two_steps_share_a_name_and_each_says_its_risk_and_source() -> None:
    assert len({step.id for step in STEPS}) == len(STEPS)
    assert all(step.left_out and step.source for step in STEPS)
    assert {step.weight for step in STEPS} == set(Weight)


def test_the_numbing_agents_are_those_of_the_profiles() -> None:
    for profile in profiles().values():
        for agent in profile.agents:
            assert (agent.id in NUMBING) == (agent.kind is AgentKind.ANAESTHETIC)
            assert (agent.id in CONTRAST) == (agent.kind is AgentKind.CONTRAST)


def test_a_step_in_its_place_is_kept() -> None:
    found = of("time-out", ActDone(1, "time-out", ""), PUNCTURE, SkinPunctured(7, (0, 0, 0)))
    assert (found.asked, found.kept, found.missed_ms, found.first_ms) == (2, 2, None, 1)


def test_a_step_too_late_is_told_from_one_left_out() -> None:
    late = of("time-out", PUNCTURE, ActDone(8, "time-out", ""))
    assert (late.missed_ms, late.late, late.left_out) == (5, True, False)
    never = of("time-out", PUNCTURE)
    assert (never.missed_ms, never.late, never.left_out) == (5, False, True)


def test_what_nothing_asked_for_is_not_missed() -> None:
    found = of("sensory-test", ActDone(1, "prep", ""))
    assert (found.asked, found.missed_ms, found.left_out) == (0, None, False)


def test_a_movement_asks_for_a_new_picture_before_heat() -> None:
    kept = of("depth-before-heat", moved(1), picture(2), HEAT)
    assert kept.missed_ms is None
    missed = of("depth-before-heat", picture(2), moved(3), HEAT)
    assert (missed.missed_ms, missed.step.weight) == (9, Weight.CRITICAL)


def test_a_slip_asks_for_a_picture_but_not_for_a_new_test() -> None:
    log = (moved(1), Stimulated(2, 50, 400, 300, ()), picture(3), moved(4, "slip"), HEAT)
    assert of("sensory-test", *log).missed_ms is None
    assert of("depth-before-heat", *log).missed_ms == 9


def test_the_electrode_asks_for_a_picture_again() -> None:
    log = (picture(1), ElectrodeSet(2, True, 400), HEAT)
    assert of("check-after-electrode", *log).missed_ms == 9
    assert of("check-after-electrode", *log[1:2], picture(3), HEAT).missed_ms is None


def test_what_belongs_to_the_other_procedure_is_not_asked() -> None:
    assert "pad" not in {one.step.id for one in walked((), "block")}
    assert "contrast-live" not in {one.step.id for one in walked((), "rhizotomy")}


def test_the_table_follows_the_practice_profile() -> None:
    everything = {step.id for step in STEPS}
    assert set(ASKED) <= everything
    for profile in profiles().values():
        asked = {step.id for step in steps_for(profile)}
        assert everything - asked == {name for name in ASKED if not ASKED[name](profile)}
    sis = steps_for(profiles()["sis-2013-derived"])  # leaves 50 Hz to the one who treats
    assert "sensory-test" not in {step.id for step in sis}
    assert "motor-test" in {step.id for step in sis}
    untested = walked([moved(1), HEAT], "rhizotomy", sis)
    assert "sensory-test" not in {one.step.id for one in untested}
    assert next(one for one in untested if one.step.id == "motor-test").left_out


def test_a_profile_without_tests_and_contrast_has_a_table_without_them() -> None:
    house = profiles()["house-default"]
    bare = house.model_copy(
        update={
            "blocks": house.blocks.model_copy(update={"contrast_first": False}),
            "views": house.views.model_copy(update={"contrast_live": False}),
            "stimulation": house.stimulation.model_copy(
                update={"sensory_required": False, "motor_required": False}
            ),
        }
    )
    gone = {step.id for step in STEPS} - {step.id for step in steps_for(bare)}
    assert {"contrast-first", "contrast-live", "sensory-test", "motor-test"} <= gone
