"""The walk in a process of its own, as Qt scales once at its start: what is cut, as JSON.

`QT_SCALE_FACTOR=2 python -m tests.ui.scaled_walk en de`
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.rooms import ROOMS, Rooms
from tests.ui.walk import clipped
from trainer.ui.language import speak
from trainer.ui.theme import dress


class Turns:
    """What `Rooms` asks of pytest-qt."""

    def __init__(self) -> None:
        self.windows: list[QWidget] = []

    def addWidget(self, window: QWidget) -> None:
        self.windows.append(window)

    def waitUntil(self, there: Callable[[], bool], timeout: int = 60_000) -> None:
        until = time.monotonic() + timeout / 1000
        while not there():
            QApplication.processEvents()
            time.sleep(0.002)
            if time.monotonic() > until:
                raise TimeoutError


def main(languages: list[str]) -> int:
    """Print the scale and what is cut, by language and screen."""
    app = QApplication([])
    dress(app)
    found: dict[str, list[str]] = {}
    turns: Any = Turns()
    for language in languages:
        speak(app, language)
        with Rooms(turns) as rooms:
            for name in ROOMS:
                screen = rooms.enter(name)
                assert screen.devicePixelRatioF() == float(os.environ["QT_SCALE_FACTOR"])
                if cut := clipped(screen):
                    found[f"{language}, {name}"] = cut
    print(json.dumps({"rooms": len(ROOMS), "cut": found}))
    return 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ.setdefault("RHIZOTOMY_HOME", str(Path(home)))
        code = main(sys.argv[1:])
    sys.stdout.flush()
    os._exit(code)  # what Qt takes down at the end is not what is looked at
