"""Long runs of what the tests do briefly: `python -m tests.trust --long monkey [--seed N]`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.trust.figures import Figure

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


def disk(name: str, count: int, seed: int, long: bool) -> int:
    """Kills, power cuts, disk errors: in a process that the shim was loaded into."""
    from tests.trust.disk import PRELOADED, can_run, preloaded

    if not os.environ.get(PRELOADED):
        if not can_run():
            print(f"{name}: it takes Linux and a C compiler")
            return 1
        options = ["--events", str(count), "--seed", str(seed), *(["--long"] if long else [])]
        done = preloaded([name, *options])
        print(done.stdout, end="")
        return int(done.returncode != 0)
    from tests.trust.disk_runs import report

    if name == "disk":
        return sum(disk(each, COUNTS[each][0], seed, long) for each in DISK if each != "disk")
    from tests.trust.figures import Figure

    told, controls = report(name, count, seed)
    for one in told.found[:20]:
        print(f"  {one[:1000]}")
    note = f"{len(told.runs)} save paths"
    if told.refused:
        note += f", {told.refused:,} refused, {told.silent:,} done in spite of the error"
    return _told(Figure(name, told.what, told.total, len(told.found), note, controls, seed), long)


def dicom(count: int, seed: int, long: bool) -> int:
    """Mutated DICOM slices of every syntax, and bombs, through the real limited child."""
    from tests.trust import dicoms
    from tests.trust.figures import Figure

    verdicts = dicoms.run(count, seed)
    print(*verdicts.told("dicom"), sep="\n")
    refused, naive = sum(verdicts.refused.values()), len(dicoms.run(60, seed, naive=True).found)
    note = f"{refused:,} refused, {verdicts.taken:,} identical or with a note"
    return _told(
        Figure("dicom", "mutated DICOM files and bombs", refused + verdicts.taken,
               len(verdicts.found), note, {"an unguarded reader": naive}, seed), long
    )  # fmt: skip


def identifiers(_count: int, seed: int, long: bool) -> int:
    """Canaries by every door; none may come out."""
    from tests.trust import identifiers
    from tests.trust.figures import Figure

    searched, found = identifiers.run()
    for one in found[:20]:
        print(f"  {one}")
    caught = {"logs the name it was given": len(identifiers.control())}
    what = "bytes searched for canaries"
    return _told(Figure("identifiers", what, searched, len(found), "", caught, seed), long)


def places(count: int, seed: int, long: bool) -> int:
    """Strange paths, languages, no home, instances that race; a read-only folder."""
    from tests.trust import surroundings
    from tests.trust.figures import Figure
    from trainer.storage import file_lock

    ran, found = surroundings.run(every=1 if long else 4)
    found += surroundings.races(count)
    said = surroundings.read_only()
    found += [] if said.startswith("STORAGE") else [f"a read-only folder: {said}"]
    kept, file_lock._try_lock = file_lock._try_lock, lambda descriptor: None
    caught = {"no lock but the file's name": len(surroundings.races(5))}
    file_lock._try_lock = kept
    for one in found[:20]:
        print(f"  {one}")
    note = f"{ran} paths, languages and homes"
    return _told(Figure("places", "races of four", count, len(found), note, caught, seed), long)


def soak(count: int, seed: int, long: bool) -> int:
    """Attempts one after the other inside Qt's loop: nothing may grow."""
    from tests.trust import soak
    from tests.trust.figures import Figure

    samples = soak.soak(count)
    found = soak.wrong(samples)
    caught = {"keeps eight megabytes of each": len(soak.wrong(soak.soak(10, leak=True)))}
    for one in found:
        print(f"  {one}")
    memory = samples["memory_kb"]
    note = f"{memory[len(memory) // 2] // 1024} MB half-way, {memory[-1] // 1024} MB at the end"
    return _told(Figure("soak", "attempts", count, len(found), note, caught, seed), long)


def _told(figure: Figure, long: bool) -> int:
    from tests.trust.figures import keep

    print(figure.told())
    if long:
        keep(figure)
    return int(not figure.good)


RUNS: Mapping[str, Callable[[int, int], int]] = {
    "monkey": monkey,
    "zips": zips,
    "scenarios": scenarios,
    "studio": studio,
    "seals": seals,
}
DISK = ("kills", "power", "faults", "recovery", "disk")
FIGURED: Mapping[str, Callable[[int, int, bool], int]] = {
    **{name: partial(disk, name) for name in DISK},
    "dicom": dicom,
    "identifiers": identifiers,
    "places": places,
    "soak": soak,
}
# Events of a short and of a long run, where they are others than the monkey's.
COUNTS: Mapping[str, tuple[int, int]] = {
    "zips": (1_000, 20_000),
    "scenarios": (1_000, 20_000),
    "studio": (10, 300),
    "seals": (5, 10_000),
    "soak": (8, 500),
    "places": (15, 1_000),
    "dicom": (300, 100_000),
    "kills": (99, 10_000),
    "power": (132, 10_000),
    "faults": (77, 1_000_000),
    "recovery": (44, 1_000),
}


def main() -> int:
    """Run one and print its figure; 0 where nothing was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.trust", description=__doc__)
    parser.add_argument("run", choices=(*RUNS, *FIGURED, "stations", "page"))
    parser.add_argument("--long", action="store_true", help="the counts of the goals")
    parser.add_argument("--events", type=int, help="so many events")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stations", type=int, default=200, help="of `stations`")
    parser.add_argument("--kills", type=int, default=10, help="of the server of `stations`")
    args = parser.parse_args()
    if args.run == "stations":
        from tests.trust.stations import stations

        return stations(args.stations, args.events or 300, args.kills, args.seed)
    if args.run == "page":
        from tests.trust.figures import write_page

        return write_page()
    short, long = COUNTS.get(args.run, (SHORT_EVENTS, LONG_EVENTS))
    events = args.events or (long if args.long else short)
    if args.run in FIGURED:
        return FIGURED[args.run](events, args.seed, args.long)
    return int(RUNS[args.run](events, args.seed) > 0)


if __name__ == "__main__":
    sys.exit(main())
