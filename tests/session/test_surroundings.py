"""What the C-arm must not touch is taken from the patient's own skin."""

from __future__ import annotations

import numpy as np
import pytest

from trainer.anatomy.patient import Basis, BasisVolume, LabelVolume, Patient, PatientKind, Tissue
from trainer.geometry.grid import VoxelGrid
from trainer.session.surroundings import STEP_MM, surroundings_of

# A trunk of 200 x 120 x 160 mm, 2 mm voxels, its back at y = 60, in a larger box of air.
SPACING_MM, SHAPE_KJI = 2.0, (80, 90, 140)


def trunk(flipped: bool) -> Patient:
    tissues = np.zeros(SHAPE_KJI, np.uint8)
    tissues[:, 15:75, 20:120] = Tissue.SOFT
    grid = VoxelGrid.aligned((-139.0, -89.0, -79.0), (SPACING_MM,) * 3, SHAPE_KJI)
    if flipped:  # the same body, its rows stored from the back to the belly
        matrix = grid.world_from_index.copy()
        matrix[1, 3] += matrix[1, 1] * (SHAPE_KJI[1] - 1)
        matrix[1, 1] *= -1
        grid = VoxelGrid(matrix, SHAPE_KJI)
        tissues = np.ascontiguousarray(tissues[:, ::-1])
    water = BasisVolume(Basis.WATER, grid, (tissues > 0).astype(np.uint8), 1.0)
    return Patient(PatientKind.CT, (water,), LabelVolume(grid, tissues))


@pytest.mark.parametrize("flipped", [False, True])
def test_box_and_back_are_those_of_the_body(flipped: bool) -> None:
    around = surroundings_of(trunk(flipped))
    off_mm = 4 * SPACING_MM  # every fourth voxel is looked at
    assert around.trunk_low_mm == pytest.approx([-100.0, -60.0, -80.0], abs=off_mm)
    assert around.trunk_high_mm == pytest.approx([100.0, 60.0, 80.0], abs=off_mm)
    assert around.back_mm[:, 1] == pytest.approx(60.0, abs=SPACING_MM)
    assert np.abs(around.back_mm[:, 0]).max() == pytest.approx(100.0, abs=STEP_MM)
    assert len(around.back_mm) == pytest.approx(200 * 160 / STEP_MM**2, rel=0.2)
