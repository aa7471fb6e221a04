"""Somebody waits: whom to tell how far slow work is, and whom to ask whether to go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _tell_nobody(_done: float, _words: str) -> None:
    return None


def _wait_on() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Waiting:
    """progress : called with 0..1 and what is being done. cancelled : True once nobody waits."""

    progress: Callable[[float, str], None] = _tell_nobody
    cancelled: Callable[[], bool] = _wait_on


IN_SILENCE = Waiting()  # commands and tests: nothing is shown, nothing is cancelled
