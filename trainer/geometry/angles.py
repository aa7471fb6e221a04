"""The angles of a view that was not made from a pose, and how to hang its picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.carm import CArmPose
from trainer.geometry.pinhole import FloatArray, PinholeView
from trainer.geometry.positioner import direction_of_letters, orientation_letters

MOST_TILT_DEG = 89.0
LEAST_AGREEMENT = 0.4  # cosine: one letter where two are due is within 66 degrees (design value)


def angles_of(view: PinholeView) -> tuple[float, float]:
    """(oblique_deg, tilt_deg) of the ray that meets the receptor squarely, as on the C-arm."""
    axis = np.cross(view.column_step_mm, view.row_step_mm)
    axis = axis / np.linalg.norm(axis)
    if (view.pixel00_world_mm - view.source_world_mm) @ axis < 0.0:
        axis = -axis
    tilt_deg = float(np.degrees(np.arcsin(np.clip(axis[2], -1.0, 1.0))))
    oblique_deg = float(np.degrees(np.arctan2(axis[0], axis[1])))
    return oblique_deg, float(np.clip(tilt_deg, -MOST_TILT_DEG, MOST_TILT_DEG))


@dataclass(frozen=True, slots=True)
class Hanging:
    """How to turn a picture: transpose first, then flip left-right and top-bottom."""

    transpose: bool
    flip_columns: bool
    flip_rows: bool

    @property
    def changes(self) -> bool:
        """Whether anything is turned at all."""
        return self.transpose or self.flip_columns or self.flip_rows

    def of_picture(self, grey: NDArray[np.uint16]) -> NDArray[np.uint16]:
        """The picture turned, as a new array."""
        turned = grey.T if self.transpose else grey
        turned = turned[:, ::-1] if self.flip_columns else turned
        turned = turned[::-1, :] if self.flip_rows else turned
        return np.ascontiguousarray(turned)

    def of_pixel(self, pixel: tuple[float, float], size_px: tuple[int, int]) -> tuple[float, float]:
        """Where a pixel of the stored picture of (columns, rows) comes to lie."""
        column, row = pixel[::-1] if self.transpose else pixel
        columns, rows = size_px[::-1] if self.transpose else size_px
        column = columns - 1 - column if self.flip_columns else column
        row = rows - 1 - row if self.flip_rows else row
        return float(column), float(row)

    def of_view(self, view: PinholeView) -> PinholeView:
        """The geometry of the turned picture: the same rays."""
        columns, rows = view.size_px
        corner, right, down = view.pixel00_world_mm, view.column_step_mm, view.row_step_mm
        if self.transpose:
            right, down, columns, rows = down, right, rows, columns
        if self.flip_columns:
            corner, right = corner + (columns - 1) * right, -right
        if self.flip_rows:
            corner, down = corner + (rows - 1) * down, -down
        return replace(
            view,
            pixel00_world_mm=corner,
            column_step_mm=right,
            row_step_mm=down,
            size_px=(columns, rows),
        )


HANGINGS = tuple(Hanging(*flags) for flags in product((False, True), repeat=3))


def hanging_of(view: PinholeView) -> Hanging:
    """The turn that brings a picture nearest to how `CArmPose.image_axes` hangs it."""
    u, v = CArmPose(*angles_of(view)).image_axes

    def agreement(hanging: Hanging) -> float:
        turned = hanging.of_view(view)
        return float(_unit(turned.column_step_mm) @ u + _unit(turned.row_step_mm) @ v)

    return max(HANGINGS, key=agreement)


def _unit(vector: FloatArray) -> FloatArray:
    return np.asarray(vector / np.linalg.norm(vector))


def hanging_of_letters(orientation: str, pose: CArmPose) -> Hanging | None:
    """The turn that hangs a picture with these Patient Orientation letters, "ROW/COLUMN".

    Only the first letter of each word counts. None where the letters belong to another view.
    """
    row, column = (direction_of_letters(word) for word in orientation.split("/"))
    if abs(float(row @ column)) > 0.5:
        return None
    u, v = pose.image_axes
    best, agreement = HANGINGS[0], -2.0
    for hanging in HANGINGS:
        right, down = (column, row) if hanging.transpose else (row, column)
        right = -right if hanging.flip_columns else right
        down = -down if hanging.flip_rows else down
        least = min(float(right @ u), float(down @ v))
        if least > agreement:
            best, agreement = hanging, least
    return best if agreement >= LEAST_AGREEMENT else None


def orientation_conflict(view: PinholeView, orientation: str) -> str | None:
    """What the view says instead where letters "ROW/COLUMN" name the other side; None if not.

    An empty orientation contradicts nothing, nor do letters of an axis that runs across.
    """
    if not orientation:
        return None
    steps = (view.column_step_mm, view.row_step_mm)
    for word, step in zip(orientation.split("/"), steps, strict=True):
        if float(direction_of_letters(word) @ _unit(step)) < -LEAST_AGREEMENT:
            return "/".join(orientation_letters(_unit(one)) for one in steps)
    return None
