"""What becomes of the pain after a rhizotomy, and what else is felt: each from a cause in the log.

Teaching model. Pain falls within three weeks, comes back as nerves regrow: half is back after
4 + 8 c months of coverage c (X, between the 4.6-7.0 months of Koh 2017, S, and the 12 of
Speldewinde 2011, S). Published success differs widely (Stolker 1993, Gungor 2020), and the debrief
says so.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trainer.therapy.pain import PainSource, share_silenced

WEEKS = (0, 1, 2, 3, 6, 13, 26, 39, 52, 78)
SETTLED_WEEK = 3.0
LEAST_MONTHS, MORE_MONTHS = 4.0, 8.0
WEEKS_A_MONTH = 4.345
STEEPNESS_WEEKS = 7.0  # X


@dataclass(frozen=True, slots=True)
class Heated:
    """How near 45 C came to something that must not be heated: least distance, < 0 reached."""

    structure: str
    clearance_mm: float


@dataclass(frozen=True, slots=True)
class AfterEffect:
    """Something felt afterwards, for so many weeks, and why."""

    id: str
    weeks: int
    cause: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """relief : (week, percent). after_effects : what else."""

    relief: tuple[tuple[int, int], ...]
    after_effects: tuple[AfterEffect, ...]


def outcome_of(
    pain: PainSource, covered: Mapping[str, float], heated: Iterable[Heated], lesions: int
) -> Outcome:
    """The months after.

    covered : nerve with side to 0..1. heated : of every lesion. lesions : how many were made.
    """
    silenced = share_silenced(pain, covered)
    mean = _mean_cover(pain, covered)
    relief = tuple((week, round(100.0 * silenced * _kept(week, mean))) for week in WEEKS)
    return Outcome(relief, after_effects(heated, lesions))


def _kept(week: int, cover: float) -> float:
    """How much of the relief there is in a week."""
    settling = min(1.0, week / SETTLED_WEEK)
    half_weeks = (LEAST_MONTHS + MORE_MONTHS * cover) * WEEKS_A_MONTH
    return settling / (1.0 + math.exp((week - half_weeks) / STEEPNESS_WEEKS))


def _mean_cover(pain: PainSource, covered: Mapping[str, float]) -> float:
    touched = [share for share in covered.values() if share > 0.0]
    return sum(touched) / len(touched) if touched and pain.joints_permille else 0.0


NEAR_MM = 1.0  # X: a nerve this near the isotherm is irritated, not killed
SORE_WEEKS = 2  # local pain up to two weeks (Kornick 2004, S: longer in 0.5 % of lesions)


def after_effects(heated: Iterable[Heated], lesions: int) -> tuple[AfterEffect, ...]:
    """Soreness after any lesion; the rest by what was heated."""
    found: dict[str, AfterEffect] = {}
    if lesions:
        sore = AfterEffect("soreness", SORE_WEEKS, "every lesion leaves the muscle sore")
        found[sore.id] = sore
    for one in heated:
        effect = _effect(one)
        if effect is not None and effect.weeks > getattr(found.get(effect.id), "weeks", 0):
            found[effect.id] = effect
    return tuple(found.values())


# By what was heated: (id once 45 C reached it, weeks; id when it only came near, weeks). All X
# but for the kinds, which teaching.md 1 lists.
_EFFECTS: Mapping[str, tuple[tuple[str, int], tuple[str, int] | None]] = {
    "ventral-ramus": (("band-numbness", 26), ("neuritis", 6)),
    "nerve-root": (("root-injury", 52), ("neuritis", 12)),
    "canal": (("cord-injury", 520), ("leg-weakness", 2)),
    "pleura": (("pleuritic-pain", 2), None),
    "skin": (("skin-burn", 6), None),
}


def _effect(heated: Heated) -> AfterEffect | None:
    reached, near = _EFFECTS.get(heated.structure, (None, None))
    if heated.clearance_mm < 0.0 and reached is not None:
        return AfterEffect(*reached, f"45 C reached the {heated.structure}")
    if heated.clearance_mm < NEAR_MM and near is not None:
        mm = f"{heated.clearance_mm:.1f} mm"
        return AfterEffect(*near, f"45 C came within {mm} of the {heated.structure}")
    return None
