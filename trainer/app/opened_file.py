"""The file the program was started with: a double-click on an attempt shows its debrief."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from trainer.session.opened_file import is_attempt


def opened_file(arguments: Sequence[str]) -> Path | None:
    """The attempt that is named alone; None where a command or nothing is meant."""
    if len(arguments) != 1 or not is_attempt(arguments[0]):
        return None
    return Path(arguments[0]).absolute()
