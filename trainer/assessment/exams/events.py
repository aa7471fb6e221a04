"""What happened in a session: typed facts, JSON-able, never taken back.

`by` and `second` are members of the staff; `candidate` is a pseudonym. Times of a try are the
milliseconds charged to the candidate, which are also its attempt's clock.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SessionOpened:
    """The first fact. workstation : the computer's name as enrolled."""

    by: str
    workstation: str


@dataclass(frozen=True, slots=True)
class StaffNamed:
    """role : "invigilator" (runs) or "examiner" (also releases, voids, grants)."""

    staff: str
    role: str
    by: str


@dataclass(frozen=True, slots=True)
class CandidateEnrolled:
    """extra_time_permille : of every limit, e.g. 250 for a quarter more."""

    candidate: str
    form: str
    extra_time_permille: int
    by: str


@dataclass(frozen=True, slots=True)
class PinIssued:
    """A new PIN for a candidate or a member of the staff; earlier tries are forgotten."""

    who: str
    by: str


@dataclass(frozen=True, slots=True)
class PinChecked:
    """The right PIN was typed."""

    who: str


@dataclass(frozen=True, slots=True)
class PinFailed:
    """Another PIN was typed. mono_ms : on the computer's clock, for the wait before the next."""

    who: str
    mono_ms: int


@dataclass(frozen=True, slots=True)
class PinThrottled:
    """Too many: no further PIN is looked at before a new one is issued."""

    who: str


@dataclass(frozen=True, slots=True)
class CandidateStarted:
    """The invigilator has seen who it is and lets the candidate begin."""

    candidate: str
    by: str
    input_profile: str
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class WarmUpBegun:
    """A familiarisation; as many as it takes."""

    candidate: str
    attempt_id: str
    header_sha256: str


@dataclass(frozen=True, slots=True)
class WarmUpEnded:
    """met : whether the criterion was."""

    candidate: str
    attempt_id: str
    met: bool


@dataclass(frozen=True, slots=True)
class Familiarised:
    """The candidate may begin stations. by : the criterion ("") or who waived it."""

    candidate: str
    by: str


@dataclass(frozen=True, slots=True)
class StationBegun:
    """A try at a station. header_sha256 : of the attempt file's first line."""

    candidate: str
    station: str
    attempt_id: str
    header_sha256: str
    limit_ms: int


@dataclass(frozen=True, slots=True)
class TimeCharged:
    """A beat: what is charged so far is safe."""

    attempt_id: str
    charged_ms: int


@dataclass(frozen=True, slots=True)
class ClockJumped:
    """The clocks went apart. kind : "back", "slept", "stood", "wall". by_ms : how far."""

    kind: str
    by_ms: int


@dataclass(frozen=True, slots=True)
class StationInterrupted:
    """The try stands still by a failure: "the program ended", "storage", "stood", "slept"..."""

    attempt_id: str
    why: str
    charged_ms: int


@dataclass(frozen=True, slots=True)
class StationResumed:
    """It goes on; the time away was not charged."""

    attempt_id: str
    by: str
    charged_ms: int


@dataclass(frozen=True, slots=True)
class StationPaused:
    """The invigilator stopped the clock."""

    attempt_id: str
    by: str
    reason: str
    charged_ms: int


@dataclass(frozen=True, slots=True)
class StationContinued:
    """And lets it run again."""

    attempt_id: str
    by: str


@dataclass(frozen=True, slots=True)
class OverLimitsMeasured:
    """The workstation was worse than the definition asks. measure : a field of Surroundings."""

    attempt_id: str
    measure: str
    value: int
    limit: int


@dataclass(frozen=True, slots=True)
class WindowLeft:
    """The keyboard went to another program while the clock ran. at_ms : of the candidate's time."""

    attempt_id: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class StationSubmitted:
    """The try is over. how : "candidate", "limit", "abandoned" or "lost".

    head : of the sealed file; zeros where that was lost.

    finish_ms : charged time; the limit where it ran out.
    """

    attempt_id: str
    how: str
    finish_ms: int
    head: str


@dataclass(frozen=True, slots=True)
class SittingEnded:
    """The invigilator ended it with stations left; those count as nothing."""

    candidate: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class CandidateSealed:
    """All stations are over. root : hex Merkle root; key_id, signature : "" without a key."""

    candidate: str
    root: str
    receipt: str
    key_id: str
    signature: str


@dataclass(frozen=True, slots=True)
class ResitGranted:
    """One more try at a station. free : the workstation was over its limits."""

    candidate: str
    station: str
    by: str
    reason: str
    free: bool


@dataclass(frozen=True, slots=True)
class FrameSeen:
    """A person looked at the picture of an exposure of a try."""

    attempt_id: str
    exposure: int
    by: str


@dataclass(frozen=True, slots=True)
class Released:
    """The candidate's results may be seen. second : "" where one person was enough.

    digests : (attempt id, digest of its score) as released; a later score that differs shows.
    """

    candidate: str
    by: str
    second: str
    digests: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Voided:
    """A try does not count; its file and every fact about it stay."""

    attempt_id: str
    by: str
    second: str
    reason: str


@dataclass(frozen=True, slots=True)
class SessionClosed:
    """Nobody sits any more. root : hex Merkle root over the candidates' roots, in their order."""

    by: str
    root: str
    receipt: str
    key_id: str
    signature: str


SessionEvent = (
    SessionOpened
    | StaffNamed
    | CandidateEnrolled
    | PinIssued
    | PinChecked
    | PinFailed
    | PinThrottled
    | CandidateStarted
    | WarmUpBegun
    | WarmUpEnded
    | Familiarised
    | StationBegun
    | TimeCharged
    | ClockJumped
    | StationInterrupted
    | StationResumed
    | StationPaused
    | StationContinued
    | OverLimitsMeasured
    | WindowLeft
    | StationSubmitted
    | SittingEnded
    | CandidateSealed
    | ResitGranted
    | FrameSeen
    | Released
    | Voided
    | SessionClosed
)
