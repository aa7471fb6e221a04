# ruff: noqa: T201 - a program that prints
"""Verify the sealed record of an exam, or one .attempt file, without Rhizotomy Trainer.

    python verify_records.py FOLDER [--keys keys.jsonl] [--anchor FILE] [--receipt CODE]
    python verify_records.py FILE.attempt [--keys keys.jsonl]

One file, Python 3.9 or later, standard library alone. It was written from docs/record-format.md and
shares no line with the program. Exit: 0 nothing found, 5 something found, 3 not readable, 2 usage.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from verifier.checks import Checks, check
from verifier.spelling import BAD


def keys_of(data, checks):
    """Public key to (role, revoked from) of a list of keys."""
    known = {}
    for event in checks.chain("keys", data)[0]:
        role = known.get(event["public_key"], (event["role"], ""))[0]
        known[event["public_key"]] = (role, event["at_utc"] if event["event"] == "revoked" else "")
    return known


def anchor_of(text):
    """The parts of an anchor."""
    lines = text.strip().splitlines()
    if lines[:1] != ["Rhizotomy Trainer record anchor 1"]:
        raise ValueError("it is no anchor")
    return dict(line.strip().split(" ", 1) for line in lines[1:])


def folder_of(path):
    """The log, the attempts, the seals, the marks and what is locked of a session's folder."""
    found = {each.name: each.read_bytes() for each in sorted(path.glob("attempts/*.attempt"))}
    rest = [path / f"{name}.jsonl" for name in ("session", "seals", "marks")]
    rest = [one.read_bytes() if one.exists() or one is rest[0] else b"" for one in rest]
    locked = {one.stem for one in path.glob("attempts/*.locked")}
    return rest[0], found, rest[1], rest[2], locked


def main(argv=None):
    """Check, print, say how it went."""
    parser = argparse.ArgumentParser(description="Verify a sealed exam record.")
    parser.add_argument("record", type=Path, help="a session's folder, or one .attempt file")
    parser.add_argument("--keys", type=Path, help="the list of keys (keys.jsonl)")
    parser.add_argument("--anchor", type=Path, action="append", default=[], help="an anchor's file")
    parser.add_argument("--receipt", action="append", default=[], help="a candidate's receipt")
    args = parser.parse_args(argv)
    checks = Checks()
    try:
        if args.keys:
            checks.keys = keys_of(args.keys.read_bytes(), checks)
        anchors = [anchor_of(path.read_text(encoding="utf-8")) for path in args.anchor]
        if args.record.is_dir():
            log, attempts, seals, marks, locked = folder_of(args.record)
            check(checks, log, attempts, seals, anchors, args.receipt, marks, locked)
        else:
            attempts = {args.record.name: args.record.read_bytes()}
            try:
                checks.attempt(args.record.name, attempts[args.record.name])
            except BAD as error:
                why = f"a part is missing or bent ({error})"
                checks.ask(args.record.name, None, (False, why))
    except (OSError, *BAD) as error:
        print(f"Not readable: {error}")
        return 3
    for finding in checks.found:
        print(f"WRONG  {finding}")
    for note in checks.notes:
        print(f"note   {note}")
    print("signatures not held against a list of keys" if not checks.keys else "keys: as listed")
    print(f"{len(attempts)} attempts: {'SOUND' if not checks.found else 'NOT AS WRITTEN'}")
    return 5 if checks.found else 0
