"""Targets by name: level, side and convention become a point and a nerve of one patient."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.levels import LEVELS, Side, nerve_at
from trainer.anatomy.patient import Nerve, Patient
from trainer.geometry.pinhole import FloatArray
from trainer.refusal import Refusal


@dataclass(frozen=True, slots=True, eq=False)
class ResolvedTarget:
    """A target in the world.

    point_world_mm : shape (3,), the superolateral corner of the transverse process.
    nerve_world_mm : shape (n, 3), proximal to distal; None where the patient has no nerves drawn.
    """

    level: str
    side: Side
    convention: str
    nerve_name: str
    point_world_mm: FloatArray
    nerve_world_mm: FloatArray | None


def resolve_target(patient: Patient, level: str, side: Side, convention: str) -> ResolvedTarget:
    """The target of a level and side in a patient with landmarks.

    Raises Refusal, with what exists, where the level, its corner or its nerve is unknown.
    """
    if level not in LEVELS:
        raise _unknown(level, side, "that is no level", f"Use one of {', '.join(LEVELS)}")
    corner = f"{level}.{side}.tp_corner"
    if corner not in patient.landmarks:
        raise _unknown(
            level, side, f"the patient has no landmark {corner}", f"Use {_offered(patient)}"
        )
    nerve = _nerve(patient, level, side, convention)
    return ResolvedTarget(
        level,
        Side(side),
        convention,
        nerve_at(level),
        np.array(patient.landmarks[corner]),
        None if nerve is None else nerve.points_world_mm,
    )


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


def _offered(patient: Patient) -> str:
    corners = sorted(name for name in patient.landmarks if name.endswith(".tp_corner"))
    places = [" ".join(name.split(".")[:2]) for name in corners]
    return f"one of {', '.join(places)}" if places else "a patient whose landmarks are placed"


def _unknown(level: str, side: Side, why: str, next_step: str) -> Refusal:
    return Refusal(f"The target {level} {side} cannot be found", why, next_step)
