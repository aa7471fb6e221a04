"""calibrate."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import REPOSITORY

FILM = "place-t7-single"


@pytest.fixture(autouse=True)
def swept() -> None:
    """What earlier tests left of Qt is swept here, not on a pool's own thread."""
    gc.collect()


def test_a_calibration_prints_one_document_and_keeps_a_page(run: Run, tmp_path: Path) -> None:
    done = run(
        *("calibrate", FILM, "--trainees", "1", "--kinds", "expert", "random"),
        *("--workers", "1", "--json", "-o", tmp_path),
    )
    assert done.code == 0
    assert [one["kind"] for one in done.document["kinds"]] == ["expert", "random"]
    assert "never validity" in done.document["label"]
    assert "2 of 2 attempts played" in done.err
    assert (tmp_path / f"{FILM}.md").exists()


def test_no_trainees_or_an_unknown_kind_is_a_usage_error(run: Run) -> None:
    assert run("calibrate", FILM, "--trainees", "0").code == 2
    assert run("calibrate", FILM, "--trainees", "1", "--kinds", "genius").code == 2


@pytest.fixture
def _hears_ctrl_c() -> Iterator[None]:
    """Children are not deaf to it, as those of a shell's background job are."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_hears_ctrl_c")
@pytest.mark.skipif(sys.platform == "win32", reason="a terminal's Ctrl-C is a signal to its group")
def test_ctrl_c_ends_it_and_its_workers_and_writes_no_page(tmp_path: Path) -> None:
    words = ("calibrate", FILM, "--trainees", "40", "--kinds", "random", "--workers", "1")
    child = subprocess.Popen(
        [sys.executable, "main.py", *words, "-o", str(tmp_path / "page")],
        cwd=REPOSITORY,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # the group that a terminal would interrupt
    )
    with child:
        assert child.stderr is not None
        assert any("attempts played" in line for line in child.stderr), "it is under way"
        os.killpg(child.pid, signal.SIGINT)
        said = child.stderr.read()
        assert child.wait(30) == 130
    assert "Traceback" not in said
    assert not (tmp_path / "page").exists()
    assert _gone(child.pid), "nobody of the group is left"


def _gone(group: int) -> bool:
    """Whether every process of a group ends within a while."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
