"""The outcome of a drill, and what its measures read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from trainer.attempt.drill import DrillTask
from trainer.attempt.events import Answered, Event, Exposed, Vec3
from trainer.attempt.header import Header
from trainer.scoring.exact import minus


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a drill came to.

    code : which of the drill's sentences is said; "pass" passes. numbers : by name, unit last.
    """

    code: str
    numbers: tuple[tuple[str, int], ...]

    @property
    def passed(self) -> bool:
        """Whether the criterion was met."""
        return self.code == PASS

    def number(self, name: str) -> int | None:
        """A number by name, None where it could not be measured."""
        return dict(self.numbers).get(name)


PASS = "pass"  # noqa: S105 - an outcome


@dataclass(frozen=True, slots=True)
class DrillView:
    """The facts of a drill's log. events : in order, without what was not possible."""

    header: Header
    task: DrillTask
    events: tuple[Event, ...]

    @property
    def level(self) -> str:
        """The level that the whole-room task is about."""
        return self.header.targets[0].bone

    @property
    def side(self) -> str:
        """Its side."""
        return self.header.targets[0].side

    @property
    def exposures(self) -> tuple[Exposed, ...]:
        """All pictures."""
        return tuple(event for event in self.events if isinstance(event, Exposed))

    @property
    def answers(self) -> tuple[Answered, ...]:
        """All answers."""
        return tuple(event for event in self.events if isinstance(event, Answered))

    def landmark(self, name: str) -> Vec3:
        """A landmark's place. Raises KeyError."""
        return self.header.landmarks_um[name]

    def across(self, level: str) -> Vec3:
        """From the right pedicle to the left one of a level."""
        return minus(
            self.landmark(f"{level}.left.pedicle"), self.landmark(f"{level}.right.pedicle")
        )


Measure = Callable[[DrillView], Outcome]
