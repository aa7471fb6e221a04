"""Trilinear samples of a byte volume, compiled by numba."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

_single: Any = njit(cache=True)


@_single
def add_samples(  # type: ignore[no-untyped-def]
    counts, index_from_world, points, scale, total
):
    """Add a volume's density at points, shape (n, 3), into total, shape (n,); nothing outside."""
    nk, nj, ni = counts.shape
    for n in range(points.shape[0]):
        x, y, z = points[n, 0], points[n, 1], points[n, 2]
        i = index_from_world[0, 0] * x + index_from_world[0, 1] * y + index_from_world[0, 2] * z
        j = index_from_world[1, 0] * x + index_from_world[1, 1] * y + index_from_world[1, 2] * z
        k = index_from_world[2, 0] * x + index_from_world[2, 1] * y + index_from_world[2, 2] * z
        i += index_from_world[0, 3]
        j += index_from_world[1, 3]
        k += index_from_world[2, 3]
        if i <= -1.0 or j <= -1.0 or k <= -1.0 or i >= ni or j >= nj or k >= nk:
            continue
        i0, j0, k0 = int(np.floor(i)), int(np.floor(j)), int(np.floor(k))
        u, v, w = i - i0, j - j0, k - k0
        value = 0.0
        for c in range(2):
            kk = k0 + c
            if kk < 0 or kk >= nk:
                continue
            wz = w if c else 1.0 - w
            for b in range(2):
                jj = j0 + b
                if jj < 0 or jj >= nj:
                    continue
                wyz = wz * (v if b else 1.0 - v)
                if i0 >= 0:
                    value += wyz * (1.0 - u) * counts[kk, jj, i0]
                if i0 + 1 < ni:
                    value += wyz * u * counts[kk, jj, i0 + 1]
        total[n] += value * scale
