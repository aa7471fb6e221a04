"""A diagnostic block at one nerve: aspirate, contrast under the beam, a small volume."""

from __future__ import annotations

from trainer.attempt.commands import Aspirate, ConnectTubing, Inject, RemoveNeedle, SetStylet
from trainer.attempt.commands import Advance, Grip, LetGo
from trainer.session.players.hand import Hand

CONTRAST, CONTRAST_UL = "iohexol-240", 200
AGENT = {"block": "lidocaine-1"}
BACK_UM = 2_000  # out of a vessel, or away from a root
MOST_TRIES = 3


def blocks(hand: Hand, agent: str) -> None:
    """Through the needle in hand, which stands at its place."""
    hand.gripped((SetStylet, False), (ConnectTubing, True))
    for _ in range(MOST_TRIES):
        hand.step(Aspirate)
        if not hand.leaves_out():
            hand.live(Inject, CONTRAST, CONTRAST_UL)
        if hand.seen.aspirated in ("", "dry") and hand.seen.contrast in ("", "planes"):
            break
        hand.gripped((Advance, -BACK_UM))
        hand.shoot()
    hand.step(Aspirate)
    hand.live(Inject, agent, hand.task.numbers["block_ul"])
    hand.do(RemoveNeedle)
    hand.do(LetGo)
    hand.shoot()
