"""The dead-man switches, without Qt."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.stand_ins import StandInAttempt, SyncRunner
from trainer.attempt.commands import Grip, MovePointer, TakeNeedle
from trainer.ui.presenters.hand import Hand
from trainer.ui.presenters.pedal import HubGrip, Pedal

ACTS = st.lists(
    st.tuples(st.sampled_from(["press", "release", "drop", "latch"]), st.sampled_from("ab")),
    max_size=30,
)


@given(ACTS)
def test_a_beam_is_never_on_while_nobody_holds_it_unless_it_is_latched(
    acts: list[tuple[str, str]],
) -> None:
    runner = SyncRunner()
    pedal = Pedal(runner)
    held: set[str] = set()
    for act, source in acts:
        if act == "press":
            pedal.press(source)
            held.add(source)
        elif act == "release":
            pedal.release(source)
            held.discard(source)
        else:
            pedal.latch() if act == "latch" else pedal.drop("focus")
            held.clear()
        state = runner.snapshot.state
        assert held or state.beam_since_ms is None or state.beam_latched


def test_a_second_press_from_the_same_place_sends_nothing() -> None:
    runner = SyncRunner()
    pedal = Pedal(runner)
    pedal.press("key")
    pedal.press("key")
    assert runner.kinds() == ["BeamOn"]


def test_the_beam_stays_while_one_of_two_places_holds_it() -> None:
    runner = SyncRunner()
    pedal = Pedal(runner)
    pedal.press("key")
    pedal.press("button")
    pedal.release("key")
    assert runner.snapshot.state.beam_since_ms is not None
    pedal.release("button")
    assert runner.snapshot.state.beam_since_ms is None


def test_a_latched_beam_drops_on_the_second_latch() -> None:
    runner = SyncRunner()
    pedal = Pedal(runner)
    pedal.latch()
    assert runner.snapshot.state.beam_latched
    pedal.latch()
    assert runner.snapshot.state.beam_since_ms is None


def test_the_reason_of_a_drop_is_recorded() -> None:
    runner = SyncRunner()
    pedal = Pedal(runner)
    pedal.press("key")
    pedal.drop("dialog")
    assert runner.sent[-1].reason == "dialog"


def test_a_refused_grip_holds_nothing() -> None:
    runner = SyncRunner()
    grip = HubGrip(runner)
    runner.listen(lambda snapshot: grip.learn(snapshot.events))
    grip.press("key")  # there is no needle
    assert runner.snapshot.events[0].why == "no needle is in hand"
    # `press` notes its place after sending; on a screen the refusal comes back later than that.
    grip.learn(runner.snapshot.events)
    assert not grip.held


def test_late_news_of_a_refusal_leaves_no_grip_that_nobody_holds(attempt: StandInAttempt) -> None:
    empty = SyncRunner()
    HubGrip(empty).press("key")  # refused: there was no needle yet
    refusal = empty.snapshot.events
    hand = Hand(attempt.runner, lambda _ms, _call: None)
    attempt.runner.send(lambda t_ms: MovePointer(t_ms, 0, 0))
    attempt.runner.send(lambda t_ms: TakeNeedle(t_ms, "spinal-22g-90"))
    hand.grip.press("key")
    assert attempt.runner.snapshot.state.gripped
    hand.grip.learn(refusal)
    assert (hand.grip.held, attempt.runner.snapshot.state.gripped) == (False, False)


def test_a_hub_that_was_gripped_before_is_let_go_with_the_rest(attempt: StandInAttempt) -> None:
    """An attempt that goes on from the middle of another: the hand is new, the grip is not."""
    attempt.runner.send(lambda t_ms: MovePointer(t_ms, 0, 0))
    attempt.runner.send(lambda t_ms: TakeNeedle(t_ms, "spinal-22g-90"))
    attempt.runner.send(Grip)
    HubGrip(attempt.runner).drop()
    assert not attempt.runner.snapshot.state.gripped


def test_without_grip_no_movement_of_steel_is_sent(attempt: StandInAttempt) -> None:
    hand = Hand(attempt.runner, lambda _ms, _call: None)
    hand.advance(1000)
    hand.tilt(200, 0)
    hand.flush()
    assert attempt.runner.sent == []
