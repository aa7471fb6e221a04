"""Metal and cement as a small volume of their own.

The beam knows water and bone, and a byte of the bone volume ends at solid cortex. So an implant is
written as the bone that attenuates as much at 60 keV, in a third volume whose counts weigh more
(`g_cm3_per_count`). Beam hardening behind it is bone's, which is right to some per cent of a shadow
that is nearly black anyway.
"""

from __future__ import annotations

import numpy as np

from trainer.anatomy.patient import Basis, BasisVolume
from trainer.anatomy.synthetic.blocks import block_over, grid_of, part_of, spot_of
from trainer.anatomy.synthetic.bone import FAR_MM, Block, Bone, FloatBlock, Material
from trainer.anatomy.synthetic.grids import FINE_MM

# Bone equivalents, g/cm3. Titanium alloy 4.43 g/cm3 and 0.77 cm2/g at 60 keV against bone's 0.315
# (NIST XCOM, [M]); acrylic cement with 30 % barium sulphate as about 2200 HU ([M]).
METAL_G_CM3, CEMENT_G_CM3 = 10.8, 2.4
G_CM3_PER_COUNT = METAL_G_CM3 / 255.0
MOST_VOXELS = 1_500_000  # a pacemaker with its lead is seen a little coarser than a screw
EDGE_VOXELS = 1.2


def implant_volume(implants: tuple[Bone, ...]) -> BasisVolume | None:
    """All implants in one volume; None without any."""
    if not implants:
        return None
    low = np.min([bone.low_world_mm for bone in implants], axis=0)
    high = np.max([bone.high_world_mm for bone in implants], axis=0)
    spacing = max(FINE_MM, float(np.cbrt(np.prod(high - low) / MOST_VOXELS)))
    block = block_over(low, high, spacing)
    density = np.zeros(block.shape_kji, np.float32)
    for bone in implants:
        _add(bone, block, density)
    counts = np.rint(density / G_CM3_PER_COUNT).astype(np.uint8)
    return BasisVolume(Basis.BONE, grid_of(block), counts, G_CM3_PER_COUNT)


def implant_distance(implants: tuple[Bone, ...], block: Block) -> FloatBlock | None:
    """Mm to the nearest implant on a block; None where none is near it."""
    nearest: FloatBlock | None = None
    for bone in implants:
        spot = spot_of(block, bone.low_world_mm, bone.high_world_mm)
        if spot is not None:
            if nearest is None:
                nearest = np.full(block.shape_kji, FAR_MM, np.float32)
            found, _ = bone.on_block(part_of(block, spot))
            nearest[spot] = np.minimum(nearest[spot], found)
    return nearest


def _add(bone: Bone, block: Block, density: FloatBlock) -> None:
    spot = spot_of(block, bone.low_world_mm, bone.high_world_mm)
    if spot is None:
        return
    distance, material = bone.on_block(part_of(block, spot))
    inside = np.clip(0.5 - distance / (EDGE_VOXELS * block.spacing_mm), 0.0, 1.0)
    heavy = np.where(material == Material.CEMENT, CEMENT_G_CM3, METAL_G_CM3)
    density[spot] = np.maximum(density[spot], (inside * heavy).astype(np.float32))
