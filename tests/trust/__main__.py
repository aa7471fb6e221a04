"""Long runs of what the tests do briefly: `python -m tests.trust --long monkey [--seed N]`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

LONG_EVENTS, SHORT_EVENTS = 200_000, 6_000


def monkey(events: int, seed: int) -> int:
    """Random hands on every screen; the number of problems."""
    from PySide6.QtWidgets import QApplication

    from tests.trust.monkey import STOPS, FewScenarios, Monkey
    from tests.ui.rooms import memory_desk
    from trainer.app.wiring import wired
    from trainer.session.projectors import FAST
    from trainer.storage.folders import Folders, user_folders
    from trainer.ui.theme import dress

    app = QApplication.instance() or QApplication(["monkey"])
    assert isinstance(app, QApplication)
    dress(app)
    FAST.for_attempts()
    with tempfile.TemporaryDirectory() as home:
        services = wired(Folders(Path(home), user_folders().cache))
        hands = Monkey(FewScenarios(services), memory_desk(), seed, services.attempts)
        hands.tell = True
        report = hands.run(events, STOPS)
        hands.close()
    print(f"monkey, seed {seed}: {report}")
    return len(report.problems)


def zips(count: int, seed: int) -> int:
    """Mutated scenario packages."""
    from tests.trust.inputs import many_zips

    return many_zips(count, seed)


def scenarios(count: int, seed: int) -> int:
    """Mutated scenario files."""
    from tests.trust.inputs import many_scenarios

    return many_scenarios(count, seed)


def studio(count: int, seed: int) -> int:
    """A studio killed in the middle of work."""
    from tests.trust.studio import many_kills

    return many_kills(count, seed)


def seals(count: int, seed: int) -> int:
    """Changed sealed records: so many of each kind, and as many good ones."""
    from tests.trust.seals import long_run

    return long_run(count, seed)


RUNS: Mapping[str, Callable[[int, int], int]] = {
    "monkey": monkey,
    "zips": zips,
    "scenarios": scenarios,
    "studio": studio,
    "seals": seals,
}
# Events of a short and of a long run, where they are others than the monkey's.
COUNTS: Mapping[str, tuple[int, int]] = {
    "zips": (1_000, 20_000),
    "scenarios": (1_000, 20_000),
    "studio": (10, 300),
    "seals": (5, 10_000),
}


def main() -> int:
    """Run one and print its figure; 0 where nothing was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.trust", description=__doc__)
    parser.add_argument("run", choices=(*RUNS, "stations"))
    parser.add_argument("--long", action="store_true", help="the counts of the goals")
    parser.add_argument("--events", type=int, help="so many events")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stations", type=int, default=200, help="of `stations`")
    parser.add_argument("--kills", type=int, default=10, help="of the server of `stations`")
    args = parser.parse_args()
    if args.run == "stations":
        from tests.trust.stations import stations

        return stations(args.stations, args.events or 300, args.kills, args.seed)
    short, long = COUNTS.get(args.run, (SHORT_EVENTS, LONG_EVENTS))
    events = args.events or (long if args.long else short)
    return int(RUNS[args.run](events, args.seed) > 0)


if __name__ == "__main__":
    sys.exit(main())
