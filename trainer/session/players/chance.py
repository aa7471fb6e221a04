"""The random player: presses anything on the tray, and looks at nothing."""

from __future__ import annotations

from collections.abc import Callable

from trainer.attempt.acts import ACTS, DECISIONS, POINTS, REASONS
from trainer.attempt.commands import (
    Act,
    Advance,
    Aspirate,
    Command,
    DecideCase,
    Discuss,
    Expose,
    GiveReason,
    Grip,
    Inject,
    LetGo,
    MovePointer,
    MoveTable,
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
)
from trainer.session.players.hand import Hand

PRESSES = 150
Press = tuple[Callable[..., Command], tuple[object, ...]]


def presses(hand: Hand) -> None:
    """So many commands of any kind, then submit."""
    for _ in range(PRESSES):
        kind, values = _any(hand)
        hand.do(kind, *values)
    hand.do(Submit)


def _any(hand: Hand) -> Press:
    table = _table(hand)
    return table[_below(hand, len(table))]


def _below(hand: Hand, most: int) -> int:
    return int(hand.rng.integers(most))


def _within(hand: Hand, most: int) -> int:
    return int(hand.rng.integers(-most, most + 1))


def _one(hand: Hand, names: object) -> str:
    known = sorted(names)  # type: ignore[call-overload]
    return str(known[_below(hand, len(known))])


def _table(hand: Hand) -> tuple[Press, ...]:
    x_um, y_um, z_um = (round(part * 1000.0) for part in hand.task.start_mm)
    return (
        (Act, (_one(hand, ACTS),)),
        (GiveReason, (_one(hand, REASONS),)),
        (Discuss, (_one(hand, POINTS),)),
        (DecideCase, (_one(hand, DECISIONS),)),
        (TurnCArm, (_within(hand, 90_000), _within(hand, 30_000))),
        (MoveTable, (x_um + _within(hand, 50_000), y_um, z_um + _within(hand, 50_000))),
        (Expose, ()),
        (Expose, ()),
        (MovePointer, (x_um + _within(hand, 60_000), z_um + _within(hand, 60_000))),
        (TakeNeedle, (_one(hand, hand.task.needles),)),
        (Grip, ()),
        (Grip, ()),
        (LetGo, ()),
        (Tilt, (_within(hand, 20_000), _within(hand, 20_000))),
        (RotateHub, (_within(hand, 180_000),)),
        *((Advance, (_within(hand, 20_000),)),) * 4,
        (RemoveNeedle, ()),
        (SetStylet, (bool(_below(hand, 2)),)),
        (SetElectrode, (bool(_below(hand, 2)),)),
        (Aspirate, ()),
        (Inject, ("lidocaine-1", 100 + _below(hand, 900))),
        (Stimulate, (50, 100 + _below(hand, 900))),
        (SetGenerator, ("conventional", 60 + _below(hand, 30), 30 + _below(hand, 90))),
        (StartLesion, ()),
    )
