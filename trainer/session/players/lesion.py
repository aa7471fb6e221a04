"""A lesion at one nerve: tested, numbed, looked at again, heated, asked during the heat."""

from __future__ import annotations

from trainer.attempt.commands import (
    Act,
    Advance,
    AskPatient,
    Aspirate,
    ConnectTubing,
    Inject,
    RemoveNeedle,
    SetElectrode,
    SetGenerator,
    SetStylet,
    StartLesion,
    Stimulate,
    StopLesion,
    TellPatient,
    Wait,
)
from trainer.session.players.hand import Hand

ANAESTHETIC, ONSET_S = "lidocaine-2", 100
STEP_MV = 100
FIRST_S, THEN_S = 20, 10
STOPS_AT = frozenset({"band", "band-burning", "intercostal-twitch", "abdominal-twitch", "leg-jerk"})
BACK_UM = 2_000
MOST_TRIES = 3


def heats(hand: Hand) -> None:
    """Through the cannula in hand, which stands at its place."""
    hand.gripped((SetStylet, False), (SetElectrode, True))
    for _ in range(MOST_TRIES):
        if _safe(hand):
            break
        hand.gripped((Advance, -BACK_UM))
        hand.proves_depth()
    if not hand.leaves_out():
        _numbs(hand)
    hand.proves_depth()
    _burns(hand)
    hand.do(RemoveNeedle)


def _safe(hand: Hand) -> bool:
    """50 Hz until it is felt, then 2 Hz; False where something answers round the ribs or below."""
    if not hand.leaves_out():
        hand.step(TellPatient, "stimulate")
        for millivolts in range(STEP_MV, hand.task.numbers["sensory_mv"] + 1, STEP_MV):
            if hand.do(Stimulate, 50, millivolts).said:
                break
        if STOPS_AT & set(hand.seen.said):
            return False
    if not hand.leaves_out():
        hand.do(Stimulate, 2, hand.task.numbers["motor_mv"])
        return not STOPS_AT & set(hand.seen.said)
    return True


def _numbs(hand: Hand) -> None:
    hand.gripped((SetElectrode, False), (ConnectTubing, True))
    hand.step(Aspirate)
    hand.do(Inject, ANAESTHETIC, hand.task.numbers["lesion_ul"])
    hand.do(Wait, ONSET_S)
    hand.gripped((ConnectTubing, False), (SetElectrode, True))


def _burns(hand: Hand) -> None:
    numbers = hand.task.numbers
    hand.do(SetGenerator, "conventional", numbers["temperature_c"], numbers["seconds"])
    hand.step(TellPatient, "heat")
    hand.do(StartLesion)
    if hand.seen.panel.fault == "pad":  # nobody overlooks a generator that will not start
        hand.do(Act, "pad")
        hand.do(StartLesion)
    hand.do(Wait, FIRST_S)
    hand.step(AskPatient, "band")
    for _ in range(-(-numbers["seconds"] // THEN_S)):
        if not hand.seen.panel.heats:
            return
        if STOPS_AT & set(hand.seen.said):
            hand.do(StopLesion)
            return
        hand.do(Wait, THEN_S)
