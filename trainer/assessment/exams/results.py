"""What a candidate reached: nothing before the release, and afterwards from the marks alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trainer.assessment.exams.commands import TryMark
from trainer.assessment.exams.definition import Cut, ExamDefinition
from trainer.assessment.exams.state import Candidate, Phase, SessionState

Marks = Mapping[str, TryMark]  # by attempt id, of every try that counts


@dataclass(frozen=True, slots=True)
class StationOutcome:
    """mark : None where nothing counts. void : whether a try was voided or its file lost."""

    station: str
    mark: TryMark | None
    void: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """mean_mark : thousandths; a station that was not sat counts as 0. passed : None where a voided
    station has no other try, so that nothing can be said. near : within one SEM of the cut.
    """

    stations: tuple[StationOutcome, ...]
    mean_mark: int
    stations_passed: int
    critical_fails: int
    passed: bool | None
    near: bool
    standing: str


@dataclass(frozen=True, slots=True)
class CandidateResult:
    """outcome : None before the release. changed : attempts whose score is another now."""

    candidate: str
    phase: Phase
    receipt: str
    released: bool
    outcome: Outcome | None
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReleaseNeeds:
    """What a release asks for: a second person and why, and pictures nobody has looked at yet.

    frames : (attempt id, exposure); exposure 0 stands for any picture of that attempt.
    """

    reasons: tuple[str, ...]
    frames: tuple[tuple[str, int], ...]

    @property
    def second(self) -> bool:
        """Whether another examiner must agree."""
        return bool(self.reasons)


def outcome_of(definition: ExamDefinition, candidate: Candidate, marks: Marks) -> Outcome:
    """The outcome from the marks; for the release itself and after it (KeyError: a mark lacks)."""
    stations = tuple(_stations(candidate, marks))
    found = [one.mark for one in stations if one.mark is not None]
    count = len(stations)
    # Half up in whole numbers: the same on every machine.
    mean = (2 * sum(mark.score for mark in found) + count) // (2 * count)
    passed = sum(mark.passed for mark in found)
    critical = sum(bool(mark.critical) for mark in found)
    cut = definition.cut
    over = mean >= cut.mean_mark and passed >= cut.stations_passed
    undecided = any(one.void and one.mark is None for one in stations)
    return Outcome(
        stations,
        mean,
        passed,
        critical,
        None if undecided else over and critical <= cut.critical_fails,
        is_near(cut, mean),
        cut.standing,
    )


def _stations(candidate: Candidate, marks: Marks) -> Iterator[StationOutcome]:
    for name, station in candidate.stations.items():
        counted = station.counted
        mark = None if counted is None else marks[counted.attempt_id]
        yield StationOutcome(name, mark, any(one.taken_away for one in station.tries))


def is_near(cut: Cut, mean_mark: int) -> bool:
    """Within one SEM of the cut (DESIGN 9); an unknown SEM is taken as large."""
    return cut.sem is None or abs(mean_mark - cut.mean_mark) <= cut.sem


def release_needs(definition: ExamDefinition, candidate: Candidate, marks: Marks) -> ReleaseNeeds:
    """What must be so before the results of a candidate are released."""
    outcome = outcome_of(definition, candidate, marks)
    reasons = []
    if outcome.critical_fails:
        reasons.append("a critical error")
    if outcome.near:
        reasons.append("a mark within one standard error of the cut")
    return ReleaseNeeds(tuple(reasons), tuple(_unseen(candidate, marks, outcome.near)))


def _unseen(candidate: Candidate, marks: Marks, near: bool) -> Iterator[tuple[str, int]]:
    for station in candidate.stations.values():
        tried = station.counted
        if tried is None:
            continue
        mark, seen = marks[tried.attempt_id], {exposure for exposure, _ in tried.seen}
        wanted = sorted({at for at in mark.critical if at} - seen)
        yield from ((tried.attempt_id, at) for at in wanted)
        if near and not wanted and not seen and mark.exposures:
            yield tried.attempt_id, 0


def candidate_result(
    definition: ExamDefinition, state: SessionState, name: str, marks: Marks
) -> CandidateResult:
    """What may be seen of a candidate now."""
    candidate = state.candidates[name]
    receipt = candidate.sealed.receipt if candidate.sealed else ""
    if candidate.release is None:
        return CandidateResult(name, candidate.phase, receipt, False, None)
    released = dict(candidate.release.digests)
    changed = tuple(
        one for one, digest in released.items() if one in marks and marks[one].digest != digest
    )
    outcome = outcome_of(definition, candidate, marks)
    return CandidateResult(name, candidate.phase, receipt, True, outcome, changed)
