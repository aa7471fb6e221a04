"""The words of `exam`."""

from __future__ import annotations

from pathlib import Path

from trainer.cli.grammar.parts import Nouns, noun, verb


def add_exam(nouns: Nouns) -> None:
    """`exam define | open | report | status | results | verify`."""
    verbs = noun(nouns, "exam", "exams: define, open, look at, verify; they are held in the app")
    define = verb(verbs, "define", "exams:define", "pin the scenarios and draw the forms")
    define.add_argument("source", type=Path, metavar="EXAM.yaml", help="docs/exams.md")
    define.add_argument("-o", "--output", type=Path, required=True, metavar="EXAM.json")
    define.add_argument(
        "--encrypt", action="store_true", help="with its scenarios; needs --passphrase-file"
    )
    begin = verb(verbs, "open", "exams:open_session", "open a session of a defined exam")
    begin.add_argument("definition", type=Path, metavar="EXAM.json")
    begin.add_argument("--by", required=True, metavar="NAME", help="the first examiner's pseudonym")
    begin.add_argument("--workstation", metavar="NAME", help="default: this computer's name")
    begin.add_argument(
        "--pin-file", type=Path, required=True, metavar="FILE", help="a new file for the PIN"
    )
    for leaf in (define, begin):
        leaf.add_argument(
            "--passphrase-file", type=Path, metavar="FILE", help="its first line; - reads it here"
        )
    _add_report(verbs)
    status = verb(verbs, "status", "exams:status", "list sessions, or say where one stands")
    status.add_argument("session", nargs="?", metavar="ID")
    results = verb(verbs, "results", "exams:results", "what was released")
    verify = verb(verbs, "verify", "exams:verify", "check a session's log, attempts and receipts")
    for leaf in (results, verify):
        leaf.add_argument("session", metavar="ID")


def _add_report(verbs: Nouns) -> None:
    """`exam report`."""
    report = verb(verbs, "report", "people:session_report", "a session's report, PDF")
    report.add_argument("session", metavar="ID")
    report.add_argument("-o", "--output", type=Path, required=True, metavar="R.pdf")
