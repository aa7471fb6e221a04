"""Turning a stored picture so that it hangs as `CArmPose.image_axes` says. Pure.

A file says with two words (Patient Orientation, PS3.3 C.7.6.1.1.1) where its rows and its columns
run in the patient. Of the eight ways to flip and transpose a picture, the one is taken that brings
these directions nearest to the axes u and v of the pose (rotation 0): at oblique 0 the patient's
right on screen right, head up.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.carm import CArmPose
from trainer.geometry.pinhole import FloatArray, PinholeView
from trainer.geometry.positioner import direction_of_letters

# Letters come largest part first; what share each stands for is a guess that is right within 20
# degrees for letters written as `orientation_letters` writes them. Design values.
_SHARES = (1.0, 0.6, 0.3)
# Files that write one letter where two are due are still within 66 degrees; beyond, the letters
# belong to another view.
_LEAST_AGREEMENT = 0.4


@dataclass(frozen=True, slots=True)
class Turn:
    """How to hang a picture: transpose first, then flip left-right and top-bottom."""

    transpose: bool
    flip_columns: bool
    flip_rows: bool

    def of(self, pixels: NDArray[np.uint16]) -> NDArray[np.uint16]:
        """The picture turned, as a new array."""
        turned = pixels.T if self.transpose else pixels
        turned = turned[:, ::-1] if self.flip_columns else turned
        turned = turned[::-1, :] if self.flip_rows else turned
        return np.ascontiguousarray(turned)

    def axes(self, row: FloatArray, column: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Where rows and columns of the turned picture run."""
        u, v = (column, row) if self.transpose else (row, column)
        return -u if self.flip_columns else u, -v if self.flip_rows else v

    @property
    def changes(self) -> bool:
        """Whether anything is turned at all."""
        return self.transpose or self.flip_columns or self.flip_rows


_TURNS = tuple(Turn(*flags) for flags in product((False, True), repeat=3))


def turn_for(letters: tuple[str, str], pose: CArmPose) -> Turn:
    """The turn that hangs a picture with these letters as the pose's axes say."""
    return max(_TURNS, key=lambda turn: sum(_agreement(turn, letters, pose)))


def orientation_problem(letters: tuple[str, str], pose: CArmPose | None) -> str | None:
    """Why letters cannot be right, None where they can; without a pose only in themselves."""
    row, column = (_direction(word) for word in letters)
    said = f"Patient Orientation (0020,0020) {letters[0]}/{letters[1]}"
    if any(_repeats(word) for word in letters) or abs(float(row @ column)) > 0.9:
        return f"{said} names one direction twice"
    if pose is None:
        return None
    if min(_agreement(turn_for(letters, pose), letters, pose)) < _LEAST_AGREEMENT:
        return f"{said} contradicts the positioner angles"
    return None


def view_of(pose: CArmPose, size_px: tuple[int, int], pitch_mm: tuple[float, float]) -> PinholeView:
    """The geometry of a hung picture.

    size_px : (columns, rows); pitch_mm : (between columns, between rows), on the receptor.
    """
    u, v = pose.image_axes
    column_step, row_step = u * pitch_mm[0], v * pitch_mm[1]
    middle = (size_px[0] - 1) / 2.0 * column_step + (size_px[1] - 1) / 2.0 * row_step
    corner = pose.receptor_centre_world_mm - middle
    return PinholeView(pose.source_world_mm, corner, column_step, row_step, size_px)


def _agreement(turn: Turn, letters: tuple[str, str], pose: CArmPose) -> tuple[float, float]:
    """Cosines between a turned picture's axes and the pose's."""
    row, column = (_direction(word) for word in letters)
    turned = turn.axes(row, column)
    u, v = pose.image_axes
    return float(turned[0] @ u), float(turned[1] @ v)


def _direction(word: str) -> FloatArray:
    """Unit vector that a word of letters stands for, all its letters weighed."""
    parts = [
        share * direction_of_letters(letter) for share, letter in zip(_SHARES, word, strict=False)
    ]
    total = np.sum(parts, axis=0)
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-9))


def _repeats(word: str) -> bool:
    return len({int(np.argmax(np.abs(direction_of_letters(letter)))) for letter in word}) < len(
        word
    )
