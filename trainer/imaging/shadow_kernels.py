"""All steel and all contrast of a frame in one compiled call; imported lazily.

What `received.with_shadows` does rod by rod and pool by pool, to single precision. The
interpreter's lock is let go for the whole of it.
"""

from __future__ import annotations

import numpy as np
from numba import uint64

from trainer.imaging.fused_math import compiled, exp_of, inlined

SUBSAMPLES, MARGIN_PX = 3, 4  # as `needle_shadow` and `received` have them (tested)


@inlined
def _corners_px(numbers, at, half_at, halves, matrix, seen, first):  # type: ignore[no-untyped-def]
    """Pixels of the box round a point; how many of its corners lie before the source.

    numbers : the point from `at` on, half the box's edges from `half_at` on, times `halves`; the
    latter one number for all three axes where `halves` is not 1. seen : filled from `first` on.
    """
    found = 0
    for corner in range(8):
        u, v, w = matrix[0, 3], matrix[1, 3], matrix[2, 3]
        for axis in range(3):
            half = numbers[half_at + axis] if halves == 1.0 else numbers[half_at] * halves
            point = numbers[at + axis] + (half if (corner >> axis) & 1 else -half)
            u += matrix[0, axis] * point
            v += matrix[1, axis] * point
            w += matrix[2, axis] * point
        if w > 0.0:
            seen[first + corner, 0], seen[first + corner, 1] = u / w, v / w
            found += 1
    return found


@inlined
def _box(seen, count, before, size, box):  # type: ignore[no-untyped-def]
    """Left, top, right, bottom of the pixels round some, `before` more, held to the picture."""
    for axis in range(2):
        low, high = seen[0, axis], seen[0, axis]
        for at in range(1, count):
            low, high = min(low, seen[at, axis]), max(high, seen[at, axis])
        most = float(size[axis])
        box[axis] = int(min(max(np.floor(low) - before, 0.0), most))
        box[axis + 2] = int(min(max(np.ceil(high) + before + 1.0, 0.0), most))


@inlined
def _rod_line(rod, matrix, size, seen, box, line):  # type: ignore[no-untyped-def]
    """Where a rod may darken: its box; its axis in the picture (x, y, dx, dy) and how far off it.

    line : (5,) of zeros, filled; dx = dy = 0 where all of the box may. box : (4,) of zeros, filled.
    """
    found = _corners_px(rod, 0, 6, 0.5, matrix, seen, 0)
    found += _corners_px(rod, 3, 6, 0.5, matrix, seen, 8)
    if found == 0:
        return
    if found < 16:  # it passes level with the source: anywhere
        box[2], box[3] = size[0], size[1]
        return
    _box(seen, 16, 1.0, size, box)
    x, y, dx, dy = 0.0, 0.0, 0.0, 0.0
    for at in range(8):
        x += seen[at, 0] / 8.0
        y += seen[at, 1] / 8.0
        dx += (seen[at + 8, 0] - seen[at, 0]) / 8.0
        dy += (seen[at + 8, 1] - seen[at, 1]) / 8.0
    length = np.sqrt(dx * dx + dy * dy)
    if length < 1e-9:
        return
    line[0], line[1], line[2], line[3] = x, y, dx / length, dy / length
    for at in range(16):
        off = line[2] * (seen[at, 1] - y) - line[3] * (seen[at, 0] - x)
        line[4] = max(line[4], abs(off))
    line[4] += 1.0


@inlined
def _chord(diameter, beside, across, toward, near, far):  # type: ignore[no-untyped-def]
    """The share of a ray that lies in a finite cylinder."""
    root = np.sqrt(max(toward * toward - across * (beside - diameter * diameter / 4.0), 0.0))
    return max(min((root - toward) / across, far) - max((-toward - root) / across, near), 0.0)


@inlined
def _add_steel(  # type: ignore[no-untyped-def]
    rod, rays, source, box, line, work, left, top, steel
):
    """Add a rod's steel, mm, mean over each pixel, to a patch that begins at (left, top).

    work : (5, 3), to work in.
    """
    length, height, beside = 0.0, 0.0, 0.0
    for n in range(3):
        length += (rod[3 + n] - rod[n]) ** 2
    length = np.sqrt(length)
    for n in range(3):
        height += (source[n] - rod[n]) * (rod[3 + n] - rod[n]) / length
    products, slopes, towards = work[:3], work[3], work[4]
    for n in range(3):
        slopes[n], towards[n] = 0.0, 0.0
        products[n, 0], products[n, 1], products[n, 2] = 0.0, 0.0, 0.0
    for k in range(3):
        axis = (rod[3 + k] - rod[k]) / length
        away = source[k] - rod[k] - height * axis
        beside += away * away
        for n in range(3):
            slopes[n] += rays[n, k] * axis
            towards[n] += rays[n, k] * away
            for m in range(3):
                products[n, m] += rays[n, k] * rays[m, k]
    everywhere = line[2] == 0.0 and line[3] == 0.0
    for row in range(box[1], box[3]):
        for column in range(box[0], box[2]):
            off = line[2] * (row - line[1]) - line[3] * (column - line[0])
            if not everywhere and abs(off) > line[4]:
                continue
            total = 0.0
            for sub in range(SUBSAMPLES * SUBSAMPLES):
                x = column + (sub % SUBSAMPLES + 0.5) / SUBSAMPLES - 0.5
                y = row + (sub // SUBSAMPLES + 0.5) / SUBSAMPLES - 0.5
                slope = slopes[0] * x + slopes[1] * y + slopes[2]
                toward = towards[0] * x + towards[1] * y + towards[2]
                squared = (
                    (products[0, 0] * x + 2.0 * (products[0, 1] * y + products[0, 2])) * x
                    + (products[1, 1] * y + 2.0 * products[1, 2]) * y
                    + products[2, 2]
                )
                across = max(squared - slope * slope, 1e-12 * squared)
                steep = 1e-6 if abs(slope) < 1e-6 else slope
                one, other = -height / steep, (length - height) / steep
                near, far = max(min(one, other), 0.0), min(max(one, other), 1.0)
                share = _chord(rod[6], beside, across, toward, near, far)
                if rod[7] > 0.0:
                    share -= _chord(rod[7], beside, across, toward, near, far)
                total += share * np.sqrt(squared)
            steel[row - top, column - left] += np.float32(total / (SUBSAMPLES * SUBSAMPLES))


@inlined
def _add_iodine(pool, rays, source, box, left, top, iodine):  # type: ignore[no-untyped-def]
    """Add a pool's iodine, g/cm2, to a patch: in its own unit ball a ray is still a line."""
    c = -1.0
    for axis in range(3):
        c += ((source[axis] - pool[axis]) / pool[3 + axis]) ** 2
    for row in range(box[1], box[3]):
        for column in range(box[0], box[2]):
            a, b, squared = 0.0, 0.0, 0.0
            for axis in range(3):
                ray = rays[0, axis] * column + rays[1, axis] * row + rays[2, axis]
                squared += ray * ray
                ray /= pool[3 + axis]
                a += ray * ray
                b += ray * (source[axis] - pool[axis]) / pool[3 + axis]
            share = 2.0 * np.sqrt(max(b * b - a * c, 0.0)) / a
            grams = share * np.sqrt(squared) / 10.0 * pool[6]
            iodine[row - top, column - left] += np.float32(grams)


@inlined
def _lost(steel, iodine, left, top, anatomy, energies, direct_share):  # type: ignore[no-untyped-def]
    """I / I0 that the direct beam loses to steel and iodine, in place of the steel."""
    _, log_signal, water, bone = anatomy
    count = energies.shape[1]
    bits = np.empty(count, np.int32)
    before, after = np.empty(count, np.float32), np.empty(count, np.float32)
    behind = np.empty(count, np.float32)
    for r in range(steel.shape[0]):
        for c in range(steel.shape[1]):
            metal, medium = steel[r, c], iodine[r, c]
            if metal == np.float32(0.0) and medium == np.float32(0.0):
                continue
            w, b = water[top + r, left + c], bone[top + r, left + c]
            for n in range(uint64(count)):
                before[n] = -w * energies[1, n] - b * energies[2, n]
            exp_of(before, bits, after)
            for n in range(uint64(count)):
                behind[n] = after[n] * energies[0, n]
                before[n] = -metal * energies[3, n] - medium * energies[4, n]
            exp_of(before, bits, after)
            arriving, kept = np.float32(0.0), np.float32(0.0)
            for n in range(uint64(count)):
                arriving += behind[n]
                kept += behind[n] * after[n]
            direct = np.float32(np.exp(log_signal[top + r, left + c])) * direct_share
            steel[r, c] = direct * (max(kept / arriving, np.float32(1e-12)) - np.float32(1.0))


@inlined
def _edge(place, count):  # type: ignore[no-untyped-def]
    """A place beyond an edge, seen in it; the edge itself is doubled."""
    while place < 0 or place >= count:
        place = -1 - place if place < 0 else 2 * count - 1 - place
    return place


@inlined
def _spread_into(lost, left, top, taps, shares, corners, out):  # type: ignore[no-untyped-def]
    """Add what is lost, as its light spreads and as the corners keep it, to a picture."""
    rows, columns = lost.shape
    reach = (taps.shape[1] - 1) // 2
    line, total = np.empty(columns + 2 * reach, np.float32), np.empty(columns, np.float32)
    for r in range(rows):
        for c in range(uint64(columns)):
            total[c] = np.float32(0.0)
        for kind in range(taps.shape[0]):
            for c in range(uint64(line.size)):
                line[c] = np.float32(0.0)
            for n in range(-reach, reach + 1):
                weight = taps[kind, n + reach] * shares[kind]
                source = lost[_edge(r + n, rows)]
                for c in range(uint64(columns)):
                    line[uint64(reach) + c] += weight * source[c]
            for n in range(reach):
                line[reach - 1 - n] = line[reach + _edge(n, columns)]
                line[reach + columns + n] = line[reach + _edge(columns + n, columns)]
            for n in range(uint64(2 * reach + 1)):
                weight = taps[kind, n]
                for c in range(uint64(columns)):
                    total[c] += weight * line[c + n]
        down, got = corners[1][top + r], out[top + r]
        for c in range(columns):
            kept = np.float32(1.0) - corners[2] * (down + corners[0][left + c])
            got[left + c] += total[c] * kept


@compiled
def shadows(  # type: ignore[no-untyped-def]
    rods, pools, rays, source, matrix, anatomy, energies, direct_share, taps, shares, corners, room,
    out,
):  # fmt: skip
    """Put steel and iodine into `out`, a copy of the clean picture; False where they miss it.

    rods : (n, 8), from, to, outer and inner diameter, mm. pools : (m, 7), centre, semi-axes mm,
    iodine g/cm3. rays : (3, 3), column step, row step, source to pixel (0, 0). source : (3,).
    matrix : (3, 4), homogeneous pixels of a point. anatomy : clean, ln(I / I0), water and bone
    g/cm2. energies : (5, energies) share, water, bone cm2/g, steel per mm, iodine cm2/g.
    taps, shares, corners : of the receptor, as `fused_kernels.receptor_rows` has them. room : to
    work in, zeros, for each rod and pool (n + m, 4) int64 and (n + m, 5); (16, 2), (5, 3).
    """
    clean = anatomy[0]
    size, many = (clean.shape[1], clean.shape[0]), rods.shape[0]
    boxes, lines, seen, work = room
    for n in range(many):
        _rod_line(rods[n], matrix, size, seen, boxes[n], lines[n])
    for n in range(pools.shape[0]):
        if _corners_px(pools[n], 0, 3, 1.0, matrix, seen, 0) == 8:
            _box(seen, 8, 0.0, size, boxes[many + n])
    left, top, right, bottom = size[0], size[1], 0, 0
    for n in range(boxes.shape[0]):
        if boxes[n, 2] > boxes[n, 0] and boxes[n, 3] > boxes[n, 1]:
            left, top = min(left, boxes[n, 0]), min(top, boxes[n, 1])
            right, bottom = max(right, boxes[n, 2]), max(bottom, boxes[n, 3])
    if right <= left:
        return False
    left, top = max(left - MARGIN_PX, 0), max(top - MARGIN_PX, 0)
    right, bottom = min(right + MARGIN_PX, size[0]), min(bottom + MARGIN_PX, size[1])
    both = np.zeros((2, bottom - top, right - left), np.float32)
    steel, iodine = both[0], both[1]
    for n in range(many):
        _add_steel(rods[n], rays, source, boxes[n], lines[n], work, left, top, steel)
    for n in range(pools.shape[0]):
        _add_iodine(pools[n], rays, source, boxes[many + n], left, top, iodine)
    _lost(steel, iodine, left, top, anatomy, energies, direct_share)
    _spread_into(steel, left, top, taps, shares, corners, out)
    return True
