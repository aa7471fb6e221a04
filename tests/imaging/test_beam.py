"""The beam against a direct sum over energies, written again in double precision."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.imaging.oracle import direct_log
from trainer.imaging.beam import BONE_END, WATER_END, beam_at, beam_of
from trainer.imaging.tables import physics_tables


def one(value: float) -> np.ndarray:
    return np.array([[value]], dtype=np.float32)


voltages = st.sampled_from([50.0, 60.0, 72.5, 80.0, 120.0])
waters = st.floats(0.0, 60.0, width=32)
bones = st.floats(0.0, 15.0, width=32)


@given(kvp=voltages, water=waters, bone=bones)
def test_the_table_is_the_sum_over_energies(kvp: float, water: float, bone: float) -> None:
    found = beam_at(kvp).log_transmission(one(water), one(bone))[0, 0]
    assert found == pytest.approx(direct_log(kvp, water, bone), abs=5e-4)


@given(kvp=voltages, water=waters, bone=bones, more=st.floats(0.1, 10.0))
def test_more_matter_is_always_darker(kvp: float, water: float, bone: float, more: float) -> None:
    def log(w: float, b: float) -> float:
        return float(beam_at(kvp).log_transmission(one(w), one(b))[0, 0])

    assert log(water + more, bone) < log(water, bone) <= 1e-6
    assert log(water, bone + more) < log(water, bone)


@given(
    kvp=voltages,
    water=st.floats(5.0, 45.0),
    bone=st.floats(0.0, 8.0),
    steel_mm=st.floats(0.05, 6.0),
)
def test_steel_behind_any_patient_is_within_two_percent_of_the_sum(
    kvp: float, water: float, bone: float, steel_mm: float
) -> None:
    paths = (np.float32([value]) for value in (water, bone))
    steel = beam_at(kvp).darkening(*paths, steel_mm=np.float32([steel_mm]))[0]
    truth = direct_log(kvp, water, bone, steel_mm) - direct_log(kvp, water, bone)
    assert np.exp(steel) == pytest.approx(np.exp(truth), rel=0.02)


def test_iodine_darkens_as_its_sum_says_and_together_with_steel() -> None:
    water, bone = np.float32([20.0]), np.float32([1.0])
    both = {"steel_mm": np.float32([0.9]), "iodine_g_cm2": np.float32([0.05])}
    found = beam_at(75.0).darkening(water, bone, **both)[0]
    truth = direct_log(75.0, 20.0, 1.0, 0.9, 0.05) - direct_log(75.0, 20.0, 1.0)
    assert found == pytest.approx(truth, abs=5e-4)


def test_a_thick_patient_hardens_the_beam() -> None:
    """Effective attenuation of bone falls by a quarter behind a body (dependencies.md: 31 %)."""

    def bone_per_g(water: float) -> float:
        return direct_log(70.0, water, 0.0) - direct_log(70.0, water, 1.0)

    table = beam_at(70.0)
    behind = table.log_transmission(one(30.0), one(0.0)) - table.log_transmission(
        one(30.0), one(1.0)
    )
    assert behind[0, 0] == pytest.approx(bone_per_g(30.0), rel=0.01)
    assert bone_per_g(30.0) < 0.8 * bone_per_g(0.0)


def test_beyond_the_table_the_picture_stays_as_dark_as_its_end() -> None:
    beam = beam_at(80.0)
    end = beam.log_transmission(one(WATER_END), one(BONE_END))
    beyond = beam.log_transmission(one(WATER_END + 50.0), one(BONE_END + 50.0))
    assert beyond == end
    assert np.isfinite(end).all()


@given(
    kev=st.integers(20, 120),
    water=st.floats(0.0, 12.0, width=32),
    bone=st.floats(0.0, 5.0, width=32),
)
def test_one_energy_through_a_slab_is_the_exponential_of_its_path(
    kev: int, water: float, bone: float
) -> None:
    """exp(-mu t) to 1e-5 of the open field."""
    tables = physics_tables()
    only = np.where(tables.energy_kev == kev, 1.0, 0.0)
    found = np.exp(beam_of(120.0, only).log_transmission(one(water), one(bone)))[0, 0]
    mu = {name: values[kev - 10] for name, values in tables.mass_attenuation_cm2_g.items()}
    assert found == pytest.approx(np.exp(-mu["water"] * water - mu["bone"] * bone), abs=1e-5)
