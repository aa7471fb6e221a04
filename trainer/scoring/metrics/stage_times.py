"""How long each stage took; one metric a stage."""

from __future__ import annotations

from collections.abc import Callable

from trainer.attempt.events import CaseDecided, NeedleRemoved, SkinPunctured
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import both, of_events
from trainer.scoring.view import AttemptView

# Stage: what ends it, in words. Each begins where the one before ended.
STAGES = {
    "case": "the last decision about the case before the first puncture",
    "level": "the first puncture",
    "needle": "the first injection or lesion",
    "treat": "the last removal of a needle, or the last injection or lesion",
    "end": "submit",
}


def borders_ms(view: AttemptView) -> tuple[int, ...]:
    """Where each stage ends, rising; what never happened ends with the next one."""
    puncture = min((e.t_ms for e in view.among(SkinPunctured)), default=None)
    decided = [e.t_ms for e in view.among(CaseDecided) if puncture is None or e.t_ms <= puncture]
    acts = [act.t_ms for act in view.acts if act.began is not None]
    out = [e.t_ms for e in view.among(NeedleRemoved)]
    known = (
        decided[-1] if decided else 0,
        puncture,
        acts[0] if acts else None,
        max((*acts, *out), default=None),
        view.end_ms,
    )
    ends: list[int] = []
    for end in reversed(known):
        later = ends[-1] if ends else view.end_ms
        ends.append(later if end is None else min(end, later))
    return tuple(reversed(ends))


def _lasts(stage: str) -> Callable[[AttemptView], int | None]:
    place = tuple(STAGES).index(stage)

    def measure(view: AttemptView) -> int | None:
        ends = borders_ms(view)
        return ends[place] - (ends[place - 1] if place else 0)

    return measure


def _time(stage: str) -> Metric:
    return Metric(
        id=f"time_{stage}_ms",
        version=1,
        title=f"Time of the stage '{stage}'",
        unit="ms",
        better=Better.LOWER,
        formula=f"From the end of the stage before to {STAGES[stage]}; a stage whose end never "
        "came lasts until the end of the next one, and no stage ends after a later one; but the "
        "stage 'case' takes no time where nothing was decided before the first puncture. Stages: "
        + ", ".join(STAGES)
        + ".",
        citation="DESIGN 9 (times per stage); Dias 2017, Joswig 2017 (field.md 2.3)",
        measure=_lasts(stage),
        inputs=both(of_events(CaseDecided), of_events(SkinPunctured), of_events(NeedleRemoved)),
    )


METRICS = tuple(_time(stage) for stage in STAGES)
