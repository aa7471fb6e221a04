"""Contrast in the picture follows the log: it grows, stays, runs off, and replays the same."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from trainer.attempt.commands import BeamOff, BeamOn, SetPulseRate
from trainer.attempt.events import Blob, Event, Injected, InjectionBegan, Vec3
from trainer.attempt.procedure import Injecting
from trainer.attempt.state import State
from trainer.attempt.step import run
from trainer.imaging.contrast_shadow import Pool
from trainer.scenario.agent import AgentKind
from trainer.scenario.tables import profile_named
from trainer.session import playing
from trainer.session.contrast import SHELLS, iodine_of, pools_of
from trainer.session.exposed_view import pose_of
from trainer.session.fluoroscope import Fluoroscope, Frame
from trainer.session.opening import Opening, machine_of
from trainer.session.projectors import FAST
from trainer.session.services import Services
from trainer.session.taken import Taken, kept_of

IODINE = {"iohexol-240": 0.24}
LASTS_MS = 600
DROP = Blob((0, 0, 0), (4_857, 2_429, 6_071), 1000, 0)
BEADS = tuple(
    Blob((3_000 * n, 0, 0), (1_430, 1_430, 1_430), 50, 20 * n, 4_000 + 20 * n) for n in range(20)
)


def injecting(opening: Opening, *blobs: Blob, agent: str = "iohexol-240", **more: str) -> State:
    pattern = more.get("pattern", "planes")
    flow = Injecting(agent, 300, 1, (0, 0, 0), 0, 0, 6_000, pattern, blobs)
    start = opening.header.start
    return replace(start, procedure=replace(start.procedure, injecting=flow))


def grams(pools: tuple[Pool, ...]) -> float:
    volumes_cm3 = [4.0 / 3.0 * math.pi * math.prod(one.semi_mm) / 1000.0 for one in pools]
    return sum(v * one.iodine_g_cm3 for v, one in zip(volumes_cm3, pools, strict=True))


@pytest.fixture(scope="module")
def opening(services: Services) -> Opening:
    return playing.opened(services, services.scenarios.load("place-t7-left"), seed=1)


def test_only_contrast_media_show_by_the_iodine_on_their_label() -> None:
    house = profile_named("house-default")
    assert house is not None
    shown = iodine_of(house)
    assert shown["iohexol-240"] == 0.24
    assert {one.id for one in house.agents if one.kind is AgentKind.CONTRAST} == set(shown)


@pytest.mark.parametrize("ms", [1_500, 3_000, 6_000])
def test_what_is_in_the_patient_is_what_the_plunger_gave(opening: Opening, ms: int) -> None:
    pools = pools_of(injecting(opening, DROP), IODINE, ms)
    assert len(pools) == len(SHELLS)
    assert grams(pools) == pytest.approx(0.3 * 0.24 * ms / 6_000, rel=0.01)


def test_nothing_shows_before_the_plunger_moves_and_saline_never_does(opening: Opening) -> None:
    assert pools_of(opening.header.start, IODINE, 3_000) == ()
    assert pools_of(injecting(opening, DROP), IODINE, 0) == ()
    assert pools_of(injecting(opening, DROP, agent="saline"), IODINE, 3_000) == ()


def test_in_a_vessel_it_runs_ahead_is_one_stream_and_is_gone_afterwards(opening: Opening) -> None:
    state = injecting(opening, *BEADS, pattern="vessel")
    early, late = (pools_of(state, IODINE, ms) for ms in (200, 1_000))
    assert max(p.centre_world_mm[0] for p in early) < max(p.centre_world_mm[0] for p in late)
    xs = np.array([pool.centre_world_mm[0] for pool in pools_of(state, IODINE, 3_000)])
    assert (np.diff(np.sort(xs)) < 1.43).all()
    assert 0.0 < grams(pools_of(state, IODINE, 3_000)) < 0.3 * 0.24
    assert pools_of(state, IODINE, 5_000) == ()


def test_a_wide_vessel_dilutes_it(opening: Opening) -> None:
    wide = tuple(replace(bead, semi_um=(9_000, 9_000, 9_000)) for bead in BEADS)
    pools = pools_of(injecting(opening, *wide, pattern="vessel"), IODINE, 3_000)
    assert all(pool.iodine_g_cm3 < 0.05 * 0.24 for pool in pools)


def injected(opening: Opening, blobs: tuple[Blob, ...], pattern: str) -> list[Taken]:
    """A run of pulses in which contrast is given from 200 ms on; none of it is decided."""
    commands = SetPulseRate(0, 8), BeamOn(0), BeamOff(1_400)
    records, _ = run(opening.header.start, commands, opening.world)
    events: list[Event] = [event for record in records for event in record.events]
    agent = "iohexol-240", 300
    begun = InjectionBegan(200, *agent, 1, (0, 0, 0), LASTS_MS, pattern, blobs)
    ended = Injected(200 + LASTS_MS, *agent, 200, False, pattern, blobs, ())
    for given in (begun, ended):
        place = next(n for n, event in enumerate(events) if event.t_ms > given.t_ms)
        events.insert(place, given)
    return list(kept_of(opening.header.start, events))


def around(opening: Opening, frame: Frame, at_um: Vec3) -> NDArray[np.float32]:
    view = pose_of(frame.exposed, machine_of(opening.scenario)).view
    column, row = np.rint(view.project(np.array(at_um) / 1000.0)).astype(int)
    return np.asarray(frame.values[row - 4 : row + 5, column - 4 : column + 5])


def test_contrast_on_the_bone_is_live_stays_and_is_all_that_subtraction_leaves(
    opening: Opening,
) -> None:
    target_um = opening.header.targets[0].point_um
    drop = replace(DROP, centre_um=(target_um[0], target_um[1] + 2_000, target_um[2]))
    shots = injected(opening, (drop,), "planes")
    assert len(shots) > 8

    def drawn() -> list[Frame]:
        scope = Fluoroscope(opening.scenario, opening.patient, 1, FAST.for_attempts())
        return [scope.frame(*shot) for shot in shots]

    frames = drawn()
    dark = [float(around(opening, frame, target_um).mean()) for frame in frames]
    before = [at for at, shot in enumerate(shots) if shot.exposed.t_ms <= 200]
    during = [at for at, shot in enumerate(shots) if 300 < shot.exposed.t_ms <= 800]
    assert max(dark[at] for at in before) - min(dark[at] for at in before) < 0.05
    assert all(dark[a] < dark[b] for a, b in zip(during[1:], during[:-1], strict=True))
    assert dark[before[-1]] - dark[-1] > 0.15
    left = frames[before[-1]].values - frames[-1].values
    assert float(np.percentile(np.abs(left[:100]), 99)) < 0.15  # noise
    assert all((a.values == b.values).all() for a, b in zip(frames, drawn(), strict=True))


def test_contrast_in_a_vein_shows_and_goes(opening: Opening) -> None:
    x, y, z = opening.header.targets[0].point_um
    beads = tuple(
        replace(bead, centre_um=(x + 2_000 * n, y, z), gone_ms=700 + 10 * n)
        for n, bead in enumerate(BEADS)
    )
    shots = injected(opening, beads, "vessel")
    held = [len(pools_of(shot.state, IODINE, shot.exposed.t_ms)) for shot in shots]
    assert held[0] == 0
    assert max(held) > 20
    assert held[-1] == 0
