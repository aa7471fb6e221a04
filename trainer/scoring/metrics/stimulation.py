"""Whether each lesion was preceded by the tests that the practice profile asks for."""

from __future__ import annotations

from trainer.attempt.events import Stimulated
from trainer.scenario.profile_policies import StimulationPolicy
from trainer.scoring.acts import TreatmentAct
from trainer.scoring.critical_acts import STOP_AT
from trainer.scoring.metric import Better, Metric
from trainer.scoring.procedures import RHIZOTOMY, all_of
from trainer.scoring.reached import permille
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView
from trainer.scoring.worked import treatments


def _asked(view: AttemptView) -> bool:
    profile = view.case.profile
    return profile is not None and (
        profile.stimulation.sensory_required or profile.stimulation.motor_required
    )


def _tested(view: AttemptView, act: TreatmentAct, wanted: StimulationPolicy) -> bool:
    since = act.stand.aimed if act.stand is not None else act.index
    tests = [
        event
        for event in view.between(Stimulated, since, act.index)
        if isinstance(event, Stimulated)
    ]
    return (not wanted.sensory_required or _felt(tests, wanted)) and (
        not wanted.motor_required or _safe(tests, wanted)
    )


def _felt(tests: list[Stimulated], wanted: StimulationPolicy) -> bool:
    return any(
        test.hz == 50
        and test.millivolts <= wanted.sensory_cutoff_mv
        and any(answer == "back" for answer, _, _ in test.answers)
        for test in tests
    )


def _safe(tests: list[Stimulated], wanted: StimulationPolicy) -> bool:
    enough = [test for test in tests if test.hz == 2 and test.millivolts >= wanted.motor_least_mv]
    if not enough or any(answer in STOP_AT[2] for answer, _, _ in enough[-1].answers):
        return False
    twitched = any(answer == "paraspinal-twitch" for test in tests for answer, _, _ in test.answers)
    return twitched or not wanted.twitch_required


def _measure(view: AttemptView) -> int | None:
    acts, profile = treatments(view), view.case.profile
    if not acts or profile is None:
        return None
    return permille(sum(_tested(view, act, profile.stimulation) for act in acts), len(acts))


METRIC = Metric(
    id="stimulation_permille",
    version=1,
    title="Lesions tested before heat",
    unit="permille",
    better=Better.HIGHER,
    formula="Share of the lesions before which, since the needle was last aimed by hand: the known "
    "feeling in the back came at 50 Hz at or under the profile's cut-off, and the last test at 2 "
    "Hz of at least the profile's least voltage moved neither chest, belly, limb nor legs; each "
    "only where the profile asks for it. An absent twitch is accepted unless the profile wants "
    "one. None without a lesion.",
    citation="cut-off 0.5 V, Koh 2017 (clinical.md 3.4, S); local policy (profiles.md)",
    measure=_measure,
    of_acts=True,
    applies=all_of(RHIZOTOMY, _asked),
    inputs=of_events(Stimulated, "hz", "millivolts", "answers"),
)
