"""How the shaft answers a hub that is turned or a tip that is pressed aside: a beam in tissue.

An Euler-Bernoulli beam on springs (Winkler 1867; Hetenyi, Beams on Elastic Foundation, 1946 [M]):
tissue along it, the skin and the fascia at points. Finite elements with Hermite shape functions.
Docs: docs/physics/needle.md.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from trainer.geometry.pinhole import FloatArray
from trainer.needle.catalogue import NeedleModel

# All [X]: a few times the small-strain moduli of fat and muscle (some kPa to some ten kPa [M]).
FAT_N_MM2 = 0.004
MUSCLE_N_MM2 = 0.03
SKIN_N_MM = 0.15
FASCIA_N_MM = 1.5
ELEMENT_MM = 4.0
RIGID_BELOW_MM = 1.0  # a tip that only just holds in the skin turns with the hub


@dataclass(frozen=True, slots=True, eq=False)
class Bend:
    """A way to bend. along_mm : stations from the skin (n,). slope : rad there, per unit.

    skin_mm : how far the skin goes with it, per unit. The unit is one radian at the hub, or one
    millimetre at the tip.
    """

    along_mm: FloatArray
    slope: FloatArray
    skin_mm: float

    def slopes_of(self, depths_mm: FloatArray) -> FloatArray:
        """The turn of each link between vertices at these depths; (n,) to (n - 1,)."""
        return np.interp((depths_mm[1:] + depths_mm[:-1]) / 2.0, self.along_mm, self.slope)


def hub_turned(model: NeedleModel, depth_mm: float, fascia_mm: float) -> Bend:
    """The hub is turned by one radian: the tip follows less, the skin is pulled."""
    if depth_mm < RIGID_BELOW_MM:
        return Bend(np.array([0.0, depth_mm]), np.ones(2), 0.0)
    stiffness = _stiffness(model, depth_mm, fascia_mm)
    free = [n for n in range(len(stiffness)) if n != 1]
    solved = np.zeros(len(stiffness))
    solved[1] = 1.0
    solved[free] = np.linalg.solve(stiffness[np.ix_(free, free)], -stiffness[free, 1])
    return _bend(solved, depth_mm)


def tip_pressed(model: NeedleModel, depth_mm: float, fascia_mm: float) -> Bend:
    """The tip is pressed aside by one millimetre while the hand keeps the hub's direction."""
    depth_mm = max(depth_mm, RIGID_BELOW_MM)
    stiffness = _stiffness(model, depth_mm, fascia_mm)
    free = [n for n in range(len(stiffness)) if n != 1]
    force = np.zeros(len(stiffness))
    force[-2] = 1.0
    solved = np.zeros(len(stiffness))
    solved[free] = np.linalg.solve(stiffness[np.ix_(free, free)], force[free])
    return _bend(solved / solved[-2], depth_mm)


def _bend(solved: FloatArray, depth_mm: float) -> Bend:
    slope = solved[1::2]
    return Bend(np.linspace(0.0, depth_mm, len(slope)), slope, float(solved[0]))


def _stiffness(model: NeedleModel, depth_mm: float, fascia_mm: float) -> FloatArray:
    """The stiffness matrix over (deflection, slope) of evenly spaced nodes, skin first."""
    count = max(2, math.ceil(depth_mm / ELEMENT_MM))
    h = depth_mm / count
    beam = model.bending_stiffness_n_mm2 / h**3 * _bending(h)
    whole = np.zeros((2 * count + 2, 2 * count + 2))
    for n in range(count):
        tissue = FAT_N_MM2 if (n + 0.5) * h < fascia_mm else MUSCLE_N_MM2
        whole[2 * n : 2 * n + 4, 2 * n : 2 * n + 4] += beam + tissue * h / 420.0 * _resting(h)
    whole[0, 0] += SKIN_N_MM
    if depth_mm > fascia_mm:
        _hold(whole, fascia_mm, h, count)
    return whole


def _hold(whole: FloatArray, at_mm: float, h: float, count: int) -> None:
    """Add the fascia's spring to the two nodes it lies between."""
    n = min(count - 1, int(at_mm / h))
    share = at_mm / h - n
    for node, part in ((n, 1.0 - share), (n + 1, share)):
        whole[2 * node, 2 * node] += FASCIA_N_MM * part


def _bending(h: float) -> FloatArray:
    return np.array([
        [12.0, 6 * h, -12.0, 6 * h],
        [6 * h, 4 * h * h, -6 * h, 2 * h * h],
        [-12.0, -6 * h, 12.0, -6 * h],
        [6 * h, 2 * h * h, -6 * h, 4 * h * h],
    ])  # fmt: skip


def _resting(h: float) -> FloatArray:
    return np.array([
        [156.0, 22 * h, 54.0, -13 * h],
        [22 * h, 4 * h * h, 13 * h, -3 * h * h],
        [54.0, 13 * h, 156.0, -22 * h],
        [-13 * h, -3 * h * h, -22 * h, 4 * h * h],
    ])  # fmt: skip
