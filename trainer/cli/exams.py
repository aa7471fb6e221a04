"""exam define | open | status | results | verify."""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from trainer.assessment.exams.canonical import definition_sha256
from trainer.assessment.exams.cautions import anchors_of, cautions
from trainer.assessment.exams.definition import ExamDefinition
from trainer.assessment.exams.results import CandidateResult, Outcome
from trainer.assessment.exams.session_log import SessionLog
from trainer.assessment.exams.state import Candidate, StationState
from trainer.cli.outcome import Outcome as Said
from trainer.cli.outcome import Tell
from trainer.cli.packages import passphrase_of
from trainer.refusal import ExitCode, Refusal
from trainer.session.exams.desk import ExamDesk, SessionCard
from trainer.session.services import Services

NO_EVIDENCE = "no validity evidence yet"


def define(args: argparse.Namespace, services: Services, _tell: Tell) -> Said:
    """Make a definition: scenarios pinned, forms drawn."""
    if args.encrypt != (args.passphrase_file is not None):
        why, step = "one was given without the other", "Give both or none"
        raise Refusal("--encrypt and --passphrase-file", why, step, code=ExitCode.USAGE)
    passphrase = passphrase_of(args.passphrase_file)
    made = ExamDesk(services).define(args.source, args.output, passphrase)
    document = {"output": str(args.output), **_told(made.definition)}
    lines = [f"{args.output}: {made.definition.title}, version {made.definition.version}"]
    for form in made.definition.forms:
        lines.append(f"  {form.id}: {', '.join(one.scenario for one in form.stations)}")
    lines += [f"  {one}" for one in made.cautions]
    return Said({**document, "cautions": list(made.cautions)}, tuple(lines))


def open_session(args: argparse.Namespace, services: Services, _tell: Tell) -> Said:
    """Open a session; the PIN goes to a file that its owner alone may read."""
    if os.path.lexists(args.pin_file):
        why = "the PIN is never written over another file"
        raise Refusal(f"{args.pin_file} exists already", why, "Choose another name")
    desk, where = ExamDesk(services), args.workstation or platform.node() or "workstation"
    passphrase = passphrase_of(args.passphrase_file)
    if passphrase is None:
        opened = desk.open(desk.definition(args.definition), where, args.by)
    else:
        opened = desk.open_sealed(args.definition, passphrase, where, args.by)
    room = opened.room
    definition = room.definition
    try:
        _write_private(args.pin_file, opened.pin)
    finally:
        room.leave()
    said = cautions(definition)
    document = {
        "session_id": room.session_id,
        "by": args.by,
        "pin_file": str(args.pin_file),
        "cautions": list(said),
        **_told(definition),
    }
    lines = (
        f"{room.session_id}: open, {definition.title}",
        f"  the PIN of {args.by} stands in {args.pin_file}; read it and delete the file",
        *(f"  {one}" for one in said),
    )
    return Said(document, lines)


def status(args: argparse.Namespace, services: Services, _tell: Tell) -> Said:
    """All sessions, or where one stands; never a result."""
    desk = ExamDesk(services)
    if args.session is None:
        cards = desk.sessions()
        lines = tuple(map(_card_line, cards)) or ("no session of an exam here",)
        return Said({"sessions": [asdict(one) for one in cards]}, lines)
    log = desk.look(args.session)
    return Said(_status(log), tuple(_status_lines(log)))


def results(args: argparse.Namespace, services: Services, _tell: Tell) -> Said:
    """What was released; of the others only that it was not."""
    desk = ExamDesk(services)
    log = desk.look(args.session)
    found = desk.results(args.session)
    said = cautions(log.header.definition, len(found))
    document = {
        "session_id": args.session,
        "standing": log.header.definition.cut.standing,
        "evidence": NO_EVIDENCE,
        "candidates": [_result(one) for one in found],
        "cautions": list(said),
    }
    lines = [line for one in found for line in _result_lines(one)]
    return Said(document, (*lines, *(f"  {one}" for one in said)))


def verify(args: argparse.Namespace, services: Services, _tell: Tell) -> Said:
    """Check a session's chain, attempts, roots and receipts."""
    found = ExamDesk(services).verify(args.session)
    document = {"session_id": args.session, "ok": True, **asdict(found)}
    lines = [f"{args.session}: whole, {found.records} records, {found.attempts} attempts"]
    lines += [f"  {name}: {receipt}" for name, receipt in found.receipts.items()]
    lines += [f"  session: {found.closed}"] if found.closed else ["  not closed yet"]
    if found.unsealed:
        lines.append(f"  {found.unsealed} station(s) are not over")
    if found.locked:
        lines.append(f"  {found.locked} attempt(s) are locked until then, and were not read")
    return Said(document, tuple(lines))


def _told(definition: ExamDefinition) -> Mapping[str, Any]:
    forms = [
        {
            "id": form.id,
            "stations": [
                {"id": one.id, "scenario": one.scenario, "anchor": one.anchor}
                for one in form.stations
            ],
        }
        for form in definition.forms
    ]
    return {
        "exam": definition.id,
        "version": definition.version,
        "sha256": definition_sha256(definition),
        "forms": forms,
        "standing": definition.cut.standing,
        "anchors": [{**asdict(one), "enough": one.enough} for one in anchors_of(definition)],
    }


def _status(log: SessionLog) -> Mapping[str, Any]:
    people = log.state.candidates.values()
    return {
        "session_id": log.header.session_id,
        "exam": log.header.definition.id,
        "workstation": log.state.workstation,
        "created_utc": log.header.created_utc,
        "closed": log.state.closed is not None,
        "cut_bytes": log.cut_bytes,
        "clock_jumps": [{"kind": kind, "by_ms": by_ms} for kind, by_ms in log.state.jumps],
        "candidates": [_candidate(one) for one in people],
    }


def _candidate(candidate: Candidate) -> Mapping[str, Any]:
    return {
        "candidate": candidate.name,
        "form": candidate.form,
        "phase": candidate.phase.value,
        "charged_ms": candidate.charged_ms,
        "receipt": candidate.sealed.receipt if candidate.sealed else "",
        "stations": [_station(name, one) for name, one in candidate.stations.items()],
    }


def _station(name: str, station: StationState) -> Mapping[str, Any]:
    tries = [
        {
            "attempt_id": one.attempt_id,
            "status": one.status.value,
            "how": one.how,
            "charged_ms": one.charged_ms,
            "limit_ms": one.limit_ms,
            "over": list(one.over),
            "void": one.void,
        }
        for one in station.tries
    ]
    return {"station": name, "resits": station.resits, "tries": tries}


def _status_lines(log: SessionLog) -> list[str]:
    state, header = log.state, log.header
    closed = "closed" if state.closed else "open"
    lines = [f"{header.session_id}: {header.definition.title}, {closed}, at {state.workstation}"]
    for one in state.candidates.values():
        over = sum(station.counted is not None for station in one.stations.values())
        receipt = f", receipt {one.sealed.receipt}" if one.sealed else ""
        lines.append(
            f"  {one.name}: {one.phase.value}, {over} of {len(one.stations)} stations{receipt}"
        )
    return lines


def _card_line(card: SessionCard) -> str:
    if card.problem:
        return f"{card.session_id}: {card.problem}"
    closed = "closed" if card.closed else "open"
    return (
        f"{card.session_id}: {card.title}, {card.created_utc}, {closed}, {card.candidates} "
        f"candidate(s), {card.released} released"
    )


def _result(result: CandidateResult) -> Mapping[str, Any]:
    document: dict[str, Any] = {
        "candidate": result.candidate,
        "phase": result.phase.value,
        "receipt": result.receipt,
        "released": result.released,
    }
    if result.outcome is not None:
        document["outcome"] = asdict(result.outcome)
        document["changed"] = list(result.changed)
    return document


def _result_lines(result: CandidateResult) -> list[str]:
    if result.outcome is None:
        return [f"{result.candidate}: withheld ({result.phase.value})"]
    lines = [f"{result.candidate}: {_verdict(result.outcome)}, receipt {result.receipt}"]
    for one in result.outcome.stations:
        mark = "nothing counts" if one.mark is None else f"{one.mark.score} of 1000"
        lines.append(f"  {one.station}: {mark}")
    lines += [f"  {one}: its score is another now than when released" for one in result.changed]
    return lines


def _verdict(outcome: Outcome) -> str:
    words = {True: "passed", False: "not passed", None: "undecided, a voided station lacks a resit"}
    return f"{words[outcome.passed]}, mean {outcome.mean_mark} of 1000 ({outcome.standing})"


def _write_private(path: Path, pin: str) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"{pin}\n")
    except OSError as error:
        raise Refusal(
            f"{path} could not be written",
            os.strerror(error.errno or 0),
            "The session is open; issue another PIN in the app",
            code=ExitCode.STORAGE,
        ) from None
