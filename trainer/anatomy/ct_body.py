"""The patient's body in a CT: without air, couch, blankets and arms that lie apart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from trainer.anatomy.ct import CtScan
from trainer.anatomy.ct_masks import IN_PLANE, Mask, grown, opened, shrunk

# Design values. Skin and fat lie above -300 HU, foam and blankets below.
BODY_HU = -300
PURE_AIR_HU, MOST_PURE_AIR = -960, 0.3  # lung holds little air without tissue
COARSE_MM = 2.0  # the body is found on a thinner grid ...
BRIDGE_MM = 4.0  # ... where links to couch or arm thinner than this are cut
PLATE_MM = 8.0  # and plates (a couch top that touches) thinner than this are dropped


def coarse_step(scan: CtScan) -> int:
    """Every how many columns and rows the coarse grid takes one."""
    return max(1, round(COARSE_MM / scan.grid.spacing_mm[0]))


def coarse_body(scan: CtScan) -> Mask:
    """The body on the coarse grid, lungs and bowel gas included; empty where there is none."""
    step = coarse_step(scan)
    edge_mm = step * scan.grid.spacing_mm[0]
    hu = scan.hu[:, ::step, ::step]
    piece = largest(opened(hu > BODY_HU, _turns(BRIDGE_MM, edge_mm)))
    return largest(opened(_filled(piece, hu), _turns(PLATE_MM, edge_mm)))


def body_mask(scan: CtScan, coarse: Mask) -> Mask:
    """The body at the scan's resolution: inside from the coarse grid, skin from the scan itself."""
    step = coarse_step(scan)
    rim = _turns(PLATE_MM, step * scan.grid.spacing_mm[0]) + 1
    roomy = grown(coarse, rim)
    core = shrunk(coarse)
    inside = _spread(core, step, scan.hu.shape)
    body = _spread(roomy, step, scan.hu.shape)
    body &= scan.hu > BODY_HU
    body |= inside
    return body & grown(_touching(opened(body), inside))


def _touching(mask: Mask, inside: Mask) -> Mask:
    """Pieces of each slice that reach `inside`: a blanket's fold near the skin does not."""
    pieces, count = ndimage.label(mask, IN_PLANE)
    keep = np.zeros(count + 1, dtype=bool)
    keep[pieces[inside]] = True
    keep[0] = False
    return np.asarray(keep[pieces])


def largest(mask: Mask) -> Mask:
    """The largest connected piece."""
    labels, count = ndimage.label(mask)
    if count == 0:
        return mask
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    return np.asarray(labels == int(sizes.argmax()))


def _turns(thickness_mm: float, edge_mm: float) -> int:
    return max(1, round(thickness_mm / 2.0 / edge_mm))


def _filled(mask: Mask, hu: NDArray[np.int16]) -> Mask:
    """Holes closed slice by slice: what does not reach the slice's edge, or is lung cut off there.

    A small field of view (a spine CT) cuts the lungs: such a gap holds little pure air, and does
    not reach the rear edge, where mattress and couch lie.
    """
    gaps, count = ndimage.label(~mask, IN_PLANE)
    rear = _at(count, gaps[:, -1, :])
    edge = rear | _at(count, gaps[:, 0, :], gaps[:, :, 0], gaps[:, :, -1])
    sizes = np.bincount(gaps.ravel(), minlength=count + 1)
    pure = np.bincount(gaps[hu < PURE_AIR_HU], minlength=count + 1)
    lung = ~rear & (pure < MOST_PURE_AIR * sizes)
    outside = edge & ~lung
    outside[0] = False
    return np.asarray(~outside[gaps])


def _at(count: int, *lines: NDArray[np.int32]) -> Mask:
    """Which labels lie on some lines of a label array."""
    found = np.zeros(count + 1, dtype=bool)
    for line in lines:
        found[line.ravel()] = True
    return found


def _spread(mask: Mask, step: int, shape: tuple[int, ...]) -> Mask:
    """A coarse mask on the scan's grid."""
    _, nj, ni = shape
    return mask.repeat(step, axis=1)[:, :nj].repeat(step, axis=2)[:, :, :ni]
