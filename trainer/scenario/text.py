"""Text and names that are safe to show and to file."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

# Marks that turn the direction of text round can make a name read as another one (CVE-2021-42574).
TURNING_MARKS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LINE_LIMIT = 200  # characters; what a list of scenarios can show
PROSE_LIMIT = 10_000


def unsafe_mark(text: str, allowed: str = "") -> str | None:
    """The first control or direction mark in a text, as U+XXXX; None where there is none."""
    for mark in text:
        turning = mark in TURNING_MARKS or unicodedata.category(mark) in {"Cc", "Cs", "Zl", "Zp"}
        if turning and mark not in allowed:
            return f"U+{ord(mark):04X}"
    return None


def printable(text: str) -> str:
    """A foreign text as a message may print it: what does not show is written out as <U+XXXX>."""
    return "".join(mark if mark.isprintable() else f"<U+{ord(mark):04X}>" for mark in text)


def _plain_line(text: str) -> str:
    return _plain(text, "")


def _plain_prose(text: str) -> str:
    return _plain(text, "\n\t")


def _plain(text: str, allowed: str) -> str:
    mark = unsafe_mark(text, allowed)
    if mark is not None:
        raise ValueError(f"holds the invisible mark {mark}, which is not shown safely")
    if not text.strip():
        raise ValueError("is empty")
    return text


Line = Annotated[
    str, StringConstraints(min_length=1, max_length=LINE_LIMIT), AfterValidator(_plain_line)
]
Prose = Annotated[
    str, StringConstraints(min_length=1, max_length=PROSE_LIMIT), AfterValidator(_plain_prose)
]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{1,63}$")]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
