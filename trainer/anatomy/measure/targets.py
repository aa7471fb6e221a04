"""What the readings should be: published means, one row a reading (clinical.md 1.1 to 1.6).

Tags: S read at the source, S2 quoted by a later text, D computed from those, M from memory (to be
verified), X design value. Tolerance: the published standard deviation or half range where there is
one, never below what the ruler itself can tell; else max(1 mm, 10 %), 5 degrees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trainer.anatomy.levels import LEVELS, Side
from trainer.anatomy.measure.readings import Key
from trainer.anatomy.measure.subject import Subject

LEAST_MM, LEAST_SHARE, ANGLE_DEG = 1.0, 0.10, 5.0
RULER_MM, RULER_DEG = 0.5, 2.0  # tests/anatomy/measure: an SD below the ruler's error is widened
THORACIC = LEVELS[1:13]
PANJABI = "Panjabi 1991, Spine 16:888 (C7: 16:861; L1: 1992, 17:299), clinical.md 1.1"
ZINDRICK = "Zindrick 1987, Spine 12:160 (C7: Panjabi 1991), clinical.md 1.1"
KAUR = "Kaur 2016 (CT, India), PMC4857161"

# Level: VBHp, EPWu, EPDu, EPWl, EPDl, SCW, SCD, PW, PH, PTA (deg), TPW, SPL (clinical.md 1.1).
# C7's angle of 30-40 and T5's of 10-12 degrees stand as their middles.
TABLE: dict[str, tuple[float, ...]] = {
    "C7": (12.8, 21.8, 18.1, 23.4, 16.8, 24.5, 15.2, 6.9, 7.5, 35, 66.6, 46),
    "T1": (14.1, 24.5, 18.5, 27.8, 19.7, 21.8, 16.4, 7.9, 9.9, 27, 75.3, 50.1),
    "T2": (15.6, 24.9, 19.6, 27.4, 21.6, 19.5, 15.5, 7.0, 12.0, 19, 69.4, 51),
    "T3": (15.7, 24.6, 22.7, 25.9, 23.3, 18.3, 16.0, 5.6, 12.4, 17, 61.0, 50),
    "T4": (16.2, 24.5, 23.3, 26.0, 24.5, 17.0, 16.2, 4.7, 12.1, 14, 59.2, 51),
    "T5": (16.2, 24.9, 24.3, 27.0, 25.8, 17.2, 16.4, 4.5, 11.9, 11, 60.9, 52),
    "T6": (17.4, 26.2, 26.0, 28.2, 26.9, 17.3, 16.3, 5.2, 12.2, 10, 60.1, 53),
    "T7": (18.2, 27.8, 27.4, 29.1, 28.5, 17.3, 16.3, 5.3, 12.1, 9, 60.3, 53),
    "T8": (18.7, 29.5, 27.9, 30.5, 29.4, 17.7, 16.2, 5.9, 12.5, 9, 60, 52),
    "T9": (19.3, 30.6, 29.3, 33.0, 31.0, 17.9, 15.9, 6.1, 13.9, 8, 59.4, 51),
    "T10": (20.2, 31.9, 30.5, 35.4, 31.6, 18.2, 15.5, 6.3, 14.9, 5, 58.4, 49),
    "T11": (21.3, 34.9, 31.9, 39.1, 31.8, 19.4, 16.0, 7.8, 17.4, 1, 52.1, 49),
    "T12": (22.7, 39.0, 32.8, 42.1, 33.4, 22.2, 18.1, 7.1, 15.8, -4, 46.9, 47),
    "L1": (23.8, 41.2, 34.1, 43.3, 35.3, 23.7, 19.0, 8.7, 15.4, 11, 71.2, 67.7),
}
# Column, unit, source, sided; the order of TABLE.
COLUMNS = (
    ("posterior body height", "mm", PANJABI, False),
    ("upper end-plate width", "mm", PANJABI, False),
    ("upper end-plate depth", "mm", PANJABI, False),
    ("lower end-plate width", "mm", PANJABI, False),
    ("lower end-plate depth", "mm", PANJABI, False),
    ("canal width", "mm", PANJABI, False),
    ("canal depth", "mm", PANJABI, False),
    ("pedicle width", "mm", ZINDRICK, True),
    ("pedicle height", "mm", ZINDRICK, True),
    ("pedicle convergence", "deg", ZINDRICK, True),
    ("transverse process span", "mm", PANJABI, False),
    ("spinous process length", "mm", PANJABI, False),
)
# The cells that a public repository quotes from the papers; every other one is from memory.
QUOTED = {
    *(("canal width", level) for level in ("T11", "T12", "L1")),
    *(("canal depth", level) for level in ("T11", "T12", "L1")),
    *(("posterior body height", "L1"), ("upper end-plate width", "L1"), ("pedicle width", "L1")),
}
# Anterior / posterior height at the levels with a source; scaled with nothing (clinical.md 1.2).
HEIGHT_RATIO = {
    "T2": (16.93 / 17.59, "Egwu 2019, J Anat Soc India 68:110 (males)", "D"),
    "T9": (18.83 / 20.46, "Egwu 2019, J Anat Soc India 68:110 (males)", "D"),
    "T12": (20.80 / 23.12, "Kunkel 2011, J Anat 219:375", "D"),
    "L1": (24.54 / 26.57, "Bonczar 2024 (18 studies)", "D"),
}
WEDGING = {  # women, men (PMC2899959 table 1)
    "T9": (2.8, 4.8),
    "T10": (2.6, 3.8),
    "T11": (4.6, 5.4),
    "T12": (3.5, 4.9),
    "L1": (2.6, 4.1),
}
SLOPE = dict(zip(LEVELS, (20, 30, 36, 42, 48, 54, 58, 58, 56, 50, 40, 26, 16, 10), strict=True))
SLOPE_SD = {"T1": 6.7, "T6": 9.3, "T12": 7.4}  # the three that are measured; the rest lie between
# Square-on tilt relative to T7 at a T1-T12 curve of 50 degrees (clinical.md 1.4, C7 not given).
TILT = dict(zip(LEVELS[1:], (26, 25, 22, 18, 12, 6, 0, -6, -11, -15, -20, -24, -26), strict=True))
TILT_OF_CURVE_DEG = 50.0
HARRISON = {"T1-T12": 44.2, "T2-T11": 39.9, "T3-T10": 33.3}
TP_BACK_FIRST_DEG, TP_BACK_T10_DEG = 20.0, 45.0
SKIN_TO_TP = {  # mm at a BMI near 24 (clinical.md 1.6)
    **dict.fromkeys(THORACIC[:4], (35.0, 5.0)),
    **dict.fromkeys(THORACIC[4:8], (30.0, 5.0)),
    **dict.fromkeys(THORACIC[8:], (37.5, 7.5)),
}
SLIM_BMI, STOUT_BMI = 21.0, 27.0  # between these the depths from skin are targets


@dataclass(frozen=True, slots=True)
class Target:
    """One row's aim. tag : S, S2, D, M or X; note : of the population or the rule."""

    key: Key
    value: float
    tolerance: float
    unit: str
    source: str
    tag: str
    note: str = ""


def tolerance_of(value: float, unit: str, sd: float | None = None) -> float:
    """The published spread where there is one, else the house's rule."""
    if sd is not None:
        return max(sd, {"mm": RULER_MM, "deg": RULER_DEG}.get(unit, 0.0))
    return ANGLE_DEG if unit == "deg" else max(LEAST_MM, LEAST_SHARE * abs(value))


def targets_of(subject: Subject) -> tuple[Target, ...]:
    """Every counted row for a person."""
    groups = (_table, _bodies, _processes, _arches, _facets, _discs, _curves, _trunk)
    return tuple(target for group in groups for target in group(subject))


def _sides(sided: bool) -> tuple[str, ...]:
    return tuple(str(side) for side in Side) if sided else ("",)


def _table(subject: Subject) -> Iterator[Target]:
    for level, cells in TABLE.items():
        for (name, unit, source, sided), cell in zip(COLUMNS, cells, strict=True):
            value = cell * (subject.scale if unit == "mm" else 1.0)
            tag = "S2" if (name, level) in QUOTED else "M"
            for side in _sides(sided):
                key = Key(name, level, side)
                yield Target(key, value, tolerance_of(value, unit), unit, source, tag)


def _bodies(subject: Subject) -> Iterator[Target]:
    name = "anterior / posterior body height"
    for level, (ratio, source, tag) in HEIGHT_RATIO.items():
        yield Target(Key(name, level), ratio, LEAST_SHARE * ratio, "", source, tag)
    for level, by_sex in WEDGING.items():
        value = by_sex[subject.sex == "male"]
        source = "PMC2899959 table 1 (N 240)"
        yield Target(Key("ventral wedging", level), value, ANGLE_DEG, "deg", source, "S")


def _processes(_subject: Subject) -> Iterator[Target]:
    for level, value in SLOPE.items():
        sd = SLOPE_SD.get(level)
        tolerance = tolerance_of(value, "deg", sd)
        key = Key("spinous process slope", level)
        source = KAUR if sd else "between Kaur's three levels, clinical.md 1.2"
        yield Target(key, value, tolerance, "deg", source, "S" if sd else "X")
    for side in _sides(True):
        for n, level in enumerate(THORACIC[:10]):
            back = TP_BACK_FIRST_DEG + (TP_BACK_T10_DEG - TP_BACK_FIRST_DEG) * n / 9.0
            source = "clinical.md 1.5 (Cui 2015 is to be checked)"
            key = Key("transverse process backward", level, side)
            yield Target(key, back, ANGLE_DEG, "deg", source, "M", "linear T1 20, T10 45")
            key = Key("transverse process height", level, side)
            yield Target(key, 10.0, 2.0, "mm", "clinical.md 1.5: 8-12 mm", "M", "half range")


def _arches(subject: Subject) -> Iterator[Target]:
    for side in _sides(True):
        for n, level in enumerate(THORACIC[:11]):
            height = (17.0 + 8.0 * n / 10.0) * subject.scale
            sd = 2.5 if level == "T11" else None
            source = "Xu 1999, Spine (37 spines): T11; T1 a design value"
            tolerance = tolerance_of(height, "mm", sd)
            tag = "S" if sd else "X"
            yield Target(Key("lamina height", level, side), height, tolerance, "mm", source, tag)
            thick = (5.0 + 1.5 * n / 10.0) * subject.scale
            source = "Xu 1999 (T2 5.0) and Egwu 2019 (T2-T9 6.6-7.3), clinical.md 1.2"
            key = Key("lamina thickness", level, side)
            yield Target(key, thick, tolerance_of(thick, "mm"), "mm", source, "X")


def _facets(subject: Subject) -> Iterator[Target]:
    for side in _sides(True):
        for level in THORACIC[1:11]:
            source = "Masharawi 2004: 25-30; Ebraheim 1997: 2-16, clinical.md 1.3"
            key = Key("facet joint off frontal", level, side)
            yield Target(key, 16.0, 14.0, "deg", source, "S", "the sources' whole range")
            key = Key("facet joint space", level, side)
            source = "anatomy.md 2: cartilage 1.5-2 mm"
            yield Target(key, 1.75, LEAST_MM, "mm", source, "X")
            key = Key("facet joint from mid-line", level, side)
            value = 9.0 * subject.scale
            source = "Ebraheim 1997, Spine (43 spines): 7-11 mm"
            yield Target(key, value, 2.0, "mm", source, "S", "half range")


def _discs(subject: Subject) -> Iterator[Target]:
    source = "Fletcher 2015, Eur Spine J, doi 10.1007/s00586-015-3925-y"
    male = subject.sex == "male"
    rows = (
        (Key("anterior disc height", "T4-T5"), (2.6, 2.7), 0.7),
        (Key("anterior disc height", "T10-T11"), (5.1, 5.4), 1.2),
        (Key("mean anterior disc height", "T1-T12"), (3.6, 4.0), 1.4),
        (Key("mean posterior disc height", "T1-T12"), (3.4, 3.6), 0.9),
    )
    for key, by_sex, sd in rows:
        value = by_sex[male]
        yield Target(key, value, sd, "mm", source, "S", "not scaled: given by sex")


def _curves(subject: Subject) -> Iterator[Target]:
    share = subject.kyphosis_deg / HARRISON["T1-T12"]
    for span, mean in HARRISON.items():
        source = "the person asked for, shape after Harrison 2002, clinical.md 1.4"
        key = Key("kyphosis", span)
        yield Target(key, mean * share, ANGLE_DEG, "deg", source, "S")
    for level, tilt in TILT.items():
        value = tilt * subject.kyphosis_deg / TILT_OF_CURVE_DEG
        source = "thoracolumbar OpenSim model, clinical.md 1.4, scaled to the curve"
        key = Key("square tilt from T7", level)
        if level != "T7":
            yield Target(key, value, ANGLE_DEG, "deg", source, "D")
    key = Key("coronal curve", "C7-L1")
    yield Target(key, subject.scoliosis_deg, ANGLE_DEG, "deg", "the person asked for", "X")


def _trunk(subject: Subject) -> Iterator[Target]:
    for side in _sides(True):
        key = Key("rib count", "T1-L1", side)
        yield Target(key, subject.rib_pairs, 0.0, "", "the person asked for", "X")
    if not SLIM_BMI <= subject.bmi <= STOUT_BMI:
        return
    pleura = (0.380 * min(subject.bmi, 25.0) - 4.301) * 10.0
    for side in _sides(True):
        source = "skin to pleura by BMI (n 50, CT), clinical.md 1.6"
        key = Key("skin to pleura", "T5", side)
        yield Target(key, pleura, 7.0, "mm", source, "S", "BMI held at 25")
        for level, (value, spread) in SKIN_TO_TP.items():
            key = Key("skin to transverse process", level, side)
            yield Target(key, value, spread, "mm", "clinical.md 1.6", "M", "half range, BMI 24")
    yield Target(Key("chest width", "T8"), 300.0, 20.0, "mm", "clinical.md 1.6", "M", "half range")
    yield Target(Key("chest depth", "T8"), 220.0, 20.0, "mm", "clinical.md 1.6", "M", "half range")
