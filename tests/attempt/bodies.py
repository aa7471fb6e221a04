"""A body to treat in: one medial branch, ramus, root, vein, foramen; a needle already in place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tests.attempt.worlds import CANAL, PLEURA, START, WORLD
from tests.needle.analytic import Ball
from trainer.attempt.body import Body
from trainer.attempt.procedure import Procedure
from trainer.attempt.state import NeedleInHand, State
from trainer.geometry.pinhole import FloatArray
from trainer.needle.catalogue import NEEDLES
from trainer.session.bodies import electrodes
from trainer.therapy.nearness import NerveKind, NerveLine
from trainer.therapy.pain import PainSource
from trainer.therapy.spread import VesselLine

Point = tuple[float, float, float]
FORAMEN = Ball((-50.0, -45.0, 0.0), 5.0)


def line(start: Point, end: Point) -> FloatArray:
    return np.linspace(start, end, 201)


BRANCH = line((50.0, -40.0, -10.0), (50.0, -40.0, 10.0))
RAMUS = line((40.0, -52.0, 0.0), (60.0, -52.0, 0.0))
ROOT = line((-60.0, -52.0, 0.0), (-40.0, -52.0, 0.0))
VEIN = line((70.0, -40.0, -20.0), (70.0, -40.0, 20.0))
BODY = Body(
    nerves=(
        NerveLine("T6-mb left", NerveKind.MEDIAL_BRANCH, "T6", "left", 0.5, BRANCH),
        NerveLine("T6-ventral-ramus left", NerveKind.VENTRAL_RAMUS, "T6", "left", 1.0, RAMUS),
        NerveLine("T7-nerve-root right", NerveKind.NERVE_ROOT, "T7", "right", 1.5, ROOT),
    ),
    stretches={"T6-mb left": (BRANCH[50:151],)},
    targets=("T6-mb left",),
    vessels=(VesselLine("T6-vein left", 1.0, VEIN),),
    structures={"pleura": PLEURA, "canal": CANAL, "foramen": FORAMEN},
    electrodes=dict(electrodes(NEEDLES)),
)
TREATED = replace(
    WORLD,
    hazards=(("pleura", PLEURA), ("canal", CANAL), ("foramen", FORAMEN)),
    body=BODY,
    pain=PainSource({"T7-T8 left": 1000}),
)
DOWN = (0, -1_000_000_000, 0)
PADDED = Procedure(acts=(("pad", "thigh"), ("prep", "alcohol"), ("drape", ""), ("gloves", "")))


def standing(
    tip_mm: Point, *, electrode: bool = False, tissue: str = "soft", model: str = "rf-18g-100-10"
) -> State:
    """A state with a needle at a place, straight from the skin, its stylet drawn."""
    x, y, z = (round(part * 1000) for part in tip_mm)
    needle = NeedleInHand(
        model,
        (x, y, z),
        DOWN,
        entry_um=(x, 0, z),
        depth_um=-y,
        tissue=tissue,
        shaft_um=(*((x, down, z) for down in range(0, y, -5_000)), (x, y, z)),
        stylet=False,
        electrode=electrode,
    )
    return replace(START, needle=needle, gripped=True, procedure=PADDED)


ON_BRANCH = standing((50.0, -42.0, 0.0), electrode=True)
AT_BRANCH = standing((50.0, -40.0, 0.0))
