"""A disk that is really full: each save path on a small file system of its own, in memory.

It takes the right to mount. The file system is given so much room beside what is there before the
act, from nothing to a little more than the act takes; afterwards it has room again and is checked.
"""

from __future__ import annotations

import ctypes
import os
import random
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.trust.disk import REFUSED, Outcome, checked, disturbed
from tests.trust.disk_broken import weakened
from tests.trust.disk_paths import LONG_PATHS, PATHS
from tests.trust.disk_runs import Place, Told, ended_badly, free, place_for, shares, work_of
from tests.trust.save_path import SavePath

REMOUNT, DETACH = 32, 2  # MS_REMOUNT, MNT_DETACH of mount(2), umount2(2)
ROOMY_KB = 65_536
PAGE_KB = 4
MORE = 1.1  # than the act takes: some runs must go well


def _system() -> Any:
    return ctypes.CDLL(None, use_errno=True)


def _mounted(place: Path, size_kb: int, flags: int = 0) -> None:
    said = _system().mount(b"tmpfs", os.fsencode(place), b"tmpfs", flags, b"size=%dk" % size_kb)
    if said:
        raise OSError(ctypes.get_errno(), "mount", str(place))


def can_mount() -> bool:
    """Whether this process may mount a file system in memory."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            _mounted(Path(folder), PAGE_KB)
        except (OSError, AttributeError):
            return False
        _system().umount2(os.fsencode(folder), DETACH)
    return True


@contextmanager
def _a_disk(place: Place) -> Iterator[None]:
    """The path's folder is a file system of its own, prepared."""
    shutil.rmtree(place.root, ignore_errors=True)
    place.root.mkdir(parents=True)
    _mounted(place.root, ROOMY_KB)
    try:
        shutil.copytree(place.kept, place.root, symlinks=True, dirs_exist_ok=True)
        yield
    finally:
        _system().umount2(os.fsencode(place.root), DETACH)


def _used_kb(root: Path) -> int:
    held = os.statvfs(root)
    return (held.f_blocks - held.f_bfree) * held.f_frsize // 1024


def full(
    count: int, seed: int, names: Sequence[str] = (), *, until: int = 0, broken: str = ""
) -> Told:
    """So many disks that fill up, spread over the paths. broken : a build that must be caught."""
    told, dice = Told("disks that fill up", until=until), random.Random(seed)
    chosen = [path for path in (*LONG_PATHS, *PATHS) if not names or path.name in names]
    for path, runs in shares(count, chosen):
        place = place_for(path)
        most_kb = _taken_kb(path, place)
        for _ in range(runs):
            if told.over:
                return told
            left_kb = dice.randrange(0, most_kb + PAGE_KB, PAGE_KB)
            _filled(told, path, place, left_kb, broken)
    return told


def _taken_kb(path: SavePath, place: Place) -> int:
    """The room that the act takes, and a little more."""
    with _a_disk(place):
        before_kb = _used_kb(place.root)
        disturbed(work_of(path, place.root), free, place.root)
        return int(MORE * max(0, _used_kb(place.root) - before_kb)) + 2 * PAGE_KB


def _filled(told: Told, path: SavePath, place: Place, left_kb: int, broken: str) -> None:
    with _a_disk(place):
        _mounted(place.root, max(PAGE_KB, _used_kb(place.root) + left_kb), REMOUNT)  # 0: no end
        with weakened(broken):
            out = disturbed(work_of(path, place.root), free, place.root)
        _mounted(place.root, ROOMY_KB, REMOUNT)
        wrong = checked(path, place.root, out.said)
    _counted(told, out)
    told.add(path, f"{left_kb} kB were free", ended_badly(out) + wrong)


def _counted(told: Told, out: Outcome) -> None:
    told.refused += out.ended == REFUSED
