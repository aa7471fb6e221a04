"""What the staff, a candidate or the program wants of a session; `decide` says whether it may."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Open:
    """Open the session; `by` becomes its first examiner."""

    by: str
    workstation: str


@dataclass(frozen=True, slots=True)
class NameStaff:
    """Let somebody invigilate or examine."""

    staff: str
    role: str
    by: str


@dataclass(frozen=True, slots=True)
class Enrol:
    """Enrol a candidate by pseudonym for a form."""

    candidate: str
    form: str
    by: str
    extra_time_permille: int = 0


@dataclass(frozen=True, slots=True)
class IssuePin:
    """Give a candidate or a member of the staff a new PIN."""

    who: str
    by: str


@dataclass(frozen=True, slots=True)
class TryPin:
    """A PIN was typed. right : whether it was the one (decided by the hash, outside)."""

    who: str
    right: bool
    mono_ms: int


@dataclass(frozen=True, slots=True)
class Start:
    """The invigilator has seen who it is; what the workstation offers was measured."""

    candidate: str
    by: str
    input_profile: str
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class BeginWarmUp:
    """Begin a familiarisation."""

    candidate: str
    attempt_id: str
    header_sha256: str


@dataclass(frozen=True, slots=True)
class EndWarmUp:
    """End it. met : whether its criterion was (counted from the attempt's events, outside)."""

    candidate: str
    attempt_id: str
    met: bool


@dataclass(frozen=True, slots=True)
class WaiveWarmUp:
    """The invigilator lets a candidate go on without it, e.g. after several that were not met."""

    candidate: str
    by: str


@dataclass(frozen=True, slots=True)
class BeginStation:
    """Begin a try at a station."""

    candidate: str
    station: str
    attempt_id: str
    header_sha256: str


@dataclass(frozen=True, slots=True)
class Beat:
    """Write down what is charged so far."""

    attempt_id: str
    charged_ms: int


@dataclass(frozen=True, slots=True)
class TellJump:
    """The clocks went apart."""

    kind: str
    by_ms: int


@dataclass(frozen=True, slots=True)
class Interrupt:
    """A failure stopped the try."""

    attempt_id: str
    why: str
    charged_ms: int


@dataclass(frozen=True, slots=True)
class Resume:
    """The invigilator lets an interrupted try go on."""

    attempt_id: str
    by: str


@dataclass(frozen=True, slots=True)
class Pause:
    """The invigilator stops the clock."""

    attempt_id: str
    by: str
    reason: str
    charged_ms: int


@dataclass(frozen=True, slots=True)
class Continue:
    """The invigilator lets it run again."""

    attempt_id: str
    by: str


@dataclass(frozen=True, slots=True)
class MeasureOver:
    """The workstation was measured over a limit."""

    attempt_id: str
    measure: str
    value: int


@dataclass(frozen=True, slots=True)
class LeaveWindow:
    """The keyboard went to another program while the clock ran."""

    attempt_id: str
    charged_ms: int


@dataclass(frozen=True, slots=True)
class Submit:
    """The try is over, its file sealed. how : "candidate", "limit", "abandoned" or "lost"."""

    attempt_id: str
    how: str
    charged_ms: int
    head: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class EndSitting:
    """The invigilator ends a candidate's exam with stations left."""

    candidate: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class SealCandidate:
    """Seal a candidate's stations under one root."""

    candidate: str
    root: str
    receipt: str
    key_id: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class GrantResit:
    """One more try at a station."""

    candidate: str
    station: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class SeeFrame:
    """A person looked at the picture of an exposure."""

    attempt_id: str
    exposure: int
    by: str


@dataclass(frozen=True, slots=True)
class TryMark:
    """What scoring says of the try that counts. digest : of its score document.

    critical : the exposure on the screen at each critical error, 0 where none was. exposures : how
    many the try took.
    """

    attempt_id: str
    score: int
    passed: bool
    critical: tuple[int, ...]
    exposures: int
    digest: str


@dataclass(frozen=True, slots=True)
class Release:
    """Let the results be seen. marks : of every try that counts, computed from the files."""

    candidate: str
    by: str
    second: str
    marks: tuple[TryMark, ...]


@dataclass(frozen=True, slots=True)
class Void:
    """A try shall not count."""

    attempt_id: str
    by: str
    second: str
    reason: str


@dataclass(frozen=True, slots=True)
class Close:
    """Nobody sits any more."""

    by: str
    root: str
    receipt: str
    key_id: str = ""
    signature: str = ""


SessionCommand = (
    Open
    | NameStaff
    | Enrol
    | IssuePin
    | TryPin
    | Start
    | BeginWarmUp
    | EndWarmUp
    | WaiveWarmUp
    | BeginStation
    | Beat
    | TellJump
    | Interrupt
    | Resume
    | Pause
    | Continue
    | MeasureOver
    | LeaveWindow
    | Submit
    | EndSitting
    | SealCandidate
    | GrantResit
    | SeeFrame
    | Release
    | Void
    | Close
)
