"""The vertebral body and its pedicles."""

from __future__ import annotations

import math

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.bone import Material
from trainer.anatomy.synthetic.chance import generator
from trainer.anatomy.synthetic.planning_process import SIGN, drift
from trainer.anatomy.synthetic.solid import Body, Loft, Three
from trainer.anatomy.synthetic.vertebra_shape import Shape
from trainer.geometry.pinhole import FloatArray

# anatomy.md 2 [X]: waist sideways and front to back, hollow of the posterior wall. Plates dip half
# as much as its 1.3 and 1.6 mm: slopes of deeper dishes were drawn best 4-6 degrees off square.
WAIST = (0.14, 0.06)
HOLLOW_MM = 1.6
DIPS_MM = (0.6, 0.8)
# What rounding and waist take from the upper and lower plates, added before.
ROUND_MM, ROUND_LOW_MM = 0.5, 0.9
# [X] Pedicles rise backward, most at T2 (half of the 19 degrees of the dry columns of clinical.md
# 1.2), and are bent outward by a share of their width.
SAGITTAL_DEG, BOW = 9.5, 0.06
# C7: its short pedicle between a wide canal and a wide pillar is found to converge more [X].
MOST_DRIFT = math.tan(math.radians(23.0))
# [X] Spread of a plate's bend, twist and sideways slope, at its rim: flat rims were drawn as ruler
# lines of even weight.
WARP_MM = {"bend": 0.18, "twist": 0.26, "tilt": 0.10}
RIM_NOISE_MM = 0.25  # unevenness of everybody's rim
OSTEOPHYTE_MM = 1.6  # anatomy.md 2: 0-1.6 mm with age
OLDER_PER_YEAR = 0.006  # [X] of the parameter, for every year over 50
# What the joining of body, pedicle and pillar adds to half a pedicle's width, and takes from half
# its height (measured on the distance).
UNION_SWELLS_MM, UNION_LEVELS_MM = -0.1, 0.14


def body_of(shape: Shape) -> Body:
    """The body with its rims."""
    size, person = shape.size, shape.plan.person
    broken = shape.level == person.wedge_level and person.wedge_percent > 0.0
    sunk = 0.02 * person.wedge_percent if broken else 0.0
    return Body(
        (size.body_height, size.body_height_anterior),
        (size.plate_widths[0] + ROUND_MM, size.plate_widths[1] + ROUND_LOW_MM),
        (size.plate_depths[0] + ROUND_MM, size.plate_depths[1] + ROUND_LOW_MM),
        WAIST,
        HOLLOW_MM * shape.grow,
        (DIPS_MM[0] * shape.grow + sunk, DIPS_MM[1] * shape.grow),
        lips=(_lip(shape, "upper"), _lip(shape, "lower")),
        warps=(_warp(shape, "upper"), _warp(shape, "lower")),
    )


def _warp(shape: Shape, plate: str) -> Three:
    """How unevenly one plate is bent, mm at its rim."""
    bend, twist, tilt = (
        shape.jitter(f"{plate}-{what}", spread) for what, spread in WARP_MM.items()
    )
    return bend, twist, tilt


def _lip(shape: Shape, plate: str) -> FloatArray:
    """Osteophytes round one rim: harmonics that favour front and sides, the right more."""
    person = shape.plan.person
    rng = generator(person.seed, "rim", shape.level, plate)
    severe = person.osteophytes + OLDER_PER_YEAR * max(person.age_years - 50.0, 0.0)
    severe = min(severe, 1.3) * float(rng.uniform(0.3, 1.3))
    terms = rng.normal(size=10) * np.repeat((1.0, 1.0, 0.8, 0.6, 0.5), 2)
    lip = np.zeros(11)
    lip[0] = 0.0
    lip[1:] = terms * (RIM_NOISE_MM + 0.45 * OSTEOPHYTE_MM * severe) * 0.45
    lip[0] += 0.25 * OSTEOPHYTE_MM * severe
    lip[1] -= 0.2 * OSTEOPHYTE_MM * severe  # more on the right (x < 0)
    lip[2] -= 0.4 * OSTEOPHYTE_MM * severe  # more in front (y < 0)
    return lip * min(sum(shape.size.plate_widths) / 56.0, 1.0)


def pedicle(shape: Shape, side: Side) -> Loft:
    """An elliptic tube from inside the body to the pillar, wider at both ends."""
    size, sign = shape.size, SIGN[side]
    aside = min(drift(size), MOST_DRIFT)
    behind = 0.75 * size.canal[1]
    # The isthmus lies beside the middle of the canal, further forward where pedicles converge.
    middle = (0.62 - 0.008 * max(size.pedicle_converge_deg - 5.0, 0.0)) * behind
    x, z = shape.pedicle_x, shape.pedicle_z
    uneven = 1.0 + SIGN[side] * shape.jitter("pedicle", 0.02)
    wide = uneven * size.pedicle[0] / 2.0 - UNION_SWELLS_MM
    tall = uneven * size.pedicle[1] / 2.0 + UNION_LEVELS_MM
    ahead = min(7.0, 0.5 * shape.wall_y)  # how far it reaches into the body
    # In the neck pedicles stand wider apart than the body reaches.
    inner = min(x - aside * (ahead + middle), size.plate_widths[0] / 2.0 - 0.1 * size.pedicle[0])
    steep = math.tan(math.radians(SAGITTAL_DEG * max(1.0 - abs(shape.number - 2) / 9.0, 0.0)))
    start = np.array([sign * inner, shape.wall_y - ahead, z - steep * (ahead + middle)])
    end = np.array([sign * (x + aside * (behind - middle)), shape.wall_y + behind, z])
    end[2] += steep * (behind - middle)
    # Borders that ran along the beam would be drawn as if with a pencil.
    return Loft(
        start,
        end,
        np.array([1.0, 0.0, -sign * shape.jitter("pedicle-lean", 0.05, side) - 0.06 * sign]),
        (wide * 1.55, wide, wide * 1.35),
        (tall * 1.2, tall, tall * 1.1),
        (wide, wide),
        Material.PEDICLE if shape.level.startswith("T") else Material.PEDICLE_MEDIAL,
        square=0.1,
        bow=(sign * BOW * size.pedicle[0] + shape.jitter("pedicle-bow", 0.15, side), 0.0),
        blend=2.2,
    )
