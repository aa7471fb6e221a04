"""kill -9 at every step of an installation: nothing or the whole, and the old one until the new."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_a_killed_installation_leaves_nothing_or_the_whole(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.storage.killed_installer", str(tmp_path)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    for said in (first["installed"], second["replaced"]):
        assert len(said) > 15
        assert all(one.split(" ", 1)[1] in ("before clean", "after clean") for one in said), said
        assert said[0].endswith("before clean")
        assert said[-1] == "after after clean"
    assert {one.split()[0] for one in first["installed"]} == {"nothing", "after"}
    # Between its two renames the old one is out and the new one not in: the next start mends it.
    assert {one.split()[0] for one in second["replaced"]} <= {"before", "nothing", "after"}
    assert second["replaced"].count("nothing before clean") <= 3
