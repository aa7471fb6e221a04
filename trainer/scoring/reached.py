"""By target: the best that any act did for it; then the worst of the targets."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from trainer.attempt.events import LesionEnded
from trainer.attempt.header import Target
from trainer.scoring.acts import TreatmentAct, lesions
from trainer.scoring.tip import known_in_space
from trainer.scoring.view import AttemptView
from trainer.scoring.worked import treatments

Measured = Callable[[Target, TreatmentAct], int | None]


def in_space(view: AttemptView) -> bool:
    """Whether every target is known in space: a single radiograph shows no depth."""
    return bool(view.header.targets) and all(map(known_in_space, view.header.targets))


def nearest_then_farthest(view: AttemptView, measured: Measured) -> int | None:
    """Of each target the least over all acts, then the greatest over the targets.

    No target is hidden by another, and what is left out counts as far: None where a target has no
    act at all.
    """
    worst: int | None = None
    for target in view.header.targets:
        values = [measured(target, act) for act in treatments(view)]
        known = [value for value in values if value is not None]
        if not known:
            return None
        worst = min(known) if worst is None else max(worst, min(known))
    return worst


def made(view: AttemptView) -> tuple[LesionEnded, ...]:
    """The lesions that left something dead."""
    return tuple(one for one in lesions(view.acts) if one.semi_um != (0, 0))


def least_over_targets(view: AttemptView, best: Callable[[Target], int]) -> int | None:
    """The least over the targets of a share; None without targets."""
    return min((best(target) for target in view.header.targets), default=None)


def nerve_of(target: Target) -> str:
    """A target's nerve as events name it, e.g. "T6-mb left"."""
    return f"{target.nerve} {target.side}"


def share_of(named: Iterable[tuple[str, int]], nerve: str) -> int:
    """The share of a nerve in a list of (nerve, permille), 0 where it is not in it."""
    return dict(named).get(nerve, 0)


def permille(part: int, whole: int) -> int:
    """A share in thousandths, rounded down."""
    return 1000 * part // whole
