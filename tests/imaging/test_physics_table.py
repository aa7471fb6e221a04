"""The packaged table against NIST, against its own tool, against what it claims."""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np
import pytest

from tools import make_physics
from trainer.imaging.tables import physics_tables, tables_sha256

# NIST mass attenuation, cm2/g, at these energies (clinical.md 5.4).
NIST_KEV = (40, 50, 60, 80, 100)
NIST = {
    "water": (0.268, 0.227, 0.206, 0.184, 0.171),
    "bone": (0.666, 0.424, 0.315, 0.223, 0.186),
    "iron": (3.63, 1.96, 1.21, 0.595, 0.372),
    "iodine": (22.1, 12.3, 7.58, 3.51, 1.94),
}
# NIST mass energy absorption of dry air, cm2/g (tables of Hubbell and Seltzer).
AIR_KEV = (10, 15, 20, 30, 40, 50, 60, 80, 100)
AIR_CM2_G = (4.742, 1.334, 0.5389, 0.1537, 0.06833, 0.04098, 0.03041, 0.02407, 0.02325)


@pytest.mark.parametrize("material", NIST)
def test_attenuation_is_nists(material: str) -> None:
    tables = physics_tables()
    at = np.searchsorted(tables.energy_kev, NIST_KEV)
    assert tables.mass_attenuation_cm2_g[material][at] == pytest.approx(NIST[material], rel=0.03)


def test_seventy_kilovolts_have_the_mean_energy_of_the_reference() -> None:
    tables = physics_tables()
    photons = tables.spectrum(70.0)
    mean_kev = (photons * tables.energy_kev).sum() / photons.sum()
    assert mean_kev == pytest.approx(44.5, abs=0.3)  # SpekPy 2.5.4, dependencies.md 1


def air_kerma(photons: np.ndarray) -> float:
    energy = physics_tables().energy_kev
    air = np.exp(np.interp(np.log(energy), np.log(AIR_KEV), np.log(AIR_CM2_G)))
    return float((photons * energy * air).sum())


def test_the_half_value_layer_of_seventy_kilovolts_is_four_millimetres_of_aluminium() -> None:
    tables = physics_tables()
    photons = tables.spectrum(70.0)
    per_mm = tables.mass_attenuation_cm2_g["aluminium"] * tables.densities_g_cm3["aluminium"] / 10.0
    thickness_mm = np.linspace(2.0, 6.0, 401)
    kerma = [air_kerma(photons * np.exp(-per_mm * t)) for t in thickness_mm]
    half = np.interp(-0.5, -np.array(kerma) / air_kerma(photons), thickness_mm)
    assert half == pytest.approx(4.0, rel=0.03)


def test_no_photon_has_more_energy_than_the_tube_gives() -> None:
    tables = physics_tables()
    for kvp in (*tables.kvp, 72.5):
        assert not tables.spectrum(kvp)[tables.energy_kev > kvp + 2.5].any()


def test_more_voltage_gives_more_and_harder_photons() -> None:
    spectra = np.array([physics_tables().spectrum(kvp) for kvp in np.arange(40.0, 121.0, 2.5)])
    mean_kev = (spectra * physics_tables().energy_kev).sum(axis=1) / spectra.sum(axis=1)
    assert (np.diff(spectra.sum(axis=1)) > 0).all()
    assert (np.diff(mean_kev) > 0).all()


@pytest.mark.parametrize("kvp", [39.9, 120.1, float("nan")])
def test_a_voltage_outside_the_table_is_refused(kvp: float) -> None:
    with pytest.raises(ValueError, match="kvp must lie in 40"):
        physics_tables().spectrum(kvp)


def test_the_table_says_what_made_it() -> None:
    provenance = physics_tables().provenance
    assert {"made", "spekpy", "xraylib", "attenuation", "spectra", "detector"} <= set(provenance)
    assert len(tables_sha256()) == 64


def test_the_table_is_what_its_tool_makes() -> None:
    tables = physics_tables()
    assert set(tables.mass_attenuation_cm2_g) == set(make_physics.MATERIALS)
    for name, (density, _) in make_physics.MATERIALS.items():
        assert tables.densities_g_cm3[name] == density
    assert (tables.energy_kev == make_physics.ENERGY_KEV).all()
    csi = tables.mass_attenuation_cm2_g["csi"]
    response = make_physics.detector_response_kev(csi)
    assert tables.detector_response_kev == pytest.approx(response, rel=1e-12)
    if find_spec("spekpy") and find_spec("xraylib"):  # the dependency group `data`
        for name, values in tables.mass_attenuation_cm2_g.items():
            assert values == pytest.approx(make_physics.attenuation_cm2_g(name), rel=1e-4)
        for kvp in (40.0, 60.0, 80.0, 120.0):
            spectrum = make_physics.spectrum(kvp)
            assert tables.spectrum(kvp) == pytest.approx(spectrum, abs=1e-4 * spectrum.max())
            assert tables.air_kerma_ugy(kvp) == pytest.approx(
                make_physics.air_kerma_ugy(kvp), rel=1e-4
            )
