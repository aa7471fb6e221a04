"""What an unquoted YAML 1.2 word means: the core schema (YAML 1.2.2, section 10.3.2)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

DIGITS_LIMIT = 30  # a longer whole number is beyond every range and is read as a float


def _whole(text: str) -> int | float:
    return int(text) if len(text) <= DIGITS_LIMIT else float(text)


def _broken(text: str) -> float:
    return float(text) + 0.0  # -0.0 becomes 0.0: one value, one hash


_TABLE: tuple[tuple[re.Pattern[str], Callable[[str], object]], ...] = (
    (re.compile(r"null|Null|NULL|~|"), lambda _: None),
    (re.compile(r"true|True|TRUE"), lambda _: True),
    (re.compile(r"false|False|FALSE"), lambda _: False),
    (re.compile(r"[-+]?[0-9]+", re.ASCII), _whole),
    (re.compile(r"0o[0-7]{1,20}"), lambda text: int(text, 8)),
    (re.compile(r"0x[0-9a-fA-F]{1,20}"), lambda text: int(text, 16)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII), _broken),
    (re.compile(r"[-+]?\.(inf|Inf|INF)"), lambda text: -math.inf if text[0] == "-" else math.inf),
    (re.compile(r"\.(nan|NaN|NAN)"), lambda _: math.nan),
)


def plain_value(text: str) -> object:
    """The value of an unquoted word: None, bool, int, float (infinite or NaN included) or str."""
    for pattern, meaning in _TABLE:
        if pattern.fullmatch(text):
            return meaning(text)
    return text
