"""The patient's outside: skin by body mass, shoulders, arms, neck, and where the muscle begins.

Skin to pleura in the interscapular space: 3.7 +- 0.7 cm at BMI 21.1, 0.380 BMI - 4.301 cm (50 CTs,
clinical.md 1.6 [S]); the slope over-predicts for the obese, so it is clamped. Everything else is a
design value of anatomy.md 4 [E] or [X].
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.synthetic.person import Sex
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.shoulder import shoulders_of
from trainer.anatomy.synthetic.soft_noise import Wander
from trainer.anatomy.synthetic.soft_solids import (
    Field,
    Places,
    capsule,
    ellipsoid,
    joined,
    met,
    oval,
)
from trainer.anatomy.synthetic.soft_trunk import Trunk
from trainer.geometry.pinhole import FloatArray

SKIN_MM = 2.4
DEPTH_LIMITS_MM = (24.0, 82.0)  # [X] of skin to pleura: thinnest and thickest back
CHEST_WALL_MM = 11.0  # [X] ribs and what lies on them; muscle reaches at least so far
LEAST_COVER_MM = 4.0  # [X] skin and fat over muscle at the thinnest
# Where the skin lies: by that depth behind the rear of the chest, less so many mm: skin to process
# comes to clinical.md 1.6 [M]. The slim have nothing to give.
DEPTH_BY_LEVEL = {"T1": 1.15, "T3": 1.0, "T9": 1.0, "T11": 1.1, "L1": 1.2, "L3": 1.3}
NEARER_MM = {
    "T1": 7.0,
    "T3": 8.5,
    "T5": 8.7,
    "T6": 10.2,
    "T7": 13.5,
    "T8": 14.2,
    "T9": 9.2,
    "T10": 8.0,
    "T11": 8.2,
    "L1": 5.0,
}
NEARER_FROM_MM, NEARER_WHOLE_MM = 28.0, 48.0
# Neck: half-width, front and back of the body centre, mm at BMI 24 [X].
NECK_HALF_MM = {"C5": 60.0, "C6": 72.0, "C7": 90.0, "T1": 112.0, "T2": 132.0}
NECK_FRONT_MM = {"C5": 58.0, "C6": 56.0, "C7": 56.0, "T1": 62.0}
NECK_BACK_MM = {"C5": 58.0, "C6": 62.0, "C7": 68.0}
FURROW_MM, FURROW_HALF_MM = 7.0, 13.0
TIP_COVER_MM = 5.0  # [X] of skin and fascia over the spinous tips
LARGEST_RIDGE_MM = 18.0  # [X] of the spinous tips of the very thin
UNDULATION_MM = ((1.1, 40.0), (0.6, 20.0))  # spread, shortest wave
FAT_MM, FAT_PER_BMI_MM, FAT_LIMITS_MM = 9.0, 1.15, (3.5, 34.0)
FAT_FRONT, FAT_SIDE = 1.5, 1.3
SHOULDER_RADIUS_MM, ARM_RADIUS_MM = 50.0, 42.0


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """Distances of the skin and of the muscle's surface; glands' added HU; fields of the grid."""

    skin: Field
    muscle: Field
    gland: Field


def depth_to_pleura_mm(bmi: float) -> float:
    """Skin to pleura between the shoulder blades, mm (clinical.md 1.6, clamped)."""
    return float(np.clip(3.80 * bmi - 43.01, *DEPTH_LIMITS_MM))


def fat_mm_of(bmi: float, sex: Sex) -> float:
    """Subcutaneous fat of the back, mm."""
    more = 1.15 if sex is Sex.FEMALE else 0.92
    return float(np.clip((FAT_MM + FAT_PER_BMI_MM * (bmi - 24.0)) * more, *FAT_LIMITS_MM))


def outline(plan: Plan, trunk: Trunk, places: Places, envelope: Field, wander: Wander) -> Outline:
    """The outside on a grid; envelope : its distance there."""
    fat = _fat(trunk, places, wander)
    skin = _trunk_skin(plan, trunk, places)
    skin = joined(skin, _arms(plan, trunk, places), 34.0)
    breast = _breasts(trunk, places)
    if breast is not None:
        skin = joined(skin, breast, 14.0)
    skin = met(skin, _table(trunk, places), 12.0)
    for size, shortest in UNDULATION_MM:
        skin = skin + np.float32(size) * wander.on(places, f"skin{shortest}", shortest)
    muscle = skin + fat
    wall = _chest_wall(trunk, places, envelope)
    muscle = np.minimum(muscle, wall)
    for low, high in _spines(plan):
        _thicken(muscle, places, low, high)
    skin = np.minimum(skin, muscle - np.float32(LEAST_COVER_MM))
    if breast is None:
        gland = np.zeros((1, 1, 1), np.float32) + np.zeros_like(skin)
    else:
        muscle = np.maximum(muscle, np.minimum(-breast, wall - np.float32(6.0)))
        lobules = np.clip(0.3 + 0.8 * wander.on(places, "gland", 7.0), 0.0, 1.0)
        inside = np.clip(-breast / 12.0, 0.0, 1.0)
        gland = np.asarray(_gland_hu(trunk) * lobules * inside, np.float32)
    return Outline(skin, np.maximum(muscle, skin + np.float32(SKIN_MM)), gland)


def _chest_wall(trunk: Trunk, places: Places, envelope: Field) -> Field:
    """Ribs and what lies on them; no more near the apex, where the envelope's distance is short."""
    above = 90.0 * _rising(places.z, trunk.level_z["C7"], trunk.level_z["T2"])
    return np.asarray(envelope - np.float32(CHEST_WALL_MM) + above, np.float32)


def _gland_hu(trunk: Trunk) -> float:
    return float(np.interp(trunk.person.age_years, (25.0, 75.0), (135.0, 40.0)))


def _trunk_skin(plan: Plan, trunk: Trunk, places: Places) -> Field:
    """Chest, belly and neck as one superellipse per slice, with the furrow of the back."""
    z = places.z
    half, front, back = outline_curves(trunk, z)
    middle_x = trunk.at(trunk.chest_x, z)
    x = places.x - middle_x
    middle, deep = (front + back) / 2.0, (back - front) / 2.0
    along = places.x - trunk.at(trunk.spine_x, z)
    behind = np.clip((places.y - middle) / deep, 0.0, 1.0)
    hollow = _hollow(plan, trunk, z, back)
    furrow = hollow * np.exp(-((along / FURROW_HALF_MM) ** 2))
    ridge = 3.0 * np.exp(-(((np.abs(along) - 34.0) / 18.0) ** 2))
    skin = oval(x, places.y - middle, half, deep)
    return np.asarray(skin + behind * (furrow - ridge), np.float32)


def _hollow(plan: Plan, trunk: Trunk, z: Field, back: Field) -> Field:
    """Depth of the mid-line furrow; where spinous tips come near the skin it is a ridge."""
    tips = np.array([tip for _, tip in _spines(plan)])[::-1]
    fat = fat_mm_of(trunk.person.bmi, trunk.person.sex)
    room = back - np.interp(z, tips[:, 2], tips[:, 1]) - (TIP_COVER_MM + 0.5 * fat)
    return np.asarray(np.clip(room, -LARGEST_RIDGE_MM, FURROW_MM), np.float32)


def outline_curves(trunk: Trunk, z: Field) -> tuple[Field, Field, Field]:
    """Half-width, front and back of the skin at heights z."""
    person, scale = trunk.person, trunk.scale
    fat = fat_mm_of(person.bmi, person.sex)
    deep = depth_to_pleura_mm(person.bmi)
    heavy = person.bmi - 24.0
    side = FAT_SIDE + 0.02 * max(heavy, 0.0)
    spine_y = trunk.at(trunk.spine_y, z)
    chest_half = trunk.at(trunk.chest_half, z) + np.float32(CHEST_WALL_MM + fat * side)
    chest_front = trunk.at(trunk.chest_front, z) - np.float32(CHEST_WALL_MM + 6.0 + fat * FAT_FRONT)
    less = np.clip((deep - NEARER_FROM_MM) / (NEARER_WHOLE_MM - NEARER_FROM_MM), 0.0, 1.0)
    behind = np.float32(deep) * trunk.by_level(DEPTH_BY_LEVEL, z)
    behind = behind - np.float32(less) * trunk.by_level(NEARER_MM, z)
    chest_back = trunk.at(trunk.chest_back, z) + behind
    belly = _rising(z, trunk.level_z["L2"], trunk.level_z["T11"])
    chest_front = chest_front - belly * np.float32(max(1.6 * heavy + 6.0, 0.0))
    neck_half = trunk.by_level(NECK_HALF_MM, z) * scale + np.float32(0.9 * heavy)
    neck_front = spine_y - trunk.by_level(NECK_FRONT_MM, z) * scale - np.float32(0.7 * heavy)
    neck_back = spine_y + trunk.by_level(NECK_BACK_MM, z) * scale + np.float32(0.9 * heavy)
    up = _rising(z, trunk.level_z["C7"], trunk.level_z["T4"])
    neck = _rising(z, trunk.level_z["C6"], trunk.level_z["T2"])
    half = np.maximum(chest_half, neck_half) * (1.0 - up) + neck_half * up
    front = chest_front * (1.0 - neck) + neck_front * neck
    back = chest_back * (1.0 - neck) + neck_back * neck
    return half, np.asarray(front, np.float32), np.asarray(back, np.float32)


def _rising(z: Field, full: float, none: float) -> Field:
    """0 at `none`, 1 at `full`, smooth between."""
    part = np.clip((z - none) / np.float32(full - none), 0.0, 1.0)
    return np.asarray(part * part * (3.0 - 2.0 * part), np.float32)


def _fat(trunk: Trunk, places: Places, wander: Wander) -> Field:
    """Skin and fat over the muscle, mm: thicker in front and at the sides."""
    fat = fat_mm_of(trunk.person.bmi, trunk.person.sex)
    front = trunk.at(trunk.chest_front, places.z)
    back = trunk.at(trunk.chest_back, places.z)
    ahead = np.clip((back - places.y) / (back - front), 0.0, 1.0)
    aside = np.clip(np.abs(places.x) / trunk.at(trunk.chest_half, places.z), 0.0, 1.0)
    share = 1.0 + (FAT_FRONT - 1.0) * ahead + (FAT_SIDE - 1.0) * aside * aside
    uneven = 1.0 + 0.22 * wander.on(places, "fat", 25.0)
    return np.asarray(SKIN_MM + np.maximum(fat * share * uneven, 1.5), np.float32)


def _arms(plan: Plan, trunk: Trunk, places: Places) -> Field:
    """Shoulders and upper arms, reaching forward and up past the head."""
    size = trunk.scale * (1.0 + 0.012 * (trunk.person.bmi - 24.0))
    found: Field | None = None
    for shoulder in shoulders_of(plan).values():
        joint, elbow = (
            plan.trunk.local(point) for point in (shoulder.joint_world_mm, shoulder.elbow_world_mm)
        )
        ball = ellipsoid(places, joint, np.array([1.0, 0.94, 1.0]) * SHOULDER_RADIUS_MM * size)
        arm = capsule(places, joint, elbow, ARM_RADIUS_MM * size)
        one = joined(ball, arm, 20.0)
        for fold, radius in _folds(trunk, joint, elbow):
            one = joined(one, capsule(places, fold[0], fold[1], radius * size), 30.0)
        found = one if found is None else np.minimum(found, one)
    assert found is not None
    return found


def _folds(trunk: Trunk, joint: FloatArray, elbow: FloatArray) -> list[tuple[FloatArray, float]]:
    """The muscles before and behind the armpit, from the arm to the chest; ends (2, 3), radius."""
    side = float(np.sign(joint[0]))
    arm = joint + 0.2 * (elbow - joint)

    def wall(level: str, around: float, ahead: float) -> FloatArray:
        z = trunk.level_z[level]
        half, x = float(trunk.at(trunk.chest_half, z)), float(trunk.at(trunk.chest_x, z))
        front, back = (float(trunk.at(c, z)) for c in (trunk.chest_front, trunk.chest_back))
        return np.array([x + side * half * around, back + ahead * (front - back), z])

    chest, back = wall("T5", 0.72, 0.86), wall("T9", 1.04, 0.22)
    blade = wall("T5", 0.86, 0.06)
    return [
        (np.stack([arm, chest]), 19.0),
        (np.stack([joint + np.array([0.0, 12.0, -8.0]), back]), 17.0),
        (np.stack([joint + np.array([0.0, 10.0, 0.0]), blade]), 24.0),
    ]


def _breasts(trunk: Trunk, places: Places) -> Field | None:
    """A woman's breasts, pressed flat by the table and spread to the sides."""
    if trunk.person.sex is not Sex.FEMALE:
        return None
    rng = trunk.chance("breast")
    size = float(np.clip(1.0 + 0.03 * (trunk.person.bmi - 24.0) + 0.08 * rng.normal(), 0.6, 1.7))
    centre_z = trunk.level_z["T7"] + float(rng.normal(0.0, 6.0)) - 8.0
    front = float(trunk.at(trunk.chest_front, centre_z))
    half = float(trunk.at(trunk.chest_half, centre_z))
    radii = np.array([56.0, 34.0, 52.0]) * size
    left, right = (
        ellipsoid(places, np.array([s * 0.66 * half, front + 8.0, centre_z + s * 3.0]), radii)
        for s in (1.0, -1.0)
    )
    return np.minimum(left, right)


def _table(trunk: Trunk, places: Places) -> Field:
    """The table flattens what presses on it; distance below it."""
    z = trunk.z[(trunk.z > trunk.level_z["L2"]) & (trunk.z < trunk.level_z["T2"])]
    fat = fat_mm_of(trunk.person.bmi, trunk.person.sex)
    front = float(trunk.chest_front[np.isin(trunk.z, z)].min())
    level = front - CHEST_WALL_MM - 6.0 - 0.8 * FAT_FRONT * fat
    return np.asarray(level - places.y, np.float32)


def _spines(plan: Plan) -> list[tuple[FloatArray, FloatArray]]:
    """Root and tip of each spinous process in trunk axes: muscle and skin pass behind them."""
    found = []
    for one in plan.vertebrae.values():
        size = one.size
        wall = sum(size.plate_depths) / 4.0
        length = max(8.0, size.sp_length - size.canal[1] - 7.5)
        down = np.radians(size.sp_down_deg)
        root = np.array([0.0, wall + size.canal[1] + 4.0, -2.0])
        tip = root + np.array([0.0, np.cos(down), -np.sin(down)]) * length
        both = plan.trunk.local(one.frame.world(np.stack([root, tip])))
        found.append((both[0], both[1]))
    return found


def _thicken(muscle: Field, places: Places, low: FloatArray, high: FloatArray) -> None:
    reach = 24.0
    corners = np.stack([low, high])
    spot, near = places.cut(corners.min(axis=0) - reach, corners.max(axis=0) + reach)
    if muscle[spot].size:
        muscle[spot] = joined(muscle[spot], capsule(near, low, high, 3.5), 8.0)
