"""What every projector does: how much of each basis material lies along each pixel's ray."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import Basis, BasisVolume
from trainer.geometry.pinhole import PinholeView

if TYPE_CHECKING:
    from trainer.imaging.chain import Chain

PathMap = NDArray[np.float32]


class Quality(StrEnum):
    """How finely a view is computed: while the C-arm moves; a frame of a run; a still."""

    MOVING = "moving"
    LIVE = "live"
    FINE = "fine"


class Projector(Protocol):
    """Line integrals of basis volumes."""

    @property
    def chain(self) -> Chain | None:
        """What makes pictures of them as fast; None is the plain one."""

    def path_lengths(
        self,
        volumes: Sequence[BasisVolume],
        view: PinholeView,
        quality: Quality | None = None,
    ) -> Mapping[Basis, PathMap]:
        """Grams per cm2 of each basis along the ray of each pixel; shape (rows, columns).

        Volumes of one basis add up. The integral is that of the trilinear interpolation of the
        voxels, which falls to zero over one voxel outside the grid. quality : None is the
        projector's own; one that knows only one quality may ignore it.
        """
