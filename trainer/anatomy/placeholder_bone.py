"""All bone of the placeholder thorax as one signed distance, on a grid or at points."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from trainer.anatomy.placeholder_solids import (
    FAR_MM,
    REACH_MM,
    Coordinates,
    Field,
    Frame,
    Solid,
    box_of,
    smooth_union,
    where_below,
    world_box,
)
from trainer.anatomy.placeholder_spine import SIZES, body, canal_mm, frames, posterior
from trainer.anatomy.placeholder_torso import Torso, rib
from trainer.geometry.pinhole import FloatArray

JOINT_MM = 1.6  # cartilage left between two bones (anatomy.md 2: 1.5-2 mm)
ROUGHNESS_MM = 0.25  # surface displacement (anatomy.md 2: 0.17-0.37 mm RMS)
TEXTURE_STEP_MM = 1.5
Materials = NDArray[np.uint8]


Box = tuple[FloatArray, FloatArray]  # low and high corner, world mm


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """One bone: solids joined smoothly in one frame, then the canal carved where a level is named.

    boxes : each solid's world box; box : all of them together.
    """

    frame: Frame
    solids: tuple[Solid, ...]
    boxes: tuple[Box, ...]
    box: Box
    canal_of: str | None = None

    def on_grid(self, axes: Coordinates) -> tuple[Field, Materials]:
        """Distance and material on a grid's open axes."""
        shape = np.broadcast_shapes(*(line.shape for line in axes))
        distance = np.full(shape, FAR_MM, dtype=np.float32)
        material = np.zeros(shape, dtype=np.uint8)
        for solid, box in zip(self.solids, self.boxes, strict=True):
            spot, near = box_of(axes, *box)
            old, new = distance[spot], solid.distance(self.frame.local(near))
            material[spot] = np.where(new < old, np.uint8(solid.material), material[spot])
            distance[spot] = smooth_union(old, new, solid.blend_mm)
        return self._carved(axes, distance), material

    def at(self, world: Coordinates) -> Field:
        """Distance at points; coordinates of shape (n,)."""
        distance = np.full(world[0].shape, FAR_MM, dtype=np.float32)
        local = self.frame.local(world)
        around = (np.min(world, axis=1), np.max(world, axis=1))
        for solid, box in zip(self.solids, self.boxes, strict=True):
            if _touch(box, around):
                distance = smooth_union(distance, solid.distance(local), solid.blend_mm)
        return self._carved(world, distance)

    def _carved(self, axes: Coordinates, distance: Field) -> Field:
        if self.canal_of is None:
            return distance
        size, local = SIZES[self.canal_of], self.frame.local(axes)
        hollow = np.where(local[1] > size.wall_y - 2.0, -canal_mm(local, size), -FAR_MM)
        return np.maximum(distance, hollow.astype(np.float32))


def _piece(frame: Frame, solids: tuple[Solid, ...], canal_of: str | None = None) -> Piece:
    boxes = tuple(world_box(frame, solid) for solid in solids)
    lows, highs = zip(*boxes, strict=True)
    return Piece(frame, solids, boxes, (np.min(lows, axis=0), np.max(highs, axis=0)), canal_of)


def _touch(a: Box, b: Box) -> bool:
    return all(a[0][n] <= b[1][n] and b[0][n] <= a[1][n] for n in range(3))


@dataclass(frozen=True, slots=True, eq=False)
class Skeleton:
    """Vertebrae and ribs with a periodic texture that roughens their surface."""

    frames: dict[str, Frame]
    torso: Torso
    pieces: tuple[Piece, ...]
    texture: Field

    def on_grid(self, axes: Coordinates) -> tuple[Field, Materials]:
        """Distance (50 = far) and material of a whole grid."""
        shape = np.broadcast_shapes(*(line.shape for line in axes))
        distance = np.full(shape, FAR_MM, dtype=np.float32)
        material = np.zeros(shape, dtype=np.uint8)
        for piece in self.pieces:
            spot, near = box_of(axes, *piece.box)
            if all(part.stop > part.start for part in spot):
                new, kind = piece.on_grid(near)
                close = where_below(new, REACH_MM)
                old, new = distance[spot][close], new[close]
                material[spot][close] = np.where(new < old, kind[close], material[spot][close])
                distance[spot][close] = _beside(old, new)
        rough = where_below(distance, 3.0)
        world = np.stack([axes[n].ravel()[rough[2 - n]] for n in range(3)])
        distance[rough] += ROUGHNESS_MM * self.texture_at(world)
        return distance, material

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        """Distance at points; shape (n, 3) to (n,)."""
        world = np.asarray(points_world_mm, dtype=np.float32).T
        axes = (world[0], world[1], world[2])
        distance = np.full(world.shape[1], FAR_MM, dtype=np.float32)
        around = (np.min(world, axis=1), np.max(world, axis=1))
        for piece in self.pieces:
            if _touch(piece.box, around):
                distance = _beside(distance, piece.at(axes))
        return (distance + ROUGHNESS_MM * self.texture_at(world)).astype(np.float64)

    def outward(self, points_world_mm: FloatArray) -> FloatArray:
        """Unit gradient of the distance at points; shape (n, 3)."""
        points = np.asarray(points_world_mm)
        steps = np.concatenate([np.eye(3), -np.eye(3)]) * 0.4
        values = self.at((points[:, None, :] + steps).reshape(-1, 3)).reshape(-1, 6)
        slope = values[:, :3] - values[:, 3:]
        lengths = np.linalg.norm(slope, axis=1, keepdims=True)
        return np.asarray(slope / np.maximum(lengths, 1e-9))

    def onto_surface(self, points_world_mm: FloatArray, above_mm: float = 0.0) -> FloatArray:
        """Points moved along the gradient until they lie `above_mm` over the bone; shape (n, 3)."""
        points = np.array(points_world_mm, dtype=np.float64)
        for _ in range(8):
            points -= (self.at(points) - above_mm)[:, None] * self.outward(points)
        return points

    def texture_at(self, world: Field) -> Field:
        """Periodic noise of unit spread; shape (3, n) to (n,)."""
        index = world[::-1] / np.float32(TEXTURE_STEP_MM)
        return np.asarray(
            ndimage.map_coordinates(self.texture, index, order=1, mode="grid-wrap"), np.float32
        )


def _beside(a: Field, b: Field) -> Field:
    """Two bones side by side with `JOINT_MM` of cartilage between them."""
    both = np.minimum(a, b)
    gap = (JOINT_MM - np.abs(a - b)) / 2.0
    return np.asarray(np.where(np.maximum(a, b) < 3.0, np.maximum(both, gap), both), np.float32)


def skeleton(rng: np.random.Generator) -> Skeleton:
    """The spine T4-T10 with its ribs."""
    placed = frames(rng)
    torso = Torso(np.array([frame.centre for frame in placed.values()]))
    pieces = [
        _piece(
            frame,
            (body(SIZES[level]), *posterior(SIZES[level], float(rng.normal(0.0, 1.5)))),
            level,
        )
        for level, frame in placed.items()
    ]
    still = Frame(np.zeros(3), np.eye(3))
    for level, frame in placed.items():
        for side in (1, -1):
            drop = float(1.0 + rng.normal(0.0, 0.04))
            pieces.append(_piece(still, tuple(rib(level, frame, side, torso, drop))))
    return Skeleton(placed, torso, tuple(pieces), _texture(rng))


def _texture(rng: np.random.Generator) -> Field:
    """Noise of several widths in a 72 mm periodic cube, mean 0, spread 1."""
    white = rng.standard_normal((48, 48, 48)).astype(np.float32)
    total = np.zeros_like(white)
    for sigma in (1.0, 2.5, 6.0):
        smooth = ndimage.gaussian_filter(white, sigma, mode="wrap")
        total += smooth / smooth.std()
    return np.asarray(total / total.std(), dtype=np.float32)
