"""Kills, power cuts and disk errors on every save path, each with broken builds it must catch."""

from __future__ import annotations

import errno
import gc
import os
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.trust.disk import (
    BROKEN,
    FINISHED,
    Outcome,
    checked,
    disturbed,
    memory_folder,
    prepared,
    shim,
)
from tests.trust.disk_broken import weakened
from tests.trust.disk_images import cuts
from tests.trust.disk_paths import LONG_PATHS, PATHS
from tests.trust.disk_stores import READ_ALONE
from tests.trust.figures import Batch
from tests.trust.save_path import SavePath

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE)


@dataclass(slots=True)
class Told:
    """runs : of each path. found : what must not be, as sentences; `until` of them are enough."""

    what: str
    runs: Counter[str] = field(default_factory=Counter)
    found: list[str] = field(default_factory=list)
    refused: int = 0
    silent: int = 0
    images: set[tuple[str, int, str]] = field(default_factory=set)
    until: int = 0

    @property
    def over(self) -> bool:
        """Whether a broken build was caught often enough."""
        return 0 < self.until <= len(self.found)

    def add(self, path: SavePath, place: str, wrong: Sequence[str]) -> None:
        """One run of a path."""
        self.runs[path.name] += 1
        self.found += [f"{path.name}, {place}: {each}" for each in wrong]

    @property
    def total(self) -> int:
        """All runs."""
        return sum(self.runs.values())

    def batch(self) -> Batch:
        """As a figure."""
        counts = {"refused": self.refused, "done in spite of the error": self.silent}
        note = f"{len(self.runs)} save paths"
        if self.images:
            note += f"; in the last batch {len(self.images):,} different disks"
        return Batch(self.what, self.total, tuple(self.found), +Counter(counts), note)


@dataclass(frozen=True, slots=True)
class Place:
    """A folder to work in, and a copy of it prepared. steps, lasts_s : of the act undisturbed."""

    root: Path
    kept: Path
    steps: int
    lasts_s: float


@cache
def _everywhere() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="trust-", dir=memory_folder())


@cache
def place_for(path: SavePath) -> Place:
    """Where a path is tried, made once in this process.

    The act is done here, whole: what it imports and compiles is then there in every child, as in a
    program that has run for a while.
    """
    home = Path(_everywhere().name).resolve() / path.name.replace(" ", "-")
    root, kept = home / "root", home / "kept"
    prepared(path, root)
    shutil.copytree(root, kept)
    said = [0]
    path.act(root, said.append)
    if wrong := checked(path, root, said[-1]):
        raise RuntimeError(f"{path.name} does not even work undisturbed: {wrong}")
    gc.collect()
    gc.freeze()  # a child that collects would copy all of its parent
    prepared(path, root, kept)
    began = time.monotonic()
    steps = disturbed(work_of(path, root), lambda: shim().disk_fault(0, 0, 0), root).steps
    lasts_s = time.monotonic() - began
    prepared(path, root, kept)
    return Place(root, kept, steps, lasts_s)


def shares(count: int, chosen: Sequence[SavePath]) -> Iterator[tuple[SavePath, int]]:
    """How many runs fall on each path."""
    whole = sum(path.share for path in chosen)
    return ((path, -(-count * path.share // whole)) for path in chosen)


def paths(names: Sequence[str] = ()) -> tuple[SavePath, ...]:
    """All save paths, or those of these names."""
    return tuple(path for path in (*PATHS, READ_ALONE) if path.name in names) or PATHS


def work_of(path: SavePath, root: Path) -> Callable[[Callable[[int], None]], None]:
    """The act of a path, in a folder."""
    return lambda say: path.act(root, say)


def free() -> None:
    """No disturbance."""


def kills(
    count: int, seed: int, names: Sequence[str] = (), *, until: int = 0, lying: bool = False
) -> Told:
    """Kill -9 so many times, spread over the paths: at a step of the disk, or at a moment.

    lying : the control: what was said is one more than what was.
    """
    told, dice = Told("kill -9", until=until), random.Random(seed)
    for path, runs in shares(count, paths(names)):
        place = place_for(path)
        for _ in range(runs):
            if told.over:
                return told
            _killed(told, path, place, dice, lying)
    return told


def _killed(told: Told, path: SavePath, place: Place, dice: random.Random, lying: bool) -> None:
    prepared(path, place.root, place.kept)
    step, moment = dice.randint(1, place.steps), dice.uniform(0, place.lasts_s)
    work, by_step = work_of(path, place.root), dice.random() < 0.5
    if by_step:
        out = disturbed(work, lambda: shim().disk_kill(step), place.root)
    else:
        out = disturbed(work, free, place.root, moment)
    when = f"killed at step {step}" if by_step else f"after {moment * 1000:.1f} ms"
    wrong = [out.words] if out.ended == BROKEN else []
    said = out.said + 1 if lying and out.ended < 0 else out.said
    told.add(path, when, wrong + checked(path, place.root, said))


def power(
    count: int, seed: int, names: Sequence[str] = (), *, until: int = 0, broken: str = ""
) -> Told:
    """So many images of power cuts, spread over the paths. broken : a build that must be caught."""
    told, dice = Told("power cuts", until=until), random.Random(seed)
    # Long acts leave many states; what syncs everything at once leaves few.
    chosen = paths(names) if names else (*LONG_PATHS, *PATHS)
    for path, runs in shares(count, chosen):
        place = place_for(path)
        log = _recorded(path, place, broken)
        for moment, said, image in cuts(place.root, place.kept, log, runs, dice):
            if told.over:
                return told
            # The same disk with the same promise has the same answer: it is asked once.
            known = (path.name, said, image) in told.images
            told.images.add((path.name, said, image))
            wrong = [] if known else checked(path, place.root, said)
            told.add(path, f"power cut at step {moment}", wrong)
    return told


def _recorded(path: SavePath, place: Place, broken: str) -> bytes:
    """What one act asked of the disk."""
    root, log = place.root, place.root.parent / "log"
    prepared(path, root, place.kept)
    fd = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    with weakened(broken):
        out = disturbed(work_of(path, root), lambda: shim().disk_record(fd), root)
    os.close(fd)
    if out.ended != FINISHED:
        raise RuntimeError(f"{path.name} does not even work undisturbed: {out.words}")
    return log.read_bytes()


def faults(
    most: int, seed: int, names: Sequence[str] = (), *,
    until: int = 0, broken: str = "", recovering: bool = False,
) -> Told:  # fmt: skip
    """A disk error at every step, once and from then on; at most so many, evenly taken.

    recovering : the error strikes the start after a kill. broken : a build that must be caught.
    """
    told, dice = Told("disk errors", until=until), random.Random(seed)
    for path, share in shares(most, paths(names)):
        place = place_for(path)
        steps = _recovery_steps(path, place) if recovering else place.steps
        for point in _points(steps, share, seed, dice if recovering else None):
            if told.over:
                return told
            _faulted(told, path, place, point, broken, dice if recovering else None)
    return told


def _points(
    steps: int, share: int, seed: int, dice: random.Random | None
) -> Iterator[tuple[int, int, int]]:
    """Step, error, whether it lasts. One seed after the other every point has its turn.

    dice : of a recovery, whose steps hang on what went before: any, one as likely as another.
    """
    points = [(n, e, s) for n in range(1, steps + 1) for e in ERRORS for s in (0, 1)]
    if dice is not None:
        yield from dice.choices(points, k=share) if points else ()
        return
    random.Random(0).shuffle(points)
    rounds = -(-len(points) // share)
    yield from points[seed % rounds :: rounds]


def _recovery_steps(path: SavePath, place: Place) -> int:
    prepared(path, place.root, place.kept)
    late = max(1, place.steps * 2 // 3)
    disturbed(work_of(path, place.root), lambda: shim().disk_kill(late), place.root)
    return disturbed(_recovery(path, place.root), free, place.root).steps


def _recovery(path: SavePath, root: Path) -> Callable[[Callable[[int], None]], None]:
    return lambda _say: path.recover(root)


def _faulted(
    told: Told, path: SavePath, place: Place, fault: tuple[int, int, int],
    broken: str, dice: random.Random | None,
) -> None:  # fmt: skip
    root, (step, error, sticky) = place.root, fault
    prepared(path, root, place.kept)
    work, said = work_of(path, root), 0
    if dice is not None:
        said = disturbed(work, _ending(dice), root).said
        work = _recovery(path, root)
    with weakened(broken):
        out = disturbed(work, lambda: shim().disk_fault(step, error, sticky), root)
        wrong = checked(path, root, said if dice else out.said)
    when = f"{errno.errorcode[error]} at step {step}{' and after' if sticky else ''}"
    told.refused += out.ended > 0
    told.silent += out.ended == FINISHED and out.fired > 0
    told.add(path, when, ended_badly(out) + wrong)


def _ending(dice: random.Random) -> Callable[[], None]:
    """What made the start necessary: a kill, or a disk that was full from a step on."""
    step = dice.randint(2, 40)
    if dice.random() < 0.5:
        return lambda: shim().disk_kill(step)
    return lambda: shim().disk_fault(step, errno.ENOSPC, 1)


def ended_badly(out: Outcome) -> list[str]:
    """What must not be in how the act ended."""
    if out.ended == BROKEN:
        return [f"it broke: {out.words}"]
    return [f"it was ended by signal {-out.ended}"] if out.ended < 0 else []


ALONE = (READ_ALONE.name,)
CONTROL, CAUGHT = 200, 10  # runs of a broken build, at most; catches that are enough
RUNS: dict[str, Callable[[int, int], Told]] = {
    "kills": kills,
    "power": power,
    "faults": faults,
    "recovery": lambda count, seed: faults(count, seed, recovering=True),
}
CONTROLS: dict[str, tuple[tuple[str, Callable[[], Told]], ...]] = {
    "kills": (
        (
            "says it before it is so",
            lambda: kills(CONTROL, 1, ("attempt", "marks"), until=CAUGHT, lying=True),
        ),
    ),
    "power": (
        (
            "no file is synced",
            lambda: power(CONTROL, 1, ("attempt", "settings"), until=CAUGHT, broken="no fsync"),
        ),
        (
            "SQLite, DELETE + FULL",
            lambda: power(CONTROL, 1, ALONE, until=1, broken="sqlite FULL"),
        ),
        (
            "SQLite, OFF",
            lambda: power(CONTROL, 1, ("records, read alone",), until=CAUGHT, broken="sqlite OFF"),
        ),
    ),
    "faults": (
        (
            "a failed write is swallowed",
            lambda: faults(CONTROL, 1, ("attempt",), until=CAUGHT, broken="swallow"),
        ),
    ),
    "recovery": (
        (
            "a torn line is not cut off",
            lambda: faults(
                CONTROL, 1, ("attempt",), until=CAUGHT, broken="no cut", recovering=True
            ),
        ),
    ),
}
