"""Growing the lungs' vessel trees, compiled by numba: serial, so the order is one."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from trainer.anatomy.synthetic.soft_kernels import LUNG, read

_compiled: Any = njit(cache=True, nogil=True, error_model="numpy")
_called: Any = njit(
    cache=True, nogil=True, error_model="numpy", no_cpython_wrapper=True, no_cfunc_wrapper=True
)
MARGIN_MM = np.float32(2.0)  # vessels end this far before the pleura, thick ones further
MARGIN_RADII = np.float32(2.5)
TRIES = 4


@_called
def _lung_at(fields, corner, pitch, x, y, z):  # type: ignore[no-untyped-def]
    mk, mj, mi = fields.shape[:3]
    gx, gy, gz = (x - corner[0]) / pitch, (y - corner[1]) / pitch, (z - corner[2]) / pitch
    if gx < 0 or gy < 0 or gz < 0 or gx >= mi - 1 or gy >= mj - 1 or gz >= mk - 1:
        return np.float32(99.0)
    return read(fields, gx, gy, gz, LUNG)


@_compiled
def grow(roots, chance, fields, corner, pitch, thinnest, rods):  # type: ignore[no-untyped-def]
    """Fill `rods` breadth first from `roots`; returns how many. chance : rows of 0..1 numbers."""
    most = rods.shape[0]
    queue = np.zeros((most + roots.shape[0] + 2, 7), np.float32)
    head, tail, count, row = 0, 0, 0, 0
    for n in range(roots.shape[0]):
        for column in range(7):
            queue[tail, column] = roots[n, column]
        tail += 1
    while head < tail and count < most:
        x, y, z = queue[head, 0], queue[head, 1], queue[head, 2]
        hx, hy, hz, r = queue[head, 3], queue[head, 4], queue[head, 5], queue[head, 6]
        head += 1
        luck = chance[row % chance.shape[0]]
        row += 1
        split = np.float32(0.74) + np.float32(0.19) * luck[0]
        lesser = (np.float32(1.0) - split ** np.float32(2.7)) ** np.float32(1.0 / 2.7)
        length = (
            r * (np.float32(2.4) + np.float32(2.2) * luck[1])
            + np.float32(4.0)
            + np.float32(5.0) * luck[2]
        )
        ex, ey, ez = x + hx * length, y + hy * length, z + hz * length
        inside = _lung_at(fields, corner, pitch, ex, ey, ez) < -MARGIN_MM - MARGIN_RADII * r
        for _ in range(2):
            if inside or r > np.float32(2.4):
                break
            length *= np.float32(0.5)
            ex, ey, ez = x + hx * length, y + hy * length, z + hz * length
            inside = _lung_at(fields, corner, pitch, ex, ey, ez) < -MARGIN_MM - MARGIN_RADII * r
        if not inside and r < np.float32(2.4):
            continue
        rods[count, 0], rods[count, 1], rods[count, 2] = x, y, z
        rods[count, 3], rods[count, 4], rods[count, 5] = ex, ey, ez
        rods[count, 6], rods[count, 7] = r, r * split
        count += 1
        # A direction across the heading, at random round it.
        ax, ay, az = luck[3] - np.float32(0.5), luck[4] - np.float32(0.5), luck[5] - np.float32(0.5)
        dot = ax * hx + ay * hy + az * hz
        ax, ay, az = ax - dot * hx, ay - dot * hy, az - dot * hz
        size = np.sqrt(ax * ax + ay * ay + az * az) + np.float32(1e-6)
        ax, ay, az = ax / size, ay / size, az / size
        for child in range(2):
            radius = r * (split if child == 0 else lesser)
            if radius < thinnest or tail >= queue.shape[0]:
                continue
            angle = np.float32(0.14) + np.float32(0.28) * luck[6]
            if child == 1:
                angle = np.float32(-0.35) - np.float32(0.45) * luck[7]
            reach = radius * np.float32(3.5) + np.float32(6.5)
            for _ in range(TRIES):
                c, s = np.cos(angle), np.sin(angle)
                nx, ny, nz = hx * c + ax * s, hy * c + ay * s, hz * c + az * s
                if (
                    _lung_at(
                        fields, corner, pitch, ex + nx * reach, ey + ny * reach, ez + nz * reach
                    )
                    < -MARGIN_MM - MARGIN_RADII * r
                ):
                    break
                angle = -angle * np.float32(1.35)
            queue[tail, 0], queue[tail, 1], queue[tail, 2] = ex, ey, ez
            queue[tail, 3], queue[tail, 4], queue[tail, 5], queue[tail, 6] = nx, ny, nz, radius
            tail += 1
    return count
