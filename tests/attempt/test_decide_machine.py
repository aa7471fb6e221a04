"""C-arm, table, stored views and exposures: limits, geometry and dose in integers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.attempt.scripts import READY
from tests.attempt.worlds import START, STORED, WORLD
from trainer.attempt.commands import (
    Advance,
    BeamOn,
    Command,
    DeclareLevel,
    Expose,
    LetGo,
    MoveTable,
    SelectView,
    SetField,
    Submit,
    Tilt,
    TurnCArm,
)
from trainer.attempt.decide import decide
from trainer.attempt.events import (
    CArmMoved,
    Exposed,
    LevelDeclared,
    NotPossible,
    ViewSelected,
)
from trainer.attempt.state import State
from trainer.attempt.step import run
from trainer.attempt.world import World

AP = replace(START, view="AP")


def exposed(*commands: Command, world: World = WORLD, start: State = START) -> Exposed:
    """The picture after commands."""
    state = run(start, commands, world)[1]
    (event,) = decide(state, Expose(state.t_ms), world)
    assert isinstance(event, Exposed)
    return event


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (TurnCArm(0, 100_001, 0), "orbit 100.001 degrees is beyond the machine's -100 to 100"),
        (TurnCArm(0, 0, -46_000), "tilt -46 degrees is beyond the machine's -45 to 45"),
        (MoveTable(0, 400_001, 0, 0), "table across 400.001 mm from its start"),
        (MoveTable(0, 0, -440_001, 0), "table height -400.001 mm from its start"),
        (MoveTable(0, 0, 0, 500_000), "table along 500 mm from its start"),
        (SelectView(0, "AP"), "no stored pictures"),
        (DeclareLevel(0, "T13", "left"), "no level 'T13'; known: C7, T1"),
        (DeclareLevel(0, "T7", "port"), "no side 'port'"),
    ],
)
def test_what_the_machine_cannot_do_says_value_and_limit(command: Command, why: str) -> None:
    (event,) = decide(START, command, WORLD)
    assert isinstance(event, NotPossible)
    assert why in event.why


@pytest.mark.parametrize(
    "command", [TurnCArm(0, 100_000, -45_000), MoveTable(0, -400_000, 360_000, 400_000)]
)
def test_the_limits_themselves_are_reached(command: Command) -> None:
    (event,) = decide(START, command, WORLD)
    assert isinstance(event, CArmMoved)


def test_a_set_of_pictures_has_views_and_no_c_arm() -> None:
    for command in (TurnCArm(0, 1, 1), MoveTable(0, 1, 1, 1)):
        (event,) = decide(AP, command, STORED)
        assert isinstance(event, NotPossible)
        assert "this patient is a set of stored pictures" in event.why
    assert decide(AP, SelectView(0, "LAT"), STORED) == (ViewSelected(0, "LAT"),)
    assert decide(AP, SelectView(0, "AP"), STORED) == ()
    (event,) = decide(AP, SelectView(0, "OBL"), STORED)
    assert isinstance(event, NotPossible)
    assert "no view 'OBL'; known: AP, LAT" in event.why


ANGLES = st.tuples(st.integers(-100_000, 100_000), st.integers(-45_000, 45_000))


@settings(deadline=None, max_examples=80)
@given(ANGLES, st.tuples(*[st.integers(-300_000, 300_000)] * 3))
def test_an_exposure_is_the_pose_in_integers(
    angles: tuple[int, int], at_um: tuple[int, int, int]
) -> None:
    event = exposed(TurnCArm(0, *angles), MoveTable(0, *at_um))
    theta, phi = np.radians(angles[0] / 1000.0), np.radians(angles[1] / 1000.0)
    d = np.array([np.sin(theta) * np.cos(phi), np.cos(theta) * np.cos(phi), np.sin(phi)])
    u = np.array([-np.cos(theta), np.sin(theta), 0.0])
    v = np.array([np.sin(theta) * np.sin(phi), np.cos(theta) * np.sin(phi), -np.cos(phi)])
    for got_e9, wanted in (
        (event.direction_e9, d),
        (event.right_e9, u),
        (event.down_e9, v),
    ):
        assert np.abs(np.array(got_e9) - wanted * 1e9).max() <= 1.0
    source_um = np.array(at_um) - 530_000.0 * d
    assert np.abs(np.array(event.source_um) - source_um).max() <= 0.501
    assert (event.oblique_mdeg, event.tilt_mdeg) == angles
    assert (event.view, event.field_um) == ("", 298_000)


def test_a_stored_view_exposes_with_its_own_geometry() -> None:
    lateral = exposed(SelectView(0, "LAT"), world=STORED, start=AP)
    assert (lateral.view, lateral.oblique_mdeg, lateral.tilt_mdeg) == ("LAT", 90_000, 0)
    assert lateral.direction_e9 == (10**9, 0, 0)
    assert lateral.source_um == (-530_000, -40_000, 0)
    assert lateral.field_um == 298_000
    carm = exposed(TurnCArm(0, 90_000, 0))
    assert lateral.kap_pgym2 == carm.kap_pgym2


def test_dose_is_counted_per_pulse_and_per_picture() -> None:
    pulse = decide(START, BeamOn(0), WORLD)[1]
    assert isinstance(pulse, Exposed)
    spot = exposed()
    assert spot.kerma_ngy == pytest.approx(4 * pulse.kerma_ngy, abs=2)
    edge_m = 0.298 * (530.0 - 150.0) / 1020.0
    assert pulse.kap_pgym2 == pytest.approx(pulse.kerma_ngy * edge_m**2 * 1000.0, rel=1e-4)
    # 8 pulses a second are about 8 mGy a minute at the reference point (clinical.md 5.2).
    assert 7.7e6 <= 8 * 60 * pulse.kerma_ngy <= 8.6e6
    state = run(START, [Expose(0), Expose(10)], WORLD)[1]
    assert (state.exposures, state.beam_on_ms) == (2, 0)
    assert state.kerma_ngy == 2 * spot.kerma_ngy
    assert state.kap_pgym2 == 2 * spot.kap_pgym2


def test_a_gripped_hub_in_the_field_is_a_hand_in_the_beam() -> None:
    down_the_beam = exposed(*READY)
    assert (down_the_beam.hand_in_beam, down_the_beam.tip_in_field) == (True, True)
    free = exposed(*READY, LetGo(0))
    assert (free.hand_in_beam, free.tip_in_field) == (False, True)
    laid_over = exposed(*READY, Tilt(0, 45_000, 0), Tilt(0, 30_000, 0), SetField(0, 160_000))
    assert (laid_over.hand_in_beam, laid_over.tip_in_field) == (False, True)
    elsewhere = exposed(*READY, MoveTable(0, 0, -40_000, 300_000))
    assert (elsewhere.hand_in_beam, elsewhere.tip_in_field) == (False, False)
    assert (exposed().hand_in_beam, exposed().tip_in_field) == (False, False)


def test_a_picture_under_the_beam_is_not_possible() -> None:
    state = run(START, [BeamOn(0)], WORLD)[1]
    (event,) = decide(state, Expose(1), WORLD)
    assert isinstance(event, NotPossible)
    assert "the beam is on" in event.why


def test_a_level_is_declared_with_the_picture_it_was_read_from() -> None:
    assert decide(START, DeclareLevel(3, "T7", "left"), WORLD) == (
        LevelDeclared(3, "T7", "left", 0),
    )
    seen = run(START, [Expose(0), Expose(1)], WORLD)[1]
    assert decide(seen, DeclareLevel(3, "T8", "right"), WORLD) == (
        LevelDeclared(3, "T8", "right", 2),
    )


def test_after_submitting_nothing_is_possible_and_nothing_changes() -> None:
    state = run(START, [*READY, Submit(5)], WORLD)[1]
    for command in (Expose(6), Submit(6), Advance(6, 5), DeclareLevel(6, "T7", "left"), BeamOn(6)):
        (event,) = decide(state, command, WORLD)
        assert isinstance(event, NotPossible)
        assert event.why == "the attempt has been submitted"
