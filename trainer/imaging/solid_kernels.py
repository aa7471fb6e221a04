"""The loops of the 3D view, compiled by numba on first use.

Lengths are world millimetres; inside a field, voxels. The kernels let go of the interpreter's lock
and start no threads.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from trainer.imaging.solid_field import BRICK, LEVEL

_compiled: Any = njit(nogil=True, cache=True, error_model="numpy", boundscheck=False)
_inlined: Any = njit(error_model="numpy", boundscheck=False, forceinline=True)

# Not inlined: three copies of a long loop take long to compile and gain nothing.
_called: Any = njit(nogil=True, error_model="numpy", boundscheck=False, inline="never")

_SURFACE = float(LEVEL)
_BISECTIONS = 5
MISSED = -1.0


@_called
def value_at(values, x, y, z):  # type: ignore[no-untyped-def]
    """Linear between voxel centres, held at the border."""
    nk, nj, ni = values.shape
    x = min(max(x, 0.0), ni - 1.001)
    y = min(max(y, 0.0), nj - 1.001)
    z = min(max(z, 0.0), nk - 1.001)
    i, j, k = int(x), int(y), int(z)
    fx, fy, fz = x - i, y - j, z - k
    a = values[k, j, i] * (1.0 - fx) + values[k, j, i + 1] * fx
    b = values[k, j + 1, i] * (1.0 - fx) + values[k, j + 1, i + 1] * fx
    c = values[k + 1, j, i] * (1.0 - fx) + values[k + 1, j, i + 1] * fx
    d = values[k + 1, j + 1, i] * (1.0 - fx) + values[k + 1, j + 1, i + 1] * fx
    return (a * (1.0 - fy) + b * fy) * (1.0 - fz) + (c * (1.0 - fy) + d * fy) * fz


@_called
def outward(values, x, y, z):  # type: ignore[no-untyped-def]
    """The direction in which a field falls, not of unit length."""
    return (
        value_at(values, x - 1.0, y, z) - value_at(values, x + 1.0, y, z),
        value_at(values, x, y - 1.0, z) - value_at(values, x, y + 1.0, z),
        value_at(values, x, y, z - 1.0) - value_at(values, x, y, z + 1.0),
    )


@_inlined
def _to_face(at, step, low, high):  # type: ignore[no-untyped-def]
    """How far along a ray until it leaves low..high on one axis."""
    if step > 1e-12:
        return (high - at) / step
    if step < -1e-12:
        return (low - at) / step
    return 1e30


@_inlined
def _enter(at, step, last, near, far):  # type: ignore[no-untyped-def]
    """Keep of near..far what lies in 0..last on one axis."""
    if abs(step) < 1e-12:
        if at < 0.0 or at > last:
            return 1.0, 0.0
        return near, far
    one, two = (0.0 - at) / step, (last - at) / step
    return max(near, min(one, two)), min(far, max(one, two))


@_called
def first_hit(values, leap, x, y, z, dx, dy, dz, near, far, stride):  # type: ignore[no-untyped-def]
    """How far along the ray the surface is, in voxels, `MISSED` where there is none before `far`.

    A ray that begins inside the body has hit at `near`.
    """
    nk, nj, ni = values.shape
    near, far = _enter(x, dx, ni - 1.0, near, far)
    near, far = _enter(y, dy, nj - 1.0, near, far)
    near, far = _enter(z, dz, nk - 1.0, near, far)
    t, before = near, near
    while t <= far:
        px, py, pz = x + t * dx, y + t * dy, z + t * dz
        bi = min(max(int(px), 0), ni - 1) // BRICK
        bj = min(max(int(py), 0), nj - 1) // BRICK
        bk = min(max(int(pz), 0), nk - 1) // BRICK
        free = leap[bk, bj, bi]
        if free > 0:
            out = _to_face(px, dx, (bi - free + 1.0) * BRICK, (bi + free) * 1.0 * BRICK)
            out = min(out, _to_face(py, dy, (bj - free + 1.0) * BRICK, (bj + free) * 1.0 * BRICK))
            out = min(out, _to_face(pz, dz, (bk - free + 1.0) * BRICK, (bk + free) * 1.0 * BRICK))
            before = t
            t += max(out, 0.0) + 1e-3
            continue
        if value_at(values, px, py, pz) >= _SURFACE:
            if t == near:
                return t
            low, high = before, t
            for _ in range(_BISECTIONS):
                middle = 0.5 * (low + high)
                if value_at(values, x + middle * dx, y + middle * dy, z + middle * dz) >= _SURFACE:
                    high = middle
                else:
                    low = middle
            return 0.5 * (low + high)
        before = t
        t += stride
    return MISSED


@_compiled
def cast(values, leap, low, spacing, origin, direction, near, far, stride):  # type: ignore[no-untyped-def]
    """`first_hit` of one ray in world millimetres; direction of unit length."""
    x, y, z = (origin - low) / spacing
    found = first_hit(
        values, leap, x, y, z, direction[0], direction[1], direction[2],
        near / spacing, far / spacing, stride,
    )  # fmt: skip
    return found * spacing if found >= 0.0 else MISSED


@_inlined
def capsule(ox, oy, oz, dx, dy, dz, a, b, radius):  # type: ignore[no-untyped-def]
    """Distance along a ray to a round-ended tube, and where along it 0..1; `MISSED`, 0 if none.

    Inigo Quilez, capsule intersector (iquilezles.org), here with the caps as spheres.
    """
    bax, bay, baz = b[0] - a[0], b[1] - a[1], b[2] - a[2]
    oax, oay, oaz = ox - a[0], oy - a[1], oz - a[2]
    baba = bax * bax + bay * bay + baz * baz
    bard = bax * dx + bay * dy + baz * dz
    baoa = bax * oax + bay * oay + baz * oaz
    rdoa = dx * oax + dy * oay + dz * oaz
    oaoa = oax * oax + oay * oay + oaz * oaz
    qa = baba - bard * bard
    qb = baba * rdoa - baoa * bard
    qc = baba * oaoa - baoa * baoa - radius * radius * baba
    best, along = 1e30, 0.0
    h = qb * qb - qa * qc
    if h >= 0.0 and qa > 1e-12 * baba:
        t = (-qb - np.sqrt(h)) / qa
        y = baoa + t * bard
        if 0.0 < y < baba and t > 0.0:
            best, along = t, y / baba
    for cap in range(2):
        cx, cy, cz = (oax - cap * bax, oay - cap * bay, oaz - cap * baz)
        half = dx * cx + dy * cy + dz * cz
        rest = half * half - (cx * cx + cy * cy + cz * cz - radius * radius)
        if rest > 0.0:
            t = -half - np.sqrt(rest)
            if 0.0 < t < best:
                best, along = t, float(cap)
    if best > 1e29:
        return MISSED, 0.0
    return best, along


@_compiled
def draw_tubes(origins, directions, a, b, radius, kind, arc, boxes, depth, what, place, normal):  # type: ignore[no-untyped-def]
    """Into depth (mm), what (style), place (mm along the tube) and normal: the nearest tube's.

    boxes : int (n, 4), first and past column, first and past row that a tube may cover.
    """
    for n in range(a.shape[0]):
        length = np.sqrt(np.sum((b[n] - a[n]) ** 2))
        for row in range(boxes[n, 2], boxes[n, 3]):
            for column in range(boxes[n, 0], boxes[n, 1]):
                o = origins[0] + column * origins[1] + row * origins[2]
                d = directions[0] + column * directions[1] + row * directions[2]
                d = d / np.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2])
                t, along = capsule(o[0], o[1], o[2], d[0], d[1], d[2], a[n], b[n], radius[n])
                if t >= 0.0 and t < depth[row, column]:
                    depth[row, column] = t
                    what[row, column] = kind[n]
                    place[row, column] = arc[n] + along * length
                    for axis in range(3):
                        on = a[n, axis] + along * (b[n, axis] - a[n, axis])
                        normal[row, column, axis] = (o[axis] + t * d[axis] - on) / radius[n]
