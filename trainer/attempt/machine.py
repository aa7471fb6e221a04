"""The C-arm, the table and the stored views: where the machine stands and what it allows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from trainer.attempt.collision import collision, gaps_of
from trainer.attempt.commands import Command, MoveTable, SelectView, TurnCArm
from trainer.attempt.events import CArmMoved, Event, Vec3, ViewSelected
from trainer.attempt.integers import um_of
from trainer.attempt.moment import Moment
from trainer.attempt.settings import DEFAULT_FIELD_UM
from trainer.attempt.state import State
from trainer.attempt.world import World
from trainer.geometry.carm import CArmPose


@dataclass(frozen=True, slots=True)
class Limit:
    """How far one of the machine's movements goes, in thousandths of `unit`."""

    what: str
    least: int
    most: int
    unit: str

    def broken_by(self, value: int) -> str | None:
        """Why a value is beyond the limit, None where it is not."""
        if self.least <= value <= self.most:
            return None
        return (
            f"{self.what} {value / 1000:g} {self.unit} is beyond the machine's "
            f"{self.least / 1000:g} to {self.most / 1000:g} {self.unit}"
        )


# Design values: a mobile C-arm with a floating table. (DeepDRR's Siemens Cios, clinical.md 5.1:
# tilt -40..110 degrees, +-100 mm across, 430 mm up and down, SID 1020 mm; fixed units 1009-1175 mm;
# field.md: a trainer with 800-1200 mm.) The table counts from its start.
ORBIT = Limit("orbit", -100_000, 100_000, "degrees")
TILT = Limit("tilt", -45_000, 45_000, "degrees")
TABLE = tuple(
    Limit(f"table {axis}", -400_000, 400_000, "mm from its start")
    for axis in ("across", "height", "along")
)
SID = Limit("SID", 900_000, 1_100_000, "mm")
ROTATION = Limit("detector rotation", -180_000, 180_000, "degrees")

NO_CARM = "this patient is a set of stored pictures: select a view instead"
NO_VIEWS = "this patient has no stored pictures: turn the C-arm instead"


def pose_of(state: State, world: World) -> CArmPose:
    """The C-arm as it stands."""
    x_um, y_um, z_um = state.isocentre_um
    return replace(
        world.carm,
        oblique_deg=state.oblique_mdeg / 1000.0,
        tilt_deg=state.tilt_mdeg / 1000.0,
        isocentre_world_mm=(x_um / 1000.0, y_um / 1000.0, z_um / 1000.0),
        sid_mm=state.settings.sid_um / 1000.0,
        detector_rotation_deg=state.settings.rotation_mdeg / 1000.0,
        field_mm=state.settings.field_um / 1000.0,
    )


def receptor_um(world: World) -> int:
    """Edge of the whole receptor; a scenario may begin with a smaller field of it."""
    return max(DEFAULT_FIELD_UM, round(world.carm.field_mm * 1000.0))


def in_the_way(world: World, before: State, after: State) -> str | None:
    """What a move would run into, None where the way is free."""
    if world.around is None:
        return None
    receptor_mm = receptor_um(world) / 1000.0
    gaps = (gaps_of(pose_of(state, world), receptor_mm, world.around) for state in (before, after))
    return collision(*gaps)


def turn_carm(moment: Moment, command: TurnCArm) -> tuple[Event, ...]:
    """Turn to an absolute pose."""
    broken = ORBIT.broken_by(command.oblique_mdeg) or TILT.broken_by(command.tilt_mdeg)
    pose = command.oblique_mdeg, command.tilt_mdeg, moment.state.isocentre_um
    return _moved(moment, command, pose, broken)


def move_table(moment: Moment, command: MoveTable) -> tuple[Event, ...]:
    """Bring the isocentre to an absolute world point."""
    at_um = (command.x_um, command.y_um, command.z_um)
    start_um = um_of(moment.world.carm.isocentre_world_mm)
    found = (
        limit.broken_by(at - start) for limit, at, start in zip(TABLE, at_um, start_um, strict=True)
    )
    pose = moment.state.oblique_mdeg, moment.state.tilt_mdeg, at_um
    return _moved(moment, command, pose, next(filter(None, found), None))


def _moved(
    moment: Moment, command: Command, pose: tuple[int, int, Vec3], broken: str | None
) -> tuple[Event, ...]:
    state = moment.state
    if moment.world.views:
        return moment.refused(command, NO_CARM)
    if broken:
        return moment.refused(command, broken)
    if pose == (state.oblique_mdeg, state.tilt_mdeg, state.isocentre_um):
        return ()
    oblique_mdeg, tilt_mdeg, at_um = pose
    after = replace(state, oblique_mdeg=oblique_mdeg, tilt_mdeg=tilt_mdeg, isocentre_um=at_um)
    hit = in_the_way(moment.world, state, after)
    return moment.refused(command, hit) if hit else (CArmMoved(moment.now_ms, *pose),)


def select_view(moment: Moment, command: SelectView) -> tuple[Event, ...]:
    """Take a stored view into the machine."""
    views = moment.world.views
    if not views:
        return moment.refused(command, NO_VIEWS)
    if command.view not in views:
        known = ", ".join(views)
        return moment.refused(command, f"there is no view {command.view!r}; known: {known}")
    if command.view == moment.state.view:
        return ()
    return (ViewSelected(moment.now_ms, command.view),)
