"""Why a generator stops by itself: pad, open or shorted circuit, a thermocouple that lies in fluid.

Each fault has a cause in the log: the pad's site, what the bare part lies in, other steel that it
touches, what was injected just before. Limits: clinical reference 3.5 (M); the rest is X.
"""

from __future__ import annotations

import numpy as np

from trainer.attempt.body import bare_part_mm
from trainer.attempt.procedure import RunningLesion
from trainer.attempt.state import NeedleInHand, State
from trainer.attempt.steel import steel_line
from trainer.attempt.world import World
from trainer.geometry.pinhole import FloatArray

# Above 1,000 ohm the circuit is open, in air or bone, below 100 it is short (clinical reference
# 3.5, M): the generator stops itself there (X).
HIGH_OHM, LOW_OHM = 1_000, 100
# Bare steel of another needle takes the current along itself: read as a short (X).
SHORT_OHM, TOUCHES_MM, LOOK_MM = 60.0, 0.3, 0.25
WET_WITHIN_UM = 5_000  # what was injected this near still wets the electrode (X)
# So much fluid, given so shortly before, lies round the thermocouple and keeps it colder than the
# tissue: the set temperature is not reached and the generator gives up (X; saline round the tip
# more than doubles the power needed, Provenzano 2013, S).
FLOOD_UL, FLOOD_S, FLOOD_COLDER_C, FLOOD_GIVES_UP_S = 2_000, 60, 15.0, 20


def fault_before(state: State, ohm: int) -> str:
    """What stops the generator at these ohms, "" where nothing does."""
    if state.procedure.detail_of("pad") in (None, "off"):
        return "pad"
    if ohm > HIGH_OHM:
        return "impedance-high"
    return "impedance-low" if ohm < LOW_OHM else ""


def fault_during(state: State, needle: NeedleInHand, ohm: int, after_s: int) -> str:
    """The same so many seconds after the heat began."""
    found = fault_before(state, ohm)
    if found or after_s < FLOOD_GIVES_UP_S:
        return found
    running = state.procedure.running
    return "temperature" if running is not None and floods(state, needle, running) else ""


def floods(state: State, needle: NeedleInHand, running: RunningLesion) -> bool:
    """Whether fluid given here shortly before the heat still lies round the sensor."""
    given_ul = sum(
        deposit.volume_ul
        for deposit in state.procedure.deposits
        if near(deposit.tip_um, needle.tip_um)
        and 0 <= running.began_sim_ms - deposit.at_sim_ms <= FLOOD_S * 1000
    )
    return given_ul >= FLOOD_UL


def near(one_um: tuple[int, int, int], other_um: tuple[int, int, int]) -> bool:
    """Whether a drop given at one place wets the other."""
    return max(abs(a - b) for a, b in zip(one_um, other_um, strict=True)) <= WET_WITHIN_UM


def touches_steel(state: State, world: World, needle: NeedleInHand, bare_tip_mm: float) -> bool:
    """Whether the bare part touches bare steel of another needle that stands in the patient."""
    mine = _finely(bare_part_mm(needle, bare_tip_mm))
    standing = (*(() if state.needle is None else (state.needle,)), *state.resting)
    others = [one for one in standing if one.number != needle.number and one.depth_um > 0]
    reach = world.needles[needle.model].outer_diameter_mm / 2.0 + TOUCHES_MM
    for other in others:
        model = world.needles[other.model]
        gaps = mine[:, None] - _bare_steel(other, world)[None]
        least_mm = float(np.sqrt(np.einsum("...i,...i", gaps, gaps)).min())
        if least_mm <= reach + model.outer_diameter_mm / 2.0:
            return True
    return False


def _bare_steel(needle: NeedleInHand, world: World) -> FloatArray:
    """A spinal needle is bare all along; of a cannula only its active tip is."""
    model = world.needles[needle.model]
    if model.active_tip_mm > 0.0:
        return _finely(bare_part_mm(needle, model.active_tip_mm))
    return _finely(steel_line(needle, model))


def _finely(line_mm: FloatArray) -> FloatArray:
    """Points no further apart than a look along a line (n, 3)."""
    lengths = np.append(0.0, np.cumsum(np.linalg.norm(np.diff(line_mm, axis=0), axis=1)))
    along = np.linspace(0.0, lengths[-1], max(2, round(lengths[-1] / LOOK_MM) + 1))
    return np.stack([np.interp(along, lengths, part) for part in line_mm.T], axis=1)
