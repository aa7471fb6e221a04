"""Whether the work that the scenario is about was done at all: doing nothing earns nothing."""

from __future__ import annotations

from trainer.attempt.events import CaseDecided, SkinPunctured
from trainer.scoring.acts import ActKind, TreatmentAct
from trainer.scoring.view import AttemptView

PROCEED = "proceed"
_KIND_OF = {"block": ActKind.INJECTION, "rhizotomy": ActKind.LESION}


def accepted(view: AttemptView) -> tuple[str, ...]:
    """The decisions that the story accepts, the right one first."""
    story = view.case.story
    return (str(story.get("decision", PROCEED)), *story.get("also_acceptable", ()))


def worked(view: AttemptView) -> bool:
    """A needle left in place (placement), an anaesthetic injected (block), a lesion (rhizotomy).

    Where one should not go on, leaving the patient alone is the work, and is always done.
    """
    if PROCEED not in accepted(view):
        return True
    procedure = view.case.procedure
    if procedure == "rhizotomy":
        return any(act.ended is not None and act.ended.seconds > 0 for act in view.acts)
    if procedure == "block":
        return any(
            act.kind is ActKind.INJECTION and numbs(view, act.agent) and act.injected is not None
            for act in view.acts
        )
    return view.placed is not None


def stood_back(view: AttemptView) -> bool:
    """Not gone on with, as the story also accepts, and no needle went in: nothing to perform."""
    made = [event.decision for event in view.among(CaseDecided) if isinstance(event, CaseDecided)]
    if not made or made[-1] == PROCEED or made[-1] not in accepted(view):
        return False
    return not view.among(SkinPunctured)


def numbs(view: AttemptView, agent: str) -> bool:
    """Whether the practice profile knows an agent as an anaesthetic."""
    known = view.case.profile.agent(agent) if view.case.profile is not None else None
    return known is not None and known.numbs


def treatments(view: AttemptView) -> tuple[TreatmentAct, ...]:
    """The acts that a scenario is about: anaesthetics of a block, lesions, or the needle left.

    Contrast, saline and what is injected before heat serve them and are none themselves.
    """
    kind = _KIND_OF.get(view.case.procedure, ActKind.PLACEMENT)
    return tuple(
        act
        for act in view.acts
        if act.kind is kind and (kind is not ActKind.INJECTION or numbs(view, act.agent))
    )
