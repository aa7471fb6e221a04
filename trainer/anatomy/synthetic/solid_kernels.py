"""Signed distances of solids kept as rows of numbers, compiled by numba on first use.

One row is one solid; `solid.py` names its columns. Rows are taken in order: a solid joins what is
there smoothly, or is carved out of it. Every point is computed on its own, so bytes do not depend
on threads. No fast mathematics: the same build gives the same bytes everywhere.
"""

from __future__ import annotations

from math import sqrt
from typing import Any

import numpy as np
from numba import njit

from trainer.anatomy.synthetic.solid import BODY, CANAL

_compiled: Any = njit(nogil=True, cache=True, error_model="numpy", boundscheck=False)
# Called by kernels alone: the ways in from Python take longer to compile than what they lead to.
_called: Any = njit(
    nogil=True, cache=True, error_model="numpy", no_cpython_wrapper=True, no_cfunc_wrapper=True
)

FAR = 50.0  # as `FAR_MM`
NOWHERE = 100.0  # neither joins nor carves anything
SLACK_MM = 1e-6  # for rounding, where a solid is left out because it is too far to matter
BODY_WALL, END_PLATE, RIM = 0, 1, 2  # as `Material`
PEDICLE, PEDICLE_MEDIAL, PEDICLE_LATERAL = 3, 12, 13
STRETCH = 8  # voxels of a line for which the rows in reach are looked up together
TOGETHER = 24  # points, likely neighbours, likewise
RING = 0.18  # outer part of a plate, by area, that is flat
RIM_WIDE_MM, RIM_TALL_MM = 2.2, 1.3  # how far the rim's dense ring reaches over wall and plate


@_called
def _superellipse(x, y, w, h, square):  # type: ignore[no-untyped-def]
    """Distance to a section between an ellipse (square 0) and one of exponent 4 (square 1)."""
    a, b = abs(x) / w, abs(y) / h
    aa, bb = a * a, b * b
    round_ = sqrt(aa + bb)
    if round_ < 1e-6:
        return -min(w, h)
    boxy = sqrt(sqrt(aa * aa + bb * bb))
    reach = round_ + square * (boxy - round_)
    cube = boxy * boxy * boxy
    da = ((1.0 - square) * a / round_ + square * aa * a / cube) / w
    db = ((1.0 - square) * b / round_ + square * bb * b / cube) / h
    return (reach - 1.0) / sqrt(da * da + db * db)


@_called
def _rounded(a, b, radius):  # type: ignore[no-untyped-def]
    """The intersection of two half-spaces with a rounded edge."""
    a += radius
    b += radius
    over_a, over_b = max(a, 0.0), max(b, 0.0)
    return min(max(a, b), 0.0) + sqrt(over_a * over_a + over_b * over_b) - radius


@_called
def _loft(r, x, y, z, enough):  # type: ignore[no-untyped-def]
    """A section that changes along a straight axis, bowed and bent aside, with rounded ends.

    NOWHERE where its ends alone are further than `enough`, or its section alone, and so it is too:
    outside it, the slope of its norm is at most one over the smaller half size.
    """
    px, py, pz = x - r[9], y - r[10], z - r[11]
    along = px * r[12] + py * r[13] + pz * r[14]
    length = r[15]
    ends = max(-along, along - length)
    if ends > enough:
        return NOWHERE
    t = min(max(along / length, 0.0), 1.0)
    arc, tt = 4.0 * t * (1.0 - t), t * t
    u = px * r[16] + py * r[17] + pz * r[18] - r[30] * arc - r[32] * tt
    v = px * r[19] + py * r[20] + pz * r[21] - r[31] * arc - r[33] * tt
    w = r[22] + t * r[23] + tt * r[24]
    h = r[25] + t * r[26] + tt * r[27]
    least = (max(abs(u) / w, abs(v) / h) - 1.0) * min(w, h)
    if least > max(enough, 0.0):
        return NOWHERE
    return _rounded(
        _superellipse(u, v, w, h, r[34]), ends, r[28] if along < 0.5 * length else r[29]
    )


@_called
def _ring_noise(r, first, x, y):  # type: ignore[no-untyped-def]
    """Osteophytes: positive part of five harmonics round the body, mm; r[first:] cos, sin pairs."""
    far = sqrt(x * x + y * y)
    if far < 1e-3:
        return 0.0
    c, s = x / far, y / far
    cn, sn, total = c, s, r[first]
    for n in range(5):
        total += r[first + 1 + 2 * n] * cn + r[first + 2 + 2 * n] * sn
        cn, sn = cn * c - sn * s, sn * c + cn * s
    return max(total, 0.0)


@_called
def _body(r, x, y, z):  # type: ignore[no-untyped-def]
    """A vertebral body and what its place is made of; columns in `solid.Body`."""
    half = r[9] + r[10] * min(max(y, -r[17]), r[17])
    level = min(max(z / half, -1.0), 1.0)
    square = level * level
    bow = 1.0 - square
    slim = bow * (0.4 + 0.6 * bow)
    half_x = (r[11] + r[12] * level) * (1.0 - r[15] * slim)
    half_y = (r[13] + r[14] * level) * (1.0 - r[16] * slim)
    rim = square * square * square
    lip = 0.0
    if rim > 0.01:
        lip = rim * _ring_noise(r, 24 if z > 0.0 else 36, x, y)
    half_x += lip
    half_y += lip
    across = min((x / half_x) * (x / half_x), 1.0)
    hollow = r[18] * (1.0 - across) * (0.15 + 0.85 * bow) if y > 0.0 else 0.0
    side = _superellipse(x, y, half_x, half_y - hollow, r[22])
    out = across + (y / half_y) * (y / half_y)
    sunk = min(max(1.0 - RING - out, 0.0) * r[23], 1.0)
    sunk = sunk * sunk * (3.0 - 2.0 * sunk)
    edge = lip * 0.5 * max(out - 0.55, 0.0)
    # Twisted and bent plates: their rims do not run into one ruler line.
    a, b = min(max(x / half_x, -1.0), 1.0), min(max(y / half_y, -1.0), 1.0)
    n = 47 if z > 0.0 else 50
    edge += r[n] * (a * a - b * b) + r[n + 1] * a * b + r[n + 2] * a
    plates = abs(z) - half + (r[19] if z > 0.0 else r[20]) * sunk - edge
    near_side, near_plate = side > -RIM_WIDE_MM, plates > -RIM_TALL_MM
    material = BODY_WALL
    if near_side and near_plate:
        material = RIM
    elif plates > side:
        material = END_PLATE
    return _rounded(side, plates, r[21]), material


@_called
def _canal(r, x, y):  # type: ignore[no-untyped-def]
    """The vertebral canal: an upright elliptic cylinder, open above and below."""
    tube = _superellipse(x, y - r[9], r[10], r[11], 0.0)
    return max(tube, r[12] - y)


@_called
def _wall(r, x, y, z):  # type: ignore[no-untyped-def]
    """Which wall of a pedicle a place belongs to: toward the canal, away from it, or between."""
    along = (x - r[9]) * r[12] + (y - r[10]) * r[13] + (z - r[11]) * r[14]
    aside = abs(x) - abs(r[9] + along * r[12])
    if abs(aside) < 0.5 * r[22]:
        return PEDICLE
    return PEDICLE_MEDIAL if aside < 0.0 else PEDICLE_LATERAL


@_called
def _joined(d, new, blend):  # type: ignore[no-untyped-def]
    share = max(blend - abs(d - new), 0.0)
    return min(d, new) - share * share / (4.0 * blend)


@_called
def _carved(d, hole, blend):  # type: ignore[no-untyped-def]
    share = max(blend - abs(d + hole), 0.0)
    return max(d, -hole) + share * share / (4.0 * blend)


@_called
def field(rows, chosen, count, x, y, z):  # type: ignore[no-untyped-def]
    """Distance and material of the chosen rows at one local point."""
    d, nearest, material = FAR, FAR, 0
    for n in range(count):
        r = rows[chosen[n]]
        if x < r[3] or x > r[6] or y < r[4] or y > r[7] or z < r[5] or z > r[8]:
            continue
        kind, place = r[0], int(r[1])
        blend = abs(r[2])
        if kind == BODY:
            new, place = _body(r, x, y, z)
        elif kind == CANAL:
            new = _canal(r, x, y)
        else:
            # Beyond this it would change neither the distance nor what the place is made of.
            enough = blend - d if r[2] < 0.0 else max(d + blend, nearest)
            new = _loft(r, x, y, z, enough + SLACK_MM)
        if r[2] < 0.0:
            d = _carved(d, new, blend)
        else:
            if new < nearest:
                nearest, material = new, _wall(r, x, y, z) if place == PEDICLE else place
            d = _joined(d, new, blend)
    return d, material


@_called
def _near(rows, among, most, chosen, a, b):  # type: ignore[no-untyped-def]
    """Which of the first `most` rows in `among` meet the box of two local points; how many."""
    count = 0
    for m in range(most):
        n = among[m]
        r = rows[n]
        meets = True
        for axis in range(3):
            low, high = min(a[axis], b[axis]), max(a[axis], b[axis])
            meets = meets and high >= r[3 + axis] and low <= r[6 + axis]
        if meets:
            chosen[count] = n
            count += 1
    return count


@_compiled
def fill_slices(rows, first, steps, k0, k1, distance, material):  # type: ignore[no-untyped-def]
    """Slices k0..k1 of a block; local mm of its first voxel and of one step of i, j, k."""
    ni = distance.shape[2]
    everything = np.arange(rows.shape[0])
    line, chosen = np.empty_like(everything), np.empty_like(everything)
    for k in range(k0, k1):
        for j in range(distance.shape[1]):
            # Number by number: arithmetic of arrays takes seconds to compile.
            px = first[0] + k * steps[2, 0] + j * steps[1, 0]
            py = first[1] + k * steps[2, 1] + j * steps[1, 1]
            pz = first[2] + k * steps[2, 2] + j * steps[1, 2]
            end = (
                px + (ni - 1) * steps[0, 0],
                py + (ni - 1) * steps[0, 1],
                pz + (ni - 1) * steps[0, 2],
            )
            on_line = _near(rows, everything, rows.shape[0], line, (px, py, pz), end)
            for i0 in range(0, ni, STRETCH):
                i1 = min(i0 + STRETCH, ni)
                last = i1 - 1
                count = _near(
                    rows,
                    line,
                    on_line,
                    chosen,
                    (px + i0 * steps[0, 0], py + i0 * steps[0, 1], pz + i0 * steps[0, 2]),
                    (px + last * steps[0, 0], py + last * steps[0, 1], pz + last * steps[0, 2]),
                )
                for i in range(i0, i1):
                    x = px + i * steps[0, 0]
                    y = py + i * steps[0, 1]
                    z = pz + i * steps[0, 2]
                    d, m = field(rows, chosen, count, x, y, z)
                    distance[k, j, i] = np.float32(d)
                    material[k, j, i] = np.uint8(m)


@_compiled
def fill_points(rows, points, distance):  # type: ignore[no-untyped-def]
    """Distances at local points, shape (n, 3) to (n,)."""
    everything = np.arange(rows.shape[0])
    chosen = np.empty_like(everything)
    for first in range(0, points.shape[0], TOGETHER):
        past = min(first + TOGETHER, points.shape[0])
        ax, ay, az = points[first, 0], points[first, 1], points[first, 2]
        bx, by, bz = ax, ay, az
        for n in range(first + 1, past):
            x, y, z = points[n, 0], points[n, 1], points[n, 2]
            ax, ay, az = min(ax, x), min(ay, y), min(az, z)
            bx, by, bz = max(bx, x), max(by, y), max(bz, z)
        count = _near(rows, everything, rows.shape[0], chosen, (ax, ay, az), (bx, by, bz))
        for n in range(first, past):
            d, _ = field(rows, chosen, count, points[n, 0], points[n, 1], points[n, 2])
            distance[n] = np.float32(d)
