"""The port `Pool` on a Dask cluster: workers on other computers, started with Dask's own commands.

It lives in `app` because it needs two rooms that may not know each other: `storage`, which says
which build this is, and the wiring of all edges, which every worker does for itself. `distributed`
(extra `cluster`) is imported here alone, when a cluster is asked for and never before.

A worker that dies costs its jobs another turn: the scheduler gives them to the next one.
"""

from __future__ import annotations

import functools
import math
import pickle
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from itertools import islice
from queue import Empty, SimpleQueue
from typing import Any, TypeAlias, TypeVar
from urllib.parse import urlsplit

from trainer.app import cluster_refusals as refusals
from trainer.storage.build import build_sha256

Client: TypeAlias = Any  # distributed's, whose methods have no types
Future: TypeAlias = Any
Job = TypeVar("Job")
Result = TypeVar("Result")
REACHED_WITHIN_S = 5.0  # (X)
# Without one worker for so long, nobody is coming: a nanny starts a new one within seconds (X).
PATIENCE_S = 30.0
LOOK_S = 1.0  # how often it is looked whether anybody still works (X)
IN_FLIGHT = 256  # jobs handed over and not yet back; the rest stays here (X)


@functools.cache
def build_here() -> str:
    """Which program this process runs."""
    return build_sha256()


@dataclass(frozen=True, slots=True)
class ClusterPool:
    """Implements `trainer.session.ports.Pool` on the cluster of a scheduler, tcp:// or tls://.

    build : hash of this program; a worker of another one is refused. patience_s : how long it is
    waited for a worker where there is none.
    """

    scheduler: str
    build: Callable[[], str] = build_here
    patience_s: float = PATIENCE_S

    def each(
        self, work: Callable[[Job], Result], jobs: Sequence[Job]
    ) -> Iterator[tuple[int, Result]]:
        """Every job's number and result, as they finish. Raises Refusal.

        Refused: a missing extra, a scheduler that does not answer or goes away, no worker, a worker
        of another build, a job whose workers all died.
        """
        if not jobs:
            return
        client = _client(self.scheduler)
        try:
            build = self.build()
            _check_workers(client, build, self.patience_s, self.scheduler)
            yield from _Flight(self, client, build).each(work, jobs)
        finally:
            client.close(timeout=REACHED_WITHIN_S)


class _Flight:
    """The jobs that are with the cluster now."""

    def __init__(self, pool: ClusterPool, client: Client, build: str) -> None:
        self._pool, self._client, self._build = pool, client, build
        self._done: SimpleQueue[Future] = SimpleQueue()
        self._out: dict[str, tuple[int, Future]] = {}
        self._alone_since_s = math.inf

    def each(self, work: Callable[[Job], Any], jobs: Sequence[Job]) -> Iterator[tuple[int, Any]]:
        numbers = iter(range(len(jobs)))
        try:
            for number in islice(numbers, IN_FLIGHT):
                self._send(number, pickle.dumps((work, jobs[number])))
            while self._out:
                number, result = self._next()
                for after in islice(numbers, 1):
                    self._send(after, pickle.dumps((work, jobs[after])))
                yield number, result
        finally:
            self._cancel()

    def _send(self, number: int, parcel: bytes) -> None:
        future = self._client.submit(do_parcel, self._build, parcel, pure=False)
        self._out[future.key] = number, future
        future.add_done_callback(self._done.put)

    def _next(self) -> tuple[int, Any]:
        """The next that is done. Raises Refusal where nobody works any more."""
        while True:
            try:
                future = self._done.get(timeout=LOOK_S)
                result = self._result(future)
            except Empty:
                self._somebody_works()
            except TimeoutError:  # its worker died before it was fetched: another does it again
                self._somebody_works()
                future.add_done_callback(self._done.put)
            else:
                return self._out.pop(future.key)[0], result

    def _result(self, future: Future) -> Any:
        from distributed import KilledWorker

        try:
            return future.result(timeout=REACHED_WITHIN_S)
        except KilledWorker:
            raise refusals.keeps_dying(self._pool.scheduler) from None
        except CancelledError:
            raise refusals.lost(self._pool.scheduler) from None

    def _somebody_works(self) -> None:
        """Asked whenever nothing has come for a while. Raises Refusal."""
        scheduler = self._pool.scheduler
        if self._client.status != "running":
            raise refusals.lost(scheduler)
        if _workers(self._client, scheduler):
            self._alone_since_s = math.inf
            return
        self._alone_since_s = min(self._alone_since_s, time.monotonic())
        if time.monotonic() - self._alone_since_s >= self._pool.patience_s:
            raise refusals.no_worker(scheduler, self._pool.patience_s)

    def _cancel(self) -> None:
        left = [future for _, future in self._out.values()]
        if left and self._client.status == "running":
            self._client.cancel(left, force=True)
        self._out.clear()


def _client(scheduler: str) -> Client:
    try:
        import distributed
    except ImportError:
        raise refusals.missing_extra() from None
    made: Any = distributed.Client
    address = urlsplit(scheduler)
    try:  # its own words and at once, where nothing listens there
        socket.create_connection((address.hostname, address.port), REACHED_WITHIN_S).close()
        return made(scheduler, timeout=REACHED_WITHIN_S, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise refusals.unreachable(scheduler, error) from None


def _workers(client: Client, scheduler: str) -> int:
    try:
        return len(client.nthreads())
    except (OSError, TimeoutError, CancelledError):
        raise refusals.lost(scheduler) from None


def _check_workers(client: Client, build: str, patience_s: float, scheduler: str) -> None:
    """Those that are there now; who comes later is asked with each job."""
    try:
        client.wait_for_workers(1, timeout=patience_s)
    except TimeoutError:
        raise refusals.no_worker(scheduler, patience_s) from None
    for worker, found in client.run(build_here, on_error="return").items():
        if found != build:
            raise refusals.another_build(worker, found, build)


# What runs on a worker ---------------------------------------------------------------------------

# Kernels, and the patient that is kept between jobs, are made for one caller at a time.
_ONE_AT_A_TIME = threading.Lock()


def do_parcel(build: str, parcel: bytes) -> object:
    """Do pickled work on its pickled job, unopened where another build packed it (Refusal)."""
    if build_here() != build:
        raise refusals.another_build(socket.gethostname(), build_here(), build)
    with _ONE_AT_A_TIME:
        work, job = pickle.loads(parcel)  # noqa: S301 - a cluster runs what its clients send it
        return work(job)
