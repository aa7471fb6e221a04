"""The sliders of a synthetic patient, and what changes when they do; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainer.anatomy.levels import LEVELS
from trainer.anatomy.synthetic.person import LIMITS, Person
from trainer.scenario.manuscript.blank import synthetic
from trainer.scenario.manuscript.edits import Edit, Remove, SetValue
from trainer.ui.presenters.studio import StudioPresenter
from trainer.ui.presenters.texts import tr


@dataclass(frozen=True, slots=True)
class Dial:
    """One number of the person. whole : it is counted."""

    id: str
    text: str
    step: float
    unit: str
    whole: bool = False

    @property
    def limits(self) -> tuple[float, float]:
        """From the generator's own table."""
        return LIMITS[self.id]

    @property
    def usual(self) -> float:
        """An average person's."""
        return float(getattr(Person(), self.id))


DIALS: tuple[Dial, ...] = (
    Dial("bmi", "Body mass index", 0.5, "kg/m²"),
    Dial("age_years", "Age, years", 1.0, ""),
    Dial("height_cm", "Height", 1.0, "cm"),
    Dial("kyphosis_deg", "Kyphosis T1-T12", 1.0, "°"),
    Dial("scoliosis_deg", "Scoliosis", 1.0, "°"),
    Dial("rotation_deg", "Trunk turned on the table", 1.0, "°"),
    Dial("bone_density", "Bone density", 0.05, "×"),
    Dial("rib_pairs", "Pairs of ribs", 1.0, "", whole=True),
    Dial("osteophytes", "Osteophytes", 0.05, ""),
    Dial("wedge_percent", "Wedge fracture, height lost", 1.0, "%"),
)
SEXES = (("female", "Female"), ("male", "Male"))
TRANSITIONS = (
    ("none", "None"),
    ("lumbar-t12", "T12 looks lumbar"),
    ("thoracic-l1", "L1 bears short ribs"),
    ("cervical-rib-c7", "C7 bears a rib"),
)
HARDWARE = (
    ("none", "None"),
    ("pedicle-screws", "Pedicle screws"),
    ("cement", "Cement"),
    ("sternal-wires", "Sternal wires"),
    ("pacemaker", "Pacemaker"),
)
NEEDS_LEVELS = ("pedicle-screws", "cement")
PEOPLE = 2**32


def moved_person(document: Mapping[str, Any], name: str, value: Any) -> tuple[Edit, ...]:
    """Edits that give the patient another value, and the person of the story the same one.

    The story tells who it is; age and sex there must be the patient's (`case_rules`).
    """
    edits: list[Edit] = [SetValue(("patient", name), value)]
    person = (document.get("story") or {}).get("person")
    if isinstance(person, dict) and name in ("age_years", "sex"):
        told = round(value) if name == "age_years" else value
        edits.append(SetValue(("story", "person", name), told))
    if name == "wedge_percent":
        edits += _wedge(document, float(value))
    if name == "hardware":
        edits += _hardware(document, str(value))
    return tuple(edits)


def another_seed(document: Mapping[str, Any]) -> int:
    """The seed of somebody else with the same numbers."""
    seed = (document.get("patient") or {}).get("seed", 0)
    return ((seed if isinstance(seed, int) else 0) + 1) % PEOPLE


def begin_synthetic(presenter: StudioPresenter, seed: int) -> None:
    """An average person lies down."""
    targets = [
        {key: value for key, value in one.items() if not key.endswith(("point_world_mm", "points"))}
        for one in presenter.value(("targets",), [])
        if isinstance(one, dict)
    ]
    edits: list[Edit] = [SetValue(("patient",), synthetic(seed))]
    if presenter.value(("targets",)):
        edits.append(SetValue(("targets",), targets))
    presenter.change(*edits, label=tr("synthetic patient"))


def _wedge(document: Mapping[str, Any], percent: float) -> list[Edit]:
    level = (document.get("patient") or {}).get("wedge_level", "")
    if percent and not level:
        return [SetValue(("patient", "wedge_level"), "T8")]
    if not percent and level:
        return [Remove(("patient", "wedge_level"))]
    return []


def _hardware(document: Mapping[str, Any], kind: str) -> list[Edit]:
    """Screws and cement need levels, other metal has none."""
    levels = (document.get("patient") or {}).get("hardware_levels") or []
    if kind in NEEDS_LEVELS and not levels:
        return [SetValue(("patient", "hardware_levels"), ["T10", "T11"])]
    if kind not in NEEDS_LEVELS and levels:
        return [Remove(("patient", "hardware_levels"))]
    return []


def level_steps(document: Mapping[str, Any], wanted: str) -> int:
    """How many levels further down the whole case goes, so that its first target is on `wanted`."""
    targets = document.get("targets") or []
    first = targets[0].get("bone") if targets and isinstance(targets[0], dict) else None
    if first not in LEVELS or wanted not in LEVELS:
        return 0
    return LEVELS.index(wanted) - LEVELS.index(first)
