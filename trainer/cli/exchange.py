"""lrs send | status, pacs send | find | fetch: to other systems and back."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from trainer.cli.outcome import Outcome, Tell
from trainer.refusal import ExitCode, Refusal
from trainer.session import lrs, pacs
from trainer.session.services import Services

NOBODY = "local-user"  # whose attempts are where nobody was named


def lrs_send(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """Queue what was named, then send all that waits; what cannot be sent now goes on waiting."""
    statements = services.statements
    store = statements.store(args.to)
    for path in args.attempts:
        lrs.refuse_withheld(services, path)
    made = [
        one
        for path in args.attempts
        for one in statements.of_attempt(services, path, args.pseudonym or NOBODY)
    ]
    if args.session:
        made += statements.of_session(services, args.session)
    queued = statements.queue(made)
    sent = lrs.empty(statements.outbox, store, tell)
    words = (
        f"{queued} statement(s) queued; {sent.taken} taken, {sent.there} there before, "
        f"{sent.refused} refused, {sent.waiting} waiting"
    )
    lines = (words, f"the store was not reached: {sent.why}") if sent.why else (words,)
    code = ExitCode.STORAGE if sent.why else ExitCode.BAD_INPUT if sent.refused else ExitCode.OK
    return Outcome({"queued": queued, **asdict(sent)}, lines, code)


def lrs_status(_args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """What waits."""
    waiting = services.statements.outbox.waiting()
    return Outcome(
        {"waiting": len(waiting), "statements": list(waiting)}, (f"{len(waiting)} waiting",)
    )


def pacs_send(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Store files."""
    files = list(_files(args.paths))
    stored = services.archives.at(args.at).store(files)
    return Outcome({"stored": stored}, (f"{stored} file(s) stored",))


def pacs_find(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Studies that fit."""
    query = pacs.Query(args.patient_id, args.patient_name, args.study, args.date, args.modality)
    found = services.archives.at(args.at).find(query)
    return Outcome(
        {"studies": [asdict(study) for study in found]},
        (*map(_line, found), f"{len(found)} study(ies)"),
    )


def pacs_fetch(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """A study's files, or a patient made of them."""
    archive = services.archives.at(args.at)
    document = pacs.fetch_study(services, archive, args.study, args.out, args.kind)
    lines = [f"{document['fetched']} file(s) fetched", f"{document['kind']}: {args.out}"]
    if args.kind is None:
        lines.append("These files may name a patient: import what you need, then delete them")
    return Outcome(document, (*lines, *map(str, document.get("warnings", ()))))


def _line(study: pacs.FoundStudy) -> str:
    count = "?" if study.instances is None else study.instances
    kinds = "/".join(study.modalities) or "?"
    who = f"{study.patient_id} {study.patient_name}"
    return f"{study.study_uid}  {study.study_date or '-'}  {kinds}  {count}  {who}  " + (
        study.description
    )


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(path.glob("*.dcm"))
        elif path.is_file():
            yield path
        else:
            raise Refusal("Nothing was stored", f"{path} is not there", "Check the name")
