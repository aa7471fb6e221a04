"""Many stations record into one PostgreSQL whose server is killed again and again.

Each station is the real thing, as it is in a department: a process with the journal's writer, its
fsync and the thread that copies, and a process that talks to the server. A station's hand gives an
act at its time and never looks at the server; how long giving it took is measured, how much of that
it stood ready while other stations had the processors (the kernel counts it), and how long until
the act was safe on the station's own disk. The same is run first without any server, which tells
what the journals cost alone.

A station has a computer to itself, here two hundred share two processors: so hands, journals and
what asks for copies run first come first served before all else (SCHED_RR, one priority: a thread
of a lower one that is taken off its processor while it holds the interpreter would keep its own
hand waiting a time slice of 100 ms); what talks to the server, and the server, have what they left.
"""

from __future__ import annotations

import gc
import importlib
import itertools
import json
import multiprocessing
import os
import random
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NoReturn

from sqlalchemy import text

REPOSITORY = Path(__file__).resolve().parents[2]
SERVER = REPOSITORY / ".ci" / "postgres"
PAGE = REPOSITORY / "docs" / "records.md"
MARK = "<!-- stations -->"
LIMIT_MS = 100.0
REAL_TIME = 40
SCHEDULED = {
    True: "The stations ran before the server, what talks to it and everything else here "
    "(`SCHED_RR`), as each has a computer to itself in a department.",
    False: "The stations ran as everything else here did, so the times hold the wait for a "
    "processor, which a station of its own does not have.",
}
# What a station has loaded before anybody sits there: opening an exam proves the store.
LOADED = (
    "psycopg",
    "trainer.storage.records.apart",
    "sqlalchemy.dialects.postgresql.psycopg",
    "tests.storage.records",
    "trainer.storage.attempt_folder",
    "trainer.storage.records.opening",
    "trainer.storage.records.uploads",
)
_NOT_MEASURED = {"hand": 0.0, "held": 0.0, "recorded": 0.0, "refused": 0}


@dataclass(frozen=True)
class Plan:
    """interval_s : between two acts of a station. alone : measure the same without a server first.

    real_time : the stations run before the server (SCHED_RR), which in a department has processors
    of its own. Where this user may not, they run as everything else does.
    """

    stations: int = 200
    events: int = 300
    kills: int = 10
    interval_s: float = 0.25
    follow_s: float = 5.0  # the program's own (`uploads.EVERY_S`)
    alone: bool = True
    real_time: bool = False


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
    held_ms_max: float
    recorded_ms_p99: float
    alone_hand_ms_max: float
    alone_held_ms_max: float
    alone_recorded_ms_p99: float
    refused_connections: int
    seconds: float
    load: float
    real_time: bool

    @property
    def good(self) -> bool:
        """Whether every promise was kept."""
        whole = self.complete == self.stations
        return whole and not (self.lost or self.doubled or self.changed) and self.waits_none

    @property
    def waits_none(self) -> bool:
        """Whether no hand was held up."""
        return self.hand_ms_max <= LIMIT_MS


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

    begun, load = time.monotonic(), round(os.getloadavg()[0], 1)
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
        int(complete), shared["hand"], shared["held"], shared["recorded"], alone["hand"],
        alone["held"], alone["recorded"], shared["refused"], round(time.monotonic() - begun, 1),
        load, shared["real_time"],
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
    """All stations, each a process of its own; the worst of their figures."""
    folder.mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-m", "tests.trust.stations", json.dumps(asdict(plan)), str(folder)],
        cwd=REPOSITORY, env={**os.environ, "RHIZOTOMY_RECORDS_URL": url}, check=False,
        timeout=plan.events * plan.interval_s + 300,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"stations ended with {done.returncode}")
    told = [json.loads(path.read_bytes()) for path in sorted(folder.glob("*/told.json"))]
    recorded = sorted(itertools.chain.from_iterable(each["recorded"] for each in told))
    return {
        "hand": max(each["hand"] for each in told),
        "held": max(each["held"] for each in told),
        "recorded": recorded[int(len(recorded) * 0.99)],
        "refused": sum(each["refused"] for each in told),
        "real_time": all(each["real_time"] for each in told),
    }


class Station:
    """One station: its journal, its uploads, and when each act was given and was safe.

    hand_ms : the longest from when an act was due until it was given. held_ms : the longest of that
    without the time in which this thread stood ready and others had the processors.
    """

    def __init__(self, plan: Plan, folder: Path, open_store: Any) -> None:
        from tests.storage.records import header
        from trainer.storage.attempt_folder import AttemptFolder
        from trainer.storage.records.apart import StoreApart
        from trainer.storage.records.uploads import RecordUploads

        apart = StoreApart(open_store, multiprocessing.get_context("fork")) if open_store else None
        if apart:
            apart.begin()  # before there are threads here
        self.journal = AttemptFolder(folder).create(header(f"a-{folder.name}"))
        self.given: dict[int, float] = {}
        self.recorded_ms: list[float] = []
        self.hand_ms = self.held_ms = 0.0
        self.journal.listen(self._safe)
        self.uploads = RecordUploads(lambda: apart, every_s=plan.follow_s) if apart else None
        if self.uploads:
            self.uploads.follow(self.journal.path)
        self._queue = os.open("/proc/thread-self/schedstat", os.O_RDONLY)

    def _safe(self) -> None:
        now, seq = time.monotonic(), self.journal.recorded_seq
        for each in [each for each in self.given if each <= seq]:
            self.recorded_ms.append((now - self.given.pop(each)) * 1000)

    def act(self, seq: int, due_s: float) -> None:
        """What the hand does, and the screen with it: give the act, ask how the copies are."""
        from tests.storage.records import act

        record = act(seq)
        ready = self._ready_ms()
        time.sleep(max(0.0, due_s - time.monotonic()))
        self.given[seq] = max(due_s, time.monotonic())
        self.journal.append(record)
        if self.uploads:
            self.uploads.status()
        took_ms = (time.monotonic() - due_s) * 1000
        self.hand_ms = max(self.hand_ms, took_ms)
        self.held_ms = max(self.held_ms, took_ms - (self._ready_ms() - ready))

    def _ready_ms(self) -> float:
        """How long this thread has stood ready without a processor, ever."""
        return int(os.pread(self._queue, 80, 0).split()[1]) / 1e6

    def finish(self) -> None:
        self.journal.seal()
        self.journal.close()


def _department(plan: Plan, folder: Path) -> int:
    """Begin every station as a process of its own and wait for all; 0 where all went well.

    They are forked from one that has imported everything already, and so share its memory.
    """
    for each in LOADED:
        importlib.import_module(each)
    assert threading.active_count() == 1
    if plan.real_time:
        _runs_before_others(REAL_TIME)
    gc.freeze()
    begin_s = time.monotonic() + 0.5 + 0.01 * plan.stations
    children = []
    for number in range(plan.stations):
        child = os.fork()
        if not child:
            _child(plan, folder / str(number), begin_s + plan.interval_s * number / plan.stations)
        children.append(child)
    return int(any(os.waitpid(child, 0)[1] for child in children))


def _runs_before_others(priority: int) -> None:
    """This thread and those it begins; unchanged where this user may not."""
    with suppress(PermissionError):
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(priority))


def _runs_behind() -> None:
    """As everything else here, behind the stations."""
    with suppress(PermissionError):
        os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))


def _child(plan: Plan, folder: Path, begin_s: float) -> NoReturn:
    try:
        told = _told(plan, folder, begin_s)
        (folder / "told.json").write_text(json.dumps(told), encoding="utf-8")
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _told(plan: Plan, folder: Path, begin_s: float) -> dict[str, Any]:
    from trainer.refusal import Refusal
    from trainer.session.records import URL_VARIABLE
    from trainer.storage.records.address import address_of
    from trainer.storage.records.opening import open_records

    url, refused = os.environ.get(URL_VARIABLE, ""), folder.with_suffix(".refused")
    address = address_of(url) if url else None

    def open_store() -> Any:
        assert address is not None
        _runs_behind()
        try:
            return open_records(address)
        except Refusal as refusal:
            if "no connection left" in refusal.why:
                with refused.open("ab") as count:
                    count.write(b".")
            raise

    station = Station(plan, folder, open_store if address else None)
    for seq in range(1, plan.events + 1):
        station.act(seq, begin_s + seq * plan.interval_s)
    station.finish()
    _wait_until_copied(station)
    return {
        "hand": station.hand_ms,
        "held": station.held_ms,
        "recorded": [round(ms, 2) for ms in station.recorded_ms],
        "refused": refused.stat().st_size if refused.exists() else 0,
        "real_time": os.sched_getscheduler(0) == os.SCHED_RR,
    }


def _wait_until_copied(station: Station) -> None:
    deadline = time.monotonic() + 200.0
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
        f"Longest from when an act was due until it was given and the status asked, over all "
        f"stations: **{outcome.hand_ms_max:.1f} ms** (without any server "
        f"{outcome.alone_hand_ms_max:.1f} ms); without the time in which that hand stood ready and "
        f"other stations had the processors {outcome.held_ms_max:.1f} ms "
        f"({outcome.alone_held_ms_max:.1f} ms). Until an act was safe on the station's own disk, "
        f"99th percentile: {outcome.recorded_ms_p99:.0f} ms (without any server "
        f"{outcome.alone_recorded_ms_p99:.0f} ms).\n"
        f"The server's default of 100 connections turned {outcome.refused_connections} away, which "
        f"came back by themselves. All stations, each two processes (its own and the one that "
        f"talks to the server), and the server shared "
        f"{os.cpu_count()} processor cores; the load of the machine was {outcome.load} when it "
        f"began. {SCHEDULED[outcome.real_time]}"
    )


def stations(count: int, events: int, kills: int, seed: int) -> int:
    """`python -m tests.trust stations`: run, print, write the figure; 0 where all is kept."""
    import tempfile

    plan = Plan(count, events, kills, real_time=True)
    with tempfile.TemporaryDirectory() as folder, cluster("on") as server:
        outcome = run(plan, seed, Path(folder), server)
    print(figure(outcome))
    with suppress(OSError):
        written(outcome)
    return int(not outcome.good)


if __name__ == "__main__":
    sys.exit(_department(Plan(**json.loads(sys.argv[1])), Path(sys.argv[2])))
