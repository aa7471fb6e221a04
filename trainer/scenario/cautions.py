"""What an author should look at again although the scenario can be used."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from trainer.anatomy.levels import Procedure
from trainer.needle.catalogue import NEEDLES
from trainer.refusal import Problem
from trainer.scenario.case_rules import missing_blocks
from trainer.scenario.case_words import Decision, Point
from trainer.scenario.draft import Draft
from trainer.scenario.scenario import Scenario
from trainer.therapy.pain import nerves_of_joint


def cautions(scenario: Scenario) -> tuple[Problem, ...]:
    """Everything worth a second look, with its field; () for nothing."""
    return tuple(found for caution in _CAUTIONS for found in caution(scenario))


def _diary_is_short(scenario: Scenario) -> Iterator[Problem]:
    for why in missing_blocks(Draft.whole(scenario)):
        yield Problem("story.diary", why)


def _nothing_can_heat(scenario: Scenario) -> Iterator[Problem]:
    tips = [NEEDLES[name].active_tip_mm for name in scenario.equipment.needles]
    if scenario.procedure is Procedure.RHIZOTOMY and not any(tips):
        yield Problem("equipment.needles", "no needle here has an active tip to heat with")


def _half_a_joint(scenario: Scenario) -> Iterator[Problem]:
    """A joint has two nerves; treating one leaves the other."""
    if scenario.procedure is Procedure.PLACEMENT:
        return
    aimed = {f"{target.nerve} {target.side.value}" for target in scenario.targets}
    for joint in dict.fromkeys(f"{t.joint} {t.side.value}" for t in scenario.targets):
        for nerve in nerves_of_joint(joint):
            if nerve not in aimed:
                yield Problem("targets", f"{joint} is also served by {nerve}, which is no target")


def _no_source(scenario: Scenario) -> Iterator[Problem]:
    if scenario.procedure is not Procedure.PLACEMENT and scenario.story.pain is None:
        why = "is missing: all of the pain is then taken to come from the target joints"
        yield Problem("story.pain", why)


def _nothing_about_evidence(scenario: Scenario) -> Iterator[Problem]:
    """The consent talk is expected to say how weak the evidence is (ANZCA FPM)."""
    story = scenario.story
    if scenario.procedure is Procedure.PLACEMENT or story.decision is not Decision.PROCEED:
        return
    if Point.EVIDENCE not in story.consent_needed:
        yield Problem("story.consent_needed", "does not ask that the weak evidence is spoken of")


_CAUTIONS: tuple[Callable[[Scenario], Iterator[Problem]], ...] = (
    _diary_is_short,
    _nothing_can_heat,
    _half_a_joint,
    _no_source,
    _nothing_about_evidence,
)
