"""What lies along each ray of a pose: all that must be found again when the C-arm has moved."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.patient import Basis, Patient
from trainer.geometry.pinhole import PinholeView
from trainer.imaging.chain import Chain
from trainer.imaging.projector import PathMap, Projector, Quality


@dataclass(frozen=True, slots=True, eq=False)
class ProjectedPaths:
    """Paths of one patient under one view, of any voltage and any shutters.

    *_g_cm2 : shape (rows, columns); iodine is None where the patient holds none. quality : what
    was asked of the projector. chain : what makes pictures of it; None is the plain one.
    """

    view: PinholeView
    water_g_cm2: PathMap
    bone_g_cm2: PathMap
    iodine_g_cm2: PathMap | None = None
    quality: Quality = Quality.LIVE
    chain: Chain | None = None


def projected(
    patient: Patient,
    view: PinholeView,
    projector: Projector,
    quality: Quality = Quality.LIVE,
) -> ProjectedPaths:
    """Project a volumetric patient; the slow part of an exposure.

    Densities of `Basis.CONTRAST` are of its iodine.
    """
    columns, rows = view.size_px
    paths = projector.path_lengths(patient.volumes, view, quality)
    empty = np.zeros((rows, columns), np.float32)
    iodine = paths.get(Basis.CONTRAST)
    return ProjectedPaths(
        view=view,
        water_g_cm2=paths.get(Basis.WATER, empty),
        bone_g_cm2=paths.get(Basis.BONE, empty),
        iodine_g_cm2=iodine if iodine is not None and iodine.any() else None,
        quality=quality,
        chain=projector.chain,
    )
