"""Metrics of views, order, settings, radiation, economy and the case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.scoring.attempts import (
    DOWN,
    ENTRY_UM,
    TARGET,
    Hand,
    careful,
    header,
    log_of,
    scenario,
    value_of,
)
from tests.scoring.procedures import (
    SECOND_UM,
    Clinic,
    document,
    good_block,
    good_rhizotomy,
    head,
    rf_value,
)
from trainer.attempt.events import (
    BeamStarted,
    BeamStopped,
    CaseDecided,
    ComplicationBegan,
    ComplicationEnded,
    Discussed,
    ElectrodeSet,
    LevelDeclared,
    NeedleMoved,
    NeedleRemoved,
    SkinPunctured,
    Stimulated,
)
from trainer.scoring.metrics import METRICS
from trainer.scoring.metrics.stage_times import STAGES
from trainer.scoring.view import view_of

T7 = TARGET.point_um


def without(events: list, *kinds: type) -> list:
    return [event for event in events if not isinstance(event, kinds)]


def test_a_good_rhizotomy_measures_as_its_author_meant():
    wanted = {
        "view_level": 1,
        "view_working_permille": 1_000,
        "view_depth_permille": 1_000,
        "order_broken": 0,
        "steps_left_out": 0,
        "lesion_settings_permille": 1_000,
        "stimulation_permille": 1_000,
        "anaesthetic_first_permille": 1_000,
        "complications_answered_permille": 1_000,
        "reasons_permille": 1_000,
        "consent_permille": 1_000,
        "pages_permille": 1_000,
        "punctures": 2,
        "level_and_side": 1,
    }
    events = good_rhizotomy()
    assert {name: rf_value(name, events) for name in wanted} == wanted


def test_depth_seen_before_the_needle_moved_on_proves_nothing_at_the_lesion():
    clinic = Clinic().enter_at(T7)
    clinic.push(500)
    clinic.heat().out().enter_at(SECOND_UM).heat()
    assert rf_value("view_depth_permille", clinic.events) == 500
    # A definition that asks at submit, as the first rubrics did, sees the last needle only.
    assert rf_value("view_depth", clinic.events) == 1


def test_a_slip_of_the_tip_undoes_the_depth_view_and_not_the_aim():
    clinic = Clinic().enter_at(T7).stimulate(50, 300, "back").stimulate(2, 2_000)
    clinic.note(
        NeedleMoved(
            clinic.t_ms, "slip", (28_000, 39_200, 4_000), DOWN, 0, 800, 40_800, "soft", (), ()
        )
    )
    clinic.heat()
    assert rf_value("view_depth_permille", clinic.events) == 0
    assert rf_value("stimulation_permille", clinic.events) == 1_000


def test_the_working_view_belongs_to_the_needle_that_treats():
    clinic = Clinic().turn(0).take().expose()
    clinic.remove()
    other = Clinic(events=list(clinic.events), exposures=clinic.exposures).turn(90)
    other.take().push(40_000).expose()
    whole = Clinic(events=list(other.events)).heat()
    assert rf_value("view_working_permille", whole.events) == 0


def test_a_hub_view_is_along_the_shaft_within_five_degrees():
    views = [{"role": "hub", "oblique_deg": 0.0, "tilt_deg": 0.0, "tolerance_deg": 45.0}]
    top = header(scenario(views=views))
    straight = Hand().take().push(20_000).expose()
    assert value_of("view_hub_permille", straight.events, top) == 1_000
    assert value_of("coaxial_at_acts_mdeg", straight.events, top) < 4_000
    tilted = Hand().take().aim((1, -10, 0)).push(20_000).expose()
    assert value_of("view_hub_permille", tilted.events, top) == 0
    from_the_side = Hand().take().push(20_000).turn(90).expose()
    assert value_of("view_hub_permille", from_the_side.events, top) == 0
    assert not METRICS["view_hub_permille"].applies(view_of(log_of(careful())))


@pytest.mark.parametrize(
    ("clinic", "counted"),
    [
        (Clinic().turn(0).expose().declare(), 1),
        (Clinic().turn(90).expose().declare(), 0),
        (Clinic().declare(), 0),
    ],
    ids=["on a level view", "on a lateral", "on nothing"],
)
def test_the_level_is_declared_on_a_picture_that_shows_it(clinic, counted):
    assert rf_value("view_level", clinic.events) == counted


def test_a_level_declared_after_the_puncture_comes_too_late():
    clinic = Clinic().turn(0).expose()
    clinic.note(SkinPunctured(clinic.t_ms, ENTRY_UM))
    assert rf_value("view_level", clinic.declare().events) == 0


def test_what_comes_late_breaks_the_order_and_what_never_comes_is_left_out():
    events = good_rhizotomy()
    no_time_out = [e for e in events if getattr(e, "act", "") != "time-out"]
    assert rf_value("steps_left_out", no_time_out) == 3
    assert rf_value("order_broken", no_time_out) == 0
    late = [*no_time_out[:-1], *[e for e in events if getattr(e, "act", "") == "time-out"]]
    assert rf_value("order_broken", late) == 3
    assert rf_value("steps_left_out", late) == 0


def test_a_policy_that_does_not_ask_for_a_test_does_not_miss_it():
    untested = without(good_rhizotomy(), Stimulated)
    assert rf_value("steps_left_out", untested) == 6
    changes = [
        {"setting": f"stimulation.{name}_required", "value": False, "why": "Local policy."}
        for name in ("sensory", "motor")
    ]
    stated = head(profile_changes=changes)
    assert rf_value("steps_left_out", untested, stated) == 0
    view = view_of(log_of(untested, stated))
    assert not METRICS["stimulation_permille"].applies(view)


@pytest.mark.parametrize(
    ("settings", "fits"),
    [
        ({}, 1_000),
        ({"temperature_c": 70}, 0),
        ({"seconds": 60}, 0),
        ({"how": "stopped"}, 0),
        ({"mode": "pulsed", "temperature_c": 42, "seconds": 120}, 0),
        ({"mode": "cooled", "temperature_c": 60, "seconds": 150}, 1_000),
    ],
)
def test_a_lesion_is_made_as_the_profile_says(settings, fits):
    clinic = Clinic().enter_at(T7).heat((500, 0), **settings)
    assert rf_value("lesion_settings_permille", clinic.events) == fits


@pytest.mark.parametrize(
    ("tests", "counted"),
    [
        (((50, 300, ("back",)), (2, 2_000, ("paraspinal-twitch",))), 1_000),
        (((50, 300, ("back",)), (2, 2_000, ())), 1_000),
        (((50, 600, ("back",)), (2, 2_000, ())), 0),
        (((50, 300, ("back",)), (2, 500, ())), 0),
        (((50, 300, ("back",)), (2, 2_000, ("abdominal-twitch",))), 0),
        (((50, 300, ("back",)),), 0),
    ],
    ids=["both", "no twitch", "felt late", "too weak", "belly", "sensory alone"],
)
def test_a_lesion_is_tested_as_the_profile_says(tests, counted):
    clinic = Clinic().enter_at(T7)
    for hz, millivolts, answers in tests:
        clinic.stimulate(hz, millivolts, *answers)
    assert rf_value("stimulation_permille", clinic.heat().events) == counted


@pytest.mark.parametrize(("volume_ul", "fits"), [(500, 1_000), (400, 0), (1_100, 0)])
def test_the_anaesthetic_before_heat_keeps_to_the_volume(volume_ul, fits):
    clinic = Clinic().enter_at(T7).inject(volume_ul=volume_ul).heat()
    assert rf_value("anaesthetic_first_permille", clinic.events) == fits


def test_the_anaesthetic_of_another_aim_does_not_numb_this_lesion():
    clinic = Clinic().enter_at(T7).inject()
    clinic.push(-2_000)
    assert rf_value("anaesthetic_first_permille", clinic.heat().events) == 0


@pytest.mark.parametrize(("volume_ul", "fits"), [(300, 1_000), (500, 1_000), (501, 0), (299, 0)])
def test_a_block_keeps_to_the_volume(volume_ul, fits):
    clinic = Clinic().enter_at(T7).inject("bupivacaine-0.25", volume_ul)
    assert value_of("block_volume_permille", clinic.events, head("block")) == fits
    assert value_of("block_volume_permille", [], head("block")) is None


def test_a_second_picture_of_the_same_thing_is_unnecessary():
    hand = Hand().turn(0).expose().expose().expose()
    assert value_of("unnecessary_exposures", hand.events) == 2
    assert value_of("unnecessary_exposures", hand.turn(90).expose().events) == 2
    assert value_of("unnecessary_exposures", careful()) == 0


def test_a_look_after_the_electrode_went_in_is_necessary_though_nothing_slipped():
    clinic = Clinic().enter_at(T7)
    clinic.note(ElectrodeSet(clinic.t_ms, True, 0)).expose()
    assert rf_value("unnecessary_exposures", clinic.events) == 0


def test_watching_the_contrast_is_necessary():
    clinic = Clinic().enter_at(T7).inject("iohexol-240", 200, watch=True)
    clinic.expose().expose()
    assert value_of("unnecessary_exposures", clinic.events, head("block")) == 1


def test_the_beam_is_timed_by_the_pedal():
    hand = Hand()
    hand.note(BeamStarted(1_000, False)).note(BeamStopped(3_500, "released"))
    hand.note(BeamStarted(9_000, False)).note(BeamStopped(9_250, "released"))
    assert value_of("beam_ms", hand.events) == 2_750
    assert value_of("beam_ms", Hand().expose().events) == 0


def test_dose_is_summed_over_the_exposures():
    hand = Hand().expose().expose()
    assert value_of("kap_pgym2", hand.events) == 1_240_000
    assert value_of("operator_psv", hand.events) == 18_600


def test_the_stages_are_all_of_the_time():
    events = good_rhizotomy()
    parts = [rf_value(f"time_{stage}_ms", events) for stage in STAGES]
    assert sum(parts) == rf_value("time_ms", events)
    assert all(part > 0 for part in parts)
    assert [value_of(f"time_{stage}_ms", []) for stage in STAGES] == [0] * 5


def test_complications_are_answered_by_what_ends_them():
    hand = Hand().note(ComplicationBegan(1, "vasovagal", "x"))
    assert value_of("complications_answered_permille", hand.events) == 0
    hand.note(ComplicationEnded(2, "vasovagal", "answered"))
    assert value_of("complications_answered_permille", hand.events) == 1_000
    hand.note(ComplicationBegan(3, "haematoma", "x"))
    hand.note(ComplicationEnded(4, "haematoma", "passed"))
    assert value_of("complications_answered_permille", hand.events) == 500


def test_what_is_told_after_consent_was_no_consent():
    events = good_rhizotomy()
    untold = without(events, Discussed)
    assert rf_value("consent_permille", untold) == 0
    told_late = [*untold[:-1], Discussed(1, "evidence"), Discussed(1, "pneumothorax")]
    assert rf_value("consent_permille", told_late) == 0


def test_no_reason_counts_for_a_wrong_decision():
    wrong = [
        replace(e, decision="decline") if isinstance(e, CaseDecided) else e
        for e in good_rhizotomy()
    ]
    assert rf_value("reasons_permille", wrong) == 0


def test_where_a_case_asks_nothing_nothing_of_it_applies():
    bare = document("block", story={"history": "Pain.", "decision": "proceed"})
    view = view_of(log_of([], header(bare)))
    for name in ("reasons_permille", "consent_permille", "pages_permille"):
        assert not METRICS[name].applies(view)
    assert METRICS["case_decision"].applies(view)


def test_no_metric_asks_the_trainee_whether_it_applies():
    for top, events in ((head(), good_rhizotomy()), (head("block"), good_block())):
        done, idle = view_of(log_of(events, top)), view_of(log_of([], top))
        for metric in METRICS.values():
            assert metric.applies(done) == metric.applies(idle), metric.id


def test_every_metric_says_what_it_looked_at():
    view = view_of(log_of(good_rhizotomy(), head()))
    for metric in METRICS.values():
        for trace in metric.inputs(view):
            if trace.place >= 0:
                assert view.events[trace.place].t_ms == trace.t_ms


def test_the_needle_moved_after_it_was_out_is_no_puncture():
    events = good_rhizotomy()
    assert rf_value("punctures", events) == sum(isinstance(e, SkinPunctured) for e in events)
    assert sum(isinstance(e, NeedleRemoved) for e in events) == 2
    assert sum(isinstance(e, LevelDeclared) for e in events) == 1
