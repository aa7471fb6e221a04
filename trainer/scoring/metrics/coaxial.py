"""Whether the needle was looked at end-on."""

from __future__ import annotations

from trainer.attempt.events import Exposed, NeedleMoved, NeedleRemoved, NeedleTaken, Vec3
from trainer.scoring.exact import ONE_DEGREE, angle_mdeg, minus, turned_more_than
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView

HALF_TURN_MDEG = 180_000
Needle = tuple[Vec3, Vec3]  # tip (um), axis (e9)


def needles_seen(view: AttemptView) -> list[tuple[int, Exposed, Needle]]:
    """The exposures with the tip in their field: place, picture, the needle as it then stood."""
    found: list[tuple[int, Exposed, Needle]] = []
    needle: Needle | None = None
    moved: NeedleMoved | None = None
    for place, event in enumerate(view.events):
        if type(event) is NeedleMoved:  # most of a log
            moved = event
            continue
        if moved is not None:
            needle, moved = (moved.tip_um, moved.axis_e9), None
        if isinstance(event, NeedleTaken):
            needle = (event.tip_um, event.axis_e9)
        elif isinstance(event, NeedleRemoved):
            needle = None
        elif isinstance(event, Exposed) and event.tip_in_field and needle is not None:
            found.append((place, event, needle))
    return found


def off_axis_mdeg(shot: Exposed, needle: Needle) -> int:
    """Angle between the shaft and the ray through the tip; the receptor may be at either end."""
    tip_um, axis_e9 = needle
    angle = angle_mdeg(minus(shot.source_um, tip_um), axis_e9)
    return min(angle, HALF_TURN_MDEG - angle)


def _measure(view: AttemptView) -> int | None:
    if view.placed is None:
        return None
    final_e9 = view.placed.axis_e9
    return min(
        (
            off_axis_mdeg(shot, needle)
            for _, shot, needle in needles_seen(view)
            if not turned_more_than(ONE_DEGREE, needle[1], final_e9)
        ),
        default=None,
    )


METRIC = Metric(
    id="coaxial_mdeg",
    version=1,
    title="Nearest end-on view of the final needle",
    unit="mdeg",
    better=Better.LOWER,
    formula="The least angle, 0 to 90 degrees, between the needle's shaft and the ray through its "
    "tip, over the exposures with the tip in their field and the needle within 1 degree of where "
    "it points at the end. Within 0.5001 mdeg. None without such an exposure.",
    citation="DESIGN 9 (coaxial angle); drill 7 (2 degrees at most, teaching.md 3)",
    measure=_measure,
    inputs=of_events(Exposed, "number", "source_um", "tip_in_field"),
)
