"""One exposure: anatomy, steel, noise, picture; the anatomy is kept while the pose holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import Basis, Patient, RadiographView
from trainer.geometry.pinhole import PinholeView
from trainer.imaging._cv import resized
from trainer.imaging.beam import beam_at
from trainer.imaging.display import Processing, processed, processing_of, to_grey
from trainer.imaging.needle_shadow import Rod, steel_patch
from trainer.imaging.noise import add_noise
from trainer.imaging.projector import PathMap, Projector

STORED_LOG_SPAN = 11.0  # ln units over 16 bits: exp(-11) of the open field is beyond any patient
# A stored radiograph's scale is not known to us. Its darkest to brightest percent is taken as this
# many ln units, so that steel looks as dark as it would (design value; anatomy.md 1.2 lists 3-4).
RADIOGRAPH_LOG_SPAN = 3.5
RADIOGRAPH_STEEL_PER_MM = 1.9  # mean steel attenuation behind 20 g/cm2 water at 75 kVp, own table


@dataclass(frozen=True, slots=True, eq=False)
class AnatomyPaths:
    """What lies along each ray without steel, its log signal, how it is displayed."""

    view: PinholeView
    kvp: float
    water_g_cm2: PathMap
    bone_g_cm2: PathMap
    log_signal: PathMap
    processing: Processing


@dataclass(frozen=True, slots=True, eq=False)
class Exposure:
    """A picture. log_signal : ln(I / I0) as detected. display : 8-bit grey, dense dark."""

    log_signal: PathMap
    display: NDArray[np.uint8]

    @property
    def stored(self) -> NDArray[np.uint16]:
        """16-bit log signal for DICOM: 65535 is the open field, dense is low."""
        scaled = 65535.0 * (1.0 + self.log_signal / STORED_LOG_SPAN)
        return np.asarray(np.rint(np.clip(scaled, 0.0, 65535.0)), dtype=np.uint16)


def anatomy_paths(
    patient: Patient, view: PinholeView, kvp: float, projector: Projector
) -> AnatomyPaths:
    """Project a volumetric patient; the slow part of an exposure."""
    columns, rows = view.size_px
    paths = projector.path_lengths(patient.volumes, view)
    empty = np.zeros((rows, columns), np.float32)
    water, bone = paths.get(Basis.WATER, empty), paths.get(Basis.BONE, empty)
    log_signal = beam_at(kvp).log_transmission(water, bone)
    return AnatomyPaths(view, kvp, water, bone, log_signal, processing_of(log_signal))


def stored_paths(picture: RadiographView, size_px: tuple[int, int] | None = None) -> AnatomyPaths:
    """A stored radiograph as if it were anatomy: its grey is taken as the log signal."""
    grey = picture.grey.astype(np.float32)
    low, high = np.percentile(grey[::4, ::4], (1.0, 99.0))
    scale = RADIOGRAPH_LOG_SPAN / max(float(high - low), 1.0)
    log_signal = ((grey - np.float32(high)) * np.float32(scale)).astype(np.float32) - 1.0
    view = picture.view
    if size_px is not None and size_px != view.size_px:
        view, log_signal = view.resized(size_px), resized(log_signal, size_px)
    empty = np.zeros(log_signal.shape, np.float32)
    return AnatomyPaths(view, 0.0, empty, empty, log_signal, processing_of(log_signal))


def expose(
    paths: AnatomyPaths,
    rods: Sequence[Rod] = (),
    *,
    seed: int = 0,
    exposure: int = 1,
    pulses: float = 1.0,
) -> Exposure:
    """Put steel into the beam, detect, display. A stored radiograph (kvp 0) has its own noise."""
    log_signal = paths.log_signal
    for rod in rods:
        log_signal = _with_steel(paths, log_signal, rod)
    if paths.kvp > 0.0:
        log_signal = add_noise(log_signal, seed, exposure, pulses)
    return Exposure(log_signal, to_grey(processed(log_signal, paths.processing)))


def _with_steel(paths: AnatomyPaths, log_signal: PathMap, rod: Rod) -> PathMap:
    patch = steel_patch(rod, paths.view)
    if patch is None or not patch.steel_mm.any():
        return log_signal
    rows, columns = patch.steel_mm.shape
    place = np.s_[patch.top : patch.top + rows, patch.left : patch.left + columns]
    hit = patch.steel_mm > 0.0
    darker = log_signal.copy()
    darker[place][hit] += _darkening(paths, place, hit, patch.steel_mm[hit])
    return darker


def _darkening(
    paths: AnatomyPaths,
    place: tuple[slice, slice],
    hit: NDArray[np.bool_],
    steel_mm: NDArray[np.float32],
) -> NDArray[np.float32]:
    """Change of ln(I / I0) by the steel, behind this anatomy's hardened beam."""
    if paths.kvp <= 0.0:
        return np.asarray(-RADIOGRAPH_STEEL_PER_MM * steel_mm, dtype=np.float32)
    beam = beam_at(paths.kvp)
    water, bone = paths.water_g_cm2[place][hit], paths.bone_g_cm2[place][hit]
    with_steel = beam.exact_log_transmission(water, bone, steel_mm)
    without = beam.exact_log_transmission(water, bone, np.zeros_like(steel_mm))
    return np.asarray(with_steel - without, dtype=np.float32)
