"""Many small movements, few commands: add up and send at most every 12 ms.

The first movement goes out at once, so that nothing waits for a timer to feel quick.
"""

from __future__ import annotations

from collections.abc import Callable

# With a mouse of 125 reports a second this leaves room in one 60 Hz picture for deciding
# and drawing (DESIGN 14: drag to C-arm drawing <= 16 ms).
INTERVAL_MS = 12

Schedule = Callable[[int, Callable[[], None]], None]
Amounts = tuple[int, ...]


class Coalescer:
    """Adds amounts of one kind of movement and hands the sum to `send`.

    schedule(ms, call) : call back later on this same thread.
    """

    def __init__(self, send: Callable[..., None], schedule: Schedule) -> None:
        self._send = send
        self._schedule = schedule
        self._sum: Amounts | None = None
        self._waiting = False

    def add(self, *amounts: int) -> None:
        """Move by so much more."""
        old = self._sum or (0,) * len(amounts)
        self._sum = tuple(a + b for a, b in zip(old, amounts, strict=True))
        self._later()

    def replace(self, *amounts: int) -> None:
        """Go to here, whatever was wanted before."""
        self._sum = amounts
        self._later()

    def flush(self) -> None:
        """Send what is there, now."""
        amounts, self._sum = self._sum, None
        if amounts is not None:
            self._send(*amounts)

    def forget(self) -> None:
        """Send nothing of what is there."""
        self._sum = None

    def _later(self) -> None:
        if not self._waiting:
            self.flush()
            self._waiting = True
            self._schedule(INTERVAL_MS, self._due)

    def _due(self) -> None:
        self._waiting = False
        if self._sum is not None:
            self._later()
