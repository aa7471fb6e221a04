"""How a viewer wants to see a picture: window, invert, flip, turn. Never part of the geometry."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.imaging._cv import FloatImage, resized


@dataclass(frozen=True, slots=True)
class Look:
    """Preferences of one monitor.

    window_centre, window_width : in display units, 0 black and 1 white; width at least 0.01.
    invert : dense is bright. flip : left and right exchanged, before the turn.
    quarter_turns : counter-clockwise. Raises ValueError for a width under 0.01.
    """

    window_centre: float = 0.5
    window_width: float = 1.0
    invert: bool = False
    flip: bool = False
    quarter_turns: int = 0

    def __post_init__(self) -> None:
        if not self.window_width >= 0.01:
            raise ValueError(f"a window needs a width of at least 0.01, got {self.window_width}")


PLAIN = Look()


def grey_of(picture: FloatImage, look: Look = PLAIN) -> NDArray[np.uint8]:
    """8-bit grey of a processed picture, shape (rows, columns); rounded, never shifted."""
    low = look.window_centre - look.window_width / 2.0
    scaled = (picture - np.float32(low)) * np.float32(255.0 / look.window_width)
    grey = np.rint(np.clip(scaled, 0.0, 255.0)).astype(np.uint8)
    if look.invert:
        grey = 255 - grey
    if look.flip:
        grey = grey[:, ::-1]
    return np.ascontiguousarray(np.rot90(grey, look.quarter_turns))


def enlarged(picture: FloatImage, size_px: tuple[int, int]) -> FloatImage:
    """The same picture of more pixels (columns, rows), linear between them."""
    return resized(picture, size_px)
