"""What a movement of the needle ends: the heat and the plunger both need it to stand still."""

from __future__ import annotations

from trainer.attempt.events import (
    ElectrodeSet,
    Event,
    NeedleMoved,
    NeedleRemoved,
    StyletSet,
    TubingConnected,
)
from trainer.attempt.generator import lesion_stopped
from trainer.attempt.moment import Moment
from trainer.attempt.syringe import injection_stopped

_ENDS_HEAT = (NeedleMoved, NeedleRemoved, ElectrodeSet)
_ENDS_FLOW = (NeedleMoved, NeedleRemoved, ElectrodeSet, StyletSet, TubingConnected)


def interrupted(moment: Moment, done: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events of a command with those before them that its movement brings."""
    needle, known = moment.state.needle, moment.state.procedure
    if needle is None:
        return done
    before: tuple[Event, ...] = ()
    flows, heats = known.injecting, known.running
    if flows and flows.needle == needle.number and _any(done, _ENDS_FLOW):
        before += injection_stopped(moment.state, moment.world, moment.now_ms)
    if heats and heats.needle == needle.number and _any(done, _ENDS_HEAT):
        before += lesion_stopped(moment.state, moment.world, moment.now_ms, "moved")
    if known.tubing == needle.number and _any(done, (NeedleRemoved,)):
        before += (TubingConnected(moment.now_ms, False),)
    return (*before, *done)


def _any(done: tuple[Event, ...], kinds: tuple[type[Event], ...]) -> bool:
    return any(isinstance(event, kinds) for event in done)
