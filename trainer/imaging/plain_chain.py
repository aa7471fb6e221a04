"""The chain in numpy and OpenCV, step by step: until the kernels are compiled, and to test them."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np

from trainer.imaging._cv import strips
from trainer.imaging.beam import beam_at
from trainer.imaging.contrast_shadow import Pool
from trainer.imaging.detector import DetectorModel, pitch_mm
from trainer.imaging.display import SCATTER_REMOVED, processed, processing_of, quieted, unveiled_log
from trainer.imaging.look import grey_of
from trainer.imaging.needle_shadow import Rod
from trainer.imaging.noise import Chance
from trainer.imaging.paths import AnatomyPaths
from trainer.imaging.picture import Exposure
from trainer.imaging.projected import ProjectedPaths
from trainer.imaging.projector import PathMap
from trainer.imaging.pulse import Gain, Pulse, averaged, detect
from trainer.imaging.received import received, with_shadows
from trainer.imaging.thickness import OpenPart, as_water_g_cm2, median_g_cm2


class PlainChain:
    """Implements `Chain`; one thread, many passes, nothing to compile."""

    def seen(
        self, paths: ProjectedPaths, kvp: float, open_part: OpenPart, model: DetectorModel
    ) -> AnatomyPaths:
        """What the receptor gets of anatomy at a voltage, and how it is displayed."""
        water, bone = paths.water_g_cm2, paths.bone_g_cm2
        log_signal = beam_at(kvp).log_transmission(water, bone)
        if (darker := iodine_log(paths, kvp)) is not None:
            log_signal += darker
        thickness = as_water_g_cm2(water, bone)
        clean, scatter = received(np.exp(log_signal), thickness, paths.view, open_part, model)
        veil = scatter * np.float32(SCATTER_REMOVED)
        return AnatomyPaths(
            view=paths.view,
            kvp=kvp,
            water_g_cm2=water,
            bone_g_cm2=bone,
            log_signal=log_signal,
            clean=clean,
            veil=veil,
            thickness_g_cm2=median_g_cm2(thickness, open_part),
            processing=processing_of(unveiled_log(clean, veil)),
            model=model,
        )

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
        pulse = detect(clean, chance.map, gain, paths.model, earlier)
        base_log, noise_log, change_log = _logs(paths, pulse, earlier, gain.full_scale)
        added = quieted(noise_log, pitch_mm(paths.view))
        added += change_log
        return shown(paths, base_log, added, pulse)


PLAIN = PlainChain()


def iodine_log(paths: ProjectedPaths, kvp: float) -> PathMap | None:
    """What contrast medium adds to ln(I / I0); None where there is none."""
    if paths.iodine_g_cm2 is None:
        return None
    hit = paths.iodine_g_cm2 > 0.0
    water, bone = paths.water_g_cm2[hit], paths.bone_g_cm2[hit]
    added = np.zeros_like(paths.iodine_g_cm2)
    added[hit] = beam_at(kvp).darkening(water, bone, iodine_g_cm2=paths.iodine_g_cm2[hit])
    return added


def shown(paths: AnatomyPaths, base_log: PathMap, added: PathMap, pulse: Pulse | None) -> Exposure:
    """The picture of an anatomy and of what is added to its ln(I / I0)."""
    picture = processed(added, paths.processing)
    return Exposure(base_log + added, picture, grey_of(picture), pulse)


def _logs(
    paths: AnatomyPaths, pulse: Pulse, earlier: Sequence[Pulse], full_scale: float
) -> tuple[PathMap, PathMap, PathMap]:
    """ln(I / I0) of the anatomy, and what noise and what steel add to it."""
    base = _base_log(paths, full_scale)
    noise, change = np.empty_like(base), np.empty_like(base)
    for part in strips(base.shape[0]):
        detected, scene = averaged(pulse, earlier, part)
        scene_log = unveiled_log(scene, paths.veil[part])
        detected_log = unveiled_log(detected, paths.veil[part])
        np.subtract(detected_log, scene_log, out=noise[part])
        np.subtract(scene_log, base[part], out=change[part])
    return base, noise, change


@functools.lru_cache(maxsize=2)  # under a still machine every pulse has the same
def _base_log(paths: AnatomyPaths, full_scale: float) -> PathMap:
    log = unveiled_log(np.minimum(paths.clean, np.float32(full_scale)), paths.veil)
    log.setflags(write=False)
    return log
