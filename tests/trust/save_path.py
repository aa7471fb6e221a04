"""What a save path is: prepared undisturbed, acted under disturbance, checked undisturbed.

An act tells what it was told to be safe. Then: what was said to be safe is there, what is there is
whole, and it goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

Say = Callable[[int], None]
Wrong = Iterator[str]
STORE_SHARE, FILE_SHARE = 1, 3  # a store costs five times as much as a file, a run of each


@dataclass(frozen=True, slots=True)
class SavePath:
    """said : the last number that `act` told, 0 for none. recover : what the next start does.

    share : how many of the runs fall on it, beside the shares of the others.
    """

    name: str
    prepare: Callable[[Path], None]
    act: Callable[[Path, Say], None]
    check: Callable[[Path, int], Wrong]
    recover: Callable[[Path], None]
    share: int = FILE_SHARE


def nothing(root: Path) -> None:
    """Nothing is there before."""
