"""Runs of a harness: `python -m tests.trust NAME [--long] [--seed N] [--events N] [--minutes N]`.

`--long` goes on from the figures that are kept, batch by batch, each with a seed of its own, until
the goal is reached or the minutes are over; what is done is kept after each batch.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.trust.figures import KEPT, Batch, Figure, keep, kept, today, write_page
from tests.trust.harnesses import HARNESSES, Harness

DISK = ("kills", "power", "faults", "recovery")
MOST_TOLD = 20  # findings that are printed


def brief(name: str, count: int, seed: int) -> int:
    """One batch and its controls, printed; nothing is kept. 0 where all is well."""
    harness = HARNESSES[name]
    batch = _told(harness.batch(count, seed), seed)
    figure = Figure(name, controls=harness.controls(), seed=seed - 1).with_batch(batch, today())
    print(figure.told())
    return int(not figure.good)


def long(name: str, goal: int, minutes: float, figures: Path) -> int:
    """Batches until the goal; 0 where nothing was found. A finding ends it."""
    harness = HARNESSES[name]
    controls, until = dict(harness.controls()), time.monotonic() + 60 * minutes
    done = replace(kept(name, figures), goal=goal, controls=controls)
    while _lacks(harness, done, goal) and time.monotonic() < until:
        batch = harness.batch(min(harness.chunk, goal), done.seed)
        _told(batch, done.seed)
        done = replace(done.with_batch(batch, today()), controls=controls)
        if harness.whole:
            done = replace(done, runs=batch.runs, since=today())
        keep(done, figures)
        print(done.told(), flush=True)
        if harness.whole or not done.good:
            break
    return int(not done.good)


def _lacks(harness: Harness, done: Figure, goal: int) -> bool:
    return harness.whole or done.found > 0 or done.runs < goal


def _told(batch: Batch, seed: int) -> Batch:
    for one in batch.found[:MOST_TOLD]:
        print(f"  seed {seed}: {one[:1000]}")
    return batch


def in_shim(name: str, shim: str, options: list[str]) -> int | None:
    """The run in a process that the shim was loaded into; None where this is that process."""
    from tests.trust.disk import PRELOADED, can_run, preloaded

    if os.environ.get(PRELOADED) == shim:
        return None
    if not can_run():
        print(f"{name}: it takes Linux and a C compiler")
        return 1
    return preloaded(options, source=Path(__file__).with_name(shim)).returncode


def parsed() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.trust", description=__doc__)
    parser.add_argument("run", choices=(*HARNESSES, "disk", "stations", "page"))
    parser.add_argument("--long", action="store_true", help="go on to the count of the goal")
    parser.add_argument("--events", type=int, help="so many runs")
    parser.add_argument("--seed", type=int, default=1, help="of a brief run")
    parser.add_argument("--minutes", type=float, default=1e6, help="begin no batch after these")
    parser.add_argument("--figures", type=Path, default=KEPT, help="where a long run is kept")
    parser.add_argument("--stations", type=int, default=200, help="of `stations`")
    parser.add_argument("--kills", type=int, default=10, help="of the server of `stations`")
    return parser.parse_args()


def main() -> int:
    """Run one and print its figure; 0 where nothing was found."""
    args = parsed()
    if args.run == "stations":
        from tests.trust.stations import stations

        return stations(args.stations, args.events or 300, args.kills, args.seed)
    if args.run == "page":
        return write_page()
    names = DISK if args.run == "disk" else (args.run,)
    shim = HARNESSES[names[0]].shim
    if shim and (ended := in_shim(args.run, shim, sys.argv[1:])) is not None:
        return ended
    return max(_run(name, args) for name in names)


def _run(name: str, args: argparse.Namespace) -> int:
    if args.long:
        goal = args.events or HARNESSES[name].goal
        return long(name, goal, args.minutes, args.figures)
    return brief(name, args.events or HARNESSES[name].short, args.seed)


if __name__ == "__main__":
    sys.exit(main())
