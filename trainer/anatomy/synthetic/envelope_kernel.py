"""Distance to the thoracic envelope, one point at a time, compiled by numba on first use.

Imported lazily. Kernels of ribs, lungs and chest wall call `envelope_distance` on their own voxels.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

# Columns of an envelope's rows, one row per step of z.
MIDDLE_X, MIDDLE_Y, HALF_WIDTH, HALF_DEPTH, COSINE, SINE = range(6)
SLOPES = 6  # from here: growth per mm of z of the first four
# The gutters beside the spine, in the slice's own axes: middle, half-width and depth of the ridge
# that the spine pushes forward between them.
RIDGE_X, RIDGE_HALF, RIDGE_MM = range(10, 13)
COLUMNS = 13
RIDGE_RISES = 0.6  # of the half-depth: where the ridge has its full height

_compiled: Any = njit(nogil=True, cache=True, error_model="numpy")
# Called by kernels alone: the ways in from Python take longer to compile than what they lead to.
_called: Any = njit(
    nogil=True, cache=True, error_model="numpy", no_cpython_wrapper=True, no_cfunc_wrapper=True
)


@_called
def _ridge(left, back, depth, low, high, part):  # type: ignore[no-untyped-def]
    """How far back a point counts as being, for the spine's ridge, and the growth of that."""
    none, one = np.float32(0.0), np.float32(1.0)
    half = low[11] + part * (high[11] - low[11])
    off = (left - (low[10] + part * (high[10] - low[10]))) / half
    rest = one - off * off
    if rest <= none or back <= none:
        return back, none, one
    tall = low[12] + part * (high[12] - low[12])
    full = np.float32(RIDGE_RISES) * depth
    rise = min(back / full, one)
    ridge = tall * rest * rest
    lean_x = -np.float32(4.0) * tall * rest * off / half * rise
    lean_y = one + (ridge / full if back < full else none)
    return back + ridge * rise, lean_x, lean_y


@_called
def envelope_distance(x, y, z, rows, bottom_z, step, apex_z):  # type: ignore[no-untyped-def]
    """Mm to the envelope, negative inside; exact to first order near it. All float32.

    rows, bottom_z, step, apex_z : an `Envelope`'s `rows`, `bottom_z_mm`, `step_mm`, `apex_z_mm`.
    """
    one = np.float32(1.0)
    place = (z - bottom_z) / step
    place = min(max(place, np.float32(0.0)), np.float32(rows.shape[0] - 1.001))
    index = int(place)
    part = place - np.float32(index)
    low, high = rows[index], rows[index + 1]
    width = low[2] + part * (high[2] - low[2])
    depth = low[3] + part * (high[3] - low[3])
    cosine = low[4] + part * (high[4] - low[4])
    sine = low[5] + part * (high[5] - low[5])
    away_x = x - (low[0] + part * (high[0] - low[0]))
    away_y = y - (low[1] + part * (high[1] - low[1]))
    left = cosine * away_x - sine * away_y
    back = sine * away_x + cosine * away_y
    bent, lean_x, lean_y = _ridge(left, back, depth, low, high, part)
    u = left / width
    v = bent / depth
    across, along = abs(u), abs(v)
    steep_u, steep_v = across * np.sqrt(across), along * np.sqrt(along)
    level = steep_u * across + steep_v * along  # |u|^2.5 + |v|^2.5, 1 on the envelope
    if level < np.float32(0.03):
        side = -min(width, depth) * np.float32(0.6)
    else:
        # The gradient of `level` over 2.5, the walls' inclination included.
        if u < 0:
            steep_u = -steep_u
        if v < 0:
            steep_v = -steep_v
        slope_x = low[6] + part * (high[6] - low[6])
        slope_y = low[7] + part * (high[7] - low[7])
        slope_width = low[8] + part * (high[8] - low[8])
        slope_depth = low[9] + part * (high[9] - low[9])
        grow_u = -(cosine * slope_x - sine * slope_y + u * slope_width) / width
        grow_v = -(sine * slope_x + cosine * slope_y + v * slope_depth) / depth
        upward = steep_u * grow_u + steep_v * grow_v
        sideways = steep_u / width + steep_v * lean_x / depth
        gradient = sideways * sideways + (steep_v * lean_y / depth) ** 2 + upward * upward
        side = (level - level ** np.float32(0.6)) / np.sqrt(gradient)
    above = z - apex_z
    if side > np.float32(0.0) and above > np.float32(0.0):
        return np.float32(np.sqrt(side * side + above * above))
    return np.float32(max(side * one, above))


@_compiled
def envelope_distances(points, rows, bottom_z, step, apex_z):  # type: ignore[no-untyped-def]
    """Distances of points, shape (n, 3) float32 to (n,) float32."""
    found = np.empty(points.shape[0], np.float32)
    for n in range(points.shape[0]):
        found[n] = envelope_distance(
            points[n, 0], points[n, 1], points[n, 2], rows, bottom_z, step, apex_z
        )
    return found
