"""What arrives at the receptor before chance has its say: anatomy once, the rest often."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from trainer.geometry.carm import DEFAULT_SID_MM, DEFAULT_SOD_MM
from trainer.geometry.pinhole import PinholeView
from trainer.imaging.beam import beam_at
from trainer.imaging.contrast_shadow import Pool, iodine_patch
from trainer.imaging.detector import (
    DetectorModel,
    pitch_mm,
    scattered,
    spread,
    vignette,
    with_glare,
)
from trainer.imaging.needle_shadow import Rod, steel_patch
from trainer.imaging.paths import AnatomyPaths
from trainer.imaging.projector import PathMap
from trainer.imaging.thickness import OpenPart

# The focal spot's penumbra is that of the isocentre's plane, where the target lies.
MAGNIFICATION = DEFAULT_SID_MM / DEFAULT_SOD_MM
SPREAD_MARGIN_PX = 4  # how far the light of a steel edge is followed

Layer = tuple[int, int, PathMap]  # left, top, what lies on the rays from there on


def received(
    primary: PathMap,
    thickness_g_cm2: PathMap,
    view: PinholeView,
    open_part: OpenPart,
    model: DetectorModel,
) -> tuple[PathMap, PathMap]:
    """I / I0 at the receptor: spread, with scatter and glare, darker in the corners; the scatter.

    primary : I / I0 of the direct beam. thickness_g_cm2 : water-equivalent; both of shape (rows,
    columns).
    """
    step_mm = pitch_mm(view)
    source = primary * model.scatter_ratio(thickness_g_cm2) * _open(view.size_px, open_part)
    broad = scattered(source, model, step_mm)
    signal = spread(primary, model.spread_mm(MAGNIFICATION), step_mm) + broad
    corners = vignette(view.size_px, model)
    return with_glare(signal, model, step_mm) * corners, broad * corners


def with_shadows(paths: AnatomyPaths, rods: Sequence[Rod], pools: Sequence[Pool] = ()) -> PathMap:
    """The clean picture with the shadows of steel and contrast; the anatomy's own where none is.

    They take away direct beam only: scatter and glare hardly change with a needle or a drop.
    """
    steel = [patch for rod in rods if (patch := steel_patch(rod, paths.view)) is not None]
    medium = [drop for pool in pools if (drop := iodine_patch(pool, paths.view)) is not None]
    layers = [
        [(one.left, one.top, one.steel_mm) for one in steel],
        [(one.left, one.top, one.iodine_g_cm2) for one in medium],
    ]
    if not (steel or medium):
        return paths.clean
    part = _round(layers[0] + layers[1], paths.clean.shape)
    steel_mm, iodine_g_cm2 = (_together(layer, part) for layer in layers)
    primary = np.exp(paths.log_signal[part]) * np.float32(paths.direct_share)
    lost = np.zeros_like(steel_mm)
    hit = (steel_mm > 0.0) | (iodine_g_cm2 > 0.0)
    darker = beam_at(paths.kvp).darkening(
        paths.water_g_cm2[part][hit],
        paths.bone_g_cm2[part][hit],
        steel_mm=steel_mm[hit] if steel else None,
        iodine_g_cm2=iodine_g_cm2[hit] if medium else None,
    )
    lost[hit] = primary[hit] * np.expm1(darker)
    clean = paths.clean.copy()
    clean[part] += lost if paths.has_noise else _as_received(paths, lost, part)
    return clean


def _as_received(paths: AnatomyPaths, lost: PathMap, part: tuple[slice, slice]) -> PathMap:
    parts_mm = paths.model.spread_mm(MAGNIFICATION)
    blurred = spread(lost, parts_mm, pitch_mm(paths.view)) * np.float32(1 - paths.model.glare_share)
    return np.asarray(blurred * vignette(paths.view.size_px, paths.model, part))


def _round(layers: Sequence[Layer], shape: tuple[int, ...]) -> tuple[slice, slice]:
    """Rows and columns round all patches, with a margin, held to the picture."""
    margin = SPREAD_MARGIN_PX
    top = max(0, min(top for _, top, _ in layers) - margin)
    left = max(0, min(left for left, _, _ in layers) - margin)
    bottom = max(top + one.shape[0] for _, top, one in layers) + margin
    right = max(left + one.shape[1] for left, _, one in layers) + margin
    return slice(top, min(bottom, shape[0])), slice(left, min(right, shape[1]))


def _together(layers: Sequence[Layer], part: tuple[slice, slice]) -> PathMap:
    """Patches added up in one of these rows and columns."""
    down, across = part
    total = np.zeros((down.stop - down.start, across.stop - across.start), np.float32)
    for left, top, one in layers:
        row, column = top - down.start, left - across.start
        total[row : row + one.shape[0], column : column + one.shape[1]] += one
    return total


def _open(size_px: tuple[int, int], open_part: OpenPart) -> PathMap:
    """1 in the open field, 0 behind the shutters."""
    columns, rows = size_px
    left, top, right, bottom = open_part
    mask = np.zeros((rows, columns), np.float32)
    mask[
        round(top * rows) : round(bottom * rows), round(left * columns) : round(right * columns)
    ] = 1
    return mask
