"""The live validation list: everything wrong, missing or worth a second look, and where to mend it.

It says the same as `scenario validate`, for a document that is still being written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from trainer.anatomy.levels import Procedure
from trainer.refusal import Problem
from trainer.scenario.canonical import from_document
from trainer.scenario.cautions import cautions
from trainer.scenario.checking import examined
from trainer.scenario.draft import Draft, Place
from trainer.scenario.manuscript.completion import own_words
from trainer.scenario.migrations import why_not_readable
from trainer.scenario.reading import Judge
from trainer.scenario.rubric_tables import whole_rubric
from trainer.scenario.scenario import SCHEMA_VERSION, Scenario
from trainer.scenario.verdict import field_path


class Section(StrEnum):
    """The parts of the studio, in their order on its list."""

    PATIENT = "patient"
    LANDMARKS = "landmarks"
    TARGETS = "targets"
    HAZARDS = "hazards"
    MACHINE = "machine"
    EQUIPMENT = "equipment"
    START = "start"
    STORY = "story"
    PROFILE = "profile"
    VIEWS = "views"
    RUBRIC = "rubric"
    TEACHING = "teaching"
    ABOUT = "about"
    REFERENCE = "reference"


class Weight(StrEnum):
    """How much a note weighs: with the first two nothing is published."""

    MISSING = "missing"
    WRONG = "wrong"
    CAUTION = "caution"


@dataclass(frozen=True, slots=True)
class Note:
    """One line of the list.

    place : in the document, () for the whole. where : the same as people write it. message : what
    is so, in plain words. section : where it is mended.
    """

    place: Place
    where: str
    message: str
    section: Section
    weight: Weight

    @property
    def stops(self) -> bool:
        """Whether it keeps the case from being published."""
        return self.weight is not Weight.CAUTION


SECTION_OF: Mapping[str, Section] = {
    "patient": Section.PATIENT,
    "procedure": Section.TARGETS,
    "targets": Section.TARGETS,
    "accepted_conventions": Section.TARGETS,
    "brought_conventions": Section.TARGETS,
    "tolerance_mm": Section.TARGETS,
    "target_uncertainty_mm": Section.TARGETS,
    "hazards": Section.HAZARDS,
    "machine": Section.MACHINE,
    "equipment": Section.EQUIPMENT,
    "start_pose": Section.START,
    "story": Section.STORY,
    "practice_profile": Section.PROFILE,
    "profile_changes": Section.PROFILE,
    "stated_profile": Section.PROFILE,
    "required_views": Section.VIEWS,
    "rubric": Section.RUBRIC,
    "time_limit_s": Section.RUBRIC,
    "teaching": Section.TEACHING,
    "reference": Section.REFERENCE,
    "landmarks": Section.LANDMARKS,
}
_MISSING = "is missing"
_OWN_WORDS = "is still in the program's words; tell it as this person's case"


def section_of(place: Place) -> Section:
    """The part of the studio where a place is mended."""
    return SECTION_OF.get(str(place[0]), Section.ABOUT) if place else Section.ABOUT


def note(place: Place, message: str, weight: Weight = Weight.WRONG) -> Note:
    """A note at a place."""
    return Note(place, field_path(place), message, section_of(place), weight)


def problems(document: Mapping[str, Any], judge: Judge | None = None) -> tuple[Note, ...]:
    """All notes about a document: what stops it, then cautions; each group by section.

    judge : what keeps a rubric from being applied (`trainer.scoring.rubric.rubric_problems`).
    """
    found, draft = examined(dict(document))
    stopping = [_weighed(place, message) for place, message in found]
    stopping += _schema(document)
    stopping += _judged(draft, judge)
    careful = [] if stopping else _cautions(document)
    ordered = sorted(_once(stopping), key=_rank) + sorted(_once(careful), key=_rank)
    return tuple(ordered)


def scenario_of(document: Mapping[str, Any]) -> Scenario | None:
    """The scenario that a document is, profile and rubric written out; None while it is none."""
    try:
        return from_document(document)
    except ValueError:
        return None


def _weighed(place: Place, message: str) -> Note:
    absent = message.startswith(_MISSING)
    return note(place, message, Weight.MISSING if absent else Weight.WRONG)


def _schema(document: Mapping[str, Any]) -> Iterator[Note]:
    why = why_not_readable(document.get("schema_version", SCHEMA_VERSION), SCHEMA_VERSION)
    if why is not None:
        yield note(("schema_version",), why)


def _judged(draft: Draft, judge: Judge | None) -> Iterator[Note]:
    rubric = draft.get("rubric")
    if judge is None or rubric is None:
        return
    try:
        whole = whole_rubric(rubric)
    except ValueError:  # a name that is not known: said among the rules
        return
    yield from (_of_problem(one, Weight.WRONG) for one in judge(whole))


def _of_problem(problem: Problem, weight: Weight) -> Note:
    """A note of a problem whose place is only known as people write it."""
    head = problem.where.split(".")[0].split("[")[0]
    place: Place = (head,) if head else ()
    return Note(place, problem.where, problem.message, section_of(place), weight)


def _cautions(document: Mapping[str, Any]) -> list[Note]:
    scenario = scenario_of(document)
    if scenario is None:
        return []
    found = [_of_problem(one, Weight.CAUTION) for one in cautions(scenario)]
    if scenario.procedure is Procedure.PLACEMENT and len(scenario.targets) > 1:
        why = "a placement is marked by one needle at the first target; a block treats several"
        found.append(note(("targets",), why, Weight.CAUTION))
    return found + [note(place, _OWN_WORDS, Weight.CAUTION) for place in own_words(document)]


def _once(notes: Iterable[Note]) -> list[Note]:
    return list(dict.fromkeys(notes))


_SECTIONS = tuple(Section)


def _rank(one: Note) -> tuple[int, str]:
    return _SECTIONS.index(one.section), one.where
