"""records person note | show | export | erase | overdue, exam report: one person, one session."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import date, datetime

from trainer.cli.outcome import Outcome, Tell
from trainer.refusal import ExitCode, Refusal
from trainer.session import retention
from trainer.session.clock import utc_now
from trainer.session.people import everything_about
from trainer.session.services import Services


def today() -> date:
    """The day here."""
    return datetime.now().astimezone().date()


def note(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Keep who a pseudonym is, or a comment."""
    if args.name is None and not args.comment:
        raise Refusal("Nothing was kept", "nothing was told", "Give --name or --comment",
                      code=ExitCode.USAGE)  # fmt: skip
    person = services.people.note(args.pseudonym, args.name, args.comment, utc_now())
    words = f"{args.pseudonym}: {person.name or 'no name'}, {len(person.comments)} comment(s)"
    return Outcome(asdict(person), (words,))


def show(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Who a pseudonym is."""
    person = services.people.read(args.pseudonym)
    if person is None:
        when = services.people.erased().get(args.pseudonym)
        why = f"it was erased at {when}" if when else "nothing is kept of that pseudonym"
        raise Refusal("Nobody is shown", why, "Check the pseudonym")
    comments = (f"{at}  {words}" for at, words in person.comments)
    return Outcome(asdict(person), (f"{person.pseudonym}: {person.name}", *comments))


def export(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Everything about a person in one zip."""
    files = everything_about(services, args.pseudonym, practice=args.practice)
    services.people.write_zip(args.output, files)
    names = sorted(files)
    return Outcome({"file": str(args.output), "members": names}, (*names, f"in {args.output}"))


def erase(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Destroy the key of a person's text."""
    if args.confirm != args.pseudonym:
        raise Refusal(
            "Nobody was erased",
            "--confirm does not repeat the pseudonym, and erasing cannot be taken back",
            f"Add --confirm {args.pseudonym}",
            code=ExitCode.USAGE,
        )
    services.people.erase(args.pseudonym, utc_now())
    words = (
        f"{args.pseudonym}: name and notes cannot be read any more",
        "The records stay, under the pseudonym. What was copied before (backups of the keys, "
        "exports, what was sent elsewhere) is not reached: docs/exchange.md",
    )
    return Outcome({"erased": args.pseudonym}, words)


def overdue(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Who is kept longer than their exams say; with --erase they are forgotten."""
    found = retention.overdue(services, today())
    lines = [f"{one.pseudonym}: {one.reason}" for one in found]
    told = [{**asdict(one), "kept_until": one.kept_until.isoformat()} for one in found]
    if not args.erase:
        words = f"records person overdue --erase --confirm {len(found)}"
        last = f"{len(found)} kept too long" + (f"; {words} forgets who they are" if found else "")
        return Outcome({"overdue": told, "erased": 0}, (*lines, last))
    if args.confirm != len(found):
        raise Refusal(
            "Nobody was erased",
            f"{len(found)} are kept too long, and erasing cannot be taken back",
            f"Look at records person overdue, then add --confirm {len(found)}",
            code=ExitCode.USAGE,
        )
    count = retention.forget(services, found, utc_now())
    return Outcome({"overdue": told, "erased": count}, (*lines, f"{count} were erased"))


def session_report(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """A session's report as a PDF."""
    services.reports.write_session(args.output, services, args.session)
    return Outcome({"report": str(args.output)}, (f"report: {args.output}",))
