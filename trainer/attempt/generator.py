"""The generator: its panel, stimulation, and lesions that run in simulated time."""

from __future__ import annotations

import math
from dataclasses import dataclass

from trainer.attempt.body import Body, bare_part_mm, near_bare_part, surroundings_of
from trainer.attempt.commands import (
    SetGenerator,
    StartLesion,
    Stimulate,
    StopLesion,
)
from trainer.attempt.events import (
    Event,
    GeneratorFault,
    GeneratorSet,
    LesionEnded,
    LesionRead,
    LesionStarted,
    Stimulated,
)
from trainer.attempt.evolve_procedure import simulated_ms
from trainer.attempt.faults import (
    FLOOD_COLDER_C,
    HIGH_OHM,
    SHORT_OHM,
    fault_before,
    fault_during,
    floods,
    near,
    touches_steel,
)
from trainer.attempt.hand import NO_NEEDLE
from trainer.attempt.integers import e9_of, floor_um, mm_of, um_of, unit_of
from trainer.attempt.lesion_reach import Ellipsoid, clearances_mm, covered, ellipsoid_of
from trainer.attempt.moment import Moment
from trainer.attempt.procedure import RunningLesion
from trainer.attempt.state import NeedleInHand, State
from trainer.attempt.syringe import NO_BODY, OUTSIDE, asleep
from trainer.attempt.world import World
from trainer.therapy.electrode import Electrode
from trainer.therapy.impedance import impedance_ohm
from trainer.therapy.lesion import lesion_of, reading_of
from trainer.therapy.lesion_program import Mode
from trainer.therapy.spread import vessel_at
from trainer.therapy.stimulation import responses
from trainer.therapy.tissue import BODY_C

NO_ELECTRODE = "no electrode is in the cannula: put it in first"
HEATS = "a lesion runs: stop it first"
NO_LESION = "no lesion runs"
TEMPERATURE_C, SECONDS = (37, 95), (1, 900)
MOST_MV = 10_000
READ_EVERY_MS = 5_000
# A pad that lifts lets so little current through (X); pressing it on mends that.
LIFTED_PAD_OHM = 950.0


@dataclass(frozen=True, slots=True, eq=False)
class _Circuit:
    """A needle with its electrode in a patient."""

    needle: NeedleInHand
    electrode: Electrode
    body: Body


def set_generator(moment: Moment, command: SetGenerator) -> tuple[Event, ...]:
    """Set mode, temperature and time; as it is set already brings nothing."""
    known = moment.state.procedure
    if known.running is not None:
        return moment.refused(command, HEATS)
    wrong = _wrong_setting(command)
    if wrong:
        return moment.refused(command, wrong)
    wanted = command.mode, command.temperature_c, command.seconds
    as_set = known.generator
    if wanted == (as_set.mode, as_set.temperature_c, as_set.seconds):
        return ()
    return (GeneratorSet(moment.now_ms, *wanted),)


def _wrong_setting(command: SetGenerator) -> str:
    if command.mode not in tuple(Mode):
        return f"there is no mode {command.mode!r}; known: {', '.join(Mode)}"
    if not TEMPERATURE_C[0] <= command.temperature_c <= TEMPERATURE_C[1]:
        low, high = TEMPERATURE_C
        return f"{command.temperature_c} C is outside its {low} to {high} C"
    if not SECONDS[0] <= command.seconds <= SECONDS[1]:
        return f"{command.seconds} s is outside its {SECONDS[0]} to {SECONDS[1]} s"
    return ""


def stimulate(moment: Moment, command: Stimulate) -> tuple[Event, ...]:
    """One second of stimulation and all that answers."""
    circuit = _circuit(moment)
    if isinstance(circuit, str):
        return moment.refused(command, circuit)
    if command.hz not in (2, 50):
        return moment.refused(command, f"{command.hz} Hz is not offered; 50 and 2 are")
    if not 0 < command.millivolts <= MOST_MV:
        why = f"{command.millivolts} mV is outside its 1 to {MOST_MV} mV"
        return moment.refused(command, why)
    ohm = _ohm(moment.state, moment.world, circuit, 0.0)
    found: tuple[tuple[str, str, int], ...] = ()
    if ohm <= HIGH_OHM:
        bare = bare_part_mm(circuit.needle, circuit.electrode.active_tip_mm)
        sleeping = asleep(moment.state, moment.world, simulated_ms(moment.state, moment.now_ms))
        near = near_bare_part(circuit.body, bare, sleeping)
        found = tuple(
            (one.answer.value, one.nerve, one.strength_permille)
            for one in responses(near, command.hz, command.millivolts)
        )
    return (Stimulated(moment.now_ms, command.hz, command.millivolts, ohm, found),)


def start_lesion(moment: Moment, command: StartLesion) -> tuple[Event, ...]:
    """Start the heat, unless the circuit is at fault."""
    circuit = _circuit(moment)
    if isinstance(circuit, str):
        return moment.refused(command, circuit)
    mode = moment.state.procedure.generator.mode
    if mode != Mode.PULSED and circuit.electrode.cooled != (mode == Mode.COOLED):
        kind = "has" if circuit.electrode.cooled else "has no"
        return moment.refused(command, f"the electrode {kind} water inside: {mode} does not fit")
    ohm = _ohm(moment.state, moment.world, circuit, 0.0)
    fault = fault_before(moment.state, ohm)
    if fault:
        return (GeneratorFault(moment.now_ms, fault, ohm),)
    return (LesionStarted(moment.now_ms, ohm, circuit.needle.number),)


def stop_lesion(moment: Moment, command: StopLesion) -> tuple[Event, ...]:
    """Stop the heat."""
    if moment.state.procedure.running is None:
        return moment.refused(command, NO_LESION)
    return lesion_stopped(moment.state, moment.world, moment.now_ms, "stopped")


def lesion_stopped(state: State, world: World, now_ms: int, how: str) -> tuple[Event, ...]:
    """The end of a running lesion now; () where none runs."""
    running = state.procedure.running
    if running is None:
        return ()
    gone_s = (simulated_ms(state, now_ms) - running.began_sim_ms) // 1000
    return (_ended(state, world, now_ms, min(gone_s, running.seconds), how),)


def lesion_due_sim_ms(state: State) -> int | None:
    """When the panel is read next or the lesion ends; None while nothing is hot."""
    running = state.procedure.running
    if running is None:
        return None
    read_ms = (running.reads + 1) * READ_EVERY_MS
    return running.began_sim_ms + min(read_ms, running.seconds * 1000)


def lesion_goes_on(state: State, world: World, now_ms: int) -> tuple[Event, ...]:
    """What falls due of a running lesion: a reading, a fault, its end."""
    running = state.procedure.running
    assert running is not None
    after_s = (running.reads + 1) * READ_EVERY_MS // 1000
    if after_s > running.seconds:
        return (_ended(state, world, now_ms, running.seconds, "done"),)
    read = _read(state, world, running, now_ms, after_s)
    fault = fault_during(state, _hot(state, world)[1].needle, read.ohm, after_s)
    if fault:
        ended = _ended(state, world, now_ms, after_s, "fault")
        return (GeneratorFault(now_ms, fault, read.ohm), ended)
    return (read,)


def hot_parts(state: State, world: World, seconds: int) -> tuple[Ellipsoid, Ellipsoid]:
    """The dead volume and the 45 C isotherm of the running lesion after so many seconds."""
    running, circuit = _hot(state, world)
    mode = Mode(running.mode)
    made = lesion_of(circuit.electrode, mode, float(running.temperature_c), float(seconds))
    tip, axis = mm_of(circuit.needle.tip_um), unit_of(circuit.needle.axis_e9)
    return ellipsoid_of(made.coagulated, tip, axis), ellipsoid_of(made.isotherm, tip, axis)


def _hot(state: State, world: World) -> tuple[RunningLesion, _Circuit]:
    running, body = state.procedure.running, world.body
    assert running is not None
    assert body is not None
    standing = (*(() if state.needle is None else (state.needle,)), *state.resting)
    needle = next(one for one in standing if one.number == running.needle)
    return running, _Circuit(needle, body.electrodes[needle.model], body)


def _read(
    state: State, world: World, running: RunningLesion, now_ms: int, after_s: int
) -> LesionRead:
    circuit = _hot(state, world)[1]
    mode = Mode(running.mode)
    shown = reading_of(circuit.electrode, mode, float(running.temperature_c), float(after_s))
    ohm = _ohm(state, world, circuit, float(after_s))
    colder_c = FLOOD_COLDER_C if floods(state, circuit.needle, running) else 0.0
    sensed_c = max(BODY_C, shown.electrode_c - colder_c)
    return LesionRead(now_ms, after_s, round(sensed_c * 10.0), round(shown.watt * 1000.0), ohm)


def _ended(state: State, world: World, now_ms: int, seconds: int, how: str) -> LesionEnded:
    running, circuit = _hot(state, world)
    dead, warm = hot_parts(state, world, seconds)
    body = circuit.body
    return LesionEnded(
        t_ms=now_ms,
        number=len(state.procedure.lesions) + 1,
        mode=running.mode,
        temperature_c=running.temperature_c,
        seconds=seconds,
        how=how,
        needle=running.needle,
        centre_um=um_of(dead.centre_mm),
        axis_e9=e9_of(dead.axis),
        semi_um=_semi_um(dead),
        isotherm_centre_um=um_of(warm.centre_mm),
        isotherm_um=_semi_um(warm),
        clearance_um=tuple(
            (name, floor_um(mm))
            for name, mm in clearances_mm(warm, world.hazards, body, world.skin)
        ),
        covered_permille=tuple(
            (name, math.floor(1000.0 * share)) for name, share in covered(dead, body)
        ),
    )


def _semi_um(reached: Ellipsoid) -> tuple[int, int]:
    if reached.is_nothing:
        return (0, 0)
    return round(reached.across_mm * 1000.0), round(reached.along_mm * 1000.0)


def _circuit(moment: Moment) -> _Circuit | str:
    needle, body = moment.state.needle, moment.world.body
    if body is None:
        return NO_BODY
    if needle is None:
        return NO_NEEDLE
    if moment.state.procedure.running is not None:
        return HEATS
    if not needle.electrode or needle.model not in body.electrodes:
        return NO_ELECTRODE
    return _Circuit(needle, body.electrodes[needle.model], body) if needle.depth_um else OUTSIDE


def _ohm(state: State, world: World, circuit: _Circuit, after_s: float) -> int:
    """What the panel reads, by what the bare part lies in and how the pad sticks."""
    if touches_steel(state, world, circuit.needle, circuit.electrode.active_tip_mm):
        return round(SHORT_OHM)
    running = state.procedure.running
    as_set = state.procedure.generator if running is None else running
    mode = Mode(as_set.mode) if _tabulated(circuit.electrode, Mode(as_set.mode)) else Mode.PULSED
    muscle = reading_of(circuit.electrode, mode, float(as_set.temperature_c), after_s).ohm
    pad = state.procedure.detail_of("pad")
    tissue, wet = _tissue(world, circuit), _wetted(state, circuit.needle)
    ohm = impedance_ohm(muscle, tissue, wetted=wet, pad=pad not in (None, "off"))
    return round(ohm + (LIFTED_PAD_OHM if _lifts(state, world, pad) else 0.0))


def _tabulated(electrode: Electrode, mode: Mode) -> bool:
    return electrode.cooled == (mode is Mode.COOLED)


def _lifts(state: State, world: World, pad: str | None) -> bool:
    acts = [act for act, _ in state.procedure.acts if act in ("pad", "pad-check")]
    checked = bool(acts) and acts[-1] == "pad-check"
    return (pad == "loose" or "pad-lifts" in world.findings) and not checked


_AT_TIP = {"bone": "bone", "canal": "canal", "foramen": "foramen", "pleura": "lung"}


def _tissue(world: World, circuit: _Circuit) -> str:
    around = surroundings_of(circuit.body, mm_of(circuit.needle.tip_um), world.bone)
    if vessel_at(around) is not None:
        return "vessel"
    return _AT_TIP.get(circuit.needle.tissue, "muscle")


def _wetted(state: State, needle: NeedleInHand) -> bool:
    return any(
        deposit.needle == needle.number and near(deposit.tip_um, needle.tip_um)
        for deposit in state.procedure.deposits
    )
