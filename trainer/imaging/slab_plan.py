"""What the slab projector does for one view of one grid: base plane, slices, slabs, weights.

The base plane is parallel to the slices. Seen from the source, every slice is the base plane by
one scale t and one shift; slices in a slab of up to sixteen are summed on the grid of the slab's
middle, whose scale differs from theirs by a percent, and brought to the base plane once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.pinhole import FloatArray
from trainer.imaging.index_view import ACROSS_DOWN, IndexView
from trainer.imaging.slab_volume import Layered
from trainer.imaging.slice_projector import NEAREST_SHARE, STEEP_DRIFT

SLICES_PER_SLAB = 16  # 8 is slower, 32 blurs (rendering.md, measured)
MOST_STRETCH = 0.06  # scales within a slab differ by no more: short slabs near the source
Steps = tuple[float, float]  # voxels from one base sample to the next, at least and at most
MARGIN = 2  # base samples round what the receptor sees, for the interpolation


@dataclass(frozen=True, slots=True, eq=False)
class SlabPlan:
    """Arguments of `slab_kernels.base_rows` and `add_seen`, see there; columns of the base."""

    source: tuple[float, float]
    slices: FloatArray
    slabs: FloatArray
    windows: NDArray[np.int64]
    places: NDArray[np.int32]
    weights: NDArray[np.float32]
    rows: FloatArray
    pixels: FloatArray
    window: tuple[int, int, int, int]

    @property
    def base_shape(self) -> tuple[int, int]:
        """Rows and columns of the base plane."""
        return len(self.rows), self.places.shape[2]


def slab_plan(
    view: IndexView, stack: Layered, steps: tuple[Steps, Steps], *, midway: bool = False
) -> SlabPlan | None:
    """Plan a view; None where it misses everything.

    steps : across and down the base plane, which is sampled as the receptor is within these limits.
    midway : steep rays meet planes midway between slices too, at three times the work.
    """
    slices = _slices_reached(view, stack)
    if stack.box is None or not slices.size:
        return None
    normal, (across, down) = stack.normal, ACROSS_DOWN[stack.normal]
    base_at = (slices[0] + slices[-1]) / 2.0
    source = float(view.source[across]), float(view.source[down])
    to_base = base_at - view.source[normal]
    factors = (slices - view.source[normal]) / to_base
    base_from_pixel = view.slice_from_pixel(normal, base_at)
    ends = factors[[0, -1]]
    spans = [_span(place, stack.box[n], ends) for place, n in zip(source, (2, 1), strict=True)]
    axes = [_axis(base_from_pixel, n, spans[n], view.size_px, steps[n]) for n in (0, 1)]
    if axes[0] is None or axes[1] is None:
        return None
    columns, rows = axes[0], axes[1]
    halfway = 0.5 / to_base if midway and view.drift_per_slice(normal) > STEEP_DRIFT else 0.0
    planes, slabs, shares = _planes(slices, factors, halfway)
    windows, places, weights = _spread_tables(columns, source[0], slabs)
    weights *= shares[:, None, None]
    pixels = _steps_from_index(columns, rows) @ base_from_pixel
    return SlabPlan(
        source=source,
        slices=planes,
        slabs=slabs,
        windows=windows,
        places=places,
        weights=weights,
        rows=rows,
        pixels=pixels,
        window=_window(pixels, (len(columns), len(rows)), view.size_px),
    )


def _slices_reached(view: IndexView, stack: Layered) -> NDArray[np.intp]:
    """The filled slices between source and receptor on the central ray."""
    if stack.box is None:
        return np.zeros(0, np.intp)
    first, last = stack.box[0]
    slices = np.arange(first, last + 1)
    share_of = view.share_of_way(stack.normal)
    share = np.linspace(share_of(float(first)), share_of(float(last)), len(slices))
    return slices[(share > NEAREST_SHARE) & (share < 1.0)]


def _span(source: float, box: NDArray[np.intp], factors: FloatArray) -> tuple[float, float]:
    """Where the filled voxels fall on the base plane, along one of its axes."""
    ends = box + np.array([-1.0, 1.0])
    on_base = source + (ends[:, None] - source) / factors
    return float(on_base.min()), float(on_base.max())


def _axis(
    base_from_pixel: FloatArray,
    row: int,
    span: tuple[float, float],
    size_px: tuple[int, int],
    steps: Steps,
) -> FloatArray | None:
    """Sample places along one axis of the base plane; None where receptor and voxels part."""
    right, bottom = size_px[0] - 1.0, size_px[1] - 1.0
    corners = np.array([[0, 0, 1], [right, 0, 1], [0, bottom, 1], [right, bottom, 1.0]]).T
    seen = base_from_pixel @ corners
    if not (seen[2] * seen[2, 0] > 0.0).all():
        return None
    places = seen[row] / seen[2]
    step = min(max(_step(base_from_pixel, row, (right / 2.0, bottom / 2.0)), steps[0]), steps[1])
    low, high = max(span[0], float(places.min())), min(span[1], float(places.max()))
    if low > high:
        return None
    count = (int(np.ceil((high - low) / step)) + 1 + 2 * MARGIN) | 1  # odd: rows lie between rows
    return np.asarray(low + step * (np.arange(count) - MARGIN), dtype=np.float64)


def _step(base_from_pixel: FloatArray, row: int, middle: tuple[float, float]) -> float:
    """How far the base place moves from one pixel to the next, in the middle of the picture."""
    at = base_from_pixel @ np.array([*middle, 1.0])
    slope = (base_from_pixel[row, :2] - at[row] / at[2] * base_from_pixel[2, :2]) / at[2]
    return float(np.hypot(*slope))


def _planes(
    slices: NDArray[np.intp], factors: FloatArray, halfway: float
) -> tuple[FloatArray, FloatArray, NDArray[np.float32]]:
    """Slice and factor of each plane, slabs of them, and what each slab counts.

    halfway : to the plane between two slices, as a factor; 0 for none. A plane between two is the
    mean of both, so each slice is met thrice: where it lies and half a slice before and behind.
    """
    met = [(0.0, 1.0)] if halfway == 0.0 else [(0.0, 0.5), (-halfway, 0.25), (halfway, 0.25)]
    planes, slabs, shares = [], [], []
    for place, (away, share) in enumerate(met):
        found = _slabs(factors + away)
        found[:, :2] += place * len(slices)
        planes.append(np.stack([slices.astype(np.float64), factors + away], axis=1))
        slabs.append(found)
        shares += [share] * len(found)
    return np.concatenate(planes), np.concatenate(slabs), np.array(shares, np.float32)


def _slabs(factors: FloatArray) -> FloatArray:
    """First slice, one past the last, 1 / t of the middle; shape (slabs, 3)."""
    found, first = [], 0
    while first < len(factors):
        end = first + 1
        while end < min(first + SLICES_PER_SLAB, len(factors)):
            if abs(factors[end] / factors[first] - 1.0) > MOST_STRETCH:
                break
            end += 1
        found.append((first, end, 2.0 / (factors[first] + factors[end - 1])))
        first = end
    return np.array(found, dtype=np.float64)


def _spread_tables(
    columns: FloatArray, source: float, slabs: FloatArray
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.float32]]:
    """The grid columns each slab needs, and the four that make each base sample with weights.

    For grids of whole and of half voxels: (2, slabs, columns) and (2, slabs, 4, columns).
    """
    on_grid = source + (columns - source) / slabs[:, 2:]
    left = np.floor(on_grid[:, :1]) - 1.0
    right = np.floor(on_grid[:, -1:]) + 3.0
    windows = np.concatenate([left, right - left], axis=1).astype(np.int64)
    on_grids = np.stack([on_grid - left, (on_grid - left) * 2.0])
    whole = np.floor(on_grids)
    weights = _catmull_rom((on_grids - whole).astype(np.float32))
    return windows, (whole - 1.0).astype(np.int32), weights


def _window(
    pixels: FloatArray, base_size: tuple[int, int], size_px: tuple[int, int]
) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of the pixels that see the base plane."""
    right, bottom = base_size[0] - 1.0, base_size[1] - 1.0
    corners = np.array([[0, 0, 1], [right, 0, 1], [0, bottom, 1], [right, bottom, 1.0]]).T
    seen = np.linalg.inv(pixels) @ corners
    if not (seen[2] * seen[2, 0] > 0.0).all():
        return 0, 0, *size_px
    low = np.clip(np.floor((seen[:2] / seen[2]).min(axis=1)), 0, size_px)
    high = np.clip(np.ceil((seen[:2] / seen[2]).max(axis=1)) + 1, low, size_px)
    return int(low[0]), int(low[1]), int(high[0]), int(high[1])


def _catmull_rom(share: NDArray[np.float32]) -> NDArray[np.float32]:
    """Weights of the four neighbours (Catmull and Rom 1974); (..., m) to (..., 4, m)."""
    f, f2, f3 = share, share * share, share * share * share
    weights = [-f + 2 * f2 - f3, 2 - 5 * f2 + 3 * f3, f + 4 * f2 - 3 * f3, f3 - f2]
    return np.ascontiguousarray(np.stack(weights, axis=-2) * np.float32(0.5), dtype=np.float32)


def _steps_from_index(columns: FloatArray, rows: FloatArray) -> FloatArray:
    """From a place on the base plane, in voxels, to its sample (column, row)."""
    step_u, step_v = columns[1] - columns[0], rows[1] - rows[0]
    return np.array(
        [[1 / step_u, 0, -columns[0] / step_u], [0, 1 / step_v, -rows[0] / step_v], [0, 0, 1.0]]
    )
