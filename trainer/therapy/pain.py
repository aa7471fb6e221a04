"""Where a case's pain comes from, as its author says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PainSource:
    """A case's pain.

    joints_permille : (joint with side, share), e.g. ("T7-T8 left", 800); what is missing to 1000
    comes from elsewhere and no lesion here helps it. placebo_permille : how much of all pain any
    injection takes for a few hours in this person; the author decides it, never dice. About half of
    single thoracic blocks that help are such (Manchikanti 2004, 55 %, M).
    """

    joints_permille: Mapping[str, int]
    placebo_permille: int = 0


def share_silenced(pain: PainSource, asleep: Mapping[str, float]) -> float:
    """Share 0..1 of the pain whose joints are silent.

    asleep : nerve with side ("T6-mb left") to 0..1. A joint has two nerves, and what either still
    carries is felt: its silence is their mean, but no more than 0.3 above the lesser (X).
    """
    silent = 0.0
    for joint, permille in pain.joints_permille.items():
        first, second = (asleep.get(nerve, 0.0) for nerve in nerves_of_joint(joint))
        silent += permille / 1000.0 * min((first + second) / 2.0, min(first, second) + 0.3)
    return silent


def nerves_of_joint(joint: str) -> tuple[str, str]:
    """The two medial branches of a joint with its side: "T7-T8 left" to T6-mb and T7-mb.

    Level table of clinical reference 2.1 (M). Raises ValueError for a joint it does not know.
    """
    levels, _, side = joint.partition(" ")
    upper = levels.split("-")[0]
    first = _ABOVE.get(upper)
    if first is None or not side:
        raise ValueError(f"{joint!r} is no joint with a side")
    own = "C8" if upper == "C7" else upper
    return f"{first}-mb {side}", f"{own}-mb {side}"


# Level table of clinical reference 2.1 (M).
_ABOVE: Mapping[str, str] = {
    "C7": "C7",
    "T1": "C8",
    **{f"T{n}": f"T{n - 1}" for n in range(2, 13)},
}
