"""How far a safe distance from a structure reaches, as lines over a slice."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.distance import DistanceBlock
from trainer.geometry.pinhole import FloatArray
from trainer.imaging._cv import outlines
from trainer.imaging.slices import SlicePlane


def margin_lines(
    block: DistanceBlock, plane: SlicePlane, margin_mm: float
) -> tuple[FloatArray, ...]:
    """Where in a slice the structure is `margin_mm` away; 0 mm is its own surface.

    Lines of pixels, each shape (n, 2); a closed one ends where it began, an open one at the border
    of the block or the slice, beyond which no distance is known.
    """
    columns, rows = plane.size_px
    pixels = np.stack(np.meshgrid(np.arange(columns), np.arange(rows)), axis=-1).astype(np.float64)
    # outlines() follows where a picture rises above a level: nearness does that at the margin.
    near = (margin_mm - block.at(plane.world_of(pixels))).astype(np.float32)
    last = np.array([columns - 1.0, rows - 1.0])
    return tuple(
        run for line in outlines(near, 0.0) for run in _runs(line, _known(line, block, plane, last))
    )


def _known(
    line: FloatArray, block: DistanceBlock, plane: SlicePlane, last: FloatArray
) -> NDArray[np.bool_]:
    """Which points of a line are no mere border of what is known."""
    within = ((line > 0.5) & (line < last - 0.5)).all(axis=1)
    return np.asarray(within & block.covers(plane.world_of(line)))


def _runs(line: FloatArray, kept: NDArray[np.bool_]) -> Iterator[FloatArray]:
    """The parts of a closed line that are kept."""
    if kept.all():
        yield np.vstack([line, line[:1]])
        return
    first = int(np.argmin(kept))
    line, kept = np.roll(line, -first, axis=0), np.roll(kept, -first)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], kept.astype(np.int8), [0]])))
    for begin, end in edges.reshape(-1, 2):
        if end - begin > 1:
            yield line[begin:end]
