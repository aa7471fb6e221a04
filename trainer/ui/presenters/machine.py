"""The console as the screen shows it: settings, what they cost, where the operator stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from trainer.attempt.settings import DOSE_MODES, Settings
from trainer.attempt.state import State
from trainer.attempt.technique import kerma_ngy, pulse_for
from trainer.ui.presenters.texts import tr

USUAL_WATER_MGCM2 = 20_000  # a chest from behind; only until the first picture tells better
USUAL_SOD_MM = 530.0  # it cancels in every ratio
PLACE_WORDS: Mapping[str, str] = {
    "tube_side": "tube side",
    "receptor_side": "receptor side",
    "foot": "foot end",
}


@dataclass(frozen=True, slots=True)
class MachineShown:
    """What the machine's page says. costs : dose mode and its kerma beside normal."""

    pulse_rate_hz: int
    dose_mode: str
    field_um: int
    blades_open: bool
    locked: bool
    costs: tuple[tuple[str, str], ...]
    stand_text: str
    stance_text: str
    operator_text: str
    sounding: bool


def machine_shown(state: State) -> MachineShown:
    """The console of a state."""
    now = state.settings
    water = state.held.water_mgcm2 if state.held else USUAL_WATER_MGCM2
    return MachineShown(
        now.pulse_rate_hz,
        now.dose_mode,
        now.field_um,
        _open(now),
        now.brightness_locked,
        costs(water // 1000 * 1000, now.sid_um),
        tr("Detector {turn:+.0f}°   SID {sid:.0f}   table {height:+.0f} mm").format(
            turn=now.rotation_mdeg / 1000,
            sid=now.sid_um / 1000,
            height=-state.isocentre_um[1] / 1000 + 0.0,
        ),
        tr("{place}, {distance:.2f} m").format(
            place=tr(PLACE_WORDS.get(state.place, state.place)), distance=state.distance_mm / 1000
        ),
        operator_text(state),
        state.signal_sounding,
    )


def operator_text(state: State) -> str:
    """What the operator received, in words."""
    return tr("Where you stand: {dose:.2f} µSv so far without an apron, simulated").format(
        dose=state.operator_psv / 1e6
    )


@lru_cache(maxsize=64)
def costs(water_mgcm2: int, sid_um: int) -> tuple[tuple[str, str], ...]:
    """Each dose mode's kerma a pulse beside the normal one's, behind this much water."""
    kerma = {
        mode: kerma_ngy(pulse_for(water_mgcm2, mode, sid_um), USUAL_SOD_MM) for mode in DOSE_MODES
    }
    normal = max(1, kerma["normal"])
    return tuple((mode, f"x{kerma[mode] / normal:.2g}") for mode in DOSE_MODES)


def _open(settings: Settings) -> bool:
    half = settings.field_um // 2
    return settings.shutters_um == (-half, half, -half, half)
