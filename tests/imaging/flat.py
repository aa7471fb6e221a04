"""Plain fields in front of the receptor, for what can be measured on a picture."""

from __future__ import annotations

import numpy as np

from trainer.geometry.carm import CArmPose
from trainer.imaging.beam import beam_at
from trainer.imaging.detector import FLAT_PANEL, DetectorModel
from trainer.imaging.display import SCATTER_REMOVED, processing_of, unveiled_log
from trainer.imaging.paths import AnatomyPaths
from trainer.imaging.received import received
from trainer.imaging.thickness import WHOLE, OpenPart

KVP = 75.0


def behind_water(
    water_g_cm2: np.ndarray | float,
    size_px: int = 256,
    *,
    field_mm: float = 298.0,
    open_part: OpenPart = WHOLE,
    model: DetectorModel = FLAT_PANEL,
) -> AnatomyPaths:
    """Water of this path (one number or a map) and nothing else."""
    view = CArmPose(matrix_px=size_px, field_mm=field_mm).view
    water = np.broadcast_to(np.float32(water_g_cm2), (size_px, size_px)).copy()
    bone = np.zeros_like(water)
    log_signal = beam_at(KVP).log_transmission(water, bone)
    thickness = float(np.median(water))
    clean, scatter = received(np.exp(log_signal), water, view, open_part, model)
    veil = scatter * np.float32(SCATTER_REMOVED)
    how = processing_of(unveiled_log(clean, veil))
    return AnatomyPaths(view, KVP, water, bone, log_signal, clean, veil, thickness, how, model)
