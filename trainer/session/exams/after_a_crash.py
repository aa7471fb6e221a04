"""What a killed program left: submitted tries are told, running ones stand as interrupted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.assessment.exams import commands as c
from trainer.assessment.exams.state import Try, TryStatus
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

    def path(self, attempt_id: str) -> Path:
        """Where one lies."""
        return self.exams.attempt_path(self.session_id, attempt_id)


def settle(keeper: SessionKeeper, files: Files) -> None:
    """Bring a session that was killed to where its files are. Raises Refusal."""
    for candidate in tuple(keeper.state.candidates.values()):
        if candidate.warm_up:
            keeper.do(c.EndWarmUp(candidate.name, candidate.warm_up, False))
    for where in tuple(keeper.state.tries):
        if where.tried.status is TryStatus.SUBMITTED:
            continue
        try:
            _settle_try(keeper, files, where.tried)
        except Refusal as refusal:  # one bad file must not keep all the others out
            if refusal.code is ExitCode.STORAGE:
                raise
            _stands_unread(keeper, where.tried)


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
    elif tried.status is TryStatus.RUNNING:
        keeper.do(c.Interrupt(tried.attempt_id, "the program ended", at_ms))


def _stands_unread(keeper: SessionKeeper, tried: Try) -> None:
    if tried.status is TryStatus.RUNNING:
        keeper.do(c.Interrupt(tried.attempt_id, "its file cannot be read", tried.charged_ms))


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
