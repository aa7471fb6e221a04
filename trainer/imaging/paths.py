"""One anatomy as one pose sees it: what every exposure of that pose starts from."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.geometry.pinhole import PinholeView
from trainer.imaging.chain import Chain
from trainer.imaging.detector import FLAT_PANEL, DetectorModel
from trainer.imaging.display import Processing
from trainer.imaging.projector import PathMap


@dataclass(frozen=True, slots=True, eq=False)
class AnatomyPaths:
    """What lies along each ray without steel, what the receptor gets of it, how it is displayed.

    Maps have shape (rows, columns). log_signal : ln(I / I0) of the primary beam. clean : I / I0 at
    the receptor, with spread, scatter and glare. veil : the scatter that the display takes off,
    I / I0. thickness_g_cm2 : water-equivalent, median of the
    middle. direct_share : of exp(log_signal) that steel can take away; the rest is scatter.
    has_noise : a stored picture brings its own, and has been through a receptor. chain : what
    computes its pictures; None is the plain one.
    """

    view: PinholeView
    kvp: float
    water_g_cm2: PathMap
    bone_g_cm2: PathMap
    log_signal: PathMap
    clean: PathMap
    veil: PathMap
    thickness_g_cm2: float
    processing: Processing
    model: DetectorModel = FLAT_PANEL
    direct_share: float = 1.0
    has_noise: bool = False
    chain: Chain | None = None
