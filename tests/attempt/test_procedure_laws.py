"""Laws of the procedure: evolve alone gives every state, time is not split, the physics repeats."""

from __future__ import annotations

import bisect
import hashlib
import json
from dataclasses import asdict, fields, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.attempt.bodies import AT_BRANCH, ON_BRANCH, TREATED, standing
from trainer.attempt.acts import ACTS, CASE_TOPICS, DECISIONS, POINTS, QUESTIONS, REASONS, WORDS
from trainer.attempt.causes import FINDINGS
from trainer.attempt.commands import (
    Act,
    Advance,
    AskPatient,
    Aspirate,
    BeamOff,
    BeamOn,
    Command,
    ConnectTubing,
    DecideCase,
    Discuss,
    Expose,
    GiveReason,
    Inject,
    LeaveNeedle,
    ReadCase,
    RemoveNeedle,
    Respond,
    SaveImage,
    SetElectrode,
    SetGenerator,
    SetStylet,
    StartLesion,
    Stimulate,
    StopInjection,
    StopLesion,
    Submit,
    TakeUpNeedle,
    TellPatient,
    Tick,
    Tilt,
    Wait,
)
from trainer.attempt.complications import RESPONSES
from trainer.attempt.decide import decide
from trainer.attempt.events import Event, Waited
from trainer.attempt.evolve import fold
from trainer.attempt.state import LATER, NeedleInHand, State
from trainer.attempt.step import run
from trainer.attempt.world import World
from trainer.scenario.case_words import CaseTopic, Decision, Point, Reason

NOW = 0
AGENTS = ("lidocaine-1", "lidocaine-2", "iohexol-240", "triamcinolone", "saline", "gin")


def named(kind: type[Command], names: object) -> st.SearchStrategy[Command]:
    return st.builds(kind, st.just(NOW), st.sampled_from([*names, "nonsense"]))  # type: ignore[misc]


HEAT: st.SearchStrategy[Command] = st.one_of(
    st.sampled_from([StartLesion(NOW), StartLesion(NOW), StartLesion(NOW), StopLesion(NOW)]),
    st.builds(Stimulate, st.just(NOW), st.sampled_from([2, 50, 3]), st.integers(-5, 4_000)),
    st.builds(
        SetGenerator,
        st.just(NOW),
        st.sampled_from(["conventional", "pulsed", "cooled", "warm"]),
        st.sampled_from([42, 60, 80, 200]),
        st.sampled_from([1, 7, 30, 90, 180]),
    ),
)
FLOW: st.SearchStrategy[Command] = st.one_of(
    st.builds(Inject, st.just(NOW), st.sampled_from(AGENTS), st.integers(0, 6_000)),
    st.sampled_from([StopInjection(NOW), Aspirate(NOW), Tick(NOW)]),
    st.builds(ConnectTubing, st.just(NOW), st.booleans()),
    st.builds(SetElectrode, st.just(NOW), st.booleans()),
    st.builds(SetStylet, st.just(NOW), st.booleans()),
)
HAND: st.SearchStrategy[Command] = st.one_of(
    st.builds(Advance, st.just(NOW), st.integers(-3_000, 3_000)),
    st.builds(Tilt, st.just(NOW), st.integers(-900, 900), st.integers(-900, 900)),
    st.sampled_from([RemoveNeedle(NOW), LeaveNeedle(NOW), TakeUpNeedle(NOW, 1)]),
    st.sampled_from([BeamOn(NOW, True), BeamOff(NOW), Expose(NOW), SaveImage(NOW, "depth")]),
)
ROOM: st.SearchStrategy[Command] = st.one_of(
    st.builds(
        Act,
        st.just(NOW),
        st.sampled_from([*ACTS, "pad", "sedation"]),
        st.sampled_from(["", "deep", "off", "loose", "thigh", "x"]),
    ),
    st.builds(Wait, st.just(NOW), st.integers(-1, 120) | st.integers(100, 90_000)),
    named(AskPatient, QUESTIONS),
    named(TellPatient, WORDS),
    named(ReadCase, CASE_TOPICS),
    named(Discuss, POINTS),
    named(GiveReason, REASONS),
    named(DecideCase, DECISIONS),
    named(Respond, RESPONSES),
)
STARTS = (
    *(ON_BRANCH, AT_BRANCH, standing((50.0, -50.5, 0.0), electrode=True)),
    *(standing((70.0, -40.0, 0.0)), standing((-14.0, -40.0, 5.0))),
)
WAITS_MS = st.integers(0, 90) | st.integers(0, 4_000) | st.integers(0, 100_000)


@st.composite
def treatments(draw: st.DrawFn) -> tuple[State, frozenset[str], list[Command]]:
    """A needle in place, a case, and what is done with both."""
    acts = draw(st.lists(st.one_of(HEAT, HEAT, FLOW, FLOW, HAND, ROOM), min_size=1, max_size=14))
    if draw(st.integers(0, 4)) == 0:
        acts.append(Submit(NOW))
    t_ms, dated = 0, []
    for act in acts:
        t_ms += draw(WAITS_MS)
        dated.append(replace(act, t_ms=t_ms))
    findings = draw(st.frozensets(st.sampled_from(sorted(FINDINGS)), max_size=2))
    return draw(st.sampled_from(STARTS)), findings, dated


def world_of(findings: frozenset[str]) -> World:
    return replace(TREATED, findings=findings)


def plainly(state: State) -> str:
    """The documented hash, without any short cut."""
    whole = {name: part for name, part in asdict(state).items() if is_there(state, name)}
    if whole["needle"] is not None:
        whole["needle"] = later_left_out(state.needle)
    if "resting" in whole:
        whole["resting"] = [later_left_out(needle) for needle in state.resting]
    text = json.dumps(whole, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def is_there(value: object, name: str) -> bool:
    kind = type(value)
    starts = {part.name: part.default for part in fields(kind)}  # type: ignore[arg-type]
    return name not in LATER[kind] or getattr(value, name) != starts[name]


def later_left_out(needle: NeedleInHand | None) -> dict[str, object]:
    assert needle is not None
    return {name: part for name, part in asdict(needle).items() if is_there(needle, name)}


def events_of(start: State, world: World, commands: list[Command]) -> tuple[list[Event], State]:
    records, state = run(start, commands, world)
    return [event for record in records for event in record.events], state


def with_ticks(commands: list[Command], ticks_ms: list[int]) -> list[Command]:
    merged = list(commands)
    for t_ms in ticks_ms:
        at = bisect.bisect_right([command.t_ms for command in merged], t_ms)
        merged.insert(at, Tick(t_ms))
    return merged


@settings(max_examples=60, deadline=None)
@given(treatments(), st.lists(st.integers(0, 300_000), max_size=12))
def test_ticks_put_in_anywhere_change_nothing(
    treatment: tuple[State, frozenset[str], list[Command]], ticks_ms: list[int]
) -> None:
    start, findings, commands = treatment
    world = world_of(findings)
    end = Tick(max(300_000, commands[-1].t_ms))
    plain = events_of(start, world, [*commands, end])
    assert events_of(start, world, [*with_ticks(commands, ticks_ms), end]) == plain


@settings(max_examples=60, deadline=None)
@given(treatments())
def test_evolve_alone_gives_every_state(
    treatment: tuple[State, frozenset[str], list[Command]],
) -> None:
    start, findings, commands = treatment
    world = world_of(findings)
    records, end = run(start, commands, world)
    state = start
    for record in records:
        times = [event.t_ms for event in record.events]
        assert times == sorted(times)
        before, state = state, fold(state, record.events)
        assert state.sha256 == record.state == plainly(state)
        assert decide(before, record.command, world) == record.events
    assert state == end


@settings(max_examples=40, deadline=None)
@given(treatments(), st.integers(1, 600))
def test_waiting_is_time_that_the_clock_did_not_run(
    treatment: tuple[State, frozenset[str], list[Command]], seconds: int
) -> None:
    """The same things happen in the same order whether time is passed or waited for."""
    start, findings, commands = treatment
    world = world_of(findings)
    state = run(start, commands, world)[1]
    if state.submitted or state.beam_since_ms is not None:
        return
    waited, _ = events_of(state, world, [Wait(state.t_ms, seconds)])
    passed, _ = events_of(state, world, [Tick(state.t_ms + seconds * 1000)])
    happened = [replace(one, t_ms=0) for one in waited if not isinstance(one, Waited)]
    assert happened == [replace(one, t_ms=0) for one in passed]


def test_the_tables_are_those_of_the_case() -> None:
    assert tuple(CASE_TOPICS) == tuple(CaseTopic)
    assert tuple(POINTS) == tuple(Point)
    assert tuple(REASONS) == tuple(Reason)
    assert tuple(DECISIONS) == tuple(Decision)
