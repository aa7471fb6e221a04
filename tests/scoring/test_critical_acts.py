"""Critical errors of a block and a rhizotomy, each where it happened."""

from __future__ import annotations

import pytest

from tests.scoring.attempts import TARGET, film_header, log_of
from tests.scoring.procedures import CLEAR, NAMES, SECOND_UM, Clinic, good_block, good_rhizotomy
from tests.scoring.procedures import head as head_of
from trainer.attempt.events import HarmDone
from trainer.scoring.critical import CRITICAL
from trainer.scoring.errors import ERRORS, errors_of
from trainer.scoring.major import MAJOR
from trainer.scoring.view import view_of

T7 = TARGET.point_um


def found(events: list, *listed: str, procedure: str = "rhizotomy") -> list[str]:
    view = view_of(log_of(events, head_of(procedure)))
    return [error.id for error in errors_of(view, listed or CRITICAL)]


def acts(events: list, kind: str, procedure: str = "rhizotomy") -> tuple:
    return errors_of(view_of(log_of(events, head_of(procedure))), [kind])


def test_both_tables_are_one_and_each_kind_says_everything_about_itself():
    assert not set(CRITICAL) & set(MAJOR)
    assert set(ERRORS) == set(CRITICAL) | set(MAJOR)
    for name, kind in ERRORS.items():
        assert name == kind.id
        assert kind.title
        assert kind.citation
        assert kind.severity == ("critical" if name in CRITICAL else "major")


def test_good_procedures_have_none():
    assert found(good_rhizotomy(), *ERRORS) == []
    assert found(good_block(), *ERRORS, procedure="block") == []


@pytest.mark.parametrize(
    ("hz", "answer", "counted"),
    [
        (2, "intercostal-twitch", 1),
        (2, "abdominal-twitch", 1),
        (2, "limb-twitch", 1),
        (2, "legs", 1),
        (50, "band", 1),
        (2, "paraspinal-twitch", 0),
        (50, "back", 0),
    ],
)
def test_heat_after_a_bad_answer_is_critical_and_a_paraspinal_twitch_is_good(hz, answer, counted):
    clinic = Clinic().enter_at(T7).stimulate(hz, 1_000, answer).heat()
    assert found(clinic.events, "lesion_after_bad_response") == (
        ["lesion_after_bad_response"] * counted
    )


def test_an_answer_that_is_gone_after_moving_and_testing_again_is_no_error():
    clinic = Clinic().enter_at(T7).stimulate(2, 1_000, "abdominal-twitch")
    clinic.push(-2_000)
    assert found(Clinic(events=list(clinic.events)).heat().events, "lesion_after_bad_response")
    again = Clinic(events=list(clinic.events)).stimulate(2, 2_000, "paraspinal-twitch").heat()
    assert not found(again.events, "lesion_after_bad_response")


def test_a_test_beyond_the_policy_proves_nothing_against_the_needle():
    clinic = Clinic().enter_at(T7).stimulate(2, 2_000).stimulate(2, 9_000, "abdominal-twitch")
    assert not found(clinic.heat().events, "lesion_after_bad_response")


def test_the_answer_of_another_needle_is_not_held_against_this_one():
    clinic = Clinic().enter_at(T7).stimulate(2, 1_000, "abdominal-twitch").out()
    assert not found(clinic.enter_at(SECOND_UM).heat().events, "lesion_after_bad_response")


def test_heat_against_pain_round_the_ribs_is_critical():
    clinic = Clinic().enter_at(T7).heat()
    clinic.note(HarmDone(clinic.t_ms, "band-pain-ignored", "heat went on for 10 s", 0))
    (act,) = acts(clinic.events, "band_pain_ignored")
    assert act.why == "Heat went on for 10 s."


@pytest.mark.parametrize("pattern", ["vessel", "foramen", "epidural", "intrathecal", "pleura"])
def test_injecting_after_contrast_went_astray_is_critical(pattern):
    clinic = Clinic().enter_at(T7).inject("iohexol-240", 200, pattern).inject("lidocaine-1", 300)
    (act,) = acts(clinic.events, "injected_after_uptake", "block")
    assert pattern in act.why


def test_uptake_recognised_and_repositioned_is_no_error():
    clinic = Clinic().enter_at(T7).inject("iohexol-240", 200, "vessel")
    assert not acts(clinic.events, "injected_after_uptake", "block")
    moved = Clinic(events=list(clinic.events), tip_um=clinic.tip_um, depth_um=clinic.depth_um)
    moved.push(-1_000)
    assert not acts(moved.inject("lidocaine-1", 300).events, "injected_after_uptake", "block")
    hardly = Clinic(events=list(clinic.events), tip_um=clinic.tip_um, depth_um=clinic.depth_um)
    hardly.push(-900)
    assert acts(hardly.inject("lidocaine-1", 300).events, "injected_after_uptake", "block")


def test_more_contrast_after_uptake_is_no_error_and_a_good_run_ends_it():
    clinic = Clinic().enter_at(T7).inject("iohexol-240", 200, "vessel")
    clinic.inject("iohexol-240", 200).inject("lidocaine-1", 300)
    assert not acts(clinic.events, "injected_after_uptake", "block")


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ((28_000, 40_000, 28_000), "treated_wrong_level"),
        ((-28_000, 40_000, 4_000), "treated_wrong_side"),
    ],
)
def test_treating_elsewhere_is_critical_for_each_act_even_if_the_needle_is_out(place, kind):
    clinic = Clinic().enter_at(place).inject().heat().out()
    told = acts(clinic.events, kind)
    assert len(told) == 2
    assert "the target is T7 left or T8 left" in told[0].why
    assert not acts(Clinic().enter_at(place).inject("iohexol-240", 200).events, kind)


def test_the_place_of_one_film_is_not_judged():
    clinic = Clinic().enter_at((-28_000, 40_000, 4_000)).heat()
    view = view_of(log_of(clinic.events, film_header()))
    assert errors_of(view, ["treated_wrong_side"]) == ()


@pytest.mark.parametrize("structure", ["ventral-ramus", "nerve-root", "foramen", "canal", "pleura"])
def test_heat_into_what_must_not_be_heated_is_critical_with_its_number(structure):
    reached = tuple((name, -1_260 if name == structure else um) for name, um in CLEAR)
    clinic = Clinic().enter_at(T7).heat((900, 0), reached)
    (act,) = acts(clinic.events, "lesion_reached_danger")
    assert act.why == f"45 C of lesion 1 reached 1.2 mm into the {structure}."


def test_heat_to_the_skin_is_major_and_not_critical():
    burnt = tuple((name, -500 if name == "skin" else um) for name, um in CLEAR)
    clinic = Clinic().enter_at(T7).heat((900, 0), burnt)
    assert not acts(clinic.events, "lesion_reached_danger")
    assert acts(clinic.events, "lesion_at_skin")


def test_heat_without_a_depth_view_since_the_last_movement_is_critical():
    clinic = Clinic().enter_at(T7)
    clinic.push(300)
    (act,) = acts(clinic.heat().events, "lesion_without_depth_view")
    assert act.exposure == clinic.exposures  # the picture that was seen last
    assert not acts(Clinic().enter_at(T7).heat().events, "lesion_without_depth_view")


def test_a_block_is_judged_at_each_injection():
    clinic = Clinic().enter_at(T7).inject("bupivacaine-0.25", 300, numbed=((NAMES[0], 900),))
    assert not acts(clinic.events, "injection_without_depth_view", "block")
    clinic.push(-500)
    clinic.inject("bupivacaine-0.25", 300)
    assert len(acts(clinic.events, "injection_without_depth_view", "block")) == 1


def test_an_act_is_told_with_the_frame_that_was_seen_before_it():
    events = good_rhizotomy()
    clinic = Clinic(events=events[:-1]).enter("pleura")
    (act,) = acts(clinic.events, "hazard_entered")
    assert act.exposure == max(e.number for e in events if type(e).__name__ == "Exposed")
