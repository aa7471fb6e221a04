"""Many stations record into one PostgreSQL whose server is killed again and again.

Each station is the real thing: the journal's writer with its fsync, and the thread that copies the
file to the server. A station's hand gives an act at its time and never looks at the server; how
long giving it took is measured, and how long until it was safe on the station's own disk. The same
is run first without any server, which tells what the journals cost alone.
"""

from __future__ import annotations

import heapq
import itertools
import json
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import text

REPOSITORY = Path(__file__).resolve().parents[2]
SERVER = REPOSITORY / ".ci" / "postgres"
PAGE = REPOSITORY / "docs" / "records.md"
MARK = "<!-- stations -->"
LIMIT_MS = 100.0
_NOT_MEASURED = {"hand": 0.0, "recorded": 0.0, "refused": 0}


@dataclass(frozen=True)
class Plan:
    """interval_s : between two acts of a station. processes : that the stations are spread over."""

    stations: int = 200
    events: int = 300
    kills: int = 10
    interval_s: float = 0.25
    processes: int = 4
    follow_s: float = 2.0
    alone: bool = True  # measure the same without a server first


@dataclass(frozen=True)
class Outcome:
    """lost, doubled : lines. Milliseconds are over all acts of all stations, the most of any."""

    stations: int
    events: int
    kills: int
    lines: int
    lost: int
    doubled: int
    changed: int
    complete: int
    hand_ms_max: float
    recorded_ms_p99: float
    alone_hand_ms_max: float
    alone_recorded_ms_p99: float
    refused_connections: int
    seconds: float

    @property
    def good(self) -> bool:
        """Whether every promise was kept."""
        whole = self.complete == self.stations
        return whole and not (self.lost or self.doubled or self.changed) and self.waits_none

    @property
    def waits_none(self) -> bool:
        """Whether no hand was held up by the server."""
        return self.hand_ms_max <= max(LIMIT_MS, self.alone_hand_ms_max)


class Cluster:
    """A throw-away PostgreSQL that can be killed."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.url = _ci("url", folder)

    def kill(self) -> None:
        """End it without a goodbye."""
        _ci("kill", self.folder)

    def restart(self) -> None:
        """Start it again."""
        _ci("restart", self.folder)


@contextmanager
def cluster(fsync: str = "off") -> Iterator[Cluster]:
    """A server of this test's own; gone afterwards."""
    made = Cluster(_ci("start", fsync))
    try:
        yield made
    finally:
        _ci("stop", made.folder)


def _ci(*arguments: str) -> str:
    done = subprocess.run(
        [str(SERVER), *arguments], capture_output=True, text=True, check=False, timeout=120
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip())
    return done.stdout.strip()


def run(plan: Plan, seed: int, folder: Path, server: Cluster) -> Outcome:
    """The whole run: stations without a server, then with one that is killed."""
    from trainer.storage.records.address import address_of
    from trainer.storage.records.opening import open_records

    begun = time.monotonic()
    address = address_of(server.url)
    open_records(address).rest()
    alone = _stations(plan, folder / "alone", "") if plan.alone else _NOT_MEASURED
    with _killed(plan, server, seed) as kills:
        shared = _stations(plan, folder / "shared", server.url)
    store = open_records(address)
    lost, changed = compared(store, folder / "shared")
    with store.engine.connect() as connection:
        rows, distinct = connection.execute(
            text("SELECT count(*), count(DISTINCT (record, seq)) FROM record_line")
        ).one()
        complete = connection.execute(text("SELECT count(*) FROM record_complete")).scalar_one()
    store.rest()
    return Outcome(
        plan.stations, plan.events, len(kills), int(rows), lost, int(rows - distinct), changed,
        int(complete), shared["hand"], shared["recorded"], alone["hand"], alone["recorded"],
        shared["refused"], round(time.monotonic() - begun, 1),
    )  # fmt: skip


def compared(store: Any, folder: Path) -> tuple[int, int]:
    """Lines of the files that the store lacks, and lines it holds otherwise or beyond them."""
    from trainer.session.record_lines import lines_of

    lost = changed = 0
    for path in sorted(folder.glob("*/*.attempt")):
        file = lines_of(path.read_bytes(), path.name)
        assert file.sealed, path
        kept = store.lines(file.header.record)
        lost += max(0, len(file.lines) - len(kept))
        changed += sum(mine != theirs for mine, theirs in zip(file.lines, kept, strict=False))
        changed += max(0, len(kept) - len(file.lines))
    return lost, changed


@contextmanager
def _killed(plan: Plan, server: Cluster, seed: int) -> Iterator[list[float]]:
    """Kills the server at random moments, spread over the time that the stations record."""
    chance, over, kills = random.Random(seed), threading.Event(), list[float]()
    whole_s = plan.events * plan.interval_s

    def work() -> None:
        for _ in range(plan.kills):
            if over.wait(whole_s / (plan.kills + 1) * chance.uniform(0.6, 1.1)):
                return
            server.kill()
            kills.append(time.monotonic())
            time.sleep(chance.uniform(0.1, 0.6))
            server.restart()

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield kills
        thread.join()
    finally:
        over.set()
        thread.join()


def _stations(plan: Plan, folder: Path, url: str) -> dict[str, Any]:
    """All stations, spread over processes; the worst of their figures."""
    folder.mkdir(parents=True)
    share = [len(range(n, plan.stations, plan.processes)) for n in range(plan.processes)]
    children = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.trust.stations", json.dumps(asdict(plan)),
             str(folder / str(number)), str(count)],
            cwd=REPOSITORY, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "RHIZOTOMY_RECORDS_URL": url},
        )
        for number, count in enumerate(share) if count
    ]  # fmt: skip
    told = []
    for child in children:
        out, _ = child.communicate(timeout=plan.events * plan.interval_s + 300)
        if child.returncode:
            raise RuntimeError(f"stations ended with {child.returncode}")
        told.append(json.loads(out))
    recorded = sorted(itertools.chain.from_iterable(each["recorded"] for each in told))
    return {
        "hand": max(each["hand"] for each in told),
        "recorded": recorded[int(len(recorded) * 0.99)],
        "refused": sum(each["refused"] for each in told),
    }


class Station:
    """One station: its journal, its uploads, and when each act was given and was safe."""

    def __init__(self, plan: Plan, folder: Path, number: int, open_store: Any) -> None:
        from tests.storage.records import header
        from trainer.storage.attempt_folder import AttemptFolder
        from trainer.storage.records.uploads import RecordUploads

        self.journal = AttemptFolder(folder).create(header(f"a-{folder.name}-{number}"))
        self.given: dict[int, float] = {}
        self.recorded_ms: list[float] = []
        self.hand_ms = 0.0
        self.journal.listen(self._safe)
        self.uploads = RecordUploads(open_store, every_s=plan.follow_s) if open_store else None
        if self.uploads:
            self.uploads.follow(self.journal.path)

    def _safe(self) -> None:
        now, seq = time.perf_counter(), self.journal.recorded_seq
        for each in [each for each in self.given if each <= seq]:
            self.recorded_ms.append((now - self.given.pop(each)) * 1000)

    def act(self, seq: int) -> None:
        """What the hand does, and the screen with it: give the act, ask how the copies are."""
        from tests.storage.records import act

        record = act(seq)
        before = time.perf_counter()
        self.given[seq] = before
        self.journal.append(record)
        if self.uploads:
            self.uploads.status()
        self.hand_ms = max(self.hand_ms, (time.perf_counter() - before) * 1000)

    def finish(self) -> None:
        self.journal.seal()
        self.journal.close()


def _child(plan: Plan, folder: Path, count: int) -> dict[str, Any]:
    from trainer.refusal import Refusal
    from trainer.session.records import URL_VARIABLE
    from trainer.storage.records.address import address_of
    from trainer.storage.records.opening import open_records

    url, refused = os.environ.get(URL_VARIABLE, ""), [0]
    address = address_of(url) if url else None

    def open_store() -> Any:
        assert address is not None
        try:
            return open_records(address)
        except Refusal as refusal:
            refused[0] += "no connection left" in refusal.why
            raise

    stations = [
        Station(plan, folder, number, open_store if address else None) for number in range(count)
    ]
    due = [(time.monotonic() + 0.5 + plan.interval_s * n / count, n, 1) for n in range(count)]
    heapq.heapify(due)
    while due:
        at, number, seq = heapq.heappop(due)
        time.sleep(max(0.0, at - time.monotonic()))
        stations[number].act(seq)
        if seq < plan.events:
            heapq.heappush(due, (at + plan.interval_s, number, seq + 1))
    for station in stations:
        station.finish()
    _wait_until_copied(stations)
    return {
        "hand": max(station.hand_ms for station in stations),
        "recorded": [round(ms, 2) for station in stations for ms in station.recorded_ms],
        "refused": refused[0],
    }


def _wait_until_copied(stations: Sequence[Station]) -> None:
    deadline = time.monotonic() + 200.0
    for station in stations:
        while station.uploads and station.uploads.status().done == 0:
            if time.monotonic() > deadline:
                raise RuntimeError(f"not copied: {station.uploads.status()}")
            time.sleep(0.05)
        if station.uploads:
            station.uploads.close()


def written(outcome: Outcome) -> None:
    """Put the figure into docs/records.md, between its marks."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(MARK)
    _, _, after = rest.partition(MARK)
    PAGE.write_text(f"{before}{MARK}\n{figure(outcome)}\n{MARK}{after}", encoding="utf-8")


def figure(outcome: Outcome) -> str:
    """The outcome in words."""
    return (
        f"{outcome.stations} stations × {outcome.events} acts into one PostgreSQL, its server "
        f"killed {outcome.kills} times (SIGKILL to every process of it): {outcome.lines:,} lines "
        f"kept, "
        f"**{outcome.lost} lost, {outcome.doubled} doubled, {outcome.changed} changed**, "
        f"{outcome.complete} records complete.\n"
        f"Longest that giving an act and asking for the status took, over all stations: "
        f"{outcome.hand_ms_max:.1f} ms (without any server {outcome.alone_hand_ms_max:.1f} ms). "
        f"Until an act was safe on the station's own disk, 99th percentile: "
        f"{outcome.recorded_ms_p99:.0f} ms (without any server "
        f"{outcome.alone_recorded_ms_p99:.0f} ms).\n"
        f"The server's default of 100 connections turned {outcome.refused_connections} away, which "
        f"came back by themselves. All stations and the server shared two processor cores."
    )


def stations(count: int, events: int, kills: int, seed: int) -> int:
    """`python -m tests.trust stations`: run, print, write the figure; 0 where all is kept."""
    import tempfile

    plan = Plan(count, events, kills)
    with tempfile.TemporaryDirectory() as folder, cluster("on") as server:
        outcome = run(plan, seed, Path(folder), server)
    print(figure(outcome))
    with suppress(OSError):
        written(outcome)
    return int(not outcome.good)


if __name__ == "__main__":
    print(json.dumps(_child(Plan(**json.loads(sys.argv[1])), Path(sys.argv[2]), int(sys.argv[3]))))
