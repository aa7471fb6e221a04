"""A stored log as scoring counts it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

Event = dict[str, Any]
Point = tuple[int, ...]


class Attempt:
    """Header and counted events: up to submit, without what was not possible."""

    def __init__(self, head: dict[str, Any], events: Iterable[Event]) -> None:
        self.head = head
        self.scenario: dict[str, Any] = head["scenario"]
        self.events = list(_counted(events))
        self.submitted = bool(self.events) and self.events[-1]["event"] == "submitted"
        self.end_ms: int = self.events[-1]["t_ms"] if self.events else 0
        self.kept: dict[str, Any] = {}  # what was worked out once

    def once(self, name: str, found: Callable[[], Any]) -> Any:
        """What a name stands for, worked out the first time that it is asked for."""
        if name not in self.kept:
            self.kept[name] = found()
        return self.kept[name]

    def of(self, *kinds: str) -> list[Event]:
        """The events of some kinds, in order."""
        return [event for event in self.events if event["event"] in kinds]

    @property
    def story(self) -> Event:
        """The case's story."""
        found: Event = self.scenario.get("story", {})
        return found

    @property
    def profile(self) -> Any:
        """The practice profile that the log states, None where it states none."""
        return self.scenario.get("stated_profile")

    @property
    def procedure(self) -> str:
        """placement, block or rhizotomy."""
        return str(self.scenario.get("procedure", "placement"))

    @property
    def targets(self) -> list[Event]:
        """The targets as they were resolved."""
        return list(self.head["targets"])


def read(data: bytes) -> Attempt:
    """A log from its bytes; lines without their end are not there."""
    head, *lines = [json.loads(line) for line in data.split(b"\n")[:-1]]
    return Attempt(head, (event for line in lines for event in line.get("events", ())))


def _counted(events: Iterable[Event]) -> Iterator[Event]:
    for event in events:
        if event["event"] != "not_possible":
            yield event
        if event["event"] == "submitted":
            return


def needle_at_end(attempt: Attempt) -> Event | None:
    """The last place of the needle in the patient: in hand, else of those left the last one."""
    hand: Event | None = None
    standing: list[tuple[int, Event | None]] = []
    for event in attempt.events:
        kind = event["event"]
        if kind in ("needle_taken", "needle_removed"):
            hand = None
        elif kind == "needle_moved":
            hand = event if event["depth_um"] > 0 else None
        elif kind == "needle_left":
            standing = [one for one in standing if one[0] != event["number"]]
            standing.append((event["number"], hand))
            hand = None
        elif kind == "needle_taken_up":
            found = [one for number, one in standing if number == event["number"]]
            standing = [one for one in standing if one[0] != event["number"]]
            hand = found[0] if found else None
    if hand is not None:
        return hand
    return standing[-1][1] if standing else None
