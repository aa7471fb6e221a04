"""One exposure: anatomy, steel, contrast, receptor, picture; anatomy is kept while a pose holds."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np

from trainer.anatomy.patient import Patient, RadiographView
from trainer.geometry.pinhole import PinholeView
from trainer.imaging._cv import resized
from trainer.imaging.brightness import Technique, technique_at
from trainer.imaging.contrast_shadow import Pool
from trainer.imaging.detector import FLAT_PANEL, DetectorModel, pitch_mm, sid_mm
from trainer.imaging.display import SCATTER_REMOVED, processing_of, unveiled_log
from trainer.imaging.fluence import kev_per_quantum, signal_kev_per_mm2
from trainer.imaging.needle_shadow import Rod
from trainer.imaging.noise import chance_of
from trainer.imaging.paths import AnatomyPaths
from trainer.imaging.picture import Exposure
from trainer.imaging.plain_chain import PLAIN, shown
from trainer.imaging.projected import ProjectedPaths, projected
from trainer.imaging.projector import PathMap, Projector, Quality
from trainer.imaging.pulse import Gain, Pulse
from trainer.imaging.thickness import RADIOGRAPH_G_CM2, WHOLE, OpenPart

__all__ = [
    "AnatomyPaths",
    "Exposure",
    "ProjectedPaths",
    "Quality",
    "anatomy_paths",
    "anatomy_paths_of",
    "expose",
    "gain_of",
    "projected",
    "stored_paths",
]

# A stored radiograph is taken as a log picture, as angiographic and digital X-ray objects are kept
# for presentation; its scale is not known to us. Its darkest to brightest percent is taken as this
# many ln units, and its steel as lying behind this much water at this voltage, so that steel looks
# as dark as it would (design values; anatomy.md 1.2 lists 3-4 ln units).
RADIOGRAPH_LOG_SPAN = 3.5
RADIOGRAPH_KVP = 75.0
RADIOGRAPH_BRIGHTEST_LOG = -1.0
SCATTER_LEFT = 1.0 - SCATTER_REMOVED


def anatomy_paths(
    patient: Patient,
    view: PinholeView,
    kvp: float,
    projector: Projector,
    *,
    open_part: OpenPart = WHOLE,
    model: DetectorModel = FLAT_PANEL,
) -> AnatomyPaths:
    """Project a volumetric patient and see it by one voltage: both steps in one."""
    return anatomy_paths_of(projected(patient, view, projector), kvp, open_part, model)


def anatomy_paths_of(
    paths: ProjectedPaths,
    kvp: float,
    open_part: OpenPart = WHOLE,
    model: DetectorModel = FLAT_PANEL,
) -> AnatomyPaths:
    """What the receptor gets of projected anatomy at a voltage, and how it is displayed.

    kvp : taken as whole kilovolts, each of which has a table. open_part : left, top, right, bottom
    of the open field as shares of the picture.
    """
    return (paths.chain or PLAIN).seen(paths, float(round(kvp)), open_part, model)


def stored_paths(picture: RadiographView, size_px: tuple[int, int] | None = None) -> AnatomyPaths:
    """A stored radiograph as if it were anatomy: its grey is taken as the log signal."""
    grey = picture.grey.astype(np.float32)
    low, high = np.percentile(grey[::4, ::4], (1.0, 99.0))
    scale = np.float32(RADIOGRAPH_LOG_SPAN / max(float(high - low), 1.0))
    log_signal = (grey - np.float32(high)) * scale + np.float32(RADIOGRAPH_BRIGHTEST_LOG)
    view = picture.view
    if size_px is not None and size_px != view.size_px:
        view, log_signal = view.resized(size_px), resized(log_signal, size_px)
    return AnatomyPaths(
        view=view,
        kvp=RADIOGRAPH_KVP,
        water_g_cm2=np.full(log_signal.shape, RADIOGRAPH_G_CM2, np.float32),
        bone_g_cm2=np.zeros(log_signal.shape, np.float32),
        log_signal=log_signal,
        clean=np.exp(log_signal),
        veil=np.zeros_like(log_signal),
        thickness_g_cm2=RADIOGRAPH_G_CM2,
        processing=processing_of(log_signal),
        direct_share=1.0 / (1.0 + SCATTER_LEFT * float(FLAT_PANEL.scatter_ratio(RADIOGRAPH_G_CM2))),
        has_noise=True,
    )


@functools.lru_cache(maxsize=2)  # what rests under a running beam is drawn once
def _shadowed(paths: AnatomyPaths, rods: tuple[Rod, ...], pools: tuple[Pool, ...]) -> PathMap:
    if not (rods or pools):
        return paths.clean
    return (paths.chain or PLAIN).shadowed(paths, rods, pools)


def expose(
    paths: AnatomyPaths,
    rods: Sequence[Rod] = (),
    pools: Sequence[Pool] = (),
    *,
    seed: int = 0,
    exposure: int = 1,
    pulses: float = 1.0,
    technique: Technique | None = None,
    earlier: Sequence[Pulse] = (),
) -> Exposure:
    """Put steel and contrast into the beam, detect, display.

    seed, exposure : of the noise, (attempt seed, exposure number). technique : its charge counts,
    the voltage is that of the paths; None is automatic brightness in normal mode. pulses : times
    that charge. earlier : pulses of the same pose before this one, newest first, up to 4.
    """
    clean = _shadowed(paths, tuple(rods), tuple(pools))
    if paths.has_noise:
        added = unveiled_log(clean, paths.veil) - unveiled_log(paths.clean, paths.veil)
        return shown(paths, paths.log_signal, added, None)
    technique = technique or technique_at(
        paths.kvp, paths.thickness_g_cm2, sid_mm=sid_mm(paths.view)
    )
    gain = gain_of(paths, technique.charge_mas_per_pulse * pulses)
    chance = chance_of(clean.shape, seed, exposure, paths.model, pitch_mm(paths.view))
    return (paths.chain or PLAIN).taken(paths, clean, chance, gain, earlier)


def gain_of(paths: AnatomyPaths, charge_mas: float) -> Gain:
    """What the open field of a pulse is worth in this picture's pixels."""
    view, model = paths.view, paths.model
    at_mm = sid_mm(view)
    open_kev = signal_kev_per_mm2(paths.kvp, charge_mas, at_mm)
    behind_kev = signal_kev_per_mm2(paths.kvp, charge_mas, at_mm, paths.thickness_g_cm2)
    pixel_mm2 = float(np.linalg.norm(np.cross(view.column_step_mm, view.row_step_mm)))
    return Gain(
        quanta=open_kev * pixel_mm2 / kev_per_quantum(paths.kvp, paths.thickness_g_cm2),
        electronic=model.electronic_kev_per_mm2 / open_kev,
        full_scale=model.full_scale_kev_per_mm2(behind_kev) / open_kev,
    )
