"""The vessels of the lungs: trunks from the hila that branch until they are too thin to see.

About 16 trunks a lung, radius 3-5.5 mm, r_child = f r and (1 - f^2.7)^(1/2.7) r with f 0.74-0.93,
length r x (3..6) + (4..9) mm, angles 0.2-0.75 rad, down to 0.42 mm (anatomy.md 4 [E]).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.synthetic.soft_lungs import hilum_mm
from trainer.anatomy.synthetic.soft_trunk import Trunk
from trainer.geometry.pinhole import FloatArray

TRUNKS = 20
THINNEST_MM = 0.42
MOST_RODS = 24_000  # of one lung


def lung_vessels(
    trunk: Trunk, fields: NDArray[np.float32], corner: NDArray[np.float32], pitch_mm: float
) -> NDArray[np.float32]:
    """Rods of both lungs in trunk mm: rows of start, end, two radii, 0; shape (n, 9) float32.

    fields, corner, pitch_mm : the coarse fields, whose lung distance steers the branches.
    """
    from trainer.anatomy.synthetic.soft_branching import grow

    found = []
    for side in (1.0, -1.0):
        rng = trunk.chance("vessels", str(side))
        roots = _roots(trunk, side, rng)
        chance = rng.random((MOST_RODS * 2, 8), dtype=np.float32)
        rods = np.zeros((MOST_RODS, 9), np.float32)
        count = grow(
            roots, chance, fields, corner, np.float32(pitch_mm), np.float32(THINNEST_MM), rods
        )
        found.append(rods[:count])
    return np.concatenate(found)


def _roots(trunk: Trunk, side: float, rng: np.random.Generator) -> NDArray[np.float32]:
    """Start, heading, radius of each trunk, spread evenly over the lung's directions; (n, 7)."""
    hilum = hilum_mm(trunk, side)
    turn = rng.uniform(0.0, 1.0)
    rows = []
    for n in range(TRUNKS):
        # A spiral over the half sphere that faces the lung, a little off the spine.
        out = 0.12 + 0.86 * (n + 0.5) / TRUNKS
        round_deg = 2.399963 * n + 6.283 * turn
        flat = np.sqrt(1.0 - out * out)
        heading = np.array([side * out, flat * np.cos(round_deg), flat * np.sin(round_deg) * 1.5])
        heading += rng.normal(0.0, 0.15, 3)
        start = hilum + np.array([side * 6.0, 0.0, 0.0]) + rng.normal(0.0, (3.0, 5.0, 9.0))
        rows.append([*start, *(heading / np.linalg.norm(heading)), rng.uniform(2.6, 4.4)])
    return np.array(rows, np.float32)


def sorted_by_height(
    rods_world: FloatArray | NDArray[np.float32],
) -> tuple[NDArray[np.float32], NDArray[np.intp], np.float32]:
    """Lower ends in rising order, that order, and the tallest rod: for drawing by slices."""
    reach = np.maximum(rods_world[:, 6], rods_world[:, 7])
    low = np.minimum(rods_world[:, 2], rods_world[:, 5]) - reach
    high = np.maximum(rods_world[:, 2], rods_world[:, 5]) + reach
    order = np.argsort(low, kind="stable")
    return low[order].astype(np.float32), order, np.float32((high - low).max())
