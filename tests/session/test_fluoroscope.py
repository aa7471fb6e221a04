"""The picture follows the exposure's settings: field, shutters, rotation, SID, technique."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from trainer.attempt.commands import (
    BeamOff,
    BeamOn,
    Command,
    Expose,
    LockBrightness,
    RotateDetector,
    SetField,
    SetIris,
    SetPulseRate,
    SetShutters,
    SetSid,
    StandAt,
    Tick,
    TurnCArm,
)
from trainer.attempt.events import Exposed, NotPossible
from trainer.attempt.state import State
from trainer.attempt.step import run
from trainer.session import playing, review
from trainer.session.earlier_pulses import lead_in
from trainer.session.fluoroscope import Fluoroscope, Frame
from trainer.session.opening import Opening
from trainer.session.services import Services
from trainer.session.taken import Taken, kept_of

CARM = "place-t7-left"


@pytest.fixture(scope="module")
def opening(services: Services) -> Opening:
    return playing.opened(services, services.scenarios.load(CARM), seed=1)


@pytest.fixture(scope="module")
def scope(opening: Opening) -> Fluoroscope:
    return Fluoroscope(opening.scenario, opening.patient, seed=1)


def taken(opening: Opening, *commands: Command) -> tuple[Exposed, State]:
    """The last picture of commands and the state after it."""
    records, state = run(opening.header.start, [*commands, Expose(9_000)], opening.world)
    event = records[-1].events[-1]
    assert isinstance(event, Exposed)
    return event, state


def frame(opening: Opening, scope: Fluoroscope, *commands: Command) -> Frame:
    return scope.frame(*taken(opening, *commands))


def likeness(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1])


def test_outside_the_shutters_the_picture_is_black_and_inside_it_is_the_same(
    opening: Opening, scope: Fluoroscope
) -> None:
    whole = frame(opening, scope, LockBrightness(0, True))
    shut = frame(
        opening, scope, LockBrightness(0, True), SetShutters(0, -55_000, 110_000, 0, 55_000)
    )
    assert shut.picture.shape == whole.picture.shape == (512, 512)
    assert not shut.picture[:250].any()
    assert not shut.picture[390:].any()
    assert not shut.picture[:, :120].any()
    inside = np.s_[262:378, 134:]
    assert likeness(shut.values[inside], whole.values[inside]) > 0.9


def test_less_scatter_reaches_the_receptor_through_an_iris(
    opening: Opening, scope: Fluoroscope
) -> None:
    whole = scope.exposure(*taken(opening, LockBrightness(0, True)))
    shut = scope.exposure(*taken(opening, LockBrightness(0, True), SetIris(0, 30_000)))
    middle = np.s_[200:312, 200:312]
    assert shut.transmission[middle].mean() < 0.9 * whole.transmission[middle].mean()


def run_of(opening: Opening, *commands: Command, rate_hz: int = 15) -> list[Taken]:
    """The exposures of commands, each with the state in which it was taken."""
    records, _ = run(opening.header.start, [SetPulseRate(0, rate_hz), *commands], opening.world)
    return list(kept_of(opening.header.start, (e for record in records for e in record.events)))


def spread(one: Frame, other: Frame) -> float:
    return float((one.values - other.values).std())


def test_a_run_grows_quieter_and_a_single_picture_stands_alone(opening: Opening) -> None:
    shots = run_of(opening, BeamOn(0), BeamOff(330), Expose(400))
    assert [shot.mode for shot, _, _ in shots] == ["normal"] * 5 + ["spot"]
    one, other = (Fluoroscope(opening.scenario, opening.patient, seed) for seed in (1, 2))
    drawn = [(one.frame(*shot), other.frame(*shot)) for shot in shots]
    assert spread(*drawn[4]) < 0.75 * spread(*drawn[0])
    alone = Fluoroscope(opening.scenario, opening.patient, 1).frame(*shots[-1])
    assert (alone.picture == drawn[-1][0].picture).all()


def test_frames_drawn_in_order_are_the_same_twice_whatever_was_drawn_before(
    opening: Opening, scope: Fluoroscope
) -> None:
    shots = run_of(opening, BeamOn(0), BeamOff(330))
    first = [scope.frame(*shot).picture for shot in shots]
    again = [scope.frame(*shot).picture for shot in shots]
    assert all((a == b).all() for a, b in zip(first, again, strict=True))
    last = Fluoroscope(opening.scenario, opening.patient, 1)
    for before in lead_in(shots[-5:]):
        last.frame(*before)
    assert (last.frame(*shots[-1]).picture == first[-1]).all()


def test_nothing_of_a_run_shows_after_a_pause_or_a_move(
    opening: Opening, scope: Fluoroscope
) -> None:
    for between in ([BeamOff(330), BeamOn(3_000)], [TurnCArm(330, 1_000, 0)]):
        shots = run_of(opening, BeamOn(0), *between, BeamOff(between[-1].t_ms + 40))
        for shot in shots:
            drawn = scope.frame(*shot)
        alone = Fluoroscope(opening.scenario, opening.patient, 1).frame(*shots[-1])
        assert (alone.picture == drawn.picture).all()


def test_the_iris_shuts_alike_from_all_sides(opening: Opening, scope: Fluoroscope) -> None:
    dark = frame(opening, scope, SetIris(0, 55_000)).picture == 0
    assert (dark == dark[::-1]).mean() > 0.995
    assert (dark == dark.T).mean() > 0.995
    assert dark.mean() == pytest.approx(0.75, abs=0.02)


def test_a_turned_detector_turns_the_picture_counter_clockwise(
    opening: Opening, scope: Fluoroscope
) -> None:
    straight = frame(opening, scope).values
    turned = frame(opening, scope, RotateDetector(0, 90_000)).values
    assert likeness(np.rot90(straight), turned) > 0.9
    assert likeness(np.rot90(straight, 3), turned) < 0.7
    letters = frame(opening, scope, RotateDetector(0, 90_000)).letters
    assert (letters["left"], letters["bottom"]) == ("H", "L")


def test_magnification_shows_the_middle_larger(opening: Opening, scope: Fluoroscope) -> None:
    whole, closer = frame(opening, scope), frame(opening, scope, SetField(0, 160_000))
    assert closer.pixel_mm_at_isocentre == pytest.approx(
        whole.pixel_mm_at_isocentre * 160.0 / 220.0
    )
    span = 512 * 160 / 220
    low = round(256 - span / 2)
    middle = whole.values[low : 512 - low, low : 512 - low]
    near = np.linspace(0, middle.shape[0] - 1, 64).astype(int)
    far = np.linspace(0, 511, 64).astype(int)
    assert likeness(middle[np.ix_(near, near)], closer.values[np.ix_(far, far)]) > 0.6


def test_a_farther_receptor_magnifies(opening: Opening, scope: Fluoroscope) -> None:
    near, far = (frame(opening, scope, SetSid(0, sid_um)) for sid_um in (1_000_000, 1_100_000))
    assert far.pixel_mm_at_isocentre == pytest.approx(near.pixel_mm_at_isocentre / 1.1)


def test_usual_views_stay_clear_of_patient_and_table(opening: Opening) -> None:
    for oblique, tilt in ((0, 0), (0, 45), (0, -45), (90, 0), (-90, 0), (100, 0), (40, 20)):
        command = TurnCArm(0, oblique * 1000, tilt * 1000)
        records, _ = run(opening.header.start, [command], opening.world)
        refused = [e for one in records for e in one.events if isinstance(e, NotPossible)]
        assert refused == []


def test_automatic_brightness_gives_a_thorax_its_usual_technique(opening: Opening) -> None:
    for oblique_mdeg in (0, 90_000):
        shot, _ = taken(opening, TurnCArm(0, oblique_mdeg, 0))
        assert 65_000 <= shot.tube_v <= 95_000  # clinical.md 5.2: AP 65-80, lateral 75-95 kVp
        assert 15_000 <= shot.water_mgcm2 <= 35_000


EVERYTHING: tuple[Command, ...] = (
    SetPulseRate(0, 15),
    SetIris(100, 60_000),
    StandAt(150, "tube_side", 900),
    BeamOn(200),
    SetShutters(700, -60_000, 60_000, -30_000, 60_000),
    TurnCArm(1_000, 20_000, 5_000),
    LockBrightness(1_500, True),
    RotateDetector(1_600, 30_000),
    SetSid(1_700, 1_050_000),
    Tick(2_500),
)


def test_a_run_with_every_setting_is_decided_again_alike(
    services: Services, tmp_path: Path
) -> None:
    path = tmp_path / "a.attempt"
    scenario = services.scenarios.load(CARM)
    played = playing.play_script(services, scenario, EVERYTHING, 3, path)
    assert played.not_possible == ()
    assert played.state.exposures > 30
    assert review.verify(services, path, with_physics=True).differences == ()
