"""Which attempt a rater sees next: an order of the rater's own, labels that say nothing.

Drawn by hash, so that order and labels are the same after a restart, differ between raters, and
follow neither the candidates nor the time.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

_LETTERS = 6  # 30 bits: two of a thousand papers share a label once in two thousand sessions


@dataclass(frozen=True, slots=True)
class Paper:
    """An attempt in a rater's queue. label : what the rater sees, e.g. "K7QFA2".

    attempt_id : for the program; no screen of a rater shows it.
    """

    label: str
    attempt_id: str


def queue_for(rater: str, seed: str, attempt_ids: Iterable[str]) -> tuple[Paper, ...]:
    """All papers in this rater's order. seed : of the session's marking."""
    drawn = sorted((_draw(rater, seed, one), one) for one in attempt_ids)
    return tuple(
        Paper(base64.b32encode(draw)[:_LETTERS].decode("ascii"), one) for draw, one in drawn
    )


def _draw(rater: str, seed: str, attempt_id: str) -> bytes:
    return hashlib.sha256(f"{seed}\n{rater}\n{attempt_id}".encode()).digest()
