"""Random hands: command scripts for hypothesis, in order of time."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from hypothesis import strategies as st

from trainer.attempt.commands import (
    Advance,
    BeamOff,
    BeamOn,
    Command,
    DeclareLevel,
    Expose,
    Grip,
    LetGo,
    LockBrightness,
    MarkSkin,
    MovePointer,
    MoveTable,
    RemoveNeedle,
    ResetFluoroTimer,
    RotateDetector,
    SelectView,
    SetDoseMode,
    SetField,
    SetIris,
    SetPulseRate,
    SetShutters,
    SetSid,
    StandAt,
    Submit,
    TakeNeedle,
    Tick,
    Tilt,
    TurnCArm,
)

NOW = 0  # commands are drawn without a time and dated afterwards
UM = st.integers(-30_000, 30_000)
EDGE = st.integers(-160_000, 160_000)
READY: tuple[Command, ...] = (
    MovePointer(NOW, 3_000, 1_000),
    TakeNeedle(NOW, "spinal-22g-90"),
    Grip(NOW),
)


def _advance() -> st.SearchStrategy[Command]:
    distance = st.integers(-12_000, 25_000) | st.integers(-200_000, 200_000)
    return st.builds(Advance, st.just(NOW), distance)


def _tilt() -> st.SearchStrategy[Command]:
    angle = st.integers(-8_000, 8_000) | st.integers(-100_000, 100_000)
    return st.builds(Tilt, st.just(NOW), angle, angle)


ACTS: st.SearchStrategy[Command] = st.one_of(
    _advance(),
    _advance(),
    _advance(),
    _tilt(),
    _tilt(),
    st.sampled_from([Grip(NOW), LetGo(NOW), RemoveNeedle(NOW), MarkSkin(NOW), Tick(NOW)]),
    st.sampled_from([BeamOn(NOW), BeamOn(NOW, True), BeamOff(NOW), BeamOff(NOW, "focus")]),
    st.sampled_from([Expose(NOW), SelectView(NOW, "AP"), SelectView(NOW, "OTHER")]),
    st.sampled_from([TakeNeedle(NOW, "rf-18g-100-10"), TakeNeedle(NOW, "nail")]),
    st.builds(MovePointer, st.just(NOW), UM, UM | st.just(300_000)),
    st.builds(TurnCArm, st.just(NOW), st.integers(-120_000, 120_000), st.integers(-9_000, 9_000)),
    st.builds(MoveTable, st.just(NOW), UM, UM, UM | st.just(900_000)),
    st.sampled_from([SetDoseMode(NOW, "low"), SetDoseMode(NOW, "boost"), SetDoseMode(NOW, "x")]),
    st.builds(SetPulseRate, st.just(NOW), st.sampled_from([1, 3, 4, 15])),
    st.builds(SetField, st.just(NOW), st.sampled_from([298_000, 160_000, 1])),
    st.builds(SetShutters, st.just(NOW), EDGE, EDGE, EDGE, EDGE),
    st.builds(SetIris, st.just(NOW), EDGE),
    st.builds(RotateDetector, st.just(NOW), st.integers(-200_000, 200_000)),
    st.builds(SetSid, st.just(NOW), st.integers(850_000, 1_150_000)),
    st.sampled_from([LockBrightness(NOW, True), LockBrightness(NOW, False), ResetFluoroTimer(NOW)]),
    st.builds(StandAt, st.just(NOW), st.sampled_from(["foot", "roof"]), st.integers(200, 3_200)),
    st.builds(DeclareLevel, st.just(NOW), st.sampled_from(["T7", "T99"]), st.just("left")),
)
WAITS_MS = st.integers(0, 90) | st.integers(0, 4_000)


def _dated(acts: list[Command], waits_ms: list[int]) -> list[Command]:
    times = accumulate(waits_ms)
    return [replace(act, t_ms=t_ms) for act, t_ms in zip(acts, times, strict=True)]


@st.composite
def scripts(draw: st.DrawFn, longest: int = 25, ready: bool = True) -> list[Command]:
    """Commands in order of time; mostly with a needle in hand from the start."""
    acts = draw(st.lists(ACTS, min_size=1, max_size=longest))
    if ready and draw(st.integers(0, 4)):
        acts = [*READY, *acts]
    if draw(st.integers(0, 5)) == 0:
        acts = [*acts, Submit(NOW), *draw(st.lists(ACTS, max_size=2))]
    waits = draw(st.lists(WAITS_MS, min_size=len(acts), max_size=len(acts)))
    return _dated(acts, waits)
