"""Where a lesion lies in the patient: its ellipsoids, what the heat came near, what it covers.

The lesion's table gives radius, distal and proximal reach round a straight electrode; here they
become an ellipsoid of revolution with the same width and ends. The volume between the table's own
outline and that ellipsoid is stated in docs/physics/lesion.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from trainer.attempt.body import Body
from trainer.geometry.pinhole import FloatArray
from trainer.needle.distance import DistanceField
from trainer.therapy.lesion_shape import Extent
from trainer.therapy.nearness import NerveKind, NerveLine

OUTLINE_POINTS = 181
RING_POINTS = 24
OUTLINE_ERROR_MM = 0.5  # more than an outline of so many points errs at any lesion's size


@dataclass(frozen=True, slots=True, eq=False)
class Ellipsoid:
    """Of revolution about an axis; across_mm 0 where there is none."""

    centre_mm: FloatArray
    axis: FloatArray
    across_mm: float
    along_mm: float

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was reached."""
        return self.across_mm <= 0.0 or self.along_mm <= 0.0

    def holds(self, points_mm: FloatArray) -> FloatArray:
        """1.0 for points (n, 3) inside, 0.0 for others."""
        if self.is_nothing:
            return np.zeros(len(points_mm))
        out, along = self._turned(points_mm)
        inside = (out / self.across_mm) ** 2 + (along / self.along_mm) ** 2 <= 1.0
        return np.asarray(inside, dtype=np.float64)

    def gap_mm(self, points_mm: FloatArray) -> FloatArray:
        """Signed distance of points (n, 3) to the surface, negative inside; inf where no lesion.

        The nearest point of a surface of revolution lies in the point's own meridian: two
        dimensions are enough.
        """
        if self.is_nothing:
            return np.full(len(points_mm), np.inf)
        out, along = self._turned(points_mm)
        turn = np.linspace(0.0, np.pi, OUTLINE_POINTS)
        rim_out, rim_along = self.across_mm * np.sin(turn), self.along_mm * np.cos(turn)
        away = np.hypot(out[:, None] - rim_out, along[:, None] - rim_along).min(axis=1)
        return np.asarray(np.where(self.holds(points_mm) > 0.0, -away, away))

    def surface_mm(self) -> FloatArray:
        """Points on the surface, the middle and halfway; shape (n, 3)."""
        side = np.cross(self.axis, np.eye(3)[int(np.abs(self.axis).argmin())])
        side /= np.linalg.norm(side)
        other = np.cross(self.axis, side)
        turn = np.linspace(0.0, np.pi, 25)
        round_ = np.linspace(0.0, 2.0 * np.pi, RING_POINTS, endpoint=False)
        ring = np.outer(np.cos(round_), side) + np.outer(np.sin(round_), other)
        out = np.multiply.outer(self.across_mm * np.sin(turn), ring)
        along = np.multiply.outer(self.along_mm * np.cos(turn), self.axis)[:, None, :]
        shell = (out + along).reshape(-1, 3)
        parts = [self.centre_mm + share * shell for share in (1.0, 0.66, 0.33)]
        return np.concatenate([self.centre_mm[None, :], *parts])

    def _turned(self, points_mm: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Distance from the axis and place along it."""
        away = points_mm - self.centre_mm
        along = away @ self.axis
        return np.linalg.norm(away - np.multiply.outer(along, self.axis), axis=1), along


def ellipsoid_of(extent: Extent, tip_mm: FloatArray, axis: FloatArray) -> Ellipsoid:
    """The ellipsoid of a reach round a tip; axis : unit vector from hub to tip."""
    centre = tip_mm + axis * ((extent.distal_mm - extent.proximal_mm) / 2.0)
    return Ellipsoid(centre, axis, extent.radius_mm, extent.length_mm / 2.0)


def field_gap_mm(warm: Ellipsoid, field: DistanceField) -> float:
    """Least signed distance between an ellipsoid and a structure; inf where no lesion."""
    return float("inf") if warm.is_nothing else float(field.at(warm.surface_mm()).min())


def skin_gap_mm(warm: Ellipsoid, skin: DistanceField) -> float:
    """How far under the skin an ellipsoid stays; negative where it comes out."""
    return float("inf") if warm.is_nothing else float(-skin.at(warm.surface_mm()).max())


def nerve_gap_mm(warm: Ellipsoid, nerves: Iterable[NerveLine]) -> float | None:
    """Least distance to the surface of any of some nerves; None where there are none.

    No point is nearer to the surface than its distance from the centre less the longest semi-axis:
    nerves that cannot be the nearest by that are not measured.
    """
    lines = list(nerves)
    if not lines or warm.is_nothing:
        return float("inf") if lines else None
    longest_mm = max(warm.across_mm, warm.along_mm) + OUTLINE_ERROR_MM
    apart = [
        float(np.linalg.norm(one.points_world_mm - warm.centre_mm, axis=1).min()) for one in lines
    ]
    least = sorted(
        (away - longest_mm - one.radius_mm, n)
        for n, (away, one) in enumerate(zip(apart, lines, strict=True))
    )
    best = float("inf")
    for bound, n in least:
        if bound > best:
            break
        gap_mm = float(warm.gap_mm(lines[n].points_world_mm).min()) - lines[n].radius_mm
        best = min(best, gap_mm)
    return best


def clearances_mm(
    warm: Ellipsoid,
    hazards: Iterable[tuple[str, DistanceField]],
    body: Body,
    skin: DistanceField,
) -> Iterator[tuple[str, float]]:
    """(structure, mm) of the header's hazards, of rami and roots, and of the skin."""
    named = dict(hazards)
    for name, field in {**named, **body.structures}.items():
        yield name, field_gap_mm(warm, field)
    for kind in (NerveKind.VENTRAL_RAMUS, NerveKind.NERVE_ROOT):
        gap_mm = nerve_gap_mm(warm, body.of_kind(kind))
        if gap_mm is not None:
            yield kind.value, gap_mm
    yield "skin", skin_gap_mm(warm, skin)


def covered(dead: Ellipsoid, body: Body) -> Iterator[tuple[str, float]]:
    """(nerve, share of its stretch inside), the best of its conventions; targets always."""
    for name, stretches in body.stretches.items():
        share = max((float(dead.holds(points).mean()) for points in stretches), default=0.0)
        if share > 0.0 or name in body.targets:
            yield name, share
