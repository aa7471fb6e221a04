"""Every metric by its id: where it applies, and what it measures there."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.scoring.second import drills, effect, first, process
from tests.scoring.second import treatments as at
from tests.scoring.second.angles import Value
from tests.scoring.second.errors_acts import DANGER
from tests.scoring.second.geometry import distance
from tests.scoring.second.reading import Attempt

Applies = Callable[[Attempt], bool]


class Metric(NamedTuple):
    """earns_anyway : though the work was not done."""

    measure: Callable[[Attempt], Value]
    applies: Applies = lambda _attempt: True
    earns_anyway: bool = False


def has_hazard(structure: str) -> Applies:
    return lambda attempt: any(one["structure"] == structure for one in attempt.head["hazards"])


def both(one: Applies, other: Applies) -> Applies:
    return lambda attempt: one(attempt) and other(attempt)


def has_nerves(attempt: Attempt) -> bool:
    return any(len(one["nerve_um"]) > 1 for one in attempt.targets)


def policy(part: str, *settings: str) -> Applies:
    return lambda attempt: any(attempt.profile[part][name] for name in settings)


RHIZOTOMY, BLOCK, THERAPY = at.is_a("rhizotomy"), at.is_a("block"), at.is_a("block", "rhizotomy")
LATE = process.weighed(lambda walk: bool(walk.missed_ms) and walk.ever)
NEVER = process.weighed(lambda walk: bool(walk.missed_ms) and not walk.ever)
_OF_SPACE = ("tip_to_target_um", "tip_lateral_um", "tip_depth_um")

METRICS: dict[str, Metric] = {
    **{
        name: Metric(measure, at.in_space if name in _OF_SPACE else lambda _attempt: True)
        for name, measure in first.METRICS.items()
    },
    "in_plane_um": Metric(first.in_plane, lambda a: not at.in_space(a)),
    "hazard_clearance_um": Metric(first.hazard_clearance, lambda a: bool(a.head["hazards"])),
    "view_depth": Metric(first.view_depth, at.asks_for("depth")),
    "level_and_side": Metric(first.level_and_side, earns_anyway=True),
    "case_decision": Metric(first.decision, earns_anyway=True),
    "case_reasons": Metric(first.reasons, earns_anyway=True),
    "tip_at_act_um": Metric(at.tip_at_act(distance), at.in_space),
    "tip_at_act_depth_um": Metric(at.tip_at_act(at.in_depth), at.in_space),
    "tip_at_act_lateral_um": Metric(at.tip_at_act(at.across), at.in_space),
    "view_working_permille": Metric(at.working_seen, at.asks_for("working")),
    "view_depth_permille": Metric(at.depth_seen, at.asks_for("depth")),
    "view_hub_permille": Metric(at.hub_seen, at.asks_for("hub")),
    "view_level": Metric(at.level_seen, at.asks_for("level"), earns_anyway=True),
    "coaxial_at_acts_mdeg": Metric(at.coaxial_at_acts, at.in_space),
    "nerve_covered_permille": Metric(effect.best_of_worst("lesion", "covered_permille"), RHIZOTOMY),
    "nerve_in_lesions_permille": Metric(effect.nerve_in_lesions, both(RHIZOTOMY, has_nerves)),
    "axis_to_nerve_um": Metric(effect.axis_to_nerve, both(RHIZOTOMY, has_nerves)),
    "parallel_mdeg": Metric(effect.parallel, both(RHIZOTOMY, has_nerves)),
    "lesion_clearance_um": Metric(effect.lesion_clearance(*DANGER), RHIZOTOMY),
    "lesion_skin_um": Metric(effect.lesion_clearance("skin"), RHIZOTOMY),
    "lesion_settings_permille": Metric(effect.lesion_settings, RHIZOTOMY),
    "anaesthetic_first_permille": Metric(
        effect.anaesthetic_first, both(RHIZOTOMY, policy("lesion", "anaesthetic_first"))
    ),
    "stimulation_permille": Metric(
        effect.stimulation,
        both(RHIZOTOMY, policy("stimulation", "sensory_required", "motor_required")),
    ),
    "block_covered_permille": Metric(effect.best_of_worst("injection", "numbed_permille"), BLOCK),
    "block_volume_permille": Metric(effect.block_volume, BLOCK),
    "injectate_at_targets_permille": Metric(effect.injectate_at_targets, both(BLOCK, at.in_space)),
    "others_numbed": Metric(effect.others_numbed, BLOCK),
    **{
        f"clearance_{name}_um": Metric(process.clearance(name), has_hazard(name))
        for name in ("pleura", "canal", "foramen")
    },
    "swept_mdeg": Metric(process.swept),
    "reversals_per_m": Metric(process.reversals),
    "punctures": Metric(lambda a: len(a.of("skin_punctured"))),
    "beam_ms": Metric(process.beam_ms),
    "kap_pgym2": Metric(lambda a: sum(one["kap_pgym2"] for one in a.of("exposed"))),
    "operator_psv": Metric(lambda a: sum(one["operator_psv"] for one in a.of("exposed"))),
    "unnecessary_exposures": Metric(process.unnecessary),
    "complications_answered_permille": Metric(process.answered),
    "order_broken": Metric(LATE, THERAPY),
    "steps_left_out": Metric(NEVER, THERAPY),
    **{
        f"time_{name}_ms": Metric(process.stage_time(place))
        for place, name in enumerate(("case", "level", "needle", "treat", "end"))
    },
    "consent_permille": Metric(
        process.consent, lambda a: bool(a.story.get("consent_needed")), earns_anyway=True
    ),
    "pages_permille": Metric(
        process.pages, lambda a: bool(a.story.get("pages")), earns_anyway=True
    ),
    "drill_criterion": Metric(drills.met, drills.is_one, earns_anyway=True),
    "reasons_permille": Metric(
        process.reasons_share, lambda a: process.required(a) > 0, earns_anyway=True
    ),
}
