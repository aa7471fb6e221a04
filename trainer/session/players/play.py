"""Let a player play a scenario into an .attempt file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from trainer.attempt.commands import Command
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
from trainer.session.services import Services


@dataclass(slots=True)
class Room:
    """The attempt that a hand plays in; keeps what was played."""

    opening: Opening
    observer: Observer
    state: State
    played: list[Command] = field(default_factory=list)
    records: int = 0

    def play(self, command: Command) -> Seen:
        """Do a command, show what the screens show."""
        record, self.state = step(self.state, command, self.opening.world, self.records + 1)
        self.records += bool(record.events)
        self.played.append(command)
        return self.observer.see(self.state, record.events)


def commands_of(opening: Opening, kind: str, seed: int) -> tuple[Command, ...]:
    """What a player does in an attempt. The same opening, kind and seed: the same commands."""
    if kind not in PLAYERS:
        raise Refusal(
            f"There is no player {kind!r}", f"known are {', '.join(KINDS)}", "Name one of them"
        )
    traits, rng = PLAYERS[kind], np.random.default_rng((seed, KINDS.index(kind)))
    start = opening.header.start
    room = Room(opening, Observer(opening, traits, rng), start)
    x_mm, y_mm, z_mm = (part / 1000.0 for part in start.isocentre_um)
    task = task_of(opening.scenario, (x_mm, y_mm, z_mm), start.tilt_mdeg / 1000.0)
    hand = Hand(room, task, traits, rng)
    (presses if kind == "random" else plays)(hand)
    return tuple(room.played)


def play(services: Services, scenario_id: str, kind: str, seed: int, out: Path) -> Path:
    """A player's attempt at a scenario, as a file. Raises Refusal."""
    scenario = services.scenarios.load(scenario_id)
    opening = playing.opened(services, scenario, seed)
    commands = commands_of(opening, kind, seed)
    playing.play_script(services, scenario, commands, seed, out, opening=opening)
    return out
