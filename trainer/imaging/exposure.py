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
from trainer.imaging.display import Processing, processed, processing_of
from trainer.imaging.look import grey_of
from trainer.imaging.needle_shadow import Rod, steel_patch
from trainer.imaging.noise import quantum_noise
from trainer.imaging.projector import PathMap, Projector

STORED_LOG_SPAN = 11.0  # ln units over 16 bits: exp(-11) of the open field is beyond any patient
# A stored radiograph is taken as a log picture, as angiographic and digital X-ray objects are kept
# for presentation; its scale is not known to us. Its darkest to brightest percent is taken as this
# many ln units, and its steel as lying behind this much water at this voltage, so that steel looks
# as dark as it would (design values; anatomy.md 1.2 lists 3-4 ln units).
RADIOGRAPH_LOG_SPAN = 3.5
RADIOGRAPH_WATER_G_CM2, RADIOGRAPH_KVP = 20.0, 75.0
RADIOGRAPH_BRIGHTEST_LOG = -1.0


@dataclass(frozen=True, slots=True, eq=False)
class AnatomyPaths:
    """What lies along each ray without steel, its log signal, how it is displayed.

    Maps have shape (rows, columns). has_noise : a stored picture brings its own.
    """

    view: PinholeView
    kvp: float
    water_g_cm2: PathMap
    bone_g_cm2: PathMap
    log_signal: PathMap
    processing: Processing
    has_noise: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Exposure:
    """A picture, shape (rows, columns).

    log_signal : ln(I / I0) as detected. picture : for a monitor, dense dark, mostly 0..1; see
    `trainer.imaging.look.grey_of`. display : its plain 8-bit grey.
    """

    log_signal: PathMap
    picture: PathMap
    display: NDArray[np.uint8]

    @property
    def transmission(self) -> PathMap:
        """I / I0 as detected."""
        return np.exp(self.log_signal)

    @property
    def stored(self) -> NDArray[np.uint16]:
        """16-bit log signal for DICOM: 65535 is the open field, dense is low."""
        scaled = 65535.0 * (1.0 + self.log_signal / STORED_LOG_SPAN)
        return np.asarray(np.rint(np.clip(scaled, 0.0, 65535.0)), dtype=np.uint16)


def anatomy_paths(
    patient: Patient, view: PinholeView, kvp: float, projector: Projector
) -> AnatomyPaths:
    """Project a volumetric patient; the slow part of an exposure.

    Densities of `Basis.CONTRAST` are those of its iodine.
    """
    columns, rows = view.size_px
    paths = projector.path_lengths(patient.volumes, view)
    empty = np.zeros((rows, columns), np.float32)
    water, bone = paths.get(Basis.WATER, empty), paths.get(Basis.BONE, empty)
    log_signal = beam_at(kvp).log_transmission(water, bone)
    iodine = paths.get(Basis.CONTRAST, empty)
    if (hit := iodine > 0.0).any():
        darker = beam_at(kvp).darkening(water[hit], bone[hit], iodine_g_cm2=iodine[hit])
        log_signal[hit] += darker
    return AnatomyPaths(view, kvp, water, bone, log_signal, processing_of(log_signal))


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
        water_g_cm2=np.full(log_signal.shape, RADIOGRAPH_WATER_G_CM2, np.float32),
        bone_g_cm2=np.zeros(log_signal.shape, np.float32),
        log_signal=log_signal,
        processing=processing_of(log_signal),
        has_noise=True,
    )


def expose(
    paths: AnatomyPaths,
    rods: Sequence[Rod] = (),
    *,
    seed: int = 0,
    exposure: int = 1,
    pulses: float = 1.0,
) -> Exposure:
    """Put steel into the beam, detect, display.

    seed, exposure : of the noise, (attempt seed, exposure number). pulses : worth of quanta.
    """
    added = _darkening(paths, _steel_mm(rods, paths.view))
    if not paths.has_noise:
        added += quantum_noise(paths.log_signal + added, seed, exposure, pulses)
    picture = processed(added, paths.processing)
    return Exposure(paths.log_signal + added, picture, grey_of(picture))


def _steel_mm(rods: Sequence[Rod], view: PinholeView) -> PathMap:
    columns, rows = view.size_px
    steel = np.zeros((rows, columns), np.float32)
    for rod in rods:
        patch = steel_patch(rod, view)
        if patch is not None:
            down, across = patch.steel_mm.shape
            steel[patch.top : patch.top + down, patch.left : patch.left + across] += patch.steel_mm
    return steel


def _darkening(paths: AnatomyPaths, steel_mm: PathMap) -> PathMap:
    """Change of ln(I / I0) by the steel, behind this anatomy's hardened beam."""
    added = np.zeros_like(steel_mm)
    if (hit := steel_mm > 0.0).any():
        added[hit] = beam_at(paths.kvp).darkening(
            paths.water_g_cm2[hit], paths.bone_g_cm2[hit], steel_mm=steel_mm[hit]
        )
    return added
