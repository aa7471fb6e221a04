"""Whether the patient heard what she had to know before she agreed."""

from __future__ import annotations

from trainer.attempt.events import ActDone, Discussed, Event, SkinPunctured
from trainer.scoring.metric import Better, Metric
from trainer.scoring.reached import permille
from trainer.scoring.trace import both, of_events
from trainer.scoring.view import AttemptView


def _needed(view: AttemptView) -> frozenset[str]:
    return frozenset(map(str, view.case.story.get("consent_needed", ())))


def _asked(view: AttemptView) -> bool:
    return bool(_needed(view))


def _is_consent(event: Event) -> bool:
    return isinstance(event, ActDone) and event.act == "consent"


def _measure(view: AttemptView) -> int | None:
    needed, told = _needed(view), set()
    for event in view.among(Discussed, SkinPunctured, ActDone):
        if isinstance(event, Discussed):
            told.add(event.topic)
        elif isinstance(event, SkinPunctured) or _is_consent(event):
            break
    return permille(len(needed & told), len(needed)) if needed else None


METRIC = Metric(
    id="consent_permille",
    version=1,
    title="Points talked over before consent",
    unit="permille",
    better=Better.HIGHER,
    formula="Share of the points that the story needs which were talked over before consent was "
    "signed, before the first puncture, or, where neither came, by the end.",
    citation="DESIGN 7; ANZCA FPM on thin evidence (teaching.md 1, V)",
    measure=_measure,
    needs_needle=False,
    applies=_asked,
    inputs=both(of_events(Discussed), of_events(ActDone, "act", "detail")),
)
