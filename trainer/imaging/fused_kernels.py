"""The receptor's and the display's arithmetic in a few long loops; compiled, imported lazily.

What `plain_chain` does in many passes over whole pictures is done here row by row, while a row is
in the processor's cache. Every row depends on its own inputs alone, so any number of threads gives
the same bytes. The interpreter's lock is let go for the whole of each call.
"""

from __future__ import annotations

import numpy as np
from numba import uint64

from trainer.imaging.display import (
    ADDED_GAIN,
    ADDED_KNEE,
    FAINTEST,
    LEAST_LEFT,
    NOISE_KEPT,
    SCATTER_REMOVED,
)
from trainer.imaging.fused_math import compiled, exp_of, inlined, log_of

_f = np.float32
_ZERO, _ONE, _COUNTS, _WHITE = _f(0.0), _f(1.0), _f(65535.0), _f(255.0)
_LEAST_LEFT, _FAINTEST, _REMOVED = _f(LEAST_LEFT), _f(FAINTEST), _f(SCATTER_REMOVED)
_KEPT, _SMOOTHED = _f(NOISE_KEPT), _f(1.0 - NOISE_KEPT)
_GAIN, _PER_KNEE = _f(2.0 * ADDED_GAIN * ADDED_KNEE), _f(1.0 / ADDED_KNEE)
_EIGHTH, _SIXTEENTH, _SIX, _FOUR, _HALF = _f(0.125), _f(0.0625), _f(6.0), _f(4.0), _f(0.5)


@inlined
def _clear(line):  # type: ignore[no-untyped-def]
    """Zeros; an assignment to the whole would take much longer to compile."""
    for c in range(uint64(line.size)):
        line[c] = _ZERO


@compiled
def primary_rows(  # type: ignore[no-untyped-def]
    water,
    bone,
    darker,
    table,
    per_step,
    weights,
    opened,
    step,
    log_signal,
    primary,
    coarse,
    turn,
    turns,
):
    """ln(I / I0) and I / I0 of the direct beam, and what wide blurs need of it on a coarse grid.

    water, bone : g/cm2. darker : added to ln(I / I0), of the same shape or empty. table :
    ln(I / I0) over (bone, water), read bilinearly; per_step : table places per g/cm2 of water,
    bone. weights : g of water for a g of bone, scatter per g/cm2. opened : first and end of rows,
    of columns between the shutters. step : pixels along a coarse cell. coarse : (2, rows, columns),
    means of what scatters and of the primary.
    """
    rows, columns = water.shape
    flat, width = table.reshape(table.size), np.int32(table.shape[1])
    most_x, most_y = _f(table.shape[1] - 1), _f(table.shape[0] - 1)
    last_x, last_y = np.int32(table.shape[1] - 2), np.int32(table.shape[0] - 2)
    bits, places = np.empty(columns, np.int32), np.empty(columns, np.uint32)
    across, down = np.empty(columns, np.float32), np.empty(columns, np.float32)
    sums = np.empty((2, columns), np.float32)
    for cell_row in range(turn, coarse.shape[1], turns):
        first, end = cell_row * step, min(cell_row * step + step, rows)
        for c in range(uint64(columns)):
            sums[0, c] = sums[1, c] = _ZERO
        for r in range(first, end):
            ws, bs, log, prime = water[r], bone[r], log_signal[r], primary[r]
            for c in range(uint64(columns)):
                x = min(max(ws[c] * per_step[0], _ZERO), most_x)
                y = min(max(bs[c] * per_step[1], _ZERO), most_y)
                i, j = min(np.int32(x), last_x), min(np.int32(y), last_y)
                across[c], down[c] = x - np.float32(i), y - np.float32(j)
                places[c] = np.uint32(np.int32(j * width) + i)
            for c in range(uint64(columns)):
                at = uint64(places[c])
                a = flat[at]
                a += across[c] * (flat[at + uint64(1)] - a)
                b = flat[at + uint64(width)]
                b += across[c] * (flat[at + uint64(width) + uint64(1)] - b)
                log[c] = a + down[c] * (b - a)
            if darker.size:
                for c in range(uint64(columns)):
                    log[c] += darker[r, c]
            exp_of(log, bits, prime)
            for c in range(uint64(columns)):
                sums[1, c] += prime[c]
            if opened[0] <= r < opened[1]:
                for c in range(uint64(opened[2]), uint64(opened[3])):
                    sums[0, c] += prime[c] * (weights[1] * (ws[c] + weights[0] * bs[c]))
        for kind in range(2):
            for cell in range(coarse.shape[2]):
                total, left = _ZERO, cell * step
                right = min(left + step, columns)
                for c in range(left, right):
                    total += sums[kind, c]
                coarse[kind, cell_row, cell] = total / _f(step * step)


@inlined
def _mirrored(place, count):  # type: ignore[no-untyped-def]
    """A place beyond an edge, seen in it; the edge itself is doubled."""
    while place < 0 or place >= count:
        place = -1 - place if place < 0 else 2 * count - 1 - place
    return place


@inlined
def _mirror_ends(line, reach, columns):  # type: ignore[no-untyped-def]
    """Fill `reach` places before and after the columns of a line that begins at `reach`."""
    for n in range(reach):
        line[reach - 1 - n] = line[reach + _mirrored(n, columns)]
        line[reach + columns + n] = line[reach + _mirrored(columns + n, columns)]


@inlined
def _between_cells(coarse, r, step, lefts, weights, cells, out):  # type: ignore[no-untyped-def]
    """One row of a coarse grid, which begins a cell before the picture, brought to full size."""
    at = (_f(r) + _HALF) / _f(step) + _HALF
    above = int(at)
    share = at - _f(above)
    for cell in range(uint64(cells.size)):
        first = coarse[above, cell]
        cells[cell] = first + share * (coarse[above + 1, cell] - first)
    for c in range(uint64(out.size)):
        at_cell = uint64(lefts[c])
        left = cells[at_cell]
        out[c] = left + weights[c] * (cells[at_cell + uint64(1)] - left)


@inlined
def _without_veil(signal, veil, bits, out):  # type: ignore[no-untyped-def]
    """ln(I / I0) of a row without the scatter that the display takes off."""
    for c in range(uint64(out.size)):
        left = max(signal[c] - veil[c], signal[c] * _LEAST_LEFT)
        out[c] = max(left, _FAINTEST)
    log_of(out, bits)


@compiled
def receptor_rows(  # type: ignore[no-untyped-def]
    primary, taps, shares, coarse, lefts, weights, step, corners, clean, veil, log, turn, turns
):
    """What arrives at the receptor: light spread, scatter and glare added, corners darker.

    taps : (Gaussians, odd), of the light's spread. shares : (Gaussians,) of each, glare's share
    already gone. coarse : (2, rows, columns), what is added and the scatter in it, a cell more on
    every side. lefts, weights : the cell left of each column and the share of the next. corners :
    across, down, and what they lose. log : ln(I / I0) of it as the display takes it.
    """
    rows, columns = primary.shape
    reach = (taps.shape[1] - 1) // 2
    bits, cells = np.empty(columns, np.int32), np.empty(coarse.shape[2], np.float32)
    added, scatter = np.empty(columns, np.float32), np.empty(columns, np.float32)
    total, line = np.empty(columns, np.float32), np.empty(columns + 2 * reach, np.float32)
    for r in range(turn * rows // turns, (turn + 1) * rows // turns):
        _clear(total)
        for kind in range(taps.shape[0]):
            _clear(line)
            for n in range(-reach, reach + 1):
                weight = taps[kind, n + reach] * shares[kind]
                source = primary[_mirrored(r + n, rows)]
                if weight != _ZERO:
                    for c in range(uint64(columns)):
                        line[uint64(reach) + c] += weight * source[c]
            _mirror_ends(line, reach, columns)
            for n in range(uint64(2 * reach + 1)):
                weight = taps[kind, n]
                if weight != _ZERO:
                    for c in range(uint64(columns)):
                        total[c] += weight * line[c + n]
        _between_cells(coarse[0], r, step, lefts, weights, cells, added)
        _between_cells(coarse[1], r, step, lefts, weights, cells, scatter)
        down, got, hid = corners[1][r], clean[r], veil[r]
        for c in range(uint64(columns)):
            kept = _ONE - corners[2] * (down + corners[0][c])
            got[c] = (total[c] + added[c]) * kept
            hid[c] = scatter[c] * kept * _REMOVED
        _without_veil(got, hid, bits, log[r])


@compiled
def halved_rows(image, smaller, most, turn, turns):  # type: ignore[no-untyped-def]
    """The next level of a Gaussian pyramid (1 4 6 4 1); values above `most` are taken as it."""
    rows, columns = image.shape
    line = np.empty(columns + 4, np.float32)
    for r in range(turn * smaller.shape[0] // turns, (turn + 1) * smaller.shape[0] // turns):
        a, b = image[_reflected(2 * r - 2, rows)], image[_reflected(2 * r - 1, rows)]
        m = image[2 * r]
        d, e = image[_reflected(2 * r + 1, rows)], image[_reflected(2 * r + 2, rows)]
        for c in range(uint64(columns)):
            near = min(b[c], most) + min(d[c], most)
            far = min(a[c], most) + min(e[c], most)
            line[c + uint64(2)] = far + _FOUR * near + _SIX * min(m[c], most)
        for n in range(2):
            line[1 - n] = line[2 + _reflected(-1 - n, columns)]
            line[2 + columns + n] = line[2 + _reflected(columns + n, columns)]
        out = smaller[r]
        for c in range(uint64(out.size)):
            at = uint64(2) * c
            near = line[at + uint64(1)] + line[at + uint64(3)]
            far = line[at] + line[at + uint64(4)]
            out[c] = (far + _FOUR * near + _SIX * line[at + uint64(2)]) * _SIXTEENTH * _SIXTEENTH


@inlined
def _reflected(place, count):  # type: ignore[no-untyped-def]
    """A place beyond an edge, seen in it; the edge itself is not doubled."""
    if count == 1:
        return 0
    while place < 0 or place >= count:
        place = -place if place < 0 else 2 * count - 2 - place
    return place


@inlined
def _unhalved(smaller, r, line, out):  # type: ignore[no-untyped-def]
    """One row of a pyramid level brought to the size of the one above it."""
    rows, count = smaller.shape
    here = smaller[r // 2]
    after = smaller[min(r // 2 + 1, rows - 1)]
    if r % 2:
        for c in range(uint64(count)):
            line[c + uint64(1)] = (here[c] + after[c]) * _HALF
    else:
        before = smaller[_reflected(r // 2 - 1, rows)]
        for c in range(uint64(count)):
            line[c + uint64(1)] = (before[c] + _SIX * here[c] + after[c]) * _EIGHTH
    line[0] = line[1 + _reflected(-1, count)]
    line[count + 1] = line[count]
    for c in range(uint64(out.size // 2)):
        left, middle, right = line[c], line[c + uint64(1)], line[c + uint64(2)]
        out[uint64(2) * c] = (left + _SIX * middle + right) * _EIGHTH
        out[uint64(2) * c + uint64(1)] = (middle + right) * _HALF
    if out.size % 2:
        c = out.size // 2
        out[2 * c] = (line[c] + _SIX * line[c + 1] + line[c + 2]) * _EIGHTH


@compiled
def lifted_rows(  # type: ignore[no-untyped-def]
    image, rest, picture, held, lifted, turn, turns
):
    """A level of the display's pyramid: its band held back, over what lies below it.

    image : the level; rest, picture : the next smaller level, and that level as displayed. held :
    2 gain knee, 1 / knee of the band, and the most a value of `image` counts.
    """
    rows, columns = image.shape
    line = np.empty(rest.shape[1] + 2, np.float32)
    blurred, shown = np.empty(columns, np.float32), np.empty(columns, np.float32)
    gain, per_knee, most = held[0], held[1], held[2]
    for r in range(turn * rows // turns, (turn + 1) * rows // turns):
        _unhalved(rest, r, line, blurred)
        _unhalved(picture, r, line, shown)
        level, out = image[r], lifted[r]
        for c in range(uint64(columns)):
            contrast = min(level[c], most) - blurred[c]
            grown = (np.sqrt(_ONE + abs(contrast) * per_knee) - _ONE) * gain
            out[c] = shown[c] + (grown if contrast >= _ZERO else -grown)


@compiled
def exposed_rows(  # type: ignore[no-untyped-def]
    scenes, anatomy, veil, displayed, per_log_unit, table, places, levels, lag, averaging,
    earlier, taps, moved, counts, log_signal, picture, grey, turn, turns,
):  # fmt: skip
    """One pulse read out, averaged with earlier ones, quieted, displayed.

    scenes : clean pictures, this pulse's and four earlier ones'; earlier : counts of those four.
    anatomy, veil, displayed : of the pose. table : unit noise, two windows of it (first row, first
    column) in `places` added. levels : 1 / root of quanta, electronics', full scale, counts per
    I / I0. lag, averaging : weight per count of this pulse and four earlier, ended by a zero.
    moved : whether scenes may differ from the anatomy. taps : (odd,), of the noise reduction.
    """
    rows, columns = anatomy.shape
    reach = (taps.size - 1) // 2
    depth = 2 * reach + 1
    bits, line = np.empty(columns, np.int32), np.empty(columns + 2 * reach, np.float32)
    seen, mean = np.empty(columns, np.float32), np.empty(columns, np.float32)
    noise, base = np.empty((depth, columns), np.float32), np.empty((depth, columns), np.float32)
    change = np.empty((depth, columns), np.float32)
    for slot in range(depth):
        _clear(change[slot])
    begin, end = turn * rows // turns, (turn + 1) * rows // turns
    for ahead in range(begin - reach, end + reach):
        r, slot = _mirrored(ahead, rows), (ahead + depth) % depth
        one, other = table[places[0] + r], table[places[2] + r]
        left, right = uint64(places[1]), uint64(places[3])
        clean, read = scenes[0][r], counts[r]
        for c in range(uint64(columns)):
            chance = one[left + c] + other[right + c]
            risen = np.sqrt(max(clean[c], _ZERO) + levels[1]) * levels[0]
            seen[c] = (clean[c] + risen * chance) * lag[0]
        for n in range(4):
            if lag[n + 1] == _ZERO:
                break
            before, weight = earlier[n][r], lag[n + 1]
            for c in range(uint64(columns)):
                seen[c] += weight * _f(before[c])
        for c in range(uint64(columns)):
            found = np.rint(min(max(seen[c] * levels[3], _ZERO), _COUNTS))
            read[c] = np.uint16(found)
            seen[c] = averaging[0, 0] * found
        for n in range(4):
            if averaging[0, n + 1] == _ZERO:
                break
            before, weight = earlier[n][r], averaging[0, n + 1]
            for c in range(uint64(columns)):
                seen[c] += weight * _f(before[c])
        hidden, still = veil[r], anatomy[r]
        _without_veil(seen, hidden, bits, noise[slot])
        for c in range(uint64(columns)):
            mean[c] = min(still[c], levels[2])
        _without_veil(mean, hidden, bits, base[slot])
        if moved:
            _clear(mean)
            for n in range(5):
                weight, full = averaging[1, n], averaging[2, n]
                if weight == _ZERO:
                    break
                scene = scenes[n][r]
                for c in range(uint64(columns)):
                    mean[c] += weight * min(scene[c], full)
            _without_veil(mean, hidden, bits, change[slot])
            for c in range(uint64(columns)):
                noise[slot, c] -= change[slot, c]
                change[slot, c] -= base[slot, c]
        else:
            for c in range(uint64(columns)):
                noise[slot, c] -= base[slot, c]
        q = ahead - reach
        if q < begin:
            continue
        _clear(line)
        for n in range(depth):
            weight, row = taps[n], noise[(q - reach + n + depth) % depth]
            for c in range(uint64(columns)):
                line[uint64(reach) + c] += weight * row[c]
        _mirror_ends(line, reach, columns)
        _clear(mean)
        for n in range(uint64(depth)):
            weight = taps[n]
            for c in range(uint64(columns)):
                mean[c] += weight * line[c + n]
        own, was = noise[(q + depth) % depth], base[(q + depth) % depth]
        steel, shown = change[(q + depth) % depth], displayed[q]
        log, out, bytes_out = log_signal[q], picture[q], grey[q]
        for c in range(uint64(columns)):
            added = mean[c] * _SMOOTHED + own[c] * _KEPT + steel[c]
            log[c] = was[c] + added
            grown = (np.sqrt(_ONE + abs(added) * _PER_KNEE) - _ONE) * _GAIN * per_log_unit
            value = shown[c] + (grown if added >= _ZERO else -grown)
            out[c] = value
            bytes_out[c] = np.uint8(np.rint(min(max(value * _WHITE, _ZERO), _WHITE)))
