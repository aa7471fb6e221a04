"""What can be done to a sealed record: by a faulty disk, by a stranger, by whoever has the keys."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import Any

from tests.trust.sealed_records import EXAMINER, STATION, STRANGER, Sealed
from trainer.assessment.exams.leaves import signed_message
from trainer.assessment.receipt import receipt_code
from trainer.assessment.record.findings import Report
from trainer.assessment.record.lines import canonical_sha256, chained_lines
from trainer.assessment.record.session_log import read_session
from trainer.assessment.record.session_record import SessionFiles
from trainer.assessment.record.session_seal import (
    SealedAttempt,
    Signature,
    Statement,
    read_seal,
    seal_line,
    signed_bytes,
)
from trainer.assessment.record.session_seals import sealed_attempts
from trainer.attempt.chain import NOTHING, hash_of, line_of
from trainer.attempt.seal import signed_bytes as seal_bytes
from trainer.storage.signing_keys import FileSigner

Change = Callable[[random.Random, Sealed], SessionFiles]


# ------------------------------------------------------------------- one file of the record changed


def _with(files: SessionFiles, name: str, data: bytes) -> SessionFiles:
    if name == "log":
        return replace(files, log=data)
    if name == "seals":
        return replace(files, seals=data)
    return replace(files, attempts={**files.attempts, name: data})


def _some(rng: random.Random, files: SessionFiles) -> tuple[str, bytes]:
    """A file that is bound to its last byte: all but the warm-ups, which are never scored."""
    parts = {name: data for name, data in files.attempts.items() if not name.startswith("w-")}
    names = sorted((*parts, "log", "seals"))
    name = rng.choice(names)
    return name, {**parts, "log": files.log, "seals": files.seals}[name]


def _attempt(rng: random.Random, files: SessionFiles) -> tuple[str, bytes]:
    name = rng.choice(sorted(one for one in files.attempts if not one.startswith("w-")))
    return name, files.attempts[name]


def _lines(change: Callable[[random.Random, list[bytes]], None]) -> Change:
    def changed(rng: random.Random, made: Sealed) -> SessionFiles:
        name, data = _some(rng, made.files)
        lines = data.splitlines(keepends=True)
        change(rng, lines)
        return _with(made.files, name, b"".join(lines))

    return changed


def bit_flip(rng: random.Random, made: Sealed) -> SessionFiles:
    """One bit of one file."""
    name, data = _some(rng, made.files)
    at, bit = rng.randrange(len(data)), 1 << rng.randrange(8)
    return _with(made.files, name, data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :])


def byte_edit(rng: random.Random, made: Sealed) -> SessionFiles:
    """A few bytes become others."""
    name, data = _some(rng, made.files)
    at = rng.randrange(len(data))
    new = bytes(rng.randrange(32, 127) for _ in range(rng.randrange(1, 6)))
    edited = data[:at] + new + data[at + len(new) :]
    return _with(made.files, name, edited if edited != data else data + b"!")


def cut_at_a_line(rng: random.Random, made: Sealed) -> SessionFiles:
    """The last lines are gone."""
    name, data = _some(rng, made.files)
    lines = data.splitlines(keepends=True)
    return _with(made.files, name, b"".join(lines[: rng.randrange(len(lines))]))


def cut_inside_a_line(rng: random.Random, made: Sealed) -> SessionFiles:
    """The file ends anywhere."""
    name, data = _some(rng, made.files)
    return _with(made.files, name, data[: rng.randrange(len(data))])


def _swap(rng: random.Random, lines: list[bytes]) -> None:
    a, b = rng.sample(range(len(lines)), 2)
    lines[a], lines[b] = lines[b], lines[a]


def _double(rng: random.Random, lines: list[bytes]) -> None:
    at = rng.randrange(len(lines))
    lines.insert(at, lines[at])


def _drop(rng: random.Random, lines: list[bytes]) -> None:
    del lines[rng.randrange(len(lines))]


# -------------------------------------------------------------------------- edited and chained anew


def chained(bodies: list[dict[str, Any]], sign: FileSigner | None = None) -> bytes:
    """The bodies as a file whose chain is right; a seal is signed anew where `sign` is given."""
    lines: list[bytes] = []
    for body in bodies:
        prev = hash_of(lines[-1]) if lines else NOTHING
        told = {name: part for name, part in body.items() if name != "prev"}
        if sign is not None and told.get("kind") == "seal":
            told["key"] = sign.public_bytes.hex()
            told["signature"] = sign.sign(seal_bytes(told, prev)).hex()
        lines.append(line_of(told, prev))
    return b"".join(lines)


def bodies_of(data: bytes) -> list[dict[str, Any]]:
    """The objects of a chained file."""
    return [json.loads(line) for line in data.splitlines()]


def _edited(rng: random.Random, bodies: list[dict[str, Any]]) -> None:
    """Something a forger would like: other events, another seed, another day."""
    body = rng.choice([one for one in bodies if one["kind"] != "seal"])
    if body["kind"] == "header":
        body["created_utc"] = "2026-11-23T07:00:00Z"
    elif body["events"]:
        body["events"] = body["events"][:-1]
    else:
        body["state"] = "0" * 64


def rechain(rng: random.Random, made: Sealed) -> SessionFiles:
    """An attempt is edited and chained anew; its old signature stays."""
    name, data = _attempt(rng, made.files)
    bodies = bodies_of(data)
    _edited(rng, bodies)
    return _with(made.files, name, chained(bodies))


def rechain_and_sign(rng: random.Random, made: Sealed) -> SessionFiles:
    """The same, signed with a key that somebody made."""
    name, data = _attempt(rng, made.files)
    bodies = bodies_of(data)
    _edited(rng, bodies)
    return _with(made.files, name, chained(bodies, STRANGER))


def _header_changed(key: str, change: Callable[[dict[str, Any]], None]) -> Change:
    def changed(rng: random.Random, made: Sealed) -> SessionFiles:
        name, data = _attempt(rng, made.files)
        bodies = bodies_of(data)
        change(bodies[0])
        if key == "restated":
            sha256 = canonical_sha256(bodies[0]["scenario"])
            bodies[0]["provenance"]["scenario_sha256"] = sha256
        bodies[-1].update({part: bodies[0]["sitting"][part] for part in bodies[0]["sitting"]})
        return _with(made.files, name, chained(bodies, STATION))

    return changed


def _easier(header: dict[str, Any]) -> None:
    header["scenario"]["tolerance_mm"] = 9.5


def _kinder(header: dict[str, Any]) -> None:
    header["scenario"]["rubric"]["parts"] = [9, 9, 9]


def _other_candidate(header: dict[str, Any]) -> None:
    mine = header["sitting"]["candidate"]
    header["sitting"]["candidate"] = "cobalt-12" if mine == "amber-07" else "amber-07"


def _other_try(header: dict[str, Any]) -> None:
    header["sitting"]["try_number"] += 1


def splice(rng: random.Random, made: Sealed) -> SessionFiles:
    """The head of one attempt with the records of another's, signed by the station itself."""
    (name, data), (_, other) = _attempt(rng, made.files), _attempt(rng, made.files)
    mine, theirs = bodies_of(data), bodies_of(other)
    at = rng.randrange(1, len(mine))
    bodies = [*mine[:at], *theirs[at:-1][1:], mine[-1]]
    for seq, body in enumerate(bodies[1:-1], start=1):
        body["seq"] = seq
    bodies[-1]["count"] = len(bodies) - 2
    return _with(made.files, name, chained(bodies, STATION))


def exchanged(rng: random.Random, made: Sealed) -> SessionFiles:
    """One candidate's file holds what another one did at that station."""
    station = rng.choice(("station-1-1", "station-1-2", "station-2-1"))
    names = [f"{who}-{station}.attempt" for who in ("amber-07", "cobalt-12")]
    attempts = dict(made.files.attempts)
    attempts[names[0]] = attempts[names[1]]
    return replace(made.files, attempts=attempts)


def attempt_gone(rng: random.Random, made: Sealed) -> SessionFiles:
    """A submitted attempt is missing."""
    name, _ = _attempt(rng, made.files)
    left = {one: data for one, data in made.files.attempts.items() if one != name}
    return replace(made.files, attempts=left)


def log_rechained(rng: random.Random, made: Sealed) -> SessionFiles:
    """The session's log says something else from some line on and is chained anew."""
    bodies = bodies_of(made.files.log)
    _edited(rng, bodies)
    return replace(made.files, log=chained(bodies))


def definition_swapped(rng: random.Random, made: Sealed) -> SessionFiles:
    """Another scenario or rubric is what the exam's definition asked for all along."""
    bodies = bodies_of(made.files.log)
    what = rng.choice(("scenario_sha256", "rubric_sha256"))
    bodies[0]["definition"]["forms"][0]["stations"][0][what] = "e" * 64
    bodies[0]["definition_sha256"] = canonical_sha256(bodies[0]["definition"])
    return replace(made.files, log=chained(bodies))


def sealed_anew(station: FileSigner, examiner: FileSigner) -> Change:
    """The log is edited, chained anew, and all of it sealed again by whoever has those keys."""

    def changed(rng: random.Random, made: Sealed) -> SessionFiles:
        files = log_rechained(rng, made)
        bodies = bodies_of(made.files.seals)
        heads = [hash_of(line) for line in files.log.splitlines(keepends=True)]
        again = []
        for body in bodies:
            told, _ = read_seal(body)
            told = replace(told, log_head=heads[told.log_lines - 1])
            again.append(seal_line(told, _signed(told, station, examiner)))
        return replace(files, seals=chained(again))

    return changed


def _signed(told: Statement, station: FileSigner, examiner: FileSigner) -> list[Signature]:
    message = signed_bytes(told.root)
    return [
        Signature(role, key.public_bytes.hex(), key.sign(message).hex())
        for role, key in (("station", station), ("examiner", examiner))
    ]


def seal_lists_less(rng: random.Random, made: Sealed) -> SessionFiles:
    """A seal leaves an attempt out or names another head; root and receipt fit, signatures stay."""
    bodies = bodies_of(made.files.seals)
    at = rng.randrange(len(bodies))
    told, signatures = read_seal(bodies[at])
    attempts = list(told.attempts)
    index = rng.randrange(len(attempts))
    if rng.random() < 0.5:
        del attempts[index]
    else:
        attempts[index] = SealedAttempt(**{**asdict(attempts[index]), "head": "a" * 64})
    bodies[at] = seal_line(replace(told, attempts=tuple(attempts)), signatures)
    return replace(made.files, seals=chained(bodies))


def rolled_back(_rng: random.Random, made: Sealed) -> SessionFiles:
    """Everything as it was at the first seal: whole, signed, and old."""
    return made.older


def seals_rolled_back(_rng: random.Random, made: Sealed) -> SessionFiles:
    """Only the seals are old."""
    return replace(made.files, seals=made.older.seals)


def made_anew(station: FileSigner | None, examiner: FileSigner | None) -> Change:
    """An attempt is edited and *everything* that follows from it is made to fit.

    The chain, the log, the roots, the receipts and the seals are right again. None : the old
    signatures stay where they were.
    """

    def changed(rng: random.Random, made: Sealed) -> SessionFiles:
        name, data = _attempt(rng, made.files)
        bodies = bodies_of(data)
        _edited(rng, bodies)
        files = _with(made.files, name, chained(bodies, station))
        files = replace(files, log=_fitting_log(files, name, station))
        return replace(files, seals=_fitting_seals(files, station, examiner))

    return changed


def _fitting_log(files: SessionFiles, name: str, station: FileSigner | None) -> bytes:
    """The log with the hashes of a changed attempt, and every root that follows."""
    lines = files.attempts[name].splitlines(keepends=True)
    bodies = bodies_of(files.log)
    for body in bodies[1:]:
        for event in body["events"]:
            if event.get("attempt_id") == name.removesuffix(".attempt"):
                told = {"header_sha256": hash_of(lines[0]), "head": hash_of(lines[-1])}
                event.update({part: told[part] for part in told if part in event})
    for _ in range(2):  # the session's root follows from the candidates'
        facts = read_session(chained_lines(chained(bodies), "log", Report()))
        for rooted in facts.roots:
            code = receipt_code(bytes.fromhex(rooted.expected))
            event = bodies[rooted.line - 1]["events"][0]
            event.update(root=rooted.expected, receipt=code)
            if station is not None:
                signature = station.sign(signed_message(bytes.fromhex(rooted.expected)))
                event.update(key_id=station.key_id, signature=signature.hex())
    return chained(bodies)


def _fitting_seals(
    files: SessionFiles, station: FileSigner | None, examiner: FileSigner | None
) -> bytes:
    log = chained_lines(files.log, "log", Report())
    facts, again = read_session(log), []
    for body in bodies_of(files.seals):
        told, signatures = read_seal(body)
        attempts = sealed_attempts(facts, told.log_lines)
        told = replace(told, log_head=log.heads[told.log_lines - 1], attempts=attempts)
        if station is not None and examiner is not None:
            signatures = tuple(_signed(told, station, examiner))
        again.append(seal_line(told, signatures))
    return chained(again)


CHANGES: Mapping[str, Change] = {
    "bit flip": bit_flip,
    "byte edit": byte_edit,
    "cut at a line": cut_at_a_line,
    "cut inside a line": cut_inside_a_line,
    "lines swapped": _lines(_swap),
    "line doubled": _lines(_double),
    "line dropped": _lines(_drop),
    "edited, chained anew": rechain,
    "edited, chained anew, signed by a stranger": rechain_and_sign,
    "scenario swapped, signed by the station": _header_changed("as stated", _easier),
    "scenario swapped and restated, signed by the station": _header_changed("restated", _easier),
    "rubric swapped and restated, signed by the station": _header_changed("restated", _kinder),
    "candidate swapped, signed by the station": _header_changed("as stated", _other_candidate),
    "try swapped, signed by the station": _header_changed("as stated", _other_try),
    "two attempts spliced, signed by the station": splice,
    "files exchanged": exchanged,
    "attempt gone": attempt_gone,
    "log edited, chained anew": log_rechained,
    "definition swapped": definition_swapped,
    "log edited, sealed anew by a stranger": sealed_anew(STRANGER, STRANGER),
    "log edited, sealed anew by the station alone": sealed_anew(STATION, STRANGER),
    "log edited, sealed anew by station and examiner": sealed_anew(STATION, EXAMINER),
    "record made anew, old signatures": made_anew(None, None),
    "record made anew by a stranger": made_anew(STRANGER, STRANGER),
    "record made anew by station and examiner": made_anew(STATION, EXAMINER),
    "seal lists less": seal_lists_less,
    "rolled back": rolled_back,
    "seals rolled back": seals_rolled_back,
}
