"""An unsafe act costs and never earns: the attempts in which acts are marked."""

from __future__ import annotations

from collections.abc import Iterable

from tests.scoring.second.acts import Act, acts_of
from tests.scoring.second.reading import Attempt

# "Of acts" in the reference page.
OF_ACTS = frozenset(
    (
        *("anaesthetic_first_permille", "axis_to_nerve_um", "block_covered_permille"),
        *("block_volume_permille", "coaxial_at_acts_mdeg", "injectate_at_targets_permille"),
        *("lesion_clearance_um", "lesion_settings_permille", "lesion_skin_um"),
        *("nerve_covered_permille", "nerve_in_lesions_permille", "others_numbed"),
        *("parallel_mdeg", "stimulation_permille", "tip_at_act_um", "tip_at_act_depth_um"),
        *("tip_at_act_lateral_um", "view_depth_permille", "view_hub_permille"),
        "view_working_permille",
    )
)


def weighed(attempt: Attempt, critical_ms: Iterable[int]) -> list[Attempt]:
    """Without its unsafe acts, then with each of them alone; the attempt itself if all are safe.

    In the attempt itself unsafe acts from now on fulfil no step.
    """
    times, acts = list(critical_ms), acts_of(attempt)
    unsafe = [act for act in acts if act.began and any(_runs(act, at) for at in times)]
    if not unsafe:
        return [attempt]
    attempt.kept["fulfil nothing"] = frozenset(
        id(event) for act in unsafe for event in (act.began, act.after)
    )
    numbers = {act.index for act in unsafe}
    return [_without(attempt, numbers - {spared}) for spared in (None, *sorted(numbers))]


def _runs(act: Act, t_ms: int) -> bool:
    until_ms = act.after["t_ms"] if act.after else act.t_ms
    return bool(act.t_ms <= t_ms <= until_ms)


def _without(attempt: Attempt, gone: Iterable[int | None]) -> Attempt:
    other, numbers = Attempt(attempt.head, attempt.events), set(gone)
    other.kept["acts"] = [act for act in acts_of(attempt) if act.index not in numbers]
    return other
