"""One CT slice as the series sees it, and what is wrong with it alone. Pure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.dicom.allowlist import FileFacts
from trainer.dicom.hounsfield import rescale_problem
from trainer.dicom.pixel_facts import pixel_problems

# reliability.md 5.3: what a CT's pixels may measure.
LEAST_SPACING_MM, MOST_SPACING_MM = 0.1, 5.0
_ORTHONORMAL = 1e-4  # reliability.md 5.3, on the dot product; lengths get ten times that


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice and the name by which a person finds it; the name is shown, never stored."""

    name: str
    facts: FileFacts

    @property
    def position_mm(self) -> tuple[float, ...] | None:
        """Centre of the first pixel in LPS, mm."""
        return self.facts.vector("ImagePositionPatient")

    @property
    def orientation(self) -> tuple[float, ...] | None:
        """Directions of rows and columns, six numbers."""
        return self.facts.vector("ImageOrientationPatient")

    @property
    def spacing_mm(self) -> tuple[float, ...] | None:
        """Between rows, between columns."""
        return self.facts.vector("PixelSpacing")

    @property
    def size(self) -> tuple[int, int]:
        """Rows, columns."""
        return int(self.facts.number("Rows") or 0), int(self.facts.number("Columns") or 0)


def slice_problems(one: Slice) -> tuple[str, ...]:
    """Every reason why a slice cannot be part of a volume; empty where it can."""
    facts = one.facts
    found: list[str | None] = list(pixel_problems(facts))
    if facts.frames > 1:
        found.append(f"it holds {facts.frames} frames, only single slices are read")
    found += [_position(one), _orientation(one), _spacing(one)]
    found.append(rescale_problem(facts.number("RescaleSlope"), facts.number("RescaleIntercept")))
    return tuple(problem for problem in found if problem)


def _position(one: Slice) -> str | None:
    return _lacks(one, "ImagePositionPatient", "image position (0020,0032)")


def _orientation(one: Slice) -> str | None:
    missing = _lacks(one, "ImageOrientationPatient", "image orientation (0020,0037)")
    if missing or one.orientation is None:
        return missing
    row, column = np.reshape(one.orientation, (2, 3))
    lengths = np.array([np.linalg.norm(row), np.linalg.norm(column)])
    if abs(float(row @ column)) > _ORTHONORMAL or np.abs(lengths - 1.0).max() > 10 * _ORTHONORMAL:
        return "image orientation (0020,0037) is not two unit vectors at a right angle"
    return None


def _spacing(one: Slice) -> str | None:
    missing = _lacks(one, "PixelSpacing", "pixel spacing (0028,0030)")
    if missing or one.spacing_mm is None:
        return missing
    if not all(LEAST_SPACING_MM <= edge <= MOST_SPACING_MM for edge in one.spacing_mm):
        edges = " x ".join(f"{edge:g}" for edge in one.spacing_mm)
        return (
            f"pixel spacing (0028,0030) {edges} mm is outside "
            f"{LEAST_SPACING_MM:g} to {MOST_SPACING_MM:g} mm"
        )
    return None


def _lacks(one: Slice, keyword: str, name: str) -> str | None:
    if keyword in one.facts.unreadable:
        return f"{name} is not readable"
    return None if one.facts.vector(keyword) else f"{name} is missing"
