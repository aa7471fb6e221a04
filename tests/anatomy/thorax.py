"""The placeholder thorax, built once per test process."""

from __future__ import annotations

from functools import lru_cache

from trainer.anatomy.patient import Patient
from trainer.anatomy.placeholder_thorax import placeholder_thorax

SEED = 0


@lru_cache(maxsize=1)
def thorax() -> Patient:
    return placeholder_thorax(SEED)
