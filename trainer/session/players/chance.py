"""The random player: clicks what can be clicked, and looks at no picture.

He sees at the bedside whether a needle is in the hand, as anybody does, and mostly presses what
fits that; now and then he presses anything at all.
"""

from __future__ import annotations

from collections.abc import Callable

from trainer.attempt.acts import ACTS, CASE_TOPICS, DECISIONS, POINTS, REASONS
from trainer.attempt.commands import (
    Act,
    Advance,
    Aspirate,
    Command,
    ConnectTubing,
    DecideCase,
    DeclareLevel,
    Discuss,
    Expose,
    GiveReason,
    Grip,
    Inject,
    LetGo,
    MarkSkin,
    MovePointer,
    MoveTable,
    ReadCase,
    RemoveNeedle,
    RotateHub,
    SetElectrode,
    SetGenerator,
    SetStylet,
    StartLesion,
    Stimulate,
    Submit,
    TakeNeedle,
    Tilt,
    TurnCArm,
    Wait,
)
from trainer.session.players.hand import Hand

PRESSES = 150
ANYTHING = 0.1  # chance of a press that need not fit what he holds [X]
AGENTS = ("iohexol-240", "lidocaine-1", "lidocaine-2", "bupivacaine-0.25")
SIDES = ("left", "right")
Step = tuple[Callable[..., Command], *tuple[object, ...]]
Press = tuple[Step, ...]


def presses(hand: Hand) -> None:
    """So many presses of any kind, then submit."""
    for _ in range(PRESSES):
        for kind, *values in _any(hand):
            hand.do(kind, *values)
    hand.do(Submit)


def _any(hand: Hand) -> Press:
    holds = hand.seen.needle is not None
    if hand.rng.random() < ANYTHING:
        holds = not holds
    tables = (_always(hand), _with_needle(hand) if holds else _without(hand))
    table = tables[_below(hand, 2)]
    return table[_below(hand, len(table))]


def _below(hand: Hand, most: int) -> int:
    return int(hand.rng.integers(most))


def _within(hand: Hand, most: int) -> int:
    return int(hand.rng.integers(-most, most + 1))


def _one(hand: Hand, names: object) -> str:
    known = sorted(names)  # type: ignore[call-overload]
    return str(known[_below(hand, len(known))])


def _always(hand: Hand) -> tuple[Press, ...]:
    """What needs no needle and hinders none."""
    x_um, y_um, z_um = (round(part * 1000.0) for part in hand.task.start_mm)
    place = x_um + _within(hand, 50_000), y_um, z_um + _within(hand, 50_000)
    bones = tuple(one.bone for one in hand.task.wanted)
    return (
        ((Expose,),),
        ((Expose,),),
        ((TurnCArm, _within(hand, 90_000), _within(hand, 30_000)),),
        ((MoveTable, *place),),
        ((Act, _one(hand, ACTS)),),
        ((ReadCase, _one(hand, CASE_TOPICS)),),
        ((GiveReason, _one(hand, REASONS)),),
        ((Discuss, _one(hand, POINTS)),),
        ((DecideCase, _one(hand, DECISIONS)),),
        ((DeclareLevel, _one(hand, bones), _one(hand, SIDES)),),
        ((Wait, 1 + _below(hand, 60)),),
    )


def _without(hand: Hand) -> tuple[Press, ...]:
    """The pointer on the back, and a needle where it lies."""
    x_um, _, z_um = (round(part * 1000.0) for part in hand.task.start_mm)
    place = x_um + _within(hand, 60_000), z_um + _within(hand, 60_000)
    if hand.seen.pointer_mm is None:
        return (((MovePointer, *place),),)
    return (
        ((MovePointer, *place),),
        ((MarkSkin,),),
        ((TakeNeedle, _one(hand, hand.task.needles)),),
        ((TakeNeedle, _one(hand, hand.task.needles)),),
    )


def _with_needle(hand: Hand) -> tuple[Press, ...]:
    """Everything that hands do with a needle; moves are made while the hub is held."""
    return (
        *((((Grip,), (Advance, _within(hand, 20_000))),) * 4),
        ((Grip,), (Tilt, _within(hand, 20_000), _within(hand, 20_000))),
        ((Grip,), (RotateHub, _within(hand, 180_000))),
        ((LetGo,),),
        ((SetStylet, False),),
        ((SetStylet, True),),
        ((SetElectrode, bool(_below(hand, 2))),),
        ((ConnectTubing, bool(_below(hand, 2))),),
        ((Aspirate,),),
        ((Inject, _one(hand, AGENTS), 100 + _below(hand, 900)),),
        ((Stimulate, (2, 50)[_below(hand, 2)], 100 + _below(hand, 900)),),
        ((SetGenerator, "conventional", 60 + _below(hand, 30), 30 + _below(hand, 90)),),
        ((StartLesion,),),
        ((RemoveNeedle,),),
    )
