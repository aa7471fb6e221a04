"""The policies of a practice profile, one part a subject; all numbers are integers."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from trainer.scenario.part import Part
from trainer.scenario.text import Prose
from trainer.scenario.views import ViewRole
from trainer.therapy.lesion_program import Mode

AgentId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]{1,31}$")]
MilliVolt = Annotated[int, Field(ge=0, le=10_000)]
Percent = Annotated[int, Field(ge=1, le=100)]


def _rising(pair: tuple[int, int]) -> tuple[int, int]:
    if pair[0] > pair[1]:
        raise ValueError(f"must be [least, most], got {list(pair)}")
    return pair


Microlitres = Annotated[
    tuple[Annotated[int, Field(ge=0, le=20_000)], Annotated[int, Field(ge=0, le=20_000)]],
    AfterValidator(_rising),
]
Celsius = Annotated[
    tuple[Annotated[int, Field(ge=37, le=95)], Annotated[int, Field(ge=37, le=95)]],
    AfterValidator(_rising),
]
Seconds = Annotated[
    tuple[Annotated[int, Field(ge=10, le=900)], Annotated[int, Field(ge=10, le=900)]],
    AfterValidator(_rising),
]
Cycles = Annotated[
    tuple[Annotated[int, Field(ge=1, le=8)], Annotated[int, Field(ge=1, le=8)]],
    AfterValidator(_rising),
]
Ohm = Annotated[
    tuple[Annotated[int, Field(ge=0, le=5000)], Annotated[int, Field(ge=0, le=5000)]],
    AfterValidator(_rising),
]


class WithoutDiary(StrEnum):
    """What becomes of a rhizotomy whose block diary falls short of the policy."""

    REFUSE = "refuse"
    WARN = "warn"


class Use(StrEnum):
    """Whether something belongs to the procedure."""

    NOT_USED = "not-used"
    OPTIONAL = "optional"  # may be chosen and is not scored
    EXPECTED = "expected"


class BleedingRisk(StrEnum):
    """How a procedure is classed before anticoagulants are thought about."""

    LOW = "low"
    INTERMEDIATE = "intermediate"
    HIGH = "high"


class Sedation(StrEnum):
    """How far a patient is asleep."""

    NONE = "none"
    LIGHT = "light"  # speaks, and reports what is felt
    MODERATE = "moderate"  # answers when touched; reports little
    DEEP = "deep"  # does not report


class BlockPolicy(Part):
    """What must be known from diagnostic blocks, and how they are done."""

    count: int = Field(ge=0, le=4, description="Blocks that must have helped before a rhizotomy.")
    relief_percent: Percent = Field(description="The relief at which a block counts as positive.")
    comparative: bool = Field(
        description="Two agents of different duration, and relief must last accordingly."
    )
    without_diary: WithoutDiary = Field(
        description="A rhizotomy on which one should proceed, with fewer positive blocks: refuse "
        "the scenario or warn its author."
    )
    volume_ul: Microlitres = Field(description="Anaesthetic at each nerve, [least, most].")
    contrast_first: bool = Field(description="Contrast is injected and seen before anaesthetic.")


class RepeatPolicy(Part):
    """When a rhizotomy may be repeated without new blocks."""

    relief_percent: Percent = Field(description="The relief that the last one must have given.")
    months: int = Field(ge=0, le=24, description="For how long.")
    sessions_a_year: int = Field(ge=1, le=12, description="Most sessions a region in 12 months.")


class StimulationPolicy(Part):
    """What is tested before heat."""

    sensory_required: bool = Field(description="50 Hz is tested at every lesion.")
    sensory_cutoff_mv: MilliVolt = Field(
        description="A concordant feeling at or under this counts as near enough."
    )
    motor_required: bool = Field(description="2 Hz is tested at every lesion, for safety.")
    motor_least_mv: MilliVolt = Field(
        description="A motor test that stays silent counts only from this on."
    )
    motor_most_mv: MilliVolt = Field(description="No need to go higher.")
    twitch_required: bool = Field(description="A paraspinal twitch must have been seen.")


class LesionSetting(Part):
    """One way to heat that the profile allows."""

    mode: Mode = Field(description="How the generator heats.")
    temperature_c: Celsius = Field(description="Set temperature, [least, most].")
    seconds: Seconds = Field(description="Each cycle, [least, most].")
    cycles: Cycles = Field(description="Lesions at one nerve, [least, most].")
    ablates: bool = Field(description="It counts as a rhizotomy; pulsed current never does.")


class LesionPolicy(Part):
    """Heat, and what comes before and after."""

    settings: tuple[LesionSetting, ...] = Field(
        min_length=1, max_length=8, description="What may be set."
    )
    anaesthetic_first: bool = Field(description="Anaesthetic through the cannula before heat.")
    anaesthetic_ul: Microlitres = Field(description="How much of it, [least, most].")
    check_after_anaesthetic: bool = Field(
        description="A depth view after the electrode is back in, for the tip may have moved."
    )
    impedance_ohm: Ohm = Field(description="Outside [least, most] one looks before one heats.")
    steroid: Use = Field(description="Steroid through the cannula after heat.")


class BleedingPolicy(Part):
    """Anticoagulants."""

    risk: BleedingRisk = Field(description="The class of this procedure.")
    stop_routinely: bool = Field(description="Anticoagulants are stopped for everybody.")
    text: Prose = Field(description="The policy in words, as the candidate reads it.")


class DevicePolicy(Part):
    """Implanted devices."""

    plan_required: bool = Field(description="A written plan before heat near a device.")
    text: Prose = Field(description="The policy in words.")


class ViewPolicy(Part):
    """Pictures that must exist."""

    roles: tuple[ViewRole, ...] = Field(
        min_length=1, max_length=4, description="View roles that are expected at each needle."
    )
    depth_after_last_move: bool = Field(description="Depth counts only after the last movement.")
    contrast_live: bool = Field(description="Contrast is watched while it is injected.")


class SedationPolicy(Part):
    """How far a patient may be asleep."""

    block: Sedation = Field(description="Most for a diagnostic block.")
    rhizotomy: Sedation = Field(description="Most for a rhizotomy.")
    text: Prose = Field(description="The policy in words.")
