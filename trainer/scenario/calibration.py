"""A radiograph's geometry where its file has none: found by landmarks, or a scale in one plane."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, StringConstraints, model_validator

from trainer.scenario.part import Part, WorldPoint

if TYPE_CHECKING:
    from trainer.geometry.calibration import Landmark
    from trainer.geometry.pinhole import PinholeView

LANDMARKS_LIMIT = 200
PixelPart = Annotated[float, Field(ge=-65535.0, le=131070.0)]  # a landmark may lie off the picture
LandmarkName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}$")]


class CalibrationMethod(StrEnum):
    """How a picture's geometry came about."""

    TAGS = "tags"
    LANDMARKS = "landmarks"
    IN_PLANE = "in-plane"


class CalibrationLandmark(Part):
    """A point of known place and where it was clicked."""

    name: LandmarkName = Field(description='What it is, e.g. "T7.left.tp_tip".')
    world_mm: WorldPoint = Field(description="Its place, world mm.")
    pixel: tuple[PixelPart, PixelPart] = Field(
        description="[column, row] of the click, in pixels of the file."
    )


class PictureCalibration(Part):
    """Where the source and the pixels of a picture stand; written by `import radiograph`."""

    method: CalibrationMethod = Field(
        description="From the tags of the original, from landmarks (reprojected and checked again "
        "whenever the file is read), or a scale in the target's plane from a ruler or a ball."
    )
    source_world_mm: WorldPoint = Field(description="The focal spot.")
    pixel00_world_mm: WorldPoint = Field(description="The centre of the top-left pixel.")
    column_step_mm: WorldPoint = Field(description="World vector from a pixel to its right one.")
    row_step_mm: WorldPoint = Field(description="World vector from a pixel to the one below it.")
    uncertainty_mm: float = Field(
        ge=0.0,
        le=50.0,
        description="One standard deviation across the ray; in-plane: of a distance of 30 mm.",
    )
    landmarks: tuple[CalibrationLandmark, ...] = Field(
        default=(), max_length=LANDMARKS_LIMIT, description="What the geometry rests on."
    )
    table_origin_mm: WorldPoint = Field(
        default=(0.0, 0.0, 0.0),
        description="The world's origin in the coordinates of the table the landmarks came from.",
    )

    @model_validator(mode="after")
    def _holds(self) -> PictureCalibration:
        """The rays exist, and meet the landmarks. Raises ValueError with the reason."""
        if (self.method is CalibrationMethod.LANDMARKS) != bool(self.landmarks):
            raise ValueError("landmarks are given where, and only where, the method is 'landmarks'")
        why = _why_not(self)
        if why is not None:
            raise ValueError(why)
        return self

    def view(self, size_px: tuple[int, int]) -> PinholeView:
        """The geometry for a picture of (columns, rows)."""
        import numpy as np

        from trainer.geometry.pinhole import PinholeView

        return PinholeView(
            np.array(self.source_world_mm),
            np.array(self.pixel00_world_mm),
            np.array(self.column_step_mm),
            np.array(self.row_step_mm),
            size_px,
        )


def _why_not(calibration: PictureCalibration) -> str | None:
    """Why a calibration cannot be right; checked again on every reading, whoever wrote it."""
    import numpy as np

    from trainer.geometry.calibration import MAX_ERROR_MM, MAX_RMS_MM, errors_of, rms
    from trainer.geometry.dlt import LEAST_POINTS

    try:
        view = calibration.view((2, 2))
    except ValueError as error:
        return f"is no geometry: {error}"
    if not calibration.landmarks:
        return None
    if len(calibration.landmarks) < LEAST_POINTS:
        return (
            f"rests on {len(calibration.landmarks)} landmarks, at least {LEAST_POINTS} are needed"
        )
    errors_mm = [error.error_mm for error in errors_of(view, _landmarks(calibration))]
    worst_mm, whole_mm = float(np.max(errors_mm)), rms(errors_mm)
    if not (whole_mm <= MAX_RMS_MM and worst_mm <= MAX_ERROR_MM):
        return (
            f"does not meet its landmarks: {whole_mm:.2f} mm root mean square, {worst_mm:.1f} mm "
            f"at most; the limits are {MAX_RMS_MM} and {MAX_ERROR_MM} mm"
        )
    return None


def _landmarks(calibration: PictureCalibration) -> list[Landmark]:
    from trainer.geometry.calibration import Landmark

    return [Landmark(one.name, one.world_mm, one.pixel) for one in calibration.landmarks]
