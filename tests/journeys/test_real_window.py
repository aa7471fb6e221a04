"""The same hand at a real window: an X server without a screen, Qt's own platform for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import REPOSITORY

JOURNEYS = ("test_the_c_arm_case_by_keyboard_alone", "test_one_film_with_pedal_wheel_and_hub")


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
def test_a_hand_finishes_an_attempt_in_a_real_window() -> None:
    read, write = os.pipe()
    screen = ("-screen", "0", "1400x900x24", "-nolisten", "tcp")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), *screen], pass_fds=(write,), stderr=subprocess.DEVNULL
    )
    try:
        os.close(write)
        with os.fdopen(read) as answer:
            display = answer.readline().strip()
        environment = {**os.environ, "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
        files = [f"tests/journeys/test_resident.py::{name}" for name in JOURNEYS]
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-n", "0", *files],
            cwd=REPOSITORY,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        server.terminate()
        server.wait()
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    assert f"{len(JOURNEYS)} passed" in done.stdout
