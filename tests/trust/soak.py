"""Attempts one after the other inside Qt's own loop: memory, threads, handles, objects stay flat.

Driven by a timer inside `app.exec()`: with `processEvents` alone Qt never deletes what was given
to `deleteLater`, which looks like a leak (reliability.md 1f). The patient is a flat back.
`python -m tests.trust.soak COUNT [leak]` is the child; it prints its samples as JSON.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from tests.conftest import REPOSITORY

GROWTH = 0.02  # reliability.md G13, after the warm-up
TICK_MS, PATIENCE_TICKS = 10, 3_000
REST_TICKS = 30  # until what was given to deleteLater is gone
_LEAKED: list[bytearray] = []


def soak(count: int, *, leak: bool = False) -> dict[str, list[int]]:
    """Samples after each attempt. leak : a build that keeps eight megabytes of each."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.trust.soak", str(count), *(["leak"] if leak else [])],
        cwd=REPOSITORY, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr[-2_000:])
    samples: dict[str, list[int]] = json.loads(done.stdout.splitlines()[-1])
    return samples


def wrong(samples: dict[str, list[int]], growth: float = GROWTH) -> list[str]:
    """What grew after the first half, which is the warm-up."""
    found = []
    for name, values in samples.items():
        half = values[len(values) // 2 :]
        allowed = growth * half[0] if name == "memory_kb" else 0
        # The least of the end against the least after the warm-up: a collector's waves are no leak.
        few = max(2, len(half) // 2)
        grown = min(half[-few:]) - min(half[:few])
        if grown > allowed:
            found.append(f"{name} grew by {grown} from {half[0]}")
    return found


def _sample() -> dict[str, int]:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return {
        "memory_kb": pages * os.sysconf("SC_PAGE_SIZE") // 1024,
        "threads": threading.active_count(),
        "handles": len(tuple(Path("/proc/self/fd").iterdir())),
        "widgets": len(QApplication.allWidgets()),
        "objects": sum(isinstance(one, QObject) for one in gc.get_objects()),
    }


class _Hand:
    """Plays by a timer: start, mark, take the needle, submit, home again."""

    def __init__(self, window: Any, practice: Any, count: int, leak: bool) -> None:
        self.samples: dict[str, list[int]] = {}
        self._window, self._practice, self._left, self._leak = window, practice, count, leak
        self._waited, self._rested, self._acted = 0, 0, False

    def tick(self) -> None:
        """One turn of the loop."""
        from PySide6.QtWidgets import QApplication

        self._waited += 1
        if self._waited > PATIENCE_TICKS:
            QApplication.exit(3)
        suite = self._window.suite
        if suite is not None and not self._acted:
            self._acted = True
            for act in ("pointer_head", "mark", "take"):
                suite.acts[act]()
            suite.hand.flush()
            suite.hand.submit()
        elif suite is None and self._acted:
            self._rested += 1
            if self._rested == 1:
                self._practice.opened.clear()  # the stand-in's own memory of what was opened
                self._window.open()
            elif self._rested > REST_TICKS:
                self._ended()
        elif suite is None and self._waited % 50 == 1:
            self._window.navigation.start("flat")

    def _ended(self) -> None:
        from PySide6.QtWidgets import QApplication

        self._acted, self._waited, self._rested = False, 0, 0
        if self._leak:
            _LEAKED.append(bytearray(os.urandom(2**23)))
        for name, value in _sample().items():
            self.samples.setdefault(name, []).append(value)
        self._left -= 1
        if not self._left:
            QApplication.exit(0)


def main() -> int:
    """The child."""
    import tempfile

    with tempfile.TemporaryDirectory() as home:
        os.environ["RHIZOTOMY_HOME"] = home
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from tests.ui.rooms import memory_desk
        from tests.ui.stand_ins import StandInPractice
        from trainer.ui.main_window import MainWindow
        from trainer.ui.theme import dress

        app = QApplication(["soak"])
        dress(app)
        practice: Any = StandInPractice()
        window = MainWindow(practice, memory_desk())
        window.show()
        window.open()
        hand = _Hand(window, practice, int(sys.argv[1]), "leak" in sys.argv)
        timer = QTimer()
        timer.timeout.connect(hand.tick)
        timer.start(TICK_MS)
        code = app.exec()
        print(json.dumps(hand.samples), flush=True)
        window.close()
        return code


if __name__ == "__main__":
    sys.exit(main())
