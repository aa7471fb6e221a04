"""One .attempt file alone: its header, its chain and states, its score. Needs no patient.

What needs the patient again (physics, pictures) is in `trainer.session.review`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    """What `verify` found. differences : where today's physics disagrees, None when not asked.

    signed_by : fingerprint of the station's key that sealed an exam's attempt, "" in practice.
    """

    records: int
    sealed: bool
    head: str
    cut_bytes: int
    differences: tuple[str, ...] | None = None
    signed_by: str = ""


def header_of(log: AttemptLog, name: str) -> Header:
    """The typed header. Raises Refusal INTEGRITY where a part is missing or bent."""
    try:
        return headers.from_json(log.header)
    except ValueError as error:
        raise damaged(name, "header", str(error)) from None


def whole(services: Services, path: Path) -> tuple[AttemptLog, Verdict]:
    """A log whose chain and states were checked. Raises Refusal INTEGRITY."""
    log = services.attempts.load(path)
    sitting = header_of(log, path.name).sitting
    for _ in states(log, path.name):
        pass
    verdict = Verdict(len(log.records), log.sealed, log.head, log.cut_bytes)
    return log, verdict if sitting is None else _as_a_record(services, path, verdict)


def _as_a_record(services: Services, path: Path, verdict: Verdict) -> Verdict:
    """An exam's attempt is also asked what only exams seal: scenario's hash and signature."""
    from trainer.session.sealing import attempt_checked, refuse_unsound

    report = attempt_checked(services, path)
    refuse_unsound(report, path.name)
    return replace(verdict, signed_by=report.facts.get("signed_by", ""))


def score_file(services: Services, path: Path) -> Score:
    """The score of an .attempt file, computed anew from log and header. Raises Refusal."""
    log = services.attempts.load(path)
    header_of(log, path.name)
    return score(log)
