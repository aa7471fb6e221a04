"""The words of `lrs` and `pacs`: to and from other systems."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse

Leaf = Callable[..., Any]


def add_lrs(verbs: argparse._SubParsersAction[Any], leaf: Leaf) -> None:
    """`lrs send | status`."""
    send = leaf(verbs, "send", "exchange:lrs_send", "send attempts, and what still waits")
    send.add_argument("attempts", nargs="*", type=Path, metavar="A.attempt")
    send.add_argument("--session", metavar="ID", help="what is released of an exam's session")
    send.add_argument("--as", dest="pseudonym", metavar="NAME", help="whose attempts these are")
    send.add_argument("--to", metavar="URL", help="default: the one that was set")
    leaf(verbs, "status", "exchange:lrs_status", "say how many statements wait to be sent")


def add_pacs(verbs: argparse._SubParsersAction[Any], leaf: Leaf) -> None:
    """`pacs send | find | fetch`."""
    send = leaf(verbs, "send", "exchange:pacs_send", "store DICOM files that attempt export made")
    send.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
    find = leaf(verbs, "find", "exchange:pacs_find", "look for studies")
    asked = {
        "--patient-id": "ID",
        "--patient-name": "NAME",
        "--study": "UID",
        "--date": "YYYYMMDD[-YYYYMMDD]",
        "--modality": "CT",
    }
    for option, what in asked.items():
        find.add_argument(option, default="", metavar=what)
    fetch = leaf(verbs, "fetch", "exchange:pacs_fetch", "fetch a study, or make a patient of it")
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


def add_person(verbs: argparse._SubParsersAction[Any], leaf: Leaf) -> None:
    """`records person note | show | export | erase`."""
    note = leaf(verbs, "note", "people:note", "keep who a pseudonym is, encrypted")
    note.add_argument("--name", metavar="TEXT")
    note.add_argument("--comment", default="", metavar="TEXT")
    show = leaf(verbs, "show", "people:show", "say who a pseudonym is")
    export = leaf(verbs, "export", "people:export", "everything about a person in one zip")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="F.zip")
    export.add_argument(
        "--practice", action="store_true", help="and the practice and settings of this computer"
    )
    erase = leaf(verbs, "erase", "people:erase", "forget who a pseudonym is, for good")
    erase.add_argument("--confirm", default="", metavar="NAME", help="the pseudonym again")
    for each in (note, show, export, erase):
        each.add_argument("pseudonym", metavar="NAME", help="a pseudonym")


def add_session_report(verbs: argparse._SubParsersAction[Any], leaf: Leaf) -> None:
    """`exam report`."""
    report = leaf(verbs, "report", "people:session_report", "a session's report, PDF")
    report.add_argument("session", metavar="ID")
    report.add_argument("-o", "--output", type=Path, required=True, metavar="R.pdf")
