"""What scoring sees of an attempt: its log, sorted once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

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
    steps : filled by `steps_kept` when it is first asked; a memory of the same facts.
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
    steps: list[Kept] = field(default_factory=list, compare=False, repr=False)


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
    return AttemptView(
        header=header,
        case=case,
        events=events,
        submitted_ms=last.t_ms if isinstance(last, Submitted) else None,
        end_ms=last.t_ms if last is not None else 0,
        placed=_placed(events),
        exposures=tuple(event for event in events if isinstance(event, Exposed)),
        moves=tuple(event for event in events if isinstance(event, NeedleMoved)),
        entries=tuple(event for event in events if isinstance(event, HazardEntered)),
        declarations=tuple(event for event in events if isinstance(event, LevelDeclared)),
        acts=treatment_acts(events),
    )


def _counted(events: Iterable[Event]) -> Iterable[Event]:
    for event in events:
        if not isinstance(event, NotPossible):
            yield event
        if isinstance(event, Submitted):
            return


def _placed(events: tuple[Event, ...]) -> Placement | None:
    """The needle in hand, where it is in the patient; else the one that was left standing last."""
    hand: Placement | None = None
    left: dict[int, Placement | None] = {}
    for event in events:
        if isinstance(event, NeedleRemoved | NeedleTaken):
            hand = None
        elif isinstance(event, NeedleMoved):
            hand = Placement(event.tip_um, event.axis_e9) if event.depth_um > 0 else None
        elif isinstance(event, NeedleLeft):
            left[event.number], hand = hand, None
        elif isinstance(event, NeedleTakenUp):
            hand = left.pop(event.number, None)
    return hand if hand is not None else next(reversed(left.values()), None)
