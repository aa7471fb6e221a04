"""What a receipt stands for: a candidate's sealed attempts, and a session's candidates."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from trainer.assessment.exams.state import Candidate, TryStatus

SIGNED = b"rhizotomy-exam-root 1\n"


@dataclass(frozen=True, slots=True)
class Identity:
    """What ties a tree to one session."""

    session_id: str
    nonce: str
    definition_sha256: str


def candidate_leaves(identity: Identity, candidate: Candidate) -> tuple[bytes, ...]:
    """Who sat what, then the head of every submitted try, in the order of form and tries.

    Voided tries stay under the root: a receipt holds whatever is decided later.
    """
    first = _text(
        candidate=candidate.name,
        definition_sha256=identity.definition_sha256,
        form=candidate.form,
        nonce=identity.nonce,
        session_id=identity.session_id,
    )
    heads = (
        bytes.fromhex(tried.head)
        for station in candidate.stations.values()
        for tried in station.tries
        if tried.status is TryStatus.SUBMITTED
    )
    return (first, *heads)


def session_leaves(identity: Identity, roots: Sequence[str]) -> tuple[bytes, ...]:
    """The session, then the root of every sealed candidate in the order of enrolment."""
    first = _text(
        definition_sha256=identity.definition_sha256,
        nonce=identity.nonce,
        session_id=identity.session_id,
    )
    return (first, *(bytes.fromhex(root) for root in roots))


def signed_message(root: bytes) -> bytes:
    """What a key signs for a root."""
    return SIGNED + root


def _text(**parts: str) -> bytes:
    return json.dumps(parts, sort_keys=True, separators=(",", ":")).encode("ascii")
