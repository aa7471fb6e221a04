"""The attempt thread: commands in, snapshots out.

hand -> Command -> decide -> events -> Journal, evolve -> Snapshot. One thread does this in order;
screens and scripts only send and look.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass

from trainer.attempt.commands import Command, OwnCall, Submit, Tick
from trainer.attempt.due import next_due_ms
from trainer.attempt.events import Event
from trainer.attempt.state import State
from trainer.attempt.step import step
from trainer.attempt.world import World
from trainer.refusal import Refusal
from trainer.session.clock import Clock
from trainer.session.motion import Motion, begun, gone_on
from trainer.session.ports import Journal


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is so after record `seq`, which while something moves is still growing.

    recorded_seq : the last record safe on disk. events : what record `seq` brought, again each time
    it grew. failure : why recording stopped, None while it goes well. before : the state that the
    events began from.
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


def _rest(_t_ms: int) -> None:
    """Sent to write down a movement that has come to rest."""


Sent = CommandAt | Callable[[int], None]


class AttemptRunner:
    """One running attempt.

    Listeners are called from the attempt's or the journal's thread; a screen crosses to its own.
    asks_own_call : the seal waits for the trainee's own call of every target, or for `close`; what
    is revealed is computed from the sealed file, so no call comes after a reveal.
    """

    def __init__(
        self,
        state: State,
        seq: int,
        world: World,
        journal: Journal,
        clock: Clock,
        *,
        asks_own_call: bool = False,
    ) -> None:
        self.asks_own_call = asks_own_call
        self.held = False  # by the invigilator of an exam: nothing that is sent is done
        self._sealed = False
        self._world = world
        self._journal = journal
        self._clock = clock
        self._snapshot = Snapshot(seq, journal.recorded_seq, state)
        self._queue: queue.SimpleQueue[Sent | None] = queue.SimpleQueue()
        self._motion: Motion | None = None
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
        if not self.held:
            self._put(command_at)

    def _put(self, sent: Sent) -> None:
        with self._settled:
            self._waiting += 1
        self._queue.put(sent)

    def settle(self, timeout_s: float = 10.0) -> Snapshot:
        """Wait until all sent commands are decided and recorded; for submit, tests and scripts."""
        if self._thread.is_alive():
            self._put(_rest)
        with self._settled:
            self._settled.wait_for(lambda: self._waiting == 0 or self._broken, timeout_s)
        self._journal.flush()
        return self._snapshot

    def close(self) -> None:
        """Drop the beam, record what is to be recorded, end the threads."""
        if self._thread.is_alive():
            self._queue.put(None)
            self._thread.join()
        self._seal_if_submitted()
        self._journal.close()

    def _run(self) -> None:
        try:
            while (sent := self._next()) is not None:
                self._do(sent)
                with self._settled:
                    self._waiting -= 1
                    self._settled.notify_all()
            self._write_motion()
        except BaseException as error:  # a thread has nobody above it
            self._broken = error
            threading.excepthook(
                threading.ExceptHookArgs((type(error), error, error.__traceback__, self._thread))
            )
            with self._settled:
                self._settled.notify_all()

    def _next(self) -> Sent | None:
        """What was sent next; meanwhile pulses fall due and movements come to rest."""
        while True:
            try:
                return self._queue.get(timeout=self._idle_s())
            except queue.Empty:
                self._do(Tick if self._motion is None else _rest)

    def _idle_s(self) -> float | None:
        """How long nothing happens by itself; None for ever."""
        if self._snapshot.failure is not None:
            return None
        ends_ms = self._motion.ends_ms if self._motion else None
        due = [at for at in (next_due_ms(self._snapshot.state), ends_ms) if at is not None]
        return max(0.0, (min(due) - self._clock.now_ms()) / 1000.0) if due else None

    def _do(self, sent: Sent) -> None:
        if self._snapshot.failure is not None or self._sealed:
            return  # nothing may follow a seal, not even a refusal
        now_ms = max(self._clock.now_ms(), self._snapshot.state.t_ms)
        command = sent(now_ms)
        if command is None:
            self._write_motion()
            return
        if self._motion is not None:
            going = gone_on(self._motion, command, self._world)
            if going is not None:
                self._show(going)
                return
            self._write_motion()
        self._decide(command)

    def _decide(self, command: Command) -> None:
        before = self._snapshot
        record, state = step(before.state, command, self._world, before.seq + 1)
        if not record.events:
            return
        if (motion := begun(before.state, record, state)) is not None:
            self._show(motion)
            return
        self._journal.append(record)
        self._publish(record.seq, state, record.events, before.state)
        if isinstance(command, Submit | OwnCall) and state.submitted and self._is_over(state):
            self._seal()

    def _is_over(self, state: State) -> bool:
        return not self.asks_own_call or len(state.called) == self._world.target_count

    def _seal_if_submitted(self) -> None:
        snapshot = self._snapshot
        if snapshot.state.submitted and snapshot.failure is None and not self._sealed:
            self._seal()

    def _show(self, motion: Motion) -> None:
        """A movement that goes on is seen at once; its record is written when it rests."""
        self._motion = motion
        self._publish(motion.record.seq, motion.after, motion.record.events, motion.before)

    def _write_motion(self) -> None:
        motion, self._motion = self._motion, None
        if motion is not None:
            self._journal.append(motion.record)

    def _publish(self, seq: int, state: State, events: tuple[Event, ...], before: State) -> None:
        with self._lock:
            self._snapshot = Snapshot(
                seq, self._journal.recorded_seq, state, events, self._journal.failure, before
            )
            snapshot = self._snapshot
        self._tell(snapshot)

    def _seal(self) -> None:
        self._sealed = True
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
