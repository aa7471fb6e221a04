"""The acts that a procedure is about: each needle left, injection and lesion, where it happened.

A block and a rhizotomy end with the needle out, so place, view and level are judged here, at the
moment when they matter, and never by what is left at submit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from trainer.attempt.events import (
    Event,
    Injected,
    InjectionBegan,
    LesionEnded,
    LesionStarted,
    NeedleLeft,
    NeedleMoved,
    NeedleRemoved,
    NeedleTaken,
    NeedleTakenUp,
    Vec3,
)


class ActKind(StrEnum):
    """What is done through a needle."""

    INJECTION = "injection"
    LESION = "lesion"
    PLACEMENT = "placement"  # a needle left in place at the end


@dataclass(frozen=True, slots=True)
class Stand:
    """A needle as it stands. taken, moved, aimed : places in the events (-1 = never).

    taken : when it was taken; moved : when it last went anywhere else; aimed : the same, by hand
    (a tip that slips while the electrode is changed was moved and not aimed).
    """

    tip_um: Vec3
    axis_e9: Vec3
    depth_um: int
    taken: int
    moved: int
    aimed: int


@dataclass(frozen=True, slots=True)
class TreatmentAct:
    """One injection or lesion, or the needle left at the end. index : its place in the events.

    began : when plunger or heat started, None for a placement. injected, ended : what came of it,
    None while it runs. stand : the needle then, None where the log does not say. came : the place
    of what came of it, -1 while it runs.
    """

    kind: ActKind
    index: int
    t_ms: int
    stand: Stand | None
    began: InjectionBegan | LesionStarted | None = None
    injected: Injected | None = None
    ended: LesionEnded | None = None
    came: int = -1

    @property
    def agent(self) -> str:
        """What was injected; "" for a lesion."""
        return self.began.agent if isinstance(self.began, InjectionBegan) else ""


BY_HAND = frozenset({"advance", "withdraw", "tilt", "turn"})


Pose = tuple[Vec3, Vec3]  # tip (um), axis (e9)


class _Held:
    """A needle on its way: its moves, which only an act asks about (a log holds thousands)."""

    def __init__(self, start: Pose, taken: int = -1) -> None:
        self.start, self.taken = start, taken
        self.moves: list[tuple[int, NeedleMoved]] = []
        self.asked = 0  # how many moves the last stand has seen
        self.moved = self.aimed = taken

    @property
    def depth_um(self) -> int:
        return self.moves[-1][1].depth_um if self.moves else 0

    def stand(self) -> Stand:
        moved, aimed = self._since_asked()
        self.asked = len(self.moves)
        self.moved, self.aimed = max(self.moved, moved), max(self.aimed, aimed)
        return Stand(
            *self._pose(self.asked), self.depth_um, self.taken, self.moved, self.aimed
        )  # fmt: skip

    def _pose(self, moves: int) -> Pose:
        """Where it stands after so many moves."""
        last = self.moves[moves - 1][1] if moves else None
        return self.start if last is None else (last.tip_um, last.axis_e9)

    def _since_asked(self) -> tuple[int, int]:
        """The last place that led elsewhere, by anything and by hand; -1 = none, newest first."""
        moved = -1
        for number in range(len(self.moves), self.asked, -1):
            if self._pose(number) != self._pose(number - 1):
                place, move = self.moves[number - 1]
                moved = max(moved, place)
                if move.how in BY_HAND:
                    return moved, place
        return moved, -1


class _Needles:
    """Where each needle stands while the events go by."""

    def __init__(self) -> None:
        self.hand: _Held | None = None
        self.left: dict[int, _Held | None] = {}

    def see(self, index: int, event: Event) -> None:
        """All but a movement."""
        if isinstance(event, NeedleTaken):
            self.hand = _Held((event.tip_um, event.axis_e9), index)
        elif isinstance(event, NeedleRemoved):
            self.hand = None
        elif isinstance(event, NeedleLeft):
            self.left[event.number], self.hand = self.hand, None
        elif isinstance(event, NeedleTakenUp):
            self.hand = self.left.pop(event.number, None)

    def moved(self, index: int, event: NeedleMoved) -> None:
        if self.hand is None:
            self.hand = _Held((event.tip_um, event.axis_e9))
        self.hand.moves.append((index, event))

    def of(self, number: int) -> Stand | None:
        """The needle that is acted through: one left standing, or the one in hand."""
        held = self.left.get(number, self.hand)
        return held.stand() if held is not None else None

    def placed(self) -> Stand | None:
        """The needle in hand, where it is in the patient; else the one left standing last."""
        held = self.hand
        if held is None or held.depth_um == 0:
            held = next(reversed(self.left.values()), None)
        return held.stand() if held is not None else None


def treatment_acts(events: Sequence[Event]) -> tuple[TreatmentAct, ...]:
    """Every injection and lesion, and the needle left at the end, each with how it stood."""
    needles = _Needles()
    found: list[TreatmentAct] = []
    for index, event in enumerate(events):
        if type(event) is NeedleMoved:  # most of a log
            needles.moved(index, event)
            continue
        needles.see(index, event)
        if isinstance(event, InjectionBegan | LesionStarted):
            kind = ActKind.LESION if isinstance(event, LesionStarted) else ActKind.INJECTION
            stand = needles.of(event.needle)
            found.append(TreatmentAct(kind, index, event.t_ms, stand, event))
        elif isinstance(event, Injected):
            _close(found, ActKind.INJECTION, index, injected=event)
        elif isinstance(event, LesionEnded):
            _close(found, ActKind.LESION, index, ended=event)
    left = needles.placed()
    if left is not None:
        found.append(TreatmentAct(ActKind.PLACEMENT, len(events), events[-1].t_ms, left))
    return tuple(found)


def _close(
    found: list[TreatmentAct],
    kind: ActKind,
    came: int,
    injected: Injected | None = None,
    ended: LesionEnded | None = None,
) -> None:
    """Say what came of the last act of a kind that still runs."""
    for place in reversed(range(len(found))):
        if found[place].kind is kind:
            if found[place].injected is None and found[place].ended is None:
                found[place] = replace(found[place], injected=injected, ended=ended, came=came)
            return


def lesions(acts: Sequence[TreatmentAct]) -> Iterator[LesionEnded]:
    """The lesions that came to an end."""
    return (act.ended for act in acts if act.ended is not None)
