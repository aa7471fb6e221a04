"""Does a CT show the middle of the thorax? Told without a segmentation, from lung beside spine.

At the costovertebral joints of T4-T10 lung lies on both sides of the vertebra. In the neck it does
not, in the abdomen the recesses end within a few centimetres.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from trainer.anatomy.ct import CtScan
from trainer.anatomy.ct_body import coarse_step
from trainer.anatomy.ct_masks import Mask
from trainer.refusal import Refusal

LEAST_MM = 80.0  # three levels and what lies beside them on a picture (design value)
# Lung, not bowel gas nor fat; a lung is larger than any gas bubble (design values).
LUNG_HU = (-985, -500)
LEAST_LUNG_ML = 150.0
BONE_HU = 200
LEAST_BONE_MM2 = 250.0  # a vertebra's cross-section, osteopenic, by its cortex
LEAST_LUNG_MM2 = 300.0  # beside the vertebra, each side
GAP_MM = 8.0  # slices at a disc may miss the bone


def refuse_wrong_region(scan: CtScan, body: Mask) -> None:
    """Raise Refusal unless lung lies on both sides of a spine over `LEAST_MM`.

    body : the coarse body mask of `coarse_body`.
    """
    height = (scan.hu.shape[0] - 1) * scan.grid.spacing_mm[2]
    if height < LEAST_MM:
        raise _refused(
            f"it is {height:.0f} mm tall ({scan.hu.shape[0]} slices), "
            f"at least {LEAST_MM:.0f} mm are needed",
            "Choose a series that covers T4 to T10",
        )
    if not body.any():
        raise _refused(
            "it holds no body (no tissue above -300 HU)",
            "Choose a CT in Hounsfield units",
        )
    found = _longest(_thoracic_slices(scan, body), scan.grid.spacing_mm[2])
    if found < LEAST_MM:
        raise _refused(
            "it shows no mid-thoracic level: lung lies on both sides of the spine over "
            f"{found:.0f} mm, at least {LEAST_MM:.0f} mm are needed",
            "Choose a CT of the chest",
        )


def lung_mask(hu: NDArray[np.int16], body: Mask, voxel_ml: float) -> Mask:
    """Air spaces inside the body that are as dense and as large as a lung (airways with them)."""
    low, high = LUNG_HU
    airy = body & (hu < high)
    labels, count = ndimage.label(airy)
    if count == 0:
        return airy
    sizes = np.bincount(labels.ravel()) * voxel_ml
    lung_like = np.bincount(labels[airy & (hu > low)], minlength=count + 1) * voxel_ml
    keep = (sizes >= LEAST_LUNG_ML) & (lung_like >= 0.5 * sizes)
    keep[0] = False
    return np.asarray(keep[labels])


def _thoracic_slices(scan: CtScan, body: Mask) -> Mask:
    step = coarse_step(scan)
    hu = scan.hu[:, ::step, ::step]
    edge = step * scan.grid.spacing_mm[0]
    lung = lung_mask(hu, body, edge * edge * scan.grid.spacing_mm[2] / 1000.0)
    bone = body & (hu > BONE_HU)
    middle = _middle_column(body)
    return np.array(
        [_is_thoracic(b, g, w, middle, edge) for b, g, w in zip(bone, lung, body, strict=True)]
    )


def _middle_column(body: Mask) -> float:
    """The body's middle, from its whole silhouette."""
    columns = np.flatnonzero(body.any(axis=(0, 1)))
    return float(columns[0] + columns[-1]) / 2.0


def _is_thoracic(bone: Mask, lung: Mask, body: Mask, middle: float, edge_mm: float) -> bool:
    """Bone near the mid-line in the rear half with enough lung on either side of it."""
    rows = np.flatnonzero(body.any(axis=1))
    if not rows.size:
        return False
    rear = int(rows[0] + 0.4 * (rows[-1] - rows[0]))
    reach = round(45.0 / edge_mm)
    left = max(0, int(middle) - reach)
    column = bone[rear:, left : int(middle) + reach]
    if column.sum() * edge_mm**2 < LEAST_BONE_MM2:
        return False
    row, place = np.median(np.argwhere(column), axis=0)
    y, x = int(row) + rear, int(place) + left
    tall, wide = round(40.0 / edge_mm), round(70.0 / edge_mm)
    band = lung[max(0, y - tall) : y + tall]
    sides = (band[:, max(0, x - wide) : x], band[:, x : x + wide])
    return all(side.sum() * edge_mm**2 >= LEAST_LUNG_MM2 for side in sides)


def _longest(slices: Mask, spacing_mm: float) -> float:
    """Length in mm of the longest run of slices, gaps up to `GAP_MM` closed."""
    allowed = int(GAP_MM / spacing_mm)
    best, start, last = 0.0, -1, -1
    for k in map(int, np.flatnonzero(slices)):
        start = k if last < 0 or k - last - 1 > allowed else start
        last = k
        best = max(best, (last - start + 1) * spacing_mm)
    return float(best)


def _refused(why: str, next_step: str) -> Refusal:
    return Refusal("This CT cannot be used", why, next_step)
