"""Wandering of soft tissue: the person's periodic block read in millimetres on coarse fields."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.synthetic.slices import over_slices
from trainer.anatomy.synthetic.soft_solids import Field, Places
from trainer.anatomy.synthetic.soft_trunk import Trunk
from trainer.anatomy.synthetic.texture import NoiseBlock, noise_block

SHORTEST, LONGEST = 4.0, 27.0  # cells of the block's waves (texture.py)


@dataclass(frozen=True, slots=True, eq=False)
class Wander:
    """Smooth noise of mean 0 and spread 1; every name reads another part of the block."""

    trunk: Trunk
    block: NoiseBlock

    @classmethod
    def of(cls, trunk: Trunk) -> Wander:
        """The person's own."""
        return cls(trunk, noise_block(trunk.chance("noise")))

    def on(self, places: Places, name: str, shortest_mm: float, flat_z: float = 1.0) -> Field:
        """Noise whose waves are `shortest_mm` and up to seven times as long; a whole field.

        flat_z : below 1 stretches it along z.
        """
        from trainer.anatomy.synthetic.soft_kernels import noise_on

        start = self.trunk.chance("wander", name).uniform(0.0, 128.0, 3).astype(np.float32)
        per_mm = np.float32(SHORTEST / shortest_mm)
        lines = (places.x.ravel(), places.y.ravel(), places.z.ravel() * np.float32(flat_z))
        x, y, z = (np.ascontiguousarray(line * per_mm, np.float32) for line in lines)
        out = np.empty(places.shape, np.float32)
        over_slices(
            len(out), lambda begin, end: noise_on(begin, end, self.block, x, y, z, start, out)
        )
        return out
