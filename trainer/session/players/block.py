"""A diagnostic block at one nerve: aspirate, contrast under the beam, a small volume."""

from __future__ import annotations

from trainer.attempt.commands import (
    Advance,
    Aspirate,
    ConnectTubing,
    Inject,
    LetGo,
    RemoveNeedle,
    SetStylet,
    Wait,
)
from trainer.session.players.hand import Hand

CONTRAST, CONTRAST_UL = "iohexol-240", 200
BACK_UM = 2_000  # out of a vessel, or away from a root
MOST_TRIES = 3
RUNS_S = 10  # until the plunger rests


def blocks(hand: Hand, agent: str) -> None:
    """Through the needle in hand, which stands at its place."""
    hand.gripped((SetStylet, False), (ConnectTubing, True))
    for _ in range(MOST_TRIES):
        hand.step(Aspirate)
        drawn = hand.seen.aspirated
        # What ran is told by the pulses; the beam's end brings a picture without it.
        ran = "" if hand.leaves_out() else hand.live(Inject, CONTRAST, CONTRAST_UL).contrast
        if drawn in ("", "dry") and ran in ("", "planes"):
            break
        hand.gripped((Advance, -BACK_UM))
        hand.shoot()
    hand.step(Aspirate)
    if hand.traits.pictures > 1:  # some watch everything
        hand.live(Inject, agent, hand.task.numbers["block_ul"])
    else:
        hand.do(Inject, agent, hand.task.numbers["block_ul"])
    hand.do(Wait, RUNS_S)
    hand.do(RemoveNeedle)
    hand.do(LetGo)
    hand.shoot()
