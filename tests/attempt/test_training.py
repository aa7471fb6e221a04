"""Aids, items and answers of practice: what they change, and what they refuse."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.attempt.worlds import START, WORLD
from trainer.attempt.commands import Advance, Answer, Expose, NextItem, SetAid, Submit, TurnCArm
from trainer.attempt.decide import decide
from trainer.attempt.drill import Ask, DrillItem, DrillTask, NeedleSet
from trainer.attempt.events import (
    AidSet,
    Answered,
    CArmMoved,
    ItemSet,
    NeedleMoved,
    NotPossible,
    SkinPunctured,
)
from trainer.attempt.evolve import fold
from trainer.attempt.state import LATER, State
from trainer.attempt.world import World

SKIN_UM = 0  # of the flat back
POINT = DrillItem((Ask("corner"),), "T7", "left", 5_000, -3_000, (1_000, 2_000, 3_000))
CASE = DrillItem(
    (Ask("pattern", ("planes", "vessel")), Ask("act", ("inject", "move"))),
    needle=NeedleSet("spinal-22g-90", (0, SKIN_UM, 0), (0, SKIN_UM - 30_000, 0), stylet=False),
)
TASK = DrillTask("D5", 1, "taps", (("hits", 18),), ("expose",), (POINT, CASE))
DRILL = replace(WORLD, drill=TASK, aids=True)


def after(state: State, *commands: object, world: World = DRILL) -> State:
    """The state after commands that must all be possible."""
    for command in commands:
        events = decide(state, command, world)  # type: ignore[arg-type]
        assert not [one for one in events if isinstance(one, NotPossible)], events
        state = fold(state, events)
    return state


def why(state: State, command: object, world: World = DRILL) -> str:
    (event,) = decide(state, command, world)  # type: ignore[arg-type]
    assert isinstance(event, NotPossible)
    return event.why


def test_an_item_puts_the_machine_where_it_says() -> None:
    first, moved = decide(START, NextItem(5), DRILL)
    assert first == ItemSet(5, 1)
    assert moved == CArmMoved(5, 5_000, -3_000, (1_000, 2_000, 3_000))


def test_an_item_with_a_needle_sets_it_through_skin_to_its_place() -> None:
    state = after(START, NextItem(0), Expose(1), Answer(2, "corner", "", 10, 20))
    events = decide(state, NextItem(3), DRILL)
    assert any(isinstance(event, SkinPunctured) for event in events)
    stood = next(event for event in events if isinstance(event, NeedleMoved))
    assert stood.tip_um == (0, SKIN_UM - 30_000, 0)
    needle = fold(state, events).needle
    assert needle is not None
    assert needle.depth_um == 30_000
    assert not needle.stylet


def test_a_point_is_taken_down_with_the_picture_it_was_tapped_on() -> None:
    state = after(START, NextItem(0), Expose(1))
    (event,) = decide(state, Answer(2, "corner", "", -700, 900), DRILL)
    assert event == Answered(2, 1, "corner", "", -700, 900, 1)


@pytest.mark.parametrize(
    ("command", "part"),
    [
        (Answer(2, "corner", "", 1, 1), "no picture"),
        (Answer(2, "pattern", "vessel"), "asks for 'corner'"),
        (NextItem(2), "answer this one"),
        (TurnCArm(2, 0, 0), "leaves turn carm alone"),
        (Advance(2, 1000), "leaves advance alone"),
    ],
)
def test_what_an_unanswered_item_refuses(command: object, part: str) -> None:
    assert part in why(after(START, NextItem(0)), command)


def test_the_first_answer_counts_and_each_question_is_asked_once() -> None:
    state = after(START, NextItem(0), Expose(1), Answer(2, "corner", "", 1, 1), NextItem(3))
    assert "none of planes" in why(state, Answer(4, "pattern", "venous"))
    state = after(state, Answer(4, "pattern", "vessel"), Answer(5, "act", "move"))
    assert "it is answered" in why(state, Answer(6, "act", "inject"))
    assert "last one" in why(state, NextItem(7))


def test_another_item_leaves_nothing_of_the_one_before() -> None:
    items = (replace(CASE, asks=()), POINT)
    world = replace(DRILL, drill=replace(TASK, items=items))
    state = after(START, NextItem(0), NextItem(1), world=world)
    assert state.needle is None
    assert state.resting == ()
    assert state.item == 2


def test_without_a_drill_there_is_nothing_to_answer() -> None:
    assert "no drill" in why(START, NextItem(0), WORLD)
    assert "no drill" in why(START, Answer(0, "corner"), WORLD)


def test_an_aid_is_an_event_and_so_is_putting_it_away() -> None:
    on = decide(START, SetAid(0, "target", True), DRILL)
    assert on == (AidSet(0, "target", True),)
    state = fold(START, on)
    assert decide(state, SetAid(1, "target", True), DRILL) == ()
    assert fold(state, decide(state, SetAid(1, "target", False), DRILL)).aids == ()


def test_an_exam_offers_no_aid_and_none_is_invented() -> None:
    assert "no aids" in why(START, SetAid(0, "target", True), WORLD)
    assert "no aid 'xray'" in why(START, SetAid(0, "xray", True))


def test_while_paused_nothing_is_done_but_going_on() -> None:
    state = after(START, SetAid(0, "pause", True))
    assert "paused" in why(state, Expose(1))
    assert "paused" in why(state, Submit(1))
    assert after(state, SetAid(2, "pause", False), Expose(3)).exposures == 1


def test_states_without_drill_or_aid_keep_the_hash_of_older_logs() -> None:
    assert START.sha256 != replace(START, item=1).sha256
    assert START.sha256 != replace(START, aids=("target",)).sha256
    assert {"item", "answered", "aids"} <= LATER[State]
