"""The composer's loops over slices, compiled by numba on first use.

Voxel by voxel, so it does not matter who takes which slices (`slices.over_slices`). They let go of
the interpreter's lock and start no threads: loops that numba spreads itself take several times as
long to compile, and not every platform lets two threads start them.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

_compiled: Any = njit(cache=True, nogil=True, error_model="numpy", boundscheck=False)
# Called by kernels alone: the ways in from Python take longer to compile than what they lead to.
_called: Any = njit(
    nogil=True, cache=True, error_model="numpy", no_cpython_wrapper=True, no_cfunc_wrapper=True
)

COUNTS_PER_SPREAD = np.float32(4096.0)
CARTILAGE = np.uint8(9)  # of `Material`; numba sees no enums
NEAR_MM = np.float32(4.0)  # REACH_MM: where distances are exact
ROUGH_MM = np.float32(2.5)  # roughness further in or out would move nothing that is drawn
FAR_MM = np.float32(50.0)
TRABECULA_STRIDE = np.float32(2.67)  # 4-27 cells become 1.5-10 mm (anatomy.md 2: 1.5-7 mm)
TRABECULA_UPRIGHT = np.float32(1.0 / 1.6)  # stretched along the body (anatomy.md 2)
SLOW_STRIDE = np.float32(0.9)  # of the cortex's thickness: 5-30 mm
# Front to back it changes half as fast: what differs along a beam is averaged away, and
# rings and plates come out as if drawn with one pen (design value).
SLOW_FRONT_TO_BACK = np.float32(0.45)
# Constants stand here, not in another file: numba's cache would not notice them change there.
CORTEX_NOISE, LEAST_CORTEX_MM = np.float32(0.25), np.float32(0.35)  # anatomy.md 2
SHELL_SPREAD_HU = np.float32(60.0)  # cortex 1380 +- 120 taken as two spreads
DENSITY_HU, MARROW_HU = np.float32(35.0), np.float32(60.0)  # slow density and trabeculae
PLATE_EXTRA_HU, PLATE_DEPTH_MM = np.float32(90.0), np.float32(1.6)  # under the end plates
JOINT_HU = np.float32(65.0)  # cartilage of a joint: 60-70 HU
COSTAL_HU, COSTAL_SPREAD_HU = np.float32(110.0), np.float32(40.0)  # anatomy.md 3
FLECK_HU, FLECK_ABOVE = (
    np.float32(300.0),
    np.float32(1.3),
)  # calcified: a tenth of it (design value)
LEAST_CORE_HU = np.float32(-60.0)  # marrow is fat at worst (design value)
NOTHING = np.float32(1e-4)  # of a share: ramps reach 1 only to rounding
SEEN_MM = 1.2  # trabeculae are averaged away as a voxel nears this (design value)


@_called
def noise_at(block, x, y, z):  # type: ignore[no-untyped-def]
    """Trilinear value of the periodic block at cell coordinates."""
    fx, fy, fz = np.floor(x), np.floor(y), np.floor(z)
    u, v, w = np.float32(x - fx), np.float32(y - fy), np.float32(z - fz)
    i0, j0, k0 = int(fx) & 127, int(fy) & 127, int(fz) & 127
    i1, j1, k1 = (i0 + 1) & 127, (j0 + 1) & 127, (k0 + 1) & 127
    one = np.float32(1.0)
    a = block[k0, j0, i0] * (one - u) + block[k0, j0, i1] * u
    b = block[k0, j1, i0] * (one - u) + block[k0, j1, i1] * u
    c = block[k1, j0, i0] * (one - u) + block[k1, j0, i1] * u
    d = block[k1, j1, i0] * (one - u) + block[k1, j1, i1] * u
    return ((a * (one - v) + b * v) * (one - w) + (c * (one - v) + d * v) * w) / COUNTS_PER_SPREAD


@_called
def carved(nearest, second, joint):  # type: ignore[no-untyped-def]
    """The nearest bone, held off the middle between it and the next by half a joint."""
    held = np.float32(0.5) * (joint - (second - nearest))
    return max(nearest, held)


@_called
def covered(distance, edge):  # type: ignore[no-untyped-def]
    """How much of a voxel lies inside a surface; `edge` mm wide."""
    return min(np.float32(1.0), max(np.float32(0.0), np.float32(0.5) - distance / edge))


@_compiled
def merge(  # type: ignore[no-untyped-def]
    begin,
    end,
    distance,
    material,
    owner,
    rough,
    offset,
    block,
    origin,
    step,
    corner,
    nearest,
    second,
    kind,
    whose,
):
    """Put one bone's block into the whole at index `corner` (k, j, i); roughness is added here."""
    _, nj, ni = distance.shape
    for k in range(begin, end):
        z = np.float32(origin[2] + k * step) + offset[2]
        for j in range(nj):
            y = np.float32(origin[1] + j * step) + offset[1]
            for i in range(ni):
                d = distance[k, j, i]
                if d > NEAR_MM:
                    continue
                made_of = material[k, j, i]
                if abs(d) < ROUGH_MM:
                    x = np.float32(origin[0] + i * step) + offset[0]
                    d += rough * noise_at(block, x, y, z)
                at = (k + corner[0], j + corner[1], i + corner[2])
                _put(d, made_of, owner, at, nearest, second, kind, whose)


@_called
def _put(d, made_of, owner, at, nearest, second, kind, whose):  # type: ignore[no-untyped-def]
    """Keep the nearest bone and the distance of the next; costal cartilage joins without a gap."""
    first = nearest[at]
    if d < first:
        if whose[at] != owner and kind[at] != CARTILAGE and made_of != CARTILAGE:
            second[at] = min(first, second[at])
        nearest[at] = d
        kind[at] = made_of
        whose[at] = owner
    elif whose[at] != owner and kind[at] != CARTILAGE and made_of != CARTILAGE:
        second[at] = min(d, second[at])


@_called
def _water(hu):  # type: ignore[no-untyped-def]
    """Water density of hounsfield.py's rule, g/cm3."""
    if hu < np.float32(60.0):
        return np.float32(1.0) + max(hu, np.float32(-1000.0)) / np.float32(1000.0)
    part = min((hu - np.float32(60.0)) / np.float32(1526.0), np.float32(1.0))
    return np.float32(1.06) * (np.float32(1.0) - part)


@_called
def _bone(hu):  # type: ignore[no-untyped-def]
    """Bone density of hounsfield.py's rule, g/cm3."""
    if hu < np.float32(60.0):
        return np.float32(0.0)
    part = min((hu - np.float32(60.0)) / np.float32(1526.0), np.float32(1.0))
    return np.float32(1.92) * part


@_compiled
def draw(  # type: ignore[no-untyped-def]
    begin,
    end,
    soft,
    share,
    nearest,
    second,
    kind,
    whose,
    implant,
    edge,
    origin,
    step,
    block,
    offsets,
    cores,
    walls,
    thickness,
    shell_hu,
    core_extra,
    joint,
    flecks,
    water,
    bone,
):
    """Soft tissue, cartilage, cortex and core as counts of water and bone.

    Shell mass is the difference of two coverages, so a cortex of a third of a voxel is whole; the
    mixture is made in densities, not in HU, where half lung and half cortex would be soft tissue.
    """
    _, nj, ni = soft.shape
    half = np.float32(0.5)
    to_water, to_bone = np.float32(255.0 / 1.06), np.float32(255.0 / 1.92)
    fine = np.float32(np.exp(-((step / SEEN_MM) ** 2)))  # trabeculae that a voxel still tells apart
    for k in range(begin, end):
        for j in range(nj):
            for i in range(ni):
                part = share[k, j, i]
                if part <= np.float32(0.0):
                    continue
                hu = soft[k, j, i]
                d = nearest[k, j, i]
                held_water, held_bone = _water(hu), _bone(hu)
                if d < NEAR_MM:
                    other = second[k, j, i]
                    if other < joint + edge:
                        pad = covered(other - np.float32(0.9) * joint, edge)
                        hu += pad * max(JOINT_HU - hu, np.float32(0.0))
                        held_water, held_bone = _water(hu), _bone(hu)
                    d = carved(d, other, joint)
                    outer = covered(d, edge)
                    if outer > np.float32(0.0):
                        made_of, owner = kind[k, j, i], whose[k, j, i]
                        x = np.float32(origin[0] + i * step) + offsets[owner, 0]
                        y = np.float32(origin[1] + j * step) + offsets[owner, 1]
                        z = np.float32(origin[2] + k * step) + offsets[owner, 2]
                        slow = noise_at(
                            block, y * SLOW_FRONT_TO_BACK, z * SLOW_STRIDE, x * SLOW_STRIDE
                        )
                        density = noise_at(block, z, x, y)
                        if made_of == CARTILAGE:
                            cortex = np.float32(0.0)
                            core = COSTAL_HU + COSTAL_SPREAD_HU * density
                            if flecks and slow > FLECK_ABOVE:
                                core = FLECK_HU
                        else:
                            varied = np.float32(1.0) + CORTEX_NOISE * slow
                            cortex = max(
                                thickness[made_of] * walls[owner] * varied, LEAST_CORTEX_MM
                            )
                            core = _core(
                                made_of, d + cortex, cores[owner], core_extra[made_of], density
                            )
                            if fine > np.float32(0.05):
                                weave = noise_at(
                                    block,
                                    x * TRABECULA_STRIDE,
                                    y * TRABECULA_STRIDE,
                                    z * TRABECULA_STRIDE * TRABECULA_UPRIGHT,
                                )
                                core += fine * MARROW_HU * weave
                        inner = covered(d + cortex, edge)
                        hard = shell_hu[made_of] + SHELL_SPREAD_HU * density
                        shell = outer - inner
                        rest = np.float32(1.0) - outer
                        held_water = rest * held_water + shell * _water(hard) + inner * _water(core)
                        held_bone = rest * held_bone + shell * _bone(hard) + inner * _bone(core)
                if implant.size:
                    free = np.float32(1.0) - covered(implant[k, j, i], edge)
                    held_water, held_bone = held_water * free, held_bone * free
                water[k, j, i] = np.uint8(
                    min(held_water * part * to_water, np.float32(255.0)) + half
                )
                bone[k, j, i] = np.uint8(min(held_bone * part * to_bone, np.float32(255.0)) + half)


@_called
def _core(made_of, depth, core, extra, density):  # type: ignore[no-untyped-def]
    """HU of marrow at a signed depth below the inner surface (negative = deep)."""
    value = core + extra + DENSITY_HU * density
    if made_of == 1 or made_of == 2:
        value += PLATE_EXTRA_HU * np.exp(min(depth, np.float32(0.0)) / PLATE_DEPTH_MM)
    return max(value, LEAST_CORE_HU)


@_compiled
def finer(begin, end, coarse, first, out):  # type: ignore[no-untyped-def]
    """Read a block between its voxels at half its spacing, from the voxel `first` (k, j, i) on."""
    _, nj, ni = out.shape
    half = np.float32(0.5)
    for k in range(begin, end):
        c0 = first[0] + k // 2
        c1 = c0 + (k & 1)
        for j in range(nj):
            b0 = first[1] + j // 2
            b1 = b0 + (j & 1)
            for i in range(ni):
                a0 = first[2] + i // 2
                a1 = a0 + (i & 1)
                near = (coarse[c0, b0, a0] + coarse[c0, b0, a1]) * half
                if j & 1:
                    near = (near + (coarse[c0, b1, a0] + coarse[c0, b1, a1]) * half) * half
                if k & 1:
                    far = (coarse[c1, b0, a0] + coarse[c1, b0, a1]) * half
                    if j & 1:
                        far = (far + (coarse[c1, b1, a0] + coarse[c1, b1, a1]) * half) * half
                    near = (near + far) * half
                out[k, j, i] = near


@_compiled
def ramps(begin, end, x, y, z, rest, out):  # type: ignore[no-untyped-def]
    """The product of three lines on a block; rest : what it leaves of 1."""
    one = np.float32(1.0)
    for k in range(begin, end):
        for j in range(y.size):
            for i in range(x.size):
                part = x[i] * y[j] * z[k]
                if rest:
                    part = one - part
                    if part < NOTHING:
                        part = np.float32(0.0)
                out[k, j, i] = part


@_compiled
def carve_all(begin, end, nearest, second, joint, out):  # type: ignore[no-untyped-def]
    """The composed distance of a whole block."""
    _, nj, ni = nearest.shape
    for k in range(begin, end):
        for j in range(nj):
            for i in range(ni):
                out[k, j, i] = carved(nearest[k, j, i], second[k, j, i], joint)


@_compiled
def rough_points(points, offset, rough, block, distance):  # type: ignore[no-untyped-def]
    """Add one bone's roughness at points, as `merge` does at voxels."""
    for n in range(points.shape[0]):
        d = distance[n]
        if abs(d) < ROUGH_MM:
            x = np.float32(points[n, 0]) + offset[0]
            y = np.float32(points[n, 1]) + offset[1]
            z = np.float32(points[n, 2]) + offset[2]
            distance[n] = d + rough * noise_at(block, x, y, z)


@_compiled
def mark_bone(  # type: ignore[no-untyped-def]
    begin,
    end,
    nearest,
    second,
    joint,
    implant,
    share,
    origin,
    step,
    low,
    high,
    label_origin,
    label_step,
    label,
    tissues,
):
    """Label where the trilinear distance is negative, within the label index box low..high-1.

    The distance of bone with its joints carved, or of an implant (empty : none); far where this
    block draws nothing.
    """
    nk, nj, ni = nearest.shape
    one = np.float32(1.0)
    at = (nearest, second, joint, implant, share)
    for k in range(low[0] + begin, low[0] + end):
        z = (label_origin[2] + k * label_step - origin[2]) / step
        c = min(max(int(np.floor(z)), 0), nk - 2)
        w = np.float32(z - c)
        for j in range(low[1], high[1]):
            y = (label_origin[1] + j * label_step - origin[1]) / step
            b = min(max(int(np.floor(y)), 0), nj - 2)
            v = np.float32(y - b)
            for i in range(low[2], high[2]):
                x = (label_origin[0] + i * label_step - origin[0]) / step
                a = min(max(int(np.floor(x)), 0), ni - 2)
                first = _drawn(at, c, b, a)
                if first > NEAR_MM:
                    continue
                u = np.float32(x - a)
                p = first * (one - u) + _drawn(at, c, b, a + 1) * u
                q = _drawn(at, c, b + 1, a) * (one - u) + _drawn(at, c, b + 1, a + 1) * u
                r = _drawn(at, c + 1, b, a) * (one - u) + _drawn(at, c + 1, b, a + 1) * u
                s = _drawn(at, c + 1, b + 1, a) * (one - u) + _drawn(at, c + 1, b + 1, a + 1) * u
                if (p * (one - v) + q * v) * (one - w) + (r * (one - v) + s * v) * w < 0:
                    tissues[k, j, i] = label


@_called
def _drawn(at, k, j, i):  # type: ignore[no-untyped-def]
    """Mm to what `mark_bone` labels, at one voxel."""
    nearest, second, joint, implant, share = at
    if share[k, j, i] <= np.float32(0.0):
        return FAR_MM
    found = carved(nearest[k, j, i], second[k, j, i], joint)
    return min(found, implant[k, j, i]) if implant.size else found
