"""How long scoring takes on a long attempt: `python -m benchmarks.bench_scoring [RECORDS]`.

Goal (DESIGN 14): 50 ms after parsing for 5,000 records. Prints; asserts nothing.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

from tests.scoring.attempts import Hand, header, log_of, rubric, scenario
from tests.scoring.procedures import TARGETS, Clinic, head
from trainer.attempt.log import AttemptLog
from trainer.scoring.metrics import METRICS
from trainer.scoring.score import score

TURNS = ((1, -100, 0), (3, -100, 2), (0, -100, -2))


def _wander(hand: Hand, events: int) -> None:
    """Pushes, withdrawals, turns and pictures."""
    end = len(hand.events) + events
    while len(hand.events) < end:
        at = len(hand.events)
        if at % 7 == 0:
            hand.turn(90 if at % 2 else 0).expose()
        elif at % 5 == 0:
            hand.aim(TURNS[at % 3])
        else:
            hand.push(-900 if at % 3 == 0 else 700)


def every_metric(records: int) -> AttemptLog:
    """A placement without end, judged by a rubric without parts that lists every metric."""
    hand = Hand().expose(tip_seen=False).declare().take()
    _wander(hand, records - 5)
    events = hand.submit()
    lines = [
        (name, 1, *((1, 0) if m.better == "higher" else (0, 1))) for name, m in METRICS.items()
    ]
    lines[0] = (lines[0][0], 101 - len(lines), *lines[0][2:])
    return log_of(events, header(scenario(rubric(lines))))


def rhizotomy(records: int) -> AttemptLog:
    """Two lesions with a long way to each, judged by the shipped rubric."""
    clinic = Clinic().prepare()
    for target, covered in zip(TARGETS, ((900, 0), (0, 850)), strict=True):
        clinic.enter_at(target.point_um)
        _wander(clinic, (records - 110) // 2)
        clinic.turn(90).expose()
        clinic.tested().heat(covered).out()
    return log_of(clinic.close(), head())


def main() -> None:
    """Print the median and worst of 15 runs of each."""
    records = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    kinds: tuple[Callable[[int], AttemptLog], ...] = (every_metric, rhizotomy)
    for kind in kinds:
        _timed(kind.__name__, kind(records))


def _timed(name: str, log: AttemptLog) -> None:
    spent_ms, busy_ms = [], []
    for _ in range(15):
        begun, busy = time.perf_counter(), time.process_time()
        found = score(log)
        digest = found.digest
        spent_ms.append((time.perf_counter() - begun) * 1000)
        busy_ms.append((time.process_time() - busy) * 1000)
    print(
        f"{name}: {len(log.records)} records, {len(found.metrics)} metrics: median "
        f"{statistics.median(spent_ms):.1f} ms, worst {max(spent_ms):.1f} ms (goal 50 ms), "
        f"of which the processor {statistics.median(busy_ms):.1f} ms; digest {digest[:12]}"
    )


if __name__ == "__main__":
    main()
