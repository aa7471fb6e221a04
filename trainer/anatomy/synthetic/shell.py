"""How thick the cortex is and what lies inside it, by place, age, level and density.

All numbers after anatomy.md 2 and 3: design values fitted by eye to a real CT's pictures ([E]
there), except where a line says otherwise. The cortex of body and pedicle is thinner and less dense
than there: so one vertebra alone comes to the contrasts of anatomy.md 1.1. The spinous process is
nearly solid: two walls were drawn as two lines, where a real one is a dark drop.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.levels import LEVELS
from trainer.anatomy.synthetic.bone import Material
from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.plan import SCENERY

FloatRow = NDArray[np.float32]

JOINT_MM = 1.8  # of cartilage between two bones (anatomy.md 2: 1.5-2 mm)
FLECK_AGE_YEARS = 60.0  # from here on costal cartilage is flecked
VERTEBRA_ROUGH_MM, RIB_ROUGH_MM = 0.33, 0.17  # RMS displacement of the surface
OLDEST_DENSE_LEVEL = "T4"  # marrow of the upper thoracic levels is denser by a quarter
UPPER_SHARE = 1.25
# [X] T11 and below are larger and hold no more bone in the beam than T7 (anatomy.md 1.1: 95 % of
# the silhouette 1.36 against 1.35 g/cm2).
LOWER = frozenset(("T11", "T12", "L1", "L2", "L3"))
LOWER_SHARE, LOWER_WALL = 0.75, 0.77


@dataclass(frozen=True, slots=True)
class Shell:
    """One material: cortex thickness, its HU, what its core has more than the bone's marrow."""

    thickness_mm: float
    hu: float
    core_extra_hu: float = 0.0


SHELLS = MappingProxyType(
    {
        Material.BODY_WALL: Shell(0.42, 1150.0),
        Material.END_PLATE: Shell(0.62, 1150.0),
        Material.RIM: Shell(1.20, 1220.0),
        # The inner wall is thicker than the outer one: two to three times (Kothe 1996 [M]), less
        # here, where voxels of 0.7 mm would lose the thinner.
        Material.PEDICLE: Shell(0.66, 1220.0, 150.0),
        Material.PEDICLE_MEDIAL: Shell(0.80, 1220.0, 150.0),
        Material.PEDICLE_LATERAL: Shell(0.56, 1220.0, 150.0),
        Material.LAMINA: Shell(0.75, 1330.0, 150.0),
        Material.PROCESS: Shell(1.00, 1270.0, 80.0),
        # A thick wall round little marrow: its outline is what the needle is steered by.
        Material.TRANSVERSE: Shell(1.25, 1450.0, 110.0),
        Material.SPINOUS: Shell(1.80, 580.0, 150.0),
        Material.RIB: Shell(0.68, 1300.0),
        # Seen end on in an oblique view, where a thick wall made a ring of what is a knot.
        Material.RIB_NECK: Shell(0.50, 1000.0, 90.0),
        Material.FLAT: Shell(0.45, 900.0),
        Material.CARTILAGE: Shell(0.0, 110.0),
        Material.METAL: Shell(0.0, 0.0),
        Material.CEMENT: Shell(0.0, 0.0),
    }
)
# Marrow of a lumbar-to-mid-thoracic body by age.
AGES, AGE_HU = (25.0, 45.0, 65.0, 80.0), (230.0, 180.0, 130.0, 90.0)
RIB_HU, FLAT_HU = 145.0, 70.0
VERTEBRAE = frozenset(LEVELS) | frozenset(SCENERY)


def shell_rows(person: Person) -> tuple[FloatRow, FloatRow, FloatRow]:
    """Thickness, shell HU and extra core HU by `Material` value; shape (16,) each.

    A thin-boned person loses cortex as the root of what marrow is lost (design value).
    """
    thin = float(np.sqrt(person.bone_density))
    rows = [SHELLS[material] for material in Material]
    return (
        np.array([row.thickness_mm * thin for row in rows], dtype=np.float32),
        np.array([row.hu for row in rows], dtype=np.float32),
        np.array([row.core_extra_hu * person.bone_density for row in rows], dtype=np.float32),
    )


def core_hu(name: str, person: Person) -> float:
    """The marrow of one bone."""
    if name in VERTEBRAE:
        upper = UPPER_SHARE if _is_upper(name) else LOWER_SHARE if name in LOWER else 1.0
        by_age = float(np.interp(person.age_years, AGES, AGE_HU))
        return by_age * person.bone_density * upper
    return (RIB_HU if name.startswith("rib") else FLAT_HU) * person.bone_density


def wall_share(name: str) -> float:
    """Thickness of one bone's cortex against the table's."""
    return LOWER_WALL if name in LOWER else 1.0


def roughness_mm(name: str) -> float:
    """RMS displacement of one bone's surface."""
    return VERTEBRA_ROUGH_MM if name in VERTEBRAE else RIB_ROUGH_MM


def _is_upper(name: str) -> bool:
    above = ("C5", "C6", *LEVELS)
    return name in above and above.index(name) <= above.index(OLDEST_DENSE_LEVEL)
