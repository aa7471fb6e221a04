"""The pool's own tests run in a Python of their own, without Qt.

A pool has threads, and Python looks for cycles on whichever thread happens to ask for memory. A
widget that an earlier test left in a cycle is then destroyed on that thread, which Qt forbids: its
timers cannot be stopped, and a shown one waits for ever (seen with PySide6 6.11.3: a dozen widgets,
each in a cycle, and `gc.collect` on a thread). It is neither a fork, there is none, nor memory.
"""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import REPOSITORY


def test_processes_as_workers_keep_what_they_promise() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n", "0", "-q", "tests/session/pool_alone.py"],
        check=False,
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-2000:]
    assert "5 passed" in done.stdout
