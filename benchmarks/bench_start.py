"""How long the program makes one wait at its start: `python -m benchmarks.bench_start [RUNS]`.

Each run is a process of its own that does what `python main.py` does, on a home of its own. Warm:
a first run, told but not counted, leaves bytecode, kernels, the patient and the list of cases in
their caches; a start without bytecode, as some build machines ask for, is no warm start, so the
runs keep theirs in a folder of this benchmark. Goals (DESIGN 14): window usable <= 2 s; first
scenario picture <= 3 s after the click, <= 20 s the first time; one patient open <= 1.2 GB.
Usable: Home is drawn, its list is full and a key press is answered. The click follows at once; a
person who looks at Home for two seconds meets what was loaded meanwhile, which is measured too.
Prints each goal and whether it is met; asserts nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SCENARIO = "place-t7-left"
CHILD = "--child"
LOOK_S = 2.0  # a quick person's first look at Home (design value)


@dataclass(frozen=True, slots=True)
class Line:
    """One row. goal : None where there is none."""

    mark: str
    words: str
    goal: float | None
    unit: str = "s"


LINES = (
    Line("usable", "window usable", 2.0),
    Line("picture", "click at once to first picture", 3.0),
    Line("suite", "  of it until the suite stands", None),
    Line("process_cpu", "  processor time until then", None),
    Line("picture_later", f"click after {LOOK_S:g} s to first picture", 3.0),
    Line("help", "main.py --help", 0.3),
    Line("memory_mb", "memory, one patient open, at most", 1200.0, "MB"),
)


def _child(look_s: float) -> None:
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
    from trainer.ui.ahead import Ahead
    from trainer.ui.application import give_the_hand_way
    from trainer.ui.collecting import Collector
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
        collector = Collector()
        collector.start()
        ahead = Ahead(window.rests, window)
        window.stands.connect(ahead.begin, Qt.ConnectionType.QueuedConnection)
        window.open()
        until(lambda: window.home.cards.count() > 0)
        row = window.home.cards.currentRow()
        QTest.keyClick(window.home.cards, Qt.Key.Key_Down)
        usable = until(lambda: window.home.cards.currentRow() != row)
        waits_until = time.perf_counter() + look_s
        until(lambda: time.perf_counter() >= waits_until)
        clicked = time.perf_counter() - began
        window.navigation.start(SCENARIO)
        until(lambda: window.suite is not None)
        suite = window.suite
        assert suite is not None
        opened = time.perf_counter() - began
        suite.hand.spot()
        picture = until(lambda: suite.live.picture is not None)
        spent_s = time.process_time()
        ahead.stop()
        window.close()
        collector.stop()
    marks = {"usable": usable, "suite": opened - clicked, "picture": picture - clicked}
    marks["memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0
    marks["process_cpu"] = spent_s
    print(json.dumps(marks))


def _surroundings(bytecode: str) -> dict[str, str]:
    """Of a start: its bytecode is kept, and in no other place than here."""
    kept = {name: told for name, told in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": bytecode}


def _run(bytecode: str, look_s: float = 0.0) -> dict[str, float]:
    """One start in a process of its own; process : from the call of the interpreter."""
    began = time.perf_counter()
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.bench_start", CHILD, str(look_s)],
        check=True,
        capture_output=True,
        text=True,
        env=_surroundings(bytecode),
    )
    marks: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    marks["process"] = time.perf_counter() - began
    return marks


def _help_s(bytecode: str) -> float:
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "main.py", "--help"],
        check=True,
        capture_output=True,
        env=_surroundings(bytecode),
    )
    return time.perf_counter() - began


def _measured(runs: int, bytecode: str) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {line.mark: [] for line in LINES}
    for _ in range(runs):
        at_once, later = _run(bytecode), _run(bytecode, LOOK_S)
        for mark in found.keys() & at_once.keys():
            found[mark].append(at_once[mark])
        found["usable"].append(later["usable"])
        found["memory_mb"].append(later["memory_mb"])
        found["picture_later"].append(later["picture"])
        found["help"].append(_help_s(bytecode))
    return found


def told(line: Line, values: list[float]) -> str:
    """One row: median, worst, goal, verdict."""
    middle = max(values) if line.unit == "MB" else statistics.median(values)
    row = f"{line.words:34s} median {statistics.median(values):8.2f}   max {max(values):8.2f}"
    if line.goal is None:
        return f"{row} {line.unit}"
    return f"{row} {line.unit}   goal {line.goal:g}   {'met' if middle <= line.goal else 'NOT MET'}"


def rows_of(found: Mapping[str, list[float]]) -> tuple[str, ...]:
    """The page."""
    return tuple(told(line, found[line.mark]) for line in LINES if found[line.mark])


def main() -> None:
    """Start the program several times and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", nargs="?", type=int, default=5)
    parser.add_argument(CHILD, type=float, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child is not None:
        _child(args.child)
        return
    with TemporaryDirectory() as bytecode:
        first = _run(bytecode)
        verdict = "met" if first["picture"] <= 20.0 else "NOT MET"
        print(
            f"first run: {first['process']:.1f} s from start to end, picture "
            f"{first['picture']:.1f} s after the click   goal 20 (kernels and patient may be kept "
            f"from before)   {verdict}"
        )
        print(*rows_of(_measured(args.runs, bytecode)), sep="\n")


if __name__ == "__main__":
    main()
