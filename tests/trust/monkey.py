"""Random hands at the real window: keys, clicks, drags, wheels, on every screen, with invariants.

Keys go to what has the focus of what is in front (pop-up, dialog, window), the mouse to what lies
under it there; what was pressed keeps the mouse until it is lifted. Every `REST` acts (a click, a
stroke, a drag: two events and more) all hands let go and what must hold at rest is looked at. One
seed, one sequence of choices; the real clock decides what each of them meets.

What made an event dear was none of the hands' own: painting and turning the loop after every act,
listing every widget before every click, opening a case for every few hundred events. So one stretch
in `DRAWN` is painted and turned act by act, the others every `AT_ONCE` acts (hands are quicker than
a loop, too) and painted at their rest; the list is used `FRESH` times, and one stays `STAY` rests
wherever there is something to do.
"""

from __future__ import annotations

import random
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol

import shiboken6
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QPoint,
    QPointF,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QWidget

from trainer.attempt.commands import Advance, RotateHub, Tilt
from trainer.attempt.events import NeedleMoved
from trainer.attempt.log import AttemptLog
from trainer.attempt.replay import start_of, states
from trainer.attempt.state import State
from trainer.session.cards import ScenarioCard
from trainer.session.practice import Practice
from trainer.session.runner import Snapshot
from trainer.ui.actions import ACTIONS, Where
from trainer.ui.main_window import MainWindow
from trainer.ui.presenters.settings import SettingsDesk
from trainer.ui.presenters.ways import WAYS

NO_BUTTON = Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier
REST = 180  # acts between two rests
AT_ONCE = 6  # acts between two turns of the loop
STIRRED_UM = 2_000  # more than connecting anything moves a tip
STAY = 3  # rests at one stop
BRIEF = ("anatomy",)  # where one stays one rest: a drag there draws a whole body anew
ELSEWHERE = 2  # rests at another place after which one goes on to the next stop
DRAWN = 20  # one stretch in so many is painted after each event, the others at their rest
TRIES = 24  # of parts that may be hidden, before any place will do
FRESH = 80  # clicks after which the list of what can be operated is made anew
ASKED = 10  # every so many rests in the suite begin with a question that is left by Esc
PATIENCE_S = 60.0  # of this program's own processor time: on a busy machine all takes longer
STUCK_S = 300.0  # by the clock: what waits for something that never comes computes nothing
LEAVES = ("quit",)  # what would end the program ends the test
NOT_PRESSED = ("full_screen", *LEAVES)
# What the offscreen platform says of itself, and QTest of a press that nobody wanted.
PLATFORM = ("This plugin does not support", "Mouse event")
_LEFT, _RIGHT, _MIDDLE = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
)
BUTTONS = (*[_LEFT] * 6, _RIGHT, _MIDDLE)
PLAIN_KEYS = tuple(
    getattr(Qt.Key, f"Key_{name}")
    for name in ("Tab", "Backtab", "Return", "Escape", "Space", "Up", "Down", "Left", "Right", "F")
) + tuple(Qt.Key(ord(sign)) for sign in "ABCDEGHIJKLMNPQRSTUVXYZ0123456789")
HELD_KEYS = (Qt.Key.Key_F, Qt.Key.Key_Space)
STEERS = ("Key_PageDown", "Key_PageDown", "Key_PageUp", "Key_I", "Key_J", "Key_K", "Key_L", "Key_Q")
STEERING = tuple(getattr(Qt.Key, name) for name in STEERS)
CHORDS = tuple(
    QKeySequence(key)[0]  # type: ignore[index]  # PySide's stubs lack __getitem__
    for action in ACTIONS
    if action.id not in NOT_PRESSED
    for key in action.keys
)
PARTING = tuple(  # who always leaves sees little
    QKeySequence(key)[0]  # type: ignore[index]
    for action in ACTIONS
    if action.id in ("home", "submit", "back_step", "first_minute", "studio", "progress")
    for key in action.keys
)
STAYS = 0.93  # how often one of these is not pressed after all
BOLD = frozenset(  # the acts of a case are met more often than by chance
    f"button_{action.id}"
    for action in ACTIONS
    if action.where is Where.SUITE and action.id != "submit"
)
MOVES = (Advance, Tilt, RotateHub)
Stop = Callable[[MainWindow], None]


class AttemptSource(Protocol):
    """Whatever reads logs."""

    def load(self, path: Path) -> AttemptLog:
        """One log, its chain verified. Raises Refusal."""


class FewScenarios(Practice):
    """The real practice; Home shows a few cards and drills keep to one patient."""

    shown: tuple[str, ...] = ("place-t7-left", "place-t7-biplane", "rf-t7-8")

    def library(self) -> tuple[tuple[ScenarioCard, ...], tuple[Any, ...]]:
        cards, refusals = super().library()
        return tuple(card for card in cards if card.id in self.shown), refusals

    def drill(self, name: str, seed: int | None = None, *rest: Any, **named: Any) -> Any:
        return super().drill(name, 2 * random.randrange(1_000), *rest, **named)


@dataclass
class Report:
    """What came of it. events : presses, releases, moves and wheels that were sent. acts : what
    they were part of. problems : each with the number of events before it.
    """

    events: int = 0
    acts: int = 0
    missed: int = 0
    rests: int = 0
    beams: int = 0
    grips: int = 0
    moves: int = 0
    logs: int = 0
    quits: int = 0
    seconds: float = 0.0
    screens: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        figures = (
            f"{self.events} events in {self.acts} acts ({self.missed} at what was gone) in "
            f"{self.seconds:.0f} s, "
            f"{self.rests} rests, {self.beams} times "
            f"beam, {self.grips} grips, {self.moves} needle moves, {self.logs} logs read, "
            f"{self.quits} times quit; screens: "
            f"{', '.join(sorted(self.screens))}"
        )
        return "\n".join((figures, *(self.problems or ("no problem",))))


class StayingWindow(MainWindow):
    """Hands may give Quit another key in the settings, and press that: it is counted, no more."""

    quits = 0

    def _quit(self) -> None:
        self.quits += 1


class Monkey:
    """One pair of hands. It knows what it holds down, and lets go at every rest."""

    def __init__(
        self, practice: Any, desk: SettingsDesk, seed: int, attempts: AttemptSource | None = None
    ) -> None:
        """Attempts : where the logs lie that are read at the end."""
        self.report, self.tell = Report(), False
        self._chance = random.Random(seed)
        self._practice, self._desk, self._attempts = practice, desk, attempts
        self._at_work = 0  # rests in the suite
        self._keys: list[Qt.Key] = []
        self._pressed: tuple[QWidget, Qt.MouseButton, QPoint] | None = None
        self._away = QWidget()
        self._away.setWindowTitle("another program")
        self._paths: list[Path] = []
        self._watched: object = None
        self._kept: set[QWidget] = set()
        self._over: Callable[[], bool] = lambda: False
        self._window = self._opened()
        self._parts: tuple[QWidget | None, int, list[QWidget]] = (None, 0, [])
        self._acts: Sequence[tuple[int, Callable[[], None]]] = (
            (26, self._chord), (12, self._key), (6, self._hold), (6, self._release),
            (16, self._click), (8, self._drag), (4, self._press), (8, self._move), (8, self._wheel),
            (4, self._steer),
        )  # fmt: skip

    # Life ----------------------------------------------------------------------------------------

    def run(self, events: int, stops: Sequence[Stop], *, until_problem: bool = False) -> Report:
        """So many events, a stay at each stop in turn; or until something was found."""
        began = time.monotonic()
        with self._listening():
            at = 0
            self._over = lambda: until_problem and bool(self.report.problems)
            while self.report.events < events and not self._over():
                self._go(stops[at % len(stops)])
                at += 1
                self._stay()
            self._leave()
            self._read_logs()
        self.report.seconds = time.monotonic() - began
        return self.report

    def close(self) -> None:
        """The window and the other program go."""
        self._window.close()
        self._window.deleteLater()
        self._away.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _stay(self) -> None:
        came_to, elsewhere = self._window.at, 0
        for _ in range(1 if came_to in BRIEF else STAY):
            if self._over():
                return
            self._busy_hands()
            self._rest()
            elsewhere += self._window.at != came_to
            if elsewhere >= ELSEWHERE:
                return

    def _opened(self) -> StayingWindow:
        window = StayingWindow(self._practice, self._desk)
        window.resize(1280, 640)
        window.show()
        window.open()
        return window

    def _go(self, stop: Stop) -> None:
        self._leave()
        stop(self._window)
        self._wait(lambda: not self._window.jobs.busy, "a stop was never reached")
        self._window.activateWindow()
        if self._window.suite is not None:
            self._watch_attempt()

    def _watch_attempt(self) -> None:
        attempt = self._window.navigation.attempt
        if attempt is not None and attempt is not self._watched:
            self._watched = attempt
            self._paths.append(attempt.path)
            attempt.runner.listen(self._heard)

    def _heard(self, snapshot: Snapshot) -> None:
        """On whichever thread decides: count, and look whether steel moved by itself."""
        before, state = snapshot.before, snapshot.state
        if before is None:
            return
        self.report.beams += state.beam_since_ms is not None and before.beam_since_ms is None
        self.report.grips += state.gripped and not before.gripped
        moved = any(isinstance(event, NeedleMoved) for event in snapshot.events)
        self.report.moves += moved
        pushed = moved and isinstance(self._last_sent(), MOVES)
        if not before.gripped and (pushed or _moved_by_hand(before, state)):
            self._problem("steel moved without a grip")

    def _last_sent(self) -> object:
        """The command that is being decided, where the runner tells it: then a push of any length
        is known for one; the others' logs are read at the end."""
        sent = getattr(getattr(self._watched, "runner", None), "sent", None)
        return sent[-1] if sent else None

    def _leave(self) -> None:
        """Home, as a person who has had enough."""
        self._let_go()
        self._wait(lambda: not self._window.jobs.busy, "the program stayed busy")
        self._window.navigation.go_home()
        self._wait(lambda: not self._window.jobs.busy, "Home did not come")

    # Hands ---------------------------------------------------------------------------------------

    def _busy_hands(self) -> None:
        weights = [weight for weight, _ in self._acts]
        drawn = self.report.rests % DRAWN == 0
        self._window.setUpdatesEnabled(drawn)
        for at, (_, act) in enumerate(self._chance.choices(self._acts, weights, k=REST)):
            front = QApplication.activeModalWidget()
            if isinstance(front, QFileDialog):
                front.reject()  # a random hand writes no files
            if self._over():
                return
            self._come_forward()
            self._try(act)
            self.report.acts += 1
            if drawn or at % AT_ONCE == 0:
                QApplication.processEvents()
                self._watch()

    def _come_forward(self) -> None:
        """Offscreen, a dialog that closes leaves nobody in front, and a menu itself; real systems
        give the window back what it had."""
        active = QApplication.activeWindow()
        if active is None or not active.isVisible():
            self._window.activateWindow()
            QApplication.processEvents()

    def _try(self, act: Callable[[], None]) -> None:
        """Act, unless PySide only has the wrapper of a widget that Qt has just deleted.

        What a widget raises comes out of QTest's call, not of the loop's hook.
        """
        try:
            act()
        except Exception as error:
            if isinstance(error, RuntimeError) and "already deleted" in str(error):
                self.report.missed += 1
            else:
                self._problem(f"{type(error).__name__}: {error}")

    def _watch(self) -> None:
        suite = self._window.suite
        self.report.screens.add(self._screen())
        if suite is not None and suite._attempt.runner.snapshot.state.submitted:
            self._watch_attempt()

    def _screen(self) -> str:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            return dialog.objectName() or type(dialog).__name__
        return "home" if self._window.place is None else self._window.place.id

    def _front(self) -> QWidget:
        """What would be given input: pop-up, dialog, or window."""
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if front is not None:
            self._kept.add(front)  # else PySide forgets its children with it
        return front or self._window

    def _keyboard(self) -> QWidget:
        """What has the keyboard in front."""
        front = self._front()
        found = front.focusWidget() or front
        return found if shiboken6.isValid(found) else self._window

    def _tap(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Down and up: what the press closes does not get the release."""
        self._key_down(key, modifiers)
        self._key_up(key, modifiers)

    def _key_down(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self.report.events += 1
        QTest.keyPress(self._keyboard(), key, modifiers)

    def _key_up(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self.report.events += 1
        QTest.keyRelease(self._keyboard(), key, modifiers)

    def _operable(self, front: QWidget) -> QWidget | None:
        """A button or list that is shown; they are listed anew every few clicks only."""
        where, left, parts = self._parts
        if where is not front or left == 0:
            kinds: tuple[type[QWidget], ...] = (QAbstractButton, QComboBox)
            parts = [part for kind in kinds for part in front.findChildren(kind)]
            left = FRESH
        self._parts = (front, left - 1, parts)
        bold = self._window.suite is not None and self._chance.random() < 0.5
        for _ in range(TRIES if parts else 0):
            part = self._chance.choice(parts)
            if not shiboken6.isValid(part) or (bold and part.objectName() not in BOLD):
                continue
            if part.isVisible():
                return part
        return None

    def _under(self) -> tuple[QWidget, QPoint]:
        """Mostly something that can be operated, sometimes any place; and the point of it."""
        front = self._front()
        part = self._operable(front) if self._chance.random() < 0.7 else None
        if part is not None:
            at = part.mapTo(front, part.rect().center())
        else:
            width, height = max(1, front.width()), max(1, front.height())
            at = QPoint(self._chance.randrange(width), self._chance.randrange(height))
        under = front.childAt(at) or front
        return under, under.mapFrom(front, at)

    def _chord(self) -> None:
        chord = self._chance.choice(CHORDS)
        while chord in PARTING and self._chance.random() < STAYS:
            chord = self._chance.choice(CHORDS)
        self._tap(chord.key(), chord.keyboardModifiers())

    def _key(self) -> None:
        self._tap(self._chance.choice(PLAIN_KEYS), PLAIN)

    def _hold(self) -> None:
        key = self._chance.choice(HELD_KEYS)
        if key not in self._keys:
            self._keys.append(key)
            self._key_down(key)

    def _steer(self) -> None:
        """Grip, a few strokes, let go: what hands at a needle do most."""
        if Qt.Key.Key_Space in self._keys:
            return
        self._key_down(Qt.Key.Key_Space)
        for key in self._chance.choices(STEERING, k=3):
            self._tap(key, PLAIN)
        self._key_up(Qt.Key.Key_Space)

    def _release(self) -> None:
        if self._keys:
            key = self._keys.pop(self._chance.randrange(len(self._keys)))
            self._key_up(key)
        self._lift()

    def _click(self) -> None:
        if self._pressed is None:
            self._press()
            self._lift()

    def _press(self) -> None:
        if self._pressed is None:
            widget, at = self._under()
            button = self._button()
            self._pressed = widget, button, at
            self.report.events += 1
            QTest.mousePress(widget, button, self._modifiers(), at)

    def _drag(self) -> None:
        self._press()
        for _ in range(3):
            self._move()
        self._lift()

    def _move(self) -> None:
        """What was pressed has the mouse, wherever it goes."""
        widget, at = self._under() if self._pressed is None else (self._pressed[0], QPoint())
        if shiboken6.isValid(widget):
            way = QPoint(self._chance.randrange(-40, 41), self._chance.randrange(-40, 41))
            here = at if self._pressed is None else self._pressed[2] + way
            held = NO_BUTTON if self._pressed is None else self._pressed[1]
            kind, none = QEvent.Type.MouseMove, NO_BUTTON
            self.report.events += 1
            place = QPointF(here), QPointF(widget.mapToGlobal(here))
            QApplication.sendEvent(widget, QMouseEvent(kind, *place, none, held, self._modifiers()))

    def _lift(self) -> None:
        if self._pressed is not None:
            (widget, button, at), self._pressed = self._pressed, None
            if shiboken6.isValid(widget):
                self.report.events += 1
                QTest.mouseRelease(widget, button, PLAIN, at)

    def _wheel(self) -> None:
        widget, at = self._under()
        down = QPoint(0, self._chance.choice((-240, -120, 120, 240)))
        place = QPointF(at), QPointF(widget.mapToGlobal(at))
        phase = Qt.ScrollPhase.NoScrollPhase
        self.report.events += 1
        event = QWheelEvent(*place, QPoint(), down, NO_BUTTON, self._modifiers(), phase, False)
        QApplication.sendEvent(widget, event)

    def _button(self) -> Qt.MouseButton:
        return self._chance.choice(BUTTONS)

    def _modifiers(self) -> Qt.KeyboardModifier:
        extra = (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
        return self._chance.choice((PLAIN, PLAIN, PLAIN, *extra))

    # Rest ----------------------------------------------------------------------------------------

    def _rest(self) -> None:
        """Hands off; what must hold now."""
        self._window.setUpdatesEnabled(True)
        self._let_go()
        self.report.rests += 1
        self.report.quits, self._window.quits = self.report.quits + self._window.quits, 0
        if self.tell and self.report.rests % 25 == 0:
            print(f"{time.monotonic():.0f} {self._screen()} {self.report}", flush=True)
        if not self._window.isVisible():
            self._problem("the window went away")
            self._window = self._opened()
        if self._window.suite is not None and not self._window.jobs.busy:
            self._look_at_rest()
            if self._at_work % ASKED == 0:
                self._ask_and_leave_it()
            self._at_work += 1
            if self._chance.random() < 0.25:
                self._look_away()
        self._wait(lambda: not self._window.jobs.busy, "the program stayed busy")
        if self._window.suite is not None:
            self._watch_attempt()

    def _let_go(self) -> None:
        """Release what is held, close what lies in front, as one does with Esc."""
        while self._keys:
            self._try(self._release)
        self._try(self._lift)
        for _ in range(12):
            QApplication.processEvents()
            front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if front is None:
                return
            self._try(lambda: self._tap(Qt.Key.Key_Escape, PLAIN))
        self._problem(f"a dialog cannot be closed by Esc: {self._screen()}")
        stuck = QApplication.activeModalWidget()
        if stuck is not None:
            stuck.close()

    def _look_at_rest(self) -> None:
        state = self._state()
        if state.beam_since_ms is not None and not state.beam_latched:
            self._problem("the beam is on and nobody holds it")
        if state.gripped and "lock" not in self._window.suite.hand.grip._held:  # type: ignore[union-attr]
            self._problem("the hub is gripped and nobody holds it")

    def _ask_and_leave_it(self) -> None:
        """The question before a submission, not answered: chance seldom leaves one open."""
        if self._window.suite is not None:
            self._try(self._window.suite.ask_submit)
            self._watch()
            self._let_go()

    def _look_away(self) -> None:
        """Another program comes to the front: nothing stays on, latched or locked."""
        self._come_forward()
        self._away.show()
        self._away.activateWindow()
        self._wait(self._away.isActiveWindow, "the window stayed in front")
        state = self._state()
        if state.beam_since_ms is not None:
            self._problem("the beam is on and the window is not in front")
        if state.gripped:
            self._problem("the hub is gripped and the window is not in front")
        self._away.hide()
        self._window.activateWindow()
        self._wait(self._window.isActiveWindow, "the window did not come back")

    def _state(self) -> Any:
        suite = self._window.suite
        assert suite is not None
        suite.hand.flush()
        return suite._attempt.runner.settle().state

    def _read_logs(self) -> None:
        """Each log is whole, and in none of them did steel move without a grip."""
        for path in self._paths:
            if self._attempts is None or not path.is_file():
                continue
            log = self._attempts.load(path)
            self.report.logs += 1
            self._moved_in(log, path.name)

    def _moved_in(self, log: AttemptLog, name: str) -> None:
        before = start_of(log, name)
        for record, state in states(log, name):
            moved = isinstance(record.command, MOVES) and any(
                isinstance(event, NeedleMoved) for event in record.events
            )
            if moved and not before.gripped:
                self._problem(f"{name}, record {record.seq}: steel moved without a grip")
            before = state

    def _wait(self, ready: Callable[[], bool], otherwise: str) -> None:
        waited = _Patience()
        while not ready():
            QApplication.processEvents()
            time.sleep(0.001)
            if waited.is_over:
                self._problem(otherwise)
                return

    # Problems ------------------------------------------------------------------------------------

    def _problem(self, what: str) -> None:
        self.report.problems.append(f"after {self.report.events} events: {what}")

    @contextmanager
    def _listening(self) -> Iterator[None]:
        """Exceptions of every thread and Qt's own warnings are problems."""

        def raised(
            kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
        ) -> None:
            where = "?"
            while trace is not None:
                code = trace.tb_frame.f_code
                where, trace = f"{Path(code.co_filename).name}:{trace.tb_lineno}", trace.tb_next
            self._problem(f"{kind.__name__}: {error} ({where})")

        def told(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
            loud = kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
            if loud and not text.startswith(PLATFORM):
                self._problem(f"Qt: {text}")

        hooks = sys.excepthook, threading.excepthook
        sys.excepthook = raised
        threading.excepthook = lambda told_by: raised(
            told_by.exc_type, told_by.exc_value, told_by.exc_traceback
        )
        before = qInstallMessageHandler(told)
        try:
            yield
        finally:
            qInstallMessageHandler(before)
            sys.excepthook, threading.excepthook = hooks


class _Patience:
    """How long something may take that a person waits for."""

    def __init__(self) -> None:
        self._clock_s, self._computed_s = time.monotonic(), time.process_time()

    @property
    def is_over(self) -> bool:
        """Whether nobody would wait any longer."""
        computed_s = time.process_time() - self._computed_s
        return computed_s > PATIENCE_S or time.monotonic() - self._clock_s > STUCK_S


def _moved_by_hand(before: State, state: State) -> bool:
    """More than syringe and electrode stir it: deeper, tilted, turned. A drill's next item, which
    sets a needle of its own where it wants it, is no hand."""
    one, other = before.needle, state.needle
    if one is None or other is None or one.number != other.number or before.item != state.item:
        return False
    deeper_um = abs(other.depth_um - one.depth_um)
    return deeper_um > STIRRED_UM or one.notch_mdeg != other.notch_mdeg


def scenario(name: str) -> Stop:
    """A case."""
    return lambda window: window.navigation.start(name)


def at_the_needle(name: str) -> Stop:
    """A case with a needle in hand: hands that only grope seldom come that far."""

    def go(window: MainWindow) -> None:
        window.navigation.start(name)
        _until(lambda: window.suite is not None)
        if window.suite is not None:
            for act in ("pointer_head", "mark", "take"):
                window.suite.acts[act]()
            window.suite.hand.flush()
            window.suite.setFocus()

    return go


def way(place: str) -> Stop:
    """A place with a door on Home."""
    return lambda window: window.navigation.go(place)


def drill(name: str) -> Stop:
    """A drill."""
    return lambda window: window.navigation.drill(name)


def desk(name: str) -> Stop:
    """Settings, help or about over Home."""

    def go(window: MainWindow) -> None:
        assert window.desk_screens is not None
        window.desk_screens.acts[name]()

    return go


def submitted(name: str) -> Stop:
    """A case that is submitted at once: own call, debrief or score sheet."""

    def go(window: MainWindow) -> None:
        window.navigation.start(name)
        _until(lambda: window.suite is not None)
        assert window.suite is not None
        window.suite.hand.submit()
        _until(lambda: window.suite is None)

    return go


def _until(ready: Callable[[], bool]) -> None:
    waited = _Patience()
    while not ready() and not waited.is_over:
        QApplication.processEvents()
        time.sleep(0.001)


def every_way() -> tuple[Stop, ...]:
    """A stop at every place that has a door on Home, those not yet thought of included."""
    return tuple(way(place) for place in WAYS)


STOPS: tuple[Stop, ...] = (
    scenario("place-t7-left"),
    drill("d02"),
    desk("settings"),
    scenario("rf-t7-8"),
    submitted("place-t7-left"),
    scenario("place-t7-biplane"),
    lambda window: window.open(),
    desk("help"),
    lambda window: window.navigation.look_inside("place-t7-left"),
    drill("d05"),
    desk("about"),
    at_the_needle("place-t7-left"),
    drill("d08"),
    *every_way(),
    at_the_needle("rf-t7-8"),
    submitted("rf-t7-8"),
)
