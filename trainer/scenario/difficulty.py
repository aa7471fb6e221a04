"""How hard a case is, 1 to 5, by a rule one can read; design values, for educators to judge."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.anatomy.levels import Procedure
from trainer.anatomy.synthetic.person import Hardware
from trainer.scenario.case_words import Decision
from trainer.scenario.patient import SyntheticPatient
from trainer.scenario.scenario import Scenario

MOST = 5
BASE: Mapping[Procedure, int] = {
    Procedure.PLACEMENT: 1,
    Procedure.BLOCK: 2,
    Procedure.RHIZOTOMY: 3,
}
# The shoulders hide the side view of these (teaching.md 1, M).
HIDDEN_LEVELS = frozenset({"C7", "T1", "T2", "T3", "T4"})
FAT_BMI, CURVED_DEG, USUAL_RIBS, FAINT_BONE = 35.0, 15.0, 12, 0.7


def difficulty_of(scenario: Scenario) -> int:
    """1 (a first needle) to 5: the procedure, and one more for all that hides or misleads."""
    found = (
        any(level in HIDDEN_LEVELS for level in scenario.levels),
        len(scenario.sides) > 1,
        scenario.story.decision is not Decision.PROCEED or bool(scenario.story.traits),
        *_of_person(scenario),
    )
    return min(MOST, BASE[scenario.procedure] + sum(found))


def _of_person(scenario: Scenario) -> tuple[bool, ...]:
    who = scenario.patient
    if not isinstance(who, SyntheticPatient):
        return ()
    return (
        who.bmi >= FAT_BMI,
        who.scoliosis_deg >= CURVED_DEG,
        who.rib_pairs != USUAL_RIBS,
        who.bone_density <= FAINT_BONE,
        who.hardware is not Hardware.NONE,
    )
