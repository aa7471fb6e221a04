"""Discs, canal and foramina on a block: what lies between the bones and is not muscle.

Disc: annulus 70, centre 50 HU; foramina are full of fat (-75 HU), the canal about 22 HU (anatomy.md
2, 4 [E]). Cord 9.1 x 7.0 mm at T1 to 7.3 x 6.3 at T9 (clinical.md 1.6 [S]).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.levels import Side
from trainer.anatomy.patient import Tissue
from trainer.anatomy.synthetic.blocks import Spot, part_of, spot_of
from trainer.anatomy.synthetic.bone import Block, FloatBlock
from trainer.anatomy.synthetic.plan import Plan, VertebraPlan
from trainer.anatomy.synthetic.soft_solids import Field, covered
from trainer.anatomy.synthetic.spaces import Space, Spaces
from trainer.geometry.pinhole import FloatArray

ANNULUS_HU, NUCLEUS_HU, FORAMEN_HU = 70.0, 50.0, -75.0
EPIDURAL_HU, FLUID_HU, CORD_HU, ROOT_HU = -55.0, 14.0, 38.0, 34.0
EPIDURAL_MM = 1.6  # [X] fat between the canal's wall and the sac
CORD_MM = {"C5": 5.2, "T1": 4.0, "T5": 3.5, "T9": 3.4, "T12": 4.0, "L1": 1.6, "L3": 1.0}
ROOT_MM = 2.0  # [X]
EDGE = 1.6  # voxels an edge is spread over


def draw_spaces(hu: FloatBlock, block: Block, spaces: Spaces) -> None:
    """Draw discs, foramina and the canal over muscle; bone is drawn over them later."""
    edge = EDGE * block.spacing_mm
    for disc in spaces.discs.values():
        _paint(hu, block, disc.whole, ANNULUS_HU, edge)
        _paint(hu, block, disc.nucleus, NUCLEUS_HU, edge)
    for foramen in spaces.foramina.values():
        _paint(hu, block, foramen, FORAMEN_HU, edge)
    for spot, part in _slabs(block, spaces.canal):
        distance = spaces.canal.on_block(part)
        _blend(hu[spot], covered(distance, edge), EPIDURAL_HU)
        _blend(hu[spot], covered(distance + np.float32(EPIDURAL_MM), edge), FLUID_HU)


def label_spaces(tissues: NDArray[np.uint8], block: Block, spaces: Spaces) -> None:
    """Mark foramina, then the canal, which wins."""
    for foramen in spaces.foramina.values():
        for spot, part in _slabs(block, foramen):
            tissues[spot][foramen.on_block(part) < 0.0] = Tissue.FORAMEN
    for spot, part in _slabs(block, spaces.canal):
        tissues[spot][spaces.canal.on_block(part) < 0.0] = Tissue.CANAL


def _paint(hu: FloatBlock, block: Block, space: Space, value: float, edge: float) -> None:
    for spot, part in _slabs(block, space):
        _blend(hu[spot], covered(space.on_block(part), edge), value)


def _blend(hu: Field, part: Field, value: float) -> None:
    hu += part * (np.float32(value) - hu)


def _slabs(block: Block, space: Space, height_mm: float = 30.0) -> list[tuple[Spot, Block]]:
    """The part of a block inside a space's box, in pieces not much larger than the space."""
    spot = spot_of(block, space.low_world_mm, space.high_world_mm)
    if spot is None:
        return []
    k, j, i = spot
    step = max(int(height_mm / block.spacing_mm), 1)
    found = []
    for start in range(k.start, k.stop, step):
        piece = (slice(start, min(start + step, k.stop)), j, i)
        found.append((piece, part_of(block, piece)))
    return found


def cords_of(plan: Plan) -> list[tuple[FloatArray, FloatArray, float]]:
    """Cord and nerve roots as chains: points in the world (n, 3), radii (n,), HU."""
    levels = list(plan.vertebrae)
    centres = np.array([_canal_centre(one) for one in plan.vertebrae.values()])
    known = [levels.index(level) for level in CORD_MM]
    radii = np.interp(np.arange(len(levels)), known, list(CORD_MM.values())) * plan.scale
    roots = [_root(one, side) for one in plan.vertebrae.values() for side in Side]
    return [(centres, radii, CORD_HU), *roots]


def _canal_centre(vertebra: VertebraPlan) -> FloatArray:
    size = vertebra.size
    y = sum(size.plate_depths) / 4.0 - 1.0 + size.canal[1] / 2.0
    return vertebra.frame.world(np.array([0.0, y - 0.8, 0.0]))


def _root(vertebra: VertebraPlan, side: Side) -> tuple[FloatArray, FloatArray, float]:
    """Out of the sac, under the pedicle, forward past it; its ganglion is the thick part."""
    size, sign = vertebra.size, 1.0 if side is Side.LEFT else -1.0
    wall = sum(size.plate_depths) / 4.0
    under = size.body_height / 2.0 - size.pedicle[1] - 0.6 - ROOT_MM - 1.6
    out = size.canal[0] / 2.0 + size.pedicle[0] / 2.0
    local = np.array([
        [sign * size.canal[0] * 0.25, wall + 0.5 * size.canal[1], under + 6.0],
        [sign * (out - 2.0), wall + 4.0, under],
        [sign * (out + 4.0), wall + 2.0, under - 2.0],
        [sign * (out + 16.0), wall + 4.0, under - 5.0],
    ])  # fmt: skip
    radii = np.array([0.8, 1.25, 1.1, 0.8]) * ROOT_MM
    return vertebra.frame.world(local), radii, ROOT_HU
