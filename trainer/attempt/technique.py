"""The technique of one exposure, as the log holds it: automatic brightness, rounded once."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.settings import Edges
from trainer.imaging.brightness import DoseMode, technique_for
from trainer.imaging.dose import kerma_area_pgym2, reference_air_kerma_ngy


@dataclass(frozen=True, slots=True)
class Pulse:
    """What the tube does. Units as in the log: volt, nA s, microseconds."""

    tube_v: int
    charge_nas: int
    pulse_us: int

    @property
    def kvp(self) -> float:
        """Tube voltage in kV."""
        return self.tube_v / 1e3

    @property
    def charge_mas(self) -> float:
        """Charge in mA s."""
        return self.charge_nas / 1e6


def pulse_for(water_mgcm2: int, mode: str, sid_um: int) -> Pulse:
    """The pulse behind a thickness of water. mode : low, normal, boost or spot."""
    found = technique_for(water_mgcm2 / 1000.0, DoseMode(mode), sid_um / 1000.0)
    return Pulse(
        round(found.kvp * 1e3), round(found.charge_mas_per_pulse * 1e6), round(found.pulse_ms * 1e3)
    )


def kerma_ngy(pulse: Pulse, sod_mm: float) -> int:
    """Air kerma at the reference point; shutters do not change it."""
    return round(reference_air_kerma_ngy(pulse.kvp, pulse.charge_mas, sod_mm))


def kap_pgym2(pulse: Pulse, open_um: Edges, sid_um: int) -> int:
    """Kerma-area product over the open rectangle."""
    left_um, right_um, top_um, bottom_um = open_um
    size_mm = (right_um - left_um) / 1000.0, (bottom_um - top_um) / 1000.0
    return round(kerma_area_pgym2(pulse.kvp, pulse.charge_mas, size_mm, sid_um / 1000.0))
