"""Random hands at the real window: keys, clicks, drags, wheels, on every screen, with invariants.

Every `REST` acts (a click, a stroke, a drag: two events and more) all hands let go and what must
hold at rest is looked at. One seed, one sequence of choices; the real clock decides what each of
them meets.

What made an event dear was none of the hands' own: painting and turning the loop after every act,
listing every widget before every click, opening a case for every few hundred events. So one stretch
in `DRAWN` is painted and turned act by act, the others every `AT_ONCE` acts (hands are quicker than
a loop, too) and painted at their rest; the list is used many times, and one stays `STAY` rests
wherever there is something to do.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.trust.monkey_hands import Hands
from tests.trust.monkey_report import Report
from tests.trust.monkey_stops import Stop
from tests.trust.patience import until
from trainer.attempt.commands import Advance, RotateHub, Tilt
from trainer.attempt.events import NeedleMoved
from trainer.attempt.log import AttemptLog
from trainer.attempt.replay import start_of, states
from trainer.attempt.state import State
from trainer.session.cards import ScenarioCard
from trainer.session.practice import Practice
from trainer.session.runner import Snapshot
from trainer.ui.main_window import MainWindow
from trainer.ui.presenters.settings import SettingsDesk

REST = 180  # acts between two rests
AT_ONCE = 6  # acts between two turns of the loop
STIRRED_UM = 2_000  # more than connecting anything moves a tip
STAY = 3  # rests at one stop
BRIEF = ("anatomy",)  # where one stays one rest: a drag there draws a whole body anew
ELSEWHERE = 2  # rests at another place after which one goes on to the next stop
DRAWN = 20  # one stretch in so many is painted after each event, the others at their rest
ASKED = 10  # every so many rests in the suite begin with a question that is left by Esc
MOVES = (Advance, Tilt, RotateHub)


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


class StayingWindow(MainWindow):
    """Hands may give Quit another key in the settings, and press that: it is counted, no more."""

    quits = 0

    def _quit(self) -> None:
        self.quits += 1


class Monkey:
    """Whoever sends the hands from stop to stop, and looks at every rest what must hold."""

    def __init__(
        self, practice: Any, desk: SettingsDesk, seed: int, attempts: AttemptSource | None = None
    ) -> None:
        """Attempts : where the logs lie that are read at the end."""
        self.report, self.tell = Report(), False
        self._chance = random.Random(seed)
        self._practice, self._desk, self._attempts = practice, desk, attempts
        self._at_work = 0  # rests in the suite
        self._away = QWidget()
        self._away.setWindowTitle("another program")
        self._paths: list[Path] = []
        self._watched: object = None
        self._over: Callable[[], bool] = lambda: False
        self._window = self._opened()
        self.hands = Hands(self._chance, self.report, lambda: self._window)

    # Life ----------------------------------------------------------------------------------------

    def run(self, events: int, stops: Sequence[Stop], *, until_problem: bool = False) -> Report:
        """So many events, a stay at each stop in turn; or until something was found."""
        began = time.monotonic()
        with self.report.listening():
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
            self.report.problem("steel moved without a grip")

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

    # Stretches ---------------------------------------------------------------------------------

    def _busy_hands(self) -> None:
        drawn = self.report.rests % DRAWN == 0
        self._window.setUpdatesEnabled(drawn)
        for at, act in enumerate(self.hands.choices(REST)):
            front = QApplication.activeModalWidget()
            if isinstance(front, QFileDialog):
                front.reject()  # a random hand writes no files
            if self._over():
                return
            self._come_forward()
            self.hands.do(act)
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
            self.report.problem("the window went away")
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
        while self.hands.keys:
            self.hands.do(self.hands.release)
        self.hands.do(self.hands.lift)
        for _ in range(12):
            QApplication.processEvents()
            front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if front is None:
                return
            self.hands.do(lambda: self.hands.tap(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier))
        self.report.problem(f"a dialog cannot be closed by Esc: {self._screen()}")
        stuck = QApplication.activeModalWidget()
        if stuck is not None:
            stuck.close()

    def _look_at_rest(self) -> None:
        state = self._state()
        if state.beam_since_ms is not None and not state.beam_latched:
            self.report.problem("the beam is on and nobody holds it")
        if state.gripped and "lock" not in self._window.suite.hand.grip._held:  # type: ignore[union-attr]
            self.report.problem("the hub is gripped and nobody holds it")

    def _ask_and_leave_it(self) -> None:
        """The question before a submission, not answered: chance seldom leaves one open."""
        if self._window.suite is not None:
            self.hands.do(self._window.suite.ask_submit)
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
            self.report.problem("the beam is on and the window is not in front")
        if state.gripped:
            self.report.problem("the hub is gripped and the window is not in front")
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
                self.report.problem(f"{name}, record {record.seq}: steel moved without a grip")
            before = state

    def _wait(self, ready: Callable[[], bool], otherwise: str) -> None:
        if not until(ready):
            self.report.problem(otherwise)


def _moved_by_hand(before: State, state: State) -> bool:
    """More than syringe and electrode stir it: deeper, tilted, turned. A drill's next item, which
    sets a needle of its own where it wants it, is no hand."""
    one, other = before.needle, state.needle
    if one is None or other is None or one.number != other.number or before.item != state.item:
        return False
    deeper_um = abs(other.depth_um - one.depth_um)
    return deeper_um > STIRRED_UM or one.notch_mdeg != other.notch_mdeg
