"""One pulse of the beam as the log records it: geometry, dose, what lay in the field."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.attempt.events import Exposed, Vec3
from trainer.attempt.integers import e9_of, mm_of, um_of
from trainer.attempt.machine import pose_of
from trainer.attempt.scatter import operator_psv
from trainer.attempt.settings import Edges, open_edges
from trainer.attempt.state import State
from trainer.attempt.steel import breathed, steel_line
from trainer.attempt.technique import kap_pgym2, kerma_ngy, pulse_for
from trainer.attempt.world import StoredView, World
from trainer.geometry.pinhole import FloatArray, PinholeView
from trainer.imaging.thickness import OpenPart
from trainer.needle.breathing import skin_shift_um


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """What the machine would see now.

    view_name : "" for a C-arm. shutters_um : the open rectangle on the receptor.
    """

    view: PinholeView
    view_name: str
    oblique_mdeg: int
    tilt_mdeg: int
    rotation_mdeg: int
    sid_um: int
    field_um: int
    shutters_um: Edges


def sight_of(state: State, world: World) -> Sight | None:
    """The machine's present geometry; None where no stored view is in the machine."""
    if world.views:
        stored = world.views.get(state.view)
        return None if stored is None else _stored_sight(state.view, stored)
    settings = state.settings
    return Sight(
        view=pose_of(state, world).view,
        view_name="",
        oblique_mdeg=state.oblique_mdeg,
        tilt_mdeg=state.tilt_mdeg,
        rotation_mdeg=settings.rotation_mdeg,
        sid_um=settings.sid_um,
        field_um=settings.field_um,
        shutters_um=settings.shutters_um,
    )


def _stored_sight(name: str, stored: StoredView) -> Sight:
    """A stored picture brings its own machine: whole field, no rotation."""
    width_um, height_um = (round(edge * 1000) for edge in _receptor_mm(stored.view))
    return Sight(
        view=stored.view,
        view_name=name,
        oblique_mdeg=round(stored.oblique_deg * 1000),
        tilt_mdeg=round(stored.tilt_deg * 1000),
        rotation_mdeg=0,
        sid_um=round(_sid_mm(stored.view) * 1000),
        field_um=max(width_um, height_um),
        shutters_um=open_edges(width_um, height_um),
    )


def axes_e9(view: PinholeView) -> tuple[Vec3, Vec3]:
    """The picture's axes, right and down."""
    return e9_of(view.column_step_mm), e9_of(view.row_step_mm)


def water_of(state: State, world: World, sight: Sight) -> int:
    """The thickness that the technique is made for, mg/cm2: the patient's, or the locked one."""
    locked = state.settings.locked_water_mgcm2
    if locked is not None:
        return locked
    return round(world.thickness_g_cm2(sight.view, _open_part(sight)) * 1000.0)


def _open_part(sight: Sight) -> OpenPart:
    """The open rectangle as shares of the picture, 0..1."""
    width_um, height_um = (edge_mm * 1000.0 for edge_mm in _receptor_mm(sight.view))
    left_um, right_um, top_um, bottom_um = sight.shutters_um
    return (
        left_um / width_um + 0.5,
        top_um / height_um + 0.5,
        right_um / width_um + 0.5,
        bottom_um / height_um + 0.5,
    )


def exposed(state: State, world: World, now_ms: int, mode: str) -> Exposed | None:
    """One exposure from where the machine stands; None where no view is in the machine."""
    sight = sight_of(state, world)
    if sight is None:
        return None
    water_mgcm2 = water_of(state, world, sight)
    pulse = pulse_for(water_mgcm2, mode, sight.sid_um)
    kap = kap_pgym2(pulse, sight.shutters_um, sight.sid_um)
    direction_e9 = e9_of(sight.view.central_direction)
    right_e9, down_e9 = axes_e9(sight.view)
    tip_mm, hub_mm = _steel(state, world, now_ms)
    return Exposed(
        t_ms=now_ms,
        number=state.exposures + 1,
        view=sight.view_name,
        oblique_mdeg=sight.oblique_mdeg,
        tilt_mdeg=sight.tilt_mdeg,
        source_um=um_of(sight.view.source_world_mm),
        direction_e9=direction_e9,
        right_e9=right_e9,
        down_e9=down_e9,
        rotation_mdeg=sight.rotation_mdeg,
        sid_um=sight.sid_um,
        field_um=sight.field_um,
        shutters_um=sight.shutters_um,
        mode=mode,
        tube_v=pulse.tube_v,
        charge_nas=pulse.charge_nas,
        pulse_us=pulse.pulse_us,
        water_mgcm2=water_mgcm2,
        kerma_ngy=kerma_ngy(pulse, world.carm.sod_mm),
        kap_pgym2=kap,
        operator_psv=operator_psv(kap, direction_e9, state.place, state.distance_mm),
        hand_in_beam=_hand_at_hub(state) and _in_beam(sight, hub_mm),
        tip_in_field=_in_beam(sight, tip_mm),
    )


def _hand_at_hub(state: State) -> bool:
    """Whether fingers hold the hub: no forceps does, and no tubing keeps the hand away."""
    needle = state.needle
    away = state.holder or (needle is not None and state.procedure.tubing == needle.number)
    return state.gripped and not away


def _steel(state: State, world: World, now_ms: int) -> tuple[FloatArray | None, FloatArray | None]:
    """Where tip and hub are; None without a needle. A hub that nobody holds breathes along."""
    needle = state.needle
    if needle is None:
        return None, None
    line_mm = steel_line(needle, world.needles[needle.model])
    if not state.gripped:
        shift_mm = mm_of(skin_shift_um(now_ms, state.breath_held_ms))
        line_mm = breathed(line_mm, needle.depth_um / 1000.0, shift_mm)
    return mm_of(needle.tip_um), np.asarray(line_mm[0])


def _receptor_mm(view: PinholeView) -> tuple[float, float]:
    """Width and height of the receptor's field."""
    (columns, rows), (across_mm, down_mm) = view.size_px, _pitch_mm(view)
    return across_mm * columns, down_mm * rows


def _pitch_mm(view: PinholeView) -> tuple[float, float]:
    """From one pixel to the next, along a row and down a column."""
    return float(np.linalg.norm(view.column_step_mm)), float(np.linalg.norm(view.row_step_mm))


def _sid_mm(view: PinholeView) -> float:
    """Source to the receptor's plane."""
    normal = np.cross(view.column_step_mm, view.row_step_mm)
    to_receptor_mm = view.pixel00_world_mm - view.source_world_mm
    return abs(float(to_receptor_mm @ normal)) / float(np.linalg.norm(normal))


def _in_beam(sight: Sight, point_mm: FloatArray | None) -> bool:
    """Whether a point lies inside the open rectangle."""
    if point_mm is None:
        return False
    across_mm, down_mm = _pitch_mm(sight.view)
    column, row = sight.view.project(point_mm) - sight.view.central_pixel
    left_um, right_um, top_um, bottom_um = sight.shutters_um
    x_um, y_um = column * across_mm * 1000.0, row * down_mm * 1000.0
    return bool(left_um <= x_um <= right_um and top_um <= y_um <= bottom_um)
