"""What one program makes of one electrode, second by second: coagulation and the 45 C isotherm.

Coagulation is what Cosman 2014 photographed ex vivo. The start temperature of those experiments was
not readable; with tissue at 25 C and the 52 C isotherm (both X) this solver gives the widths and
ratios that were (docs/physics/lesion.md). In the living the same volume is taken smaller by
`LIVING` for blood and bone. The isotherm that hazards are judged by is computed apart, at body
heat with blood flow, and is not made smaller.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.therapy.electrode import Electrode
from trainer.therapy.lesion_grid import FloatArray
from trainer.therapy.lesion_program import Mode, Program
from trainer.therapy.lesion_run import STEP_S, Field, Setting, lesion_in_time, setting_of
from trainer.therapy.lesion_shape import Extent, extent_above
from trainer.therapy.tissue import BODY_C, TISSUES

COAGULATED_C = 52.0  # X, in the range of the visible criterion (about 50 C, M)
EX_VIVO_START_C = 25.0  # X
HARMFUL_C = 45.0  # nerves die when held there for 20-30 s (M)
LIVING = 0.85  # X: 0.8-0.9 for perfusion and bone
SAMPLE_S = 5.0


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """By sample, every `SAMPLE_S` from the start; the first sample is at 0.

    coagulated, isotherm : radius, distal, proximal in mm, shape (n, 3); in the living.
    watt, ohm, electrode_c, hottest_c : read-outs in the living, shape (n,).
    """

    coagulated_mm: FloatArray
    isotherm_mm: FloatArray
    watt: FloatArray
    ohm: FloatArray
    electrode_c: FloatArray
    hottest_c: FloatArray


def tracked(electrode: Electrode, mode: Mode, temperature_c: float, seconds: float) -> Track:
    """Solve twice: ex vivo for the coagulated volume, in the living for everything else."""
    program = Program(mode, temperature_c, seconds)
    dead = setting_of(electrode, TISSUES["muscle-ex-vivo"])
    living = setting_of(electrode, TISSUES["muscle"])
    lesions, _ = _extents(dead, program, EX_VIVO_START_C, COAGULATED_C)
    isotherms, fields = _extents(living, program, BODY_C, HARMFUL_C)
    return Track(
        LIVING * lesions,
        isotherms,
        np.array([0.0, *(one.watt for one in fields)]),
        np.array([fields[0].ohm, *(one.ohm for one in fields)]),
        np.array([BODY_C, *(one.electrode_c for one in fields)]),
        np.array([BODY_C, *(one.hottest_c for one in fields)]),
    )


def _extents(
    setting: Setting, program: Program, start_c: float, level_c: float
) -> tuple[FloatArray, list[Field]]:
    """Extents of the hottest each place has been, and the fields, at every sample."""
    every = round(SAMPLE_S / STEP_S)
    hottest = np.zeros(setting.grid.shape)
    rows, fields = [(0.0, 0.0, 0.0)], []
    for step, field in enumerate(lesion_in_time(setting, program, start_c), start=1):
        hottest = np.maximum(hottest, field.temperature_c)
        if step % every == 0:
            rows.append(_numbers(extent_above(setting.grid, hottest, level_c)))
            fields.append(field)
    return np.array(rows), fields


def _numbers(extent: Extent) -> tuple[float, float, float]:
    return extent.radius_mm, extent.distal_mm, extent.proximal_mm
