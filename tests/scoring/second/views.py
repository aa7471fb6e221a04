"""Which pictures serve a role, and when."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.scoring.second.reading import Attempt, Event


def wanted(attempt: Attempt, role: str) -> list[dict[str, Any]]:
    """What the scenario asks of a role; any one will do."""
    return [one for one in attempt.scenario.get("required_views", ()) if one["role"] == role]


def is_taken_as(shot: Event, view: dict[str, Any]) -> bool:
    """That stored picture, or both angles within the tolerance; obliquity to either side."""
    if view.get("view"):
        return bool(shot["view"] == view["view"])
    oblique = abs(shot["oblique_mdeg"]) - mdeg(view.get("oblique_deg"))
    tilt = shot["tilt_mdeg"] - mdeg(view.get("tilt_deg"))
    return bool(max(abs(oblique), abs(tilt)) <= mdeg(view.get("tolerance_deg")))


def mdeg(degrees: float | None) -> int:
    """Thousandths of a degree of what stands in the scenario."""
    return round(Decimal(str(degrees or 0)) * 1000)


def serves(attempt: Attempt, shot: Event, role: str) -> bool:
    """Whether a picture was taken as one of a role's views."""
    return any(is_taken_as(shot, view) for view in wanted(attempt, role))


def working_shot(attempt: Attempt) -> Event | None:
    """The last picture in the working view; the last of all where the scenario names none."""
    shots = attempt.of("exposed")
    if wanted(attempt, "working"):
        shots = [shot for shot in shots if serves(attempt, shot, "working")]
    return shots[-1] if shots else None


def depth_seen_at_end(attempt: Attempt) -> bool | None:
    """A depth view of the tip since the needle last went anywhere; None where none is asked for."""
    if not wanted(attempt, "depth"):
        return None
    since, place = 0, None
    for index, event in enumerate(attempt.events):
        if event["event"] in ("needle_moved", "needle_taken"):
            now = event["tip_um"], event["axis_e9"]
            since, place = (index, now) if now != place else (since, place)
    return any(
        event["event"] == "exposed" and event["tip_in_field"] and serves(attempt, event, "depth")
        for event in attempt.events[since:]
    )
