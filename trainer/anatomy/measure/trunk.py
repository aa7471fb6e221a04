"""Round the spine: ribs, skin, pleura, the chest's outline."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy import ndimage

from trainer.anatomy.measure.blobs import PIXEL_MM
from trainer.anatomy.measure.density import Density
from trainer.anatomy.measure.vertebra import Vertebra
from trainer.anatomy.patient import LabelVolume, Tissue
from trainer.geometry.pinhole import FloatArray

BESIDE_MM = (40.0, 44.0, 48.0)  # sagittal sections lateral to every transverse process but T1's
RIB_G_CM3 = 0.16
SMALLEST_RIB_MM2 = 18.0


def rib_count(density: Density, spine: Mapping[str, Vertebra], sign: float) -> float:
    """Ribs that cross sagittal sections beside the spine: the median over three of them."""
    if "T1" not in spine or "L1" not in spine:
        return float("nan")
    return float(np.median([_crossing(density, spine, sign * beside) for beside in BESIDE_MM]))


def _crossing(density: Density, spine: Mapping[str, Vertebra], beside: float) -> int:
    centres = np.array([one.axes.origin_world_mm for one in spine.values()])
    top, bottom = spine["T1"].axes.origin_world_mm, spine["L1"].axes.origin_world_mm
    z = np.arange(bottom[2] - 12.0, top[2] + 26.0, PIXEL_MM)
    order = np.argsort(centres[:, 2])
    x, y = (np.interp(z, centres[order, 2], centres[order, n]) for n in (0, 1))
    back = np.arange(-2.0, 62.0, PIXEL_MM)
    points = np.stack(
        [
            np.broadcast_to(x[:, None] + beside, (z.size, back.size)),
            y[:, None] + back,
            np.broadcast_to(z[:, None], (z.size, back.size)),
        ],
        axis=-1,
    )
    bone = ndimage.binary_fill_holes(
        ndimage.binary_closing(density.at(points) > RIB_G_CM3, iterations=2)
    )
    pieces, count = ndimage.label(bone)
    sizes = np.bincount(pieces.ravel())[1:] * PIXEL_MM**2 if count else np.empty(0)
    return int((sizes > SMALLEST_RIB_MM2).sum())


def _backward_line(
    labels: LabelVolume, point_world_mm: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Tissues along the grid's y axis through a point, with the world y of each voxel."""
    grid = labels.grid
    index = np.rint(grid.index_of(point_world_mm)).astype(int)
    if (index < 0).any() or (index >= np.array(grid.shape_kji[::-1])).any():
        return np.empty(0), np.empty(0)
    line = labels.tissues[index[2], :, index[0]]
    steps = np.repeat(index[None].astype(np.float64), line.size, axis=0)
    steps[:, 1] = np.arange(line.size)
    return np.asarray(line), np.asarray(grid.world_of(steps)[:, 1])


def skin_depth_mm(labels: LabelVolume, point_world_mm: FloatArray) -> float:
    """From a point straight back (+y) to the skin, mid-way between body and air."""
    line, y = _backward_line(labels, point_world_mm)
    beyond = np.flatnonzero((y > point_world_mm[1]) & (line == Tissue.AIR))
    if not beyond.size:
        return float("nan")
    step = abs(float(y[1] - y[0]))
    return float(y[beyond[0]] - step / 2.0 - point_world_mm[1])


def skin_to_pleura_mm(labels: LabelVolume, beside_world_mm: FloatArray) -> float:
    """Along y from the skin of the back to the lung, between ribs: least over 30 mm of height."""
    heights = np.arange(-15.0, 15.1, 2.5)
    points = [beside_world_mm + np.array([0.0, 0.0, dz]) for dz in heights]
    found = np.array([_skin_to_lung(labels, point) for point in points])
    return float(np.nanmin(found)) if np.isfinite(found).any() else float("nan")


def _skin_to_lung(labels: LabelVolume, point_world_mm: FloatArray) -> float:
    line, y = _backward_line(labels, point_world_mm)
    lung = np.flatnonzero(line == Tissue.LUNG)
    if not lung.size:
        return float("nan")
    pleura = float(y[lung].max())
    air = y[(line == Tissue.AIR) & (y > pleura)]
    return float(air.min() - pleura - abs(float(y[1] - y[0]))) if air.size else float("nan")


def outline_mm(labels: LabelVolume, middle_world_mm: FloatArray) -> tuple[float, float]:
    """Width and depth of the trunk, skin to skin, in the axial slice through a point."""
    k = round(float(labels.grid.index_of(middle_world_mm)[2]))
    if not 0 <= k < labels.grid.shape_kji[0]:
        return float("nan"), float("nan")
    pieces, _ = ndimage.label(labels.tissues[k] != Tissue.AIR)
    i, j = (round(float(part)) for part in labels.grid.index_of(middle_world_mm)[:2])
    rows, columns = np.nonzero(pieces == pieces[j, i])
    width, depth, _ = labels.grid.spacing_mm
    return float(np.ptp(columns) + 1) * width, float(np.ptp(rows) + 1) * depth
