"""Let a player play a scenario into an .attempt file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from trainer.attempt.commands import Command
from trainer.attempt.log import Record
from trainer.attempt.state import State
from trainer.attempt.step import step
from trainer.refusal import Refusal
from trainer.session import playing
from trainer.session.opening import Opening
from trainer.session.players.briefing import task_of
from trainer.session.players.chance import presses
from trainer.session.players.hand import Hand
from trainer.session.players.observer import Observer
from trainer.session.players.seen import Seen
from trainer.session.players.traits import KINDS, PLAYERS
from trainer.session.players.whole import plays
from trainer.session.ports import Journal
from trainer.session.services import Services


@dataclass(slots=True)
class Room:
    """The attempt that a hand plays in; keeps what brought something."""

    opening: Opening
    observer: Observer
    state: State
    journal: Journal | None = None
    records: list[Record] = field(default_factory=list)

    def play(self, command: Command) -> Seen:
        """Do a command, show what the screens show."""
        seq = len(self.records) + 1
        record, self.state = step(self.state, command, self.opening.world, seq)
        if record.events:
            self.records.append(record)
            if self.journal is not None:
                self.journal.append(record)
        return self.observer.see(self.state, record.events)


def played(
    opening: Opening, kind: str, seed: int, journal: Journal | None = None
) -> tuple[Record, ...]:
    """What a player does in an attempt, and what came of it. Raises Refusal.

    The same opening, kind and seed give the same records, byte for byte.
    """
    if kind not in PLAYERS:
        known = ", ".join(KINDS)
        raise Refusal(f"There is no player {kind!r}", f"known are {known}", "Name one of them")
    if seed < 0:
        raise Refusal("The player's seed is negative", f"{seed} is below 0", "Name 0 or more")
    traits = PLAYERS[kind]
    luck, eyes = (np.random.default_rng((seed, part, *kind.encode())) for part in (0, 1))
    start = opening.header.start
    room = Room(opening, Observer(opening, traits, eyes), start, journal)
    x_mm, y_mm, z_mm = (part / 1000.0 for part in start.isocentre_um)
    task = task_of(opening.scenario, (x_mm, y_mm, z_mm), start.tilt_mdeg / 1000.0)
    (presses if kind == "random" else plays)(Hand(room, task, traits, luck))
    return tuple(room.records)


def play_into(services: Services, opening: Opening, kind: str, seed: int, out: Path) -> Path:
    """A player's attempt as a sealed file. Raises Refusal."""
    journal = services.attempts.create(opening.header, out)
    try:
        played(opening, kind, seed, journal)
        journal.seal()
    finally:
        journal.close()
    return out


def play(services: Services, scenario_id: str, kind: str, seed: int, out: Path) -> Path:
    """A player's attempt at a scenario, as a sealed file. Raises Refusal."""
    opening = playing.opened(services, services.scenarios.load(scenario_id), seed)
    return play_into(services, opening, kind, seed, out)
