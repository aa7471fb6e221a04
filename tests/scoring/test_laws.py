"""Monotone laws of the whole score: better acts never lower it, unsafe ones never raise it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.scoring.attempts import (
    METRICS,
    TARGET_UM,
    TOWARD_PLEURA,
    Hand,
    careful,
    header,
    reckless,
    rubric,
    scenario,
    scored,
)
from trainer.attempt.events import Event, Exposed, HazardEntered, NeedleMoved, Submitted

# Every metric weighs here, so that none can hide.
EVEN = tuple((name, 7, full, zero) for name, _, full, zero in METRICS)
EVEN = ((EVEN[0][0], 100 - 7 * (len(EVEN) - 1), *EVEN[0][2:]), *EVEN[1:])
HEADER = header(scenario(rubric(EVEN)))
STEP = st.integers(-700, 700)
STEPS = st.tuples(STEP, STEP, STEP)
ATTEMPTS = st.sampled_from([careful(), reckless()])
AXES = st.tuples(st.integers(-40, 40), st.just(-100), st.integers(-40, 40))


@st.composite
def wanderings(draw) -> list[Event]:
    """An attempt of random pushes, turns and looks, submitted."""
    hand = Hand().expose(tip_seen=False).declare().take()
    for _ in range(draw(st.integers(1, 8))):
        act = draw(st.sampled_from(["push", "pull", "aim", "look", "depth"]))
        if act == "push":
            hand.push(draw(st.integers(1, 15_000)))
        elif act == "pull":
            hand.push(-draw(st.integers(1, max(1, hand.depth_um))))
        elif act == "aim":
            hand.aim(draw(AXES))
        else:
            hand.turn(90 if act == "depth" else 0).expose(hand=draw(st.booleans()))
    return hand.push(1_000).submit()


def with_final_tip(events: list[Event], tip_um) -> list[Event]:
    """The same attempt with the needle left elsewhere."""
    last = max(i for i, event in enumerate(events) if isinstance(event, NeedleMoved))
    moved = replace(events[last], tip_um=tip_um)
    return [*events[:last], moved, *events[last + 1 :]]


def on_the_way(step, times: int):
    return tuple(t + times * s for t, s in zip(TARGET_UM, step, strict=True))


@given(ATTEMPTS | wanderings(), STEPS, st.integers(0, 20), st.integers(0, 20))
def test_a_tip_left_nearer_never_lowers_the_mark(events, step, one, other):
    near, far = sorted((one, other))
    here = scored(with_final_tip(events, on_the_way(step, near)), HEADER)
    there = scored(with_final_tip(events, on_the_way(step, far)), HEADER)
    marks = {metric.id: metric.mark for metric in here.metrics}
    for metric in there.metrics:
        if metric.id.startswith("tip_"):
            assert marks[metric.id] >= metric.mark
    judged = header(scenario(rubric([("tip_to_target_um", 100, 3_000, 8_000)])))
    nearer = scored(with_final_tip(events, on_the_way(step, near)), judged)
    farther = scored(with_final_tip(events, on_the_way(step, far)), judged)
    assert nearer.score >= farther.score
    assert nearer.passed >= farther.passed


def made_unsafe(events: list[Event], index: int, act: str) -> list[Event]:
    """The same attempt with one unsafe act put in or made of a harmless one."""
    event = events[index]
    if act == "enter":
        entry = HazardEntered(event.t_ms, "pleura", TARGET_UM)
        return [*events[:index], entry, *events[index:]]
    if act == "hand" and isinstance(event, Exposed):
        return [*events[:index], replace(event, hand_in_beam=True), *events[index + 1 :]]
    if act == "near" and isinstance(event, NeedleMoved):
        near = replace(event, clearance_um=(("pleura", -2_000),))
        return [*events[:index], near, *events[index + 1 :]]
    if act == "edge" and isinstance(event, NeedleMoved):
        return [*events[:index], replace(event, ahead_um=TOWARD_PLEURA), *events[index + 1 :]]
    if act == "unseen" and isinstance(event, Exposed):
        return [*events[:index], replace(event, tip_in_field=False), *events[index + 1 :]]
    if act == "stir" and isinstance(event, NeedleMoved):
        out = replace(event, how="withdraw", pushed_um=-2_000, in_tissue_um=2_000)
        out = replace(out, depth_um=max(1, event.depth_um - 2_000), tip_um=(0, 0, 0))
        back = replace(event, pushed_um=2_000, in_tissue_um=2_000)
        return [*events[: index + 1], out, back, *events[index + 1 :]]
    return events


@given(
    ATTEMPTS | wanderings(),
    st.integers(0, 10**6),
    st.sampled_from(["enter", "hand", "near", "edge", "unseen", "stir"]),
)
def test_an_unsafe_act_never_raises_the_score(events, where, act):
    worse = made_unsafe(events, where % len(events), act)
    before, after = scored(events, HEADER), scored(worse, HEADER)
    assert after.score <= before.score
    assert after.passed <= before.passed
    assert len(after.critical) >= len(before.critical)


@given(wanderings())
def test_what_comes_before_submit_is_scored_the_same_whatever_follows(events):
    more = [*events, *careful()]
    assert isinstance(events[-1], Submitted)
    assert scored(more, HEADER) == scored(events, HEADER)
