"""How much the needle was turned about inside the patient."""

from __future__ import annotations

from trainer.attempt.events import NeedleMoved, NeedleRemoved, NeedleTaken, Vec3
from trainer.scoring.exact import length, minus
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView

# A radian is 57,295.779 513 1 mdeg; the axis is in 1e-9.
_RADIAN_E7_MDEG, _E16 = 572_957_795_131, 10_000_000_000_000_000


def _measure(view: AttemptView) -> int | None:
    total_e9 = 0
    axis_e9: Vec3 | None = None
    for event in view.events:
        if type(event) is NeedleMoved:  # most of a log, and most of them along the shaft
            if event.depth_um == 0:
                axis_e9 = None
                continue
            if axis_e9 is not None and axis_e9 != event.axis_e9:
                total_e9 += length(minus(event.axis_e9, axis_e9))
            axis_e9 = event.axis_e9
        elif isinstance(event, NeedleTaken | NeedleRemoved):
            axis_e9 = None
    return total_e9 * _RADIAN_E7_MDEG // _E16


METRIC = Metric(
    id="swept_mdeg",
    version=1,
    title="Angle swept in tissue",
    unit="mdeg",
    better=Better.LOWER,
    formula="Sum, over the movements that begin and end inside the skin, of the chord between the "
    "unit vectors of the shaft before and after, as an angle (57,295.779 513 1 mdeg a radian; less "
    "than 0.1 % short of the arc below 8 degrees). Rounded down. Only the axis counts: PerkTutor's "
    "translation holds the lever arm about the world's origin (field.md 2.2, defect 2).",
    citation="PerkTutor Rotation Total and Tissue Damage (field.md 2.1), mended; Yeo 2011",
    measure=_measure,
    inputs=of_events(NeedleMoved, "how", "axis_e9", "depth_um"),
)
