"""A drill inside an attempt: what it asks, in integers and names; the header keeps it.

Where the truth lies, it lies in the header's landmarks and in the log; an item holds none in words.
"""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.events import Vec3


@dataclass(frozen=True, slots=True)
class Ask:
    """One answer that is wanted. choices : one of them is right; () asks for a point."""

    subject: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NeedleSet:
    """A needle that stands straight in the patient. stylet, electrode : whether they are in it."""

    model: str
    entry_um: Vec3
    tip_um: Vec3
    stylet: bool = True
    electrode: bool = False


@dataclass(frozen=True, slots=True)
class DrillItem:
    """One of a drill's pictures, runs or cases.

    level, side : what it is about. oblique_mdeg, tilt_mdeg, isocentre_um : where the machine is
    put; None leaves it. needle : what is set in the patient. acts : commands that the program then
    gives ("spot", "inject", "stimulate", "heat"). group : items that belong together.
    """

    asks: tuple[Ask, ...]
    level: str = ""
    side: str = ""
    oblique_mdeg: int = 0
    tilt_mdeg: int = 0
    isocentre_um: Vec3 | None = None
    needle: NeedleSet | None = None
    acts: tuple[str, ...] = ()
    group: int = 0


@dataclass(frozen=True, slots=True)
class DrillTask:
    """A drill as it was opened.

    measure : what is measured (`trainer.scoring.drills`). limits : its criterion, by name. live :
    commands that may be given, () = all. items : in order, () where the whole room is the task.
    """

    id: str
    version: int
    measure: str
    limits: tuple[tuple[str, int], ...]
    live: tuple[str, ...] = ()
    items: tuple[DrillItem, ...] = ()

    def limit(self, name: str) -> int:
        """A limit by name. Raises KeyError."""
        return dict(self.limits)[name]
