"""Each injection and lesion, and the needle left at the end, with how the needle stood then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.scoring.second.reading import Attempt, Event
from tests.scoring.second.views import serves, wanted

BY_HAND = ("advance", "withdraw", "tilt", "turn")


@dataclass
class Standing:
    """A needle and since when it stands so: places in the events, -1 where it was never taken."""

    place: tuple[Any, Any]  # tip, axis
    depth_um: int
    taken: int
    moved: int
    aimed: int

    @property
    def tip_um(self) -> list[int]:
        return list(self.place[0])


@dataclass
class Act:
    """kind : "injection", "lesion" or "placement". after : what came of it, None while it runs."""

    kind: str
    index: int
    t_ms: int
    needle: Standing | None
    began: Event | None
    after: Event | None = None

    @property
    def agent(self) -> str:
        return self.began["agent"] if self.kind == "injection" and self.began else ""


def acts_of(attempt: Attempt) -> list[Act]:
    """In order of the log."""
    return list(attempt.once("acts", lambda: _acts_of(attempt)))


def came_of(attempt: Attempt, kind: str) -> list[Event]:
    """What came of the injections or lesions that began and ended."""
    return [act.after for act in acts_of(attempt) if act.kind == kind and act.after is not None]


def _acts_of(attempt: Attempt) -> list[Act]:
    hand: Standing | None = None
    left: dict[int, Standing | None] = {}
    acts: list[Act] = []
    for index, event in enumerate(attempt.events):
        kind = event["event"]
        if kind == "needle_taken":
            hand = Standing((event["tip_um"], event["axis_e9"]), 0, index, index, index)
        elif kind == "needle_moved":
            hand = _moved(hand, index, event)
        elif kind == "needle_removed":
            hand = None
        elif kind == "needle_left":
            left[event["number"]], hand = hand, None
        elif kind == "needle_taken_up":
            hand = left.pop(event["number"], None)
        elif kind in ("injection_began", "lesion_started"):
            name = "lesion" if kind == "lesion_started" else "injection"
            needle = left.get(event["needle"], hand)
            acts.append(Act(name, index, event["t_ms"], needle, event))
        elif kind in ("injected", "lesion_ended"):
            name = "lesion" if kind == "lesion_ended" else "injection"
            last = [act for act in acts if act.kind == name][-1:]
            for act in last:
                act.after = act.after or event
    end = hand if hand and hand.depth_um > 0 else (list(left.values()) or [None])[-1]
    if end is not None:
        acts.append(Act("placement", len(attempt.events), attempt.end_ms, end, None))
    return acts


def _moved(hand: Standing | None, index: int, event: Event) -> Standing:
    place = event["tip_um"], event["axis_e9"]
    if hand is None:
        hand = Standing(place, 0, -1, -1, -1)
    gone = place != hand.place
    moved = index if gone else hand.moved
    aimed = index if gone and event["how"] in BY_HAND else hand.aimed
    return Standing(place, event["depth_um"], hand.taken, moved, aimed)


def seen_before(attempt: Attempt, act: Act, role: str) -> bool | None:
    """A picture of a role with the tip in its field, after the needle last moved and before an act.

    None where the scenario asks for no such view.
    """
    if not wanted(attempt, role):
        return None
    since = max(0, act.needle.moved) if act.needle else act.index
    return any(
        event["event"] == "exposed" and event["tip_in_field"] and serves(attempt, event, role)
        for event in attempt.events[since : act.index]
    )


def agent_of(attempt: Attempt, name: str) -> dict[str, Any] | None:
    """What the practice profile knows of an agent."""
    known = (attempt.profile or {}).get("agents", ())
    return next((one for one in known if one["id"] == name), None)


def numbs(attempt: Attempt, name: str) -> bool:
    """Whether it is an anaesthetic."""
    known = agent_of(attempt, name)
    return known is not None and known["kind"] == "anaesthetic"


def is_contrast(attempt: Attempt, name: str) -> bool:
    """Whether it is contrast."""
    known = agent_of(attempt, name)
    return known is not None and known["kind"] == "contrast"
