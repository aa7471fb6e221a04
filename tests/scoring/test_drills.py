"""A drill's mark is its criterion's: told by both scorers alike, and nothing else passes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scoring.attempts import (
    DOWN,
    E9,
    ENTRY_UM,
    ONTO_BONE,
    TOWARD_PLEURA,
    Hand,
    header,
    log_of,
    scenario,
)
from tests.scoring.second import drills as second
from tests.scoring.second.reading import Attempt
from trainer.attempt.drill import Ask, DrillItem, DrillTask, NeedleSet
from trainer.attempt.events import (
    Answered,
    BoneLost,
    BoneTouched,
    Event,
    Exposed,
    HazardEntered,
    InjectionBegan,
    ItemSet,
    LesionStarted,
    LevelDeclared,
    NeedleMoved,
    PatientSaid,
    SkinMarked,
    Stimulated,
    StoodAt,
    Submitted,
    Vec3,
)
from trainer.attempt.events import to_json as event_json
from trainer.attempt.header import Header
from trainer.attempt.header import to_json as header_json
from trainer.attempt.state import NeedleInHand
from trainer.scenario.rubric_parts import RubricOfParts
from trainer.scenario.rubric_tables import shipped_rubrics
from trainer.scenario.tables import drill_patients, drills, first_minute
from trainer.scoring.drills.result import MEASURES, judged
from trainer.scoring.drills.rules import RULES
from trainer.scoring.score import Score, score
from trainer.session.drills import scenario_of

LEVELS = ("T1", "T3", "T6", "T7", "T8", "T12")
ALL = {drill.measure: drill for drill in (first_minute(), *drills().values())}
ITEMS = {"corners": "corner", "tips": "tip", "contrast": "pattern", "generator": "decide"}
Ahead = tuple[tuple[str, int], ...]
PATTERNS = ("planes", "vessel", "foramen", "epidural", "intrathecal", "pleura")


@cache
def landmarks() -> dict[str, Vec3]:
    found: dict[str, Vec3] = {}
    for level in LEVELS:
        z = 24_000 * (7 - int(level[1:]))
        found[f"{level}.body_centre"] = (0, 0, z)
        found[f"{level}.spinous_tip"] = (300, 60_000, z - 9_000)
        for side, x in (("left", 1), ("right", -1)):
            found[f"{level}.{side}.pedicle"] = (x * 12_000, 20_000 + x * 70, z + 500 * x)
            found[f"{level}.{side}.tp_corner"] = (x * 28_000, 40_000, z + 4_000)
        for name, at in (
            ("left", (9, 0)),
            ("right", (-9, 0)),
            ("front", (0, -11)),
            ("back", (0, 11)),
        ):
            found[f"{level}.upper_plate_{name}"] = (
                at[0] * 1000,
                at[1] * 1000,
                z + 9_000 + 40 * at[1],
            )
        found[f"{level}.upper_plate_centre"] = (0, 0, z + 9_000)
    return found


def head_of(measure: str, level: str = "T7", items: int = 2, shipped: bool = False) -> Header:
    """A drill's header on made-up places, with the drill's own limits and rubric."""
    drill = ALL[measure]
    made = header(scenario(views=()))  # as drills have none
    asks = (
        (Ask("pattern"), Ask("act")) if measure == "contrast" else (Ask(ITEMS.get(measure, "x")),)
    )
    needle = NeedleSet("spinal-22g-90", ENTRY_UM, (27_000, 43_000, 5_000))
    each = tuple(DrillItem(asks, level, "left", needle=needle) for _ in range(items))
    limits = {**drill.limits, **({} if shipped else _few(drill.limits, items))}
    task = DrillTask(drill.id, 1, measure, tuple(sorted(limits.items())), (), each)
    document = {**made.scenario, "rubric": _rubric_of(measure)}
    in_hand = NeedleInHand("spinal-22g-90", ENTRY_UM, DOWN)
    target = replace(made.targets[0], bone=level)
    return replace(
        made, drill=task, scenario=document, landmarks_um=landmarks(), targets=(target,),
        start=replace(made.start, needle=in_hand, place="tube_side"),
    )  # fmt: skip


def _few(limits: dict[str, int], items: int) -> dict[str, int]:
    """Limits of hits for so few items."""
    return {name: items - 1 for name in ("hits", "right") if name in limits}


@cache
def _rubric_of(measure: str) -> dict[str, Any]:
    """As the drill's own scenario has it."""
    found = scenario_of(ALL[measure], drill_patients()[0], "T7", "left").rubric
    assert isinstance(found, RubricOfParts)
    assert shipped_rubrics()[found.id, found.version] == found
    return found.model_dump(mode="json")


def both(head: Header, events: list[Event]) -> tuple[bool, bool, Score]:
    """What the drill's own judgement, the second scorer and the score say."""
    first = judged(head, events).outcome.passed
    stored = [event_json(event) for event in events]
    attempt = Attempt(header_json(head), stored)
    return first, bool(second.met(attempt)), score(log_of(events, head))


# --- laws ----------------------------------------------------------------------------------------

near = st.sampled_from((-9_000, -2_500, -1_200, -300, 0, 1, 900, 2_000, 3_300, 11_000))
angles = st.sampled_from((-90_000, -52_000, -47_000, 0, 0, 3_000, 46_000, 50_000, 61_000, 90_000))


@st.composite
def pictures(draw: Callable[..., Any]) -> Callable[[int, int], Event]:
    aside, along, across, turned = draw(near), draw(near), draw(near), draw(angles)
    lateral, seen = draw(st.booleans()), draw(st.booleans())
    z = draw(st.sampled_from((0, 0, 9_000, 144_000, -120_000, 4_000)))

    def at(t_ms: int, number: int) -> Event:
        shot = Hand().expose(tip_seen=seen).events[0]
        assert isinstance(shot, Exposed)
        source = (-530_000, across, z + along) if lateral else (aside, -530_000 + across, z + along)
        direction = (E9, 0, 0) if lateral else (0, E9, 0)
        right = (0, E9, 0) if lateral else (-E9, 0, 0)
        return replace(
            shot, t_ms=t_ms, number=number, source_um=source, direction_e9=direction,
            right_e9=right, oblique_mdeg=turned,
        )  # fmt: skip

    return at


@st.composite
def happenings(draw: Callable[..., Any]) -> list[Event]:
    """Anything that a drill reads, in any order."""
    events: list[Event] = []
    shots, depth = 0, 0
    for step in range(draw(st.integers(1, 9))):
        t_ms, kind = 1_000 * step + 500, draw(st.integers(0, 8))
        x, y, z = (draw(near) for _ in range(3))
        if kind <= 2:
            shots += 1
            events.append(draw(pictures())(t_ms, shots))
        elif kind == 3:
            pushed = draw(st.sampled_from((500, 1_500, 2_100, 6_000, 11_000, -4_000)))
            depth = max(0, depth + pushed)
            tip = (28_000 + x // 3, 80_000 - depth, 4_000 + z // 2)
            axis = draw(st.sampled_from((DOWN, (x * 40_000, -E9, z * 20_000))))
            events.append(
                NeedleMoved(t_ms, "advance", tip, axis, pushed, abs(pushed), depth, "soft", (), ())
            )
        elif kind == 4:
            touched = BoneTouched(t_ms, (28_000 + x // 3, 40_000 + y // 3, 4_000 + z // 3))
            events.append(draw(st.sampled_from((touched, BoneLost(t_ms)))))
        elif kind == 5:
            events.append(SkinMarked(t_ms, (28_000 + x // 2, 80_000, 4_000 + z // 2)))
        elif kind == 6:
            level = draw(st.sampled_from(("T7", "T7", "T6")))
            events.append(LevelDeclared(t_ms, level, "left", draw(st.integers(0, shots))))
        elif kind == 7:
            place = draw(st.sampled_from(("receptor_side", "tube_side")))
            events.append(StoodAt(t_ms, place, 600))
    return events


ROOM = sorted(set(MEASURES) - set(ITEMS))


@settings(max_examples=150)
@given(st.sampled_from(ROOM), st.sampled_from(("T3", "T7")), happenings())
def test_both_scorers_agree_on_drills_in_the_room(measure, level, events):
    first, other, marked = both(head_of(measure, level), events)
    assert first == other
    line = next(line for line in marked.metrics if line.id == "drill_criterion")
    assert line.value == int(first)


@st.composite
def answered(draw: Callable[..., Any], measure: str) -> list[Event]:
    """Some items shown, with what happens in them and what is answered, now and then rightly."""
    events: list[Event] = []
    for number in (1, 2)[: draw(st.integers(1, 2))]:
        t_ms = 10_000 * number
        events.append(ItemSet(t_ms, number))
        if draw(st.integers(0, 5)):
            shot = draw(pictures())(t_ms + 100, number)
            if measure == "tips" and isinstance(shot, Exposed) and number == 2:
                shot = replace(shot, source_um=(-530_000, 43_000, 5_000), direction_e9=(E9, 0, 0))
            events.append(shot)
        events += _of(measure, draw, t_ms)
    return events


def _of(measure: str, draw: Callable[..., Any], t_ms: int) -> list[Event]:
    def say(subject: str, choice: str = "", right: int = 0, down: int = 0) -> Event:
        return Answered(t_ms + 900, 1, subject, choice, right, down, 1)

    if measure in ("corners", "tips"):
        # About where the corner, and the tip, fall in a picture from straight below.
        at = draw(st.sampled_from(((-50_107, -7_158), (-48_000, -8_900), (-30_000, 0))))
        off = draw(near) // 2
        return [say(ITEMS[measure], "", at[0] + off, at[1])] if draw(st.integers(0, 5)) else []
    if measure == "contrast":
        pattern = draw(st.sampled_from(PATTERNS))
        ran = InjectionBegan(t_ms + 200, "contrast", 200, 1, (0, 0, 0), 4_000, pattern, ())
        act = draw(st.sampled_from(("inject", "move", "stop")))
        return [ran, say("pattern", draw(st.sampled_from((pattern, "planes")))), say("act", act)]
    heard = draw(st.sampled_from(("back", "band", "paraspinal-twitch", "legs", "")))
    answers = ((heard, "T6-mb left", 3_000),) if heard else ()
    tests: list[Event] = [
        Stimulated(t_ms + 200, hz, draw(st.sampled_from((300, 700))), 400, answers)
        for hz in draw(st.sampled_from(((50, 2), (2,), (50,), ())))
    ]
    heat: list[Event] = [LesionStarted(t_ms + 300, 250, 1)] if draw(st.booleans()) else []
    words = draw(st.sampled_from(("band-burning", "fine")))
    said: list[Event] = [PatientSaid(t_ms + 400, words, "x")] if draw(st.booleans()) else []
    choice = draw(st.sampled_from(("lesion", "move", "stop")))
    return [*tests, *heat, *said, say("decide", choice)]


@settings(max_examples=120)
@given(st.data(), st.sampled_from(sorted(ITEMS)))
def test_both_scorers_agree_on_drills_with_answers(data, measure):
    first, other, marked = both(head_of(measure), data.draw(answered(measure)))
    assert first == other
    assert marked.passed is False  # never submitted


# --- examples ------------------------------------------------------------------------------------


def met_marks() -> tuple[Score, Score]:
    """Contrast named rightly and wrongly, submitted."""

    def played(act: str) -> Score:
        events: list[Event] = []
        for number in (1, 2):
            t_ms = 10_000 * number
            ran = InjectionBegan(t_ms + 200, "contrast", 200, 1, (0, 0, 0), 4_000, "vessel", ())
            said = [
                Answered(t_ms + 900, number, *one, 0, 0, 1)
                for one in (("pattern", "vessel"), ("act", act))
            ]
            events += [ItemSet(t_ms, number), ran, *said]
        return score(log_of([*events, Submitted(60_000)], head_of("contrast")))

    return played("move"), played("inject")


def test_a_drill_passes_by_its_criterion_and_by_nothing_else():
    right, wrong = met_marks()
    assert (right.score, right.passed, right.gates) == (1000, True, ())
    assert (wrong.score, wrong.passed) == (0, False)
    assert [gate.metric for gate in wrong.gates] == ["drill_criterion"]


def down(*strides: int, enters: bool = False, ahead: Ahead = ONTO_BONE) -> Score:
    """Down the beam to bone in strides, a picture after each."""
    hand = Hand()
    for stride in strides:
        hand.push(stride, ahead).expose()
    if enters:
        hand.note(HazardEntered(hand.t_ms, "pleura", hand.tip_um))
    hand.note(BoneTouched(hand.t_ms, hand.tip_um))
    return score(log_of(hand.submit(), head_of("down-the-beam", shipped=True)))


def test_a_drill_with_the_needle_asks_for_safety_too():
    good, blind = down(10_000, 10_000, 10_000), down(10_000, 25_000)
    assert (good.score, good.passed) == (1000, True)
    assert not blind.passed
    assert blind.score < 700  # its other parts are full
    assert {gate.metric for gate in blind.gates} == {"drill_criterion"}
    rash = down(10_000, 50_000, ahead=TOWARD_PLEURA)
    assert {gate.metric for gate in rash.gates} == {"drill_criterion", "blind_advance_um"}
    assert rash.score < blind.score
    entered = down(10_000, 10_000, 10_000, enters=True)
    assert [error.id for error in entered.critical] == ["hazard_entered"]
    assert not entered.passed


def test_a_criterion_applies_to_drills_alone():
    line = next(
        m for m in score(log_of([], head_of("corners"))).metrics if m.id == "drill_criterion"
    )
    assert line.applies
    bare = replace(head_of("corners"), drill=None)
    line = next(m for m in score(log_of([], bare)).metrics if m.id == "drill_criterion")
    assert not line.applies


def test_every_measure_has_its_rule_in_words_and_a_second_scorer():
    assert set(RULES) == set(MEASURES) == set(second.RULES) == set(ALL)


@pytest.mark.parametrize("measure", sorted(MEASURES))
def test_no_drill_is_marked_by_pictures_alone(measure):
    """DESIGN 9: the count of images is never scored alone."""
    parts = _rubric_of(measure)["parts"]
    weighing = {metric["id"] for part in parts for metric in part["metrics"] if metric["weight"]}
    assert "drill_criterion" in weighing
    assert "exposures" not in weighing
