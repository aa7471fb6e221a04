"""Pictures that could show nothing new."""

from __future__ import annotations

from trainer.attempt.events import (
    BreathHeld,
    CArmMoved,
    ElectrodeSet,
    Event,
    Exposed,
    HubTurned,
    Injected,
    InjectionBegan,
    MachineSet,
    NeedleLeft,
    NeedleMoved,
    NeedleRemoved,
    NeedleTaken,
    NeedleTakenUp,
    PointerMoved,
    StyletSet,
    ViewSelected,
)
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView

# What can change a picture.
_CHANGES: tuple[type[Event], ...] = (
    *(CArmMoved, ViewSelected, MachineSet, NeedleTaken, NeedleRemoved),
    *(NeedleLeft, NeedleTakenUp, StyletSet, ElectrodeSet, PointerMoved, HubTurned, BreathHeld),
)


def _measure(view: AttemptView) -> int | None:
    count, fresh, flows = 0, True, False
    for event in view.events:
        if type(event) is NeedleMoved:  # most of a log
            fresh = True
        elif isinstance(event, Exposed):
            count += not (fresh or flows)
            fresh = False
        elif isinstance(event, InjectionBegan | Injected):
            flows, fresh = isinstance(event, InjectionBegan), True
        elif isinstance(event, _CHANGES):
            fresh = True
    return count


METRIC = Metric(
    id="unnecessary_exposures",
    version=1,
    title="Exposures that could show nothing new",
    unit="count",
    better=Better.LOWER,
    formula="Number of exposures that follow another one with nothing new in between and nothing "
    "being injected. New is a movement of machine, table, needle or pointer, a change on the "
    "console, of the stored view or of the hub's notch, a needle taken, left, taken up or removed, "
    "stylet or electrode put in or drawn (a picture must follow), a breath held or let go, and the "
    "beginning or end of an injection. Every pulse of a run counts, so a pedal held over a still "
    "picture does too.",
    citation="DESIGN 9 (unnecessary exposures; the image count is never scored alone)",
    measure=_measure,
    inputs=of_events(Exposed, "number"),
)
