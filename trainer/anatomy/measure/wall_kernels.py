"""The edges of many profiles at once, compiled by numba. Constants stand here for its cache."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

_single: Any = njit(cache=True)
LEAST_WALL_G_CM3 = 0.14  # about 170 HU: what is thinner is taken for noise (design value)
SHARE = 0.5  # of a profile's highest density that a wall must reach; what is below is marrow


@_single
def outer_edge(profile):  # type: ignore[no-untyped-def]
    """From inside a bone outward: samples to the outer face of the first wall; NaN: none."""
    top = profile.max()
    if top < LEAST_WALL_G_CM3:
        return np.nan
    peak = 0.0
    for n in range(profile.size):
        value = profile[n]
        if peak == 0.0 and value < SHARE * top:
            continue
        peak = max(peak, value)
        if value < 0.5 * peak:
            return _crossing(profile, n, 0.5 * peak)
    return np.nan


@_single
def inner_edge(profile):  # type: ignore[no-untyped-def]
    """From a space outward: samples to the near face of the first wall; NaN: none."""
    top = profile.max()
    if top < LEAST_WALL_G_CM3:
        return np.nan
    peak = 0.0
    for n in range(profile.size):
        value = profile[n]
        if peak == 0.0 and value < SHARE * top:
            continue
        if value < 0.7 * peak:
            break
        peak = max(peak, value)
    for n in range(profile.size):
        if profile[n] >= 0.5 * peak:
            return _crossing(profile, n, 0.5 * peak) if n else np.nan
    return np.nan


@_single
def _crossing(profile, n, level):  # type: ignore[no-untyped-def]
    """Where the profile passes a level between samples n-1 and n."""
    if n == 0:
        return 0.0
    before, after = profile[n - 1], profile[n]
    if after == before:
        return float(n)
    return n - 1 + (level - before) / (after - before)


@_single
def outer_edges(profiles):  # type: ignore[no-untyped-def]
    """`outer_edge` of each row; shape (n, samples) to (n,)."""
    found = np.empty(profiles.shape[0])
    for n in range(profiles.shape[0]):
        found[n] = outer_edge(profiles[n])
    return found


@_single
def inner_edges(profiles):  # type: ignore[no-untyped-def]
    """`inner_edge` of each row; shape (n, samples) to (n,)."""
    found = np.empty(profiles.shape[0])
    for n in range(profiles.shape[0]):
        found[n] = inner_edge(profiles[n])
    return found
