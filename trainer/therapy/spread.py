"""Where a drop goes: the pattern that contrast shows, and which nerves an anaesthetic reaches.

Teaching model: ellipsoids whose volumes add up to what was injected. Volumes, the share that
leaves the plane and the rates are design values (X) unless a source stands beside them; that
larger volumes go astray more often is Cohen 2010 (0.25 against 0.5 mL: 7 and 16 of 86, S).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from trainer.geometry.pinhole import FloatArray
from trainer.therapy.nearness import NerveLine


class Pattern(StrEnum):
    """What contrast draws."""

    PLANES = "planes"  # between muscles, along the bone: what is wanted
    VESSEL = "vessel"
    FORAMEN = "foramen"
    EPIDURAL = "epidural"
    INTRATHECAL = "intrathecal"
    PLEURA = "pleura"


@dataclass(frozen=True, slots=True, eq=False)
class VesselLine:
    """An artery or vein, its centreline in the direction of flow, shape (n, 3)."""

    name: str
    radius_mm: float
    points_world_mm: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Drop:
    """An ellipsoid along the world's axes; times in ms from the plunger's first movement."""

    centre_world_mm: FloatArray
    semi_mm: FloatArray
    share: float
    after_ms: int
    gone_ms: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """What lies about a needle's tip.

    bone_mm : signed distance at points (n, 3) to (n,), None where no bone is known. canal_mm,
    foramen_mm, lung_mm : signed distance of the tip, None where unknown. vessels : near enough to
    matter. medial : unit vector to the mid-line.
    """

    tip_world_mm: FloatArray
    medial: FloatArray
    bone_mm: Callable[[FloatArray], FloatArray] | None
    canal_mm: float | None
    foramen_mm: float | None
    lung_mm: float | None
    vessels: tuple[VesselLine, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """What came of an injection."""

    pattern: Pattern
    drops: tuple[Drop, ...]


# The dorsal epidural space is 2-4 mm deep (M): deeper inside the canal lies the dura.
DURA_MM = 2.5
WALL_MM = 0.3  # a bevel this near a vessel's wall opens into it (X)
VESSEL_REACH_MM, VESSEL_GONE_MS = 60.0, 1_500  # X
FLOW_MM_PER_MS = 0.15  # X: 15 cm/s
ASTRAY_FROM_UL, ASTRAY_MOST = 300, 0.5  # X, after the trend of Cohen 2010
DIFFUSION_MM = 1.0  # X: an anaesthetic reaches this far beyond contrast
NUMB_STRETCH_MM = 5.0  # X: three nodes of Ranvier and more of a thin branch


def spread_of(around: Surroundings, volume_ul: int, duration_ms: int) -> Spread:
    """The pattern and drops of a volume injected over so many ms."""
    pattern = pattern_at(around)
    return Spread(pattern, _DRAWN[pattern](around, volume_ul, duration_ms))


def pattern_at(around: Surroundings) -> Pattern:
    """Where the opening lies, the most dangerous place first."""
    if around.lung_mm is not None and around.lung_mm < 0.0:
        return Pattern.PLEURA
    if around.canal_mm is not None and around.canal_mm < 0.0:
        return Pattern.INTRATHECAL if around.canal_mm < -DURA_MM else Pattern.EPIDURAL
    if vessel_at(around) is not None:
        return Pattern.VESSEL
    if around.foramen_mm is not None and around.foramen_mm < 0.0:
        return Pattern.FORAMEN
    return Pattern.PLANES


def vessel_at(around: Surroundings) -> VesselLine | None:
    """The vessel that the opening lies in, the widest first."""
    inside = [
        one
        for one in around.vessels
        if _gap_mm(one.points_world_mm, around.tip_world_mm) <= one.radius_mm + WALL_MM
    ]
    return max(inside, key=lambda one: one.radius_mm, default=None)


def aspirated(around: Surroundings) -> str:
    """What the drawn plunger shows: air, csf, blood or dry. A thin vein collapses: dry."""
    pattern = pattern_at(around)
    if pattern is Pattern.VESSEL:
        vessel = vessel_at(around)
        return "blood" if vessel is not None and vessel.radius_mm >= 0.8 else "dry"
    return {Pattern.PLEURA: "air", Pattern.INTRATHECAL: "csf"}.get(pattern, "dry")


def numbed(spread: Spread, nerves: Iterable[NerveLine]) -> Mapping[str, float]:
    """Share 0..1 of each nerve that sleeps once an anaesthetic has spread so."""
    if spread.pattern is Pattern.VESSEL:
        return {}
    found = {}
    for nerve in nerves:
        wet = np.zeros(len(nerve.points_world_mm), dtype=bool)
        for drop in spread.drops:
            reach = (nerve.points_world_mm - drop.centre_world_mm) / (drop.semi_mm + DIFFUSION_MM)
            wet |= (reach * reach).sum(axis=1) <= 1.0
        share = min(1.0, _length_mm(nerve.points_world_mm, wet) / NUMB_STRETCH_MM)
        if share > 0.0:
            found[nerve.name] = share
    return found


def _planes(around: Surroundings, volume_ul: int, duration_ms: int) -> tuple[Drop, ...]:
    """A flat drop on the bone, longer up and down; what is too much runs along the process."""
    part = max(0.0, volume_ul - ASTRAY_FROM_UL) / max(volume_ul, 1)
    astray = min(ASTRAY_MOST, part)
    near = _drop(around, around.tip_world_mm, volume_ul * (1.0 - astray), 1.0 - astray, 0)
    if astray == 0.0:
        return (near,)
    up = np.array([0.0, 0.0, 1.0])
    aside = near.centre_world_mm + near.semi_mm * (0.6 * up - 0.7 * around.medial)
    below = near.centre_world_mm - near.semi_mm * (0.9 * up - 0.4 * around.medial)
    half = duration_ms // 2
    return (
        near,
        _drop(around, aside, volume_ul * astray / 2.0, astray / 2.0, half),
        _drop(around, below, volume_ul * astray / 2.0, astray / 2.0, half),
    )


def _drop(
    around: Surroundings, centre_mm: FloatArray, volume_ul: float, share: float, after_ms: int
) -> Drop:
    """An ellipsoid of a volume, 1.5 : 1.2 : 0.6 along z, x and y, pushed off the bone."""
    radius = (3.0 * volume_ul / (4.0 * math.pi)) ** (1.0 / 3.0)
    semi = radius * np.array([1.2, 0.6, 1.5]) / (1.2 * 0.6 * 1.5) ** (1.0 / 3.0)
    return Drop(_off_bone(around, centre_mm, 0.5 * float(semi[1])), semi, share, after_ms)


def _off_bone(around: Surroundings, point_mm: FloatArray, clear_mm: float) -> FloatArray:
    """A point moved backward until it is that far from bone, at most 8 mm."""
    if around.bone_mm is None:
        return point_mm
    back = point_mm + np.multiply.outer(np.arange(0.0, 8.01, 0.5), np.array([0.0, 1.0, 0.0]))
    clear = np.flatnonzero(around.bone_mm(back) >= clear_mm)
    return np.asarray(back[int(clear[0])] if clear.size else back[0])


def _vessel(around: Surroundings, _volume_ul: int, duration_ms: int) -> tuple[Drop, ...]:
    """Beads that run along the vessel and are gone soon after the plunger rests."""
    vessel = vessel_at(around)
    assert vessel is not None
    line = vessel.points_world_mm
    start = int(np.linalg.norm(line - around.tip_world_mm, axis=1).argmin())
    ahead = line[start:] if len(line) - start >= 3 else line[start::-1]
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(ahead, axis=0), axis=1))])
    places = np.arange(0.0, min(float(along[-1]), VESSEL_REACH_MM) + 1e-9, 3.0)
    centres = np.stack([np.interp(places, along, ahead[:, axis]) for axis in range(3)], axis=1)
    semi = np.full(3, max(vessel.radius_mm, 0.6)) * 1.3
    share = 1.0 / len(centres)
    return tuple(
        Drop(centre, semi, share, after, duration_ms + after + VESSEL_GONE_MS)
        for centre, place in zip(centres, places, strict=True)
        for after in (round(float(place) / FLOW_MM_PER_MS),)
    )


def _toward_canal(around: Surroundings, volume_ul: int, duration_ms: int) -> tuple[Drop, ...]:
    """Along the root, from the foramen to the epidural space."""
    steps = ((0.0, 0.0), (5.0, 0.3), (10.0, 0.6))
    return tuple(
        _bead(around.tip_world_mm + mm * around.medial, volume_ul / 3.0, 1 / 3, when * duration_ms)
        for mm, when in steps
    )


def _up_and_down(around: Surroundings, volume_ul: int, duration_ms: int) -> tuple[Drop, ...]:
    """A column in the canal."""
    up = np.array([0.0, 0.0, 1.0])
    steps = ((0.0, 0.0), (9.0, 0.4), (-9.0, 0.4), (18.0, 0.8), (-18.0, 0.8))
    return tuple(
        _bead(around.tip_world_mm + mm * up, volume_ul / 5.0, 0.2, when * duration_ms)
        for mm, when in steps
    )


def _over_lung(around: Surroundings, volume_ul: int, duration_ms: int) -> tuple[Drop, ...]:
    """A thin sheet on the pleura."""
    radius = (3.0 * volume_ul / (4.0 * math.pi)) ** (1.0 / 3.0)
    semi = radius * np.array([2.0, 0.25, 2.0])
    return (Drop(around.tip_world_mm, semi, 1.0, duration_ms // 4),)


def _bead(centre_mm: FloatArray, volume_ul: float, share: float, after_ms: float) -> Drop:
    radius = (3.0 * volume_ul / (4.0 * math.pi)) ** (1.0 / 3.0)
    return Drop(centre_mm, radius * np.array([0.9, 0.8, 1.39]), share, round(after_ms))


_DRAWN: Mapping[Pattern, Callable[[Surroundings, int, int], tuple[Drop, ...]]] = {
    Pattern.PLANES: _planes,
    Pattern.VESSEL: _vessel,
    Pattern.FORAMEN: _toward_canal,
    Pattern.EPIDURAL: _up_and_down,
    Pattern.INTRATHECAL: _up_and_down,
    Pattern.PLEURA: _over_lung,
}


def _gap_mm(line_mm: FloatArray, point_mm: FloatArray) -> float:
    return float(np.linalg.norm(line_mm - point_mm, axis=1).min())


def _length_mm(points_mm: FloatArray, wet: np.ndarray) -> float:
    """Length of the segments whose both ends are wet."""
    steps = np.linalg.norm(np.diff(points_mm, axis=0), axis=1)
    return float(steps[wet[1:] & wet[:-1]].sum())
