"""Every critical error of the house can be made, and the log alone says that it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest

from tests.attempt.bodies import AT_BRANCH, ON_BRANCH, TREATED, Point, standing
from trainer.attempt.commands import (
    Act,
    Advance,
    Aspirate,
    Command,
    ConnectTubing,
    Expose,
    Inject,
    RemoveNeedle,
    SetGenerator,
    StartLesion,
    Stimulate,
    StopLesion,
    Tick,
    Wait,
)
from trainer.attempt.events import (
    Aspirated,
    Event,
    Exposed,
    GeneratorFault,
    HazardEntered,
    Injected,
    InjectionBegan,
    LesionEnded,
    LesionRead,
    LesionStarted,
    NotPossible,
    PatientSaid,
    Stimulated,
)
from trainer.attempt.procedure import NOTHING_DONE
from trainer.attempt.state import State
from trainer.attempt.step import run
from trainer.attempt.walked import walked
from trainer.attempt.world import World

Kind = TypeVar("Kind", bound=Event)
HEAT = (StartLesion(50), Wait(51, 100))


def events_of(start: State, *commands: Command, world: World = TREATED) -> list[Event]:
    return [event for record in run(start, commands, world)[0] for event in record.events]


def only(events: list[Event], kind: type[Kind]) -> list[Kind]:
    return [event for event in events if isinstance(event, kind)]


NEAR_RAMUS = standing((50.0, -49.0, 0.0), electrode=True)


def test_heat_after_a_response_of_the_ribs() -> None:
    events = events_of(NEAR_RAMUS, Stimulate(1, 50, 1_500), Stimulate(2, 2, 2_000), *HEAT)
    felt, seen = only(events, Stimulated)
    assert ("band", "T6-ventral-ramus left") in [answer[:2] for answer in felt.answers]
    assert "intercostal-twitch" in [answer for answer, _, _ in seen.answers]
    assert only(events, LesionStarted)


def test_a_twitch_beside_the_spine_is_told_from_one_of_the_ribs() -> None:
    (seen,) = only(events_of(ON_BRANCH, Stimulate(1, 2, 1_000)), Stimulated)
    assert [answer for answer, _, _ in seen.answers] == ["paraspinal-twitch"]


@pytest.mark.parametrize(
    ("tip_mm", "pattern", "found"),
    [
        ((70.0, -40.0, 0.0), "vessel", "blood"),
        ((-50.0, -45.0, 0.0), "foramen", "dry"),
        ((-14.0, -39.0, 5.0), "epidural", "dry"),
        ((-14.0, -45.0, 5.0), "intrathecal", "csf"),
        ((15.0, -60.0, 0.0), "pleura", "air"),
        ((50.0, -40.0, 0.0), "planes", "dry"),
    ],
)
def test_injection_after_contrast_that_showed_where_it_went(
    tip_mm: Point, pattern: str, found: str
) -> None:
    commands = (
        Aspirate(1),
        Inject(2, "iohexol-240", 200),
        Tick(4_000),
        Inject(5_000, "lidocaine-1", 300),
    )
    events = events_of(standing(tip_mm), *commands)
    assert [event.found for event in only(events, Aspirated)] == [found]
    began = only(events, InjectionBegan)
    assert [(one.agent, one.pattern) for one in began] == [
        ("iohexol-240", pattern),
        ("lidocaine-1", pattern),
    ]
    assert all(blob.share_permille > 0 for one in began for blob in one.blobs)


@pytest.mark.parametrize(
    ("start", "structure"),
    [
        (standing((11.0, -10.0, 0.0)), "pleura"),
        (standing((-14.0, -5.0, 5.0)), "canal"),
        (standing((-50.0, -10.0, 0.0)), "foramen"),
    ],
)
def test_entry_into_a_danger_zone(start: State, structure: str) -> None:
    entered = only(events_of(start, Advance(1, 45_000)), HazardEntered)
    assert [event.structure for event in entered] == [structure]


@pytest.mark.parametrize(
    ("tip_mm", "structure"),
    [
        ((50.0, -50.5, 0.0), "ventral-ramus"),
        ((15.0, -48.5, 0.0), "pleura"),
        ((-14.0, -40.0, 5.0), "canal"),
        ((50.0, -7.0, 0.0), "skin"),
    ],
)
def test_a_lesion_that_reaches_what_it_must_not(tip_mm: Point, structure: str) -> None:
    (ended,) = only(events_of(standing(tip_mm, electrode=True), *HEAT), LesionEnded)
    reached = {name for name, um in ended.clearance_um if um < 0}
    assert structure in reached


def test_a_lesion_or_injectate_in_the_wrong_place_covers_nothing() -> None:
    far = standing((100.0, -42.0, 30.0), electrode=True)
    (ended,) = only(events_of(far, *HEAT), LesionEnded)
    assert dict(ended.covered_permille) == {"T6-mb left": 0}
    away = replace(far.needle, electrode=False) if far.needle else None
    events = events_of(replace(far, needle=away), Inject(1, "lidocaine-1", 300), Tick(9_000))
    assert [event.numbed_permille for event in only(events, Injected)] == [()]


def test_a_lesion_without_a_picture_since_the_needle_moved() -> None:
    moved = [Advance(1, 500), *HEAT]
    found = {one.step.id: one for one in walked(events_of(ON_BRANCH, *moved), "rhizotomy")}
    assert found["depth-before-heat"].missed_ms == 50
    assert found["anaesthetic-before-heat"].left_out


def test_heat_in_an_awake_nerve_is_felt_and_in_a_sleeping_one_is_not() -> None:
    raw = [one.words for one in only(events_of(ON_BRANCH, *HEAT), PatientSaid)]
    assert "heat-raw" in raw
    numb = run(AT_BRANCH, [Inject(1, "lidocaine-2", 500), Wait(2, 120)], TREATED)[1]
    assert numb.needle is not None
    armed = replace(numb, needle=replace(numb.needle, electrode=True))
    said = [one.words for one in only(events_of(armed, *HEAT), PatientSaid)]
    assert "heat" in said
    assert "heat-raw" not in said


def test_a_numb_nerve_needs_more_current() -> None:
    numb = run(AT_BRANCH, [Inject(1, "lidocaine-2", 500), Wait(2, 120)], TREATED)[1]
    assert numb.needle is not None
    armed = replace(numb, needle=replace(numb.needle, electrode=True))
    (awake,) = only(events_of(ON_BRANCH, Stimulate(9, 50, 300)), Stimulated)
    (asleep,) = only(events_of(armed, Stimulate(9_000, 50, 300)), Stimulated)
    assert (len(awake.answers), len(asleep.answers)) == (1, 0)


def test_without_a_pad_there_is_no_heat() -> None:
    bare = replace(ON_BRANCH, procedure=NOTHING_DONE)
    (fault,) = events_of(bare, StartLesion(1))
    assert fault == GeneratorFault(1, "pad", 9_999)


def test_a_pad_that_lifts_reads_high_until_it_is_pressed_on() -> None:

    lifting = replace(TREATED, findings=frozenset({"pad-lifts"}))
    events = events_of(
        ON_BRANCH, StartLesion(1), Act(2, "pad-check"), StartLesion(3), world=lifting
    )
    (fault,) = only(events, GeneratorFault)
    assert fault.fault == "impedance-high"
    assert fault.ohm > 1_000
    assert [event.ohm < 1_000 for event in only(events, LesionStarted)] == [True]


def test_a_pad_taken_off_stops_the_heat() -> None:

    events = events_of(ON_BRANCH, StartLesion(1), Wait(2, 22), Act(3, "pad", "off"), Wait(4, 60))
    assert [event.fault for event in only(events, GeneratorFault)] == ["pad"]
    (ended,) = only(events, LesionEnded)
    assert (ended.how, ended.seconds) == ("fault", 25)


@pytest.mark.parametrize(
    ("command", "how"),
    [(StopLesion(9), "stopped"), (RemoveNeedle(9), "moved"), (Advance(9, -500), "moved")],
)
def test_heat_ends_with_what_ends_it(command: Command, how: str) -> None:
    events = events_of(ON_BRANCH, StartLesion(1), Wait(2, 32), command, Wait(10, 60))
    (ended,) = only(events, LesionEnded)
    assert (ended.how, ended.seconds) == (how, 32)
    assert [one.after_s for one in only(events, LesionRead)] == [5, 10, 15, 20, 25, 30]


def test_longer_and_hotter_lesions_are_wider_and_pulsed_ones_kill_nothing() -> None:
    def semi_um(mode: str, temperature_c: int, seconds: int) -> tuple[int, int]:
        program = SetGenerator(0, mode, temperature_c, seconds)
        (ended,) = only(events_of(ON_BRANCH, program, StartLesion(1), Wait(2, 300)), LesionEnded)
        return ended.semi_um

    assert semi_um("conventional", 60, 90) < semi_um("conventional", 80, 90)
    assert semi_um("conventional", 80, 60) < semi_um("conventional", 80, 180)
    assert semi_um("pulsed", 42, 120) == (0, 0)


def test_tubing_keeps_the_hand_out_of_the_beam() -> None:
    held = replace(AT_BRANCH, isocentre_um=(50_000, -40_000, 0))
    events = events_of(held, Expose(1), ConnectTubing(2, True), Expose(3))
    assert [event.hand_in_beam for event in only(events, Exposed)] == [True, False]


def test_a_picture_patient_has_no_nerves_to_treat() -> None:
    events = events_of(AT_BRANCH, Inject(1, "saline", 200), world=replace(TREATED, body=None))
    (refused,) = only(events, NotPossible)
    assert "pictures only" in refused.why
