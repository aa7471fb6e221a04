"""What Home shows of a scenario and of an attempt that waits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """What the library shows of a scenario. triples : what must be reached, in words."""

    id: str
    title: str
    summary: str
    procedure: str
    joints: tuple[str, ...]
    triples: tuple[str, ...]
    patient_kind: str
    levels: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    difficulty: int = 0


@dataclass(frozen=True, slots=True)
class UnfinishedCard:
    """An attempt that was never submitted."""

    path: Path
    title: str
    created_utc: str
    records: int


def card_of(scenario: Scenario) -> ScenarioCard:
    """The card of a scenario."""
    from trainer.scenario.difficulty import difficulty_of

    return ScenarioCard(
        id=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        procedure=str(scenario.procedure),
        joints=tuple(dict.fromkeys(target.joint for target in scenario.targets)),
        triples=tuple(
            f"{target.joint}: MB {target.nerve.removesuffix('-mb')} on the {target.bone} TP, "
            f"{target.side}"
            for target in scenario.targets
        ),
        patient_kind=scenario.patient.kind,
        levels=scenario.levels,
        sides=scenario.sides,
        difficulty=difficulty_of(scenario),
    )
