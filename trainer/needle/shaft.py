"""The shaft in tissue as a line that follows its own track: a vertex every 5 mm and its end.

The line of a bent tip goes on as if the tip were straight; the tip stands aside of it (tip.py).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from trainer.geometry.pinhole import FloatArray
from trainer.needle.tip import TIP_STEP_MM

LINK_UM = 5_000  # design value: an arc of 364 mm leaves its chord by 9 um
# Whole micrometres tell the direction of a link no better; nearer to the hub's it is the hub's.
ROUNDED_RAD = 4e-4
AIR_MM = 400.0  # how far the line goes on outside the skin


@dataclass(frozen=True, slots=True, eq=False)
class Shaft:
    """vertices_mm : (n, 3), the skin first, the end last. hub, lead : unit vectors, hub to tip.

    lead is the direction of the last link, where a push goes. depth_um : length inside the skin.
    """

    vertices_mm: FloatArray
    depth_um: int
    hub: FloatArray
    lead: FloatArray

    @property
    def depths_mm(self) -> FloatArray:
        """Length from the skin to each vertex, shape (n,)."""
        return depths_mm(self.depth_um)

    @property
    def directions(self) -> FloatArray:
        """Unit vectors of the links, shape (n - 1, 3)."""
        links = np.diff(self.vertices_mm, axis=0)
        links = links / np.maximum(np.linalg.norm(links, axis=1, keepdims=True), 1e-12)
        links[-1] = self.lead  # a link of a micrometre has no direction of its own
        as_hub = np.abs(links - self.hub).max(axis=1) < ROUNDED_RAD
        links[as_hub] = self.hub
        return np.asarray(links)

    @property
    def first(self) -> FloatArray:
        """Direction of the link under the skin."""
        return np.asarray(self.directions[0])


def vertices_of(depth_um: int) -> int:
    """How many vertices lie before the end: one at the skin, then one every link."""
    return max(1, -(-depth_um // LINK_UM))


def depths_mm(depth_um: int) -> FloatArray:
    """Length from the skin to each vertex and to the end."""
    before = np.arange(vertices_of(depth_um)) * LINK_UM
    return np.append(before, depth_um) / 1000.0


def straight(skin_mm: FloatArray, axis: FloatArray, depth_um: int) -> Shaft:
    """A shaft without a bend."""
    along_mm = depths_mm(depth_um)
    return Shaft(skin_mm + np.multiply.outer(along_mm, axis), depth_um, axis, axis)


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """Where the line's end comes by at each depth, through old links and new ones, air included."""

    depths_mm: FloatArray
    points_mm: FloatArray

    def at(self, depth_mm: FloatArray | float) -> FloatArray:
        """Points on the track; shape (...) to (..., 3)."""
        found = [np.interp(depth_mm, self.depths_mm, part) for part in self.points_mm.T]
        return np.stack(found, axis=-1)


def pushed_track(shaft: Shaft, to_um: int, steer: FloatArray, radius_mm: float) -> Track:
    """The track of a shaft that goes on to a depth; steer : unit vector; radius 0 is straight."""
    depths, points = list(shaft.depths_mm), list(shaft.vertices_mm)
    at_um, lead = shaft.depth_um, shaft.lead
    while at_um < to_um:
        if at_um % LINK_UM == 0 and at_um > 0 and radius_mm > 0.0:
            lead = turned_to(lead, steer, LINK_UM / 1000.0 / radius_mm)
        next_um = min((at_um // LINK_UM + 1) * LINK_UM, to_um)
        points.append(points[-1] + lead * ((next_um - at_um) / 1000.0))
        depths.append(next_um / 1000.0)
        at_um = next_um
    outside = points[0] - shaft.first * AIR_MM
    return Track(np.array([-AIR_MM, *depths]), np.array([outside, *points]))


def turned_to(lead: FloatArray, side: FloatArray, angle_rad: float) -> FloatArray:
    """A direction turned toward a side by a small angle."""
    across = side - float(side @ lead) * lead
    length = math.sqrt(float(across @ across))
    if length < 1e-9:
        return lead
    return np.asarray(math.cos(angle_rad) * lead + math.sin(angle_rad) * across / length)


def shaft_at(shaft: Shaft, track: Track, depth_um: int) -> Shaft:
    """The shaft after its end went along the track to a depth inside the skin."""
    along = depths_mm(depth_um)
    vertices = track.at(along)
    if vertices_of(depth_um) == vertices_of(shaft.depth_um):
        return Shaft(vertices, depth_um, shaft.hub, shaft.lead)
    if depth_um > shaft.depth_um:
        link = vertices[-1] - vertices[-2]
    else:  # back into an older link: its whole length tells its direction best
        link = track.at(along[-2] + LINK_UM / 1000.0) - vertices[-2]
    lead = np.asarray(link / float(np.linalg.norm(link)))
    if float(np.abs(lead - shaft.hub).max()) < ROUNDED_RAD:
        lead = shaft.hub
    return Shaft(vertices, depth_um, shaft.hub, lead)


def sample_weights(depth_um: int, bent_mm: float) -> tuple[FloatArray, FloatArray]:
    """(weights (k, n) that make points from vertices, how far past the bend each lies (k,)).

    Points lie every TIP_STEP_MM from the skin to the end, the end last.
    """
    depth_mm = depth_um / 1000.0
    count = max(1, math.ceil(depth_mm / TIP_STEP_MM))
    along = depth_mm * np.arange(count + 1) / count
    knots = depths_mm(depth_um)
    weights = np.stack([np.interp(along, knots, one) for one in np.eye(len(knots))], axis=1)
    return weights, np.maximum(along - (depth_mm - bent_mm), 0.0)
