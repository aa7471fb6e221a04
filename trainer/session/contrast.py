"""The contrast in the beam: what is being injected, and what was, at a time of the log."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from trainer.attempt.events import Blob
from trainer.attempt.evolve_procedure import simulated_ms
from trainer.attempt.integers import mm_of
from trainer.attempt.procedure import Deposit, Injecting
from trainer.attempt.state import State
from trainer.geometry.pinhole import FloatArray
from trainer.imaging.contrast_shadow import Pool
from trainer.scenario.agent import AgentKind
from trainer.scenario.profile import Profile
from trainer.therapy.spread import Pattern

# A part takes this long to fill once the front has reached it, and fades for so long before it is
# washed away (design values).
FILLING_MS, FADING_MS = 300, 500
BEADS_APART = 0.75  # radii, in a vessel: nearer than that, beads look like one stream
# In tissue contrast thins out toward its edge: a third of it in each of three ellipsoids, as large
# as these parts of the evenly filled one (design values).
SHELLS = (0.75, 1.0, 1.3)
IN_SHELLS = sum(part**3 for part in SHELLS)
LEAST_SEMI_MM, LEAST_SHARE = 0.05, 0.005  # smaller or thinner shows nothing


class _Part(NamedTuple):
    """A blob in floats, and how much of an injection there is of it. volume_mm3 : once filled."""

    centre_mm: FloatArray
    semi_mm: FloatArray
    volume_mm3: float
    after_ms: float
    gone_ms: float


def iodine_of(profile: Profile) -> Mapping[str, float]:
    """Grams of iodine in a cm3 of each contrast medium of a profile, by the agent's name."""
    media = (one for one in profile.agents if one.kind is AgentKind.CONTRAST and one.ug_per_ml)
    return {one.id: one.ug_per_ml / 1e6 for one in media}


def pools_of(
    state: State, iodine_g_cm3: Mapping[str, float], now_ms: int | None = None
) -> tuple[Pool, ...]:
    """What `state` holds of contrast at a time (its own by default).

    iodine_g_cm3 : of each agent that shows, as `iodine_of` gives it.
    """
    at_ms = state.t_ms if now_ms is None else now_ms
    given: list[Deposit | Injecting] = [*state.procedure.deposits]
    if state.procedure.injecting is not None:
        given.append(state.procedure.injecting)
    return tuple(
        pool
        for one in given
        if (strength := iodine_g_cm3.get(one.agent)) is not None
        for pool in _pools(one, state, at_ms, strength)
    )


def _pools(given: Deposit | Injecting, state: State, at_ms: int, strength: float) -> Iterator[Pool]:
    gone_ms, injected = _progress(given, state, at_ms)
    for part in _parts(given):
        filled = injected * min(1.0, (gone_ms - part.after_ms) / FILLING_MS)
        if filled > 0.0:
            yield from _pool(part, filled, _left(part, gone_ms) * strength, strength)


def _progress(given: Deposit | Injecting, state: State, at_ms: int) -> tuple[float, float]:
    """Milliseconds since the plunger moved, and the share of the volume that is in."""
    sim_ms = simulated_ms(state, at_ms)
    if isinstance(given, Injecting):
        gone_ms = float(sim_ms - given.began_sim_ms)
        return gone_ms, min(1.0, gone_ms / max(1, given.lasts_ms))
    # What was waited since it rests counts too.
    return float(max(at_ms - given.began_ms, sim_ms - given.at_sim_ms)), 1.0


def _parts(given: Deposit | Injecting) -> Iterator[_Part]:
    parts = [_part(blob, given.volume_ul) for blob in given.blobs]
    return _stream(parts) if given.pattern == Pattern.VESSEL else _shells(parts)


def _shells(parts: Iterable[_Part]) -> Iterator[_Part]:
    for part in parts:
        for shell in SHELLS:
            volume_mm3 = part.volume_mm3 * shell**3 / IN_SHELLS
            yield part._replace(semi_mm=part.semi_mm * shell, volume_mm3=volume_mm3)


def _part(blob: Blob, volume_ul: int) -> _Part:
    volume_mm3 = volume_ul * blob.share_permille / 1000.0
    gone_ms = float(blob.gone_ms) if blob.gone_ms else math.inf
    return _Part(mm_of(blob.centre_um), mm_of(blob.semi_um), volume_mm3, blob.after_ms, gone_ms)


def _pool(part: _Part, filled: float, iodine: float, undiluted: float) -> Iterator[Pool]:
    """An ellipsoid that grows with what is in it; never more iodine than was injected."""
    semi = part.semi_mm * filled ** (1.0 / 3.0)
    room_mm3 = 4.0 / 3.0 * math.pi * float(np.prod(part.semi_mm))
    iodine *= min(1.0, part.volume_mm3 / room_mm3)
    if semi.min() >= LEAST_SEMI_MM and iodine >= LEAST_SHARE * undiluted:
        yield Pool(_point(part.centre_mm), _point(semi), iodine)


def _left(part: _Part, gone_ms: float) -> float:
    """The share of a part that blood has not washed away."""
    return min(1.0, max(0.0, (part.gone_ms - gone_ms) / FADING_MS))


def _stream(beads: list[_Part]) -> Iterator[_Part]:
    """Beads along a vessel as one stream: as many between them as make it smooth.

    Spheres r apart from each other hold more than the tube round them where they overlap, so each
    is given its part of the tube's volume.
    """
    for before, after in pairwise(beads):
        gap_mm = float(np.linalg.norm(after.centre_mm - before.centre_mm))
        radius_mm = float(before.semi_mm.min())
        count = max(1, math.ceil(gap_mm / (BEADS_APART * radius_mm)))
        tube_mm3 = math.pi * radius_mm**2 * gap_mm / count
        volume_mm3 = min(before.volume_mm3 / count, tube_mm3)
        for step in range(count):
            share = step / count
            yield _Part(
                before.centre_mm + share * (after.centre_mm - before.centre_mm),
                before.semi_mm,
                volume_mm3,
                before.after_ms + share * (after.after_ms - before.after_ms),
                before.gone_ms + share * (after.gone_ms - before.gone_ms),
            )
    if len(beads) == 1:
        yield beads[0]


def _point(values: FloatArray) -> tuple[float, float, float]:
    x, y, z = (float(value) for value in values)
    return x, y, z
