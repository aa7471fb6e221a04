"""Everything in the patient that is not bone: HU, tissues, the skin's box.

Coarse fields (distances of skin, muscle and lungs, HU of what lies inside) are planned once per
person in the trunk's axes; any block of voxels reads them, adds texture in millimetres and draws
vessels, airways and the spine's own spaces at its own resolution.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import Tissue
from trainer.anatomy.synthetic.bone import Block, FloatBlock
from trainer.anatomy.synthetic.envelope import Envelope
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.slices import over_slices
from trainer.anatomy.synthetic.soft_fields import Fields, fields_of
from trainer.anatomy.synthetic.soft_noise import Wander
from trainer.anatomy.synthetic.soft_spine import cords_of, draw_spaces, label_spaces
from trainer.anatomy.synthetic.soft_trunk import Trunk, trunk_of
from trainer.anatomy.synthetic.soft_tubes import aorta_of, rods_of, tubes_of
from trainer.anatomy.synthetic.soft_vessels import lung_vessels, sorted_by_height
from trainer.anatomy.synthetic.spaces import Spaces, spaces_of
from trainer.geometry.pinhole import FloatArray

VESSEL_HU = 40.0
# Real lungs: median -879 HU, supine -907 in front, -864 behind (anatomy.md 4 [R]); prone reverses.
LUNG_HU, LUNG_SLOPE_HU_PER_MM = -879.0, -0.27
STREAK_FROM, STREAK_PER_YEAR = 2.15, 0.014  # spreads above which muscle is fat, by age [X]


@dataclass(frozen=True, slots=True, eq=False)
class SoftTissue:
    """One person's soft tissue.

    fields : coarse, in trunk axes. rails : spine and chest per mm of z. rods : airways and vessels
    of the mediastinum, world, chain after chain (`firsts`); vessels : of the lungs, world.
    """

    trunk: Trunk
    spaces: Spaces
    fields: Fields
    wander: Wander
    rails: NDArray[np.float32]
    rods: NDArray[np.float32]
    firsts: NDArray[np.intp]
    vessels: NDArray[np.float32]
    numbers: NDArray[np.float32]

    @classmethod
    def of(cls, plan: Plan, envelope: Envelope, spaces: Spaces | None = None) -> SoftTissue:
        """Plan a person's soft tissue round spine and chest; spaces : None makes the plan's."""
        trunk = trunk_of(plan, envelope)
        wander = Wander.of(trunk)
        aorta = aorta_of(trunk)
        fields = fields_of(plan, trunk, envelope, aorta, wander)
        tubes = tubes_of(trunk, aorta)
        vessels = lung_vessels(trunk, fields.values, fields.corner, fields.pitch_mm)
        chains = [_to_world(one.rods, trunk) for one in tubes]
        chains += [rods_of(*cord) for cord in cords_of(plan)]
        counts = [len(chain) for chain in chains]
        return cls(
            trunk=trunk,
            spaces=spaces or spaces_of(plan),
            fields=fields,
            wander=wander,
            rails=_rails(trunk),
            rods=np.concatenate(chains),
            firsts=np.concatenate([[0], np.cumsum(counts)]).astype(np.intp),
            vessels=_to_world(vessels, trunk),
            numbers=_numbers(trunk),
        )

    def hu_on(self, block: Block) -> FloatBlock:
        """HU at a block's voxel centres, bone left out; float32 of its shape."""
        from trainer.anatomy.synthetic.soft_kernels import draw_rods, draw_vessels, fill

        kinds = self._kinds(step_mm=float(block.spacing_mm))
        hu = np.empty(block.shape_kji, np.float32)
        lungs = np.empty(block.shape_kji, np.uint8)
        origin, step = np.array(block.origin_world_mm), float(block.spacing_mm)
        fields, trunk = self.fields, self.trunk
        axes, pitch = trunk.axes.astype(np.float32), np.float32(fields.pitch_mm)
        over_slices(
            len(hu),
            lambda begin, end: fill(
                begin, end, hu, lungs, origin, step, axes, fields.values, kinds, fields.corner,
                pitch, self.rails, np.float32(trunk.z[0]), self.wander.block, self.numbers,
            ),
        )  # fmt: skip
        draw_spaces(hu, block, self.spaces)
        over_slices(
            len(hu),
            lambda begin, end: draw_rods(begin, end, hu, origin, step, self.rods, self.firsts),
        )
        starts, order, deep = sorted_by_height(self.vessels)
        over_slices(
            len(hu),
            lambda begin, end: draw_vessels(
                begin, end, hu, lungs, origin, step, self.vessels, starts, order, deep,
                np.float32(VESSEL_HU),
            ),
        )  # fmt: skip
        return hu

    def tissues_on(self, block: Block) -> NDArray[np.uint8]:
        """`Tissue` at a block's voxel centres: air, soft, lung, canal, foramen; no bone."""
        from trainer.anatomy.synthetic.soft_kernels import label

        tissues = np.empty(block.shape_kji, np.uint8)
        fields, kinds = self.fields, self._kinds(step_mm=0.0)
        origin, axes = np.array(block.origin_world_mm), self.trunk.axes.astype(np.float32)
        names = tuple(np.uint8(one) for one in (Tissue.AIR, Tissue.SOFT, Tissue.LUNG))
        over_slices(
            len(tissues),
            lambda begin, end: label(
                begin, end, tissues, origin, float(block.spacing_mm), axes, fields.values, kinds,
                fields.corner, np.float32(fields.pitch_mm), *names,
            ),
        )  # fmt: skip
        label_spaces(tissues, block, self.spaces)
        return tissues

    def skin_box_world_mm(self) -> tuple[FloatArray, FloatArray]:
        """Corners of the box to draw: the skin from L3 to C5, arms cut off."""
        return self.fields.skin_box(self.trunk)

    def lung_mm(self, points_world_mm: FloatArray) -> FloatArray:
        """Distance to the lungs (pleura) at points, shape (n, 3) to (n,), negative inside."""
        return self._read(points_world_mm, 2)

    def skin_mm(self, points_world_mm: FloatArray) -> FloatArray:
        """Distance to the skin at points, shape (n, 3) to (n,), negative in the patient."""
        return self._read(points_world_mm, 0)

    def _kinds(self, step_mm: float) -> NDArray[np.uint8]:
        """What is known of each cell of the fields without reading between its corners."""
        from trainer.anatomy.synthetic.soft_kernels import know

        values = self.fields.values
        kinds = np.zeros(tuple(n - 1 for n in values.shape[:3]), np.uint8)
        edge = np.float32(2.0 * step_mm)
        over_slices(len(kinds), lambda begin, end: know(begin, end, values, edge, kinds))
        return kinds

    def _read(self, points_world_mm: FloatArray, column: int) -> FloatArray:
        from trainer.anatomy.synthetic.soft_kernels import read_points

        points = np.asarray(points_world_mm, float) @ self.trunk.axes
        out = np.empty(len(points), np.float32)
        fields = self.fields
        read_points(
            fields.values, fields.corner, np.float32(fields.pitch_mm),
            np.ascontiguousarray(points, np.float32), column, out,
        )  # fmt: skip
        return out.astype(np.float64)


def _rails(trunk: Trunk) -> NDArray[np.float32]:
    columns = (trunk.spine_x, trunk.spine_y, trunk.chest_front, trunk.chest_back)
    return np.stack(columns, axis=1).astype(np.float32)


def _to_world(rods: NDArray[np.float32], trunk: Trunk) -> NDArray[np.float32]:
    moved = rods.copy()
    moved[:, :3] = rods[:, :3] @ trunk.axes.T
    moved[:, 3:6] = rods[:, 3:6] @ trunk.axes.T
    return np.ascontiguousarray(moved, np.float32)


def _numbers(trunk: Trunk) -> NDArray[np.float32]:
    """What the kernels know of the person, in the order they name."""
    streaks = STREAK_FROM - STREAK_PER_YEAR * (trunk.person.age_years - 25.0)
    upper = trunk.level_z["T7"] + 10.0
    numbers = [0.0, streaks, LUNG_HU, LUNG_SLOPE_HU_PER_MM, upper]
    return np.array(numbers, np.float32)
