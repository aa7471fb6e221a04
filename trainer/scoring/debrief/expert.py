"""The same decision in a reference log, so that a screen can show both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from trainer.attempt.events import Exposed, MachineSet
from trainer.attempt.settings import Settings
from trainer.scoring.debrief.course import Course, Entry
from trainer.scoring.debrief.stages import Reached, stage_at, stages
from trainer.scoring.debrief.truth import Truth, truth_of


class ExpertView(NamedTuple):
    """What the expert did at a stage.

    exposure : number of the picture, 0 where the stage is none. oblique_mdeg, tilt_mdeg, field_um,
    mode : of that picture; 0 and "" without. pulse_rate_hz : as the console stood. depth_um : of
    the needle in hand, 0 without. truth : of that needle.
    """

    stage: str
    target: int
    t_ms: int
    seq: int
    exposure: int
    oblique_mdeg: int
    tilt_mdeg: int
    field_um: int
    mode: str
    pulse_rate_hz: int
    depth_um: int
    truth: Truth | None


def comparable(own: Mapping[str, Any], expert: Mapping[str, Any]) -> bool:
    """Whether two scenarios are the same one: id and version agree."""
    return (own["id"], own["version"]) == (expert["id"], expert["version"])


def expert_at(course: Course, expert: Course, seq: int, target: int) -> ExpertView | None:
    """The expert's view of the stage that the trainee was at; None where either never was there.

    seq, target : of the moment; target 0 = any.
    """
    if not comparable(course.view.header.scenario, expert.view.header.scenario):
        return None
    own = stage_at(course, seq, target)
    if own is None:
        return None
    found = [reached for reached in stages(expert) if reached.stage == own.stage]
    same = [reached for reached in found if reached.target == own.target]
    return _view(expert, (same or found)[0]) if found else None


def _view(expert: Course, reached: Reached) -> ExpertView:
    entry = reached.entry
    shot = entry.event if isinstance(entry.event, Exposed) else None
    return ExpertView(
        stage=reached.stage,
        target=reached.target,
        t_ms=entry.t_ms,
        seq=entry.seq,
        exposure=shot.number if shot else 0,
        oblique_mdeg=shot.oblique_mdeg if shot else 0,
        tilt_mdeg=shot.tilt_mdeg if shot else 0,
        field_um=shot.field_um if shot else 0,
        mode=shot.mode if shot else "",
        pulse_rate_hz=_settings_at(expert, entry).pulse_rate_hz,
        depth_um=entry.needle.depth_um if entry.needle else 0,
        truth=truth_of(expert.view.header, entry.needle),
    )


def _settings_at(course: Course, until: Entry) -> Settings:
    settings = course.view.header.start.settings
    for entry in course.entries:
        if entry.seq > until.seq:
            break
        if isinstance(entry.event, MachineSet):
            settings = entry.event.settings
    return settings
