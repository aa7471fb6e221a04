"""Whether numbers can be a patient's Hounsfield units. Pure."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trainer.dicom.findings import count
from trainer.dicom.hounsfield import AIR_HU, HIGHEST_HU, OUTSIDE_HU, Counts

# Cortical bone is far above, fat and lung far below; design values.
BONE_HU, AIR_AT_MOST_HU = 200, -500


def plausibility(hu: NDArray[np.int16]) -> tuple[str | None, list[str]]:
    """Why a volume cannot be a patient, None where it can; and doubts worth saying."""
    lowest, highest = int(hu.min()), int(hu.max())
    if lowest == highest:
        return f"every voxel has the same value ({lowest} HU)", []
    doubts = []
    if highest < BONE_HU:
        doubts.append(f"nothing is denser than {highest} HU: no bone, or a wrong scale")
    if lowest > AIR_AT_MOST_HU:
        doubts.append(f"nothing is less dense than {lowest} HU: no air, or a wrong scale")
    return None, doubts


def counted(counts: Counts) -> list[str]:
    """What was changed in voxels, in words."""
    return [
        sentence
        for number, sentence in (
            (
                counts.outside,
                f"{count(counts.outside, 'voxel')} below {OUTSIDE_HU} HU (not scanned) became air "
                f"({AIR_HU} HU)",
            ),
            (
                counts.clipped,
                f"{count(counts.clipped, 'voxel')} above {HIGHEST_HU} HU were clipped",
            ),
            (counts.not_finite, f"{count(counts.not_finite, 'voxel')} without a number became air"),
        )
        if number
    ]
