"""What a programme director follows: everybody's attempts, by pseudonym, and the stations now.

Three sources: exam sessions kept here (only what a person released), a folder of collected attempts
(one folder inside it a person, named by pseudonym), and this computer's own practice. The same
pseudonym in two sources is taken for the same person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from trainer.assessment.exams.session_log import SessionLog
from trainer.assessment.exams.state import Candidate, Phase, Try, TryStatus
from trainer.attempt.log import AttemptLog, parse
from trainer.refusal import Refusal
from trainer.session.exams.reading import checked_tries
from trainer.session.progress import Progress, progress_of
from trainer.session.progress_facts import Facts, facts_of
from trainer.session.progress_index import ProgressIndex
from trainer.session.waiting import IN_SILENCE, Waiting

if TYPE_CHECKING:
    from trainer.session.services import Services

HERE = "(here)"  # who practises at this computer: nobody says who
PRACTICE = ""  # the source of attempts that belong to no exam
NOVICE, EXPERT = "novice", "expert"
GROUPS = ("", NOVICE, EXPERT)
_UNJUDGED = (Refusal, ValueError, KeyError, TypeError)


@dataclass(frozen=True, slots=True)
class Note:
    """What a director says of a person. group : one of `GROUPS`. language : "" unknown."""

    group: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """What is kept between visits. folder : of collected attempts, "" where there is none."""

    folder: str = ""
    people: Mapping[str, Note] = field(default_factory=dict)


class CohortNotes(Protocol):
    """Keeps the notes. Both raise Refusal STORAGE."""

    def read(self) -> Notes:
        """What is kept; empty where there is nothing yet."""

    def keep(self, notes: Notes) -> None:
        """Keep it in place of what was."""


@dataclass(frozen=True, slots=True)
class Sat:
    """One attempt of one person. source : the exam and its form, or `PRACTICE`.

    station : of the exam, else the scenario. device : the exam's way of input, "" in practice.
    """

    person: str
    source: str
    station: str
    device: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class StationNow:
    """A candidate of a session that is not closed. station : "" between stations.

    charged_ms, limit_ms : of the try under way. done, of : stations submitted. last_ms : wall clock
    of the session's last record.
    """

    exam: str
    workstation: str
    candidate: str
    phase: Phase
    station: str
    status: TryStatus | None
    charged_ms: int
    limit_ms: int
    done: int
    of: int
    last_ms: int


@dataclass(frozen=True, slots=True)
class Cohort:
    """sat : what may be looked at, in order of time. withheld : submitted, not released.

    unread : what could not be judged, by name. today : ordinal of the calendar day.
    """

    sat: tuple[Sat, ...]
    notes: Notes
    wall: tuple[StationNow, ...]
    withheld: int
    unread: tuple[str, ...]
    today: int

    @property
    def people(self) -> tuple[str, ...]:
        """Pseudonyms in order."""
        return tuple(sorted({one.person for one in self.sat}))

    @property
    def sources(self) -> tuple[str, ...]:
        """Exams, the one with most people first, then practice."""
        found: dict[str, set[str]] = {}
        for one in self.sat:
            if not one.facts.drill:
                found.setdefault(one.source, set()).add(one.person)
        return tuple(sorted(found, key=lambda name: (name == PRACTICE, -len(found[name]), name)))

    def note(self, person: str) -> Note:
        """What is said of a person."""
        return self.notes.people.get(person, Note())

    def of(self, person: str) -> Progress:
        """How one person gets on, by the same rules as on their own page."""
        facts = sorted(
            (one.facts for one in self.sat if one.person == person),
            key=lambda one: one.created_utc,
        )
        return progress_of(facts, self.today)


class CohortReader:
    """Reads everything again whenever asked; what was scored once in this run is not again."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def read(self, today: int, waiting: Waiting = IN_SILENCE) -> Cohort:
        """Everybody. A file that cannot be judged keeps no other out. Raises Refusal STORAGE."""
        notes = self._services.cohort.read()
        unread: list[str] = []
        sat: list[Sat] = []
        withheld = 0
        logs = tuple(self._sessions(unread))
        for number, log in enumerate(logs):
            if waiting.cancelled():
                break
            waiting.progress(number / (len(logs) + 1), "")
            withheld += _withheld(log)
            sat.extend(self._released(log, unread))
        sat.extend(self._collected(notes.folder, unread, waiting))
        sat.extend(self._here(waiting))
        sat.sort(key=lambda one: one.facts.created_utc)
        return Cohort(tuple(sat), notes, _wall(logs), withheld, tuple(unread), today)

    def wall(self) -> tuple[StationNow, ...]:
        """The stations as they are now; reads session logs alone, and holds none."""
        return _wall(self._sessions([]))

    def _sessions(self, unread: list[str]) -> Iterator[SessionLog]:
        for session_id in self._services.exams.sessions():
            try:
                yield self._services.exams.read(session_id)
            except Refusal:
                unread.append(session_id)

    def _released(self, log: SessionLog, unread: list[str]) -> Iterator[Sat]:
        exam = log.header.definition
        for candidate in log.state.candidates.values():
            if candidate.release is None:
                continue
            source = f"{exam.id} {exam.version}, {candidate.form}"
            names = _counted(candidate)
            try:
                for tried, attempt in checked_tries(self._services, log.header, candidate):
                    if tried.attempt_id in names:
                        facts = _known(attempt)
                        station, device = names[tried.attempt_id], exam.surroundings.input_profile
                        yield Sat(candidate.name, source, station, device, facts)
            except _UNJUDGED:
                unread.append(f"{log.header.session_id}: {candidate.name}")

    def _collected(self, folder: str, unread: list[str], waiting: Waiting) -> Iterator[Sat]:
        if not folder:
            return
        root = Path(folder)
        for path, data in self._files(root, unread):
            if waiting.cancelled():
                return
            parts = path.relative_to(root).parts if path.is_relative_to(root) else path.parts[-1:]
            if path.suffix != ".attempt" or len(parts) < 2:
                continue
            try:
                facts = _judged(data, path.name)
            except _UNJUDGED:
                unread.append("/".join(parts))
                continue
            if facts is not None:
                yield Sat(parts[0], PRACTICE, facts.scenario_id, "", facts)

    def _files(self, root: Path, unread: list[str]) -> Iterator[tuple[Path, bytes]]:
        try:
            yield from self._services.records.files([root])
        except Refusal as refusal:
            unread.append(f"{refusal.what}: {refusal.why}")

    def _here(self, waiting: Waiting) -> Iterator[Sat]:
        found = ProgressIndex(self._services.attempts, self._services.progress).read(waiting)
        for facts in found.facts:
            yield Sat(HERE, PRACTICE, facts.drill or facts.scenario_id, "", facts)


def _counted(candidate: Candidate) -> Mapping[str, str]:
    """Attempt id of every try that counts, with its station."""
    return {
        state.counted.attempt_id: name
        for name, state in candidate.stations.items()
        if state.counted is not None
    }


def _withheld(log: SessionLog) -> int:
    people = (one for one in log.state.candidates.values() if one.release is None)
    return sum(len(_counted(one)) for one in people)


_FACTS: dict[str, Facts] = {}  # by the head of a log, which names its bytes


def _known(log: AttemptLog) -> Facts:
    """The facts of a log, computed once in this run."""
    if log.head not in _FACTS:
        _FACTS[log.head] = facts_of(log)
    return _FACTS[log.head]


def _judged(data: bytes, name: str) -> Facts | None:
    """Facts of a collected file; None where it is no sealed attempt of practice."""
    log = parse(data, name)
    if not log.sealed or log.header.get("mode") != "practice":
        return None
    return _known(log)


def _wall(logs: Iterable[SessionLog]) -> tuple[StationNow, ...]:
    return tuple(
        _station(log, candidate)
        for log in logs
        if log.state.closed is None
        for candidate in log.state.candidates.values()
    )


def _station(log: SessionLog, candidate: Candidate) -> StationNow:
    where = log.state.under_way(candidate.name)
    tried: Try | None = None if where is None else where.tried
    done = len(_counted(candidate))
    return StationNow(
        log.header.definition.title,
        log.header.workstation,
        candidate.name,
        candidate.phase,
        "" if where is None else where.station,
        None if tried is None else tried.status,
        0 if tried is None else tried.charged_ms,
        0 if tried is None else tried.limit_ms,
        done,
        len(candidate.stations),
        log.records[-1].at.wall_ms if log.records else 0,
    )
