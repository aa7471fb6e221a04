"""What the 3D view holds: bone and danger structures round a point, tubes, needles, lesions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import Nerve, Patient, Strand, Tissue
from trainer.geometry.pinhole import FloatArray
from trainer.imaging.overlays import Ellipsoid, Shaft, style_of
from trainer.imaging.slices import hounsfield_slice, tissue_share
from trainer.imaging.solid_field import SolidField, cube_field, empty_field
from trainer.imaging.styles import Style

# Design values: a vertebra, its neighbours and the ribs beside it; the spine's own voxels.
RADIUS_MM, BONE_SPACING_MM, VEIL_SPACING_MM = 42.0, 0.7, 1.4
# Between muscle (60) and a thin cortex blurred by the voxels (design value, judged by eye).
BONE_SURFACE_HU = 280.0
COUNTS_PER_HU = 0.25
MEDIAL_BRANCH_RADIUS_MM = 0.8  # drawn thicker than the nerve is, to be seen [X]
SEGMENT_MM = 1.5
STYLES = tuple(Style)  # a style's number in pictures and kernels: its place here; bone is 0


@dataclass(frozen=True, slots=True, eq=False)
class Tubes:
    """Straight pieces of round tubes.

    start_world_mm, end_world_mm : shape (n, 3). radius_mm, arc_mm (where a piece begins on its
    line) : shape (n,). style : places in `STYLES`, shape (n,).
    """

    start_world_mm: FloatArray
    end_world_mm: FloatArray
    radius_mm: FloatArray
    arc_mm: FloatArray
    style: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class SolidScene:
    """One region to look at from all sides. target_world_mm : None where nothing is aimed at."""

    centre_world_mm: FloatArray
    radius_mm: float
    bone: SolidField
    pleura: SolidField
    canal: SolidField
    tubes: Tubes
    lesions: tuple[Ellipsoid, ...] = ()
    target_world_mm: FloatArray | None = None


def solid_scene(
    patient: Patient,
    centre_world_mm: FloatArray,
    radius_mm: float = RADIUS_MM,
    *,
    shafts: Iterable[Shaft] = (),
    lesions: tuple[Ellipsoid, ...] = (),
    target_world_mm: FloatArray | None = None,
) -> SolidScene:
    """A region of a patient with volumes; takes half a second. Raises ValueError without labels."""
    if patient.labels is None:
        raise ValueError("a patient without labels has no inside to look at")
    centre = np.asarray(centre_world_mm, np.float64)
    bone = cube_field(
        partial(hounsfield_slice, patient), centre, radius_mm, BONE_SPACING_MM,
        COUNTS_PER_HU, BONE_SURFACE_HU,
    )  # fmt: skip
    pleura, canal = (
        cube_field(
            partial(tissue_share, patient.labels, tissue), centre, radius_mm, VEIL_SPACING_MM,
            254.0, 0.5,
        )
        for tissue in (Tissue.LUNG, Tissue.CANAL)
    )  # fmt: skip
    tubes = joined((lines_as_tubes(patient, centre, radius_mm), shafts_as_tubes(shafts)))
    return SolidScene(centre, radius_mm, bone, pleura, canal, tubes, lesions, target_world_mm)


def bare_scene(bone: SolidField, centre_world_mm: FloatArray, radius_mm: float) -> SolidScene:
    """Nothing but one body."""
    nothing = empty_field()
    return SolidScene(np.asarray(centre_world_mm), radius_mm, bone, nothing, nothing, joined(()))


def lines_as_tubes(patient: Patient, centre_world_mm: FloatArray, radius_mm: float) -> Tubes:
    """Medial branches and strands, as far as they run within a sphere."""
    made = []
    lines: tuple[Nerve | Strand, ...] = (*patient.nerves, *patient.strands)
    for line in lines:
        radius = line.radius_mm if isinstance(line, Strand) else MEDIAL_BRANCH_RADIUS_MM
        tubes = as_tubes(line.points_world_mm, radius, style_of(line))
        middle = (tubes.start_world_mm + tubes.end_world_mm) / 2.0
        made.append(_kept(tubes, np.linalg.norm(middle - centre_world_mm, axis=1) < radius_mm))
    return joined(made)


def shafts_as_tubes(shafts: Iterable[Shaft]) -> Tubes:
    """Needles; their rings count from the tip."""
    return joined(
        [as_tubes(shaft.points_world_mm[::-1], shaft.radius_mm, Style.NEEDLE) for shaft in shafts]
    )


def as_tubes(points_world_mm: FloatArray, radius_mm: float, style: Style) -> Tubes:
    """A polyline as a tube, in pieces of about `SEGMENT_MM`."""
    steps = np.linalg.norm(np.diff(points_world_mm, axis=0), axis=1)
    arc = np.concatenate([[0.0], np.cumsum(steps)])
    count = max(1, round(arc[-1] / SEGMENT_MM))
    at = np.linspace(0.0, arc[-1], count + 1)
    points = np.stack([np.interp(at, arc, points_world_mm[:, axis]) for axis in range(3)], axis=1)
    radius = np.full(count, radius_mm)
    number = np.full(count, STYLES.index(style), np.int64)
    return Tubes(points[:-1], points[1:], radius, at[:-1], number)


def joined(parts: Iterable[Tubes]) -> Tubes:
    """All of them as one."""
    rows = list(parts)
    if not rows:
        none = np.zeros(0)
        return Tubes(np.zeros((0, 3)), np.zeros((0, 3)), none, none, np.zeros(0, np.int64))
    return Tubes(
        np.concatenate([part.start_world_mm for part in rows]),
        np.concatenate([part.end_world_mm for part in rows]),
        np.concatenate([part.radius_mm for part in rows]),
        np.concatenate([part.arc_mm for part in rows]),
        np.concatenate([part.style for part in rows]),
    )


def without(tubes: Tubes, hidden: Iterable[Style]) -> Tubes:
    """The tubes that are not of these styles."""
    numbers = [STYLES.index(style) for style in hidden]
    return _kept(tubes, ~np.isin(tubes.style, numbers))


def _kept(tubes: Tubes, wanted: NDArray[np.bool_]) -> Tubes:
    return Tubes(
        tubes.start_world_mm[wanted],
        tubes.end_world_mm[wanted],
        tubes.radius_mm[wanted],
        tubes.arc_mm[wanted],
        tubes.style[wanted],
    )
