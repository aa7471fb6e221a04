"""A lesion in time: current heats, tissue conducts, blood cools, proteins die.

Axisymmetric finite volumes, implicit in time, in one tissue. The electrode is held at the wanted
temperature by the power that does so exactly (an ideal controller), within what the generator has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import splu

from trainer.therapy.damage import cem43_rate_min_per_s, damage_rate_per_s
from trainer.therapy.electrode import Electrode
from trainer.therapy.lesion_current import Current, current_of_one_volt, laplacian
from trainer.therapy.lesion_grid import FloatArray, LesionGrid, Mask, grid_round
from trainer.therapy.lesion_program import (
    MOST_WATT,
    PULSE_DUTY,
    PULSE_VOLT,
    Mode,
    Program,
    wanted_c,
)
from trainer.therapy.tissue import BODY_C, BOILING_C, CONDUCTIVITY_RISE_PER_K, Tissue

STEP_S = 0.5  # of the solver (X)
CURRENT_EVERY = 4  # steps: conductivity follows temperature this often (X)
SENSOR_MM = 2.0  # the thermocouple's part of the tip (X)
STEEL_W_MK, STEEL_J_M3_K = 15.0, 3.95e6  # stainless 304 (M)
# Cooled: what the water in the electrode takes, per cubic metre of electrode and kelvin above its
# own temperature. X: chosen so that 60 C at the sensor gives about 80 C in tissue beside it.
COOLANT_C, COOLANT_W_M3_K = 25.0, 3.0e6


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """Everything at one time.

    temperature_c, damage, cem43_min : per cell, shape (nz, nr). electrode_c : at the thermocouple.
    hottest_c : of tissue. watt, ohm : at the generator. energy_j : put in so far. stored_j : what
    cells hold above body heat. lost_j : to blood, coolant and the far wall so far.
    """

    seconds: float
    temperature_c: FloatArray
    damage: FloatArray
    cem43_min: FloatArray
    electrode_c: float
    hottest_c: float
    watt: float
    ohm: float
    energy_j: float
    stored_j: float
    lost_j: float


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """An electrode in one tissue on its grid."""

    grid: LesionGrid
    electrode: Mask
    insulated: Mask
    sensor: Mask
    tissue: Tissue
    cooled: bool


def setting_of(electrode: Electrode, tissue: Tissue) -> Setting:
    """The electrode along +z with its tip at 0."""
    grid = grid_round(electrode)
    inside = grid.r_m[None, :] < electrode.radius_mm / 1000.0
    bare_m = electrode.active_tip_mm / 1000.0
    z = grid.z_m[:, None]
    steel = inside & (z > 0.0) & (z < bare_m)
    sensor = steel & (z < SENSOR_MM / 1000.0)
    return Setting(grid, steel, inside & (z > bare_m), sensor, tissue, electrode.cooled)


def lesion_in_time(setting: Setting, program: Program, start_c: float = BODY_C) -> Iterator[Field]:
    """The field after each step of `STEP_S` until the program ends.

    start_c : of the tissue, its blood and the far wall.
    """
    grid, tissue = setting.grid, setting.tissue
    metal = setting.electrode | setting.insulated
    volume = grid.volume_m3
    heat_capacity = volume * np.where(metal, STEEL_J_M3_K, tissue.stored_j_m3_k)
    coolant = volume * (COOLANT_W_M3_K if setting.cooled else 0.0) * setting.electrode
    blood = volume * tissue.sink_w_m3_k * ~metal  # also where it has clotted: a little too much
    leaving = laplacian(grid, np.where(metal, STEEL_W_MK, tissue.conductivity_w_mk))
    system = sparse.diags_array((heat_capacity / STEP_S + coolant + blood).ravel()) + leaving
    solve = splu(system.tocsc()).solve
    shape = grid.shape
    above = np.zeros(shape)  # kelvin over the body
    damage, cem43 = np.zeros(shape), np.zeros(shape)
    energy = lost = 0.0
    to_water = COOLANT_C - start_c
    current = current_of_one_volt(
        grid, _sigma(setting, start_c + above), setting.electrode, setting.insulated
    )
    warmed = solve(current.heat_w.ravel()).reshape(shape) * current.ohm
    for step in range(1, round(program.seconds / STEP_S) + 1):
        if step % CURRENT_EVERY == 0:
            current = current_of_one_volt(
                grid, _sigma(setting, start_c + above), setting.electrode, setting.insulated
            )
            warmed = solve(current.heat_w.ravel()).reshape(shape) * current.ohm  # of one watt
        carried = solve((heat_capacity / STEP_S * above + coolant * to_water).ravel())
        carried = carried.reshape(shape)
        aim = wanted_c(program, step * STEP_S, start_c) - start_c
        watt = _watt(setting, program, aim, carried, warmed, current)
        above = carried + watt * warmed
        lost_w = float((coolant * (above - to_water)).sum() + (blood * above).sum())
        lost_w += float((leaving @ above.ravel()).sum())
        energy += watt * STEP_S
        lost += lost_w * STEP_S
        temperature = above + start_c
        damage = damage + damage_rate_per_s(temperature) * STEP_S
        cem43 = cem43 + cem43_rate_min_per_s(temperature) * STEP_S
        yield Field(
            seconds=step * STEP_S,
            temperature_c=temperature,
            damage=damage,
            cem43_min=cem43,
            electrode_c=float(temperature[setting.sensor].mean()),
            hottest_c=float(temperature[~metal].max()),
            watt=watt,
            ohm=current.ohm,
            energy_j=energy,
            stored_j=float((heat_capacity * above).sum()),
            lost_j=lost,
        )


def _watt(
    setting: Setting,
    program: Program,
    aim: float,
    carried: FloatArray,
    warmed: FloatArray,
    current: Current,
) -> float:
    """The power that brings the sensor `aim` kelvin up, within 0 and the generator's most."""
    sensed, gained = float(carried[setting.sensor].mean()), float(warmed[setting.sensor].mean())
    needed = (aim - sensed) / gained
    most = MOST_WATT
    if program.mode is Mode.PULSED:
        most = PULSE_VOLT**2 / current.ohm * PULSE_DUTY
    return min(max(0.0, needed), most)


def _sigma(setting: Setting, temperature_c: FloatArray) -> FloatArray:
    """Conductivity of tissue at its temperature; boiling tissue hardly conducts."""
    warmer = temperature_c - BODY_C
    sigma = setting.tissue.sigma_s_m * (1.0 + CONDUCTIVITY_RISE_PER_K * warmer)
    return np.where(temperature_c >= BOILING_C, 0.02 * setting.tissue.sigma_s_m, sigma)
