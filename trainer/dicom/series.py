"""Slices to a regular grid: what order, what spacing, and everything that forbids it. Pure.

Order and spacing come from Image Position and Image Orientation alone: never from instance
numbers, file names or Slice Thickness (reliability.md 5.5).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from trainer.dicom.findings import count
from trainer.dicom.slice_facts import Slice
from trainer.geometry.pinhole import FloatArray

# reliability.md 5.5.
FEWEST_SLICES = 20
WIDEST_GAP_MM = 5.0
COARSE_GAP_MM = 3.0
SAME_PLACE_MM = 0.01
IRREGULAR_SHARE = 0.01
STEEPEST_SHEAR_DEG = 0.5
MOST_SIDESTEP_MM = 0.1  # design value: a seventh of a usual pixel
_LISTED = 10


@dataclass(frozen=True, slots=True, eq=False)
class SeriesPlan:
    """How slices become a volume.

    places : one tuple of slice indices per position, in the order of the normal; more than one
        index means duplicates, which must have the same pixels.
    world_from_index : shape (4, 4), for (column, row, place).
    problems : what forbids the import; notes : what a person should know.
    """

    places: tuple[tuple[int, ...], ...]
    world_from_index: FloatArray
    problems: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def spacing_mm(self) -> tuple[float, float, float]:
        """Between columns, rows and places."""
        i, j, k = np.linalg.norm(self.world_from_index[:3, :3], axis=0)
        return float(i), float(j), float(k)


_PIXEL_FORMAT = ("BitsAllocated", "BitsStored", "PixelRepresentation")
_Key = Callable[[Slice], object]
# What all slices of a volume share, and how it is shown where they do not.
_SHARED: Mapping[str, _Key] = {
    "image orientations": lambda one: _rounded(one.orientation, 4),
    "pixel spacings (mm)": lambda one: _rounded(one.spacing_mm, 4),
    "sizes (rows, columns)": lambda one: one.size,
    "rescale slopes": lambda one: one.facts.number("RescaleSlope"),
    "rescale intercepts": lambda one: one.facts.number("RescaleIntercept"),
    "tube voltages (kV)": lambda one: one.facts.number("KVP"),
    "photometric interpretations": lambda one: one.facts.word("PhotometricInterpretation"),
    "pixel formats (bits allocated, bits stored, signed)": lambda one: tuple(
        one.facts.number(word) for word in _PIXEL_FORMAT
    ),
}
_SHARED_TOKENS = {"ConvolutionKernel": "reconstruction kernels", "SeriesInstanceUID": "series"}


def mixture_problems(slices: Sequence[Slice]) -> tuple[str, ...]:
    """One sentence for each thing that should be one and is several."""
    found = []
    for name, key in _SHARED.items():
        kinds = Counter(str(key(one)) for one in slices)
        if len(kinds) > 1:
            listed = "; ".join(
                f"{kind} in {count(n, 'slice')}" for kind, n in kinds.most_common(_LISTED)
            )
            found.append(f"{len(kinds)} {name}: {listed}")
    for keyword, name in _SHARED_TOKENS.items():
        kinds = Counter(one.facts.tokens.get(keyword, "") for one in slices)
        if len(kinds) > 1:
            counts = ", ".join(str(n) for _, n in kinds.most_common(_LISTED))
            found.append(f"{len(kinds)} {name}, in {counts} slices")
    return tuple(found)


def planned(slices: Sequence[Slice]) -> SeriesPlan:
    """The plan of slices that share orientation and spacing and each have a position."""
    row, column, normal = _axes(slices[0])
    points = np.array([one.position_mm for one in slices], dtype=np.float64)
    heights = points @ normal
    lateral = points - np.outer(heights, normal)
    places = _places(heights)
    centres = np.array([heights[list(place)].mean() for place in places])
    step_mm = float(centres[-1] - centres[0]) / max(1, len(places) - 1) or 1.0
    rows_mm, columns_mm = slices[0].spacing_mm or (1.0, 1.0)
    matrix = np.eye(4)
    matrix[:3, :3] = np.stack([row * columns_mm, column * rows_mm, normal * step_mm], axis=1)
    matrix[:3, 3] = centres[0] * normal + lateral.mean(axis=0)
    problems, notes = _sideways(lateral, heights)
    names = [slices[place[0]].name for place in places]
    problems = (*_count(len(places)), *_gaps(centres, names), *problems)
    return SeriesPlan(places, matrix, problems, (*_coarse(step_mm), *notes))


def _axes(one: Slice) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Row, column and normal directions, exactly orthonormal."""
    row, column = np.reshape(np.array(one.orientation, dtype=np.float64), (2, 3))
    row = row / np.linalg.norm(row)
    column = column - (column @ row) * row
    column = column / np.linalg.norm(column)
    return row, column, np.cross(row, column)


def _places(heights: FloatArray) -> tuple[tuple[int, ...], ...]:
    """Slice indices in the order of their height, those at one height together."""
    places: list[list[int]] = []
    for index in np.argsort(heights, kind="stable"):
        if places and heights[index] - heights[places[-1][0]] <= SAME_PLACE_MM:
            places[-1].append(int(index))
        else:
            places.append([int(index)])
    return tuple(tuple(place) for place in places)


def _count(places: int) -> tuple[str, ...]:
    if places >= FEWEST_SLICES:
        return ()
    return (f"{count(places, 'slice')} cannot hold a spine (at least {FEWEST_SLICES})",)


def _gaps(centres: FloatArray, names: Sequence[str]) -> tuple[str, ...]:
    """Missing and irregular slices, with the two files and the distance."""
    gaps = np.diff(centres)
    if gaps.size == 0:
        return ()
    usual = float(np.median(gaps))
    found = []
    if usual > WIDEST_GAP_MM * (1.0 + 1e-6):
        found.append(f"slices are {usual:.2f} mm apart, more than {WIDEST_GAP_MM:g} mm")
    odd = np.flatnonzero(np.abs(gaps - usual) > max(SAME_PLACE_MM, IRREGULAR_SHARE * usual))
    found += [_gap(float(gaps[at]), usual, names[at], names[at + 1]) for at in odd[:_LISTED]]
    if odd.size > _LISTED:
        found.append(f"and {odd.size - _LISTED} more uneven gaps")
    return tuple(found)


def _gap(gap: float, usual: float, before: str, after: str) -> str:
    missing = round(gap / usual) - 1
    whole = abs(gap - (missing + 1) * usual) <= max(SAME_PLACE_MM, IRREGULAR_SHARE * gap)
    measured = f"{usual:.2f} mm expected, {gap:.2f} mm found"
    if missing >= 1 and whole:
        count = "a slice is" if missing == 1 else f"{missing} slices are"
        return f"{count} missing between '{before}' and '{after}' ({measured})"
    return f"uneven distance between '{before}' and '{after}' ({measured})"


def _sideways(lateral: FloatArray, heights: FloatArray) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Gantry tilt and shifted slices: what does not stand straight above the first slice.

    lateral : shape (n, 3), the positions without their part along the normal.
    Returns problems and notes.
    """
    rise = heights - heights.mean()
    spread = float(rise @ rise)
    if spread <= 0.0:
        return (), ()
    middle = lateral.mean(axis=0)
    lean = rise @ (lateral - middle) / spread
    degrees = float(np.degrees(np.arctan(np.linalg.norm(lean))))
    if degrees > STEEPEST_SHEAR_DEG:
        limit = f"at most {STEEPEST_SHEAR_DEG:g}"
        return (f"the slices are sheared by {degrees:.1f} degrees ({limit}): gantry tilt",), ()
    beside = float(np.linalg.norm(lateral - middle - np.outer(rise, lean), axis=1).max())
    if beside > MOST_SIDESTEP_MM:
        return (f"slices are shifted sideways against one another by {beside:.1f} mm",), ()
    drift = float(np.linalg.norm(lean) * np.ptp(heights))
    if drift > MOST_SIDESTEP_MM:
        return (), (f"a sideways drift of {drift:.1f} mm over the whole scan was ignored",)
    return (), ()


def _coarse(step_mm: float) -> tuple[str, ...]:
    if step_mm <= COARSE_GAP_MM:
        return ()
    return (f"slices are {step_mm:.2f} mm apart: coarse for facet work (up to {COARSE_GAP_MM:g})",)


def _rounded(values: tuple[float, ...] | None, digits: int) -> object:
    return None if values is None else tuple(round(value, digits) + 0.0 for value in values)
