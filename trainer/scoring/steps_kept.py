"""Which steps of the procedure's table were in their place: one pass over a log.

The same answer as `trainer.attempt.walked`, which asks every step about every event; here each
event is shown only to the steps that it can concern (tests hold the two against each other).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from trainer.attempt.events import EVENTS, Event, NeedleMoved
from trainer.attempt.step_kinds import Mark, Phase, Weight
from trainer.attempt.steps import STEPS
from trainer.attempt.steps_asked import ASKED
from trainer.scenario.profile import Profile
from trainer.scoring.kept import Kept
from trainer.scoring.trace import Trace
from trainer.scoring.view import AttemptView

# How much a step out of its place counts (design values; the table's weights are X too).
WEIGHT_OF: Mapping[Weight, int] = {Weight.CRITICAL: 5, Weight.MAJOR: 3, Weight.MINOR: 1}


_Role = tuple[int, int, Mark]  # place in STEPS; 0 asks, 1 undoes, 2 is it; the mark
_ASKS, _UNDOES, _IS = range(3)


@cache
def _concerned() -> Mapping[type[Event], tuple[_Role, ...]]:
    found: dict[type[Event], list[_Role]] = {}
    for place, step in enumerate(STEPS):
        roles = [(_ASKS, step.before), *((_IS, one) for one in step.done_by)]
        if step.since is not None:
            roles.append((_UNDOES, step.since))
        for role, mark in roles:
            found.setdefault(EVENTS[mark.event], []).append((place, role, mark))
    return {kind: tuple(sorted(roles, key=lambda one: one[:2])) for kind, roles in found.items()}


def steps_kept(view: AttemptView) -> tuple[Kept, ...]:
    """Each step of the scenario's procedure that its practice profile asks for, in table order."""
    if view.case.procedure == "placement":
        return ()
    if not view.steps:  # walked once for all metrics and errors of a view
        view.steps.extend(_walk(view.events, view.aside))
    return tuple(
        kept
        for kept in view.steps
        if view.case.procedure in kept.step.procedures
        and _asked_by(view.case.profile, kept.step.id)
    )


def _walk(events: Iterable[Event], aside: frozenset[int] = frozenset()) -> list[Kept]:
    """Aside : places of unsafe acts, which ask for what should come before and fulfil nothing."""
    kept = [Kept(step, []) for step in STEPS]
    concerned = _concerned()
    how = ""  # of the movement just before: more of the same undo nothing more
    for number, event in enumerate(events):
        if type(event) is NeedleMoved:  # most of a log
            if event.how == how:
                continue
            how = event.how
        else:
            how = ""
        for place, role, mark in concerned.get(type(event), ()):
            one = kept[place]
            if one.done != (role == _UNDOES):  # done: only to be undone; not done: all but that
                continue
            if mark.where and not mark.fits(event):
                continue
            if role == _ASKS:
                one.missed_ms.append(event.t_ms)
            elif role == _UNDOES or number not in aside:
                one.done = role == _IS
                one.ever = one.ever or one.done
    return kept


def _asked_by(profile: Profile | None, step: str) -> bool:
    """Whether the local policy asks for a step; most are asked for everywhere."""
    if profile is None or step not in ASKED:
        return True
    return ASKED[step](profile)


def of_the_performance(kept: Iterable[Kept]) -> tuple[Kept, ...]:
    """The steps that belong to the performance: those of the case are the judgement's."""
    return tuple(one for one in kept if one.step.phase is not Phase.CASE)


def missed_steps(*, late: bool) -> Callable[[AttemptView], tuple[Trace, ...]]:
    """The steps that were missed and done at another time (late), or never, each when missed."""

    def inputs(view: AttemptView) -> tuple[Trace, ...]:
        return tuple(
            Trace(-1, kept.missed_ms[0], "step_missed", _told(kept))
            for kept in of_the_performance(steps_kept(view))
            if (kept.late if late else kept.left_out)
        )

    return inputs


def _told(kept: Kept) -> tuple[tuple[str, object], ...]:
    return (
        ("step", kept.step.id),
        ("title", kept.step.title),
        ("weight", WEIGHT_OF[kept.step.weight]),
        ("times", len(kept.missed_ms)),
    )
