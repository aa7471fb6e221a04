"""The loops of the soft tissue, compiled by numba: each voxel alone, so threads change nothing.

Imported lazily. Coarse fields are read trilinearly; textures come from the person's periodic block,
read in millimetres along turned axes, so that no period lines up with a beam.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

_compiled: Any = njit(cache=True, nogil=True, error_model="numpy")
# Called by kernels alone: without the ways in from Python, which take longer to compile than these.
_called: Any = njit(
    cache=True, nogil=True, error_model="numpy", no_cpython_wrapper=True, no_cfunc_wrapper=True
)

PER_COUNT = np.float32(1.0 / 4096.0)
ZERO, HALF, ONE = np.float32(0.0), np.float32(0.5), np.float32(1.0)
# Columns of the fields; a plain number is a type of its own, and one more version of `read`.
SKIN, MUSCLE, LUNG, INNER, GLAND, GAS = (np.int64(n) for n in range(6))
SPINE_X, SPINE_Y, CHEST_FRONT, CHEST_BACK = 0, 1, 2, 3  # columns of the rails
FAT_RISE, STREAKS, LUNG_HU, LUNG_SLOPE, UPPER_Z = 0, 1, 2, 3, 4  # of the person's numbers
SKIN_MM, SKIN_HU, AIR_HU = np.float32(2.4), np.float32(45.0), np.float32(-1000.0)
FAT_HU, FAT_SPREAD_HU = np.float32(-100.0), np.float32(14.0)
FINE_HU, COARSE_HU = np.float32(9.0), np.float32(6.0)
LUNG_FINE_HU, LUNG_COARSE_HU = np.float32(45.0), np.float32(32.0)
GAS_HU, BUBBLES_MM = np.float32(-985.0), np.float32(1.0)
# Turned axes of the textures: a rotation that maps no axis near another.
R = np.array(
    [[0.7384, 0.4615, -0.4919], [-0.2877, 0.8735, 0.3927], [0.6109, -0.1485, 0.7777]], np.float32
)
# What all eight corners of a cell tell of every place in it.
OUTSIDE, UNDER_SKIN, NO_LUNG, ALL_LUNG, NO_GAS, MEAT = (np.uint8(1 << n) for n in range(6))
SURE_MM = np.float32(0.01)  # for rounding
GAS_NEAR_MM = np.float32(12.0)
FINE_PER_MM, COARSE_PER_MM = np.float32(4.0 / 2.4), np.float32(4.0 / 11.0)
STREAK_PER_MM, STREAK_UP = np.float32(4.0 / 4.0), np.float32(0.22)
PLANE_PER_MM, PLANE_HU = np.float32(4.0 / 14.0), np.float32(-62.0)


@_called
def noise(block, x, y, z):  # type: ignore[no-untyped-def]
    """Trilinear value of the periodic block at cell coordinates, spread 1."""
    fx, fy, fz = np.floor(x), np.floor(y), np.floor(z)
    u, v, w = np.float32(x - fx), np.float32(y - fy), np.float32(z - fz)
    i0, j0, k0 = int(fx) & 127, int(fy) & 127, int(fz) & 127
    i1, j1, k1 = (i0 + 1) & 127, (j0 + 1) & 127, (k0 + 1) & 127
    a = block[k0, j0, i0] * (ONE - u) + block[k0, j0, i1] * u
    b = block[k0, j1, i0] * (ONE - u) + block[k0, j1, i1] * u
    c = block[k1, j0, i0] * (ONE - u) + block[k1, j0, i1] * u
    d = block[k1, j1, i0] * (ONE - u) + block[k1, j1, i1] * u
    low = a * (ONE - v) + b * v
    high = c * (ONE - v) + d * v
    return (low * (ONE - w) + high * w) * PER_COUNT


@_compiled
def noise_on(begin, end, block, x, y, z, start, out):  # type: ignore[no-untyped-def]
    """Fill `out` from cell coordinates along three lines, turned."""
    for k in range(begin, end):
        for j in range(y.size):
            for i in range(x.size):
                u = R[0, 0] * x[i] + R[0, 1] * y[j] + R[0, 2] * z[k] + start[0]
                v = R[1, 0] * x[i] + R[1, 1] * y[j] + R[1, 2] * z[k] + start[1]
                w = R[2, 0] * x[i] + R[2, 1] * y[j] + R[2, 2] * z[k] + start[2]
                out[k, j, i] = noise(block, u, v, w)


@_called
def cover(distance, edge):  # type: ignore[no-untyped-def]
    """How much of a voxel a solid covers: clamp(0.5 - d/h)."""
    return min(max(HALF - distance / edge, ZERO), ONE)


@_called
def smooth(distance, edge):  # type: ignore[no-untyped-def]
    """The same without kinks, wider: a surface that rays graze for long must not comb."""
    part = cover(distance, edge * np.float32(1.5))
    return part * part * (np.float32(3.0) - np.float32(2.0) * part)


@_called
def _sheet(distance, half, edge):  # type: ignore[no-untyped-def]
    """How much of a voxel a thin sheet fills."""
    part = cover(abs(distance) - half, edge)
    return part * min(ONE, np.float32(2.0) * half / (HALF * edge + half))


@_called
def _planes(block, x, y, z, depth, person, edge):  # type: ignore[no-untyped-def]
    """Share of fat 0..1 behind the spine: planes that wander and fade, streaks along the muscle.

    x, y : from the body centre; depth : into the muscle from its surface.
    """
    px, py, pz = x * PLANE_PER_MM, y * PLANE_PER_MM, z * PLANE_PER_MM * np.float32(0.6)
    first = noise(block, px + np.float32(17.0), py, pz)
    second = noise(block, px, py + np.float32(41.0), pz + np.float32(9.0))
    fade = min(max(np.float32(0.45) + np.float32(0.6) * second, ZERO), ONE)
    other = min(max(np.float32(0.45) - np.float32(0.6) * first, ZERO), ONE)
    side = abs(x)
    if side >= np.float32(95.0):
        return ZERO  # no planes and no streaks so far out
    wander = np.float32(2.6) * first
    fat = _sheet(depth - np.float32(6.0) - wander, np.float32(0.55), edge) * fade
    if z > person[UPPER_Z] and side > np.float32(6.0):
        at = np.float32(12.0) + np.float32(3.2) * second
        fat = max(fat, _sheet(depth - at, np.float32(0.5), edge) * other)
    lean = np.float32(0.12) * depth
    at = np.float32(22.0) + lean + np.float32(3.6) * second
    fat = max(fat, _sheet(side - at, np.float32(0.6), edge) * other)
    at = np.float32(43.0) - lean + np.float32(4.0) * first
    fat = max(fat, _sheet(side - at, np.float32(0.7), edge) * fade)
    sx, sy = x * STREAK_PER_MM, y * STREAK_PER_MM
    sz = z * STREAK_PER_MM * STREAK_UP
    streak = noise(block, sx, sy, sz) + HALF * first
    within = min(max((np.float32(95.0) - side) * np.float32(0.05), ZERO), ONE)
    wet = min(max((streak - person[STREAKS]) * np.float32(1.1), ZERO), ONE)
    return max(fat * within, wet * np.float32(0.8) * within)


@_compiled
def fill(  # type: ignore[no-untyped-def]
    begin,
    end,
    hu,
    lungs,
    origin,
    step,
    axes,
    fields,
    kinds,
    corner,
    pitch,
    rails,
    bottom,
    block,
    person,
):
    """HU without bone, vessels and airways; `lungs` gets the lung's share as 0..255.

    origin, step : the block, world. axes : trunk's, columns. fields : (nk, nj, ni, 6) on the coarse
    grid of `corner`, `pitch` in the trunk; kinds : of its cells, from `know`. rails : per mm of z
    from `bottom`.
    """
    _, nj, ni = hu.shape
    mk, mj, mi = fields.shape[:3]
    edge = np.float32(2.0 * step)
    grain = np.float32(1.0 / pitch)
    for k in range(begin, end):
        z = np.float32(origin[2] + k * step)
        row = rails[min(max(int(z - bottom + HALF), 0), rails.shape[0] - 1)]
        gz = (z - corner[2]) * grain
        inside_z = gz >= ZERO and gz < mk - 1
        for j in range(nj):
            wy = np.float32(origin[1] + j * step)
            for i in range(ni):
                wx = np.float32(origin[0] + i * step)
                x = wx * axes[0, 0] + wy * axes[1, 0]
                y = wx * axes[0, 1] + wy * axes[1, 1]
                gx, gy = (x - corner[0]) * grain, (y - corner[1]) * grain
                hu[k, j, i] = AIR_HU
                lungs[k, j, i] = 0
                if not (inside_z and gx >= ZERO and gy >= ZERO and gx < mi - 1 and gy < mj - 1):
                    continue
                known = kinds[int(gz), int(gy), int(gx)]
                if known & OUTSIDE:
                    continue
                under = known & UNDER_SKIN
                skin = ZERO if under else read(fields, gx, gy, gz, SKIN)
                if skin > edge:
                    continue
                lung, part, empty = ONE, ZERO, known & NO_LUNG
                if known & ALL_LUNG:
                    part = ONE
                elif not empty:
                    lung = read(fields, gx, gy, gz, LUNG)
                    part = cover(lung, edge)
                p = R[0, 0] * x + R[0, 1] * y + R[0, 2] * z
                q = R[1, 0] * x + R[1, 1] * y + R[1, 2] * z
                r = R[2, 0] * x + R[2, 1] * y + R[2, 2] * z
                fine = noise(block, p * FINE_PER_MM, q * FINE_PER_MM, r * FINE_PER_MM)
                slow = noise(block, p * COARSE_PER_MM, q * COARSE_PER_MM, r * COARSE_PER_MM)
                value = ZERO
                if part < ONE:
                    near_x, near_y = x - row[0], y - row[1]
                    behind = near_y > np.float32(4.0) and lung > ZERO
                    muscle, within = ZERO, ONE
                    if behind or not known & MEAT:
                        muscle = read(fields, gx, gy, gz, MUSCLE)
                        within = smooth(muscle, edge)
                    if within < ONE:
                        value = FAT_HU + FAT_SPREAD_HU * (slow + HALF * fine)
                        value += read(fields, gx, gy, gz, GLAND)
                    if within > ZERO:
                        inner = read(fields, gx, gy, gz, INNER) + FINE_HU * fine + COARSE_HU * slow
                        if behind:
                            fat = _planes(block, near_x, near_y, z, -muscle, person, edge)
                            inner += fat * (PLANE_HU - inner)
                        if not known & NO_GAS:
                            gas = read(fields, gx, gy, gz, GAS)
                            if gas < GAS_NEAR_MM:
                                filled = cover(gas + BUBBLES_MM * fine, edge)
                                inner += filled * (GAS_HU - inner)
                        value += within * (inner - value)
                    below = ONE if under else smooth(skin + SKIN_MM, edge)
                    value = SKIN_HU + below * (value - SKIN_HU)
                    below = ONE if under else smooth(skin, edge)
                    value = AIR_HU + below * (value - AIR_HU)
                if part > ZERO:
                    ahead = y - HALF * (row[2] + row[3])
                    air = person[LUNG_HU] + person[LUNG_SLOPE] * ahead
                    air += LUNG_FINE_HU * fine + LUNG_COARSE_HU * slow
                    value += part * (max(air, np.float32(-985.0)) - value)
                    lungs[k, j, i] = np.uint8(part * np.float32(255.0))
                hu[k, j, i] = value


@_compiled
def know(begin, end, fields, edge, kinds):  # type: ignore[no-untyped-def]
    """What each cell's corners tell of all of it, where edges are `edge` mm wide: bits of `kinds`.

    A value read between corners lies between the least and the most of them, to rounding.
    """
    _, nj, ni = kinds.shape
    soft = np.float32(0.75) * edge + SURE_MM
    half = HALF * edge + SURE_MM
    for k in range(begin, end):
        for j in range(nj):
            for i in range(ni):
                found = np.uint8(0)
                low, high = _range(fields, i, j, k, SKIN)
                if low > edge + SURE_MM:
                    kinds[k, j, i] = OUTSIDE
                    continue
                if high < -SKIN_MM - soft:
                    found |= UNDER_SKIN
                low, high = _range(fields, i, j, k, LUNG)
                if low > half:
                    found |= NO_LUNG
                if high < -half:
                    found |= ALL_LUNG
                low, high = _range(fields, i, j, k, MUSCLE)
                if high < -soft:
                    found |= MEAT
                low, high = _range(fields, i, j, k, GAS)
                if low > GAS_NEAR_MM + SURE_MM:
                    found |= NO_GAS
                kinds[k, j, i] = found


@_called
def _range(fields, i, j, k, column):  # type: ignore[no-untyped-def]
    """The least and the most of a column at the corners of a cell."""
    low = fields[k, j, i, column]
    high = low
    for n in range(1, 8):
        value = fields[k + (n >> 2), j + ((n >> 1) & 1), i + (n & 1), column]
        low, high = min(low, value), max(high, value)
    return low, high


@_compiled
def label(  # type: ignore[no-untyped-def]
    begin, end, tissues, origin, step, axes, fields, kinds, corner, pitch, air, soft, inside
):
    """AIR, SOFT or LUNG of every voxel centre; kinds : from `know` with an edge of 0."""
    _, nj, ni = tissues.shape
    mk, mj, mi = fields.shape[:3]
    grain = np.float32(1.0 / pitch)
    for k in range(begin, end):
        gz = (np.float32(origin[2] + k * step) - corner[2]) * grain
        for j in range(nj):
            wy = np.float32(origin[1] + j * step)
            for i in range(ni):
                wx = np.float32(origin[0] + i * step)
                gx = (wx * axes[0, 0] + wy * axes[1, 0] - corner[0]) * grain
                gy = (wx * axes[0, 1] + wy * axes[1, 1] - corner[1]) * grain
                tissues[k, j, i] = air
                if gx < ZERO or gy < ZERO or gz < ZERO:
                    continue
                if gx >= mi - 1 or gy >= mj - 1 or gz >= mk - 1:
                    continue
                known = kinds[int(gz), int(gy), int(gx)]
                if known & OUTSIDE:
                    continue
                if not known & UNDER_SKIN and read(fields, gx, gy, gz, SKIN) > ZERO:
                    continue
                if known & ALL_LUNG:
                    tissues[k, j, i] = inside
                elif known & NO_LUNG:
                    tissues[k, j, i] = soft
                else:
                    tissues[k, j, i] = inside if read(fields, gx, gy, gz, LUNG) < ZERO else soft


@_called
def read(fields, gx, gy, gz, column):  # type: ignore[no-untyped-def]
    """One column at grid coordinates inside the grid."""
    a, b, c = int(gx), int(gy), int(gz)
    u, v, w = gx - np.float32(a), gy - np.float32(b), gz - np.float32(c)
    low = fields[c, b, a, column] * (ONE - u) + fields[c, b, a + 1, column] * u
    back = fields[c, b + 1, a, column] * (ONE - u) + fields[c, b + 1, a + 1, column] * u
    floor = low * (ONE - v) + back * v
    low = fields[c + 1, b, a, column] * (ONE - u) + fields[c + 1, b, a + 1, column] * u
    back = fields[c + 1, b + 1, a, column] * (ONE - u) + fields[c + 1, b + 1, a + 1, column] * u
    return floor * (ONE - w) + (low * (ONE - v) + back * v) * w


@_compiled
def read_points(fields, corner, pitch, points, column, out):  # type: ignore[no-untyped-def]
    """A column at trunk points (n, 3); held at the grid's border."""
    mk, mj, mi = fields.shape[:3]
    grain = np.float32(1.0 / pitch)
    for n in range(points.shape[0]):
        gx = min(max((points[n, 0] - corner[0]) * grain, ZERO), np.float32(mi - 1.001))
        gy = min(max((points[n, 1] - corner[1]) * grain, ZERO), np.float32(mj - 1.001))
        gz = min(max((points[n, 2] - corner[2]) * grain, ZERO), np.float32(mk - 1.001))
        out[n] = read(fields, gx, gy, gz, column)


@_called
def _rod_distance(x, y, z, rod):  # type: ignore[no-untyped-def]
    """Distance to a rod's middle line and the radius there."""
    ax, ay, az = rod[3] - rod[0], rod[4] - rod[1], rod[5] - rod[2]
    dx, dy, dz = x - rod[0], y - rod[1], z - rod[2]
    long = ax * ax + ay * ay + az * az
    part = (dx * ax + dy * ay + dz * az) / max(long, np.float32(1e-6))
    part = min(max(part, ZERO), ONE)
    dx, dy, dz = dx - part * ax, dy - part * ay, dz - part * az
    return np.sqrt(dx * dx + dy * dy + dz * dz), rod[6] + part * (rod[7] - rod[6])


@_called
def _span(low, high, origin, step, count):  # type: ignore[no-untyped-def]
    first = max(int(np.ceil((low - origin) / step)), 0)
    past = min(int(np.floor((high - origin) / step)) + 1, count)
    return first, past


@_compiled
def draw_rods(begin, end, hu, origin, step, rods, firsts):  # type: ignore[no-untyped-def]
    """Chains of rods, in order; a chain is its union. Slices keep the order each for itself.

    rods : (n, 9), world. firsts : where each chain begins, and the end.
    """
    _, nj, ni = hu.shape
    edge = np.float32(1.6 * step)
    for k in range(begin, end):
        z = np.float32(origin[2] + k * step)
        best = np.zeros((nj, ni), np.float32)
        for chain in range(firsts.size - 1):
            j_low, j_high, i_low, i_high = nj, 0, ni, 0
            value = rods[firsts[chain], 8]
            for n in range(firsts[chain], firsts[chain + 1]):
                rod = rods[n]
                reach = max(rod[6], rod[7]) + edge
                if z < min(rod[2], rod[5]) - reach or z > max(rod[2], rod[5]) + reach:
                    continue
                if max(rod[6], rod[7]) <= np.float32(0.05):
                    continue
                i0, i1 = _span(
                    min(rod[0], rod[3]) - reach, max(rod[0], rod[3]) + reach, origin[0], step, ni
                )
                j0, j1 = _span(
                    min(rod[1], rod[4]) - reach, max(rod[1], rod[4]) + reach, origin[1], step, nj
                )
                for j in range(j0, j1):
                    y = np.float32(origin[1] + j * step)
                    for i in range(i0, i1):
                        x = np.float32(origin[0] + i * step)
                        away, radius = _rod_distance(x, y, z, rod)
                        part = cover(away - radius, edge)
                        if part > best[j, i]:
                            best[j, i] = part
                if i1 > i0 and j1 > j0:
                    j_low, j_high = min(j_low, j0), max(j_high, j1)
                    i_low, i_high = min(i_low, i0), max(i_high, i1)
            for j in range(j_low, j_high):
                for i in range(i_low, i_high):
                    if best[j, i] > ZERO:
                        hu[k, j, i] += best[j, i] * (value - hu[k, j, i])
                        best[j, i] = ZERO


@_called
def _before(starts, value):  # type: ignore[no-untyped-def]
    """How many of the rising numbers lie below a value; numpy's own takes long to compile."""
    low, high = 0, starts.size
    while low < high:
        middle = (low + high) // 2
        if starts[middle] < value:
            low = middle + 1
        else:
            high = middle
    return low


@_compiled
def draw_vessels(  # type: ignore[no-untyped-def]
    begin, end, hu, lungs, origin, step, rods, starts, order, deep, value
):
    """Vessels into lung only; the largest share wins, so no order shows.

    rods : (n, 9), world; order : by lower z; starts : their lower z in that order; deep : the
    longest reach in z. Thin vessels keep their mass: a cone of the same content.
    """
    _, nj, ni = hu.shape
    edge = np.float32(1.4 * step)
    thin = HALF * edge
    for k in range(begin, end):
        z = np.float32(origin[2] + k * step)
        best = np.zeros((nj, ni), np.float32)
        first = _before(starts, z - deep - edge)
        last = _before(starts, z + edge)
        for m in range(first, last):
            rod = rods[order[m]]
            wide = max(rod[6], rod[7])
            reach = max(wide, thin) + thin
            if z < min(rod[2], rod[5]) - reach or z > max(rod[2], rod[5]) + reach:
                continue
            i0, i1 = _span(
                min(rod[0], rod[3]) - reach, max(rod[0], rod[3]) + reach, origin[0], step, ni
            )
            j0, j1 = _span(
                min(rod[1], rod[4]) - reach, max(rod[1], rod[4]) + reach, origin[1], step, nj
            )
            for j in range(j0, j1):
                y = np.float32(origin[1] + j * step)
                for i in range(i0, i1):
                    if lungs[k, j, i] == 0:
                        continue
                    x = np.float32(origin[0] + i * step)
                    away, radius = _rod_distance(x, y, z, rod)
                    if away > radius + reach:
                        continue
                    if radius >= thin:
                        part = cover(away - radius, edge)
                    else:
                        share = np.float32(3.0) * radius * radius / (edge * edge)
                        part = min(share, ONE) * cover(away - thin, edge)
                    if part > best[j, i]:
                        best[j, i] = part
        for j in range(nj):
            for i in range(ni):
                if best[j, i] > ZERO:
                    part = best[j, i] * np.float32(lungs[k, j, i]) * np.float32(1.0 / 255.0)
                    hu[k, j, i] += part * (value - hu[k, j, i])
