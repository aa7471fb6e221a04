"""How long a long attempt takes to score: `python -m benchmarks.bench_score [RECORDS]`.

Goals (DESIGN 14), for 5,000 records of a 20-minute attempt: 50 ms after parsing, 1 s for the whole
command `attempt score`. The log is a real one, the scripted expert's rhizotomy from the golden
corpus, whose needle moves in as many small steps as are needed, each with its own place, direction
and surroundings; states and chain are true. Prints; asserts nothing.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tests.scoring.corpus import attempt
from trainer.attempt.events import NeedleMoved, Vec3
from trainer.attempt.evolve import fold
from trainer.attempt.header import from_json
from trainer.attempt.log import NOTHING, Record, hash_of, line_of, parse, record_body, seal_body
from trainer.attempt.state import State
from trainer.scoring.score import score

GOLDEN = "rf-t7-8/expert-1"
RECORDS = 5000
RUNS = 15
Named = tuple[tuple[str, int], ...]
REPOSITORY = Path(__file__).resolve().parents[1]


def long_log(records: int) -> bytes:
    """A sealed log of about so many records."""
    data = attempt(GOLDEN)
    log = parse(data)
    moves = sum(_moves(one) for one in log.records)
    steps = max(1, -(-(records - len(log.records) + moves) // moves))
    played: list[Record] = []
    state = from_json(log.header).start
    last: NeedleMoved | None = None
    for record in log.records:
        end = record.events[-1]
        played += _in_steps(state, last, record, steps) if _moves(record) else [record]
        state = fold(state, record.events)
        last = end if isinstance(end, NeedleMoved) else last
    return b"".join(_lines(data[: data.index(b"\n") + 1], played))


def _moves(record: Record) -> bool:
    return isinstance(record.events[0], NeedleMoved)


def _in_steps(before: State, last: NeedleMoved | None, record: Record, steps: int) -> list[Record]:
    """A movement of the needle as a hand makes it: many small ones, the last one as it was."""
    end, needle = record.events[0], before.needle
    assert isinstance(end, NeedleMoved)
    assert needle is not None
    begun = replace(
        last or end,
        t_ms=before.t_ms,
        tip_um=needle.tip_um,
        axis_e9=needle.axis_e9,
        depth_um=needle.depth_um,
    )
    parts = (_between(begun, end, step, steps) for step in range(1, steps))
    return [*(replace(record, events=(part,)) for part in parts), record]


def _between(begun: NeedleMoved, end: NeedleMoved, step: int, steps: int) -> NeedleMoved:
    """The step-th of so many parts; what is near and ahead changes with each, as it does."""

    def part(a: int, b: int) -> int:
        return a + (b - a) * step // steps

    def way(a: Vec3, b: Vec3) -> Vec3:
        return part(a[0], b[0]), part(a[1], b[1]), part(a[2], b[2])

    def named(a: Named, b: Named) -> Named:
        known = dict(a)
        return tuple((what, part(known.get(what, um), um)) for what, um in b)

    return replace(
        end,
        t_ms=part(begun.t_ms, end.t_ms),
        tip_um=way(begun.tip_um, end.tip_um),
        axis_e9=way(begun.axis_e9, end.axis_e9),
        pushed_um=end.pushed_um // steps,
        in_tissue_um=end.in_tissue_um // steps,
        depth_um=part(begun.depth_um, end.depth_um),
        clearance_um=named(begun.clearance_um, end.clearance_um),
        ahead_um=named(begun.ahead_um, end.ahead_um),
    )


def _lines(head: bytes, records: Sequence[Record]) -> Iterator[bytes]:
    yield head
    prev = hash_of(head)
    state = from_json(parse(head).header).start
    assert parse(head).head == prev != NOTHING
    for seq, record in enumerate(records, start=1):
        state = fold(state, record.events)
        line = line_of(record_body(replace(record, seq=seq, state=state.sha256)), prev)
        prev = hash_of(line)
        yield line
    yield line_of(seal_body(len(records)), prev)


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Median wall and processor time of some runs, ms."""
    wall, busy = [], []
    for _ in range(RUNS):
        begun, used = time.perf_counter(), time.process_time()
        work()
        wall.append((time.perf_counter() - begun) * 1000)
        busy.append((time.process_time() - used) * 1000)
    return statistics.median(wall), statistics.median(busy)


def _command(data: bytes) -> tuple[float, float]:
    """Wall and processor time of `attempt score` on a file, seconds; the best of three."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long.attempt"
        file.write_bytes(data)
        for _ in range(3):
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            begun = time.perf_counter()
            words = [sys.executable, "main.py", "attempt", "score", str(file)]
            subprocess.run(words, cwd=REPOSITORY, capture_output=True, check=True)
            now = resource.getrusage(resource.RUSAGE_CHILDREN)
            busy = now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime
            found.append((time.perf_counter() - begun, busy))
    return min(found)


def main() -> None:
    """Print what it takes."""
    data = long_log(int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS)
    log = parse(data)
    minutes = list(log.events)[-1].t_ms / 60_000
    print(f"{len(log.records)} records, {len(data) / 1e6:.1f} MB, {minutes:.0f} minutes")
    for name, work, goal in (
        ("parsing", lambda: parse(data), ""),
        ("scoring after parsing", lambda: score(log).digest, " (goal 50 ms)"),
    ):
        wall_ms, busy_ms = _timed(work)
        print(f"{name:24} {wall_ms:7.1f} ms, of which the processor {busy_ms:7.1f} ms{goal}")
    wall_s, busy_s = _command(data)
    print(
        f"{'attempt score':24} {wall_s:7.2f} s,  of which the processor {busy_s:7.2f} s (goal 1 s)"
    )


if __name__ == "__main__":
    main()
