"""The loop that samples a volume on a plane, compiled by numba on first use."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

_compiled: Any = njit(nogil=True, cache=True, error_model="numpy", boundscheck=False)


@_compiled
def add_plane(volume, table, first, along, down, out):  # type: ignore[no-untyped-def]
    """Add table[volume], linear between voxel centres, to `out`; nothing beyond the outermost.

    volume : uint8 [k, j, i]; table : float32 (256,); first, along, down : index (i, j, k) of pixel
    (0, 0) and its steps by column and by row; out : float32 (rows, columns).
    """
    nk, nj, ni = volume.shape
    rows, columns = out.shape
    for row in range(rows):
        start, end = 0, columns
        for axis, count in ((0, ni), (1, nj), (2, nk)):
            at, step = first[axis] + row * down[axis], along[axis]
            if abs(step) < 1e-12:
                if at < 0.0 or at > count - 1.0:
                    end = 0
                continue
            one, two = (0.0 - at) / step, (count - 1.0 - at) / step
            low, high = min(one, two), max(one, two)
            start = max(start, int(np.ceil(min(max(low, -1.0), columns + 1.0) - 1e-9)))
            end = min(end, int(np.floor(min(max(high, -2.0), columns + 1.0) + 1e-9)) + 1)
        for column in range(start, end):
            i = min(max(first[0] + row * down[0] + column * along[0], 0.0), ni - 1.0)
            j = min(max(first[1] + row * down[1] + column * along[1], 0.0), nj - 1.0)
            k = min(max(first[2] + row * down[2] + column * along[2], 0.0), nk - 1.0)
            i0, j0, k0 = min(int(i), ni - 2), min(int(j), nj - 2), min(int(k), nk - 2)
            i0, j0, k0 = max(i0, 0), max(j0, 0), max(k0, 0)
            i1, j1, k1 = min(i0 + 1, ni - 1), min(j0 + 1, nj - 1), min(k0 + 1, nk - 1)
            fi, fj, fk = np.float32(i - i0), np.float32(j - j0), np.float32(k - k0)
            one_ = np.float32(1.0)
            near = (one_ - fj) * (
                (one_ - fi) * table[volume[k0, j0, i0]] + fi * table[volume[k0, j0, i1]]
            ) + fj * ((one_ - fi) * table[volume[k0, j1, i0]] + fi * table[volume[k0, j1, i1]])
            far = (one_ - fj) * (
                (one_ - fi) * table[volume[k1, j0, i0]] + fi * table[volume[k1, j0, i1]]
            ) + fj * ((one_ - fi) * table[volume[k1, j1, i0]] + fi * table[volume[k1, j1, i1]])
            out[row, column] += (one_ - fk) * near + fk * far
