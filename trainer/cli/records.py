"""records list | export | verify | verifier | rebuild | backup | restore | upload | upgrade ..."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from trainer.assessment.record.trust import Trust
from trainer.cli.outcome import Outcome, Tell
from trainer.refusal import ExitCode
from trainer.session import record_keeping as keeping
from trainer.session.records import Fault, StoredRecord
from trainer.session.services import Services
from trainer.session.waiting import Waiting

_FILTERS = ("session_id", "candidate", "subject_id")


def list_all(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """What the store holds."""
    found = _chosen(args, services)
    shown = services.records.shown(args.at)
    lines = [*(_line(record) for record in found), f"{len(found)} record(s) in {shown}"]
    document = {"store": shown, "records": [_document(record) for record in found]}
    return Outcome(document, tuple(lines))


def export(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """The files of records, byte for byte, and what was said of them."""
    store = services.records.open(args.at)
    files = keeping.exported(store, _chosen(args, services))
    written = [str(path) for path in services.records.write(args.out, files)]
    return Outcome({"folder": str(args.out), "files": written}, (*written, f"in {args.out}"))


def verify(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """Every chain, head, column and exam's signature; on request scores, and the files beside."""
    store = services.records.open(args.at)
    trust = Trust({} if args.keys is None else services.seals.keys(args.keys))
    found = list(keeping.faults(store, scores=args.scores, waiting=_told(tell), trust=trust))
    if args.files is not None:
        found += keeping.compared(store, services.records.files(args.files))
    count = len(store.records())
    first = f"{count} record(s) in {services.records.shown(args.at)}: " + (
        f"{len(found)} not as written" if found else "all as written"
    )
    document = {
        "store": services.records.shown(args.at),
        "ok": not found,
        "records": count,
        "faults": [{**asdict(fault), "record": str(fault.record)} for fault in found],
    }
    lines = (first, *(_fault_line(fault) for fault in found))
    return Outcome(document, lines, ExitCode.INTEGRITY if found else ExitCode.OK)


def upload(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Send files to the store; what it has already stays as it is."""
    store = services.records.open(args.at)
    sent = keeping.upload(store, services.records.files(args.paths))
    refused = [one for one in sent if one.refused is not None]
    lines = [f"  {one.path.name}: {one.refused}" for one in refused]
    new = sum(one.new for one in sent)
    complete = sum(one.complete for one in sent)
    lines.append(
        f"{len(sent)} file(s): {new} new line(s), {complete} complete, {len(refused)} refused, "
        f"in {services.records.shown(args.at)}"
    )
    document = {
        "store": services.records.shown(args.at),
        "files": [
            {
                "path": str(one.path),
                "record": str(one.record) if one.record else None,
                "new_lines": one.new,
                "complete": one.complete,
                "refused": str(one.refused) if one.refused else None,
            }
            for one in sent
        ],
    }
    codes = [one.refused.code for one in refused if one.refused is not None]
    return Outcome(document, tuple(lines), max(codes, default=ExitCode.OK))


def rebuild(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """Fill the store from files, then make its index anew from its lines."""
    store = services.records.open(args.at)
    sent = keeping.upload(store, services.records.files(args.paths))
    rows = keeping.rebuild(store, services.records.scoring(), _told(tell))
    refused = [f"  {one.path.name}: {one.refused}" for one in sent if one.refused is not None]
    document = {
        "store": services.records.shown(args.at),
        "files": len(sent),
        "new_lines": sum(one.new for one in sent),
        "refused": len(refused),
        "indexed": rows,
    }
    last = f"{len(sent)} file(s) looked at, {rows} record(s) indexed"
    return Outcome(document, (*refused, last))


def backup(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """A copy of a store that was found good."""
    made = services.records.backup(args.at, args.output)
    lines = (f"{made.path}", *(f"  thinned: {path.name}" for path in made.removed))
    document = {"backup": str(made.path), "removed": [str(path) for path in made.removed]}
    return Outcome(document, lines)


def restore(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Put a good backup in the store's place, then check every record."""
    done = services.records.restore(args.at, args.backup)
    faults = list(keeping.faults(services.records.open(args.at), trust=Trust()))
    lines = [f"restored from {done.backup}"]
    if done.aside is not None:
        lines.append(f"  what was there before lies in {done.aside}")
    lines += [_fault_line(fault) for fault in faults]
    lines.append("  records since that backup are in the files: run 'records rebuild'")
    document = {
        "backup": str(done.backup),
        "aside": str(done.aside) if done.aside else None,
        "rows": done.rows,
        "ok": not faults,
    }
    return Outcome(document, tuple(lines), ExitCode.INTEGRITY if faults else ExitCode.OK)


def upgrade(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Make the tables, or bring them to this program's version; prove that they keep a row."""
    services.records.open(args.at, may_upgrade=True)
    cautions = services.records.prove(args.at, for_exam=args.exam)
    shown = services.records.shown(args.at)
    lines = (f"{shown} keeps records", *(f"  {caution}" for caution in cautions))
    return Outcome({"store": shown, "cautions": list(cautions)}, lines)


def roles(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """The roles of a server: what they may do, or the script that makes them."""
    sql = services.records.roles_sql(args.at)
    if args.sql:
        return Outcome({"sql": sql}, (sql.rstrip("\n"),))
    lines = [line[3:] for line in sql.splitlines() if line.startswith("-- ")]
    return Outcome({"sql": sql}, (*lines, "The script itself: records roles --sql"))


def verifier(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Write the program that checks records without this one."""
    lines = services.records.verifier(args.output)
    said = f"{args.output}: {lines} lines of Python that need nothing else; run it with --help"
    return Outcome({"file": str(args.output), "lines": lines}, (said,))


def _chosen(args: argparse.Namespace, services: Services) -> tuple[StoredRecord, ...]:
    wanted = {name: getattr(args, name) for name in _FILTERS if getattr(args, name)}
    return tuple(
        record
        for record in services.records.open(args.at).records()
        if all(getattr(record.header, name) == value for name, value in wanted.items())
    )


def _document(record: StoredRecord) -> dict[str, Any]:
    header = {**asdict(record.header), "record": str(record.header.record)}
    own = {name: value for name, value in asdict(record).items() if name != "header"}
    return {**header, **own, "complete": record.head is not None}


def _line(record: StoredRecord) -> str:
    header = record.header
    state = "complete" if record.head else f"{record.lines} lines so far"
    score = "" if record.score is None else f"  score {record.score / 10:.1f}"
    void = "  VOID" if record.voids else ""
    who = header.candidate or header.mode
    return (
        f"{header.created_utc:20} {header.kind:8} {header.subject_id}  {who}  "
        f"{header.scenario_id}  {state}{score}{void}"
    )


def _fault_line(fault: Fault) -> str:
    place = "" if fault.line is None or fault.why.startswith("line") else f"line {fault.line}: "
    return f"  {fault.name}: {place}{fault.why}"


def _told(tell: Tell) -> Waiting:
    said = [0]

    def progress(done: float, words: str) -> None:
        tenth = int(done * 10)
        if tenth > said[0]:
            said[0] = tenth
            tell(f"{tenth * 10} % ({words})")

    return Waiting(progress)
