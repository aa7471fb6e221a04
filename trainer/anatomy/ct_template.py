"""An average spine laid onto a few points: what two landmarks tell about a vertebra.

Two named points fix where the average vertebra stands, how large it is and, but for a turn about
the line between them, how it is turned. For that turn, and against small errors, the spinal canal
is looked at where it was found in the scan; elsewhere the turn is the average one. Everything so
placed is a proposal.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from trainer.anatomy.levels import LEVELS
from trainer.anatomy.mask_landmarks import Found
from trainer.anatomy.synthetic.composer import Skeleton
from trainer.anatomy.synthetic.landmarks import landmarks_of
from trainer.anatomy.synthetic.parts import parts_of
from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.vertebral_axes import Landmarks, axes_of
from trainer.geometry.pinhole import FloatArray
from trainer.refusal import Refusal

# Vertebrae of adults differ by some 15 % from the average (published SDs, clinical.md 1.1), short
# transverse processes by more; beyond these limits the points belong to something else (design
# values).
SCALE_LIMITS = (0.65, 1.4)
MOST_TURN_DEG = 42.0  # kyphosis and a turned patient; swapped sides turn by more
MOST_RESIDUAL_MM = 8.0
OWN_MM, NEIGHBOUR_MM = 4.0, 6.0  # how far a proposed point may be off: here, at the next vertebra
_PRIOR = 1e-3  # weight of "not turned" where the points leave a turn open
# The canal's weight against a given point's, how far along it is looked at, how far it may lie from
# where the points expect it, rounds of looking (design values).
CANAL_WEIGHT, ALONG_MM, CANAL_WITHIN_MM, ROUNDS = 0.4, 20.0, 15.0, 4


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """World = scale * turn @ template + shift."""

    scale: float
    turn: FloatArray
    shift: FloatArray

    def world(self, points: FloatArray) -> FloatArray:
        """Template points in the world, shape (..., 3)."""
        return np.asarray(self.scale * points @ self.turn.T + self.shift)


def laid_onto(given: Landmarks, canal_world_mm: FloatArray | None = None) -> dict[str, Found]:
    """Landmarks of the levels that were given points, and of their neighbours; given ones left out.

    given : name to world mm. canal_world_mm : the canal's middle slice by slice, shape (n, 3), as
    far as it is known. Raises Refusal where the points do not suffice or no vertebra fits them.
    """
    groups = [(levels, fitted(points, canal_world_mm)) for levels, points in _groups(given)]
    found: dict[str, Found] = {}
    for reach, spread_mm in ((1, NEIGHBOUR_MM), (0, OWN_MM)):
        for levels, fit in groups:
            for level in _within(levels, reach):
                found |= _placed(level, fit, spread_mm)
    return {name: one for name, one in found.items() if name not in given}


def fitted(given: Landmarks, canal_world_mm: FloatArray | None = None) -> Fit:
    """The similarity that brings the average spine to two or more points. Raises Refusal."""
    names = sorted(given)
    mine = np.array([average_landmarks()[name] for name in names])
    theirs = np.array([given[name] for name in names], dtype=np.float64)
    weights = np.ones(len(names))
    fit = _similarity(mine, theirs, weights)
    _refuse_impossible(fit, names, mine, theirs)
    for _ in range(0 if canal_world_mm is None or len(canal_world_mm) < 2 else ROUNDS):
        seen = _canal_seen(fit, names[0].partition(".")[0], canal_world_mm)
        if seen is None:
            break
        more = np.full(len(seen[0]), CANAL_WEIGHT)
        fit = _similarity(
            np.concatenate([mine, seen[0]]),
            np.concatenate([theirs, seen[1]]),
            np.concatenate([weights, more]),
        )
    # The given points count: the rest is moved so that they are met on average.
    return Fit(fit.scale, fit.turn, fit.shift + (theirs - fit.world(mine)).mean(axis=0))


def _similarity(mine: FloatArray, theirs: FloatArray, weights: FloatArray) -> Fit:
    """Least squares with a little preference for not turning (Umeyama 1991, weighted)."""
    share = (weights / weights.sum())[:, None]
    middle = (share * mine).sum(axis=0), (share * theirs).sum(axis=0)
    a, b = mine - middle[0], theirs - middle[1]
    size = float((share * a**2).sum())
    scale = float(np.sqrt((share * b**2).sum() / size))
    u, _, vt = np.linalg.svd((share * b).T @ a / (scale * size) + _PRIOR * np.eye(3))
    turn = u @ np.diag([1.0, 1.0, float(np.sign(np.linalg.det(u @ vt)))]) @ vt
    return Fit(scale, turn, middle[1] - scale * turn @ middle[0])


def _canal_seen(
    fit: Fit, level: str, canal_world_mm: FloatArray | None
) -> tuple[FloatArray, FloatArray] | None:
    """Points along the average canal at a level, and where the scan shows them; None if nowhere."""
    assert canal_world_mm is not None
    average = average_landmarks()
    mine = np.array(average[f"{level}.canal_centre"])
    up = axes_of(average, level).axes[:, 2]
    away = np.linalg.norm(canal_world_mm - fit.world(mine), axis=1)
    nearest = int(away.argmin())
    if away[nearest] > CANAL_WITHIN_MM:
        return None
    place = canal_world_mm[nearest]
    near = canal_world_mm[np.linalg.norm(canal_world_mm - place, axis=1) < ALONG_MM]
    along = np.linalg.svd(near - near.mean(axis=0))[2][0]
    along = along * np.sign(along[2])
    steps = np.array([-ALONG_MM, 0.0, ALONG_MM])[:, None]
    return mine + steps / fit.scale * up, place + steps * along


@functools.cache
def average_landmarks() -> Landmarks:
    """Every landmark of an average person, T7's body centre at the origin."""
    person = Person(scoliosis_deg=0.0)
    parts = parts_of(person)
    return landmarks_of(parts.plan, parts.bones, Skeleton.of(person, parts.bones, parts.implants))


def _groups(given: Landmarks) -> list[tuple[tuple[str, ...], Landmarks]]:
    """Points that are fitted together: a level's own if it has two, else all of them."""
    levels = {level: _of(given, level) for level in LEVELS}
    own: list[tuple[tuple[str, ...], Landmarks]] = [
        ((level,), points) for level, points in levels.items() if len(points) >= 2
    ]
    if own:
        return own
    touched = [level for level, points in levels.items() if points]
    if len(touched) < 2:
        name = next(iter(given), "T7.body_centre")
        raise _refused(
            f"one point ({name}) does not tell how a vertebra stands",
            "Give a second one, e.g. the body centre and a corner of the transverse process",
        )
    apart = LEVELS.index(touched[-1]) - LEVELS.index(touched[0])
    if apart > 3:
        raise _refused(
            f"{touched[0]} and {touched[-1]} lie {apart} levels apart: too far to place one "
            "vertebra between them",
            "Give two points of one level",
        )
    return [(tuple(touched), given)]


def _of(given: Landmarks, level: str) -> Landmarks:
    start = f"{level}."
    return {name: point for name, point in given.items() if name.startswith(start)}


def _within(levels: tuple[str, ...], reach: int) -> tuple[str, ...]:
    first, last = LEVELS.index(levels[0]), LEVELS.index(levels[-1])
    return LEVELS[max(0, first - reach) : last + reach + 1]


def _placed(level: str, fit: Fit, spread_mm: float) -> Mapping[str, Found]:
    points = _of(average_landmarks(), level)
    return MappingProxyType(
        {name: Found(fit.world(np.array(point)), spread_mm) for name, point in points.items()}
    )


def _refuse_impossible(fit: Fit, names: list[str], mine: FloatArray, theirs: FloatArray) -> None:
    told = " and ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")
    low, high = SCALE_LIMITS
    if not low <= fit.scale <= high:
        apart = [float(np.linalg.norm(part[0] - part[-1])) for part in (theirs, mine)]
        raise _refused(
            f"{told} lie {apart[0]:.0f} mm apart, in an average adult {apart[1]:.0f} mm "
            f"(accepted: {low * apart[1]:.0f} to {high * apart[1]:.0f})",
            "Check level, side and coordinates of both points",
        )
    turn_deg = float(np.degrees(np.arccos(np.clip((np.trace(fit.turn) - 1.0) / 2.0, -1.0, 1.0))))
    if turn_deg > MOST_TURN_DEG:
        raise _refused(
            f"{told} would turn the vertebra by {turn_deg:.0f} degrees (at most "
            f"{MOST_TURN_DEG:.0f})",
            "Check side and coordinates: +x is the patient's left, +y backward, +z to the head",
        )
    off = float(np.linalg.norm(fit.world(mine) - theirs, axis=1).max())
    if off > MOST_RESIDUAL_MM:
        raise _refused(
            f"{told} do not lie as on one vertebra: {off:.0f} mm off (at most "
            f"{MOST_RESIDUAL_MM:.0f})",
            "Check the names and coordinates of the points",
        )


def _refused(why: str, next_step: str) -> Refusal:
    return Refusal("The landmarks cannot be used", why, next_step)
