"""What is known of a patient beforehand, and what published means are scaled by."""

from __future__ import annotations

from dataclasses import dataclass

# Mean stature of the donors of the main table (Panjabi 1991: 12 spines; from memory [M]).
TABLE_STATURE_CM = 168.0


@dataclass(frozen=True, slots=True)
class Subject:
    """sex : "female" or "male". kyphosis_deg : T1-T12; scoliosis_deg : coronal Cobb; as asked for.

    Lengths of the skeleton scale with stature alone: the table pools both sexes, so no further
    factor for sex is taken; angles, skin and muscle do not scale.
    """

    sex: str = "female"
    stature_cm: float = TABLE_STATURE_CM
    bmi: float = 24.0
    kyphosis_deg: float = 44.2  # mean of 80 normals (Harrison 2002, clinical.md 1.4)
    scoliosis_deg: float = 0.0
    rib_pairs: int = 12

    @property
    def scale(self) -> float:
        """Of skeletal lengths."""
        return self.stature_cm / TABLE_STATURE_CM
