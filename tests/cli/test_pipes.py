"""A reader that goes away ends nothing but the reading."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from tests.cli.conftest import Run
from tests.conftest import REPOSITORY

needs_pipes = pytest.mark.skipif(sys.platform == "win32", reason="this system has no SIGPIPE")


@needs_pipes
def test_a_command_leaves_the_signal_of_a_broken_pipe_ignored(run: Run) -> None:
    """Set to its default, a server or child that goes away would end the program in silence."""
    assert run("scenario", "list").code == 0
    assert signal.getsignal(signal.SIGPIPE) is signal.SIG_IGN


@needs_pipes
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_who_stops_reading_hears_no_complaint(form: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "main.py", "scenario", "list", *form],
        cwd=REPOSITORY, stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")
