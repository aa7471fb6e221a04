"""Our own errors, wherever they may be, while an attempt is recorded at the real window.

The window, the attempt's thread, its journal and the crash file are the real ones; the patient is a
flat back. After each error: what was said to be recorded is in the file and its chain holds; one
calm sentence stands on the screen; the crash file says where, and no word of what; and it goes on,
or where the attempt's own thread died, the attempt is taken up again.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QRunnable, QThread, QThreadPool, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.attempt.worlds import START, WORLD
from tests.storage.records import header
from tests.trust.figures import Batch
from tests.ui.rooms import memory_desk
from tests.ui.stand_ins import StandInAttempt, StandInPractice
from trainer.app import crash
from trainer.attempt.commands import Command, Expose, Grip, MovePointer
from trainer.dicom.asking import Asking
from trainer.dicom.child import ReadingChildren
from trainer.session.clock import MonotonicClock
from trainer.session.fluoroscope import Frame
from trainer.session.frames_due import FrameRequest
from trainer.session.runner import AttemptRunner
from trainer.storage.attempt_folder import AttemptFolder
from trainer.storage.folders import user_folders
from trainer.storage.journal import JournalWriter
from trainer.ui.application import _our_mistake
from trainer.ui.main_window import MainWindow
from trainer.ui.mistakes import Mistakes

OURS = "it is our mistake"  # the window says so, and the suite in its own words
SECRET = "Somebody^Else 4711"
PATIENCE_S, IMPATIENCE_S = 20.0, 0.5  # of a busy machine; of a broken build, which never comes
DIES = (sys.executable, "-c", "import os; os.abort()")
BABBLES = (sys.executable, "-c", f"print({SECRET!r} * 9000, flush=True)")


def fail(*_given: Any, **_named: Any) -> Any:
    """A mistake, with a patient's name in its words and in a local."""
    patient_name = SECRET
    raise ValueError(patient_name)


class RecordedAttempt(StandInAttempt):
    """An attempt on the flat back whose thread and journal are the real ones."""

    def __init__(self, folder: AttemptFolder) -> None:
        super().__init__()
        journal = folder.create(header("a-1"))
        self.path = journal.path
        self.cannot_draw = False
        self.runner = cast(Any, AttemptRunner(START, 0, WORLD, journal, MonotonicClock()))

    def frame(self, request: FrameRequest) -> Frame:
        return cast(Frame, fail()) if self.cannot_draw else super().frame(request)

    @property
    def live(self) -> AttemptRunner:
        """Its thread."""
        return cast(AttemptRunner, self.runner)


class Recorded(StandInPractice):
    """Every start is a recorded attempt."""

    def __init__(self, folder: AttemptFolder) -> None:
        super().__init__()
        self.folder = folder

    def start(self, *_given: Any, **_named: Any) -> StandInAttempt:
        self.opened.append(RecordedAttempt(self.folder))
        return self.opened[-1]


class Sight(QWidget):
    """A part of the window that cannot be drawn."""

    def paintEvent(self, event: QPaintEvent) -> None:
        self.hide()  # once is enough: it would be drawn again with every turn
        fail(event)


class Worker(QRunnable):
    """A pool's work."""

    def run(self) -> None:
        fail()


class Thread(QThread):
    """A thread of Qt's."""

    def run(self) -> None:
        fail()


@dataclass(slots=True)
class Room:
    """A window with an attempt at it."""

    window: MainWindow
    practice: Recorded
    kept: list[object]
    patience_s: float

    @property
    def attempt(self) -> RecordedAttempt:
        """The one at hand."""
        return cast(RecordedAttempt, self.practice.opened[-1])


def _painted(room: Room) -> None:
    sight = Sight(room.window)
    sight.resize(9, 9)
    sight.show()
    room.kept.append(sight)


def _threaded(room: Room) -> None:
    thread = Thread()
    room.kept.append(thread)
    thread.start()
    _until(thread.isFinished)


def _drawn(room: Room) -> None:
    room.attempt.cannot_draw = True
    room.attempt.live.send(Expose)


def _heard(room: Room) -> None:
    room.attempt.live.listen(fail)
    # Something to hear: a hand that rests may bring no record more.
    room.attempt.live.send(lambda t_ms: MovePointer(t_ms, 77_000, 77_000))


def _asked(command: tuple[str, ...]) -> Callable[[Room], None]:
    def ask(room: Room) -> None:
        with ReadingChildren(command) as children:
            room.window.jobs.run(
                lambda: Asking(children).look(Path(f"/{SECRET}")),
                fail,
                lambda refusal: room.window.show_notice(str(refusal)),
            )
            _until(lambda: not room.window.jobs.busy)

    return ask


# Where it happens. The children are not ours to fail: theirs is told as a refusal, by its name.
WAYS: dict[str, Callable[[Room], None]] = {
    "a slot": lambda room: QTimer.singleShot(0, fail),
    "a painting": _painted,
    "a job": lambda room: room.window.jobs.run(fail, fail, fail),
    "what follows a job": lambda room: room.window.jobs.run(int, fail, fail),
    "a thread": lambda room: threading.Thread(target=fail).start(),
    "a thread of Qt's": _threaded,
    "a worker": lambda room: QThreadPool.globalInstance().start(Worker()),
    "a drawing of a picture": _drawn,
    "the attempt's thread": lambda room: room.attempt.live.send(fail),
    "a listener of the attempt": _heard,
    "a child that dies": _asked(DIES),
    "a child that babbles": _asked(BABBLES),
}
CHILDREN = ("a child that dies", "a child that babbles")
DEADLY = ("the attempt's thread", "a listener of the attempt")


def run(
    count: int, seed: int, ways: Sequence[str] = tuple(WAYS), patience_s: float = PATIENCE_S
) -> list[str]:
    """So many errors, each way in turn, each at another moment; what must not be."""
    app = QApplication.instance() or QApplication(["mistakes"])
    assert isinstance(app, QApplication)
    dice, found = random.Random(seed), []
    with tempfile.TemporaryDirectory(prefix="trust-mistakes-") as folder:
        before = os.environ.get("RHIZOTOMY_HOME")
        os.environ["RHIZOTOMY_HOME"] = folder
        try:
            with _room(Path(folder), patience_s) as room:
                for number in range(count):
                    way = ways[number % len(ways)]
                    found += [f"{way}: {each}" for each in _one(room, way, dice)]
        finally:
            os.environ.pop("RHIZOTOMY_HOME")
            os.environ.update({"RHIZOTOMY_HOME": before} if before else {})
    return found


@contextmanager
def _room(home: Path, patience_s: float) -> Iterator[Room]:
    practice = Recorded(AttemptFolder(home / "attempts"))
    window = MainWindow(cast(Any, practice), memory_desk())
    window.show()
    mistakes = Mistakes(crash.write_crash_file, lambda: _our_mistake(window))
    try:
        with mistakes.caught():
            window.open()
            yield Room(window, practice, [], patience_s)
    finally:
        window.close()
        window.deleteLater()


def _one(room: Room, way: str, dice: random.Random) -> Iterator[str]:
    window = room.window
    _until(lambda: not window.jobs.busy)
    window.navigation.start("flat")
    if not _until(lambda: window.suite is not None):
        yield "the attempt did not open"
        return
    live = room.attempt.live
    for at in range(dice.randint(1, 9)):
        live.send(lambda t_ms, at=at: MovePointer(t_ms, at * 1_000, at * 1_000))  # type: ignore[misc]
    live.send(dice.choice((Grip, Expose)))
    if dice.random() < 0.5:
        live.settle()
    window.show_notice("")
    said = live.snapshot.recorded_seq
    WAYS[way](room)
    yield from _told(room, way)
    said = max(said, live.snapshot.recorded_seq)
    if way not in DEADLY:
        live.send(lambda t_ms: MovePointer(t_ms, -1_000, -1_000))
        if live.settle().seq <= said or live.broken is not None:
            yield "it did not go on"
        said = live.snapshot.recorded_seq
    _leave(room)
    yield from _kept(room, said)


def _told(room: Room, way: str) -> Iterator[str]:
    crashes = room.practice.folder.folder.parent / "logs"
    if not _until(lambda: not room.window.notice.isHidden(), room.patience_s):
        yield "nothing was told"
    words = room.window.notice.sentence
    if words and (way in CHILDREN) is (OURS in words):
        yield f"it was told that {words!r}"
    files = list(crashes.glob("crash-*.txt")) if crashes.exists() else []
    texts = [path.read_text(encoding="utf-8") for path in files]
    for path in files:
        path.unlink()
    if way not in CHILDREN and not texts:
        yield "no crash file says where"
    for text in texts:
        if "in fail" not in text or way in CHILDREN:
            yield f"a crash file says of another place: {text!r}"
    if any(SECRET in text for text in texts):
        yield "the crash file holds a patient's name"


def _leave(room: Room) -> None:
    room.attempt.live.close()
    room.window.open()
    _until(lambda: room.window.suite is None and not room.window.jobs.busy)
    room.practice.opened.clear()


def _kept(room: Room, said: int) -> Iterator[str]:
    path = room.practice.folder.folder / "a-1.attempt"
    log, journal = room.practice.folder.reopen(path)
    journal.close()
    if len(log.records) < said:
        yield f"{said} records were safe, {len(log.records)} are there"
    runner = AttemptRunner(
        START, len(log.records), WORLD, room.practice.folder.reopen(path)[1], MonotonicClock()
    )
    runner.send(_further)
    if runner.settle().recorded_seq <= len(log.records):
        yield "the attempt could not be taken up again"
    runner.close()
    path.unlink()


def _further(t_ms: int) -> Command:
    return MovePointer(t_ms, 5_000, 5_000)


def _until(holds: Callable[[], bool], patience_s: float = PATIENCE_S) -> bool:
    ends = time.monotonic() + patience_s
    while not holds() and time.monotonic() < ends:
        QApplication.processEvents()
        time.sleep(0.005)
    return holds()


def batch(count: int, seed: int) -> Batch:
    """As a figure."""
    return Batch("errors of our own", count, tuple(run(count, seed)), note=f"{len(WAYS)} places")


# --- broken builds ---


@contextmanager
def unheard(_mistakes: Mistakes) -> Iterator[None]:
    """Nobody listens for what escapes."""
    before = sys.excepthook, threading.excepthook
    sys.excepthook, threading.excepthook = lambda *_escaped: None, lambda _escaped: None
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before


def worded(error: BaseException) -> None:
    """A crash file with the error's own words."""
    path = user_folders().logs / "crash-worded.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")


def silent(runner: AttemptRunner) -> None:
    """An attempt's thread that ends without a word."""
    with suppress(BaseException):
        while (sent := runner._next()) is not None:
            runner._do(sent)


def forgetful(journal: JournalWriter, _records: object) -> None:
    """A journal that says of each record that it is safe, and writes none."""
    journal._recorded_seq += 1


# What is broken, by what, and where it must be seen.
BROKEN: Mapping[str, tuple[object, str, object, tuple[str, ...]]] = {
    "nobody listens": (Mistakes, "caught", unheard, ("a slot", "a thread", "a worker")),
    "a crash file with its words": (crash, "write_crash_file", worded, ("a slot", "a job")),
    "an attempt that ends in silence": (AttemptRunner, "_run", silent, ("the attempt's thread",)),
    "says it is recorded": (JournalWriter, "_commit", forgetful, ("a slot", "a thread")),
}


def control(what: str, places: int = 3) -> int:
    """How often a broken build is noticed; in so many places."""
    owner, name, broken, ways = BROKEN[what]
    ways = ways[:places]
    before = vars(owner)[name]
    setattr(owner, name, broken)
    try:
        return len(run(len(ways), 1, ways, IMPATIENCE_S))
    finally:
        setattr(owner, name, before)
