"""What a scenario says about judging: its rubric and the views it asks for, in integers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from trainer.scenario.profile import Profile
from trainer.scenario.rubric_named import AnyRubric, WholeRubric
from trainer.scenario.rubric_tables import whole_rubric
from trainer.scenario.tables import NO_PROFILE, profile_named
from trainer.scenario.views import RequiredView, ViewRole

_VIEWS = TypeAdapter(tuple[RequiredView, ...])
_RUBRIC: TypeAdapter[AnyRubric] = TypeAdapter(AnyRubric)


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
    """The judging part of a scenario.

    procedure : "placement", "block" or "rhizotomy". story : as the log holds it. profile : the
    local policy, None where the log names one that is not known.
    """

    scenario_id: str
    title: str
    rubric: WholeRubric
    views: tuple[WantedView, ...]
    procedure: str
    story: Mapping[str, Any]
    profile: Profile | None

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
        rubric=whole_rubric(_RUBRIC.validate_json(json.dumps(scenario["rubric"]))),
        views=tuple(
            _wanted(view)
            for view in _VIEWS.validate_json(json.dumps(scenario.get("required_views", [])))
        ),
        procedure=str(scenario.get("procedure", "placement")),
        story=scenario.get("story", {}),
        profile=_profile_of(scenario),
    )


def _profile_of(scenario: Mapping[str, Any]) -> Profile | None:
    stated = scenario.get("stated_profile")
    if stated is None:
        return profile_named(str(scenario.get("practice_profile", NO_PROFILE)))
    return _read_profile(json.dumps(stated, sort_keys=True))


@lru_cache(maxsize=32)
def _read_profile(text: str) -> Profile:
    """The same text is the same profile: to read one takes longer than to score a short log."""
    return Profile.model_validate_json(text)


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
