"""One .attempt file alone: its header, its chain and states, its score. Needs no patient.

What needs the patient again (physics, pictures) is in `trainer.session.review`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.attempt import header as headers
from trainer.attempt.header import Header
from trainer.attempt.log import AttemptLog, damaged
from trainer.attempt.replay import states
from trainer.scoring.score import Score, score

if TYPE_CHECKING:
    from trainer.session.services import Services


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` found. differences : where today's physics disagrees, None when not asked."""

    records: int
    sealed: bool
    head: str
    cut_bytes: int
    differences: tuple[str, ...] | None = None


def header_of(log: AttemptLog, name: str) -> Header:
    """The typed header. Raises Refusal INTEGRITY where a part is missing or bent."""
    try:
        return headers.from_json(log.header)
    except ValueError as error:
        raise damaged(name, "header", str(error)) from None


def whole(services: Services, path: Path) -> tuple[AttemptLog, Verdict]:
    """A log whose chain and states were checked. Raises Refusal INTEGRITY."""
    log = services.attempts.load(path)
    header_of(log, path.name)
    for _ in states(log, path.name):
        pass
    return log, Verdict(len(log.records), log.sealed, log.head, log.cut_bytes)


def score_file(services: Services, path: Path) -> Score:
    """The score of an .attempt file, computed anew from log and header. Raises Refusal."""
    log = services.attempts.load(path)
    header_of(log, path.name)
    return score(log)
