"""Which sitting of an exam an attempt is: in the header of an exam's attempt, nowhere else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sitting:
    """session_id, station : as the session names them. candidate : a pseudonym, never a name.

    nonce : of the session, drawn when it was opened, so that an attempt of another one cannot stand
    in for this. definition_sha256 : of the exam's definition. try_number : from 1.
    """

    session_id: str
    nonce: str
    candidate: str
    station: str
    definition_sha256: str
    try_number: int
