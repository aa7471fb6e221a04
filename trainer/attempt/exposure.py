"""One pulse of the beam as the log records it: geometry, dose, what lay in the field."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.attempt.events import Exposed, Vec3
from trainer.attempt.integers import e9_of, mm_of, um_of, unit_of
from trainer.attempt.machine import pose_of
from trainer.attempt.state import State
from trainer.attempt.world import World
from trainer.geometry.pinhole import FloatArray, PinholeView

# 8 mGy/min at 8 pulses per second: reference air kerma rate of a modern low-dose spine programme,
# 7.7-8.6 mGy/min derived from Soucy 2024 (clinical.md 5.2). The same for every patient and pose
# until the exposure is controlled by the picture (issue 3).
PULSE_KERMA_NGY = 16_667
SPOT_KERMA_NGY = 50_000  # design value: three pulses' worth for one better picture
# The patient entrance reference point lies 15 cm from the isocentre toward the tube (IEC
# 60601-2-43, from memory; clinical.md 5.2).
REFERENCE_POINT_MM = 150.0


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """What the machine would see now. view_name : "" for a C-arm."""

    view: PinholeView
    view_name: str
    oblique_mdeg: int
    tilt_mdeg: int


def sight_of(state: State, world: World) -> Sight | None:
    """The machine's present geometry; None where no stored view is in the machine."""
    if not world.views:
        return Sight(pose_of(state, world).view, "", state.oblique_mdeg, state.tilt_mdeg)
    stored = world.views.get(state.view)
    if stored is None:
        return None
    oblique_mdeg, tilt_mdeg = round(stored.oblique_deg * 1000), round(stored.tilt_deg * 1000)
    return Sight(stored.view, state.view, oblique_mdeg, tilt_mdeg)


def axes_e9(view: PinholeView) -> tuple[Vec3, Vec3]:
    """The picture's axes, right and down."""
    return e9_of(view.column_step_mm), e9_of(view.row_step_mm)


def exposed(state: State, world: World, now_ms: int, kerma_ngy: int) -> Exposed | None:
    """One exposure from where the machine stands; None where no view is in the machine."""
    sight = sight_of(state, world)
    if sight is None:
        return None
    right_e9, down_e9 = axes_e9(sight.view)
    width_mm, height_mm = _receptor_mm(sight.view)
    tip_mm, hub_mm = _steel(state, world)
    return Exposed(
        t_ms=now_ms,
        number=state.exposures + 1,
        view=sight.view_name,
        oblique_mdeg=sight.oblique_mdeg,
        tilt_mdeg=sight.tilt_mdeg,
        source_um=um_of(sight.view.source_world_mm),
        direction_e9=e9_of(sight.view.central_direction),
        right_e9=right_e9,
        down_e9=down_e9,
        field_um=round(max(width_mm, height_mm) * 1000),
        kerma_ngy=kerma_ngy,
        kap_pgym2=round(kerma_ngy * _reference_area_mm2(sight.view, world) / 1000.0),
        hand_in_beam=state.gripped and _in_field(sight.view, hub_mm),
        tip_in_field=_in_field(sight.view, tip_mm),
    )


def _steel(state: State, world: World) -> tuple[FloatArray | None, FloatArray | None]:
    """Where tip and hub are; None without a needle."""
    needle = state.needle
    if needle is None:
        return None, None
    tip_mm = mm_of(needle.tip_um)
    return tip_mm, tip_mm - unit_of(needle.axis_e9) * world.needles[needle.model].length_mm


def _receptor_mm(view: PinholeView) -> tuple[float, float]:
    """Width and height of the receptor's field."""
    columns, rows = view.size_px
    return (
        float(np.linalg.norm(view.column_step_mm)) * columns,
        float(np.linalg.norm(view.row_step_mm)) * rows,
    )


def _reference_area_mm2(view: PinholeView, world: World) -> float:
    """The field's area at the reference point: (nGy mm2) / 1000 = pGy m2."""
    width_mm, height_mm = _receptor_mm(view)
    normal = np.cross(view.column_step_mm, view.row_step_mm)
    to_receptor_mm = view.pixel00_world_mm - view.source_world_mm
    sid_mm = abs(float(to_receptor_mm @ normal)) / float(np.linalg.norm(normal))
    scale = (world.carm.sod_mm - REFERENCE_POINT_MM) / sid_mm
    return width_mm * height_mm * scale * scale


def _in_field(view: PinholeView, point_mm: FloatArray | None) -> bool:
    if point_mm is None:
        return False
    column, row = view.project(point_mm)
    columns, rows = view.size_px
    return bool(-0.5 <= column <= columns - 0.5 and -0.5 <= row <= rows - 0.5)
