"""How nearly each treatment's needle was seen end-on."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.attempt.events import Exposed
from trainer.scoring.acts import TreatmentAct
from trainer.scoring.exact import ONE_DEGREE, turned_more_than
from trainer.scoring.metric import Better, Metric
from trainer.scoring.metrics.coaxial import Needle, needles_seen, off_axis_mdeg
from trainer.scoring.reached import in_space
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView
from trainer.scoring.worked import treatments

Seen = Sequence[tuple[int, Exposed, Needle]]


def _best_mdeg(seen: Seen, act: TreatmentAct) -> int | None:
    stand = act.stand
    if stand is None:
        return None
    return min(
        (
            off_axis_mdeg(shot, needle)
            for place, shot, needle in seen
            if stand.taken <= place < act.index
            and not turned_more_than(ONE_DEGREE, needle[1], stand.axis_e9)
        ),
        default=None,
    )


def _measure(view: AttemptView) -> int | None:
    seen = needles_seen(view)
    found = [_best_mdeg(seen, act) for act in treatments(view)]
    known = [angle for angle in found if angle is not None]
    return max(known) if known and len(known) == len(found) else None


METRIC = Metric(
    id="coaxial_at_acts_mdeg",
    version=1,
    title="Nearest end-on view of each treatment's needle",
    unit="mdeg",
    better=Better.LOWER,
    formula="The least angle, 0 to 90 degrees, between shaft and ray through the tip, over the "
    "exposures with the tip in their field, since that needle was taken and pointing within 1 "
    "degree of where it points at the treatment; of several treatments the greatest. None where a "
    "treatment has no such exposure.",
    citation="DESIGN 9 (coaxial angle); drill 7 (2 degrees at most, teaching.md 3)",
    measure=_measure,
    of_acts=True,
    applies=in_space,
    inputs=of_events(Exposed, "number", "source_um", "tip_in_field"),
)
