"""Where the voxels stand: a coarse body, a fine spine, labels.

Path lengths add, so the spine's box holds a share of the density and the body the rest. The share
falls in straight ramps whose ends lie on voxel centres of both grids: there linear interpolation
between voxels is exact and no seam can show, not even on a ray along it. One box: three stacked
ones round a bent spine hold a tenth fewer voxels, but each costs a picture another pass (measured:
27-33 ms of processor time for a 512 px projection with one, 29-49 with three).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.synthetic.blocks import block_over
from trainer.anatomy.synthetic.bone import Block, FloatBlock
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.slices import over_slices
from trainer.geometry.pinhole import FloatArray

FINE_MM = 0.7  # 0.6-0.7 mm (anatomy.md 6)
COARSE_MM = 2.0 * FINE_MM  # whole multiples, so that ramps fit both; at most 1.5 mm
LABEL_MM = 1.0
# Wider than the 3 mm of anatomy.md 6: a projector rounds the ends of a ramp by a part of its slope
# (0.4 % of the path at 2.8 mm, 0.1 % here), and a rib softens where nobody sees it happen.
RAMP_MM = 6.0 * COARSE_MM
# Round the body centres, ramps included (design values after anatomy.md 6: bodies end 17 mm before,
# spinous tips 55 mm behind, processes 40 mm beside them); beyond the last centres a level.
HALF_WIDTH_MM, IN_FRONT_MM, BEHIND_MM, BEYOND_MM = 50.4, 28.0, 63.0, 25.2
TIP_MM = 4.0  # round a transverse process's tip
FIRST, LAST = "C7", "L1"  # what is seen fine
SPAN_BEYOND_MM = 30.0  # of a cropped patient, past the outer levels' centres


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """The spine's box: corners in world mm, on the coarse lattice; shape (3,)."""

    low_world_mm: FloatArray
    high_world_mm: FloatArray

    def block(self) -> Block:
        """Its fine voxels, the outermost on its faces."""
        return block_over(self.low_world_mm, self.high_world_mm, FINE_MM)

    def share_on(self, block: Block) -> FloatBlock:
        """The part 0..1 of the density that this box holds, on any block."""
        return self._shared(block, rest=False)

    def rest_on(self, block: Block) -> FloatBlock:
        """The part 0..1 that it leaves to others."""
        return self._shared(block, rest=True)

    def _shared(self, block: Block, rest: bool) -> FloatBlock:
        from trainer.anatomy.synthetic.composer_kernels import ramps

        lines = []
        for axis in range(3):
            line = _line(block, axis)
            low, high = self.low_world_mm[axis], self.high_world_mm[axis]
            inward = np.minimum(line - low, high - line) / RAMP_MM
            lines.append(np.clip(inward, 0.0, 1.0).astype(np.float32))
        out = np.empty(block.shape_kji, np.float32)
        over_slices(len(out), lambda begin, end: ramps(begin, end, *lines, rest, out))
        return out


@dataclass(frozen=True, slots=True, eq=False)
class Grids:
    """All grids of one patient."""

    body: Block
    spine: Box
    labels: Block

    def body_share(self) -> FloatBlock:
        """What the spine's box leaves to the body, 0..1."""
        return self.spine.rest_on(self.body)


def grids_of(
    plan: Plan,
    skin_box: tuple[FloatArray, FloatArray],
    span: tuple[str, str] | None = None,
) -> Grids:
    """Grids round a person. span : first and last level of a patient cropped in z."""
    low, high = (np.array(corner, dtype=np.float64) for corner in skin_box)
    if span is not None:
        above, below = (plan.vertebrae[level].frame.centre_world_mm[2] for level in span)
        low[2] = max(low[2], below - SPAN_BEYOND_MM)
        high[2] = min(high[2], above + SPAN_BEYOND_MM)
    spine = _spine(plan, low[2], high[2])
    return Grids(block_over(low, high, COARSE_MM), spine, block_over(low, high, LABEL_MM))


def _spine(plan: Plan, low_z_mm: float, high_z_mm: float) -> Box:
    names = list(plan.vertebrae)
    wanted = names[names.index(FIRST) : names.index(LAST) + 1]
    centres = np.array([plan.vertebrae[name].frame.centre_world_mm for name in wanted])
    tips = _process_tips(plan, wanted)
    low = np.minimum(
        np.subtract(centres.min(axis=0), (HALF_WIDTH_MM, IN_FRONT_MM, BEYOND_MM)),
        tips.min(axis=0) - (TIP_MM + RAMP_MM),
    )
    high = np.maximum(
        np.add(centres.max(axis=0), (HALF_WIDTH_MM, BEHIND_MM, BEYOND_MM)),
        tips.max(axis=0) + (TIP_MM + RAMP_MM),
    )
    low[2], high[2] = max(low[2], low_z_mm + COARSE_MM), min(high[2], high_z_mm - COARSE_MM)
    return Box(
        np.floor(low / COARSE_MM + 1e-9) * COARSE_MM, np.ceil(high / COARSE_MM - 1e-9) * COARSE_MM
    )


def _process_tips(plan: Plan, levels: list[str]) -> FloatArray:
    """Tips of all transverse processes, shape (n, 3): a bent spine carries them far aside."""
    return np.array(
        [
            plan.vertebrae[level].frame.world(process.club_high)
            for level in levels
            for process in plan.vertebrae[level].processes.values()
        ]
    )


def _line(block: Block, axis: int) -> FloatArray:
    count = block.shape_kji[2 - axis]
    return np.asarray(block.origin_world_mm[axis] + np.arange(count) * block.spacing_mm)
