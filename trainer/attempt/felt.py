"""What the fingers feel of a movement, and with what force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.attempt.moment import Moment
from trainer.attempt.state import NeedleInHand
from trainer.needle.resistance import bone_n, fascia_n, friction_n, skin_n

if TYPE_CHECKING:
    from trainer.attempt.moved import Movement

LEAST_SLOPE = 0.3  # a needle flatter than this goes along the fat, and meets no fascia sooner
FIRM_N = 1.0  # [X] from here on muscle feels firm


def fascia_um(moment: Moment, axis_y: float) -> int:
    """How deep along a shaft of this slope the fascia lies."""
    return round(moment.world.fascia_mm * 1000.0 / max(LEAST_SLOPE, -axis_y))


def felt(moment: Moment, needle: NeedleInHand, movement: Movement, tissue: str) -> tuple[str, int]:
    """(feel, greatest force along the shaft in millinewton) of a movement."""
    if movement.depth_um == 0 and needle.depth_um == 0:
        return "", 0
    model = moment.world.needles[needle.model]
    fascia = fascia_um(moment, float(movement.shaft.hub[1]))
    deep_um = max(needle.depth_um, movement.depth_um)
    rubbing_n = friction_n(model, deep_um / 1000.0, fascia / 1000.0)
    pops = movement.pushed_um > 0 and needle.depth_um <= fascia < movement.depth_um
    over_um = movement.wanted_um - movement.pushed_um
    force_n = max(
        rubbing_n,
        rubbing_n + fascia_n(model) if pops else 0.0,
        skin_n(model) if movement.entry_um is not None else 0.0,
        rubbing_n + bone_n(over_um / 1000.0) if tissue == "bone" else 0.0,
    )
    return _word(movement, tissue, pops, rubbing_n), round(force_n * 1000.0)


def _word(movement: Movement, tissue: str, pops: bool, rubbing_n: float) -> str:
    if tissue == "bone":
        return "bone"
    if pops:
        return "pop"
    if movement.depth_um == 0:
        return ""
    return "firm" if movement.entry_um is not None or rubbing_n >= FIRM_N else "soft"
