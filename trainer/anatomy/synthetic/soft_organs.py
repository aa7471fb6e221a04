"""What lies inside chest and belly: one field of HU, its edges spread over the coarse grid.

All places and sizes are design values [E]/[X] after anatomy.md 4 and common anatomy [M]; soft
organs differ by little in HU, so that only fat and gas draw edges.
"""

from __future__ import annotations

import numpy as np

from trainer.anatomy.synthetic.soft_gut import gut
from trainer.anatomy.synthetic.soft_lungs import Chest
from trainer.anatomy.synthetic.soft_noise import Wander
from trainer.anatomy.synthetic.soft_solids import (
    Field,
    Places,
    about_sagittal,
    about_vertical,
    covered,
    ellipsoid,
    met,
)
from trainer.anatomy.synthetic.soft_trunk import Trunk

MUSCLE_HU, FAT_HU, BLOOD_HU, LIVER_HU, SPLEEN_HU, KIDNEY_HU = 52.0, -98.0, 42.0, 58.0, 48.0, 34.0
DIAPHRAGM_MM = 4.0
WALL_MM = 3.0  # [X] belly wall inside the envelope
EDGE_MM = 3.0  # organs' edges are spread over a coarse voxel


def organs(
    trunk: Trunk, places: Places, envelope: Field, chest: Chest, wander: Wander
) -> tuple[Field, Field]:
    """HU of everything between skin fat and lungs, and the distance to gas in it."""
    hu = np.full(places.shape, MUSCLE_HU, np.float32)
    _between_muscles(hu, trunk, places, envelope, wander)
    under_dome = chest.above_dome + np.float32(DIAPHRAGM_MM)
    thin = trunk.by_level({"T9": WALL_MM, "T12": -2.0, "L2": -7.0}, places.z)
    inside = envelope + thin
    spine = _spine_block(trunk, places)
    _middle(hu, trunk, places, met(inside, -under_dome, 3.0), spine, wander)
    paint(hu, chest.heart, BLOOD_HU)
    cavity = met(met(inside, under_dome, 3.0), -spine, 6.0)
    belly = np.asarray(FAT_HU + 8.0 * wander.on(places, "belly", 12.0), np.float32)
    paint(hu, cavity, belly)
    gas = np.full(places.shape, 60.0, np.float32)
    gut(hu, gas, trunk, places, cavity, wander)
    _solid_organs(hu, gas, trunk, places, cavity, wander)
    return hu, gas


def paint(hu: Field, distance: Field, value: Field | float, edge_mm: float = EDGE_MM) -> None:
    """Draw a solid over what is there."""
    part = covered(distance, edge_mm)
    change = value - hu
    change *= part
    hu += change


def _middle(
    hu: Field, trunk: Trunk, places: Places, inside: Field, spine: Field, wander: Wander
) -> None:
    """Fat lobules between vessels and nodes; more of it in heavy people."""
    heavy = float(np.clip(0.12 + 0.018 * (trunk.person.bmi - 24.0), 0.0, 0.4))
    lobules = 0.5 * wander.on(places, "lobules", 9.0) + 0.25 * wander.on(places, "small", 5.0)
    share = np.clip(heavy + 0.18 + lobules, 0.0, 1.0)
    value = np.asarray(BLOOD_HU + share * np.float32(FAT_HU + 8.0 - BLOOD_HU), np.float32)
    paint(hu, met(inside, -spine, 4.0), value)


def _between_muscles(
    hu: Field, trunk: Trunk, places: Places, envelope: Field, wander: Wander
) -> None:
    """Fat of the neck in front of the spine, of the armpits and between the flat muscles [X]."""
    lobules = wander.on(places, "neck", 8.0, 0.5)
    neck = np.clip((places.z - trunk.level_z["T2"]) / 25.0, 0.0, 1.0)
    neck = neck * np.clip((trunk.at(trunk.spine_y, places.z) - 12.0 - places.y) / 8.0, 0.0, 1.0)
    pit = np.full(places.shape, 60.0, np.float32)
    z = trunk.level_z["T4"] + 4.0
    half, x = float(trunk.at(trunk.chest_half, z)), float(trunk.at(trunk.chest_x, z))
    y = 0.5 * float(trunk.at(trunk.chest_front, z) + trunk.at(trunk.chest_back, z))
    for side in (1.0, -1.0):
        centre = np.array([x + side * (half + 24.0), y - 4.0, z])
        pit = np.minimum(pit, ellipsoid(places, centre, np.array([15.0, 30.0, 40.0]) * trunk.scale))
    part = np.maximum(
        neck * np.clip(0.35 + 0.8 * lobules, 0.0, 1.0), covered(pit - 5.0 * lobules, 6.0)
    )
    part = part * covered(9.0 - envelope, 4.0)
    hu += np.asarray(part, np.float32) * (np.float32(FAT_HU + 10.0) - hu)


def _spine_block(trunk: Trunk, places: Places) -> Field:
    """Bodies, crura and psoas: muscle beside the column, growing downward."""
    z = places.z
    x = places.x - trunk.at(trunk.spine_x, z)
    y = places.y - trunk.at(trunk.spine_y, z)
    wide, deep = trunk.at(trunk.body_half_width, z), trunk.at(trunk.body_half_depth, z)
    beside = trunk.by_level({"T10": 2.0, "T12": 7.0, "L1": 10.0, "L3": 20.0}, z)
    body = np.hypot(x / (wide + beside), (y - 8.0) / (deep + 8.0 + 0.2 * beside)) - 1.0
    body = body * np.minimum(wide, deep)
    wedge = np.maximum(6.0 - y, np.abs(x) - wide - beside - (y - 6.0))
    return np.asarray(np.minimum(body, wedge), np.float32)


def _solid_organs(
    hu: Field, gas: Field, trunk: Trunk, places: Places, cavity: Field, wander: Wander
) -> None:
    scale = trunk.scale
    uneven = 2.0 * wander.on(places, "organs", 16.0)
    for name, centre, radii, turn in _places_of(trunk):
        reach = max(radii) * scale * 1.5 + 8.0
        spot, near = places.cut(centre - reach, centre + reach)
        if not hu[spot].size:
            continue
        shape = ellipsoid(near, centre, np.array(radii) * scale, turn) + uneven[spot]
        if name == "kidney":
            _kidney(hu[spot], shape, wander.on(near, "calyx", 8.0))
            continue
        inside = met(shape, cavity[spot] + np.float32(1.5), 5.0)
        paint(hu[spot], inside, LIVER_HU if name == "liver" else SPLEEN_HU)
        gas[spot] = np.maximum(gas[spot], -inside)


def _kidney(hu: Field, shape: Field, calyx: Field) -> None:
    """Cortex round a sinus of fat."""
    paint(hu, shape, KIDNEY_HU)
    paint(hu, np.asarray(shape + 17.0 - 4.0 * calyx, np.float32), FAT_HU + 25.0)


def _places_of(
    trunk: Trunk,
) -> list[tuple[str, np.ndarray, tuple[float, float, float], np.ndarray]]:
    """Liver's lobes, spleen, kidneys: centre in trunk axes, half-axes (unscaled), axes."""
    s, rng = trunk.scale, trunk.chance("organs")
    z = trunk.level_z
    front = float(trunk.at(trunk.chest_front, z["T11"]))
    half = float(trunk.at(trunk.chest_half, z["T11"]))
    back = float(trunk.at(trunk.chest_back, z["T11"]))
    mid = (front + back) / 2.0
    none = np.eye(3)

    def moved(x: float, y: float, height: float, spread: float = 3.0) -> np.ndarray:
        return np.array([x, y, height]) + rng.normal(0.0, spread, 3)

    def spine_y(level: str) -> float:
        return float(trunk.at(trunk.spine_y, z[level]))

    return [
        ("liver", moved(-0.50 * half, mid - 2.0, z["T11"] - 8.0), (66.0, 78.0, 82.0), none),
        ("liver", moved(-6.0, front + 44.0, z["T11"] + 4.0), (66.0, 42.0, 44.0),
         about_sagittal(-12.0)),
        ("spleen", moved(0.66 * half, back - 38.0, z["T11"] + 2.0), (27.0, 42.0, 52.0),
         about_vertical(-28.0)),
        ("kidney", moved(-57.0 * s, spine_y("L1") + 8.0, z["L1"] - 10.0), (27.0, 24.0, 54.0),
         about_sagittal(-12.0)),
        ("kidney", moved(57.0 * s, spine_y("T12") + 8.0, z["T12"] - 24.0), (27.0, 24.0, 55.0),
         about_sagittal(12.0)),
    ]  # fmt: skip
