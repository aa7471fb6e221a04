"""How the machine is set: all that a hand turns on it besides moving it."""

from __future__ import annotations

from dataclasses import dataclass

# Left, right, top, bottom edge of the open rectangle on the receptor, micrometres from its centre
# along the picture's axes: right and down are positive.
Edges = tuple[int, int, int, int]

PULSE_RATES_HZ = (1, 2, 4, 8, 15)  # DESIGN 5
DOSE_MODES = ("low", "normal", "boost")  # of a run; a single picture's is "spot"
# The default machine (DESIGN 3), as trainer.geometry.carm has it in millimetres.
DEFAULT_FIELD_UM = 298_000
DEFAULT_SID_UM = 1_020_000
DEFAULT_PULSE_RATE_HZ = 4


def open_edges(width_um: int, height_um: int | None = None) -> Edges:
    """Shutters that leave a whole field open; a square one where no height is given."""
    height_um = width_um if height_um is None else height_um
    across_um, down_um = width_um // 2, height_um // 2
    return -across_um, across_um, -down_um, down_um


DEFAULT_EDGES = open_edges(DEFAULT_FIELD_UM)


@dataclass(frozen=True, slots=True)
class Settings:
    """The machine's console.

    shutters_um : the open rectangle, always within the field. rotation_mdeg : + turns the picture
    counter-clockwise. locked_water_mgcm2 : the thickness that automatic brightness is held at,
    mg/cm2 of water; None while it follows the patient.
    """

    pulse_rate_hz: int = DEFAULT_PULSE_RATE_HZ
    dose_mode: str = "normal"
    field_um: int = DEFAULT_FIELD_UM
    shutters_um: Edges = DEFAULT_EDGES
    rotation_mdeg: int = 0
    sid_um: int = DEFAULT_SID_UM
    locked_water_mgcm2: int | None = None

    @property
    def brightness_locked(self) -> bool:
        """Whether automatic brightness is held."""
        return self.locked_water_mgcm2 is not None
