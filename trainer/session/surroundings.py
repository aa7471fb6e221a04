"""What of a patient and a table the C-arm must not touch."""

from __future__ import annotations

import numpy as np

from trainer.anatomy.back import back_of
from trainer.anatomy.patient import LabelVolume, Patient, Tissue
from trainer.attempt.collision import Surroundings
from trainer.geometry.pinhole import FloatArray

STEP_MM = 15.0  # of the back's points: skin between two of them rises a few millimetres at most
EVERY = 4  # voxels looked at along each axis to find the body's ends


def surroundings_of(patient: Patient) -> Surroundings:
    """Points of the back and the box round the body of a patient with labels."""
    assert patient.labels is not None
    back = back_of(patient, STEP_MM)
    x_mm, z_mm = np.meshgrid(back.x_mm, back.z_mm)
    points = np.stack([x_mm, back.y_mm, z_mm], axis=-1)[np.isfinite(back.y_mm)]
    low_mm, high_mm = _box_mm(patient.labels)
    return Surroundings(points, low_mm, high_mm)


def _box_mm(labels: LabelVolume) -> tuple[FloatArray, FloatArray]:
    """Lowest and highest corner of the body; shape (3,) each."""
    body = labels.tissues[::EVERY, ::EVERY, ::EVERY] != Tissue.AIR
    found = [np.flatnonzero(body.any(axis=other)) * EVERY for other in ((0, 1), (0, 2), (1, 2))]
    ends = np.array([[line[0] for line in found], [line[-1] for line in found]], dtype=np.float64)
    matrix = labels.grid.world_from_index
    corners = ends @ matrix[:3, :3].T + matrix[:3, 3]
    return corners.min(axis=0), corners.max(axis=0)
