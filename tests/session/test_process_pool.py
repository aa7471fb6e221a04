"""The pool's own tests run in a Python of their own: in a test worker that many screens have been
through, its threads have ended the whole worker."""

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
