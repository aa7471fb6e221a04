"""What lies over a slice, as lines in its pixels: nerves, vessels, needle, lesion, structures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from trainer.anatomy.patient import LabelVolume, Nerve, Patient, Strand
from trainer.geometry.pinhole import FloatArray
from trainer.imaging._cv import outlines
from trainer.imaging.slices import SlicePlane, tissue_share
from trainer.imaging.styles import STYLE_OF_STRAND, TISSUE_OF_STYLE, Style

SLAB_MM = 4.0  # so thick a slice's lines are gathered from (design value)
_ELLIPSE_STEPS = 72


@dataclass(frozen=True, slots=True, eq=False)
class Overlay:
    """A line over a slice.

    pixels : shape (n, 2), (column, row). closed : it ends where it began. depth_mm : how far its
    middle lies behind the plane.
    """

    style: Style
    name: str
    pixels: FloatArray
    closed: bool = False
    depth_mm: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Ellipsoid:
    """A lesion: middle, unit axes as columns, half lengths along them."""

    centre_world_mm: FloatArray
    axes: FloatArray
    semi_axes_mm: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Shaft:
    """A needle as it lies: shape (n, 3), from the hub to the tip."""

    points_world_mm: FloatArray
    radius_mm: float = 0.5


def line_overlays(
    patient: Patient, plane: SlicePlane, thickness_mm: float = SLAB_MM
) -> tuple[Overlay, ...]:
    """Medial branches and strands inside a slab about the plane."""
    lines: tuple[Nerve | Strand, ...] = (*patient.nerves, *patient.strands)
    return tuple(
        Overlay(style_of(line), f"{line.name} {line.side}", pixels, depth_mm=depth)
        for line in lines
        for pixels, depth in in_slab(line.points_world_mm, plane, thickness_mm)
    )


def style_of(line: Nerve | Strand) -> Style:
    """How a nerve or a strand is drawn."""
    return Style.NERVE if isinstance(line, Nerve) else STYLE_OF_STRAND[line.kind]


def in_slab(
    points_world_mm: FloatArray, plane: SlicePlane, thickness_mm: float
) -> Iterator[tuple[FloatArray, float]]:
    """The parts of a polyline within half the thickness of the plane.

    Yields pixels, shape (n, 2), cut exactly at the slab's faces, and their mean depth in mm.
    """
    depth = plane.depth_mm_of(points_world_mm)
    half = thickness_mm / 2.0
    run: list[FloatArray] = []
    for n in range(len(points_world_mm) - 1):
        piece = _clipped(depth[n], depth[n + 1], half)
        if piece is None:
            continue
        ends = [points_world_mm[n] + t * (points_world_mm[n + 1] - points_world_mm[n])
                for t in piece]  # fmt: skip
        run = [*run, ends[1]] if run else ends
        if piece[1] < 1.0 or n == len(points_world_mm) - 2:
            yield _placed(run, plane)
            run = []
    if run:
        yield _placed(run, plane)


def _clipped(start: float, end: float, half: float) -> tuple[float, float] | None:
    """The part 0..1 of a segment whose depth goes from start to end, within +-half."""
    if abs(end - start) < 1e-12:
        return (0.0, 1.0) if abs(start) <= half else None
    one, two = sorted(((-half - start) / (end - start), (half - start) / (end - start)))
    first, last = max(0.0, one), min(1.0, two)
    return (first, last) if first < last else None


def _placed(run: list[FloatArray], plane: SlicePlane) -> tuple[FloatArray, float]:
    points = np.array(run)
    return plane.pixel_of(points), float(plane.depth_mm_of(points).mean())


def structure_overlays(
    labels: LabelVolume, plane: SlicePlane, styles: tuple[Style, ...]
) -> tuple[Overlay, ...]:
    """Outlines of danger structures where the plane cuts them, half-way between voxel centres."""
    return tuple(
        Overlay(style, style.value, pixels, closed=True)
        for style in styles
        for pixels in outlines(tissue_share(labels, TISSUE_OF_STYLE[style], plane))
    )


def shaft_overlays(shaft: Shaft, plane: SlicePlane, thickness_mm: float) -> tuple[Overlay, ...]:
    """A needle's part inside a slab."""
    pieces = in_slab(shaft.points_world_mm, plane, thickness_mm)
    return tuple(Overlay(Style.NEEDLE, "needle", pixels, depth_mm=d) for pixels, d in pieces)


def ellipsoid_overlay(ellipsoid: Ellipsoid, plane: SlicePlane) -> Overlay | None:
    """A lesion's outline in the plane, exactly; None where the plane misses it."""
    # x = plane point; |S^-1 A^T (x - c)| = 1 is a conic in the plane's own millimetres.
    to_unit = (ellipsoid.axes / ellipsoid.semi_axes_mm).T
    steps = np.stack([plane.along_world_mm, plane.down_world_mm], axis=1)
    B = to_unit @ steps
    offset = to_unit @ (plane.pixel00_world_mm - ellipsoid.centre_world_mm)
    middle = -np.linalg.solve(B.T @ B, B.T @ offset)
    rest = 1.0 - float(np.sum(np.square(offset + B @ middle)))
    if rest <= 0.0:
        return None
    turn = np.linspace(0.0, 2.0 * np.pi, _ELLIPSE_STEPS, endpoint=False)
    circle = np.stack([np.cos(turn), np.sin(turn)])
    shape = np.linalg.inv(np.linalg.cholesky(B.T @ B)).T * np.sqrt(rest)
    return Overlay(Style.LESION, "lesion", middle + (shape @ circle).T, closed=True)
