"""One vertebra alone: what the beam loses to its bone (anatomy.md 1.1).

The vertebra's surroundings are drawn with and without it by the generator's own composer, so joints
and neighbours stay as they are; behind both lies the same water, and the ratio of the intensities
is the contrast of that vertebra.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from benchmarks.looks import Picture
from trainer.anatomy.hounsfield import BONE_G_CM3_PER_COUNT, WATER_G_CM3_PER_COUNT
from trainer.anatomy.patient import Basis, BasisVolume
from trainer.anatomy.synthetic.blocks import block_over, grid_of
from trainer.anatomy.synthetic.bone import Block
from trainer.anatomy.synthetic.composer import Skeleton, draw
from trainer.anatomy.synthetic.parts import Parts, parts_of
from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.thorax import EDGE_VOXELS
from trainer.geometry.carm import CArmPose
from trainer.geometry.pinhole import FloatArray
from trainer.imaging.exposure import anatomy_paths_of
from trainer.imaging.projected import ProjectedPaths
from trainer.imaging.slice_projector import SliceProjector

SPACING_MM = 0.7
SOFT_HU = 50.0  # what stands in for the bone, anatomy.md 1.1
BEHIND_G_CM2 = (
    18.0  # water of the rest of the trunk: AP and lateral transmit alike (anatomy.md 1.2)
)
KVP = {0.0: 70.0, 90.0: 80.0}  # by oblique angle, anatomy.md 1
LOW_MM, HIGH_MM = np.array([-52.0, -30.0, -52.0]), np.array([52.0, 66.0, 34.0])


@dataclass(frozen=True, slots=True, eq=False)
class Isolated:
    """Maps of one vertebra. ratio : with its bone over without; bone_g_cm2 : its bone alone."""

    ratio: Picture
    bone_g_cm2: Picture
    pixel_mm: float


@dataclass(frozen=True, slots=True, eq=False)
class Bench:
    """Voxels round one vertebra, with and without it."""

    level: str
    parts: Parts
    volumes: tuple[tuple[BasisVolume, ...], tuple[BasisVolume, ...]]

    def pose(self, oblique_deg: float, tilt_off_deg: float = 0.0, matrix_px: int = 768) -> CArmPose:
        """The level square on, or so many degrees off; the isocentre in the body's centre."""
        frame = self.parts.plan.vertebrae[self.level].frame
        up = frame.axes[:, 2]
        tilt = 0.0 if oblique_deg else float(np.degrees(np.arctan2(-up[1], up[2])))
        centre = frame.centre_world_mm
        return CArmPose(
            oblique_deg,
            tilt + tilt_off_deg,
            (float(centre[0]), float(centre[1]), float(centre[2])),
            field_mm=220.0,
            matrix_px=matrix_px,
        )

    def seen(self, pose: CArmPose) -> Isolated:
        """The vertebra alone from a pose."""
        projector = SliceProjector()
        with_bone, without = (self._log(volumes, pose, projector) for volumes in self.volumes)
        pitch = float(np.linalg.norm(pose.view.column_step_mm)) * pose.sod_mm / pose.sid_mm
        ratio = np.exp(with_bone[0] - without[0])
        bone = np.maximum(with_bone[1] - without[1], 0.0)
        return Isolated(np.asarray(ratio, np.float32), np.asarray(bone, np.float32), pitch)

    def seen_without(self, pose: CArmPose, name: str) -> Picture:
        """Intensity with any bone of these voxels over that without it."""
        skeleton = _person(self.parts.plan.person)[1]
        block = self.volumes[0][0].grid
        x, y, z = (float(value) for value in block.world_from_index[:3, 3])
        here = Block((x, y, z), SPACING_MM, block.shape_kji)
        without = _drawn(skeleton.without(name), here)
        projector = SliceProjector()
        logs = (self._log(volumes, pose, projector)[0] for volumes in (self.volumes[0], without))
        with_bone, bare = logs
        return np.asarray(np.exp(with_bone - bare), np.float32)

    def _log(
        self, volumes: tuple[BasisVolume, ...], pose: CArmPose, projector: SliceProjector
    ) -> tuple[Picture, Picture]:
        found = projector.path_lengths(volumes, pose.view)
        water = found[Basis.WATER] + np.float32(BEHIND_G_CM2)
        paths = ProjectedPaths(pose.view, water, found[Basis.BONE])
        seen = anatomy_paths_of(paths, KVP.get(pose.oblique_deg, 70.0))
        return np.asarray(seen.log_signal, np.float32), found[Basis.BONE]

    def pixel(self, pose: CArmPose, local_mm: FloatArray) -> tuple[float, float]:
        """Column and row of a point of the vertebra's frame."""
        world = self.parts.plan.vertebrae[self.level].frame.world(np.asarray(local_mm, float))
        column, row = pose.view.project(world[None])[0]
        return float(column), float(row)


def bench_of(person: Person, level: str) -> Bench:
    """Draw a vertebra's surroundings twice."""
    parts, skeleton = _person(person)
    frame = parts.plan.vertebrae[level].frame
    corners = np.array(
        [frame.world(np.where(np.array(pick), HIGH_MM, LOW_MM)) for pick in np.ndindex(2, 2, 2)]
    )
    block = block_over(corners.min(axis=0), corners.max(axis=0), SPACING_MM)
    volumes = tuple(_drawn(one, block) for one in (skeleton, skeleton.without(level)))
    return Bench(level, parts, (volumes[0], volumes[1]))


@lru_cache(maxsize=1)  # planned once for all of a person's vertebrae
def _person(person: Person) -> tuple[Parts, Skeleton]:
    parts = parts_of(person)
    return parts, Skeleton.of(person, parts.bones, parts.implants)


def _drawn(skeleton: Skeleton, block: Block) -> tuple[BasisVolume, ...]:
    soft = np.full(block.shape_kji, SOFT_HU, np.float32)
    share = np.ones(block.shape_kji, np.float32)
    made = draw(skeleton, skeleton.on_block(block), soft, share, EDGE_VOXELS)
    grid = grid_of(block)
    return (
        BasisVolume(Basis.WATER, grid, made.water, WATER_G_CM3_PER_COUNT),
        BasisVolume(Basis.BONE, grid, made.bone, BONE_G_CM3_PER_COUNT),
    )
