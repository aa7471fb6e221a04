"""Installs a package again and again, killed one step later each time; prints what is then there.

`python -m tests.storage.killed_installer ROOT`: a program of its own, because it forks.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from pathlib import Path

from tests.storage.packages import House, house, whole
from trainer.storage.package_staging import FOLDER, clear_leftovers

STEPS = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir", "os.truncate")
_MOST = 400


def main() -> int:
    """Kill a first installation and a replacement at every step."""
    os.fsync = lambda fd: None  # a kill, unlike a power cut, loses nothing that was written
    place = house(Path(sys.argv[1]) / "house")
    (place.root / "old.zip").write_bytes(whole(1))
    (place.root / "new.zip").write_bytes(whole(2, title="Another"))
    empty: dict[str, bytes] = {}
    old, new = _tree_of(place, "old.zip"), _tree_of(place, "new.zip")
    print(json.dumps({"installed": _killed_everywhere(place, "", "old.zip", [empty, old])}))
    print(json.dumps({"replaced": _killed_everywhere(place, "old.zip", "new.zip", [old, new])}))
    return 0


def _tree_of(place: House, package: str) -> dict[str, bytes]:
    shutil.rmtree(place.own, ignore_errors=True)
    place.store.install(place.root / package)
    return place.tree()


def _killed_everywhere(
    place: House, before: str, package: str, allowed: list[dict[str, bytes]]
) -> list[str]:
    """For each step: what there was to see at once, and what after the next start."""
    said = []
    for step in range(1, _MOST):
        shutil.rmtree(place.own, ignore_errors=True)
        if before:
            place.store.install(place.root / before)
        killed = _killed_at(place, package, step)
        seen = _seen(place, allowed)
        clear_leftovers(place.own)
        left = _name(place.tree(), allowed)
        rest = [one.name for one in (place.own / FOLDER).glob("*") if one.name != "lock"]
        said.append(f"{seen} {left} {rest or 'clean'}")
        if not killed:
            return said
    raise AssertionError("it never came to its end")


def _killed_at(place: House, package: str, step: int) -> bool:
    """Whether an installation was killed at its n-th step; False where it came to its end."""
    process = os.fork()
    if process == 0:
        _kill_at(step, str(place.own))
        place.store.install(place.root / package, replace=True)
        os._exit(0)
    _, status = os.waitpid(process, 0)
    return os.WIFSIGNALED(status)


def _kill_at(step: int, within: str) -> None:
    """Count what is done in a folder, and every fsync."""
    left = [step]

    def count(event: str, args: tuple[object, ...]) -> None:
        if event in STEPS and str(args[0]).startswith(within):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    os.fsync = lambda fd: count("open", (within,))
    sys.addaudithook(count)


def _seen(place: House, allowed: list[dict[str, bytes]]) -> str:
    """What the library lists before anything is cleared away: never a part of a scenario."""
    if not place.visible():
        return "nothing"
    home = place.own / "a-test"
    files = {f"a-test/{one.name}": one.read_bytes() for one in home.iterdir()}
    return _name(files, allowed)


def _name(tree: dict[str, bytes], allowed: list[dict[str, bytes]]) -> str:
    if tree not in allowed:
        return f"a part: {sorted(tree)}"
    return "before" if tree == allowed[0] else "after"


if __name__ == "__main__":
    sys.exit(main())
