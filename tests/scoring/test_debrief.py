"""The debrief: exact, from the log alone, and it says what a resident needs."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scoring.attempts import (
    E9,
    FAR,
    ONTO_BONE,
    TARGET,
    TARGET_UM,
    TOWARD_PLEURA,
    Hand,
    careful,
    film_header,
    header,
    log_of,
    one_film,
    reckless,
)
from tests.scoring.procedures import Clinic, good_block, good_rhizotomy, head
from trainer.attempt.events import (
    ActDone,
    Injected,
    InjectionBegan,
    LesionEnded,
    LesionStarted,
    NeedleLeft,
    NeedleMoved,
    NeedleTakenUp,
    NotPossible,
    OwnCallMade,
    PatientSaid,
    Waited,
)
from trainer.scoring.debrief.advice_by_error import ERROR_ADVICE
from trainer.scoring.debrief.advice_by_metric import METRIC_ADVICE
from trainer.scoring.debrief.blind import blind_runs
from trainer.scoring.debrief.calls import calibration
from trainer.scoring.debrief.changes import changes
from trainer.scoring.debrief.course import course_of
from trainer.scoring.debrief.debrief import Debrief, debrief_of
from trainer.scoring.debrief.facts import facts_of
from trainer.scoring.debrief.losses import Loss, losses
from trainer.scoring.debrief.moments import moments
from trainer.scoring.debrief.ribbon import ribbon
from trainer.scoring.debrief.stages import STAGES, stages
from trainer.scoring.debrief.truth import Off, truth_of
from trainer.scoring.debrief.words import amount, marks
from trainer.scoring.errors import ERRORS
from trainer.scoring.metrics import METRICS
from trainer.scoring.score import score

CONFIDENCE = {"S", "S2", "D", "M", "X"}


def debrief(events, head=None, expert=None) -> Debrief:
    return debrief_of(log_of(events, head), None if expert is None else log_of(expert))


def course(events, head=None):
    return course_of(log_of(events, head))


def called(*said: tuple[str, int, bool, int], events=None, head=None):
    """The calibration of calls (direction, off, safe, sure), one a target."""
    events = list(events or careful())
    at = events[-1].t_ms + 1000
    calls = [OwnCallMade(at, number, *one) for number, one in enumerate(said, start=1)]
    found = calibration(course([*events, *calls], head))
    assert found is not None
    return found


# Laws


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.sampled_from(["push", "expose", "turn", "declare"]), st.integers(1, 15)),
        max_size=25,
    )
)
def test_any_attempt_has_a_debrief_that_is_plain_json_and_the_same_twice(acts):
    hand = Hand().take()
    for what, much in acts:
        if what == "push":
            hand.push(much * 1000, TOWARD_PLEURA if much % 2 else ONTO_BONE)
        elif what == "expose":
            hand.expose(tip_seen=much > 3)
        elif what == "turn":
            hand.turn(90 if much % 2 else 0)
        else:
            hand.declare("T7", "left" if much % 2 else "right")
    first, second = debrief(hand.submit()), debrief(hand.events)
    assert first == second
    assert json.loads(json.dumps(first.document)) == first.document
    assert len(first.moments) <= 3
    assert len(first.changes) <= 3
    assert len({change.theme for change in first.changes}) == len(first.changes)
    assert [moment.t_ms for moment in first.moments] == sorted(m.t_ms for m in first.moments)


@given(st.integers(-(10**9), 10**9))
def test_amounts_round_half_away_from_zero_and_lose_no_sign(value):
    tenths = (abs(value) + 50) // 100
    text = amount(value, "um").removesuffix(" mm")
    shown = int(text.replace("−", "-").replace(".", ""))
    assert shown == (tenths if value >= 0 else -tenths)


def test_everything_that_can_go_wrong_or_cost_marks_has_its_advice():
    assert set(ERRORS) <= set(ERROR_ADVICE)
    assert set(METRICS) <= set(METRIC_ADVICE)
    whole = course(reckless())
    for name, advice in {**METRIC_ADVICE, **ERROR_ADVICE}.items():
        assert advice.confidence in CONFIDENCE, name
        assert advice.source, name
        assert max(len(advice.risked), len(advice.do)) <= 110, name
        loss = Loss(name, name, 12_000, "um", 5_000, 3_000)
        told = advice.did.format_map(facts_of(whole, loss, whole.entries[5]))
        assert "{" not in told


def test_the_score_does_not_know_the_debrief():
    assert debrief(careful()).score == score(log_of(careful()))


# The ribbon


def test_the_ribbon_follows_the_needle():
    made = ribbon(course(careful()))
    (track,) = made.tracks
    assert [segment.to_um for segment in track.segments] == [10_000, 20_000, 30_000, 40_000]
    assert [segment.from_um for segment in track.segments] == [0, 10_000, 20_000, 30_000]
    assert track.segments[0].clearance_um == 25_000  # 30 mm from the pleura, margin 5 mm
    assert track.segments[0].structure == "pleura"
    assert made.deepest_um == 40_000
    assert made.end_ms == careful()[-1].t_ms
    assert [tick.number for tick in made.ticks] == [1, 2, 3, 4, 5, 6, 7]
    assert [mark.kind for mark in made.marks] == ["declaration", "submit"]


def test_each_needle_has_its_own_track():
    hand = Hand().take().push(20_000)
    hand.note(NeedleLeft(hand.t_ms, 1))
    hand.take((0, 80_000, 0))
    events = [*hand.events[:-1], replace(hand.events[-1], number=2)]
    hand.events[:] = events
    hand.push(30_000).note(NeedleLeft(hand.t_ms, 2))
    hand.note(NeedleTakenUp(hand.t_ms, 1))
    hand.depth_um = 20_000
    made = ribbon(course(hand.push(5_000).submit()))
    assert [(t.needle, [s.to_um for s in t.segments]) for t in made.tracks] == [
        (1, [20_000, 25_000]),
        (2, [30_000]),
    ]


def test_heat_syringe_and_waiting_stand_on_the_ribbon():
    hand = Hand().take().push(40_000).expose()
    hand.note(InjectionBegan(hand.t_ms, "iohexol", 300, 1, TARGET_UM, 2_000, "vessel", ()))
    hand.note(LesionStarted(hand.t_ms, 220, 1)).note(Waited(hand.t_ms, 90_000))
    hand.note(lesion(hand.t_ms, "done", 90))
    made = ribbon(course(hand.submit()))
    heat = next(mark for mark in made.marks if mark.kind == "lesion")
    assert heat.lasts_s == 90
    assert heat.depth_um == 40_000
    assert any(mark.words == "0.30 mL iohexol, went into: vessel" for mark in made.marks)
    assert [one.passed_ms for one in made.breaks] == [90_000]


def lesion(t_ms: int, how: str, seconds: int, clearance=(("pleura", 9_000),)) -> LesionEnded:
    axis = (0, -E9, 0)
    semi = (2_600, 6_000)
    parts = (TARGET_UM, axis, semi, TARGET_UM, semi, clearance, (("T6-mb left", 900),))
    return LesionEnded(t_ms, 1, "conventional", 80, seconds, how, 1, *parts)


def test_blind_runs_count_beyond_the_first_centimetre_and_end_at_a_look():
    hand = Hand().take().push(8_000).push(4_000).expose(tip_seen=False).push(10_000).expose()
    first, second = blind_runs(course(hand.push(9_000, TOWARD_PLEURA).submit()))
    assert (first.from_um, first.to_um, first.ahead, first.long) == (10_000, 22_000, "bone", True)
    assert (second.length_um, second.ahead, second.ahead_um) == (9_000, "pleura", 12_000)
    assert not second.long


def test_a_look_before_each_centimetre_leaves_no_long_run():
    assert not any(run.long for run in blind_runs(course(careful())))


# Truth


def test_truth_is_told_along_the_body():
    needle = course(careful()).entries[-1].needle
    truth = truth_of(header(), needle)
    assert truth is not None
    assert truth.off == Off(lateral_um=500, short_um=0, cranial_um=0)
    assert truth.tip_to_target_um == 500
    assert truth.nerve_um is None
    assert truth.hazards == (("pleura", 30_000, 5_000),)


def test_lateral_is_away_from_the_midline_on_either_side():
    right = replace(TARGET, side="right", point_um=(-28_000, 40_000, 4_000))
    needle = course(careful()).entries[-1].needle
    truth = truth_of(header(targets=(right,)), needle)
    assert truth is not None
    assert truth.off is not None
    assert truth.off.direction == "medial"


def test_the_nerve_is_measured_as_a_line():
    nerve = ((0, 40_000, 4_000), (20_000, 40_000, 4_000))
    target = replace(TARGET, nerve_um=nerve)
    truth = truth_of(header(targets=(target,)), course(careful()).entries[-1].needle)
    assert truth is not None
    assert truth.nerve_um == 8_500  # beyond its end, at x 28.5 mm


def test_one_radiograph_tells_no_depth():
    needle = course(one_film(), film_header()).entries[-1].needle
    truth = truth_of(film_header(), needle)
    assert truth is not None
    assert truth.off is None
    assert truth.tip_to_target_um < 2_000  # 10 mm too shallow, which no film shows


# The own call


def test_a_right_call_is_right_and_costs_little():
    (call,) = called(("on-target", 0, True, 90)).calls
    assert call.direction_right
    assert call.safe_right
    assert call.error_um == 500
    assert call.brier == 100


def test_sure_and_wrong_is_dear_and_said():
    found = called(("short", 10_000, True, 95), events=reckless())
    (call,) = found.calls
    assert call.true_direction == "lateral"
    assert call.truly_safe is False
    assert call.brier == 9_025
    assert "sure and wrong" in found.words


def test_a_guess_is_a_quarter():
    assert called(("on-target", 0, False, 50)).brier == 2_500


def test_right_but_hardly_sure_is_told_to_trust_itself():
    assert "better than you think" in called(("on-target", 0, True, 55)).words


@given(
    st.sampled_from(["short", "deep", "medial", "lateral", "cranial", "caudal"]),
    st.integers(1, 100_000),
    st.booleans(),
    st.integers(50, 100),
)
def test_the_error_of_a_call_obeys_the_triangle(direction, off_um, safe, sure):
    (call,) = called((direction, off_um, safe, sure)).calls
    assert call.error_um is not None
    assert abs(off_um - 500) - 1 <= call.error_um <= off_um + 500
    assert call.brier in {(100 - sure) ** 2, sure**2}


def test_heat_that_reached_something_was_not_safe():
    hand = Hand().take().push(40_000).expose().note(LesionStarted(90_000, 220, 1))
    hand.note(lesion(95_000, "done", 90, (("ventral-ramus", -200),)))
    events = hand.note(replace(careful()[-1], t_ms=96_000)).events
    (call,) = called(("on-target", 0, True, 80), events=events).calls
    assert call.truly_safe is False


def test_without_a_needle_a_call_cannot_be_judged():
    found = called(("deep", 3_000, True, 70), events=Hand().expose().submit())
    assert found.brier is None
    assert found.calls[0].true_off_um is None
    assert "cannot be judged" in found.words


def test_without_a_call_there_is_no_calibration():
    assert debrief(careful()).own_call is None


# Moments and changes


def test_critical_acts_come_first():
    found = debrief(reckless())
    assert [moment.id for moment in found.moments] == [
        "wrong_side",
        "hazard_entered",
        "no_depth_view",
    ]
    assert [change.id for change in found.changes] == [
        "wrong_side",
        "hazard_entered",
        "no_depth_view",
    ]
    hazard = found.moments[1]
    assert (hazard.seq, hazard.exposure, hazard.needle) == (7, 2, 1)


def test_the_dearest_losses_follow_and_one_place_is_kept_for_praise():
    hand = Hand().turn(0).expose(tip_seen=False).declare().take((40_000, 80_000, 4_000)).expose()
    hand.push(40_000).expose(hand=True).turn(90).expose(hand=True)
    found = debrief(hand.submit())
    assert {moment.kind for moment in found.moments} == {"loss", "good"}
    assert len(found.moments) == 3
    first = max(found.moments, key=lambda moment: moment.lost)
    assert first.id == "tip_to_target_um"
    assert first.truth is not None
    assert first.truth.tip_to_target_um == 12_000
    place = found.changes[0]
    assert place.did == "You left the tip 12.0 mm from the target, mostly lateral."
    assert (place.value, place.unit, place.lost) == (12_000, "um", 30_000)


def test_a_faultless_attempt_is_praised_and_asked_to_change_nothing():
    found = debrief(careful())
    assert found.changes == ()
    assert {moment.kind for moment in found.moments} == {"good"}
    assert "depth_view" in {moment.id for moment in found.moments}


def test_stopping_when_the_patient_speaks_is_the_best_decision():
    hand = Hand().take().push(40_000).expose().note(LesionStarted(100_000, 220, 1))
    hand.note(PatientSaid(110_000, "band-burning", "heat")).note(lesion(112_000, "stopped", 12))
    found = debrief(hand.events)
    assert "You stopped when the patient spoke" in [moment.title for moment in found.moments]


def test_moving_after_uptake_is_praised_and_injecting_on_is_not():
    def injected(move: bool):
        hand = Hand().take().push(40_000)
        hand.note(InjectionBegan(hand.t_ms, "iohexol", 300, 1, TARGET_UM, 2_000, "vessel", ()))
        if move:
            hand.push(-3_000)
        hand.note(InjectionBegan(hand.t_ms, "lidocaine-2", 300, 1, TARGET_UM, 900, "planes", ()))
        return [moment.id for moment in debrief(hand.submit()).moments]

    assert "moved_after_uptake" in injected(True)
    assert "moved_after_uptake" not in injected(False)


def test_an_empty_attempt_has_an_empty_debrief():
    found = debrief([])
    assert found.moments == ()
    assert found.ribbon.tracks == ()


def test_what_was_not_possible_is_no_part_of_the_course():
    events = careful()
    extra = NotPossible(events[3].t_ms, "advance", "no")
    assert len(course([*events[:4], extra, *events[4:]]).entries) == len(events)


# The expert


def test_the_expert_is_shown_at_the_same_decision():
    hand = Hand().turn(0).expose(tip_seen=False).declare().take((40_000, 80_000, 4_000)).expose()
    own = hand.push(40_000).expose().turn(90).expose().submit()
    found = debrief(own, expert=careful())
    by_id = dict(zip((moment.id for moment in found.moments), found.experts, strict=True))
    beside = by_id["depth_view"]
    assert beside is not None
    assert (beside.stage, beside.exposure, beside.oblique_mdeg) == ("depth", 7, 90_000)
    assert beside.depth_um == 40_000
    assert beside.truth is not None
    assert beside.truth.tip_to_target_um == 500


def test_another_scenarios_log_is_no_expert():
    other = header()
    other = replace(other, scenario={**other.scenario, "version": 2})
    found = debrief_of(log_of(careful()), log_of(careful(), other))
    assert set(found.experts) == {None}


def test_an_expert_beside_itself_stands_at_the_same_place():
    found = debrief(careful(), expert=careful())
    for moment, expert in zip(found.moments, found.experts, strict=True):
        assert expert is not None
        assert expert.exposure <= moment.exposure


def test_stages_come_in_order_of_time_and_are_known():
    reached = stages(course(careful()))
    assert [one.stage for one in reached] == ["level", "depth", "end"]
    assert {one.stage for one in reached} <= set(STAGES)


# Losses


def test_losses_are_dear_first_and_leave_out_small_change():
    view = course(reckless()).view
    found = losses(view, score(log_of(reckless())))
    assert [loss.lost for loss in found] == sorted((loss.lost for loss in found), reverse=True)
    assert all(loss.lost >= 500 for loss in found)
    assert found[0].id == "tip_to_target_um"
    assert found[0].full_at == 3_000


@pytest.mark.parametrize(("thousandths", "text"), [(784, "78.4"), (0, "0.0"), (1000, "100.0")])
def test_marks_have_one_decimal(thousandths, text):
    assert marks(thousandths) == text


def test_moments_and_changes_take_a_course_and_its_score():
    whole = course(reckless())
    found = score(log_of(reckless()))
    assert moments(whole, found) == debrief(reckless()).moments
    assert changes(whole, found) == debrief(reckless()).changes
    assert FAR[0][0] == "pleura"
    assert any(isinstance(entry.event, NeedleMoved) for entry in whole.entries)


def test_waits_that_follow_each_other_are_one_break():
    hand = Hand().take().push(20_000)
    hand.note(Waited(10_000, 5_000)).note(Waited(12_000, 60_000)).note(Waited(40_000, 1_000))
    made = ribbon(course(hand.events))
    assert [(one.t_ms, one.passed_ms) for one in made.breaks] == [(10_000, 65_000), (40_000, 1_000)]


def test_what_failed_the_attempt_is_told_before_major_errors():
    """A nerve that stayed awake fails a block: no missing glove comes before that."""
    awake = [
        replace(event, numbed_permille=()) if isinstance(event, Injected) else event
        for event in good_block()
        if not (isinstance(event, ActDone) and event.act == "gloves")
    ]
    found = changes(course_of(log_of(awake, head("block"))), score(log_of(awake, head("block"))))
    assert [change.id for change in found][:2] == ["block_covered_permille", "not_sterile"]


def test_a_gate_that_shuts_because_an_act_was_unsafe_is_not_told_by_its_number():
    """The lesion covered the nerve; that it counts for nothing is told by the error itself."""
    hot = next(n for n, event in enumerate(good_rhizotomy()) if isinstance(event, LesionStarted))
    answered = Clinic().stimulate(2, 900, "intercostal-twitch").events
    events = [*good_rhizotomy()[:hot], *answered, *good_rhizotomy()[hot:]]
    log = log_of([one for one in events if getattr(one, "act", "") != "gloves"], head("rhizotomy"))
    judged = score(log)
    assert "nerve_covered_permille" in {gate.metric for gate in judged.gates}
    found = [change.id for change in changes(course_of(log), judged)]
    assert found[:2] == ["lesion_after_bad_response", "not_sterile"]
