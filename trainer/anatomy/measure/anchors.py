"""Independent readings of other people (clinical.md 1.2, 1.3, 1.6): reported apart, never counted.

They bound what the table from memory may hide. Their populations, instruments and definitions
differ from the table's (and from each other: Kaur's canal depth is 4 mm above Panjabi's), so a row
outside is a question, not a fault. What clinical.md 1.2 alone gives a number for (spinous slope,
lamina, height ratio, wedging, disc heights) is counted, in `targets`.
"""

from __future__ import annotations

from collections.abc import Iterator

from trainer.anatomy.levels import Side
from trainer.anatomy.measure.readings import Key
from trainer.anatomy.measure.subject import Subject
from trainer.anatomy.measure.targets import KAUR, Target, tolerance_of

CUREUS = "20 dry columns, central India, cureus.com/articles/31254"
KIM = "Kim 2009 (CT, Korea), PMC2764013"
EGWU = "Egwu 2019 (males, Nigeria), J Anat Soc India 68:110"
# name, level, mean, SD (None: not given), unit, source, tag; both sides where the part has sides.
ROWS: tuple[tuple[str, str, float, float | None, str, str, str], ...] = (
    ("pedicle width", "T1", 9.27, 1.01, "mm", KAUR, "S"),
    ("pedicle width", "T4", 4.5, 0.93, "mm", KAUR, "S"),
    ("pedicle width", "T12", 8.31, 1.83, "mm", KAUR, "S"),
    ("pedicle convergence", "T1", 35.4, 2.2, "deg", KAUR, "S"),
    ("pedicle convergence", "T12", -9.8, 2.4, "deg", KAUR, "S"),
    ("canal depth", "T4", 20.02, 1.23, "mm", KAUR, "S"),
    ("canal width", "T4", 21.12, 1.23, "mm", KAUR, "S"),
    ("transverse process length", "T1", 23.5, 2.1, "mm", KAUR, "S"),
    ("transverse process length", "T7", 31.2, 1.9, "mm", KAUR, "S"),
    ("transverse process length", "T12", 12.1, 2.3, "mm", KAUR, "S"),
    ("pedicle width", "T5", 3.65, 0.40, "mm", CUREUS, "S"),
    ("pedicle width", "T12", 7.89, 0.70, "mm", CUREUS, "S"),
    ("pedicle height", "T12", 15.45, 0.78, "mm", CUREUS, "S"),
    ("pedicle convergence", "T1", 30.37, 2.56, "deg", CUREUS, "S"),
    ("pedicle width", "T5", 4.4, None, "mm", KIM, "S"),
    ("pedicle convergence", "T1", 31.6, None, "deg", KIM, "S"),
    ("anterior body height", "T2", 16.93, None, "mm", EGWU, "S"),
    ("posterior body height", "T2", 17.59, None, "mm", EGWU, "S"),
    ("anterior body height", "T9", 18.83, None, "mm", EGWU, "S"),
    ("posterior body height", "T9", 20.46, None, "mm", EGWU, "S"),
    ("anterior body height", "T12", 20.80, 1.96, "mm", "Kunkel 2011, J Anat 219:375", "S2"),
    ("posterior body height", "T12", 23.12, 1.94, "mm", "Kunkel 2011, J Anat 219:375", "S2"),
    ("posterior body height", "T12", 28.5, None, "mm", "Busscher 2010 (CT, tall males)", "S2"),
    ("anterior body height", "L1", 24.54, None, "mm", "Bonczar 2024, 18 studies", "S2"),
    ("posterior body height", "L1", 26.57, None, "mm", "Bonczar 2024, 18 studies", "S2"),
    ("central disc height", "T12-L1", 9.3, None, "mm", "Busscher 2010", "S2"),
    ("cord width", "T1", 9.1, None, "mm", "CT myelography, 31 normals, e-kmj.org 636", "S"),
    ("cord width", "T5", 7.9, None, "mm", "CT myelography, 31 normals, e-kmj.org 636", "S"),
    ("cord width", "T9", 7.3, None, "mm", "CT myelography, 31 normals, e-kmj.org 636", "S"),
    ("cord depth", "T1", 7.0, None, "mm", "CT myelography, 31 normals, e-kmj.org 636", "S"),
    ("cord depth", "T5", 6.1, None, "mm", "CT myelography, 31 normals, e-kmj.org 636", "S"),
    ("cord depth", "T9", 6.3, None, "mm", "CT myelography, 31 normals, e-kmj.org 636", "S"),
)
SIDED = ("pedicle", "transverse", "facet")
# Right inferior facet, width and height by the upper vertebra (Panjabi 1993, quoted in Patel 2007);
# a joint is keyed by its lower vertebra.
FACETS = {
    "T2": (11.9, 12.5),
    "T3": (11.1, 11.2),
    "T4": (9.9, 11.0),
    "T5": (10.4, 11.0),
    "T6": (9.7, 10.9),
    "T7": (9.6, 10.3),
    "T8": (9.8, 10.6),
    "T9": (10.4, 10.9),
    "T10": (11.9, 12.3),
    "T11": (11.9, 12.4),
}
# Disc at its middle, by the lower vertebra's joint (anatomy.md 2, fitted by eye [X]).
DISCS = {"T1-T2": 2.5, "T3-T4": 4.0, "T6-T7": 5.0, "T9-T10": 6.0, "T11-T12": 7.0}


def anchors_of(subject: Subject) -> tuple[Target, ...]:
    """Every row that is reported apart; lengths stay as published, unscaled, by sex where given."""
    return (*_published(), *_facet_sizes(), *_design_discs(), *_process_sizes(subject))


def _published() -> Iterator[Target]:
    for name, level, mean, sd, unit, source, tag in ROWS:
        sides = tuple(str(side) for side in Side) if name.startswith(SIDED) else ("",)
        for side in sides:
            tolerance = tolerance_of(mean, unit, sd)
            yield Target(Key(name, level, side), mean, tolerance, unit, source, tag)


def _facet_sizes() -> Iterator[Target]:
    source = "Panjabi 1993 in Patel 2007, J Anat Soc India 56(1), clinical.md 1.3"
    for level, sizes in FACETS.items():
        for side in Side:
            for name, mean in zip(("width", "height"), sizes, strict=True):
                key = Key(f"facet joint {name}", level, str(side))
                yield Target(key, mean, tolerance_of(mean, "mm"), "mm", source, "S2")


def _design_discs() -> Iterator[Target]:
    for joint, mean in DISCS.items():
        key = Key("central disc height", joint)
        yield Target(key, mean, tolerance_of(mean, "mm"), "mm", "anatomy.md 2", "X")


def _process_sizes(subject: Subject) -> Iterator[Target]:
    """The source says "thickness" and not along which axis: both are shown beside it."""
    mean, sd = (11.0, 2.0) if subject.sex == "male" else (9.0, 1.0)
    source = "Jones 2023, Reg Anesth Pain Med 2:133 (CT, 50 adults), axis not stated"
    for level in ("T2", "T5", "T6", "T9", "T10"):
        for side in Side:
            for name in ("thickness", "height"):
                key = Key(f"transverse process {name}", level, str(side))
                yield Target(key, mean, sd, "mm", source, "S")
