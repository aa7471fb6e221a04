"""What the operator receives: scatter where one stands; simulated, and only to teach distance.

Most scatter leaves the patient backward, toward the tube. With the tube under the table both sides
of the table get the same; the more the beam lies down, the more the tube's side gets and the less
the receptor's (NCRP report 168, Rampersaud 2000, both from memory; the shares are design values).
"""

from __future__ import annotations

from collections.abc import Mapping

from trainer.attempt.events import Vec3
from trainer.imaging.dose import scattered_kerma_ngy

# Share of the sideways scatter with the beam lying level.
SHARE_LYING: Mapping[str, float] = {"tube_side": 1.0, "receptor_side": 0.25, "foot": 0.4}
# With the beam upright; at the foot the patient's own legs are in the way.
SHARE_UPRIGHT: Mapping[str, float] = {"tube_side": 0.6, "receptor_side": 0.6, "foot": 0.4}
PLACES = tuple(SHARE_LYING)
NEAREST_MM, FARTHEST_MM = 300, 3_000  # an arm's length over the needle; the room's wall
PSV_PER_NGY = 1_000.0  # one sievert a gray: whole body, photons; no apron, no table skirt


def operator_psv(kap_pgym2: int, direction_e9: Vec3, place: str, distance_mm: int) -> int:
    """Dose of one exposure to an unshielded operator, picosievert.

    direction_e9 : source to receptor. distance_mm : from the isocentre.
    """
    lying = abs(direction_e9[0]) / 1e9
    share = SHARE_UPRIGHT[place] + (SHARE_LYING[place] - SHARE_UPRIGHT[place]) * lying
    return round(scattered_kerma_ngy(kap_pgym2, distance_mm) * share * PSV_PER_NGY)
