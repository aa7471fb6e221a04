"""What a killed program left: submitted tries are told, running ones stand as interrupted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.assessment.exams import commands as c
from trainer.assessment.exams.state import Candidate, Try, TryStatus
from trainer.attempt.log import AttemptLog
from trainer.attempt.replay import last_state
from trainer.refusal import ExitCode, Refusal
from trainer.session.exams.keeper import SessionKeeper

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.session.exams.ports import ExamStore
    from trainer.session.ports import AttemptStore


@dataclass(frozen=True, slots=True)
class Files:
    """The attempts of one session."""

    exams: ExamStore
    session_id: str

    @property
    def attempts(self) -> AttemptStore:
        """All of them."""
        return self.exams.attempts(self.session_id)

    @property
    def locked(self) -> frozenset[str]:
        """Those that lie locked on the disk."""
        return self.exams.locked(self.session_id)

    def path(self, attempt_id: str) -> Path:
        """Where one lies."""
        return self.exams.attempt_path(self.session_id, attempt_id)

    @property
    def is_unlocked(self) -> bool:
        """Whether they can be read and written."""
        return self.exams.is_unlocked(self.session_id)

    def reveal(self, attempts: Iterable[str] | None = None) -> None:
        """Put these, or all of them, in their place as they are."""
        self.exams.reveal(self.session_id, attempts)


class AfterACrash:
    """Brings a session that was killed to where its files are.

    What ran stands, and what was submitted in the last moment is told. Of what is locked that is
    known when somebody of the staff signs on, and nothing is said of it before.
    """

    def __init__(self, keeper: SessionKeeper, files: Files) -> None:
        self._keeper, self._files = keeper, files
        for candidate in tuple(keeper.state.candidates.values()):
            if candidate.warm_up:
                keeper.do(c.EndWarmUp(candidate.name, candidate.warm_up, False))
        self._read = False
        self.settle()

    def settle(self) -> None:
        """Tell what the files say, once they can be read. Raises Refusal STORAGE."""
        if self._read:
            return
        self._read = self._files.is_unlocked
        for where in tuple(self._keeper.state.tries):
            if where.tried.status is not TryStatus.SUBMITTED:
                self._settle(where.tried)
        if self._read:
            self._reveal()

    def _settle(self, tried: Try) -> None:
        if not self._read and tried.attempt_id in self._files.locked:
            return
        try:
            _settle_try(self._keeper, self._files, tried)
        except Refusal as refusal:  # one bad file must not keep all the others out
            if refusal.code is ExitCode.STORAGE:
                raise
            _stands(self._keeper, tried, "its file cannot be read", tried.charged_ms)

    def _reveal(self) -> None:
        """What was released or closed, and could not be read yet."""
        state = self._keeper.state
        if state.closed is not None:
            self._files.reveal()
            return
        for candidate in state.candidates.values():
            if candidate.release is not None:
                self._files.reveal(tries_of(candidate))


def tries_of(candidate: Candidate) -> tuple[str, ...]:
    """The attempts of a candidate at stations."""
    return tuple(one.attempt_id for each in candidate.stations.values() for one in each.tries)


def _settle_try(keeper: SessionKeeper, files: Files, tried: Try) -> None:
    log = _sealed_if_submitted(files, tried.attempt_id)
    reached_ms = last_state(log).t_ms
    at_ms = max(tried.charged_ms, reached_ms)
    if log.sealed:
        how = "limit" if at_ms >= tried.limit_ms else "candidate"
        if tried.status is not TryStatus.RUNNING and how == "candidate":
            how = "abandoned"  # sealed while it stood; who closed it was about to say so
        by = next((name for name, one in keeper.state.people.items() if one.role == "examiner"), "")
        keeper.do(c.Submit(tried.attempt_id, how, at_ms, log.head, by))
    else:
        _stands(keeper, tried, "the program ended", at_ms)


def _stands(keeper: SessionKeeper, tried: Try, why: str, at_ms: int) -> None:
    if tried.status is TryStatus.RUNNING:
        keeper.do(c.Interrupt(tried.attempt_id, why, at_ms))


def _sealed_if_submitted(files: Files, attempt_id: str) -> AttemptLog:
    """The log of a try; between Submit and its seal the program can have been killed too."""
    path = files.path(attempt_id)
    log = files.attempts.load(path)
    if log.sealed or not last_state(log, path.name).submitted:
        return log
    _, journal = files.attempts.reopen(path)
    try:
        journal.seal()
    finally:
        journal.close()
    return files.attempts.load(path)


def forget_never_begun(keeper: SessionKeeper, files: Files, attempt_id: str) -> None:
    """An attempt whose begin was refused or never written down leaves no file."""
    if keeper.state.find(attempt_id) is None:
        try:
            files.attempts.forget_if_empty(files.path(attempt_id))
        except Refusal:
            return
