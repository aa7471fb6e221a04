"""What the fingers feel while the needle moves: a trace of the last ten seconds.

The tip's tissue is known here only as far as a finger knows it: nothing, soft, firm, pop, bone.
Lung, canal and foramen feel soft: this trace must not tell what only a picture can.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from trainer.attempt.events import BoneTouched, Event, NeedleMoved, SkinPunctured
from trainer.ui.presenters.texts import tr

SPAN_S = 10.0
# Height of the trace, 0..1 (a drawing, not a force).
NOTHING, SOFT, FIRM, POP, BONE = 0.0, 0.35, 0.6, 0.8, 1.0
WORDS = {NOTHING: "", SOFT: "soft", FIRM: "firm", POP: "pop", BONE: "bone"}
FEELS = {"soft": SOFT, "firm": FIRM, "pop": POP, "bone": BONE}


@dataclass(frozen=True, slots=True)
class FeelSample:
    """One moment: seconds on the screen's clock, height 0..1."""

    at_s: float
    height: float


def felt(event: Event) -> float | None:
    """What an event feels like, None where the hand feels nothing of it."""
    if isinstance(event, BoneTouched):
        return BONE
    if isinstance(event, SkinPunctured):
        return FIRM
    if isinstance(event, NeedleMoved):
        if event.feel:
            return FEELS[event.feel]
        return {"air": NOTHING, "bone": BONE}.get(event.tissue, SOFT)
    return None


class FeelTrace:
    """The samples of the last ten seconds."""

    def __init__(self) -> None:
        self._samples: deque[FeelSample] = deque()

    def add(self, event: Event, now_s: float) -> bool:
        """Take an event in; True where it was felt."""
        height = felt(event)
        if height is None:
            return False
        self._samples.append(FeelSample(now_s, height))
        return True

    def seen_at(self, now_s: float) -> tuple[FeelSample, ...]:
        """What is still in the window."""
        while self._samples and self._samples[0].at_s < now_s - SPAN_S:
            self._samples.popleft()
        return tuple(self._samples)

    def word(self) -> str:
        """The last thing felt, in a word."""
        return tr(WORDS[self._samples[-1].height]) if self._samples else ""
