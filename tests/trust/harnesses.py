"""Every harness: its counts, one batch of it, and the broken builds it must catch.

What a harness needs is imported when it runs: Qt for one, a preloaded shim for another.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.trust.figures import Batch

Controls = Mapping[str, int]
CONTROL = 300  # inputs that an unthinking reader must trip over
ZIP_CONTROL = 1_000  # and of zips, where Python's own reader is good at most of it


@dataclass(frozen=True, slots=True)
class Harness:
    """short, goal : runs in brief and in the end. chunk : runs after which a long one is kept.

    batch : so many runs by a seed. shim : loaded into its process. whole : batches cannot be added,
    the last one counts.
    """

    short: int
    goal: int
    chunk: int
    batch: Callable[[int, int], Batch]
    controls: Callable[[], Controls] = dict
    whole: bool = False
    shim: str = ""


def monkey(events: int, seed: int) -> Batch:
    """Random hands on every screen."""
    from PySide6.QtWidgets import QApplication

    from tests.trust.monkey import FewScenarios, Monkey
    from tests.trust.monkey_stops import STOPS
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
    counts = {"needle moves": report.moves, "beams": report.beams, "logs read": report.logs}
    return Batch("events", report.events, tuple(report.problems), counts)


def monkey_controls() -> Controls:
    """Builds that break one promise each, on the flat back."""
    from tests.trust import broken_hands

    return broken_hands.caught()


def zips(count: int, seed: int) -> Batch:
    """Mutated scenario packages."""
    from tests.trust import zips

    return zips.run(count, seed).batch("mutated packages")


def zip_controls() -> Controls:
    """Python's own reader, without thinking."""
    from tests.trust import zips

    return {"an unthinking reader": len(zips.run(ZIP_CONTROL, 1, reading=zips.naive).found)}


def scenarios(count: int, seed: int) -> Batch:
    """Mutated scenario files, shipped ones among them."""
    from tests.trust import scenarios

    return scenarios.run(count, seed, shipped=True).batch("mutated scenario files")


def scenario_controls() -> Controls:
    """YAML and a schema, without thinking."""
    from tests.trust import scenarios

    return {"an unthinking reader": len(scenarios.run(CONTROL, 1, naive=True).found)}


def studio(count: int, seed: int) -> Batch:
    """A studio killed in the middle of work."""
    from tests.trust import studio

    return studio.run(count, seed).batch()


def studio_controls() -> Controls:
    """A studio that keeps a drag in memory until it ends."""
    from tests.trust import studio

    return {"keeps a drag until it ends": len(studio.run(10, 1, lazy=True).found)}


def seals(count: int, seed: int) -> Batch:
    """Changed sealed records, each kind in turn, and good ones."""
    from tests.trust import seals

    return seals.batch(count, seed)


def seal_controls() -> Controls:
    """A verifier that does not look at signatures."""
    from tests.trust import seals

    return {"looks at no signature": seals.control()}


def dicom(count: int, seed: int) -> Batch:
    """Mutated DICOM slices of every syntax, and bombs, through the real limited child."""
    from tests.trust import dicoms

    return dicoms.run(count, seed).batch("mutated DICOM files and bombs")


def dicom_controls() -> Controls:
    """pydicom, unguarded."""
    from tests.trust import dicoms

    return {"an unguarded reader": len(dicoms.run(60, 1, naive=True).found)}


def identifiers(_count: int, _seed: int) -> Batch:
    """Canaries by every door; none may come out."""
    from tests.trust import identifiers

    searched, found = identifiers.run()
    return Batch("bytes searched for canaries", searched, tuple(found))


def identifier_controls() -> Controls:
    """What a program that logs a name would leave."""
    from tests.trust import identifiers

    return {"logs the name it was given": len(identifiers.control())}


def places(count: int, _seed: int) -> Batch:
    """Strange paths, languages, no home, instances that race; a read-only folder."""
    from tests.trust import screens_abroad, surroundings

    ran, found = surroundings.run(every=1)
    found += surroundings.races(count)
    found += screens_abroad.run()
    said = surroundings.read_only()
    found += [] if said.startswith("STORAGE") else [f"a read-only folder: {said}"]
    return Batch(
        "races of four",
        count,
        tuple(found),
        note=f"{ran} paths, languages and homes; seven screens in twelve locales",
    )


def place_controls() -> Controls:
    """A lock that is only a file's name."""
    from tests.trust import screens_abroad, surroundings
    from trainer.storage import file_lock

    digits = {"digits of the country in the log": screens_abroad.control()}
    before, file_lock._try_lock = file_lock._try_lock, lambda descriptor: None
    try:
        return {"no lock but the file's name": len(surroundings.races(5)), **digits}
    finally:
        file_lock._try_lock = before


def soak(count: int, _seed: int) -> Batch:
    """Attempts one after the other inside Qt's loop: nothing may grow."""
    from tests.trust import soak

    samples = soak.soak(count)
    memory = samples["memory_kb"]
    note = f"{memory[len(memory) // 2] // 1024} MB half-way, {memory[-1] // 1024} MB at the end"
    return Batch("attempts", count, tuple(soak.wrong(samples)), note=note)


def soak_controls() -> Controls:
    """A build that keeps a little of each attempt."""
    from tests.trust import soak

    return {"keeps eight megabytes of each": len(soak.wrong(soak.soak(10, leak=True)))}


def disk(name: str, count: int, seed: int) -> Batch:
    """Kills, power cuts, disk errors."""
    from tests.trust import disk_runs

    return disk_runs.RUNS[name](count, seed).batch()


def disk_controls(name: str) -> Controls:
    """The broken builds of each."""
    from tests.trust import disk_runs

    return {what: len(control().found) for what, control in disk_runs.CONTROLS[name]}


def full(count: int, seed: int) -> Batch:
    """Every save path on a disk that is really full."""
    from tests.trust import full_disk

    if not full_disk.can_mount():
        raise SystemExit("full: it takes the right to mount a file system")
    return full_disk.full(count, seed).batch()


def full_controls() -> Controls:
    """A writer that says nothing of a write that failed."""
    from tests.trust import full_disk

    broken = full_disk.full(40, 1, ("a long attempt",), until=5, broken="swallow")
    return {"a failed write is swallowed": len(broken.found)}


def matrix(_count: int, _seed: int) -> Batch:
    """The golden attempts scored in every surrounding of this machine: one digest."""
    from tests.scoring import matrix

    with tempfile.TemporaryDirectory() as folder:
        cells = [matrix.PLAIN, *matrix.cells_here(Path(folder))]
        said = dict(matrix.run_all(cells))
    digests = {one["digest"] for one in said.values()}
    wrong = () if len(digests) == 1 else tuple(f"{n}: {one['digest']}" for n, one in said.items())
    note = f"{len(said)} surroundings, one digest {min(digests)[:16]}"
    return Batch("scored attempts", sum(one["logs"] for one in said.values()), wrong, note=note)


def matrix_controls() -> Controls:
    """Scores that hang on the order of a set, or on the zone: each switch must be seen."""
    from tests.scoring import matrix

    caught = {}
    with tempfile.TemporaryDirectory() as folder:
        cells = [cell for cell in matrix.cells_here(Path(folder)) if cell.control]
        for cell in {cell.control: cell for cell in cells}.values():
            (_, plain), (_, other) = matrix.run_all((matrix.PLAIN, cell), 40, cell.control)
            what = f"a score that hangs on '{cell.control}'"
            caught[what] = int(plain["spoiled"] != other["spoiled"])
    return caught


def clocks(count: int, seed: int) -> Batch:
    """Histories of clocks that are turned and computers that sleep."""
    from tests.trust import clocks

    found = clocks.run(count, seed)
    note = f"{len(clocks.ZONES)} time zones, their changes of 2027, 2038, 2106"
    return Batch("histories of clocks", count, tuple(found), note=note)


def clock_controls() -> Controls:
    """Programs that read the wrong clock."""
    from tests.trust import clocks

    return {what: control() for what, control in clocks.CONTROLS.items()}


def mistakes(count: int, seed: int) -> Batch:
    """Errors of our own at the real window, while an attempt is recorded."""
    from tests.trust import mistakes

    return mistakes.batch(count, seed)


def mistake_controls() -> Controls:
    """Builds that do not hear, say too much, or lose."""
    from tests.trust import mistakes

    return {what: mistakes.control(what) for what in mistakes.BROKEN}


def on_disk(name: str, short: int, goal: int, chunk: int) -> Harness:
    """One that needs the shim."""
    batch, controls = partial(disk, name), partial(disk_controls, name)
    return Harness(short, goal, chunk, batch, controls, shim="disk_shim.c")


HARNESSES: Mapping[str, Harness] = {
    "kills": on_disk("kills", 200, 10_000, 500),
    "power": on_disk("power", 500, 10_000, 1_000),
    "faults": on_disk("faults", 80, 10_000, 500),
    "recovery": on_disk("recovery", 45, 10_000, 500),
    "full": Harness(45, 1_000, 250, full, full_controls, shim="disk_shim.c"),
    "dicom": Harness(300, 100_000, 10_000, dicom, dicom_controls),
    "zips": Harness(1_000, 20_000, 2_000, zips, zip_controls),
    "scenarios": Harness(1_000, 20_000, 2_000, scenarios, scenario_controls),
    "studio": Harness(10, 300, 50, studio, studio_controls),
    "seals": Harness(200, 10_000, 1_000, seals, seal_controls),
    "clocks": Harness(12, 10_000, 50, clocks, clock_controls, shim="clock_shim.c"),
    "matrix": Harness(1, 0, 1, matrix, matrix_controls, whole=True),
    "identifiers": Harness(1, 0, 1, identifiers, identifier_controls, whole=True),
    "places": Harness(15, 1_000, 250, places, place_controls),
    "soak": Harness(8, 500, 500, soak, soak_controls, whole=True),
    "mistakes": Harness(12, 600, 60, mistakes, mistake_controls),
    "monkey": Harness(6_000, 1_000_000, 20_000, monkey, monkey_controls),
}
