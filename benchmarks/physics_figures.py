"""The figures of docs/physics/beam.md: `python -m benchmarks.physics_figures`.

Prints what the packaged tables and the receptor's model give; asserts nothing (the tests do).
"""

from __future__ import annotations

import itertools
import statistics
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.carm import DEFAULT_FIELD_MM, DEFAULT_SID_MM, DEFAULT_SOD_MM, CArmPose
from trainer.imaging.beam import beam_at
from trainer.imaging.brightness import DoseMode, technique_for
from trainer.imaging.detector import FLAT_PANEL, pitch_mm
from trainer.imaging.display import (
    SCATTER_REMOVED,
    processed,
    processing_of,
    quieted,
    unveiled_log,
)
from trainer.imaging.dose import kerma_area_pgym2, reference_air_kerma_ngy, scattered_kerma_ngy
from trainer.imaging.exposure import expose, gain_of
from trainer.imaging.fluence import kev_per_quantum, signal_kev_per_mm2
from trainer.imaging.look import grey_of
from trainer.imaging.noise import chance
from trainer.imaging.paths import AnatomyPaths
from trainer.imaging.pulse import Pulse, averaged, detect
from trainer.imaging.received import MAGNIFICATION, received
from trainer.imaging.tables import physics_tables
from trainer.imaging.thickness import WHOLE

PULSES_PER_S = 8.0
# NIST mass energy absorption of dry air, cm2/g (tables of Hubbell and Seltzer).
AIR_KEV = (10, 15, 20, 30, 40, 50, 60, 80, 100)
AIR_CM2_G = (4.742, 1.334, 0.5389, 0.1537, 0.06833, 0.04098, 0.03041, 0.02407, 0.02325)


def kerma(photons: NDArray[np.float64]) -> float:
    """Air kerma of a spectrum, arbitrary units."""
    energy = physics_tables().energy_kev
    air = np.exp(np.interp(np.log(energy), np.log(AIR_KEV), np.log(AIR_CM2_G)))
    return float((photons * energy * air).sum())


def beam_figures() -> None:
    """Kerma, mean energy and half-value layer by voltage."""
    tables = physics_tables()
    per_mm = tables.mass_attenuation_cm2_g["aluminium"] * tables.densities_g_cm3["aluminium"] / 10.0
    layers_mm = np.linspace(0.5, 9.0, 851)
    print("| kVp | uGy/mAs at 1 m | mean keV | HVL mm Al | water cm2/g behind 0 / 20 g/cm2 |")
    print("|---|---|---|---|---|")
    for kvp in (50.0, 60.0, 70.0, 80.0, 90.0, 110.0):
        photons = tables.spectrum(kvp)
        left = np.array([kerma(photons * np.exp(-per_mm * mm)) for mm in layers_mm])
        half = float(np.interp(-0.5, -left / kerma(photons), layers_mm))
        mean = float(photons @ tables.energy_kev / photons.sum())
        logs = beam_at(kvp).log_transmission(
            np.array([[0.0, 1.0, 20.0, 21.0]], np.float32), np.zeros((1, 4), np.float32)
        )[0]
        first, behind = float(logs[0] - logs[1]), float(logs[2] - logs[3])
        figures = f"{tables.air_kerma_ugy(kvp):.1f} | {mean:.1f} | {half:.2f}"
        print(f"| {kvp:.0f} | {figures} | {first:.3f} / {behind:.3f} |")


def technique_figures() -> None:
    """What automatic brightness does with thickness, and what it costs."""
    print("| g/cm2 | mode | kVp | mAs/pulse | mA | ms | mGy/min at 8/s | uGy m2/min | quanta/mm2 |")
    print("|---|---|---|---|---|---|---|---|---|")
    wanted = [(10.0, DoseMode.NORMAL), *((19.0, mode) for mode in DoseMode)]
    for water, mode in [*wanted, (28.0, DoseMode.NORMAL), (40.0, DoseMode.NORMAL)]:
        how = technique_for(water, mode)
        field = (DEFAULT_FIELD_MM, DEFAULT_FIELD_MM)
        per_min = PULSES_PER_S * 60.0
        dose = reference_air_kerma_ngy(how.kvp, how.charge_mas_per_pulse, DEFAULT_SOD_MM) * per_min
        area = kerma_area_pgym2(how.kvp, how.charge_mas_per_pulse, field, DEFAULT_SID_MM) * per_min
        signal = signal_kev_per_mm2(how.kvp, how.charge_mas_per_pulse, DEFAULT_SID_MM, water)
        quanta = signal / kev_per_quantum(how.kvp, water)
        rate = "-" if mode is DoseMode.SPOT else f"{dose / 1e6:.1f} | {area / 1e6:.0f}"
        rate = "- | -" if rate == "-" else rate
        tube = f"{how.charge_mas_per_pulse:.3f} | {how.current_ma:.1f} | {how.pulse_ms:.1f}"
        print(f"| {water:g} | {mode} | {how.kvp:.1f} | {tube} | {rate} | {quanta:.0f} |")
    minute = technique_for(19.0)
    area = kerma_area_pgym2(minute.kvp, minute.charge_mas_per_pulse, field, DEFAULT_SID_MM) * 480
    print(
        f"scatter to an unshielded operator: {scattered_kerma_ngy(area, 700.0) / 1e3:.0f}", end=""
    )
    print(f" uGy/min at 0.7 m, {scattered_kerma_ngy(area, 1400.0) / 1e3:.0f} at 1.4 m")


def receptor_figures() -> None:
    """What was set for the receptor."""
    at = np.array([0.5, 1.0, 1.3, 2.0])
    names = ", ".join(f"{value:g}" for value in at)
    for name, magnification in (("panel", 1.0), ("panel and focal spot", MAGNIFICATION)):
        mtf = ", ".join(f"{value:.2f}" for value in FLAT_PANEL.mtf(at, magnification))
        print(f"MTF of {name} at {names} /mm: {mtf}")
    ratios = ", ".join(f"{float(FLAT_PANEL.scatter_ratio(w)):.2f} at {w:g}" for w in (10, 20, 30))
    print(
        f"scatter to primary: {ratios} g/cm2; shown after correction: {1 - SCATTER_REMOVED:g} of it"
    )


def flat_paths(size_px: int) -> AnatomyPaths:
    """Water of 20 g/cm2 before the receptor."""
    view = CArmPose(matrix_px=size_px).view
    water = np.full((size_px, size_px), 20.0, np.float32)
    bone = np.zeros_like(water)
    logs = beam_at(75.0).log_transmission(water, bone)
    clean, scatter = received(np.exp(logs), water, view, WHOLE, FLAT_PANEL)
    veil = scatter * np.float32(SCATTER_REMOVED)
    how = processing_of(unveiled_log(clean, veil))
    return AnatomyPaths(view, 75.0, water, bone, logs, clean, veil, 20.0, how)


def median_ms(work: Callable[[], object]) -> float:
    """Of 25 runs; this thread's processor time, so that a busy machine does not count."""
    times = []
    for _ in range(25):
        start = time.thread_time()
        work()
        times.append(time.thread_time() - start)
    return statistics.median(times) * 1e3


def speed_figures() -> None:
    """Milliseconds from clean signal to grey."""
    print("| step, ms | 512 | 1024 |")
    print("|---|---|---|")
    steps = [_steps(size) for size in (512, 1024)]
    for name in steps[0]:
        print(f"| {name} | " + " | ".join(f"{median_ms(one[name]):.2f}" for one in steps) + " |")


def _steps(size_px: int) -> dict[str, Callable[[], object]]:
    paths = flat_paths(size_px)
    step_mm, gain = pitch_mm(paths.view), gain_of(paths, 0.1)
    dice = chance(paths.clean.shape, 1, 1, FLAT_PANEL, step_mm)
    pulse = detect(paths.clean, dice, gain, FLAT_PANEL)
    run: list[Pulse] = list(itertools.repeat(pulse, 4))
    picture = processed(dice * np.float32(0.02), paths.processing)
    return {
        "chance": lambda: chance(paths.clean.shape, 1, 2, FLAT_PANEL, step_mm),
        "detect, 4 earlier pulses": lambda: detect(paths.clean, dice, gain, FLAT_PANEL, run),
        "running mean of 5": lambda: averaged(pulse, run),
        "noise reduction": lambda: quieted(dice, step_mm),
        "display and grey": lambda: grey_of(processed(picture, paths.processing)),
        "whole, first pulse": lambda: expose(paths),
        "whole, 4 earlier pulses": lambda: expose(paths, earlier=run),
        "once a pose: spread, scatter, bands": lambda: flat_paths(size_px),
    }


def main() -> None:
    """Print everything."""
    for part in (beam_figures, technique_figures, receptor_figures, speed_figures):
        part()
        print()


if __name__ == "__main__":
    main()
