"""A player's hand: it plays commands and gives back what the screens show then.

`Hand` is all that a player is given. State, world and header stay behind `Table`, which the player
has no way to.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from numpy.random import Generator

from trainer.attempt.commands import (
    BeamOff,
    BeamOn,
    Command,
    Expose,
    Grip,
    LetGo,
    SaveImage,
    SelectView,
    SetPulseRate,
    Tick,
    TurnCArm,
)
from trainer.session.players.seen import BEHIND_SHOULDERS, Picture, Seen, Task
from trainer.session.players.traits import Traits

LATERAL_DEG = 90.0
OBLIQUE_DEG = 50.0  # away from the needle's side: 45 to 60 (teaching.md 3, D4)
RUN_MS = 4_000  # of live pictures: 0.2 mL of contrast at 0.05 mL/s
REACTS_MS = 500


class Table(Protocol):
    """Where commands go and sights come from."""

    def play(self, command: Command) -> Seen:
        """Do a command; what the screens show then."""
        ...


class Hand:
    """One player's hand at one table. rng : his own luck; that of his eyes is another."""

    def __init__(self, table: Table, task: Task, traits: Traits, rng: Generator) -> None:
        self.task, self.traits, self.rng = task, traits, rng
        self.seen = Seen()
        self.t_ms = 0
        self.pictures: list[Picture] = []
        self._table = table

    def do(self, kind: Callable[..., Command], *values: object) -> Seen:
        """Play one command now."""
        self.seen = self._table.play(kind(self.t_ms, *values))
        self.t_ms += self.traits.pace_ms
        picture = self.seen.picture
        if picture is not None and (not self.pictures or self.pictures[-1] is not picture):
            self.pictures.append(picture)
        return self.seen

    def leaves_out(self) -> bool:
        """Whether he leaves a step out."""
        return bool(self.rng.random() < self.traits.leaves_out)

    def step(self, kind: Callable[..., Command], *values: object) -> None:
        """Play a command that can be left out."""
        if not self.leaves_out():
            self.do(kind, *values)

    def shoot(self, role: str = "") -> Picture | None:
        """Pictures of this view, as many as he is used to; kept for a role."""
        if self.rng.random() >= self.traits.leaves_hand:
            self.do(LetGo)
        for _ in range(self.traits.pictures):
            self.do(Expose)
        if role:
            self.step(SaveImage, role)
        return self.seen.picture

    def look(self, role: str, oblique_deg: float, tilt_deg: float, keep: bool = True) -> None:
        """Turn to a view of this role, or select its stored picture, and expose."""
        stored = self.task.views
        if not stored:
            self.do(TurnCArm, round(oblique_deg * 1000), round(tilt_deg * 1000))
        elif role in stored:
            self.do(SelectView, stored[role])
        else:
            return
        self.shoot(role if keep else "")

    def look_at_depth(self, keep: bool = True) -> None:
        """The lateral view; where shoulders hide it the contralateral oblique."""
        self.look("depth", self._depth_deg(), 0.0, keep)

    def _depth_deg(self) -> float:
        hidden = [one for one in self.task.wanted if one.bone in BEHIND_SHOULDERS]
        if not hidden:
            return LATERAL_DEG
        return -OBLIQUE_DEG if hidden[0].side == "left" else OBLIQUE_DEG

    def proves_depth(self) -> bool:
        """The lateral view of a needle that is in; False where he does without."""
        if not self.traits.depth or self.leaves_out():
            return False
        self.look_at_depth()
        return True

    def live(self, kind: Callable[..., Command], *values: object) -> Seen:
        """Play a command under the beam at his pulse rate, and watch it run."""
        self.do(LetGo)
        self.do(SetPulseRate, self.traits.pulse_hz)
        self._then(REACTS_MS, BeamOn)
        self._then(RUN_MS, kind, *values)
        seen = self._then(0, Tick)
        self.do(BeamOff)
        return seen

    def _then(self, passes_ms: int, kind: Callable[..., Command], *values: object) -> Seen:
        """Play a command, and let another time than his usual pace pass after it."""
        began_ms = self.t_ms
        seen = self.do(kind, *values)
        self.t_ms = began_ms + passes_ms
        return seen

    def gripped(self, *steps: tuple[object, ...]) -> None:
        """Do steps while the hub is held, so that it cannot slip."""
        self.do(Grip)
        for kind, *values in steps:
            assert callable(kind)
            self.do(kind, *values)
        self.do(LetGo)
