"""Other ways to draw the same rays, for comparison: ray by ray in numba, and exactly.

joseph : what a programmer would write first (Joseph 1982): one bilinear sample per slice of the
axis nearest each ray. fine : double-precision trilinear samples every tenth of a millimetre.
"""

from __future__ import annotations

import numpy as np
from numba import njit, prange, set_num_threads, uint64

from trainer.anatomy.patient import BasisVolume
from trainer.geometry.pinhole import PinholeView


@njit(parallel=True, cache=True, fastmath=True, error_model="numpy")
def _joseph(voxels, material, sizes, strides, source, rays, lengths, out):
    """Two materials in one pass: voxels flat, padded by one; `material` voxels from one to the
    other; sizes and strides of i, j, k.
    """
    columns, rows = out.shape[2], out.shape[1]
    for r in prange(rows):
        for c in range(columns):
            ray_i = rays[0, 0] * c + rays[0, 1] * r + rays[0, 2]
            ray_j = rays[1, 0] * c + rays[1, 1] * r + rays[1, 2]
            ray_k = rays[2, 0] * c + rays[2, 1] * r + rays[2, 2]
            axis, u, v = 0, 1, 2
            along, ray_u, ray_v = ray_i, ray_j, ray_k
            if abs(ray_j) >= abs(along):
                axis, u, v, along, ray_u, ray_v = 1, 0, 2, ray_j, ray_i, ray_k
            if abs(ray_k) >= abs(along):
                axis, u, v, along, ray_u, ray_v = 2, 0, 1, ray_k, ray_i, ray_j
            slope_u, slope_v = ray_u / along, ray_v / along
            from_u, from_v = source[u], source[v]
            last_u, last_v = sizes[u] - 1.0, sizes[v] - 1.0
            next_u, next_v, step = uint64(strides[u]), uint64(strides[v]), uint64(strides[axis])
            first, second = np.float32(0.0), np.float32(0.0)
            for n in range(1, sizes[axis] - 1):
                away = n - source[axis]
                x, y = from_u + away * slope_u, from_v + away * slope_v
                if away * along <= 0.0 or x < 0.0 or y < 0.0 or x >= last_u or y >= last_v:
                    continue
                i, j = int(x), int(y)
                f, g = np.float32(x - i), np.float32(y - j)
                at = uint64(n) * step + uint64(i) * next_u + uint64(j) * next_v
                a, b = np.float32(voxels[at]), np.float32(voxels[at + next_u])
                d, e = np.float32(voxels[at + next_v]), np.float32(voxels[at + next_v + next_u])
                near, far = a + f * (b - a), d + f * (e - d)
                first += near + g * (far - near)
                at += uint64(material)
                a, b = np.float32(voxels[at]), np.float32(voxels[at + next_u])
                d, e = np.float32(voxels[at + next_v]), np.float32(voxels[at + next_v + next_u])
                near, far = a + f * (b - a), d + f * (e - d)
                second += near + g * (far - near)
            squared = 0.0
            for part in range(3):
                mm = lengths[part, 0] * c + lengths[part, 1] * r + lengths[part, 2]
                squared += mm * mm
            length = np.float32(np.sqrt(squared) / abs(along))
            out[0, r, c], out[1, r, c] = first * length, second * length


@njit(parallel=True, cache=True, error_model="numpy")
def _fine(voxels, source, steps, count, out):
    """Trilinear samples along each ray: steps of shape (rays, 3) from `source`, in indices."""
    nk, nj, ni = voxels.shape
    for n in prange(steps.shape[0]):
        total = 0.0
        for s in range(count):
            x, y, z = source + (s + 0.5) * steps[n]
            i, j, k = int(np.floor(x)), int(np.floor(y)), int(np.floor(z))
            if i < 0 or j < 0 or k < 0 or i >= ni - 1 or j >= nj - 1 or k >= nk - 1:
                continue
            f, g, h = x - i, y - j, z - k
            for dk in range(2):
                for dj in range(2):
                    row = (1 - f) * voxels[k + dk, j + dj, i] + f * voxels[k + dk, j + dj, i + 1]
                    total += row * (g if dj else 1 - g) * (h if dk else 1 - h)
        out[n] = total


class Joseph:
    """Two materials of one grid, two threads; `padded` once, as any program would keep them."""

    def __init__(self, volumes: tuple[BasisVolume, ...]) -> None:
        set_num_threads(2)
        self.grid = volumes[0].grid
        self.padded = np.stack([np.pad(volume.counts, 1) for volume in volumes])
        self.scales = [volume.g_cm3_per_count / 10.0 for volume in volumes]

    def __call__(self, view: PinholeView) -> np.ndarray:
        """Grams per cm2, shape (materials, rows, columns)."""
        to_corner = view.pixel00_world_mm - view.source_world_mm
        rays = np.stack([view.column_step_mm, view.row_step_mm, to_corner], axis=1)
        source = self.grid.index_of(view.source_world_mm) + 1.0
        columns, rows = view.size_px
        out = np.zeros((len(self.scales), rows, columns), np.float32)
        _, nk, nj, ni = self.padded.shape
        sizes, strides = (ni, nj, nk), (1, ni, ni * nj)
        in_index = self.grid.index_from_world[:3, :3] @ rays
        flat = self.padded.reshape(-1)
        _joseph(flat, ni * nj * nk, sizes, strides, source, in_index, rays, out)
        return out * np.array(self.scales, np.float32)[:, None, None]


def fine(volume: BasisVolume, view: PinholeView, step_mm: float = 0.1) -> np.ndarray:
    """Grams per cm2 to double precision, shape (rows, columns)."""
    columns, rows = view.size_px
    pixels = np.stack(np.meshgrid(np.arange(columns), np.arange(rows)), axis=-1).reshape(-1, 2)
    rays = view.ray_directions(pixels.astype(float))
    grid = volume.grid
    corners = grid.corners_world_mm
    reach = np.linalg.norm(corners - view.source_world_mm, axis=1).max() + 5.0
    steps = rays @ grid.index_from_world[:3, :3].T * step_mm
    out = np.empty(len(rays))
    source = grid.index_of(view.source_world_mm) + 1.0
    _fine(np.pad(volume.counts, 1), source, steps, int(reach / step_mm), out)
    return out.reshape(rows, columns) * (step_mm / 10.0 * volume.g_cm3_per_count)
