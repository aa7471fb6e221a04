"""The steel in the beam: every needle with its stylet and hub, or the pointer."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from trainer.attempt.integers import mm_of
from trainer.attempt.state import NeedleInHand, State
from trainer.attempt.steel import breathed, hub_axis, steel_line
from trainer.geometry.pinhole import FloatArray
from trainer.imaging.needle_shadow import Rod
from trainer.needle.breathing import skin_shift_um
from trainer.needle.catalogue import NEEDLES

HUB_MM, HUB_DIAMETER_MM = 6.0, 3.0  # the steel part of a hub (design value)
POINTER_MM, POINTER_DIAMETER_MM = 70.0, 3.0  # a metal pointer lying on the skin (design value)
STRAIGHT_WITHIN_MM = 0.03  # a fifth of a live pixel at the isocentre: nearer, links are one rod


def rods_of(state: State, now_ms: int | None = None) -> tuple[Rod, ...]:
    """What `state` holds at a time (its own by default), as straight rods."""
    at_ms = state.t_ms if now_ms is None else now_ms
    shift_mm = mm_of(skin_shift_um(at_ms, state.breath_held_ms))
    needles = state.resting if state.needle is None else (*state.resting, state.needle)
    rods = [rod for needle in needles for rod in _needle(state, needle, shift_mm)]
    if state.needle is None and not state.resting and state.pointer_um is not None:
        rods.append(_pointer(mm_of(state.pointer_um)))
    return tuple(rods)


def _needle(state: State, needle: NeedleInHand, shift_mm: FloatArray) -> list[Rod]:
    model = NEEDLES[needle.model]
    held = state.gripped and needle is state.needle
    line = steel_line(needle, model)
    if not held:
        line = breathed(line, needle.depth_um / 1000.0, shift_mm)
    bore = model.inner_diameter_mm if not needle.stylet and not needle.electrode else 0.0
    corners = [_point(one) for one in merged(line, STRAIGHT_WITHIN_MM)]
    rods = [
        Rod(a, b, model.outer_diameter_mm, bore)
        for a, b in pairwise(corners)
        if math.dist(a, b) > 1e-3
    ]
    return [*rods, _hub(needle, line[0])]


def _hub(needle: NeedleInHand, at_mm: FloatArray) -> Rod:
    return Rod(_point(at_mm - hub_axis(needle) * HUB_MM), _point(at_mm), HUB_DIAMETER_MM)


def merged(line_mm: FloatArray, within_mm: float) -> FloatArray:
    """A line with as few corners as stay so near to all its points; (n, 3) to (m, 3)."""
    first, along = line_mm[0], line_mm[-1] - line_mm[0]
    squared = float(along @ along)
    if len(line_mm) < 3 or squared < 1e-18:
        return line_mm[[0, -1]]
    away = line_mm - first
    away -= (away @ along / squared)[:, None] * along
    off = np.einsum("ij,ij->i", away, away)
    worst = int(off.argmax())
    if off[worst] <= within_mm * within_mm:
        return line_mm[[0, -1]]
    before, after = (merged(part, within_mm) for part in (line_mm[: worst + 1], line_mm[worst:]))
    return np.vstack([before[:-1], after])


def _pointer(tip: FloatArray) -> Rod:
    lying = np.array([0.0, POINTER_DIAMETER_MM / 2.0, 0.0])
    away = np.array([-0.6, 0.05, -0.8])  # toward the patient's right foot, where the hand is
    end = tip + lying + POINTER_MM * away
    return Rod(_point(tip + lying), _point(end), POINTER_DIAMETER_MM)


def _point(point: FloatArray) -> tuple[float, float, float]:
    x, y, z = point.tolist()
    return (x, y, z)
