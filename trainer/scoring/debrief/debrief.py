"""The debrief of an attempt: a function of its log, and of a reference log where there is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from trainer.attempt.log import AttemptLog
from trainer.scoring.debrief.calls import Calibration, calibration
from trainer.scoring.debrief.changes import Change, changes
from trainer.scoring.debrief.course import Course, course_of
from trainer.scoring.debrief.expert import ExpertView, expert_at
from trainer.scoring.debrief.moments import Moment, moments
from trainer.scoring.debrief.ribbon import Ribbon, ribbon
from trainer.scoring.score import Score, score

DEBRIEF_VERSION = 1  # counts up with every change of the document's shape


@dataclass(frozen=True, slots=True)
class Debrief:
    """What an attempt teaches.

    own_call : None where none was made. experts : for each moment the same decision in the
    reference log, None where there is none to show.
    """

    score: Score
    own_call: Calibration | None
    ribbon: Ribbon
    moments: tuple[Moment, ...]
    changes: tuple[Change, ...]
    experts: tuple[ExpertView | None, ...]

    @property
    def passed(self) -> bool:
        """Whether the attempt passed."""
        return self.score.passed

    @property
    def document(self) -> dict[str, Any]:
        """The debrief for machines (`attempt debrief --json`)."""
        return {
            "debrief_version": DEBRIEF_VERSION,
            "digest": self.score.digest,
            "scenario": {"id": self.score.scenario_id},
            "complete": self.score.complete,
            "passed": self.score.passed,
            "score": self.score.score,
            "own_call": plain(self.own_call),
            "ribbon": plain(self.ribbon),
            "moments": [
                {**plain(moment), "expert": plain(expert)}
                for moment, expert in zip(self.moments, self.experts, strict=True)
            ],
            "changes": [plain(change) for change in self.changes],
        }


def debrief_of(log: AttemptLog, expert: AttemptLog | None = None) -> Debrief:
    """The debrief of a log.

    expert : a reference log; used where it is of the same scenario in the same version. Raises
    Refusal where the log cannot be judged.
    """
    found, course = score(log), course_of(log)
    shown = moments(course, found)
    beside = None if expert is None else course_of(expert)
    return Debrief(
        score=found,
        own_call=calibration(course),
        ribbon=ribbon(course),
        moments=shown,
        changes=changes(course, found),
        experts=tuple(_beside(course, beside, moment) for moment in shown),
    )


def _beside(course: Course, expert: Course | None, moment: Moment) -> ExpertView | None:
    if expert is None:
        return None
    return expert_at(course, expert, moment.seq, moment.truth.target if moment.truth else 0)


def plain(value: Any) -> Any:
    """Dataclasses and named tuples as objects, tuples as lists: ready for JSON."""
    if is_dataclass(value):
        return {part.name: plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, tuple):
        names = getattr(value, "_fields", None)
        if names is not None:
            return {name: plain(getattr(value, name)) for name in names}
        return [plain(part) for part in value]
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    return value
