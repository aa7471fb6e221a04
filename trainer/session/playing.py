"""Whole attempts by file: play a script, score, replay, report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trainer.attempt.commands import Command
from trainer.attempt.events import NotPossible
from trainer.attempt.state import State
from trainer.refusal import Refusal
from trainer.scenario.scenario import Scenario
from trainer.session import debriefing, review
from trainer.session.clock import utc_now
from trainer.session.fluoroscope import Fluoroscope
from trainer.session.opening import Opening, open_attempt
from trainer.session.projectors import FAST
from trainer.session.reading import score_file
from trainer.session.scripting import play
from trainer.session.services import Services
from trainer.session.waiting import IN_SILENCE, Waiting

__all__ = [
    "Played",
    "frames_of",
    "opened",
    "play_script",
    "replay_to_folder",
    "report_to_file",
    "score_file",
    "script_bytes",
]

MAX_SCRIPT_BYTES = 16 * 1024 * 1024  # 100,000 commands; a longer one is no script


@dataclass(frozen=True, slots=True)
class Played:
    """What a script came to."""

    state: State
    records: int
    not_possible: tuple[str, ...]


def opened(
    services: Services, scenario: Scenario, seed: int, waiting: Waiting = IN_SILENCE
) -> Opening:
    """An attempt at a scenario, ready to begin. Raises Refusal."""
    return open_attempt(
        scenario,
        services.patients.patient_of(scenario, waiting),
        build_sha256=services.build_sha256(),
        created_utc=utc_now(),
        seed=seed,
    )


def play_script(
    services: Services,
    scenario: Scenario,
    commands: Iterable[Command],
    seed: int,
    path: Path,
    opening: Opening | None = None,
) -> Played:
    """Play commands into a new .attempt file. Raises Refusal."""
    opening = opening or opened(services, scenario, seed)
    journal = services.attempts.create(opening.header, path)
    try:
        state = play(opening, commands, journal)
    finally:
        journal.close()
    log = services.attempts.load(path)
    refused = tuple(
        f"{event.t_ms} ms {event.command}: {event.why}"
        for event in log.events
        if isinstance(event, NotPossible)
    )
    return Played(state, len(log.records), refused)


def script_bytes(path: Path) -> bytes:
    """A script's bytes. Raises Refusal where it cannot be read or is far too long."""
    try:
        if path.stat().st_size > MAX_SCRIPT_BYTES:
            raise Refusal(
                f"{path.name} is not a script",
                f"it is larger than {MAX_SCRIPT_BYTES // 2**20} MB",
                "Choose another file",
            )
        return path.read_bytes()
    except OSError as error:
        raise Refusal(
            f"The script {path.name} cannot be read",
            os.strerror(error.errno or 0),
            "Check the name and its permissions",
        ) from None


def replay_to_folder(
    services: Services, path: Path, folder: Path, tell: Callable[[str], None]
) -> list[Path]:
    """Every exposure as a PNG, drawn from the log and the patient. Raises Refusal."""
    written: list[Path] = []
    for number, picture in frames_of(services, path, tell):
        file = folder / f"frame-{number:04d}.png"
        services.pictures.write_png(file, picture)
        written.append(file)
    return written


def frames_of(
    services: Services, path: Path, tell: Callable[[str], None] = lambda _text: None
) -> Iterable[tuple[int, NDArray[np.uint8]]]:
    """Exposure number and picture, in order."""
    log = services.attempts.load(path)
    FAST.warm_up()
    opening = review.reopened(services, log, path.name)
    scope = _scope(opening, tell)
    for taken in review.exposures(log, path.name):
        tell(f"drawing exposure {taken.exposed.number}")
        yield taken.exposed.number, scope.frame(*taken).picture


report_to_file = debriefing.report_to_file  # where it was before


def _scope(opening: Opening, tell: Callable[[str], None] = lambda _text: None) -> Fluoroscope:
    """Draws an attempt as the screen drew it."""
    projector = FAST.for_attempts(tell)
    return Fluoroscope(opening.scenario, opening.patient, opening.header.seed, projector)
