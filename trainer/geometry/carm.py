"""The C-arm: where source and receptor stand for a given pose.

Signs are those of docs/conventions.md (DESIGN section 3): `oblique_deg` + turns the receptor toward
the patient's left, `tilt_deg` + toward the head, `detector_rotation_deg` + turns the picture
counter-clockwise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from trainer.geometry.pinhole import FloatArray, PinholeView

# Mobile flat-panel C-arm: SID, source to isocentre and receptor edge as the open DeepDRR project
# lists for the Siemens Cios (clinical.md 5.1, sourced); 1024 pixels is our own choice.
DEFAULT_SID_MM = 1020.0
DEFAULT_SOD_MM = 530.0
DEFAULT_FIELD_MM = 298.0
DEFAULT_MATRIX_PX = 1024


@dataclass(frozen=True, slots=True)
class CArmPose:
    """Where a C-arm stands.

    oblique_deg : + receptor toward the patient's left, -180..180.
    tilt_deg : + receptor toward the head, -90 < tilt < 90.
    isocentre_world_mm : the point the machine turns about.
    sid_mm, sod_mm : source to receptor, source to isocentre; 0 < sod < sid.
    detector_rotation_deg : + turns the picture counter-clockwise.
    field_mm : edge of the square receptor field in use; matrix_px : its pixels along one edge.
    Raises ValueError on impossible values.
    """

    oblique_deg: float = 0.0
    tilt_deg: float = 0.0
    isocentre_world_mm: tuple[float, float, float] = (0.0, 0.0, 0.0)
    sid_mm: float = DEFAULT_SID_MM
    sod_mm: float = DEFAULT_SOD_MM
    detector_rotation_deg: float = 0.0
    field_mm: float = DEFAULT_FIELD_MM
    matrix_px: int = DEFAULT_MATRIX_PX

    def __post_init__(self) -> None:
        numbers = (
            self.oblique_deg,
            self.tilt_deg,
            *self.isocentre_world_mm,
            self.sid_mm,
            self.sod_mm,
            self.detector_rotation_deg,
            self.field_mm,
        )
        if not all(np.isfinite(number) for number in numbers):
            raise ValueError(f"a C-arm pose needs finite numbers, got {self}")
        if not -180.0 <= self.oblique_deg <= 180.0:
            raise ValueError(f"oblique_deg must lie in -180..180, got {self.oblique_deg}")
        if not -90.0 < self.tilt_deg < 90.0:
            raise ValueError(f"tilt_deg must lie between -90 and 90, got {self.tilt_deg}")
        if not 0.0 < self.sod_mm < self.sid_mm:
            raise ValueError(f"need 0 < sod_mm < sid_mm, got {self.sod_mm} and {self.sid_mm}")
        if self.field_mm <= 0.0 or self.matrix_px < 1:
            raise ValueError("field_mm and matrix_px must be positive")

    @property
    def receptor_direction(self) -> FloatArray:
        """Unit vector d from the source toward the receptor; shape (3,)."""
        theta, phi = np.radians(self.oblique_deg), np.radians(self.tilt_deg)
        return np.array([np.sin(theta) * np.cos(phi), np.cos(theta) * np.cos(phi), np.sin(phi)])

    @property
    def image_axes(self) -> tuple[FloatArray, FloatArray]:
        """Unit vectors (u, v): the picture's columns to the right and rows downward."""
        theta, phi, rho = np.radians([self.oblique_deg, self.tilt_deg, self.detector_rotation_deg])
        u = np.array([-np.cos(theta), np.sin(theta), 0.0])
        v = np.array([np.sin(theta) * np.sin(phi), np.cos(theta) * np.sin(phi), -np.cos(phi)])
        return u * np.cos(rho) + v * np.sin(rho), v * np.cos(rho) - u * np.sin(rho)

    @property
    def source_world_mm(self) -> FloatArray:
        """The focal spot; shape (3,)."""
        return np.asarray(self.isocentre_world_mm) - self.sod_mm * self.receptor_direction

    @property
    def receptor_centre_world_mm(self) -> FloatArray:
        """Where the central ray meets the receptor; shape (3,)."""
        return (
            np.asarray(self.isocentre_world_mm)
            + (self.sid_mm - self.sod_mm) * self.receptor_direction
        )

    @property
    def magnification(self) -> float:
        """SID / SOD: how much larger the receptor shows what lies at the isocentre."""
        return self.sid_mm / self.sod_mm

    @property
    def view(self) -> PinholeView:
        """The pose as a pinhole view."""
        pitch_mm = self.field_mm / self.matrix_px
        u, v = self.image_axes
        middle = (self.matrix_px - 1) / 2.0
        corner = self.receptor_centre_world_mm - middle * pitch_mm * (u + v)
        return PinholeView(
            self.source_world_mm,
            corner,
            u * pitch_mm,
            v * pitch_mm,
            (self.matrix_px, self.matrix_px),
        )

    def turned(self, oblique_deg: float = 0.0, tilt_deg: float = 0.0) -> CArmPose:
        """The pose after turning by so much."""
        return replace(
            self, oblique_deg=self.oblique_deg + oblique_deg, tilt_deg=self.tilt_deg + tilt_deg
        )
