"""A movement is seen at every step, recorded in few pieces, and exact at each pulse."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.attempt.worlds import START, WORLD
from trainer.attempt.commands import (
    Advance,
    BeamOff,
    BeamOn,
    Command,
    DeclareLevel,
    Expose,
    Grip,
    LetGo,
    MarkSkin,
    MovePointer,
    MoveTable,
    RemoveNeedle,
    SetPulseRate,
    SetShutters,
    Submit,
    TakeNeedle,
    Tick,
    Tilt,
    TurnCArm,
)
from trainer.attempt.due import next_due_ms
from trainer.attempt.events import CArmMoved, Exposed, NotPossible
from trainer.attempt.evolve import fold
from trainer.attempt.log import Record
from trainer.attempt.state import State
from trainer.attempt.step import run, step
from trainer.attempt.together import together
from trainer.session.motion import SPAN_MS, Motion, begun, gone_on
from trainer.session.practice import Practice
from trainer.session.services import Services

BUDGET = 5_000  # records of a 20-minute attempt (DESIGN 14)
STEP_MS = 90  # a hand's commands here; more of them make no more records


@dataclass
class Hand:
    """Plays as the attempt's thread does, in script time."""

    shown: State = START
    state: State = START
    records: list[Record] = field(default_factory=list)
    motion: Motion | None = None
    now_ms: int = 0

    def do(self, command: Command) -> None:
        while (due_ms := next_due_ms(self.shown)) is not None and due_ms < command.t_ms:
            self.rest()
            self.decide(Tick(due_ms))
        if self.motion is not None and self.motion.ends_ms <= command.t_ms:
            self.rest()
        going = gone_on(self.motion, command, WORLD) if self.motion else None
        if going is not None:
            self.motion, self.shown = going, going.after
        else:
            self.rest()
            self.decide(command)

    def decide(self, command: Command) -> None:
        record, after = step(self.state, command, WORLD, len(self.records) + 1)
        if record.events:
            self.motion, self.shown = begun(self.state, record, after), after
            if self.motion is None:
                self.records.append(record)
                self.state = after

    def rest(self) -> None:
        if self.motion is not None:
            self.records.append(self.motion.record)
            self.state, self.motion = self.motion.after, None

    def act(self, kind: type[Command], *arguments: object) -> None:
        self.do(kind(self.now_ms, *arguments))

    def move(self, seconds: float, kind: type[Command], steps: Iterator[tuple[int, ...]]) -> None:
        """A hand on the move."""
        for _ in range(round(seconds * 1000 / STEP_MS)):
            self.now_ms += STEP_MS
            self.act(kind, *next(steps))

    def wait(self, seconds: float) -> None:
        self.now_ms += round(seconds * 1000)
        self.act(Tick)


def swing(centre: int, reach: int) -> Iterator[int]:
    """To and fro, as hands do."""
    return (centre + round(reach * math.sin(at / 9.0)) for at in itertools.count())


def look(hand: Hand, seconds: float) -> None:
    """The beam on, the C-arm turned for half of it."""
    hand.act(BeamOn)
    hand.move(seconds / 2, TurnCArm, zip(swing(5_000, 15_000), swing(3_000, 9_000), strict=True))
    hand.wait(seconds / 2)
    hand.act(BeamOff)


def place(hand: Hand, seconds: float) -> None:
    """A needle taken, led in looks and pushes, and taken out."""
    hand.act(TakeNeedle, "spinal-22g-90")
    for _ in range(10):
        hand.act(Grip)
        hand.move(seconds / 20, Tilt, zip(swing(0, 120), swing(0, 80), strict=True))
        hand.move(seconds / 20, Advance, ((30,) for _ in itertools.count()))
        hand.act(LetGo)
        look(hand, 2.0)
    hand.act(Grip)
    hand.act(RemoveNeedle)


def a_plausible_attempt() -> Hand:
    """Five minutes of a busy resident: a needle, half a minute of beam, hands hardly ever still."""
    hand = Hand()
    hand.act(SetPulseRate, 8)
    for _ in range(3):
        hand.move(4.0, TurnCArm, zip(swing(0, 20_000), swing(0, 10_000), strict=True))
        hand.move(
            2.0, MoveTable, ((x, 0, z) for x, z in zip(swing(0, 9), swing(0, 9), strict=True))
        )
        hand.act(Expose)
        look(hand, 4.0)
    hand.act(DeclareLevel, "T7", "left")
    hand.move(10.0, MovePointer, zip(swing(0, 9_000), swing(0, 9_000), strict=True))
    hand.act(MarkSkin)
    hand.move(3.0, SetShutters, ((-60_000 - x, 60_000, -70_000, 70_000) for x in swing(0, 9_000)))
    place(hand, 150.0)
    hand.wait(20.0)
    hand.wait(max(0.0, 300.0 - hand.now_ms / 1000.0))
    hand.act(Submit)
    hand.rest()
    return hand


def test_a_quarter_of_a_busy_attempt_stays_within_a_quarter_of_its_budget_of_records() -> None:
    hand = a_plausible_attempt()
    assert hand.now_ms >= 299_000
    pulses = sum(isinstance(e, Exposed) for record in hand.records for e in record.events)
    assert pulses > 225
    refused = sum(isinstance(e, NotPossible) for record in hand.records for e in record.events)
    assert refused < 0.02 * len(hand.records)
    assert 625 < len(hand.records) <= BUDGET // 4


COMMANDS = st.lists(
    st.one_of(
        *(
            st.builds(make, amount)
            for make, amount in (
                (lambda n: (TurnCArm, n * 500, n * 200), st.integers(-40, 40)),
                (lambda n: (MovePointer, n * 900, n * 300), st.integers(-40, 40)),
                (lambda n: (Advance, n * 500), st.integers(-10, 20)),
                (lambda n: (Tilt, n * 90, n * 40), st.integers(-20, 20)),
            )
        ),
        st.sampled_from([(BeamOn,), (BeamOff,), (Expose,), (TakeNeedle, "spinal-22g-90"), (Grip,)]),
    ),
    max_size=40,
)


@settings(max_examples=80)
@given(COMMANDS, st.lists(st.integers(1, 120), min_size=40, max_size=40))
def test_what_was_shown_is_what_is_recorded_and_decides_again_alike(
    acts: list[tuple[object, ...]], gaps_ms: list[int]
) -> None:
    hand = Hand()
    for (kind, *arguments), gap_ms in zip(acts, gaps_ms, strict=False):
        hand.now_ms += gap_ms
        hand.act(kind, *arguments)  # type: ignore[arg-type]
    hand.rest()
    assert hand.shown == hand.state
    assert fold(START, (e for record in hand.records for e in record.events)) == hand.state
    again, last = run(START, [record.command for record in hand.records], WORLD)
    assert again == tuple(hand.records)
    assert last == hand.state


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(-30, 30), st.integers(5, 120)), min_size=1, max_size=30))
def test_each_pulse_sees_the_pose_that_the_hand_had_reached(turns: list[tuple[int, int]]) -> None:
    hand, reached = Hand(), [(0, 0)]
    hand.act(SetPulseRate, 15)
    hand.act(BeamOn)
    for turn, gap_ms in turns:
        hand.now_ms += gap_ms
        hand.act(TurnCArm, turn * 1_000, 0)
        reached.append((hand.now_ms, turn * 1_000))
    hand.wait(0.2)
    for pulse in (e for record in hand.records for e in record.events if isinstance(e, Exposed)):
        before = [pose for at_ms, pose in reached if at_ms < pulse.t_ms]
        at_once = [pose for at_ms, pose in reached if at_ms == pulse.t_ms]
        assert pulse.oblique_mdeg in [*before[-1:], *at_once, *([0] if not before else [])]


def test_no_piece_of_motion_is_longer_than_its_span() -> None:
    hand = Hand()
    for _ in range(200):
        hand.now_ms += 7
        hand.act(TurnCArm, hand.now_ms, 0)
    hand.rest()
    ends = [record.command.t_ms for record in hand.records]
    assert all(later - earlier <= SPAN_MS + 7 for earlier, later in itertools.pairwise(ends))
    assert len(ends) <= 1_400 / SPAN_MS + 2


def test_what_turns_back_is_two_movements() -> None:
    assert together(Advance(0, 2_000), Advance(10, -2_000)) is None
    assert together(Tilt(0, 100, 0), Tilt(10, -50, 0)) is None
    assert together(Advance(0, 2_000), Advance(10, 500)) == Advance(10, 2_500)
    assert together(TurnCArm(0, 1, 2), TurnCArm(10, 3, 4)) == TurnCArm(10, 3, 4)
    assert together(TurnCArm(0, 1, 2), MoveTable(10, 3, 4, 5)) is None
    assert together(Expose(0), Expose(10)) is None


def test_a_real_drag_is_seen_at_every_step_and_recorded_in_few(
    practice: Practice, services: Services
) -> None:
    live = practice.start("place-t7-left", seed=1)
    seen: list[int] = []
    live.runner.listen(lambda snapshot: seen.append(snapshot.state.oblique_mdeg))
    for step_at in range(60):
        live.runner.send(lambda t, at=step_at: TurnCArm(t, 100 * at, 6_000))
    snapshot = live.runner.settle()
    assert snapshot.recorded
    assert snapshot.state.oblique_mdeg == 5_900
    live.close()
    assert set(range(100, 6_000, 100)) <= set(seen)
    log = services.attempts.load(live.path)
    moves = [e for e in log.events if isinstance(e, CArmMoved)]
    assert moves[-1].oblique_mdeg == 5_900
    assert len(moves) <= 12
