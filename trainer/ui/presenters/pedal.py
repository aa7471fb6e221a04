"""The beam's pedal and the grip on the hub: dead-man switches with several places to press them.

A switch is on while any place holds it. Letting go is always sent, whatever this side believes:
`decide` lets a release of what is already free bring nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from trainer.attempt.commands import NAMES, BeamOff, BeamOn, Command, Expose, Grip, LetGo
from trainer.attempt.events import Event, NeedleRemoved, NotPossible
from trainer.attempt.state import State


class HasState(Protocol):
    """A snapshot, as far as hands look at it."""

    @property
    def state(self) -> State:
        """The state of the attempt."""


class Runner(Protocol):
    """The running attempt, as far as hands need it."""

    @property
    def snapshot(self) -> HasState:
        """The newest snapshot."""

    def send(self, command_at: Callable[[int], Command]) -> None:
        """Do a command now."""


class Pedal:
    """The beam. Sources are names of places ("key", "button"); reasons are those of `BeamOff`."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._pressed: set[str] = set()

    def press(self, source: str) -> None:
        """Beam on while held; a second press from the same place (autorepeat) is nothing."""
        if not self._pressed:
            self._runner.send(BeamOn)
        self._pressed.add(source)

    def release(self, source: str) -> None:
        """The last place that lets go ends the beam."""
        if source in self._pressed:
            self._pressed.discard(source)
            if not self._pressed:
                self._off("released")

    def latch(self) -> None:
        """Beam on without holding; again, or while it is on: off."""
        if self._pressed or self._runner.snapshot.state.beam_since_ms is not None:
            self.drop("released")
        else:
            self._runner.send(lambda t_ms: BeamOn(t_ms, latched=True))

    def spot(self) -> None:
        """One single picture."""
        self._runner.send(Expose)

    def drop(self, reason: str) -> None:
        """Beam off, whoever holds it; a key that is still down must be pressed anew."""
        self._pressed.clear()
        self._off(reason)

    def _off(self, reason: str) -> None:
        self._runner.send(lambda t_ms: BeamOff(t_ms, reason))


class HubGrip:
    """The grip on the hub: no movement of steel without it."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._held: set[str] = set()

    @property
    def held(self) -> bool:
        """Whether any place holds the hub."""
        return bool(self._held)

    def press(self, source: str) -> None:
        """Take the hub."""
        if not self._held:
            self._runner.send(Grip)
        self._held.add(source)

    def release(self, source: str) -> None:
        """Let this place go."""
        if source in self._held:
            self._held.discard(source)
            if not self._held:
                self._runner.send(LetGo)

    def drop(self) -> None:
        """Let go, whoever holds it; also what an attempt that goes on came with."""
        if self._held or self._runner.snapshot.state.gripped:
            self._held.clear()
            self._runner.send(LetGo)

    def lock(self) -> None:
        """Hold without a key; again: let go."""
        if self._held:
            self.drop()
        else:
            self.press("lock")

    def learn(self, events: Iterable[Event]) -> None:
        """A grip that was refused, or whose needle is out, holds nothing.

        News is late: the hub may have been taken again since. That grip goes too, for what this
        side does not know of, nobody could let go.
        """
        if any(isinstance(event, NeedleRemoved) or _refused_grip(event) for event in events):
            self.drop()


def _refused_grip(event: Event) -> bool:
    return isinstance(event, NotPossible) and event.command == NAMES[Grip]
