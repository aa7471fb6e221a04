"""One command for two that follow on each other: a movement is recorded in few pieces.

Absolute movements end where the last one says. Relative ones add up as long as they go on the same
way: what turns back is two movements, so that a hazard met on the way out stays in the record.
"""

from __future__ import annotations

from dataclasses import replace

from trainer.attempt.commands import (
    Advance,
    Command,
    MovePointer,
    MoveTable,
    RotateDetector,
    RotateHub,
    SetIris,
    SetShutters,
    SetSid,
    Tilt,
    TurnCArm,
)

ABSOLUTE = (TurnCArm, MoveTable, MovePointer, SetShutters, SetIris, RotateDetector, SetSid)


def together(first: Command, second: Command) -> Command | None:
    """What both ask for, at the time of the second; None where they are two things."""
    if type(first) is not type(second):
        return None
    if isinstance(second, ABSOLUTE):
        return second
    if isinstance(first, Advance) and isinstance(second, Advance):
        onward = first.distance_um * second.distance_um > 0
        whole_um = first.distance_um + second.distance_um
        return replace(second, distance_um=whole_um) if onward else None
    if isinstance(first, Tilt) and isinstance(second, Tilt):
        along = first.right_mdeg * second.right_mdeg + first.down_mdeg * second.down_mdeg
        right_mdeg = first.right_mdeg + second.right_mdeg
        down_mdeg = first.down_mdeg + second.down_mdeg
        return replace(second, right_mdeg=right_mdeg, down_mdeg=down_mdeg) if along > 0 else None
    if isinstance(first, RotateHub) and isinstance(second, RotateHub):
        onward = first.turn_mdeg * second.turn_mdeg > 0
        return replace(second, turn_mdeg=first.turn_mdeg + second.turn_mdeg) if onward else None
    return None
