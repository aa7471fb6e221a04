"""The attempt thread: commands in, snapshots out.

hand -> Command -> decide -> events -> Journal, evolve -> Snapshot. One thread does this in order;
screens and scripts only send and look.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass

from trainer.attempt.commands import Command, Submit, Tick
from trainer.attempt.events import Event
from trainer.attempt.log import Record
from trainer.attempt.state import State
from trainer.attempt.step import step
from trainer.attempt.world import World
from trainer.refusal import Refusal
from trainer.session.clock import Clock
from trainer.session.ports import Journal

PULSE_LOOK_S = 0.010  # while the beam is on, look for due pulses this often: half a quantum


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is so after record `seq`.

    recorded_seq : the last record safe on disk. events : what record `seq` brought. failure : why
    recording stopped, None while it goes well. before : the state that the events began from.
    """

    seq: int
    recorded_seq: int
    state: State
    events: tuple[Event, ...] = ()
    failure: Refusal | None = None
    before: State | None = None

    @property
    def recorded(self) -> bool:
        """Whether everything shown is also safe."""
        return self.recorded_seq >= self.seq


Listener = Callable[[Snapshot], None]
CommandAt = Callable[[int], Command]


class AttemptRunner:
    """One running attempt.

    Listeners are called from the attempt's or the journal's thread; a screen crosses to its own.
    """

    def __init__(
        self, state: State, seq: int, world: World, journal: Journal, clock: Clock
    ) -> None:
        self._world = world
        self._journal = journal
        self._clock = clock
        self._snapshot = Snapshot(seq, journal.recorded_seq, state)
        self._queue: queue.SimpleQueue[CommandAt | None] = queue.SimpleQueue()
        self._listeners: list[Listener] = []
        self._lock = threading.Lock()
        self._waiting = 0
        self._settled = threading.Condition()
        self._broken: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="attempt", daemon=True)
        journal.listen(self._on_recorded)
        self._thread.start()

    @property
    def snapshot(self) -> Snapshot:
        """The newest snapshot."""
        return self._snapshot

    @property
    def world(self) -> World:
        """What the attempt's physics looks at."""
        return self._world

    @property
    def broken(self) -> BaseException | None:
        """Our own failure inside the attempt thread, None while it works."""
        return self._broken

    def listen(self, listener: Listener) -> None:
        """Call `listener` with every new snapshot, in order."""
        self._listeners.append(listener)

    def send(self, command_at: CommandAt) -> None:
        """Do a command now: `command_at` gets the time in ms and returns it. Returns at once."""
        with self._settled:
            self._waiting += 1
        self._queue.put(command_at)

    def settle(self, timeout_s: float = 10.0) -> Snapshot:
        """Wait until all sent commands are decided and recorded; for submit, tests and scripts."""
        with self._settled:
            self._settled.wait_for(lambda: self._waiting == 0 or self._broken, timeout_s)
        self._journal.flush()
        return self._snapshot

    def close(self) -> None:
        """Drop the beam, record what is to be recorded, end the threads."""
        if self._thread.is_alive():
            self._queue.put(None)
            self._thread.join()
        self._journal.close()

    def _run(self) -> None:
        try:
            while (command_at := self._next()) is not None:
                self._do(command_at)
                with self._settled:
                    self._waiting -= 1
                    self._settled.notify_all()
        except BaseException as error:  # a thread has nobody above it
            self._broken = error
            threading.excepthook(
                threading.ExceptHookArgs((type(error), error, error.__traceback__, self._thread))
            )
            with self._settled:
                self._settled.notify_all()

    def _next(self) -> CommandAt | None:
        while True:
            beam_on = self._snapshot.state.beam_since_ms is not None
            try:
                return self._queue.get(timeout=PULSE_LOOK_S if beam_on else None)
            except queue.Empty:
                self._do(Tick)

    def _do(self, command_at: CommandAt) -> None:
        before = self._snapshot
        if before.failure is not None:
            return
        now_ms = max(self._clock.now_ms(), before.state.t_ms)
        command = command_at(now_ms)
        record, state = step(before.state, command, self._world, before.seq + 1)
        if not record.events:
            return
        self._publish(record, state)
        if isinstance(command, Submit) and state.submitted:
            self._seal()

    def _publish(self, record: Record, state: State) -> None:
        self._journal.append(record)
        with self._lock:
            self._snapshot = Snapshot(
                record.seq,
                self._journal.recorded_seq,
                state,
                record.events,
                self._journal.failure,
                self._snapshot.state,
            )
            snapshot = self._snapshot
        self._tell(snapshot)

    def _seal(self) -> None:
        try:
            self._journal.seal()
        except Refusal:
            self._on_recorded()

    def _on_recorded(self) -> None:
        with self._lock:
            old = self._snapshot
            self._snapshot = Snapshot(
                old.seq, self._journal.recorded_seq, old.state, (), self._journal.failure
            )
            snapshot = self._snapshot
        self._tell(snapshot)

    def _tell(self, snapshot: Snapshot) -> None:
        for listener in self._listeners:
            listener(snapshot)
