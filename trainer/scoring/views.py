"""Which exposures serve which role."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.attempt.events import Exposed, NeedleMoved, NeedleTaken, Vec3
from trainer.scenario.views import ViewRole
from trainer.scoring.acts import TreatmentAct
from trainer.scoring.case import WantedView
from trainer.scoring.view import AttemptView


def serves(exposure: Exposed, wanted: WantedView) -> bool:
    """Whether an exposure was taken as a view asks: that picture, or near enough to its angles."""
    if wanted.picture:
        return exposure.view == wanted.picture
    off_oblique_mdeg = abs(abs(exposure.oblique_mdeg) - wanted.oblique_mdeg)
    off_tilt_mdeg = abs(exposure.tilt_mdeg - wanted.tilt_mdeg)
    return max(off_oblique_mdeg, off_tilt_mdeg) <= wanted.tolerance_mdeg


def serving(view: AttemptView, role: ViewRole) -> Iterator[Exposed]:
    """The exposures that serve a role, in order."""
    wanted = view.case.views_of(role)
    return (shot for shot in view.exposures if any(serves(shot, each) for each in wanted))


def working_exposure(view: AttemptView) -> Exposed | None:
    """The last exposure in the working view; where no view is named one, the last of all."""
    if not view.case.views_of(ViewRole.WORKING):
        return view.exposures[-1] if view.exposures else None
    found = tuple(serving(view, ViewRole.WORKING))
    return found[-1] if found else None


def after_last_movement(view: AttemptView) -> tuple[Exposed, ...]:
    """The exposures taken since the needle last moved (a move that leads nowhere is none)."""
    shots: list[Exposed] = []
    stands: tuple[Vec3, Vec3] | None = None
    for event in view.events:
        if isinstance(event, NeedleMoved | NeedleTaken):
            if stands != (event.tip_um, event.axis_e9):
                shots.clear()
            stands = (event.tip_um, event.axis_e9)
        elif isinstance(event, Exposed):
            shots.append(event)
    return tuple(shots)


def depth_was_seen(view: AttemptView) -> bool | None:
    """Whether a depth view with the tip in its field was taken since the needle last moved.

    None where the scenario asks for no depth view (a single radiograph has none).
    """
    wanted = view.case.views_of(ViewRole.DEPTH)
    if not wanted:
        return None
    return any(
        shot.tip_in_field and any(serves(shot, each) for each in wanted)
        for shot in after_last_movement(view)
    )


def seen_since(view: AttemptView, role: ViewRole, since: int, until: int) -> bool | None:
    """Whether a picture served a role with the tip in its field between two places in the events.

    None where the scenario asks for no view of that role.
    """
    wanted = view.case.views_of(role)
    if not wanted:
        return None
    return any(
        isinstance(event, Exposed)
        and event.tip_in_field
        and any(serves(event, each) for each in wanted)
        for event in view.between(Exposed, since, until)
    )


def depth_seen_at(view: AttemptView, act: TreatmentAct) -> bool | None:
    """Whether the depth was seen since the needle last moved, when an injection or lesion began."""
    since = act.stand.moved if act.stand is not None else act.index
    return seen_since(view, ViewRole.DEPTH, since, act.index)
