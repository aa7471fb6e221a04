"""The table of steps as a practice profile asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from trainer.attempt.step_kinds import Step
from trainer.attempt.steps import STEPS
from trainer.scenario.profile import Profile

# Steps that are local policy (teaching reference 1, M), and whether a profile asks for them.
ASKED: Mapping[str, Callable[[Profile], bool]] = {
    "contrast-first": lambda profile: profile.blocks.contrast_first,
    "contrast-live": lambda profile: profile.views.contrast_live,
    "depth-before-heat": lambda profile: profile.views.depth_after_last_move,
    "sensory-test": lambda profile: profile.stimulation.sensory_required,
    "motor-test": lambda profile: profile.stimulation.motor_required,
    "anaesthetic-before-heat": lambda profile: profile.lesion.anaesthetic_first,
    "check-after-electrode": lambda profile: profile.lesion.check_after_anaesthetic,
}


def steps_for(profile: Profile) -> tuple[Step, ...]:
    """The steps of a profile, in the table's order: what it does not ask for is none of them."""
    waived = {name for name, asks in ASKED.items() if not asks(profile)}
    return tuple(step for step in STEPS if step.id not in waived)
