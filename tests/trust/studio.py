"""Killing the studio at random moments: never more than two seconds of work are lost."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass

from tests.conftest import REPOSITORY
from tests.trust.figures import Batch

MOST_LOST_S = 2.0  # issue 8


@dataclass(frozen=True, slots=True)
class Kills:
    """found : what must not be, as sentences. lost_s : seconds of work that each kill cost."""

    lost_s: tuple[float, ...]
    acts: int
    found: tuple[str, ...]

    def batch(self) -> Batch:
        """As a figure."""
        note = f"in the last batch at most {max(self.lost_s, default=0.0):.2f} s of work lost"
        return Batch("kill -9 at work", len(self.lost_s), self.found, {"acts": self.acts}, note)


def run(count: int, seed: int, *, lazy: bool = False) -> Kills:
    """Kill so many studios, each at a random moment of its first seconds.

    lazy : the control, a build that keeps a drag in memory until it ends.
    """
    with tempfile.TemporaryDirectory(prefix="killed-studio-") as root:
        command = [sys.executable, "-m", "tests.storage.killed_studio", root, f"{seed}", f"{count}"]
        command += ["lazy"] if lazy else []
        done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    lost_s = tuple(float(one["lost_s"]) for one in told)
    found = [
        f"kill {number}: {seconds:.2f} s of work are lost"
        for number, seconds in enumerate(lost_s)
        if seconds > MOST_LOST_S
    ]
    if done.returncode or len(told) < count:
        found.append(f"it ended after {len(told)} kills: {done.stderr[-500:]}")
    return Kills(lost_s, sum(int(one["acts"]) for one in told), tuple(found))
