"""OpenCV leaves nothing of its own Qt behind."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import distributions

import numpy as np

from trainer.imaging.png import encode_png

ASK = """
import os
os.environ["QT_QPA_FONTDIR"] = "mine"
import trainer.imaging._cv
print(os.environ.get("QT_QPA_PLATFORM_PLUGIN_PATH", ""), os.environ.get("QT_QPA_FONTDIR"))
"""


def test_its_qt_variables_are_taken_back() -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("QT_QPA_PL")}
    asked = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True
    )
    assert asked.stdout.strip() == "mine"


def test_there_is_exactly_one_opencv() -> None:
    """Two share one folder, and removing one breaks the other (dependencies.md 1)."""
    names = {one.metadata["Name"].lower() for one in distributions()}
    assert len([name for name in names if name.startswith("opencv")]) == 1


def test_a_png_is_a_png_of_the_right_size() -> None:
    data = encode_png(np.zeros((5, 7), np.uint8)[:, ::-1])
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")) == (7, 5)
