"""One labelled vertebra with axes of its own: what its landmarks are searched on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.bone_surface import way_to_change
from trainer.anatomy.distance import DistanceBlock, signed_distance_block
from trainer.anatomy.label_numbers import VERTEBRA
from trainer.anatomy.patient import LabelVolume, Tissue
from trainer.anatomy.plate_fit import Plate, plates_of
from trainer.anatomy.segmentation import Segmentation
from trainer.anatomy.synthetic.frame import Frame
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray

SPACING_MM = 1.0  # of the distance block: finer than any label map (design value)
MARGIN_MM = 8.0
ROUNDS = 3  # of fitting axes to what they select
# Of a thoracic canal 15-20 mm wide (clinical.md 1.1): where to begin looking (design values).
CANAL_HALF_DEPTH_MM, BODY_HALF_WIDTH_MM, REACH_MM = 6.5, 20.0, 16.0


@dataclass(frozen=True, slots=True, eq=False)
class MaskedVertebra:
    """A vertebra's mask as a distance, and where it stands.

    frame : origin in the body's middle. canal_local_mm : the canal's centre, shape (3,); half_canal
    : half its width and depth. wall_mm : local y of the body's posterior wall. upper, lower : its
    end plates, local.
    """

    level: str
    frame: Frame
    bone: DistanceBlock
    canal_local_mm: FloatArray
    half_canal_mm: tuple[float, float]
    wall_mm: float
    upper: Plate
    lower: Plate

    @property
    def half_height_mm(self) -> float:
        """Half the body's height at its middle."""
        return (self.upper.height_mm - self.lower.height_mm) / 2.0

    def inside(self, local_mm: FloatArray) -> FloatArray:
        """Those of some local points that lie in the vertebra, shape (m, 3)."""
        return np.asarray(local_mm[self.bone.at(self.frame.world(local_mm)) < 0.0])

    def box(self, x: FloatArray, y: FloatArray, z: FloatArray) -> FloatArray:
        """The points of a local box that lie in the vertebra, shape (m, 3)."""
        parts = np.meshgrid(x, y, z, indexing="ij")
        return self.inside(np.stack([part.ravel() for part in parts], axis=1))


def masked_vertebra(
    seg: Segmentation, level: str, up: FloatArray, canal_world_mm: FloatArray
) -> MaskedVertebra | None:
    """A vertebra's axes, fitted to its end plates and its canal; None where it has no body.

    up : the spine's direction there, unit. canal_world_mm : a point inside the canal, shape (3,).
    """
    points = seg.points_world_mm(VERTEBRA[level])
    bone = _distance(seg, VERTEBRA[level])
    canal = np.asarray(canal_world_mm, dtype=np.float64)
    frame = Frame(canal, _axes(up, np.array([0.0, 1.0, 0.0])))
    found = None
    for _ in range(ROUNDS):
        canal = _middle_of_canal(bone, frame, canal)
        local = (points - canal) @ frame.axes
        body = local[
            (local[:, 1] < -CANAL_HALF_DEPTH_MM) & (np.abs(local[:, 0]) < BODY_HALF_WIDTH_MM)
        ]
        found = plates_of(body, seg.grid.spacing_mm[2]) if len(body) else None
        if found is None:
            return None
        upper, lower = found
        middle = np.array([*body[:, :2].mean(axis=0), 0.0])
        middle[2] = (upper.at(middle[:2]) + lower.at(middle[:2])) / 2.0
        normal = upper.normal + lower.normal
        axes = _axes(frame.axes @ normal, frame.axes @ -middle)
        frame = Frame(canal + frame.axes @ middle, axes)
    return _measured(seg, level, frame, bone, canal, points)


def _measured(
    seg: Segmentation,
    level: str,
    frame: Frame,
    bone: DistanceBlock,
    canal: FloatArray,
    points: FloatArray,
) -> MaskedVertebra | None:
    local, middle = frame.local(points), frame.local(canal)
    wide = (
        _way(bone, frame, middle, np.array([1.0, 0, 0])),
        _way(bone, frame, middle, np.array([-1.0, 0, 0])),
    )
    deep = _way(bone, frame, middle, np.array([0, -1.0, 0]))
    wall = float(middle[1] - deep)
    body = local[(local[:, 1] < wall) & (np.abs(local[:, 0]) < BODY_HALF_WIDTH_MM)]
    found = plates_of(body, seg.grid.spacing_mm[2])
    if found is None:
        return None
    half_canal = (wide[0] + wide[1]) / 2.0, deep
    return MaskedVertebra(level, frame, bone, middle, half_canal, wall, *found)


def _axes(up: FloatArray, back: FloatArray) -> FloatArray:
    up = up / np.linalg.norm(up)
    back = back - (back @ up) * up
    back = back / np.linalg.norm(back)
    return np.stack([np.cross(back, up), back, up], axis=1)


def _way(bone: DistanceBlock, frame: Frame, local: FloatArray, direction: FloatArray) -> float:
    """How far from a point in the canal bone begins; the median over the arch's height."""
    starts = frame.world(local + np.array([[0.0, 0.0, z] for z in (0.0, 2.0, 4.0, 6.0)]))
    ways = [way_to_change(bone, start, frame.axes @ direction, REACH_MM, 0.5) for start in starts]
    met = [way for way in ways if way is not None]
    return float(np.median(met)) if met else CANAL_HALF_DEPTH_MM


def _middle_of_canal(bone: DistanceBlock, frame: Frame, canal: FloatArray) -> FloatArray:
    """A point half-way between the canal's walls, as far as they are met."""
    local = frame.local(canal)
    for axis in (0, 1):
        direction = np.zeros(3)
        direction[axis] = 1.0
        ahead, behind = (_way(bone, frame, local, sign * direction) for sign in (1.0, -1.0))
        local = local + (ahead - behind) / 2.0 * direction
    return frame.world(local)


def _distance(seg: Segmentation, number: int) -> DistanceBlock:
    """Signed distance to one label, in its box with a margin."""
    spot = seg.spots[number]
    wide = tuple(slice(max(0, edge.start - 4), edge.stop + 4) for edge in spot)
    mask = seg.numbers[wide] == number
    first = np.array([edge.start for edge in wide][::-1], dtype=np.float64)
    x, y, z = (float(part) for part in seg.grid.world_of(first))
    nk, nj, ni = mask.shape
    grid = VoxelGrid.aligned((x, y, z), seg.grid.spacing_mm, (nk, nj, ni))
    labels = LabelVolume(grid, np.where(mask, np.uint8(Tissue.BONE), np.uint8(Tissue.SOFT)))
    inner = seg.points_world_mm(number)
    low, high = inner.min(axis=0) - MARGIN_MM, inner.max(axis=0) + MARGIN_MM
    block = signed_distance_block(labels, {Tissue.BONE}, low, high, SPACING_MM)
    assert block is not None
    return block
