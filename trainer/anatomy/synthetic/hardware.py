"""Metal and cement of a person, as bones of their own."""

from __future__ import annotations

from trainer.anatomy.synthetic.bone import Bone
from trainer.anatomy.synthetic.hardware_chest import pacemaker, sternal_wires
from trainer.anatomy.synthetic.hardware_spine import cement, screws_and_rods
from trainer.anatomy.synthetic.person import Hardware
from trainer.anatomy.synthetic.plan import Plan

_MAKERS = {
    Hardware.PEDICLE_SCREWS: screws_and_rods,
    Hardware.CEMENT: cement,
    Hardware.STERNAL_WIRES: sternal_wires,
    Hardware.PACEMAKER: pacemaker,
}


def hardware(plan: Plan) -> tuple[Bone, ...]:
    """What a plan's person carries, METAL or CEMENT throughout; empty for most people."""
    make = _MAKERS.get(plan.person.hardware)
    return () if make is None else make(plan)
