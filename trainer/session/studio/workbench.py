"""One manuscript on the bench: every act of its author goes through here and is recorded."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.refusal import Refusal
from trainer.scenario.authoring import yaml_of
from trainer.scenario.draft import Place
from trainer.scenario.manuscript.change import REDO, UNDO, Change, Entry
from trainer.scenario.manuscript.completion import completion, retold
from trainer.scenario.manuscript.edits import (
    AddItem,
    Edit,
    MoveItem,
    Remove,
    SetValue,
    difference,
    value_at,
)
from trainer.scenario.manuscript.manuscript import Manuscript
from trainer.scenario.manuscript.notes import Note, Weight, note, problems
from trainer.scenario.manuscript.stand_in import stand_in, stand_in_document
from trainer.scenario.manuscript.tidy import tidy
from trainer.scenario.moving import BeyondTheSpineError, Move, moved
from trainer.scenario.scenario import Scenario
from trainer.scoring.rubric import rubric_problems
from trainer.session.services import Services
from trainer.session.studio.patient_notes import patient_notes, tissues_in
from trainer.session.studio.ports import ManuscriptFile
from trainer.session.waiting import IN_SILENCE, Waiting

if TYPE_CHECKING:
    from trainer.anatomy.patient import Patient

REFERENCE = "reference.attempt"  # where the debrief looks for the expert (session.debriefing)
NO_REFERENCE = "there is no reference run: the debrief will have no expert to show"
SHADOW = "scenario.yaml"  # beside the pictures, so that the library finds them from the case


class Workbench:
    """An open manuscript. For one thread, but for `build_patient`, which belongs on another."""

    def __init__(self, services: Services, file: ManuscriptFile) -> None:
        self.services = services
        self._file = file
        self._manuscript = file.manuscript
        self._told: list[Callable[[], None]] = []
        self._built: tuple[str, Patient, frozenset[int]] | None = None
        self._building = threading.Lock()
        self._standing: tuple[dict[str, Any], Scenario | None] | None = None
        file.listen(self._tell)

    @property
    def key(self) -> str:
        """What the studio's list calls it."""
        return self._file.key

    @property
    def file(self) -> ManuscriptFile:
        """Its place in the store."""
        return self._file

    @property
    def folder(self) -> Path:
        """Where what lies beside the case is kept: pictures, patient folders, the reference."""
        return self._file.folder

    @property
    def manuscript(self) -> Manuscript:
        """Base, changes, what was taken back."""
        return self._manuscript

    @property
    def document(self) -> dict[str, Any]:
        """The case as it stands; not to be changed in place."""
        return self._manuscript.document()

    @property
    def failure(self) -> Refusal | None:
        """Why saving stopped; None while it goes well."""
        return self._file.failure

    @property
    def recorded(self) -> bool:
        """Whether every act is safe on disk."""
        return self._file.recorded

    def listen(self, told: Callable[[], None]) -> None:
        """Call `told` after each act, from its thread, and after each write, from the writer's."""
        self._told.append(told)

    def value(self, place: Place, default: Any = None) -> Any:
        """What the document holds at a place."""
        return value_at(self.document, place, default)

    def change(self, *edits: Edit, label: str = "", stroke: str = "") -> bool:
        """Make edits as one undo step; False where they change nothing. Raises Refusal.

        stroke : acts that follow each other with the same one are one step (a slider's drag).
        """
        return self._enter(Change(edits, label, stroke))

    def set(self, place: Place, value: Any, label: str = "", stroke: str = "") -> bool:
        """Put a value at a place."""
        return self.change(SetValue(place, value), label=label, stroke=stroke)

    def add(self, place: Place, value: Any, at: int | None = None, label: str = "") -> bool:
        """Put an item into a list."""
        return self.change(AddItem(place, value, at), label=label)

    def remove(self, place: Place, label: str = "") -> bool:
        """Take a field or an item away."""
        return self.change(Remove(place), label=label)

    def move(self, place: Place, source: int, goal: int, label: str = "") -> bool:
        """Give an item of a list another index."""
        return self.change(MoveItem(place, source, goal), label=label)

    def undo(self) -> bool:
        """Take the last step back."""
        return self._manuscript.can_undo and self._enter(UNDO)

    def redo(self) -> bool:
        """Make the step again that was taken back last."""
        return self._manuscript.can_redo and self._enter(REDO)

    def complete(self, label: str = "") -> bool:
        """Fill in what is still missing and the program can say; one step."""
        return self.change(*completion(self.document), label=label)

    def vary(self, levels: int = 0, *, other_side: bool = False, label: str = "") -> bool:
        """The case so many levels further down or on the other side; one step. Raises Refusal."""
        try:
            fresh = moved(self.document, Move(levels, other_side))
        except BeyondTheSpineError as error:
            raise Refusal(
                "The case was not moved",
                f"{error} would leave C7 to L1",
                "Choose another level",
            ) from None
        edits = (*difference(self.document, fresh), *retold(self.document, fresh))
        return self.change(*edits, label=label)

    def notes(self) -> tuple[Note, ...]:
        """Everything wrong, missing or worth a second look, as the case stands."""
        found = [*problems(self.document, rubric_problems)]
        if self._built is not None and self.patient_is_current:
            seen = patient_notes(self.document, *self._built[1:])
            found += [one for one in seen if one not in found]
        if not (self.folder / REFERENCE).is_file():
            found.append(note(("reference",), NO_REFERENCE, Weight.CAUTION))
        return tuple(sorted(found, key=lambda one: not one.stops))

    @property
    def can_publish(self) -> bool:
        """Whether nothing stops it."""
        return not any(one.stops for one in self.notes())

    def stand_in(self) -> Scenario | None:
        """A whole scenario to look at, unfinished fields replaced; None without a patient."""
        document = self.document
        if self._standing is None or self._standing[0] is not document:
            self._standing = document, stand_in(document)
        return self._standing[1]

    def shelved(self) -> Scenario:
        """The stand-in as the library reads it, beside its pictures. Raises Refusal."""
        document = stand_in_document(self.document)
        if document is None:
            raise Refusal(
                "There is no patient to look at",
                "the case has none yet, or something in it is wrong",
                "Choose a patient first; the list says what is missing",
            )
        self.services.manuscripts.keep(self._file, SHADOW, yaml_of(tidy(document)))
        return self.services.scenarios.load(str(self.folder / SHADOW))

    @property
    def patient(self) -> Patient | None:
        """The patient that was built last; see `patient_is_current`."""
        return None if self._built is None else self._built[1]

    @property
    def patient_is_current(self) -> bool:
        """Whether `patient` is the one the document names."""
        return self._built is not None and self._built[0] == self._named()

    def build_patient(self, waiting: Waiting = IN_SILENCE) -> Patient:
        """Build or load the patient the document names; seconds. Raises Refusal."""
        with self._building:
            named = self._named()
            if self._built is None or self._built[0] != named:
                patient = self.services.patients.patient_of(self.shelved(), waiting)
                self._built = named, patient, tissues_in(patient)
            return self._built[1]

    def flush(self) -> None:
        """Wait until everything is safe. Raises Refusal."""
        self._file.flush()

    def close(self) -> None:
        """Leave; the case stays in the studio's list."""
        self._file.close()

    def _named(self) -> str:
        """What the patient is made from: the person, the scan, the courses a case brings."""
        made_from = (self.document.get(part) for part in ("patient", "brought_conventions"))
        return repr([_sorted(part) for part in made_from])

    def _enter(self, entry: Entry) -> bool:
        if self._file.failure is not None:
            raise self._file.failure
        after = self._manuscript.after(entry)
        if after.document() == self._manuscript.document() and isinstance(entry, Change):
            return False
        self._manuscript = after
        self._file.append(entry)
        self._tell()
        return True

    def _tell(self) -> None:
        for told in tuple(self._told):
            told()


def _sorted(value: object) -> object:
    """The same for mappings whose fields were filled in in another order."""
    if isinstance(value, Mapping):
        return sorted((key, _sorted(inner)) for key, inner in value.items())
    return [_sorted(inner) for inner in value] if isinstance(value, list) else value
