"""The chain in a few compiled loops on all threads; the same picture as `plain_chain`."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from trainer.imaging._cv import FloatImage, gaussian_taps
from trainer.imaging.beam import BONE_STEP, WATER_STEP, beam_at
from trainer.imaging.contrast_shadow import Pool
from trainer.imaging.detector import (
    COUNTS,
    DetectorModel,
    cell_px,
    corner_distances,
    pitch_mm,
    spread_taps,
    wide_of,
)
from trainer.imaging.display import (
    NOISE_SIGMA_MM,
    OPEN_AIR_LOG,
    Processing,
    bands_of,
    base_of,
    toned,
)
from trainer.imaging.fused_shadow import with_shadows
from trainer.imaging.needle_shadow import Rod
from trainer.imaging.noise import Chance
from trainer.imaging.paths import AnatomyPaths
from trainer.imaging.picture import Exposure
from trainer.imaging.plain_chain import iodine_log
from trainer.imaging.projected import ProjectedPaths
from trainer.imaging.projector import PathMap
from trainer.imaging.pulse import AVERAGING, MOST_EARLIER, Gain, Pulse, alike
from trainer.imaging.received import MAGNIFICATION
from trainer.imaging.thickness import OpenPart, bone_as_water, median_of_paths
from trainer.imaging.turns import Turns

SMALL_PX = 128 * 128  # a pyramid level this small is not worth sharing out
NO_LIMIT = np.float32(np.inf)


class FusedChain:
    """Implements `Chain`. turns : the threads it works with."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns

    def seen(
        self, paths: ProjectedPaths, kvp: float, open_part: OpenPart, model: DetectorModel
    ) -> AnatomyPaths:
        """What the receptor gets of anatomy at a voltage, and how it is displayed."""
        log_signal, primary, coarse = self._primary(paths, kvp, open_part, model)
        clean, veil, log = self._received(paths, primary, coarse, model)
        return AnatomyPaths(
            view=paths.view,
            kvp=kvp,
            water_g_cm2=paths.water_g_cm2,
            bone_g_cm2=paths.bone_g_cm2,
            log_signal=log_signal,
            clean=clean,
            veil=veil,
            thickness_g_cm2=median_of_paths(paths.water_g_cm2, paths.bone_g_cm2, open_part),
            processing=self._processing(log),
            model=model,
            chain=self,
        )

    def _primary(
        self, paths: ProjectedPaths, kvp: float, open_part: OpenPart, model: DetectorModel
    ) -> tuple[PathMap, PathMap, FloatImage]:
        from trainer.imaging.fused_kernels import primary_rows

        water, bone = paths.water_g_cm2, paths.bone_g_cm2
        rows, columns = water.shape
        step = cell_px(water.shape)
        coarse = np.empty((2, -(-rows // step), -(-columns // step)), np.float32)
        log_signal, primary = np.empty_like(water), np.empty_like(water)
        darker = iodine_log(paths, kvp)
        left, top, right, bottom = open_part
        opened = (
            round(top * rows),
            round(bottom * rows),
            round(left * columns),
            round(right * columns),
        )
        per_step = np.array([1.0 / WATER_STEP, 1.0 / BONE_STEP], np.float32)
        weights = np.array([bone_as_water(), model.scatter_per_g_cm2], np.float32)
        table = beam_at(kvp).log_signal
        self._turns.run(
            lambda turn, turns: primary_rows(
                water,
                bone,
                _nothing() if darker is None else darker,
                table,
                per_step,
                weights,
                opened,
                step,
                log_signal,
                primary,
                coarse,
                turn,
                turns,
            )
        )
        return log_signal, primary, coarse

    def _received(
        self, paths: ProjectedPaths, primary: PathMap, coarse: FloatImage, model: DetectorModel
    ) -> tuple[PathMap, PathMap, PathMap]:
        from trainer.imaging.fused_kernels import receptor_rows

        columns, rows = paths.view.size_px
        step_mm, step = pitch_mm(paths.view), cell_px(primary.shape)
        scatter = wide_of(coarse[0], model.scatter_sigma_mm / step_mm / step)
        glare = wide_of(coarse[1] + scatter[1:-1, 1:-1], model.glare_sigma_mm / step_mm / step)
        kept, share = np.float32(1.0 - model.glare_share), np.float32(model.glare_share)
        added = np.stack([scatter * kept + glare * share, scatter])
        spread_mm = model.spread_mm(MAGNIFICATION)
        taps = spread_taps(spread_mm, step_mm)
        shares = np.array([one for one, _ in spread_mm], np.float32) * kept
        cells, weights = _beside(columns, step)
        across, down = corner_distances((columns, rows))
        lost = np.float32(model.vignetting)
        clean, veil, log = (np.empty_like(primary) for _ in range(3))
        self._turns.run(
            lambda turn, turns: receptor_rows(
                primary,
                taps,
                shares,
                added,
                cells,
                weights,
                step,
                (across, down, lost),
                clean,
                veil,
                log,
                turn,
                turns,
            )
        )
        return clean, veil, log

    def _processing(self, log: PathMap) -> Processing:
        from trainer.imaging.fused_kernels import halved_rows, lifted_rows

        bands = bands_of(log.shape)
        levels, most = [log], np.float32(OPEN_AIR_LOG)
        for _ in bands:
            image, smaller = levels[-1], np.empty(_half(levels[-1].shape), np.float32)
            limit = most if image is log else NO_LIMIT
            self._share(image, functools.partial(halved_rows, image, smaller, limit))
            levels.append(smaller)
        picture = base_of(levels[-1])
        for place, (gain, knee) in enumerate(bands):
            rest, image = levels[-1 - place], levels[-2 - place]
            limit = most if image is log else NO_LIMIT
            held = np.array([2.0 * gain * knee, 1.0 / knee, limit], np.float32)
            lifted = np.empty_like(image)
            work = functools.partial(lifted_rows, image, rest, picture, held, lifted)
            self._share(image, work)
            picture = lifted
        return toned(picture, log)

    def _share(self, image: PathMap, work: Callable[[int, int], None]) -> None:
        """Small levels are done at once: handing them over would cost more."""
        if image.size <= SMALL_PX:
            work(0, 1)
        else:
            self._turns.run(work)

    def shadowed(self, paths: AnatomyPaths, rods: Sequence[Rod], pools: Sequence[Pool]) -> PathMap:
        """I / I0 with steel and contrast in the direct beam."""
        return with_shadows(paths, rods, pools)

    def taken(
        self,
        paths: AnatomyPaths,
        clean: PathMap,
        chance: Chance,
        gain: Gain,
        earlier: Sequence[Pulse],
    ) -> Exposure:
        """Read a pulse out and display it."""
        from trainer.imaging.fused_kernels import exposed_rows

        counts = np.empty(clean.shape, np.uint16)
        per_count = gain.full_scale / COUNTS
        pulse, before = Pulse(clean, counts, per_count), alike(earlier, clean)
        lag, averaging = _lag(paths.model, before), _averaging([pulse, *before])
        moved = any(one.clean is not paths.clean or one.per_count != per_count for one in before)
        missing = [pulse] * (MOST_EARLIER - len(before))
        scenes = tuple(one.clean for one in (pulse, *before, *missing))
        read = tuple(one.detected for one in (*before, *missing))
        levels = np.array(
            [gain.quanta**-0.5, gain.electronic, gain.full_scale, 1.0 / per_count], np.float32
        )
        taps = gaussian_taps(max(NOISE_SIGMA_MM / pitch_mm(paths.view), 0.6))
        log_signal, picture = np.empty_like(clean), np.empty_like(clean)
        grey = np.empty(clean.shape, np.uint8)
        self._turns.run(
            lambda turn, turns: exposed_rows(
                scenes,
                paths.clean,
                paths.veil,
                paths.processing.picture,
                np.float32(paths.processing.per_log_unit),
                chance.table,
                (*chance.places[0], *chance.places[1]),
                levels,
                lag,
                averaging,
                read,
                taps,
                moved or clean is not paths.clean,
                counts,
                log_signal,
                picture,
                grey,
                turn,
                turns,
            )
        )
        return Exposure(log_signal, picture, grey, pulse)


def _lag(model: DetectorModel, before: Sequence[Pulse]) -> FloatImage:
    """Share of this pulse, and of each earlier one per count; ended by zeros."""
    shares = [share * one.per_count for share, one in zip(model.lag, before, strict=False)]
    own = 1.0 - sum(model.lag[: len(shares)])
    return np.array([own, *shares, *[0.0] * (MOST_EARLIER - len(shares))], np.float32)


def _averaging(pulses: Sequence[Pulse]) -> FloatImage:
    """Weights per count, weights, and full scale of pulses, newest first; ended by zeros."""
    weights = np.array(AVERAGING[: len(pulses)])
    weights /= weights.sum()
    table = np.zeros((3, len(AVERAGING)), np.float32)
    for place, (weight, one) in enumerate(zip(weights, pulses, strict=True)):
        table[:, place] = weight * one.per_count, weight, one.per_count * COUNTS
    return table


def _beside(columns: int, step: int) -> tuple[NDArray[np.int32], FloatImage]:
    """The cell left of each column's middle, and the share of the next; the grid begins at -1."""
    at = (np.arange(columns) + 0.5) / step + 0.5
    left = at.astype(np.int32)
    return left, (at - left).astype(np.float32)


def _half(shape: tuple[int, ...]) -> tuple[int, int]:
    return (shape[0] + 1) // 2, (shape[1] + 1) // 2


def _nothing() -> PathMap:
    return np.zeros((0, 0), np.float32)
