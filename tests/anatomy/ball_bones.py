"""Balls for bones: what the composer does to them is known exactly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.synthetic.bone import (
    FAR_MM,
    REACH_MM,
    Block,
    FloatBlock,
    Material,
    MaterialBlock,
)
from trainer.geometry.pinhole import FloatArray


@dataclass(frozen=True)
class Ball:
    """A ball of bone."""

    name: str
    centre_mm: tuple[float, float, float]
    radius_mm: float
    material: Material = Material.BODY_WALL

    @property
    def low_world_mm(self) -> FloatArray:
        return np.array(self.centre_mm) - self.radius_mm - REACH_MM

    @property
    def high_world_mm(self) -> FloatArray:
        return np.array(self.centre_mm) + self.radius_mm + REACH_MM

    def on_block(self, block: Block) -> tuple[FloatBlock, MaterialBlock]:
        nk, nj, ni = block.shape_kji
        x, y, z = block.origin_world_mm
        grid = np.stack(
            np.meshgrid(
                z + np.arange(nk) * block.spacing_mm,
                y + np.arange(nj) * block.spacing_mm,
                x + np.arange(ni) * block.spacing_mm,
                indexing="ij",
            ),
            axis=-1,
        )
        found = self.at(grid[..., ::-1].reshape(-1, 3)).reshape(block.shape_kji)
        return found.astype(np.float32), np.full(block.shape_kji, self.material, np.uint8)

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        away = np.linalg.norm(points_world_mm - np.array(self.centre_mm), axis=1) - self.radius_mm
        return np.asarray(np.where(away > REACH_MM, FAR_MM, away))
