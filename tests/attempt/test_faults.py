"""A generator stops for what was done; doses go by weight; a syringe pulls a needle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from tests.attempt.bodies import AT_BRANCH, ON_BRANCH, TREATED
from tests.attempt.worlds import START
from trainer.attempt.commands import (
    Act,
    Advance,
    Command,
    ConnectTubing,
    Grip,
    Inject,
    LeaveNeedle,
    LetGo,
    MovePointer,
    SetElectrode,
    SetStylet,
    StartLesion,
    TakeNeedle,
    Wait,
)
from trainer.attempt.events import (
    ElectrodeSet,
    Event,
    GeneratorFault,
    HarmDone,
    InjectionBegan,
    LesionEnded,
    LesionRead,
    NeedleMoved,
)
from trainer.attempt.state import State
from trainer.attempt.step import run
from trainer.attempt.world import World

PREPARED = (Act(0, "pad", "thigh"), Act(0, "prep"), Act(0, "drape"), Act(0, "gloves"))


def events_of(
    start: State, commands: Iterable[Command], world: World = TREATED
) -> tuple[list[Event], State]:
    records, state = run(start, list(commands), world)
    return [event for record in records for event in record.events], state


def needle_down(name: str, x_um: int, *, depth_um: int = 39_000) -> tuple[Command, ...]:
    """A needle straight down at z 0, gripped, its stylet drawn."""
    down = (Grip(0), Advance(0, depth_um), SetStylet(0, False))
    return (MovePointer(0, x_um, 0), TakeNeedle(0, name), *down)


@pytest.mark.parametrize(
    ("other", "aside_um", "fault"),
    [
        ("spinal-22g-90", 900, ["impedance-low"]),  # bare steel beside the bare tip
        ("spinal-22g-90", 6_000, []),
        ("rf-18g-100-10", 1_200, ["impedance-low"]),  # tip on tip
    ],
)
def test_bare_steel_at_the_tip_is_a_short_circuit(
    other: str, aside_um: int, fault: list[str]
) -> None:
    first = (*PREPARED, *needle_down(other, 50_000 + aside_um), LeaveNeedle(0))
    second = (*needle_down("rf-18g-100-10", 50_000), SetElectrode(0, True), StartLesion(1))
    events, _ = events_of(START, (*first, *second))
    assert [one.fault for one in events if isinstance(one, GeneratorFault)] == fault
    assert all(one.ohm < 100 for one in events if isinstance(one, GeneratorFault))


def test_an_insulated_shaft_is_no_short_circuit() -> None:
    """The second cannula's bare part ends 20 mm above the first one's."""
    first = (*PREPARED, *needle_down("rf-18g-100-10", 51_200, depth_um=15_000), LeaveNeedle(0))
    second = (*needle_down("rf-18g-100-10", 50_000), SetElectrode(0, True), StartLesion(1))
    events, _ = events_of(START, (*first, *second))
    assert not [one for one in events if isinstance(one, GeneratorFault)]


def flooded(volume_ul: int, wait_s: int) -> list[Event]:
    commands = (
        *(Inject(1, "saline", volume_ul), Wait(2, 1 + wait_s), SetElectrode(3, True)),
        *(StartLesion(4), Wait(5, 100)),
    )
    return events_of(AT_BRANCH, commands)[0]


def test_a_thermocouple_in_a_pool_of_saline_stops_the_generator() -> None:
    events = flooded(3_000, 20)
    (fault,) = (one for one in events if isinstance(one, GeneratorFault))
    assert fault.fault == "temperature"
    assert max(one.electrode_decic for one in events if isinstance(one, LesionRead)) <= 650
    assert [one.how for one in events if isinstance(one, LesionEnded)] == ["fault"]


@pytest.mark.parametrize(("volume_ul", "wait_s"), [(500, 20), (3_000, 180)])
def test_a_usual_volume_or_a_little_patience_does_not(volume_ul: int, wait_s: int) -> None:
    events = flooded(volume_ul, wait_s)
    assert not [one for one in events if isinstance(one, GeneratorFault)]
    assert [one.how for one in events if isinstance(one, LesionEnded)] == ["done"]


@pytest.mark.parametrize(
    ("weight_kg", "causes"),
    [
        (None, []),  # 200 mg of an adult's 300
        (70, []),  # 200 of 300: 4.5 mg/kg would be 315
        (40, ["a person of 40 kg"]),  # 200 of 180
    ],
)
def test_too_much_local_anaesthetic_depends_on_the_weight(
    weight_kg: int | None, causes: list[str]
) -> None:
    world = replace(TREATED, weight_kg=weight_kg)
    events, _ = events_of(AT_BRANCH, (Inject(1, "lidocaine-2", 10_000), Wait(2, 200)), world)
    toxic = [one for one in events if isinstance(one, HarmDone)]
    assert [one.complication for one in toxic] == ["local-anaesthetic-toxicity"] * len(causes)
    assert all(words in one.cause for words, one in zip(causes, toxic, strict=True))


def test_a_syringe_on_the_hub_pulls_a_needle_that_nobody_holds() -> None:
    def moved_um(*before: Command) -> int:
        events, _ = events_of(AT_BRANCH, (*before, Inject(1, "lidocaine-1", 300)))
        (began,) = (one for one in events if isinstance(one, InjectionBegan))
        slips = [one for one in events if isinstance(one, NeedleMoved)]
        assert {one.how for one in slips} <= {"slip"}
        assert all(one.tip_um == began.tip_um for one in slips)  # it goes where the tip is now
        return sum(-one.pushed_um for one in slips)

    assert moved_um() == 0  # gripped
    assert moved_um(ConnectTubing(0, True), LetGo(0)) == 0
    assert moved_um(LetGo(0)) == 700


def test_changing_the_electrode_shifts_a_needle_that_nobody_holds() -> None:
    for held, shifted_um in ((True, 0), (False, 700)):
        start = ON_BRANCH if held else replace(ON_BRANCH, gripped=False)
        events, state = events_of(start, (SetElectrode(1, False),))
        (change,) = (one for one in events if isinstance(one, ElectrodeSet))
        assert change.slipped_um == shifted_um
        assert state.needle is not None
        assert ON_BRANCH.needle is not None
        assert ON_BRANCH.needle.depth_um - state.needle.depth_um == shifted_um
