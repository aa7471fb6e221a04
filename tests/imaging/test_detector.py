"""The receptor, measured on its pictures as a physicist would, against what was set."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.imaging.flat import KVP, behind_water
from tests.imaging.measure import edge_mtf, noise_power
from trainer.imaging.brightness import DoseMode, technique_at
from trainer.imaging.detector import FLAT_PANEL, DetectorModel
from trainer.imaging.exposure import Exposure, expose, gain_of
from trainer.imaging.fluence import kev_per_quantum
from trainer.imaging.needle_shadow import Rod
from trainer.imaging.noise import chance
from trainer.imaging.paths import AnatomyPaths
from trainer.imaging.pulse import AVERAGING, Gain, Pulse, detect
from trainer.imaging.received import MAGNIFICATION

STILL = replace(FLAT_PANEL, scatter_per_g_cm2=0.0, glare_share=0.0, vignetting=0.0)
BARE = replace(STILL, light_spread=((1.0, 0.0),), focal_spot_mm=0.0, electronic_kev_per_mm2=0.0)
FINE_MM = 74.5  # a field whose 256 pixels are as fine as those of a 1024 matrix


def signal(exposure: Exposure) -> np.ndarray:
    """I / I0 as read out of one pulse."""
    assert exposure.pulse is not None
    return exposure.pulse.detected * exposure.pulse.per_count


def relative_noise(paths: AnatomyPaths, exposure: int = 1, pulses: float = 1.0) -> float:
    one = signal(expose(paths, seed=1, exposure=exposure, pulses=pulses))
    return float(one.std() / one.mean())


@pytest.mark.parametrize("water", [10.0, 20.0])
def test_doubling_the_charge_lowers_relative_noise_by_the_root_of_two(water: float) -> None:
    paths = behind_water(water, model=BARE)
    ratio = relative_noise(paths) / relative_noise(paths, 2, pulses=2.0)
    assert ratio == pytest.approx(2.0**0.5, rel=0.03)


@pytest.mark.parametrize("mode", DoseMode)
def test_noise_is_that_of_the_quanta_the_table_counts(mode: DoseMode) -> None:
    """Quanta from fluence, transmission and absorption, summed here once more."""
    from trainer.imaging.tables import physics_tables

    paths, tables = behind_water(18.0, model=BARE), physics_tables()
    technique = technique_at(KVP, 18.0, mode)
    one = signal(expose(paths, seed=2, technique=technique))
    photons = tables.spectrum(KVP) * np.exp(-tables.mass_attenuation_cm2_g["water"] * 18.0)
    photons *= technique.charge_mas_per_pulse / 1.02**2 / 100.0 * (298.0 / 256) ** 2
    response = tables.detector_response_kev
    variance = (photons * response * tables.energy_kev).sum() / (photons * response).sum() ** 2
    assert (one.std() / one.mean()) ** 2 == pytest.approx(variance, rel=0.06)


def test_a_quantum_carries_about_the_mean_energy_and_more_behind_a_patient() -> None:
    assert 45.0 < kev_per_quantum(KVP) < kev_per_quantum(KVP, 20.0) < 60.0


def test_thicker_is_noisier_until_brightness_follows() -> None:
    """At one charge; with automatic brightness the signal, and so its noise, stays."""
    charge = technique_at(KVP, 15.0)
    fixed, followed = [], []
    for water in (15.0, 20.0):
        paths = behind_water(water, model=BARE)
        one = signal(expose(paths, technique=charge))
        fixed.append(one.std() / one.mean())
        followed.append(relative_noise(paths))
    assert fixed[1] > 1.5 * fixed[0]
    assert followed[1] == pytest.approx(followed[0], rel=0.05)


def test_electronics_add_their_noise() -> None:
    """Where the signal equals theirs, variance doubles."""
    gain = Gain(quanta=1e4, electronic=0.25, full_scale=1.0)
    clean = np.full((256, 256), 0.25, np.float32)
    noise = chance(clean.shape, 1, 1, BARE, 1.0)
    variance = [
        detect(clean, noise, one, BARE).detected.astype(float).var()
        for one in (gain, replace(gain, electronic=0.0))
    ]
    assert variance[0] / variance[1] == pytest.approx(2.0, rel=0.02)


@pytest.mark.parametrize(("field_mm", "within"), [(FINE_MM, 0.04), (149.0, 0.08)])
def test_the_mtf_of_a_slanted_edge_is_the_one_that_was_set(field_mm: float, within: float) -> None:
    """To 70 % of the matrix's limit, at the pixels of a 1024 and of a 512 matrix."""
    size, slope, step_mm = 256, 0.08, field_mm / 256
    row, column = np.mgrid[:size, :size]
    beyond = column - (size - 1) / 2 > slope * (row - (size - 1) / 2)
    paths = behind_water(np.where(beyond, 10.0, 16.0), size, field_mm=field_mm, model=STILL)
    taken = [signal(expose(paths, seed=3, exposure=n, pulses=20.0)) for n in range(1, 9)]
    frequencies = np.linspace(0.05, 0.7, 14) * 0.5 / step_mm
    found = edge_mtf(np.mean(taken, axis=0), slope, step_mm, frequencies)
    assert found == pytest.approx(STILL.mtf(frequencies, MAGNIFICATION), abs=within)


def test_the_panel_keeps_half_its_modulation_at_one_and_a_third_line_pairs() -> None:
    at = np.array([0.0, 1.0, 1.3, 2.0])
    assert FLAT_PANEL.mtf(at) == pytest.approx([1.0, 0.62, 0.5, 0.32], abs=0.02)
    assert (FLAT_PANEL.mtf(at, 2.0)[1:] < FLAT_PANEL.mtf(at)[1:]).all()


def test_noise_power_is_that_of_the_quanta_through_the_scintillator() -> None:
    """White noise of the quanta times the square of the light's MTF, within 10 %."""
    model = replace(STILL, electronic_kev_per_mm2=0.0)
    paths = behind_water(18.0, 256, field_mm=FINE_MM, model=model)
    step_mm = FINE_MM / 256
    taken = np.array([signal(expose(paths, seed=4, exposure=n)) for n in range(1, 13)])
    frequency, found = noise_power(taken, step_mm)
    gain = gain_of(paths, technique_at(KVP, 18.0).charge_mas_per_pulse)
    white = step_mm**2 / (gain.quanta * float(paths.clean.mean()))
    assert found == pytest.approx(white * model.mtf(frequency) ** 2, rel=0.10)


def middle(picture: np.ndarray) -> float:
    half = picture.shape[0] // 2
    return float(picture[half - 4 : half + 4, half - 4 : half + 4].mean())


def scatter_to_primary(paths: AnatomyPaths) -> float:
    return middle(paths.clean) / middle(np.exp(paths.log_signal)) - 1.0


@given(water=st.floats(5.0, 35.0))
def test_scatter_grows_with_thickness(water: float) -> None:
    even = replace(STILL, scatter_per_g_cm2=FLAT_PANEL.scatter_per_g_cm2)
    found = scatter_to_primary(behind_water(water, 64, model=even))
    assert found == pytest.approx(0.018 * water, rel=0.02)


def test_scatter_takes_contrast_by_the_factor_of_its_ratio() -> None:
    """Contrast falls to 1 / (1 + S/P): 0.735 behind 20 g/cm2."""
    row, column = np.mgrid[:256, :256] - 127.5
    water = np.where(np.hypot(row, column) < 6.0, 20.5, 20.0)

    def contrast(model: DetectorModel) -> float:
        clean = behind_water(water, model=model).clean
        return 1.0 - middle(clean) / float(clean[118:138, 150:160].mean())

    even = replace(STILL, scatter_per_g_cm2=FLAT_PANEL.scatter_per_g_cm2)
    assert contrast(even) / contrast(STILL) == pytest.approx(1.0 / 1.36, rel=0.03)
    assert contrast(FLAT_PANEL) < contrast(even)  # glare takes some more


def test_the_display_takes_most_of_the_veil_off_again() -> None:
    """Contrast of a small step in what is shown: 1 / (1 + 0.4 S/P), not 1 / (1 + S/P)."""
    row, column = np.mgrid[:256, :256] - 127.5
    paths = behind_water(np.where(np.hypot(row, column) < 6.0, 20.2, 20.0), model=STILL)
    even = replace(STILL, scatter_per_g_cm2=FLAT_PANEL.scatter_per_g_cm2)
    veiled = behind_water(paths.water_g_cm2, model=even)

    def step(one: AnatomyPaths) -> float:
        shown = np.log(one.clean - one.veil)
        return float(shown[118:138, 150:160].mean()) - middle(shown)

    assert step(veiled) / step(paths) == pytest.approx(1.0 / (1.0 + 0.4 * 0.36), rel=0.03)


def test_scatter_is_smooth_and_dies_away_outside_its_field() -> None:
    even = replace(STILL, scatter_per_g_cm2=FLAT_PANEL.scatter_per_g_cm2)
    paths = behind_water(20.0, model=even)
    scatter = paths.clean - np.exp(paths.log_signal)
    assert scatter[128, 0] == pytest.approx(0.5 * scatter[128, 128], rel=0.1)
    assert np.abs(np.diff(scatter, axis=1)).max() < 0.02 * scatter.max()


def test_a_smaller_field_scatters_less_and_open_air_not_at_all() -> None:
    whole = scatter_to_primary(behind_water(20.0))
    shut = scatter_to_primary(behind_water(20.0, open_part=(0.35, 0.35, 0.65, 0.65)))
    assert shut < 0.6 * whole
    assert abs(scatter_to_primary(behind_water(0.0, model=replace(STILL)))) < 1e-3


def test_corners_lose_what_was_set() -> None:
    paths = behind_water(5.0, model=replace(BARE, vignetting=0.03))
    assert paths.clean[0, 0] / paths.clean[128, 128] == pytest.approx(0.97, abs=1e-3)


def grey(level: float) -> np.ndarray:
    return np.full((64, 64), level, np.float32)


GAIN = Gain(quanta=1e9, electronic=0.0, full_scale=1.0)


def run_of(levels: list[float], model: DetectorModel = BARE) -> list[float]:
    """Mean signal of each pulse of a run."""
    pulses: list[Pulse] = []
    for number, level in enumerate(levels):
        dice = chance((64, 64), 1, number, model, 1.0)
        pulses.insert(0, detect(grey(level), dice, GAIN, model, pulses))
    return [float(pulse.detected.mean()) * pulse.per_count for pulse in reversed(pulses)]


def test_a_still_scene_is_not_changed_by_lag() -> None:
    assert run_of([0.3] * 6) == pytest.approx([0.3] * 6, rel=1e-3)


def test_a_flash_shines_on_and_dies_away() -> None:
    """4 % of the step in the next pulse, under 1 % in the fourth."""
    left = np.array(run_of([0.8, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]))[1:] - 0.1
    assert left[0] == pytest.approx(0.04 * 0.7, rel=0.05)
    assert (np.diff(left) < 0.0).all()
    assert left[3] < 0.01 * 0.7
    assert left[5] < 0.001 * 0.7


def test_counts_end_at_sixteen_bits() -> None:
    bright = detect(grey(3.0), chance((64, 64), 1, 1, BARE, 1.0), GAIN, BARE)
    assert bright.detected.dtype == np.uint16
    assert (bright.detected == 65535).all()
    dark = detect(grey(0.0), chance((64, 64), 1, 1, BARE, 1.0), GAIN, BARE)
    assert (dark.detected == 0).all()


def test_open_air_beside_a_thick_patient_saturates_and_looks_white() -> None:
    water = np.full((256, 256), 26.0)
    water[:, 180:] = 0.0
    exposure = expose(behind_water(water))
    assert exposure.pulse is not None
    assert (exposure.pulse.detected[:, 200:] == 65535).all()
    assert (exposure.pulse.detected[:, :160] < 6000).all()
    assert exposure.display[:, 200:].min() > 220


def test_a_stronger_pulse_is_read_with_a_wider_gain() -> None:
    """A spot of a chest holds its lungs as fluoroscopy does."""
    paths = behind_water(20.0)
    usual, spot = (
        expose(paths, technique=technique_at(KVP, 20.0, mode)).pulse
        for mode in (DoseMode.NORMAL, DoseMode.SPOT)
    )
    assert usual is not None and spot is not None
    for pulse in (usual, spot):
        assert pulse.per_count * 65535 > 15.0 * middle(paths.clean)


def test_the_same_exposure_is_the_same_picture() -> None:
    paths = behind_water(20.0)
    one, same = (expose(paths, seed=5, exposure=2) for _ in range(2))
    assert (one.display == same.display).all()
    assert (expose(paths, seed=6, exposure=2).display != one.display).any()


def test_a_run_is_calmer_than_its_first_pulse() -> None:
    """By the running mean's weights: a half."""
    paths = behind_water(20.0, model=replace(FLAT_PANEL, lag=()))
    pulses: list[Pulse] = []
    shown = []
    for number in range(1, 6):
        exposure = expose(paths, seed=7, exposure=number, earlier=pulses)
        assert exposure.pulse is not None
        pulses.insert(0, exposure.pulse)
        shown.append(exposure.log_signal)
    noise = [float((one - np.log(paths.clean - paths.veil)).std()) for one in (shown[0], shown[-1])]
    assert noise[1] / noise[0] == pytest.approx(np.linalg.norm(AVERAGING), rel=0.05)


def test_moved_steel_lingers_for_a_few_pulses() -> None:
    paths = behind_water(12.0, model=replace(BARE, lag=FLAT_PANEL.lag))
    rod = Rod((-20.0, 0.0, 0.0), (20.0, 0.0, 0.0), 3.0)
    here = expose(paths, [rod], seed=8)
    shadow = here.log_signal < here.log_signal.min() / 2 + np.median(here.log_signal) / 2
    pulses = [here.pulse]
    darkness = []
    for number in range(2, 9):
        without = expose(paths, seed=8, exposure=number, earlier=pulses)  # type: ignore[arg-type]
        pulses.insert(0, without.pulse)
        darkness.append(
            float(without.log_signal[~shadow].mean() - without.log_signal[shadow].mean())
        )
    assert darkness[0] > 0.1
    assert (np.diff(darkness[:5]) < 0.0).all()
    assert abs(darkness[-1]) < 0.02
