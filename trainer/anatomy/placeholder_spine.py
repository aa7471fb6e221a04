"""The vertebrae of the placeholder thorax: T4-T10 from bounded solids (T6-T8 are for work).

Sizes: clinical.md 1.1 (Panjabi 1991, Zindrick 1987, from memory). Shapes: anatomy.md 2, design
values fitted by eye. To be replaced by the synthetic thorax.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from trainer.anatomy.placeholder_solids import (
    Coordinates,
    Field,
    Frame,
    Solid,
    Vector,
    capsule,
    plate,
    radial,
    rounded,
)
from trainer.geometry.pinhole import FloatArray

# Materials of the bone composite: index into SHELL_MM and CORE_HU.
BODY, POSTERIOR, PROCESS, RIB = range(4)
# Cortex: anatomy.md 2 (0.4-1.2 mm), the body's a mean of wall and end plate. Core: 45 years, and
# 110 HU more in the posterior elements.
SHELL_MM = np.array([0.6, 0.85, 1.0, 0.7], dtype=np.float32)
CORE_HU = np.array([180.0, 290.0, 290.0, 150.0], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Size:
    """One row of clinical.md 1.1 in mm and degrees, with square-on tilt, disc above, SP angle."""

    height: float
    plate_widths: tuple[float, float]  # upper, lower
    plate_depths: tuple[float, float]
    canal: tuple[float, float]  # width, depth
    pedicle: tuple[float, float]  # width, height
    converge_deg: float
    tp_span: float
    sp_length: float
    tilt_deg: float
    disc: float
    sp_down_deg: float
    tp_back_deg: float

    @property
    def wall_y(self) -> float:
        """Posterior wall of the body."""
        return (self.plate_depths[0] + self.plate_depths[1]) / 4.0

    @property
    def canal_y(self) -> float:
        """Centre of the canal."""
        return self.wall_y - 1.0 + self.canal[1] / 2.0

    @property
    def pedicle_x(self) -> float:
        """Pedicle axis at its isthmus."""
        return (self.canal[0] + self.pedicle[0]) / 2.0

    @property
    def pedicle_z(self) -> float:
        """Pedicle axis height."""
        return (self.height - self.pedicle[1]) / 2.0 - 0.6


def _row(*n: float) -> Size:
    return Size(n[0], (n[1], n[3]), (n[2], n[4]), (n[5], n[6]), (n[7], n[8]), *n[9:])


SIZES: dict[str, Size] = {
    "T4": _row(16.2, 24.5, 23.3, 26.0, 24.5, 17.0, 16.2, 4.7, 12.1, 14, 59.2, 51, 16, 4.0, 48, 25),
    "T5": _row(16.2, 24.9, 24.3, 27.0, 25.8, 17.2, 16.4, 4.5, 11.9, 11, 60.9, 52, 11, 4.3, 54, 28),
    "T6": _row(17.4, 26.2, 26.0, 28.2, 26.9, 17.3, 16.3, 5.2, 12.2, 10, 60.1, 53, 5, 4.7, 58, 31),
    "T7": _row(18.2, 27.8, 27.4, 29.1, 28.5, 17.3, 16.3, 5.3, 12.1, 9, 60.3, 53, 0, 5.0, 58, 33),
    "T8": _row(18.7, 29.5, 27.9, 30.5, 29.4, 17.7, 16.2, 5.9, 12.5, 9, 60.0, 52, -5, 5.3, 56, 36),
    "T9": _row(19.3, 30.6, 29.3, 33.0, 31.0, 17.9, 15.9, 6.1, 13.9, 8, 59.4, 51, -10, 5.7, 50, 38),
    "T10": _row(20.2, 31.9, 30.5, 35.4, 31.6, 18.2, 15.5, 6.3, 14.9, 5, 58.4, 49, -13, 6, 40, 41),
}


def frames(rng: np.random.Generator) -> dict[str, Frame]:
    """Each level's frame: T7's centre is the world's origin; yaw and roll a degree or so."""
    axes = {}
    for level, size in SIZES.items():
        yaw, roll = np.radians(rng.normal(0.0, (1.5, 1.2)))  # anatomy.md 2
        axes[level] = _tilted(np.radians(size.tilt_deg)) @ _turned(yaw, roll)
    centres = {"T7": np.zeros(3)}
    names = list(SIZES)
    middle = names.index("T7")
    for n in range(middle, 0, -1):
        centres[names[n - 1]] = centres[names[n]] + _step(axes, names[n - 1], names[n])
    for n in range(middle, len(names) - 1):
        centres[names[n + 1]] = centres[names[n]] - _step(axes, names[n], names[n + 1])
    return {level: Frame(centres[level], axes[level]) for level in names}


def _step(axes: dict[str, FloatArray], upper: str, lower: str) -> FloatArray:
    length = (SIZES[upper].height + SIZES[lower].height) / 2.0 + SIZES[lower].disc
    up = axes[upper][:, 2] + axes[lower][:, 2]
    return np.asarray(up * (length / np.linalg.norm(up)))


def _tilted(angle: float) -> FloatArray:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[1.0, 0.0, 0.0], [0.0, c, -s], [0.0, s, c]])


def _turned(yaw: float, roll: float) -> FloatArray:
    c, s = np.cos(yaw), np.sin(yaw)
    about_z = np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])
    c, s = np.cos(roll), np.sin(roll)
    return np.asarray(about_z @ np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]]))


def tp_tip(size: Size, side: int) -> FloatArray:
    """Where the transverse process ends (centre of its club), local mm; side +1 left, -1 right."""
    root = tp_root(size, side)
    back, rise = np.radians(size.tp_back_deg), np.radians(19.0)
    ahead = np.array(
        [side * np.cos(back) * np.cos(rise), np.sin(back) * np.cos(rise), np.sin(rise)]
    )
    length = (size.tp_span / 2.0 - TP_CLUB_MM[0] - abs(root[0])) / abs(ahead[0])
    return np.asarray(root + length * ahead)


PLATE_DIP_MM = (1.3, 1.6)  # concavity of upper and lower end plate
TP_CLUB_MM = (2.9, 3.4)  # radius above and below
TP_CLUB_HALF_MM = 2.5


def tp_root(size: Size, side: int) -> FloatArray:
    """Where the transverse process springs from the pillar, local mm."""
    return np.array([side * (size.pedicle_x + 2.0), size.wall_y + 12.5, size.pedicle_z + 1.0])


def body(size: Size) -> Solid:
    """The vertebral body: waisted, concave plates, concave posterior wall."""
    lift = size.height / 2.0
    return _barrel(size, 0.0, lift, waist=(0.13, 0.05), dip=PLATE_DIP_MM, material=BODY)


def disc_below(size: Size, gap: float) -> Solid:
    """The disc under a level, of height `gap`, as a soft solid of the same outline."""
    middle = -(size.height + gap) / 2.0
    return _barrel(size, middle, gap / 2.0 + 0.8, waist=(-0.03, -0.03), dip=(0, 0), material=BODY)


def _barrel(
    size: Size, middle: float, half: float, waist: Vector2, dip: Vector2, material: int
) -> Solid:
    def distance(p: Coordinates) -> Field:
        return _barrel_mm(p, size, middle, half, waist, dip)

    reach = np.array([size.plate_widths[1] / 2 + 1.0, size.wall_y + 1.0, half])
    centre = np.array([0.0, 0.0, middle])
    return Solid(distance, centre - reach, centre + reach, material)


Vector2 = tuple[float, float]


def _barrel_mm(
    p: Coordinates, size: Size, middle: float, half: float, waist: Vector2, dip: Vector2
) -> Field:
    x, y, z = p[0], p[1], p[2] - middle
    level = np.clip(z / half, -1.0, 1.0)
    bow = 1.0 - level * level
    upper, lower = size.plate_widths
    half_x = ((upper + lower) + (upper - lower) * level) * 0.25 * (1.0 - waist[0] * bow)
    upper, lower = size.plate_depths
    half_y = ((upper + lower) + (upper - lower) * level) * 0.25 * (1.0 - waist[1] * bow)
    across = np.minimum((x / half_x) ** 2, 1.0)
    hollow = np.where(y > 0.0, 1.8 * (1.0 - across), 0.0)
    side = radial(x, y, half_x, half_y - hollow, 0.35)
    sunk = np.maximum(1.0 - across - (y / half_y) ** 2, 0.0)
    plates = np.where(z > 0.0, z - half + dip[0] * sunk, -z - half + dip[1] * sunk)
    return rounded((side, plates), 1.6)


def canal_mm(p: Coordinates, size: Size) -> Field:
    """Distance to the canal's elliptic cylinder."""
    return radial(p[0], p[1] - size.canal_y, size.canal[0] / 2, size.canal[1] / 2, 0.0)


def posterior(size: Size, bend_mm: float) -> list[Solid]:
    """Everything behind the body; `bend_mm` leans the spinous tip sideways."""
    both = [solid for side in (1, -1) for solid in _one_side(size, side)]
    return [*both, _spinous(size, bend_mm)]


def _one_side(size: Size, s: int) -> list[Solid]:
    x, z, half = size.pedicle_x, size.pedicle_z, size.height / 2.0
    wide, tall = size.pedicle
    behind = size.wall_y + 12.0
    drift = 0.6 * np.sin(np.radians(size.converge_deg))
    ends = (
        (s * (x - 7 * drift), size.wall_y - 7.0, z),
        (s * (x + 8 * drift), size.wall_y + 8.0, z),
    )
    pedicle = capsule(
        ends, (tall / 2, tall / 2), POSTERIOR, flat=((1, 0, 0), tall / wide), flare=0.2
    )
    pillar = capsule(
        ((s * (x + 1.5), behind, z + 3.0), (s * (x + 1.5), behind + 1.5, 1.0 - half)),
        (4.2, 3.6),
        PROCESS,
    )
    sap = capsule(
        ((s * x, behind + 1.0, z), (s * x, behind - 2.5, z + tall / 2 + 6.0)),
        (5.0, 3.2),
        PROCESS,
        flat=((0, 1, 0.26), 1.75),
        blend_mm=1.5,
    )
    iap = capsule(
        ((s * 10.0, behind + 4.5, -2.0), (s * 9.0, behind + 3.2, -half - 6.0)),
        (5.0, 3.2),
        PROCESS,
        flat=((0, 1, 0.26), 1.75),
        blend_mm=1.5,
    )
    return [pedicle, pillar, _lamina(size, s), sap, iap, *_transverse(size, s)]


def _lamina(size: Size, s: int) -> Solid:
    outer = np.array([s * (size.pedicle_x + 1.0), size.wall_y + 13.0, 0.0])
    inner = np.array([0.0, size.canal_y + size.canal[1] / 2 + 3.4, 0.0])
    along = inner - outer
    length = float(np.linalg.norm(along))
    along = along / length
    lean = np.radians(18.0)
    normal = np.array([-along[1], along[0], 0.0]) * -s
    up = np.array([0.0, 0.0, 1.0]) * np.cos(lean) - normal * np.sin(lean)
    axes = np.stack([along, up, np.cross(along, up)], axis=1)
    half_tall = 10.0
    middle = (outer + inner) / 2 + np.array([0, 0, size.pedicle_z - 0.62 * half_tall])
    half = (length / 2 + 1.0, half_tall, 2.6)
    return plate((float(middle[0]), float(middle[1]), float(middle[2])), axes, half, 2.2, POSTERIOR)


def _transverse(size: Size, s: int) -> list[Solid]:
    root, tip = tp_root(size, s), tp_tip(size, s)
    along = (tip - root) / np.linalg.norm(tip - root)
    across = np.cross(along, (0.0, 0.0, 1.0))
    face: Vector = (float(across[0]), float(across[1]), float(across[2]))
    start, end, web = (_vector(p) for p in (root, tip, root + 0.42 * (tip - root)))
    lift = np.array([0.0, 0.0, TP_CLUB_HALF_MM])
    below: Vector = (start[0], start[1], start[2] - 2.5)
    return [
        capsule((below, web), (6.6, 4.6), PROCESS, flat=(face, 1.7)),
        capsule((start, end), (4.6, 3.4), PROCESS, flat=(face, 1.25)),
        capsule((_vector(tip + lift), _vector(tip - lift)), TP_CLUB_MM, PROCESS, blend_mm=3.5),
    ]


def _vector(p: FloatArray) -> Vector:
    return float(p[0]), float(p[1]), float(p[2])


def _spinous(size: Size, bend_mm: float) -> Solid:
    root = np.array([0.0, size.canal_y + size.canal[1] / 2 + 2.5, size.pedicle_z - 7.0])
    length = max(8.0, size.sp_length - size.canal[1] - 7.5)
    down = np.radians(size.sp_down_deg)
    along = np.array([0.0, np.cos(down), -np.sin(down)])
    tip = root + length * along
    distance = partial(_blade_mm, root=root, along=along, length=length, bend_mm=bend_mm)
    low, high = np.minimum(root, tip) - 9.0, np.maximum(root, tip) + 9.0
    return Solid(distance, low, high, POSTERIOR)


def spinous_tip(size: Size) -> FloatArray:
    """The end of the spinous process, local mm."""
    solid = _spinous(size, 0.0)
    return np.array([0.0, solid.high[1] - 9.0, solid.low[2] + 9.0])


def _blade_mm(
    p: Coordinates, root: FloatArray, along: FloatArray, length: float, bend_mm: float
) -> Field:
    y, z = p[1] - np.float32(root[1]), p[2] - np.float32(root[2])
    t = y * np.float32(along[1]) + z * np.float32(along[2])
    h = z * np.float32(along[1]) - y * np.float32(along[2])
    q = np.clip(t / length, 0.0, 1.0)
    # Half thickness 2.9 root, 1.5 middle, 2.5 tip; half height 9 -> 4 (anatomy.md 2).
    thick = 2.9 + q * (-5.2 + 4.8 * q)
    tall = 8.5 - 4.5 * q
    x = p[0] - bend_mm * q * q
    walls = (np.abs(x) - thick, np.abs(h) - tall, np.abs(t - length / 2) - length / 2)
    return rounded(walls, 1.3)


def foramen_mm(p: Coordinates, size: Size) -> Field:
    """Distance to the boxes under a level's pedicles, where its roots leave; bone not removed."""
    width = size.pedicle[0] + 2.0
    x = np.abs(np.abs(p[0]) - size.canal[0] / 2 - width / 2) - width / 2
    y = np.abs(p[1] - size.wall_y - 5.0) - 5.5
    z = np.abs(p[2] - size.pedicle_z + size.pedicle[1] / 2 + 5.0) - 5.0
    return np.asarray(np.maximum(np.maximum(x, y), z))
