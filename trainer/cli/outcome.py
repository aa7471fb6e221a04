"""What a command hands back: one document for machines, a few lines for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from trainer.refusal import ExitCode


@dataclass(frozen=True, slots=True)
class Outcome:
    """document : what --json prints. lines : what a person reads. code : the exit code."""

    document: Mapping[str, Any]
    lines: tuple[str, ...]
    code: ExitCode = ExitCode.OK


# One way for a command to say how far it is; the rim decides where that goes (stderr).
Tell = Callable[[str], None]
