"""The steel in the beam: needle with its stylet and hub, or the pointer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trainer.attempt.events import Vec3
from trainer.attempt.state import State
from trainer.imaging.needle_shadow import Rod
from trainer.needle.catalogue import NEEDLES

HUB_MM, HUB_DIAMETER_MM = 6.0, 3.0  # the steel part of a hub (design value)
POINTER_MM, POINTER_DIAMETER_MM = 70.0, 3.0  # a metal pointer lying on the skin (design value)


def rods_of(state: State) -> tuple[Rod, ...]:
    """What `state` holds, as straight rods."""
    if state.needle is not None:
        model = NEEDLES[state.needle.model]
        tip, axis = _mm(state.needle.tip_um), np.array(state.needle.axis_e9) / 1e9
        hub = tip - axis * model.length_mm
        return (
            Rod(_point(hub), _point(tip), model.outer_diameter_mm),
            Rod(_point(hub - axis * HUB_MM), _point(hub), HUB_DIAMETER_MM),
        )
    if state.pointer_um is not None:
        tip = _mm(state.pointer_um)
        lying = np.array([0.0, POINTER_DIAMETER_MM / 2.0, 0.0])
        away = np.array([-0.6, 0.05, -0.8])  # toward the patient's right foot, where the hand is
        end = tip + lying + POINTER_MM * away
        return (Rod(_point(tip + lying), _point(end), POINTER_DIAMETER_MM),)
    return ()


def _mm(point_um: Vec3) -> NDArray[np.float64]:
    return np.array(point_um, dtype=np.float64) / 1000.0


def _point(point: NDArray[np.float64]) -> tuple[float, float, float]:
    x, y, z = (float(part) for part in point)
    return (x, y, z)
