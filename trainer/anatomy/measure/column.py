"""Between vertebrae: disc heights, inclination of the end plates, curvature."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from trainer.anatomy.measure.vertebra import Vertebra
from trainer.anatomy.measure.walls import gap_after_wall, middle, profiles
from trainer.geometry.pinhole import FloatArray

NEIGHBOURS = 3
REACH_MM = 24.0


@dataclass(frozen=True, slots=True)
class Disc:
    """Plate to plate along the lower vertebra's up, mm: at the rims and in the middle."""

    anterior_mm: float
    posterior_mm: float
    central_mm: float


def disc_above(lower: Vertebra) -> Disc:
    """The disc on a vertebra."""
    front, back = lower.upper.front_mm, lower.upper.back_mm
    return Disc(
        _rim(lower, front + np.array([1.5, 2.0, 2.5, 3.0, 4.0])),
        _rim(lower, back - np.array([1.5, 2.0, 2.5, 3.0, 4.0])),
        middle(_gaps(lower, np.array([-3.0, -1.0, 1.0, 3.0]) + (front + back) / 2.0)),
    )


def _rim(lower: Vertebra, y: FloatArray) -> float:
    """The least of the medians: rims stand proud of the dish."""
    found = np.array([middle(row) for row in _gaps(lower, y)])
    return float(np.nanmin(found)) if np.isfinite(found).any() else float("nan")


def _gaps(lower: Vertebra, y: FloatArray) -> FloatArray:
    x = np.array([-4.0, -2.0, 0.0, 2.0, 4.0])
    z = lower.body.upper.height_mm - 3.5
    starts = np.stack(np.meshgrid(x, y, [z]), axis=-1)[:, :, 0]
    rays = profiles(lower.density, lower.axes.world(starts), lower.axes.up, REACH_MM)
    found = np.array([[gap_after_wall(ray) for ray in row] for row in rays])
    return np.asarray(found[..., 1] - found[..., 0])


def tilt_deg(direction_up: FloatArray) -> float:
    """C-arm tilt that squares a plate whose normal is this: + toward the head (DESIGN 3)."""
    return float(np.degrees(np.arctan2(-direction_up[1], direction_up[2])))


def cobb_deg(spine: Mapping[str, Vertebra], top: str, bottom: str) -> float:
    """Sagittal angle between the upper plate of one level and the lower plate of another."""
    if top not in spine or bottom not in spine:
        return float("nan")
    above = tilt_deg(spine[top].body.upper.normal)
    return above - tilt_deg(-spine[bottom].body.lower.normal)


def wedge_deg(one: Vertebra) -> float:
    """Ventral wedging of a body: + where the front is lower."""
    return tilt_deg(one.body.upper.normal) - tilt_deg(-one.body.lower.normal)


def coronal_cobb_deg(spine: Mapping[str, Vertebra]) -> float:
    """Largest angle between end plates seen from behind, over all pairs of levels."""
    leans = np.array(
        [np.degrees(np.arctan2(one.axes.up[0], one.axes.up[2])) for one in spine.values()]
    )
    if len(leans) < NEIGHBOURS:
        return float("nan")
    # One level's own unevenness is no curve: over three neighbours.
    means = np.convolve(leans, np.full(NEIGHBOURS, 1.0 / NEIGHBOURS), mode="valid")
    return float(means.max() - means.min())
