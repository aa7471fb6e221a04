"""Automatic brightness: monotone, bounded, calibrated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.imaging.brightness import (
    LIMITS,
    TARGET_KEV_PER_MM2,
    DoseMode,
    technique_for,
)
from trainer.imaging.dose import reference_air_kerma_ngy
from trainer.imaging.fluence import signal_kev_per_mm2
from trainer.imaging.tables import physics_tables

thicknesses = st.floats(0.0, 60.0)
modes = st.sampled_from(DoseMode)


@given(thin=thicknesses, thick=thicknesses, mode=modes)
def test_a_thicker_patient_never_gets_less(thin: float, thick: float, mode: DoseMode) -> None:
    thin, thick = sorted((thin, thick))
    less, more = technique_for(thin, mode), technique_for(thick, mode)
    assert less.kvp <= more.kvp
    assert less.charge_mas_per_pulse <= more.charge_mas_per_pulse
    assert less.pulse_ms <= more.pulse_ms
    assert less.current_ma <= more.current_ma + 1e-9


@given(water=thicknesses, mode=modes)
def test_the_tube_is_never_asked_for_more_than_it_can(water: float, mode: DoseMode) -> None:
    technique, limits = technique_for(water, mode), LIMITS[mode]
    assert 60.0 <= technique.kvp <= 110.0
    assert 4.0 <= technique.pulse_ms <= limits.longest_ms
    assert 1.0 - 1e-9 <= technique.current_ma <= limits.most_ma + 1e-9


@given(water=st.floats(10.0, 26.0), mode=modes)
def test_within_the_limits_the_receptor_gets_what_its_mode_asks(
    water: float, mode: DoseMode
) -> None:
    technique = technique_for(water, mode)
    signal = signal_kev_per_mm2(technique.kvp, technique.charge_mas_per_pulse, 1020.0, water)
    assert signal == pytest.approx(LIMITS[mode].dose_factor * TARGET_KEV_PER_MM2, rel=1e-6)


@given(water=thicknesses)
def test_modes_are_ordered(water: float) -> None:
    charges = [technique_for(water, mode).charge_mas_per_pulse for mode in DoseMode]
    assert charges == sorted(charges)


def mgy_per_minute(water: float, pulses_per_s: float) -> float:
    technique = technique_for(water)
    pulse = reference_air_kerma_ngy(technique.kvp, technique.charge_mas_per_pulse, 530.0)
    return pulse * pulses_per_s * 60.0 / 1e6


def test_a_thorax_from_behind_costs_about_eight_milligray_a_minute() -> None:
    """7.7-8.6 at the reference point (clinical.md 5.2, Soucy 2024), 70-77 kVp."""
    assert mgy_per_minute(19.0, 8.0) == pytest.approx(8.0, rel=0.02)
    assert 70.0 <= technique_for(18.0).kvp <= technique_for(20.0).kvp <= 77.0


def test_a_lateral_thorax_takes_eighty_to_ninety_kilovolts() -> None:
    assert 80.0 <= technique_for(28.0).kvp <= 90.0


def test_no_patient_can_be_given_more_than_the_limit() -> None:
    """88 mGy/min 30 cm before the receptor (FDA; clinical.md 5.2), at 15 pulses a second."""
    for mode in (DoseMode.LOW, DoseMode.NORMAL, DoseMode.BOOST):
        technique = technique_for(60.0, mode)
        at_one_metre = physics_tables().air_kerma_ugy(technique.kvp)
        per_pulse_ugy = at_one_metre * technique.charge_mas_per_pulse / 0.72**2
        assert per_pulse_ugy * 15.0 * 60.0 / 1000.0 < 88.0


def test_a_receptor_further_away_asks_for_the_square_more() -> None:
    near, far = technique_for(15.0, sid_mm=1000.0), technique_for(15.0, sid_mm=1200.0)
    ratio = far.charge_mas_per_pulse / near.charge_mas_per_pulse
    assert ratio == pytest.approx(1.44)
    assert far.kvp == near.kvp


@pytest.mark.parametrize("water", [-0.1, float("nan")])
def test_a_thickness_below_nothing_is_refused(water: float) -> None:
    with pytest.raises(ValueError, match="water_g_cm2"):
        technique_for(water)
