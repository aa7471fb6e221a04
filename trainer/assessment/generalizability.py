"""G-study: where the variance of marks comes from, by person, scenario and occasion."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import ClassVar

from trainer.assessment.caveats import CAVEATS
from trainer.assessment.two_way import Table, two_way

Cube = Sequence[Sequence[Sequence[float]]]  # [person][scenario][occasion]


@dataclass(frozen=True, slots=True)
class Components:
    """Variance components by effect: "p", "s", "o", their pairs, "pso" (with error).

    negative : effects whose estimate fell below 0 and is told as 0. grand : mean of all cells.
    mean_error : variance of the mean over persons and conditions as sampled.
    """

    persons: int
    scenarios: int
    occasions: int
    grand: float
    variance: dict[str, float]
    negative: tuple[str, ...]
    caveat: ClassVar[str] = CAVEATS["generalizability"]

    @property
    def mean_error(self) -> float:
        """How far the grand mean itself is uncertain: each component over what it averages."""
        sizes = {"p": self.persons, "s": self.scenarios, "o": self.occasions}
        return math.fsum(
            value / math.prod(sizes[letter] for letter in effect)
            for effect, value in self.variance.items()
        )


def g_study(table: Table) -> Components:
    """Person x scenario, one mark a cell: sigma2_ps,e = MSE; sigma2_p = (MSR - MSE) / n_s;

    sigma2_s = (MSC - MSE) / n_p (Brennan 2001; Bloch and Norman 2012). ValueError: a cell missing.
    """
    found = two_way(table)
    raw = {
        "p": (found.rows - found.error) / found.k,
        "s": (found.columns - found.error) / found.n,
        "ps": found.error,
    }
    return _components(found.n, found.k, 1, found.mean, raw)


def g_study_of_three(cube: Cube) -> Components:
    """Person x scenario x occasion, fully crossed, one mark a cell; at least 2 of each.

    Expected mean squares of the random model (Brennan 2001, chapter 3): the mean square of an
    effect is the sum of the components that contain it, each times the levels it is averaged over.
    ValueError where a cell is missing.
    """
    sizes = _sizes(cube)
    squares = _mean_squares(cube, sizes)
    ms = {effect: squares[effect] for effect in EFFECTS}
    n = dict(zip("pso", sizes, strict=True))
    raw = {
        "pso": ms["pso"],
        "ps": (ms["ps"] - ms["pso"]) / n["o"],
        "po": (ms["po"] - ms["pso"]) / n["s"],
        "so": (ms["so"] - ms["pso"]) / n["p"],
        "p": (ms["p"] - ms["ps"] - ms["po"] + ms["pso"]) / (n["s"] * n["o"]),
        "s": (ms["s"] - ms["ps"] - ms["so"] + ms["pso"]) / (n["p"] * n["o"]),
        "o": (ms["o"] - ms["po"] - ms["so"] + ms["pso"]) / (n["p"] * n["s"]),
    }
    grand = math.fsum(one for plane in cube for row in plane for one in row) / math.prod(sizes)
    return _components(*sizes, grand, {effect: raw[effect] for effect in EFFECTS})


EFFECTS = ("p", "s", "o", "ps", "po", "so", "pso")


def _components(
    persons: int, scenarios: int, occasions: int, grand: float, raw: dict[str, float]
) -> Components:
    negative = tuple(effect for effect, value in raw.items() if value < 0.0)
    variance = {effect: max(0.0, value) for effect, value in raw.items()}
    return Components(persons, scenarios, occasions, grand, variance, negative)


def _sizes(cube: Cube) -> tuple[int, int, int]:
    p = len(cube)
    s = len(cube[0]) if p else 0
    o = len(cube[0][0]) if s else 0
    if min(p, s, o) < 2:
        raise ValueError("at least two persons, scenarios and occasions")
    whole = all(len(plane) == s and all(len(row) == o for row in plane) for plane in cube)
    if not whole or any(math.isnan(one) for plane in cube for row in plane for one in row):
        raise ValueError("every person needs a mark in every scenario on every occasion")
    return p, s, o


def _mean_squares(cube: Cube, sizes: tuple[int, int, int]) -> dict[str, float]:
    """By effect: sum of squared effects over all cells, over its degrees of freedom."""
    means = {kept: _means(cube, sizes, kept) for kept in product((False, True), repeat=3)}
    found = {}
    for effect in EFFECTS:
        own = tuple(letter in effect for letter in "pso")
        parts = [kept for kept in means if all(o or not k for k, o in zip(kept, own, strict=True))]
        total = math.fsum(
            _effect(means, parts, own, cell) ** 2
            for cell in product(*(range(size) for size in sizes))
        )
        df = math.prod(size - 1 for size, mine in zip(sizes, own, strict=True) if mine)
        found[effect] = total / df
    return found


Kept = tuple[bool, ...]
Cell = tuple[int, ...]


def _effect(
    means: dict[Kept, dict[Cell, float]], parts: Sequence[Kept], own: Kept, cell: Cell
) -> float:
    """Alternating sum of the means over subsets of the effect's letters."""
    return math.fsum(
        (-1.0) ** (sum(own) - sum(kept)) * means[kept][_at(cell, kept)] for kept in parts
    )


def _at(cell: Cell, kept: Kept) -> Cell:
    return tuple(index for index, keep in zip(cell, kept, strict=True) if keep)


def _means(cube: Cube, sizes: tuple[int, int, int], kept: Kept) -> dict[Cell, float]:
    cells: dict[Cell, list[float]] = {}
    for p, s, o in product(*(range(size) for size in sizes)):
        cells.setdefault(_at((p, s, o), kept), []).append(cube[p][s][o])
    return {at: math.fsum(values) / len(values) for at, values in cells.items()}
