"""The skin of the back as a height field over the table."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.patient import LabelVolume, Patient, Tissue
from trainer.geometry.pinhole import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Back:
    """Heights `y_mm` (m, n) of the rear skin over `z_mm` (m,) and `x_mm` (n,); NaN beside it."""

    x_mm: FloatArray
    z_mm: FloatArray
    y_mm: FloatArray


def back_of(patient: Patient, step_mm: float = 2.0) -> Back:
    """The whole back of a patient with labels, every `step_mm`.

    Raises ValueError for a patient without labels.
    """
    if patient.labels is None:
        raise ValueError("a patient without labels has no skin")
    corners = patient.labels.grid.corners_world_mm
    low, high = corners.min(axis=0), corners.max(axis=0)
    x = np.arange(low[0] + step_mm / 2, high[0], step_mm)
    z = np.arange(low[2] + step_mm / 2, high[2], step_mm)
    return Back(x, z, posterior_skin_mm(patient.labels, x, z))


def posterior_skin_mm(labels: LabelVolume, x_mm: FloatArray, z_mm: FloatArray) -> FloatArray:
    """World y of the rearmost skin over each (z, x); shape (m, n), NaN beside the body.

    To half a voxel; the label grid must run along the world's axes (every patient's does).
    """
    origin = labels.grid.world_from_index[:3, 3]
    steps = np.diag(labels.grid.world_from_index)[:3]
    nk, nj, ni = labels.grid.shape_kji
    i = np.rint((x_mm - origin[0]) / steps[0]).astype(np.int64)
    k = np.rint((z_mm - origin[2]) / steps[2]).astype(np.int64)
    known = ((k >= 0) & (k < nk))[:, None] & ((i >= 0) & (i < ni))[None, :]
    columns = labels.tissues[np.clip(k, 0, nk - 1)][:, :, np.clip(i, 0, ni - 1)] != Tissue.AIR
    rearward = columns[:, ::-1, :] if steps[1] > 0.0 else columns
    first = rearward.argmax(axis=1)
    j = nj - 1 - first if steps[1] > 0.0 else first
    y = origin[1] + steps[1] * j + abs(steps[1]) / 2.0
    return np.asarray(np.where(known & columns.any(axis=1), y, np.nan), dtype=np.float64)
