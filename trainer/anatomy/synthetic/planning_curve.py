"""Where every vertebra stands: kyphosis, scoliosis, rotation, small tilts of its own.

Angles of one level: tilt (about x, + = upper end of the body leans forward, as the table's
square-on tilt), roll (about y, + = the top leans to the patient's left), yaw (about z, + = the back
turns to the patient's right).
"""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from trainer.anatomy.synthetic.chance import generator, normal
from trainer.anatomy.synthetic.frame import Frame
from trainer.anatomy.synthetic.morphometry import COLUMNS, SPINE
from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.plan import Size
from trainer.geometry.pinhole import FloatArray

TABLE_KYPHOSIS_DEG = 50.0  # T1-T12 of the tilt table, clinical.md 1.4 [D]
UPPER_SHARE_SPREAD = 0.04  # [X] people bend a little more above or below T7
YAW_SPREAD_DEG, OFFSET_SPREAD_MM = 1.5, 0.3  # anatomy.md 2
ROLL_SPREAD_DEG = 0.8  # [X] less than its 1.2: fourteen levels would be a scoliosis of 6 degrees
SWAY_MM, SWAY_HALF_PERIOD_MM = 2.0, 280.0  # anatomy.md 2, in every patient
APEX = "T8"
CURVE_HALF_MM = 105.0  # [X] apex to the most tilted end vertebra, about 4.5 levels
ROTATION_PER_COBB = 0.35  # [X] degrees of rotation at the apex for each degree of Cobb angle


def frames_of(person: Person, sizes: dict[str, Size]) -> dict[str, Frame]:
    """Each level's frame in the world; T7's centre is the origin, exactly."""
    tilts = tilts_of(person, sizes)
    heights = _heights(sizes)
    axes = {level: _axes(person, level, tilts[level], heights[level]) for level in SPINE}
    centres = _chain(axes, sizes)
    turn = about_z(-person.rotation_deg)
    moved = {level: _shifted(person, level, centres[level]) for level in SPINE}
    return {level: Frame(turn @ moved[level], turn @ axes[level]) for level in SPINE}


def tilts_of(person: Person, sizes: dict[str, Size]) -> dict[str, float]:
    """The tilt at which each level's mid-plane is square, degrees; T1 - T12 is the kyphosis.

    A wedge fracture bends its place; the other levels give way, as far as they can.
    """
    bend = _fracture_deg(person, sizes)
    share = max(person.kyphosis_deg - bend, 0.2 * person.kyphosis_deg) / TABLE_KYPHOSIS_DEG
    table = COLUMNS["square_tilt_deg"]
    more = normal(generator(person.seed, "kyphosis"), UPPER_SHARE_SPREAD)
    lower = 1.0 - more * table.at("T1") / -table.at("T12")
    tilts = {
        level: share * table.at(level) * (1.0 + more if table.at(level) > 0 else lower)
        for level in SPINE
    }
    if person.wedge_level:
        tilts = _bent(tilts, person.wedge_level, bend)
    return tilts


def _bent(tilts: dict[str, float], level: str, bend: float) -> dict[str, float]:
    """Half the fracture's angle to everything above, half to everything below."""
    at = SPINE.index(level)
    return {one: tilts[one] + float(np.sign(at - n)) * bend / 2 for n, one in enumerate(SPINE)}


def _fracture_deg(person: Person, sizes: dict[str, Size]) -> float:
    if not person.wedge_level:
        return 0.0
    size = sizes[person.wedge_level]
    left = 1.0 - person.wedge_percent / 100.0
    lost = size.body_height_anterior / left - size.body_height_anterior
    return math.degrees(math.atan2(lost, sum(size.plate_depths) / 2.0))


def _heights(sizes: dict[str, Size]) -> dict[str, float]:
    """Distance along the spine above the scoliosis' apex."""
    found, at = {}, 0.0
    for upper, lower in pairwise(SPINE):
        found[upper] = at
        at -= _step_mm(sizes[upper], sizes[lower])
    found[SPINE[-1]] = at
    return {level: height - found[APEX] for level, height in found.items()}


def _axes(person: Person, level: str, tilt: float, height: float) -> FloatArray:
    rng = generator(person.seed, "stance", level)
    yaw, roll = normal(rng, YAW_SPREAD_DEG), normal(rng, ROLL_SPREAD_DEG)
    along = min(max(height / CURVE_HALF_MM, -2.0), 2.0) * math.pi / 2.0
    roll += person.scoliosis_deg / 2.0 * math.sin(along)
    yaw -= ROTATION_PER_COBB * person.scoliosis_deg * max(math.cos(along), 0.0)
    roll += _sway_deg(person, height)
    return about_x(tilt) @ about_y(roll) @ about_z(yaw)


def _sway_deg(person: Person, height: float) -> float:
    """The slope of the small curve that everybody has."""
    start = float(generator(person.seed, "sway").uniform(0.0, 2.0 * math.pi))
    rate = math.pi / SWAY_HALF_PERIOD_MM
    return math.degrees(math.atan(SWAY_MM * rate * math.cos(rate * height + start)))


def _chain(axes: dict[str, FloatArray], sizes: dict[str, Size]) -> dict[str, FloatArray]:
    middle = SPINE.index("T7")
    centres: dict[str, FloatArray] = {"T7": np.zeros(3)}
    for upper, lower in zip(SPINE[middle - 1 :: -1], SPINE[middle:0:-1], strict=True):
        centres[upper] = centres[lower] + _step(axes, sizes, upper, lower)
    for upper, lower in zip(SPINE[middle:-1], SPINE[middle + 1 :], strict=True):
        centres[lower] = centres[upper] - _step(axes, sizes, upper, lower)
    return centres


def _step(
    axes: dict[str, FloatArray], sizes: dict[str, Size], upper: str, lower: str
) -> FloatArray:
    up = axes[upper][:, 2] + axes[lower][:, 2]
    return np.asarray(up * (_step_mm(sizes[upper], sizes[lower]) / np.linalg.norm(up)))


def _step_mm(upper: Size, lower: Size) -> float:
    return (_middle_height(upper) + _middle_height(lower)) / 2.0 + lower.disc_above


def _middle_height(size: Size) -> float:
    return (size.body_height + size.body_height_anterior) / 2.0


def _shifted(person: Person, level: str, centre: FloatArray) -> FloatArray:
    if level == "T7":
        return centre
    rng = generator(person.seed, "offset", level)
    return np.asarray(centre + np.array([normal(rng, OFFSET_SPREAD_MM), 0.0, 0.0]))


def about_x(deg: float) -> FloatArray:
    """Rotation about x, y toward z."""
    c, s = math.cos(math.radians(deg)), math.sin(math.radians(deg))
    return np.array([[1.0, 0.0, 0.0], [0.0, c, -s], [0.0, s, c]])


def about_y(deg: float) -> FloatArray:
    """Rotation about y, z toward x."""
    c, s = math.cos(math.radians(deg)), math.sin(math.radians(deg))
    return np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])


def about_z(deg: float) -> FloatArray:
    """Rotation about z, x toward y."""
    c, s = math.cos(math.radians(deg)), math.sin(math.radians(deg))
    return np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])
