"""Airways, great vessels and oesophagus as chains of rods, drawn on the target grid itself.

Places: trachea radius 8.5, wall 1.4, carina T5; arch at T4, aorta then 17 mm left and about 20 in
front of the body centres, radius 15 to 10.5 (anatomy.md 4 [E]); the rest design values [X].
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.synthetic.person import Sex
from trainer.anatomy.synthetic.soft_lungs import hilum_mm
from trainer.anatomy.synthetic.soft_trunk import Trunk
from trainer.geometry.pinhole import FloatArray

BLOOD_HU, WALL_HU, AIR_HU, OESOPHAGUS_HU = 42.0, 45.0, -985.0, 38.0
TRACHEA_MM, AIRWAY_WALL_MM = 8.5, 1.4
STEP_MM = 4.0
# Level, mm left of and in front of the body centre [X].
OESOPHAGUS = (
    ("C6", 2.0, 18.0), ("T1", 5.0, 18.0), ("T3", 5.0, 19.0), ("T5", 3.0, 22.0),
    ("T7", -2.0, 27.0), ("T9", 2.0, 34.0), ("T10", 8.0, 40.0), ("T11", 18.0, 44.0),
)  # fmt: skip
AZYGOS = (("T4", -12, 26), ("T5", -8, 19), ("T7", -5, 18), ("T10", -4, 19), ("L1", -6, 20))
UPPER_CAVA = (("T2", -22, 52), ("T4", -24, 58), ("T7", -26, 66))
LOWER_CAVA = (("T9", -24, 52), ("T10", -22, 40), ("T12", -20, 28), ("L3", -18, 28))


@dataclass(frozen=True, slots=True, eq=False)
class Tube:
    """A chain of tapered rods. line : (n, 3) trunk mm; radii (n,) mm; hu of what fills it."""

    name: str
    line: FloatArray
    radii: FloatArray
    hu: float

    @property
    def rods(self) -> NDArray[np.float32]:
        """Rows of start, end, radii at both, HU; shape (n - 1, 9)."""
        return rods_of(self.line, self.radii, self.hu)


def rods_of(line: FloatArray, radii: FloatArray, hu: float) -> NDArray[np.float32]:
    """A chain's rods: rows of start, end, radii at both, HU; shape (n - 1, 9)."""
    ends = np.concatenate([line[:-1], line[1:]], axis=1)
    thick = np.stack([radii[:-1], radii[1:]], axis=1)
    same = np.full((len(ends), 1), hu)
    return np.concatenate([ends, thick, same], axis=1).astype(np.float32)


def aorta_of(trunk: Trunk) -> Tube:
    """From the root over the arch down the left of the spine; older ones are wider and wind."""
    rng = trunk.chance("aorta")
    s, older = trunk.scale, max(trunk.person.age_years - 50.0, 0.0)
    wide = (1.0 + 0.004 * older) * float(1.0 + 0.05 * np.clip(rng.normal(), -2, 2))
    z = trunk.level_z

    def at(x: float, ahead: float, level: str, up: float = 0.0) -> list[float]:
        height = z[level] + up * s
        spine = (float(trunk.at(c, height)) for c in (trunk.spine_x, trunk.spine_y))
        x0, y0 = spine
        deep = float(trunk.at(trunk.body_half_depth, height))
        return [x0 + x * s, y0 - deep - ahead * s, height]

    arch = z["T4"] - z["T5"]
    points = [
        at(-14.0, 66.0, "T7", 4.0), at(-19.0, 58.0, "T6", 4.0), at(-14.0, 47.0, "T5", 6.0),
        at(-1.0, 30.0, "T4", -0.10 * arch), at(12.0, 12.0, "T4", -0.25 * arch),
        at(21.0, 2.0, "T5", 4.0), at(22.5, 2.0, "T6"), at(20.5, 4.0, "T7"), at(17.0, 6.0, "T8"),
        at(13.0, 8.0, "T9"), at(9.0, 10.0, "T10"), at(6.0, 12.0, "T11"), at(3.0, 13.0, "T12"),
        at(2.0, 14.0, "L1"), at(1.0, 14.0, "L2"), at(1.0, 14.0, "L3"),
    ]  # fmt: skip
    winding = 2.4 + 0.08 * older
    line = np.array(points)
    line[5:, :2] += _smooth(rng.normal(0.0, winding, (len(line) - 5, 2)))
    radii = np.interp(np.arange(len(line)), (0, 3, 6, 12, 15), (15.5, 14.0, 12.5, 11.0, 9.5))
    sex = 0.94 if trunk.person.sex is Sex.FEMALE else 1.04
    return _tube("aorta", line, radii * s * wide * sex, BLOOD_HU)


def _smooth(values: FloatArray) -> FloatArray:
    padded = np.pad(values, ((1, 1), (0, 0)), mode="edge")
    return np.asarray((padded[:-2] + 2.0 * padded[1:-1] + padded[2:]) / 2.5)


def tubes_of(trunk: Trunk, aorta: Tube) -> list[Tube]:
    """Everything to draw, in order: walls before what they hold."""
    vessels = [aorta, *_veins(trunk), *_arch_branches(trunk, aorta)]
    airways = _airways(trunk)
    walls = [
        Tube(f"{one.name} wall", one.line, one.radii + AIRWAY_WALL_MM, WALL_HU) for one in airways
    ]
    gullet, gas = _oesophagus(trunk)
    return [*vessels, gullet, gas, *walls, *airways]


def _tube(name: str, points: FloatArray, radii: FloatArray, hu: float) -> Tube:
    """A smooth line through points."""
    from scipy.interpolate import PchipInterpolator

    run = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    at = np.linspace(0.0, run[-1], max(int(run[-1] / STEP_MM), 2))
    line, radius = (PchipInterpolator(run, v)(at) for v in (points, radii))
    return Tube(name, np.asarray(line), np.asarray(radius), hu)


def _uneven(tube: Tube, rng: np.random.Generator, part: float, sway_mm: float) -> Tube:
    """Its calibre and course wander: nothing in a body is drawn with a ruler."""
    run = np.arange(len(tube.line)) * STEP_MM
    starts = rng.uniform(0.0, 2.0 * np.pi, 5)
    calibre = np.sin(run / 3.1 + starts[0]) + np.sin(run / 7.3 + starts[1])
    sway = np.stack([np.sin(run / 17.0 + starts[2]), np.sin(run / 13.0 + starts[3])], axis=1)
    line = tube.line.copy()
    line[:, :2] += (
        sway_mm * sway * np.minimum(1.0, (len(run) - 1 - np.arange(len(run))) / 4.0)[:, None]
    )
    return replace(tube, line=line, radii=tube.radii * (1.0 + part * 0.5 * calibre))


def _over_spine(
    trunk: Trunk, rows: tuple[tuple[str, float, float], ...], wander_mm: float, name: str
) -> FloatArray:
    """Points by level, mm left of and in front of the body centre, a little uneven."""
    rng = trunk.chance(name)
    found = []
    for level, left, ahead in rows:
        z = trunk.level_z[level]
        x, y = float(trunk.at(trunk.spine_x, z)), float(trunk.at(trunk.spine_y, z))
        dx, dy = rng.normal(0.0, wander_mm, 2)
        found.append([x + left * trunk.scale + dx, y - ahead * trunk.scale + dy, z])
    return np.array(found)


def carina_mm(trunk: Trunk) -> FloatArray:
    """Where the trachea divides, at T5, trunk axes."""
    z = trunk.level_z["T5"] - 4.0
    return np.array([
        float(trunk.at(trunk.spine_x, z)) - 5.0,
        float(trunk.at(trunk.spine_y, z)) - 36.0 * trunk.scale,
        z,
    ])  # fmt: skip


def _airways(trunk: Trunk) -> list[Tube]:
    s, carina = trunk.scale, carina_mm(trunk)
    rows = (("C5", 0.0, 32.0), ("C7", 0.5, 29.0), ("T1", 0.0, 29.0), ("T2", -2.5, 30.0),
            ("T3", -5.5, 32.0), ("T4", -7.5, 34.0))  # fmt: skip
    windpipe = np.concatenate([_over_spine(trunk, rows, 1.0, "trachea"), carina[None]])
    wide = 0.9 if trunk.person.sex is Sex.FEMALE else 1.06
    pipe = _tube("trachea", windpipe, np.full(len(windpipe), TRACHEA_MM * s * wide), AIR_HU)
    found = [_uneven(pipe, trunk.chance("rings"), 0.07, 1.0)]
    for side, bend, lower in ((1.0, 0.45, 0.5), (-1.0, 0.55, 0.9)):
        hilum = hilum_mm(trunk, side)
        middle = carina + bend * (hilum - carina) + np.array([0.0, 0.0, -5.0 * s])
        main = np.stack([carina, middle, hilum])
        radii = np.array([7.0, 6.3, 5.2]) * s * wide
        found.append(_tube(f"main bronchus {side:+.0f}", main, radii, AIR_HU))
        down = hilum + np.array([side * 8.0, 10.0, -26.0 * lower - 12.0]) * s
        end = down + np.array([side * 6.0, 8.0, -26.0]) * s
        low = np.stack([hilum, down, end])
        found.append(
            _tube(f"lower bronchus {side:+.0f}", low, np.array([4.6, 3.6, 2.4]) * s, AIR_HU)
        )
        up = hilum + np.array([side * 12.0, 2.0, 22.0]) * s
        high = np.stack([hilum, (hilum + up) / 2 + (side * 2.0, 0.0, 2.0), up])
        found.append(
            _tube(f"upper bronchus {side:+.0f}", high, np.array([4.2, 3.4, 2.3]) * s, AIR_HU)
        )
    return found


def _oesophagus(trunk: Trunk) -> tuple[Tube, Tube]:
    """Collapsed, with some gas in the upper half [X]."""
    line = _over_spine(trunk, OESOPHAGUS, 1.5, "oesophagus")
    gullet = _tube("oesophagus", line, np.full(len(line), 7.5 * trunk.scale), OESOPHAGUS_HU)
    rng = trunk.chance("oesophagus gas")
    swing = rng.uniform(0.0, 2.0 * np.pi, 3)
    run = np.arange(len(gullet.line)) * STEP_MM
    waves = sum(
        np.sin(run / length + start) for length, start in zip((23, 11, 37), swing, strict=True)
    )
    fading = np.clip(1.15 - run / run[-1], 0.15, 1.0)
    radii = np.clip(1.5 + 1.5 * waves, 0.0, 4.6) * fading
    return gullet, Tube("oesophagus gas", gullet.line + np.array([0.0, 0.5, 0.0]), radii, -900.0)


def _veins(trunk: Trunk) -> list[Tube]:
    s = trunk.scale
    azygos, upper, lower = (
        _over_spine(trunk, rows, 1.2, name)
        for rows, name in ((AZYGOS, "azygos"), (UPPER_CAVA, "upper cava"), (LOWER_CAVA, "lower"))
    )
    found = [
        _tube("azygos", azygos, np.array([5.0, 4.4, 4.0, 3.5, 2.8]) * s, BLOOD_HU),
        _tube("upper cava", upper, np.array([9.0, 10.0, 11.0]) * s, BLOOD_HU),
        _tube("lower cava", lower, np.array([13.0, 12.0, 11.0, 10.5]) * s, BLOOD_HU),
    ]
    for side in (1.0, -1.0):
        hilum = hilum_mm(trunk, side)
        trunk_start = np.array([4.0, hilum[1] - 20.0, hilum[2] - 2.0])
        line = np.stack([trunk_start, (trunk_start + hilum) / 2.0 + (0.0, 4.0, 6.0), hilum])
        found.append(_tube(f"pulmonary artery {side:+.0f}", line, np.array([13.0, 11.0, 8.0]) * s,
                           BLOOD_HU))  # fmt: skip
        low = hilum + np.array([side * 12.0, 8.0, -34.0]) * s
        found.append(_tube(f"descending artery {side:+.0f}", np.stack([hilum, low]),
                           np.array([8.0, 5.0]) * s, BLOOD_HU))  # fmt: skip
    return found


def _arch_branches(trunk: Trunk, aorta: Tube) -> list[Tube]:
    """Three arteries from the arch toward neck and arms."""
    s = trunk.scale
    top = aorta.line[np.argmax(aorta.line[: len(aorta.line) // 2, 2])]
    found = []
    for name, start, side, r in (
        ("brachiocephalic", (-10.0, -10.0, 0.0), -1.0, 6.0),
        ("carotid", (0.0, -2.0, 4.0), 0.6, 4.0),
        ("subclavian", (8.0, 8.0, 2.0), 1.0, 4.8),
    ):
        z1, z2 = trunk.level_z["T2"], trunk.level_z["C7"]
        y1, y2 = (float(trunk.at(trunk.spine_y, z)) for z in (z1, z2))
        base = top + np.array(start) * s
        near = np.array([side * 19.0 * s, y1 - 36.0 * s, z1])
        far = np.array([side * 30.0 * s, y2 - 30.0 * s, z2])
        radii = np.array([r, r * 0.9, r * 0.75]) * s
        found.append(_tube(name, np.stack([base, near, far]), radii, BLOOD_HU))
    return found
