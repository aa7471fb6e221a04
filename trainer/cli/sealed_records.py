"""keys list | enrol | rotate | revoke | trust | distrust, seal session | check: who signs what."""

from __future__ import annotations

import argparse
import contextlib
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from trainer.cli.outcome import Outcome, Tell
from trainer.refusal import ExitCode, Refusal
from trainer.session import sealing
from trainer.session.clock import utc_now
from trainer.session.services import Services

if TYPE_CHECKING:
    from trainer.assessment.keys import KnownKey
    from trainer.assessment.record.findings import Report


def list_keys(_args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Every key that ever was on this computer."""
    known = tuple(services.keys.known().values())
    lines = [_line(key) for key in known] or ["no key was enrolled on this computer"]
    lines += [f"{named}  of another station, trusted" for named in services.keys.trusted()]
    document: dict[str, Any] = {
        "list": str(services.keys.list_path()),
        "keys": [_document(key) for key in known],
        "trusted": sorted(services.keys.trusted()),
    }
    lines.append(f"to hand out: {services.keys.list_path()}")
    with contextlib.suppress(Refusal):  # no key yet, or a list without its files
        document["public"] = str(services.keys.public_path("station"))
        lines.append(f"for another station's 'keys trust': {document['public']}")
    return Outcome(document, tuple(lines))


def trust(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Open exams that another station has encrypted and signed."""
    named = services.keys.trust(args.file)
    words = "compare the fingerprint with that station's 'keys list', by voice or on paper"
    return Outcome({"fingerprint": named}, (f"{named}  trusted from now on", words))


def distrust(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Open that station's exams no more."""
    services.keys.distrust(args.fingerprint)
    return Outcome({"fingerprint": args.fingerprint}, (f"{args.fingerprint}  trusted no more",))


def enrol(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Make this computer's station key, or an examiner's."""
    return _made(services.keys.enrol(args.role, args.name, utc_now()))


def rotate(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Replace a key; what the old one signed still counts."""
    return _made(services.keys.rotate(args.role, utc_now(), args.reason))


def revoke(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Say that a key counts no more from now on."""
    found = [key for key in services.keys.known().values() if key.key_id == args.fingerprint]
    if not found:
        why = f"no key has the fingerprint {args.fingerprint}"
        raise Refusal("The key was not revoked", why, "List them with 'keys list'")
    services.keys.revoke(found[0].public_key, utc_now(), args.reason)
    return _made(services.keys.known()[found[0].public_key])


def seal(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Seal a session with the station's key and, where there is one here, the examiner's."""
    examiner = None if args.station_only else services.keys.signer("examiner")
    anchor = sealing.seal_session(services, args.session, examiner, args.anchor)
    lines = [f"seal {anchor.seal_number}: {anchor.receipt}", f"signed by {anchor.signed_by}"]
    lines.append(f"carry {args.anchor} away from this computer, or print it")
    return Outcome({**asdict(anchor), "anchor": str(args.anchor)}, tuple(lines))


def check(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Everything that can be found in a session's folder or in one attempt."""
    brought = sealing.Brought(args.keys, tuple(args.anchor), tuple(args.receipt))
    if args.record.is_dir():
        report = sealing.session_checked(services, args.record, brought)
    else:
        report = sealing.attempt_checked(services, args.record, args.keys)
    return _told(str(args.record), report)


def _told(record: str, report: Report) -> Outcome:
    lines = [f"{record}: {'sound' if report.sound else 'NOT as it was written'}"]
    lines += [f"  {finding}" for finding in report.findings]
    lines += [f"  {name} {value}" for name, value in report.facts.items()]
    lines += [f"  note: {note}" for note in report.notes]
    document = {
        "record": record,
        "ok": report.sound,
        "findings": [asdict(finding) for finding in report.findings],
        "facts": report.facts,
        "notes": report.notes,
    }
    code = ExitCode.OK if report.sound else ExitCode.INTEGRITY
    return Outcome(document, tuple(lines), code)


def _made(key: KnownKey) -> Outcome:
    return Outcome(_document(key), (_line(key),))


def _document(key: KnownKey) -> dict[str, str]:
    return {**asdict(key), "fingerprint": key.key_id}


def _line(key: KnownKey) -> str:
    state = f"revoked {key.revoked_utc}" if key.revoked_utc else f"since {key.since_utc}"
    return f"{key.key_id}  {key.role:8}  {key.name}  {state}"
