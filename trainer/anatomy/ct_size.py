"""How large a CT may be: cropped to the body, then coarsened where it still exceeds the limit."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.ct import CtScan
from trainer.anatomy.ct_body import coarse_step
from trainer.anatomy.ct_masks import Mask
from trainer.geometry.grid import VoxelGrid
from trainer.refusal import Refusal

# Water, bone and tissue take 3 bytes a voxel: 240 MB of DESIGN 14's 1.2 GB stay; import holds some
# ten bytes a voxel for a while. The projector's time grows with the voxels along a ray, so not with
# this number alone (design value).
MOST_VOXELS = 80_000_000
MARGIN_VOXELS = 3  # of air kept round the body, so that distances know the skin
COARSE_SLICE_MM, THICKEST_SLICE_MM = 3.0, 5.0  # reliability.md 5.5: warned above; refused above


def refuse_thick(scan: CtScan) -> None:
    """Raise Refusal where slices are too far apart to show a process at all."""
    spacing = scan.grid.spacing_mm[2]
    if spacing > THICKEST_SLICE_MM * (1.0 + 1e-3):
        raise Refusal(
            "This CT cannot be used",
            f"its slices are {spacing:.1f} mm apart, at most {THICKEST_SLICE_MM:.0f} mm are taken: "
            "a transverse process is 10 mm tall",
            "Choose a thinner reconstruction of the same scan",
        )


def cropped_to(scan: CtScan, body: Mask, margin: int = MARGIN_VOXELS) -> tuple[slice, slice]:
    """Rows and columns of a scan that hold the body, with a margin; every slice stays.

    body : the scan's mask, or the coarse one of `coarse_body`.
    """
    step = 1 if body.shape == scan.hu.shape else coarse_step(scan)
    rows, columns = (_span(np.asarray(body.any(axis=(0, axis))), step, margin) for axis in (2, 1))
    return rows, columns


def cut(scan: CtScan, rows: slice, columns: slice) -> CtScan:
    """The part of a scan."""
    origin = scan.grid.world_of(np.array([columns.start, rows.start, 0.0]))
    hu = np.ascontiguousarray(scan.hu[:, rows, columns])
    x, y, z = (float(part) for part in origin)
    nk, nj, ni = hu.shape
    grid = VoxelGrid.aligned((x, y, z), scan.grid.spacing_mm, (nk, nj, ni))
    return CtScan(grid, hu, scan.notes)


def within_limit(scan: CtScan, most_voxels: int = MOST_VOXELS) -> CtScan:
    """Neighbouring voxels averaged in pairs until there are few enough; told in a note."""
    made = scan
    while made.hu.size > most_voxels:
        dx, dy, dz = made.grid.spacing_mm
        made = _halved(made, (0,)) if dz <= min(dx, dy) * 1.3 else _halved(made, (1, 2))
    if made is scan:
        return scan
    was, now = (
        f"{part.hu.size / 1e6:.0f} million voxels of "
        + " x ".join(f"{edge:.2f}" for edge in part.grid.spacing_mm)
        + " mm"
        for part in (scan, made)
    )
    note = f"Resampled from {was} to {now} (limit {most_voxels / 1e6:.0f} million)."
    return CtScan(made.grid, made.hu, (*made.notes, note))


def _halved(scan: CtScan, axes: tuple[int, ...]) -> CtScan:
    hu, step = scan.hu, np.ones(3)
    for axis in axes:
        hu, step[2 - axis] = _pairs(hu, axis), 2.0
    matrix = np.array(scan.grid.world_from_index)
    matrix[:3, 3] += matrix[:3, :3] @ ((step - 1.0) / 2.0)
    matrix[:3, :3] *= step
    nk, nj, ni = hu.shape
    return CtScan(VoxelGrid(matrix, (nk, nj, ni)), hu, scan.notes)


def _pairs(hu: NDArray[np.int16], axis: int) -> NDArray[np.int16]:
    """The mean of every two neighbours along an axis; an odd last one is dropped."""
    even = hu.shape[axis] // 2 * 2
    first = np.take(hu, np.arange(0, even, 2), axis).astype(np.int32)
    second = np.take(hu, np.arange(1, even, 2), axis)
    return np.asarray((first + second) // 2).astype(np.int16)


def _span(line: Mask, step: int, margin: int) -> slice:
    found = np.flatnonzero(line)
    return slice(max(0, int(found[0]) * step - margin), (int(found[-1]) + 1) * step + margin)
