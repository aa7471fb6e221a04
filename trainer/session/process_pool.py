"""A pool of processes on this machine: renewed now and then, and a dead one costs a retry."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from trainer.refusal import ExitCode, Refusal

Job = TypeVar("Job")
Result = TypeVar("Result")
# Each process does about so many jobs before it is replaced: what leaks goes with it (X).
RENEWED_AFTER = 200
MOST_DEATHS = 3  # in a row, without one job done in between (X)


@dataclass(frozen=True, slots=True)
class ProcessPool:
    """Implements `trainer.session.ports.Pool` with `workers` new processes of this program."""

    workers: int
    renewed_after: int = RENEWED_AFTER

    def each(
        self, work: Callable[[Job], Result], jobs: Sequence[Job]
    ) -> Iterator[tuple[int, Result]]:
        """Every job's number and result, as they finish. Raises Refusal where workers keep dying.

        Processes are started anew (never forked): the same on every system, and no lock of this
        one's threads comes along.
        """
        left = dict.fromkeys(range(len(jobs)))
        deaths = 0
        while left:
            batch = tuple(islice(left, self.workers * self.renewed_after))
            before = len(left)
            for number, result in self._once(work, jobs, batch):
                del left[number]
                yield number, result
            deaths = deaths + 1 if len(left) == before else 0
            if deaths >= MOST_DEATHS:
                raise _keeps_dying(deaths)

    def _once(
        self, work: Callable[[Job], Result], jobs: Sequence[Job], batch: Sequence[int]
    ) -> Iterator[tuple[int, Result]]:
        """What one set of processes finishes; a dead process ends the whole set."""
        pool = ProcessPoolExecutor(
            min(self.workers, len(batch)),
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_leaves_interrupts_to_its_parent,
        )
        try:
            futures = {pool.submit(work, jobs[number]): number for number in batch}
            yield from _finished(futures)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _finished(futures: Mapping[Future[Result], int]) -> Iterator[tuple[int, Result]]:
    for future in as_completed(futures):
        try:
            result = future.result()
        except BrokenProcessPool:
            continue  # its worker died, or another's did: it stays to be done
        yield futures[future], result


def _leaves_interrupts_to_its_parent() -> None:
    """Ctrl+C reaches every process of a terminal: only the parent answers, by cancelling."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _keeps_dying(deaths: int) -> Refusal:
    return Refusal(
        "The work cannot be finished",
        f"worker processes ended {deaths} times in a row without finishing anything",
        "Close other programs to free memory, or use fewer workers",
        code=ExitCode.INTERNAL,
    )
