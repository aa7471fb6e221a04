"""Millimetres in one plane of one picture, from a ruler or a ball of known size.

A length L in the target's plane that spans n pixels gives k = L / n mm a pixel there, and no more:
neither the tube's distance nor anything before or behind the plane. The relative doubt of k is

    sqrt( 2 (q / n)^2 + (h / SOD)^2 + (d / L)^2 )

q : doubt of one click, px; h : how far the ruler may lie before or behind the target, mm;
d : doubt of its length, mm. A ball's shadow is larger than its diameter by 1 / sqrt(1 - (r/SOD)^2),
less than 0.1 % for balls under 20 mm, and is taken as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.geometry.carm import DEFAULT_SID_MM, DEFAULT_SOD_MM, CArmPose
from trainer.geometry.pinhole import PinholeView

# Design values.
CLICK_PX = 1.0  # of an end that lies on a blurred edge
OFF_PLANE_MM = 20.0  # a ruler on the skin, a ball beside the back
LENGTH_SHARE = 0.005  # of a printed scale
LEAST_SPAN_PX = 20.0
LENGTHS_MM = (2.0, 500.0)
MM_PER_PX = (0.01, 5.0)


@dataclass(frozen=True, slots=True)
class InPlaneScale:
    """mm_per_px : in the plane of the measured thing; doubt_share : one standard deviation of it,
    relative.
    """

    mm_per_px: float
    doubt_share: float

    def doubt_mm(self, distance_mm: float) -> float:
        """One standard deviation of a distance of so many millimetres in that plane."""
        return abs(distance_mm) * self.doubt_share


def scale_of(
    first_px: tuple[float, float],
    second_px: tuple[float, float],
    length_mm: float,
    off_plane_mm: float = OFF_PLANE_MM,
) -> InPlaneScale:
    """The scale from the two ends of a ruler, or of a ball's diameter.

    off_plane_mm : how far before or behind the target it may lie. Raises ValueError with a sentence
    where the ends are too near for a scale or the length is none.
    """
    least, most = LENGTHS_MM
    if not least <= length_mm <= most:
        raise ValueError(f"a length of {length_mm:g} mm is outside {least:g} to {most:g} mm")
    span_px = float(np.hypot(second_px[0] - first_px[0], second_px[1] - first_px[1]))
    if not span_px >= LEAST_SPAN_PX:
        raise ValueError(
            f"its ends lie {span_px:.1f} px apart, at least {LEAST_SPAN_PX:g} px are needed"
        )
    mm_per_px = length_mm / span_px
    if not MM_PER_PX[0] <= mm_per_px <= MM_PER_PX[1]:
        raise ValueError(
            f"{mm_per_px:.3g} mm a pixel is outside {MM_PER_PX[0]:g} to {MM_PER_PX[1]:g} mm"
        )
    parts = (np.sqrt(2.0) * CLICK_PX / span_px, off_plane_mm / DEFAULT_SOD_MM, LENGTH_SHARE)
    return InPlaneScale(mm_per_px, float(np.linalg.norm(parts)))


def in_plane_view(
    scale: InPlaneScale, size_px: tuple[int, int], oblique_deg: float, tilt_deg: float
) -> PinholeView:
    """A view whose plane through the world's origin, across the ray, has this scale.

    Its distances are those of the usual machine: before and behind that plane nothing is measured.
    size_px : (columns, rows) of the picture as `CArmPose.image_axes` hangs it.
    """
    pose = CArmPose(oblique_deg, tilt_deg, sid_mm=DEFAULT_SID_MM, sod_mm=DEFAULT_SOD_MM)
    u, v = pose.image_axes
    pitch_mm = scale.mm_per_px * pose.magnification
    middle = (size_px[0] - 1) / 2.0 * u + (size_px[1] - 1) / 2.0 * v
    corner = pose.receptor_centre_world_mm - pitch_mm * middle
    return PinholeView(pose.source_world_mm, corner, pitch_mm * u, pitch_mm * v, size_px)
