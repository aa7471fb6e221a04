"""Chance for the synthetic person: one generator for each purpose, none disturbs another."""

from __future__ import annotations

import zlib

import numpy as np


def generator(seed: int, *purpose: str) -> np.random.Generator:
    """A generator of its own for a purpose, e.g. ``generator(3, "size", "T7")``."""
    words = [zlib.crc32(word.encode()) for word in purpose]
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, *words])))


def normal(rng: np.random.Generator, spread: float, cut: float = 2.5) -> float:
    """A normal draw, cut at `cut` spreads: nobody is a monster by chance."""
    return float(np.clip(rng.normal(), -cut, cut) * spread)
