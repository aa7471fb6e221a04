"""A slice as people see it: grey, with what runs through it drawn over."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import Patient
from trainer.geometry.pinhole import FloatArray
from trainer.imaging._cv import draw_line, draw_spot
from trainer.imaging.overlays import (
    SLAB_MM,
    Ellipsoid,
    Overlay,
    Shaft,
    ellipsoid_overlay,
    line_overlays,
    shaft_overlays,
    structure_overlays,
)
from trainer.imaging.slices import SlicePlane, hounsfield_slice, windowed
from trainer.imaging.styles import DRAWN, TISSUE_OF_STYLE, Pattern, Style

# Bone and muscle both told apart (design values; OHIF's bone preset is 480/2500, which greys out
# muscle altogether).
BONE_WINDOW_HU = (300.0, 1500.0)
# Lengths drawn and left out in turn, pixels (design values).
DASHES: Mapping[Pattern, tuple[float, ...]] = MappingProxyType(
    {
        Pattern.RINGS: (7.0, 2.0, 2.0, 2.0),
        Pattern.SHORT_BANDS: (4.0, 3.0),
        Pattern.LONG_BANDS: (10.0, 3.0),
        Pattern.DOTS: (1.5, 3.0),
        Pattern.LINES: (14.0, 3.0, 3.0, 3.0, 3.0, 3.0),
        Pattern.HATCH: (3.0, 3.0),
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """What is drawn over slices beside the patient's own lines."""

    target_world_mm: FloatArray | None = None
    shafts: tuple[Shaft, ...] = ()
    lesions: tuple[Ellipsoid, ...] = ()


def slice_picture(
    patient: Patient,
    plane: SlicePlane,
    window_hu: tuple[float, float] = BONE_WINDOW_HU,
    marks: Marks | None = None,
    hidden: Set[Style] = frozenset(),
) -> NDArray[np.uint8]:
    """A slice with its overlays; uint8 RGB, shape (rows, columns, 3). hidden : left out."""
    grey = windowed(hounsfield_slice(patient, plane), *window_hu)
    rgb = np.repeat(grey[:, :, None], 3, axis=2)
    for overlay in overlays_of(patient, plane, marks or Marks(), hidden):
        drawn = DRAWN[overlay.style]
        dashes = DASHES.get(drawn.pattern, ()) if overlay.style is not Style.NEEDLE else ()
        width = 1 if overlay.closed else 2
        draw_line(rgb, overlay.pixels, drawn.rgb, width, dashes, closed=overlay.closed)
    target = None if marks is None else marks.target_world_mm
    if target is not None and Style.TARGET not in hidden:
        near = abs(float(plane.depth_mm_of(target))) <= SLAB_MM / 2.0
        draw_spot(rgb, plane.pixel_of(target), 6.0, DRAWN[Style.TARGET].rgb, whole=near)
    return rgb


def overlays_of(
    patient: Patient, plane: SlicePlane, marks: Marks, hidden: Set[Style]
) -> tuple[Overlay, ...]:
    """All lines over a slice, those that matter most last."""
    outlined = tuple(style for style in TISSUE_OF_STYLE if style not in hidden)
    structures = () if patient.labels is None else structure_overlays(
        patient.labels, plane, outlined
    )  # fmt: skip
    eggs = (ellipsoid_overlay(egg, plane) for egg in marks.lesions)
    lines = (
        *structures,
        *(egg for egg in eggs if egg is not None),
        *reversed(line_overlays(patient, plane)),
        *(line for shaft in marks.shafts for line in shaft_overlays(shaft, plane, SLAB_MM)),
    )
    return tuple(line for line in lines if line.style not in hidden)
