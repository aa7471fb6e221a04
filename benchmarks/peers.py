"""Other ways to draw the same rays, for comparison: ray by ray in numba, and exactly.

joseph : what a programmer would write first (Joseph 1982): one bilinear sample per slice of the
axis nearest each ray. fine : double-precision trilinear samples every tenth of a millimetre.
"""

from __future__ import annotations

import numpy as np
from numba import njit, prange, set_num_threads

from trainer.anatomy.patient import BasisVolume
from trainer.geometry.pinhole import PinholeView


@njit(parallel=True, cache=True, fastmath={"contract"}, error_model="numpy")
def _joseph(voxels, source, rays, lengths, out):
    """Both materials in one pass: voxels of shape (materials, nk + 2, nj + 2, ni + 2), padded."""
    columns, rows = out.shape[2], out.shape[1]
    sizes = (voxels.shape[3], voxels.shape[2], voxels.shape[1])
    for r in prange(rows):
        for c in range(columns):
            ray = rays[:, 0] * c + rays[:, 1] * r + rays[:, 2]
            axis = int(np.argmax(np.abs(ray)))
            u, v = (1 if axis == 0 else 0), (1 if axis == 2 else 2)
            slope_u, slope_v = ray[u] / ray[axis], ray[v] / ray[axis]
            for n in range(1, sizes[axis] - 1):
                away = n - source[axis]
                if away * ray[axis] <= 0.0:
                    continue
                x, y = source[u] + away * slope_u, source[v] + away * slope_v
                if x < 0.0 or y < 0.0 or x >= sizes[u] - 1 or y >= sizes[v] - 1:
                    continue
                i, j = int(x), int(y)
                f, g = np.float32(x - i), np.float32(y - j)
                for m in range(voxels.shape[0]):
                    if axis == 0:
                        a, b = voxels[m, j, i, n], voxels[m, j, i + 1, n]
                        d, e = voxels[m, j + 1, i, n], voxels[m, j + 1, i + 1, n]
                    elif axis == 1:
                        a, b = voxels[m, j, n, i], voxels[m, j, n, i + 1]
                        d, e = voxels[m, j + 1, n, i], voxels[m, j + 1, n, i + 1]
                    else:
                        a, b = voxels[m, n, j, i], voxels[m, n, j, i + 1]
                        d, e = voxels[m, n, j + 1, i], voxels[m, n, j + 1, i + 1]
                    one, two = np.float32(1.0) - f, np.float32(1.0) - g
                    out[m, r, c] += two * (one * a + f * b) + g * (one * d + f * e)
            squared = 0.0
            for part in range(3):
                along = lengths[part, 0] * c + lengths[part, 1] * r + lengths[part, 2]
                squared += along * along
            mm = np.sqrt(squared) / abs(ray[axis])
            for m in range(voxels.shape[0]):
                out[m, r, c] *= np.float32(mm)


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
    """Both materials of one grid, two threads; `padded` once, as any program would keep them."""

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
        _joseph(self.padded, source, self.grid.index_from_world[:3, :3] @ rays, rays, out)
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
