"""Vertebral levels, nerves, joints and sides, spelled as the field spells them.

`level` always means the vertebra whose transverse or articular process is touched (DESIGN 3).
Level table: the medial branch of Tn crosses the transverse process of T(n+1); joint Tn-T(n+1) is
supplied by the medial branches of T(n-1) and Tn (Chua & Bogduk 1995, as usually read; from memory,
clinical.md 2.1).
"""

from __future__ import annotations

from enum import StrEnum

LEVELS = ("C7", *(f"T{n}" for n in range(1, 13)), "L1")
# Nerve of each level's process: MB C8 crosses T1, MB T1 crosses T2, ... MB T12 crosses L1.
_CROSSING = {"C7": "C7", "T1": "C8", **{f"T{n}": f"T{n - 1}" for n in range(2, 13)}, "L1": "T12"}


class Side(StrEnum):
    """The patient's side."""

    LEFT = "left"
    RIGHT = "right"


class Procedure(StrEnum):
    """What is to be done."""

    PLACEMENT = "placement"
    BLOCK = "block"
    RHIZOTOMY = "rhizotomy"


def nerve_at(level: str) -> str:
    """The medial branch that crosses a level's process: ``nerve_at("T7") == "T6-mb"``."""
    return f"{_CROSSING[level]}-mb"


def joints_of(level: str) -> tuple[str, ...]:
    """The facet joints that the nerve crossing this level serves, e.g. T7: ("T6-T7", "T7-T8").

    MB Tn serves joints Tn-T(n+1) and T(n+1)-T(n+2); joints outside C7-L1 are left out.
    """
    n = LEVELS.index(level)
    pairs = [(n - 1, n), (n, n + 1)]
    return tuple(f"{LEVELS[a]}-{LEVELS[b]}" for a, b in pairs if a >= 0 and b < len(LEVELS))
