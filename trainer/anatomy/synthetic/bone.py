"""What every bone of the synthetic thorax can do: say how far away its surface is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.pinhole import FloatArray

FloatBlock = NDArray[np.float32]
MaterialBlock = NDArray[np.uint8]
FAR_MM = 50.0  # "not near": where a bone does not bother to be exact
REACH_MM = 4.0  # how far round its surface a bone's distance is exact to first order


class Material(IntEnum):
    """Which cortex thickness and which core a bone's place has (anatomy.md 2, 3)."""

    BODY_WALL = 0
    END_PLATE = 1
    RIM = 2
    PEDICLE = 3  # its upper and lower wall
    LAMINA = 4
    PROCESS = 5  # articular, pillar
    SPINOUS = 6
    RIB = 7
    FLAT = 8  # sternum, scapula, clavicle
    CARTILAGE = 9  # costal: no shell, drawn at 110 HU
    METAL = 10
    CEMENT = 11
    PEDICLE_MEDIAL = 12  # toward the canal
    PEDICLE_LATERAL = 13
    TRANSVERSE = 14
    RIB_NECK = 15  # head to tubercle


@dataclass(frozen=True, slots=True)
class Block:
    """A box of voxel centres: first centre in world mm, one spacing, shape (nk, nj, ni)."""

    origin_world_mm: tuple[float, float, float]
    spacing_mm: float
    shape_kji: tuple[int, int, int]


class Bone(Protocol):
    """One bone. Boxes are in world mm and already hold `REACH_MM` round the surface.

    Distances: mm, negative inside, without the texture's roughness (the composer adds it).
    Different `name`s are different bones: the composer leaves cartilage between them. Bytes must
    not depend on the number of threads: every voxel is computed on its own.
    """

    @property
    def name(self) -> str:
        """E.g. "T7", "rib7.left", "sternum"."""
        ...

    @property
    def low_world_mm(self) -> FloatArray:
        """Lower corner of the box, shape (3,)."""
        ...

    @property
    def high_world_mm(self) -> FloatArray:
        """Upper corner of the box, shape (3,)."""
        ...

    def on_block(self, block: Block) -> tuple[FloatBlock, MaterialBlock]:
        """Distance and `Material` at a block's voxel centres, both of its shape."""
        ...

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        """Distance at points, shape (n, 3) to (n,); the same field as `on_block`."""
        ...
