"""Attempts are opened: a new one, a drill, one that waits, one from before a record of another."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from trainer.attempt.log import AttemptLog
from trainer.attempt.own_block import OwnBlock
from trainer.attempt.replay import last_state
from trainer.imaging.pulse import MOST_EARLIER
from trainer.refusal import Refusal
from trainer.session import playing, review
from trainer.session.aids import Offer, offered
from trainer.session.branching import Branch, branch_before, branch_of
from trainer.session.clock import MonotonicClock
from trainer.session.drills import open_drill
from trainer.session.finished import Finished
from trainer.session.live_attempt import LiveAttempt
from trainer.session.opening import Opening
from trainer.session.own_blocks import with_own_blocks
from trainer.session.services import Services
from trainer.session.taken import Taken, kept_of
from trainer.session.waiting import IN_SILENCE, Waiting


class AttemptsToOpen:
    """Opens attempts for one person. finished : everything that person has submitted."""

    def __init__(
        self,
        services: Services,
        now_utc: Callable[[], str],
        finished: Callable[[], tuple[Finished, ...]],
    ) -> None:
        self._services = services
        self._now_utc = now_utc
        self._finished = finished

    def start(
        self,
        scenario_id: str,
        seed: int | None = None,
        waiting: Waiting = IN_SILENCE,
        *,
        asks_own_call: bool = False,
    ) -> LiveAttempt:
        """Open an attempt; the first time a patient takes seconds. Raises Refusal.

        asks_own_call : after submit the log stays open for the trainee's own call, until `finish`.
        """
        scenario = self._services.scenarios.load(scenario_id)
        chosen = secrets.randbits(32) if seed is None else seed
        opening = playing.opened(self._services, scenario, chosen, waiting)
        header = replace(opening.header, created_utc=self._now_utc())
        header = with_own_blocks(header, self._earlier_blocks())
        return self._begun(replace(opening, header=header), asks_own_call=asks_own_call)

    def _earlier_blocks(self) -> Iterator[tuple[tuple[str, str], tuple[OwnBlock, ...]]]:
        """Person and blocks of each finished attempt; files are read when first asked for."""
        for one in self._finished():
            yield one.person, one.blocks

    def drill(
        self, name: str, seed: int | None = None, waiting: Waiting = IN_SILENCE
    ) -> LiveAttempt:
        """Open a drill; without a seed the two shared patients take turns. Raises Refusal."""
        chosen = 2 * secrets.randbits(31) + self._turn_of(name) if seed is None else seed
        opening = open_drill(self._services, name, chosen, self._now_utc(), waiting)
        return self._begun(opening)

    def back(
        self, path: Path, waiting: Waiting = IN_SILENCE, *, asks_own_call: bool = False
    ) -> LiveAttempt:
        """A new attempt from before the last step of an unfinished one. Raises Refusal."""
        log = self._services.attempts.load(path)
        branch = branch_of(log, review.header_of(log, path.name), self._now_utc())
        return self._branched(log, path, branch, waiting, asks_own_call=asks_own_call)

    def retry(
        self, path: Path, seq: int, waiting: Waiting = IN_SILENCE, *, asks_own_call: bool = False
    ) -> LiveAttempt:
        """A new attempt that goes on from before a record of a finished one. Raises Refusal."""
        log = self._services.attempts.load(path)
        branch = branch_before(log, review.header_of(log, path.name), seq, self._now_utc())
        return self._branched(log, path, branch, waiting, asks_own_call=asks_own_call)

    def _branched(
        self, log: AttemptLog, path: Path, branch: Branch, waiting: Waiting, *, asks_own_call: bool
    ) -> LiveAttempt:
        header = review.header_of(log, path.name)
        opening = replace(
            review.reopened(self._services, log, path.name, waiting), header=branch.header
        )
        events = [event for record in branch.records for event in record.events]
        taken = list(kept_of(header.start, events))[-(1 + MOST_EARLIER) :]
        return self._begun(opening, taken, asks_own_call=asks_own_call)

    def _begun(
        self, opening: Opening, taken: Sequence[Taken] = (), *, asks_own_call: bool = False
    ) -> LiveAttempt:
        """A new file for an opened attempt."""
        header = opening.header
        journal = self._services.attempts.create(header)
        return LiveAttempt(
            self._services,
            opening,
            journal,
            header.start,
            MonotonicClock(header.start.t_ms),
            taken,
            asks_own_call=asks_own_call,
            offer=self._offer(opening),
        )

    def _offer(self, opening: Opening) -> Offer:
        return offered(opening.scenario.id, self._finished(), opening.header.mode)

    def _turn_of(self, name: str) -> int:
        tried = (one.result for one in self._finished())
        return sum(one is not None and one.drill_id == name for one in tried) % 2

    def resume(
        self, path: Path, waiting: Waiting = IN_SILENCE, *, asks_own_call: bool = False
    ) -> LiveAttempt:
        """Go on where the log ends; the time away is not charged. Raises Refusal."""
        log, journal = self._services.attempts.reopen(path)
        try:
            state = last_state(log, path.name)
            opening = review.reopened(self._services, log, path.name, waiting)
        except Refusal:
            journal.close()
            raise
        taken = list(review.exposures(log, path.name))[-(1 + MOST_EARLIER) :]
        clock = MonotonicClock(state.t_ms)
        offer = self._offer(opening)
        return LiveAttempt(
            self._services,
            opening,
            journal,
            state,
            clock,
            taken,
            asks_own_call=asks_own_call,
            offer=offer,
        )
