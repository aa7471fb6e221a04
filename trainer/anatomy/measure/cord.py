"""The spinal cord in the water picture of the canal: a little denser than what surrounds it."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from trainer.anatomy.measure.density import Density
from trainer.anatomy.measure.vertebra import Vertebra

PIXEL_MM = 0.25
LEAST_STEP_G_CM3 = 0.006  # cord against fluid; one count of the water volume is 0.0042


def cord_size(water: Density, one: Vertebra) -> tuple[float, float]:
    """Width and depth of the cord at mid-pedicle, mm; NaN where nothing in the canal is denser.

    The section is averaged over 6 mm along the canal, cut half-way between cord and fluid, and
    measured as the ellipse of the piece's own extent.
    """
    half, depth = one.canal.width_mm / 2.0 - 1.2, one.canal.depth_mm / 2.0 - 1.2
    middle = one.canal.floor_y_mm + one.canal.depth_mm / 2.0
    x = np.arange(-half, half + 0.01, PIXEL_MM)
    y = middle + np.arange(-depth, depth + 0.01, PIXEL_MM)
    z = one.canal.pedicle_z_mm + np.arange(-3.0, 3.1, 0.5)
    grid = np.stack(np.meshgrid(x, y, z, indexing="ij"), axis=-1)
    section = water.at(one.axes.world(grid)).mean(axis=2)
    inside = (grid[:, :, 0, 0] / half) ** 2 + ((grid[:, :, 0, 1] - middle) / depth) ** 2 < 1.0
    low, high = np.percentile(section[inside], [10.0, 95.0])
    if high - low < LEAST_STEP_G_CM3:
        return float("nan"), float("nan")
    pieces, count = ndimage.label((section > (low + high) / 2.0) & inside)
    if not count:
        return float("nan"), float("nan")
    largest = pieces == np.bincount(pieces.ravel())[1:].argmax() + 1
    rows, columns = np.nonzero(largest)
    return float(np.ptp(rows) + 1) * PIXEL_MM, float(np.ptp(columns) + 1) * PIXEL_MM
