"""The nearest nerve to a lesion is found without measuring those that cannot be it."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.attempt.lesion_reach import Ellipsoid, nerve_gap_mm
from trainer.therapy.nearness import NerveKind, NerveLine


def nerves_of(rng: np.random.Generator, count: int) -> list[NerveLine]:
    def line() -> np.ndarray:
        start, way = rng.normal(0.0, 15.0, 3), rng.normal(0.0, 1.0, 3)
        return np.asarray(start + np.linspace(0.0, 30.0, 60)[:, None] * way)

    return [
        NerveLine(
            "T7 left", NerveKind.VENTRAL_RAMUS, "T7", "left", float(rng.uniform(0, 2)), line()
        )
        for _ in range(count)
    ]


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.integers(1, 12), st.floats(0.5, 12.0), st.floats(0.5, 12.0))
def test_it_is_the_least_of_all(seed: int, count: int, across_mm: float, along_mm: float) -> None:
    rng = np.random.default_rng(seed)
    axis = rng.normal(size=3)
    warm = Ellipsoid(rng.normal(0.0, 5.0, 3), axis / np.linalg.norm(axis), across_mm, along_mm)
    nerves = nerves_of(rng, count)
    each = [float(warm.gap_mm(one.points_world_mm).min()) - one.radius_mm for one in nerves]
    assert nerve_gap_mm(warm, nerves) == min(each)


def test_without_nerves_there_is_none_and_without_a_lesion_it_is_far() -> None:
    nothing = Ellipsoid(np.zeros(3), np.array([0.0, 0.0, 1.0]), 0.0, 0.0)
    assert nerve_gap_mm(nothing, []) is None
    assert nerve_gap_mm(nothing, nerves_of(np.random.default_rng(0), 1)) == float("inf")
