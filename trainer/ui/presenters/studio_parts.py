"""The parts of a case as the studio's rail lists them, and what state each is in; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from trainer.scenario.manuscript.notes import Note, Section
from trainer.ui.presenters.texts import tr


@dataclass(frozen=True, slots=True)
class PartOfCase:
    """One line of the rail. sections : of notes. fields : the document's, filled once begun."""

    id: str
    text: str
    tip: str
    sections: tuple[Section, ...]
    fields: tuple[str, ...]


_S = Section
PARTS: tuple[PartOfCase, ...] = (
    PartOfCase("patient", "Patient", "Who lies on the table", (_S.PATIENT,), ("patient",)),
    PartOfCase("landmarks", "Landmarks", "Where levels and corners are", (_S.LANDMARKS,), ()),
    PartOfCase("targets", "Targets", "What must be reached", (_S.TARGETS,), ("targets",)),
    PartOfCase("hazards", "Hazards", "What must not be entered", (_S.HAZARDS,), ("hazards",)),
    PartOfCase(
        "machine",
        "Machine, start pose",
        "The C-arm and how it stands first",
        (_S.MACHINE, _S.START),
        ("start_pose",),
    ),
    PartOfCase("equipment", "Equipment", "What lies ready", (_S.EQUIPMENT,), ("equipment",)),
    PartOfCase("story", "Story, decisions", "The case and what is right", (_S.STORY,), ("story",)),
    PartOfCase(
        "profile",
        "Practice profile",
        "The policy that the score follows",
        (_S.PROFILE,),
        ("practice_profile",),
    ),
    PartOfCase("views", "Views", "What a careful operator takes", (_S.VIEWS,), ("required_views",)),
    PartOfCase("rubric", "Rubric", "How it is marked", (_S.RUBRIC,), ("rubric",)),
    PartOfCase("teaching", "Teaching", "What the debrief says", (_S.TEACHING,), ("teaching",)),
    PartOfCase(
        "publish",
        "Publish",
        "Title, try-out, into the library",
        (_S.ABOUT, _S.REFERENCE),
        ("title",),
    ),
)
PART_IDS = tuple(part.id for part in PARTS)
_OF_SECTION: Mapping[Section, str] = {
    section: part.id for part in PARTS for section in part.sections
}


@dataclass(frozen=True, slots=True)
class PartShown:
    """A line of the rail. state : "empty", "problems" or "ok". words : the state, to be read."""

    id: str
    text: str
    tip: str
    state: str
    words: str


def part_of(section: Section) -> str:
    """The part in which a section's notes are mended."""
    return _OF_SECTION[section]


def rail_shown(
    document: Mapping[str, Any], notes: Iterable[Note], landmarks: int
) -> tuple[PartShown, ...]:
    """The rail. landmarks : how many the patient has."""
    counted: dict[str, int] = {}
    for one in notes:
        if one.stops:
            part = part_of(one.section)
            counted[part] = counted.get(part, 0) + 1
    return tuple(_shown(part, document, counted.get(part.id, 0), landmarks) for part in PARTS)


def _shown(
    part: PartOfCase, document: Mapping[str, Any], problems: int, landmarks: int
) -> PartShown:
    filled = any(document.get(name) for name in part.fields)
    if part.id == "landmarks":
        filled = bool(landmarks)
    state, words = _state(problems, filled=filled)
    return PartShown(part.id, tr(part.text), tr(part.tip), state, words)


def _state(problems: int, *, filled: bool) -> tuple[str, str]:
    if problems == 1:
        return "problems", tr("1 problem")
    if problems:
        return "problems", tr("{count} problems").format(count=problems)
    return ("ok", tr("ok")) if filled else ("empty", tr("empty"))
