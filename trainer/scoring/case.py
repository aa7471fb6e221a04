"""What a scenario says about judging: its rubric and the views it asks for, in integers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from pydantic import TypeAdapter

from trainer.scenario.rubric import Rubric
from trainer.scenario.views import RequiredView, ViewRole

_VIEWS = TypeAdapter(tuple[RequiredView, ...])


@dataclass(frozen=True, slots=True)
class WantedView:
    """A view the scenario asks for.

    picture : the stored picture's name, "" for a C-arm. oblique_mdeg : to either side, so >= 0.
    The angles mean nothing where `picture` is set.
    """

    role: ViewRole
    picture: str
    oblique_mdeg: int
    tilt_mdeg: int
    tolerance_mdeg: int


@dataclass(frozen=True, slots=True)
class Case:
    """The judging part of a scenario."""

    scenario_id: str
    title: str
    rubric: Rubric
    views: tuple[WantedView, ...]

    def views_of(self, role: ViewRole) -> tuple[WantedView, ...]:
        """The acceptable views of a role; any one of them serves."""
        return tuple(view for view in self.views if view.role is role)


def case_of(scenario: Mapping[str, Any]) -> Case:
    """The judging part of the scenario document in a log's header.

    Raises ValueError (pydantic's is one) or KeyError where the document does not hold it.
    """
    return Case(
        scenario_id=str(scenario["id"]),
        title=str(scenario["title"]),
        rubric=Rubric.model_validate_json(json.dumps(scenario["rubric"])),
        views=tuple(
            _wanted(view)
            for view in _VIEWS.validate_json(json.dumps(scenario.get("required_views", [])))
        ),
    )


def _wanted(view: RequiredView) -> WantedView:
    return WantedView(
        role=view.role,
        picture=view.view or "",
        oblique_mdeg=thousandths(view.oblique_deg),
        tilt_mdeg=thousandths(view.tilt_deg),
        tolerance_mdeg=thousandths(view.tolerance_deg),
    )


def thousandths(number: float | None) -> int:
    """A scenario's decimal in thousandths, from its shortest text, so without binary rounding.

    A fourth decimal is rounded half to even; None (not given) is 0.
    """
    return int((Decimal(repr(number or 0)) * 1000).to_integral_value(ROUND_HALF_EVEN))
