"""In which scenarios a metric can be measured; asked of header and scenario alone."""

from __future__ import annotations

from trainer.scenario.views import ViewRole
from trainer.scoring.metric import Applies
from trainer.scoring.view import AttemptView


def in_procedures(*names: str) -> Applies:
    """Where the scenario's procedure is one of these."""
    return lambda view: view.case.procedure in names


def asks_for(role: ViewRole) -> Applies:
    """Where the scenario asks for a view of a role."""
    return lambda view: bool(view.case.views_of(role))


def all_of(*conditions: Applies) -> Applies:
    """Where all conditions hold."""
    return lambda view: all(condition(view) for condition in conditions)


def has_hazard(structure: str) -> Applies:
    """Where the scenario names a danger zone."""

    def applies(view: AttemptView) -> bool:
        return any(hazard.structure == structure for hazard in view.header.hazards)

    return applies


def has_nerves(view: AttemptView) -> bool:
    """Where the header knows the course of every target's nerve."""
    return bool(view.header.targets) and all(
        len(target.nerve_um) > 1 for target in view.header.targets
    )


RHIZOTOMY = in_procedures("rhizotomy")
BLOCK = in_procedures("block")
THERAPY = in_procedures("block", "rhizotomy")
