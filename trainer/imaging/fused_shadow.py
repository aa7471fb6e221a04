"""Steel and contrast put into the beam by one compiled call; as `received.with_shadows`."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.pinhole import FloatArray, PinholeView
from trainer.imaging._cv import FloatImage
from trainer.imaging.beam import beam_at
from trainer.imaging.contrast_shadow import Pool
from trainer.imaging.detector import DetectorModel, corner_distances, pitch_mm, spread_taps
from trainer.imaging.needle_shadow import Rod
from trainer.imaging.paths import AnatomyPaths
from trainer.imaging.projector import PathMap
from trainer.imaging.received import MAGNIFICATION


def with_shadows(paths: AnatomyPaths, rods: Sequence[Rod], pools: Sequence[Pool]) -> PathMap:
    """The clean picture with steel and iodine; the anatomy's own array where they miss it."""
    from trainer.imaging.shadow_kernels import shadows

    view, out = paths.view, paths.clean.copy()
    taps, shares = _spread(paths.model, pitch_mm(view))
    across, down = corner_distances(view.size_px)
    hit = shadows(
        _of_rods(rods),
        _of_pools(pools),
        np.stack(
            [view.column_step_mm, view.row_step_mm, view.pixel00_world_mm - view.source_world_mm]
        ),
        _writable(view.source_world_mm),
        _matrix(view),
        (paths.clean, paths.log_signal, paths.water_g_cm2, paths.bone_g_cm2),
        _energies(paths.kvp),
        np.float32(paths.direct_share),
        taps,
        shares,
        (across, down, np.float32(paths.model.vignetting)),
        _room(len(rods) + len(pools)),
        out,
    )
    return out if hit else paths.clean


def _of_rods(rods: Sequence[Rod]) -> FloatArray:
    numbers = [
        (*one.from_world_mm, *one.to_world_mm, one.outer_diameter_mm, one.inner_diameter_mm)
        for one in rods
    ]
    return np.array(numbers, np.float64).reshape(len(rods), 8)


def _of_pools(pools: Sequence[Pool]) -> FloatArray:
    numbers = [(*one.centre_world_mm, *one.semi_mm, one.iodine_g_cm3) for one in pools]
    return np.array(numbers, np.float64).reshape(len(pools), 7)


def _writable(values: FloatArray) -> FloatArray:
    """Every call has the same types, so that one compilation serves all."""
    return np.array(values)


def _matrix(view: PinholeView) -> FloatArray:
    return np.ascontiguousarray(view.detector_from_world)


def _room(count: int) -> tuple[NDArray[np.int64], FloatArray, FloatArray, FloatArray]:
    """To work in; made here because each array that a kernel makes costs it time to compile."""
    return np.zeros((count, 4), np.int64), np.zeros((count, 5)), np.zeros((16, 2)), np.zeros((5, 3))


@functools.lru_cache(maxsize=32)
def _energies(kvp: float) -> FloatImage:
    beam = beam_at(kvp)
    return np.stack(
        [beam.share, beam.water_cm2_g, beam.bone_cm2_g, beam.steel_per_mm, beam.iodine_cm2_g]
    )


@functools.lru_cache(maxsize=8)
def _spread(model: DetectorModel, step_mm: float) -> tuple[FloatImage, FloatImage]:
    """Taps of the light's spread and their shares, what glare takes already gone."""
    parts = model.spread_mm(MAGNIFICATION)
    kept = np.float32(1.0 - model.glare_share)
    return spread_taps(parts, step_mm), np.array([share for share, _ in parts], np.float32) * kept
