"""What the program can say by itself once procedure, patient and targets are known.

Each value is a proposal an author sees, changes or takes back; prose is told to be the program's
own (`own_words`) until somebody has written better.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from trainer.scenario.manuscript.edits import Edit, SetValue, value_at

_HAZARD_MM = 5.0  # as in every shipped case
_TITLES = {
    "placement": "A needle to {bone} on the {side}",
    "block": "A block at {joint} on the {side}",
    "rhizotomy": "A rhizotomy at {joint} on the {side}",
}
_ACTS = {
    "placement": "Bring a needle to its target",
    "block": "Block the nerves of the joint",
    "rhizotomy": "Treat the nerves of the joint with heat",
}
# Needles, rubric, how far oblique the working view lies and how far off still counts: as in the
# shipped cases place-t7-left, mbb-t7-8 and rf-t7-8.
_NEEDLES = {
    "placement": ["spinal-22g-90", "spinal-25g-90"],
    "block": ["spinal-25g-90", "spinal-22g-90"],
    "rhizotomy": ["rf-18g-100-10", "rf-20g-100-10", "spinal-25g-90"],
}
_RUBRICS = {
    "placement": {"base": "placement", "version": 2},
    "block": {"base": "block", "version": 2},
    "rhizotomy": {"base": "rhizotomy", "version": 3},
}
_WORKING_DEG = {"placement": (0.0, 4.0), "block": (0.0, 6.0), "rhizotomy": (10.0, 12.0)}


@dataclass(frozen=True, slots=True)
class _Known:
    """What proposals rest on. kind : the patient's. first : the first target."""

    document: Mapping[str, Any]
    procedure: str
    kind: str
    first: Mapping[str, Any]

    @property
    def words(self) -> dict[str, str]:
        """What a title or a sentence is filled with."""
        return {name: str(self.first[name]) for name in ("bone", "side", "joint", "nerve")}


def completion(document: Mapping[str, Any]) -> tuple[Edit, ...]:
    """Edits that fill in what is missing; () while patient or target are not there yet."""
    known = _known(document)
    if known is None:
        return ()
    found = []
    for name, proposal in _PROPOSALS.items():
        value = None if document.get(name) else proposal(known)
        if value is not None:
            found.append(SetValue((name,), value))
    return (*found, *_story(known))


def own_words(document: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    """Places whose prose is still the program's own and says nothing of this person."""
    told = _told(document)
    return tuple(place for place in _OF_THE_CASE if _is_own(document, place, told))


def retold(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Edit, ...]:
    """Edits that make the program's own words in `before` fit `after`: other targets, same case.

    What an author has written stays.
    """
    told, fresh = _told(before), _told(after)
    return tuple(
        SetValue(place, text) for place, text in fresh.items() if _is_own(before, place, told)
    )


_OF_THE_CASE = (("story", "history"), ("teaching",))


def _told(document: Mapping[str, Any]) -> dict[tuple[str, ...], str]:
    """What the program would say at each place it has words for."""
    known = _known(document)
    return {} if known is None else {place: say(known) for place, say in _WORDS.items()}


def _is_own(
    document: Mapping[str, Any], place: tuple[str, ...], told: Mapping[tuple[str, ...], str]
) -> bool:
    return place in told and value_at(document, place) == told[place]


def _known(document: Mapping[str, Any]) -> _Known | None:
    kind, first = value_at(document, ("patient", "kind")), value_at(document, ("targets", 0))
    procedure = document.get("procedure")
    if procedure not in _NEEDLES or not isinstance(kind, str) or not isinstance(first, dict):
        return None
    if any(not isinstance(first.get(name), str) for name in ("bone", "side", "joint", "nerve")):
        return None
    return _Known(document, str(procedure), kind, first)


def _title(known: _Known) -> str:
    return _TITLES[known.procedure].format(**known.words)


def _summary(known: _Known) -> str:
    return f"{_ACTS[known.procedure]}: " + "{joint} on the {side}.".format(**known.words)


def _hazards(known: _Known) -> Any:
    """Only a person that the program builds is known to have all three."""
    if known.kind != "synthetic" or "hazards" in known.document:
        return None
    names = ("pleura", "canal", "foramen")
    return [{"structure": name, "margin_mm": _HAZARD_MM} for name in names]


def _start(known: _Known) -> Any:
    if known.kind == "radiograph":
        name = value_at(known.document, ("patient", "pictures", 0, "name"))
        return None if name is None else {"view": name}
    point = known.first.get("point_world_mm")
    centre = point if isinstance(point, list) else f"{known.first['bone']}.body_centre"
    return {"oblique_deg": 0.0, "tilt_deg": 0.0, "isocentre": centre}


def _views(known: _Known) -> Any:
    if known.kind == "radiograph":
        return _stored_views(known)
    working_deg, working_tolerance_deg = _WORKING_DEG[known.procedure]
    return [
        _view("level", 0.0, 10.0 if known.procedure == "placement" else 12.0),
        _view("working", working_deg, working_tolerance_deg),
        _view("depth", 90.0, 10.0),
    ]


def _view(role: str, oblique_deg: float, tolerance_deg: float) -> dict[str, Any]:
    angles = {"oblique_deg": oblique_deg, "tilt_deg": 0.0, "tolerance_deg": tolerance_deg}
    return {"role": role, **angles}


def _stored_views(known: _Known) -> Any:
    """The first picture to count and to work in, the second for the depth."""
    pictures = value_at(known.document, ("patient", "pictures"), [])
    names = [one.get("name") for one in pictures if isinstance(one, dict)]
    roles = [("level", 0), ("working", 0), ("depth", 1)]
    return [{"role": role, "view": names[at]} for role, at in roles if at < len(names)] or None


def _story(known: _Known) -> tuple[Edit, ...]:
    story = known.document.get("story")
    told = story if isinstance(story, dict) else {}
    proposals = {"history": _history(known), "decision": "proceed"}
    return tuple(
        SetValue(("story", name), value) for name, value in proposals.items() if not told.get(name)
    )


def _history(known: _Known) -> str:
    return (
        "Pain beside the spine for more than three months, tender over the {joint} joint on the "
        "{side}. Nothing speaks against the procedure."
    ).format(**known.words)


def _teaching(known: _Known) -> str:
    nerve = known.words["nerve"].removesuffix("-mb")
    said = (
        "The level is the vertebra whose transverse process you touch: the medial branch of "
        "{nerve} crosses {bone} and serves the joint {joint}. Prove the depth in a second view "
        "after the last movement."
    )
    return said.format(**{**known.words, "nerve": nerve})


_PROPOSALS: Mapping[str, Callable[[_Known], Any]] = {
    "title": _title,
    "summary": _summary,
    "hazards": _hazards,
    "equipment": lambda known: {"needles": _NEEDLES[known.procedure]},
    "start_pose": _start,
    "required_views": _views,
    "rubric": lambda known: _RUBRICS[known.procedure],
    "teaching": _teaching,
}
_WORDS: Mapping[tuple[str, ...], Callable[[_Known], str]] = {
    ("title",): _title,
    ("summary",): _summary,
    ("story", "history"): _history,
    ("teaching",): _teaching,
}
