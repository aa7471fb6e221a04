"""Where every vertebra of one person stands and how large it is: the plan all bones follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.frame import Frame
from trainer.anatomy.synthetic.person import Person
from trainer.geometry.pinhole import FloatArray

# Drawn for the picture, without truth: what the field also shows above C7 and below L1.
SCENERY = ("C5", "C6", "L2", "L3")


@dataclass(frozen=True, slots=True)
class Size:
    """One level's morphometry: a row of clinical.md 1.1, scaled to the person; mm and degrees."""

    body_height: float
    body_height_anterior: float
    plate_widths: tuple[float, float]  # upper, lower
    plate_depths: tuple[float, float]
    canal: tuple[float, float]  # width, depth
    pedicle: tuple[float, float]  # width, height
    pedicle_converge_deg: float
    tp_span: float  # tip to tip
    sp_length: float  # from the posterior-superior body margin
    disc_above: float
    sp_down_deg: float
    tp_back_deg: float
    tp_up_deg: float


@dataclass(frozen=True, slots=True, eq=False)
class TransverseProcess:
    """One side's transverse process in its vertebra's local mm: what ribs and nerves hold on to.

    root : where it leaves the pillar. club_low, club_high : ends of the tip club's upright axis,
    with the radii there. length_mm along root to club.
    """

    root: FloatArray
    club_low: FloatArray
    club_high: FloatArray
    radius_low_mm: float
    radius_high_mm: float


@dataclass(frozen=True, slots=True, eq=False)
class VertebraPlan:
    """One vertebra: its place, its size, its transverse processes."""

    level: str
    frame: Frame
    size: Size
    processes: Mapping[Side, TransverseProcess]


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """A person's spine, C5-L3 from the head down; T7's body centre is the world's origin.

    scale : of lengths, 1 = the table's average adult.
    """

    person: Person
    scale: float
    vertebrae: Mapping[str, VertebraPlan]

    @property
    def centres_world_mm(self) -> FloatArray:
        """Body centres from the head down, shape (n, 3)."""
        return np.array([one.frame.centre_world_mm for one in self.vertebrae.values()])

    @property
    def trunk(self) -> Frame:
        """The trunk's axes about the world's origin: everything turned by `person.rotation_deg`.

        The vertebrae's frames already hold the turn; what is planned in an unturned trunk (the
        envelope, organs) is brought to the world by ``trunk.world``.
        """
        turn = np.radians(-self.person.rotation_deg)
        c, s = np.cos(turn), np.sin(turn)
        axes = np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])
        return Frame(np.zeros(3), axes)
