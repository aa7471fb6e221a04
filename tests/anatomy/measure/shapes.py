"""Voxel phantoms of known numbers: a plain vertebra, its neighbours, a rib that nearly touches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from trainer.anatomy.measure.axes import Axes
from trainer.anatomy.measure.density import Density
from trainer.anatomy.patient import Basis, BasisVolume
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray

Distance = Callable[[FloatArray], FloatArray]  # local points (n, 3) to signed mm (n,)
CORTEX_G_CM3, MARROW_G_CM3, CORTEX_MM = 1.6, 0.2, 1.0
SCALE = 1.92 / 255.0


@dataclass(frozen=True)
class Numbers:
    """What the plain vertebra is made with."""

    height: float = 19.0
    width: float = 30.0
    depth: float = 26.0
    canal_width: float = 18.0
    canal_depth: float = 16.0
    pedicle_width: float = 6.0
    pedicle_height: float = 12.0
    converge_deg: float = 12.0
    reach: float = 30.0
    tp_back_deg: float = 30.0
    tp_height: float = 10.0
    tp_thickness: float = 7.0
    lamina_height: float = 20.0
    lamina_thickness: float = 5.5
    sp_down_deg: float = 40.0
    sp_free: float = 26.0  # of the axis beyond the laminae's middle
    disc: float = 5.0
    joint: float = 1.8
    joint_off_deg: float = 15.0


def turned(yaw_deg: float = 0.0, roll_deg: float = 0.0, tilt_deg: float = 0.0) -> Axes:
    """Axes at an odd place: tilt about x, then roll about y, then yaw about z."""
    a, b, c = np.radians([tilt_deg, roll_deg, yaw_deg])
    about_x = np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
    about_y = np.array([[np.cos(b), 0, np.sin(b)], [0, 1, 0], [-np.sin(b), 0, np.cos(b)]])
    about_z = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
    return Axes(np.array([3.1, -2.3, 4.7]), about_x @ about_y @ about_z)


def column(width: float, depth: float, height: float, middle: FloatArray) -> Distance:
    """An upright elliptic cylinder."""

    def at(points: FloatArray) -> FloatArray:
        x, y, z = (points - middle).T
        a, b = width / 2.0, depth / 2.0
        q = np.sqrt((x / a) ** 2 + (y / b) ** 2) + 1e-9
        side = (q - 1.0) * q / np.sqrt((x / a**2) ** 2 + (y / b**2) ** 2 + 1e-12)
        return np.asarray(np.maximum(side, np.abs(z) - height / 2.0))

    return at


def bar(start: FloatArray, way: FloatArray, length: float, size: tuple[float, float]) -> Distance:
    """An elliptic bar with flat ends: `size` is its width (square to way, level) and its height."""
    way = np.asarray(way) / np.linalg.norm(way)
    level = np.cross(way, [0.0, 0.0, 1.0])
    level = level / np.linalg.norm(level)
    tall = np.cross(level, way)
    body = column(size[0], size[1], length, np.zeros(3))

    def at(points: FloatArray) -> FloatArray:
        off = points - start
        axes = np.stack([off @ level, off @ tall, off @ way - length / 2.0], axis=1)
        return body(axes)

    return at


def plate(middle: FloatArray, half: tuple[float, float, float], yaw_deg: float = 0.0) -> Distance:
    """A box, turned about z."""
    turn = np.radians(yaw_deg)
    across = np.array([np.cos(turn), np.sin(turn), 0.0])
    square = np.array([-np.sin(turn), np.cos(turn), 0.0])

    def at(points: FloatArray) -> FloatArray:
        off = points - middle
        axes = np.stack([off @ across, off @ square, off[:, 2]], axis=1)
        return np.asarray((np.abs(axes) - np.array(half)).max(axis=1))

    return at


def lying_bar(start: FloatArray, down_deg: float, length: float) -> Distance:
    """The spinous process: a box 6 wide and 8 high along an axis below the horizontal."""
    turn = np.radians(down_deg)
    way = np.array([0.0, np.cos(turn), -np.sin(turn)])
    tall = np.array([0.0, np.sin(turn), np.cos(turn)])

    def at(points: FloatArray) -> FloatArray:
        off = points - start
        along = np.abs(off @ way - length / 2.0) - length / 2.0
        sides = [along, np.abs(off[:, 0]) - 3.0, np.abs(off @ tall) - 4.0]
        return np.asarray(np.stack(sides).max(axis=0))

    return at


def carved(part: Distance, n: Numbers) -> Distance:
    """What is left outside the canal."""
    middle = np.array([0.0, n.depth / 2.0 + n.canal_depth / 2.0, 0.0])
    canal = column(n.canal_width, n.canal_depth, 200.0, middle)
    return lambda points: np.maximum(part(points), -canal(points))


def vertebra(n: Numbers, *, rib_gap: float | None = None) -> list[list[Distance]]:
    """Bones of local distances: the vertebra, the bodies beside it, the processes behind its own.

    Parts of one bone are joined; different bones stay apart. Origin: the middle of the body.
    """
    # The arch is carved by an elliptic canal, as bone is.
    wall, roof = n.depth / 2.0, n.depth / 2.0 + n.canal_depth
    parts = [column(n.width, n.depth, n.height, np.zeros(3))]
    lamina_z, lamina_y = -3.0, roof + n.lamina_thickness / 2.0
    half_lamina = (16.0, n.lamina_thickness / 2.0, n.lamina_height / 2.0)
    parts.append(plate(np.array([0.0, lamina_y, lamina_z]), half_lamina))
    bones: list[list[Distance]] = [parts]
    turn, back = np.radians([n.converge_deg, n.tp_back_deg])
    z = n.height / 2.0 - n.pedicle_height / 2.0 - 0.6
    for sign in (1.0, -1.0):
        # Its inner wall stands 0.3 mm clear of the canal's widest place.
        x = n.canal_width / 2.0 + 0.3 + n.pedicle_width / 2.0 / np.cos(turn)
        way = np.array([sign * np.sin(turn), np.cos(turn), 0.0])
        middle = np.array([sign * x, wall + 6.0, z])
        size = (n.pedicle_width, n.pedicle_height)
        parts.append(bar(middle - 11.0 * way, way, 24.0, size))
        way = np.array([sign * np.cos(back), np.sin(back), 0.0])
        root = np.array([sign * 11.0, roof + 1.0, 3.0])
        end = n.reach - n.tp_thickness / 2.0 * np.sin(back)
        length = (end - 11.0) / np.cos(back)
        parts.append(bar(root, way, length, (n.tp_thickness, n.tp_height)))
        if rib_gap is not None:
            tip = root + length * way
            square = np.array([sign * np.sin(back), -np.cos(back), 0.0])
            off = n.tp_thickness / 2.0 + rib_gap + 4.0
            start = tip + off * square - 12.0 * way
            bones.append([bar(start, way, 40.0, (8.0, 12.0))])
        bones.append([_process_behind(n, sign), _lamina_above(n, sign)])
        parts.append(_superior(n, sign))
    parts[1:] = [carved(part, n) for part in parts[1:]]
    start = np.array([0.0, lamina_y, lamina_z])
    parts.append(lying_bar(start, n.sp_down_deg, n.sp_free))
    for way_up in (1.0, -1.0):
        away = np.array([0.0, 0.0, way_up * (n.height + n.disc)])
        bones.append([column(n.width, n.depth, n.height, away)])
    return bones


FACET_X, FACET_Z, FACET_THICK = 12.0, 16.0, 4.0


def _facet_middle(n: Numbers, sign: float) -> FloatArray:
    return np.array([sign * FACET_X, n.depth / 2.0 + n.canal_depth + 2.0, FACET_Z])


def _superior(n: Numbers, sign: float) -> Distance:
    """Half of a joint: its posterior face lies half a joint space before the joint's middle."""
    turn = np.radians(n.joint_off_deg)
    square = np.array([sign * np.sin(turn), np.cos(turn), 0.0])
    off = (n.joint + FACET_THICK) / 2.0
    middle = _facet_middle(n, sign) - off * square
    # 12 high: from inside the lamina's height to well above the plate.
    return plate(middle, (4.5, FACET_THICK / 2.0, 12.0), -sign * n.joint_off_deg)


def _process_behind(n: Numbers, sign: float) -> Distance:
    turn = np.radians(n.joint_off_deg)
    square = np.array([sign * np.sin(turn), np.cos(turn), 0.0])
    middle = _facet_middle(n, sign) + (n.joint + FACET_THICK) / 2.0 * square
    return plate(middle, (4.5, FACET_THICK / 2.0, 5.0), -sign * n.joint_off_deg)


def _lamina_above(n: Numbers, sign: float) -> Distance:
    """The plate its inferior process hangs from: two walls and marrow, which is no joint."""
    middle = np.array([sign * 5.0, n.depth / 2.0 + n.canal_depth + 9.0, FACET_Z + 4.0])
    return plate(middle, (4.9, 3.25, 8.0))


def _near(bone: list[Distance], local: FloatArray, shape: tuple[int, int, int]) -> FloatArray:
    """Distances where a look at every fourth voxel says that bone is near; elsewhere 9 mm."""
    spread = local.reshape(*shape, 3)[::4, ::4, ::4]
    rough = np.min([part(spread.reshape(-1, 3)) for part in bone], axis=0)
    close = (rough < 8.0).reshape(spread.shape[:3])
    whole = close.repeat(4, 0).repeat(4, 1).repeat(4, 2)
    seen = (
        np.roll(whole, (-2, -2, -2), (0, 1, 2))[: shape[0], : shape[1], : shape[2]]
        | whole[: shape[0], : shape[1], : shape[2]]
    )
    distance = np.full(len(local), 9.0)
    wanted = np.flatnonzero(seen.ravel())
    distance[wanted] = np.min([part(local[wanted]) for part in bone], axis=0)
    return distance


def voxels(bones: list[list[Distance]], axes: Axes, spacing_mm: float) -> Density:
    """Bones as a volume: a cortex round marrow, edges spread over one voxel."""
    reach = np.array([38.0, 40.0, 34.0])
    shape = np.ceil(2.0 * reach / spacing_mm).astype(int)
    origin = axes.world(np.array([0.0, 16.0, 0.0])) - reach
    grid = VoxelGrid.aligned(
        (float(origin[0]), float(origin[1]), float(origin[2])),
        (spacing_mm,) * 3,
        (int(shape[2]), int(shape[1]), int(shape[0])),
    )
    k, j, i = np.meshgrid(*(np.arange(part) for part in grid.shape_kji), indexing="ij")
    local = axes.local(
        grid.world_of(np.stack([i, j, k], axis=-1).reshape(-1, 3).astype(np.float64))
    )
    density = np.zeros(len(local))
    for bone in bones:
        distance = _near(bone, local, grid.shape_kji)
        outer, inner = (
            np.clip(0.5 - depth / spacing_mm, 0.0, 1.0)
            for depth in (distance, distance + CORTEX_MM)
        )
        density += CORTEX_G_CM3 * outer + (MARROW_G_CM3 - CORTEX_G_CM3) * inner
    counts = np.rint(np.clip(density / SCALE, 0.0, 255.0)).astype(np.uint8)
    volume = BasisVolume(Basis.BONE, grid, counts.reshape(grid.shape_kji), SCALE)
    return Density((volume,), (grid.index_from_world,))
