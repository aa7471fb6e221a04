"""Flat cuts through a patient, in grey levels as a CT would show them.

Cuts are hung like the C-arm's pictures: coronal as at oblique 0 (seen from behind, patient's right
on screen right), sagittal as at oblique 90 (posterior on screen right), axial as one stands at the
prone patient's feet (posterior up, patient's right on screen right).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.hounsfield import CORTEX_BONE_G_CM3, CORTEX_HU, SOFT_CEILING_HU
from trainer.anatomy.hounsfield import SOFT_WATER_G_CM3 as SOFT_G_CM3
from trainer.anatomy.patient import Basis, LabelVolume, Patient, Tissue
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray
from trainer.imaging.turns import Turns

FloatPlane = NDArray[np.float32]


class Cut(StrEnum):
    """Which way a slice lies."""

    AXIAL = "axial"
    SAGITTAL = "sagittal"
    CORONAL = "coronal"


# Unit vectors along a row of pixels and down a column of them.
AXES: Mapping[Cut, tuple[tuple[float, float, float], tuple[float, float, float]]] = (
    MappingProxyType(
        {
            Cut.AXIAL: ((-1.0, 0.0, 0.0), (0.0, -1.0, 0.0)),
            Cut.SAGITTAL: ((0.0, 1.0, 0.0), (0.0, 0.0, -1.0)),
            Cut.CORONAL: ((-1.0, 0.0, 0.0), (0.0, 0.0, -1.0)),
        }
    )
)
EDGE_LETTERS: Mapping[Cut, tuple[str, str, str, str]] = MappingProxyType(
    {  # left, right, top, bottom of the screen
        Cut.AXIAL: ("L", "R", "P", "A"),
        Cut.SAGITTAL: ("A", "P", "H", "F"),
        Cut.CORONAL: ("L", "R", "H", "F"),
    }
)
# The inverse of the rule in anatomy/hounsfield.py, which is linear in both densities.
HU_PER_G_CM3: Mapping[Basis, float] = MappingProxyType(
    {
        Basis.WATER: 1000.0,
        Basis.BONE: (1000.0 * SOFT_G_CM3 + CORTEX_HU - SOFT_CEILING_HU) / CORTEX_BONE_G_CM3,
        Basis.CONTRAST: 3000.0,  # steel and iodine are off any CT scale; held to HU_MOST [X]
    }
)
HU_AIR, HU_MOST = -1000.0, 3071.0
_TURNS = Turns()


@dataclass(frozen=True, slots=True, eq=False)
class SlicePlane:
    """Where the pixels of a slice stand in the world.

    pixel00_world_mm : shape (3,), the centre of the top-left pixel. along_world_mm, down_world_mm :
    shape (3,), from one pixel to the next in a row and in a column; at right angles.
    size_px : (columns, rows).
    """

    pixel00_world_mm: FloatArray
    along_world_mm: FloatArray
    down_world_mm: FloatArray
    size_px: tuple[int, int]

    def __post_init__(self) -> None:
        for name in ("pixel00_world_mm", "along_world_mm", "down_world_mm"):
            value = np.array(getattr(self, name), dtype=np.float64)
            value.setflags(write=False)
            object.__setattr__(self, name, value)
        across = abs(self.along_world_mm @ self.down_world_mm)
        if min(self.size_px) < 1 or not across < 1e-9 * self.spacing_mm[0] * self.spacing_mm[1]:
            raise ValueError("a slice needs pixels and axes at right angles")

    @property
    def spacing_mm(self) -> tuple[float, float]:
        """Pixel pitch along a row and down a column."""
        return (
            float(np.linalg.norm(self.along_world_mm)),
            float(np.linalg.norm(self.down_world_mm)),
        )

    @property
    def normal(self) -> FloatArray:
        """Unit vector away from the viewer; shape (3,)."""
        across = np.cross(self.along_world_mm, self.down_world_mm)
        return np.asarray(across / np.linalg.norm(across))

    def world_of(self, pixels: FloatArray) -> FloatArray:
        """World mm of pixels (column, row); shape (..., 2) to (..., 3)."""
        px = np.asarray(pixels, dtype=np.float64)
        return np.asarray(
            self.pixel00_world_mm
            + px[..., :1] * self.along_world_mm
            + px[..., 1:] * self.down_world_mm
        )

    def pixel_of(self, points_world_mm: FloatArray) -> FloatArray:
        """Pixels (column, row) of points dropped onto the plane; shape (..., 3) to (..., 2)."""
        away = np.asarray(points_world_mm, dtype=np.float64) - self.pixel00_world_mm
        axes = np.stack([self.along_world_mm, self.down_world_mm], axis=1)
        return np.asarray((away @ axes) / np.square(np.array(self.spacing_mm)))

    def depth_mm_of(self, points_world_mm: FloatArray) -> FloatArray:
        """Signed distance of points from the plane, along its normal; (..., 3) to (...)."""
        away = np.asarray(points_world_mm, dtype=np.float64) - self.pixel00_world_mm
        return np.asarray(away @ self.normal)


def plane_through(
    cut: Cut, centre_world_mm: FloatArray, spacing_mm: float, size_px: tuple[int, int]
) -> SlicePlane:
    """The slice whose middle is a world point. Raises ValueError for an impossible pitch."""
    if not spacing_mm > 0.0:
        raise ValueError("spacing_mm must be positive")
    along, down = (spacing_mm * np.array(axis) for axis in AXES[cut])
    columns, rows = size_px
    first = np.asarray(centre_world_mm) - (columns - 1) / 2.0 * along - (rows - 1) / 2.0 * down
    return SlicePlane(first, along, down, size_px)


def hounsfield_slice(patient: Patient, plane: SlicePlane) -> FloatPlane:
    """CT numbers on a plane, all volumes summed, linear between voxels; -1000 outside.

    Shape (rows, columns), float32, held to -1000..3071.
    """
    out = np.full(plane.size_px[::-1], HU_AIR, np.float32)
    for volume in patient.volumes:
        scale = volume.g_cm3_per_count * HU_PER_G_CM3[volume.basis]
        _add(volume.grid, volume.counts, np.arange(256.0) * scale, plane, out)
    return np.clip(out, HU_AIR, HU_MOST, out=out)


def tissue_share(labels: LabelVolume, tissue: Tissue, plane: SlicePlane) -> FloatPlane:
    """How much of a tissue is at each pixel, 0..1, linear between voxels; (rows, columns)."""
    out = np.zeros(plane.size_px[::-1], np.float32)
    _add(labels.grid, labels.tissues, np.arange(256.0) == int(tissue), plane, out)
    return out


def windowed(hu: FloatPlane, centre_hu: float, width_hu: float) -> NDArray[np.uint8]:
    """Grey 0..255 of CT numbers, dense is bright; same shape. width_hu above 0."""
    low = centre_hu - width_hu / 2.0
    grey = (hu - np.float32(low)) * np.float32(255.0 / width_hu)
    return np.asarray(np.rint(np.clip(grey, 0.0, 255.0)), np.uint8)


def _add(
    grid: VoxelGrid,
    volume: NDArray[np.uint8],
    table: NDArray[np.float64] | NDArray[np.bool_],
    plane: SlicePlane,
    out: FloatPlane,
) -> None:
    from trainer.imaging.slice_sampling import add_plane

    turn = grid.index_from_world[:3, :3]
    first, down = grid.index_of(plane.pixel00_world_mm), turn @ plane.down_world_mm
    along, values = turn @ plane.along_world_mm, np.asarray(table, np.float32)

    def part(number: int, parts: int) -> None:
        rows = slice(number * len(out) // parts, (number + 1) * len(out) // parts)
        add_plane(volume, values, first + rows.start * down, along, down, out[rows])

    _TURNS.run(part)
