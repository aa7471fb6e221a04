"""Where a session stands: what the log folds to. Frozen; holds no result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

PIN_TRIES = 5  # design value, reliability 1c: then a candidate needs another PIN


LOST = "lost"  # how a try ends whose file cannot be read any more: it counts for nothing


class TryStatus(StrEnum):
    """Of one try at one station."""

    RUNNING = "running"
    PAUSED = "paused"  # by the invigilator
    INTERRUPTED = "interrupted"  # by a failure
    SUBMITTED = "submitted"


class Phase(StrEnum):
    """Of one candidate, in this order."""

    ENROLLED = "enrolled"
    ADMITTED = "admitted"  # PIN was right; waits for the invigilator
    STARTED = "started"  # familiarisation
    SITTING = "sitting"  # stations
    FINISHED = "finished"  # every station submitted; not sealed yet
    SEALED = "sealed"  # results withheld
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt at a station. over : measures over their limits. void : reason, "" if it counts.

    head : of the sealed file, "" before. how : how it ended, "" before. left : how often the
    keyboard went to another program.
    """

    attempt_id: str
    header_sha256: str
    limit_ms: int
    status: TryStatus = TryStatus.RUNNING
    charged_ms: int = 0
    how: str = ""
    head: str = ""
    why: str = ""
    over: tuple[str, ...] = ()
    left: int = 0
    void: str = ""
    seen: tuple[tuple[int, str], ...] = ()

    @property
    def counts(self) -> bool:
        """Submitted, not voided, not lost."""
        return self.status is TryStatus.SUBMITTED and not self.taken_away

    @property
    def taken_away(self) -> bool:
        """Voided or lost: by no act of the candidate's."""
        return bool(self.void) or self.how == LOST


@dataclass(frozen=True, slots=True)
class StationState:
    """A candidate's tries at one station."""

    tries: tuple[Try, ...] = ()
    resits: int = 0

    @property
    def counted(self) -> Try | None:
        """The try that counts: the last one submitted and not voided."""
        return next((one for one in reversed(self.tries) if one.counts), None)

    @property
    def may_begin(self) -> bool:
        """Whether a try is left and none is under way."""
        under_way = any(one.status is not TryStatus.SUBMITTED for one in self.tries)
        return not under_way and len(self.tries) < 1 + self.resits


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever has a PIN. role : "candidate", "invigilator" or "examiner"."""

    role: str
    has_pin: bool = False
    failed: int = 0
    failed_at_ms: int = 0
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Sealed:
    """root, receipt, key_id, signature as the log has them."""

    root: str
    receipt: str
    key_id: str
    signature: str


@dataclass(frozen=True, slots=True)
class Release:
    """by, second : persons. digests : (attempt id, score digest) as released."""

    by: str
    second: str
    digests: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate of the session. stations : in the order of the form."""

    name: str
    form: str
    extra_time_permille: int
    stations: Mapping[str, StationState]
    phase: Phase = Phase.ENROLLED
    warm_up: str = ""  # the attempt id of the familiarisation under way
    sealed: Sealed | None = None
    release: Release | None = None

    @property
    def charged_ms(self) -> int:
        """All that was charged at the tries that are not void."""
        tries = (one for station in self.stations.values() for one in station.tries)
        return sum(one.charged_ms for one in tries if not one.void)


@dataclass(frozen=True, slots=True)
class Where:
    """Where a try stands in the session."""

    candidate: str
    station: str
    tried: Try


@dataclass(frozen=True, slots=True)
class SessionState:
    """The whole session."""

    workstation: str = ""
    people: Mapping[str, Person] = field(default_factory=dict)
    candidates: Mapping[str, Candidate] = field(default_factory=dict)
    jumps: tuple[tuple[str, int], ...] = ()
    opened: bool = False
    closed: Sealed | None = None

    @property
    def tries(self) -> Iterator[Where]:
        """Every try of everybody."""
        for candidate in self.candidates.values():
            for name, station in candidate.stations.items():
                for tried in station.tries:
                    yield Where(candidate.name, name, tried)

    def find(self, attempt_id: str) -> Where | None:
        """The try of an attempt."""
        return next((one for one in self.tries if one.tried.attempt_id == attempt_id), None)

    @property
    def running(self) -> Where | None:
        """The one try whose clock runs, if there is one."""
        return next((one for one in self.tries if one.tried.status is TryStatus.RUNNING), None)

    def under_way(self, candidate: str) -> Where | None:
        """A candidate's try that is not over."""
        found = (
            one
            for one in self.tries
            if one.candidate == candidate and one.tried.status is not TryStatus.SUBMITTED
        )
        return next(found, None)
