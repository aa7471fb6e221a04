"""The loops of the slab projector, compiled by numba on first use.

Imported lazily: numba costs a quarter of a second at start-up. All indices into flat arrays are
unsigned, because numba guards signed ones against wrap-around and the guard forbids vectors. The
kernels let go of the interpreter's lock and start no threads: `SlabProjector` runs two at once.
"""

from __future__ import annotations

import numpy as np
from numba import uint64
from numpy.typing import NDArray

from trainer.imaging.fused_math import compiled, inlined
from trainer.imaging.slab_volume import LANES, PAD

FloatMap = NDArray[np.float32]

ROWS = 16  # summed together: a vector holds as many; workers take turns by such blocks

# Sums are kept in 16 bits, which fit twice as many into a vector as floats do: a count is weighted
# down the rows to 1/256, kept as halves, weighted across to 1/128, kept as sixteenths; sixteen
# slices of 255 counts fit. Roundings are even-handed and come to 0.01 % of a picture.
COUNT_SCALE = 16
_ONE_DOWN, _HALF_DOWN, _DROP_DOWN = np.uint16(256), np.uint16(64), np.uint16(7)
_ONE_ACROSS, _HALF_ACROSS, _DROP_ACROSS = np.uint16(128), np.uint16(8), np.uint16(4)
_TO_SEVEN_BITS = np.uint16(9)
PIECE = 5  # numbers that describe a piece
ROOM = 3 * LANES  # beyond a mixed row
_FULL = 65536.0  # of a weight across while it grows along a run


@inlined
def _mix_rows(line, first, end, voxels, upper, lower, down):  # type: ignore[no-untyped-def]
    """Weigh two voxel rows into one from column `first` on, to `end` and up to LANES beyond.

    One product each: 16 bits that wrap round come back, for the sum fits.
    """
    for block in range(uint64(first), uint64(end), uint64(LANES)):
        for n in range(uint64(LANES)):
            one = np.uint16(voxels[upper + block + n])
            other = np.uint16(voxels[lower + block + n])
            change = np.uint16(np.uint16(other - one) * down)
            mixed = np.uint16(np.uint16(one * _ONE_DOWN) + np.uint16(change + _HALF_DOWN))
            line[block + n] = np.uint16(mixed >> _DROP_DOWN)


@inlined
def _add_piece(total, first, line, column, across, growth, masks, mask):  # type: ignore[no-untyped-def]
    """Add LANES linear samples of a mixed row, as far as they count."""
    for n in range(uint64(LANES)):
        here, following = line[column + n], line[column + n + uint64(1)]
        weight = np.uint16(across + np.uint16(growth * np.uint16(n))) >> _TO_SEVEN_BITS
        change = np.uint16(np.uint16(following - here) * np.uint16(weight))
        mixed = np.uint16(np.uint16(here * _ONE_ACROSS) + np.uint16(change + _HALF_ACROSS))
        added = np.uint16(np.uint16(mixed >> _DROP_ACROSS) & masks[mask + n])
        total[first + n] = np.uint16(total[first + n] + added)


@compiled
def pieces_of(source, shift, columns, tile, slices, slabs, windows):  # type: ignore[no-untyped-def]
    """How each slice lies on its slab's grid, in pieces of up to LANES columns of one offset.

    Grid column x stands at x + shift and meets the slice stretch * (x + shift - source) beyond.
    columns : of a padded voxel row. tile : voxel columns to a bit of what is filled. Returns the
    first piece of each slice; flat, of each piece: column in the window, place among the slab's
    mixed rows, how many, weight across in 1/65536 and its growth per column; the bits it reads.
    Weights are rounded so that they stay within the run's one column.
    """
    first_pieces = np.empty(slices.shape[0] + 1, np.int64)
    most = 0
    for slab in range(slabs.shape[0]):
        for n in range(int(slabs[slab, 0]), int(slabs[slab, 1])):
            runs = 2 + int(abs(slices[n, 1] * slabs[slab, 2] - 1.0) * windows[slab, 1])
            most += 2 * runs + windows[slab, 1] // LANES
    places = np.empty(most * PIECE, np.int32)
    bits = np.empty(most, np.uint64)
    count = 0
    for slab in range(slabs.shape[0]):
        left = windows[slab, 0]
        right = left + windows[slab, 1] - 1
        for n in range(int(slabs[slab, 0]), int(slabs[slab, 1])):
            stretch = slices[n, 1] * slabs[slab, 2] - 1.0
            first_pieces[n] = count
            x = left
            while x <= right:
                offset = shift + stretch * (x + shift - source)
                whole = np.floor(offset)
                across = (offset - whole) * _FULL
                across = np.ceil(across) if stretch < 0.0 else np.floor(across)
                start = np.uint16(min(across, _FULL - 1.0))
                growth = np.uint16(np.int64(stretch * _FULL))
                last = right
                if stretch > 1e-9:
                    last = int(np.ceil((whole + 1.0 - shift) / stretch + source - shift)) - 1
                elif stretch < -1e-9:
                    last = int(np.floor((whole - shift) / stretch + source - shift))
                last = max(min(last, right), x)
                into = int(whole) + PAD
                begin, end = max(x, -into), min(last, columns - 2 - into)
                while begin <= end:
                    lanes = min(end - begin + 1, LANES)
                    place = begin + into
                    at = uint64(count) * uint64(PIECE)
                    mixed_row = (n - int(slabs[slab, 0])) * (columns + ROOM)
                    places[at], places[at + uint64(1)] = begin - left, mixed_row + place
                    places[at + uint64(2)] = lanes
                    across_here = np.uint16(start + np.uint16(growth * np.uint16(begin - x)))
                    places[at + uint64(3)], places[at + uint64(4)] = across_here, growth
                    low, high = place // tile, (place + lanes) // tile
                    seen = uint64(0)
                    for bit in range(low, high + 1):
                        seen |= uint64(1) << uint64(bit)
                    bits[count] = seen
                    count += 1
                    begin += LANES
                x = last + 1
    first_pieces[slices.shape[0]] = count
    return first_pieces, places, bits[:count]


@inlined
def _spread(slab, places, weights, block):  # type: ignore[no-untyped-def]
    """Add a slab of rows to the block of base rows: four neighbours, weighted, for each sample.

    slab, block : flat, rows innermost, so that one vector holds a column of all rows.
    """
    for n in range(uint64(places.size)):
        at = uint64(places[n]) * uint64(ROWS)
        to = n * uint64(ROWS)
        a, b, c, d = weights[0, n], weights[1, n], weights[2, n], weights[3, n]
        for row in range(uint64(ROWS)):
            block[to + row] += (
                a * slab[at + row]
                + b * slab[at + row + uint64(ROWS)]
                + c * slab[at + row + uint64(2 * ROWS)]
                + d * slab[at + row + uint64(3 * ROWS)]
            )


@inlined
def _mix_slab(  # type: ignore[no-untyped-def]
    lines, seen, voxels, start, strides, filled, ends, source_v, slices, slab, row, reached
):  # fmt: skip
    """Mix the two voxel rows of each of a slab's slices that one base row falls between.

    All before the first is read: a processor is slow to read what it has just written otherwise.
    seen : the bits of what each holds. Returns whether any holds anything.
    """
    away_v = row - source_v
    found = False
    wide = uint64(strides[2] + ROOM)
    for at in range(int(slab[1]) - int(slab[0])):
        n = int(slab[0]) + at
        v = source_v + slices[n, 1] * away_v
        whole_v = np.floor(v)
        pair, k = int(whole_v) + 1, int(slices[n, 0])
        seen[at] = uint64(0)
        if pair < 0 or pair >= filled.shape[0] or filled[pair, k] == uint64(0):
            continue
        first = max(np.int64(ends[pair, k, 0]) - LANES, reached[n, 0])
        end = min(np.int64(ends[pair, k, 1]) + LANES + 1, reached[n, 1])
        if first >= end:
            continue
        found = True
        seen[at] = filled[pair, k]
        upper = uint64(start + pair * strides[1] + k * strides[2])
        down = np.uint16((v - whole_v) * 256.0 + 0.5)
        line = lines[uint64(at) * wide : uint64(at + 1) * wide]
        _mix_rows(line, first, end, voxels, upper, upper + uint64(strides[1]), down)
    return found


@inlined
def _sum_slab(total, lines, seen, hits, slab, pieces, masks):  # type: ignore[no-untyped-def]
    """Sum one slab's mixed rows on the slab's grid; the columns between which anything is.

    What is to be added is listed first: bone is so ragged that a branch for each piece would be
    foreseen wrongly every third time.
    """
    first_pieces, places, bits = pieces
    count, begin = uint64(0), int(slab[0])
    for at in range(int(slab[1]) - begin):
        here = seen[at]
        for piece in range(uint64(first_pieces[begin + at]), uint64(first_pieces[begin + at + 1])):
            hits[count] = piece
            count += uint64(1) if here & bits[piece] != uint64(0) else uint64(0)
    low, high = np.int64(total.size), np.int64(0)
    for hit in range(count):
        p = hits[hit] * uint64(PIECE)
        first, lanes = np.int64(places[p]), np.int64(places[p + uint64(2)])
        low, high = min(low, first), max(high, first + lanes)
        _add_piece(
            total,
            uint64(first),
            lines,
            uint64(places[p + uint64(1)]),
            np.uint16(places[p + uint64(3)]),
            np.uint16(places[p + uint64(4)]),
            masks,
            uint64(lanes * LANES),
        )
    return low, high


@inlined
def _reached(pieces, wide):  # type: ignore[no-untyped-def]
    """First voxel column that the pieces of each slice read, and one past the last."""
    reached = np.empty((pieces[0][0].size - 1, 2), np.int64)
    for n in range(reached.shape[0]):
        reached[n, 0], reached[n, 1] = 1 << 40, 0
        for phase in range(2):
            first_pieces, places = pieces[phase][0], pieces[phase][1]
            begin, end = first_pieces[n], first_pieces[n + 1]
            if begin < end:
                at = (end - 1) * PIECE
                last = np.int64(places[at + 1] % wide + places[at + 2] + 1)
                reached[n, 0] = min(reached[n, 0], np.int64(places[begin * PIECE + 1] % wide))
                reached[n, 1] = max(reached[n, 1], last)
    return reached


@inlined
def _lane_masks():  # type: ignore[no-untyped-def]
    """For each number of lanes, ones in as many; flat."""
    masks = np.zeros((LANES + 1) * LANES, np.uint16)
    for count in range(LANES + 1):
        for n in range(count):
            masks[count * LANES + n] = np.uint16(65535)
    return masks


@compiled
def base_rows(  # type: ignore[no-untyped-def]
    voxels, strides, filled, ends, tile, source, slices, slabs, windows, places, weights, rows,
    phases_of, steps_of, claimed, turn, turns, out,
):  # fmt: skip
    """Sum all slices over blocks of base rows that nobody else has claimed.

    voxels : uint8, flat; (material, row v, slice k, column u) with `strides` (material, row,
    slice). filled : uint64, (material, row pair, slice), a bit for every `tile` padded columns that
    hold something; ends : the columns between which they lie. source : (u, v). slices : (n, 2),
    slice k and its factor t. slabs : (slabs, 3), first slice, one past the last, 1 / t of the
    middle. windows : (slabs, 2), first grid column and how many. claimed : (material, blocks), a
    byte each; two threads that claim a block at once both sum it, to the same bytes.
    phases_of : of each material, 1, or 2 for a grid of half voxels across; steps_of : 1, or 2 where
    every second row is summed. places : (phases, slabs, columns), weights : (phases, slabs, 4,
    columns). rows : v of each base row. out : float32, (material, rows, columns).
    """
    pieces = (
        pieces_of(source[0], 0.0, strides[2], tile, slices, slabs, windows),
        pieces_of(source[0], 0.5, strides[2], tile, slices, slabs, windows),
    )
    wide = strides[2] + ROOM
    masks, reached = _lane_masks(), _reached(pieces, wide)
    widest, most = 0, 0
    for slab in range(slabs.shape[0]):
        widest = max(widest, windows[slab, 1])
        most = max(most, int(slabs[slab, 1]) - int(slabs[slab, 0]))
    hits = np.empty(max(pieces[0][2].size, pieces[1][2].size) + 1, np.uint64)
    lines, seen = np.empty(most * wide, np.uint16), np.empty(most, np.uint64)
    total = np.empty(widest + LANES, np.uint16)
    slab_rows = np.empty(widest * 2 * ROWS, np.float32)
    block = np.empty(places.shape[2] * ROWS, np.float32)
    units = claimed.size
    for unit in range(units):
        at = (turn * units // turns + unit) % units
        material, at_block = at // claimed.shape[1], at % claimed.shape[1]
        phases, step = phases_of[material], steps_of[material]
        first_row = at_block * ROWS * step
        if claimed[material, at_block] or first_row >= rows.size:
            continue
        claimed[material, at_block] = 1
        count = min(ROWS, (rows.size - first_row + step - 1) // step)
        for n in range(uint64(block.size)):
            block[n] = np.float32(0.0)
        for slab in range(slabs.shape[0]):
            width = windows[slab, 1]
            touched = False
            for q in range(count):
                found = _mix_slab(
                    lines,
                    seen,
                    voxels,
                    material * strides[0],
                    strides,
                    filled[material],
                    ends[material],
                    source[1],
                    slices,
                    slabs[slab],
                    rows[first_row + q * step],
                    reached,
                )
                if not found:
                    continue
                if not touched:
                    touched = True
                    for n in range(uint64(width * phases * ROWS)):
                        slab_rows[n] = np.float32(0.0)
                for phase in range(phases):
                    for n in range(uint64(total.size)):
                        total[n] = np.uint16(0)
                    low, high = _sum_slab(
                        total, lines, seen, hits, slabs[slab], pieces[phase], masks
                    )
                    to = uint64((low * phases + phase) * ROWS + q)
                    for x in range(uint64(low), uint64(high)):
                        slab_rows[to] = total[x]
                        to += uint64(phases * ROWS)
            if touched:
                _spread(slab_rows, places[phases - 1, slab], weights[phases - 1, slab], block)
        for q in range(count):
            row = out[material, first_row + q * step]
            for n in range(uint64(row.size)):
                row[n] = block[n * uint64(ROWS) + uint64(q)]


@compiled
def rows_between(base, steps_of, turn, turns):  # type: ignore[no-untyped-def]
    """Fill every second row where only the others were summed: midway between four (cubic)."""
    near, far = np.float32(0.5625), np.float32(-0.0625)
    last = base.shape[1] - 1
    for material in range(base.shape[0]):
        if steps_of[material] == 1:
            continue
        counts = base[material]
        for r in range(1 + 2 * turn, last, 2 * turns):
            a, b = counts[max(r - 3, 0)], counts[r - 1]
            c, d = counts[r + 1], counts[min(r + 3, last)]
            out = counts[r]
            for n in range(uint64(out.size)):
                out[n] = near * (b[n] + c[n]) + far * (a[n] + d[n])


@compiled
def add_seen(base, pixels, rays, into, scales, window, turn, turns, out):  # type: ignore[no-untyped-def]
    """Bring the base plane to the receptor, times the length of each ray per slice.

    base : float32, (material, rows, columns). pixels : (3, 3), from (column, row, 1) to base column
    and row, homogeneous. rays : (4, 3), the ray in mm and its share along the slices' normal, of
    (column, row, 1). into : which map of `out` each material belongs to. scales : g/cm2 per count
    and mm. window : left, top, right, bottom of the pixels that can see the base. out : float32,
    (basis, rows, columns), added to. Places are found in single precision, to 1e-4 of a sample.
    """
    materials, base_rows_count, base_columns = base.shape
    left, top, right, bottom = window
    count = right - left
    most_x, most_y = np.float32(base_columns - 1.0), np.float32(base_rows_count - 1.0)
    flat = base.reshape(materials, base_rows_count * base_columns)
    below, wide = uint64(base_columns), np.int32(base_columns)
    places = np.empty(count, np.uint32)
    across, down = np.empty(count, np.float32), np.empty(count, np.float32)
    lengths = np.empty(count, np.float32)
    zero = np.float32(0.0)
    start, step = np.empty(7, np.float32), np.empty(7, np.float32)
    for n in range(7):
        step[n] = pixels[n, 0] if n < 3 else rays[n - 3, 0]
    for first_row in range(top + turn * ROWS, bottom, turns * ROWS):
        for r in range(first_row, min(first_row + ROWS, bottom)):
            for n in range(7):
                line = pixels[n] if n < 3 else rays[n - 3]
                start[n] = line[1] * r + line[2]
            for c in range(uint64(count)):
                at = np.float32(np.int32(left) + np.int32(c))
                w = np.float32(1.0) / (step[2] * at + start[2])
                x, y = (step[0] * at + start[0]) * w, (step[1] * at + start[1]) * w
                ray_x, ray_y = step[3] * at + start[3], step[4] * at + start[4]
                ray_z, normal = step[5] * at + start[5], step[6] * at + start[6]
                squared = ray_x * ray_x + ray_y * ray_y + ray_z * ray_z
                inside = (x >= zero) & (x < most_x) & (y >= zero) & (y < most_y)
                lengths[c] = np.sqrt(squared) / abs(normal) if inside else zero
                x, y = (x, y) if inside else (zero, zero)
                column, row = np.int32(x), np.int32(y)
                across[c], down[c] = x - np.float32(column), y - np.float32(row)
                places[c] = np.uint32(np.int32(row * wide) + column)
            for material in range(materials):
                counts, seen = flat[material], out[into[material], r, left:right]
                scale = scales[material]
                for c in range(uint64(count)):
                    place = uint64(places[c])
                    a = counts[place]
                    a += across[c] * (counts[place + uint64(1)] - a)
                    b = counts[place + below]
                    b += across[c] * (counts[place + below + uint64(1)] - b)
                    seen[c] += scale * lengths[c] * (a + down[c] * (b - a))
