"""Axes of a chart: round numbers that hold all values. No Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
MARKS = (0.0, 25.0, 50.0, 75.0, 100.0)


def ticks_to(top: float, most: int = 5) -> tuple[float, ...]:
    """Round numbers from 0 to at least `top`, at most `most` steps apart evenly."""
    if not math.isfinite(top) or top <= 0.0:
        return (0.0, 1.0)
    size = 10.0 ** math.floor(math.log10(top / most))
    step = next((s * size for s in STEPS if s * size * most >= top * (1 - 1e-9)), 10.0 * size)
    return tuple(step * number for number in range(math.ceil(top / step - 1e-9) + 1))


def numbers_to(count: int, most: int = 10) -> tuple[int, ...]:
    """Which attempts are numbered: the first, the last, round ones between, not too close."""
    if count <= most:
        return tuple(range(1, count + 1))
    step = next(s for s in _round_steps() if count / s <= most)
    between = [n for n in range(step, count, step) if count - n >= step / 2 and n > 1]
    return (1, *between, count)


def _round_steps() -> Iterable[int]:
    size = 1
    while True:
        yield from (size, 2 * size, 5 * size)
        size *= 10


def nearest(places: Sequence[float], at: float) -> int | None:
    """Index of the place nearest to `at`, None where there is none."""
    return min(range(len(places)), key=lambda n: abs(places[n] - at), default=None)
