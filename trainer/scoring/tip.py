"""Where the needle was left, seen from each target."""

from __future__ import annotations

from collections.abc import Callable

from trainer.attempt.events import Vec3
from trainer.attempt.header import Target
from trainer.scoring.view import AttemptView

FromTarget = Callable[[Target, Vec3], int | None]


def worst_over_targets(view: AttemptView, measured: FromTarget) -> int | None:
    """The largest value over the targets, of the tip as it was left.

    Every target counts, so one that was not reached is not hidden by one that was; one needle is
    left in place at most, so it serves all targets. None where no needle was left in the patient,
    or no target can be measured so.
    """
    if view.placed is None:
        return None
    tip_um = view.placed.tip_um
    values = (measured(target, tip_um) for target in view.header.targets)
    return max((value for value in values if value is not None), default=None)


def known_in_space(target: Target) -> bool:
    """Whether the target's depth is known: one radiograph shows none."""
    return target.line_of_sight_um is None
