"""How long the program makes one wait at its start: `python -m benchmarks.bench_start [RUNS]`.

Each run is a process of its own, warm (kernels and patient are in the cache, made by a first run
that is not counted). Goals (DESIGN 14): window usable <= 2 s; first scenario picture <= 3 s.
Usable: Home is drawn, its list is full and a key press is answered. Prints; asserts nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SCENARIO = "place-t7-left"
CHILD = "--child"


def _child() -> None:
    """One start: seconds from the interpreter's first line to each mark."""
    began = time.perf_counter()
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from trainer.app.wiring import wired
    from trainer.session.practice import Practice
    from trainer.storage.folders import Folders, user_folders
    from trainer.ui.application import give_the_hand_way
    from trainer.ui.main_window import MainWindow
    from trainer.ui.theme import dress

    def until(ready: Callable[[], bool]) -> float:
        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(lambda: loop.quit() if ready() else None)
        timer.start(2)
        loop.exec()
        return time.perf_counter() - began

    give_the_hand_way()
    app = QApplication(["bench_start"])
    dress(app)
    with TemporaryDirectory() as home:
        window = MainWindow(Practice(wired(Folders(Path(home), user_folders().cache))))
        window.resize(1280, 640)
        window.show()
        window.open()
        until(lambda: window.home.cards.count() > 0)
        row = window.home.cards.currentRow()
        QTest.keyClick(window.home.cards, Qt.Key.Key_Down)
        usable = until(lambda: window.home.cards.currentRow() != row)
        clicked = time.perf_counter() - began
        window.navigation.start(SCENARIO)
        until(lambda: window.suite is not None)
        suite = window.suite
        assert suite is not None
        opened = time.perf_counter() - began
        suite.hand.spot()
        picture = until(lambda: suite.live.picture is not None)
        window.close()
    marks = {"usable": usable, "suite": opened - clicked, "picture": picture - clicked}
    print(json.dumps(marks))


def _run() -> dict[str, float]:
    """One start in a process of its own; whole : from the call of the interpreter."""
    began = time.perf_counter()
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.bench_start", CHILD],
        check=True,
        capture_output=True,
        text=True,
    )
    marks: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    marks["process"] = time.perf_counter() - began
    return marks


def main() -> None:
    """Start the program several times and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", nargs="?", type=int, default=5)
    parser.add_argument(CHILD, action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        _child()
        return
    first = _run()
    print(f"first run, not counted: {first['process']:.1f} s from start to end")
    runs = [_run() for _ in range(args.runs)]
    for mark, words, goal in (
        ("usable", "window usable", "2 s"),
        ("picture", "Start to the first picture", "3 s"),
        ("suite", "  of it until the suite stands", ""),
    ):
        values = sorted(run[mark] for run in runs)
        print(
            f"{words:32s} median {statistics.median(values):5.2f} s   "
            f"max {values[-1]:5.2f} s   goal {goal or '-'}"
        )


if __name__ == "__main__":
    main()
