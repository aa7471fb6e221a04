"""D5 and D10 to D12: what was tapped, called, named and decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isqrt

from trainer.attempt.drill import DrillItem
from trainer.attempt.events import (
    Answered,
    Event,
    Exposed,
    InjectionBegan,
    ItemSet,
    LesionStarted,
    PatientSaid,
    Stimulated,
)
from trainer.scoring.drills.outcome import PASS, DrillView, Outcome
from trainer.scoring.drills.sight import at_depth_um, between, on_receptor_um, ray_of
from trainer.scoring.exact import length, minus

# What each pattern asks for. Contrast in a vessel, a foramen or the epidural space: never inject
# there, move; in the thecal sac or the pleural space: stop the procedure. Teaching model (M), for a
# clinician to judge; an anaesthetic belongs between muscles only.
ACTS = {
    "planes": "inject",
    "vessel": "move",
    "foramen": "move",
    "epidural": "move",
    "intrathecal": "stop",
    "pleura": "stop",
}
RAMUS = frozenset(
    {"band", "intercostal-twitch", "abdominal-twitch", "limb-twitch", "legs"}
)  # a ventral ramus or the cord answers (teaching.md 1, M)
SENSORY_HZ, CUT_OFF_MV = 50, 500  # 0.5 V: Koh 2017 (S), as in the house profile
WARNINGS = frozenset({"band-burning"})


@dataclass(slots=True)
class ItemSeen:
    """What the log holds of one item."""

    item: DrillItem
    shot: Exposed | None = None
    events: list[Event] = field(default_factory=list)
    answers: dict[str, Answered] = field(default_factory=dict)

    @property
    def done(self) -> bool:
        """Whether everything it asks was answered."""
        return len(self.answers) == len(self.item.asks)


def items_of(view: DrillView) -> tuple[ItemSeen, ...]:
    """Each item that was shown with its events, picture and answers."""
    seen: list[ItemSeen] = []
    for event in view.events:
        if isinstance(event, ItemSet):
            seen.append(ItemSeen(view.task.items[event.number - 1]))
        elif seen:
            seen[-1].events.append(event)
            if isinstance(event, Exposed):
                seen[-1].shot = event
            elif isinstance(event, Answered):
                seen[-1].answers[event.subject] = event
    return tuple(seen)


def corners(view: DrillView) -> Outcome:
    """How many taps lie near the corner, at its depth."""
    offs = sorted(_corner_offs(view))
    near, asked = view.task.limit("near_um"), len(view.task.items)
    hits = sum(off <= near for off in offs)
    middle = (("middle_um", offs[len(offs) // 2]),) if offs else ()
    numbers = (("hits", hits), ("asked", asked), ("answered", len(offs)), *middle)
    if len(offs) < asked:
        return Outcome("unanswered", numbers)
    return Outcome(PASS if hits >= view.task.limit("hits") else "hits", numbers)


def corner_off_um(view: DrillView, seen: ItemSeen) -> int | None:
    """How far a tap lies from the corner, None where there is none."""
    tap, shot = next(iter(seen.answers.values()), None), seen.shot
    if tap is None or shot is None:
        return None
    corner = view.landmark(f"{seen.item.level}.{seen.item.side}.tp_corner")
    right, down = on_receptor_um(shot, corner)
    aside, under = tap.right_um - right, tap.down_um - down
    return at_depth_um(shot, isqrt(aside * aside + under * under), corner)


def _corner_offs(view: DrillView) -> Iterator[int]:
    found = (corner_off_um(view, seen) for seen in items_of(view))
    return (off for off in found if off is not None)


def tips(view: DrillView) -> Outcome:
    """The worst distance in space between a tip that was called from two views and the true one."""
    seen = items_of(view)
    done = sum(one.done for one in seen)
    asked = len(view.task.items)
    numbers: tuple[tuple[str, int], ...] = (("asked", asked), ("answered", done))
    offs = tuple(_tip_offs(seen))
    if offs:
        numbers = (("worst_um", max(offs)), *numbers)
    if done < asked or len(offs) < asked // 2:  # a call without a picture of its own is none
        return Outcome("unanswered", numbers)
    return Outcome(PASS if max(offs) <= view.task.limit("near_um") else "near", numbers)


def _tip_offs(seen: tuple[ItemSeen, ...]) -> Iterator[int]:
    for one, other in zip(seen[::2], seen[1::2], strict=False):
        rays = [
            ray_of(each.shot, tap.right_um, tap.down_um)
            for each in (one, other)
            for tap in each.answers.values()
            if each.shot is not None
        ]
        if len(rays) == 2 and one.item.needle is not None:
            yield length(minus(between(*rays), one.item.needle.tip_um))


def contrast(view: DrillView) -> Outcome:
    """How many patterns were named and acted on rightly, and how often one would do harm."""
    return _judged(view, contrast_right, _injects_astray)


def generator(view: DrillView) -> Outcome:
    """How many cases were read rightly, and how often a rib nerve would be heated."""
    return _judged(view, generator_right, _heats_astray)


def contrast_truth(seen: ItemSeen) -> tuple[str, str] | None:
    """Pattern and act, None where nothing was injected."""
    began = next((e for e in seen.events if isinstance(e, InjectionBegan)), None)
    return None if began is None else (began.pattern, ACTS[began.pattern])


def contrast_right(seen: ItemSeen) -> bool:
    """Whether pattern and act are both right."""
    truth = contrast_truth(seen)
    return truth == tuple(seen.answers[name].choice for name in ("pattern", "act"))


def _injects_astray(seen: ItemSeen) -> bool:
    truth = contrast_truth(seen)
    return truth is not None and truth[1] != "inject" and seen.answers["act"].choice == "inject"


def generator_truth(seen: ItemSeen) -> str | None:
    """lesion, move or stop, from what was stimulated and said; None where nothing was."""
    before = tuple(_before_answer(seen))
    if any(isinstance(event, LesionStarted) for event in before):
        warned = any(isinstance(e, PatientSaid) and e.words in WARNINGS for e in before)
        return "stop" if warned else "lesion"
    tests = tuple(_tests(before))
    if not tests:
        return None
    answers = {answer for test in tests for answer, _, _ in test.answers}
    felt = any(
        answer == "back"
        for test in tests
        if test.hz == SENSORY_HZ and test.millivolts <= CUT_OFF_MV
        for answer, _, _ in test.answers
    )
    return "lesion" if felt and not answers & RAMUS else "move"


def generator_right(seen: ItemSeen) -> bool:
    """Whether the case was read rightly."""
    return seen.answers["decide"].choice == generator_truth(seen)


def _heats_astray(seen: ItemSeen) -> bool:
    """Heat where a ramus answers or burns: to have found no nerve at all does no harm."""
    before = tuple(_before_answer(seen))
    answers = {answer for one in _tests(before) for answer, _, _ in one.answers}
    warned = any(isinstance(e, PatientSaid) and e.words in WARNINGS for e in before)
    return seen.answers["decide"].choice == "lesion" and (warned or bool(answers & RAMUS))


def _tests(events: tuple[Event, ...]) -> Iterator[Stimulated]:
    """The first test of each frequency: those that the case consists of."""
    known: set[int] = set()
    for event in events:
        if isinstance(event, Stimulated) and event.hz not in known:
            known.add(event.hz)
            yield event


def _before_answer(seen: ItemSeen) -> Iterator[Event]:
    for event in seen.events:
        if isinstance(event, Answered):
            return
        yield event


def _judged(view: DrillView, right: object, astray: object) -> Outcome:
    assert callable(right)
    assert callable(astray)
    done = [seen for seen in items_of(view) if seen.done]
    good, harm = sum(map(right, done)), sum(map(astray, done))
    asked = len(view.task.items)
    numbers = (("right", good), ("asked", asked), ("answered", len(done)), ("dangerous", harm))
    if len(done) < asked:
        return Outcome("unanswered", numbers)
    if harm > view.task.limit("dangerous"):
        return Outcome("dangerous", numbers)
    return Outcome(PASS if good >= view.task.limit("right") else "right", numbers)
