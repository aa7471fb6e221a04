"""The words of `lrs` and `pacs`: to and from other systems."""

from __future__ import annotations

from pathlib import Path

from trainer.cli.grammar.parts import Nouns, noun, verb


def add_lrs(nouns: Nouns) -> None:
    """`lrs send | status`."""
    verbs = noun(nouns, "lrs", "results to a learning record store (xAPI)")
    send = verb(verbs, "send", "exchange:lrs_send", "send attempts, and what still waits")
    send.add_argument("attempts", nargs="*", type=Path, metavar="A.attempt")
    send.add_argument("--session", metavar="ID", help="what is released of an exam's session")
    send.add_argument("--as", dest="pseudonym", metavar="NAME", help="whose attempts these are")
    send.add_argument("--to", metavar="URL", help="default: the one that was set")
    verb(verbs, "status", "exchange:lrs_status", "say how many statements wait to be sent")


def add_pacs(nouns: Nouns) -> None:
    """`pacs send | find | fetch`."""
    verbs = noun(nouns, "pacs", "pictures and reports to a hospital's archive")
    send = verb(verbs, "send", "exchange:pacs_send", "store DICOM files that attempt export made")
    send.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
    find = verb(verbs, "find", "exchange:pacs_find", "look for studies")
    asked = {
        "--patient-id": "ID",
        "--patient-name": "NAME",
        "--study": "UID",
        "--date": "YYYYMMDD[-YYYYMMDD]",
        "--modality": "CT",
    }
    for option, what in asked.items():
        find.add_argument(option, default="", metavar=what)
    fetch = verb(verbs, "fetch", "exchange:pacs_fetch", "fetch a study, or make a patient of it")
    fetch.add_argument("study", metavar="UID")
    fetch.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new folder")
    fetch.add_argument(
        "--import",
        dest="kind",
        choices=("ct", "radiograph"),
        help="make a patient folder of it and keep nothing else",
    )
    for each in (send, find, fetch):
        each.add_argument("--at", metavar="ADDRESS", help="default: the one that was set")
