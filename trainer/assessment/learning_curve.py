"""One person's marks over attempts: a curve with its band, or a moving median where few are there.

Nothing is fitted to fewer than `LEAST_FITTED` numbers, and a curve is drawn only where it tells
more than a flat line does; both are told.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtri

from trainer.assessment.caveats import CAVEATS
from trainer.assessment.distribution import quantile

LEAST_FITTED = 10  # [X] a curve has three parameters; fewer numbers fit anything
WINDOW = 5  # [X] of the moving median: as many attempts back, the own included
CONFIDENCE = 0.95
RATES = 96  # grid of rates of learning, evenly in their logarithm
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class MovingMedian:
    """values : median of the last `window` numbers up to each; fewer at the beginning."""

    n: int
    window: int
    values: tuple[float, ...]
    caveat: ClassVar[str] = CAVEATS["moving-median"]


def moving_median(numbers: Sequence[float], window: int = WINDOW) -> MovingMedian:
    """Looks back only, so that a later attempt never changes what was shown. window >= 1."""
    if window < 1:
        raise ValueError("a window holds at least one number")
    values = tuple(
        quantile(sorted(numbers[max(0, at + 1 - window) : at + 1]), 0.5)
        for at in range(len(numbers))
    )
    return MovingMedian(len(numbers), window, values)


@dataclass(frozen=True, slots=True)
class LearningCurve:
    """y(k) = plateau + gain g(k), k = 1..n.

    kind : "power", g = k^-rate; "exponential", g = exp(-rate (k - 1)); "flat", g = 0. values, low,
    high : at each attempt; the band holds the whole curve with 95 %. sd : of the numbers about it.
    better_by : AICc of the flat line less this one's (0 for "flat"): how much more it tells.
    """

    n: int
    kind: str
    plateau: float
    gain: float
    rate: float
    sd: float
    better_by: float
    values: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    caveat: ClassVar[str] = CAVEATS["learning-curve"]


@dataclass(frozen=True, slots=True, eq=False)
class _Fit:
    """The best line at one rate. squares : of what is left over."""

    kind: str
    rate: float
    shape: Floats  # (n, 2): ones and g(k)
    beta: Floats
    squares: float


def learning_curve(
    numbers: Sequence[float], least: float = -math.inf, most: float = math.inf
) -> LearningCurve | None:
    """The curve that tells most by AICc (Hurvich and Tsai 1989) of flat, power and exponential.

    Power law: Newell and Rosenbloom 1981; exponential: Heathcote, Brown and Mewhort 2000. At each
    rate of a grid the rest is linear (Golub and Pereyra 1973); the band is the union over all
    parameters whose sum of squares stays under S (1 + 3 F / (n - 3)) (Beale 1960). None for fewer
    than `LEAST_FITTED` numbers. least, most : what a number can be; a plateau never lies outside.
    """
    n = len(numbers)
    if n < LEAST_FITTED:
        return None
    y = np.array(numbers, dtype=np.float64)
    flat = _flat(y)
    fits = {kind: [_fitted(kind, rate, y) for rate in _rates(kind, n)] for kind in SHAPES}
    within = {kind: [_bounded(fit, y, least, most) for fit in each] for kind, each in fits.items()}
    best = {kind: min(each, key=lambda fit: fit.squares) for kind, each in within.items()}
    kind = min(best, key=lambda name: best[name].squares)
    gained = _aicc(flat.squares, n, 1) - _aicc(best[kind].squares, n, 3)
    if gained <= 0.0:
        return _flat_curve(flat, y)
    return _within(_curve(best[kind], fits[kind], y, gained), least, most)


SHAPES = {
    "power": lambda k, rate: k**-rate,
    "exponential": lambda k, rate: np.exp(-rate * (k - 1.0)),
}


def _rates(kind: str, n: int) -> Floats:
    """From hardly bent over n attempts to done after the second or third."""
    least, most = (0.05, 3.0) if kind == "power" else (0.2 / n, 2.0)
    return np.geomspace(least, most, RATES)


def _fitted(kind: str, rate: float, y: Floats) -> _Fit:
    k = np.arange(1.0, y.size + 1.0)
    shape = np.column_stack([np.ones_like(k), SHAPES[kind](k, rate)])
    beta, *_ = np.linalg.lstsq(shape, y, rcond=None)
    return _Fit(kind, float(rate), shape, beta, _squares(y - shape @ beta))


def _bounded(fit: _Fit, y: Floats, least: float, most: float) -> _Fit:
    """The best line at this rate whose plateau can be: at the bound where the free one is not."""
    plateau = min(most, max(least, float(fit.beta[0])))
    if plateau == float(fit.beta[0]):
        return fit
    way = fit.shape[:, 1]
    beta = np.array([plateau, float(way @ (y - plateau) / (way @ way))])
    return replace(fit, beta=beta, squares=_squares(y - fit.shape @ beta))


def _within(curve: LearningCurve, least: float, most: float) -> LearningCurve:
    """No part of the band where no number can be."""
    low, high = (
        tuple(min(most, max(least, one)) for one in each) for each in (curve.low, curve.high)
    )
    return replace(curve, low=low, high=high)


def _flat(y: Floats) -> _Fit:
    mean = float(y.mean())
    return _Fit("flat", 0.0, np.ones((y.size, 1)), np.array([mean]), _squares(y - mean))


def _squares(left: Floats) -> float:
    return math.fsum(float(one) ** 2 for one in left)


def _aicc(squares: float, n: int, parameters: int) -> float:
    k = parameters + 1  # and the spread
    floor = 1e-12 * n  # numbers on a line exactly: no logarithm of 0
    return n * math.log(max(squares, floor) / n) + 2 * k + 2 * k * (k + 1) / (n - k - 1)


def _flat_curve(fit: _Fit, y: Floats) -> LearningCurve:
    n, mean = y.size, float(fit.beta[0])
    sd = math.sqrt(fit.squares / (n - 1))
    wide = math.sqrt(float(fdtri(1, n - 1, CONFIDENCE))) * sd / math.sqrt(n)
    same = (mean,) * n
    return LearningCurve(
        n, "flat", mean, 0.0, 0.0, sd, 0.0, same, (mean - wide,) * n, (mean + wide,) * n
    )


def _curve(best: _Fit, fits: Sequence[_Fit], y: Floats, gained: float) -> LearningCurve:
    n = y.size
    allowed = best.squares * (1.0 + 3.0 * float(fdtri(3, n - 3, CONFIDENCE)) / (n - 3))
    values = best.shape @ best.beta
    low, high = values.copy(), values.copy()
    for fit in fits:
        if fit.squares <= allowed:
            middle, wide = fit.shape @ fit.beta, _reach(fit, allowed - fit.squares)
            low, high = np.minimum(low, middle - wide), np.maximum(high, middle + wide)
    return LearningCurve(
        n,
        best.kind,
        float(best.beta[0]),
        float(best.beta[1]),
        best.rate,
        math.sqrt(best.squares / (n - 3)),
        gained,
        *(tuple(float(one) for one in each) for each in (values, low, high)),
    )


def _reach(fit: _Fit, spare: float) -> Floats:
    """How far the line at this rate may move at each attempt within the spare sum of squares."""
    inner = np.linalg.pinv(fit.shape.T @ fit.shape)
    variance = np.einsum("ij,jk,ik->i", fit.shape, inner, fit.shape)
    return np.asarray(np.sqrt(np.maximum(0.0, spare * variance)))
