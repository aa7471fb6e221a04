"""The same digests in other surroundings; the whole matrix is `python -m tests.scoring.matrix`."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from tests.conftest import REPOSITORY
from tests.scoring.cell import digest_of
from tests.scoring.corpus import PLAYERS, attempts, table
from tests.scoring.matrix import SHORT, run

EVERY = 13
FOREIGN = ("numpy", "scipy", "numba", "cv2", "PySide6", "pydicom", "sqlalchemy", "ruamel")
IMPORTED = f"""
import sys
from trainer.scoring.score import score
print([name for name in {FOREIGN!r} if name in sys.modules])
"""


def test_two_surroundings_that_share_nothing_give_the_frozen_digests():
    with ThreadPoolExecutor(2) as pool:
        plain, other = pool.map(lambda cell: run(cell, EVERY, "set"), SHORT)
    frozen = table()
    known = {name: frozen[name]["digest"] for name, _ in attempts(EVERY, PLAYERS)}
    assert plain["digest"] == other["digest"] == digest_of(known)
    assert plain["logs"] == len(known) > 15
    assert other["optimised"]
    assert plain["zone"] != other["zone"]
    # The control: what follows the order of a set would have been seen.
    assert plain["spoiled"] != other["spoiled"]


def test_scoring_loads_no_library_that_computes_with_floats():
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
