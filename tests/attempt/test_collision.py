"""What the C-arm must not touch: gaps are measured right and moves into the patient refused."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.attempt.worlds import CARM, START, WORLD
from trainer.attempt.collision import Gaps, Surroundings, collision, gaps_of
from trainer.attempt.commands import Command, MoveTable, SetSid, TurnCArm
from trainer.attempt.decide import decide
from trainer.attempt.events import CArmMoved, MachineSet, NotPossible
from trainer.attempt.state import State
from trainer.attempt.step import run

# A flat back at y = 0 over a trunk 300 mm wide, 220 mm deep, 500 mm long.
X_MM, Z_MM = np.meshgrid(np.arange(-150.0, 151.0, 10.0), np.arange(-250.0, 251.0, 10.0))
AROUND = Surroundings(
    back_mm=np.stack([X_MM.ravel(), np.zeros(X_MM.size), Z_MM.ravel()], axis=1),
    trunk_low_mm=np.array([-150.0, -220.0, -250.0]),
    trunk_high_mm=np.array([150.0, 0.0, 250.0]),
)
FIRM = replace(WORLD, around=AROUND)
PLATE_MM = 298.0


def why(command: Command, state: State = START) -> str:
    (event,) = decide(state, command, FIRM)
    assert isinstance(event, NotPossible)
    return event.why


def test_the_receptors_gap_is_the_way_from_its_plane_to_the_skin_before_it() -> None:
    gaps = gaps_of(CARM, PLATE_MM, AROUND)  # receptor 490 mm above y = -40
    assert gaps.receptor_mm == pytest.approx(450.0)
    aside = replace(CARM, isocentre_world_mm=(600.0, -40.0, 0.0))
    assert gaps_of(aside, PLATE_MM, AROUND).receptor_mm == np.inf


def test_the_tubes_gap_is_the_way_from_its_housing_to_the_table() -> None:
    gaps = gaps_of(CARM, PLATE_MM, AROUND)  # source 530 mm under y = -40, table's underside at -250
    assert gaps.tube_mm == pytest.approx(570.0 - 250.0 - 100.0)
    lying = CARM.turned(oblique_deg=90.0)  # source at x = -530; the table ends at -265
    beside_mm = np.hypot(530.0 - 265.0, 220.0 - 40.0) - 100.0
    assert gaps_of(lying, PLATE_MM, AROUND).tube_mm == pytest.approx(beside_mm)


def test_a_receptor_lowered_onto_the_back_stops_with_value_and_limit() -> None:
    low = run(START, [MoveTable(0, 0, -440_000, 0), SetSid(0, 1_000_000)], FIRM)[1]
    assert why(SetSid(0, 959_000), low) == (
        "the receptor would come to -11 mm from patient or table, the limit is 30 mm"
    )
    event = decide(low, SetSid(0, 1_000_000 + 1), FIRM)
    assert isinstance(event[0], MachineSet)


def test_the_limit_itself_is_reached() -> None:
    low = run(START, [MoveTable(0, 0, -440_000, 0)], FIRM)[1]
    (event,) = decide(low, SetSid(0, 1_000_000), FIRM)
    assert isinstance(event, MachineSet)
    assert "to 30 mm" in why(SetSid(0, 999_900), low)


@pytest.mark.parametrize(
    ("command", "what"),
    [
        (MoveTable(0, 0, 350_000, 0), "the tube would come"),  # the tube up into the table
        (MoveTable(0, 400_000, -40_000, 0), "the tube would come"),
    ],
)
def test_a_tube_driven_into_table_or_patient_stops(command: Command, what: str) -> None:
    lying = run(START, [TurnCArm(0, 90_000, 0)], FIRM)[1]
    state = START if command == MoveTable(0, 0, 350_000, 0) else lying
    assert what in why(command, state)


def test_usual_views_are_free() -> None:
    for oblique, tilt in ((0, 0), (90, 0), (-90, 0), (100, 0), (35, 20), (0, -45), (-45, 30)):
        (event,) = decide(START, TurnCArm(0, oblique * 1000, tilt * 1000 + 1), FIRM)
        assert isinstance(event, CArmMoved)


MM = st.floats(-50.0, 100.0)


@settings(max_examples=200)
@given(MM, MM, MM, MM)
def test_a_move_is_refused_only_where_it_narrows_a_gap_that_is_too_small(
    receptor: float, tube: float, receptor_after: float, tube_after: float
) -> None:
    refused = collision(Gaps(receptor, tube), Gaps(receptor_after, tube_after)) is not None
    too_near = receptor_after < 30.0 and receptor_after < receptor
    assert refused == (too_near or (tube_after < 20.0 and tube_after < tube))


def test_who_stands_too_near_may_always_move_away() -> None:
    stuck = replace(START, isocentre_um=(0, -470_000, 0))  # the receptor 20 mm above the back
    (event,) = decide(stuck, MoveTable(0, 0, -430_000, 0), FIRM)
    assert isinstance(event, CArmMoved)
