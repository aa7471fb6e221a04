"""Solids a bone is put together from, by name; each becomes one row of numbers for the kernels.

Lengths in mm of the bone's own frame. Columns 0-8 of a row: kind, material, blend (negative =
carved out), box low, box high.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.synthetic.bone import REACH_MM, Material
from trainer.anatomy.synthetic.frame_change import Change
from trainer.geometry.pinhole import FloatArray

COLUMNS = 54
LOFT, BODY, CANAL = 0.0, 1.0, 2.0
Three = tuple[float, float, float]
Rows = NDArray[np.float64]


class Solid(Protocol):
    """One part of a bone."""

    def row(self) -> FloatArray:
        """The numbers the kernels read, shape (COLUMNS,)."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Loft:
    """A section, between ellipse and rectangle, that changes along an axis.

    start, end : ends of the axis. across : direction of the section's `widths` (made perpendicular
    to the axis); `heights` lie along axis x across. widths, heights : half sizes at start, middle,
    end. ends : rounding radius of the two ends. square : 0 ellipse .. 1 nearly a rectangle.
    bow : how far the middle is displaced along across and the other way; bend : the end.
    blend : radius of the smooth union; carve : taken away instead of added.
    """

    start: FloatArray
    end: FloatArray
    across: FloatArray
    widths: Three
    heights: Three
    ends: tuple[float, float]
    material: Material = Material.PROCESS
    square: float = 0.0
    bow: tuple[float, float] = (0.0, 0.0)
    bend: tuple[float, float] = (0.0, 0.0)
    blend: float = 2.0
    carve: bool = False

    def axes(self) -> tuple[FloatArray, FloatArray, FloatArray, float]:
        """Unit axis, width direction, height direction, and the axis' length."""
        along = np.asarray(self.end, float) - self.start
        length = float(np.linalg.norm(along))
        along = along / length
        u = np.asarray(self.across, float) - np.dot(self.across, along) * along
        u = u / np.linalg.norm(u)
        return along, u, np.cross(along, u), length

    def grown(self, by_mm: float) -> Loft:
        """The same solid, larger by `by_mm` all round, as a hole."""
        along = self.axes()[0]
        a, b, c = self.widths
        d, e, f = self.heights
        return replace(
            self,
            start=self.start - by_mm * along,
            end=self.end + by_mm * along,
            widths=(a + by_mm, b + by_mm, c + by_mm),
            heights=(d + by_mm, e + by_mm, f + by_mm),
            ends=(self.ends[0] + by_mm, self.ends[1] + by_mm),
            blend=0.4,
            carve=True,
        )

    def moved(self, place: Change) -> Loft:
        """The same solid in another frame."""
        return replace(
            self,
            start=place.point(self.start),
            end=place.point(self.end),
            across=place.direction(self.across),
        )

    def row(self) -> FloatArray:
        """See `Solid`."""
        along, u, v, length = self.axes()
        row = np.zeros(COLUMNS)
        row[0], row[1], row[2] = LOFT, self.material, -self.blend if self.carve else self.blend
        row[3:6], row[6:9] = self._box(along, u, v, length)
        row[9:12], row[12:15], row[15] = self.start, along, length
        row[16:19], row[19:22] = u, v
        row[22:25], row[25:28] = _quadratic(self.widths), _quadratic(self.heights)
        row[28:30], row[30:32], row[32:34] = self.ends, self.bow, self.bend
        row[34] = self.square
        return row

    def _box(
        self, along: FloatArray, u: FloatArray, v: FloatArray, length: float
    ) -> tuple[FloatArray, FloatArray]:
        aside = np.abs(self.bow) + np.abs(self.bend)
        half = (max(self.widths) + aside[0], max(self.heights) + aside[1], length / 2.0)
        reach = np.abs(u) * half[0] + np.abs(v) * half[1] + np.abs(along) * half[2]
        reach = reach + REACH_MM + self.blend
        middle = self.start + along * (length / 2.0)
        return middle - reach, middle + reach


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """A vertebral body about the origin.

    heights : posterior, anterior. widths, depths : upper, lower plate. waist : share by which the
    middle is narrower, sideways and front to back. hollow : concavity of the posterior wall.
    dips : concavity of upper and lower plate. lips : 11 numbers of upper and lower osteophytes:
    mean, then cosine and sine of five harmonics. warps : of upper and lower plate, mm at the rim:
    higher at the sides than in front, twisted, higher on the left.
    """

    heights: tuple[float, float]
    widths: tuple[float, float]
    depths: tuple[float, float]
    waist: tuple[float, float]
    hollow: float
    dips: tuple[float, float]
    rounding: float = 1.2
    square: float = 0.3
    steepness: float = 1.9
    lips: tuple[FloatArray, FloatArray] = field(default_factory=lambda: (np.zeros(11),) * 2)
    warps: tuple[Three, Three] = ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0))

    def row(self) -> FloatArray:
        """See `Solid`."""
        row = np.zeros(COLUMNS)
        row[0], row[1], row[2] = BODY, Material.BODY_WALL, 2.2
        (back, front), (wu, wl), (du, dl) = self.heights, self.widths, self.depths
        depth = (du + dl) / 2.0
        most = np.array([max(wu, wl) / 2.0, max(du, dl) / 2.0, max(back, front) / 2.0])
        reach = most + REACH_MM + 3.0
        row[3:6], row[6:9] = -reach, reach
        row[9], row[10] = (back + front) / 4.0, (back - front) / 2.0 / depth
        row[11], row[12] = (wu + wl) / 4.0, (wu - wl) / 4.0
        row[13], row[14] = (du + dl) / 4.0, (du - dl) / 4.0
        row[15:17], row[17], row[18] = self.waist, depth / 2.0, self.hollow
        row[19:21], row[21], row[22] = self.dips, self.rounding, self.square
        row[23], row[24:35], row[36:47] = self.steepness, self.lips[0], self.lips[1]
        row[47:50], row[50:53] = self.warps
        return row


@dataclass(frozen=True, slots=True, eq=False)
class Canal:
    """The vertebral canal, carved from everything behind `front_y`."""

    centre_y: float
    half_width: float
    half_depth: float
    front_y: float

    def row(self) -> FloatArray:
        """See `Solid`."""
        row = np.zeros(COLUMNS)
        row[0], row[1], row[2] = CANAL, 0.0, -0.8
        reach = np.array([self.half_width, self.half_depth, 60.0]) + REACH_MM
        middle = np.array([0.0, self.centre_y, 0.0])
        row[3:6], row[6:9] = middle - reach, middle + reach
        row[9:13] = self.centre_y, self.half_width, self.half_depth, self.front_y
        return row


def rows_of(solids: tuple[Solid, ...]) -> Rows:
    """All solids' rows, in order, shape (n, COLUMNS)."""
    rows = np.array([solid.row() for solid in solids])
    rows.setflags(write=False)
    return rows


def _quadratic(values: Three) -> Three:
    """Coefficients of the parabola through values at 0, 1/2, 1."""
    a, b, c = values
    return a, -3.0 * a + 4.0 * b - c, 2.0 * a - 4.0 * b + 2.0 * c
