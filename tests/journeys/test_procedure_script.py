"""A whole block, then a rhizotomy, at left T7-T8 by script on the shipped patient."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest

from tests.journeys.procedure_hand import ScriptedHand
from trainer.anatomy.levels import Side
from trainer.attempt.acts import CASE_TOPICS, POINTS
from trainer.attempt.commands import (
    Act,
    AskPatient,
    Aspirate,
    ConnectTubing,
    DecideCase,
    DeclareLevel,
    Discuss,
    GiveReason,
    Inject,
    LetGo,
    ReadCase,
    RemoveNeedle,
    SetElectrode,
    SetGenerator,
    SetStylet,
    StartLesion,
    Stimulate,
    Submit,
    TellPatient,
    Wait,
)
from trainer.attempt.events import (
    Aspirated,
    BlockJudged,
    Event,
    Exposed,
    HarmDone,
    Injected,
    InjectionBegan,
    LesionEnded,
    LesionRead,
    NotPossible,
    OutcomeToldLater,
    Stimulated,
)
from trainer.attempt.replay import redecide, states
from trainer.attempt.walked import walked
from trainer.geometry.pinhole import FloatArray
from trainer.scenario.machine import Equipment
from trainer.scenario.target import Target
from trainer.session import playing
from trainer.session.opening import Opening
from trainer.session.services import Services

Kind = TypeVar("Kind", bound=Event)
BLOCK, CANNULA = "spinal-22g-90", "rf-18g-100-10"
ROOM = (
    *("consent", "time-out", "apron", "monitors", "pillow", "arms"),
    *("gloves", "prep", "drape", "label-syringes"),
)


@dataclass(frozen=True)
class Done:
    """An attempt that was played, with the hand that played it and its file."""

    opening: Opening
    hand: ScriptedHand
    path: Path

    def of(self, kind: type[Kind]) -> list[Kind]:
        return [event for event in self.hand.events if isinstance(event, kind)]


def opened(services: Services) -> Opening:
    """Two targets on the patient of the first scenario; the block needle and a cannula."""
    both = tuple(
        Target(joint="T7-T8", nerve=nerve, bone=bone, side=Side.LEFT)
        for nerve, bone in (("T6-mb", "T7"), ("T7-mb", "T8"))
    )
    scenario = services.scenarios.load("place-t7-left").model_copy(
        update={"targets": both, "equipment": Equipment(needles=(BLOCK, CANNULA))}
    )
    return playing.opened(services, scenario, seed=1)


def direction(cranial: float) -> FloatArray:
    """Forward and so much up, as a unit vector from hub to tip."""
    way = np.array([0.0, -1.0, cranial])
    return np.asarray(way / np.linalg.norm(way))


def before(hand: ScriptedHand) -> None:
    for topic in CASE_TOPICS:
        hand.do(ReadCase, topic)
    for point in POINTS:
        hand.do(Discuss, point)
    for reason in ("axial-pain", "conservative-failed"):
        hand.do(GiveReason, reason)
    hand.do(DecideCase, "proceed")
    for act in ROOM:
        hand.do(Act, act)
    hand.look(0.0, 0.0, "level")
    hand.do(DeclareLevel, "T7", "left")


def middle(hand: ScriptedHand, nerve: str) -> FloatArray:
    body = hand.opening.world.body
    assert body is not None
    stretch = body.stretches[nerve][0]
    return np.asarray(stretch[len(stretch) // 2])


def seen(hand: ScriptedHand) -> None:
    """Working and depth view, the last one last."""
    hand.look(0.0, 0.0, "working")
    hand.look(90.0, 0.0, "depth")


def block(hand: ScriptedHand, nerve: str) -> None:
    hand.do(Act, "skin-local")
    hand.place(BLOCK, middle(hand, nerve), direction(0.0))
    seen(hand)
    hand.do(SetStylet, False)
    hand.do(ConnectTubing, True)
    hand.do(Aspirate)
    hand.live(Inject, "iohexol-240", 200)
    hand.do(Aspirate)
    hand.live(Inject, "lidocaine-1", 300)
    hand.do(RemoveNeedle)
    hand.look(0.0, 0.0)


def lesion(hand: ScriptedHand, nerve: str) -> None:
    toward = direction(0.6)
    hand.do(Act, "skin-local")
    hand.place(CANNULA, middle(hand, nerve) + 4.0 * toward, toward)
    seen(hand)
    hand.do(SetStylet, False)
    hand.do(SetElectrode, True)
    hand.do(TellPatient, "stimulate")
    for millivolts in (100, 200, 300, 400, 500):
        hand.do(Stimulate, 50, millivolts)
    hand.do(Stimulate, 2, 2_000)
    hand.do(SetElectrode, False)
    hand.look(90.0, 0.0)
    hand.do(ConnectTubing, True)
    hand.do(Aspirate)
    hand.do(Inject, "lidocaine-2", 500)
    hand.do(Wait, 100)
    hand.do(ConnectTubing, False)
    hand.do(SetElectrode, True)
    hand.look(90.0, 0.0, "depth")
    hand.do(SetGenerator, "conventional", 80, 90)
    hand.do(TellPatient, "heat")
    hand.do(StartLesion)
    hand.do(Wait, 20)
    hand.do(AskPatient, "band")
    hand.do(Wait, 80)
    hand.do(RemoveNeedle)
    hand.do(LetGo)
    hand.look(0.0, 0.0)


def whole(opening: Opening) -> ScriptedHand:
    hand = ScriptedHand(opening, opening.header.start)
    assert opening.world.body is not None
    before(hand)
    for nerve in opening.world.body.targets:
        block(hand, nerve)
    hand.do(Act, "diary")
    hand.do(Wait, 900)
    hand.do(AskPatient, "relief")
    hand.do(Wait, 7_200)
    hand.do(ReadCase, "diary")
    hand.do(GiveReason, "blocks-positive")
    hand.do(Act, "pad", "thigh")
    hand.do(Act, "pad-check")
    for nerve in opening.world.body.targets:
        lesion(hand, nerve)
    for act in ("dress", "observe", "advise", "document"):
        hand.do(Act, act)
    hand.do(Submit)
    return hand


@pytest.fixture(scope="module")
def done(services: Services, tmp_path_factory: pytest.TempPathFactory) -> Done:
    opening = opened(services)
    hand = whole(opening)
    path = tmp_path_factory.mktemp("procedure") / "whole.attempt"
    playing.play_script(services, opening.scenario, hand.played, 1, path, opening=opening)
    return Done(opening, hand, path)


def test_everything_could_be_done_and_nobody_was_harmed(done: Done) -> None:
    assert done.of(NotPossible) == []
    assert done.of(HarmDone) == []
    assert done.hand.state.submitted


def test_every_step_was_done_in_its_place(done: Done) -> None:
    for procedure in ("block", "rhizotomy"):
        found = walked(done.hand.events, procedure)
        missed = {one.step.id: one.missed_ms for one in found if one.missed_ms is not None}
        # Local anaesthetic before heat is no diagnostic block: nobody watches contrast for it.
        assert set(missed) == ({"contrast-first"} if procedure == "block" else set())
        assert all(one.asked for one in found)


def test_the_block_was_seen_live_and_numbed_both_nerves(done: Done) -> None:
    assert {event.found for event in done.of(Aspirated)} == {"dry"}
    began = [event for event in done.of(InjectionBegan) if event.agent == "iohexol-240"]
    assert [event.pattern for event in began] == ["planes", "planes"]
    for injection in began:
        ends_ms = injection.t_ms + injection.lasts_ms
        live = [one for one in done.of(Exposed) if injection.t_ms <= one.t_ms <= ends_ms]
        assert len(live) >= 4
    numbed = {
        nerve: permille
        for event in done.of(Injected)
        if event.agent == "lidocaine-1"
        for nerve, permille in event.numbed_permille
    }
    assert numbed["T6-mb left"] >= 800
    assert numbed["T7-mb left"] >= 800
    (diary,) = done.of(BlockJudged)
    assert (diary.agent, diary.hours) == ("lidocaine-1", 2)
    assert diary.relief_percent >= 80


def test_stimulation_found_the_nerve_and_no_rib(done: Done) -> None:
    answers = [answer for event in done.of(Stimulated) for answer in event.answers]
    assert {answer for answer, _, _ in answers} == {"back", "paraspinal-twitch"}
    assert {nerve for _, nerve, _ in answers} == {"T6-mb left", "T7-mb left"}


def test_each_lesion_ran_its_time_and_covered_its_nerve_away_from_danger(done: Done) -> None:
    lesions = done.of(LesionEnded)
    assert [event.how for event in lesions] == ["done", "done"]
    assert len(done.of(LesionRead)) == 2 * 18
    for event, nerve in zip(lesions, ("T6-mb left", "T7-mb left"), strict=True):
        assert dict(event.covered_permille)[nerve] >= 400
        clearance_um = dict(event.clearance_um)
        assert min(clearance_um.values()) > 0
        assert {"pleura", "canal", "foramen", "ventral-ramus", "skin"} <= set(clearance_um)


def test_the_months_after_are_told(done: Done) -> None:
    (outcome,) = done.of(OutcomeToldLater)
    relief = dict(outcome.relief)
    assert relief[0] == 0
    assert relief[6] >= 40
    assert relief[78] < relief[6]
    assert [name for name, _ in outcome.after_effects] == ["soreness"]


def test_the_file_replays_by_evolve_alone_and_decides_the_same_again(
    done: Done, services: Services
) -> None:
    log = services.attempts.load(done.path)
    assert log.sealed
    assert tuple(log.records) == tuple(done.hand.records)
    *_, (_, end) = states(log)
    assert end == done.hand.state
    assert redecide(log, done.opening.world) == []
