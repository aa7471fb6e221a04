"""One person: who a pseudonym is, all that is kept of them, and how that is forgotten.

Records name pseudonyms only and are never changed. Who that is, and what was noted of them, lies
apart, encrypted under a key of that person alone; destroying the key is forgetting.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Protocol

from trainer.assessment.exams.events_json import to_json as event_json
from trainer.assessment.exams.session_log import SessionLog
from trainer.assessment.marking.mark import to_json as mark_json
from trainer.refusal import Refusal
from trainer.session.exams.reading import results_of

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.session.services import Services
    from trainer.session.settings import Settings

README = """Everything that this computer keeps of {who}
=====================================================

person.json             the name behind the pseudonym and what was noted, where that was kept
sessions/ID/part.json   what the exam's log says of this person: every fact, the result if released
sessions/ID/marks.jsonl what raters signed off of this person's work
sessions/ID/*.attempt   each attempt, byte for byte as it was recorded (docs/attempt-format.md)
practice/*.attempt      practice on this computer; only on request, because it names nobody
settings.json           the settings of this computer's user; with the practice

Times are UTC. Everything is simulated: no file holds data of a patient.
For training; no validity evidence yet; provisional, not for decisions.
What this person's attempts scored is computed from these files: rhizotomy-trainer attempt score.
Copies may lie in records that stations share, in backups, in a learning record store or in an
archive that results were sent to: ask there.
"""


@dataclass(frozen=True, slots=True)
class Person:
    """Who a pseudonym is. comments : (when, UTC; text), oldest first."""

    pseudonym: str
    name: str
    comments: tuple[tuple[str, str], ...] = ()


class PeopleStore(Protocol):
    """Keeps people, each under a key of their own. Everything raises Refusal."""

    def read(self, pseudonym: str) -> Person | None:
        """Who that is; None where nothing was kept or it was erased."""

    def note(self, pseudonym: str, name: str | None, comment: str, at_utc: str) -> Person:
        """Keep a name, a comment, or both. Refused for who was erased."""

    def erase(self, pseudonym: str, at_utc: str, reason: str = "") -> None:
        """Destroy the key, and keep a row of when and why. Refused where nothing was kept."""

    def erased(self) -> Mapping[str, str]:
        """Who was erased, and when."""

    def write_zip(self, path: Path, files: Mapping[str, bytes]) -> None:
        """A zip of these files; the same files give the same bytes."""

    def settings(self) -> Settings:
        """Of this computer's user."""


def everything_about(
    services: Services, pseudonym: str, *, practice: bool = False
) -> Mapping[str, bytes]:
    """Every file about a person, by its name in the zip. Raises Refusal where there is none."""
    files = dict(_of_sessions(services, pseudonym))
    person = services.people.read(pseudonym)
    if person is not None:
        files["person.json"] = _document(asdict(person))
    if practice:
        files.update(_of_practice(services))
    if not files:
        raise Refusal(
            "There is nothing to export",
            f"nothing here is about {pseudonym!r}",
            "Check the pseudonym with records list or exam status",
        )
    files["README.txt"] = README.format(who=pseudonym).encode()
    return files


def _of_sessions(services: Services, pseudonym: str) -> Iterator[tuple[str, bytes]]:
    for session_id in services.exams.sessions():
        session = services.exams.read(session_id)
        if pseudonym not in session.state.candidates:
            continue
        folder = f"sessions/{session_id}"
        theirs = _attempts_of(session, pseudonym)
        yield f"{folder}/part.json", _document(_part(services, session, pseudonym, theirs))
        marks = [
            json.dumps(mark_json(mark), sort_keys=True, ensure_ascii=False)
            for mark in services.marks.marks(session_id)
            if mark.attempt_id in theirs
        ]
        if marks:
            lines = "".join(f"{line}\n" for line in marks)
            yield f"{folder}/marks.jsonl", lines.encode("utf-8", "replace")
        for attempt_id in sorted(theirs):
            path = services.exams.attempt_path(session_id, attempt_id)
            if path.is_file():
                yield f"{folder}/{path.name}", path.read_bytes()


def _attempts_of(session: SessionLog, pseudonym: str) -> frozenset[str]:
    """Their tries and warm-ups."""
    return frozenset(
        str(event["attempt_id"])
        for event in _events(session)
        if event.get("candidate") == pseudonym and event.get("attempt_id")
    )


def _events(session: SessionLog) -> Iterator[dict[str, Any]]:
    for record in session.records:
        for event in record.events:
            yield {"seq": record.seq, **event_json(event)}


def _part(
    services: Services, session: SessionLog, pseudonym: str, theirs: frozenset[str]
) -> dict[str, Any]:
    results = results_of(services, session.header, session.state)
    return {
        "session_id": session.header.session_id,
        "exam": session.header.definition.title,
        "created_utc": session.header.created_utc,
        "workstation": session.header.workstation,
        "candidate": pseudonym,
        "result": next(asdict(one) for one in results if one.candidate == pseudonym),
        "facts": [
            event
            for event in _events(session)
            if pseudonym in (event.get("candidate"), event.get("name"), event.get("who"))
            or event.get("attempt_id") in theirs
        ],
    }


def _of_practice(services: Services) -> Iterator[tuple[str, bytes]]:
    for path in (*services.attempts.finished(), *services.attempts.unfinished()):
        yield f"practice/{path.name}", path.read_bytes()
    yield "settings.json", _document(asdict(services.people.settings()))


def _document(found: Mapping[str, Any]) -> bytes:
    text = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True)
    return text.encode("utf-8", "replace") + b"\n"
