"""scenario pack | verify | install | key new | new."""

from __future__ import annotations

import argparse
import getpass
import sys
from dataclasses import asdict
from pathlib import Path

from trainer.cli.outcome import Outcome, Tell
from trainer.refusal import ExitCode, Refusal
from trainer.session.packages import Opening, PackageFacts
from trainer.session.publishing import publish_table
from trainer.session.services import Services

PASSPHRASE_BYTES = 4096
UNCHANGED = "is here already with the same content; nothing was done"


def pack(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Write a scenario's package."""
    if args.encrypt != (args.passphrase_file is not None):
        raise _usage("--encrypt and --passphrase-file", "one was given without the other")
    passphrase = passphrase_of(args.passphrase_file)
    facts = services.packages.pack(args.scenario, args.output, args.sign, passphrase)
    lines = [f"{args.output}: {facts.scenario_id} version {facts.version}", *_told(facts)]
    lines += [f"  not packed: {name}" for name in facts.left_out]
    return Outcome({"package": str(args.output), **asdict(facts)}, tuple(lines))


def verify(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Check a package without keeping anything of it."""
    facts = services.packages.verify(args.package, _opening(args))
    lines = (f"{args.package}: whole, {facts.scenario_id} version {facts.version}", *_told(facts))
    return Outcome({"package": str(args.package), "ok": True, **asdict(facts)}, lines)


def install(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Install a package's scenario."""
    done = services.packages.install(args.package, _opening(args), replace=args.replace)
    said = UNCHANGED if done.outcome == "unchanged" else f"{done.outcome} in {done.folder}"
    facts = done.facts
    document = {"outcome": done.outcome, "folder": str(done.folder), **asdict(facts)}
    first = f"{facts.scenario_id} version {facts.version} {said}"
    return Outcome(document, (first, *_told(facts)))


def new_key(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Make a pair of keys."""
    fingerprint = services.packages.new_key(args.output)
    public = f"{args.output}.pub"
    lines = (
        f"{args.output}: private key; keep it to yourself",
        f"{public}: public key; give it to those who install your packages",
        f"  fingerprint {fingerprint}",
    )
    document = {"private": str(args.output), "public": public, "fingerprint": fingerprint}
    return Outcome(document, lines)


def new(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Make scenarios from a template and a table."""
    made = publish_table(services, args.template, args.table, args.output)
    lines = [f"{args.output}: {len(made.ids)} scenario(s) from {args.template}"]
    lines += [f"  {name}" for name in made.ids]
    lines += [f"  look again: {one}" for one in made.cautions]
    document = {
        "folder": str(args.output),
        "scenarios": list(made.ids),
        "warnings": [asdict(one) for one in made.cautions],
    }
    return Outcome(document, tuple(lines))


def _told(facts: PackageFacts) -> tuple[str, ...]:
    signed = "not signed"
    if facts.signed_by is not None:
        trusted = "the key you trust" if facts.trusted else "you named no key to trust"
        signed = f"signed by key {facts.signed_by} ({trusted})"
    lines = (
        f"  content {facts.content_sha256}",
        f"  {len(facts.files)} file(s), {facts.size:,} bytes, {signed}",
    )
    return (*lines, "  encrypted for an exam") if facts.encrypted else lines


def _opening(args: argparse.Namespace) -> Opening:
    return Opening(args.trust, passphrase_of(args.passphrase_file))


def passphrase_of(file: Path | None) -> str | None:
    """The first line of a file, or what is typed; never an argument, which others can see."""
    if file is None:
        return None
    if str(file) == "-":
        typed = getpass.getpass("Passphrase: ") if sys.stdin.isatty() else sys.stdin.readline()
        return typed.rstrip("\r\n")
    try:
        with file.open("rb") as stream:
            line = stream.readline(PASSPHRASE_BYTES)
        return line.decode("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        why = "it is not text in UTF-8" if isinstance(error, ValueError) else str(error.strerror)
        raise Refusal(f"{file} cannot be read", why.lower(), "Check the file") from None


def _usage(what: str, why: str) -> Refusal:
    return Refusal(what, why, "Give both or none", code=ExitCode.USAGE)
