"""Kills busy authors again and again; prints what each kill cost.

`python -m tests.storage.killed_studio ROOT SEED COUNT [lazy]`: a program of its own, because it
forks. A line a kill: the acts that were handed over, and the seconds of work that were lost (JSON).
An author works for longer than may be lost, or no loss could ever be too much. lazy : a build that
waits for the end of a drag, however long it is.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Never

from tests.scenario.documents import SYNTHETIC
from trainer.scenario.manuscript.change import Change
from trainer.scenario.manuscript.edits import SetValue
from trainer.storage import manuscript_journal
from trainer.storage.manuscript_folder import ManuscriptFolder

MOST_S = 5.0  # of work before it is killed
TOGETHER = 10  # authors at work at the same time, each on a case of its own
ACT_S = 0.02
DRAG_ENDS = (0.3, 0.03, 0.0)  # how often an act ends a drag or begins one; of an author


@dataclass(frozen=True, slots=True)
class Author:
    """told : where it says what it handed over. ends_s : when it is killed, on our clock."""

    pid: int
    told: int
    ends_s: float


def main() -> int:
    """Kill so many authors, each at a random moment."""
    root, dice, count = Path(sys.argv[1]), random.Random(int(sys.argv[2])), int(sys.argv[3])
    if "lazy" in sys.argv:
        manuscript_journal.STROKE_WAIT_S = 3_600.0
    store = ManuscriptFolder(root / "studio", root / "own")
    for begun in range(0, count, TOGETHER):
        authors = [_author(store, dice) for _ in range(min(TOGETHER, count - begun))]
        for author in sorted(authors, key=lambda one: one.ends_s):
            print(json.dumps(_killed(store, author)), flush=True)
    return 0


def _author(store: ManuscriptFolder, dice: random.Random) -> Author:
    reading, writing = os.pipe()
    seed, works_s = dice.randrange(2**31), dice.uniform(0.0, MOST_S)
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _work(store, random.Random(seed), writing)
    os.close(writing)
    return Author(pid, reading, time.monotonic() + works_s)


def _killed(store: ManuscriptFolder, author: Author) -> dict[str, object]:
    with os.fdopen(author.told, encoding="ascii") as told:
        key = told.readline().strip()
        time.sleep(max(0.0, author.ends_s - time.monotonic()))
        killed_s = time.monotonic()
        os.kill(author.pid, signal.SIGKILL)
        acts = [line.split() for line in told.read().splitlines() if line.endswith(".")]
    os.waitpid(author.pid, 0)
    file = store.reopen(key)
    kept = int(file.manuscript.document().get("order", 0))
    file.close()
    lost = [float(at_s.rstrip(".")) for act, at_s in acts if int(act) > kept]
    return {"acts": len(acts), "kept": kept, "lost_s": killed_s - lost[0] if lost else 0.0}


def _work(store: ManuscriptFolder, dice: random.Random, told: int) -> Never:
    """Act until the end comes from outside, and tell each act with its moment."""
    file = store.create(SYNTHETIC)
    os.write(told, f"{file.key}\n".encode())
    number, stroke, ends = 0, "drag", dice.choice(DRAG_ENDS)
    while True:
        number += 1
        if dice.random() < ends:
            stroke = "" if stroke else f"drag-{number}"
        edits = (SetValue(("order",), number), SetValue(("summary",), "x" * 150))
        handed_s = time.monotonic()
        file.append(Change(edits, "", stroke))
        os.write(told, f"{number} {handed_s:.4f}.\n".encode())
        time.sleep(ACT_S)


if __name__ == "__main__":
    sys.exit(main())
