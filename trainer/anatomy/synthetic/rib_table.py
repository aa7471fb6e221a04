"""Numbers of the twelve ribs, of cervical and lumbar ones: anatomy.md 3.

All [E], design values fitted by eye there, unless marked [X], fitted here against the bony lengths
of its table (rib 1 shortened, as it asks) and against pictures.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RibShape:
    """One rib of the average adult.

    psi_end_deg : polar angle about the chest's middle at which bone ends. drop_mm : from tubercle
    to front end. turned_deg : how far the section leans inward, 0 upright, 90 faces up and down.
    tall, thick : of the shaft, head : of head
    and neck, against a middle rib. fall : power of the
    descent along the shaft. jointed : it has joints with a process and a disc.
    sternal : attached along the sternum, 0 its upper end, 1 its lower; None for the others.
    """

    psi_end_deg: float
    drop_mm: float
    turned_deg: float = 0.0
    tall: float = 1.0
    thick: float = 1.0
    head: float = 1.0
    fall: float = 1.12
    jointed: bool = True
    sternal: float | None = None


RIBS: dict[int, RibShape] = {
    1: RibShape(128, 40, 72, 1.02, 0.72, head=0.80, fall=1.7, sternal=0.10),
    2: RibShape(142, 50, 40, 0.90, 0.90, head=0.82, fall=1.3, sternal=0.325),
    3: RibShape(152, 60, 14, 0.96, sternal=0.46),
    4: RibShape(152, 76, 4, sternal=0.60),
    5: RibShape(152, 88, sternal=0.73),
    6: RibShape(150, 97, sternal=0.85),
    7: RibShape(143, 103, sternal=0.94),
    8: RibShape(133, 106),
    9: RibShape(121, 104),
    10: RibShape(109, 98),
    11: RibShape(88, 70, tall=0.88, thick=0.92, head=0.82, fall=0.95, jointed=False),
    12: RibShape(72, 46, tall=0.80, thick=0.85, head=0.82, fall=0.95, jointed=False),
}
# A rib of L1, a rib of C7 and a rudimentary rib 12 end in flesh after so many mm [X].
SHORT_MM = {0: (26.0, 50.0), 12: (28.0, 45.0), 13: (30.0, 62.0)}
# Their way from the tip in the vertebra's axes: lateral, back, up; then they sink by a part.
SHORT_WAY = {0: (0.74, -0.60, 0.32), 12: (0.93, 0.05, -0.36), 13: (0.95, -0.05, -0.30)}
SHORT_SINK = (0.0, -0.06, -0.08)
SHORT_OFF_MM = 5.2  # first point from the tip's surface: rounded end and gap
SHORT_SHAPE = RibShape(60, 30, tall=0.62, thick=0.75, jointed=False)

# Along a rib, 0 head, 1 neck, 2 tubercle, 3 angle, 4 at 70 %, 5 front end; half of height and
# thickness in mm.
HALF_HEIGHT_MM = (5.0, 4.6, 5.6, 6.4, 7.0, 6.8)
HALF_THICKNESS_MM = (4.6, 3.1, 4.4, 4.2, 3.9, 3.3)
# The lower edge thin and outward, the upper one round, from the angle on.
TAPER = (0.0, 0.0, 0.05, 0.30, 0.32, 0.20)
GROOVE_MM = (0.0, 0.0, 0.2, 1.3, 1.1, 0.3)
CARTILAGE_HALF_MM = ((6.4, 4.6), (4.6, 3.8))  # half height and thickness where it begins, ends [X]

# Tubercle from the middle of the process' club: ahead, lateral, up in mm; lower ribs sit higher on
# their process, whose facet looks up (Beyer 2020 [S]; the numbers are [X]).
AHEAD_MM, LATERAL_MM = 9.0, 3.0
UP_MM = {**dict.fromkeys(range(1, 6), 1.5), 6: 2.0, 7: 2.5, 8: 3.0, 9: 3.5, 10: 3.5}
FLOATING_MM = (10.0, 8.0, -4.0)  # ahead, lateral, up, ribs 11 and below
OFF_WALL_MM = 5.6  # middle of the shaft outward of the envelope
FIRST_PSI_DEG = 10.0  # from tubercle to the shaft's first point on the envelope [X]
JOINT_MM = 1.75  # cartilage left between tubercle and process, 1.5-2 mm in anatomy.md 3
HEAD_MM = 1.75  # the same between head and bodies
