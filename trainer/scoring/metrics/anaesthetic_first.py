"""Whether each lesion was numbed first, with the right volume."""

from __future__ import annotations

from trainer.attempt.events import Injected, LesionStarted
from trainer.scoring.acts import ActKind, TreatmentAct
from trainer.scoring.metric import Better, Metric
from trainer.scoring.procedures import RHIZOTOMY, all_of
from trainer.scoring.reached import permille
from trainer.scoring.trace import both, of_events
from trainer.scoring.view import AttemptView
from trainer.scoring.worked import numbs, treatments


def _asked(view: AttemptView) -> bool:
    return view.case.profile is not None and view.case.profile.lesion.anaesthetic_first


def _given_ul(view: AttemptView, act: TreatmentAct) -> int:
    since = act.stand.aimed if act.stand is not None else act.index
    return sum(
        one.injected.volume_ul
        for one in view.acts
        if one.kind is ActKind.INJECTION
        and one.injected is not None
        and since <= one.index < act.index
        and numbs(view, one.agent)
    )


def _measure(view: AttemptView) -> int | None:
    acts, profile = treatments(view), view.case.profile
    if not acts or profile is None:
        return None
    least, most = profile.lesion.anaesthetic_ul
    return permille(sum(least <= _given_ul(view, act) <= most for act in acts), len(acts))


METRIC = Metric(
    id="anaesthetic_first_permille",
    version=1,
    title="Lesions numbed first",
    unit="permille",
    better=Better.HIGHER,
    formula="Share of the lesions before which, since the needle was last aimed by hand, "
    "anaesthetic was injected, in all within the practice profile's volume. None without a lesion.",
    citation="0.5-1 mL, Furman (clinical.md 3.5, S); the practice profile (profiles.md)",
    measure=_measure,
    of_acts=True,
    applies=all_of(RHIZOTOMY, _asked),
    inputs=both(of_events(Injected, "agent", "volume_ul"), of_events(LesionStarted)),
)
