"""The needles one can take in hand. Every number's source: docs/physics/needle.md."""

# ruff: noqa: E501 - one needle a line: the table is read as a table

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

E_STEEL_N_MM2 = 193_000.0  # Young's modulus of AISI 304 steel, handbook value [M]
# [X] within the range of cold-drawn 304 tubing: bent farther it would keep a kink.
BENDING_STRENGTH_N_MM2 = 1_000.0


@dataclass(frozen=True, slots=True)
class NeedleModel:
    """A needle. Diameters and lengths in mm; active_tip_mm 0 for a block needle.

    steer_radius_mm : of the arc that the tip cuts while it is pushed, 0 for none. toward_notch :
    whether it goes to the notch's side (bent tip) or away from it (the bevel opens at the notch).
    bent_mm, bent_deg : length of a bent tip and the angle at its end, 0 for a straight one.
    """

    id: str
    title: str
    gauge: int
    outer_diameter_mm: float
    length_mm: float
    active_tip_mm: float = 0.0
    inner_diameter_mm: float = 0.0
    steer_radius_mm: float = 0.0
    toward_notch: bool = False
    bent_mm: float = 0.0
    bent_deg: float = 0.0

    @property
    def bending_stiffness_n_mm2(self) -> float:
        """E I of the shaft with its stylet or electrode in: as a solid rod (a little too stiff)."""
        return E_STEEL_N_MM2 * math.pi / 64.0 * self.outer_diameter_mm**4

    @property
    def least_radius_mm(self) -> float:
        """The sharpest arc that the shaft stands."""
        return E_STEEL_N_MM2 * self.outer_diameter_mm / (2.0 * BENDING_STRENGTH_N_MM2)


# Outer diameters: ISO 9626 nominal, from memory (clinical.md 3.2 [M]). Bores: regular wall, typical
# [M]. Lengths and active tips as clinical.md 3.2 lists them.
_OUTER = {16: 1.65, 17: 1.47, 18: 1.27, 20: 0.91, 22: 0.72, 25: 0.51}
_BORE = {16: 1.19, 17: 1.07, 18: 0.84, 20: 0.60, 22: 0.41, 25: 0.26}
# Radii of clinical.md 6: from Rand 2016 in gel at 22 G [D], 25 G by the ratio of bending stiffness
# to the power 1/4 and cannulae as suggested there [X].
_QUINCKE = {22: 364.0, 25: 258.0}
_PENCIL = {22: 4384.0, 25: 3100.0}
_CANNULA = {16: 3000.0, 17: 2200.0, 18: 1500.0, 20: 700.0, 22: 400.0}
CURVED_STEERS_MORE = 3.0  # [X] "curved 10-15 degree tip steers more" (clinical.md 6)
BENT_DEG = 12.0  # [X] the middle of 10-15 degrees (clinical.md 6)
BENT_BLOCK_MM = 6.0  # [X] of a spinal needle bent by hand


def _spinal(gauge: int, length_mm: float, kind: str = "quincke") -> NeedleModel:
    pencil, bent = kind == "pencil", kind == "bent"
    radius = (_PENCIL if pencil else _QUINCKE)[gauge] / (CURVED_STEERS_MORE if bent else 1.0)
    prefix = {"quincke": "spinal", "pencil": "pencil", "bent": "bent"}[kind]
    words = {
        "quincke": "spinal needle",
        "pencil": "pencil-point needle",
        "bent": "spinal needle, bent tip",
    }[kind]
    return NeedleModel(
        f"{prefix}-{gauge}g-{length_mm:.0f}", f"{gauge} G {words}, {length_mm:.0f} mm", gauge,
        _OUTER[gauge], length_mm, 0.0, _BORE[gauge], radius, bent,
        BENT_BLOCK_MM if bent else 0.0, BENT_DEG if bent else 0.0,
    )  # fmt: skip


def _cannula(gauge: int, length_mm: float, tip_mm: float, curved: bool = False) -> NeedleModel:
    radius = _CANNULA[gauge] / (CURVED_STEERS_MORE if curved else 1.0)
    name = f"rf-{gauge}g-{length_mm:.0f}-{tip_mm:g}" + ("c" if curved else "")
    words = (
        f"{gauge} G RF cannula, {length_mm:.0f} mm, {tip_mm:g} mm {'curved ' if curved else ''}tip"
    )
    return NeedleModel(
        name, words, gauge, _OUTER[gauge], length_mm, tip_mm, _BORE[gauge], radius, curved,
        tip_mm if curved else 0.0, BENT_DEG if curved else 0.0,
    )  # fmt: skip


def _cooled() -> NeedleModel:
    """Cooled introducer: the probe's tip of 5.5 mm [M] stands out of a blunt 17 G shaft."""
    title = "17 G cooled RF introducer, 100 mm, 5.5 mm tip"
    return NeedleModel(
        "rf-17g-100-5.5-cooled", title, 17, _OUTER[17], 100.0, 5.5, _BORE[17], _CANNULA[17]
    )


NEEDLES: Mapping[str, NeedleModel] = {
    needle.id: needle
    for needle in (
        *(_spinal(22, length) for length in (50.0, 90.0, 120.0, 150.0)),
        *(_spinal(25, length) for length in (50.0, 90.0)),
        _spinal(22, 90.0, "pencil"), _spinal(25, 90.0, "pencil"),
        _spinal(22, 90.0, "bent"), _spinal(25, 90.0, "bent"),
        _cannula(22, 100.0, 5.0), _cannula(22, 100.0, 5.0, curved=True),
        _cannula(20, 100.0, 5.0), _cannula(20, 100.0, 10.0), _cannula(20, 100.0, 10.0, curved=True),
        _cannula(18, 100.0, 5.0), _cannula(18, 100.0, 10.0), _cannula(18, 100.0, 10.0, curved=True),
        _cannula(18, 150.0, 10.0), _cannula(18, 150.0, 10.0, curved=True),
        _cannula(16, 100.0, 10.0), _cannula(16, 100.0, 10.0, curved=True), _cannula(16, 150.0, 10.0),
        _cooled(),
    )
}  # fmt: skip
