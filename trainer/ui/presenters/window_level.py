"""Window and level of a displayed picture, in the 256 greys that a screen has."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

FULL_WINDOW, MIDDLE = 255.0, 127.5
MIN_WINDOW = 8.0  # below this only noise is left to see; design value
GREYS_PER_PIXEL = 0.5  # a drag over half the small monitor goes through the whole range


@dataclass(frozen=True, slots=True)
class WindowLevel:
    """Which greys are spread from black to white; 0..255 each."""

    window: float = FULL_WINDOW
    level: float = MIDDLE

    @property
    def untouched(self) -> bool:
        """Whether the picture is shown as it came."""
        return self == WindowLevel()

    def dragged(self, right_px: float, down_px: float) -> WindowLevel:
        """After a drag: to the right widens the window, down raises the level (darker)."""
        return replace(
            self,
            window=float(np.clip(self.window + GREYS_PER_PIXEL * right_px, MIN_WINDOW, 510.0)),
            level=float(np.clip(self.level + GREYS_PER_PIXEL * down_px, 0.0, 255.0)),
        )
