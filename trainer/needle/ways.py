"""The ways of steel in tissue: pushed along its track, bent, turned about itself, straightened.

Each is a `Way` (motion.py): fractions 0..1 (n,) to the points that may meet bone (n, k, 3); the tip
comes last.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.geometry.pinhole import FloatArray
from trainer.needle.catalogue import NeedleModel
from trainer.needle.motion import Way
from trainer.needle.shaft import LINK_UM, Shaft, Track, sample_weights
from trainer.needle.tip import aside_mm, notch_side, tip_points


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """Links turned about one axis. axis : unit vector. links_rad : (n - 1,). hub_rad : the hub.

    skin_mm : where the skin's vertex goes, shape (3,).
    """

    axis: FloatArray
    links_rad: FloatArray
    hub_rad: float
    skin_mm: FloatArray


def pushed_way(track: Track, model: NeedleModel, side: FloatArray, from_um: int, to_um: int) -> Way:
    """Along a track between two depths; side : unit vector toward the notch."""
    behind_mm, aside = tip_points(model)
    stands = np.multiply.outer(aside, side)

    def way(part: FloatArray) -> FloatArray:
        depth_mm = (from_um + part * (to_um - from_um)) / 1000.0
        return track.at(depth_mm[:, None] - behind_mm) + stands

    return way


def bent_way(shaft: Shaft, model: NeedleModel, notch_deg: float, turn: Turn) -> Way:
    """The whole shaft while its links and its hub turn."""
    weights, past_mm = sample_weights(shaft.depth_um, model.bent_mm)
    aside = aside_mm(model, past_mm)

    def way(part: FloatArray) -> FloatArray:
        points = np.einsum("kv,nvc->nkc", weights, bent_vertices(shaft, turn, part))
        if model.bent_mm > 0.0:
            hubs = rotated(shaft.hub[None, :], turn.axis, part * turn.hub_rad)
            sides = np.stack([notch_side(hub, notch_deg) for hub in hubs])
            points = points + aside[None, :, None] * sides[:, None, :]
        return np.asarray(points)

    return way


def turned_hub_way(
    shaft: Shaft, model: NeedleModel, notch_deg: float, by_deg: float, behind: bool = False
) -> Way:
    """A bent tip while the hub turns about the shaft. behind : also the shaft's other points."""
    weights, past_mm = sample_weights(shaft.depth_um, model.bent_mm)
    aside = aside_mm(model, past_mm)
    kept = slice(None) if behind else aside > 0.0
    line, aside = (weights @ shaft.vertices_mm)[kept], aside[kept]

    def way(part: FloatArray) -> FloatArray:
        sides = notch_side(shaft.hub, notch_deg + part * by_deg)
        return np.asarray(line[None] + aside[None, :, None] * sides[:, None, :])

    return way


def straightened_way(shaft: Shaft, model: NeedleModel, side: FloatArray, to: Shaft) -> Way:
    """The shaft while it goes from one shape to another of the same depth."""
    weights, past_mm = sample_weights(shaft.depth_um, model.bent_mm)
    stands = np.multiply.outer(aside_mm(model, past_mm), side)
    before, after = weights @ shaft.vertices_mm + stands, weights @ to.vertices_mm + stands
    return lambda part: before[None] + part[:, None, None] * (after - before)[None]


def bent_vertices(shaft: Shaft, turn: Turn, part: FloatArray) -> FloatArray:
    """The shaft's vertices after fractions of a turn; (n,) to (n, v, 3); links keep length."""
    links = rotated(shaft.directions, turn.axis, np.multiply.outer(part, turn.links_rad))
    lengths = np.diff(shaft.depths_mm)
    skin = shaft.vertices_mm[0] + np.multiply.outer(part, turn.skin_mm)
    rest = skin[:, None, :] + np.cumsum(links * lengths[None, :, None], axis=1)
    return np.concatenate([skin[:, None, :], rest], axis=1)


def bent(shaft: Shaft, turn: Turn, part: float) -> Shaft:
    """The shaft after a fraction of a turn."""
    parts = np.array([part])
    vertices = bent_vertices(shaft, turn, parts)[0]
    lead = rotated(shaft.directions[-1:], turn.axis, parts * turn.links_rad[-1])[0]
    hub = rotated(shaft.hub[None], turn.axis, parts * turn.hub_rad)[0]
    return Shaft(vertices, shaft.depth_um, _unit(hub), _unit(lead))


def rotated(vectors: FloatArray, axis: FloatArray, angle_rad: FloatArray) -> FloatArray:
    """Vectors turned about a unit axis; (m, 3), (n, m) or (n,) to (n, m, 3) or (n, 3)."""
    along = np.multiply.outer(vectors @ axis, axis)
    across = vectors - along
    aside = np.cross(axis, vectors)
    cos, sin = np.cos(angle_rad)[..., None], np.sin(angle_rad)[..., None]
    return np.asarray(along + cos * across + sin * aside)


def sharpest_rad_mm(shaft: Shaft) -> float:
    """The sharpest curvature of the shaft, hub and links, radians per millimetre."""
    links = np.vstack([shaft.hub, shaft.directions])
    between = np.linalg.norm(np.diff(links, axis=0), axis=1)
    return float(between.max()) / (LINK_UM / 1000.0)


def _unit(vector: FloatArray) -> FloatArray:
    return np.asarray(vector / float(np.linalg.norm(vector)))
