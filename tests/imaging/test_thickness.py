"""The thickness that automatic brightness measures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.anatomy.patient import (
    Basis,
    BasisVolume,
    LabelVolume,
    Patient,
    PatientKind,
    RadiographView,
)
from trainer.geometry.carm import CArmPose
from trainer.geometry.grid import VoxelGrid
from trainer.imaging.slice_projector import SliceProjector
from trainer.imaging.thickness import water_equivalent_g_cm2

POSE = CArmPose(matrix_px=64)


def slab(thickness_mm: float, basis: Basis = Basis.WATER, spacing_mm: float = 4.0) -> Patient:
    """A wide slab before the receptor, 1 g/cm3."""
    layers = round(thickness_mm / spacing_mm)
    grid = VoxelGrid.aligned((-300.0, 0.0, -300.0), (50.0, spacing_mm, 50.0), (13, layers, 13))
    volume = BasisVolume(basis, grid, np.full((13, layers, 13), 200, np.uint8), 0.005)
    labels = LabelVolume(grid, np.ones((13, layers, 13), np.uint8))
    return Patient(PatientKind.CT, (volume,), labels)


@pytest.mark.parametrize("thickness_mm", [40.0, 200.0, 280.0])
def test_a_slab_is_as_thick_as_it_is(thickness_mm: float) -> None:
    found = water_equivalent_g_cm2(slab(thickness_mm), POSE.view)
    assert found == pytest.approx(thickness_mm / 10.0, rel=0.02)


def test_bone_weighs_half_as_much_again() -> None:
    """The ratio of their attenuation at 60 keV: 0.315 over 0.206 (NIST)."""
    bone = water_equivalent_g_cm2(slab(40.0, Basis.BONE), POSE.view)
    assert bone / water_equivalent_g_cm2(slab(40.0), POSE.view) == pytest.approx(1.53, abs=0.02)


@settings(max_examples=25)
@given(oblique=st.floats(-90, 90), tilt=st.floats(-40, 40))
def test_it_is_the_path_of_the_projector(oblique: float, tilt: float) -> None:
    """Median over the middle of the picture, from another program's line integrals."""
    grid = VoxelGrid.aligned((-100.0, -80.0, -120.0), (10.0, 10.0, 10.0), (25, 17, 21))
    volume = BasisVolume(Basis.WATER, grid, np.full((25, 17, 21), 100, np.uint8), 0.01)
    patient = Patient(
        PatientKind.CT, (volume,), LabelVolume(grid, np.ones(grid.shape_kji, np.uint8))
    )
    pose = replace(POSE, oblique_deg=oblique, tilt_deg=tilt)
    path = SliceProjector().path_lengths((volume,), pose.view)[Basis.WATER]
    middle = path[19:45, 19:45]
    assert water_equivalent_g_cm2(patient, pose.view) == pytest.approx(np.median(middle), rel=0.05)


def test_only_what_the_shutters_leave_open_is_measured() -> None:
    """A slab that covers the left half of the picture."""
    whole = slab(200.0)
    counts = whole.volumes[0].counts.copy()
    counts[:, :, :6] = 0  # world x below 0: the patient's right, on screen right
    half = replace(whole, volumes=(replace(whole.volumes[0], counts=counts),))
    left = water_equivalent_g_cm2(half, POSE.view, (0.0, 0.0, 0.5, 1.0))
    right = water_equivalent_g_cm2(half, POSE.view, (0.5, 0.0, 1.0, 1.0))
    assert left == pytest.approx(20.0, rel=0.1)
    assert right < 2.0


def test_beside_the_patient_there_is_nothing() -> None:
    away = replace(POSE, isocentre_world_mm=(2000.0, 0.0, 0.0))
    assert water_equivalent_g_cm2(slab(200.0), away.view) == 0.0


def test_a_radiograph_stands_for_a_thorax() -> None:
    picture = RadiographView("AP", np.zeros((64, 64), np.uint16), POSE.view, 0.0, 0.0)
    patient = Patient(PatientKind.RADIOGRAPH, radiographs=(picture,))
    assert water_equivalent_g_cm2(patient, POSE.view) == 20.0
