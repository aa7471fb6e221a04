"""A station under way: the attempt, the candidate's clock, and the session's log beside it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from trainer.assessment.exams import commands as c
from trainer.assessment.exams.time_charged import BEAT_MS
from trainer.attempt import commands
from trainer.attempt.events import Event
from trainer.refusal import Refusal
from trainer.session.exams.keeper import SessionKeeper
from trainer.session.exams.meter import StationMeter
from trainer.session.live_attempt import LiveAttempt
from trainer.session.runner import Snapshot

if TYPE_CHECKING:
    from trainer.session.ports import AttemptStore

Over = Callable[[], None]


class LiveStation:
    """One try, or a warm-up, while it runs.

    A thread of its own makes the charged time safe every second, submits when the time is up, and
    notices what failed. live : for the screens; they send their commands to its runner, `Submit`
    included, and never call its `finish`. title : neutral.
    """

    def __init__(
        self,
        keeper: SessionKeeper,
        attempts: AttemptStore,
        live: LiveAttempt,
        meter: StationMeter,
        candidate: str,
        station: str,
        ends: Callable[[str, str, int], None],
    ) -> None:
        self.live, self.candidate, self.station = live, candidate, station
        self.title = live.scenario.exam_title
        self.attempt_id = live.header.attempt_id
        self.failure: Refusal | None = None
        self._keeper, self._attempts, self._meter, self._ends = keeper, attempts, meter, ends
        self._listeners: list[Over] = []
        self._wake, self._over = threading.Event(), threading.Event()
        self._one_at_a_time = threading.RLock()
        self._paused = False
        self._how = ""
        live.runner.listen(self._look)
        meter.pause(False)
        self._thread = threading.Thread(target=self._run, name="exam-station", daemon=True)
        self._thread.start()

    @property
    def limit_ms(self) -> int:
        """How long it may last."""
        return self._meter.limit_ms

    @property
    def left_ms(self) -> int:
        """How long is left; stands while it is paused."""
        return self._meter.left_ms

    @property
    def paused(self) -> bool:
        """Whether the invigilator stopped the clock: the screen is covered meanwhile."""
        return self._paused

    @property
    def over(self) -> bool:
        """Submitted, out of time, or interrupted: the session's state says which."""
        return self._over.is_set()

    def listen(self, over: Over) -> None:
        """Call `over` once it is over, from the station's thread."""
        self._listeners.append(over)

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until it is over; False where it is not yet."""
        return self._over.wait(timeout_s)

    def submit(self) -> None:
        """The candidate is done; returns when everything is sealed. Raises Refusal."""
        self.live.runner.send(commands.Submit)
        if not self.live.runner.settle().state.submitted:
            why = "the clock stands" if self._paused else "the program did not take it"
            raise Refusal("The station was not submitted", why, "Ask the invigilator")
        self._thread.join()
        if self.failure is not None:
            raise self.failure
        if not self._how:
            why = "it was interrupted; everything up to the last solid mark is safe"
            raise Refusal("The station was not submitted", why, "Ask the invigilator")

    def pause(self, by: str, reason: str) -> None:
        """The invigilator stops the clock: beam and hub are let go, nothing sent is done."""
        with self._one_at_a_time:
            at_ms = self._meter.now_ms()
            self._keeper.may(c.Pause(self.attempt_id, by, reason, at_ms))
            self.live.runner.send(lambda t_ms: commands.BeamOff(t_ms, "lock"))
            self.live.runner.send(commands.LetGo)
            self._hold(held=True)
            self._keeper.do(c.Pause(self.attempt_id, by, reason, self._meter.now_ms()))
            self._paused = True

    def go_on(self, by: str) -> None:
        """The invigilator lets the clock run again."""
        with self._one_at_a_time:
            self._keeper.do(c.Continue(self.attempt_id, by))
            self._paused = False
            self._hold(held=False)

    def measured(self, measure: str, value: int) -> None:
        """What the workstation did: a measure of `Surroundings`. Over its limit it is noted."""
        self._keeper.do(c.MeasureOver(self.attempt_id, measure, value))

    def window_left(self) -> None:
        """The keyboard went to another program; noted where the clock runs, for the invigilator."""
        with self._one_at_a_time:
            if not (self._paused or self._over.is_set()) and self.station in self._stations():
                self._keeper.do(c.LeaveWindow(self.attempt_id, self._meter.now_ms()))

    def leave(self, why: str) -> None:
        """Stop without submitting, as after a crash; the invigilator may let it go on later."""
        with self._one_at_a_time:
            if not self._over.is_set():
                self._interrupt(why)
        self._thread.join()

    def _hold(self, *, held: bool) -> None:
        self.live.runner.held = held
        self._meter.pause(held)

    def _look(self, snapshot: Snapshot) -> None:
        if snapshot.state.submitted or snapshot.failure is not None:
            self._wake.set()

    def _run(self) -> None:
        while not self._over.is_set():
            left_ms = BEAT_MS if self._paused else min(BEAT_MS, self._meter.left_ms)
            self._wake.wait(max(left_ms, 1) / 1000.0)
            with self._one_at_a_time:
                self._step()
        for listener in self._listeners:
            listener()

    def _step(self) -> None:
        if self._over.is_set():
            return
        try:
            self._beat()
        except Refusal as refusal:  # the session's disk failed: nothing may go on unrecorded
            self._fail(refusal)

    def _beat(self) -> None:
        for jump in self._meter.jumps():
            self._keeper.do(c.TellJump(jump.kind, jump.by_ms))
        snapshot, runner = self.live.runner.snapshot, self.live.runner
        if snapshot.failure is not None or runner.broken is not None:
            self._interrupt("storage" if snapshot.failure else "the program failed")
        elif self._meter.stood:
            self._interrupt(self._meter.stood)
        elif snapshot.state.submitted:
            self._finish("candidate")
        elif self._paused:
            return
        elif self._meter.left_ms <= 0:
            runner.send(commands.Submit)
            self._finish("limit")
        else:
            self._charge()

    def _charge(self) -> None:
        if self.station in self._stations():
            self._keeper.do(c.Beat(self.attempt_id, self._meter.now_ms()))

    def _stations(self) -> tuple[str, ...]:
        return tuple(self._keeper.state.candidates[self.candidate].stations)

    def _finish(self, how: str) -> None:
        state = self.live.runner.settle().state
        self.live.close()
        self._ends(self.attempt_id, how, state.t_ms)
        self._how = how
        self._over.set()

    def _interrupt(self, why: str) -> None:
        at_ms = self._meter.now_ms()
        self._hold(held=True)
        self.live.close()
        self._over.set()
        if self.station in self._stations():
            self._keeper.do(c.Interrupt(self.attempt_id, why, at_ms))
        else:
            self._keeper.do(c.EndWarmUp(self.candidate, self.attempt_id, False))

    def _fail(self, refusal: Refusal) -> None:
        self.failure = refusal
        self._hold(held=True)
        self.live.close()
        self._over.set()

    @property
    def events(self) -> tuple[Event, ...]:
        """What was done so far and is safe; for the warm-up's list of what is still to do."""
        return tuple(self._attempts.load(self.live.path).events)
