"""Safety laws of the shipped rubrics: an unsafe act put into an attempt never raises its mark."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scoring.attempts import FAR, TOWARD_PLEURA, header, log_of
from tests.scoring.procedures import (
    CLEAR,
    TARGETS,
    Clinic,
    document,
    good_block,
    good_rhizotomy,
    head,
)
from trainer.attempt.events import (
    ActDone,
    Aspirated,
    ComplicationBegan,
    Event,
    Exposed,
    HarmDone,
    HazardEntered,
    Injected,
    LesionEnded,
    LesionStarted,
    NeedleMoved,
    PatientSaid,
    SkinPunctured,
    Stimulated,
    TubingConnected,
)
from trainer.scoring.score import Score, score

ATTEMPTS = {"rhizotomy": good_rhizotomy(), "block": good_block()}
TOPS = {name: head(name) for name in ATTEMPTS}
AT = TARGETS[0].point_um


@cache
def before(procedure: str) -> Score:
    return score(log_of(ATTEMPTS[procedure], TOPS[procedure]))


def _enter(event: Event) -> list[Event]:
    return [HazardEntered(event.t_ms, "pleura", AT), event]


def _hand(event: Event) -> list[Event]:
    return [replace(event, hand_in_beam=True) if isinstance(event, Exposed) else event]


def _unseen(event: Event) -> list[Event]:
    return [replace(event, tip_in_field=False) if isinstance(event, Exposed) else event]


def _near(event: Event) -> list[Event]:
    if not isinstance(event, NeedleMoved):
        return [event]
    return [replace(event, clearance_um=(("pleura", -2_000), *FAR))]


def _edge(event: Event) -> list[Event]:
    return [replace(event, ahead_um=TOWARD_PLEURA) if isinstance(event, NeedleMoved) else event]


def _bad_answer(event: Event) -> list[Event]:
    if not isinstance(event, LesionStarted):
        return [event]
    return [*Clinic().stimulate(2, 900, "intercostal-twitch").events, event]


def _reached(event: Event) -> list[Event]:
    if not isinstance(event, LesionEnded):
        return [event]
    return [replace(event, clearance_um=tuple((name, um - 15_000) for name, um in CLEAR))]


def _missed(event: Event) -> list[Event]:
    if not isinstance(event, LesionEnded):
        return [event]
    return [replace(event, covered_permille=tuple((n, 0) for n, _ in event.covered_permille))]


def _awake(event: Event) -> list[Event]:
    return [replace(event, numbed_permille=()) if isinstance(event, Injected) else event]


def _omit(event: Event) -> list[Event]:
    careful = ActDone | Aspirated | Stimulated | TubingConnected
    return [] if isinstance(event, careful) else [event]


def _blood(event: Event) -> list[Event]:
    return [replace(event, found="blood") if isinstance(event, Aspirated) else event]


def _uptake(event: Event) -> list[Event]:
    return [replace(event, pattern="vessel") if isinstance(event, Injected) else event]


def _unanswered(event: Event) -> list[Event]:
    return [ComplicationBegan(event.t_ms, "vasovagal", "x"), event]


def _ignored(event: Event) -> list[Event]:
    told = PatientSaid(event.t_ms, "band-burning", "x")
    return [event, told, HarmDone(event.t_ms, "band-pain-ignored", "heat went on", 0)]


def _again(event: Event) -> list[Event]:
    return [event, event] if isinstance(event, SkinPunctured | Exposed) else [event]


def _asleep(event: Event) -> list[Event]:
    return [ActDone(event.t_ms, "sedation", "deep"), event]


UNSAFE = (
    *(_enter, _hand, _unseen, _near, _edge, _bad_answer, _reached, _missed, _awake, _omit),
    *(_blood, _uptake, _unanswered, _ignored, _again, _asleep),
)


@given(
    st.sampled_from(sorted(ATTEMPTS)),
    st.lists(st.tuples(st.sampled_from(UNSAFE), st.floats(0, 1)), min_size=1, max_size=3),
)
def test_unsafe_acts_never_raise_either_mark_nor_pass_what_failed(procedure, acts):
    events = list(ATTEMPTS[procedure])
    for act, where in acts:
        place = min(len(events) - 2, int(where * (len(events) - 1)))
        candidates = [i for i in range(place, len(events) - 1) if act(events[i]) != [events[i]]]
        if candidates:
            events[candidates[0] : candidates[0] + 1] = act(events[candidates[0]])
    was, now = before(procedure), score(log_of(events, TOPS[procedure]))
    assert now.score <= was.score
    assert now.passed <= was.passed
    assert len(now.critical) >= len(was.critical)
    assert now.judgement is not None
    assert was.judgement is not None
    assert now.judgement.score <= was.judgement.score


@settings(max_examples=40)
@given(st.sampled_from(UNSAFE), st.sampled_from(UNSAFE), st.integers(0, 400), st.integers(0, 400))
def test_one_unsafe_act_more_never_raises_a_mark_that_has_fallen(first, second, one, other):
    """From any worse attempt, not only from a perfect one; acts are put in, never taken out."""
    put_in = {_enter, _bad_answer, _unanswered, _ignored, _asleep, _hand, _near, _edge, _reached}
    events = list(good_rhizotomy())
    worse = _with(events, first, one)
    worst = _with(worse, second if second in put_in else _enter, other)
    was, now = (score(log_of(some, TOPS["rhizotomy"])) for some in (worse, worst))
    assert now.score <= was.score
    assert now.passed <= was.passed


def _with(events: list[Event], act, where: int) -> list[Event]:
    place = where % (len(events) - 1)
    return [*events[:place], *act(events[place]), *events[place + 1 :]]


@settings(max_examples=30)
@given(st.integers(0, 1000), st.integers(0, 1000), st.integers(0, 1000))
def test_more_of_a_nerve_covered_never_lowers_the_mark(low, high, other):
    low, high = sorted((low, high))

    def covering(share: int) -> Score:
        events = [
            replace(e, covered_permille=(("T6-mb left", share), ("T7-mb left", other)))
            if isinstance(e, LesionEnded)
            else e
            for e in good_rhizotomy()
        ]
        return score(log_of(events, TOPS["rhizotomy"]))

    less, more = covering(low), covering(high)
    assert less.score <= more.score
    assert less.passed <= more.passed


def test_the_headers_of_these_laws_hold_scenarios():
    from trainer.scenario.canonical import from_document

    for name in ATTEMPTS:
        assert from_document(document(name)).id == "by-hand"
    assert header(document("block")).scenario["procedure"] == "block"
