"""How thick a patient is to the beam: what automatic brightness measures before a pulse."""

from __future__ import annotations

import functools

import numpy as np
from scipy.ndimage import map_coordinates

from trainer.anatomy.patient import Basis, BasisVolume, Patient, PatientKind
from trainer.geometry.pinhole import FloatArray, PinholeView
from trainer.imaging.projector import PathMap
from trainer.imaging.tables import physics_tables

MEASURED_SHARE = 0.4  # of the open field's width and height, about its middle (design value)
RAYS_ACROSS = 5
STEPS = 128  # points along a ray within a volume: 2-3 mm apart in a thorax
BONE_KEV = 60.0  # mean energy of the beam behind a thorax, where bone is weighed as water
# A stored radiograph has no volume; it stands for a thorax from behind, as its steel does.
RADIOGRAPH_G_CM2 = 20.0

OpenPart = tuple[float, float, float, float]
WHOLE: OpenPart = (0.0, 0.0, 1.0, 1.0)


def water_equivalent_g_cm2(
    patient: Patient, view: PinholeView, open_part: OpenPart = WHOLE
) -> float:
    """Median water-equivalent path, g/cm2, over the middle of the open field; 0 beside the patient.

    open_part : left, top, right, bottom of the open field as shares of the picture, 0..1.
    """
    if patient.kind is PatientKind.RADIOGRAPH:
        return RADIOGRAPH_G_CM2
    directions = view.ray_directions(_measured_px(view, open_part))
    path = np.zeros(len(directions))
    for volume in patient.volumes:
        if volume.basis is not Basis.CONTRAST:
            weight = bone_as_water() if volume.basis is Basis.BONE else 1.0
            path += weight * _along(volume, view.source_world_mm, directions)
    return float(np.median(path))


def as_water_g_cm2(water_g_cm2: PathMap, bone_g_cm2: PathMap) -> PathMap:
    """Water-equivalent paths from maps of both, shape (rows, columns)."""
    return water_g_cm2 + np.float32(bone_as_water()) * bone_g_cm2


def median_g_cm2(thickness_g_cm2: PathMap, open_part: OpenPart = WHOLE) -> float:
    """What `water_equivalent_g_cm2` measures, from a map that is there; shape (rows, columns)."""
    return _median(thickness_g_cm2[_measured(thickness_g_cm2.shape, open_part)])


def median_of_paths(
    water_g_cm2: PathMap, bone_g_cm2: PathMap, open_part: OpenPart = WHOLE
) -> float:
    """The same, from maps of both."""
    measured = _measured(water_g_cm2.shape, open_part)
    return _median(as_water_g_cm2(water_g_cm2[measured], bone_g_cm2[measured]))


def _measured(shape: tuple[int, ...], open_part: OpenPart) -> tuple[slice, slice]:
    rows, columns = shape
    left, top, right, bottom = open_part
    return _middle(top * rows, bottom * rows), _middle(left * columns, right * columns)


def _median(measured: PathMap) -> float:
    return float(np.median(measured)) if measured.size else 0.0


def _middle(start_px: float, end_px: float) -> slice:
    """Every fourth pixel of the measured share."""
    centre, half = (start_px + end_px) / 2.0, MEASURED_SHARE * (end_px - start_px) / 2.0
    return slice(max(0, int(centre - half)), int(centre + half) + 1, 4)


def _measured_px(view: PinholeView, open_part: OpenPart) -> FloatArray:
    """Pixels (col, row) of the measured rays; shape (rays, 2)."""
    columns, rows = view.size_px
    left, top, right, bottom = open_part
    spread = np.linspace(-0.5, 0.5, RAYS_ACROSS) * MEASURED_SHARE
    across = ((left + right) / 2.0 + spread * (right - left)) * columns - 0.5
    down = ((top + bottom) / 2.0 + spread * (bottom - top)) * rows - 0.5
    return np.stack(np.meshgrid(across, down), axis=-1).reshape(-1, 2)


def _along(volume: BasisVolume, source_mm: FloatArray, directions: FloatArray) -> FloatArray:
    """Grams per cm2 along rays from the source; directions: shape (n, 3), of unit length."""
    matrix = volume.grid.index_from_world
    start, step = matrix[:3, :3] @ source_mm + matrix[:3, 3], directions @ matrix[:3, :3].T
    enter_mm, leave_mm = _inside(start, step, volume.counts.shape)
    between = (np.arange(STEPS) + 0.5) / STEPS
    at_mm = enter_mm[:, None] + (leave_mm - enter_mm)[:, None] * between
    index = start + at_mm[..., None] * step[:, None, :]
    kji = np.moveaxis(index[..., ::-1], -1, 0)
    counts = map_coordinates(volume.counts, kji, output=np.float32, order=1, mode="nearest")
    length_cm = (leave_mm - enter_mm) / 10.0
    return np.asarray(counts.mean(axis=1) * length_cm * volume.g_cm3_per_count)


def _inside(
    start: FloatArray, step: FloatArray, shape_kji: tuple[int, ...]
) -> tuple[FloatArray, FloatArray]:
    """Where rays enter and leave the voxels' box, mm from the source; equal where they miss."""
    low, high = np.full(3, -0.5), np.array(shape_kji[::-1]) - 0.5
    safe = np.where(np.abs(step) < 1e-12, 1e-12, step)
    ends = np.sort(np.stack([(low - start) / safe, (high - start) / safe]), axis=0)
    enter = np.maximum(ends[0].max(axis=1), 0.0)
    return enter, np.maximum(ends[1].min(axis=1), enter)


@functools.cache
def bone_as_water() -> float:
    """Grams of water that attenuate as a gram of bone."""
    tables = physics_tables()
    at = int(np.searchsorted(tables.energy_kev, BONE_KEV))
    mu = tables.mass_attenuation_cm2_g
    return float(mu["bone"][at] / mu["water"][at])
