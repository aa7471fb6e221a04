"""How a picture is hung on a monitor: flipped and turned, outside the geometry.

Points are (right, down) from the picture's middle in parts of its longer edge, so that flips and
turns are exact and a square, a tall and a wide picture are one case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Orientation:
    """flip : left and right exchanged, before the turn. quarter_turns : counter-clockwise, 0..3."""

    flip: bool = False
    quarter_turns: int = 0

    def flipped(self) -> Orientation:
        """Left and right of what is *seen* exchanged: a flip passes a turn by reversing it."""
        return Orientation(not self.flip, -self.quarter_turns % 4)

    def turned(self, quarters: int) -> Orientation:
        """Turned further counter-clockwise."""
        return replace(self, quarter_turns=(self.quarter_turns + quarters) % 4)

    def seen(self, point: Point) -> Point:
        """Where a point of the picture is seen."""
        right, down = (-point[0], point[1]) if self.flip else point
        for _ in range(self.quarter_turns):
            right, down = down, -right
        return right, down

    def unseen(self, point: Point) -> Point:
        """The picture's point that is seen here."""
        right, down = point
        for _ in range(self.quarter_turns):
            right, down = -down, right
        return (-right, down) if self.flip else (right, down)

    def letters(self, of_picture: Sequence[str]) -> tuple[str, str, str, str]:
        """Edge letters (left, right, top, bottom) as they are seen."""
        left, right, top, bottom = of_picture
        if self.flip:
            left, right = right, left
        for _ in range(self.quarter_turns):
            left, right, top, bottom = top, bottom, right, left
        return left, right, top, bottom

    @property
    def right_sign(self) -> int:
        """-1 where screen right is the picture's left; 1 otherwise, quarter turns included."""
        return -1 if self.seen((1.0, 0.0))[0] < -0.5 else 1
