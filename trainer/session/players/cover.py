"""How much of a nerve a player believes that a lesion would reach, as his own pictures show it."""

from __future__ import annotations

import numpy as np

from trainer.geometry.pinhole import FloatArray
from trainer.session.players.hand import Hand
from trainer.session.players.placing import tip_seen_mm
from trainer.session.players.plan import BEHIND_TIP_MM, Plan

# Half of what a cannula of 18 G with a bare centimetre leaves: 7.2 mm wide and 13 mm long at 80
# degrees and 90 s (clinical.md 3.2, from Cosman 2014 [D/X]), nine tenths of it in a patient [X].
WIDE_MM, LONG_MM = 3.25, 5.85
PLACES = 41  # looked at along the course
NEARLY = 0.1  # so much less than the plan hoped for is no reason to begin anew [X]


def missed_mm(hand: Hand, plan: Plan) -> FloatArray | None:
    """How far beside its place he sees the tip, where the lesion would leave too much of the nerve.

    None where it would reach enough of it, or where his pictures do not show that.
    """
    picture, needle = hand.seen.picture, hand.seen.needle
    if plan.course_mm is None or picture is None or needle is None or picture.tip is None:
        return None
    tip_mm = tip_seen_mm(hand, picture, needle)
    hoped = cover(plan.course_mm, plan.aim_mm, plan.toward)
    if cover(plan.course_mm, tip_mm, needle.hub) >= min(hand.traits.covers, hoped - NEARLY):
        return None
    off = plan.aim_mm - tip_mm
    return np.asarray(off - needle.hub * float(off @ needle.hub))


def cover(course_mm: FloatArray, tip_mm: FloatArray, toward: FloatArray) -> float:
    """Share, 0 to 1, of a nerve's stretch inside the lesion of a cannula that stands so.

    course_mm : places along it, shape (n, 3). toward : unit vector from hub to tip.
    """
    off = _walked(course_mm) - (tip_mm - BEHIND_TIP_MM * toward)
    along = off @ toward
    beside = np.linalg.norm(off - np.outer(along, toward), axis=1)
    return float(np.mean((along / LONG_MM) ** 2 + (beside / WIDE_MM) ** 2 < 1.0))


def _walked(course_mm: FloatArray) -> FloatArray:
    """Places at even steps along a course, shape (PLACES, 3)."""
    ways = np.cumsum([0.0, *np.linalg.norm(np.diff(course_mm, axis=0), axis=1)])
    at = np.linspace(0.0, ways[-1], PLACES)
    return np.stack([np.interp(at, ways, part) for part in course_mm.T], axis=1)
