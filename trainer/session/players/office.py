"""Before the room: the case is read, decided with reasons, and talked over."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.attempt.acts import CASE_TOPICS, POINTS
from trainer.attempt.commands import DecideCase, Discuss, GiveReason, ReadCase
from trainer.session.players.hand import Hand

# What a reason leads to; the first that is found decides (clinical.md 3, teaching.md 1 [M]).
LEADS_TO: Mapping[str, str] = {
    "red-flag": "decline",
    "refusal": "decline",
    "infection": "postpone",
    "pregnancy": "postpone",
    "too-soon": "postpone",
}
# One positive block asks for another block, and is not enough for a lesion.
BEFORE_HEAT: Mapping[str, str] = {"blocks-insufficient": "postpone"}


def decides(hand: Hand) -> str:
    """Read, give reasons, decide; returns the decision."""
    for topic in CASE_TOPICS:
        if hand.rng.random() < hand.traits.reads:
            hand.do(ReadCase, topic)
    reasons = hand.seen.speaks_for
    rhizotomy = hand.task.procedure == "rhizotomy"
    table = {**LEADS_TO, **(BEFORE_HEAT if rhizotomy else {})}
    led = [table[reason] for reason in table if reason in reasons]
    decision = led[0] if led else "proceed"
    for reason in reasons:
        # A reason to go on is none to stop.
        if not led or reason in table or reason in ("other-source", "expectations"):
            hand.do(GiveReason, reason)
    _talks(hand)
    hand.step(DecideCase, decision)
    return decision


def _talks(hand: Hand) -> None:
    for point in POINTS:
        hand.step(Discuss, point)
