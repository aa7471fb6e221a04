"""What arrives at the receptor before chance has its say: anatomy once a pose, steel every time."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np

from trainer.geometry.carm import DEFAULT_SID_MM, DEFAULT_SOD_MM
from trainer.geometry.pinhole import PinholeView
from trainer.imaging.beam import beam_at
from trainer.imaging.detector import (
    DetectorModel,
    pitch_mm,
    scattered,
    spread,
    vignette,
    with_glare,
)
from trainer.imaging.needle_shadow import Rod, SteelPatch, steel_patch
from trainer.imaging.paths import AnatomyPaths
from trainer.imaging.projector import PathMap
from trainer.imaging.thickness import OpenPart

# The focal spot's penumbra is that of the isocentre's plane, where the target lies.
MAGNIFICATION = DEFAULT_SID_MM / DEFAULT_SOD_MM
SPREAD_MARGIN_PX = 4  # how far the light of a steel edge is followed


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


def with_steel(paths: AnatomyPaths, rods: Sequence[Rod]) -> PathMap:
    """The clean picture with the shadows of rods; the anatomy's own array where they miss it.

    Steel takes away direct beam only: scatter and glare hardly change with a needle.
    """
    return _with_steel(paths, tuple(rods))


@functools.lru_cache(maxsize=2)  # steel that rests under a running beam is drawn once
def _with_steel(paths: AnatomyPaths, rods: tuple[Rod, ...]) -> PathMap:
    patches = [patch for rod in rods if (patch := steel_patch(rod, paths.view)) is not None]
    if not patches:
        return paths.clean
    top, left, steel_mm = _together(patches, paths.clean.shape)
    part = (slice(top, top + steel_mm.shape[0]), slice(left, left + steel_mm.shape[1]))
    primary = np.exp(paths.log_signal[part]) * np.float32(paths.direct_share)
    lost = np.zeros_like(steel_mm)
    hit = steel_mm > 0.0
    darker = beam_at(paths.kvp).darkening(
        paths.water_g_cm2[part][hit], paths.bone_g_cm2[part][hit], steel_mm=steel_mm[hit]
    )
    lost[hit] = primary[hit] * np.expm1(darker)
    clean = paths.clean.copy()
    clean[part] += lost if paths.has_noise else _as_received(paths, lost, part)
    return clean


def _as_received(paths: AnatomyPaths, lost: PathMap, part: tuple[slice, slice]) -> PathMap:
    parts_mm = paths.model.spread_mm(MAGNIFICATION)
    blurred = spread(lost, parts_mm, pitch_mm(paths.view)) * np.float32(1 - paths.model.glare_share)
    return np.asarray(blurred * vignette(paths.view.size_px, paths.model, part))


def _together(patches: Sequence[SteelPatch], shape: tuple[int, ...]) -> tuple[int, int, PathMap]:
    """All steel in one patch with a margin, held to the picture: top, left, mm."""
    margin = SPREAD_MARGIN_PX
    top = max(0, min(patch.top for patch in patches) - margin)
    left = max(0, min(patch.left for patch in patches) - margin)
    bottom = max(patch.top + patch.steel_mm.shape[0] for patch in patches) + margin
    right = max(patch.left + patch.steel_mm.shape[1] for patch in patches) + margin
    steel = np.zeros((min(bottom, shape[0]) - top, min(right, shape[1]) - left), np.float32)
    for patch in patches:
        rows, columns = patch.steel_mm.shape
        row, column = patch.top - top, patch.left - left
        steel[row : row + rows, column : column + columns] += patch.steel_mm
    return top, left, steel


def _open(size_px: tuple[int, int], open_part: OpenPart) -> PathMap:
    """1 in the open field, 0 behind the shutters."""
    columns, rows = size_px
    left, top, right, bottom = open_part
    mask = np.zeros((rows, columns), np.float32)
    mask[
        round(top * rows) : round(bottom * rows), round(left * columns) : round(right * columns)
    ] = 1
    return mask
