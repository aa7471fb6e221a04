"""Every complication can be made, is recorded with its cause, and can be answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pytest

from tests.attempt.bodies import AT_BRANCH, ON_BRANCH, TREATED, standing
from tests.attempt.worlds import START
from trainer.attempt.causes import FINDINGS
from trainer.attempt.commands import (
    Act,
    Advance,
    AskPatient,
    Aspirate,
    Command,
    Grip,
    Inject,
    MovePointer,
    Respond,
    SetElectrode,
    SetGenerator,
    SetStylet,
    StartLesion,
    Stimulate,
    Submit,
    TakeNeedle,
    Tick,
    Wait,
)
from trainer.attempt.complications import COMPLICATIONS, RESPONSES
from trainer.attempt.due import next_due_ms
from trainer.attempt.events import (
    ComplicationBegan,
    ComplicationEnded,
    Event,
    HarmDone,
    NeedleTaken,
    PatientSaid,
    Responded,
)
from trainer.attempt.evolve import fold
from trainer.attempt.state import State
from trainer.attempt.step import run
from trainer.scenario.case_choices import Trait
from trainer.therapy.voice import SAYINGS

LESION = (SetGenerator(0, "conventional", 80, 90), StartLesion(1), Wait(2, 100))
DEEP = (Act(0, "monitors"), Act(0, "sedation", "deep"))
IN_VEIN = standing((70.0, -40.0, 0.0))
IN_PLEURA = standing((15.0, -60.0, 0.0), tissue="pleura")
DAYS = tuple(Wait(10_000, 86_400) for _ in range(20))


@dataclass(frozen=True)
class Made:
    """How a complication is made: what leads to it, and a part of the sentence that says so."""

    commands: tuple[Command, ...]
    because: str
    start: State = ON_BRANCH
    findings: frozenset[str] = frozenset()


def found(*names: str) -> frozenset[str]:
    return frozenset(names)


def unswabbed(state: State) -> State:
    acts = tuple(one for one in state.procedure.acts if one[0] != "prep")
    return replace(state, procedure=replace(state.procedure, acts=acts))


def with_pad(detail: str) -> State:
    acts = (*ON_BRANCH.procedure.acts, ("pad", detail))
    return replace(ON_BRANCH, procedure=replace(ON_BRANCH.procedure, acts=acts))


def over_skin(start: State) -> State:
    """The same needle, its tip just outside the skin."""
    assert start.needle is not None
    tip_um = (start.needle.tip_um[0], 1_000, start.needle.tip_um[2])
    outside = replace(
        start.needle, tip_um=tip_um, entry_um=None, depth_um=0, tissue="air", shaft_um=()
    )
    return replace(start, needle=outside)


def lignocaine_in(tip_mm: tuple[float, float, float], tissue: str) -> Made:
    return Made((Inject(1, "lidocaine-1", 500),), "Lidocaine 1 %", standing(tip_mm, tissue=tissue))


BESIDE_RAMUS = standing((50.0, -46.0, 0.0), electrode=True)
NEAR_RAMUS = standing((50.0, -50.5, 0.0), electrode=True)
MADE: dict[str, tuple[Made, ...]] = {
    "pneumothorax": (
        Made((Advance(1, 60_000),), "through the pleura", standing((11.0, -10.0, 0.0))),
        Made((Inject(1, "saline", 500),), "pleura", IN_PLEURA),
    ),
    "tension-pneumothorax": (
        Made(
            (Inject(1, "saline", 500), Wait(9_000, 3_600)), "30 min", standing((15.0, -60.0, 0.0))
        ),
    ),
    "vasovagal": (
        Made((Advance(1, 20_000),), "faints", over_skin(AT_BRANCH), found("faints-easily")),
    ),
    "local-anaesthetic-toxicity": (
        Made((Inject(1, "lidocaine-2", 5_000),), "went into a vessel", IN_VEIN),
        Made(
            (Inject(1, "lidocaine-2", 10_000), Wait(2, 200), Inject(3, "lidocaine-2", 10_000)),
            "of the most",
            AT_BRANCH,
        ),
    ),
    "anaphylaxis": (
        Made((Inject(1, "iohexol-240", 200),), "Iohexol", AT_BRANCH, found("allergy-iodine")),
        Made((Inject(1, "lidocaine-1", 200),), "reacted", AT_BRANCH, found("allergy-amide")),
        Made((Act(1, "prep"),), "chlorhexidine", AT_BRANCH, found("allergy-chlorhexidine")),
    ),
    "cardiac-arrest": (
        Made((Inject(1, "lidocaine-2", 5_000), Wait(9_000, 1_800)), "not answered", IN_VEIN),
    ),
    "foraminal-block": (lignocaine_in((-50.0, -45.0, 0.0), "foramen"),),
    "epidural-block": (lignocaine_in((-14.0, -39.0, 5.0), "canal"),),
    "intrathecal-block": (lignocaine_in((-14.0, -45.0, 5.0), "canal"),),
    "spinal-cord-infarct": (Made((Inject(1, "triamcinolone", 500),), "particles", IN_VEIN),),
    "dural-puncture": (
        Made((Advance(1, 44_000),), "through the dura", standing((-14.0, -5.0, 5.0))),
    ),
    "haematoma": (Made((Aspirate(1),), "anticoagulant", IN_VEIN, found("anticoagulated")),),
    "pad-burn": tuple(Made(LESION, site, with_pad(site)) for site in ("bony", "scar")),
    "skin-burn": (Made(LESION, "beyond the skin", standing((50.0, -7.0, 0.0), electrode=True)),),
    "band-pain-ignored": (Made(LESION, "went on for 10 s", NEAR_RAMUS),),
    "ventral-ramus-lesion": (Made(LESION, "into the ventral-ramus", NEAR_RAMUS),),
    "root-lesion": (
        Made(LESION, "nerve-root", standing((-50.0, -51.0, 0.0), electrode=True)),
        Made(LESION, "foramen", standing((-50.0, -41.0, 0.0), electrode=True)),
    ),
    "cord-lesion": (Made(LESION, "canal", standing((-14.0, -40.0, 5.0), electrode=True)),),
    "pleura-heated": (Made(LESION, "pleura", standing((15.0, -48.5, 0.0), electrode=True)),),
    "neuritis": (Made(LESION, "of the ventral ramus", BESIDE_RAMUS),),
    "infection": (Made((Advance(1, 20_000),), "prep", unswabbed(over_skin(AT_BRANCH))),),
    "implant-interference": (
        Made(LESION, "without a plan", ON_BRANCH, found("implant")),
        Made(
            (Act(0, "device-plan"), *LESION),
            "across the implant",
            with_pad("across-implant"),
            found("implant"),
        ),
    ),
    "oversedation": (Made((Act(1, "sedation", "deep"),), "without monitors"),),
    "sedation-masks": (
        Made((*DEEP, Stimulate(1, 50, 500)), "silence proves nothing"),
        Made((*DEEP, *LESION), "silence proves nothing"),
    ),
}
CASES = [(name, made) for name, several in MADE.items() for made in several]
IDS = [f"{name}-{n}" for name, several in MADE.items() for n in range(len(several))]


def lived_through(made: Made, more: Iterable[Command] = DAYS) -> tuple[list[Event], State]:
    world = replace(TREATED, findings=made.findings)
    records, state = run(made.start, [*made.commands, *more], world)
    return [event for record in records for event in record.events], state


def test_every_complication_has_a_way_to_make_it() -> None:
    assert set(MADE) == set(COMPLICATIONS)


@pytest.mark.parametrize(("name", "made"), CASES, ids=IDS)
def test_it_is_made_and_recorded_with_its_cause(name: str, made: Made) -> None:
    events, state = lived_through(made)
    began = [one for one in events if isinstance(one, ComplicationBegan)]
    mine = [one for one in began if one.complication == name]
    assert mine, [str(one) for one in events]
    assert made.because in mine[0].cause
    harms = {(one.complication, one.cause) for one in events if isinstance(one, HarmDone)}
    assert all(
        (one.complication, one.cause) in harms or "not answered" in one.cause for one in began
    )
    said = events[events.index(mine[0]) + 1]
    assert isinstance(said, PatientSaid)
    assert said.words == COMPLICATIONS[name].sign
    assert state.procedure.brewing == ()


@pytest.mark.parametrize(("name", "made"), CASES, ids=IDS)
def test_it_can_be_answered(name: str, made: Made) -> None:
    _, state = lived_through(made, more=())
    for _ in range(60):  # pass time from one thing that falls due to the next
        if any(one.complication == name for one in state.procedure.open):
            break
        at_ms = next_due_ms(state)
        assert at_ms is not None, "nothing will happen any more"
        wait = Wait(state.t_ms, min(86_400, max(1, -(-(at_ms - state.t_ms) // 1000))))
        state = run(state, [wait], replace(TREATED, findings=made.findings))[1]
    needed = [group[0] for group in COMPLICATIONS[name].needed]
    records, after = run(state, [Respond(state.t_ms, action) for action in needed], TREATED)
    events = [event for record in records for event in record.events]
    assert ComplicationEnded(state.t_ms, name, "answered") in events
    assert all(one.right for one in events if isinstance(one, Responded))
    assert not any(one.complication == name for one in after.procedure.open)


def test_a_wrong_answer_is_recorded_as_such_and_ends_nothing() -> None:
    _, state = lived_through(MADE["haematoma"][0], more=[Wait(5, 1_300)])
    records, after = run(state, [Respond(state.t_ms, "decompress")], TREATED)
    assert Responded(state.t_ms, "decompress", False) in records[0].events
    assert after.procedure.open == state.procedure.open


def test_where_placement_alone_is_practised_the_skin_was_prepared_before() -> None:
    made = MADE["infection"][0]
    events = run(made.start, made.commands, replace(TREATED, prepared=True))[0][0].events
    assert not any(isinstance(event, HarmDone) for event in events)


def test_what_nobody_answers_passes_or_worsens() -> None:
    events, state = lived_through(MADE["vasovagal"][0])
    assert [one.how for one in events if isinstance(one, ComplicationEnded)] == ["passed"]
    assert state.procedure.over == ("vasovagal",)
    events, _ = lived_through(MADE["cardiac-arrest"][0])
    ended = [one for one in events if isinstance(one, ComplicationEnded)]
    assert ("local-anaesthetic-toxicity", "worsened") in [
        (one.complication, one.how) for one in ended
    ]


def test_careful_work_brings_no_harm() -> None:
    careful = [
        Inject(1, "iohexol-240", 200),
        Wait(4_000, 5),
        Inject(5_000, "lidocaine-1", 300),
        Wait(9_000, 120),
    ]
    events = [*lived_through(Made(tuple(careful), "", AT_BRANCH))[0]]
    events += lived_through(Made(LESION, ""))[0]
    assert [one for one in events if isinstance(one, HarmDone)] == []


def test_a_question_is_answered_by_what_is_so() -> None:
    _, state = lived_through(MADE["epidural-block"][0], more=[Wait(9_000, 200)])

    def said(question: str) -> str:
        records, _ = run(state, [AskPatient(state.t_ms, question)], TREATED)
        return next(one.words for one in records[0].events if isinstance(one, PatientSaid))

    assert (said("legs"), said("band"), said("breathing")) == ("legs-heavy", "nothing-felt", "fine")


def test_uptake_that_is_seen_and_left_alone_is_no_harm() -> None:
    events, _ = lived_through(Made((Inject(1, "iohexol-240", 200),), "", IN_VEIN))
    assert [one for one in events if isinstance(one, HarmDone)] == []


def test_submitting_stops_the_heat_and_still_says_what_it_did() -> None:
    made = Made((StartLesion(1), Tick(60_000), Submit(60_001)), "", NEAR_RAMUS)
    events, state = lived_through(made, more=())
    kinds = [type(one).__name__ for one in events]
    assert kinds.index("LesionEnded") < kinds.index("OutcomeToldLater") < kinds.index("Submitted")
    assert "ventral-ramus-lesion" in [
        one.complication for one in events if isinstance(one, HarmDone)
    ]
    assert state.submitted


def test_the_tables_speak_one_language() -> None:
    assert set(FINDINGS) == {trait.value for trait in Trait}
    for kind in COMPLICATIONS.values():
        assert kind.sign in SAYINGS
        assert {action for group in kind.needed for action in group} <= set(RESPONSES)
        assert set(kind.helpful) <= set(RESPONSES)
        assert kind.worse in ("", *COMPLICATIONS)


# From an untouched room, by commands alone ------------------------------------------------------

STRAIGHT_WORLD = replace(
    TREATED,
    needles={name: replace(one, steer_radius_mm=0.0) for name, one in TREATED.needles.items()},
)


def led_to(start: State) -> list[Command]:
    """The commands that bring an untouched room to where a story begins."""
    needle = start.needle
    assert needle is not None
    x_um, y_um, z_um = needle.tip_um
    reach = [Advance(0, -y_um)] if needle.depth_um else []
    electrode = [SetElectrode(0, True)] if needle.electrode else []
    return [
        *(Act(0, act, detail) for act, detail in start.procedure.acts),
        MovePointer(0, x_um, z_um),
        TakeNeedle(0, needle.model),
        Grip(0),
        *reach,
        SetStylet(0, False),
        *electrode,
    ]


@pytest.mark.parametrize(("name", "made"), CASES, ids=IDS)
def test_it_can_be_made_from_an_untouched_room_by_commands_alone(name: str, made: Made) -> None:
    world = replace(STRAIGHT_WORLD, findings=made.findings)
    records, state = run(START, [*led_to(made.start), *made.commands, *DAYS], world)
    events = [event for record in records for event in record.events]
    began = [one for one in events if isinstance(one, ComplicationBegan)]
    mine = [one for one in began if one.complication == name]
    assert mine, [str(one) for one in events]
    assert mine[0].cause
    assert any(isinstance(one, NeedleTaken) for one in events)
    assert fold(START, events).sha256 == state.sha256
