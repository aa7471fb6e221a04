"""Targets by name: level, side and convention become a point and a nerve of one patient."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from trainer.anatomy.convention import Convention
from trainer.anatomy.curves import nearest_on
from trainer.anatomy.levels import LEVELS, Side, nerve_at
from trainer.anatomy.patient import Nerve, Patient
from trainer.anatomy.tables import conventions
from trainer.geometry.pinhole import FloatArray
from trainer.refusal import Refusal


@dataclass(frozen=True, slots=True, eq=False)
class ResolvedTarget:
    """A target in the world.

    landmark : what the convention sends a needle to, e.g. "tp_corner"; point_world_mm : shape (3,),
    where it lies. nerve_world_mm : shape (n, 3), proximal to distal; None where the patient has no
    nerves drawn.
    """

    level: str
    side: Side
    convention: str
    nerve_name: str
    landmark: str
    point_world_mm: FloatArray
    nerve_world_mm: FloatArray | None


def resolve_target(patient: Patient, level: str, side: Side, convention: str) -> ResolvedTarget:
    """The target of a level and side in a patient with landmarks, by one convention.

    Where the convention knows several courses at the level, the one this patient's nerve takes
    says which landmark is meant. Raises Refusal, with what exists, where the level, the convention,
    the landmark or the nerve is unknown.
    """
    source = _convention(level, side, convention)
    places = _places(patient, source, level, side)
    nerve = _nerve(patient, level, side, convention)
    if nerve is None:
        landmark, point = places[0]
    else:
        landmark, point = min(
            places, key=lambda place: nearest_on(nerve.points_world_mm, place[1])[1]
        )
    return ResolvedTarget(
        level,
        Side(side),
        convention,
        nerve_at(level),
        landmark,
        point,
        None if nerve is None else nerve.points_world_mm,
    )


def convention_for(level: str, accepted: Iterable[str]) -> str | None:
    """The first of some conventions that says where the nerve crosses a level; None if none does.

    Unknown ids are passed over.
    """
    known = conventions()
    return next((name for name in accepted if name in known and level in known[name].levels), None)


def _convention(level: str, side: Side, convention: str) -> Convention:
    known = conventions()
    if level not in LEVELS:
        raise _unknown(level, side, "that is no level", f"Use one of {', '.join(LEVELS)}")
    speaking = [name for name, each in known.items() if level in each.levels]
    if convention not in known:
        why = f"there is no convention {convention!r}"
        raise _unknown(level, side, why, f"Use {' or '.join(speaking)}")
    if convention not in speaking:
        told = ", ".join(known[convention].levels)
        why = f"the convention {convention!r} speaks of {told} only"
        raise _unknown(level, side, why, f"Use {' or '.join(speaking)}")
    return known[convention]


def _nerve(patient: Patient, level: str, side: Side, convention: str) -> Nerve | None:
    here = [nerve for nerve in patient.nerves if (nerve.level, nerve.side) == (level, side)]
    found = next((nerve for nerve in here if nerve.convention == convention), None)
    if found is None and patient.nerves:
        known = sorted({nerve.convention for nerve in here})
        raise _unknown(
            level,
            side,
            f"its nerve is not drawn by the convention {convention!r}",
            f"Use {', '.join(known)}" if known else "Choose a level whose nerve is drawn",
        )
    return found


def _places(
    patient: Patient, convention: Convention, level: str, side: Side
) -> list[tuple[str, FloatArray]]:
    """The landmarks a needle may be sent to, the most frequent course's first."""
    courses = sorted(convention.courses_at(level), key=lambda course: -course.share)
    wanted = list(dict.fromkeys(course.target for course in courses))
    known = [(what, f"{level}.{side}.{what}") for what in wanted]
    found = [(what, np.array(patient.landmarks[n])) for what, n in known if n in patient.landmarks]
    if not found:
        name = known[0][1]
        raise _unknown(
            level,
            side,
            f"the patient has no landmark {name}",
            f"Use {_offered(patient, wanted[0])}",
        )
    return found


def _offered(patient: Patient, what: str) -> str:
    names = [name for name in patient.landmarks if name.endswith(f".{what}")]
    places = [" ".join(name.split(".")[:2]) for name in sorted(names, key=_from_the_head)]
    return f"one of {', '.join(places)}" if places else "a patient whose landmarks are placed"


def _from_the_head(name: str) -> tuple[int, str]:
    level, _, rest = name.partition(".")
    return (LEVELS.index(level) if level in LEVELS else len(LEVELS), rest)


def _unknown(level: str, side: Side, why: str, next_step: str) -> Refusal:
    return Refusal(f"The target {level} {side} cannot be found", why, next_step)
