"""A whole scenario: office, room, level, each needle, the end."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from trainer.attempt.commands import Act, AskPatient, MovePointer, RemoveNeedle, Submit, Wait
from trainer.session.players.block import blocks
from trainer.session.players.cover import missed_mm
from trainer.session.players.hand import Hand
from trainer.session.players.lesion import heats
from trainer.session.players.level import declares, finds_level
from trainer.session.players.office import decides
from trainer.session.players.placing import places
from trainer.session.players.plan import LINES, Plan, block_plan, lesion_plan
from trainer.session.players.room import closes, prepares
from trainer.session.players.seen import Wanted

MOST_PUNCTURES = len(LINES)  # at one nerve
HERE_MM = np.zeros(3)
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
    if hand.task.procedure == "rhizotomy":
        _coagulates(hand, wanted, tilt_deg)
        return
    plan = _planned(hand, wanted, tilt_deg)
    if plan is None:
        return
    places(hand, _needle(hand), plan, tilt_deg)  # down the beam bone is where it is to stand
    if hand.task.procedure == "block":
        blocks(hand, AGENT)


def _coagulates(hand: Hand, wanted: Wanted, tilt_deg: float) -> None:
    """Along another line where bone lies in the way; a second lesion where one leaves too much.

    With the last puncture he heats as near as he got. Where he saw no target he leaves it.
    """
    line, beside_mm, first = 0, HERE_MM, True
    for puncture in range(MOST_PUNCTURES):
        plan = _planned(hand, wanted, tilt_deg, puncture, line)
        if plan is None:
            return
        plan = replace(plan, aim_mm=plan.aim_mm + beside_mm)
        stands = places(hand, _needle(hand), plan, tilt_deg)
        if stands or (first and puncture == MOST_PUNCTURES - 1):
            missed = missed_mm(hand, plan) if stands else None
            heats(hand)
            if missed is None or not first:
                return
            beside_mm, first = missed, False
        else:
            hand.do(RemoveNeedle)
            if not first:
                return
            line += 1


def _planned(
    hand: Hand, wanted: Wanted, tilt_deg: float, puncture: int = 0, line: int = 0
) -> Plan | None:
    """Both views, the working one last: it is the one that is aimed in."""
    if puncture == 0:
        hand.look_at_depth(keep=False)
    hand.look("working", 0.0, tilt_deg)
    if hand.seen.pointer_mm is None:
        x_mm, _, z_mm = hand.task.start_mm
        hand.do(MovePointer, round(x_mm * 1000.0), round(z_mm * 1000.0))
    plan = None
    if hand.task.procedure == "rhizotomy":
        plan = lesion_plan(hand.pictures, wanted, line)
    pointer = hand.seen.pointer_mm
    if plan is None and pointer is not None:
        plan = block_plan(hand.pictures, wanted, float(pointer[1]))
    return plan


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
