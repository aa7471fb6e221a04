"""Stomach and colon with what they hold: the gas that a physician sees through the spine.

A smooth ellipsoid of gas is recognised as fake at once (anatomy.md 4): the stomach has folds and a
level, the colon haustra, stool with bubbles and stretches of gas. Prone, gas rises to the back.
Sizes and places are design values [X].
"""

from __future__ import annotations

import numpy as np

from trainer.anatomy.synthetic.soft_noise import Wander
from trainer.anatomy.synthetic.soft_solids import Field, Places, covered, ellipsoid, joined, met
from trainer.anatomy.synthetic.soft_trunk import Trunk
from trainer.geometry.pinhole import FloatArray

WALL_HU, JUICE_HU = 42.0, 18.0
WALL_MM = 4.0


def gut(hu: Field, gas: Field, trunk: Trunk, places: Places, cavity: Field, wander: Wander) -> None:
    """Draw small bowel, stomach and colon into the belly; `gas` gets the distance to their gas."""
    _small_bowel(hu, gas, trunk, places, cavity, wander)
    for run in _colon_runs(trunk):
        _colon(hu, gas, places, cavity, run, wander, trunk)
    _stomach(hu, gas, trunk, places, cavity, wander)


def _small_bowel(
    hu: Field, gas: Field, trunk: Trunk, places: Places, cavity: Field, wander: Wander
) -> None:
    """Loops between fat, below and in front of the stomach."""
    low = np.clip((trunk.level_z["T12"] - 10.0 - places.z) / 25.0, 0.0, 1.0)
    front = np.clip((trunk.at(trunk.spine_y, places.z) - 25.0 - places.y) / 15.0, 0.0, 1.0)
    loops = wander.on(places, "loops", 22.0) + 0.5 * wander.on(places, "loops2", 11.0)
    part = np.clip(0.5 + 1.6 * loops, 0.0, 1.0) * low * front * covered(cavity + 3.0, 4.0)
    hu += part * (np.float32(30.0) - hu)
    pockets = np.maximum((1.9 - loops) * 9.0, cavity + 8.0) + 12.0 * (2.0 - low - front)
    np.minimum(gas, pockets, out=gas)


def _stomach(
    hu: Field, gas: Field, trunk: Trunk, places: Places, cavity: Field, wander: Wander
) -> None:
    rng = trunk.chance("stomach")
    z, s = trunk.level_z, trunk.scale
    front, back = (float(trunk.at(c, z["T11"])) for c in (trunk.chest_front, trunk.chest_back))
    half = float(trunk.at(trunk.chest_half, z["T11"]))
    fundus = np.array([0.44 * half, front + 0.56 * (back - front), z["T10"] - 14.0 * s])
    body = fundus + np.array([-4.0, -44.0, -34.0]) * s
    antrum = body + np.array([-42.0, -12.0, -32.0]) * s
    jitter = rng.normal(0.0, 4.0, 3)
    reach = np.array([95.0, 110.0, 120.0]) * s
    spot, near = places.cut(body + jitter - reach, body + jitter + reach)
    if not hu[spot].size:
        return
    parts = ((fundus, (36.0, 34.0, 34.0)), (body, (34.0, 36.0, 44.0)), (antrum, (36.0, 22.0, 24.0)))
    shapes = [ellipsoid(near, c + jitter, np.array(r) * s) for c, r in parts]
    shape = joined(joined(shapes[0], shapes[1], 22.0), shapes[2], 18.0)
    folds = 2.6 * wander.on(near, "rugae", 5.0) + 3.0 * wander.on(near, "stomach", 15.0)
    shape = met(shape + folds, cavity[spot] + np.float32(3.0), 6.0)
    lumen = shape + np.float32(WALL_MM) + np.float32(1.8) * wander.on(near, "folds", 5.0)
    _blend(hu[spot], covered(shape, 3.0), WALL_HU)
    food = JUICE_HU + 22.0 * wander.on(near, "food", 6.0)
    _blend(hu[spot], covered(lumen, 3.0), np.asarray(food, np.float32))
    level = fundus[1] + float(rng.uniform(-14.0, 12.0))
    foam = level - near.y + 2.0 * wander.on(near, "foam", 5.0)
    gas[spot] = np.minimum(gas[spot], met(lumen, np.asarray(foam, np.float32), 4.0))


def _blend(hu: Field, part: Field, value: Field | float) -> None:
    hu += part * (value - hu)


def _colon_runs(trunk: Trunk) -> list[tuple[str, FloatArray, float]]:
    """Name, middle line (n, 3) in trunk axes and radius of the stretches in view."""
    z, s, rng = trunk.level_z, trunk.scale, trunk.chance("colon")
    half = float(trunk.at(trunk.chest_half, z["T12"]))
    front, back = (float(trunk.at(c, z["T12"])) for c in (trunk.chest_front, trunk.chest_back))
    deep = back - front

    def place(x: float, y: float, height: float) -> list[float]:
        return [x * half, front + y * deep, height]

    left = [
        place(0.20, 0.24, z["L1"] + 2.0),
        place(0.48, 0.26, z["T12"] - 2.0),
        place(0.74, 0.42, z["T11"] - 6.0 * s),
        place(0.78, 0.62, z["T12"] - 2.0),
        place(0.74, 0.66, z["L1"] - 8.0),
        place(0.74, 0.62, z["L3"] - 30.0),
    ]
    right = [
        place(0.08, 0.22, z["L1"] - 2.0),
        place(-0.30, 0.22, z["L1"] - 8.0),
        place(-0.62, 0.30, z["L1"] + 2.0),
        place(-0.70, 0.50, z["L1"] - 10.0),
        place(-0.72, 0.56, z["L3"] - 30.0),
    ]
    wide = (22.0 * float(rng.uniform(0.9, 1.2)), 22.0 * float(rng.uniform(0.9, 1.25)))
    lines = [np.array(run) + rng.normal(0.0, 6.0, (len(run), 3)) for run in (left, right)]
    names = ("colon left", "colon right")
    return [(n, _resampled(line), r * s) for n, line, r in zip(names, lines, wide, strict=True)]


def _resampled(points: FloatArray, step_mm: float = 9.0) -> FloatArray:
    from scipy.interpolate import CubicSpline

    run = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    curve = CubicSpline(run, points)
    return np.asarray(curve(np.arange(0.0, run[-1], step_mm)))


def _colon(
    hu: Field,
    gas: Field,
    places: Places,
    cavity: Field,
    run: tuple[str, FloatArray, float],
    wander: Wander,
    trunk: Trunk,
) -> None:
    """Haustra as a string of balls, pinched every third; stool, bubbles, stretches of gas."""
    name, line, radius = run
    rng = trunk.chance(name)
    spot, near = places.cut(line.min(axis=0) - 1.6 * radius, line.max(axis=0) + 1.6 * radius)
    if not hu[spot].size:
        return
    shape = np.full(near.shape, 60.0, np.float32)
    full = np.zeros(near.shape, np.float32)
    phase = float(rng.uniform(0.0, 3.0))
    gassy = rng.uniform(0.0, 1.0, len(line)) * 0.3 + 0.7 * float(rng.uniform(0.1, 0.9))
    for n, centre in enumerate(line):
        size = radius * (1.0 + 0.22 * np.cos((n + phase) * 2.0 * np.pi / 3.3))
        part, local = near.cut(centre - 1.7 * size - 6.0, centre + 1.7 * size + 6.0)
        if not shape[part].size:
            continue
        ball = ellipsoid(local, centre, np.array([size, size, size]))
        closer = ball < shape[part]
        full[part][closer] = gassy[n]
        shape[part] = joined(shape[part], ball, 7.0)
    shape = shape + 2.0 * wander.on(near, name, 9.0)
    shape = met(shape, cavity[spot] + np.float32(2.0), 5.0)
    lumen = shape + np.float32(2.5)
    _blend(hu[spot], covered(shape, 3.0), WALL_HU)
    bubbles = 0.55 * wander.on(near, f"{name} stool", 6.0)
    bubbles = bubbles + 0.8 * wander.on(near, f"{name} lump", 14.0)
    _blend(hu[spot], covered(lumen, 3.0), np.asarray(22.0 - 60.0 * bubbles, np.float32))
    hollow = 6.0 * (1.75 - bubbles - 4.0 * np.maximum(full - 0.42, 0.0))
    gas[spot] = np.minimum(gas[spot], met(lumen, np.asarray(hollow, np.float32), 2.0))
