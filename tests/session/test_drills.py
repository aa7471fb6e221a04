"""Drills in a generated patient: opened, passed by who knows, failed by who guesses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from tests.scoring.second.comparing import compared
from tests.scoring.second.reading import Attempt
from trainer.attempt.commands import (
    Answer,
    BeamOff,
    Command,
    Expose,
    Grip,
    NextItem,
    SetAid,
    Submit,
    TurnCArm,
)
from trainer.attempt.events import Event, Exposed, NotPossible, to_json
from trainer.attempt.log import AttemptLog, Record
from trainer.attempt.replay import redecide
from trainer.attempt.step import step
from trainer.scenario.tables import DRILL_IDS, drill_patients, drills
from trainer.scoring.drills.answers import ItemSeen, contrast_truth, generator_truth, items_of
from trainer.scoring.drills.outcome import DrillView
from trainer.scoring.drills.result import MEASURES, judged
from trainer.scoring.drills.sight import on_receptor_um
from trainer.scoring.score import score
from trainer.session.aids import NO_OFFER, OFFERED_UNTIL, offered
from trainer.session.branching import branch_of
from trainer.session.drill_acts import acts_of
from trainer.session.drills import open_drill
from trainer.session.finished import Finished
from trainer.session.opening import Opening
from trainer.session.services import Services

NOON = "2026-11-23T12:00:00Z"
EVEN = 4  # a seed of the patient whom the shipped scenarios share


class Hand:
    """Sends commands in script time."""

    def __init__(self, opening: Opening) -> None:
        self.opening, self.state = opening, opening.header.start
        self.records: list[Record] = []
        self.t_ms = 0

    def do(self, command_at: object) -> tuple[Event, ...]:
        assert callable(command_at)
        self.t_ms += 40
        command: Command = command_at(self.t_ms)
        record, self.state = step(self.state, command, self.opening.world, len(self.records) + 1)
        if record.events:
            self.records.append(record)
        assert not [e for e in record.events if isinstance(e, NotPossible)], record.events
        return record.events

    @property
    def events(self) -> list[Event]:
        return [event for record in self.records for event in record.events]

    def wait(self, milliseconds: int) -> None:
        from trainer.attempt.commands import Tick

        self.t_ms += milliseconds
        self.do(Tick)

    def result(self) -> str:
        """The outcome; the score and a second scorer say of the criterion what it says."""
        outcome = judged(self.opening.header, self.events).outcome
        found = score(self.log).document
        line = next(one for one in found["metrics"] if one["id"] == "drill_criterion")
        stored = [to_json(event) for event in self.events]
        assert line["value"] == int(outcome.passed)
        assert compared(found, Attempt(dict(self.log.header), stored)) == []
        return outcome.code

    @property
    def log(self) -> AttemptLog:
        from trainer.attempt import header

        return AttemptLog(header.to_json(self.opening.header), tuple(self.records), True, "0" * 64)


_OPENED: dict[str, Opening] = {}  # frozen values: opened once for all that is told of a drill


def opened(services: Services, name: str) -> Hand:
    if name not in _OPENED:
        _OPENED[name] = open_drill(services, name, EVEN, NOON)
    return Hand(_OPENED[name])


def test_every_drill_has_data_a_measure_and_a_sentence_for_its_outcomes() -> None:
    assert len(DRILL_IDS) == 12
    assert len(drill_patients()) >= 2
    for drill in drills().values():
        assert drill.measure in MEASURES
        assert "pass" in drill.says
        assert drill.limits
        assert drill.source


def shown_items(hand: Hand) -> Iterator[ItemSeen]:
    """Go through all items as the program does, giving way to whoever answers."""
    task = hand.opening.header.drill
    assert task is not None
    for item in task.items:
        hand.do(NextItem)
        for act in acts_of(item):
            hand.do(act)
        if "contrast" in item.acts:
            hand.wait(4_100)
            hand.do(lambda t_ms: BeamOff(t_ms, "released"))
        yield items_of(DrillView(hand.opening.header, task, tuple(hand.events)))[-1]


def answer_rightly(hand: Hand, seen: ItemSeen) -> None:
    """As one who reads the truth in the header and the log."""
    header = hand.opening.header
    if seen.item.asks[0].subject == "corner":
        corner = header.landmarks_um[f"{seen.item.level}.{seen.item.side}.tp_corner"]
        assert seen.shot is not None
        at = on_receptor_um(seen.shot, corner)
        hand.do(lambda t_ms: Answer(t_ms, "corner", "", *at))
    elif seen.item.asks[0].subject == "tip":
        assert seen.item.needle is not None
        assert seen.shot is not None
        at = on_receptor_um(seen.shot, seen.item.needle.tip_um)
        hand.do(lambda t_ms: Answer(t_ms, "tip", "", *at))
    else:
        truth = contrast_truth(seen) or (generator_truth(seen) or "",)
        for ask, choice in zip(seen.item.asks, truth, strict=True):
            hand.do(lambda t_ms, a=ask, c=choice: Answer(t_ms, a.subject, c))


@pytest.mark.parametrize("name", ["d05", "d10", "d11", "d12"])
def test_who_knows_passes_and_the_physics_agrees_again(services: Services, name: str) -> None:
    hand = opened(services, name)
    for seen in shown_items(hand):
        answer_rightly(hand, seen)
    hand.do(Submit)
    assert hand.result() == "pass"
    assert judged(hand.opening.header, hand.events).counts
    if name == "d12":
        assert redecide(hand.log, hand.opening.world) == []


@pytest.mark.parametrize(("name", "choice"), [("d11", ("planes", "inject")), ("d12", ("lesion",))])
def test_who_always_injects_or_heats_does_harm(
    services: Services, name: str, choice: tuple[str, ...]
) -> None:
    hand = opened(services, name)
    for seen in shown_items(hand):
        for ask, word in zip(seen.item.asks, choice, strict=True):
            hand.do(lambda t_ms, a=ask, c=word: Answer(t_ms, a.subject, c))
    assert hand.result() == "dangerous"


def test_nothing_that_a_trainee_is_shown_before_the_answer_names_the_pattern(
    services: Services,
) -> None:
    from trainer.ui.presenters.voice import said

    hand = opened(services, "d11")
    for seen in shown_items(hand):
        truth = contrast_truth(seen)
        assert truth is not None
        spoken = " ".join(said(event) for event in seen.events).lower()
        assert truth[0] not in spoken
        answer_rightly(hand, seen)


def test_the_end_plate_is_passed_square_and_failed_as_it_began(services: Services) -> None:
    hand = opened(services, "d02")
    hand.do(Expose)
    assert hand.result() == "angle"
    off = judged(hand.opening.header, hand.events).outcome.number("angle_mdeg")
    assert off is not None
    assert 5_000 < off < 13_000
    for sign in (1, -1):
        tilt = hand.opening.header.start.tilt_mdeg + sign * off
        hand.do(lambda t_ms, tilt=tilt: TurnCArm(t_ms, 0, tilt))
        hand.do(Expose)
        if hand.result() == "pass":
            break
    assert hand.result() == "pass"


def test_the_needle_of_the_bullseye_is_off_by_what_was_drawn(services: Services) -> None:
    hand = opened(services, "d07")
    hand.do(Expose)
    off = judged(hand.opening.header, hand.events).outcome.number("angle_mdeg")
    assert off is not None
    assert 6_500 <= off <= 14_500
    refused = step(hand.state, TurnCArm(hand.t_ms, 0, 0), hand.opening.world, 9)[0].events
    assert isinstance(refused[0], NotPossible)
    hand.do(Grip)


def test_the_same_seed_draws_the_same(services: Services) -> None:
    first, again = opened(services, "d05").opening, open_drill(services, "d05", EVEN, NOON)
    assert first.header.drill == again.header.drill
    assert first.header.start == again.header.start


def test_an_aid_makes_a_pass_that_does_not_count(services: Services) -> None:
    hand = opened(services, "d02")
    hand.do(lambda t_ms: SetAid(t_ms, "best_view", True))
    hand.do(Expose)
    assert not judged(hand.opening.header, hand.events).counts


def test_a_step_back_names_its_parent_and_does_not_count(services: Services) -> None:
    hand = opened(services, "d07")
    hand.do(Expose)
    hand.do(Grip)
    with pytest.raises(Exception, match="no step to go back to"):
        branch_of(hand.log, hand.opening.header, NOON)
    other = opened(services, "d11")
    other.do(NextItem)
    other.do(Expose)
    branch = branch_of(other.log, other.opening.header, NOON)
    assert branch.header.parent == ("0" * 64, 0)
    assert branch.start == replace(other.opening.header.start, aids=())
    assert not judged(branch.header, ()).counts


def finished(count: int) -> list[Finished]:
    from pathlib import Path

    one = Finished(Path("a"), "case", "placement", NOON, "p", 1, False, None)
    return [one] * count


def test_aids_are_offered_at_first_and_withdrawn_one_after_another() -> None:
    assert set(offered("case", []).aids) == set(OFFERED_UNTIL)
    sizes = [len(offered("case", finished(count)).aids) for count in range(7)]
    assert sizes == sorted(sizes, reverse=True)
    assert offered("case", finished(6)).aids == ("pause",)
    assert set(offered("another", finished(6)).aids) == set(OFFERED_UNTIL)


def test_an_exam_never_offers_any() -> None:
    assert offered("case", [], mode="exam") == NO_OFFER


def test_a_picture_of_an_item_shows_what_it_asks_for(services: Services) -> None:
    hand = opened(services, "d05")
    for seen in list(shown_items_until(hand, 3)):
        assert isinstance(seen.shot, Exposed)
        corner = hand.opening.header.landmarks_um[f"{seen.item.level}.{seen.item.side}.tp_corner"]
        assert np.abs(on_receptor_um(seen.shot, corner)).max() < seen.shot.field_um // 2


def shown_items_until(hand: Hand, count: int) -> Iterator[ItemSeen]:
    for number, seen in enumerate(shown_items(hand), start=1):
        answer_rightly(hand, seen)
        yield seen
        if number == count:
            return
