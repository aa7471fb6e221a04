"""One-press acts before and after the needle."""

from __future__ import annotations

from trainer.attempt.commands import Act
from trainer.session.players.hand import Hand

BEFORE = (
    *("consent", "time-out", "apron", "monitors", "iv-access", "pillow", "arms"),
    *("gloves", "prep", "drape", "label-syringes"),
)
FOR_HEAT = ("pad", "pad-check")
AFTER = ("dress", "observe", "advise", "document")


def prepares(hand: Hand) -> None:
    """Everything before the first picture."""
    for act in BEFORE:
        hand.step(Act, act)
    if hand.task.procedure == "rhizotomy":
        if "device" in hand.seen.speaks_for:
            hand.step(Act, "device-plan", "switched-off")
        for act in FOR_HEAT:
            hand.step(Act, act)


def closes(hand: Hand) -> None:
    """Everything after the last needle."""
    for act in AFTER:
        hand.step(Act, act)
