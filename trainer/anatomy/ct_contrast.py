"""Iodine in vessels, and metal: what is as dense as bone in a CT and is none.

A procedure is done without iodine in the veins, and its picture must not show any: what is told to
be contrast becomes soft tissue. Where the bones are labelled: what is dense outside a margin of 2
pixels and 1 slice round them (anatomy.md 1), save round the spine, where label maps leave gaps in
the necks of ribs. Elsewhere two rules of this program: what is dense inside the hull of both lungs,
in front of the vertebral bodies; and what is denser than any bone and not beside the spine. Such
matter beside the spine is metal, and stays.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from scipy.spatial import ConvexHull, QhullError

from trainer.anatomy.ct import CtScan
from trainer.anatomy.ct_body import coarse_step
from trainer.anatomy.ct_masks import IN_PLANE, Mask, grown, shrunk
from trainer.anatomy.ct_region import lung_mask
from trainer.anatomy.label_numbers import BONES, GIRDLE
from trainer.anatomy.segmentation import Segmentation
from trainer.geometry.pinhole import FloatArray

SOFT_LIMIT_HU = 62  # anatomy.md 1
BLOOD_HU = 45  # what takes the place of contrast: unenhanced blood and muscle [M]
LABEL_MARGIN_PX, LABEL_MARGIN_SLICES = 2, 1  # anatomy.md 1
# Design values. Cortex reaches 1586 HU (anatomy.md 2); metal and thick contrast leave the scale.
DENSER_THAN_BONE_HU = 1800
HALO_MM, HALO_HU = 3.0, 250  # round such contrast: its own blur
LEAST_DENSE_MM3 = 60.0
HULL_SHRUNK_MM, BODY_RADIUS_MM, CANAL_TO_BODY_MM = 8.0, 25.0, 21.0
BODY_CORE_MM = 19.0  # surely bone at every level
VESSEL_HU, VESSEL_SMOOTHING_MM = 100.0, 1.4  # single noisy voxels of muscle are none
RIB_HEAD_MM = 13.0  # in front of the canal's middle: heads of ribs reach no further forward
BESIDE_SPINE_MM = 45.0  # screws, rods and cement lie nearer to the canal than this
BELOW_LUNGS_SHRUNK_MM = 16.0
ON_A_SIDE_PX = 1e-6  # a corner lies on two sides of its hull, rounding aside


@dataclass(frozen=True, slots=True, eq=False)
class Contrast:
    """Voxels told to be contrast, and how much metal and contrast there is; notes : in words."""

    mask: Mask
    metal_ml: float
    notes: tuple[str, ...]


def contrast_in(
    scan: CtScan, body: Mask, coarse: Mask, canal: FloatArray | None, seg: Segmentation | None
) -> Contrast:
    """Contrast and metal of a scan along the world's axes.

    body : at the scan's resolution; coarse : of `coarse_body`. canal : world (x, y) of the spinal
    canal in each slice, shape (nk, 2), None where it was not found.
    """
    ml = float(np.prod(scan.grid.spacing_mm)) / 1000.0
    dense = _larger(body & (scan.hu > DENSER_THAN_BONE_HU), LEAST_DENSE_MM3 / 1000.0 / ml)
    if canal is None:
        return Contrast(np.zeros_like(body), dense.sum() * ml, _blind_note(dense.sum() * ml))
    spine, vessel = _behind_bodies(scan, canal), _vessel_like(scan)
    bones = np.zeros_like(body) if seg is None else _margin(seg)
    if seg is None:
        spine |= _bodies(*_axes_of(scan), canal, BODY_RADIUS_MM)
    metal = dense & spine if seg is None else dense & spine & bones
    mask = _mediastinal(scan, coarse, canal, vessel) & ~bones
    if seg is not None:
        mask |= _unlabelled(seg, bones) & vessel & ~spine
    mask |= _halo(scan, dense & ~spine) & ~bones
    mask |= grown(mask) & ~bones
    mask &= body & (scan.hu > SOFT_LIMIT_HU) & ~metal
    return Contrast(mask, float(metal.sum()) * ml, _notes(scan, mask, metal, ml, seg))


def without_contrast(hu: NDArray[np.int16], contrast: Mask) -> NDArray[np.int16]:
    """The scan as it would have been without contrast."""
    return np.where(contrast, np.int16(BLOOD_HU), hu)


def _notes(
    scan: CtScan, mask: Mask, metal: Mask, ml: float, seg: Segmentation | None
) -> tuple[str, ...]:
    found = []
    contrast_ml = float(np.count_nonzero(mask & (scan.hu > HALO_HU))) * ml
    if contrast_ml >= 1.0:
        told = "outside the labelled bones" if seg is not None else "in the mediastinum and vessels"
        found.append(
            f"{contrast_ml:.0f} mL of contrast {told} were turned into soft tissue; streaks beside "
            "it stay."
        )
    metal_ml = float(metal.sum()) * ml
    if metal_ml >= 0.1:
        found.append(f"{metal_ml:.1f} mL of metal in or beside the spine: held as solid bone.")
    return tuple(found)


def _blind_note(dense_ml: float) -> tuple[str, ...]:
    if dense_ml < 0.1:
        return ()
    return (
        f"{dense_ml:.1f} mL are denser than bone; the spinal canal was not found, so contrast "
        "could not be told from metal and counts as bone.",
    )


def _larger(mask: Mask, voxels: float) -> Mask:
    labels, _ = ndimage.label(mask)
    keep = np.bincount(labels.ravel()) >= voxels
    keep[0] = False
    return np.asarray(keep[labels])


def _behind_bodies(scan: CtScan, canal: FloatArray) -> Mask:
    """What lies behind the front of the ribs' heads, not far from the canal."""
    x, y = _axes_of(scan)
    away = np.abs(x[None, :] - canal[:, 0, None]) < BESIDE_SPINE_MM
    behind = y[None, :] > canal[:, 1, None] - RIB_HEAD_MM
    return np.asarray(behind[:, :, None] & away[:, None, :])


def _bodies(x: FloatArray, y: FloatArray, canal: FloatArray, radius_mm: float) -> Mask:
    """Discs round the vertebral bodies."""
    dx = x[None, :] - canal[:, 0, None]
    dy = y[None, :] - (canal[:, 1, None] - CANAL_TO_BODY_MM)
    return np.asarray(dx[:, None, :] ** 2 + dy[:, :, None] ** 2 < radius_mm**2)


def _vessel_like(scan: CtScan) -> Mask:
    """Where the smoothed scan is denser than unenhanced soft tissue."""
    sigma = [min(1.5, VESSEL_SMOOTHING_MM / edge) for edge in scan.grid.spacing_mm]
    smooth = ndimage.gaussian_filter(
        scan.hu, [0.0, sigma[1], sigma[0]], output=np.float32, truncate=2.5
    )
    return np.asarray(smooth > VESSEL_HU)


def _axes_of(scan: CtScan) -> tuple[FloatArray, FloatArray]:
    """World x of the columns and y of the rows."""
    _, nj, ni = scan.hu.shape
    origin, (dx, dy, _) = scan.grid.world_from_index[:3, 3], scan.grid.spacing_mm
    return origin[0] + dx * np.arange(ni), origin[1] + dy * np.arange(nj)


def _halo(scan: CtScan, core: Mask) -> Mask:
    """A dense core with its blur."""
    wide = grown(core, max(1, round(HALO_MM / scan.grid.spacing_mm[0])))
    wide[1:] |= core[:-1]
    wide[:-1] |= core[1:]
    return core | (wide & (scan.hu > HALO_HU))


def _mediastinal(scan: CtScan, coarse: Mask, canal: FloatArray, vessel: Mask) -> Mask:
    """Dense voxels between the lungs and below them, in front of the vertebral bodies."""
    step = coarse_step(scan)
    edge = step * scan.grid.spacing_mm[0]
    lung = lung_mask(
        scan.hu[:, ::step, ::step], coarse, edge * edge * scan.grid.spacing_mm[2] / 1000.0
    )
    x, y = _axes_of(scan)
    front = y[None, ::step] < canal[:, 1, None] - RIB_HEAD_MM
    inside = _hulls(lung, edge) & front[:, :, None] & vessel[:, ::step, ::step]
    bodies = [_bodies(x[::step], y[::step], canal, r) for r in (BODY_RADIUS_MM, BODY_CORE_MM)]
    found = inside & ~bodies[0]
    found |= _going_on(found, inside & bodies[0] & ~bodies[1])
    _, nj, ni = scan.hu.shape
    fine = found.repeat(step, axis=1)[:, :nj].repeat(step, axis=2)[:, :, :ni]
    return np.asarray(fine & (vessel | (scan.hu > VESSEL_HU)))


def _going_on(vessels: Mask, near_body: Mask) -> Mask:
    """What lies close to a vertebral body and belongs mostly to a vessel in its slice: the aorta.

    Elsewhere it is taken for the body itself.
    """
    pieces, count = ndimage.label(vessels | near_body, IN_PLANE)
    sure = np.bincount(pieces[vessels], minlength=count + 1)
    doubtful = np.bincount(pieces[near_body], minlength=count + 1)
    return np.asarray(near_body & np.asarray(sure > doubtful)[pieces])


def _hulls(lung: Mask, edge_mm: float) -> Mask:
    """The hull of both lungs in each slice, shrunk; below the lungs the lowest whole one."""
    found = np.zeros_like(lung)
    areas = lung.sum(axis=(1, 2)) * edge_mm**2
    for k in np.flatnonzero(areas > 2000.0):
        found[k] = _hull(lung[k])
    found = shrunk(found, max(1, round(HULL_SHRUNK_MM / edge_mm)))
    wide = np.flatnonzero(areas > 0.3 * areas.max())
    if wide.size:
        more = max(1, round((BELOW_LUNGS_SHRUNK_MM - HULL_SHRUNK_MM) / edge_mm))
        found[: wide[0]] |= shrunk(found[wide[0]][None], more)
    return found


def _hull(mask: Mask) -> Mask:
    """The convex hull of one slice's mask."""
    edge = mask & ~shrunk(mask[None])[0]
    points = np.argwhere(edge)
    try:
        sides = ConvexHull(points).equations
    except QhullError:
        return np.zeros_like(mask)
    # A place is inside where it lies behind every side.
    row, column = np.indices(mask.shape, dtype=np.float64)
    inside = np.ones_like(mask)
    for across, along, off in sides:
        inside &= across * row + along * column + off <= ON_A_SIDE_PX
    return inside


def _margin(seg: Segmentation) -> Mask:
    """Labelled bones with the margin in which a dense voxel may still be theirs."""
    bones = np.isin(np.arange(256), list(BONES))[seg.numbers]
    wide = grown(bones, LABEL_MARGIN_PX)
    for _ in range(LABEL_MARGIN_SLICES):
        near = wide.copy()
        near[1:] |= bones[:-1]
        near[:-1] |= bones[1:]
        wide = near
    return wide


def _unlabelled(seg: Segmentation, bones: Mask) -> Mask:
    """Voxels outside all labels, where the whole skeleton is labelled; else none."""
    if not seg.spots.keys() >= GIRDLE:
        return np.zeros_like(bones)
    found = ~bones
    spots = [spot[0] for number, spot in seg.spots.items() if number in BONES]
    found[: min(spot.start for spot in spots)] = False
    found[max(spot.stop for spot in spots) :] = False
    return found
