"""Three linked slices: one point, one scale, one window; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import Patient
from trainer.geometry.pinhole import FloatArray
from trainer.imaging.slice_picture import BONE_WINDOW_HU, Marks, slice_picture
from trainer.imaging.slices import Cut, SlicePlane, plane_through
from trainer.imaging.styles import Style
from trainer.ui.presenters.texts import tr

FIRST_MM = 110.0  # across a slice at first (design value)
LEAST_MM, MOST_MM = 20.0, 450.0
STEP_MM = 1.0  # of a wheel's detent and a key
ZOOM_PER_DETENT = 1.15
HU_PER_PX = 4.0
LEAST_WINDOW_HU = 20.0
NAMES: Mapping[Cut, str] = {
    Cut.AXIAL: "Axial",
    Cut.SAGITTAL: "Sagittal",
    Cut.CORONAL: "Coronal",
}


@dataclass(frozen=True, slots=True, eq=False)
class SlicesRequest:
    """Three pictures to draw."""

    patient: Patient
    planes: Mapping[Cut, SlicePlane]
    window_hu: tuple[float, float]
    marks: Marks
    hidden: frozenset[Style]


def drawn_slices(request: SlicesRequest) -> Mapping[Cut, NDArray[np.uint8]]:
    """The pictures; a tenth of a second, so never on a GUI thread."""
    return {
        cut: slice_picture(request.patient, plane, request.window_hu, request.marks, request.hidden)
        for cut, plane in request.planes.items()
    }


class SlicesPresenter:
    """Scrolls, points, zooms and windows; `ask` is called with what is wanted.

    The picture stands still while the point moves in it, and follows when the point leaves it.
    """

    def __init__(self, patient: Patient, point_world_mm: FloatArray, marks: Marks) -> None:
        self._patient = patient
        self._marks = marks
        self._first = np.asarray(point_world_mm, np.float64)
        self.point_world_mm = self._first
        self._middle = self._first
        self.across_mm = FIRST_MM
        self.window_hu = BONE_WINDOW_HU
        self.hidden: frozenset[Style] = frozenset()
        self._side_px = 64
        self.asked: SlicesRequest | None = None
        self.ask: Callable[[SlicesRequest], None] = lambda _request: None
        self.moved: Callable[[], None] = lambda: None

    def plane(self, cut: Cut) -> SlicePlane:
        """The slice through the point, its middle held to what is looked at."""
        spacing = self.across_mm / self._side_px
        straight = plane_through(cut, self._middle, spacing, (self._side_px, self._side_px))
        depth = float(straight.depth_mm_of(self.point_world_mm))
        middle = self._middle + depth * straight.normal
        return plane_through(cut, middle, spacing, (self._side_px, self._side_px))

    def cross(self, cut: Cut) -> tuple[float, float]:
        """Where the point is in a slice, 0..1 across and down."""
        column, row = self.plane(cut).pixel_of(self.point_world_mm)
        return (float(column) + 0.5) / self._side_px, (float(row) + 0.5) / self._side_px

    def caption(self, cut: Cut) -> str:
        """What a slice is, and where."""
        axis = {Cut.AXIAL: 2, Cut.SAGITTAL: 0, Cut.CORONAL: 1}[cut]
        place = float(self.point_world_mm[axis])
        return f"{tr(NAMES[cut])}\n{'xyz'[axis]} {place:+.1f} mm"

    def resize(self, side_px: int) -> None:
        """The slices have this many device pixels a side."""
        if side_px != self._side_px and side_px > 1:
            self._side_px = side_px
            self.draw()

    def point_at(self, cut: Cut, across: float, down: float) -> None:
        """The crosshair goes to a place of a slice, 0..1 across and down."""
        pixel = np.array([across, down]) * self._side_px - 0.5
        self.go_to(self.plane(cut).world_of(pixel))

    def go_to(self, point_world_mm: FloatArray) -> None:
        """The crosshair goes to a point; the pictures follow where it would leave them."""
        self.point_world_mm = np.asarray(point_world_mm, np.float64)
        away = self.point_world_mm - self._middle
        half = 0.48 * self.across_mm
        self._middle = self._middle + (away - np.clip(away, -half, half))
        self.draw()

    def scroll(self, cut: Cut, steps: float) -> None:
        """Away from the viewer for positive steps."""
        self.go_to(self.point_world_mm + steps * STEP_MM * self.plane(cut).normal)

    def nudge(self, cut: Cut, right: float, down: float) -> None:
        """The crosshair moves in a slice, in steps."""
        plane = self.plane(cut)
        pitch = plane.spacing_mm
        self.go_to(
            self.point_world_mm
            + right * STEP_MM / pitch[0] * plane.along_world_mm
            + down * STEP_MM / pitch[1] * plane.down_world_mm
        )

    def zoom(self, detents: float) -> None:
        """About the point; larger for positive detents."""
        wanted = self.across_mm / ZOOM_PER_DETENT**detents
        self.across_mm = min(MOST_MM, max(LEAST_MM, wanted))
        self._middle = self.point_world_mm
        self.draw()

    def window_by(self, right_px: float, down_px: float) -> None:
        """Right drag: right widens, down darkens."""
        centre, width = self.window_hu
        width = max(LEAST_WINDOW_HU, width + right_px * HU_PER_PX)
        self.window_hu = (centre + down_px * HU_PER_PX, width)
        self.draw()

    def reset(self) -> None:
        """As it was at first."""
        self.window_hu, self.across_mm = BONE_WINDOW_HU, FIRST_MM
        self._middle = self.point_world_mm = self._first
        self.draw()

    def hide(self, hidden: frozenset[Style]) -> None:
        """Leave these out."""
        self.hidden = hidden
        self.draw()

    def draw(self) -> None:
        """Ask for the pictures."""
        planes = {cut: self.plane(cut) for cut in Cut}
        self.moved()
        self.asked = SlicesRequest(self._patient, planes, self.window_hu, self._marks, self.hidden)
        self.ask(self.asked)
