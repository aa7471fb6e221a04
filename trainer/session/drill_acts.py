"""What the program itself does when a drill's item is shown: commands, in the log as any other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from trainer.attempt.commands import (
    Act,
    BeamOn,
    Command,
    Expose,
    Inject,
    StartLesion,
    Stimulate,
    Wait,
)
from trainer.attempt.drill import DrillItem

CommandAt = Callable[[int], Command]
CONTRAST, CONTRAST_UL = "iohexol-240", 200
SENSORY_MV, MOTOR_MV = 500, 1_000
HEAT_S = 5  # one reading of the panel: sooner than raw heat is felt

ACTS: Mapping[str, tuple[CommandAt, ...]] = {
    "spot": (Expose,),
    "contrast": (
        lambda t_ms: BeamOn(t_ms, True),
        lambda t_ms: Inject(t_ms, CONTRAST, CONTRAST_UL),
    ),
    "stimulate": (
        lambda t_ms: Act(t_ms, "pad", "thigh"),
        lambda t_ms: Stimulate(t_ms, 50, SENSORY_MV),
        lambda t_ms: Stimulate(t_ms, 2, MOTOR_MV),
    ),
    "heat": (lambda t_ms: Act(t_ms, "pad", "thigh"), StartLesion, lambda t_ms: Wait(t_ms, HEAT_S)),
}


def acts_of(item: DrillItem) -> Iterator[CommandAt]:
    """The commands of an item, in order."""
    for name in item.acts:
        yield from ACTS[name]
