"""Whether each lesion was made as the practice profile says."""

from __future__ import annotations

from trainer.attempt.events import LesionEnded
from trainer.scenario.profile import Profile
from trainer.scoring.acts import lesions
from trainer.scoring.metric import Better, Metric
from trainer.scoring.procedures import RHIZOTOMY
from trainer.scoring.reached import permille
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView


def _fits(profile: Profile, lesion: LesionEnded) -> bool:
    return lesion.how == "done" and any(
        setting.ablates
        and setting.mode.value == lesion.mode
        and setting.temperature_c[0] <= lesion.temperature_c <= setting.temperature_c[1]
        and setting.seconds[0] <= lesion.seconds <= setting.seconds[1]
        for setting in profile.lesion.settings
    )


def _measure(view: AttemptView) -> int | None:
    made, profile = tuple(lesions(view.acts)), view.case.profile
    if not made or profile is None:
        return None
    return permille(sum(_fits(profile, lesion) for lesion in made), len(made))


METRIC = Metric(
    id="lesion_settings_permille",
    version=1,
    title="Lesions as the practice profile sets them",
    unit="permille",
    better=Better.HIGHER,
    formula="Share of the lesions that ran to their end in a mode that ablates, at a temperature "
    "and for a time within the practice profile's. None without a lesion.",
    citation="the practice profile (profiles.md); 80 C for 90 s (clinical.md 3.5, S)",
    measure=_measure,
    of_acts=True,
    applies=RHIZOTOMY,
    inputs=of_events(LesionEnded, "number", "mode", "temperature_c", "seconds", "how"),
)
