"""The name an author probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Collection

SHOWN = 16  # more names than this make no sentence
SHORT = 4  # characters; under this any two names are near, and T13 is no slip for T3


def nearest(name: str, known: Collection[str]) -> str:
    """How to go on after "no such name": the nearest one, or all of them where they are few."""
    close = difflib.get_close_matches(name[:100], list(known), n=1, cutoff=0.6)
    if close and len(name) >= SHORT:
        return f"; did you mean {close[0]!r}?"
    if len(known) <= SHOWN:
        return f"; known: {', '.join(known)}"
    return ""
