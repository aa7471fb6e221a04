"""An edge that is loaded when it is first used: a command pays for what it asks, no more."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

Edge = TypeVar("Edge")


class _Later:
    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make
        self._made: list[object] = []
        self._making = threading.Lock()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # who copies or pickles asks for these; nothing is made for them
            raise AttributeError(name)
        with self._making:
            if not self._made:
                self._made.append(self._make())
        return getattr(self._made[0], name)


def later(make: Callable[[], Edge]) -> Edge:
    """What `make` makes, made once, when the first of its names is asked for."""
    return cast(Edge, _Later(make))
