"""Whether a picture may have text burned into it: a plain look for rows of glyphs.

Burned-in text is drawn with one grey value, mostly the lightest or darkest there is, in strokes of
sharp edges; letters of a line have like heights, stand on one base line, and are near each other.
Patches of one value with the size and spacing of such letters are counted, upright and turned by a
quarter. Anatomy and noise seldom do this. Handwriting, faint, slanted, very large and very small
text (under 6 px) are missed: a person must look all the same. All figures are design values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

LEAST_HEIGHT_PX = 6
MOST_HEIGHT_SHARE = 0.08  # of the picture's height
WIDEST = 1.7  # of a glyph, times its height
LEAST_FILL = 0.12
LEAST_CONTRAST = 0.12  # stroke against its surroundings, share of the picture's grey range
LIKE_HEIGHT = 0.6  # the lower of two neighbours over the higher, small letters beside capitals
BASE_LINE = 0.35  # how far two may stand apart in height, times the height
GAP = 1.6  # between two letters, times the height: a space is about half of one
POSSIBLE, LIKELY = 3, 5  # letters in a row
STROKE_PX = 9  # wider strokes are no small letters
STROKE_CONTRAST = 0.25  # of soft small letters, share of the picture's grey range
STROKE_NOISES = 9.0  # at least so many standard deviations of the grain
SPIKE = 12.0  # a drawn grey value occurs so many times more often than its neighbours
SPIKE_LEAST_PX, SPIKES = 40, 6
MOST_PATCHES = 20_000  # a picture of more patches is noise


class Certainty(StrEnum):
    """How sure it is that a row of patches is text."""

    POSSIBLE = "possible"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True)
class TextLine:
    """Where a line of text may stand: its box in pixels, last ones excluded, and its letters."""

    left_px: int
    top_px: int
    right_px: int
    bottom_px: int
    letters: int

    @property
    def certainty(self) -> Certainty:
        """Long rows are likely text, short ones possibly."""
        return Certainty.LIKELY if self.letters >= LIKELY else Certainty.POSSIBLE


@dataclass(frozen=True, slots=True)
class _Box:
    left: int
    top: int
    right: int
    bottom: int

    @property
    def height(self) -> int:
        return self.bottom - self.top


def text_lines(grey: NDArray[np.uint16]) -> tuple[TextLine, ...]:
    """Lines that may be text, the longest first; grey : shape (rows, columns)."""
    found: list[TextLine] = []
    for turned in (False, True):
        picture = grey.T if turned else grey
        for mask in _drawn_values(picture):
            found += [_upright(line, turned) for line in _lines(_glyphs(mask, picture))]
    found.sort(key=lambda line: -line.letters)
    kept: list[TextLine] = []
    for line in found:
        if not any(_meet(line, other) for other in kept):
            kept.append(line)
    return tuple(kept)


def _drawn_values(grey: NDArray[np.uint16]) -> Iterator[NDArray[np.bool_]]:
    """Masks of the lightest and the darkest grey, of thin strokes, and of frequent grey values."""
    low, high = int(grey.min()), int(grey.max())
    band = max(0, int(0.02 * (high - low)))
    if high == low:
        return
    yield grey >= high - band
    yield grey <= low + band
    values = grey.astype(np.int32)
    strokes = (STROKE_PX, STROKE_PX)
    least = max(STROKE_CONTRAST * (high - low), STROKE_NOISES * _noise(values))
    yield values - ndimage.grey_opening(values, strokes) >= least
    yield ndimage.grey_closing(values, strokes) - values >= least
    counts = np.bincount(grey.ravel(), minlength=high + 1).astype(np.float64)
    around = ndimage.uniform_filter1d(counts, 101, mode="nearest")
    rest = np.maximum((around * 101.0 - counts) / 100.0, 1.0)
    spikes = np.flatnonzero((counts >= SPIKE_LEAST_PX) & (counts > SPIKE * rest))
    spikes = spikes[(spikes > low + band) & (spikes < high - band)]
    for value in spikes[np.argsort(-counts[spikes])][:SPIKES]:
        yield grey == value


def _noise(values: NDArray[np.int32]) -> float:
    """One standard deviation of the grain, from neighbours' differences (median, normal grain)."""
    return float(np.median(np.abs(np.diff(values, axis=1))) / (0.6745 * np.sqrt(2.0)))


def _glyphs(mask: NDArray[np.bool_], grey: NDArray[np.uint16]) -> list[_Box]:
    labels, count = ndimage.label(mask, np.ones((3, 3)))
    if count > MOST_PATCHES:
        return []
    span = float(int(grey.max()) - int(grey.min()))
    most = max(2 * LEAST_HEIGHT_PX, MOST_HEIGHT_SHARE * grey.shape[0])
    boxes = []
    for number, (rows, columns) in enumerate(ndimage.find_objects(labels), start=1):
        box = _Box(columns.start, rows.start, columns.stop, rows.stop)
        width = box.right - box.left
        if not LEAST_HEIGHT_PX <= box.height <= most or width > WIDEST * box.height:
            continue
        inside = labels[rows, columns] == number
        if inside.mean() >= LEAST_FILL and _stands_out(box, labels, grey, number, span):
            boxes.append(box)
    return boxes


def _stands_out(
    box: _Box, labels: NDArray[np.int32], grey: NDArray[np.uint16], number: int, span: float
) -> bool:
    rows = slice(max(0, box.top - 2), box.bottom + 2)
    columns = slice(max(0, box.left - 2), box.right + 2)
    near, own = grey[rows, columns].astype(np.float64), labels[rows, columns] == number
    edge = ndimage.binary_dilation(own, iterations=2) & (labels[rows, columns] == 0)
    if not edge.any():
        return False
    contrast = abs(float(np.median(near[own])) - float(np.median(near[edge])))
    return contrast >= LEAST_CONTRAST * span


def _lines(boxes: list[_Box]) -> Iterator[TextLine]:
    """Chains of neighbours, each joined to the nearest fitting box on its right."""
    boxes = sorted(boxes, key=lambda box: (box.left, box.top))
    begun = set(boxes)
    following: dict[_Box, _Box] = {}
    for index, box in enumerate(boxes):
        after = (other for other in boxes[index + 1 :] if _neighbours(box, other))
        nearest = min(after, key=lambda other: other.left, default=None)
        if nearest is not None and nearest in begun:
            following[box] = nearest
            begun.discard(nearest)
    for first in boxes:
        if first not in begun:
            continue
        chain = [first]
        while chain[-1] in following:
            chain.append(following[chain[-1]])
        if len(chain) >= POSSIBLE:
            yield TextLine(
                first.left,
                min(box.top for box in chain),
                max(box.right for box in chain),
                max(box.bottom for box in chain),
                len(chain),
            )


def _neighbours(box: _Box, other: _Box) -> bool:
    height = max(box.height, other.height)
    gap = other.left - box.right
    base = min(abs(box.bottom - other.bottom), abs(box.top - other.top))
    return (
        -0.2 * height <= gap <= GAP * height
        and other.left > box.left
        and min(box.height, other.height) >= LIKE_HEIGHT * height
        and base <= BASE_LINE * height
    )


def _upright(line: TextLine, turned: bool) -> TextLine:
    if not turned:
        return line
    return TextLine(line.top_px, line.left_px, line.bottom_px, line.right_px, line.letters)


def _meet(one: TextLine, other: TextLine) -> bool:
    return (
        one.left_px < other.right_px
        and other.left_px < one.right_px
        and one.top_px < other.bottom_px
        and other.top_px < one.bottom_px
    )
