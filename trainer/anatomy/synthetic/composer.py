"""All bones of one person as one: on a block of voxels and at points, the same field.

Each bone brings its distance; here it gets its roughness and texture, and where two bones meet, a
joint of cartilage is carved along the surface midway between them, so that no bone ever draws over
another (anatomy.md 2, 5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.synthetic.blocks import Spot, part_of, spot_of
from trainer.anatomy.synthetic.bone import FAR_MM, Block, Bone, FloatBlock, MaterialBlock
from trainer.anatomy.synthetic.chance import generator
from trainer.anatomy.synthetic.implants import implant_distance
from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.shell import (
    FLECK_AGE_YEARS,
    JOINT_MM,
    core_hu,
    roughness_mm,
    shell_rows,
    wall_share,
)
from trainer.anatomy.synthetic.slices import ahead, over_slices
from trainer.anatomy.synthetic.texture import CELLS, NoiseBlock, noise_block
from trainer.geometry.pinhole import FloatArray

Report = Callable[[float], None]


@dataclass(frozen=True, slots=True, eq=False)
class Composed:
    """Bones on a block: all arrays of its shape.

    nearest, second : mm to the nearest and to the next other bone, before the joint is carved.
    material, owner : of the nearest. implant : mm to metal or cement, None where none is near.
    """

    block: Block
    nearest: FloatBlock
    second: FloatBlock
    material: MaterialBlock
    owner: NDArray[np.uint8]
    implant: FloatBlock | None

    def distance(self) -> FloatBlock:
        """Mm to the drawn surface of bone, negative inside; implants left out."""
        from trainer.anatomy.synthetic.composer_kernels import carve_all

        out = np.empty_like(self.nearest)
        joint = np.float32(JOINT_MM)
        over_slices(
            len(out),
            lambda begin, end: carve_all(begin, end, self.nearest, self.second, joint, out),
        )
        return out


@dataclass(frozen=True, slots=True, eq=False)
class Skeleton:
    """All bones, their texture and what they are made of.

    boxes (bones + implants, 2, 3) : low and high corners, world mm; owners : number of each bone's
    name; offsets (names, 3) : where it reads the noise, mm;
    rough (names,) : RMS displacement, mm; cores (names,) : HU of its marrow; walls (names,) : its
    cortex against the table's.
    """

    person: Person
    bones: tuple[Bone, ...]
    implants: tuple[Bone, ...]
    boxes: FloatArray
    noise: NoiseBlock
    owners: tuple[int, ...]
    offsets: NDArray[np.float32]
    rough: NDArray[np.float32]
    cores: NDArray[np.float32]
    walls: NDArray[np.float32]

    @classmethod
    def of(
        cls, person: Person, bones: tuple[Bone, ...], implants: tuple[Bone, ...] = ()
    ) -> Skeleton:
        """Give every bone its own texture; the same person and bones, the same texture."""
        rng = generator(person.seed, "texture")
        names = list(dict.fromkeys(bone.name for bone in bones))
        if len(names) > 255:
            raise ValueError(f"{len(names)} bones are more than a byte can number")
        noise = noise_block(rng)
        return cls(
            person,
            bones,
            implants,
            _boxes((*bones, *implants)),
            noise,
            tuple(names.index(bone.name) for bone in bones),
            rng.uniform(0.0, CELLS, (len(names), 3)).astype(np.float32),
            np.array([roughness_mm(name) for name in names], dtype=np.float32),
            np.array([core_hu(name, person) for name in names], dtype=np.float32),
            np.array([wall_share(name) for name in names], dtype=np.float32),
        )

    def without(self, *names: str) -> Skeleton:
        """The same person lacking some bones, every other voxel of bone as it was."""
        kept = [n for n, bone in enumerate(self.bones) if bone.name not in names]
        bones = tuple(self.bones[n] for n in kept)
        boxes = _boxes((*bones, *self.implants))
        return replace(self, bones=bones, boxes=boxes, owners=tuple(self.owners[n] for n in kept))

    def on_block(
        self,
        block: Block,
        wanted: Callable[[Spot], bool] = lambda _spot: True,
        report: Report = lambda _done: None,
    ) -> Composed:
        """Every bone on a block. wanted : False for parts nobody will look at."""
        whole = _empty(block)
        spots = [(n, spot_of(block, *self.boxes[n])) for n in range(len(self.bones))]
        near = [(n, spot) for n, spot in spots if spot is not None and wanted(spot)]
        made = ahead(lambda one: self.bones[one[0]].on_block(part_of(block, one[1])), near)
        for done, ((n, spot), (distance, material)) in enumerate(zip(near, made, strict=True)):
            report(done / len(near))
            self._merge(whole, n, spot, distance, material)
        return replace(whole, implant=implant_distance(self.implants, block))

    def _merge(
        self, whole: Composed, n: int, spot: Spot, distance: FloatBlock, material: MaterialBlock
    ) -> None:
        """Put a bone's part of a block into the whole, with its roughness."""
        from trainer.anatomy.synthetic.composer_kernels import merge

        owner, part = self.owners[n], part_of(whole.block, spot)
        rough, offset = self.rough[owner], self.offsets[owner]
        origin, corner = np.array(part.origin_world_mm), np.array([edge.start for edge in spot])
        over_slices(
            len(distance),
            lambda begin, end: merge(
                begin,
                end,
                distance,
                material,
                np.uint8(owner),
                rough,
                offset,
                self.noise,
                origin,
                part.spacing_mm,
                corner,
                whole.nearest,
                whole.second,
                whole.material,
                whole.owner,
            ),
        )

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        """Mm to the drawn surface at points, shape (n, 3) to (n,); FAR_MM where none is near.

        Implants count as bone here: a needle stops at both.
        """
        points = np.ascontiguousarray(points_world_mm, dtype=np.float64)
        apart: dict[int, FloatArray] = {}
        steel = np.full(len(points), FAR_MM)
        for n, inside in _near(self.boxes, points):
            if n < len(self.bones):
                owner = self.owners[n]
                found = self._rough(points[inside], owner, self.bones[n].at(points[inside]))
                if owner not in apart:
                    apart[owner] = np.full(len(points), FAR_MM)
                apart[owner][inside] = np.minimum(apart[owner][inside], found)
            else:
                found = self.implants[n - len(self.bones)].at(points[inside])
                steel[inside] = np.minimum(steel[inside], found)
        whole = _joined(list(apart.values()), len(points))
        return np.asarray(np.minimum(whole, steel), dtype=np.float64)

    def _rough(self, points: FloatArray, owner: int, distance: FloatArray) -> FloatArray:
        from trainer.anatomy.synthetic.composer_kernels import rough_points

        found = np.array(distance, dtype=np.float64)
        rough_points(points, self.offsets[owner], self.rough[owner], self.noise, found)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """Counts of water and bone on a block; uint8 of its shape."""

    water: NDArray[np.uint8]
    bone: NDArray[np.uint8]


def draw(
    skeleton: Skeleton, composed: Composed, soft_hu: FloatBlock, share: FloatBlock, edge: float
) -> Drawing:
    """Soft tissue and bones as counts. share : of the density; edge : voxels an edge is spread."""
    from trainer.anatomy.synthetic.composer_kernels import draw as draw_counts

    block = composed.block
    thickness, shell_hu, extra = shell_rows(skeleton.person)
    made = Drawing(np.zeros(block.shape_kji, np.uint8), np.zeros(block.shape_kji, np.uint8))
    none = np.empty((0, 0, 0), np.float32)
    implant = none if composed.implant is None else composed.implant
    origin = np.array(block.origin_world_mm)
    over_slices(
        len(soft_hu),
        lambda begin, end: draw_counts(
            begin,
            end,
            soft_hu,
            share,
            composed.nearest,
            composed.second,
            composed.material,
            composed.owner,
            implant,
            np.float32(edge * block.spacing_mm),
            origin,
            block.spacing_mm,
            skeleton.noise,
            skeleton.offsets,
            skeleton.cores,
            skeleton.walls,
            thickness,
            shell_hu,
            extra,
            np.float32(JOINT_MM),
            skeleton.person.age_years >= FLECK_AGE_YEARS,
            made.water,
            made.bone,
        ),
    )
    return made


def _empty(block: Block) -> Composed:
    shape = block.shape_kji
    return Composed(
        block,
        np.full(shape, FAR_MM, np.float32),
        np.full(shape, FAR_MM, np.float32),
        np.zeros(shape, np.uint8),
        np.full(shape, 255, np.uint8),
        None,
    )


def _boxes(bones: tuple[Bone, ...]) -> FloatArray:
    corners = [(bone.low_world_mm, bone.high_world_mm) for bone in bones]
    return np.array(corners, dtype=np.float64).reshape(-1, 2, 3)


def _near(boxes: FloatArray, points: FloatArray) -> Iterator[tuple[int, NDArray[np.bool_]]]:
    """Boxes that hold points, by number, with which points each holds."""
    if not len(points) or not len(boxes):
        return
    lows, highs = boxes[:, 0], boxes[:, 1]
    meet = ((lows <= points.max(axis=0)) & (highs >= points.min(axis=0))).all(axis=1)
    for n in np.flatnonzero(meet):
        inside = ((points >= lows[n]) & (points <= highs[n])).all(axis=1)
        if inside.any():
            yield int(n), inside


def _joined(apart: list[FloatArray], count: int) -> FloatArray:
    """Distances of single bones at points to that of the carved whole, shape (count,)."""
    if len(apart) < 2:
        return apart[0] if apart else np.full(count, FAR_MM)
    nearest, second = np.partition(np.stack(apart), 1, axis=0)[:2]
    return np.asarray(np.maximum(nearest, (JOINT_MM - (second - nearest)) / 2.0))
