"""A file that somebody opened with the program: an attempt, from anywhere on this computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from trainer.refusal import ExitCode, Refusal

if TYPE_CHECKING:
    from trainer.session.debrief_room import DebriefRoom
    from trainer.session.practice import Practice

ENDING = ".attempt"


def is_attempt(name: str) -> bool:
    """Whether a file's name is that of an attempt."""
    return name.casefold().endswith(ENDING)


def debrief_of_file(practice: Practice, path: Path) -> DebriefRoom:
    """The debrief of an attempt of practice. Raises Refusal; also for a sitting of an exam."""
    room = practice.debrief(path)
    if room.header.sitting is not None:
        raise Refusal(
            path.name,
            "it is a sitting of an exam, whose results are shown once they are released",
            "Open the exam instead",
            code=ExitCode.BAD_INPUT,
        )
    return room
