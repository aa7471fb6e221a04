"""How far the needle was pushed unseen, and toward what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from trainer.attempt.events import Exposed, NeedleMoved, NeedleRemoved, NeedleTaken, Vec3
from trainer.scoring.exact import ONE_DEGREE, turned_more_than
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import both, of_events
from trainer.scoring.view import AttemptView

# Design values after DESIGN 9 and teaching.md 1, for clinicians to judge. Weights are thousandths.
SUPERFICIAL_UM = 10_000  # "the first superficial centimetre free"
ONTO_SEEN_BONE = 100  # "nearly free"
INTO_THE_OPEN = 1000
TOWARD_A_HAZARD = 3000  # "past the edge of the process dear"
WEIGHT_UNIT = 1000
BONE = "bone"
Ahead = tuple[tuple[str, int], ...]


class _Lies(Enum):
    """What lies nearest ahead."""

    BONE = 0
    NOTHING = 1
    A_HAZARD = 2


@dataclass(slots=True)
class _Run:
    """An advance that nobody looked at, and the longest so far (um times thousandths).

    seen_axis_e9 : where the needle pointed when the tip was last seen. judged : the last move that
    was weighed, and what lay nearest ahead of it.
    """

    run: int = 0
    longest: int = 0
    seen_axis_e9: Vec3 | None = None
    judged: tuple[NeedleMoved, _Lies] | None = None

    def advance(self, before: NeedleMoved | None, move: NeedleMoved) -> None:
        from_um = 0 if before is None else before.depth_um
        counted_um = move.depth_um - max(from_um, SUPERFICIAL_UM)
        if counted_um <= 0:
            return
        lies = _nearest_ahead(move.ahead_um)
        self.run += counted_um * self._weight(self._lay(before, lies), lies, move.axis_e9)
        if self.run > self.longest:
            self.longest = self.run
        self.judged = move, lies

    def _lay(self, before: NeedleMoved | None, now: _Lies) -> _Lies:
        """What lay nearest before the advance; the first of a needle knows only what does now."""
        if before is None:
            return now
        if self.judged is not None and self.judged[0] is before:
            return self.judged[1]
        return _nearest_ahead(before.ahead_um)

    def _weight(self, before: _Lies, here: _Lies, axis_e9: Vec3) -> int:
        """The dearer of what lay ahead before and what does now."""
        if before is _Lies.A_HAZARD or here is _Lies.A_HAZARD:
            return TOWARD_A_HAZARD
        if before is here is _Lies.BONE and self._seen(axis_e9):
            return ONTO_SEEN_BONE
        return INTO_THE_OPEN

    def _seen(self, axis_e9: Vec3) -> bool:
        seen_e9 = self.seen_axis_e9
        return seen_e9 is not None and not turned_more_than(ONE_DEGREE, seen_e9, axis_e9)


def _nearest_ahead(ahead: Ahead) -> _Lies:
    """-1 stands for nothing within reach; bone wins a tie, for it stops the needle."""
    nearest_um, lies = -1, _Lies.NOTHING
    for what, um in ahead:
        if um < 0 or um > nearest_um >= 0:
            continue
        if what == BONE:
            nearest_um, lies = um, _Lies.BONE
        elif um != nearest_um:
            nearest_um, lies = um, _Lies.A_HAZARD
    return lies


def _measure(view: AttemptView) -> int | None:
    state = _Run()
    before: NeedleMoved | None = None  # the last move of the needle in hand
    taken_e9: Vec3 | None = None  # where it pointed when it was taken
    for event in view.events:
        if type(event) is NeedleMoved:  # most of a log
            if event.pushed_um > 0 and event.depth_um > SUPERFICIAL_UM:
                state.advance(before, event)
            before = event
        elif isinstance(event, Exposed):
            if event.tip_in_field:
                state.run, state.seen_axis_e9 = 0, before.axis_e9 if before else taken_e9
        elif isinstance(event, NeedleTaken | NeedleRemoved):
            taken_e9 = event.axis_e9 if isinstance(event, NeedleTaken) else None
            before, state.run, state.seen_axis_e9 = None, 0, None
    return state.longest // WEIGHT_UNIT


METRIC = Metric(
    id="blind_advance_um",
    version=1,
    title="Longest weighted blind advance",
    unit="um",
    better=Better.LOWER,
    formula="The longest run of advance between two exposures that show the tip. Of each advance "
    "the depth gained beyond the first centimetre counts, times a weight: 0.1 where bone lies "
    "ahead on the axis before any hazard and the tip was seen since the needle last turned by more "
    "than 1 degree; 3 where a hazard within reach lies ahead and no bone before it; else 1. What "
    "lies ahead is taken before and after the advance, and the dearer counts. Rounded down.",
    citation="DESIGN 9; teaching.md 1 and drill 8 (blind run of 10 mm at most); weights are "
    "design values",
    measure=_measure,
    inputs=both(
        of_events(NeedleMoved, "pushed_um", "depth_um", "ahead_um"),
        of_events(Exposed, "number", "tip_in_field"),
    ),
)
