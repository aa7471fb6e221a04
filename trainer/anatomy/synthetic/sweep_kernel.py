"""Distance to a cross-section swept along a curve, compiled by numba on first use.

Imported lazily. Every voxel is computed on its own from the segment nearest to it, in float32: no
thread and no neighbour changes its bytes.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from trainer.anatomy.synthetic.sweep import (
    FLATNESS,
    GROOVE,
    HALF_HEIGHT,
    HALF_THICKNESS,
    KIND,
    ROUND,
    TAPER,
)

_compiled: Any = njit(nogil=True, cache=True, error_model="numpy")
# Called by kernels alone: the ways in from Python take longer to compile than what they lead to.
_called: Any = njit(
    nogil=True, cache=True, error_model="numpy", no_cpython_wrapper=True, no_cfunc_wrapper=True
)

FAR = np.float32(50.0)
UNREACHED = np.float32(1e9)
FIRST: Any = np.int64(0)  # a plain 0 is a type of its own, and one more version of what is called


@_called
def _nearest(x, y, z, first, along):  # type: ignore[no-untyped-def]
    """Squared distance of a point to a segment, and where on it, 0..1."""
    u, v, w = x - first[0], y - first[1], z - first[2]
    t = (u * along[0] + v * along[1] + w * along[2]) / along[3]
    t = min(max(t, np.float32(0.0)), np.float32(1.0))
    u, v, w = u - t * along[0], v - t * along[1], w - t * along[2]
    return u * u + v * v + w * w, t


@_called
def _section(x, y, z, n, t, points, along, heights, widths, shape):  # type: ignore[no-untyped-def]
    """Distance to the section at `t` of segment `n`; ends are rounded off."""
    s = np.float32(1.0) - t
    u, v, w = x - points[n, 0], y - points[n, 1], z - points[n, 2]
    beyond = np.float32(0.0)
    if (n == 0 and t <= 0) or (n == along.shape[0] - 1 and t >= 1):
        length = np.sqrt(along[n, 3])
        onward = (u * along[n, 0] + v * along[n, 1] + w * along[n, 2]) / length
        beyond = -onward if t <= 0 else onward - length
    u, v, w = u - t * along[n, 0], v - t * along[n, 1], w - t * along[n, 2]
    up = np.float32(0.0)
    out = np.float32(0.0)
    q = (u, v, w)
    for i in range(3):
        up += q[i] * (s * heights[n, i] + t * heights[n + 1, i])
        out += q[i] * (s * widths[n, i] + t * widths[n + 1, i])
    tall = s * shape[n, HALF_HEIGHT] + t * shape[n + 1, HALF_HEIGHT]
    thick = s * shape[n, HALF_THICKNESS] + t * shape[n + 1, HALF_THICKNESS]
    taper = s * shape[n, TAPER] + t * shape[n + 1, TAPER]
    groove = s * shape[n, GROOVE] + t * shape[n + 1, GROOVE]
    flat = s * shape[n, FLATNESS] + t * shape[n + 1, FLATNESS]
    a = up / tall
    held = min(max(a, np.float32(-1.2)), np.float32(1.2))
    lower = min(held, np.float32(0.0))
    here = thick * (np.float32(1.0) + taper * held)
    b = (out - groove * lower * lower) / here
    # How b grows upward, per mm: the groove's bend and the taper.
    grow = -(np.float32(2.0) * groove * lower / tall + b * thick * taper / tall) / here
    c = beyond / (flat * thick)
    p, q2, r = abs(a), abs(b), abs(c)
    steep_a, steep_b, steep_c = p, q2, r
    elliptic = shape[n, ROUND] > 0.5
    if not elliptic:
        steep_a, steep_b, steep_c = p * np.sqrt(p), q2 * np.sqrt(q2), r * np.sqrt(r)
    level = steep_a * p + steep_b * q2 + steep_c * r
    if level < np.float32(0.01):
        return -np.float32(0.8) * min(tall, here)
    if a < 0:
        steep_a = -steep_a
    if b < 0:
        steep_b = -steep_b
    along_up = steep_a / tall + steep_b * grow
    gradient = along_up**2 + (steep_b / here) ** 2 + (steep_c / (flat * thick)) ** 2
    root = np.sqrt(level) if elliptic else level ** np.float32(0.6)
    return (level - root) / np.sqrt(gradient)


@_compiled
def sweep_on_block(  # type: ignore[no-untyped-def]
    origin, spacing, nearest, which, distance, kind, points, along, heights, widths, shape, reach
):
    """Fill distance and kind on a block of voxels where a segment is within reach.

    nearest, which : to work in, UNREACHED and 0; distance, kind : FAR and 0. They come from outside
    because arrays made in here take longer to compile than all the rest.
    """
    nk, nj, ni = distance.shape
    beyond = reach * reach * np.float32(1.001)  # for rounding: further away nothing is kept
    for n in range(along.shape[0]):
        first, step = points[n], along[n]
        k0, k1 = _span(points[n, 2], points[n + 1, 2], reach, origin[2], spacing, nk)
        j0, j1 = _span(points[n, 1], points[n + 1, 1], reach, origin[1], spacing, nj)
        for k in range(k0, k1):
            z = origin[2] + np.float32(k) * spacing
            off_z = _off(z, points[n, 2], points[n + 1, 2])
            for j in range(j0, j1):
                y = origin[1] + np.float32(j) * spacing
                off_y = _off(y, points[n, 1], points[n + 1, 1])
                left = beyond - off_z * off_z - off_y * off_y
                if left <= 0:
                    continue
                i0, i1 = _span(
                    points[n, 0], points[n + 1, 0], np.sqrt(left), origin[0], spacing, ni
                )
                for i in range(i0, i1):
                    x = origin[0] + np.float32(i) * spacing
                    squared, _ = _nearest(x, y, z, first, step)
                    if squared < nearest[k, j, i]:
                        nearest[k, j, i] = squared
                        which[k, j, i] = n
    for k in range(nk):
        z = origin[2] + np.float32(k) * spacing
        for j in range(nj):
            y = origin[1] + np.float32(j) * spacing
            for i in range(ni):
                if nearest[k, j, i] < reach * reach:
                    x = origin[0] + np.float32(i) * spacing
                    m = np.int64(which[k, j, i])
                    _, t = _nearest(x, y, z, points[m], along[m])
                    distance[k, j, i] = _section(
                        x, y, z, m, t, points, along, heights, widths, shape
                    )
                    kind[k, j, i] = np.uint8(shape[m + 1 if t > 0.5 else m, KIND])


@_called
def _off(value, one, other):  # type: ignore[no-untyped-def]
    """How far a number lies outside the range of two."""
    return max(min(one, other) - value, value - max(one, other), np.float32(0.0))


@_called
def _span(one, other, reach, start, spacing, count):  # type: ignore[no-untyped-def]
    """Voxels of a line that lie within reach of a segment: first, last + 1."""
    low = int(np.floor((min(one, other) - reach - start) / spacing))
    high = int(np.ceil((max(one, other) + reach - start) / spacing)) + 1
    return min(max(low, 0), count), min(max(high, 0), count)


@_compiled
def sweep_at(where, found, points, along, heights, widths, shape, reach):  # type: ignore[no-untyped-def]
    """Distances of points (n, 3) float32 into `found`, FAR before: kept beyond reach."""
    for m in range(where.shape[0]):
        best, index = UNREACHED, FIRST
        x, y, z = where[m, 0], where[m, 1], where[m, 2]
        for n in range(along.shape[0]):
            squared, _ = _nearest(x, y, z, points[n], along[n])
            if squared < best:
                best, index = squared, n
        if best < reach * reach:
            _, t = _nearest(x, y, z, points[index], along[index])
            found[m] = _section(x, y, z, index, t, points, along, heights, widths, shape)
