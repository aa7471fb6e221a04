"""An edge is loaded when it is first used; a score needs neither patient nor picture."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import REPOSITORY
from trainer.app.later import later

SCORES = """
import sys
from trainer.app.main import main
assert main(["attempt", "score", sys.argv[1]]) == 0
print(sorted({"numpy", "scipy", "pydicom", "PySide6", "ruamel", "cv2"} & sys.modules.keys()))
"""


class Edge:
    made = 0

    def __init__(self) -> None:
        Edge.made += 1

    def says(self) -> str:
        return "here"


def test_an_edge_is_made_once_and_only_when_it_is_asked() -> None:
    Edge.made = 0
    edge = later(Edge)
    assert Edge.made == 0
    assert edge.says() == edge.says() == "here"
    assert Edge.made == 1
    with pytest.raises(AttributeError):
        edge.knows_nothing_of_this()  # type: ignore[attr-defined]


def test_scoring_a_file_loads_neither_numbers_nor_pictures_nor_a_window() -> None:
    file = REPOSITORY / "tests" / "golden" / "careful.attempt"
    words = [sys.executable, "-c", SCORES, str(file)]
    done = subprocess.run(words, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
