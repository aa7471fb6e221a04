"""The console: what each command sets, what is refused and why, and what it does to the dose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.attempt.scripts import READY
from tests.attempt.worlds import START, STORED, WORLD
from trainer.attempt.commands import (
    BeamOn,
    Command,
    Expose,
    LockBrightness,
    MoveTable,
    RotateDetector,
    SetDoseMode,
    SetField,
    SetIris,
    SetPulseRate,
    SetShutters,
    SetSid,
    StandAt,
    Tick,
    TurnCArm,
)
from trainer.attempt.console import fields_of
from trainer.attempt.decide import decide
from trainer.attempt.events import Exposed, MachineSet, NotPossible, StoodAt
from trainer.attempt.settings import DEFAULT_FIELD_UM, DEFAULT_SID_UM, DOSE_MODES, Settings
from trainer.attempt.state import State
from trainer.attempt.step import run
from trainer.attempt.world import World
from trainer.geometry.carm import DEFAULT_FIELD_MM, DEFAULT_SID_MM
from trainer.imaging.brightness import DoseMode
from trainer.scenario.machine import DEFAULT_PULSE_RATE_HZ

THICK = replace(WORLD, thickness_g_cm2=lambda _view, _open_part: 28.0)
LYING = TurnCArm(0, 90_000, 0)


def after(*commands: Command, world: World = WORLD, start: State = START) -> State:
    return run(start, commands, world)[1]


def picture(*commands: Command, world: World = WORLD, start: State = START) -> Exposed:
    """The single picture after commands."""
    state = after(*commands, world=world, start=start)
    (event,) = decide(state, Expose(state.t_ms), world)
    assert isinstance(event, Exposed)
    return event


def why(command: Command, world: World = WORLD, state: State = START) -> str:
    (event,) = decide(state, command, world)
    assert isinstance(event, NotPossible)
    return event.why


def test_the_defaults_are_those_of_the_default_machine() -> None:
    assert round(DEFAULT_FIELD_MM * 1000) == DEFAULT_FIELD_UM
    assert round(DEFAULT_SID_MM * 1000) == DEFAULT_SID_UM
    assert Settings().pulse_rate_hz == DEFAULT_PULSE_RATE_HZ
    assert {*DOSE_MODES, "spot"} == {str(mode) for mode in DoseMode}


@pytest.mark.parametrize(
    ("command", "changes"),
    [
        (SetPulseRate(0, 15), {"pulse_rate_hz": 15}),
        (SetDoseMode(0, "low"), {"dose_mode": "low"}),
        (
            SetField(0, 160_000),
            {"field_um": 160_000, "shutters_um": (-80_000, 80_000, -80_000, 80_000)},
        ),
        (
            SetShutters(0, -10_000, 149_000, -20_000, 30_000),
            {"shutters_um": (-10_000, 149_000, -20_000, 30_000)},
        ),
        (SetIris(0, 40_000), {"shutters_um": (-40_000, 40_000, -40_000, 40_000)}),
        (RotateDetector(0, -30_000), {"rotation_mdeg": -30_000}),
        (SetSid(0, 1_100_000), {"sid_um": 1_100_000}),
        (LockBrightness(0, True), {"locked_water_mgcm2": 19_000}),
    ],
)
def test_each_command_sets_its_own_part_and_nothing_else(
    command: Command, changes: dict[str, object]
) -> None:
    wanted = replace(START.settings, **changes)
    assert decide(START, command, WORLD) == (MachineSet(0, wanted),)
    state = after(command)
    assert state == replace(START, settings=wanted)
    assert decide(state, command, WORLD) == ()


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (SetPulseRate(0, 3), "no pulse rate 3; known: 1, 2, 4, 8, 15"),
        (SetDoseMode(0, "spot"), "no dose mode 'spot'; known: low, normal, boost"),
        (SetField(0, 200_000), "no field in mm 200.0; known: 298, 220, 160"),
        (
            SetShutters(0, -149_001, 0, -9_000, 90_000),
            "the left shutter at -149.001 mm lies beyond the field's 149 mm",
        ),
        (SetShutters(0, 0, 90_000, 0, 200_000), "the bottom shutter at 200 mm"),
        (SetShutters(0, 0, 19_999, 0, 90_000), "open width would be 19.999 mm, the least is 20 mm"),
        (SetShutters(0, 0, 90_000, 50_000, 0), "open height would be -50 mm, the least is 20 mm"),
        (SetIris(0, 9_999), "open width would be 19.998 mm"),
        (SetIris(0, -40_000), "open width would be -80 mm"),
        (RotateDetector(0, 180_001), "rotation 180.001 degrees is beyond the machine's -180 to"),
        (SetSid(0, 899_999), "SID 899.999 mm is beyond the machine's 900 to 1100 mm"),
        (SetSid(0, 1_100_001), "SID 1100 mm is beyond the machine's 900 to 1100 mm"),
        (StandAt(0, "roof", 500), "no place 'roof'; known: tube_side, receptor_side, foot"),
        (StandAt(0, "foot", 299), "299 mm lies beyond 300 to 3000 mm"),
    ],
)
def test_what_the_console_cannot_do_says_value_and_limit(command: Command, reason: str) -> None:
    assert reason in why(command)


def test_a_machine_with_a_long_source_side_keeps_its_receptor_beyond_the_isocentre() -> None:
    long = replace(WORLD, carm=replace(WORLD.carm, sod_mm=850.0))
    assert why(SetSid(0, 949_999), long) == "SID 949.999 mm is less than this machine's 950 mm"


def test_the_whole_receptor_comes_first_and_smaller_fields_after_it() -> None:
    assert fields_of(WORLD) == (298_000, 220_000, 160_000)
    begun_smaller = replace(WORLD, carm=replace(WORLD.carm, field_mm=200.0))
    assert fields_of(begun_smaller) == (298_000, 220_000, 200_000, 160_000)
    larger = replace(WORLD, carm=replace(WORLD.carm, field_mm=400.0))
    assert fields_of(larger) == (400_000, 220_000, 160_000)


@pytest.mark.parametrize(
    "command",
    [
        SetField(0, 160_000),
        SetShutters(0, -9_000, 90_000, -9_000, 90_000),
        SetIris(0, 40_000),
        RotateDetector(0, 1_000),
        SetSid(0, 950_000),
        LockBrightness(0, True),
    ],
)
def test_a_stored_picture_was_taken_as_it_is(command: Command) -> None:
    assert "stored pictures, taken as they are" in why(command, STORED, replace(START, view="AP"))


def test_the_pulse_rate_waits_for_the_pedal_and_the_shutters_do_not() -> None:
    under_beam = after(BeamOn(0))
    assert "the beam is on" in why(SetPulseRate(1, 4), state=under_beam)
    assert decide(under_beam, SetPulseRate(1, 8), WORLD) == ()
    happened = decide(under_beam, SetIris(1, 40_000), WORLD)
    assert [type(event) for event in happened] == [MachineSet]
    (pulse,) = decide(after(BeamOn(0), SetIris(1, 40_000)), Tick(125 + 15), WORLD)
    assert isinstance(pulse, Exposed)
    assert pulse.shutters_um == (-40_000, 40_000, -40_000, 40_000)


def test_a_single_picture_is_a_spot_and_a_run_has_the_chosen_mode() -> None:
    assert picture(SetDoseMode(0, "low")).mode == "spot"
    pulse = decide(after(SetDoseMode(0, "boost")), BeamOn(0), WORLD)[1]
    assert isinstance(pulse, Exposed)
    assert pulse.mode == "boost"


def first_pulse(mode: str) -> Exposed:
    pulse = decide(after(SetDoseMode(0, mode)), BeamOn(0), WORLD)[1]
    assert isinstance(pulse, Exposed)
    return pulse


def test_modes_change_charge_and_dose_and_not_the_voltage() -> None:
    low, normal, boost = map(first_pulse, DOSE_MODES)
    assert low.charge_nas < normal.charge_nas < boost.charge_nas
    assert low.tube_v == normal.tube_v == boost.tube_v
    for one in (low, boost):
        in_proportion = normal.kerma_ngy * one.charge_nas / normal.charge_nas
        assert one.kerma_ngy == pytest.approx(in_proportion, rel=1e-3)


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 60))
def test_dose_is_linear_in_pulses(count: int) -> None:
    state = after(BeamOn(0), Tick((count - 1) * 125 + 15))
    pulse = first_pulse("normal")
    assert state.exposures == count
    assert state.kerma_ngy == count * pulse.kerma_ngy
    assert state.kap_pgym2 == count * pulse.kap_pgym2
    assert state.operator_psv == count * pulse.operator_psv


EDGE = st.integers(10_000, 149_000)


@settings(deadline=None, max_examples=50)
@given(EDGE, EDGE, EDGE, EDGE)
def test_shutters_take_their_share_of_the_area_dose_and_none_of_the_kerma(
    left: int, right: int, top: int, bottom: int
) -> None:
    whole, part = picture(), picture(SetShutters(0, -left, right, -top, bottom))
    share = (left + right) * (top + bottom) / 298_000**2
    assert part.kap_pgym2 == pytest.approx(whole.kap_pgym2 * share, abs=1)
    assert part.operator_psv == pytest.approx(whole.operator_psv * share, abs=1)
    assert (part.kerma_ngy, part.field_um) == (whole.kerma_ngy, whole.field_um)


def test_the_iris_is_the_same_rectangle_as_the_shutters() -> None:
    shut = SetShutters(0, -40_000, 40_000, -40_000, 40_000)
    assert picture(SetIris(0, 40_000)) == picture(shut)


def test_a_magnified_field_opens_its_shutters() -> None:
    state = after(SetIris(0, 20_000), SetField(0, 220_000))
    assert state.settings.shutters_um == (-110_000, 110_000, -110_000, 110_000)
    back = after(SetIris(0, 20_000), SetField(0, 220_000), SetField(0, 298_000))
    assert back.settings == START.settings


def test_a_farther_receptor_needs_more_dose() -> None:
    near, far = (picture(SetSid(0, sid_um)) for sid_um in (900_000, 1_100_000))
    assert (near.sid_um, far.sid_um) == (900_000, 1_100_000)
    assert near.source_um == far.source_um
    assert far.kerma_ngy == pytest.approx(near.kerma_ngy * (1.1 / 0.9) ** 2, rel=1e-3)


def test_a_thicker_patient_takes_more_voltage_and_more_dose() -> None:
    thin, thick = picture(), picture(world=THICK)
    assert (thin.water_mgcm2, thick.water_mgcm2) == (19_000, 28_000)
    assert thin.tube_v < thick.tube_v
    assert thin.kerma_ngy < thick.kerma_ngy


def test_locked_brightness_keeps_the_held_pictures_technique() -> None:
    def thickness(view: object, _open_part: object) -> float:
        return 28.0 if abs(view.central_direction[0]) > 0.7 else 19.0  # type: ignore[attr-defined]

    world = replace(WORLD, thickness_g_cm2=thickness)
    upright, level = picture(world=world), picture(LYING, world=world)
    assert upright.tube_v < level.tube_v
    locked = picture(Expose(0), LYING, LockBrightness(0, True), world=world)
    assert (locked.tube_v, locked.charge_nas) == (upright.tube_v, upright.charge_nas)
    unseen = picture(LockBrightness(0, True), LYING, world=world)
    assert unseen.water_mgcm2 == 19_000
    let_go = picture(
        Expose(0), LYING, LockBrightness(0, True), LockBrightness(0, False), world=world
    )
    assert let_go.water_mgcm2 == 28_000


def test_a_turned_detector_turns_the_pictures_axes_and_nothing_else() -> None:
    straight, turned = picture(), picture(RotateDetector(0, 90_000))
    assert turned.rotation_mdeg == 90_000
    assert turned.right_e9 == straight.down_e9
    assert turned.down_e9 == tuple(-part for part in straight.right_e9)
    assert (turned.source_um, turned.direction_e9, turned.kap_pgym2) == (
        straight.source_um,
        straight.direction_e9,
        straight.kap_pgym2,
    )


def test_a_hub_behind_a_shutter_is_no_hand_in_the_beam() -> None:
    open_field = picture(*READY)
    assert (open_field.hand_in_beam, open_field.tip_in_field) == (True, True)
    # The needle stands at x = 3 mm: left of the middle on screen (+x is the patient's left).
    right_half = picture(*READY, SetShutters(0, 0, 149_000, -149_000, 149_000))
    assert (right_half.hand_in_beam, right_half.tip_in_field) == (False, False)
    left_half = picture(*READY, SetShutters(0, -149_000, 0, -149_000, 149_000))
    assert (left_half.hand_in_beam, left_half.tip_in_field) == (True, True)


def test_twice_as_far_away_is_a_quarter_of_the_scatter() -> None:
    near, far = (picture(StandAt(0, "foot", mm)) for mm in (400, 800))
    assert near.operator_psv == pytest.approx(4 * far.operator_psv, abs=4)
    assert near.kap_pgym2 == far.kap_pgym2


def test_the_tubes_side_is_the_worst_place_once_the_beam_lies_down() -> None:
    def dose(place: str, *commands: Command) -> int:
        return picture(*commands, StandAt(0, place, 600)).operator_psv

    assert dose("tube_side") == dose("receptor_side")
    assert dose("tube_side", LYING) > 2 * dose("receptor_side", LYING)
    assert dose("tube_side", LYING) > dose("tube_side")
    assert dose("receptor_side", LYING) < dose("receptor_side")
    assert dose("foot", LYING) == dose("foot")


def test_standing_somewhere_is_remembered_and_doing_it_again_brings_nothing() -> None:
    stood = StandAt(0, "tube_side", 2_000)
    assert decide(START, stood, WORLD) == (StoodAt(0, "tube_side", 2_000),)
    state = after(stood)
    assert (state.place, state.distance_mm) == ("tube_side", 2_000)
    assert decide(state, stood, WORLD) == ()


def test_automatic_brightness_looks_at_the_open_part_only() -> None:
    asked = []

    def thickness(_view: object, open_part: tuple[float, float, float, float]) -> float:
        asked.append(open_part)
        return 19.0

    world = replace(WORLD, thickness_g_cm2=thickness)
    picture(SetShutters(0, 0, 149_000, -149_000, 0), MoveTable(0, 1, 1, 1), world=world)
    assert asked == [pytest.approx((0.5, 0.0, 1.0, 0.5))]
