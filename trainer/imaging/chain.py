"""From paths to a picture: what every way of computing it does.

`plain_chain` is numpy and OpenCV, the words of docs/physics/beam.md one by one; `fused_chain` is
the same in a few compiled loops, ready as soon as the fast projector is. Each is deterministic; the
two differ by less than a grey level (tested).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from trainer.imaging.contrast_shadow import Pool
from trainer.imaging.detector import DetectorModel
from trainer.imaging.needle_shadow import Rod
from trainer.imaging.noise import Chance
from trainer.imaging.pulse import Gain, Pulse
from trainer.imaging.thickness import OpenPart

if TYPE_CHECKING:
    from trainer.imaging.paths import AnatomyPaths
    from trainer.imaging.picture import Exposure
    from trainer.imaging.projected import ProjectedPaths
    from trainer.imaging.projector import PathMap


class Chain(Protocol):
    """Receptor and display."""

    def seen(
        self, paths: ProjectedPaths, kvp: float, open_part: OpenPart, model: DetectorModel
    ) -> AnatomyPaths:
        """What the receptor gets of anatomy at a voltage, and how it is displayed."""

    def shadowed(self, paths: AnatomyPaths, rods: Sequence[Rod], pools: Sequence[Pool]) -> PathMap:
        """I / I0 with steel and contrast in the direct beam; `paths.clean` where they miss it."""

    def taken(
        self,
        paths: AnatomyPaths,
        clean: PathMap,
        chance: Chance,
        gain: Gain,
        earlier: Sequence[Pulse],
    ) -> Exposure:
        """Read a pulse out and display it.

        clean : I / I0 with whatever steel there is, shape (rows, columns); `paths.clean` itself
        where there is none. earlier : pulses of the same pose, newest first.
        """
