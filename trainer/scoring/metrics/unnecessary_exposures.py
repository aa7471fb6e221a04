"""Pictures that could show nothing new."""

from __future__ import annotations

from trainer.attempt.events import (
    BreathHeld,
    CArmMoved,
    Event,
    Exposed,
    HubTurned,
    Injected,
    InjectionBegan,
    MachineSet,
    NeedleMoved,
    NeedleRemoved,
    NeedleTaken,
    PointerMoved,
    ViewSelected,
)
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView

# What can change a picture.
_CHANGES: tuple[type[Event], ...] = (
    *(CArmMoved, ViewSelected, MachineSet, NeedleMoved, NeedleTaken, NeedleRemoved),
    *(PointerMoved, HubTurned, BreathHeld),
)


def _measure(view: AttemptView) -> int | None:
    count, fresh, flows = 0, True, False
    for event in view.events:
        if isinstance(event, Exposed):
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
    formula="Number of exposures since whose predecessor neither machine, table, console, pointer, "
    "needle nor breath had changed and nothing was being injected. Every pulse of a run counts, so "
    "a pedal held over a still picture does too.",
    citation="DESIGN 9 (unnecessary exposures; the image count is never scored alone)",
    measure=_measure,
    inputs=of_events(Exposed, "number"),
)
