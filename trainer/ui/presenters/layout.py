"""Where the parts of the suite stand: pure arithmetic, so that it can be proved.

teaching.md 5: 36 px top, the live monitor 560 px square at a 1280 x 640 client, reference monitor
and bedside view 348 px square beside it, cards of 200 px below them, 44 px bottom. On larger
screens the pictures grow and the cards stay at most 360 px high. Where that would leave more than a
card's height empty below them (4K), the small pictures stand one above the other, a fifth larger,
each with its card beside it: the machine by the reference, the instrument by the back.
"""

from __future__ import annotations

from dataclasses import dataclass

MIN_WIDTH_PX, MIN_HEIGHT_PX = 1280, 640
TOP_PX, BOTTOM_PX, GAP_PX = 36, 44, 8
CARD_MIN_PX, CARD_MAX_PX = 200, 360
PICTURE_MIN_PX = 348


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the client area, logical pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column beyond it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row beyond it."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class SuiteLayout:
    """The boxes of the suite."""

    top: Box
    live: Box
    reference: Box
    bedside: Box
    carm: Box
    instrument: Box
    bottom: Box


def suite_layout(width_px: int, height_px: int) -> SuiteLayout:
    """The layout of a client of this size; below the least size the least size is laid out."""
    width, height = max(width_px, MIN_WIDTH_PX), max(height_px, MIN_HEIGHT_PX)
    middle = height - TOP_PX - BOTTOM_PX
    live = min(middle, width - 2 * PICTURE_MIN_PX - 3 * GAP_PX)
    column = (width - live - 3 * GAP_PX) // 2
    picture = min(column, middle - CARD_MIN_PX - GAP_PX - GAP_PX // 2)
    stacked = min((middle - GAP_PX) // 2, width - live - 3 * GAP_PX - PICTURE_MIN_PX)
    if middle - picture - GAP_PX - CARD_MAX_PX >= CARD_MAX_PX and stacked > picture:
        return _stacked(width, height, live, stacked)
    card = min(CARD_MAX_PX, middle - picture - GAP_PX - GAP_PX // 2)
    left, right = live + GAP_PX, live + GAP_PX + column + GAP_PX
    below = TOP_PX + picture + GAP_PX
    inset = (column - picture) // 2
    return SuiteLayout(
        top=Box(0, 0, width, TOP_PX),
        live=Box(0, TOP_PX, live, live),
        reference=Box(left + inset, TOP_PX, picture, picture),
        bedside=Box(right + inset, TOP_PX, picture, picture),
        carm=Box(left, below, column, card),
        instrument=Box(right, below, column, card),
        bottom=Box(0, height - BOTTOM_PX, width, BOTTOM_PX),
    )


def _stacked(width: int, height: int, live: int, picture: int) -> SuiteLayout:
    """Reference over bedside, a column of cards at their side."""
    left = live + GAP_PX
    beside, second = left + picture + GAP_PX, TOP_PX + picture + GAP_PX
    cards = width - beside - GAP_PX
    return SuiteLayout(
        top=Box(0, 0, width, TOP_PX),
        live=Box(0, TOP_PX, live, live),
        reference=Box(left, TOP_PX, picture, picture),
        bedside=Box(left, second, picture, picture),
        carm=Box(beside, TOP_PX, cards, CARD_MAX_PX),
        instrument=Box(beside, second, cards, CARD_MAX_PX),
        bottom=Box(0, height - BOTTOM_PX, width, BOTTOM_PX),
    )
