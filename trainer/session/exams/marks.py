"""What scoring says of a session's tries, computed anew from their files, each checked first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from trainer.assessment.exams.commands import TryMark
from trainer.assessment.exams.session_log import SessionHeader
from trainer.assessment.exams.state import Candidate, Try
from trainer.attempt.events import Exposed
from trainer.attempt.header import Header, to_json
from trainer.attempt.log import NOTHING, AttemptLog, damaged, hash_of, header_body, line_of
from trainer.attempt.sitting import Sitting
from trainer.scoring.score import score
from trainer.session.reading import header_of

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.session.ports import AttemptStore


def header_sha256(header: Header) -> str:
    """The hash of an attempt's first line, as its file stores it."""
    return hash_of(line_of(header_body(to_json(header)), NOTHING))


def checked_log(attempts: AttemptStore, path: Path, wanted: Sitting, tried: Try) -> AttemptLog:
    """The log of a try, which is the one that the session began and sealed.

    Raises Refusal INTEGRITY where it is another one, or not as it was when it was submitted.
    """
    log = attempts.load(path)
    header = header_of(log, path.name)
    if header.sitting != wanted or header.attempt_id != tried.attempt_id:
        raise damaged(path.name, "header", "it is the sitting of somebody or something else")
    if header_sha256(header) != tried.header_sha256:
        raise damaged(path.name, "header", "it is not the header that the session wrote down")
    if tried.head and log.head != tried.head:
        raise damaged(path.name, "seal", "it is not the seal that the session wrote down")
    return log


def sitting_of(session: SessionHeader, candidate: str, station: str, number: int) -> Sitting:
    """Whose sitting a try is, as its header says."""
    return Sitting(
        session.session_id,
        session.nonce,
        candidate,
        station,
        session.definition_sha256,
        number,
    )


def mark_of(tried: Try, log: AttemptLog) -> TryMark:
    """The mark of a try."""
    found = score(log)
    exposures = sum(isinstance(event, Exposed) for event in log.events)
    critical = tuple(one.exposure for one in found.critical)
    return TryMark(tried.attempt_id, found.score, found.passed, critical, exposures, found.digest)


def numbered(candidate: Candidate) -> Iterable[tuple[str, int, Try]]:
    """Every try of a candidate with its station and its number there, from 1."""
    for name, station in candidate.stations.items():
        for number, tried in enumerate(station.tries, start=1):
            yield name, number, tried
