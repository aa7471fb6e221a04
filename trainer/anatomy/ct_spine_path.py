"""Where the spinal canal runs in a CT, slice by slice, told without a segmentation.

In many slices laminae and body close a ring round it: a small dark gap in bone near the mid-line.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from trainer.anatomy.ct import CtScan
from trainer.anatomy.ct_body import coarse_step
from trainer.anatomy.ct_masks import IN_PLANE, Mask, closed
from trainer.geometry.pinhole import FloatArray

# Design values. A canal is 15-25 mm wide and 12-18 mm deep (clinical.md 1.1), cord and fat in it.
RING_HU = 180
GAP_MM2 = (70.0, 500.0)
GAP_HU = (-40.0, 95.0)
CLOSING_VOXELS = 2
FROM_MIDDLE_MM = 60.0  # scoliosis, and a patient off the scanner's middle
WINDOW_MM, OFF_PATH_MM = 40.0, 9.0  # a gap further than this off the median of its window is none
LEAST_SHARE = 0.25  # of all slices that must show the canal


def canal_path(scan: CtScan, body: Mask) -> FloatArray | None:
    """World (x, y) of the canal's middle in every slice, shape (nk, 2); None where unseen.

    body : the coarse body mask of `coarse_body`. Slices without a ring are interpolated.
    """
    step = coarse_step(scan)
    hu = scan.hu[:, ::step, ::step]
    edge = step * scan.grid.spacing_mm[0]
    gaps = [_gap(one, inside, edge) for one, inside in zip(hu, body, strict=True)]
    seen = np.array([k for k, gap in enumerate(gaps) if gap is not None], dtype=np.int64)
    if len(seen) < LEAST_SHARE * len(gaps):
        return None
    places = np.array([gap for gap in gaps if gap is not None]) * step
    kept = _on_one_path(seen, places * scan.grid.spacing_mm[0], scan.grid.spacing_mm[2])
    if np.count_nonzero(kept) < LEAST_SHARE * len(gaps):
        return None
    origin = scan.grid.world_from_index[:2, 3]
    xy = origin + places[kept] * np.array(scan.grid.spacing_mm[:2])
    slices = np.arange(len(gaps))
    path = [np.interp(slices, seen[kept], xy[:, axis]) for axis in (0, 1)]
    window = max(1, round(10.0 / scan.grid.spacing_mm[2]))
    return np.stack([ndimage.uniform_filter1d(line, window) for line in path], axis=1)


def _gap(hu: NDArray[np.int16], body: Mask, edge_mm: float) -> tuple[float, float] | None:
    """Column and row of the gap that looks most like a canal, in coarse pixels."""
    rows, columns = (np.flatnonzero(body.any(axis=axis)) for axis in (1, 0))
    if not rows.size:
        return None
    bone = closed((hu > RING_HU)[None], CLOSING_VOXELS)[0]
    labels, count = ndimage.label(body & ~bone, IN_PLANE[1])
    if count == 0:
        return None
    index = np.arange(1, count + 1)
    area = np.bincount(labels.ravel(), minlength=count + 1)[1:] * edge_mm**2
    likely = index[(area >= GAP_MM2[0]) & (area <= GAP_MM2[1])]
    if not likely.size:
        return None
    density = ndimage.mean(hu, labels, likely)
    centres = np.array(ndimage.center_of_mass(labels > 0, labels, likely))
    off = (centres[:, 1] - (columns[0] + columns[-1]) / 2.0) * edge_mm
    rear = centres[:, 0] > (rows[0] + rows[-1]) / 2.0
    good = (density > GAP_HU[0]) & (density < GAP_HU[1]) & (np.abs(off) < FROM_MIDDLE_MM) & rear
    if not good.any():
        return None
    best = int(np.flatnonzero(good)[np.abs(off[good]).argmin()])
    return float(centres[best, 1]), float(centres[best, 0])


def _on_one_path(slices: NDArray[np.int64], places_mm: FloatArray, spacing_mm: float) -> Mask:
    """Which gaps lie near the median of those about them; shape (n,)."""
    near = np.abs(slices[:, None] - slices[None, :]) * spacing_mm <= WINDOW_MM
    middle = np.array([np.median(places_mm[row], axis=0) for row in near])
    return np.asarray(np.linalg.norm(places_mm - middle, axis=1) < OFF_PATH_MM)
