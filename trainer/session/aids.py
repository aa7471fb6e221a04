"""Which practice aids are offered: all on the first exposures, then one after another no more.

"Concurrent aids only on first exposures, then fading by rule" (teaching.md 2). The counts are
design values, for educators to judge: what tells most goes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trainer.attempt.training import AIDS, PAUSE
from trainer.session.finished import Finished

# How many finished attempts at the same task an aid is still offered after; None: always.
OFFERED_UNTIL: Mapping[str, int | None] = {
    "target": 2,
    "distance": 2,
    "danger": 3,
    "best_view": 3,
    "steps": 4,
    PAUSE: None,
}
BACK_UNTIL = 4


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered now. earlier : finished attempts at this task. back : to the last step."""

    aids: tuple[str, ...]
    back: bool
    earlier: int


NO_OFFER = Offer((), False, 0)


def offered(scenario_id: str, finished: Iterable[Finished], mode: str = "practice") -> Offer:
    """What is offered at a task after what was finished; nothing in an exam."""
    if mode != "practice":
        return NO_OFFER
    earlier = sum(one.scenario_id == scenario_id for one in finished)
    aids = tuple(name for name in AIDS if (most := OFFERED_UNTIL[name]) is None or earlier < most)
    return Offer(aids, earlier < BACK_UNTIL, earlier)
