"""What the checks read of a session's log: who began what, what was submitted, under which root.

Read from the stored lines themselves, not through the program that runs the exam: the two must
agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from trainer.assessment import merkle
from trainer.assessment.record.lines import Lines, canonical

FORMAT, FORMAT_VERSION = "rhizotomy-exam-session", 1
ROOT_SIGNED = b"rhizotomy-exam-root 1\n"


@dataclass(slots=True)
class Begun:
    """A try as the log knows it. head : of its sealed file, "" before it was submitted.

    line : where it was submitted, else where it began.
    """

    attempt_id: str
    candidate: str
    station: str
    try_number: int
    header_sha256: str
    line: int
    head: str = ""
    is_warm_up: bool = False


@dataclass(frozen=True, slots=True)
class Rooted:
    """A root that the log states. stated, expected : hex. candidate : "" for the session's."""

    line: int
    candidate: str
    stated: str
    expected: str
    receipt: str
    key_id: str
    signature: str


@dataclass(slots=True)
class SessionFacts:
    """A session's log, read. tries : by attempt id, in the order they began."""

    session_id: str
    nonce: str
    definition: Mapping[str, Any]
    definition_sha256: str
    stations: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    tries: dict[str, Begun] = field(default_factory=dict)
    submitted: list[Begun] = field(default_factory=list)
    roots: list[Rooted] = field(default_factory=list)
    sealed_roots: dict[str, str] = field(default_factory=dict)
    is_closed: bool = False

    def station_of(self, candidate: str, station: str) -> Mapping[str, Any]:
        """The station's definition in a candidate's form, {} where there is none."""
        return self.stations.get(self.forms.get(candidate, ""), {}).get(station, {})


def read_session(lines: Lines) -> SessionFacts:
    """The facts of a log's lines. Raises ValueError where the first is no session's header.

    A further line that does not say what it should raises ValueError, KeyError or TypeError.
    """
    head = lines.bodies[0] if lines.bodies else {}
    if head.get("format") != FORMAT or head.get("format_version") != FORMAT_VERSION:
        raise ValueError(f"it is no {FORMAT} of version {FORMAT_VERSION}")
    facts = SessionFacts(
        *(str(head["session_id"]), str(head["nonce"])),
        *(dict(head["definition"]), str(head["definition_sha256"])),
        stations=_stations(head["definition"]),
    )
    for number, event in _events(lines):
        act = _ACTS.get(str(event.get("event")))
        if act is not None:
            act(facts, event, number)
    return facts


def _stations(definition: Mapping[str, Any]) -> dict[str, dict[str, Mapping[str, Any]]]:
    """By form and station, in their order; each with what the checks compare."""
    compared = ("scenario_sha256", "rubric_sha256", "seed")
    return {
        str(form["id"]): {
            str(one["id"]): {name: one[name] for name in compared} for one in form["stations"]
        }
        for form in definition["forms"]
    }


def _events(lines: Lines) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, body in enumerate(lines.bodies[1:], start=2):
        for event in body["events"]:
            yield number, event


def _enrolled(facts: SessionFacts, event: Mapping[str, Any], _line: int) -> None:
    facts.forms[event["candidate"]] = event["form"]


def _begun(facts: SessionFacts, event: Mapping[str, Any], line: int) -> None:
    candidate, station = event["candidate"], event["station"]
    before = [
        one for one in facts.tries.values() if (one.candidate, one.station) == (candidate, station)
    ]
    tried = Begun(
        event["attempt_id"], candidate, station, len(before) + 1, event["header_sha256"], line
    )
    if tried.attempt_id in facts.tries:
        raise ValueError(f"line {line} begins attempt {tried.attempt_id} a second time")
    facts.tries[tried.attempt_id] = tried


def _warm_up(facts: SessionFacts, event: Mapping[str, Any], line: int) -> None:
    _begun(facts, {**event, "station": "warm-up"}, line)
    tried = facts.tries[event["attempt_id"]]
    tried.is_warm_up, tried.try_number = True, 1  # as many as it takes, never numbered


def _submitted(facts: SessionFacts, event: Mapping[str, Any], line: int) -> None:
    tried = facts.tries[event["attempt_id"]]
    if tried.head:
        raise ValueError(f"line {line} submits attempt {tried.attempt_id} a second time")
    tried.head, tried.line = event["head"], line
    facts.submitted.append(tried)


def _sealed(facts: SessionFacts, event: Mapping[str, Any], line: int) -> None:
    candidate = event["candidate"]
    expected = merkle.root(_candidate_leaves(facts, candidate)).hex()
    facts.sealed_roots[candidate] = event["root"]
    facts.roots.append(_rooted(event, line, candidate, expected))


def _closed(facts: SessionFacts, event: Mapping[str, Any], line: int) -> None:
    first = _identity(facts)
    roots = [facts.sealed_roots[one] for one in facts.forms if one in facts.sealed_roots]
    leaves = (canonical(first), *(bytes.fromhex(root) for root in roots))
    facts.is_closed = True
    facts.roots.append(_rooted(event, line, "", merkle.root(leaves).hex()))


def _rooted(event: Mapping[str, Any], line: int, candidate: str, expected: str) -> Rooted:
    told = (str(event[name]) for name in ("receipt", "key_id", "signature"))
    return Rooted(line, candidate, str(event["root"]), expected, *told)


def _candidate_leaves(facts: SessionFacts, candidate: str) -> tuple[bytes, ...]:
    form = facts.forms[candidate]
    order = facts.stations[form]
    mine = [one for one in facts.tries.values() if one.candidate == candidate and one.head]
    heads = [one.head for name in order for one in mine if one.station == name]
    first = canonical({**_identity(facts), "candidate": candidate, "form": form})
    return (first, *(bytes.fromhex(head) for head in heads))


def _identity(facts: SessionFacts) -> dict[str, str]:
    return {
        "definition_sha256": facts.definition_sha256,
        "nonce": facts.nonce,
        "session_id": facts.session_id,
    }


_ACTS = {
    "CandidateEnrolled": _enrolled,
    "StationBegun": _begun,
    "WarmUpBegun": _warm_up,
    "StationSubmitted": _submitted,
    "CandidateSealed": _sealed,
    "SessionClosed": _closed,
}
