"""What scoring sees of an attempt: its log, sorted once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from trainer.attempt import header as headers
from trainer.attempt.events import (
    Event,
    Exposed,
    HazardEntered,
    LevelDeclared,
    NeedleLeft,
    NeedleMoved,
    NeedleRemoved,
    NeedleTaken,
    NeedleTakenUp,
    NotPossible,
    Submitted,
    Vec3,
)
from trainer.attempt.header import Header
from trainer.attempt.log import AttemptLog
from trainer.refusal import Refusal
from trainer.scoring.acts import TreatmentAct, treatment_acts
from trainer.scoring.case import Case, case_of
from trainer.scoring.kept import Kept

OneKind = TypeVar("OneKind", bound=Event)
ByKind = Mapping[type[Event], Sequence[tuple[int, Event]]]


@dataclass(frozen=True, slots=True)
class Placement:
    """A needle as it stands in the patient."""

    tip_um: Vec3
    axis_e9: Vec3


@dataclass(frozen=True, slots=True)
class AttemptView:
    """The facts of a log that metrics and critical errors read.

    events : in order, up to and including submit, without what was not possible.
    submitted_ms : None where the attempt was not submitted. end_ms : submit, else the last event.
    placed : the needle in the patient at the end, None where none is inside the skin.
    acts : every injection and lesion, in order, and the needle left at the end.
    aside : the places of unsafe acts and of what came of them (`laid_aside`).
    steps, pieces, nearest : filled by `steps_kept`, `nearest_piece` and `nearest_um` when first
    asked; by_kind : each kind's events with their places. All are memories of the same facts.
    """

    header: Header
    case: Case
    events: tuple[Event, ...]
    submitted_ms: int | None
    end_ms: int
    placed: Placement | None
    exposures: tuple[Exposed, ...]
    moves: tuple[NeedleMoved, ...]
    entries: tuple[HazardEntered, ...]
    declarations: tuple[LevelDeclared, ...]
    acts: tuple[TreatmentAct, ...]
    aside: frozenset[int] = frozenset()
    steps: list[Kept] = field(default_factory=list, compare=False, repr=False)
    pieces: dict[tuple[int, int], Any] = field(default_factory=dict, compare=False, repr=False)
    nearest: dict[str, int] = field(default_factory=dict, compare=False, repr=False)
    by_kind: ByKind = field(default_factory=dict, compare=False, repr=False)

    def among(self, *kinds: type[Event]) -> tuple[Event, ...]:
        """The events of some kinds, in order: most of a log are movements, which few ask about."""
        found = [placed for kind in kinds for placed in self.by_kind.get(kind, ())]
        if len(kinds) > 1:
            found.sort(key=_place)
        return tuple([event for _, event in found])

    def between(self, kind: type[Event], since: int, until: int) -> tuple[Event, ...]:
        """The events of a kind at places since <= place < until, in order."""
        placed = self.by_kind.get(kind, ())
        return tuple([event for place, event in placed if since <= place < until])


def view_of(log: AttemptLog) -> AttemptView:
    """Sort a log. Raises Refusal where its header or its scenario cannot be judged."""
    try:
        header = headers.from_json(log.header)
        case = case_of(header.scenario)
    except (ValueError, KeyError) as error:
        raise Refusal(
            "This attempt cannot be scored",
            f"its header does not say how: {error}",
            "Open it with the program version that its header names",
        ) from None
    events = tuple(_counted(log.events))
    last = events[-1] if events else None
    by_kind = _by_kind(events)
    return AttemptView(
        header=header,
        case=case,
        events=events,
        submitted_ms=last.t_ms if isinstance(last, Submitted) else None,
        end_ms=last.t_ms if last is not None else 0,
        placed=_placed(events),
        exposures=_of(by_kind, Exposed),
        moves=_of(by_kind, NeedleMoved),
        entries=_of(by_kind, HazardEntered),
        declarations=_of(by_kind, LevelDeclared),
        acts=treatment_acts(events),
        by_kind=by_kind,
    )


def _by_kind(events: Sequence[Event]) -> ByKind:
    found: dict[type[Event], list[tuple[int, Event]]] = defaultdict(list)
    for placed in enumerate(events):
        found[type(placed[1])].append(placed)
    return dict(found)


def _of(by_kind: ByKind, kind: type[OneKind]) -> tuple[OneKind, ...]:
    return tuple([event for _, event in by_kind.get(kind, ()) if isinstance(event, kind)])


def _place(placed: tuple[int, Event]) -> int:
    return placed[0]


def _counted(events: Iterable[Event]) -> Iterable[Event]:
    for event in events:
        kind = type(event)
        if kind is not NotPossible:
            yield event
        if kind is Submitted:
            return


def _placed(events: tuple[Event, ...]) -> Placement | None:
    """The needle in hand, where it is in the patient; else the one that was left standing last."""
    hand: NeedleMoved | None = None  # the last movement of the needle in hand
    left: dict[int, NeedleMoved | None] = {}
    for event in events:
        if type(event) is NeedleMoved:  # most of a log
            hand = event if event.depth_um > 0 else None
        elif isinstance(event, NeedleRemoved | NeedleTaken):
            hand = None
        elif isinstance(event, NeedleLeft):
            left[event.number], hand = hand, None
        elif isinstance(event, NeedleTakenUp):
            hand = left.pop(event.number, None)
    last = hand if hand is not None else next(reversed(left.values()), None)
    return None if last is None else Placement(last.tip_um, last.axis_e9)
