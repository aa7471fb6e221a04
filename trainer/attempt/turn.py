"""Turning the gripped hub: the notch, and with it the bevel and a bent tip."""

from __future__ import annotations

import math

import numpy as np

from trainer.attempt.commands import RotateHub
from trainer.attempt.events import Event, HubTurned
from trainer.attempt.hand import gripped_needle, tried
from trainer.attempt.integers import um_of
from trainer.attempt.moment import Moment
from trainer.attempt.moved import CONTACT_MM, Movement, moved, sinks
from trainer.attempt.state import NeedleInHand
from trainer.attempt.steel import shaft_of, steel_points, tip_of
from trainer.needle.catalogue import NeedleModel
from trainer.needle.motion import free_part, steps_of
from trainer.needle.shaft import straight
from trainer.needle.tip import tip_aside_mm
from trainer.needle.ways import turned_hub_way

WHOLE_TURN_MDEG = 360_000
TIP_HELD = "bone holds the bent tip on that side"


def rotate_hub(moment: Moment, command: RotateHub) -> tuple[Event, ...]:
    """Turn the hub about the shaft, clockwise as seen from the hub, until bone holds a bent tip."""
    needle = gripped_needle(moment)
    if isinstance(needle, str):
        return moment.refused(command, needle)
    if command.turn_mdeg == 0:
        return ()
    model = moment.world.needles[needle.model]
    if model.bent_mm <= 0.0:
        return _notched(moment, needle, command.turn_mdeg)
    return tried(moment, command, _swept(moment, needle, model, command.turn_mdeg))


def _notched(moment: Moment, needle: NeedleInHand, turn_mdeg: int) -> tuple[Event, ...]:
    notch_mdeg = (needle.notch_mdeg + turn_mdeg) % WHOLE_TURN_MDEG
    return () if notch_mdeg == needle.notch_mdeg else (HubTurned(moment.now_ms, notch_mdeg),)


def _swept(
    moment: Moment, needle: NeedleInHand, model: NeedleModel, wanted_mdeg: int
) -> tuple[Event, ...] | str:
    """The tip goes round the shaft's line: on a circle of its own width."""
    turn_mdeg = _within(wanted_mdeg)
    shaft, notch_deg = shaft_of(needle, model), needle.notch_mdeg / 1000.0
    if needle.entry_um is None:
        line = straight(shaft.vertices_mm[-1], shaft.lead, 0)
        tip_um = um_of(tip_of(line, model, notch_deg + turn_mdeg / 1000.0))
        still = Movement("turn", tip_um, line, np.empty((0, 3)))
        return (*_notched(moment, needle, turn_mdeg), *moved(moment, needle, still))
    path_mm = tip_aside_mm(model) * abs(math.radians(turn_mdeg / 1000.0))
    way = turned_hub_way(shaft, model, notch_deg, turn_mdeg / 1000.0)
    part = free_part(way, path_mm, moment.world.bone)
    done_mdeg = math.trunc(part * turn_mdeg)
    after_deg = notch_deg + done_mdeg / 1000.0
    before, after = (steel_points(shaft, model, deg) for deg in (notch_deg, after_deg))
    if (part < 1.0 and part * path_mm < CONTACT_MM) or sinks(moment, before, after):
        return TIP_HELD
    tips = way(np.linspace(0.0, done_mdeg / turn_mdeg, steps_of(path_mm) + 1))[:, -1]
    movement = Movement(
        how="turn",
        tip_um=um_of(tip_of(shaft, model, after_deg)),
        shaft=shaft,
        way_mm=tips[1:-1],
        in_tissue_um=round(path_mm * abs(done_mdeg / turn_mdeg) * 1000.0),
    )
    return (*_notched(moment, needle, done_mdeg), *moved(moment, needle, movement))


def _within(turn_mdeg: int) -> int:
    """No hand turns a hub by more than once round between two looks."""
    return max(-WHOLE_TURN_MDEG + 1, min(WHOLE_TURN_MDEG - 1, turn_mdeg))
