"""How often the needle was corrected in tissue."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.events import NeedleMoved, NeedleRemoved, NeedleTaken, Vec3
from trainer.scoring.exact import ONE_DEGREE, turned_more_than
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView

WITHDRAWN_UM = 1000  # design value: the wheel's own step (DESIGN 6); less is a tremor


@dataclass(slots=True)
class _Correction:
    """What happened since the last advance. aim_e9 : where the needle pointed then."""

    aim_e9: Vec3 | None = None
    withdrawn_um: int = 0
    turned: bool = False
    count: int = 0

    def add(self, move: NeedleMoved) -> None:
        if move.pushed_um > 0:
            self.count += int(self.withdrawn_um >= WITHDRAWN_UM and not self.turned)
            self.aim_e9, self.withdrawn_um, self.turned = move.axis_e9, 0, False
        elif move.pushed_um < 0:
            self.withdrawn_um += move.in_tissue_um
        elif self._turns_in_tissue(move):
            self.count, self.turned = self.count + 1, True

    def _turns_in_tissue(self, move: NeedleMoved) -> bool:
        if self.turned or move.depth_um == 0 or self.aim_e9 is None:
            return False
        return turned_more_than(ONE_DEGREE, self.aim_e9, move.axis_e9)


def _measure(view: AttemptView) -> int | None:
    correction, total = _Correction(), 0
    for event in view.events:
        if type(event) is NeedleMoved:  # most of a log
            correction.add(event)
        elif isinstance(event, NeedleTaken | NeedleRemoved):
            total, correction = total + correction.count, _Correction()
    return total + correction.count


METRIC = Metric(
    id="redirections",
    version=1,
    title="Redirections in tissue",
    unit="count",
    better=Better.LOWER,
    formula="Number of corrections. A correction lies between two advances, or after the last one, "
    "and counts once: as soon as the needle, its tip inside the skin, is turned by more than 1 "
    "degree from where the last advance pointed; or, where it is not, when after 1 mm or more of "
    "withdrawal in tissue it is advanced again. Steps do not matter, only their sum, and a turn "
    "is an angle of the axis: PerkTutor's counts depend on the sampling and mistake rotation for "
    "travel by the lever arm about the world's origin (field.md 2.2, defects 2 and 6).",
    citation="needle redirections are counted in most needle simulators; PerkTutor Translational "
    "Actions (field.md 2.1), mended",
    measure=_measure,
    inputs=of_events(NeedleMoved, "how", "pushed_um", "axis_e9", "depth_um"),
)
