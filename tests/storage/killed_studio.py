"""Kills a busy author again and again; prints what each kill cost.

`python -m tests.storage.killed_studio ROOT SEED COUNT`: a program of its own, because it forks. A
line a kill: the acts that were handed over, and the seconds of work that were lost (JSON).
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import Never

from tests.scenario.documents import SYNTHETIC
from trainer.scenario.manuscript.change import Change
from trainer.scenario.manuscript.edits import SetValue
from trainer.storage.manuscript_folder import ManuscriptFolder

MOST_S = 1.2  # of work before it is killed


def main() -> int:
    """Kill so many authors, each at a random moment."""
    root, dice = Path(sys.argv[1]), random.Random(int(sys.argv[2]))
    store = ManuscriptFolder(root / "studio", root / "own")
    for _ in range(int(sys.argv[3])):
        print(json.dumps(_killed(store, dice)), flush=True)
    return 0


def _killed(store: ManuscriptFolder, dice: random.Random) -> dict[str, object]:
    reading, writing = os.pipe()
    seed = dice.randrange(2**31)
    author = os.fork()
    if author == 0:
        os.close(reading)
        _work(store, random.Random(seed), writing)
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as told:
        key = told.readline().strip()
        time.sleep(dice.uniform(0.0, MOST_S))
        killed_s = time.monotonic()
        os.kill(author, signal.SIGKILL)
        acts = [line.split() for line in told.read().splitlines() if line.endswith(".")]
    os.waitpid(author, 0)
    file = store.reopen(key)
    kept = int(file.manuscript.document().get("order", 0))
    file.close()
    lost = [float(at_s.rstrip(".")) for act, at_s in acts if int(act) > kept]
    return {"acts": len(acts), "kept": kept, "lost_s": killed_s - lost[0] if lost else 0.0}


def _work(store: ManuscriptFolder, dice: random.Random, told: int) -> Never:
    """Act until the end comes from outside, and tell each act with its moment."""
    file = store.create(SYNTHETIC)
    os.write(told, f"{file.key}\n".encode())
    number, stroke = 0, ""
    while True:
        number += 1
        if dice.random() < 0.1:
            stroke = "" if stroke else f"drag-{number}"
        edits = (SetValue(("order",), number), SetValue(("summary",), "x" * 150))
        handed_s = time.monotonic()
        file.append(Change(edits, "", stroke))
        os.write(told, f"{number} {handed_s:.4f}.\n".encode())
        time.sleep(0.004)


if __name__ == "__main__":
    sys.exit(main())
