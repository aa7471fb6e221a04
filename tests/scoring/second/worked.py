"""Whether what the scenario is about was done at all."""

from __future__ import annotations

from tests.scoring.second.acts import acts_of, numbs
from tests.scoring.second.reading import Attempt, needle_at_end


def accepted(attempt: Attempt) -> list[str]:
    """The decisions that the story accepts."""
    return [attempt.story.get("decision", "proceed"), *attempt.story.get("also_acceptable", ())]


def worked(attempt: Attempt) -> bool:
    """A needle left (placement), an anaesthetic in (block), some heat (rhizotomy).

    Where one should not go on, leaving the patient alone is the work.
    """
    if "proceed" not in accepted(attempt):
        return True
    acts = acts_of(attempt)
    if attempt.procedure == "rhizotomy":
        ended = [act.after for act in acts if act.kind == "lesion"]
        return any(one is not None and one["seconds"] > 0 for one in ended)
    if attempt.procedure == "block":
        return any(act.after is not None and numbs(attempt, act.agent) for act in acts)
    return needle_at_end(attempt) is not None


def stood_back(attempt: Attempt) -> bool:
    """Rightly not gone on with, and no needle through the skin."""
    made = [one["decision"] for one in attempt.of("case_decided")][-1:]
    if not made or made == ["proceed"] or made[0] not in accepted(attempt):
        return False
    return not attempt.of("skin_punctured")
