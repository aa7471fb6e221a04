"""The words of `records`: copies that stations share, and all about one person."""

from __future__ import annotations

from pathlib import Path

from trainer.cli.grammar.parts import Nouns, noun, verb


def add_records(nouns: Nouns) -> None:
    """`records list | export | verify | upload | ...`."""
    verbs = noun(nouns, "records", "copies of attempts and sessions that stations share")
    listed = verb(verbs, "list", "records:list_all", "list what the store holds")
    export = verb(verbs, "export", "records:export", "write records as the files they were")
    export.add_argument("--out", type=Path, required=True, metavar="DIR")
    for leaf in (listed, export):
        leaf.add_argument("--session", dest="session_id", metavar="ID", help="only of this session")
        leaf.add_argument("--candidate", metavar="NAME", help="only of this pseudonym")
        leaf.add_argument("--attempt", dest="subject_id", metavar="ID", help="only this one")
    verify = verb(verbs, "verify", "records:verify", "check every record in the store")
    verify.add_argument("--scores", action="store_true", help="compute every score again, too")
    verify.add_argument(
        "--keys", type=Path, metavar="KEYS", help="a list of the stations' keys: who else signed?"
    )
    verify.add_argument(
        "--files", nargs="*", type=Path, metavar="PATH", help="compare with files; without: yours"
    )
    upload = verb(verbs, "upload", "records:upload", "send files to the store")
    rebuild = verb(verbs, "rebuild", "records:rebuild", "fill the store from files, index it anew")
    for leaf in (upload, rebuild):
        leaf.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="default: yours")
    backup = verb(verbs, "backup", "records:backup", "copy a good store; older copies are thinned")
    backup.add_argument("-o", "--output", type=Path, metavar="F.sqlite", help="this file alone")
    restore = verb(verbs, "restore", "records:restore", "put a good copy in the store's place")
    restore.add_argument("backup", nargs="?", type=Path, metavar="F.sqlite", help="default: newest")
    upgrade = verb(verbs, "upgrade", "records:upgrade", "make the tables, prove that they hold")
    upgrade.add_argument("--exam", action="store_true", help="as strictly as an exam asks")
    _add_person(noun(verbs, "person", "who a pseudonym is; all about one person"))
    roles = verb(verbs, "roles", "records:roles", "roles that can add records, not change them")
    roles.add_argument("--sql", action="store_true", help="the script that makes them")
    alone = verb(verbs, "verifier", "records:verifier", "write the checker that needs no app")
    alone.add_argument("-o", "--output", type=Path, metavar="F.py", required=True)
    for leaf in (listed, export, verify, upload, rebuild, backup, restore, upgrade, roles):
        leaf.add_argument("--at", metavar="ADDRESS", help="a file or a URL; default: your own")


def _add_person(verbs: Nouns) -> None:
    """`records person note | show | export | erase | overdue`."""
    note = verb(verbs, "note", "people:note", "keep who a pseudonym is, encrypted")
    note.add_argument("--name", metavar="TEXT")
    note.add_argument("--comment", default="", metavar="TEXT")
    show = verb(verbs, "show", "people:show", "say who a pseudonym is")
    export = verb(verbs, "export", "people:export", "everything about a person in one zip")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="F.zip")
    export.add_argument(
        "--practice", action="store_true", help="and the practice and settings of this computer"
    )
    erase = verb(verbs, "erase", "people:erase", "forget who a pseudonym is, for good")
    erase.add_argument("--confirm", default="", metavar="NAME", help="the pseudonym again")
    for each in (note, show, export, erase):
        each.add_argument("pseudonym", metavar="NAME", help="a pseudonym")
    late = verb(verbs, "overdue", "people:overdue", "who is kept longer than their exams say")
    late.add_argument("--erase", action="store_true", help="forget who these are, for good")
    late.add_argument("--confirm", type=int, metavar="N", help="how many these are")
