"""What an event of acts, syringe, generator and complications changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from trainer.attempt.events import (
    ActDone,
    Asked,
    Aspirated,
    BlockJudged,
    CaseDecided,
    CaseRead,
    ComplicationBegan,
    ComplicationEnded,
    Discussed,
    Event,
    GeneratorFault,
    GeneratorSet,
    HarmDone,
    ImageSaved,
    Injected,
    InjectionBegan,
    LesionEnded,
    LesionRead,
    LesionStarted,
    OutcomeToldLater,
    PatientSaid,
    ReasonGiven,
    Responded,
    Stimulated,
    Told,
    TubingConnected,
    Waited,
)
from trainer.attempt.procedure import (
    Deposit,
    Generator,
    Harm,
    Injecting,
    LesionMade,
    OpenComplication,
    RunningLesion,
)
from trainer.attempt.state import State

BURNS = "band-burning"  # what a patient says when heat comes near a nerve of the ribs


def simulated_ms(state: State, t_ms: int) -> int:
    """Simulated time at a time of the log's clock: what was waited is added."""
    return t_ms + state.procedure.waited_ms


def _with(state: State, event: Event, **changes: Any) -> State:
    return replace(state, t_ms=event.t_ms, procedure=replace(state.procedure, **changes))


def _time_only(state: State, event: Event) -> State:
    return replace(state, t_ms=event.t_ms)


def _once(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return names if name in names else (*names, name)


def _said(state: State, event: PatientSaid) -> State:
    running = state.procedure.running
    if running is None or running.warned >= 0 or event.words != BURNS:
        return _time_only(state, event)
    return _with(state, event, running=replace(running, warned=running.reads))


def _act_done(state: State, event: ActDone) -> State:
    return _with(state, event, acts=(*state.procedure.acts, (event.act, event.detail)))


def _told(state: State, event: Told) -> State:
    return _with(state, event, told=_once(state.procedure.told, event.words))


def _waited(state: State, event: Waited) -> State:
    if state.beam_since_ms is not None:
        raise ValueError("time is compressed while the beam is on")
    return _with(state, event, waited_ms=state.procedure.waited_ms + event.passed_ms)


def _case_read(state: State, event: CaseRead) -> State:
    return _with(state, event, read=_once(state.procedure.read, event.topic))


def _discussed(state: State, event: Discussed) -> State:
    return _with(state, event, discussed=_once(state.procedure.discussed, event.topic))


def _reason_given(state: State, event: ReasonGiven) -> State:
    return _with(state, event, reasons=_once(state.procedure.reasons, event.reason))


def _case_decided(state: State, event: CaseDecided) -> State:
    return _with(state, event, decision=event.decision)


def _image_saved(state: State, event: ImageSaved) -> State:
    others = tuple(one for one in state.procedure.saved if one[0] != event.role)
    return _with(state, event, saved=(*others, (event.role, event.exposure)))


def _tubing_connected(state: State, event: TubingConnected) -> State:
    if not event.connected:
        return _with(state, event, tubing=0)
    if state.needle is None:
        raise ValueError("tubing hangs on no needle")
    return _with(state, event, tubing=state.needle.number)


def _injection_began(state: State, event: InjectionBegan) -> State:
    if state.procedure.injecting is not None:
        raise ValueError("a second injection begins")
    injecting = Injecting(
        event.agent,
        event.volume_ul,
        event.needle,
        event.tip_um,
        event.t_ms,
        simulated_ms(state, event.t_ms),
        event.lasts_ms,
        event.pattern,
        event.blobs,
    )
    return _with(state, event, injecting=injecting)


def _injected(state: State, event: Injected) -> State:
    injecting = state.procedure.injecting
    if injecting is None:
        raise ValueError("an injection ends that did not begin")
    deposit = Deposit(
        event.agent,
        event.volume_ul,
        injecting.needle,
        injecting.tip_um,
        event.pattern,
        event.began_ms,
        simulated_ms(state, event.t_ms),
        event.blobs,
        event.numbed_permille,
    )
    return _with(state, event, injecting=None, deposits=(*state.procedure.deposits, deposit))


def _generator_set(state: State, event: GeneratorSet) -> State:
    return _with(state, event, generator=Generator(event.mode, event.temperature_c, event.seconds))


def _lesion_started(state: State, event: LesionStarted) -> State:
    if state.procedure.running is not None:
        raise ValueError("a second lesion starts")
    as_set = state.procedure.generator
    running = RunningLesion(
        event.needle,
        as_set.mode,
        as_set.temperature_c,
        as_set.seconds,
        simulated_ms(state, event.t_ms),
    )
    return _with(state, event, running=running)


def _running(state: State) -> RunningLesion:
    if state.procedure.running is None:
        raise ValueError("no lesion runs")
    return state.procedure.running


def _lesion_read(state: State, event: LesionRead) -> State:
    running = _running(state)
    return _with(state, event, running=replace(running, reads=running.reads + 1))


def _lesion_ended(state: State, event: LesionEnded) -> State:
    _running(state)
    if event.number != len(state.procedure.lesions) + 1:
        raise ValueError(f"lesion {event.number} follows lesion {len(state.procedure.lesions)}")
    made = LesionMade(**{part.name: getattr(event, part.name) for part in fields(LesionMade)})
    return _with(state, event, running=None, lesions=(*state.procedure.lesions, made))


def _harm_done(state: State, event: HarmDone) -> State:
    shows_sim_ms = simulated_ms(state, event.t_ms) + event.after_s * 1000
    harm = Harm(event.complication, event.cause, shows_sim_ms)
    return _with(state, event, brewing=(*state.procedure.brewing, harm))


def _complication_began(state: State, event: ComplicationBegan) -> State:
    known = state.procedure
    if any(one.complication == event.complication for one in known.open):
        raise ValueError(f"{event.complication} begins a second time")
    shown = OpenComplication(event.complication, event.cause, simulated_ms(state, event.t_ms))
    left = tuple(one for one in known.brewing if one.complication != event.complication)
    return _with(state, event, brewing=left, open=(*known.open, shown))


def _responded(state: State, event: Responded) -> State:
    if not event.right:
        return _time_only(state, event)
    answered = tuple(
        replace(one, answers=_once(one.answers, event.action)) for one in state.procedure.open
    )
    return _with(state, event, open=answered)


def _complication_ended(state: State, event: ComplicationEnded) -> State:
    known = state.procedure
    left = tuple(one for one in known.open if one.complication != event.complication)
    if len(left) == len(known.open):
        raise ValueError(f"{event.complication} ends that did not begin")
    return _with(state, event, open=left, over=(*known.over, event.complication))


def _block_judged(state: State, event: BlockJudged) -> State:
    return _with(state, event, judged=len(state.procedure.deposits))


CHANGES: Mapping[type[Event], Callable[[State, Any], State]] = {
    ActDone: _act_done,
    Asked: _time_only,
    Told: _told,
    PatientSaid: _said,
    Waited: _waited,
    CaseRead: _case_read,
    Discussed: _discussed,
    ReasonGiven: _reason_given,
    CaseDecided: _case_decided,
    ImageSaved: _image_saved,
    TubingConnected: _tubing_connected,
    Aspirated: _time_only,
    InjectionBegan: _injection_began,
    Injected: _injected,
    Stimulated: _time_only,
    GeneratorSet: _generator_set,
    LesionStarted: _lesion_started,
    LesionRead: _lesion_read,
    GeneratorFault: _time_only,
    LesionEnded: _lesion_ended,
    HarmDone: _harm_done,
    ComplicationBegan: _complication_began,
    Responded: _responded,
    ComplicationEnded: _complication_ended,
    BlockJudged: _block_judged,
    OutcomeToldLater: _time_only,
}
