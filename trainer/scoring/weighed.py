"""What an unsafe act may do to a mark: cost, never earn.

An injection or a lesion is unsafe where something happened while it ran that the rubric lists as
critical. (A needle left is the sum of all that was done with it, and its errors fail the attempt.)
What acts earn is measured without the unsafe ones, and with each of them
alone beside the safe ones; the least holds. Nor do unsafe acts fulfil a step. So one unsafe act
more can only lower a mark, whatever was there before: measured all together, a third bad act could
hide among two worse ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trainer.scoring.acts import TreatmentAct
from trainer.scoring.error_kinds import Happened
from trainer.scoring.view import AttemptView


def laid_aside(view: AttemptView, critical: Sequence[Happened]) -> AttemptView:
    """The view with its unsafe acts marked. critical : what happened of the rubric's list."""
    times = [error.t_ms for error in critical]
    unsafe = [act for act in view.acts if act.began is not None and _ran_at(act, times)]
    if not unsafe:
        return view
    aside = frozenset(place for act in unsafe for place in (act.index, act.came))
    return replace(view, aside=aside, steps=[])


def weighed(view: AttemptView) -> tuple[AttemptView, ...]:
    """The views that acts are marked in, the one of safe acts alone first; else the view itself."""
    unsafe = [act for act in view.acts if act.index in view.aside]
    if not unsafe:
        return (view,)
    safe = [act for act in view.acts if act.index not in view.aside]
    return (_with(view, safe), *(_with(view, [*safe, one]) for one in unsafe))


def _ran_at(act: TreatmentAct, times: Sequence[int]) -> bool:
    came = act.injected or act.ended
    last_ms = act.t_ms if came is None else came.t_ms
    return any(act.t_ms <= t_ms <= last_ms for t_ms in times)


def _with(view: AttemptView, acts: Sequence[TreatmentAct]) -> AttemptView:
    """The view as if only these acts had been."""
    return replace(view, acts=tuple(sorted(acts, key=lambda act: act.index)))
