"""A whole block, then a rhizotomy, at left T7-T8 in the real window: one half mouse only, one half
keyboard only.

Both nerves: the medial branch of T6 on the process of T7 and that of T7 on the process of T8. One
hand, one attempt; what was recorded is then looked at from all sides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar, cast

import numpy as np
import pytest

from tests.journeys.one_input import KeyboardPhysician, MousePhysician
from tests.journeys.physician import Physician
from trainer.attempt.acts import CASE_TOPICS, POINTS
from trainer.attempt.events import (
    Aspirated,
    BlockJudged,
    BoneTouched,
    Event,
    HarmDone,
    Injected,
    InjectionBegan,
    LesionEnded,
    NeedleRemoved,
    NotPossible,
    Stimulated,
)
from trainer.attempt.log import AttemptLog
from trainer.attempt.replay import redecide, states
from trainer.attempt.state import State
from trainer.attempt.walked import walked
from trainer.geometry.pinhole import FloatArray
from trainer.session.runner import Snapshot
from trainer.session.services import Services
from trainer.storage.scenario_library import FILE, ScenarioLibrary

Kind = TypeVar("Kind", bound=Event)
BLOCK, CANNULA = "spinal-22g-90", "rf-18g-100-10"
TITLE = "Block and lesion in one sitting"
ROOM = (
    *(("consent", "written"), ("time-out", ""), ("apron", ""), ("monitors", "")),
    *(("pillow", "chest"), ("arms", "overhead"), ("gloves", ""), ("prep", "chlorhexidine")),
    *(("drape", ""), ("label-syringes", "")),
)
AFTER = (("dress", ""), ("observe", "30-min"), ("advise", "written"), ("document", ""))
ABOVE_FASCIA_MM = 9.0  # there a needle can be turned without bending it


@pytest.fixture
def sitting(services: Services) -> Iterator[str]:
    """A scenario in the user's own folder: the shipped rhizotomy with a needle for the block."""
    shipped, own = cast(ScenarioLibrary, services.scenarios).folders
    text = (shipped / "rf-t7-8" / FILE).read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    for old, new in (
        ("id: rf-t7-8", "id: block-and-rf-t7-8"),
        (title, f'title: "{TITLE}"'),
        ("[rf-18g-100-10, rf-20g-100-10, spinal-25g-90]", f"[{BLOCK}, {CANNULA}]"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    folder = own / "block-and-rf-t7-8"
    folder.mkdir(parents=True)
    (folder / FILE).write_text(text, encoding="utf-8")
    yield TITLE
    (folder / FILE).unlink()
    folder.rmdir()


@dataclass(frozen=True)
class Played:
    """What a hand did: what the screen's runner showed at the end of each record, and the file."""

    shown: dict[int, State]
    log: AttemptLog

    @property
    def events(self) -> list[Event]:
        return list(self.log.events)

    def of(self, kind: type[Kind]) -> list[Kind]:
        return [event for event in self.events if isinstance(event, kind)]


def test_a_mouse_alone_blocks_both_nerves_then_heats_them_and_the_log_replays_it(
    mouse_only: MousePhysician, services: Services, sitting: str
) -> None:
    mouse_only.choose(sitting, by_key=False)
    played = play(mouse_only, services, whole)
    nothing_went_wrong(played)
    every_step_was_in_its_place(played, "block", "rhizotomy")
    the_block_numbed_both_nerves(played)
    both_lesions_cover_their_nerve(played)


def test_a_keyboard_alone_heats_both_nerves_and_the_log_replays_it(
    keyboard_only: KeyboardPhysician, services: Services
) -> None:
    keyboard_only.choose(services.scenarios.load("rf-t7-8").title, by_key=True)
    played = play(keyboard_only, services, second_half)
    nothing_went_wrong(played)
    every_step_was_in_its_place(played, "rhizotomy")
    both_lesions_cover_their_nerve(played)


def play(hand: Physician, services: Services, do: Callable[[Physician], None]) -> Played:
    """What came of it; the file alone tells every state, and the physics says the same again."""
    shown: dict[int, State] = {}

    def keep(snapshot: Snapshot) -> None:
        shown[snapshot.seq] = snapshot.state

    hand.attempt.runner.listen(keep)
    path, world = hand.attempt.path, hand.attempt.runner.world
    do(hand)
    hand.skip_own_call()
    played = Played(shown, services.attempts.load(path))
    the_file_alone_tells_every_state(played)
    assert redecide(played.log, world) == []
    return played


# What the hand does ----------------------------------------------------------------------------


def whole(hand: Physician) -> None:
    body = hand.attempt.runner.world.body
    assert body is not None
    prepare(hand)
    level(hand)
    for nerve in body.targets:
        block(hand, nerve)
    diary(hand)
    heat_and_leave(hand)


def second_half(hand: Physician) -> None:
    """The blocks were done another day; the file tells of them."""
    prepare(hand)
    with hand.case("case_decision"):
        hand.press("reason_blocks-positive")
    return_pad(hand)
    level(hand)
    heat_and_leave(hand)


def heat_and_leave(hand: Physician) -> None:
    body = hand.attempt.runner.world.body
    assert body is not None
    for nerve in body.targets:
        rhizotomy(hand, nerve)
    with hand.room("room_acts"):
        for act, detail in AFTER:
            hand.act(act, detail)
    hand.submit(by_key=False)


def prepare(hand: Physician) -> None:
    with hand.case("case_file"):
        hand.press(*(f"topic_{topic}" for topic in CASE_TOPICS))
        hand.press("case_consent", *(f"point_{point}" for point in POINTS))
        hand.press("case_decision", "reason_axial-pain", "reason_conservative-failed")
        hand.press("decide_proceed")
    with hand.room("room_acts"):
        for act, detail in ROOM:
            hand.act(act, detail)


def level(hand: Physician) -> None:
    hand.turn(tilt="0")
    hand.keep_as("level")
    card = hand.suite.instrument
    hand.pick(card.level, "T7")
    hand.pick(card.side, "left")
    hand.press("declare")


def middle(hand: Physician, nerve: str) -> FloatArray:
    """Where the eye takes a nerve to be."""
    body = hand.attempt.runner.world.body
    assert body is not None
    stretch = body.stretches[nerve][0]
    return np.asarray(stretch[len(stretch) // 2])


def bone_below(hand: Physician, nerve: str) -> FloatArray:
    """Where the process is flattest medial and below the nerve: a safe backstop, 1 mm in."""
    bone = hand.attempt.runner.world.bone
    assert bone is not None
    x, z, y = np.meshgrid(np.arange(-6.0, 1.0), np.arange(-9.0, 0.0), np.arange(6.0, -9.0, -0.25))
    inside = bone.at((middle(hand, nerve) + np.stack([x, y, z], -1)).reshape(-1, 3)).reshape(
        x.shape
    )
    met = np.argmax(inside < 0.0, axis=2) * 1.0 + 1e3 * ~(inside < 0.0).any(axis=2)
    steep = sum(np.abs(one) for one in np.gradient(met))
    row, column = np.unravel_index(int(np.argmin(steep)), met.shape)
    aside = np.array([x[row, column, 0], 5.0 - 0.25 * met[row, column], z[row, column, 0]])
    return np.asarray(middle(hand, nerve) + aside)


def numb_skin(hand: Physician) -> None:
    with hand.room("room_acts"):
        hand.act("skin-local", "lidocaine-1")


def block(hand: Physician, nerve: str) -> None:
    """Bone first, back to the fascia, then beside the nerve."""
    hand.turn(oblique="0", tilt="0")
    numb_skin(hand)
    hand.aim_mm = bone_below(hand, nerve)
    hand.puncture(BLOCK)
    with hand.gripped():
        hand.aim()
        hand.go_down()
        assert hand.needle.at_bone
        hand.back_to(ABOVE_FASCIA_MM)
        hand.aim_mm = middle(hand, nerve)
        hand.aim()
        hand.go_down()
    hand.spot()
    hand.keep_as("working")
    hand.turn(oblique="L 90")
    hand.keep_as("depth")
    hand.press("page_syringe", "stylet", "tubing", "aspirate")
    inject(hand, "iohexol-240", 200, live=True)
    hand.press("aspirate")
    inject(hand, "lidocaine-1", 300)
    hand.press("page_needle", "remove")


def inject(hand: Physician, agent: str, volume_ul: int, *, live: bool = False) -> None:
    syringe = hand.suite.instrument.syringe
    hand.take_from(syringe.agent, agent)
    hand.take_from(syringe.volume, volume_ul)
    if live:
        with hand.beam():
            hand.press("inject")
            assert hand.state.procedure.injecting is not None
            hand.wait(lambda: hand.attempt.runner.snapshot.state.procedure.injecting is None)
    else:
        hand.press("inject", "wait_10")


def diary(hand: Physician) -> None:
    with hand.room("room_acts"):
        hand.act("diary")
    hand.press("page_syringe", "wait_600", "wait_60", "wait_60", "wait_60", "wait_60", "wait_60")
    with hand.room("room_patient"):
        hand.press("ask_relief")
    hand.press(*["wait_600"] * 12)
    with hand.case("case_file"):
        hand.press("topic_diary", "case_decision", "reason_blocks-positive")
    return_pad(hand)


def return_pad(hand: Physician) -> None:
    with hand.room("room_acts"):
        hand.act("pad", "thigh")
        hand.act("pad-check")


def rhizotomy(hand: Physician, nerve: str) -> None:
    """From below along the process, so that the bare centimetre lies along the nerve."""
    hand.turn(oblique="0", tilt="caud 31")
    numb_skin(hand)
    toward = np.array([0.0, -np.cos(np.radians(31.0)), np.sin(np.radians(31.0))])
    hand.aim_mm = middle(hand, nerve) + 4.0 * toward
    hand.puncture(CANNULA)
    with hand.gripped():
        hand.aim()
        hand.go_down()
    hand.spot()
    hand.keep_as("hub")
    hand.turn(oblique="L 90", tilt="0")
    stimulate(hand)
    numb_nerve(hand)
    heat(hand, stop_first=nerve.startswith("T6"))
    hand.press("page_needle", "remove")


def stimulate(hand: Physician) -> None:
    hand.press("page_syringe", "stylet", "electrode")
    with hand.room("room_patient"):
        hand.press("tell_stimulate")
    panel = hand.suite.instrument.generator
    hand.press("page_generator")
    for millivolts in (300, 500):
        hand.take_from(panel.volt, millivolts)
        hand.press("stimulate_sensory")
    hand.take_from(panel.volt, 2_000)
    hand.press("stimulate_motor")


def numb_nerve(hand: Physician) -> None:
    hand.press("page_syringe", "electrode")
    hand.spot()
    hand.press("tubing", "aspirate")
    inject(hand, "lidocaine-2", 500)
    hand.press("wait_60", "wait_10", "wait_10", "wait_10", "wait_10", "tubing", "electrode")
    hand.spot()  # syringe and electrode may have moved the tip
    hand.keep_as("depth")


def heat(hand: Physician, *, stop_first: bool) -> None:
    panel = hand.suite.instrument.generator
    hand.press("page_generator")
    hand.take_from(panel.temperature, 80)
    hand.take_from(panel.seconds, 90)
    with hand.room("room_patient"):
        hand.press("tell_heat")
    if stop_first:  # a second thought: off, and on again
        start(hand)
        hand.press("lesion_stop")
    start(hand)
    hand.key("wait_60")
    hand.key("wait_10", 2)
    assert hand.state.procedure.running is None


def start(hand: Physician) -> None:
    """Heat on, and after ten seconds the question that matters."""
    hand.press("lesion_start")
    hand.key("wait_10")
    with hand.room("room_patient"):
        hand.press("ask_band")


# What the log tells ----------------------------------------------------------------------------


def nothing_went_wrong(played: Played) -> None:
    assert [str(one) for one in played.of(NotPossible)] == []
    assert played.of(HarmDone) == []


def every_step_was_in_its_place(played: Played, *procedures: str) -> None:
    for procedure in procedures:
        found = walked(played.events, procedure)
        missed = {one.step.id for one in found if one.missed_ms is not None}
        # Local anaesthetic before heat is no diagnostic block: nobody watches contrast for it.
        assert missed == ({"contrast-first"} if procedure == "block" else set())
        assert all(one.asked for one in found)


def the_block_numbed_both_nerves(played: Played) -> None:
    assert len(played.of(BoneTouched)) >= 2
    assert {event.found for event in played.of(Aspirated)} == {"dry"}
    contrast = [one for one in played.of(InjectionBegan) if one.agent == "iohexol-240"]
    assert [one.pattern for one in contrast] == ["planes", "planes"]
    asleep = {
        nerve: permille
        for event in played.of(Injected)
        if event.agent == "lidocaine-1"
        for nerve, permille in event.numbed_permille
    }
    assert min(asleep["T6-mb left"], asleep["T7-mb left"]) >= 800
    (told,) = played.of(BlockJudged)
    assert told.relief_percent >= 80


def both_lesions_cover_their_nerve(played: Played) -> None:
    answers = [answer for event in played.of(Stimulated) for answer, _, _ in event.answers]
    assert {"back", "paraspinal-twitch"} == set(answers)
    lesions = played.of(LesionEnded)
    assert [event.how for event in lesions] == ["stopped", "done", "done"]
    for event, nerve in zip(lesions[1:], ("T6-mb left", "T7-mb left"), strict=True):
        assert dict(event.covered_permille)[nerve] >= 400
        assert min(dict(event.clearance_um).values()) > 0
    assert len(played.of(NeedleRemoved)) in (2, 4)


def the_file_alone_tells_every_state(played: Played) -> None:
    """`evolve` alone brings the hash of every record, and the state that the screen had."""
    assert played.log.sealed
    told = {record.seq: state for record, state in states(played.log)}
    assert len(told) == len(played.log.records) > 150
    assert told == {seq: played.shown[seq] for seq in told}
