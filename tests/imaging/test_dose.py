"""Dose: linear in charge, inverse square in distance, the figures of the references."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.imaging.dose import kerma_area_pgym2, reference_air_kerma_ngy, scattered_kerma_ngy
from trainer.imaging.tables import physics_tables

voltages = st.floats(40.0, 120.0)
charges = st.floats(0.0, 5.0)


@given(kvp=voltages, charge=charges, factor=st.floats(0.0, 10.0))
def test_dose_is_linear_in_charge(kvp: float, charge: float, factor: float) -> None:
    once = reference_air_kerma_ngy(kvp, charge, 530.0)
    assert reference_air_kerma_ngy(kvp, charge * factor, 530.0) == pytest.approx(
        once * factor, rel=1e-12, abs=1e-12
    )


@given(kvp=voltages, near=st.floats(200.0, 900.0), farther=st.floats(1.0, 5.0))
def test_dose_falls_with_the_square_of_the_distance(
    kvp: float, near: float, farther: float
) -> None:
    """The reference point is 150 mm before the isocentre."""
    far = (near - 150.0) * farther + 150.0
    ratio = reference_air_kerma_ngy(kvp, 1.0, near) / reference_air_kerma_ngy(kvp, 1.0, far)
    assert ratio == pytest.approx(farther**2, rel=1e-9)


@given(low=voltages, high=voltages)
def test_more_voltage_is_more_dose(low: float, high: float) -> None:
    low, high = sorted((low, high))
    assert reference_air_kerma_ngy(low, 1.0, 530.0) <= reference_air_kerma_ngy(high, 1.0, 530.0)


def test_seventy_kilovolts_give_the_kerma_of_the_reference() -> None:
    """25.4 uGy per mAs at 1 m (SpekPy 2.5.4, dependencies.md)."""
    assert reference_air_kerma_ngy(70.0, 1.0, 1150.0) == pytest.approx(25_400.0, rel=0.005)


def test_the_kerma_of_the_table_is_that_of_its_spectra() -> None:
    """By NIST's energy absorption of air, not by the library that made the table."""
    from tests.imaging.test_physics_table import air_kerma

    for kvp in (40.0, 60.0, 82.5, 120.0):
        kev_per_g = air_kerma(physics_tables().spectrum(kvp))
        ugy = kev_per_g * 1.602177e-16 * 1e3 * 1e6
        # 3 %: between the coarse points of that table the interpolation alone is out by 2
        assert ugy == pytest.approx(physics_tables().air_kerma_ugy(kvp), rel=0.03)


def test_kerma_area_is_that_of_any_plane() -> None:
    """Kerma at the reference point times the field's area there."""
    at_receptor_mm, sid, sod = (298.0, 220.0), 1020.0, 530.0
    smaller = (sod - 150.0) / sid
    area_m2 = at_receptor_mm[0] * at_receptor_mm[1] * smaller**2 * 1e-6
    expected = reference_air_kerma_ngy(80.0, 0.3, sod) * area_m2 * 1e3
    assert kerma_area_pgym2(80.0, 0.3, at_receptor_mm, sid) == pytest.approx(expected)


def test_shutters_save_kerma_area_in_proportion() -> None:
    full = kerma_area_pgym2(70.0, 0.1, (298.0, 298.0), 1020.0)
    assert kerma_area_pgym2(70.0, 0.1, (149.0, 149.0), 1020.0) == pytest.approx(full / 4.0)
    assert kerma_area_pgym2(70.0, 0.1, (0.0, 298.0), 1020.0) == 0.0


def test_two_steps_back_quarter_the_scatter() -> None:
    """And a 20 x 20 cm field scatters a thousandth of its kerma to 1 m."""
    per_mgy = 1e6 * 0.04 * 1e3  # 1 mGy on 400 cm2, in pGy m2
    assert scattered_kerma_ngy(per_mgy, 1000.0) == pytest.approx(1000.0)
    assert scattered_kerma_ngy(per_mgy, 2000.0) == pytest.approx(250.0)


@pytest.mark.parametrize(
    ("kvp", "charge", "sod"),
    [(39.0, 1, 530), (121.0, 1, 530), (70.0, -1, 530), (70.0, 1, 150), (np.nan, 1, 530)],
)
def test_impossible_machines_have_no_dose(kvp: float, charge: float, sod: float) -> None:
    with pytest.raises(ValueError):
        reference_air_kerma_ngy(kvp, charge, sod)


def test_impossible_fields_and_distances_are_refused() -> None:
    with pytest.raises(ValueError, match="field_mm"):
        kerma_area_pgym2(70.0, 1.0, (-1.0, 10.0), 1020.0)
    with pytest.raises(ValueError, match="distance_mm"):
        scattered_kerma_ngy(1.0, 0.0)
