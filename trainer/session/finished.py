"""What this user has finished: read from the sealed attempts, each file once.

Nothing is stored beside the logs: progress is a function of them (DESIGN 1).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from trainer.assessment.mastery import Mastery, Trial, mastery_of
from trainer.attempt import header as headers
from trainer.attempt.own_block import OwnBlock
from trainer.refusal import Refusal
from trainer.scoring.drills.result import DrillResult, is_aided, judged
from trainer.session.days import local_day
from trainer.session.own_blocks import blocks_in, person_of
from trainer.session.ports import AttemptStore


@dataclass(frozen=True, slots=True)
class Finished:
    """One finished attempt. day : ordinal of its date. result : of a drill, else None.

    person : whom it was about; blocks : what the diary said of those done in it.
    """

    path: Path
    scenario_id: str
    procedure: str
    created_utc: str
    patient_sha256: str
    seed: int
    aided: bool
    result: DrillResult | None
    person: tuple[str, str] = ("", "")
    blocks: tuple[OwnBlock, ...] = ()

    @property
    def day(self) -> int:
        """The calendar day, here, it was begun on."""
        return local_day(self.created_utc)


class FinishedAttempts:
    """The finished attempts of a store, oldest first; what is damaged is left to `verify`."""

    def __init__(self, store: AttemptStore) -> None:
        self._store = store
        self._known: dict[Path, Finished | None] = {}

    def all(self) -> tuple[Finished, ...]:
        """Every finished attempt, in the order they were begun."""
        paths = self._store.finished()
        found = (self._read(path) for path in paths)
        return tuple(sorted((one for one in found if one), key=lambda one: one.created_utc))

    def _read(self, path: Path) -> Finished | None:
        if path not in self._known:  # a sealed file never changes
            self._known[path] = self._loaded(path)
        return self._known[path]

    def _loaded(self, path: Path) -> Finished | None:
        try:
            log = self._store.load(path)
            header = headers.from_json(log.header)
            result = None if header.drill is None else judged(header, log.events)
            return Finished(
                path,
                str(header.scenario["id"]),
                str(header.scenario["procedure"]),
                header.created_utc,
                header.provenance.patient_sha256,
                header.seed,
                is_aided(header, log.events),
                result,
                person_of(header),
                blocks_in(header, log.events),
            )
        except (Refusal, ValueError, KeyError):
            return None


def mastery_by_drill(finished: Iterable[Finished]) -> Mapping[str, Mastery]:
    """How far each drill that was ever tried is, by id."""
    trials: dict[str, list[Trial]] = {}
    for one in finished:
        if one.result is not None:
            trial = Trial(
                one.day,
                one.patient_sha256,
                one.seed,
                one.result.outcome.passed,
                one.result.counts,
            )
            trials.setdefault(one.result.drill_id, []).append(trial)
    return {name: mastery_of(each) for name, each in trials.items()}
