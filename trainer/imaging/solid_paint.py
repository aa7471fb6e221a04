"""What one sees along each ray: bone, tubes in front of it, veils before both. Compiled."""

from __future__ import annotations

import numpy as np

from trainer.imaging.solid_kernels import (
    MISSED,
    _compiled,
    _inlined,
    first_hit,
    outward,
    value_at,
)

# Light from the upper left, a little before the eye (design values, judged by eye).
_RIGHT, _UP, _FRONT = -0.42, 0.55, 0.72
_AMBIENT, _DIFFUSE, _SHINE = 0.30, 0.88, 0.16
_CROWDED = 1.05  # how much nearby bone darkens
_CROWD_MM = 2.2  # how far off the surface that is asked
_HAZE = 0.55  # of what lies at the far end
_VEIL, _VEIL_PRINT = 0.22, 0.62  # opacity of a translucent surface, and of its pattern
_CUT_SHADE = 0.55  # bone that the crop sphere cuts open
PLAIN, SPOTS, STRIPES, HATCHES = 0, 1, 2, 3
BONE_HIT, NOTHING = 0, -1


@_inlined
def _sphere(ox, oy, oz, dx, dy, dz, radius):  # type: ignore[no-untyped-def]
    """Where a ray enters and leaves a sphere about the origin; an empty range when it misses."""
    b = ox * dx + oy * dy + oz * dz
    rest = b * b - (ox * ox + oy * oy + oz * oz - radius * radius)
    if rest <= 0.0:
        return 1.0, 0.0
    root = np.sqrt(rest)
    return max(-b - root, 0.0), -b + root


@_inlined
def _egg(matrix, centre, ox, oy, oz, dx, dy, dz):  # type: ignore[no-untyped-def]
    """Distance to an ellipsoid's near side; `MISSED` if none. matrix : world to unit sphere."""
    x, y, z = ox - centre[0], oy - centre[1], oz - centre[2]
    px = matrix[0, 0] * x + matrix[0, 1] * y + matrix[0, 2] * z
    py = matrix[1, 0] * x + matrix[1, 1] * y + matrix[1, 2] * z
    pz = matrix[2, 0] * x + matrix[2, 1] * y + matrix[2, 2] * z
    qx = matrix[0, 0] * dx + matrix[0, 1] * dy + matrix[0, 2] * dz
    qy = matrix[1, 0] * dx + matrix[1, 1] * dy + matrix[1, 2] * dz
    qz = matrix[2, 0] * dx + matrix[2, 1] * dy + matrix[2, 2] * dz
    a, b = qx * qx + qy * qy + qz * qz, px * qx + py * qy + pz * qz
    rest = b * b - a * (px * px + py * py + pz * pz - 1.0)
    if rest < 0.0:
        return MISSED
    t = (-b - np.sqrt(rest)) / a
    return t if t >= 0.0 else MISSED


@_inlined
def _printed(pattern, row, column, pitch):  # type: ignore[no-untyped-def]
    """Whether a veil's pattern is printed on this pixel."""
    if pattern == SPOTS:
        dr, dc = row % pitch - pitch / 2.0, column % pitch - pitch / 2.0
        return dr * dr + dc * dc < 0.05 * pitch * pitch
    if pattern == STRIPES:
        return row % pitch < 0.2 * pitch
    if pattern == HATCHES:
        return (row + column) % pitch < 0.22 * pitch
    return False


@_compiled
def paint_rows(  # type: ignore[no-untyped-def]
    first_row, row_step, origins, directions, light, centre, crop_mm, eye_mm,
    bone, bone_leap, crowd, bone_low, bone_spacing, show_bone, stride,
    veils, veil_colours, veil_patterns, eggs, egg_centres, egg_colour,
    colours, dark_period, dark_part, background, pitch,
    depth, what, place, normal, rgb,
):  # fmt: skip
    """Paint rows first_row, first_row + row_step, ... of `rgb`; depth and what end at bone too.

    light : unit vectors to screen right, up and the eye, shape (3, 3). veils : two of (values,
    leap, low, spacing). colours : float (styles, 3), bone the first.
    """
    rows, columns = depth.shape
    lx = _RIGHT * light[0, 0] + _UP * light[1, 0] + _FRONT * light[2, 0]
    ly = _RIGHT * light[0, 1] + _UP * light[1, 1] + _FRONT * light[2, 1]
    lz = _RIGHT * light[0, 2] + _UP * light[1, 2] + _FRONT * light[2, 2]
    bright = np.sqrt(lx * lx + ly * ly + lz * lz)
    layer_t, layer_a = np.empty(8), np.empty(8)
    layer_rgb = np.empty((8, 3))
    for row in range(first_row, rows, row_step):
        for column in range(columns):
            ox = origins[0, 0] + column * origins[1, 0] + row * origins[2, 0]
            oy = origins[0, 1] + column * origins[1, 1] + row * origins[2, 1]
            oz = origins[0, 2] + column * origins[1, 2] + row * origins[2, 2]
            dx = directions[0, 0] + column * directions[1, 0] + row * directions[2, 0]
            dy = directions[0, 1] + column * directions[1, 1] + row * directions[2, 1]
            dz = directions[0, 2] + column * directions[1, 2] + row * directions[2, 2]
            length = np.sqrt(dx * dx + dy * dy + dz * dz)
            dx, dy, dz = dx / length, dy / length, dz / length
            near, far = _sphere(ox - centre[0], oy - centre[1], oz - centre[2], dx, dy, dz, crop_mm)
            t, cut, crowded = depth[row, column], False, 0.0
            kind = what[row, column]
            nx, ny, nz = normal[row, column, 0], normal[row, column, 1], normal[row, column, 2]
            if show_bone and near < far:
                x = (ox - bone_low[0]) / bone_spacing
                y = (oy - bone_low[1]) / bone_spacing
                z = (oz - bone_low[2]) / bone_spacing
                hit = first_hit(
                    bone, bone_leap, x, y, z, dx, dy, dz,
                    near / bone_spacing, min(far, t) / bone_spacing, stride,
                )  # fmt: skip
                if hit >= 0.0:
                    t, kind = hit * bone_spacing, BONE_HIT
                    px, py, pz = x + hit * dx, y + hit * dy, z + hit * dz
                    nx, ny, nz = outward(bone, px, py, pz)
                    size = np.sqrt(nx * nx + ny * ny + nz * nz)
                    cut = t - near < 0.05
                    if cut or size < 1e-6:
                        nx, ny, nz, size = -dx, -dy, -dz, 1.0
                    nx, ny, nz = nx / size, ny / size, nz / size
                    away = _CROWD_MM / bone_spacing
                    crowded = value_at(
                        crowd,
                        0.5 * (px + nx * away), 0.5 * (py + ny * away), 0.5 * (pz + nz * away),
                    ) / 255.0  # fmt: skip
                    depth[row, column], what[row, column] = t, kind
            red, green, blue = background[row, 0], background[row, 1], background[row, 2]
            if kind >= 0:
                facing = max(0.0, (nx * lx + ny * ly + nz * lz) / bright)
                shade = _AMBIENT + _DIFFUSE * facing
                if kind == BONE_HIT:
                    shade *= min(1.0, max(0.25, 1.12 - _CROWDED * crowded))
                    if cut:
                        shade = _CUT_SHADE
                else:
                    if place[row, column] % dark_period[kind] < dark_part[kind]:
                        shade *= 0.3
                    shade += _SHINE * facing**12
                haze = min(1.0, max(0.0, (t - eye_mm + crop_mm) / (2.0 * crop_mm)))
                keep = 1.0 - _HAZE * haze * haze
                red = keep * min(255.0, shade * colours[kind, 0]) + (1.0 - keep) * red
                green = keep * min(255.0, shade * colours[kind, 1]) + (1.0 - keep) * green
                blue = keep * min(255.0, shade * colours[kind, 2]) + (1.0 - keep) * blue
            layers = 0
            if near < far:
                for n in range(2):
                    values, leap, low, spacing = veils[n]
                    hit = first_hit(
                        values, leap,
                        (ox - low[0]) / spacing, (oy - low[1]) / spacing, (oz - low[2]) / spacing,
                        dx, dy, dz, near / spacing, min(far, t) / spacing, stride,
                    )  # fmt: skip
                    if hit >= 0.0:
                        printed = _printed(veil_patterns[n], row, column, pitch)
                        layer_t[layers] = hit * spacing
                        layer_a[layers] = _VEIL_PRINT if printed else _VEIL
                        layer_rgb[layers] = veil_colours[n]
                        layers += 1
            for n in range(min(egg_centres.shape[0], 6)):
                hit = _egg(eggs[n], egg_centres[n], ox, oy, oz, dx, dy, dz)
                if hit >= 0.0 and hit < t:
                    printed = _printed(HATCHES, row, column, pitch)
                    layer_t[layers] = hit
                    layer_a[layers] = 0.85 if printed else 0.30
                    layer_rgb[layers] = egg_colour
                    layers += 1
            for _ in range(layers):  # the farthest first
                last = np.argmax(layer_t[:layers])
                a = layer_a[last]
                red = (1.0 - a) * red + a * layer_rgb[last, 0]
                green = (1.0 - a) * green + a * layer_rgb[last, 1]
                blue = (1.0 - a) * blue + a * layer_rgb[last, 2]
                layer_t[last] = -1.0
            rgb[row, column, 0] = np.uint8(red)
            rgb[row, column, 1] = np.uint8(green)
            rgb[row, column, 2] = np.uint8(blue)
