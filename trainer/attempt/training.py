"""Aids, items and answers: what comes of the commands that only practice knows."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from trainer.attempt.commands import NAMES, Answer, Command, NextItem, SetAid
from trainer.attempt.drill import Ask, DrillItem, DrillTask, NeedleSet
from trainer.attempt.events import (
    AidSet,
    Answered,
    CArmMoved,
    ElectrodeSet,
    Event,
    ItemSet,
    NeedleTaken,
    StyletSet,
)
from trainer.attempt.evolve import fold
from trainer.attempt.integers import e9_of, mm_of
from trainer.attempt.moment import Moment
from trainer.attempt.moved import Movement, moved
from trainer.attempt.state import State
from trainer.needle.shaft import straight

# Each is guidance a real room does not give (issue 7.2). Pause is one too: no patient waits.
AIDS: Mapping[str, str] = {
    "target": "Where the target lies",
    "danger": "Nerve and danger structures",
    "best_view": "The view to aim for",
    "distance": "Distances in millimetres",
    "steps": "The next step",
    "pause": "Pause",
}
PAUSE = "pause"
NO_AIDS = "no aids are offered here"
PAUSED = "the attempt is paused: go on first"
NO_DRILL = "this is no drill: it has no items"
LAST = "that was the last one"
UNANSWERED = "answer this one first"
BEAM_ON = "let the pedal go first"
WAY_STEP_MM = 0.5
# What a drill never takes away: to let go, to answer, to end.
_ALWAYS_LIVE = frozenset(
    {"tick", "beam_off", "let_go", "submit", "set_aid", "next_item", "answer", "own_call"}
)
_WHILE_PAUSED = frozenset({"tick", "beam_off", "let_go", "set_aid", "own_call"})


def why_not_live(moment: Moment, command: Command) -> str | None:
    """Why a command is out of reach: a pause, or a drill that is about something else."""
    name, task = NAMES[type(command)], moment.world.drill
    if PAUSE in moment.state.aids and name not in _WHILE_PAUSED:
        return PAUSED
    if task is None or not task.live or name in _ALWAYS_LIVE or name in task.live:
        return None
    return f"this drill leaves {name.replace('_', ' ')} alone"


def set_aid(moment: Moment, command: SetAid) -> tuple[Event, ...]:
    """Lay an aid over the room, or take it away."""
    if not moment.world.aids:
        return moment.refused(command, NO_AIDS)
    if command.aid not in AIDS:
        why = f"there is no aid {command.aid!r}; known: {', '.join(AIDS)}"
        return moment.refused(command, why)
    if (command.aid in moment.state.aids) is command.on:
        return ()
    if command.aid == PAUSE and moment.state.beam_since_ms is not None:
        return moment.refused(command, BEAM_ON)
    return (AidSet(moment.now_ms, command.aid, command.on),)


def next_item(moment: Moment, command: NextItem) -> tuple[Event, ...]:
    """Set machine and needle as the drill's next item has them."""
    task, state = moment.world.drill, moment.state
    if task is None or not task.items:
        return moment.refused(command, NO_DRILL)
    if why := _why_not_next(task, state):
        return moment.refused(command, why)
    item = task.items[state.item]
    began = (ItemSet(moment.now_ms, state.item + 1), *_machine(moment, item))
    if item.needle is None:
        return began
    return (*began, *_needle(moment, fold(state, began), item.needle))


def _why_not_next(task: DrillTask, state: State) -> str:
    if state.beam_since_ms is not None:
        return BEAM_ON
    if state.item and state.answered < len(task.items[state.item - 1].asks):
        return UNANSWERED
    return LAST if state.item >= len(task.items) else ""


def _machine(moment: Moment, item: DrillItem) -> tuple[Event, ...]:
    if item.isocentre_um is None:
        return ()
    return (CArmMoved(moment.now_ms, item.oblique_mdeg, item.tilt_mdeg, item.isocentre_um),)


def _needle(moment: Moment, state: State, wanted: NeedleSet) -> tuple[Event, ...]:
    """A needle that goes straight from its entry to its tip: taken, opened, set."""
    now_ms, entry, tip = moment.now_ms, mm_of(wanted.entry_um), mm_of(wanted.tip_um)
    way = tip - entry
    length_mm = math.sqrt(float(way @ way))
    axis = way / length_mm
    number = 1 + max((one.number for one in state.resting), default=0)
    taken: list[Event] = [NeedleTaken(now_ms, wanted.model, wanted.entry_um, e9_of(axis), number)]
    if not wanted.stylet:
        taken.append(StyletSet(now_ms, False))
    if wanted.electrode:
        taken.append(ElectrodeSet(now_ms, True, 0))
    standing = fold(state, taken)
    assert standing.needle is not None
    steps = np.arange(WAY_STEP_MM, length_mm, WAY_STEP_MM)
    movement = Movement(
        how="set",
        tip_um=wanted.tip_um,
        shaft=straight(entry, axis, round(length_mm * 1000.0)),
        way_mm=entry + np.multiply.outer(steps, axis),
        in_tissue_um=round(length_mm * 1000.0),
        entry_um=wanted.entry_um,
    )
    there = Moment(standing, moment.world, now_ms)
    return (*taken, *moved(there, standing.needle, movement))


def answer(moment: Moment, command: Answer) -> tuple[Event, ...]:
    """Take an answer down; the first one counts."""
    task, state = moment.world.drill, moment.state
    if task is None or not state.item:
        return moment.refused(command, NO_DRILL)
    asks = task.items[state.item - 1].asks
    if state.answered >= len(asks):
        return moment.refused(command, "it is answered: go on")
    why = _why_not_answer(state, asks[state.answered], command)
    if why:
        return moment.refused(command, why)
    held = 0 if state.held is None else state.held.number
    return (
        Answered(
            moment.now_ms,
            state.item,
            command.subject,
            command.choice,
            command.right_um,
            command.down_um,
            held,
        ),
    )


def _why_not_answer(state: State, ask: Ask, command: Answer) -> str:
    if command.subject != ask.subject:
        return f"this asks for {ask.subject!r}, not for {command.subject!r}"
    if ask.choices and command.choice not in ask.choices:
        return f"{command.choice!r} is none of {', '.join(ask.choices)}"
    if not ask.choices and command.choice:
        return "this asks for a point of the picture"
    if not ask.choices and state.held is None:
        return "no picture is held: take one first"
    return ""
