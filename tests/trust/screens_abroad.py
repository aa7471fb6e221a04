"""The screens under twelve locales, three from right to left: no error, fields that keep their
numbers, and of the same acts the same bytes in the log.

Nobody has translated the program into these yet: what is tried is Qt's own part (digits, decimal
signs, mirrored layouts), as it will meet a catalogue. `speak` sets one of the program's languages.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QLocale, Qt, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QSpinBox, QWidget

from tests.attempt.worlds import START, WORLD
from tests.storage.records import header
from tests.trust.mistakes import _until
from tests.trust.monkey_report import PLATFORM
from tests.trust.surroundings import LANGUAGES
from tests.ui.rooms import Rooms
from tests.ui.stand_ins import StandInAttempt, StandInPractice
from trainer.session.runner import AttemptRunner
from trainer.storage.attempt_folder import AttemptFolder
from trainer.ui.language import speak

SCREENS = ("home", "settings", "exam, define, cut", "exam, wall", "exam, station", "debrief")
ACTS = ("pointer_head", "pointer_left", "mark", "take", "put_down")


class Waiter:
    """What `Rooms` asks of pytest's qtbot."""

    def addWidget(self, _widget: QWidget) -> None:
        """Closed by `Rooms`."""

    def waitUntil(self, holds: Callable[[], bool], timeout: int = 0) -> None:
        """Turn the loop until it holds."""
        if not _until(holds):
            raise TimeoutError(f"it never was ({timeout} ms)")


class StillClock:
    """No time passes: two logs of the same acts are the same."""

    def now_ms(self) -> int:
        """The beginning."""
        return 0


class Recorded(StandInPractice):
    """An attempt on the flat back whose thread and journal are the real ones."""

    def __init__(self, folder: AttemptFolder) -> None:
        super().__init__()
        self.folder = folder

    def start(self, *_given: Any, **_named: Any) -> StandInAttempt:
        attempt = StandInAttempt()
        kept = self.folder.create(header("a-1"))
        attempt.path = kept.path
        attempt.runner = cast(Any, AttemptRunner(START, 0, WORLD, kept, StillClock()))
        self.opened.append(attempt)
        return attempt


def run(codes: Sequence[str] = LANGUAGES, screens: Sequence[str] = SCREENS) -> list[str]:
    """Every locale after a plain one; what must not be."""
    app = QApplication.instance() or QApplication(["abroad"])
    assert isinstance(app, QApplication)
    found: list[str] = []
    plain = ""
    try:
        for code in ("en", *codes):
            wrong: list[str] = []
            with _abroad(app, code), _heard(wrong):
                wrong += _fields()
                said = _screens(wrong, screens if plain else ())
            plain = plain or said
            found += [f"{code}: {each}" for each in wrong]
            if said != plain:
                found.append(f"{code}: the same acts leave another log")
    finally:
        speak(app, "en")
    return found


@contextmanager
def _abroad(app: QApplication, code: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in ("LC_ALL", "LANG")}
    there = QLocale(code)
    os.environ.update({"LC_ALL": f"{code}.UTF-8", "LANG": f"{code}.UTF-8"})
    QLocale.setDefault(there)
    app.setLayoutDirection(there.textDirection())
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None) if value is None else os.environ.update({name: value})
        QLocale.setDefault(QLocale("en"))
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@contextmanager
def _heard(wrong: list[str]) -> Iterator[None]:
    """Errors of every thread, and Qt's own warnings."""
    hooks = sys.excepthook, threading.excepthook
    sys.excepthook = lambda kind, error, _trace: wrong.append(f"{kind.__name__}: {error}")
    threading.excepthook = lambda told: wrong.append(f"{told.exc_type.__name__}: {told.exc_value}")
    before = qInstallMessageHandler(
        lambda _kind, _context, text: (
            None if not text or text.startswith(PLATFORM) else wrong.append(f"Qt: {text}")
        )
    )
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        sys.excepthook, threading.excepthook = hooks


def _fields() -> Iterator[str]:
    """What stands in a field of numbers is read back as it was."""
    for value in (-1234.5, 0.25, 987.75):
        field = QDoubleSpinBox()
        field.setRange(-1e6, 1e6)
        field.setValue(value)
        field.lineEdit().setText(field.text())
        field.interpretText()
        if field.value() != value:
            yield f"a field of {value} reads {field.value()}"


def _screens(wrong: list[str], names: Sequence[str]) -> str:
    """Every screen is built and drawn; the hash of the log that some acts left."""
    with tempfile.TemporaryDirectory(prefix="trust-abroad-") as folder:
        practice = Recorded(AttemptFolder(Path(folder) / "attempts"))
        with Rooms(cast(Any, Waiter())) as rooms:
            for name in names:
                wrong += [f"{name}: {each}" for each in _looked_at(rooms.enter(name))]
            rooms.window.leave_places()
            rooms.window.open()
            rooms.window.navigation._practice = practice
            return _played(rooms, practice, wrong)


def _played(rooms: Rooms, practice: Recorded, wrong: list[str]) -> str:
    _until(lambda: not rooms.window.jobs.busy)
    rooms.window.navigation.start("flat")
    _until(lambda: rooms.window.suite is not None)
    suite = rooms.window.suite
    for act in ACTS:
        suite.acts[act]()
        suite.hand.flush()
    runner = cast(AttemptRunner, practice.opened[-1].runner)
    runner.settle()
    wrong += [f"suite: {each}" for each in _looked_at(suite)]
    runner.close()
    return hashlib.sha256(practice.opened[-1].path.read_bytes()).hexdigest()


def _looked_at(screen: QWidget) -> Iterator[str]:
    """Drawn, mirrored where it is written from right to left, its numbers as they are set."""
    if screen.grab().isNull():
        yield "it is not drawn"
    if screen.layoutDirection() != QLocale().textDirection():
        yield "it is not turned around"
    kinds = (QSpinBox, QDoubleSpinBox)
    for field in (each for kind in kinds for each in _children(screen, kind)):
        before = field.value()
        field.interpretText()
        if field.value() != before:
            yield f"{field.objectName()} had {before} and has {field.value()}"


def _children(screen: QWidget, kind: type) -> list[Any]:
    return list(screen.findChildren(kind))


def control() -> int:
    """A build that writes its log in the digits of the country."""
    journal: Any = importlib.import_module("trainer.storage.journal")
    kept = journal.line_of

    def written(body: Any, prev: str) -> bytes:
        digits = {ord(f"{digit}"): QLocale().toString(digit) for digit in range(10)}
        line: bytes = kept(body, prev)
        return line.decode().translate(digits).encode()

    journal.line_of = written
    try:
        return len(run(("fa_IR",), ()))
    finally:
        journal.line_of = kept
