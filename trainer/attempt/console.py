"""The console: pulse rate, dose mode, field, shutters, rotation, SID, brightness; where one stands.

Each command gives new settings or a reason against them. What a stored picture cannot follow is
refused: its geometry was fixed when it was taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from trainer.attempt.commands import (
    Command,
    LockBrightness,
    RotateDetector,
    SetDoseMode,
    SetField,
    SetIris,
    SetPulseRate,
    SetShutters,
    SetSid,
    StandAt,
)
from trainer.attempt.events import Event, MachineSet, StoodAt
from trainer.attempt.exposure import sight_of, water_of
from trainer.attempt.machine import ROTATION, SID, in_the_way, receptor_um
from trainer.attempt.moment import Moment
from trainer.attempt.scatter import FARTHEST_MM, NEAREST_MM, PLACES
from trainer.attempt.settings import DOSE_MODES, PULSE_RATES_HZ, Edges, Settings, open_edges
from trainer.attempt.world import World

# Design values after DESIGN 3 (magnification 220 and 160 mm) and common shutters.
MAGNIFIED_UM = (220_000, 160_000)
LEAST_OPEN_UM = 20_000
LEAST_BEYOND_ISOCENTRE_UM = 100_000  # the receptor never comes nearer to the isocentre
FIXED = "this patient is a set of stored pictures, taken as they are"
BEAM_ON = "the beam is on: let the pedal go first"


def fields_of(world: World) -> tuple[int, ...]:
    """The fields that the machine offers, micrometres, the whole receptor first.

    A scenario's own field is one of them, so that one can come back to it.
    """
    own_um = round(world.carm.field_mm * 1000.0)
    return tuple(sorted({receptor_um(world), own_um, *MAGNIFIED_UM}, reverse=True))


def set_pulse_rate(moment: Moment, command: SetPulseRate) -> tuple[Event, ...]:
    """Choose the pulses a second of the next run."""
    if command.hz not in PULSE_RATES_HZ:
        return moment.refused(command, _no_choice("pulse rate", command.hz, PULSE_RATES_HZ))
    if command.hz != moment.state.settings.pulse_rate_hz and moment.state.beam_since_ms is not None:
        return moment.refused(command, BEAM_ON)
    return _set(moment, replace(moment.state.settings, pulse_rate_hz=command.hz))


def set_dose_mode(moment: Moment, command: SetDoseMode) -> tuple[Event, ...]:
    """Choose what the next pulse asks of the receptor's dose."""
    if command.mode not in DOSE_MODES:
        return moment.refused(command, _no_choice("dose mode", repr(command.mode), DOSE_MODES))
    return _set(moment, replace(moment.state.settings, dose_mode=command.mode))


def set_field(moment: Moment, command: SetField) -> tuple[Event, ...]:
    """Choose the field; its shutters open."""
    if moment.world.views:
        return moment.refused(command, FIXED)
    known = fields_of(moment.world)
    if command.field_um not in known:
        in_mm = [f"{field / 1000:g}" for field in known]
        return moment.refused(command, _no_choice("field in mm", command.field_um / 1000, in_mm))
    settings = moment.state.settings
    if command.field_um == settings.field_um:
        return ()
    opened = open_edges(command.field_um)
    return _set(moment, replace(settings, field_um=command.field_um, shutters_um=opened))


def set_shutters(moment: Moment, command: SetShutters) -> tuple[Event, ...]:
    """Set the open rectangle."""
    edges = command.left_um, command.right_um, command.top_um, command.bottom_um
    return _shut(moment, command, edges)


def set_iris(moment: Moment, command: SetIris) -> tuple[Event, ...]:
    """Set the open rectangle to a square round the middle."""
    return _shut(moment, command, open_edges(2 * command.half_width_um))


def _shut(moment: Moment, command: Command, edges: Edges) -> tuple[Event, ...]:
    if moment.world.views:
        return moment.refused(command, FIXED)
    wrong = _no_opening(edges, moment.state.settings.field_um // 2)
    if wrong:
        return moment.refused(command, wrong)
    return _set(moment, replace(moment.state.settings, shutters_um=edges))


def _no_opening(edges: Edges, most_um: int) -> str | None:
    """Why shutters cannot stand so."""
    left_um, right_um, top_um, bottom_um = edges
    for name, edge_um in zip(("left", "right", "top", "bottom"), edges, strict=True):
        if abs(edge_um) > most_um:
            end = f"{edge_um / 1000:g} mm lies beyond the field's {most_um / 1000:g} mm"
            return f"the {name} shutter at {end}"
    for name, open_um in (("width", right_um - left_um), ("height", bottom_um - top_um)):
        if open_um < LEAST_OPEN_UM:
            least = f"{open_um / 1000:g} mm, the least is {LEAST_OPEN_UM / 1000:g} mm"
            return f"the open {name} would be {least}"
    return None


def rotate_detector(moment: Moment, command: RotateDetector) -> tuple[Event, ...]:
    """Turn the detector to an absolute angle."""
    if moment.world.views:
        return moment.refused(command, FIXED)
    broken = ROTATION.broken_by(command.rotation_mdeg)
    if broken:
        return moment.refused(command, broken)
    return _set(moment, replace(moment.state.settings, rotation_mdeg=command.rotation_mdeg))


def set_sid(moment: Moment, command: SetSid) -> tuple[Event, ...]:
    """Move the receptor along the beam."""
    if moment.world.views:
        return moment.refused(command, FIXED)
    state = moment.state
    settings = replace(state.settings, sid_um=command.sid_um)
    wrong = (
        SID.broken_by(command.sid_um)
        or _too_short(command.sid_um, moment.world.carm.sod_mm)
        or in_the_way(moment.world, state, replace(state, settings=settings))
    )
    return moment.refused(command, wrong) if wrong else _set(moment, settings)


def _too_short(sid_um: int, sod_mm: float) -> str | None:
    least_um = round(sod_mm * 1000.0) + LEAST_BEYOND_ISOCENTRE_UM
    if sid_um >= least_um:
        return None
    return f"SID {sid_um / 1000:g} mm is less than this machine's {least_um / 1000:g} mm"


def lock_brightness(moment: Moment, command: LockBrightness) -> tuple[Event, ...]:
    """Hold the thickness of the held picture, else of the present view, or let it go."""
    state, world = moment.state, moment.world
    if world.views:
        return moment.refused(command, FIXED)
    if command.locked == state.settings.brightness_locked:
        return ()
    held = None
    if command.locked:
        sight = sight_of(state, world)
        assert sight is not None  # a C-arm always sees
        held = state.held.water_mgcm2 if state.held else water_of(state, world, sight)
    return _set(moment, replace(state.settings, locked_water_mgcm2=held))


def stand_at(moment: Moment, command: StandAt) -> tuple[Event, ...]:
    """Step to a place beside the table."""
    if command.place not in PLACES:
        return moment.refused(command, _no_choice("place", repr(command.place), PLACES))
    if not NEAREST_MM <= command.distance_mm <= FARTHEST_MM:
        why = f"{command.distance_mm} mm lies beyond {NEAREST_MM} to {FARTHEST_MM} mm"
        return moment.refused(command, why)
    if (command.place, command.distance_mm) == (moment.state.place, moment.state.distance_mm):
        return ()
    return (StoodAt(moment.now_ms, command.place, command.distance_mm),)


def _set(moment: Moment, settings: Settings) -> tuple[Event, ...]:
    return () if settings == moment.state.settings else (MachineSet(moment.now_ms, settings),)


def _no_choice(what: str, value: object, known: Iterable[object]) -> str:
    return f"there is no {what} {value}; known: {', '.join(map(str, known))}"
