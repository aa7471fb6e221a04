"""What the world refused, in the user's language: what, why, next step."""

from __future__ import annotations

from trainer.refusal import Refusal
from trainer.ui.presenters.texts import tr_sentence


def refused_text(refusal: Refusal) -> str:
    """The refusal's own sentence; the single findings of a file follow as they were found."""
    what, why, then = (tr_sentence(part) for part in (refusal.what, refusal.why, refusal.next_step))
    told = [str(problem) for problem in refusal.problems if problem.message not in refusal.why]
    return "\n".join((f"{what}: {why}. {then}.", *(f"  - {problem}" for problem in told)))
