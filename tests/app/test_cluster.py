"""Work on a real Dask cluster: a scheduler and two workers, started with Dask's own commands."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.conftest import REPOSITORY
from trainer.app import cluster
from trainer.app.cluster import ClusterPool
from trainer.app.wiring import wired
from trainer.refusal import ExitCode, Refusal
from trainer.session.calibrating import Calibration, Plan, calibrate
from trainer.session.calibration_facts import document_of, facts_of
from trainer.session.players.play import play
from trainer.session.rescoring import rescore
from trainer.session.services import Services
from trainer.session.waiting import Waiting
from trainer.storage.folders import Folders, user_folders

Job = TypeVar("Job")
Result = TypeVar("Result")
FILM = "place-t7-single"  # opens at once: one picture and no body
PLAN = Plan(3, ("timid", "random"), 1)
LONGEST_S = 60.0


@dataclass(frozen=True)
class Here:
    """A pool without processes."""

    def each(
        self, work: Callable[[Job], Result], jobs: Sequence[Job]
    ) -> Iterator[tuple[int, Result]]:
        for number in range(len(jobs)):
            yield number, work(jobs[number])


@dataclass
class Dask:
    """What was started here, and is ended here."""

    folder: Path
    address: str = ""
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        quiet = {"DASK_LOGGING__DISTRIBUTED": "error", "PYTHONPATH": str(REPOSITORY)}
        done = subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments],
            cwd=self.folder,
            env={**os.environ, **quiet, "RHIZOTOMY_HOME": str(self.folder / "home")},
        )
        self.started.append(done)
        return done

    def worker(self) -> subprocess.Popen[bytes]:
        return self.start(
            *("worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard"),
            *("--host", "127.0.0.1", "--memory-limit", "0", "--local-directory", "scratch"),
        )


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dask]:
    """A scheduler and two workers on this computer alone, on ports that were free."""
    found = Dask(tmp_path_factory.mktemp("dask"))
    facts = found.folder / "scheduler.json"
    try:
        found.start(
            *("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"),
            *("--no-show", "--scheduler-file", facts.name),
        )
        until = time.monotonic() + LONGEST_S
        while not facts.exists() and time.monotonic() < until:
            time.sleep(0.1)
        found.address = json.loads(facts.read_text())["address"]
        found.worker()
        found.worker()
        yield found
    finally:
        for process in found.started:
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    own = wired(Folders(tmp_path_factory.mktemp("services"), user_folders().cache))
    return replace(own, elsewhere=own.on_a_worker)


def text_of(found: Calibration) -> str:
    return json.dumps(document_of(found, facts_of(found)))


def asking(dask: Dask) -> Any:
    """A client of the test's own; distributed's methods have no types."""
    import distributed

    made: Any = distributed.Client
    return made(dask.address, set_as_default=False)


def working(dask: Dask) -> dict[str, tuple[str, ...]]:
    """The jobs that each worker has."""
    with asking(dask) as client:
        return dict(client.processing())


def wait_for_two(dask: Dask) -> None:
    with asking(dask) as client:
        client.wait_for_workers(2, timeout=LONGEST_S)


def kill_when_both_work(dask: Dask) -> None:
    until = time.monotonic() + LONGEST_S
    while not all(working(dask).values()) and time.monotonic() < until:
        time.sleep(0.005)
    dask.started[1].kill()


def test_a_worker_killed_in_mid_run_costs_a_retry_and_nothing_else(
    dask: Dask, services: Services
) -> None:
    wait_for_two(dask)
    plan = replace(PLAN, trainees=8)
    said: list[str] = []
    ending = threading.Thread(target=kill_when_both_work, args=(dask,))
    ending.start()
    waiting = Waiting(lambda _done, words: said.append(words))
    there = calibrate(services, FILM, plan, ClusterPool(dask.address), waiting)
    ending.join()
    assert dask.started[1].wait() != 0
    assert said[-1] == "16 of 16 attempts played"
    assert len(working(dask)) == 1
    assert text_of(there) == text_of(calibrate(services, FILM, plan, Here()))


def test_many_attempts_get_the_scores_they_get_here_and_a_damaged_one_holds_none_up(
    dask: Dask, services: Services, tmp_path: Path
) -> None:
    paths = [play(services, FILM, "random", seed, tmp_path / f"{seed}.attempt") for seed in (1, 2)]
    paths.append(tmp_path / "bent.attempt")
    paths[-1].write_bytes(paths[0].read_bytes().replace(b"random", b"expert").replace(b"7", b"8"))
    paths.append(tmp_path / "absent.attempt")
    there = rescore(services, paths, ClusterPool(dask.address))
    here = rescore(services, paths, Here())
    assert [one.document for one in there] == [one.document for one in here]
    assert [str(one.refused) for one in there] == [str(one.refused) for one in here]
    assert [one.document is not None for one in there] == [True, True, False, False]


def test_leaving_early_takes_the_jobs_back(dask: Dask) -> None:
    """Of four hundred half seconds only those go on that a worker had begun."""
    results = ClusterPool(dask.address).each(time.sleep, [0.5] * 400)
    next(results)
    results.close()  # type: ignore[attr-defined]
    until = time.monotonic() + 10.0
    while any(working(dask).values()) and time.monotonic() < until:
        time.sleep(0.2)
    assert not any(working(dask).values())


def test_a_worker_of_another_build_is_refused_before_and_at_the_job(dask: Dask) -> None:
    with pytest.raises(Refusal, match="same release") as caught:
        list(ClusterPool(dask.address, lambda: "0" * 64).each(abs, [1]))
    assert caught.value.code == ExitCode.INTEGRITY
    with pytest.raises(Refusal, match="same release"):
        cluster.do_parcel("0" * 64, b"never opened")


def test_no_worker_and_a_scheduler_that_goes_away_are_told_of(dask: Dask) -> None:
    """Last: nobody is left afterwards."""
    results = ClusterPool(dask.address, patience_s=2.0).each(abs, range(-400, 0))
    next(results)
    for worker in dask.started[1:]:
        worker.kill()
    with pytest.raises(Refusal, match="no worker was connected"):
        list(results)
    with pytest.raises(Refusal, match="no worker was connected"):
        list(ClusterPool(dask.address, patience_s=0.5).each(abs, [1]))
    dask.started[0].kill()
    dask.started[0].wait()
    with pytest.raises(Refusal, match="Start one with 'dask scheduler'") as caught:
        list(ClusterPool(dask.address).each(abs, [1]))
    assert caught.value.code == ExitCode.STORAGE


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(Refusal, match=r"Leave --scheduler out"):
        list(ClusterPool("tcp://127.0.0.1:9").each(abs, [1]))
