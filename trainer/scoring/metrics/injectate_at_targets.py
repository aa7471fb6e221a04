"""Whether what was injected reached the targets themselves."""

from __future__ import annotations

from trainer.attempt.events import Blob, Injected, Vec3
from trainer.scoring.exact import minus
from trainer.scoring.metric import Better, Metric
from trainer.scoring.procedures import BLOCK, all_of
from trainer.scoring.reached import in_space, permille
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView
from trainer.scoring.worked import treatments


def holds(blob: Blob, point_um: Vec3) -> bool:
    """Whether a point lies in a blob, an ellipsoid along the world's axes; exact."""
    a, b, c = blob.semi_um
    if min(a, b, c) <= 0:
        return False
    dx, dy, dz = minus(point_um, blob.centre_um)
    aa, bb, cc = a * a, b * b, c * c
    return dx * dx * bb * cc + dy * dy * aa * cc + dz * dz * aa * bb <= aa * bb * cc


def _measure(view: AttemptView) -> int | None:
    targets = view.header.targets
    blobs = [
        blob
        for act in treatments(view)
        if act.injected is not None
        for blob in act.injected.blobs
        if blob.gone_ms == 0
    ]
    hit = sum(any(holds(blob, target.point_um) for blob in blobs) for target in targets)
    return permille(hit, len(targets)) if targets else None


METRIC = Metric(
    id="injectate_at_targets_permille",
    version=1,
    title="Targets reached by the injectate",
    unit="permille",
    better=Better.HIGHER,
    formula="Share of the targets whose point lies inside a drop of an injected anaesthetic that "
    "stays where it is (what a vessel washes away does not count). Every target is asked: "
    "PerkTutor's Targets Scanned stops at the first one outside (field.md 2.2, defect 7).",
    citation="DESIGN 9; the spread is a teaching model",
    measure=_measure,
    of_acts=True,
    applies=all_of(BLOCK, in_space),
    inputs=of_events(Injected, "agent", "volume_ul", "pattern"),
)
