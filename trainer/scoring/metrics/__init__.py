"""Every metric there is. Adding one: a file beside the others, and a line in the table."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.scoring.metric import Metric
from trainer.scoring.metrics import (
    blind_advance,
    case_decision,
    case_reasons,
    coaxial,
    exposures,
    hand_in_beam,
    hazard_clearance,
    in_plane,
    kerma,
    level_and_side,
    path_in_tissue,
    redirections,
    time_taken,
    tip_depth,
    tip_lateral,
    tip_to_target,
    view_depth,
)

METRICS: Mapping[str, Metric] = {
    metric.id: metric
    for metric in (
        tip_to_target.METRIC,
        tip_lateral.METRIC,
        tip_depth.METRIC,
        in_plane.METRIC,
        level_and_side.METRIC,
        view_depth.METRIC,
        coaxial.METRIC,
        hazard_clearance.METRIC,
        blind_advance.METRIC,
        redirections.METRIC,
        path_in_tissue.METRIC,
        exposures.METRIC,
        kerma.METRIC,
        hand_in_beam.METRIC,
        time_taken.METRIC,
        case_decision.METRIC,
        case_reasons.METRIC,
    )
}
