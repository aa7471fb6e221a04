"""A whole scenario: office, room, level, each needle, the end."""

from __future__ import annotations

from trainer.attempt.commands import Act, AskPatient, Submit, Wait
from trainer.session.players.block import blocks
from trainer.session.players.hand import Hand
from trainer.session.players.lesion import heats
from trainer.session.players.level import declares, finds_level
from trainer.session.players.office import decides
from trainer.session.players.placing import places
from trainer.session.players.plan import Plan, block_plan, lesion_plan
from trainer.session.players.room import closes, prepares
from trainer.session.players.seen import Wanted

# Skin over the spine of a prone patient stands about so far behind a vertebral body's middle
# (clinical.md 1.6 [M]); asked only where one film shows no depth and the bedside no pointer yet.
BACK_MM = 72.0
AGENT = "bupivacaine-0.25"
RELIEF_AFTER_S = 1_200


def plays(hand: Hand) -> None:
    """From the first page to the submission."""
    if decides(hand) == "proceed":
        prepares(hand)
        tilt_deg = finds_level(hand)
        for wanted in hand.task.wanted:
            _serves(hand, wanted, tilt_deg)
        _ends(hand)
    hand.do(Submit)


def _serves(hand: Hand, wanted: Wanted, tilt_deg: float) -> None:
    """One nerve."""
    declares(hand, wanted)
    plan = _planned(hand, wanted, tilt_deg)
    if plan is None:
        return
    places(hand, _needle(hand), plan, tilt_deg)
    if hand.task.procedure == "block":
        blocks(hand, AGENT)
    elif hand.task.procedure == "rhizotomy":
        heats(hand)


def _planned(hand: Hand, wanted: Wanted, tilt_deg: float) -> Plan | None:
    """Both views, the working one last: it is the one that is aimed in."""
    hand.look_at_depth(keep=False)
    hand.look("working", 0.0, tilt_deg)
    pointer = hand.seen.pointer_mm
    back_mm = BACK_MM if pointer is None else float(pointer[1])
    if hand.task.procedure == "rhizotomy":
        plan = lesion_plan(hand.pictures, wanted)
        if plan is not None:
            return plan
    return block_plan(hand.pictures, wanted, tilt_deg, back_mm)


def _needle(hand: Hand) -> str:
    """A cannula for heat; else the thickest block needle, which bends least."""
    cannula = hand.task.procedure == "rhizotomy"
    fits = [one for one in hand.task.needles if one.startswith("rf-") == cannula]
    thick = [one for one in fits if "22g" in one]
    return (thick or fits or list(hand.task.needles))[0]


def _ends(hand: Hand) -> None:
    if hand.task.procedure == "placement":
        return  # the needle stays where it is judged
    if hand.task.procedure == "block":
        hand.step(Act, "diary")
        hand.do(Wait, RELIEF_AFTER_S)
        hand.step(AskPatient, "relief")
    closes(hand)
