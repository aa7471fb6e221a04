"""Which drill trains what an attempt lost most by; "" where none of the twelve does.

By metric or error first, then by the theme of its advice. Which drill fits which is a design value.
"""

from __future__ import annotations

from collections.abc import Mapping

from trainer.scoring.debrief.advice_by_error import ERROR_ADVICE
from trainer.scoring.debrief.advice_by_metric import METRIC_ADVICE
from trainer.scoring.debrief.changes import Change

BY_THEME: Mapping[str, str] = {
    "level": "d01",
    "view": "d07",
    "depth-view": "d04",
    "place": "d10",
    "blind": "d08",
    "hazard": "d09",
    "economy": "d08",
    "injection": "d11",
    "stimulation": "d12",
    "settings": "d12",
}
# Where the theme is too coarse.
BY_ID: Mapping[str, str] = {
    "view_level": "d03",
    "view_working_permille": "d02",
    "view_depth": "d04",
    "view_depth_permille": "d04",
    "tip_lateral_um": "d05",
    "tip_at_act_lateral_um": "d05",
    "in_plane_um": "d05",
    "tip_depth_um": "d04",
    "tip_at_act_depth_um": "d04",
    "axis_to_nerve_um": "d09",
    "parallel_mdeg": "d09",
    "coaxial_mdeg": "d07",
    "coaxial_at_acts_mdeg": "d07",
    "punctures": "d06",
    "exposures": "d06",
    "unnecessary_exposures": "d06",
    "time_level_ms": "d01",
    "lesion_reached_danger": "d09",
    "lesion_after_bad_response": "d12",
    "band_pain_ignored": "d12",
    "no_sensory_test": "d12",
    "no_motor_test": "d12",
}


def drill_for(id: str) -> str:
    """The drill for an error or a metric by its id, "" where none trains it."""
    if id in BY_ID:
        return BY_ID[id]
    advice = ERROR_ADVICE.get(id) or METRIC_ADVICE.get(id)
    return "" if advice is None else BY_THEME.get(advice.theme, "")


def drill_of_changes(changes: tuple[Change, ...]) -> str:
    """The drill for the worst of what is to be changed that a drill trains."""
    return next((drill for change in changes if (drill := drill_for(change.id))), "")
