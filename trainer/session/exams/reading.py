"""A session from its files alone, with nobody in it: tries checked, marks, results, receipts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from trainer.assessment.exams import commands as c
from trainer.assessment.exams.leaves import candidate_leaves, signed_message
from trainer.assessment.exams.results import CandidateResult, candidate_result
from trainer.assessment.exams.session_log import SessionHeader, SessionLog
from trainer.assessment.exams.state import LOST, Candidate, SessionState, Try
from trainer.assessment.keys import is_signed
from trainer.assessment.merkle import root as merkle_root
from trainer.assessment.receipt import receipt_code
from trainer.attempt.log import AttemptLog, damaged
from trainer.session.exams.after_a_crash import Files
from trainer.session.exams.marks import checked_log, mark_of, numbered, sitting_of
from trainer.session.services import Services


@dataclass(frozen=True, slots=True)
class SessionVerdict:
    """What a check of a whole session found; what is wrong is a Refusal instead.

    unsealed : tries that are not over. receipts : by candidate. unknown_keys : whose signatures
    could not be held against a key that is known here. locked : tries whose files nobody may read
    yet; their content was not checked.
    """

    records: int
    attempts: int
    unsealed: int
    receipts: Mapping[str, str]
    closed: str
    cut_bytes: int
    unknown_keys: tuple[str, ...] = ()
    locked: int = 0


def checked_tries(
    services: Services, header: SessionHeader, candidate: Candidate, but: Collection[str] = ()
) -> Iterator[tuple[Try, AttemptLog]]:
    """Every try of a candidate with its log, checked against the session's. Raises Refusal.

    but : attempts to leave out.
    """
    files = Files(services.exams, header.session_id)
    for station, number, tried in numbered(candidate):
        if tried.how == LOST or tried.attempt_id in but:
            continue  # the session says so; the receipt holds zeros for it
        wanted = sitting_of(header, candidate.name, station, number)
        path = files.path(tried.attempt_id)
        yield tried, checked_log(files.attempts, path, wanted, tried)


def marks_of(
    services: Services, header: SessionHeader, candidate: Candidate
) -> Mapping[str, c.TryMark]:
    """The mark of every try that counts, computed anew."""
    counted = {one.counted.attempt_id for one in candidate.stations.values() if one.counted}
    return {
        tried.attempt_id: mark_of(tried, log)
        for tried, log in checked_tries(services, header, candidate)
        if tried.attempt_id in counted
    }


def results_of(
    services: Services, header: SessionHeader, state: SessionState
) -> tuple[CandidateResult, ...]:
    """What may be seen of every candidate; those not released are not even scored."""
    return tuple(
        candidate_result(
            header.definition,
            state,
            name,
            marks_of(services, header, candidate) if candidate.release else {},
        )
        for name, candidate in state.candidates.items()
    )


def verified(services: Services, log: SessionLog) -> SessionVerdict:
    """Check every attempt, root and receipt of a session. Raises Refusal INTEGRITY."""
    attempts = unsealed = 0
    receipts = {}
    locked = _unreadable(services, log)
    for candidate in log.state.candidates.values():
        for tried, attempt in checked_tries(services, log.header, candidate, locked):
            attempts += 1
            unsealed += not attempt.sealed
            _check_end(tried, attempt)
        if candidate.sealed is not None:
            _check_root(log, candidate)
            receipts[candidate.name] = candidate.sealed.receipt
    closed = log.state.closed.receipt if log.state.closed else ""
    unknown = _unknown_keys(log.state, services.exams.known_keys())
    return SessionVerdict(
        len(log.records), attempts, unsealed, receipts, closed, log.cut_bytes, unknown, len(locked)
    )


def _unreadable(services: Services, log: SessionLog) -> Collection[str]:
    """Tries that are locked, and nobody of the staff has opened the session in this program."""
    exams, session_id = services.exams, log.header.session_id
    if exams.is_unlocked(session_id):
        return ()
    known = {where.tried.attempt_id for where in log.state.tries}
    return exams.locked(session_id) & known


def _unknown_keys(state: SessionState, known: Mapping[str, str]) -> tuple[str, ...]:
    """Check every signature whose key is known; which keys are not. Raises Refusal INTEGRITY."""
    sealed = [one.sealed for one in state.candidates.values()]
    unknown = []
    for one in (*sealed, state.closed):
        if one is None:
            continue
        message = signed_message(bytes.fromhex(one.root))
        if one.key_id not in known:
            unknown.append(one.key_id)
        elif not is_signed(known[one.key_id], message, one.signature):
            raise damaged("session.jsonl", "seal", "its signature is not of this root")
        if receipt_code(bytes.fromhex(one.root)) != one.receipt:
            raise damaged("session.jsonl", "seal", "its receipt is not of this root")
    return tuple(dict.fromkeys(unknown))


def _check_end(tried: Try, attempt: AttemptLog) -> None:
    if tried.head and not attempt.sealed:
        raise damaged(tried.attempt_id, "seal", "the session says it was sealed")


def _check_root(log: SessionLog, candidate: Candidate) -> None:
    assert candidate.sealed is not None
    found = merkle_root(candidate_leaves(log.header.identity, candidate)).hex()
    if found != candidate.sealed.root:
        why = f"the root of {candidate.name} is not that of the tries"
        raise damaged("session.jsonl", "seal", why)
