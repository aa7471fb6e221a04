"""The middle of a facet joint: where two vertebrae's articular processes lie face to face."""

from __future__ import annotations

import numpy as np

from trainer.anatomy.bone_surface import BoneSurface
from trainer.geometry.pinhole import FloatArray

BOX_MM, STEP_MM = 11.0, 1.0
MIDWAY_MM = 0.7  # a point of the joint is as far from one bone as from the other, to so much
WIDEST_JOINT_MM = 3.5  # cartilage of both faces together, with room to spare


def facet_centre_world_mm(
    upper: BoneSurface, lower: BoneSurface, iap_tip_world_mm: FloatArray
) -> FloatArray | None:
    """Centre of the joint of `upper`'s inferior with `lower`'s superior process.

    iap_tip_world_mm : where to look, the tip of the inferior process. None where the bones lie
    further apart than a joint.
    """
    line = np.arange(-BOX_MM, BOX_MM + STEP_MM, STEP_MM)
    box = np.stack([part.ravel() for part in np.meshgrid(line, line, line)], axis=1)
    points = box + iap_tip_world_mm
    a, b = upper.at(points), lower.at(points)
    width = a + b
    joint = (np.abs(a - b) < MIDWAY_MM) & (width > 0.0) & (width < WIDEST_JOINT_MM)
    if not joint.any():
        return None
    # Twice the narrowest width: the faces, without the gap fanning out at their rims.
    faces = points[joint & (width < max(2.0 * float(width[joint].min()), 2.0))]
    return np.asarray(faces[np.linalg.norm(faces - faces.mean(axis=0), axis=1).argmin()])
