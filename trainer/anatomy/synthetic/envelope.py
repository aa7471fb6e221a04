"""The thoracic envelope: the one surface that ribs lie on and lungs fill, so they never disagree.

A superellipse of exponent 2.5 in each axial slice (anatomy.md 3), turned and moved with the spine;
behind, between the two gutters, the spine pushes a ridge into it, in front of the ribs' tubercles.
All numbers are design values [E] of anatomy.md 3 unless marked; its first two half-widths are
widened to 65 and 88 mm, as it asks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.chance import generator, normal
from trainer.anatomy.synthetic.person import Sex
from trainer.anatomy.synthetic.plan import Plan, VertebraPlan
from trainer.geometry.pinhole import FloatArray

STEP_MM = 1.0
BELOW_MM, ABOVE_MM = 120.0, 60.0  # rows reach this far below L3 and above C5
LEVELS_USED = ("C7", *(f"T{n}" for n in range(1, 13)), "L1", "L2", "L3")

# Behind the body centres, C7-L3; the last two continue T12-L1.
REAR_MM = (24, 24, 26, 28, 30, 32, 34, 36, 37, 37, 36, 35, 34, 33, 32, 31)
# Front, from T7's body centre, T1-T12 as in anatomy.md for the default kyphosis.
FRONT_MM = (-48, -48, -66, -98, -111, -124, -127, -130, -128, -126, -122, -118)
# Least distance from the body centre to the front [X]: the inlet stays open in a bent spine.
LEAST_DEPTH_MM = (34, 50, 62, 86, 100, 108, 110, 110, 106, 100, 94, 88)
FRONT_RULES_TO = 6  # above T6 the chest never recedes in front as one goes down
# Half-width 25 mm below the body centre, T1-T12.
HALF_WIDTH_MM = (72, 88, 100, 109, 117, 121, 123, 125, 126, 126, 124, 119)
WIDTH_BELOW_MM = 25.0
# The dome of the lung above rib 1 [X]: height over T1's centre, half-width.
DOME_MM = ((-10.0, 64.0), (0.0, 50.0), (7.0, 34.0))
APEX_MM = 7.0
SHOULDER_MM = 14.0  # below the apex the dome's wall is steep enough to carry a rib
SEX_WIDTH = {Sex.FEMALE: 0.975, Sex.MALE: 0.98}  # [X] of one stature
SEX_DEPTH = {Sex.FEMALE: 0.97, Sex.MALE: 1.02}  # [X]
BARREL_PER_YEAR = 0.0012  # [X] depth gained with age after 45
SPREAD = 0.025  # [X] of width and depth between people of one size
RIDGE_BESIDE_MM = 20.0  # [X] the ridge ends so far lateral of the processes' tips
BEFORE_TIP_MM = 16.0  # [X] and stands so far before them: club, joint, tubercle
MOST_RIDGE_MM = 45.0
CENTRE_FOLLOWS = 0.7  # [X] part of the spine's sideways curve that the slice's middle follows


@dataclass(frozen=True, slots=True, eq=False)
class Envelope:
    """The envelope, tabulated per mm of z.

    rows : shape (n, 13) float32, columns as in `envelope_kernel`: middle x and y, half-width and
    half-depth in mm, cosine and sine of the slice's turn, growth per mm of z of the first four,
    the ridge of the spine between the gutters. Row 0 stands at `bottom_z_mm`. Nothing above
    `apex_z_mm` is inside; below, the envelope is open (diaphragm and skin end it).
    """

    rows: NDArray[np.float32]
    bottom_z_mm: float
    step_mm: float
    apex_z_mm: float

    @property
    def for_kernels(self) -> tuple[NDArray[np.float32], np.float32, np.float32, np.float32]:
        """The last four arguments of `envelope_kernel.envelope_distance`."""
        return (
            self.rows,
            np.float32(self.bottom_z_mm),
            np.float32(self.step_mm),
            np.float32(self.apex_z_mm),
        )

    def distance_mm(self, points_world_mm: FloatArray) -> FloatArray:
        """Mm to the envelope, negative inside, shape (..., 3) to (...); first order near it."""
        from trainer.anatomy.synthetic.envelope_kernel import envelope_distances

        points = np.asarray(points_world_mm, np.float32)
        flat = np.ascontiguousarray(points.reshape(-1, 3))
        found = envelope_distances(flat, *self.for_kernels)
        return np.asarray(found.reshape(points.shape[:-1]), np.float64)

    def slices_at(self, z_mm: FloatArray) -> FloatArray:
        """Middle x, y, half-width, half-depth, cosine, sine; shape (...,) to (..., 6)."""
        place = (np.asarray(z_mm, float) - self.bottom_z_mm) / self.step_mm
        place = np.clip(place, 0.0, len(self.rows) - 1.001)
        index = place.astype(int)
        part = (place - index)[..., None]
        low, high = self.rows[index, :6], self.rows[index + 1, :6]
        return np.asarray(low + part * (high - low), np.float64)

    def wall_world_mm(
        self, psi_deg: FloatArray, z_mm: FloatArray, side: Side, outward_mm: float
    ) -> FloatArray:
        """Points of the wall; arrays (n,) to (n, 3).

        psi_deg : polar angle about the slice's middle, 0 straight back, 90 to the side, 180 front.
        outward_mm : distance from the envelope, kept where its walls slope too. Over the
        shoulder of its dome the wall counts as upright, so that rib 1 has one too.
        """
        given = np.broadcast_to(np.asarray(z_mm, float), np.shape(psi_deg))
        z_mm = np.minimum(given, self.apex_z_mm - SHOULDER_MM)
        psi, z = np.broadcast_arrays(np.radians(psi_deg), np.asarray(z_mm, float))
        x0, y0, width, depth, cosine, sine = np.moveaxis(self.slices_at(z), -1, 0)
        lateral = np.sin(psi) * (1.0 if side is Side.LEFT else -1.0)
        way = np.stack(
            [cosine * lateral + sine * np.cos(psi), cosine * np.cos(psi) - sine * lateral], -1
        )
        radius = (np.abs(np.sin(psi) / width) ** 2.5 + np.abs(np.cos(psi) / depth) ** 2.5) ** -0.4
        for _ in range(4):
            points = np.stack([x0 + radius * way[:, 0], y0 + radius * way[:, 1], z], -1)
            further = points + 0.5 * np.pad(way, ((0, 0), (0, 1)))
            here = self.distance_mm(points)
            growth = np.maximum((self.distance_mm(further) - here) / 0.5, 0.2)
            radius = radius + np.clip((outward_mm - here) / growth, -8.0, 8.0)
        return np.stack([x0 + radius * way[:, 0], y0 + radius * way[:, 1], given], -1)


@dataclass(frozen=True, slots=True, eq=False)
class _Spine:
    """Body centres C7-L3 seen in the trunk's own axes, and each level's turn; arrays (16,)."""

    x: FloatArray
    y: FloatArray
    z: FloatArray
    turn: FloatArray
    trunk: float


def envelope_of(plan: Plan) -> Envelope:
    """The envelope of a planned spine: wider with stature and sex, deeper with kyphosis and age."""
    from scipy.interpolate import PchipInterpolator

    spine = _spine(plan)
    centres = plan.centres_world_mm[:, 2]
    bottom, top = float(centres.min()) - BELOW_MM, float(centres.max()) + ABOVE_MM
    z = np.arange(bottom, top, STEP_MM)

    def along(at: FloatArray, values: FloatArray) -> FloatArray:
        curve = PchipInterpolator(at[::-1], np.asarray(values, float)[::-1])
        return np.asarray(curve(np.clip(z, at[-1], at[0])))

    wide, deep = _build(plan)
    rear, front, half_width = _knots(spine, plan.scale, wide, deep)
    back, face = along(*rear), along(*front)
    turn, x, y = (along(spine.z, values) for values in (spine.turn, spine.x, spine.y))
    middle_x, middle_y = _turned(
        CENTRE_FOLLOWS * x - x, (back + face) / 2.0 - y, turn - spine.trunk
    )
    world_x, world_y = _turned(middle_x + x, middle_y + y, np.full_like(z, spine.trunk))
    moved = [world_x, world_y, along(*half_width), (back - face) / 2.0]
    slopes = [np.gradient(column, STEP_MM) for column in moved]
    tips, tall = _ridge(plan, spine, rear, front, half_width)
    ridge = ((1.0 - CENTRE_FOLLOWS) * x, along(spine.z, tips), along(spine.z, tall))
    rows = np.stack([*moved, np.cos(turn), np.sin(turn), *slopes, *ridge], axis=1)
    apex = float(spine.z[1]) + APEX_MM * plan.scale
    return Envelope(rows.astype(np.float32), bottom, STEP_MM, apex)


def _spine(plan: Plan) -> _Spine:
    frames = [plan.vertebrae[level].frame for level in LEVELS_USED]
    left = np.array([frame.axes[:, 0] for frame in frames])
    raw = np.arctan2(-left[:, 1], left[:, 0])
    turn = raw
    for _ in range(3):  # a thorax turns as a whole, not with each vertebra's own few degrees
        padded = np.pad(turn, 1, mode="edge")
        turn = 0.25 * padded[:-2] + 0.5 * padded[1:-1] + 0.25 * padded[2:]
    trunk = float(np.mean(turn))
    world = np.array([frame.centre_world_mm for frame in frames])
    x, y = _turned(world[:, 0], world[:, 1], np.full(len(frames), -trunk))
    return _Spine(x, y, world[:, 2], turn, trunk)


def _turned(x: FloatArray, y: FloatArray, turn: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Trunk axes to world: posterior goes to the left with a positive turn."""
    cosine, sine = np.cos(turn), np.sin(turn)
    return np.asarray(cosine * x + sine * y), np.asarray(cosine * y - sine * x)


def _build(plan: Plan) -> tuple[float, float]:
    """Scale of widths and of depths."""
    person = plan.person
    rng = generator(person.seed, "envelope")
    wide = plan.scale * SEX_WIDTH[person.sex] * (1.0 + normal(rng, SPREAD))
    barrel = 1.0 + BARREL_PER_YEAR * max(person.age_years - 45.0, 0.0)
    return wide, plan.scale * SEX_DEPTH[person.sex] * barrel * (1.0 + normal(rng, SPREAD))


def _knots(
    spine: _Spine, scale: float, wide: float, deep: float
) -> tuple[tuple[FloatArray, FloatArray], ...]:
    """Heights and values, from the head down, of rear and front extreme and of the half-width."""
    rear = spine.y + np.array(REAR_MM) * scale
    thorax = spine.y[1:13]
    least = thorax - np.array(LEAST_DEPTH_MM) * deep
    front = np.minimum(spine.y[7] + np.array(FRONT_MM) * deep, least)
    front[:2] = least[:2]
    front[2:FRONT_RULES_TO] = np.minimum.accumulate(front[2:FRONT_RULES_TO])
    front[FRONT_RULES_TO:] = np.minimum(front[FRONT_RULES_TO:], _eased(front))
    below = spine.z[1:13] - WIDTH_BELOW_MM * scale
    dome = np.array(DOME_MM)[::-1]
    heights = np.concatenate([spine.z[1] + dome[:, 0] * scale, below])
    widths = np.concatenate([dome[:, 1], HALF_WIDTH_MM]) * wide
    return (spine.z, rear), (spine.z[1:13], front), (heights, widths)


def _ridge(
    plan: Plan, spine: _Spine, *knots: tuple[FloatArray, FloatArray]
) -> tuple[FloatArray, FloatArray]:
    """Half-width and depth of the spine's ridge at C7-L3: before every transverse process."""
    reach = np.array([plan.vertebrae[level].size.tp_span / 2.0 for level in LEVELS_USED])
    behind = np.array([_tips_behind(plan.vertebrae[level]) for level in LEVELS_USED])
    rear, front, wide = (np.interp(-spine.z, -at, values) for at, values in knots)
    part = np.minimum(reach / wide, 0.999)
    wall = (rear + front) / 2.0 + (rear - front) / 2.0 * (1.0 - part**2.5) ** 0.4
    half = reach + RIDGE_BESIDE_MM * plan.scale
    need = wall - (spine.y + behind - BEFORE_TIP_MM * plan.scale)
    tall = np.clip(need / (1.0 - (reach / half) ** 2) ** 2, 0.0, MOST_RIDGE_MM)
    return half, np.asarray(tall)


def _tips_behind(vertebra: VertebraPlan) -> float:
    """How far behind the body's centre the tips of the processes lie, mm."""
    return float(np.mean([process.club_low[1] for process in vertebra.processes.values()]))


def _eased(front: FloatArray) -> FloatArray:
    """Below T6 a chest pushed forward by kyphosis recedes slowly [X]."""
    steps = np.arange(1, len(front) - FRONT_RULES_TO + 1)
    return np.asarray(front[FRONT_RULES_TO - 1] + 6.0 * steps)
