"""What the briefing shows of a scenario: the task, the tray, the profile's numbers."""

from __future__ import annotations

from trainer.scenario.profile import Profile
from trainer.scenario.scenario import Scenario
from trainer.session.players.seen import Task, Wanted


def task_of(
    scenario: Scenario, start_mm: tuple[float, float, float], start_tilt_deg: float
) -> Task:
    """The task in words and numbers that a candidate reads too."""
    return Task(
        procedure=str(scenario.procedure),
        wanted=tuple(Wanted(one.nerve, one.bone, str(one.side)) for one in scenario.targets),
        needles=tuple(scenario.equipment.needles),
        views={str(one.role): one.view for one in scenario.required_views if one.view is not None},
        numbers=_numbers(scenario.profile),
        start_mm=start_mm,
        start_tilt_deg=start_tilt_deg,
    )


def _numbers(profile: Profile) -> dict[str, int]:
    """Volumes at their least, heat at its most, of the first setting that counts as a lesion."""
    heat = next(one for one in profile.lesion.settings if one.ablates)
    return {
        "block_ul": profile.blocks.volume_ul[0],
        "lesion_ul": profile.lesion.anaesthetic_ul[0],
        "sensory_mv": profile.stimulation.sensory_cutoff_mv,
        "motor_mv": profile.stimulation.motor_most_mv,
        "temperature_c": heat.temperature_c[1],
        "seconds": heat.seconds[1],
    }
