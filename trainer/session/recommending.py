"""What to do next, by a rule that can be said in words: pretest, drill, short whole task, retry.

The loop is teaching.md 2; which of several drills or cases comes first is a design value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from trainer.assessment.mastery import Mastery
from trainer.scenario.tables import DRILL_IDS, FIRST_MINUTE
from trainer.session.finished import Finished


class Why(StrEnum):
    """The reason of a recommendation."""

    FIRST = "first"
    FAILED = "failed"
    DRILL_AFTER_CASE = "drill-after-case"
    CASE_AFTER_DRILL = "case-after-drill"
    TOWARD_MASTERY = "toward-mastery"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Recommended:
    """What is recommended. drill : whether `id` names a drill, else a scenario."""

    id: str
    drill: bool
    why: Why


def recommended(
    finished: Sequence[Finished], mastery: Mapping[str, Mastery], scenario_ids: Sequence[str]
) -> Recommended | None:
    """The next thing. finished : oldest first; scenario_ids : easiest first. None without any."""
    if not finished:
        return Recommended(FIRST_MINUTE, True, Why.FIRST)
    last = finished[-1]
    if last.result is not None and not last.result.outcome.passed and _counted(last):
        return Recommended(last.result.drill_id, True, Why.FAILED)
    done = {one.scenario_id for one in finished}
    case = next((name for name in scenario_ids if name not in done), None)
    drill = next((name for name in DRILL_IDS if name not in mastery), None)
    if last.result is not None and case is not None:
        return Recommended(case, False, Why.CASE_AFTER_DRILL)
    if drill is not None:
        return Recommended(drill, True, Why.DRILL_AFTER_CASE)
    unmastered = next((name for name in DRILL_IDS if not mastery[name].mastered), None)
    if unmastered is not None:
        return Recommended(unmastered, True, Why.TOWARD_MASTERY)
    known = [one.scenario_id for one in finished if one.scenario_id in scenario_ids]
    return Recommended(min(known, key=known.index), False, Why.AGAIN) if known else None


def _counted(one: Finished) -> bool:
    return one.result is not None and one.result.drill_id in DRILL_IDS
