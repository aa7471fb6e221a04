"""What is done to, asked of and said to the patient; answers to what goes wrong."""

from __future__ import annotations

from trainer.attempt.acts import ACTS, QUESTIONS, WORDS
from trainer.attempt.commands import Act, AskPatient, Command, Respond, TellPatient
from trainer.attempt.complications import COMPLICATIONS, RESPONSES
from trainer.attempt.events import (
    ActDone,
    Asked,
    ComplicationEnded,
    Event,
    PatientSaid,
    Responded,
    Told,
)
from trainer.attempt.evolve import fold
from trainer.attempt.evolve_procedure import simulated_ms
from trainer.attempt.generator import lesion_stopped
from trainer.attempt.moment import Moment
from trainer.attempt.state import State
from trainer.attempt.syringe import asleep, injection_stopped
from trainer.attempt.world import World
from trainer.therapy.pain import share_silenced

# How strong something must be, of 1000, before a sedated patient says it (X).
SAYS_FROM = {"none": 0, "light": 0, "moderate": 500, "deep": 1001}
BETTER_FROM = 0.5  # X: the share of the pain that must sleep before a patient calls it better
_ROUSED = {"wake": "light", "reversal": "none"}
_NOTHING = {"band": "nothing-felt", "taste": "nothing-felt", "skin": "nothing-felt"}


def act(moment: Moment, command: Act) -> tuple[Event, ...]:
    """Do one act of the room."""
    known = ACTS.get(command.act)
    if known is None:
        return _unknown(moment, command, "act", command.act, tuple(ACTS))
    detail = command.detail or known.details[0]
    if detail not in known.details:
        return _unknown(moment, command, f"{command.act} of kind", detail, known.details)
    return (ActDone(moment.now_ms, command.act, detail),)


def ask_patient(moment: Moment, command: AskPatient) -> tuple[Event, ...]:
    """Ask, and hear the answer."""
    if command.question not in QUESTIONS:
        return _unknown(moment, command, "question", command.question, tuple(QUESTIONS))
    words, cause = _answer(moment, command.question)
    return (
        Asked(moment.now_ms, command.question),
        PatientSaid(moment.now_ms, words, cause),
    )


def tell_patient(moment: Moment, command: TellPatient) -> tuple[Event, ...]:
    """Say something."""
    if command.words not in WORDS:
        return _unknown(moment, command, "saying", command.words, tuple(WORDS))
    return (Told(moment.now_ms, command.words),)


def respond(moment: Moment, command: Respond) -> tuple[Event, ...]:
    """Answer what has gone wrong; "stop" also stops heat and plunger, two rouse a sleeper."""
    if command.action not in RESPONSES:
        return _unknown(moment, command, "response", command.action, tuple(RESPONSES))
    state, now_ms = moment.state, moment.now_ms
    open_now = state.procedure.open
    right = any(COMPLICATIONS[one.complication].is_right(command.action) for one in open_now)
    done: tuple[Event, ...] = (
        Responded(now_ms, command.action, right),
        *_carried_out(moment, command),
    )
    after = fold(state, done)
    return (*done, *_answered(after, now_ms))


def _carried_out(moment: Moment, command: Respond) -> tuple[Event, ...]:
    state, world, now_ms = moment.state, moment.world, moment.now_ms
    if command.action == "stop":
        return (
            *injection_stopped(state, world, now_ms),
            *lesion_stopped(state, world, now_ms, "stopped"),
        )
    roused = _ROUSED.get(command.action)
    if roused is not None and sedation_of(state) in ("moderate", "deep"):
        return (ActDone(now_ms, "sedation", roused),)
    return ()


def _answered(state: State, now_ms: int) -> tuple[Event, ...]:
    return tuple(
        ComplicationEnded(now_ms, one.complication, "answered")
        for one in state.procedure.open
        if COMPLICATIONS[one.complication].is_answered(one.answers)
    )


def sedation_of(state: State) -> str:
    """How deep the patient is sedated."""
    return state.procedure.detail_of("sedation") or "none"


def says(state: State, strength_permille: int) -> bool:
    """Whether the patient is awake enough to speak of something that strong."""
    return strength_permille >= SAYS_FROM[sedation_of(state)]


def _answer(moment: Moment, question: str) -> tuple[str, str]:
    """(words, cause) of an answer."""
    state = moment.state
    if not says(state, 1000):
        return "sleepy", f"sedation is {sedation_of(state)}"
    for one in state.procedure.open:
        if question in COMPLICATIONS[one.complication].answers:
            return COMPLICATIONS[one.complication].sign, one.complication
    if question == "relief":
        return _relief(state, moment.world, moment.now_ms)
    return _NOTHING.get(question, "fine"), "asked"


def _relief(state: State, world: World, now_ms: int) -> tuple[str, str]:
    silent = share_silenced(world.pain, asleep(state, world, simulated_ms(state, now_ms)))
    felt = silent + (1.0 - silent) * _placebo(state, world)
    cause = f"{round(100.0 * silent)} % of the pain sleeps"
    return ("better" if felt >= BETTER_FROM else "same"), cause


def _placebo(state: State, world: World) -> float:
    return world.pain.placebo_permille / 1000.0 if state.procedure.deposits else 0.0


def _unknown(
    moment: Moment, command: Command, what: str, name: str, known: tuple[str, ...]
) -> tuple[Event, ...]:
    return moment.refused(command, f"there is no {what} {name!r}; known: {', '.join(known)}")
