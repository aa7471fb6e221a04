"""One vertebra as the ruler sees it: voxels, axes, plates and canal, found once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.measure.axes import Axes
from trainer.anatomy.measure.blobs import bone_level
from trainer.anatomy.measure.body import PlateSize, plate_size
from trainer.anatomy.measure.canal import Canal, canal_of
from trainer.anatomy.measure.density import Density
from trainer.anatomy.measure.fit import Body, fitted
from trainer.geometry.pinhole import FloatArray

SIGN = {Side.LEFT: 1.0, Side.RIGHT: -1.0}


@dataclass(frozen=True, slots=True, eq=False)
class Vertebra:
    """What every measurement of one level starts from; lengths in its own axes, mm."""

    level: str
    density: Density
    body: Body
    upper: PlateSize
    lower: PlateSize
    canal: Canal
    bone_g_cm3: float  # sections are cut at this density

    @property
    def axes(self) -> Axes:
        """Its own axes."""
        return self.body.axes

    @property
    def height_mm(self) -> float:
        """Between the plates' dishes, in the middle."""
        return self.body.upper.height_mm - self.body.lower.height_mm


def found(
    density: Density, level: str, near_world_mm: FloatArray, up: FloatArray, left: FloatArray
) -> Vertebra | None:
    """The vertebra round a point; None where its plates or its canal cannot be found."""
    body = fitted(density, near_world_mm, up, left)
    if body is None:
        return None
    upper, lower = (plate_size(density, body, sign) for sign in (1.0, -1.0))
    behind = float(np.nanmax([body.back_mm, upper.back_mm, lower.back_mm]))
    canal = canal_of(density, body, behind)
    if np.isnan([canal.width_mm, canal.depth_mm]).any():
        return None
    cut = bone_level(density, body.axes, body.half_width_mm, body.back_mm)
    return Vertebra(level, density, body, upper, lower, canal, cut)
