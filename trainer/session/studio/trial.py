"""Trying a case before it is published: as a trainee, by the expert player, and what it earns."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer.refusal import Refusal
from trainer.scenario.canonical import to_document
from trainer.scoring.score import Score, score
from trainer.session.clock import MonotonicClock, utc_now
from trainer.session.live_attempt import LiveAttempt
from trainer.session.opening import Opening, open_attempt
from trainer.session.players.play import play_into
from trainer.session.services import Services
from trainer.session.studio.workbench import REFERENCE, Workbench
from trainer.session.waiting import IN_SILENCE, Waiting

EXPERT, EXPERT_SEED = "expert", 1
NONE, CURRENT, OUTDATED = "none", "current", "outdated"
# What may change without another way to play: a run stays a reference then.
_WORDS = frozenset(
    {"id", "version", "order", "title", "exam_title", "authors", "summary", "teaching", "language"}
)


@dataclass(frozen=True, slots=True)
class ExpertCheck:
    """How the scripted expert fared: a sanity check of the case, never its validity.

    critical : kinds of critical error, each once. path : its attempt, to be looked at or kept.
    """

    passed: bool
    mark: int
    pass_mark: int
    critical: tuple[str, ...]
    score: Score
    path: Path


def try_out(
    bench: Workbench,
    waiting: Waiting = IN_SILENCE,
    now_utc: Callable[[], str] = utc_now,
    seed: int | None = None,
) -> LiveAttempt:
    """The case as a trainee meets it; its file is counted nowhere. Raises Refusal.

    Unfinished fields are stood in for, so that a half-written case can be tried too.
    """
    opening = _opened(bench, secrets.randbits(32) if seed is None else seed, waiting, now_utc)
    path = bench.file.tries / f"{opening.header.attempt_id}.attempt"
    journal = bench.services.attempts.create(opening.header, path)
    start = opening.header.start
    return LiveAttempt(bench.services, opening, journal, start, MonotonicClock(start.t_ms))


def verdict(bench: Workbench, live: LiveAttempt) -> Score:
    """What the rubric makes of all that was done up to now. Raises Refusal."""
    live.runner.settle()
    return score(bench.services.attempts.load(live.path))


def expert_check(
    bench: Workbench,
    waiting: Waiting = IN_SILENCE,
    now_utc: Callable[[], str] = utc_now,
) -> ExpertCheck:
    """Let the scripted expert play the case; some seconds. Raises Refusal."""
    waiting.progress(0.0, "Opening the patient")
    opening = _opened(bench, EXPERT_SEED, waiting, now_utc)
    path = bench.file.tries / f"expert-{secrets.token_hex(4)}.attempt"
    waiting.progress(0.3, "The expert plays")
    play_into(bench.services, opening, EXPERT, EXPERT_SEED, path)
    found = score(bench.services.attempts.load(path))
    critical = tuple(dict.fromkeys(one.id for one in found.critical))
    return ExpertCheck(found.passed, found.score, found.pass_mark, critical, found, path)


def keep_reference(bench: Workbench, path: Path) -> None:
    """Make a submitted try of the case, as it stands, its reference run. Raises Refusal."""
    log = bench.services.attempts.load(path)
    if not log.sealed:
        raise Refusal(
            "This run cannot be the reference",
            "it was not submitted",
            "Finish the attempt, then keep it",
        )
    if _played(log.header["scenario"]) != _played(to_document(bench.shelved())):
        raise Refusal(
            "This run cannot be the reference",
            "the case was changed after it",
            "Try the case again as it stands now",
        )
    bench.services.manuscripts.keep(bench.file, REFERENCE, path.read_bytes())


def reference_state(bench: Workbench) -> str:
    """Whether the case has a reference run: "none", "current", or "outdated" by a later change."""
    path = bench.folder / REFERENCE
    if not path.is_file():
        return NONE
    try:
        header = bench.services.attempts.load(path).header
    except Refusal:
        return OUTDATED
    scenario = bench.stand_in()
    same = scenario is not None and _played(header["scenario"]) == _played(to_document(scenario))
    return CURRENT if same else OUTDATED


def _played(document: Mapping[str, Any]) -> dict[str, Any]:
    """What of a case an attempt is played and scored by."""
    return {name: value for name, value in document.items() if name not in _WORDS}


def _opened(bench: Workbench, seed: int, waiting: Waiting, now_utc: Callable[[], str]) -> Opening:
    services: Services = bench.services
    patient = bench.build_patient(waiting)
    return open_attempt(
        bench.shelved(),
        patient,
        build_sha256=services.build_sha256(),
        created_utc=now_utc(),
        seed=seed,
    )
