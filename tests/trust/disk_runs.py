"""Kills, power cuts and disk errors on every save path, each with broken builds it must catch."""

from __future__ import annotations

import errno
import os
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
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
from tests.trust.disk_images import cuts
from tests.trust.disk_paths import PATHS, SavePath, weakened
from tests.trust.figures import Batch

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE)


@dataclass(slots=True)
class Told:
    """runs : of each path. found : what must not be, as sentences."""

    what: str
    runs: Counter[str] = field(default_factory=Counter)
    found: list[str] = field(default_factory=list)
    refused: int = 0
    silent: int = 0

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
        return Batch(self.what, self.total, tuple(self.found), +Counter(counts), note)


@contextmanager
def place_for(path: SavePath) -> Iterator[tuple[Path, Path]]:
    """A folder to work in, and a copy of it prepared."""
    with tempfile.TemporaryDirectory(prefix="trust-", dir=memory_folder()) as folder:
        root, kept = Path(folder).resolve() / "root", Path(folder).resolve() / "kept"
        prepared(path, root)
        shutil.copytree(root, kept)
        yield root, kept


def paths(names: Sequence[str] = ()) -> tuple[SavePath, ...]:
    """All save paths, or those of these names."""
    return tuple(path for path in PATHS if not names or path.name in names)


def _work(path: SavePath, root: Path) -> Callable[[Callable[[int], None]], None]:
    return lambda say: path.act(root, say)


def _free() -> None:
    """No disturbance."""


def kills(count: int, seed: int, names: Sequence[str] = (), lying: bool = False) -> Told:
    """Kill -9 so many times, spread over the paths: at a step of the disk, or at a moment.

    lying : the control: what was said is one more than what was.
    """
    told, dice, chosen = Told("kill -9"), random.Random(seed), paths(names)
    for path in chosen:
        with place_for(path) as (root, kept):
            whole = disturbed(_work(path, root), lambda: shim().disk_fault(0, 0, 0), root)
            began = time.monotonic()
            disturbed(_work(path, _again(path, root, kept)), _free, root)
            lasts_s = time.monotonic() - began
            for _ in range(count // len(chosen) + 1):
                prepared(path, root, kept)
                step, moment = dice.randint(1, max(1, whole.steps)), dice.uniform(0, lasts_s)
                by_step = dice.random() < 0.5
                out = disturbed(
                    _work(path, root),
                    (lambda step=step: shim().disk_kill(step)) if by_step else _free,  # type: ignore[misc]
                    root,
                    None if by_step else moment,
                )
                place = f"killed at step {step}" if by_step else f"after {moment * 1000:.1f} ms"
                wrong = [out.words] if out.ended == BROKEN else []
                said = out.said + 1 if lying and out.ended < 0 else out.said
                told.add(path, place, wrong + checked(path, root, said))
    return told


def _again(path: SavePath, root: Path, kept: Path) -> Path:
    prepared(path, root, kept)
    return root


def power(count: int, seed: int, names: Sequence[str] = (), broken: str = "") -> Told:
    """So many images of power cuts, spread over the paths. broken : a build that must be caught."""
    told, dice, chosen = Told("power cuts"), random.Random(seed), paths(names)
    for path in chosen:
        with place_for(path) as (root, kept):
            log = _recorded(path, root, broken)
            for moment, said in cuts(root, kept, log, count // len(chosen) + 1, dice):
                told.add(path, f"power cut at step {moment}", checked(path, root, said))
    return told


def _recorded(path: SavePath, root: Path, broken: str) -> bytes:
    """What one act asked of the disk."""
    log = root.parent / "log"
    fd = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    with weakened(broken):
        out = disturbed(_work(path, root), lambda: shim().disk_record(fd), root)
    os.close(fd)
    if out.ended != FINISHED:
        raise RuntimeError(f"{path.name} does not even work undisturbed: {out.words}")
    return log.read_bytes()


def faults(
    most: int, seed: int, names: Sequence[str] = (), *, broken: str = "", recovering: bool = False
) -> Told:
    """A disk error at every step, once and from then on; at most so many, evenly taken.

    recovering : the error strikes the start after a kill. broken : a build that must be caught.
    """
    told, dice, chosen = Told("disk errors"), random.Random(seed), paths(names)
    for path in chosen:
        with place_for(path) as (root, kept):
            steps = _steps(path, root, kept, recovering, dice)
            points = [(n, e, s) for n in range(1, steps + 1) for e in ERRORS for s in (0, 1)]
            share = max(1, most // len(chosen))
            if len(points) > share:
                points = sorted(dice.sample(points, share))
            for step, error, sticky in points:
                _faulted(told, path, root, kept, (step, error, sticky), broken, recovering, dice)
    return told


def _steps(path: SavePath, root: Path, kept: Path, recovering: bool, dice: random.Random) -> int:
    prepared(path, root, kept)
    if recovering:
        disturbed(_work(path, root), lambda: shim().disk_kill(9), root)
        return disturbed(_recovery(path, root), _free, root).steps
    return disturbed(_work(path, root), _free, root).steps


def _recovery(path: SavePath, root: Path) -> Callable[[Callable[[int], None]], None]:
    return lambda _say: path.recover(root)


def _faulted(
    told: Told, path: SavePath, root: Path, kept: Path, fault: tuple[int, int, int],
    broken: str, recovering: bool, dice: random.Random,
) -> None:  # fmt: skip
    prepared(path, root, kept)
    step, error, sticky = fault
    said = 0
    work = _work(path, root)
    if recovering:
        said = disturbed(work, _ending(dice), root).said
        work = _recovery(path, root)
    with weakened(broken):
        out = disturbed(work, lambda: shim().disk_fault(step, error, sticky), root)
        wrong = checked(path, root, said if recovering else out.said)
    place = f"{errno.errorcode[error]} at step {step}{' and after' if sticky else ''}"
    told.refused += out.ended > 0
    told.silent += out.ended == FINISHED and out.fired > 0
    told.add(path, place, _ended_badly(out) + wrong)


def _ending(dice: random.Random) -> Callable[[], None]:
    """What made the start necessary: a kill, or a disk that was full from a step on."""
    step = dice.randint(2, 40)
    if dice.random() < 0.5:
        return lambda: shim().disk_kill(step)
    return lambda: shim().disk_fault(step, errno.ENOSPC, 1)


def _ended_badly(out: Outcome) -> list[str]:
    if out.ended == BROKEN:
        return [f"it broke: {out.words}"]
    return [f"it was ended by signal {-out.ended}"] if out.ended < 0 else []


CONTROL = 90  # runs of a broken build
RUNS: dict[str, Callable[[int, int], Told]] = {
    "kills": kills,
    "power": power,
    "faults": faults,
    "recovery": lambda count, seed: faults(count, seed, recovering=True),
}
CONTROLS: dict[str, tuple[tuple[str, Callable[[], Told]], ...]] = {
    "kills": (("says it before it is so", lambda: kills(30, 1, ("attempt", "marks"), lying=True)),),
    "power": (
        ("no file is synced", lambda: power(CONTROL, 1, ("attempt", "settings"), "no fsync")),
        ("SQLite, DELETE + FULL", lambda: power(40, 1, ("records",), "sqlite FULL")),
        ("SQLite, OFF", lambda: power(16, 1, ("records",), "sqlite OFF")),
    ),
    "faults": (
        ("a failed write is swallowed", lambda: faults(CONTROL, 1, ("attempt",), broken="swallow")),
    ),
    "recovery": (
        (
            "a torn line is not cut off",
            lambda: faults(CONTROL, 1, ("attempt",), broken="no cut", recovering=True),
        ),
    ),
}
