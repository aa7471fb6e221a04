"""How large every vertebra of one person is: the table, scaled and scattered."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from trainer.anatomy.synthetic.chance import generator, normal
from trainer.anatomy.synthetic.morphometry import COLUMNS, SPINE
from trainer.anatomy.synthetic.person import Person, Sex, Transition
from trainer.anatomy.synthetic.plan import Size

AVERAGE_STATURE_CM = 170.0  # [X] whom the table describes: adults of both sexes
# [X] At equal stature men's bones are a little broader.
BREADTH = {Sex.FEMALE: 0.985, Sex.MALE: 1.015}
# [X] Relative scatter: of a whole person, and of one level about it. Well inside the published SDs
# (pedicle width T4 4.5 +- 0.93 mm, Kaur 2016 [S]; disc 4.0 +- 1.4 mm, Fletcher 2015 [S]).
SCATTER: dict[str, tuple[float, float]] = {
    "height": (0.010, 0.012),
    "plate": (0.012, 0.010),
    "canal": (0.012, 0.010),
    "pedicle": (0.020, 0.020),
    "tp": (0.015, 0.010),
    "sp": (0.020, 0.015),
    "disc": (0.040, 0.040),
}
FLATTER_PER_YEAR = 0.004  # [X] of disc height lost with every year over 40
LEAST_FLATNESS = 0.72
SMOOTHED = 1.04  # the joining of arch and body takes so much of the depth of a canal (measured)
AVERAGE_KYPHOSIS_DEG = 44.2  # Harrison 2002 [S]; wedging of the bodies goes with it


def scale_of(person: Person) -> float:
    """Lengths of this person against the table's average adult."""
    return person.height_cm / AVERAGE_STATURE_CM


def sizes_of(person: Person) -> dict[str, Size]:
    """Every level's size, from C5 down."""
    sizes = {level: _size(person, level) for level in SPINE}
    broad = scale_of(person) * BREADTH[person.sex]
    for level, kind in _changed(person).items():
        sizes[level] = kind.on(sizes[level], broad)
    if person.wedge_level:
        broken = sizes[person.wedge_level]
        left = 1.0 - person.wedge_percent / 100.0
        sizes[person.wedge_level] = replace(
            broken, body_height_anterior=broken.body_height_anterior * left
        )
    return sizes


def _size(person: Person, level: str) -> Size:
    one = {name: column.at(level) for name, column in COLUMNS.items()}
    f = _factors(person, level)
    long, broad = scale_of(person), scale_of(person) * BREADTH[person.sex]
    height = one["body_height"] * long * f["height"]
    plates, canal, pedicle = broad * f["plate"], broad * f["canal"], broad * f["pedicle"]
    depths = (one["upper_depth"] * plates, one["lower_depth"] * plates)
    rng = generator(person.seed, "angles", level)
    wedge = one["wedge_deg"] * min(person.kyphosis_deg / AVERAGE_KYPHOSIS_DEG, 1.5)
    return Size(
        body_height=height,
        body_height_anterior=height - sum(depths) / 2.0 * math.tan(math.radians(wedge)),
        plate_widths=(one["upper_width"] * plates, one["lower_width"] * plates),
        plate_depths=depths,
        canal=(one["canal_width"] * canal, one["canal_depth"] * canal * SMOOTHED),
        pedicle=(one["pedicle_width"] * pedicle, one["pedicle_height"] * long * f["height"]),
        pedicle_converge_deg=one["pedicle_converge_deg"] + normal(rng, 1.0),
        tp_span=one["tp_span"] * broad * f["tp"],
        sp_length=one["sp_length"] * broad * f["sp"],
        disc_above=one["disc_above"] * long * f["disc"] * _flatness(person),
        sp_down_deg=one["sp_down_deg"] + normal(rng, 1.0),
        tp_back_deg=one["tp_back_deg"] + normal(rng, 1.5),
        tp_up_deg=one["tp_up_deg"] + normal(rng, 1.5),
    )


def _factors(person: Person, level: str) -> dict[str, float]:
    whole, own = generator(person.seed, "size"), generator(person.seed, "size", level)
    return {
        name: 1.0 + normal(whole, of_person) + normal(own, of_level)
        for name, (of_person, of_level) in SCATTER.items()
    }


def _flatness(person: Person) -> float:
    return max(1.0 - FLATTER_PER_YEAR * max(person.age_years - 40.0, 0.0), LEAST_FLATNESS)


@dataclass(frozen=True, slots=True)
class ProcessKind:
    """Transverse processes that look like a neighbour's: the table's mm, degrees."""

    tp_span: float
    tp_back_deg: float
    tp_up_deg: float

    def on(self, size: Size, broad: float) -> Size:
        """The size with these processes instead."""
        return replace(
            size,
            tp_span=self.tp_span * broad,
            tp_back_deg=self.tp_back_deg,
            tp_up_deg=self.tp_up_deg,
        )


# [X] Design values between the neighbours' rows of the table.
LUMBAR_PROCESS = ProcessKind(64.0, 18.0, 4.0)
STUMP_PROCESS = ProcessKind(52.0, 36.0, 2.0)
LONG_CERVICAL = ProcessKind(72.0, 4.0, -4.0)


def _changed(person: Person) -> dict[str, ProcessKind]:
    """Which levels' processes look like their neighbour's kind."""
    found = {}
    if person.transition is Transition.LUMBAR_T12 or person.rib_pairs == 11:
        found["T12"] = LUMBAR_PROCESS
    if person.transition is Transition.THORACIC_L1 or person.rib_pairs == 13:
        found["L1"] = STUMP_PROCESS
    if person.transition is Transition.CERVICAL_RIB_C7:
        found["C7"] = LONG_CERVICAL
    return found
